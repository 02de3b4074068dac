"""Claimed messages are asked once more whether they are wanted, given their words, and marked `sending`."""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import calendar, notices, rules, typed
from bot.domain.anonymity import still_pooled_since
from bot.domain.curriculum import Lesson
from bot.domain.digest import Digest, decode
from bot.domain.errors import BedsideError
from bot.domain.group_answer import GroupAnswer
from bot.domain.letters import digest_name
from bot.domain.notices import NO_CHANNEL
from bot.domain.outbox import (
    NOT_WANTED,
    Kind,
    OutboxMessage,
    Planned,
    State,
    journal_page_for,
    leftover_of,
    still_wanted,
)
from bot.domain.own_pace import TIRED_AFTER, is_tired
from bot.domain.own_words import page_of
from bot.domain.people import Cohort, CohortId, PersonId, Rotation, Student
from bot.domain.program import Program
from bot.domain.rules import RulesChange
from bot.domain.typed import Answer
from bot.flows.deliver_outbox.digest_news import News, news_of_digests
from bot.flows.deliver_outbox.parcels import Parcel
from bot.flows.deliver_outbox.turning_away import fit_for_channel, turn_away
from bot.flows.ports import Timing, UnitOfWork, World
from bot.flows.sayings import (
    Ask,
    Briefing,
    Done,
    Farewell,
    Journal,
    JournalPage,
    Naming,
    NewRules,
    Offer,
    Post,
    Reminder,
    Remove,
    Saying,
    ToCoordinator,
    ToGroup,
    ToTyped,
    Welcome,
)
from bot.flows.steps import coordinators_of, own_words
from bot.logs import log


@dataclass(frozen=True, slots=True)
class Begun:
    """A parcel that is marked `sending`, and what it says."""

    parcel: Parcel
    saying: Saying


@dataclass(frozen=True, slots=True)
class _Known:
    """What a batch has to know about the people and cohorts that its messages are for."""

    students: dict[PersonId, Student]
    cohorts: dict[CohortId, Cohort]
    lessons: dict[date, Lesson]
    open_questions: dict[PersonId, date]
    unanswered_since: dict[PersonId, datetime]
    group_answers: dict[tuple[CohortId, date], GroupAnswer | None]
    confirmed: frozenset[PersonId]
    news: News
    taught: dict[PersonId, tuple[Cohort, ...]]
    placed: dict[PersonId, tuple[Rotation, ...]]
    preceptors: dict[tuple[CohortId, date], tuple[PersonId, ...]]
    coordinators: frozenset[PersonId]

    def student_of(self, planned: Planned) -> Student | None:
        return self.students.get(planned.student) if planned.student else None

    def wanted(self, planned: Planned, *, at: datetime) -> bool:
        """Whether a message is still to be sent, by what its student wants now and has done since it was planned, and
        by who is still placed."""
        student = self.student_of(planned)
        if planned.kind is Kind.OFFER and student is not None:
            return still_wanted(planned, student) and is_tired(student, self.unanswered_since.get(student.id))
        if planned.kind in (Kind.NOTICE, Kind.NAMING):
            return planned.student in self.coordinators
        if planned.kind is Kind.BRIEFING:
            return bool(planned.student and self.taught[planned.student])
        if planned.kind is Kind.DIGEST and planned.student and planned.cohort_id and planned.on:
            return planned.student in self.preceptors[planned.cohort_id, planned.on]
        if planned.kind is Kind.GROUP_ANSWER and planned.student:
            arriving = replace(planned, send_at=max(planned.send_at, at))
            return still_wanted(arriving, student, rotations=self.placed[planned.student])
        return still_wanted(planned, student)

    def cohort_of(self, planned: Planned) -> Cohort | None:
        return self.cohorts.get(planned.cohort_id) if planned.cohort_id else None


