"""How a process is, as it tells over HTTP: what is wrong and why, at little cost, and nothing secret."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from unittest.mock import Mock

import pytest
from aiohttp import HttpVersion, HttpVersion10, HttpVersion11, web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from bot.domain.errors import BedsideError
from bot.domain.pace import NO_ANSWER, PROBE, LaneName, closed
from bot.flows.ports import OpenWork, UnitOfWork
from bot.health import AtMostEvery, BeatCheck, Check, DatabaseCheck, Finding, Health, SlackCheck

WELL = Finding(well=True, says="All is well.")
UNWELL = Finding(well=False, says="It rains.")
SECOND = timedelta(seconds=1)
Ask = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Beaten:
    name: str
    ago: timedelta
    every: timedelta
    is_running: bool = False


def finds(finding: Finding) -> Check:
    async def check() -> Finding:
        return finding

    return check


@asynccontextmanager
async def served(checks: Mapping[str, Check], counted: Callable[[], None] = lambda: None) -> AsyncIterator[Any]:
    async def refresh() -> None:
        counted()

    application = web.Application()
    health = Health(checks, refresh=refresh, exposition=lambda: (b"bedside 1\n", "text/plain; version=1.0.0"))
    application.add_routes(health.routes())
    async with TestClient(TestServer(application, host="127.0.0.1")) as client:
        yield client


async def test_a_process_that_is_not_ready_still_lives() -> None:
    async with served({"slack": finds(UNWELL)}) as client:
        answer = await client.get("/healthz")
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_a_process_is_ready_when_everything_is_well() -> None:
    async with served({"database": finds(WELL), "slack": finds(WELL)}) as client:
        answer = await client.get("/readyz")
        told = {"well": True, "says": "All is well."}
        assert (answer.status, await answer.json()) == (200, {"ready": True, "database": told, "slack": told})


async def test_a_process_that_is_not_ready_says_what_is_wrong_and_what_is_not() -> None:
    async with served({"database": finds(WELL), "slack": finds(UNWELL)}) as client:
        answer = await client.get("/readyz")
        assert (answer.status, await answer.json()) == (
            503,
            {
                "ready": False,
                "database": {"well": True, "says": "All is well."},
                "slack": {"well": False, "says": "It rains."},
            },
        )


async def test_the_gauges_are_set_before_they_are_told() -> None:
    counted: list[int] = []
    async with served({}, lambda: counted.append(1)) as client:
        answer = await client.get("/metrics")
        assert (answer.status, await answer.text()) == (200, "bedside 1\n")
        assert answer.headers["Content-Type"] == "text/plain; version=1.0.0"
        assert counted == [1]


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
async def test_whoever_asks_past_a_proxy_learns_no_numbers(header: str) -> None:
    """In a small cohort they would tell a preceptor how many answered, and when."""
    counted: list[int] = []
    async with served({}, lambda: counted.append(1)) as client:
        answer = await client.get("/metrics", headers={header: "for=203.0.113.7"})
        assert answer.status == 403
        assert b"bedside" not in await answer.read()
    assert counted == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("127.0.0.1", 200),
        ("10.1.2.3", 200),
        ("::1", 200),
        ("fd00::7", 200),
        ("8.8.8.8", 403),
        ("2001:4860::8", 403),
        ("::ffff:8.8.8.8", 403),
    ],
)
async def test_the_meters_are_for_the_same_network(address: str, status: int) -> None:
    assert await status_of_metrics(address) == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:3001", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:3001", 200),
        ("[::1]:3001", 200),
        ("10.1.2.3", 200),
        ("bedside:3001", 200),
        ("bedside_web", 200),
        ("bedside.example.edu", 403),
        ("8.8.8.8:3001", 403),
        ("[::ffff:8.8.8.8]", 403),
        ("[::1", 403),
        ("", 403),
        (None, 403),
    ],
)
async def test_whoever_asks_by_a_public_name_learns_no_numbers(host: str | None, status: int) -> None:
    """Past a proxy on the same machine everybody has its address, and many a proxy says no more than that."""
    assert await status_of_metrics("127.0.0.1", host=host) == status


async def test_a_proxy_that_says_nothing_is_known_by_its_old_http() -> None:
    """A plain nginx asks for its own address, and in the first version of HTTP that there was."""
    assert await status_of_metrics("127.0.0.1", version=HttpVersion10) == 403


async def status_of_metrics(
    address: str, *, host: str | None = "localhost:3001", version: HttpVersion = HttpVersion11
) -> int:
    """How the meters answer somebody with an address who asks by a name."""

    async def refresh() -> None:
        return

    health = Health({}, refresh=refresh, exposition=lambda: (b"", "text/plain"))
    (metrics,) = (route.handler for route in health.routes() if route.path == "/metrics")
    transport = Mock(get_extra_info=lambda name, _=None: (address, 1) if name == "peername" else None)
    headers = {} if host is None else {"Host": host}
    request = make_mocked_request("GET", "/metrics", headers=headers, version=version, transport=transport)
    return (await cast(Ask, metrics)(request)).status


async def test_a_check_is_made_once_however_many_ask() -> None:
    made = 0

    async def look() -> Finding:
        nonlocal made
        made += 1
        await asyncio.sleep(0)
        return WELL

    check = AtMostEvery(look, timedelta(hours=1))
    assert await asyncio.gather(*(check() for _ in range(10))) == [WELL] * 10
    assert await check() == WELL
    assert made == 1


async def test_a_check_is_made_anew_after_its_time() -> None:
    findings = iter([UNWELL, WELL])

    async def look() -> Finding:
        return next(findings)

    check = AtMostEvery(look, timedelta())
    assert [await check(), await check()] == [UNWELL, WELL]


async def test_a_check_that_hangs_keeps_nobody_waiting_and_is_not_begun_twice() -> None:
    begun, may_end = 0, asyncio.Event()

    async def look() -> Finding:
        nonlocal begun
        begun += 1
        await may_end.wait()
        return WELL

    check = AtMostEvery(look, timedelta(), within=timedelta(milliseconds=10))
    for _ in range(2):
        assert await check() == Finding(well=False, says="No answer came in 0.01 seconds.")
    assert begun == 1
    may_end.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert await check() == WELL
    await check.close()


async def test_closing_leaves_a_check_that_hangs() -> None:
    async def look() -> Finding:
        await asyncio.Event().wait()
        return WELL

    check = AtMostEvery(look, timedelta(), within=timedelta())
    await check()
    await check.close()
    assert len(asyncio.all_tasks()) == 1


async def test_a_check_that_breaks_finds_nothing_well_and_tells_no_words(caplog: pytest.LogCaptureFixture) -> None:
    async def look() -> Finding:
        raise ValueError("a secret")

    finding = await AtMostEvery(look, timedelta())()
    assert not finding.well
    assert "secret" not in f"{finding} {caplog.records[0].__dict__}"


async def test_a_check_that_could_not_be_made_says_so_in_its_errors_words(caplog: pytest.LogCaptureFixture) -> None:
    async def look() -> Finding:
        raise BedsideError

    assert await AtMostEvery(look, timedelta())() == Finding(well=False, says=str(BedsideError()))
    assert caplog.records == []


async def test_a_database_that_answers_is_well(open_work: OpenWork) -> None:
    check = DatabaseCheck(open_work)
    assert await check() == Finding(well=True, says="The database answers.")
    assert check.trouble == ""


async def test_the_database_tells_what_slack_has_against_the_app(open_work: OpenWork) -> None:
    async with open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        await work.lanes.save(LaneName.POST, closed(lane, "token_revoked", now=now))
        other, now = await work.lanes.lock(LaneName.UPDATE)
        await work.lanes.save(LaneName.UPDATE, closed(other, "not_in_channel", now=now))
        await work.commit()
    check = DatabaseCheck(open_work)
    assert (await check()).well
    assert check.trouble == "token_revoked"


@pytest.mark.parametrize(("ago", "trouble"), [(2 * PROBE, "token_revoked"), (4 * PROBE, "")])
async def test_a_trouble_that_no_probe_has_met_again_lately_counts_no_more(
    open_work: OpenWork, ago: timedelta, trouble: str
) -> None:
    """In a night without messages nothing would ever clear it."""
    async with open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        await work.lanes.save(LaneName.POST, closed(lane, "token_revoked", now=now - ago))
        await work.commit()
    check = DatabaseCheck(open_work)
    await check()
    assert check.trouble == trouble


async def test_a_database_that_is_away_is_not_well() -> None:
    @asynccontextmanager
    async def open_work() -> AsyncIterator[UnitOfWork]:
        raise BedsideError
        yield  # type: ignore[unreachable]

    assert await DatabaseCheck(open_work)() == Finding(well=False, says="The database does not answer.")


def standing(number: int) -> Callable[[], Awaitable[int]]:
    async def connections() -> int:
        return number

    return connections


@pytest.mark.parametrize(
    ("asked", "connections", "trouble", "says"),
    [
        (WELL, None, "", "All is well."),
        (WELL, 1, "", "All is well."),
        (UNWELL, 2, "", "It rains."),
        (WELL, 0, "", "No connection to Slack stands."),
        (WELL, 2, NO_ANSWER, "All is well."),
        (WELL, 2, "token_revoked", "Slack takes no message from this app: token_revoked."),
        (WELL, None, "https://hooks.example/secret", "Slack takes no message from this app: an unknown error."),
    ],
)
async def test_slack_is_well_when_it_knows_the_bot_takes_its_messages_and_is_connected(
    asked: Finding, connections: int | None, trouble: str, says: str
) -> None:
    there = None if connections is None else standing(connections)
    finding = await SlackCheck(finds(asked), trouble=lambda: trouble, connections=there)()
    assert finding == Finding(well=says == "All is well.", says=says)


async def test_a_process_without_a_heart_is_none_the_worse_for_it() -> None:
    finding = await BeatCheck(tuple)()
    assert finding.well
    assert "no heartbeat" in finding.says


async def test_a_beat_may_miss_a_few_turns_and_no_more() -> None:
    plan = Beaten("plan", ago=timedelta(seconds=3 * 300 + 60), every=timedelta(seconds=300))
    assert (await BeatCheck(lambda: [plan])()).well
    late = Beaten("deliver", ago=timedelta(seconds=64), every=SECOND)
    assert await BeatCheck(lambda: [plan, late])() == Finding(
        well=False, says="The beat `deliver` last went well 64 seconds ago and should come every 1."
    )


async def test_a_beat_that_is_under_way_may_take_longer_but_not_for_ever() -> None:
    minute = timedelta(minutes=1)
    welcome = Beaten("welcome", ago=14 * minute, every=minute, is_running=True)
    assert (await BeatCheck(lambda: [welcome])()).well
    stuck = Beaten("welcome", ago=14 * minute + SECOND, every=minute, is_running=True)
    assert not (await BeatCheck(lambda: [stuck])()).well
