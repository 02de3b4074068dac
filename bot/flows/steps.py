"""Steps that several journeys share."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.anonymity import SPARE_STUDENTS, pooled_until, still_pooled_since
from bot.domain.curriculum import Principle, with_changes
from bot.domain.errors import AppShutOut, NotOnRoster, SlackUnavailable
from bot.domain.letters import Readers, notice_for
from bot.domain.marks import mark_of
from bot.domain.notices import Notice
from bot.domain.outbox import (
    KEPT_IN_SLACK,
    Kind,
    Planned,
    Sent,
    left_by,
    planned_until,
    planning_days,
    removal_of,
    wishes_for,
)
from bot.domain.own_pace import TIRED_AFTER, OwnSettings, in_force, is_tired, offer_for
from bot.domain.own_words import OwnWords
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, Standing, Student
from bot.domain.program import Program
from bot.domain.reply import own_words as left_of
from bot.domain.rules import changed, rules_of, under
from bot.flows.ports import UnitOfWork, World
from bot.logs import log

PAGE = 100
"""How many students one transaction plans: each has a few prompts that change, so it writes 500 rows at most."""
TOLD_AGAIN_AFTER: Final = timedelta(days=1)
"""So often a coordinator whom nothing reached is tried again."""
TO_PRECEPTORS: Final = (Kind.DIGEST, Kind.BRIEFING)
"""What tells whether a preceptor can be reached."""


async def attempt(doing: Awaitable[int]) -> int:
    """Do one thing of many: when it fails, that is logged and the others go on. Returns what it returned, or 0.

    Raises SlackUnavailable and AppShutOut, since those concern the others as well.
    """
    try:
        return await doing
    except (SlackUnavailable, AppShutOut):
        raise
    except Exception as error:  # noqa: BLE001 - one bad row must not stop the rest, whatever is wrong with it
        log("item_failed", level=logging.ERROR, error=error)
        return 0


async def change_settings(
    world: World, person: PersonId, change: Callable[[Student, Sequence[Rotation]], Student], *, at: datetime
) -> OwnSettings:
    """Change one student's settings, and what is planned in the same transaction; a second time changes nothing.
    Returns what is in force then. Raises NotOnRoster, and whatever `change` raises."""
    async with world.open_work() as work:
        before = await work.people.student(person)
        if before is None:
            raise NotOnRoster
        rotations = await work.people.rotations_of(person)
        # Whoever presses a button is there, whatever Slack said last.
        student = change(before.found(), rotations)
        if student != before:
            await work.people.save(student)
            await replan(world, work, student, at=at)
            await work.commit()
    return in_force(student, rotations, program=world.program, at=at)


async def replan(world: World, work: UnitOfWork, student: Student, *, at: datetime) -> int:
    """Bring one student's pending prompts in line with settings and rotations. Returns how many are wanted."""
    return await replan_together(world, work, [student], at=at)


async def replan_together(world: World, work: UnitOfWork, students: Sequence[Student], *, at: datetime) -> int:
    """The same for several students, who are locked. Returns how many prompts they want together."""
    people = [student.id for student in students]
    rotations = await work.people.rotations_of_each(people)
    wanted = [
        prompt
        for student in students
        for prompt in wishes_for(
            student, rotations[student.id], days=planning_days(student, at=at), program=world.program, at=at
        )
    ]
    await work.outbox.replan(people, wanted, at=at)
    await _note_plans(work, students, at=at)
    return sum(prompt.too_late_at >= at for prompt in wanted)


async def replan_alone(world: World, person: PersonId, *, at: datetime) -> int:
    """The same in a transaction of its own, from settings read under a lock, so that a press of a button between
    reading and writing is not undone."""
    async with world.open_work() as work:
        student = await work.people.student(person)
        wanted = await replan(world, work, student, at=at) if student else 0
        await work.commit()
    return wanted


async def replan_due(world: World, *, at: datetime) -> int:
    """Replan every started student whose plan no longer holds, in pages. Returns how many prompts they want."""
    async with world.open_work() as work:
        due = await work.people.to_plan(at=at)
    return sum([await _replan_page(world, page, at=at) for page in pages(due, size=PAGE)])


def pages(people: Sequence[PersonId], *, size: int) -> Iterator[Sequence[PersonId]]:
    """The same people, so many at a time, so that no transaction grows."""
    return (people[first : first + size] for first in range(0, len(people), size))


