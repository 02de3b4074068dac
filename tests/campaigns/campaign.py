"""A school, a Slack that misbehaves, and workers that come and go: what every campaign is made of."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bot.configuration.settings import Settings, read_settings
from bot.domain.outbox import OutboxMessage, State
from bot.domain.people import Cohort
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.practice.faults import ALWAYS, Faults
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Workspace
from bot.storage.encryption import Cipher
from bot.wiring.bot import Bot, open_bot
from bot.wiring.world import open_world
from tests.campaigns.attention import Attention, attention_paid
from tests.campaigns.crew import Crew
from tests.campaigns.oracle import ENDED, Verdict, judge, outbox_of
from tests.campaigns.school import School, patiently, prompts
from tests.campaigns.worker import QUICK, JumpingClock
from tests.stories import MONDAY, NEXT_MONDAY, at

TUESDAY = MONDAY + timedelta(days=1)
LIFTED = 60_000
"""A pace that holds nobody up."""
BRISK = 1_800
"""A pace at which a worker that dies holds the messages of one second, and not a whole morning's."""
DIGEST_AT = "06:30"
# Not `auth.test`: a worker that cannot even learn who it is ends, and a supervisor starts another one.
METHODS = ("chat.postMessage", "chat.update", "conversations.open", "conversations.history", "users.info")
LOOK_EVERY = 0.5
LONG_ENOUGH = 20.0
ON_THE_WAY = frozenset({State.LEASED, State.SENDING})


@dataclass(frozen=True, slots=True)
class Campaign:
    """One school with its Slack, its database, its workers, and the dice that decide what happens to them."""

    school: School
    workspace: Workspace
    world: World
    settings: Settings
    crew: Crew
    clock: JumpingClock
    dice: Random
    attention: Attention

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Bot]:
        """Meanwhile a bot works inside this process: cheaper than a worker, and as good where nobody is killed."""
        async with open_bot(self.settings, clock=self.clock, timing=QUICK) as bot:
            bot.heartbeat.start()
            yield bot

    async def listed(self, state: State, number: int) -> tuple[OutboxMessage, ...]:
        """Wait until so many messages are in a state, and return them."""
        found: tuple[OutboxMessage, ...] = ()
        while len(found) < number:
            await asyncio.sleep(LOOK_EVERY)
            found = tuple(row for row in await self.outbox() if row.state is state)
        return found

    async def ended(self, keys: Iterable[str]) -> None:
        """Wait until all these messages are planned and have ended."""
        missing = set(keys)
        while missing:
            await asyncio.sleep(LOOK_EVERY)
            missing -= {row.planned.dedupe_key for row in await self.outbox() if row.state in ENDED}

    async def idle(self) -> None:
        """Wait until nothing is on its way, due, or unknown and still to be settled."""
        is_busy = True
        while is_busy:
            await asyncio.sleep(LOOK_EVERY)
            is_busy = any(self._is_to_do(row) for row in await self.outbox())

    async def outbox(self) -> tuple[OutboxMessage, ...]:
        """Every message there is."""
        return await patiently(lambda: outbox_of(self.world))

    async def verdict(self) -> Verdict:
        """What the oracle says now."""
        found = judge(await self.outbox(), self.workspace)
        return replace(found, stood_still=self.attention.stood_still)

    async def week(self, *, replies: int) -> None:
        """Two days of reminders, questions and replies, and what comes on the next Monday."""
        for on in (MONDAY, TUESDAY):
            await self.day(on, replies=replies)
        await self.ended(f"welcome:{student}" for student in self.school.new)
        await self.next_monday()

    async def day(self, on: date, *, replies: int) -> None:
        """Reminders, questions, and in each cohort so many replies."""
        await self.morning(on)
        await self.be(at(on, "17:45"))
        await self.ended(prompts("question", self.school.students, on))
        await self.be(at(on, "18:00"))
        await self.ended(prompts("update", await self.school.reply(self.world, on, each=replies), on))

    async def morning(self, on: date) -> None:
        """Everybody's reminder of a date."""
        await self.be(at(on, "07:15"))
        await self.ended(prompts("reminder", self.school.students, on))

    async def next_monday(self) -> None:
        """Reminders, and every cohort's digest; then nothing is left to do."""
        await self.morning(NEXT_MONDAY)
        await self.ended(f"digest:{cohort.id}:{NEXT_MONDAY}" for cohort in await patiently(self._cohorts))
        await self.idle()

    async def be(self, when: datetime) -> None:
        """Let the clock jump to an instant, and plan at once what a worker would plan a little later."""
        self.clock.set(when)
        await patiently(lambda: plan_prompts(self.world, at=when))
        await patiently(lambda: publish_digests(self.world, at=when))

    @asynccontextmanager
    async def striking(self, *, about_every: int, crew: Sequence[int]) -> AsyncIterator[None]:
        """Meanwhile kill a random worker again and again, after some more messages, and hire until there are as many
        as the dice choose of `crew`."""
        await self.crew.hire(crew[0])
        striker = asyncio.create_task(self._strike(about_every, crew))
        try:
            yield
        finally:
            striker.cancel()
            await asyncio.wait([striker])
        if not striker.cancelled():
            striker.result()

    async def _strike(self, about_every: int, crew: Sequence[int]) -> None:
        while True:
            await self.some_more(self.dice.randint(1, 2 * about_every))
            # Not always right behind an answer: the next ones are being claimed, marked or recorded.
            await asyncio.sleep(self.dice.choice((0.0, self.dice.uniform(0.0, 0.05), self.dice.uniform(0.0, 0.5))))
            self.crew.bury()
            if self.crew.at_work:
                await self.crew.kill(self.dice.choice(self.crew.at_work))
            await self.crew.hire(max(0, self.dice.choice(crew) - len(self.crew.at_work)))

    async def some_more(self, messages: int) -> None:
        """Wait until Slack has accepted so many more, or for a while in which it does not."""
        enough = len(self.workspace.accepted) + messages
        with suppress(TimeoutError):
            await self.workspace.until(lambda: len(self.workspace.accepted) >= enough, within=LONG_ENOUGH)

    async def _cohorts(self) -> tuple[Cohort, ...]:
        async with self.world.open_work() as work:
            return await work.people.cohorts()

    def _is_to_do(self, row: OutboxMessage) -> bool:
        now = self.clock.now()
        is_due = row.state is State.PENDING and row.planned.send_at <= now
        is_open = row.state is State.UNKNOWN and row.planned.too_late_at >= now
        return row.state in ON_THE_WAY or is_due or is_open


