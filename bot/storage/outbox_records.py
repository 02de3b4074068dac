"""Messages on their way. Every change of state names the states it may start from, so a lost race changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.capacity import Due
from bot.domain.outbox import (
    NOT_WANTED,
    PROMPTS,
    SEEN,
    WENT_DIRECTLY,
    WITHDRAWN,
    Kind,
    MessageId,
    OutboxMessage,
    Planned,
    State,
    changes_of_plan,
)
from bot.domain.people import PersonId
from bot.domain.reply import Question
from bot.domain.typed import Given
from bot.storage.outbox_rows import WITHOUT_BODY, OutboxRows, message_of
from bot.storage.tables import insert_in_words_of, insert_into, outbox, replies, skips

JOURNALS = (Kind.JOURNAL, Kind.JOURNAL_PAGE)
FOR_STUDENTS = tuple(kind for kind in Kind if kind.is_for_students)
ON_THEIR_WAY = (State.PENDING, State.LEASED, State.SENDING, State.UNKNOWN)
PROMPT = (
    outbox.c.kind,
    outbox.c.dedupe_key,
    outbox.c.send_at,
    outbox.c.too_late_at,
    outbox.c.student,
    outbox.c.cohort_id,
    outbox.c.day,
)
MOVED = ("send_at", "too_late_at", "cohort_id", "state", "reason", "ended_at")
"""What a plan writes anew of a prompt that is there. Why it was put off or cancelled before is over."""
RENEWED = (*MOVED, "day", "body", "held_until")
OLDEST_PLANNED = timedelta(days=2)
FOUR_WEEKS = timedelta(weeks=4)
MAY_HAVE_ARRIVED = (State.SENT, State.SENDING, State.UNKNOWN)
MOST_OPEN_QUESTIONS = 100
MOST_PUT_OFF = 100
CAME_TO_NOTHING = (State.FAILED, State.EXPIRED, State.CANCELLED)
QUESTION = (
    outbox.c.student,
    outbox.c.day.label("on"),
    outbox.c.cohort_id,
    outbox.c.send_at.label("asked_at"),
    outbox.c.sent_channel.label("channel"),
    outbox.c.sent_ts.label("ts"),
)


class OutboxRecords(OutboxRows):
    """Messages as they are planned, asked for and mended: one row for each dedupe key."""

    async def add(self, planned: Planned) -> bool:
        """Add a message; False (and no change) when one with its dedupe key is there already."""
        once = _add_once(self._connection.dialect.name)
        return await self._connection.scalar(once, self._row(planned)) is not None

    async def add_all(self, planned: Sequence[Planned]) -> None:
        """Add messages by one statement; those whose dedupe keys are there already are left as they are."""
        if planned:
            once = insert_into(self._connection, outbox).on_conflict_do_nothing(index_elements=["dedupe_key"])
            await self._connection.execute(once, [self._row(each) for each in planned])

    async def replan(self, students: Sequence[PersonId], wanted: Iterable[Planned], *, at: datetime) -> None:
        """Make the pending reminders and questions of some students exactly the wanted ones.

        What that means is `changes_of_plan`. Nothing is written about a message that is right already.
        """
        changes = changes_of_plan(await self._prompts_of(students, at=at), wanted, at=at)
        in_time = (outbox.c.state == State.PENDING) & (outbox.c.too_late_at >= at)
        if changes.cancelled:
            unwanted = outbox.c.dedupe_key.in_(changes.cancelled)
            await self._change(in_time & unwanted, state=State.CANCELLED)
        if not changes.put:
            return
        insert = insert_into(self._connection, outbox)
        moved = {name: insert.excluded[name] for name in MOVED}
        upsert = insert.on_conflict_do_update(
            index_elements=["dedupe_key"], set_=moved, where=in_time | _may_be_revived()
        )
        await self._connection.execute(upsert, [self._row(planned) for planned in changes.put])

    async def _prompts_of(self, students: Sequence[PersonId], *, at: datetime) -> list[tuple[Planned, State]]:
        """The prompts of some students that a plan may still touch: an older date is too late in every time zone."""
        recent = outbox.c.day >= at.astimezone(UTC).date() - OLDEST_PLANNED
        theirs = select(*PROMPT, outbox.c.state).where(outbox.c.student.in_(students), recent)
        rows = await self._connection.execute(theirs.where(outbox.c.kind.in_(PROMPTS)))
        return [
            (Planned(kind, key, send_at, too_late_at, student=student, cohort_id=cohort, on=on), state)
            for kind, key, send_at, too_late_at, student, cohort, on, state in rows
        ]

    async def revive(self, planned: Planned) -> bool:
        """Make the message with this dedupe key pending again, for the instants planned now; False (and no change)
        when there is none, or when it ended otherwise than failed or no longer wanted.

        Slack has surely never had such a message. One that somebody cancelled by hand stays so, since Slack may have
        it, or since nobody wants it to come.
        """
        changed = await self._change(
            (outbox.c.dedupe_key == planned.dedupe_key) & _was_never_had(),
            state=State.PENDING,
            send_at=planned.send_at,
            too_late_at=planned.too_late_at,
            cohort_id=planned.cohort_id,
            day=planned.on,
            reason="",
            ended_at=None,
        )
        return changed == 1

    async def decided(self, dedupe_keys: Collection[str]) -> frozenset[str]:
        """Those of some dedupe keys for which neither `add` nor `revive` would change anything."""
        there = select(outbox.c.dedupe_key).where(outbox.c.dedupe_key.in_(dedupe_keys), ~_was_never_had())
        return frozenset((await self._connection.scalars(there)).all())

    async def renew(self, planned: Planned, *, planned_before: datetime) -> bool:
        """Make the message with this dedupe key pending again, as planned now, if it was planned for an instant or
        earlier and failed, expired or was no longer wanted; False (and no change) otherwise."""
        in_vain = (outbox.c.dedupe_key == planned.dedupe_key) & came_to_nothing(planned_before=planned_before)
        row = self._row(planned)
        return await self._change(in_vain, **{name: row[name] for name in RENEWED}) == 1

    async def stand(self, dedupe_keys: Collection[str], *, planned_before: datetime) -> frozenset[str]:
        """Those of some dedupe keys for which neither `add` nor `renew` would change anything."""
        there = outbox.c.dedupe_key.in_(dedupe_keys) & ~came_to_nothing(planned_before=planned_before)
        return frozenset((await self._connection.scalars(select(outbox.c.dedupe_key).where(there))).all())

    async def question(self, student: PersonId, on: date) -> Question | None:
        """A question that has, or may have, reached a student on a date.

        While nobody knows whether it arrived, it has no channel and timestamp; whoever asks for it has seen it.
        """
        asked = await self._connection.execute(_question_of_a_day(), {"person": student, "on": on})
        row = asked.mappings().one_or_none()
        return Question(**row) if row else None

    async def open_questions(self, student: PersonId, *, since: datetime) -> tuple[Question, ...]:
        """Questions sent to a student after an instant and neither answered nor skipped, newest first."""
        still_open = (
            _questions(student, in_states=(State.SENT,))
            .where(outbox.c.send_at > since, *_unanswered())
            .order_by(outbox.c.send_at.desc())
            .limit(MOST_OPEN_QUESTIONS)
        )
        rows = (await self._connection.execute(still_open)).mappings()
        return tuple(Question(**row) for row in rows)

    async def days_reached(self, student: PersonId) -> frozenset[date]:
        """The dates on which a reminder or a question has reached a student."""
        sent = (outbox.c.student == student) & outbox.c.kind.in_(PROMPTS) & (outbox.c.state == State.SENT)
        return frozenset((await self._connection.scalars(select(outbox.c.day).where(sent).distinct())).all())

    async def newest_open(self, students: Collection[PersonId], *, since: datetime) -> dict[PersonId, date]:
        """Of each student who has any, the date of the newest question sent after an instant and still open."""
        newest = (
            select(outbox.c.student, func.max(outbox.c.day))
            .where(outbox.c.student.in_(students), outbox.c.kind == Kind.QUESTION, outbox.c.state == State.SENT)
            .where(outbox.c.send_at > since, *_unanswered())
            .group_by(outbox.c.student)
        )
        return {PersonId(row[0]): row[1] for row in await self._connection.execute(newest)}

    async def unanswered(
        self, students: Collection[PersonId], *, newest: int, at: datetime
    ) -> dict[PersonId, datetime]:
        """Of each student who let the newest so many questions of the last four weeks go by, neither answered nor
        skipped: when the first of these was asked."""
        recent = outbox.c.day >= at.astimezone(UTC).date() - FOUR_WEEKS
        place = func.row_number().over(partition_by=outbox.c.student, order_by=outbox.c.day.desc())
        is_open = case((and_(*_unanswered()), 1), else_=0)
        asked = (
            select(outbox.c.student, outbox.c.send_at, place.label("place"), is_open.label("is_open"))
            .where(outbox.c.student.in_(students), recent)
            .where(outbox.c.kind == Kind.QUESTION, outbox.c.state == State.SENT)
            .subquery()
        )
        in_a_row = (
            select(asked.c.student, func.min(asked.c.send_at))
            .where(asked.c.place <= newest)
            .group_by(asked.c.student)
            .having(func.sum(asked.c.is_open) == newest)
        )
        return {PersonId(student): since for student, since in await self._connection.execute(in_a_row)}

    async def answers_to_typing(self, person: PersonId, *, since: datetime, until: datetime) -> tuple[Given, ...]:
        """The answers that a person got, or is getting, to what was typed after an instant and until another one."""
        answers = select(outbox.c.day, outbox.c.send_at).where(
            outbox.c.student == person,
            outbox.c.kind == Kind.TYPED,
            outbox.c.send_at > since,
            outbox.c.send_at <= until,
            outbox.c.state.not_in(CAME_TO_NOTHING),
        )
        return tuple(Given(day, typed_at) for day, typed_at in await self._connection.execute(answers))

    async def day_of(self, dedupe_key: str) -> date | None:
        """The date that a message is about, whatever became of it; None when it was never planned."""
        found: date | None = await self._connection.scalar(
            select(outbox.c.day).where(outbox.c.dedupe_key == dedupe_key)
        )
        return found

    async def is_journal_coming(self, student: PersonId, *, since: datetime) -> bool:
        """Whether a student has asked for the journal after an instant, or still waits for it."""
        theirs = (outbox.c.student == student) & outbox.c.kind.in_(JOURNALS)
        # What nobody can tell of is waited for no longer than until it is too late.
        awaited = outbox.c.state.in_(ON_THEIR_WAY) & (outbox.c.too_late_at > since)
        lately = or_(outbox.c.send_at > since, awaited)
        return (await self._connection.execute(select(outbox.c.id).where(theirs, lately).limit(1))).first() is not None

    async def bring_forward(self, planned: Planned) -> None:
        """Let the pending message with this dedupe key be due as planned now, if it is due later."""
        later = (outbox.c.state == State.PENDING) & (outbox.c.send_at > planned.send_at)
        await self._change((outbox.c.dedupe_key == planned.dedupe_key) & later, send_at=planned.send_at)

    async def of_student(self, student: PersonId) -> tuple[OutboxMessage, ...]:
        """Every message that a person gets as a student, locked until the unit of work ends."""
        theirs = select(*WITHOUT_BODY).where(_as_a_student(student)).order_by(outbox.c.id).with_for_update()
        return tuple(message_of(row) for row in (await self._connection.execute(theirs)).mappings())

    async def forget(self, student: PersonId) -> None:
        """Delete the rows of all messages that a person gets as a student, and nothing else."""
        await self._connection.execute(delete(outbox).where(_as_a_student(student)))

    async def forget_removals(self, *, at: datetime) -> None:
        """Delete the rows of removals that came to nothing and are too late at `at`."""
        in_vain = outbox.c.state.in_((State.FAILED, State.EXPIRED, State.CANCELLED)) & (outbox.c.too_late_at < at)
        await self._connection.execute(delete(outbox).where(in_vain, outbox.c.kind == Kind.REMOVAL))

    async def next_due(self, *, kinds: frozenset[str]) -> datetime | None:
        """When the next pending message of these kinds is due."""
        pending = (outbox.c.state == State.PENDING) & outbox.c.kind.in_([Kind(kind) for kind in kinds])
        first = select(outbox.c.send_at).where(pending).order_by(outbox.c.send_at).limit(1)
        return (await self._connection.execute(first)).scalar_one_or_none()

    async def counts(self, states: Iterable[State] = State) -> dict[State, int]:
        """How many messages are in each of some states."""
        asked = list(states)
        counted = select(outbox.c.state, func.count().label("number")).where(outbox.c.state.in_(asked))
        found = {row.state: row.number for row in await self._connection.execute(counted.group_by(outbox.c.state))}
        return {state: found.get(state, 0) for state in asked}

    async def listed(self, states: Iterable[State], *, limit: int) -> tuple[OutboxMessage, ...]:
        """Messages in some states, newest first, for the operator. Bodies are left out."""
        return await self._newest(outbox.c.state.in_(list(states)), limit=limit)

    async def troubled(self, *, limit: int) -> tuple[OutboxMessage, ...]:
        """What needs a person: messages unknown, failed, or put off for a reason, and digests that nobody got.

        What Slack was only too busy for has no reason, however often it was tried: it simply waits.
        """
        put_off = (outbox.c.state == State.PENDING) & (outbox.c.reason != "")
        missed_digest = (outbox.c.state == State.EXPIRED) & (outbox.c.kind == Kind.DIGEST)
        ended_badly = outbox.c.state.in_((State.UNKNOWN, State.FAILED))
        return await self._newest(ended_badly | put_off | missed_digest, limit=limit)

    async def put_off_digests(self) -> tuple[OutboxMessage, ...]:
        """Digests that wait because their channel, or the person they are for, did not get them; newest first."""
        put_off = (outbox.c.state == State.PENDING) & (outbox.c.kind == Kind.DIGEST) & (outbox.c.reason != "")
        return await self._newest(put_off, limit=MOST_PUT_OFF)

    async def missed_digests(self, *, since: datetime) -> tuple[OutboxMessage, ...]:
        """Digests due after an instant that their channels never got, newest first."""
        ended = outbox.c.state.in_((State.CANCELLED, State.FAILED, State.EXPIRED)) & (outbox.c.send_at > since)
        of_channels = (outbox.c.kind == Kind.DIGEST) & outbox.c.student.is_(None)
        in_vain = (outbox.c.state != State.CANCELLED) | (outbox.c.reason == WENT_DIRECTLY)
        return await self._newest(ended & of_channels & in_vain, limit=MOST_PUT_OFF)

    async def due_groups(self, *, at: datetime, until: datetime) -> tuple[Due, ...]:
        """How many pending messages are due together before `until`, of those not too late at `at`."""
        together = (outbox.c.kind, outbox.c.send_at, outbox.c.too_late_at)
        groups = (
            select(*together, func.count().label("number"))
            .where(outbox.c.state == State.PENDING, outbox.c.send_at < until)
            .group_by(*together)
        )
        due = (Due(**row) for row in (await self._connection.execute(groups)).mappings())
        # Few are too late, and SQLite would look for them first.
        return tuple(each for each in due if each.too_late_at >= at)

    async def ended(self, state: State, *, within: timedelta) -> dict[Kind, int]:
        """How many messages of each kind ended in a state not longer ago than so."""
        lately = (outbox.c.state == state) & (outbox.c.ended_at >= self._now(plus=-within))
        by_kind = select(outbox.c.kind, func.count().label("number")).where(lately).group_by(outbox.c.kind)
        return {row.kind: row.number for row in await self._connection.execute(by_kind)}

    async def by_prefix(self, prefix: str) -> tuple[OutboxMessage, ...]:
        """The first two messages whose ids begin so, locked until the unit of work ends."""
        # Every hexadecimal digit sorts before "g"; the comparison finds them by the index, which LIKE may not.
        begins_so = (outbox.c.id >= prefix) & (outbox.c.id < prefix + "g")
        first_two = select(*WITHOUT_BODY).where(begins_so).order_by(outbox.c.id).limit(2).with_for_update()
        return tuple(message_of(row) for row in (await self._connection.execute(first_two)).mappings())

    async def reopen(self, messages: Collection[MessageId], *, after: timedelta) -> int:
        """Make failed, expired and unknown messages pending again, not to be claimed before a while has passed.
        Returns how many."""
        ended = outbox.c.id.in_(messages) & outbox.c.state.in_((State.FAILED, State.EXPIRED, State.UNKNOWN))
        held_until = self._now(plus=after)
        return await self._change(ended, state=State.PENDING, reason="", held_until=held_until, ended_at=None)

    async def hurry(self, messages: Collection[MessageId]) -> int:
        """Let pending messages that were put off for a reason be claimed at once. Returns how many.

        Those that wait without one may still be looked for.
        """
        put_off = outbox.c.id.in_(messages) & (outbox.c.state == State.PENDING) & (outbox.c.reason != "")
        return await self._change(put_off, held_until=None)

    async def withdraw(self, messages: Collection[MessageId]) -> int:
        """Cancel pending, unknown, failed and expired messages for good: no planning revives them. Returns how many."""
        may_end = (State.PENDING, State.UNKNOWN, State.FAILED, State.EXPIRED)
        chosen = outbox.c.id.in_(messages) & outbox.c.state.in_(may_end)
        return await self._change(chosen, state=State.CANCELLED, reason=WITHDRAWN, body=None, ended_at=self._now())

    async def vouch_for(self, messages: Collection[MessageId]) -> int:
        """Record unknown messages as sent, because a person has seen them. Returns how many."""
        unknown = outbox.c.id.in_(messages) & (outbox.c.state == State.UNKNOWN)
        return await self._change(unknown, state=State.SENT, reason=SEEN, body=None, ended_at=self._now())

    async def _newest(self, chosen: ColumnElement[bool], *, limit: int) -> tuple[OutboxMessage, ...]:
        newest = select(*WITHOUT_BODY).where(chosen).order_by(outbox.c.send_at.desc(), outbox.c.id).limit(limit)
        return tuple(message_of(row) for row in (await self._connection.execute(newest)).mappings())

    def _row(self, planned: Planned) -> dict[str, Any]:
        """A whole new row."""
        return {
            "id": uuid4().hex,
            "kind": planned.kind,
            "dedupe_key": planned.dedupe_key,
            "send_at": planned.send_at,
            "too_late_at": planned.too_late_at,
            "student": planned.student,
            "channel": planned.channel,
            "cohort_id": planned.cohort_id,
            "day": planned.on,
            "body": None if planned.body is None else self._cipher.encrypt(planned.body),
            "state": State.PENDING,
            "attempts": 0,
            "sent_channel": None,
            "sent_ts": None,
            "reason": "",
            "held_until": None,
            "ended_at": None,
        }


def _as_a_student(person: PersonId) -> ColumnElement[bool]:
    return (outbox.c.student == person) & outbox.c.kind.in_(FOR_STUDENTS)


def _unanswered() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    answered = exists().where(replies.c.student == outbox.c.student, replies.c.day == outbox.c.day)
    skipped = exists().where(skips.c.student == outbox.c.student, skips.c.day == outbox.c.day)
    return ~answered, ~skipped


def _was_never_had() -> ColumnElement[bool]:
    not_wanted = (outbox.c.state == State.CANCELLED) & (outbox.c.reason == NOT_WANTED)
    return outbox.c.sent_ts.is_(None) & ((outbox.c.state == State.FAILED) | not_wanted)


def came_to_nothing(*, planned_before: datetime) -> ColumnElement[bool]:
    """What was planned for an instant or earlier, and Slack has surely never had."""
    expired = outbox.c.sent_ts.is_(None) & (outbox.c.state == State.EXPIRED)
    return or_(_was_never_had(), expired) & (outbox.c.send_at <= planned_before)


def _may_be_revived() -> ColumnElement[bool]:
    """What was cancelled because a student did not want it comes back with the wish; what a person cancelled does
    not: it may have been unknown, and planning it again would send it blindly."""
    return (outbox.c.state == State.CANCELLED) & (outbox.c.reason != WITHDRAWN)


@cache
def _add_once(dialect: str) -> ReturningInsert[tuple[str]]:
    """Like the next one drawn up once, since somebody waits who has just sent a form: that takes as long as executing
    it."""
    insert = insert_in_words_of(dialect, outbox)
    return insert.on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(outbox.c.id)


@cache
def _question_of_a_day() -> Select[Any]:
    asked = _questions(bindparam("person", type_=String), in_states=MAY_HAVE_ARRIVED)
    return asked.where(outbox.c.day == bindparam("on"))


def is_question(in_states: tuple[State, ...] = MAY_HAVE_ARRIVED) -> ColumnElement[bool]:
    """A question that has, or may have, reached somebody."""
    # An IN would be drawn up anew on every execution.
    return (outbox.c.kind == Kind.QUESTION) & or_(*(outbox.c.state == state for state in in_states))


def _questions(student: PersonId | BindParameter[str], *, in_states: tuple[State, ...]) -> Select[Any]:
    return select(*QUESTION).where(outbox.c.student == student, is_question(in_states))
