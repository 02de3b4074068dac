"""The demo's clock controls: to the next reminder, question or digest, living through what lies between."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import calendar
from bot.domain.outbox import Kind
from bot.practice.cast import PRECEPTOR
from bot.practice.classmates import Classmates
from bot.practice.clock import PracticeClock
from bot.practice.page.controls import Moved, Stop
from bot.practice.workspace import Workspace
from bot.wiring.bot import Bot

PLANNED_AHEAD = timedelta(hours=12)
"""Time moves in steps no longer than this, so that nothing is due before it is planned."""
FARTHEST = timedelta(days=15)
PROMPTS = {Stop.REMINDER: Kind.REMINDER, Stop.QUESTION: Kind.QUESTION}


@dataclass(frozen=True, slots=True)
class _Moment:
    """Something that comes next, and the instant by which everybody has it."""

    due: datetime
    stop: Stop | None


class DemoTime:
    """Moves the clock, and lets the bot and the classmates do what they do at each moment passed."""

    def __init__(self, clock: PracticeClock, classmates: Classmates, workspace: Workspace) -> None:
        self._clock, self._classmates, self._workspace = clock, classmates, workspace
        self.bot: Bot | None = None

    def now(self) -> datetime:
        """The practice instant."""
        return self._clock.now()

    async def move_to_next(self, stop: Stop) -> Moved:
        """Move to the next stop of a kind, or as far as fifteen days when there is none."""
        end = self.now() + FARTHEST
        await self.live()
        while self.now() < end:
            posted = self._digests_posted()
            moment = await self._next_moment()
            self._clock.move_to(moment.due)
            await self.live()
            if moment.stop is stop and (stop is not Stop.DIGEST or self._digests_posted() > posted):
                return Moved(self.now(), "")
        return Moved(
            self.now(),
            f"No {stop} came in two weeks. Has anybody pressed Start, and does the rotation still run?",
        )

    async def live(self) -> None:
        """Let everything happen that is due now, until nobody has anything left to do."""
        await self._bot.heartbeat.beat_all()
        while await self._classmates.act():
            await self._bot.heartbeat.beat_all()

    @property
    def _bot(self) -> Bot:
        if self.bot is None:
            raise RuntimeError("the demo's clock moves only once the bot is there")
        return self.bot

    async def _next_moment(self) -> _Moment:
        moments = [_Moment(self.now() + PLANNED_AHEAD, None)]
        async with self._bot.world.open_work() as work:
            for stop, kind in PROMPTS.items():
                due = await work.outbox.next_due(kinds=frozenset({kind}))
                if due is not None:
                    everybody_has_it = max(due, self.now()) + calendar.LONGEST_JITTER
                    moments.append(_Moment(everybody_has_it, stop))
            for cohort in await work.people.cohorts():
                _, due = calendar.latest_weekly(
                    self.now() + timedelta(days=7),
                    weekday=cohort.digest_day,
                    local_time=cohort.digest_at,
                    zone=cohort.zone,
                )
                moments.append(_Moment(due, Stop.DIGEST))
        return min(moments, key=lambda moment: moment.due)

    def _digests_posted(self) -> int:
        """Digests come into a channel of preceptors, or to the preceptor directly."""
        places = [each for each in self._workspace.channels.values() if not each.is_im or PRECEPTOR in each.members]
        return sum(len(self._workspace.messages(each.id)) for each in places)
