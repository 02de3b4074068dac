"""Messages on their way. Every change of state names the states it may start from, so a lost race changes nothing."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, delete, or_, select, update

from bot.domain.outbox import NOT_SEEN, Kind, MessageId, OutboxMessage, State
from bot.flows.records.outbox import Arrival
from bot.storage.outbox_rows import NOBODY, WITHOUT_BODY, OutboxRows
from bot.storage.tables import outbox

LOOKED_FOR_UNTIL = timedelta(days=1)
"""How long after it was too late a message is still looked for: a question that did arrive may be answered."""


REPEATABLE = tuple(kind for kind in Kind if kind.is_repeatable)
LONGEST_HOLD, LONGEST_LEASE = timedelta(days=1, hours=1), timedelta(hours=1)
"""No message is put off for longer, until the workspace may send again; none is leased or left unlooked for longer."""


class DeliveryRecords(OutboxRows):
    """Messages on their way: leased, sent, looked for."""

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

    async def reword(self, message: MessageId, *, body: str) -> None:
        """Let a message of ours say something else."""
        await self._change(self._in_our_hands(message), body=self._cipher.encrypt(body))

    async def still_held(self, messages: Collection[MessageId]) -> frozenset[MessageId]:
        """Those of some messages that are in our hands, locked until the unit of work ends."""
        ours = select(outbox.c.id).where(outbox.c.id.in_(messages) & self._held()).order_by(outbox.c.id)
        return frozenset((await self._connection.scalars(ours.with_for_update())).all())

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

    async def arrived(self, arrivals: Sequence[Arrival]) -> None:
        """Record where messages stand in Slack that we have sent, that are unknown, or that were put back although the
        attempt had arrived. Their bodies are erased."""
        if not arrivals:
            return
        put_back = (outbox.c.state == State.PENDING) & (outbox.c.attempts == bindparam("tried"))
        arrival = (
            update(outbox)
            .where(outbox.c.id == bindparam("message"), or_(self._ours_or_unknown(), put_back))
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
        rows = [
            {"message": each.message, "tried": each.attempt, "at_channel": each.sent.channel, "at_ts": each.sent.ts}
            for each in arrivals
        ]
        await self._connection.execute(arrival, rows)

    async def vanish(self, messages: Collection[MessageId]) -> None:
        """Delete the rows of messages of which nothing need be known any more."""
        await self._connection.execute(delete(outbox).where(outbox.c.id.in_(messages)))

    async def settle(
        self,
        message: MessageId,
        state: State,
        *,
        reason: str = "",
        attempt: int | None = None,
    ) -> bool:
        """Record how a message ended (or that it is unknown). A digest's body is erased unless it is unknown.

        Only what this worker holds, or what is unknown, can be settled: a message that ended stays ended. What is
        known of an attempt says nothing once there was another one: then nothing changes. Returns whether anything
        did.
        """
        ours = self._in_our_hands(message, attempt)
        if state is State.UNKNOWN:
            changed = await self._change(ours, state=state, reason=reason, looked_at=self._now(), **NOBODY)
        else:
            changed = await self._end(ours, state, reason=reason)
        return changed == 1

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
        """Expired leases of others: `leased` becomes pending again, and `sending` unknown, but for what may be done
        twice and becomes pending. Returns how many.

        Our own are ours as long as we live, whatever a clock says: the embedded database goes by the host's, and that
        may jump while a request is on its way.
        """
        expired = (
            select(outbox.c.id)
            .where(outbox.c.state.in_((State.LEASED, State.SENDING)), outbox.c.owner != self._owner)
            .where(or_(outbox.c.lease_until <= self._now(), self._out_of_step(outbox.c.lease_until, LONGEST_LEASE)))
            .with_for_update(skip_locked=True)
        )
        found = outbox.c.id.in_((await self._connection.scalars(expired)).all())
        repeatable = (outbox.c.state == State.LEASED) | outbox.c.kind.in_(REPEATABLE)
        pending = await self._change(found & repeatable, state=State.PENDING, **NOBODY)
        unknown = await self._change(
            found & (outbox.c.state == State.SENDING), state=State.UNKNOWN, reason="", looked_at=self._now(), **NOBODY
        )
        return pending + unknown

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

    async def not_seen(self, message: MessageId, *, attempt: int) -> None:
        """Note that an unknown message was looked for once and was not there; unless it was attempted once more since
        it was handed out."""
        same = (outbox.c.id == message) & (outbox.c.state == State.UNKNOWN) & (outbox.c.attempts == attempt)
        await self._change(same, reason=NOT_SEEN, looked_at=self._now())

    async def erase_late_bodies(self, *, at: datetime) -> None:
        """Erase what unknown messages say that are too late at `at`: nobody will send them any more."""
        late = (outbox.c.state == State.UNKNOWN) & (outbox.c.too_late_at < at)
        await self._change(late & outbox.c.body.is_not(None), body=None)

    async def put_back(self, messages: Collection[MessageId], *, attempt: int | None = None) -> int:
        """Make unknown messages pending again, since they are surely not there. Returns how many.

        A message that has left that state while it was looked for, or was attempted once more, may be on its way
        already, in our own hands too.
        """
        unknown = outbox.c.id.in_(messages) & (outbox.c.state == State.UNKNOWN)
        if attempt is not None:
            unknown &= outbox.c.attempts == attempt
        return await self._change(unknown, state=State.PENDING, reason="", held_until=None)

    def _due(self, kinds: Iterable[Kind], *, at: datetime) -> Select[Any]:
        free = or_(
            outbox.c.held_until.is_(None),
            outbox.c.held_until <= self._now(),
            self._out_of_step(outbox.c.held_until, LONGEST_HOLD),
        )
        due = and_(outbox.c.state == State.PENDING, outbox.c.send_at <= at, free)
        return select(*WITHOUT_BODY).where(due, outbox.c.kind.in_(list(kinds)))

    def _unseen(self, *, at: datetime, older_than: timedelta) -> Select[Any]:
        worth_it = (outbox.c.state == State.UNKNOWN) & (outbox.c.too_late_at >= at - LOOKED_FOR_UNTIL)
        long_ago = outbox.c.looked_at <= self._now(plus=-older_than)
        return select(*WITHOUT_BODY).where(
            worth_it, or_(long_ago, self._out_of_step(outbox.c.looked_at, LONGEST_LEASE))
        )

    def _out_of_step(self, instant: ColumnElement[datetime], longest: timedelta) -> ColumnElement[bool]:
        """Whether an instant is farther ahead than any could be: then the clock went back since, and waiting for it
        would be waiting for nothing."""
        late: ColumnElement[bool] = instant > self._now(plus=longest)
        return late

    def _in_our_hands(self, message: MessageId, attempt: int | None = None) -> ColumnElement[bool]:
        ours = (outbox.c.id == message) & self._ours_or_unknown()
        return ours if attempt is None else ours & (outbox.c.attempts == attempt)

    def _ours_or_unknown(self) -> ColumnElement[bool]:
        return or_(outbox.c.state == State.UNKNOWN, self._held())

    def _held(self) -> ColumnElement[bool]:
        # Spelled out, since an IN can't be part of a statement that is made for many rows at once.
        in_hand = (outbox.c.state == State.LEASED) | (outbox.c.state == State.SENDING)
        return in_hand & (outbox.c.owner == self._owner)


def _one_of(messages: Iterable[OutboxMessage]) -> ColumnElement[bool]:
    return outbox.c.id.in_([message.id for message in messages])
