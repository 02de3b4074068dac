"""What goes on after a request was acknowledged is neither lost nor silent, and never keeps a process from stopping."""

import asyncio
import logging
from typing import Any

import pytest

from bot.slack.tasks import Tasks

PRIVATE = "words that somebody typed"


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, Any]]:
    """What was logged: each event, and the class of its error."""
    return [(record.message, getattr(record, "told", {}).get("error")) for record in caplog.records]


async def test_closing_waits_for_every_task(caplog: pytest.LogCaptureFixture) -> None:
    tasks, go, done = Tasks(), asyncio.Event(), []

    async def work(number: int) -> None:
        await go.wait()
        done.append(number)

    for number in range(3):
        tasks.start("count", work(number))
    closing = asyncio.create_task(tasks.close())
    await asyncio.sleep(0)
    assert done == []
    go.set()
    await closing
    assert sorted(done) == [0, 1, 2]
    assert told(caplog) == []


async def test_a_task_that_fails_says_so_without_anybodys_words(caplog: pytest.LogCaptureFixture) -> None:
    tasks = Tasks()

    async def work() -> None:
        raise LookupError(PRIVATE)

    tasks.start("look_up", work())
    with caplog.at_level(logging.DEBUG):
        await tasks.close()
    assert told(caplog) == [("look_up_failed", "LookupError")]
    assert PRIVATE not in caplog.text


async def test_a_task_that_never_ends_is_cut_off(caplog: pytest.LogCaptureFixture) -> None:
    tasks, cleaned = Tasks(), []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.append(True)

    tasks.start("wait", work())
    await tasks.close(within=0)
    assert cleaned == [True]
    assert told(caplog) == [("wait_cut_off", None)]


async def test_closing_waits_for_what_a_task_starts_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    tasks, done = Tasks(), []

    async def last() -> None:
        await asyncio.sleep(0)
        done.append(True)

    async def first() -> None:
        await asyncio.sleep(0)
        tasks.start("last", last())

    tasks.start("first", first())
    await tasks.close()
    assert done == [True]
    assert told(caplog) == []


async def test_closing_twice_or_for_nothing_is_fine() -> None:
    tasks = Tasks()
    await tasks.close()
    tasks.start("rest", asyncio.sleep(0))
    await tasks.close()
    await tasks.close()
