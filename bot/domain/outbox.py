"""What is to be sent, when, when it is too late, and what became of it. What is said is looked up on sending."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.domain.calendar import Hours
from bot.domain.pace import LaneName
from bot.domain.people import CohortId, Pace, PersonId, Rotation, Standing, Student, Times, rotation_on
from bot.domain.program import Program
from bot.domain.working_time import hours_of, is_working_day, working_days_of

MessageId = NewType("MessageId", str)
"""Opaque and random; it travels in the message's metadata, so that a sent message can be recognized."""

REMINDER_LIMIT = timedelta(hours=3)
QUESTION_LIMIT_AT_LEAST = timedelta(hours=1)
DIGEST_LIMIT = timedelta(days=3)
GROUP_ANSWER_LIMIT = timedelta(days=2)
UPDATE_LIMIT = timedelta(days=7)
MOMENT = timedelta(seconds=1)
JOURNAL_LIMIT = timedelta(days=1)
PAGE_GAP = timedelta(seconds=2)
"""Slack takes about one message a second into one conversation."""
KEPT_IN_SLACK = timedelta(hours=24)
"""How long a journal lies in the conversation before it is removed again."""
REMOVAL_LIMIT = timedelta(days=90)
OUT_OF_HANDS = timedelta(minutes=2)
"""What is on its way now has arrived by then, or never will, and Slack's history shows it."""
NOT_WANTED = "not_wanted"
"""Why a message is cancelled that comes up for sending and is no longer wanted: Slack has never had it."""
LONGEST_PLAN = timedelta(hours=26)
"""No plan holds longer than the longest day; one that says so was made by a clock that ran ahead."""
TOLD_BEFORE = timedelta(days=7)
"""How long before the replies of a student are deleted a message says so."""

WITHDRAWN = "withdrawn"
"""The reason of a message that a person cancelled."""
SEEN = "seen_by_a_person"
"""The reason of a message that was unknown until a person saw it in Slack."""
NOT_SEEN = "not_seen_yet"
"""Why a message is still unknown: it was looked for once, and was not there."""
WENT_DIRECTLY = "went_directly"
"""The reason of a digest that no channel took, and that went to the preceptors instead."""


class Kind(StrEnum):
    """What a message is."""

    WELCOME = "welcome"
    REMINDER = "reminder"
    QUESTION = "question"
    DIGEST = "digest"
    UPDATE = "update"
    """A question's message that now says "Done for today". Posting it twice changes nothing."""
    FAREWELL = "farewell"
    """Says on which day a student's replies are deleted."""
    OFFER = "offer"
    """Offers a slower pace or a pause to a student who let a few questions go by."""
    TYPED = "typed"
    """Answers somebody who simply typed. Its body says how, and holds no word of what was typed."""
    JOURNAL = "journal"
    """A student's own words as a file, because the student asked for them."""
    JOURNAL_PAGE = "journal-page"
    """A part of them as a message, where Slack takes no file."""
    BRIEFING = "briefing"
    """Tells a preceptor how a digest is to be read, and asks to confirm it."""
    NOTICE = "notice"
    """Tells a coordinator what stands in a digest's way. Its body says what."""
    NAMING = "naming"
    """Tells somebody that they coordinate from now on."""
    GROUP_ANSWER = "group-answer"
    """Brings a student what a preceptor answered to the group."""
    RULES = "rules"
    """Tells a student which rules are others now. Its body says which."""
    REMOVAL = "removal"
    """Takes something of ours out of Slack again. Doing it twice changes nothing."""

    @property
    def lane(self) -> LaneName:
        """The lane that it leaves by."""
        return _LANES.get(self, LaneName.POST)

    @property
    def is_repeatable(self) -> bool:
        """Whether it may be done again where nobody saw whether it was done."""
        return self in (Kind.UPDATE, Kind.REMOVAL)

    @property
    def leaves_at_night(self) -> bool:
        """Whether it keeps no quiet hours: somebody who is awake waits for it, or nobody is told of it."""
        return self in (Kind.UPDATE, Kind.TYPED, Kind.JOURNAL, Kind.JOURNAL_PAGE, Kind.REMOVAL)

    @property
    def is_for_students(self) -> bool:
        """Whether it is a student's own: preceptors and coordinators keep what they get as such when they are students
        elsewhere and have everything deleted."""
        return self not in (Kind.DIGEST, Kind.BRIEFING, Kind.NOTICE, Kind.NAMING, Kind.REMOVAL)

    @property
    def is_short_lived(self) -> bool:
        """Whether it is removed from Slack again a day after it was sent."""
        return self in (Kind.JOURNAL, Kind.JOURNAL_PAGE)


