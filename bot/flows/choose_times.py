"""A student chooses own times within the hours, goes back to the rotation's, or turns the day around for nights."""

from dataclasses import replace
from datetime import datetime

from bot.domain.own_pace import OwnSettings, going_on, with_times
from bot.domain.people import PersonId, Times
from bot.flows.ports import World
from bot.flows.steps import change_settings


async def choose_times(world: World, student: PersonId, times: Times, *, nights: bool, at: datetime) -> OwnSettings:
    """Keep a student's own times. What is not yet sent moves.

    Raises NotOnRoster, NothingIsSent, RotationOver, OutsideHours, QuestionTooEarly or QuestionTooLate.
    """
    return await change_settings(
        world,
        student,
        lambda own, placed: with_times(own, times, placed, nights=nights, program=world.program, at=at),
        at=at,
    )


async def follow_rotation(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """Go back to the rotation's times. Raises NotOnRoster, NothingIsSent or RotationOver."""
    return await change_settings(
        world, student, lambda own, placed: going_on(own, placed, at=at).keeping(None, nights=own.nights), at=at
    )


async def turn_day(world: World, student: PersonId, *, nights: bool, at: datetime) -> OwnSettings:
    """Turn the day around for somebody on nights, or back. Raises NotOnRoster, NothingIsSent or RotationOver."""
    return await change_settings(
        world, student, lambda own, placed: replace(going_on(own, placed, at=at), nights=nights), at=at
    )
