"""Whoever listens to Slack gets the port; whoever only says how it is waits until nobody wants it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from bot import port
from bot.domain.errors import SettingWrong

AT_ONCE = timedelta()


async def runner_saying(word: str) -> web.AppRunner:
    async def say(_: web.Request) -> web.Response:
        return web.Response(text=word)

    application = web.Application()
    application.add_routes([web.get("/", say)])
    runner = web.AppRunner(application)
    await runner.setup()
    return runner


@pytest.fixture
async def web_runner() -> AsyncIterator[web.AppRunner]:
    runner = await runner_saying("web")
    yield runner
    await runner.cleanup()


@pytest.fixture
async def worker_runner() -> AsyncIterator[web.AppRunner]:
    runner = await runner_saying("worker")
    yield runner
    await runner.cleanup()


async def who_answers(number: int) -> str:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{number}/") as answer:
        return await answer.text()


async def test_a_port_that_stays_taken_stops_the_start(
    web_runner: web.AppRunner,
    worker_runner: web.AppRunner,
    unused_tcp_port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.port.BETWEEN_TRIES", AT_ONCE)
    await port.insist_on(worker_runner, unused_tcp_port)
    with pytest.raises(SettingWrong, match=rf"^PORT: .*{unused_tcp_port}.* Write another number\.$"):
        await port.insist_on(web_runner, unused_tcp_port)
    assert await who_answers(unused_tcp_port) == "worker"


async def test_a_process_that_goes_leaves_its_port_to_the_next(
    web_runner: web.AppRunner, worker_runner: web.AppRunner, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.port.BETWEEN_TRIES", AT_ONCE)
    monkeypatch.setattr("bot.port.TRIES", 100_000)
    await port.insist_on(worker_runner, unused_tcp_port)
    insisting = asyncio.create_task(port.insist_on(web_runner, unused_tcp_port))
    await asyncio.sleep(0)
    assert not insisting.done()
    await worker_runner.cleanup()
    await asyncio.wait_for(insisting, 10)
    assert await who_answers(unused_tcp_port) == "web"


async def test_a_free_port_is_taken_and_nothing_is_said(
    worker_runner: web.AppRunner, unused_tcp_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    await port.take_when_free(worker_runner, unused_tcp_port, courtesy=AT_ONCE)
    assert await who_answers(unused_tcp_port) == "worker"
    assert caplog.records == []


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> asyncio.Queue[bool]:
    """What was found by each look whether a port is free."""
    looks, look = asyncio.Queue[bool](), port._is_free

    async def noted(number: int) -> bool:
        free = await look(number)
        looks.put_nowait(free)
        return free

    monkeypatch.setattr("bot.port._is_free", noted)
    return looks


async def test_a_taken_port_is_waited_for_and_said_once(
    web_runner: web.AppRunner,
    worker_runner: web.AppRunner,
    unused_tcp_port: int,
    looked: asyncio.Queue[bool],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", "bedside")
    await port.insist_on(web_runner, unused_tcp_port)
    waiting = asyncio.create_task(
        port.take_when_free(worker_runner, unused_tcp_port, courtesy=AT_ONCE, look_every=AT_ONCE)
    )
    assert [await asyncio.wait_for(looked.get(), 10) for _ in range(3)] == [False, False, False]
    assert await who_answers(unused_tcp_port) == "web"
    await web_runner.cleanup()
    await asyncio.wait_for(waiting, 10)
    assert await who_answers(unused_tcp_port) == "worker"
    assert [record.msg for record in caplog.records] == ["health_port_taken"]


async def test_whoever_comes_back_soon_finds_its_port_free(
    web_runner: web.AppRunner, worker_runner: web.AppRunner, unused_tcp_port: int, looked: asyncio.Queue[bool]
) -> None:
    """A `bedside web` that is started anew does not lose its port to the worker beside it."""
    await port.insist_on(web_runner, unused_tcp_port)
    courtesy = timedelta(seconds=1)
    waiting = asyncio.create_task(
        port.take_when_free(worker_runner, unused_tcp_port, courtesy=courtesy, look_every=AT_ONCE)
    )
    assert await asyncio.wait_for(looked.get(), 10) is False
    await web_runner.cleanup()
    while not await asyncio.wait_for(looked.get(), 10):
        pass
    again = await runner_saying("web, again")
    await port.insist_on(again, unused_tcp_port)
    assert await asyncio.wait_for(looked.get(), 10) is False
    assert not waiting.done()
    assert await who_answers(unused_tcp_port) == "web, again"
    waiting.cancel()
    await again.cleanup()
