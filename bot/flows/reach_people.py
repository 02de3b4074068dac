"""Students and preceptors whom nothing reaches: lost when Slack says so, found again when Slack or they say so."""

from datetime import datetime
from logging import WARNING
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.errors import SlackUnavailable
from bot.domain.letters import briefing_for
from bot.domain.outbox import welcome_for
from bot.domain.people import PersonId, Standing, Student
from bot.flows import steps
from bot.flows.ports import Directory, Profile, UnitOfWork, World
from bot.flows.steps import attempt, replan
from bot.logs import log

LOOKS: Final = 20
"""How many people Slack is asked about in one run."""
SECONDS_A_PAGE: Final = 3600


async def lose(world: World, person: PersonId, reason: str, *, at: datetime) -> bool:
    """Send a student nothing more for now, and wait for no preceptor. Returns whether that is news; for anybody else it
    changes nothing."""
    seen = await world.glances.student(person)
    if seen is None:
        return await _lose_preceptor(world, person, reason)
    if seen.unreachable == reason:
        # Slack tells of the whole workspace, and what needs no write waits for no writer.
        return False
    async with world.open_work() as work:
        is_news = await steps.lose(world, work, person, reason, at=at)
        await work.preceptors.lose(person, reason)
        await work.commit()
    if is_news:
        log("student_lost")
    return is_news


async def found_again(
    world: World, person: PersonId, *, at: datetime, conversation: str | None = None, zone: ZoneInfo | None = None
) -> bool:
    """Go on with a student who can be reached again, and send the welcome that never arrived; and follow the student
    into another `zone`, which moves only what is not yet sent. Or count on a preceptor again, who gets the briefing
    that never arrived.

    Returns whether any of it is news; for anybody else it changes nothing. Who has not started and has no rotation to
    be welcomed to stays lost, to be found after the next placement.
    """
    seen = await world.glances.student(person)
    if seen is None:
        return await _find_preceptor(world, person, at=at)
    if seen.found().moved(zone or seen.zone) == seen:
        # This is asked at every press and every line typed, and nearly always there is nothing to write.
        return False
    async with world.open_work() as work:
        student = await work.people.student(person)
        if student is None:
            return False
        here = student.moved(zone or student.zone)
        if student.unreachable:
            here = here.found(conversation)
            if here.standing is Standing.PLACED and not await _welcome(world, work, here, at=at):
                return False
        if here == student:
            return False
        await work.people.save(here)
        await _count_again(world, work, person, at=at)
        await replan(world, work, here, at=at)
        await work.commit()
    if student.unreachable:
        log("student_found")
    return True


async def follow(world: World, directory: Directory, person: PersonId, profile: Profile, *, at: datetime) -> bool:
    """Go by what Slack's list of members says of somebody. Returns whether any of it is news; for anybody of whom
    nothing is known here it changes nothing. Names are not looked at: who is placed is placed by their id.

    An account that is open says nothing of its conversation, so whoever is lost is found only where that opens. Raises
    SlackUnavailable, AppShutOut or PersonRefused.
    """
    if profile.unreachable:
        return await lose(world, person, profile.unreachable, at=at)
    seen = await world.glances.student(person)
    if seen.unreachable if seen else await world.glances.lost_preceptor(person):
        return await _find(world, directory, person, profile, at=at)
    return await found_again(world, person, at=at, zone=profile.zone)


async def look_for_people(world: World, directory: Directory, *, at: datetime) -> int:
    """Ask Slack about a few of the students whom nothing reaches, every hour about the next few. How many are back.

    It is for events that got lost: Slack says itself when an account is opened again. Raises AppShutOut, so that the
    beat has not gone well.
    """
    found = 0
    try:
        for person in await _next_few(world, at=at):
            found += await attempt(_look(world, directory, person, at=at))
    except SlackUnavailable as error:
        log("look_ended_early", level=WARNING, error=error)
    return found


async def _lose_preceptor(world: World, person: PersonId, reason: str) -> bool:
    if await world.glances.lost_preceptor(person) in (None, reason):
        return False
    async with world.open_work() as work:
        is_news = await work.preceptors.lose(person, reason)
        await work.commit()
    return is_news


async def _find_preceptor(world: World, person: PersonId, *, at: datetime) -> bool:
    if not await world.glances.lost_preceptor(person):
        return False
    async with world.open_work() as work:
        is_news = await _count_again(world, work, person, at=at)
        await work.commit()
    return is_news


async def _count_again(world: World, work: UnitOfWork, person: PersonId, *, at: datetime) -> bool:
    """Count on a preceptor who was lost, and see to the briefing that did not get through."""
    if not await work.preceptors.found(person):
        return False
    taught = await work.preceptors.cohorts_of(person, since=at.date())
    if taught and not await work.preceptors.confirmed([person]):
        briefing = briefing_for(person, taught[0], program=world.program, at=at)
        await work.outbox.renew(briefing, planned_before=at)
    return True


async def _welcome(world: World, work: UnitOfWork, student: Student, *, at: datetime) -> bool:
    """See to it that a student gets one welcome, whether it was never planned or did not get through; False when
    there is no rotation to welcome to."""
    rotations = [each for each in await work.people.rotations_of(student.id) if each.last_day >= at.date()]
    if not rotations:
        return False
    welcome = welcome_for(student, rotations[0], program=world.program, at=at)
    if not await work.outbox.add(welcome):
        await work.outbox.revive(welcome)
    return True


async def _next_few(world: World, *, at: datetime) -> tuple[PersonId, ...]:
    """Page after page as the hours go by, so that nothing has to be written down and everybody has a turn."""
    async with world.open_work() as work:
        pages = -(-await work.people.count_unreachable(on=at.date()) // LOOKS)
        if not pages:
            return ()
        page = int(at.timestamp()) // SECONDS_A_PAGE % pages
        lost = await work.people.unreachable(on=at.date(), skip=page * LOOKS, limit=LOOKS)
    return tuple(each.person for each in lost)


async def _look(world: World, directory: Directory, person: PersonId, *, at: datetime) -> bool:
    profile = await directory.profile(person)
    return not profile.unreachable and await _find(world, directory, person, profile, at=at)


async def _find(world: World, directory: Directory, person: PersonId, profile: Profile, *, at: datetime) -> bool:
    conversation = await directory.conversation(person)
    if not isinstance(conversation, str):
        return False
    return await found_again(world, person, at=at, conversation=conversation, zone=profile.zone)