_LANES = {Kind.UPDATE: LaneName.UPDATE, Kind.JOURNAL: LaneName.UPLOAD, Kind.REMOVAL: LaneName.DELETE}


class State(StrEnum):
    """Where a message is on its way. It ends sent, failed, expired or cancelled, or is listed as unknown."""

    PENDING = "pending"
    LEASED = "leased"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


PROMPTS = (Kind.REMINDER, Kind.QUESTION)
"""What a day brings, in this order."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to be sent once. `student` is the person it goes to, who may be a preceptor or a coordinator where
    its kind says so; `on` is the date it is about; `body` holds what can't be looked up on sending, until
    Slack has it."""

    kind: Kind
    dedupe_key: str
    send_at: datetime
    too_late_at: datetime
    student: PersonId | None = None
    channel: str | None = None
    cohort_id: CohortId | None = None
    on: date | None = None
    body: str | None = None


class Thing(StrEnum):
    """What lies in Slack of us, and so what its name is."""

    MESSAGE = "message"
    """A message, by its timestamp."""
    FILE = "file"
    """A file, by its id, and the message that shows it."""
    UNSEEN = "unseen"
    """Either of them, by the id of ours that it carries: nobody has seen whether it arrived, or where."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something of ours in a conversation that is to be removed."""

    thing: Thing
    channel: str
    name: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new plan changes: messages to put in or to put right, and the keys of those that nobody wants."""

    put: tuple[Planned, ...]
    cancelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A planned message on its way, without its body. Once it is sent, `channel` and `ts` say where it stands in
    Slack; `reason` is why it ended, or why it was put off last, and until `held_until` by the database's clock."""

    id: MessageId
    planned: Planned
    state: State
    attempts: int
    channel: str | None = None
    ts: str | None = None
    reason: str = ""
    held_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack has the message, under this channel and timestamp; a file has its id for a timestamp."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class RetryLater:
    """Slack surely does not have the message; it may be tried again after a while. `reason` is Slack's code, where it
    gave one."""

    after: timedelta
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SlowDown:
    """Slack surely does not have the message and asks everybody to send nothing for a while."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can tell whether Slack has the message; its history has to be asked before anything is sent again."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Slack surely does not have the message and never will. `reason` is Slack's error code."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Slack surely does not have the message, and this person gets none at all for now. `reason` is Slack's code."""

    reason: str


@dataclass(frozen=True, slots=True)
class AppRefused:
    """Slack surely does not have the message and takes nothing from this app until somebody mends it. `reason` is
    Slack's error code."""

    reason: str


Outcome = Sent | RetryLater | SlowDown | Unknown | GiveUp | Unreachable | AppRefused


def welcome_for(student: Student, rotation: Rotation, *, program: Program, at: datetime) -> Planned:
    """The one welcome of a student, inside the hours allowed and useless after the rotation's last day."""
    hours = hours_of(rotation, program)
    return Planned(
        kind=Kind.WELCOME,
        dedupe_key=f"welcome:{student.id}",
        send_at=calendar.next_allowed(at, student.zone, hours),
        too_late_at=calendar.instant(rotation.last_day, hours.latest, student.zone),
        student=student.id,
        cohort_id=rotation.cohort_id,
    )


def wishes_for(
    student: Student, rotations: Iterable[Rotation], *, days: Iterable[date], program: Program, at: datetime
) -> Iterator[Planned]:
    """The reminders and questions of some dates by what a student wants now. Some may be too late at `at`: for those
    nothing new is planned, but what was planned before the student changed something may stay."""
    placed = tuple(rotations)
    for on in days:
        rotation = rotation_on(placed, on)
        if rotation is None or not student.wants_prompts(on) or not is_working_day(on, rotation, program):
            continue
        for prompt in _prompts_of_day(student, rotation, on, program=program):
            if at > prompt.too_late_at or _due_since_start(prompt, student):
                yield prompt


