"""Students, clocks, coordinators and crashes do what they like: a reply is used once at most, and releases keep their
distance."""

import asyncio
import shutil
import sqlite3
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import insert

from bot.domain.anonymity import BETWEEN_RELEASES
from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import BedsideError, OutboxRefused
from bot.domain.outbox import GiveUp, Kind, State
from bot.domain.people import PersonId
from bot.domain.reply import Draft, Sharing
from bot.domain.roster import PlannedCohort, RosterPlan
from bot.flows.delete_everything import delete_everything
from bot.flows.forget_replies import forget_replies
from bot.flows.mend_outbox import cancel, retry
from bot.flows.publish_digest import publish_digests
from bot.flows.share_words import share_words
from bot.flows.stop_sharing import stop_sharing
from bot.flows.take_reply import Saved, take_reply
from bot.flows.withdraw_reply import delete_reply, withdraw_reply
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from bot.storage.tables import outbox
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import kim_confirms, posted, world_on
from tests.databases import KEY, PATIENCE, folder_in_memory
from tests.fakes import NEW_YORK, FakeMessenger
from tests.stories import DIGEST_CHANNEL, EIGHT, MONDAY, at, deliver, everybody_starts, place

CIPHER = Cipher([KEY])
WEEKS = 4
DAY = timedelta(days=1)
ASKED = [MONDAY + number * DAY for number in range(7 * WEEKS) if number % 7 < 5]
THEMES = ("time-pressure", "saw-the-person", "interruptions")

ONCE = Attack(
    "Whatever order things happen in.",
    "Answers, shared words, withdrawals, deletions, two workers at once, a channel that refuses, another digest day.",
    "a reply in two releases, words shown that were taken back, two releases within six days",
    Table.SYSTEM,
)

Told = TypeVar("Told")
Key = tuple[str, str]
"""Whose reply, and to the question of which day."""
students = st.sampled_from(EIGHT)
days_ago = st.integers(0, 6)
choices = st.builds(
    Draft,
    st.frozensets(st.sampled_from([ThemeSlug(theme) for theme in THEMES]), min_size=1),
    st.just(""),
    st.sampled_from([Sharing.JOURNAL, Sharing.THEMES, Sharing.WORDS, Sharing.WORDS]),
)