@asynccontextmanager
async def open_campaign(
    folder: Path, database_url: str, *, school: School, seed: int, a_minute: int = LIFTED
) -> AsyncIterator[Campaign]:
    """Everything but the workers: they are hired by the test. The clock shows the small hours of a Monday."""
    workspace = school.workspace()
    workspace.faults.dice = Random(seed)
    server = await PracticeServer.start(workspace)
    environment = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": server.base_url,
        "DATABASE_URL": database_url,
        "BEDSIDE_KEY": Cipher.new_key(),
        "BEDSIDE_CONFIG": str(_config(folder, a_minute)),
    }
    crew = Crew(folder, environment=environment)
    clock = JumpingClock(crew.clock_file)
    clock.set(at(MONDAY, "05:00"))
    env_file = folder / ".env"
    env_file.write_text("\n".join(f"{name}={value}" for name, value in environment.items()), encoding="utf-8")
    settings = read_settings(env_file)
    try:
        async with open_world(settings) as world, attention_paid() as attention:
            await school.begin(world)
            yield Campaign(school, workspace, world, settings, crew, clock, Random(seed), attention)
    finally:
        await crew.close()
        await server.stop()


def misbehave(faults: Faults, *, share: float) -> None:
    """Let about this share of the calls meet something that Slack, or the way to it, does on a bad day."""
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("drop_before", {}),
        ("drop_after", {}),
        ("half_an_answer", {}),
        ("status", {"code": 503}),
        ("status", {"code": 500, "accepted": True}),
        ("html", {"accepted": True, "content_type": "application/json", "code": 200}),
        ("html", {}),
        ("time_out", {"accepted": True, "seconds": 3.0}),
        ("time_out", {"seconds": 3.0}),
        ("slow", {"seconds": 0.3}),
        ("rate_limited", {"retry_after": 1}),
        ("error", {"code": "internal_error"}),
    ]
    for method in METHODS:
        for kind, details in kinds:
            faults.add(method, kind, ALWAYS, chance=share / len(kinds), **details)


def _config(folder: Path, a_minute: int) -> Path:
    config = folder / "config"
    shutil.copytree("config", config)
    program = config / "program.yaml"
    text = program.read_text(encoding="utf-8")
    for was, becomes in (
        (r"^messages_a_minute: \d+$", f"messages_a_minute: {a_minute}"),
        # Before the reminders, so that a test can have one without the other.
        (r'^digest: {day: mon, at: "07:00"}$', f'digest: {{day: mon, at: "{DIGEST_AT}"}}'),
    ):
        text, changes = re.subn(was, becomes, text, flags=re.MULTILINE)
        assert changes == 1
    program.write_text(text, encoding="utf-8")
    return config
