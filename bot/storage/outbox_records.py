"""Messages on their way. Every change of state names the states it may start from, so a lost race changes nothing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    RowMapping,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.capacity import Due
from bot.domain.outbox import (
    NOT_WANTED,
    SEEN,
    WITHDRAWN,
    Kind,
    MessageId,
    OutboxMessage,
    Planned,
    Sent,
    State,
    changes_of_plan,
)
from bot.domain.people import PersonId
from bot.domain.reply import Question
from bot.storage.encryption import Cipher
from bot.storage.tables import database_now, insert_in_words_of, insert_into, outbox, replies, skips

PROMPTS = (Kind.REMINDER, Kind.QUESTION)
PROMPT = (
    outbox.c.kind,
    outbox.c.dedupe_key,
    outbox.c.send_at,
    outbox.c.too_late_at,
    outbox.c.student,
    outbox.c.cohort_id,
    outbox.c.day,
)
OLDEST_PLANNED = timedelta(days=2)
MAY_HAVE_ARRIVED = (State.SENT, State.SENDING, State.UNKNOWN)
MOST_OPEN_QUESTIONS = 100
LOOKED_FOR_UNTIL = timedelta(days=1)
"""How long after it was too late a message is still looked for: a question that did arrive may be answered."""
NOBODY: Mapping[str, Any] = MappingProxyType({"owner": None, "lease_until": None})
OFTEN = 5
"""A message that Slack was too busy for once or twice needs nobody; one that never gets through does."""
WITHOUT_BODY = [column for column in outbox.c if column is not outbox.c.body]


class OutboxRecords:
    """One row for each dedupe key. `owner` tells this worker's leases from the others'."""

    def __init__(self, connection: AsyncConnection, *, cipher: Cipher, owner: str) -> None:
        self._connection = connection
        self._cipher = cipher
        self._owner = owner

    async def add(self, planned: Planned) -> bool:
        """Add a message; False (and no change) when one with its dedupe key is there already."""
        once = _add_once(self._connection.dialect.name)
        return await self._connection.scalar(once, self._row(planned)) is not None

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
        moved = {name: insert.excluded[name] for name in ("send_at", "too_late_at", "cohort_id", "state")}
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
        not_wanted = (outbox.c.state == State.CANCELLED) & (outbox.c.reason == NOT_WANTED)
        never_had = outbox.c.sent_ts.is_(None) & ((outbox.c.state == State.FAILED) | not_wanted)
        changed = await self._change(
            (outbox.c.dedupe_key == planned.dedupe_key) & never_had,
            state=State.PENDING,
            send_at=planned.send_at,
            too_late_at=planned.too_late_at,
            cohort_id=planned.cohort_id,
            reason="",
            ended_at=None,
        )
        return changed == 1

    async def expire(self, *, at: datetime, limit: int) -> dict[Kind, int]:
        """End pending messages that are too late at `at`. Returns how many of each kind."""
        late = (
            select(outbox.c.id, outbox.c.kind)
            .where(outbox.c.state == State.PENDING, outbox.c.too_late_at < at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        found = (await self._connection.execute(late)).all()
        if found:
            await self._end(outbox.c.id.in_([row.id for row in found]), State.EXPIRED, reason="too_late")
        return dict(Counter(row.kind for row in found))

    async def claim(
        self, *, at: datetime, limit: int, lease: timedelta, kinds: Iterable[Kind] = Kind
    ) -> tuple[OutboxMessage, ...]:
        """Lease pending messages of some kinds that are due at `at` and not held back; no other worker gets them
        meanwhile.

        The freshest come first, so that after an outage nobody waits behind what is nearly too late.
        """
        due = self._due(kinds, at=at).order_by(outbox.c.send_at.desc(), outbox.c.id).limit(limit)
        messages = await self._locked(due)
        if messages:
            until = self._now(plus=lease)
            await self._change(_one_of(messages), state=State.LEASED, owner=self._owner, lease_until=until)
        return tuple(replace(message, state=State.LEASED) for message in messages)

    async def has_due(self, *, at: datetime, kinds: Iterable[Kind] = Kind) -> bool:
        """Whether there is anything to claim."""
        return (await self._connection.execute(self._due(kinds, at=at).limit(1))).first() is not None

    async def body(self, message: MessageId) -> str | None:
        """A message's own text, decrypted; None when it has none (any more)."""
        body = await self._connection.scalar(select(outbox.c.body).where(outbox.c.id == message))
        return None if body is None else self._cipher.decrypt(body)

    async def aim(self, message: MessageId, *, channel: str) -> None:
        """Write down to which channel a message of ours goes, if not to the one it was planned for."""
        await self._change(self._in_our_hands(message), channel=channel)

    async def begin(self, messages: Collection[MessageId], *, lease: timedelta) -> frozenset[MessageId]:
        """Turn our leases into `sending`, renew them and count the attempt. Returns those that are still ours.

        To be called only for what was not handed to Slack yet: then it may be called again when nobody saw whether
        the first call was committed.
        """
        ours = outbox.c.id.in_(messages) & self._held() & (outbox.c.lease_until > self._now())
        mark = (
            update(outbox)
            .where(ours)
            .values(
                state=State.SENDING,
                # Not counted again when it was committed unseen: outcomes name the attempt that they belong to.
                attempts=outbox.c.attempts + case((outbox.c.state == State.LEASED, 1), else_=0),
                lease_until=self._now(plus=lease),
            )
            .returning(outbox.c.id)
        )
        return frozenset((await self._connection.scalars(mark)).all())

    async def give_back(self, messages: Collection[MessageId]) -> None:
        """Make messages of ours pending again that were surely not handed to Slack."""
        await self._change(outbox.c.id.in_(messages) & self._held(), state=State.PENDING, **NOBODY)

    async def give_back_all(self, *, but: Collection[MessageId]) -> int:
        """Make everything of ours pending again, but for what is known to be in hand: a commit that nobody saw may
        have left the rest so. Returns how many."""
        return await self._change(self._held() & outbox.c.id.not_in(but), state=State.PENDING, **NOBODY)

    async def arrived(self, sent: Mapping[MessageId, Sent]) -> None:
        """Record where messages stand in Slack that we have sent, or that are unknown. Their bodies are erased."""
        if not sent:
            return
        arrival = (
            update(outbox)
            .where(outbox.c.id == bindparam("message"), self._ours_or_unknown())
            .values(
                state=State.SENT,
                sent_channel=bindparam("at_channel"),
                sent_ts=bindparam("at_ts"),
                reason="",
                body=None,
                ended_at=self._now(),
                **NOBODY,
            )
        )
        rows = [{"message": id_, "at_channel": it.channel, "at_ts": it.ts} for id_, it in sent.items()]
        await self._connection.execute(arrival, rows)

    async def settle(
        self,
        message: MessageId,
        state: State,
        *,
        sent: Sent | None = None,
        reason: str = "",
        attempt: int | None = None,
    ) -> None:
        """Record how a message ended (or that it is unknown). A digest's body is erased unless it is unknown.

        Only what this worker holds, or what is unknown, can be settled: a message that ended stays ended. What is
        known of an attempt says nothing once there was another one: then nothing changes.
        """
        ours = self._in_our_hands(message, attempt)
        if sent is not None:
            await self.arrived({message: sent})
        elif state is State.UNKNOWN:
            await self._change(ours, state=state, reason=reason, looked_at=self._now(), **NOBODY)
        else:
            await self._end(ours, state, reason=reason)

    async def hold_back(
        self, message: MessageId, *, after: timedelta, reason: str = "", attempt: int | None = None
    ) -> None:
        """Make a leased, sending or unknown message pending again, not to be claimed before a while has passed; unless
        there was another attempt after the one of which it is known that nothing arrived."""
        await self._change(
            self._in_our_hands(message, attempt),
            state=State.PENDING,
            held_until=self._now(plus=after),
            reason=reason,
            **NOBODY,
        )

    async def postpone(self, message: MessageId, *, send_at: datetime) -> None:
        """Make a leased message pending again, due at another instant."""
        leased = self._in_our_hands(message) & (outbox.c.state == State.LEASED)
        await self._change(leased, state=State.PENDING, send_at=send_at, **NOBODY)

    async def release_expired(self) -> int:
        """Expired leases of others: `leased` becomes pending again, `sending` becomes unknown. Returns how many.

        Our own are ours as long as we live, whatever a clock says: the embedded database goes by the host's, and that
        may jump while a request is on its way.
        """
        expired = (
            select(outbox.c.id)
            .where(outbox.c.state.in_((State.LEASED, State.SENDING)), outbox.c.owner != self._owner)
            .where(outbox.c.lease_until <= self._now())
            .with_for_update(skip_locked=True)
        )
        found = outbox.c.id.in_((await self._connection.scalars(expired)).all())
        leased = await self._change(found & (outbox.c.state == State.LEASED), state=State.PENDING, **NOBODY)
        sending = await self._change(
            found & (outbox.c.state == State.SENDING), state=State.UNKNOWN, looked_at=self._now(), **NOBODY
        )
        return leased + sending

    async def unknown(self, *, at: datetime, older_than: timedelta, limit: int) -> tuple[OutboxMessage, ...]:
        """Unknown messages that became so at least this long ago, were not looked at for as long, and are at `at` not
        too late by more than a day.

        Handing one out counts as a look once this unit of work commits: no two workers ask about one at a time.
        """
        unseen = self._unseen(at=at, older_than=older_than).order_by(outbox.c.looked_at, outbox.c.id)
        messages = await self._locked(unseen.limit(limit))
        if messages:
            await self._change(_one_of(messages), looked_at=self._now())
        return messages

    async def has_unknown(self, *, at: datetime, older_than: timedelta) -> bool:
        """Whether there is anything to look for."""
        unseen = self._unseen(at=at, older_than=older_than)
        return (await self._connection.execute(unseen.limit(1))).first() is not None

    async def looked_at(self, message: MessageId, *, again_after: timedelta) -> None:
        """Note that an unknown message was looked for in vain, and that the next look shall come so much later."""
        unknown = (outbox.c.id == message) & (outbox.c.state == State.UNKNOWN)
        await self._change(unknown, looked_at=self._now(plus=again_after))

    async def erase_late_bodies(self, *, at: datetime) -> None:
        """Erase what unknown messages say that are too late at `at`: nobody will send them any more."""
        late = (outbox.c.state == State.UNKNOWN) & (outbox.c.too_late_at < at)
        await self._change(late & outbox.c.body.is_not(None), body=None)

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

    async def newest_open(self, students: Collection[PersonId], *, since: datetime) -> dict[PersonId, date]:
        """Of each student who has any, the date of the newest question sent after an instant and still open."""
        newest = (
            select(outbox.c.student, func.max(outbox.c.day))
            .where(outbox.c.student.in_(students), outbox.c.kind == Kind.QUESTION, outbox.c.state == State.SENT)
            .where(outbox.c.send_at > since, *_unanswered())
            .group_by(outbox.c.student)
        )
        return {PersonId(row[0]): row[1] for row in await self._connection.execute(newest)}

    async def day_of(self, dedupe_key: str) -> date | None:
        """The date that a message is about, whatever became of it; None when it was never planned."""
        found: date | None = await self._connection.scalar(
            select(outbox.c.day).where(outbox.c.dedupe_key == dedupe_key)
        )
        return found

    async def next_due(self, *, kinds: frozenset[str]) -> datetime | None:
        """When the next pending message of these kinds is due."""
        pending = (outbox.c.state == State.PENDING) & outbox.c.kind.in_([Kind(kind) for kind in kinds])
        first = select(outbox.c.send_at).where(pending).order_by(outbox.c.send_at).limit(1)
        return (await self._connection.execute(first)).scalar_one_or_none()

    async def counts(self) -> dict[State, int]:
        """How many messages are in each state."""
        by_state = select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state)
        found = {row.state: row.number for row in await self._connection.execute(by_state)}
        return {state: found.get(state, 0) for state in State}

    async def listed(self, states: Iterable[State], *, limit: int) -> tuple[OutboxMessage, ...]:
        """Messages in some states, newest first, for the operator. Bodies are left out."""
        return await self._newest(outbox.c.state.in_(list(states)), limit=limit)

    async def troubled(self, *, limit: int) -> tuple[OutboxMessage, ...]:
        """What needs a person: messages unknown, failed, or tried in vain so far, and digests that nobody got."""
        refused_or_tried_often = (outbox.c.reason != "") | (outbox.c.attempts >= OFTEN)
        tried_in_vain = (outbox.c.state == State.PENDING) & (outbox.c.attempts > 0) & refused_or_tried_often
        missed_digest = (outbox.c.state == State.EXPIRED) & (outbox.c.kind == Kind.DIGEST)
        ended_badly = outbox.c.state.in_((State.UNKNOWN, State.FAILED))
        return await self._newest(ended_badly | tried_in_vain | missed_digest, limit=limit)

    async def due_groups(self, *, at: datetime, until: datetime) -> tuple[Due, ...]:
        """How many pending messages are due together before `until`, of those not too late at `at`."""
        together = (outbox.c.kind, outbox.c.send_at, outbox.c.too_late_at)
        groups = (
            select(*together, func.count().label("number"))
            .where(outbox.c.state == State.PENDING, outbox.c.send_at < until, outbox.c.too_late_at >= at)
            .group_by(*together)
        )
        return tuple(Due(**row) for row in (await self._connection.execute(groups)).mappings())

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
        return tuple(_message(row) for row in (await self._connection.execute(first_two)).mappings())

    async def reopen(self, messages: Collection[MessageId], *, after: timedelta) -> int:
        """Make failed, expired and unknown messages pending again, not to be claimed before a while has passed.
        Returns how many."""
        ended = outbox.c.id.in_(messages) & outbox.c.state.in_((State.FAILED, State.EXPIRED, State.UNKNOWN))
        held_until = self._now(plus=after)
        return await self._change(ended, state=State.PENDING, reason="", held_until=held_until, ended_at=None)

    async def put_back(self, messages: Collection[MessageId], *, attempt: int | None = None) -> int:
        """Make unknown messages pending again, since they are surely not there. Returns how many.

        A message that has left that state while it was looked for, or was attempted once more, may be on its way
        already, in our own hands too.
        """
        unknown = outbox.c.id.in_(messages) & (outbox.c.state == State.UNKNOWN)
        if attempt is not None:
            unknown &= outbox.c.attempts == attempt
        return await self._change(unknown, state=State.PENDING, reason="", held_until=None)

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
        return tuple(_message(row) for row in (await self._connection.execute(newest)).mappings())

    def _now(self, *, plus: timedelta = timedelta()) -> ColumnElement[Any]:
        return database_now(self._connection, plus=plus)

    async def _locked(self, chosen: Select[Any]) -> tuple[OutboxMessage, ...]:
        """The chosen messages, without those that another worker is choosing just now."""
        rows = (await self._connection.execute(chosen.with_for_update(skip_locked=True))).mappings()
        return tuple(_message(row) for row in rows)

    def _due(self, kinds: Iterable[Kind], *, at: datetime) -> Select[Any]:
        free = or_(outbox.c.held_until.is_(None), outbox.c.held_until <= self._now())
        due = and_(outbox.c.state == State.PENDING, outbox.c.send_at <= at, free)
        return select(*WITHOUT_BODY).where(due, outbox.c.kind.in_(list(kinds)))

    def _unseen(self, *, at: datetime, older_than: timedelta) -> Select[Any]:
        worth_it = (outbox.c.state == State.UNKNOWN) & (outbox.c.too_late_at >= at - LOOKED_FOR_UNTIL)
        return select(*WITHOUT_BODY).where(worth_it, outbox.c.looked_at <= self._now(plus=-older_than))

    async def _end(self, chosen: ColumnElement[bool], state: State, *, reason: str) -> None:
        await self._change(chosen, state=state, reason=reason, body=None, ended_at=self._now(), **NOBODY)

    async def _change(self, chosen: ColumnElement[bool], **values: object) -> int:
        return (await self._connection.execute(update(outbox).where(chosen).values(**values))).rowcount

    def _in_our_hands(self, message: MessageId, attempt: int | None = None) -> ColumnElement[bool]:
        ours = (outbox.c.id == message) & self._ours_or_unknown()
        return ours if attempt is None else ours & (outbox.c.attempts == attempt)

    def _ours_or_unknown(self) -> ColumnElement[bool]:
        return or_(outbox.c.state == State.UNKNOWN, self._held())

    def _held(self) -> ColumnElement[bool]:
        # Spelled out, since an IN can't be part of a statement that is made for many rows at once.
        in_hand = (outbox.c.state == State.LEASED) | (outbox.c.state == State.SENDING)
        return in_hand & (outbox.c.owner == self._owner)

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


