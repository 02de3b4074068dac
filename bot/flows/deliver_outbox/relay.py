"""The relay: round after round it records, claims and begins, while its requests are on their way."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Final

from bot.domain import pace
from bot.domain.errors import BedsideError
from bot.domain.outbox import AppRefused, Outcome, RetryLater, SlowDown, State, Unknown
from bot.domain.pace import LANES, LaneName
from bot.flows.deliver_outbox.beginning import Begun, begin
from bot.flows.deliver_outbox.claiming import Claim, tidy
from bot.flows.deliver_outbox.parcels import Delivered, Parcel
from bot.flows.deliver_outbox.recording import AT_ONCE, record
from bot.flows.ports import Messenger, Timing, World
from bot.logs import log

CONCURRENT: Final = 50
"""Requests on their way at one time."""
READY: Final = 100
"""Messages marked `sending` that wait for one of these to end, so that no place stays empty for a transaction."""
CAPACITY: Final = 2 * (CONCURRENT + READY)
WORTH_A_CLAIM: Final = READY // 2
"""Claims of a few messages each would cost more than they carry."""
WORTH_A_RECORD: Final = READY // 2
NEXT_CLAIM: Final = 0.5
"""Seconds until the next claim when the last one found less than it could take: half of what lanes give ahead."""
TIDY_EVERY: Final = 1.0
TRY_AGAIN: Final = 1.0
LONGEST_REST: Final = 0.5
SILENT: Final = 5
"""So many requests in a row without an answer mean that Slack has none to give."""


class Relay:
    """Carries due messages to Slack. One for each process, and one round of it at a time."""

    def __init__(
        self,
        world: World,
        messenger: Messenger,
        *,
        timing: Timing | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        concurrent: int = CONCURRENT,
    ) -> None:
        self._world, self._messenger = world, messenger
        self._timing, self._monotonic = timing or Timing(), monotonic
        self._places = asyncio.Semaphore(concurrent)
        self._held: list[Parcel] = []
        self._on_their_way: dict[asyncio.Task[None], Parcel] = {}
        self._delivered: list[Delivered] = []
        self._woken = asyncio.Event()
        self._claim_at = self._tidy_at = 0.0
        self._braked_until = dict.fromkeys(LANES, 0.0)
        self._unanswered = 0
        self._in_doubt = False
        self._stop_by: float | None = None

    async def round(self, *, at: datetime) -> bool:
        """Record what has ended, claim what is due at `at`, begin what has its turn, and rest until there is more to
        do. Returns whether anything is on its way: then the next round should follow."""
        self._woken.clear()
        await self._record(at=at)
        if self._stop_by is None:
            await self._claim(at=at)
            await self._begin(at=at)
        else:
            await self._let_go(self._stop_by)
        if not (self._held or self._on_their_way or self._delivered):
            self._claim_at = 0.0
            return False
        await self._rest()
        return True

    def hurry(self) -> None:
        """Look for due messages at once: something was just put into the outbox."""
        self._claim_at = 0.0
        self._woken.set()

    def stop(self, *, within: float) -> None:
        """Claim and begin nothing more. The rounds that follow give back what was not handed to Slack, and let what
        is on its way end, for so many seconds at the most."""
        self._stop_by = self._monotonic() + within
        self._woken.set()

    async def _record(self, *, at: datetime) -> None:
        """What can't be written down now is kept and tried again: Slack has it, whatever the database does."""
        batch, self._delivered = self._delivered, []
        failed = await self._recorded(batch, at=at) if batch else []
        if failed:
            self._delivered = failed + self._delivered
            await asyncio.sleep(TRY_AGAIN)

    async def _recorded(self, batch: list[Delivered], *, at: datetime) -> list[Delivered]:
        """Write a batch down. Returns what could not be."""
        silent = self._unanswered >= SILENT
        try:
            await record(self._world, batch, silent=silent, at=at, timing=self._timing)
        except BedsideError as error:
            log("record_failed", level=logging.ERROR, error=error, number=len(batch))
            return batch
        except Exception as error:  # noqa: BLE001 - whatever it is, an outcome must not be lost
            log("record_broke", level=logging.ERROR, error=error, number=len(batch))
            if len(batch) == 1:
                return await self._left_unknown(batch)
            # One of them may be what the others fail for.
            return [each for one in batch for each in await self._recorded([one], at=at)]
        if silent:
            # Said once: what comes after tells anew whether Slack answers.
            self._unanswered = 0
        return []

    async def _left_unknown(self, batch: list[Delivered]) -> list[Delivered]:
        """What can't be written down as it is becomes unknown: Slack's history tells, or a person."""
        try:
            async with self._world.open_work() as work:
                for each in batch:
                    await work.delivery.settle(each.parcel.id, State.UNKNOWN, reason="broken", attempt=each.attempt)
                await work.commit()
        except Exception as error:  # noqa: BLE001 - it is tried again
            log("record_failed", level=logging.ERROR, error=error, number=len(batch))
            return batch
        return []

    async def _claim(self, *, at: datetime) -> None:
        now = self._monotonic()
        free = CAPACITY - len(self._held) - len(self._on_their_way) - len(self._delivered)
        if now < self._claim_at or free < WORTH_A_CLAIM:
            return
        if now >= self._tidy_at:
            await tidy(self._world, at=at)
            self._tidy_at = now + TIDY_EVERY
        await self._clear_doubt()
        self._in_doubt = True
        claimed = await Claim(self._world, at, self._timing, self._monotonic).take(free)
        self._in_doubt = False
        # Whoever stood still may get back what others took over meanwhile, and still has it in hand.
        self._part_with(claimed)
        self._held += claimed
        self._claim_at = now if len(claimed) == free else now + NEXT_CLAIM

    async def _clear_doubt(self) -> None:
        """A step that broke may have been committed all the same: what is ours by the database, and not in our hands,
        was never handed to Slack and goes back."""
        if self._in_doubt:
            delivered = [each.parcel for each in self._delivered]
            async with self._world.open_work() as work:
                known = [parcel.id for parcel in (*self._held, *self._on_their_way.values(), *delivered)]
                await work.delivery.give_back_all(but=known)
                await work.commit()
            self._in_doubt = False

    async def _begin(self, *, at: datetime) -> None:
        now = self._monotonic()
        await self._give_back([parcel for parcel in self._held if parcel.due < self._braked_until[parcel.lane]])
        places = CONCURRENT + READY - len(self._on_their_way)
        turn = [parcel for parcel in self._held if parcel.due <= now][: max(0, places)]
        if not turn:
            return
        self._part_with(turn)
        give_up_at = now + (self._timing.lease - self._timing.safety).total_seconds()
        doubt, self._in_doubt = self._in_doubt, True
        try:
            begun = await begin(self._world, turn, at=at, timing=self._timing)
        except BedsideError as error:
            # The database does not answer. Nothing was handed to Slack, so all of it may be begun again.
            log("begin_failed", level=logging.ERROR, error=error, number=len(turn))
            self._held += [parcel.put_off(now + TRY_AGAIN) for parcel in turn]
            return
        self._in_doubt = doubt
        for each in begun:
            self._start(each, give_up_at=give_up_at)

    def _start(self, begun: Begun, *, give_up_at: float) -> None:
        task = asyncio.get_running_loop().create_task(self._carry(begun, give_up_at=give_up_at))
        self._on_their_way[task] = begun.parcel
        task.add_done_callback(self._on_their_way.pop)

    async def _carry(self, begun: Begun, *, give_up_at: float) -> None:
        """Make one request once a place is free, and keep its outcome whatever happens."""
        outcome: Outcome = RetryLater(AT_ONCE)
        try:
            async with self._places:
                if self._stop_by is None and not self._is_braked(begun.parcel.lane):
                    # From here on nobody can tell, until the messenger has said so.
                    outcome = Unknown()
                    message = begun.parcel.message
                    outcome = await self._messenger.deliver(message, begun.saying, give_up_at=give_up_at)
        except Exception as error:  # noqa: BLE001 - it may have left before it broke, so history has to be asked
            log("delivery_broke", level=logging.ERROR, error=error)
        finally:
            self._keep(Delivered(begun.parcel, outcome))

    def _keep(self, delivered: Delivered) -> None:
        outcome, lane = delivered.outcome, delivered.parcel.lane
        self._delivered.append(delivered)
        self._unanswered = self._unanswered + 1 if isinstance(outcome, Unknown) else 0
        match outcome:
            case SlowDown(pause=pause):
                self._brake(lane, for_=pause)
            case AppRefused():
                for each in LANES:
                    self._brake(each, for_=pace.PROBE)
        log("message", kind=delivered.parcel.message.planned.kind, outcome=type(outcome))
        # While the next ones are marked already, outcomes are gathered: a round for each would cost more than it says.
        if len(self._delivered) >= WORTH_A_RECORD or len(self._on_their_way) <= CONCURRENT:
            self._woken.set()

    def _brake(self, lane: LaneName, *, for_: timedelta) -> None:
        self._braked_until[lane] = max(self._braked_until[lane], self._monotonic() + for_.total_seconds())

    def _is_braked(self, lane: LaneName) -> bool:
        """Whether Slack has asked for a pause since this message was marked."""
        return self._monotonic() < self._braked_until[lane]

    async def _let_go(self, stop_by: float) -> None:
        try:
            await self._give_back(self._held)
        except BedsideError as error:
            log("give_back_failed", level=logging.ERROR, error=error, number=len(self._held))
        if self._monotonic() >= stop_by:
            for task in tuple(self._on_their_way):
                task.cancel()

    async def _give_back(self, parcels: Collection[Parcel]) -> None:
        """To whoever claims them next: nothing of this was handed to Slack."""
        if parcels:
            async with self._world.open_work() as work:
                await work.delivery.give_back([parcel.id for parcel in parcels])
                await work.commit()
            self._part_with(parcels)

    def _part_with(self, parcels: Collection[Parcel]) -> None:
        ids = {parcel.id for parcel in parcels}
        self._held = [parcel for parcel in self._held if parcel.id not in ids]

    async def _rest(self) -> None:
        """Until a request ends, a message has its turn, or it is time to look again."""
        now = self._monotonic()
        next_turn = min((parcel.due - now for parcel in self._held), default=LONGEST_REST)
        try:
            async with asyncio.timeout(min(LONGEST_REST, max(0.0, next_turn))):
                await self._woken.wait()
        except TimeoutError:
            return