async def begin(world: World, parcels: Collection[Parcel], *, at: datetime, timing: Timing) -> list[Begun]:
    """Mark all of a batch that is still wanted `sending`, in one transaction. The rest ends or waits.

    A message over which something breaks stops none of the others: it is tried again a lease later. Raises
    BedsideError when the database does not answer; then the same batch may be begun again.
    """
    try:
        return await _begin(world, parcels, at=at, timing=timing)
    except BedsideError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad row must not stop the rest, whatever is wrong with it
        log("batch_broke", level=logging.ERROR, error=error, number=len(parcels))
        if len(parcels) == 1:
            await _put_aside(world, parcels, timing=timing)
            return []
        return [begun for parcel in parcels for begun in await begin(world, [parcel], at=at, timing=timing)]


async def _begin(world: World, parcels: Collection[Parcel], *, at: datetime, timing: Timing) -> list[Begun]:
    async with world.open_work() as work:
        known = await _look_up(world, work, parcels, at=at)
        # Looked up first: whoever is about to change a student's settings holds the student before the messages.
        held = await work.delivery.still_held([parcel.id for parcel in parcels])
        parcels = [parcel for parcel in parcels if parcel.id in held]
        prepared = [await _prepare(world, work, parcel, known, at=at, timing=timing) for parcel in parcels]
        begun = [each for each in prepared if each is not None]
        ours = await work.delivery.begin([each.parcel.id for each in begun], lease=timing.lease)
        await work.delivery.give_back([parcel.id for parcel in parcels if parcel.id not in ours])
        await work.commit()
    return [each for each in begun if each.parcel.id in ours]


async def _put_aside(world: World, parcels: Collection[Parcel], *, timing: Timing) -> None:
    async with world.open_work() as work:
        for message in await work.delivery.still_held([parcel.id for parcel in parcels]):
            await work.delivery.hold_back(message, after=timing.lease, reason="broken")
        await work.commit()


async def _look_up(world: World, work: UnitOfWork, parcels: Collection[Parcel], *, at: datetime) -> _Known:
    planned = [parcel.message.planned for parcel in parcels]
    dates = {each.on for each in planned if each.on}
    reminded, offered = _people_of(planned, Kind.REMINDER), _people_of(planned, Kind.OFFER)
    briefed, answered = _people_of(planned, Kind.BRIEFING), _people_of(planned, Kind.GROUP_ANSWER)
    readers = briefed | _people_of(planned, Kind.DIGEST)
    students = await work.people.students(_people_of(planned, *Kind))
    cohorts = await work.people.cohorts_among({each.cohort_id for each in planned if each.cohort_id})
    answers = [each for each in planned if each.kind is Kind.GROUP_ANSWER]
    direct = [each for each in planned if each.kind is Kind.DIGEST and each.student]
    since = still_pooled_since(at.date())
    return _Known(
        students=students,
        cohorts=cohorts,
        lessons={on: world.curriculum.lesson_on(on, world.program.overrides) for on in dates},
        open_questions=await work.outbox.newest_open(reminded, since=at - world.program.question_open)
        if reminded
        else {},
        unanswered_since=await work.outbox.unanswered(offered, newest=TIRED_AFTER, at=at) if offered else {},
        group_answers={(cohort, on): await work.group_answers.of(cohort, on) for cohort, on in _digests_of(answers)},
        confirmed=await work.preceptors.confirmed(readers) if readers else frozenset(),
        news=await news_of_digests(world, work, planned, students=students, cohorts=cohorts, at=at),
        taught={each: await work.preceptors.cohorts_of(each, since=since) for each in briefed},
        placed=await work.people.rotations_of_each(tuple(answered)) if answered else {},
        preceptors={
            (cohort, on): await work.preceptors.of(cohort, since=still_pooled_since(on), until=on)
            for cohort, on in _digests_of(direct)
        },
        coordinators=await coordinators_of(world, work)
        if _people_of(planned, Kind.NOTICE, Kind.NAMING)
        else frozenset(),
    )


def _people_of(planned: Iterable[Planned], *kinds: Kind) -> set[PersonId]:
    """Whom the messages of some kinds go to."""
    return {each.student for each in planned if each.student and each.kind in kinds}


