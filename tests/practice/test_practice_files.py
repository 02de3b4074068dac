"""Files, as strictly as Slack takes and deletes them."""

import json
from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.server import PracticeServer
from bot.practice.workspace import Workspace


async def error(call: Awaitable[Any]) -> str:
    with pytest.raises(SlackApiError) as raised:
        await call
    return str(raised.value.response["error"])


async def shared(client: AsyncWebClient, channel: str) -> str:
    answer = await client.files_upload_v2(channel=channel, filename="a.md", content="# Hi", initial_comment="Yours")
    return str(answer["files"][0]["id"])


async def test_a_file_is_shown_in_the_conversation_and_the_answer_does_not_say_where(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    channel = workspace.open_im("U0ALICE").id
    answer = await client.files_upload_v2(
        channel=channel, filename="a.md", title="A", content="# Hi", initial_comment="Yours"
    )
    assert answer["files"] == [{"id": answer["file"]["id"], "title": "A"}]
    history = await client.conversations_history(channel=channel)
    (message,) = history["messages"]
    assert message["text"] == "Yours"
    assert [(file["name"], file["title"], file["size"]) for file in message["files"]] == [("a.md", "A", 4)]


async def test_a_conversation_has_to_be_named_by_its_id(client: AsyncWebClient) -> None:
    assert await error(client.files_upload_v2(channel="U0ALICE", filename="a.md", content="x")) == "channel_not_found"


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal", "files.delete"])
async def test_files_need_a_scope(client: AsyncWebClient, workspace: Workspace, method: str) -> None:
    workspace.scopes.discard("files:write")
    assert await error(client.api_call(method)) == "missing_scope"


async def test_what_was_not_uploaded_can_not_be_shared(client: AsyncWebClient, workspace: Workspace) -> None:
    channel = workspace.open_im("U0ALICE").id
    url = await client.files_getUploadURLExternal(filename="a.md", length=4)
    for file in (url["file_id"], "F0NOBODYS"):
        call = client.files_completeUploadExternal(files=[{"id": file}], channel_id=channel)
        assert await error(call) == "file_not_found"
    assert await error(client.files_getUploadURLExternal(filename="a.md", length=0)) == "invalid_arguments"
    broken = client.api_call("files.completeUploadExternal", params={"files": "no list"})
    assert await error(broken) == "invalid_arguments"
    none = client.api_call("files.completeUploadExternal", params={"files": json.dumps([])})
    assert await error(none) == "invalid_arguments"
    assert workspace.messages(channel) == []


async def test_an_upload_address_takes_what_was_announced_and_once(
    client: AsyncWebClient, session: aiohttp.ClientSession, server: PracticeServer
) -> None:
    url = (await client.files_getUploadURLExternal(filename="a.md", length=4))["upload_url"]
    assert url.startswith(server.origin)
    async with session.post(url, data=b"longer than that") as wrong:
        assert wrong.status == 400
    async with session.post(url, data=b"# Hi") as again:
        assert again.status == 404


async def test_a_deleted_file_leaves_its_message_and_is_not_deleted_twice(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    channel = workspace.open_im("U0ALICE").id
    file = await shared(client, channel)
    await client.files_delete(file=file)
    (message,) = (await client.conversations_history(channel=channel))["messages"]
    assert message["files"] == [{"id": file, "mode": "tombstone"}]
    assert await error(client.files_delete(file=file)) == "file_deleted"
    assert await error(client.files_delete(file="F0NOBODYS")) == "file_not_found"
    assert workspace.files[file].content is None


async def test_into_a_channel_that_the_app_is_not_in_nothing_is_shared(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    channel = workspace.open_im("U0ALICE")
    channel.members.clear()
    assert await error(client.files_upload_v2(channel=channel.id, filename="a.md", content="x")) == "not_in_channel"
