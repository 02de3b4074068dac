"""`bedside check --live` against the practice workspace: what it proves, and what it says when the proof fails."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.cli import build_parser, check
from bot.cli.check_live import live_findings
from bot.cli.findings import Mark
from bot.cli.manifest import scopes_asked_for
from bot.configuration.settings import read_settings
from bot.flows.apply_roster import apply_roster
from bot.flows.plan_prompts import plan_prompts
from bot.practice.cast import practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER_ID, Message, Workspace
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world
from tests.cli.conftest import CONFIG, Installation
from tests.cli.test_check import with_school_lines
from tests.databases import KEY
from tests.stories import ALICE, DIGEST_CHANNEL, JO, roster

NO_PATIENCE = timedelta()
PLAIN_ANSWERS: dict[str, dict[str, Any]] = {
    "auth.test": {"team_id": "T1", "user_id": "U0BOT"},
    "apps.connections.open": {"url": "ws://127.0.0.1/"},
    "conversations.open": {"channel": {"id": "D0JO"}},
    "chat.postMessage": {"channel": "D0JO", "ts": "1.1"},
    "conversations.history": {},
}


class Withholding(Workspace):
    """A workspace that keeps a message's metadata to itself."""

    def post(self, channel: str, text: str, **message: Any) -> Message:  # noqa: ANN401 - whatever else it takes
        return super().post(channel, text, **{**message, "metadata": None})


@dataclass
class Live:
    """A terminal before a practice workspace."""

    terminal: Installation
    workspace: Workspace
    base_url: str

    async def run(self, *arguments: str) -> int:
        status = await check.run(build_parser().parse_args(["check", "--live", *arguments]))
        self.terminal.out, self.terminal.err = self.terminal.capsys.readouterr()
        return status

    async def missing(self) -> list[str]:
        """What is missing, without waiting for a history that is late."""
        found = live_findings(read_settings(), None, JO, patience=NO_PATIENCE)
        return [finding.text async for finding in found if finding.mark is Mark.MISSING]

    def said_to(self, person: str) -> list[str]:
        conversation = self.workspace.im_of(person)
        return [message.text for message in self.workspace.messages(conversation.id)] if conversation else []

    def lines(self, mark: str) -> list[str]:
        return [line for line in self.terminal.out.splitlines() if line.startswith(f"{mark:<8}")]


@pytest.fixture
def workspace() -> Workspace:
    return practice_workspace(lambda: SystemClock().now().timestamp(), scopes=scopes_asked_for(CONFIG))


@pytest.fixture
async def live(installation: Installation, workspace: Workspace) -> AsyncIterator[Live]:
    server = await PracticeServer.start(workspace)
    with_school_lines(installation)
    installation.setenv("SLACK_API_URL", server.base_url)
    installation.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
    installation.setenv("SLACK_APP_TOKEN", APP_TOKEN)
    installation.setenv("BEDSIDE_COORDINATORS", JO)
    yield Live(installation, workspace, server.base_url)
    await server.stop()


async def test_one_message_to_the_coordinator_proves_it(live: Live) -> None:
    assert await live.run() == 0
    assert [line for line in live.lines("ok") if "U0JO" in line] == [
        "ok       one message went to U0JO and was recognized by its metadata: what nobody saw arrive can be looked for"
    ]
    assert "Slack accepts SLACK_BOT_TOKEN" in live.terminal.out
    assert "Slack accepts SLACK_APP_TOKEN" in live.terminal.out
    assert "the app may do what the manifest asks for, and nothing else" in live.terminal.out
    (sentence,) = live.said_to(JO)
    assert sentence.endswith("That is all this message is for: there is nothing to do.")
    assert {each.method for each in live.workspace.accepted} == {"conversations.open", "chat.postMessage"}


async def test_a_check_that_is_not_live_asks_slack_nothing(live: Live) -> None:
    await check.run(build_parser().parse_args(["check"]))
    assert live.workspace.accepted == []


async def test_somebody_else_may_be_named(live: Live) -> None:
    assert await live.run("--as", ALICE) == 0
    assert live.said_to(JO) == []
    assert len(live.said_to(ALICE)) == 1


async def test_somebody_has_to_be_named(live: Live) -> None:
    live.terminal.setenv("BEDSIDE_COORDINATORS", "")
    assert await live.run() == 1
    assert "bedside check --live --as U012ABCDEF, or put it into BEDSIDE_COORDINATORS" in live.terminal.out
    assert live.workspace.accepted == []


@pytest.mark.parametrize("written", ["jo", "@jo", "C0MEDICINE", "U1"])
async def test_what_is_no_member_id_is_refused(live: Live, written: str) -> None:
    with pytest.raises(SystemExit):
        await live.run("--as", written)
    assert "such as U012ABCDEF" in live.terminal.capsys.readouterr().err