async def lose(world: World, work: UnitOfWork, person: PersonId, reason: str, *, at: datetime) -> bool:
    """Note that nothing reaches a student, by Slack's code, and take back the prompts that wait; False (and no
    change) for anybody else, and for a student of whom that is known."""
    student = await work.people.student(person)
    if student is None or student.unreachable == reason:
        return False
    lost = student.lost(reason)
    await work.people.save(lost)
    await replan(world, work, lost, at=at)
    return True


async def own_words(world: World, work: UnitOfWork, student: PersonId) -> tuple[OwnWords, ...]:
    """Everything that a student wrote and that is there, oldest first, with what it answers: the words that Home shows.
    A reply without words has nothing to show: it would only tell that something was shared."""
    return tuple(
        OwnWords(reply.on, lesson.principle.title, lesson.question, words)
        for reply in await work.replies.all_of(student)
        if (words := left_of(reply)).strip()
        for lesson in [world.curriculum.lesson_on(reply.on, world.program.overrides)]
    )


async def see_to_removal(work: UnitOfWork, kind: Kind, sent: Sent, *, at: datetime) -> None:
    """Plan in the transaction that records a journal as sent that it is removed again; twice changes nothing."""
    if kind.is_short_lived:
        await work.outbox.add(removal_of(left_by(kind, sent), at=at + KEPT_IN_SLACK))


async def program_in(world: World, work: UnitOfWork) -> Program:
    """The program as it holds in a unit of work: what its file says, and what coordinators have changed."""
    program = under(changed(rules_of(world.written), await work.program.rules()), world.written)
    known = {principle.slug for principle in world.curriculum.principles}
    # A lesson that the pack does not have any more would stop everything that asks for the day's.
    lessons = {on: each for on, each in (await work.program.lessons()).items() if not each or each.principle in known}
    return replace(program, overrides=with_changes(program.overrides, lessons))


def week_of(world: World, on: date) -> tuple[Principle, ...]:
    """The principles of a date's week, as lessons were changed."""
    return world.curriculum.week_of(on, world.program.overrides, days=world.program.working_days)


async def renew_program(world: World) -> None:
    """Let this process go by what coordinators have changed by now."""
    async with world.open_work() as work:
        world.program = await program_in(world, work)


async def coordinators_of(world: World, work: UnitOfWork) -> frozenset[PersonId]:
    """Who coordinates now."""
    return await work.coordinators.standing(world.coordinators)


async def tell_coordinators(world: World, work: UnitOfWork, notice: Notice, cohort: Cohort, *, at: datetime) -> bool:
    """Plan that every coordinator is told of an obstacle; of one that they were told of, nobody is told again, and
    what came to nothing is tried again a day later. Returns whether anybody is to be told."""
    is_news = False
    for coordinator in sorted(await coordinators_of(world, work)):
        planned = notice_for(coordinator, notice, cohort, at=at)
        added = await work.outbox.add(planned)
        is_news |= added or await work.outbox.renew(planned, planned_before=at - TOLD_AGAIN_AFTER)
    return is_news


async def digest_readers(work: UnitOfWork, cohort: CohortId, *, since: date, until: date) -> Readers:
    """Who is to read a cohort's digest, of those placed on any of these days, and what is known of them."""
    preceptors = await work.preceptors.of(cohort, since=still_pooled_since(since), until=until)
    confirmed = await work.preceptors.confirmed(preceptors)
    return Readers(preceptors, confirmed, await work.preceptors.unreachable(preceptors))


async def note_reached(work: UnitOfWork, planned: Planned, reason: str = "") -> None:
    """Note that a message got through to a preceptor, or for which reason of Slack's it did not."""
    if planned.student is None or planned.kind not in TO_PRECEPTORS:
        return
    if reason:
        await work.preceptors.lose(planned.student, reason)
    else:
        await work.preceptors.found(planned.student)


async def cohorts_with_digests(world: World, *, at: datetime) -> tuple[Cohort, ...]:
    """The cohorts that a digest is still to come for."""
    async with world.open_work() as work:
        return await still_digesting(work, at=at)


async def still_digesting(work: UnitOfWork, *, at: datetime) -> tuple[Cohort, ...]:
    """The same in a unit of work."""
    cohorts, spans = await work.people.cohorts(), await work.people.spans()
    return tuple(
        cohort
        for cohort in cohorts
        if cohort.id in spans and pooled_until(spans[cohort.id][1]) >= at.astimezone(cohort.zone).date()
    )


