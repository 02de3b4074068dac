"""The heart beats on, whatever a beat does, and stops only when nothing is in hand."""

import asyncio
from datetime import timedelta

import pytest

from bot.heartbeat import Beat, BeatName, Heartbeat

SELDOM = timedelta(hours=1)


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