def _digests_of(planned: Iterable[Planned]) -> set[tuple[CohortId, date]]:
    """The digests that some messages are about: a whole cohort gets the same one, mostly in one batch."""
    return {(each.cohort_id, each.on) for each in planned if each.cohort_id and each.on}


async def _prepare(
    world: World, work: UnitOfWork, parcel: Parcel, known: _Known, *, at: datetime, timing: Timing
) -> Begun | None:
    """Say what one message says, or end it when it is too late or not wanted any more, or put it off until the quiet
    hours are over or what it may speak of is there."""
    planned = parcel.message.planned
    student, cohort = known.student_of(planned), known.cohort_of(planned)
    allowed_at = _allowed_at(planned, student, cohort, world.program, at=at)
    allowed_at = max(allowed_at, known.news.put_off.get(planned.dedupe_key, at))
    if at > planned.too_late_at:
        await _end(world, work, parcel.message, State.EXPIRED, "too_late")
    elif not known.wanted(planned, at=at):
        await _end(world, work, parcel.message, State.CANCELLED, NOT_WANTED)
    elif allowed_at > at:
        await work.delivery.postpone(parcel.id, send_at=allowed_at)
    elif _is_without_a_place(planned, cohort):
        await turn_away(world, work, parcel.message, NO_CHANNEL, attempt=parcel.message.attempts, at=at)
    elif _is_for_channel(planned) and not await fit_for_channel(world, work, parcel.message, at=at):
        # It waits until somebody may read it.
        pass
    elif (saying := await _say(world, work, parcel.message, known)) is not None:
        return Begun(replace(parcel, message=await _aimed(work, parcel.message, student, cohort)), saying)
    elif planned.kind is Kind.UPDATE:
        # Where its question stands is not known yet.
        await work.delivery.hold_back(parcel.id, after=timing.repeat_after)
    else:
        await _end(world, work, parcel.message, State.FAILED, "incomplete")
    return None


async def _end(world: World, work: UnitOfWork, message: OutboxMessage, state: State, reason: str) -> None:
    await work.delivery.settle(message.id, state, reason=reason)
    log("message_ended", kind=message.planned.kind, state=state)
    world.meters.ended(message.planned.kind, state)


def _allowed_at(
    planned: Planned, student: Student | None, cohort: Cohort | None, program: Program, *, at: datetime
) -> datetime:
    """When a message may arrive: at once, or when the quiet hours where it goes are over."""
    place = student or cohort
    if place is None or planned.kind.leaves_at_night:
        return at
    if planned.kind is Kind.RULES and student is not None:
        # Nothing comes before the day on which a pause ends, and then this still holds.
        at = student.back_by(at)
    return calendar.next_allowed(at, place.zone, program.hours)


def _is_without_a_place(planned: Planned, cohort: Cohort | None) -> bool:
    """Whether it is a digest for a channel in a cohort that has none any more."""
    return _is_for_channel(planned) and cohort is not None and not cohort.digest_channel


def _is_for_channel(planned: Planned) -> bool:
    return planned.kind is Kind.DIGEST and planned.student is None


async def _aimed(
    work: UnitOfWork, message: OutboxMessage, student: Student | None, cohort: Cohort | None
) -> OutboxMessage:
    """A digest goes to the channel that its cohort has now, since the one it had may have been a mistake; and what is
    for a student goes into their direct conversation, if that is known."""
    planned = message.planned
    if _is_for_channel(planned) and cohort is not None and cohort.digest_channel != planned.channel:
        await work.delivery.aim(message.id, channel=cohort.digest_channel)
        return replace(message, planned=replace(planned, channel=cohort.digest_channel))
    if student is not None and student.conversation is not None:
        return replace(message, planned=replace(planned, channel=student.conversation))
    return message