async def test_an_id_that_slack_does_not_know_is_named(live: Live) -> None:
    assert await live.run("--as", "U0NOBODY") == 1
    assert live.lines("missing") == [
        "missing  no message reaches U0NOBODY. "
        "Slack knows nobody with this id. Correct it where it is written (user_not_found)."
    ]


async def test_without_im_history_the_conversation_cannot_be_read(live: Live) -> None:
    live.workspace.scopes.remove("im:history")
    assert await live.run() == 1
    scopes, proof = live.lines("missing")
    assert "the app was installed without im:history. Install it again from slack_manifest.json" in scopes
    assert "the conversation can't be read" in proof
    assert len(live.said_to(JO)) == 1


async def test_what_may_be_left_out_is_noted_with_what_that_means(live: Live) -> None:
    live.workspace.scopes -= {"files:write", "groups:read"}
    assert await live.run() == 0
    (note,) = [each for each in live.lines("note") if "installed" in each]
    assert "installed without files:write, groups:read, which it can do without" in note


async def test_a_scope_too_many_is_noted(live: Live) -> None:
    live.workspace.scopes.add("pins:read")
    assert await live.run() == 0
    assert "the app may do more than Bedside needs: pins:read" in live.terminal.out


async def test_a_refused_bot_token_stops_the_check_there(live: Live) -> None:
    live.terminal.setenv("SLACK_BOT_TOKEN", "xoxb-another")
    assert await live.run() == 1
    assert live.lines("missing") == [
        "missing  SLACK_BOT_TOKEN: Slack does not accept it (invalid_auth). Write the token that begins with xoxb-."
    ]
    assert "xoxb-another" not in live.terminal.out


async def test_a_refused_app_token_is_named(live: Live) -> None:
    live.terminal.setenv("SLACK_APP_TOKEN", "xapp-another")
    assert await live.run() == 1
    assert live.lines("missing") == [
        "missing  SLACK_APP_TOKEN: Slack does not accept it (invalid_auth). Write the token that begins with xapp-."
    ]


async def test_without_a_token_there_is_nobody_to_ask(live: Live) -> None:
    live.terminal.setenv("SLACK_BOT_TOKEN", "")
    assert await live.run() == 1
    assert [line[:24] for line in live.lines("missing")] == ["missing  SLACK_BOT_TOKEN"]


async def test_a_slack_in_trouble_is_no_fault_of_the_token(live: Live) -> None:
    live.workspace.faults.add("auth.test", "status", code=503)
    assert await live.run() == 1
    assert live.lines("missing") == ["missing  Slack can't be asked at the moment. Please try again in a minute."]


async def test_a_message_that_nobody_saw_arrive_is_looked_for_all_the_same(live: Live) -> None:
    live.workspace.faults.add("chat.postMessage", "drop_after")
    assert await live.run() == 0
    assert "was recognized by its metadata" in live.terminal.out


async def test_a_slack_that_takes_nothing_now_is_said(live: Live) -> None:
    live.workspace.faults.add("chat.postMessage", "rate_limited")
    assert await live.run() == 1
    assert "Slack takes no message to U0JO at the moment. Try again in a minute" in live.terminal.out
    assert live.said_to(JO) == []


async def test_a_slack_that_stops_answering_proves_nothing(live: Live) -> None:
    live.workspace.faults.add("conversations.history", "status", code=503)
    (missing,) = await live.missing()
    assert missing == "Slack does not let the message to U0JO be looked for now. Try again in a minute"


async def test_without_the_manifest_the_message_still_proves_it(live: Live) -> None:
    (live.terminal.folder / "config" / "slack_manifest.json").unlink()
    assert await live.run() == 0
    assert "BEDSIDE_CONFIG: config/slack_manifest.json is not there. Copy it" in live.terminal.out
    assert "was recognized by its metadata" in live.terminal.out