def prompts_for(
    student: Student, rotations: Iterable[Rotation], *, days: Iterable[date], program: Program, at: datetime
) -> Iterator[Planned]:
    """The reminders and questions a student is to get on some dates and that are not yet too late at `at`."""
    wishes = wishes_for(student, rotations, days=days, program=program, at=at)
    return (prompt for prompt in wishes if at <= prompt.too_late_at)


def planning_days(student: Student, *, at: datetime) -> tuple[date, ...]:
    """The dates to plan at an instant, in the student's zone: tomorrow, today, and the two days before, whose
    questions may still be on their way after a night, or after a journey to where it is later."""
    today = calendar.local_date(at, student.zone)
    return tuple(calendar.days_from(today - 2 * calendar.DAY, 4))


def planned_until(student: Student, *, at: datetime) -> datetime:
    """Until when a plan made at `at` holds, if nothing else changes: the next midnight where the student is."""
    return calendar.end_of_day(at, student.zone)


def changes_of_plan(there: Iterable[tuple[Planned, State]], wanted: Iterable[Planned], *, at: datetime) -> Changes:
    """What turns the reminders and questions that are there into the wanted ones.

    Missing ones are added, cancelled ones revived, pending ones moved, unwanted ones cancelled; whatever has been
    leased or sent, or has ended otherwise, stays as it is; so do pending ones that are too late at `at`, since those
    end as expired. A question for which it is too late by new times, or in a new zone, stays where it was planned if
    its day has begun; and no reminder comes after its question.
    """
    rows = {planned.dedupe_key: _Row(planned, state, at) for planned, state in there}
    plan = {wish.dedupe_key: _in_its_place(wish, rows, at=at) for wish in wanted}
    put = [wish for key, wish in plan.items() if wish and (key not in rows or rows[key].gives_way_to(wish))]
    cancelled = [key for key, row in rows.items() if row.is_to_come and not plan.get(key)]
    return Changes(put=tuple(put), cancelled=tuple(cancelled))


def reminded_before(student: Student, rotations: Iterable[Rotation], on: date, *, program: Program) -> datetime:
    """When the reminder of the working day before a date was due, by what a student who is placed on that date wants
    now; on a first day, when it would have been."""
    placed = tuple(rotations)
    present = rotation_on(placed, on)
    if present is None:
        raise ValueError("nobody is reminded outside rotations")
    before = on - calendar.DAY
    # Whoever changes places goes by the days of the rotation that counted on each date.
    while not is_working_day(before, rotation := rotation_on(placed, before) or present, program):
        before -= calendar.DAY
    return next(_prompts_of_day(student, rotation, before, program=program)).send_at