async def _say(world: World, work: UnitOfWork, message: OutboxMessage, known: _Known) -> Saying | None:
    """What a message says, looked up at the moment of sending; None when there is not enough to say it."""
    match message.planned:
        case Planned(kind=Kind.DIGEST | Kind.TYPED | Kind.NOTICE | Kind.RULES):
            return await _say_body(world, work, message, known)
        case Planned(kind=Kind.WELCOME | Kind.BRIEFING | Kind.NAMING):
            return _say_hello(world, message.planned, known)
        case Planned(kind=Kind.FAREWELL | Kind.OFFER | Kind.GROUP_ANSWER) as planned:
            return _say_known(planned, known)
        case Planned(kind=Kind.REMOVAL):
            return Remove(leftover_of(message.planned))
        case Planned(kind=Kind.JOURNAL | Kind.JOURNAL_PAGE, student=str(student)) as planned:
            return await _say_own_words(world, work, planned, PersonId(student))
        case Planned(student=str(student), on=date() as on):
            return await _say_lesson(work, message.planned, PersonId(student), on, known)
    return None


def _say_known(planned: Planned, known: _Known) -> Farewell | Offer | ToGroup | None:
    match planned:
        case Planned(kind=Kind.FAREWELL, on=date() as on):
            return Farewell(on)
        case Planned(kind=Kind.OFFER, student=str(student)):
            return Offer(known.students[PersonId(student)].pace)
        case Planned(kind=Kind.GROUP_ANSWER, cohort_id=int(cohort), on=date() as on):
            answer = known.group_answers[CohortId(cohort), on]
            return ToGroup(on, answer.text, answer.signature) if answer else None
    return None


def _say_hello(world: World, planned: Planned, known: _Known) -> Welcome | Briefing | Naming | None:
    voices, person = world.program.smallest_group, planned.student
    if planned.kind is Kind.NAMING:
        return Naming()
    if planned.kind is Kind.WELCOME:
        return Welcome(voices)
    return Briefing(known.taught[person], voices, is_confirmed=person in known.confirmed) if person else None


async def _say_body(world: World, work: UnitOfWork, message: OutboxMessage, known: _Known) -> Saying | None:
    body = await work.delivery.body(message.id)
    if not body:
        return None
    if message.planned.kind is Kind.DIGEST:
        return _post(decode(body), message.planned, known)
    if message.planned.kind is Kind.NOTICE:
        return ToCoordinator(notices.decode(body))
    if message.planned.kind is Kind.RULES:
        return _new_rules(rules.decode(body), known.student_of(message.planned))
    return _answer_to_typed(typed.decode(body), message.planned.on, world.program)


def _answer_to_typed(answer: Answer, on: date | None, program: Program) -> ToTyped:
    return ToTyped(
        answer,
        on,
        support=program.support_lines if answer.supports else (),
        routes=program.reporting_routes if answer.reports else (),
    )


def _new_rules(change: RulesChange, student: Student | None) -> NewRules | None:
    if student is None:
        return None
    return NewRules(change.before, change.after, calendar.local_date(change.holds_from, student.zone))


def _post(digest: Digest, planned: Planned, known: _Known) -> Post | None:
    cohort = known.cohort_of(planned)
    if cohort is None:
        return None
    return Post(
        digest,
        cohort.name,
        answerable=digest_name(cohort.id, digest.on) if digest.shows_students else "",
        to_confirm=planned.student is not None and planned.student not in known.confirmed,
    )


async def _say_own_words(world: World, work: UnitOfWork, planned: Planned, student: PersonId) -> Journal | JournalPage:
    """All of them, or one page, behind which the next one is planned."""
    entries = await own_words(world, work, student)
    if planned.kind is Kind.JOURNAL:
        return Journal(entries)
    page = page_of(entries, since=planned.on or date.min)
    if page.next_on is not None:
        await work.outbox.add(journal_page_for(planned, since=page.next_on))
    return JournalPage(page.entries)


async def _say_lesson(work: UnitOfWork, planned: Planned, student: PersonId, on: date, known: _Known) -> Saying | None:
    lesson = known.lessons[on]
    if planned.kind is Kind.REMINDER:
        return Reminder(lesson, known.open_questions.get(student), planned.dedupe_key in known.news.nothing_shown)
    if planned.kind is Kind.QUESTION:
        return Ask(lesson)
    question = await work.outbox.question(student, on)
    if question is None or question.channel is None or question.ts is None:
        return None
    return Done(lesson, question.channel, question.ts)
