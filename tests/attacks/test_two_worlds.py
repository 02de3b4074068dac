"""Two worlds that differ in what one student does: nobody else sees anything of it, nor does any clock."""

import io
import json
import logging
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.outbox import Kind
from bot.domain.people import Pace
from bot.domain.reply import Sharing
from bot.flows.delete_everything import delete_everything
from bot.flows.open_home.opening import open_home
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.set_pace import leave, start
from bot.flows.skip_question import skip_question
from bot.flows.stop_sharing import stop_sharing
from bot.flows.take_break import pause
from bot.flows.take_stock import take_stock
from bot.flows.tell_today import tell_today
from bot.logs import OURS, WordlessFormatter
from bot.slack.views.home.tab import home
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import SAID, Choice, all_say, ready, say, world_on
from tests.attacks.theft import Copy, empty, opened
from tests.databases import KEY
from tests.fakes import FakeMessenger
from tests.stories import ALICE, BOB, CAROL, DEV, DR_KIM, JO, MALLORY, MONDAY, NEXT_MONDAY, at, deliver_all

WATCHERS = Attack(
    "Everything that others see, in two worlds.",
    "A coordinator, a preceptor, another student and a stranger: Home, /bedside, messages, from a week to the next.",
    "whether a student answered, skipped, paused, left or stopped sharing",
    Table.SYSTEM,
)
MATES = Attack(
    "Who had everything deleted, as others see it.",
    "Another student who remembers the names on Home.",
    "who had everything deleted",
    Table.SYSTEM,
)
LOGS = Attack(
    "Logs and meters.",
    "Every line and every number that a process tells its operator.",
    "a cohort, a person, a word",
    Table.SYSTEM,
)
MINUTE = Attack(
    "The minute and the size of a digest's row.",
    "The outbox without the key, while a digest waits to be sent.",
    "whether it shows anything",
    Table.SYSTEM,
)

Does = Callable[[World], Awaitable[object]]
WHEN = at(MONDAY, "18:30")


async def nothing(_: World) -> None:
    """The question stays open."""


