"""How fast messages leave: the rules of a lane, and whole quarters of an hour of it against limits it does not know."""

import heapq
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.pace import AHEAD, LOWER, MARGIN, PROBE, Lane, closed, opened, refused, room, take
from bot.practice.rate_limits import Bucket, Limit, Window
from tests.examples import examples

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PACE = 240
MINUTES = 12

A_MINUTE = st.integers(1, 2_000)
GAPS = st.lists(st.floats(0.0, 5.0), min_size=1, max_size=40)


def walk(gaps: list[float], a_minute: int, *, shares: int = 1) -> list[datetime]:
    """The slots that somebody takes who comes after each gap and takes all there is room for, in so many portions."""
    lane, now = Lane(), NOON
    slots: list[datetime] = []
    for gap in gaps:
        now += gap * SECOND
        free = room(lane, a_minute=a_minute, now=now)
        for portion in range(shares):
            lane, taken = take(lane, (free + portion) // shares, a_minute=a_minute, now=now)
            slots += taken
    return slots


@given(gaps=GAPS, a_minute=A_MINUTE)
def test_no_two_slots_are_closer_than_the_pace_allows(gaps: list[float], a_minute: int) -> None:
    interval = timedelta(minutes=1) / a_minute
    assert all(second - first >= interval for first, second in pairwise(walk(gaps, a_minute)))


@given(gaps=st.lists(st.floats(0.0, 1.0), min_size=80, max_size=120), a_minute=st.integers(1, 600))
def test_no_minute_holds_more_slots_than_the_pace(gaps: list[float], a_minute: int) -> None:
    slots = walk(gaps, a_minute)
    assert all(later - first >= timedelta(minutes=1) for first, later in zip(slots, slots[a_minute:], strict=False))


@given(gaps=GAPS, a_minute=A_MINUTE, shares=st.integers(2, 8))
def test_many_who_share_a_lane_get_the_slots_that_one_alone_would_get(
    gaps: list[float], a_minute: int, shares: int
) -> None:
    assert walk(gaps, a_minute, shares=shares) == walk(gaps, a_minute)


@given(gaps=GAPS, a_minute=A_MINUTE)
def test_slots_are_given_out_no_more_than_a_second_ahead(gaps: list[float], a_minute: int) -> None:
    lane, now = Lane(), NOON
    for gap in gaps:
        now += gap * SECOND
        lane, slots = take(lane, room(lane, a_minute=a_minute, now=now), a_minute=a_minute, now=now)
        assert all(slot <= now + AHEAD for slot in slots)
        assert room(lane, a_minute=a_minute, now=now) == 0, "and all there are"


def test_an_idle_lane_saves_nothing_up() -> None:
    lane, _ = take(Lane(), 1, a_minute=PACE, now=NOON)
    assert room(lane, a_minute=PACE, now=NOON + timedelta(hours=1)) <= 2 * PACE / 60


def test_a_refusal_closes_the_lane_for_as_long_as_slack_asks_and_lowers_the_pace_to_nine_tenths() -> None:
    lane, (slot,) = take(Lane(), 1, a_minute=PACE, now=NOON)
    lane = refused(lane, 30 * SECOND, slot=slot, a_minute=PACE, now=NOON + SECOND)

    assert room(lane, a_minute=PACE, now=NOON + 29 * SECOND) == 0
    lane, slots = take(lane, 3, a_minute=PACE, now=NOON + 31 * SECOND)
    assert slots[0] == NOON + 31 * SECOND
    assert (slots[1] - slots[0]) / SECOND == pytest.approx(60 / (PACE * MARGIN * LOWER), abs=1e-5)


def test_messages_that_were_on_their_way_together_lower_the_pace_once() -> None:
    lane, slots = take(Lane(), 4, a_minute=PACE, now=NOON)
    for late, slot in enumerate(slots):
        lane = refused(lane, 30 * SECOND, slot=slot, a_minute=PACE, now=NOON + late * SECOND)

    assert lane.share == LOWER
    assert lane.blocked_until == NOON + 33 * SECOND, "but whoever is told last says how long to wait"


def test_a_lowered_pace_recovers_slowly_and_to_the_full() -> None:
    lane, (slot,) = take(Lane(), 1, a_minute=PACE, now=NOON)
    lane = refused(lane, SECOND, slot=slot, a_minute=PACE, now=NOON)
    shares = [lane.share_now(NOON + timedelta(minutes=minutes)) for minutes in range(1, 30)]

    assert all(earlier <= later for earlier, later in pairwise(shares))
    assert shares[0] < 0.92
    assert shares[-1] == lane.share_now(NOON + timedelta(days=10_000)) == 1.0


def test_a_lane_in_trouble_is_probed_seldom_until_it_is_opened() -> None:
    lane = closed(Lane(), "invalid_auth", now=NOON)
    probes: list[datetime] = []
    for second in range(60):
        now = NOON + second * SECOND
        lane, slots = take(lane, room(lane, a_minute=PACE, now=now), a_minute=PACE, now=now)
        probes += slots

    assert all(later - earlier >= PROBE for earlier, later in pairwise(probes))
    assert 3 <= len(probes) <= 4
    assert not lane.is_free(NOON + 60 * SECOND)
    assert room(opened(lane), a_minute=PACE, now=NOON + timedelta(minutes=2)) > 1


# --- Against limits that the lane does not know, on a time of its own ---


class Play:
    """Several processes that never run dry, with an uneven line to Slack, for so many minutes.

    None of them takes back a slot that it holds when another one is refused: that is the worst they can do.
    `taken` and `refused` say at which seconds Slack took a message, and refused one.
    """

    def __init__(self, limit: Limit, *, processes: int, seed: int, minutes: int = MINUTES) -> None:
        self.taken: list[float] = []
        self.refused: list[float] = []
        self._limit, self._dice, self._lane = limit, Random(seed), Lane()
        self._tie = count()
        self._line: list[tuple[float, int, Callable[[float], None]]] = []
        for _ in range(processes):
            self._later(self._dice.random(), self._look)
        while self._line[0][0] < minutes * 60:
            now, _, happen = heapq.heappop(self._line)
            happen(now)

    def _look(self, now: float) -> None:
        free = room(self._lane, a_minute=PACE, now=_at(now))
        self._lane, slots = take(self._lane, free, a_minute=PACE, now=_at(now))
        for slot in slots:
            leaves = max(now, (slot - NOON) / SECOND)
            self._later(leaves + self._dice.uniform(0.03, 0.2), partial(self._arrive, slot))
        self._later(now + self._dice.uniform(0.3, 0.5), self._look)

    def _arrive(self, slot: datetime, now: float) -> None:
        wait = math.ceil(self._limit.count(now))
        (self.refused if wait else self.taken).append(now)
        if wait:
            self._later(now + self._dice.uniform(0.02, 0.1), partial(self._slow_down, slot, wait))

    def _slow_down(self, slot: datetime, wait: int, now: float) -> None:
        self._lane = refused(self._lane, wait * SECOND, slot=slot, a_minute=PACE, now=_at(now))

    def _later(self, at: float, happen: Callable[[float], None]) -> None:
        heapq.heappush(self._line, (at, next(self._tie), happen))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("processes", [1, 4])
@pytest.mark.parametrize("limit", [lambda: Window(PACE), lambda: Bucket(PACE, burst=5)], ids=["window", "bucket"])
def test_at_a_limit_of_just_the_pace_nothing_is_refused_and_the_pace_is_used(
    limit: Callable[[], Limit], processes: int, seed: int
) -> None:
    played = Play(limit(), processes=processes, seed=seed)
    assert played.refused == []
    assert len(played.taken) >= 0.97 * PACE * MINUTES


@settings(max_examples=examples(60))
@given(
    a_minute=st.integers(PACE // 5, PACE - 1),
    even=st.booleans(),
    processes=st.integers(1, 8),
    minutes=st.integers(5, MINUTES),
    seed=st.integers(0, 1_000),
)
def test_a_lower_limit_is_found_used_well_and_seldom_met(
    a_minute: int, even: bool, processes: int, minutes: int, seed: int
) -> None:
    """From a fifth of the pace on. A run of less than five minutes has too few messages for one in a hundred."""
    limit = Bucket(a_minute, burst=5) if even else Window(a_minute)
    played = Play(limit, processes=processes, seed=seed, minutes=minutes)
    taken, met = (sum(at > 60 for at in each) for each in (played.taken, played.refused))
    assert taken >= 0.8 * a_minute * (minutes - 1)
    assert met < 0.01 * (taken + met)


def _at(seconds: float) -> datetime:
    return NOON + seconds * SECOND
