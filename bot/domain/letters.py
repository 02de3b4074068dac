"""What leaves for preceptors and coordinators, and what comes back from them to the students: digests, notices,
answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.notices import Notice, encode
from bot.domain.outbox import DIGEST_LIMIT, GROUP_ANSWER_LIMIT, Kind, Planned
from bot.domain.people import Cohort, CohortId, PersonId, Rotation, Student
from bot.domain.program import Program
from bot.domain.working_time import hours_of

DIRECTLY_AFTER: Final = timedelta(days=1)
"""So long a digest waits for its channel; then it goes to the preceptors."""
NOTICE_LIMIT: Final = timedelta(days=3)
RULES_LIMIT: Final = timedelta(days=28)
"""Whoever is on a pause is told when it ends."""
BRIEFING_LIMIT: Final = timedelta(days=7)
"""By then a digest has come, and like Home it says the same."""


GONE: Final = frozenset({"user_not_found", "user_disabled", "cannot_dm_bot", "cannot_dm_self"})
"""Slack's codes for somebody who reads nothing in Slack, not even in a channel."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The preceptors of a cohort, those of them who have confirmed how a digest is to be read, and those whom nothing
    reaches directly, each with Slack's code."""

    preceptors: tuple[PersonId, ...]
    confirmed: frozenset[PersonId]
    unreachable: Mapping[PersonId, str] = field(default_factory=dict)

    @property
    def awaited(self) -> tuple[PersonId, ...]:
        """Those who have not confirmed and may still read what is in a channel."""
        return tuple(
            each for each in self.preceptors if each not in self.confirmed and self.unreachable.get(each) not in GONE
        )

    @property
    def may_be_shown(self) -> bool:
        """Whether a channel may show the whole digest: somebody has confirmed, and nobody is awaited."""
        return bool(self.ready) and not self.awaited

    @property
    def is_read(self) -> bool:
        """Whether the whole digest reaches anybody. Nothing is released for readers who are gone."""
        return any(each not in self.unreachable for each in self.ready)

    @property
    def ready(self) -> tuple[PersonId, ...]:
        """Those who have confirmed, by id."""
        return tuple(each for each in self.preceptors if each in self.confirmed)


@dataclass(frozen=True, slots=True)
class Texts:
    """What a digest says, as text: the whole of it, and the part that only teaches."""

    whole: str
    teaching: str


def digests_for(cohort: Cohort, texts: Texts, readers: Readers, *, on: date, due: datetime) -> Iterator[Planned]:
    """Every message of one digest. The whole of it reaches nobody who has not confirmed how to read it: a channel gets
    it when all of its preceptors have who are there, and else the teaching part, beside which those who have get the
    whole directly."""
    if not cohort.digest_channel:
        yield from _directly(cohort, texts, readers, readers.preceptors, on=on, due=due)
    elif readers.may_be_shown and readers.is_read:
        yield digest_for(cohort, on=on, due=due, body=texts.whole)
    else:
        yield digest_for(cohort, on=on, due=due, body=texts.teaching)
        yield from _directly(cohort, texts, readers, readers.ready, on=on, due=due)


def digest_name(cohort: CohortId, on: date) -> str:
    """A cohort's digest of a date, as keys, buttons and forms name it."""
    return f"{cohort}:{on.isoformat()}"


def digest_key(cohort: CohortId, on: date) -> str:
    """The dedupe key of the digest that a cohort's channel gets on a date."""
    return f"{Kind.DIGEST}:{digest_name(cohort, on)}"


def digest_for(cohort: Cohort, *, on: date, due: datetime, body: str) -> Planned:
    """A cohort's digest of one date, for its channel."""
    return Planned(
        kind=Kind.DIGEST,
        dedupe_key=digest_key(cohort.id, on),
        send_at=due,
        too_late_at=due + DIGEST_LIMIT,
        channel=cohort.digest_channel,
        cohort_id=cohort.id,
        on=on,
        body=body,
    )


def direct_digest_for(preceptor: PersonId, cohort: Cohort, *, on: date, due: datetime, body: str) -> Planned:
    """The same for one preceptor, as a direct message."""
    planned = digest_for(cohort, on=on, due=due, body=body)
    return replace(planned, dedupe_key=f"{planned.dedupe_key}:{preceptor}", student=preceptor, channel=None)


def directly_at(digest: Planned) -> datetime:
    """When a digest that its channel still does not take goes to the preceptors."""
    return _due_of(digest) + DIRECTLY_AFTER


