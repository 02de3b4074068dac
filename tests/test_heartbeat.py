"""The heart beats on, whatever a beat does, and stops only when nothing is in hand."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.heartbeat import Beat, BeatName, Heartbeat

SELDOM = timedelta(hours=1)
AT_ONCE = (timedelta(), timedelta())


@pytest.fixture
def retried_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.heartbeat.AGAIN_AFTER", AT_ONCE)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop that waits for nobody."""
    monkeypatch.setattr("bot.heartbeat.STOP_WITHIN", 0.0)


async def test_every_beat_runs_once_at_the_start_in_order() -> None:
    ran: list[str] = []
    done = asyncio.Event()

    async def first() -> None:
        ran.append("first")

    async def second() -> None:
        ran.append("second")
        done.set()

    heart = Heartbeat([Beat(first, every=SELDOM, name=BeatName.PLAN), Beat(second, every=SELDOM, name=BeatName.PLAN)])
    heart.start()
    await asyncio.wait_for(done.wait(), 5)
    await heart.stop()
    assert ran == ["first", "second"]


async def test_a_beat_comes_again() -> None:
    beats = asyncio.Queue[int]()

    async def beat() -> None:
        beats.put_nowait(1)

    heart = Heartbeat([Beat(beat, every=timedelta(seconds=1), name=BeatName.PLAN)])
    heart.start()
    for _ in range(2):
        assert await asyncio.wait_for(beats.get(), 10)
    await heart.stop()


async def test_a_poke_runs_the_prompt_beats_only() -> None:
    ran: list[str] = []
    prompt_ran = asyncio.Event()

    async def prompt() -> None:
        ran.append("prompt")
        prompt_ran.set()

    async def other() -> None:
        ran.append("other")

    heart = Heartbeat(
        [Beat(other, every=SELDOM, name=BeatName.PLAN), Beat(prompt, every=SELDOM, prompt=True, name=BeatName.PLAN)]
    )
    heart.start()
    await asyncio.wait_for(prompt_ran.wait(), 5)
    prompt_ran.clear()
    heart.poke()
    await asyncio.wait_for(prompt_ran.wait(), 5)
    await heart.stop()
    assert ran == ["other", "prompt", "prompt"]


async def test_a_heart_that_does_not_beat_ignores_pokes() -> None:
    ran: list[int] = []

    async def prompt() -> None:
        ran.append(1)

    heart = Heartbeat([Beat(prompt, every=SELDOM, prompt=True, name=BeatName.PLAN)])
    heart.poke()
    await heart.stop()
    assert ran == []


async def test_a_beat_that_fails_stops_no_other_and_tells_no_words(caplog: pytest.LogCaptureFixture) -> None:
    ran: list[int] = []

    async def fails() -> None:
        raise ValueError("what a student wrote")

    async def works() -> None:
        ran.append(1)

    heart = Heartbeat([Beat(fails, every=SELDOM, name=BeatName.PLAN), Beat(works, every=SELDOM, name=BeatName.PLAN)])
    await heart.beat_all()
    assert ran == [1]
    assert [record.msg for record in caplog.records] == ["beat_failed"]
    assert "what a student wrote" not in str(caplog.records[0].__dict__)


async def test_a_beat_never_runs_beside_itself() -> None:
    inside = 0
    most = 0

    async def beat() -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)
        inside -= 1

    heart = Heartbeat([Beat(beat, every=SELDOM, prompt=True, name=BeatName.PLAN)])
    heart.start()
    heart.poke()
    await asyncio.gather(heart.beat_all(), heart.beat_all())
    await heart.stop()
    assert most == 1


