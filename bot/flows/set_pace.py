"""A student starts, changes the pace, declines or leaves; what is planned follows in the same transaction."""

from datetime import datetime

from bot.domain.own_pace import OwnSettings, going_on
from bot.domain.people import Pace, PersonId
from bot.flows.ports import World
from bot.flows.steps import change_settings


async def start(world: World, student: PersonId, pace: Pace, *, at: datetime) -> OwnSettings:
    """Start a student, or change the pace of one who has started. Raises NotOnRoster or RotationOver."""
    return await change_settings(
        world, student, lambda own, placed: going_on(own.started(pace, at=at), placed, at=at), at=at
    )


async def slow_down(world: World, student: PersonId, pace: Pace, *, at: datetime) -> OwnSettings:
    """Change the pace of a student to whom that was offered; who has left since stays away.

    Raises NotOnRoster, NothingIsSent or RotationOver.
    """
    return await change_settings(
        world, student, lambda own, placed: going_on(own, placed, at=at).started(pace, at=at), at=at
    )


async def keep_on(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """What is in force for a student to whom something is sent; nothing changes.

    Raises NotOnRoster, NothingIsSent or RotationOver.
    """
    return await change_settings(world, student, lambda own, placed: going_on(own, placed, at=at), at=at)


async def decline(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """ "Not now": nothing changes, and a start stays possible; whoever has started leaves by leaving.

    Raises NotOnRoster.
    """
    return await change_settings(world, student, lambda own, _: own, at=at)


async def leave(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """Nothing more is sent until a new start. Raises NotOnRoster."""
    return await change_settings(world, student, lambda own, _: own.left(), at=at)
