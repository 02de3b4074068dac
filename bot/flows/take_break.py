"""A student is left in peace until a day, or comes back before it."""

from datetime import date, datetime

from bot.domain import calendar
from bot.domain.command import read_break
from bot.domain.errors import NotOnRoster
from bot.domain.own_pace import Break, OwnSettings, going_on, paused
from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.steps import change_settings


async def pause(world: World, student: PersonId, until: date | Break, *, at: datetime) -> OwnSettings:
    """Send nothing before a day; open questions stay open. The newest choice holds.

    Raises NotOnRoster, NothingIsSent, RotationOver, PauseTooShort or PauseTooLong.
    """
    return await change_settings(world, student, lambda own, placed: paused(own, until, placed, at=at), at=at)


async def read_typed_break(world: World, student: PersonId, typed: str, *, at: datetime) -> date | Break | None:
    """The day or the choice that somebody typed, where the student lives; None where nothing was typed. Raises
    NotOnRoster or DayUnclear."""
    found = await world.glances.student(student)
    if found is None:
        raise NotOnRoster
    return read_break(typed, today=calendar.local_date(at, found.zone))


async def resume(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """End a pause; whoever is not on one simply goes on. Raises NotOnRoster, NothingIsSent or RotationOver."""
    return await change_settings(world, student, lambda own, placed: going_on(own, placed, at=at).resumed(at=at), at=at)