async def insiders_of(world: World, work: UnitOfWork, cohort: CohortId) -> frozenset[PersonId]:
    """Who reads a cohort's digests or sets them up, now or at any time before: placed as students they would hide
    nobody. Also the marks that they leave who had everything deleted as students."""
    taught = await work.preceptors.ever_in(cohort)
    set_up = await work.coordinators.ever(world.coordinators)
    return frozenset(known_as(world, taught | set_up))


async def roster_size(world: World, work: UnitOfWork, cohort: CohortId, *, since: date) -> int:
    """How many students a cohort has now or later whom a digest counts, whatever they made of it."""
    insiders = await insiders_of(world, work, cohort)
    return await work.people.roster_size(cohort, since=since, until=date.max, without=insiders)


async def is_left_behind(world: World, work: UnitOfWork, leaving: Sequence[Rotation], *, on: date) -> bool:
    """Whether some rotations of one cohort can't leave it, since too few students would be left there to bring what
    waits into a digest. In a cohort that is too small for one nothing waits in vain."""
    cohort, gone = leaving[0].cohort_id, {each.id for each in leaving}
    since, needed = still_pooled_since(on), world.program.smallest_group + SPARE_STUDENTS
    there = [each for each in await work.people.rotations_in(cohort) if each.begun_by(on) and each.last_day >= since]
    staying = [each.id for each in there if each.id not in gone]
    if len(staying) == len(there) or await roster_size(world, work, cohort, since=since) < needed:
        return False
    placed = await work.set_up.placed_in(staying)
    students = {each.person for each in placed if each.role is Role.STUDENT}
    return len(students - await insiders_of(world, work, cohort)) < needed


async def follow_set_up(world: World, work: UnitOfWork, people: Collection[PersonId], *, at: datetime) -> None:
    """Let what is planned for some students follow what was set up, in the same transaction where they are not too
    many for one; the others are planned anew right afterwards."""
    await work.people.plan_anew(sorted(people))
    if len(people) <= PAGE:
        found = (await work.people.students(people)).values()
        started = [student for student in found if student.standing is Standing.STARTED]
        await replan_together(world, work, started, at=at)


def marks_of(world: World, person: PersonId) -> tuple[PersonId, ...]:
    """The marks that a person may have left, under each key; the first is the one to leave."""
    return tuple(mark_of(person, key=key) for key in world.mark_keys)


def known_as(world: World, people: Iterable[PersonId]) -> dict[PersonId, PersonId]:
    """Everything that some people may stand as, their ids and their marks, each with whose it is: whoever is looked for
    by an id alone would be missing as soon as they had everything deleted, and that would tell it."""
    return {each: person for person in people for each in (person, *marks_of(world, person))}


async def _replan_page(world: World, page: Sequence[PersonId], *, at: datetime) -> int:
    """Replan a page at once, or each student alone where that fails, so that one bad row stops no other."""
    try:
        async with world.open_work() as work:
            students = await work.people.lock_to_plan(page, at=at)
            wanted = await replan_together(world, work, students, at=at)
            await _offer_a_rest(world, work, students, at=at)
            await work.commit()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one of them, the others are planned
        log("page_failed", level=logging.WARNING, error=error)
    else:
        return wanted
    # When the database is away, everybody would fail: then this raises, and the next beat goes on from here.
    async with world.open_work():
        pass
    return sum([await attempt(replan_alone(world, student, at=at)) for student in page])


async def _offer_a_rest(world: World, work: UnitOfWork, students: Sequence[Student], *, at: datetime) -> None:
    """Plan the offer of a slower pace or a pause for those who let their last few questions go by."""
    since = await work.outbox.unanswered([student.id for student in students], newest=TIRED_AFTER, at=at)
    tired = [student for student in students if is_tired(student, since.get(student.id))]
    rotations = await work.people.rotations_of_each([student.id for student in tired]) if tired else {}
    planned = [offer_for(student, rotations[student.id], program=world.program, at=at) for student in tired]
    offers = {offer.dedupe_key: offer for offer in planned if offer is not None}
    decided = await work.outbox.decided(offers) if offers else frozenset()
    for offer in (offer for key, offer in offers.items() if key not in decided):
        if not await work.outbox.add(offer):
            # What came up once and was not wanted then, since a question had just been answered, was never sent.
            await work.outbox.revive(offer)


async def _note_plans(work: UnitOfWork, students: Sequence[Student], *, at: datetime) -> None:
    together: defaultdict[datetime, list[PersonId]] = defaultdict(list)
    for student in students:
        together[planned_until(student, at=at)].append(student.id)
    for until, people in together.items():
        await work.people.planned(people, until=until)