DEEDS: dict[str, Does] = {
    "lets it go by": nothing,
    "answers": lambda world: say(world, ALICE, Choice(), when=WHEN),
    "shares words": lambda world: say(world, ALICE, SAID[ALICE], when=WHEN),
    "keeps it": lambda world: say(world, ALICE, Choice(text="Mine.", sharing=Sharing.JOURNAL), when=WHEN),
    "skips": lambda world: skip_question(world, ALICE, MONDAY, at=WHEN),
    "stops sharing": lambda world: stop_sharing(world, ALICE, at=WHEN),
    "slows down": lambda world: start(world, ALICE, Pace.ONCE_A_WEEK, at=WHEN),
    "pauses": lambda world: pause(world, ALICE, NEXT_MONDAY, at=WHEN),
    "leaves": lambda world: leave(world, ALICE, at=WHEN),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What others see in one world, and what its operator does."""

    by_others: str
    logs: list[dict[str, Any]]
    meters: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Monday evening before Alice does anything: the database, what was sent, and what was logged."""

    file: Path
    messenger: FakeMessenger

    async def lived(self, does: Does) -> Seen:
        """Alice does something; the others live on for a week."""
        copy = shutil.copy(self.file, self.file.with_name("copy.sqlite3"))
        async with opened(f"sqlite:///{copy}", cipher=Cipher([KEY])) as database:
            world = replace(world_on(database), coordinators=frozenset({JO}))
            messenger = FakeMessenger(accepted=list(self.messenger.accepted))
            with logged() as lines:
                await does(world)
                views = [await views_of_others(world, "18:40")]
                for day, clock in ((0, "18:41"), (1, "07:15"), (7, "07:15")):
                    now = at(MONDAY + timedelta(days=day), clock)
                    await publish_digests(world, at=now)
                    await deliver_all(world, messenger, when=now)
                views.append(await views_of_others(world, "20:00", days=7))
            await take_stock(world)
        sent = sorted(to_others(messenger))
        assert any("digest" in key for key, _ in sent)
        return Seen(json.dumps([views, sent]), lines, world.meters.exposition()[0].decode())


@pytest.fixture
async def monday_evening(sqlite_url: str) -> Beginning:
    """Three others have shared something, too few for a digest to show."""
    messenger = FakeMessenger()
    async with opened(sqlite_url, cipher=Cipher([KEY])) as database:
        await ready(world_on(database), messenger)
        await all_say(world_on(database), {student: SAID[student] for student in (BOB, CAROL, DEV)})
    return Beginning(Path(sqlite_url.removeprefix("sqlite:///")), messenger)


def to_others(messenger: FakeMessenger) -> Iterator[tuple[str, str]]:
    """What was sent to anybody but Alice, and taken out of nobody's conversation but hers."""
    for message, saying in messenger.accepted:
        if message.planned.student != ALICE and message.planned.kind is not Kind.REMOVAL:
            yield message.planned.dedupe_key, repr(saying)


async def views_of_others(world: World, clock: str, *, days: int = 0) -> list[object]:
    """What everybody else finds on Home and gets from /bedside."""
    now = at(MONDAY + timedelta(days=days), clock)
    found: list[object] = []
    for person in (JO, DR_KIM, BOB, MALLORY):
        view = home(await open_home(world, person, at=now), support=world.program.support_lines)
        found += [view.to_dict(), repr(await tell_today(world, person, at=now))]
    return found


@contextmanager
def logged() -> Iterator[list[dict[str, Any]]]:
    """Every line of our own, as it is written."""
    lines: list[dict[str, Any]] = []
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(WordlessFormatter())
    level = OURS.level
    OURS.addHandler(handler)
    OURS.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        OURS.removeHandler(handler)
        OURS.setLevel(level)
        lines += [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture(name="database_url")
def sqlite_only(sqlite_url: str) -> str:
    """What is shown is the same on every database."""
    return sqlite_url


async def test_whatever_a_student_does_nobody_else_sees_anything_of_it(monday_evening: Beginning) -> None:
    worlds = {name: await monday_evening.lived(does) for name, does in DEEDS.items()}
    as_if_nothing = worlds["lets it go by"]
    assert {name for name, seen in worlds.items() if seen.by_others != as_if_nothing.by_others} == set()
    WATCHERS.told("nothing", "nothing")
    for seen in worlds.values():
        fields = {name for line in seen.logs for name in line}
        assert fields <= {"at", "level", "event", "kind", "outcome", "state", "number"}
        assert not any(secret in json.dumps(seen.logs) + seen.meters for secret in ("U0", "C0", "Medicine", "cohort"))
    LOGS.told("nothing", "nothing; how many messages of a kind leave and end, of all cohorts together")


async def test_who_had_everything_deleted_is_missed_by_those_who_remember_the_names(
    monday_evening: Beginning,
) -> None:
    """Everybody is counted, and nobody is named of whom nothing is known any more."""
    before = await monday_evening.lived(nothing)
    after = await monday_evening.lived(lambda world: delete_everything(world, ALICE, at=WHEN))
    assert (ALICE in before.by_others, ALICE in after.by_others) == (True, False)
    MATES.told("nothing", "who is missing from the names on Home")


async def test_a_digest_comes_at_its_minute_and_in_one_size_whatever_it_shows(database: Database) -> None:
    rows = []
    for said in ({}, SAID):
        await empty(database)
        world = world_on(database)
        await ready(world, FakeMessenger())
        await all_say(world, said)
        await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
        (row,) = [row for row in (await Copy.of(database)).tables["outbox"] if row["kind"] == Kind.DIGEST]
        rows.append({**row, "id": None, "body": len(row["body"])})
    assert rows[0] == rows[1]
    MINUTE.told("nothing", "nothing; a very long digest has the next size")