def _one_of(messages: Iterable[OutboxMessage]) -> ColumnElement[bool]:
    return outbox.c.id.in_([message.id for message in messages])


def _unanswered() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    answered = exists().where(replies.c.student == outbox.c.student, replies.c.day == outbox.c.day)
    skipped = exists().where(skips.c.student == outbox.c.student, skips.c.day == outbox.c.day)
    return ~answered, ~skipped


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


def _questions(student: PersonId | BindParameter[str], *, in_states: tuple[State, ...]) -> Select[Any]:
    return select(
        outbox.c.student,
        outbox.c.day.label("on"),
        outbox.c.cohort_id,
        outbox.c.send_at.label("asked_at"),
        outbox.c.sent_channel.label("channel"),
        outbox.c.sent_ts.label("ts"),
    ).where(outbox.c.student == student, outbox.c.kind == Kind.QUESTION, outbox.c.state.in_(in_states))


def _message(row: RowMapping) -> OutboxMessage:
    planned = Planned(
        kind=row["kind"],
        dedupe_key=row["dedupe_key"],
        send_at=row["send_at"],
        too_late_at=row["too_late_at"],
        student=row["student"],
        channel=row["channel"],
        cohort_id=row["cohort_id"],
        on=row["day"],
    )
    return OutboxMessage(
        id=row["id"],
        planned=planned,
        state=row["state"],
        attempts=row["attempts"],
        channel=row["sent_channel"],
        ts=row["sent_ts"],
        reason=row["reason"] or "",
    )