class Weeks(RuleBasedStateMachine):
    """One cohort on a clock that goes where Hypothesis wants. `template` is a database in which all is asked."""

    template: Path
    releases: ClassVar[list[int]]

    def __init__(self) -> None:
        super().__init__()
        self.closing = ExitStack()
        self.runner = self.closing.enter_context(asyncio.Runner())
        file = shutil.copy(self.template, self.closing.enter_context(folder_in_memory()) / "weeks.sqlite3")
        self.worlds = [world_on(self._opened(f"sqlite:///{file}")) for _ in range(2)]
        self.file = self.closing.enter_context(closing(sqlite3.connect(file)))
        self.world = self.worlds[0]
        self.messenger = FakeMessenger()
        self.now = at(MONDAY, "20:00")
        self.number = 0
        self.spent: set[Key] = set()
        self.released: set[str] = set()

    def _opened(self, url: str) -> Database:
        database = open_database(url, cipher=CIPHER, wait=PATIENCE)
        self.closing.callback(lambda: self.run(database.close()))
        return database

    def run(self, doing: Coroutine[Any, Any, Told]) -> Told:
        return self.runner.run(doing)

    def teardown(self) -> None:
        self.closing.close()

    @rule(student=students, ago=days_ago, draft=choices)
    def answers(self, student: PersonId, ago: int, draft: Draft) -> None:
        on = self._asked(ago)
        self.number += 1
        text = f"Words number {self.number}." if draft.sharing is Sharing.WORDS or self.number % 2 else ""
        self.run(self._answer(student, on, replace(draft, text=text)))

    @rule(ago=days_ago, draft=choices)
    def all_answer(self, ago: int, draft: Draft) -> None:
        for student in EIGHT[:7]:
            self.answers(student, ago, draft)

    @rule(student=students, ago=days_ago, does=st.sampled_from([withdraw_reply, delete_reply]))
    def takes_back(self, student: PersonId, ago: int, does: Any) -> None:  # noqa: ANN401 - one of two flows
        self._tried(does(self.world, student, self._asked(ago), at=self.now))

    @rule(student=students)
    def stops_sharing(self, student: PersonId) -> None:
        self._tried(stop_sharing(self.world, student, at=self.now))

    @precondition(lambda self: self.number > 20)
    @rule(student=st.sampled_from(EIGHT[6:]))
    def deletes_everything(self, student: PersonId) -> None:
        self._tried(delete_everything(self.world, student, at=self.now))

    @rule(hours=st.sampled_from([1, 11, 13, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.run(forget_replies(self.world, at=self.now))

    @rule(days=st.integers(1, 6), hour=st.integers(6, 20))
    def the_coordinator_moves_the_digest(self, days: int, hour: int) -> None:
        weekday = (self.now + days * DAY).weekday()
        cohort = PlannedCohort("Medicine", DIGEST_CHANNEL, NEW_YORK, weekday, time(hour))
        self.run(self._apply(RosterPlan((cohort,), (), ())))

    @rule(draft=choices, ago=days_ago)
    def all_answer_and_the_next_digest_comes(self, draft: Draft, ago: int) -> None:
        self.all_answer(ago, draft)
        self.to_the_next_digest()

    @rule()
    def to_the_next_digest(self) -> None:
        """On to the minute of the next one, which two workers compose at once."""
        self.now = self.run(self._next_digest())
        self.publishes()
        self.delivers(refuses=False)

    @rule()
    def publishes(self) -> None:
        before, shared = self._used(), self._shared()
        self.run(self._publish_twice())
        fresh = self._used() - before
        assert not fresh & self.spent
        self.spent |= fresh
        if fresh:
            self.releases.append(len(fresh))
        self.released |= {shared[key] for key in fresh & shared.keys()}

    @rule(refuses=st.booleans())
    def delivers(self, refuses: bool) -> None:
        if refuses:
            self.messenger.trouble = [GiveUp("not_in_channel")]
        self.run(deliver(self.world, self.messenger, when=self.now))
        self.messenger.trouble = []

    @rule(does=st.sampled_from(["retry", "cancel"]))
    def the_operator_mends(self, does: str) -> None:
        self.run(self._mend(does))

    @invariant()
    def releases_are_six_days_apart(self) -> None:
        rows = self._read("SELECT released_at FROM digests WHERE released_at IS NOT NULL ORDER BY released_at")
        released = [datetime.fromisoformat(instant) for (instant,) in rows]
        assert all(later - earlier >= BETWEEN_RELEASES for earlier, later in pairwise(released))

    @invariant()
    def what_is_used_is_wiped_and_stays_used(self) -> None:
        for student, day, *shared in self._read("SELECT student, day, spent, themes, sharing, excerpt FROM replies"):
            assert (student, day) not in self.spent or shared == [1, None, None, None]

    @invariant()
    def only_words_of_used_replies_are_shown_and_none_twice(self) -> None:
        quotes = [words for digest in posted(self.messenger) for words in digest.quotes]
        assert len(quotes) == len(set(quotes))
        assert set(quotes) <= self.released

    def _asked(self, ago: int) -> date:
        past = [on for on in ASKED if at(on, "17:30") <= self.now]
        return past[-1 - min(ago, len(past) - 1)]

    async def _answer(self, student: PersonId, on: date, draft: Draft) -> None:
        async with self.world.open_work() as work:
            held = await work.replies.get(student, on)
        version = held.changed_at if held else None
        try:
            saved = await take_reply(self.world, draft, student=student, on=on, version=version, at=self.now)
            if isinstance(saved, Saved) and saved.offer is not None:
                offered = (self.world, saved.offer)
                await share_words(*offered, student=student, on=on, version=saved.version, at=self.now)
        except BedsideError:
            return

    def _tried(self, doing: Coroutine[Any, Any, object]) -> None:
        """Too late, or nothing there: then it is refused, and that is fine."""
        try:
            self.run(doing)
        except BedsideError:
            return

    async def _apply(self, plan: RosterPlan) -> None:
        async with self.world.open_work() as work:
            await work.people.apply(plan, at=self.now)
            await work.commit()

    async def _next_digest(self) -> datetime:
        async with self.world.open_work() as work:
            (cohort,) = await work.people.cohorts()
        days = [self.now.date() + number * DAY for number in range(9)]
        hours = [at(on, f"{cohort.digest_at:%H:%M}") for on in days if on.weekday() == cohort.digest_day]
        return next(hour for hour in hours if hour > self.now)

    async def _publish_twice(self) -> None:
        await asyncio.gather(*(publish_digests(world, at=self.now) for world in self.worlds))

    async def _mend(self, does: str) -> None:
        async with self.world.open_work() as work:
            messages = await work.outbox.listed([State.PENDING, State.EXPIRED, State.FAILED], limit=50)
        digests = [message.id for message in messages if message.planned.kind is Kind.DIGEST]
        try:
            if does == "retry":
                await retry(self.world, digests, not_there=True, at=self.now)
            else:
                await cancel(self.world, digests)
        except OutboxRefused:
            return

    def _used(self) -> set[Key]:
        return {(student, day) for student, day in self._read("SELECT student, day FROM replies WHERE spent")}

    def _shared(self) -> dict[Key, str]:
        rows = self._read("SELECT student, day, excerpt FROM replies WHERE excerpt IS NOT NULL")
        return {(student, day): CIPHER.decrypt(excerpt) for student, day, excerpt in rows}

    def _read(self, query: str) -> list[tuple[Any, ...]]:
        return self.file.execute(query).fetchall()


async def _all_asked(url: str) -> None:
    database = open_database(url, cipher=CIPHER, wait=PATIENCE)
    world = world_on(database)
    await place(world)
    await kim_confirms(world)
    await everybody_starts(world)
    rows = [_question(student, on) for student in EIGHT for on in ASKED]
    async with database.connect() as connection:
        await connection.execute(outbox.delete())
        await connection.execute(insert(outbox), rows)
        await connection.commit()
    await database.close()


def _question(student: PersonId, on: date) -> dict[str, Any]:
    asked = at(on, "17:30")
    return {
        "id": f"{EIGHT.index(student)}{on:%Y%m%d}".rjust(32, "0"),
        "kind": Kind.QUESTION,
        "dedupe_key": f"question:{student}:{on}",
        "send_at": asked,
        "too_late_at": asked + timedelta(hours=3),
        "student": student,
        "cohort_id": 1,
        "day": on,
        "state": State.SENT,
        "attempts": 1,
        "sent_channel": f"D{student}",
        "sent_ts": f"{asked.timestamp():.6f}",
        "reason": "",
    }


@pytest.fixture(scope="module")
def all_asked(sqlite_template: Path) -> Iterator[Path]:
    """A database in which eight students have started, and four weeks of questions have been asked."""
    with folder_in_memory() as folder:
        file = Path(shutil.copy(sqlite_template, folder / "weeks.sqlite3"))
        asyncio.run(_all_asked(f"sqlite:///{file}"))
        yield file


def live(template: Path, *, examples: int, steps: int) -> list[int]:
    """Returns how many replies each release used, of all these weeks."""

    class AskedWeeks(Weeks):
        pass

    AskedWeeks.template, AskedWeeks.releases = template, []
    run_state_machine_as_test(
        AskedWeeks,
        settings=settings(
            settings.get_profile("house"),
            max_examples=examples,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
            # Each step takes a few statements of a real database: to look for the shortest story would take minutes.
            phases=[Phase.generate],
        ),
    )
    return AskedWeeks.releases


def test_no_reply_is_in_two_releases_and_no_two_releases_are_within_six_days(all_asked: Path) -> None:
    releases = live(all_asked, examples=8, steps=25)
    assert len(releases) > 5, "there was something to see"
    ONCE.told("none", "none")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_same_for_long(all_asked: Path) -> None:
    releases = live(all_asked, examples=60, steps=60)
    assert len(releases) > 50, len(releases)