async def test_a_slack_that_does_not_say_what_the_app_may_do_is_believed_when_it_works(live: Live) -> None:
    posted: list[dict[str, Any]] = []

    async def answer(request: web.Request) -> web.Response:
        if request.match_info["method"] == "chat.postMessage":
            posted.append({**await request.json(), "ts": "1.1"})
        return web.json_response({"ok": True, **PLAIN_ANSWERS[request.match_info["method"]], "messages": posted})

    application = web.Application()
    application.add_routes([web.route("*", "/api/{method}", answer)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    live.terminal.setenv("SLACK_API_URL", f"http://127.0.0.1:{runner.addresses[0][1]}/api/")
    assert await live.run() == 0
    assert "Slack does not say what the app may do" in live.terminal.out
    assert "was recognized by its metadata" in live.terminal.out
    await runner.cleanup()


class TestWithheldMetadata:
    @pytest.fixture
    def workspace(self) -> Workspace:
        whole = practice_workspace(lambda: SystemClock().now().timestamp(), scopes=scopes_asked_for(CONFIG))
        return Withholding(whole.people.values(), whole.channels.values(), now=whole.now, scopes=whole.scopes)

    async def test_metadata_that_slack_withholds_is_said(self, live: Live) -> None:
        (missing,) = await live.missing()
        assert "the message to U0JO is not to be recognized" in missing
        assert "never sent blindly" in missing
        assert len(live.said_to(JO)) == 1


# The channels of the digests, on both databases


@pytest.fixture
async def with_roster(live: Live, database_url: str) -> None:
    live.terminal.setenv("DATABASE_URL", database_url)
    live.terminal.setenv("BEDSIDE_KEY", KEY)
    async with open_world(read_settings()) as world:
        now = SystemClock().now()
        await apply_roster(world, roster(first=now.date()), at=now)


@pytest.mark.usefixtures("with_roster")
async def test_the_digests_channel_is_read(live: Live) -> None:
    assert await live.run() == 0
    assert f"Bedside is in the digest channel {DIGEST_CHANNEL} of Medicine and can read it" in live.terminal.out
    assert live.workspace.messages(DIGEST_CHANNEL) == []


async def test_a_cohort_without_a_channel_has_its_digests_sent_to_each_preceptor(live: Live, database_url: str) -> None:
    live.terminal.setenv("DATABASE_URL", database_url)
    live.terminal.setenv("BEDSIDE_KEY", KEY)
    async with open_world(read_settings()) as world:
        now = SystemClock().now()
        await apply_roster(world, roster(first=now.date()).replace(DIGEST_CHANNEL, ""), at=now)
    assert await live.run() == 0
    assert "Medicine has no digest channel: each of its preceptors gets the digest directly" in live.terminal.out


@pytest.mark.usefixtures("with_roster")
async def test_a_channel_without_bedside_is_named_with_what_to_write(live: Live) -> None:
    live.workspace.channels[DIGEST_CHANNEL].members.remove(BOT_USER_ID)
    assert await live.run() == 1
    assert live.lines("missing") == [
        f"missing  the digest channel {DIGEST_CHANNEL} of Medicine can't be read. "
        "Bedside is not in the channel. Write /invite @Bedside there (not_in_channel)."
    ]


@pytest.mark.usefixtures("with_roster")
async def test_a_channel_that_does_not_exist_is_named(live: Live) -> None:
    del live.workspace.channels[DIGEST_CHANNEL]
    assert await live.run() == 1
    (missing,) = live.lines("missing")
    assert "Slack knows no such conversation" in missing


@pytest.mark.usefixtures("with_roster")
async def test_a_private_channel_needs_a_scope_of_its_own(live: Live) -> None:
    live.workspace.channels[DIGEST_CHANNEL].is_private = True
    live.workspace.scopes.remove("groups:history")
    assert await live.run() == 1
    scopes, channel = live.lines("missing")
    assert "groups:history" in scopes
    assert "The app lacks a permission." in channel


async def test_a_cohort_that_is_over_is_not_asked_about(live: Live, database_url: str) -> None:
    live.terminal.setenv("DATABASE_URL", database_url)
    live.terminal.setenv("BEDSIDE_KEY", KEY)
    async with open_world(read_settings()) as world:
        long_ago = datetime(2020, 1, 6, 12, tzinfo=UTC)
        await apply_roster(world, roster(first=long_ago.date()), at=long_ago)
    assert await live.run() == 0
    assert DIGEST_CHANNEL not in live.terminal.out


# What the pace carries


@pytest.mark.usefixtures("with_roster")
async def test_a_roster_that_the_pace_carries_is_well(live: Live) -> None:
    assert await live.run() == 0
    assert "ok       240 messages a minute carry the rosters of the coming 4 weeks" in live.lines("ok")


async def test_a_roster_too_large_for_the_pace_is_noted(live: Live, database_url: str) -> None:
    live.terminal.replace("program.yaml", "messages_a_minute: 240", "messages_a_minute: 1")
    live.terminal.setenv("DATABASE_URL", database_url)
    live.terminal.setenv("BEDSIDE_KEY", KEY)
    async with open_world(read_settings()) as world:
        now = SystemClock().now()
        students = [f"U{number:05}" for number in range(250)]
        await apply_roster(world, roster(students, first=now.date() + timedelta(days=1)), at=now)
        await plan_prompts(world, at=now)
    await check.run(build_parser().parse_args(["check"]))
    out = live.terminal.capsys.readouterr().out
    assert "250 reminders are due from" in out
    assert "at 1 a minute 180 can leave before they are too late. Raise messages_a_minute" in out