async def test_stopping_waits_for_what_is_in_hand() -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        begun.set()
        await may_end.wait()
        ended.set()

    heart = Heartbeat([Beat(slow, every=SELDOM, name=BeatName.PLAN)])
    heart.start()
    await begun.wait()
    stopping = asyncio.create_task(heart.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    may_end.set()
    await asyncio.wait_for(stopping, 5)
    assert ended.is_set()


async def test_a_beat_that_knows_of_more_comes_again_at_once_and_so_does_no_other() -> None:
    left, ran = 3, 0

    async def deliver() -> bool:
        nonlocal left
        left -= 1
        return left > 0

    async def counts_what_it_did() -> int:
        nonlocal ran
        ran += 1
        return 1

    heart = Heartbeat(
        [
            Beat(deliver, every=SELDOM, name=BeatName.DELIVER),
            Beat(counts_what_it_did, every=SELDOM, name=BeatName.PLAN),
        ]
    )
    await heart.beat_all()
    assert (left, ran) == (0, 1)


@pytest.mark.usefixtures("retried_at_once")
async def test_a_beat_that_failed_does_not_wait_for_its_turn() -> None:
    """A database that was away for a moment costs no plan of five minutes."""
    attempts, planned = 0, asyncio.Event()

    async def plan() -> None:
        nonlocal attempts
        attempts += 1
        if attempts < 3:
            raise ConnectionError
        planned.set()

    heart = Heartbeat([Beat(plan, every=SELDOM, name=BeatName.PLAN)])
    heart.start()
    await asyncio.wait_for(planned.wait(), 10)
    await heart.stop()
    assert attempts == 3


async def test_the_next_try_comes_in_two_to_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, failed, delays = asyncio.get_running_loop(), asyncio.Event(), list[float]()
    later = loop.call_later

    def noted(delay: float, *arguments: object, **options: object) -> asyncio.TimerHandle:
        delays.append(delay)
        return later(delay, *arguments, **options)  # type: ignore[arg-type]

    async def fails() -> None:
        failed.set()
        raise ConnectionError

    monkeypatch.setattr(loop, "call_later", noted)
    heart = Heartbeat(
        [
            Beat(fails, every=timedelta(seconds=1), name=BeatName.DELIVER),
            Beat(fails, every=timedelta(minutes=5), name=BeatName.PLAN),
        ]
    )
    heart.start()
    await failed.wait()
    await heart.stop()
    # The fast beat has its next turn before.
    assert len([delay for delay in delays if 2 <= delay <= 5]) == 1


@pytest.mark.usefixtures("retried_at_once")
async def test_nothing_is_tried_again_after_the_stop() -> None:
    ran = 0
    failed = asyncio.Event()

    async def fails() -> None:
        nonlocal ran
        ran += 1
        failed.set()
        raise ConnectionError

    heart = Heartbeat([Beat(fails, every=SELDOM, prompt=True, name=BeatName.PLAN)])
    heart.start()
    await failed.wait()
    await heart.stop()
    before = ran
    heart.poke()
    for _ in range(10):
        await asyncio.sleep(0)
    assert ran == before


@pytest.mark.usefixtures("retried_at_once")
@given(st.lists(st.sampled_from(["well", "fails", "more"]), max_size=6), st.lists(st.booleans(), max_size=6))
def test_whatever_fails_and_whoever_pokes_a_beat_never_runs_beside_itself(ends: list[str], pokes: list[bool]) -> None:
    assert asyncio.run(_most_at_once(iter(ends), pokes)) <= 1


async def _most_at_once(ends: Iterable[str], pokes: Iterable[bool]) -> int:
    coming = iter(ends)
    inside = most = 0

    async def beat() -> bool:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)
        inside -= 1
        end = next(coming, "well")
        if end == "fails":
            raise ConnectionError
        return end == "more"

    heart = Heartbeat([Beat(beat, every=SELDOM, prompt=True, name=BeatName.DELIVER)])
    heart.start()
    for poke in pokes:
        if poke:
            heart.poke()
        await asyncio.sleep(0)
    await heart.beat_all()
    await heart.stop()
    return most


async def test_pokes_while_a_beat_waits_for_its_turn_add_nothing() -> None:
    ran = 0
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def deliver() -> None:
        nonlocal ran
        ran += 1
        begun.set()
        await may_end.wait()

    heart = Heartbeat([Beat(deliver, every=SELDOM, prompt=True, name=BeatName.DELIVER)])
    heart.start()
    await begun.wait()
    for _ in range(5):
        heart.poke()
        await asyncio.sleep(0)
    may_end.set()
    for _ in range(10):
        await asyncio.sleep(0)
    await heart.stop()
    assert ran == 2


async def test_stopping_begins_nothing_that_was_waiting() -> None:
    ran: list[str] = []
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def deliver() -> bool:
        ran.append("deliver")
        begun.set()
        await may_end.wait()
        return not heart.stopping

    async def settle() -> None:
        ran.append("settle")

    heart = Heartbeat(
        [
            Beat(deliver, every=SELDOM, prompt=True, name=BeatName.DELIVER),
            Beat(settle, every=SELDOM, name=BeatName.SETTLE),
        ]
    )
    heart.start()
    await begun.wait()
    heart.poke()
    stopping = asyncio.create_task(heart.stop())
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.wait_for(stopping, 5)
    assert ran == ["deliver"]


@pytest.mark.usefixtures("impatient")
async def test_a_beat_that_does_not_end_is_cut_off_and_named(caplog: pytest.LogCaptureFixture) -> None:
    begun, cut = asyncio.Event(), asyncio.Event()

    async def hangs() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cut.set()

    heart = Heartbeat([Beat(hangs, every=SELDOM, name=BeatName.DELIVER)])
    heart.start()
    await begun.wait()
    await heart.stop()
    assert cut.is_set()
    assert [record.msg for record in caplog.records] == ["stop_cut_off", "beat_cut_off"]
    assert caplog.records[1].__dict__["told"] == {"beat": "deliver"}


async def test_work_in_hand_is_told_of_the_stop_and_carried_on_to_its_end() -> None:
    begun, told = asyncio.Event(), asyncio.Event()
    rounds: list[str] = []

    async def deliver() -> bool:
        begun.set()
        await told.wait()
        rounds.append("round")
        return len(rounds) < 3

    heart = Heartbeat([Beat(deliver, every=SELDOM, name=BeatName.DELIVER)], on_stop=told.set)
    heart.start()
    await begun.wait()
    await heart.stop()
    assert len(rounds) == 3


async def test_the_heart_tells_when_each_beat_last_went_well() -> None:
    done = asyncio.Event()

    async def fails() -> None:
        raise ConnectionError

    async def works() -> None:
        done.set()

    heart = Heartbeat(
        [
            Beat(fails, every=SELDOM, name=BeatName.PLAN),
            Beat(works, every=timedelta(minutes=1), name=BeatName.DELIVER),
        ]
    )
    assert heart.last_beats() == ()
    heart.start()
    await done.wait()
    await asyncio.sleep(0)
    failing, working = heart.last_beats()
    assert (failing.name, failing.every, working.name) == (BeatName.PLAN, SELDOM, BeatName.DELIVER)
    assert failing.ago > working.ago
    await heart.stop()
    assert heart.last_beats() == ()