def instead_of(
    digest: Planned, cohort: Cohort, texts: Texts, readers: Readers, *, on: date, at: datetime
) -> Iterator[Planned]:
    """What goes to the preceptors at `at` instead of a digest that no channel takes, and is too late when that would
    have been. Whoever was to get it directly beside the channel has a message with the same key already."""
    for planned in _directly(cohort, texts, readers, readers.preceptors, on=on, due=_due_of(digest)):
        yield replace(planned, send_at=at)


def beside(
    digest: Planned, cohort: Cohort, whole: str, readers: Readers, *, on: date, at: datetime
) -> Iterator[Planned]:
    """What goes at `at` to those who have confirmed, of a digest that its channel may not show any more."""
    for preceptor in readers.ready:
        planned = direct_digest_for(preceptor, cohort, on=on, due=_due_of(digest), body=whole)
        yield replace(planned, send_at=at)


def notice_for(coordinator: PersonId, notice: Notice, cohort: Cohort, *, at: datetime) -> Planned:
    """What one coordinator is told once of one obstacle, while the cohort's zone is awake."""
    where = notice.channel if notice.is_of_the_channel_itself else str(cohort.id)
    return Planned(
        kind=Kind.NOTICE,
        dedupe_key=f"{Kind.NOTICE}:{where}:{notice.about}:{coordinator}",
        send_at=at,
        too_late_at=at + NOTICE_LIMIT,
        student=coordinator,
        cohort_id=cohort.id,
        on=notice.on,
        body=encode(notice),
    )


def naming_for(coordinator: PersonId, *, at: datetime) -> Planned:
    """What tells somebody that they coordinate from now on."""
    return Planned(
        kind=Kind.NAMING,
        dedupe_key=f"{Kind.NAMING}:{coordinator}:{at.isoformat()}",
        send_at=at,
        too_late_at=at + NOTICE_LIMIT,
        student=coordinator,
    )


def group_answer_for(
    student: Student,
    cohort: CohortId,
    *,
    on: date,
    program: Program,
    at: datetime,
    rotations: Sequence[Rotation] = (),
) -> Planned:
    """What brings a student the answer to a cohort's digest of a date, inside the hours of the rotation that they are
    in then, or of the program."""
    send_at = _allowed(at, student, rotations, program)
    return Planned(
        kind=Kind.GROUP_ANSWER,
        dedupe_key=f"{Kind.GROUP_ANSWER}:{cohort}:{on}:{student.id}",
        send_at=send_at,
        too_late_at=send_at + GROUP_ANSWER_LIMIT,
        student=student.id,
        cohort_id=cohort,
        on=on,
    )


def rules_for(
    student: Student, body: str, *, decided_at: datetime, program: Program, rotations: Sequence[Rotation] = ()
) -> Planned:
    """What tells a student once of rules that somebody changed, inside the same hours, and after a pause however long
    that is."""
    send_at = _allowed(student.back_by(decided_at), student, rotations, program)
    return Planned(
        kind=Kind.RULES,
        dedupe_key=f"{Kind.RULES}:{decided_at.isoformat()}:{student.id}",
        send_at=send_at,
        too_late_at=send_at + RULES_LIMIT,
        student=student.id,
        body=body,
    )


def briefing_for(preceptor: PersonId, cohort: Cohort, *, program: Program, at: datetime) -> Planned:
    """The one briefing of a preceptor, inside the hours allowed where a cohort of theirs is."""
    send_at = calendar.next_allowed(at, cohort.zone, program.hours)
    return Planned(
        kind=Kind.BRIEFING,
        dedupe_key=f"{Kind.BRIEFING}:{preceptor}",
        send_at=send_at,
        too_late_at=send_at + BRIEFING_LIMIT,
        student=preceptor,
        cohort_id=cohort.id,
    )


def _allowed(at: datetime, student: Student, rotations: Sequence[Rotation], program: Program) -> datetime:
    on = calendar.local_date(at, student.zone)
    rotation = next((each for each in rotations if each.covers(on)), None)
    return calendar.next_allowed(at, student.zone, hours_of(rotation, program))


def _directly(
    cohort: Cohort, texts: Texts, readers: Readers, to: Iterable[PersonId], *, on: date, due: datetime
) -> Iterator[Planned]:
    for preceptor in to:
        body = texts.whole if preceptor in readers.confirmed else texts.teaching
        yield direct_digest_for(preceptor, cohort, on=on, due=due, body=body)


def _due_of(digest: Planned) -> datetime:
    return digest.too_late_at - DIGEST_LIMIT
