"""The start: whose token this is, and whether the app may do what it has to."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SettingWrong
from bot.practice.faults import Answer
from bot.practice.workspace import Workspace
from bot.slack.identity import SCOPES, learn_identity, trouble_with
from bot.slack.outcomes import SlackUnavailable


async def test_an_app_that_was_installed_with_the_manifest_is_let_in(client: AsyncWebClient) -> None:
    assert (await learn_identity(client)).bot_token == client.token


async def test_more_scopes_than_needed_are_no_matter(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes = {*SCOPES, "files:write"}
    await learn_identity(client)


async def test_missing_scopes_stop_the_start_by_name(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes = set(SCOPES) - {"im:history", "users:read"}
    with pytest.raises(SettingWrong) as refused:
        await learn_identity(client)
    assert str(refused.value) == (
        "SLACK_BOT_TOKEN: the app was installed without im:history, users:read. "
        "Reinstall the app with config/slack_manifest.json, then write the token that it has then."
    )
    assert str(client.token) not in str(refused.value)


async def test_a_stand_in_that_says_nothing_of_scopes_is_believed(
    client: AsyncWebClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def silent(workspace: Workspace, method: str, arguments: object) -> Answer:
        return Answer({"ok": True, "team_id": "T0", "user_id": "U0BOT", "bot_id": "B0"})

    caplog.set_level("INFO", "bedside")
    monkeypatch.setattr("bot.practice.web_api.answer_call", silent)
    assert (await learn_identity(client)).team_id == "T0"
    assert [record.msg for record in caplog.records] == ["scopes_unknown"]


async def test_a_slack_that_knows_the_bot_is_no_trouble(client: AsyncWebClient) -> None:
    assert await trouble_with(client) == ""


async def test_trouble_is_told_in_a_sentence(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("auth.test", "error", code="token_revoked")
    assert await trouble_with(client) == "Slack refuses the bot's token."
    workspace.faults.add("auth.test", "drop_before")
    assert await trouble_with(client) == "Slack can't be asked at the moment."


async def test_a_slack_in_trouble_at_the_start_is_told_apart(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("auth.test", "status", code=503)
    with pytest.raises(SlackUnavailable):
        await learn_identity(client)