def asks_on(pace: Pace, on: date, rotation: Rotation, program: Program) -> bool:
    """Whether a student with this pace gets a question on a working day of a rotation.

    Three a week are the first, middle and last working weekday, once a week the middle one, so that everybody in the
    rotation with the same pace is asked on the same days.
    """
    weekdays = sorted(working_days_of(rotation, program))
    middle = weekdays[len(weekdays) // 2]
    match pace:
        case Pace.EVERY_DAY:
            return True
        case Pace.THREE_A_WEEK:
            return on.weekday() in {weekdays[0], middle, weekdays[-1]}
        case Pace.ONCE_A_WEEK:
            return on.weekday() == middle


def update_for(student: PersonId, *, on: date, at: datetime) -> Planned:
    """The change of a question's message to "Done for today"."""
    return Planned(
        kind=Kind.UPDATE,
        dedupe_key=f"update:{student}:{on}",
        send_at=at,
        too_late_at=at + UPDATE_LIMIT,
        student=student,
        on=on,
    )


def journal_for(student: PersonId, *, at: datetime) -> Planned:
    """A student's own words, which the student asks for at an instant."""
    return Planned(
        kind=Kind.JOURNAL,
        dedupe_key=f"{Kind.JOURNAL}:{student}:{at.isoformat()}",
        send_at=at,
        too_late_at=at + JOURNAL_LIMIT,
        student=student,
    )


def journal_page_for(planned: Planned, *, since: date) -> Planned:
    """What follows a journal that can't leave as a file, or a page of it: the part from a date on."""
    asked_at = planned.too_late_at - JOURNAL_LIMIT
    return replace(
        planned,
        kind=Kind.JOURNAL_PAGE,
        dedupe_key=f"{Kind.JOURNAL_PAGE}:{planned.student}:{asked_at.isoformat()}:{since}",
        send_at=planned.send_at + PAGE_GAP,
        on=since,
    )


def removal_of(leftover: Leftover, *, at: datetime) -> Planned:
    """The removal of something of ours. Nothing in it names a student."""
    return Planned(
        kind=Kind.REMOVAL,
        dedupe_key=f"{Kind.REMOVAL}:{leftover.thing}:{leftover.channel}:{leftover.name}",
        send_at=at,
        too_late_at=at + REMOVAL_LIMIT,
        channel=leftover.channel,
    )


def leftover_of(removal: Planned) -> Leftover:
    """What a removal removes: its key says it, so that one which failed can be tried again."""
    _, thing, channel, name = removal.dedupe_key.split(":")
    return Leftover(Thing(thing), channel, name)


def left_by(kind: Kind, sent: Sent) -> Leftover:
    """What a message that was sent leaves in Slack."""
    return Leftover(Thing.FILE if kind is Kind.JOURNAL else Thing.MESSAGE, sent.channel, sent.ts)


def removals_of(messages: Iterable[OutboxMessage], *, conversation: str | None, at: datetime) -> Iterator[Planned]:
    """The removals of all that some messages to a student left, or may still leave, in Slack."""
    for message in messages:
        channel = message.planned.channel or conversation
        if message.channel and message.ts:
            yield removal_of(left_by(message.planned.kind, Sent(message.channel, message.ts)), at=at)
        elif channel and message.state in (State.SENDING, State.UNKNOWN):
            yield removal_of(Leftover(Thing.UNSEEN, channel, message.id), at=at + OUT_OF_HANDS)


def deletion_day(last_day: date, program: Program) -> date:
    """The date on which replies are deleted, from the last day of their student's last rotation."""
    return last_day + program.retention


def farewell_key(student: PersonId, last_day: date) -> str:
    """The dedupe key of the farewell after a last day."""
    return f"{Kind.FAREWELL}:{student}:{last_day}"


def farewell_for(student: Student, last_day: date, *, program: Program, at: datetime) -> Planned:
    """The one word before a student's replies are deleted: inside the hours allowed, and useless on the day itself.

    `on` is that day. It comes when it should, seven days after the message; a message that was planned too late moves
    it, so that nobody has less time.
    """
    day = deletion_day(last_day, program)
    in_time = calendar.instant(day - TOLD_BEFORE, program.reminder_at, student.zone)
    send_at = calendar.next_allowed(max(at, in_time), student.zone, program.hours)
    on = max(day, calendar.local_date(send_at, student.zone) + TOLD_BEFORE)
    return Planned(
        kind=Kind.FAREWELL,
        dedupe_key=farewell_key(student.id, last_day),
        send_at=send_at,
        too_late_at=calendar.instant(on, time(), student.zone),
        student=student.id,
        on=on,
    )


def still_wanted(planned: Planned, student: Student | None, *, rotations: Iterable[Rotation] = ()) -> bool:
    """Whether a message that comes up for sending is still to be sent, by what the student wants now and, for an answer
    to the group, the rotations that they are placed in."""
    match planned.kind:
        case Kind.REMINDER | Kind.QUESTION | Kind.OFFER:
            return student is not None and planned.on is not None and student.wants_prompts(planned.on)
        case Kind.WELCOME:
            return student is not None and student.standing is Standing.PLACED and not student.unreachable
        case Kind.FAREWELL:
            return student is not None and student.standing is not Standing.LEFT
        case Kind.JOURNAL | Kind.JOURNAL_PAGE:
            return student is not None
        case Kind.RULES:
            return student is not None and student.standing is Standing.STARTED and not student.unreachable
        case Kind.GROUP_ANSWER:
            return student is not None and _finds_in_rotation(planned, student, rotations)
        case Kind.DIGEST | Kind.BRIEFING | Kind.UPDATE | Kind.TYPED | Kind.REMOVAL | Kind.NOTICE | Kind.NAMING:
            # Whether a notice is for a coordinator still is known where it is sent.
            return True


def _finds_in_rotation(answer: Planned, student: Student, rotations: Iterable[Rotation]) -> bool:
    """Whether an answer finds a student where it was asked for. Whoever was told that nothing more comes reads it on
    Home; and a pause or a farewell that came after it was planned begins on the day it is due, or earlier."""
    on = calendar.local_date(answer.send_at, student.zone)
    return student.wants_prompts(on) and any(
        rotation.cohort_id == answer.cohort_id and rotation.covers(on) for rotation in rotations
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A reminder or question that is there already, as it is at an instant."""

    planned: Planned
    state: State
    at: datetime

    @property
    def is_to_come(self) -> bool:
        """Whether it waits for its time."""
        return self.state is State.PENDING and self.planned.too_late_at >= self.at

    @property
    def is_under_way(self) -> bool:
        """Whether it can no longer be moved or taken back."""
        return self.state not in (State.PENDING, State.CANCELLED)

    def gives_way_to(self, wish: Planned) -> bool:
        return self.state is State.CANCELLED or (self.is_to_come and wish != self.planned)


def _in_its_place(wish: Planned, rows: Mapping[str, _Row], *, at: datetime) -> Planned | None:
    """What is planned for a wish: the wish itself, where it was planned before, or nothing any more."""
    reminder, question = (rows.get(_key_of(kind, wish.student, wish.on)) for kind in PROMPTS)
    if wish.kind is Kind.REMINDER and question and question.is_under_way:
        return None
    if wish.too_late_at >= at:
        return wish
    has_begun = reminder is None or not reminder.is_to_come
    return question.planned if wish.kind is Kind.QUESTION and question and question.is_to_come and has_begun else None


def _prompts_of_day(student: Student, rotation: Rotation, on: date, *, program: Program) -> Iterator[Planned]:
    hours = hours_of(rotation, program)
    slots = _slots(on, student.zone, hours, student.times_in(rotation, hours), narrowed=hours != program.hours)
    for slot in slots if asks_on(student.pace, on, rotation, program) else slots[:1]:
        key = _key_of(slot.kind, student.id, on)
        yield Planned(
            kind=slot.kind,
            dedupe_key=key,
            send_at=calendar.jittered(slot.due, key, until=slot.latest),
            too_late_at=slot.too_late_at,
            student=student.id,
            cohort_id=rotation.cohort_id,
            on=on,
        )


def _key_of(kind: Kind, student: PersonId | None, on: date | None) -> str:
    return f"{kind}:{student}:{on}"


@dataclass(frozen=True, slots=True)
class _Slot:
    """When a prompt is due, how late it may be spread, and when it is too late, for everybody of one zone with the
    same times."""

    kind: Kind
    due: datetime
    latest: datetime
    too_late_at: datetime


# Thousands of students share a few times and zones, and asking a zone for its instants is most of the work.
@lru_cache(maxsize=4096)
def _slots(on: date, zone: ZoneInfo, hours: Hours, times: Times, *, narrowed: bool) -> tuple[_Slot, _Slot]:
    reminder, question = dues_of(on, zone, times)
    ends = [calendar.instant(calendar.local_date(due, zone), hours.latest, zone) for due in (reminder, question)]
    # Later than this it would come at night, or run into the next reminder.
    until = calendar.instant(calendar.local_date(question, zone), times.reminder_at, zone)
    limit = max(until if times.over_night else ends[1], question + QUESTION_LIMIT_AT_LEAST)
    # Sending takes a moment, and what would leave after the last minute waits for a morning that may be too late.
    last = [end - calendar.MINUTE for end in ends]
    limits = [min(reminder + REMINDER_LIMIT, question), limit]
    if narrowed:
        # What comes up for sending waits for the program's hours only, so that a rotation's own end here.
        limits = [min(limit, end + calendar.MINUTE - MOMENT) for limit, end in zip(limits, ends, strict=True)]
    return (
        _Slot(Kind.REMINDER, reminder, min(last[0], question - MOMENT), limits[0]),
        _Slot(Kind.QUESTION, question, last[1], limits[1]),
    )


def dues_of(on: date, zone: ZoneInfo, times: Times) -> tuple[datetime, datetime]:
    """When the reminder and the question of a date are due, before the minutes that spread messages."""
    asked_on = on + calendar.DAY if times.over_night else on
    return calendar.instant(on, times.reminder_at, zone), calendar.instant(asked_on, times.question_at, zone)


def _due_since_start(prompt: Planned, student: Student) -> bool:
    since = student.active_since
    if since is None or prompt.on is None or prompt.send_at < since:
        return False
    # The morning after a night asks about a day; whoever started that morning has not had it.
    return prompt.on >= calendar.local_date(since, student.zone)
