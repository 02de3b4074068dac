"""The whole bot tells how it is: whatever is wrong turns up under its own name, and nothing else does."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.configuration.settings import Settings
from bot.domain.pace import LaneName, closed
from bot.flows.apply_roster import apply_roster
from bot.practice.cast import practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN
from bot.slack.sockets import Sockets
from bot.wiring.bot import Bot, open_bot
from bot.wiring.clocks import SystemClock
from bot.wiring.doors import open_health, open_sockets
from tests.stories import EIGHT, roster


@dataclass
class Running:
    """A bot over Socket Mode, and where it says how it is."""

    bot: Bot
    sockets: Sockets
    slack: PracticeServer
    database: Path
    address: str

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self.address + path) as answer:
            return answer.status, await answer.text()

    async def unwell(self) -> dict[str, str]:
        """What `/readyz` says about everything that is not well."""
        status, body = await self.get("/readyz")
        told: dict[str, Any] = json.loads(body)
        ready = told.pop("ready")
        assert (status, ready) in ((200, True), (503, False))
        unwell = {name: finding["says"] for name, finding in told.items() if not finding["well"]}
        assert ready == (not unwell)
        return unwell


async def listened_to(port: int) -> None:
    """Wait until somebody listens on a port."""
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                return


@pytest.fixture(autouse=True)
def asked_anew_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("READ_EVERY", "STOCK_EVERY", "ASK_EVERY"):
        monkeypatch.setattr(f"bot.wiring.doors.{pause}", timedelta())


@pytest.fixture
async def running(tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[Running]:
    clock = SystemClock()
    slack = await PracticeServer.start(practice_workspace(lambda: clock.now().timestamp()))
    database = tmp_path / "bedside.sqlite3"
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_app_token=SecretStr(APP_TOKEN),
        slack_api_url=slack.base_url,
        database_url=SecretStr(f"sqlite:///{database}"),
        port=unused_tcp_port,
    )
    async with (
        open_bot(settings, clock=clock) as bot,
        open_sockets(settings, bot) as sockets,
        open_health(settings, bot, sockets=sockets),
    ):
        await listened_to(unused_tcp_port)
        running = Running(bot, sockets, slack, database, f"http://127.0.0.1:{unused_tcp_port}")
        yield running
    await slack.stop()


async def test_a_bot_that_is_well_is_ready(running: Running) -> None:
    assert (await running.get("/healthz")) == (200, "ok")
    assert await running.unwell() == {}
    running.bot.heartbeat.start()
    assert await running.unwell() == {}


async def test_a_slack_that_refuses_the_app_is_named_with_its_code(running: Running) -> None:
    async with running.bot.world.open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        await work.lanes.save(LaneName.POST, closed(lane, "account_inactive", now=now))
        await work.commit()
    assert await running.unwell() == {"slack": "Slack takes no message from this app: account_inactive."}


async def test_a_start_that_slack_accepts_opens_what_was_closed(running: Running) -> None:
    async with running.bot.world.open_work() as work:
        for name in (LaneName.POST, LaneName.UPDATE):
            lane, now = await work.lanes.lock(name)
            await work.lanes.save(name, closed(lane, "token_revoked", now=now))
        await work.commit()
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_api_url=running.slack.base_url,
        database_url=SecretStr(f"sqlite:///{running.database}"),
    )
    async with open_bot(settings, clock=SystemClock()) as again, again.world.open_work() as work:
        assert {lane.trouble for lane in (await work.lanes.all()).values()} == {""}
    assert await running.unwell() == {}


async def test_a_slack_that_does_not_know_the_bot_any_more_is_told(running: Running) -> None:
    running.slack.workspace.faults.add("auth.test", "error", code="token_revoked")
    assert await running.unwell() == {"slack": "Slack refuses the bot's token."}
    assert await running.unwell() == {}


async def test_no_connection_to_slack_is_told(running: Running) -> None:
    await running.sockets.close()
    assert await running.unwell() == {"slack": "No connection to Slack stands."}


async def test_a_database_that_is_not_to_be_had_is_told_and_the_process_lives(running: Running) -> None:
    with closing(sqlite3.connect(running.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert set(await running.unwell()) == {"database"}
        assert (await running.get("/healthz")) == (200, "ok")
        assert (await running.get("/metrics"))[0] == 200
        other.execute("ROLLBACK")
    assert await running.unwell() == {}


async def test_a_stop_waits_for_what_still_goes_on(tmp_path: Path) -> None:
    clock = SystemClock()
    slack = await PracticeServer.start(practice_workspace(lambda: clock.now().timestamp()))
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_api_url=slack.base_url,
        database_url=SecretStr(f"sqlite:///{tmp_path / 'bedside.sqlite3'}"),
    )
    said = []
    async with open_bot(settings, clock=clock) as bot:

        async def ask_slack() -> None:
            said.append((await bot.app.client.auth_test())["user_id"])

        bot.tasks.start("ask_slack", ask_slack())
    assert said == [bot.identity.bot_user_id]
    await slack.stop()


async def test_the_meters_show_what_waits_and_who_is_connected_and_nobody_by_name(running: Running) -> None:
    at = SystemClock().now()
    await apply_roster(running.bot.world, roster(first=at.date()), at=at)
    await running.bot.heartbeat.beat_all()
    _, told = await running.get("/metrics")
    samples = [sample for family in text_string_to_metric_families(told) for sample in family.samples]
    values = {(sample.name, *sample.labels.values()): sample.value for sample in samples}
    waiting_or_sent = [
        value for (name, *_), value in values.items() if name in {"bedside_messages", "bedside_deliveries_total"}
    ]
    assert sum(waiting_or_sent) >= len(EIGHT)
    assert values[("bedside_socket_connections",)] >= 1
    assert not [student for student in EIGHT if student in told]


async def test_who_is_stopped_among_many_newcomers_ends_between_two_of_them(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    at, heart = SystemClock().now(), running.bot.heartbeat
    await apply_roster(running.bot.world, roster(first=at.date()), at=at)
    stopping: list[asyncio.Task[None]] = []
    asked = asyncio.Event()

    async def stop() -> None:
        stopping.append(asyncio.create_task(heart.stop()))
        await asyncio.sleep(0)
        asked.set()

    running.slack.workspace.faults.add("users.info", "hold", until=stop)
    heart.start()
    await asyncio.wait_for(asked.wait(), 10)
    await stopping[0]
    async with running.bot.world.open_work() as work:
        taken_in = await work.people.students(EIGHT)
    assert len(taken_in) == 1, "the one who was asked about"
    assert all(student.conversation for student in taken_in.values())
    assert "beat_cut_off" not in [record.msg for record in caplog.records]
