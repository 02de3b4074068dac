"""A file is fetched from Slack, as large as a roster may be, and the token is shown to nobody else."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import FileGone, RosterRefused, SlackUnavailable
from bot.domain.roster import MOST_BYTES
from bot.practice.workspace import Workspace
from bot.slack.roster_files import is_slacks_own, read_roster_file
from tests.stories import JO, roster

SLACK = "https://slack.com/api/"


@pytest.mark.parametrize(
    "url",
    ["https://files.slack.com/files-pri/T0-F0/download/roster.csv", "https://slack.com/files/roster.csv"],
)
def test_the_token_goes_to_slack(url: str) -> None:
    assert is_slacks_own(url, SLACK)


@pytest.mark.parametrize(
    "url",
    [
        *("http://files.slack.com/roster.csv", "https://files.slack.com.evil.example/", "https://evil.example/"),
        *(
            "https://files.slack.com@evil.example/",
            "https://files.slack.com:444/",
            "//files.slack.com/",
            "",
            "https://[",
        ),
    ],
)
def test_the_token_goes_nowhere_else(url: str) -> None:
    assert not is_slacks_own(url, SLACK)


async def test_a_file_that_lies_elsewhere_is_not_fetched(
    workspace: Workspace, client: AsyncWebClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = uploaded(workspace, roster().encode())
    monkeypatch.setattr(client, "base_url", SLACK)

    async def info(**_: object) -> dict[str, object]:
        return {"file": {"url_private_download": f"{workspace.origin}/files-pri/T0-{file}/download/roster.csv"}}

    monkeypatch.setattr(client, "files_info", info)
    with pytest.raises(FileGone):
        await read_roster_file(client, file)


def uploaded(workspace: Workspace, content: bytes) -> str:
    file = workspace.new_file("roster.csv", user=JO)
    file.content, file.shared = content, True
    return file.id


async def test_a_file_that_is_too_large_is_read_no_further(workspace: Workspace, client: AsyncWebClient) -> None:
    with pytest.raises(RosterRefused, match="larger than 5 MB"):
        await read_roster_file(client, uploaded(workspace, b"a" * (MOST_BYTES + 100_000)))


async def test_a_file_that_is_gone_is_asked_for_again(workspace: Workspace, client: AsyncWebClient) -> None:
    with pytest.raises(FileGone):
        await read_roster_file(client, "F0NOWHERE")
    file = uploaded(workspace, b"")
    workspace.files[file].content = None
    with pytest.raises(FileGone):
        await read_roster_file(client, file)


async def test_while_slack_is_silent_a_file_is_asked_for_later(workspace: Workspace, client: AsyncWebClient) -> None:
    workspace.faults.add("files.info", "html")
    with pytest.raises(SlackUnavailable):
        await read_roster_file(client, uploaded(workspace, b"x"))
