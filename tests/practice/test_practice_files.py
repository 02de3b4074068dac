"""Files, as strictly as Slack takes and deletes them."""

import json
from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.block_kit import message_problems, view_problems
from bot.practice.hands import Hands
from bot.practice.refusals import OutOfReach
from bot.practice.server import PracticeServer
from bot.practice.views import OpenView
from bot.practice.workspace import Workspace
from tests.practice.stand_ins import RecordingApp, answered, entry, home, modal, section


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


# Files that people attach to forms


def place_for_files(**more: object) -> dict[str, Any]:
    return entry("roster", {"type": "file_input", "action_id": "file", **more})


@pytest.fixture
def form(workspace: Workspace) -> OpenView:
    """A form in front of Jo that takes one table."""
    workspace.delivery = RecordingApp()
    return workspace.views.open("U0JO", modal(place_for_files(filetypes=["csv", "TXT"], max_files=1)))


async def test_an_attached_file_is_told_with_the_form_and_fetched_with_the_token_only(
    client: AsyncWebClient, session: aiohttp.ClientSession, hands: Hands, workspace: Workspace, form: OpenView
) -> None:
    await hands.attach("U0JO", form.id, "roster", name="Block 3.csv", content=b"cohort,role")
    app = workspace.delivery = RecordingApp()
    assert (await hands.submit("U0JO", form.id)).ok
    (file,) = app.delivered[0][1]["view"]["state"]["values"]["roster"]["file"]["files"]

    assert (file["name"], file["filetype"], file["size"], file["user"]) == ("Block 3.csv", "csv", 11, "U0JO")
    assert (await client.files_info(file=file["id"]))["file"] == file
    address = file["url_private_download"]
    async with session.get(address, headers={"Authorization": f"Bearer {client.token}"}) as answer:
        assert (answer.status, await answer.read()) == (200, b"cohort,role")
    gone = address.replace(file["id"], "F0NOBODYS")
    async with session.get(gone, headers={"Authorization": f"Bearer {client.token}"}) as answer:
        assert answer.status == 404
    for stranger in ({}, {"Authorization": "Bearer xoxb-other"}):
        # As in Slack, whoever may not is shown a page in place of the file, and it says 200.
        async with session.get(address, headers=stranger) as answer:
            assert (answer.status, answer.content_type) == (200, "text/html")
            assert "/signin" in str(answer.url)


async def test_without_its_scope_nothing_is_fetched_and_no_form_asks_for_files(
    client: AsyncWebClient, session: aiohttp.ClientSession, hands: Hands, workspace: Workspace, form: OpenView
) -> None:
    await hands.attach("U0JO", form.id, "roster", name="a.csv", content=b"x")
    (file,) = form.attached.values()
    workspace.scopes.remove("files:read")
    async with session.get(
        file["url_private_download"], headers={"Authorization": f"Bearer {client.token}"}, allow_redirects=False
    ) as answer:
        assert answer.status == 302
    refused = client.views_open(trigger_id=workspace.trigger("U0JO"), view=modal(place_for_files()))
    assert await error(refused) == "missing_scope"
    await client.views_open(trigger_id=workspace.trigger("U0JO"), view=modal(section("Paste it")))


@pytest.mark.parametrize(
    ("names", "size", "complaint"),
    [
        ((), 1, "complete this required field"),
        (("a.csv", "b.csv"), 1, "Please choose one file."),
        (("a.xlsx",), 1, "one of these kinds: csv, txt"),
        (("a",), 1, "one of these kinds"),
        (("a.csv",), 10 * 1024 * 1024 + 1, "at most 10 MB"),
        (("A.CSV",), 10 * 1024 * 1024, None),
    ],
)
async def test_files_that_a_form_does_not_take_are_not_sent(
    hands: Hands, form: OpenView, names: tuple[str, ...], size: int, complaint: str | None
) -> None:
    for name in names:
        await hands.attach("U0JO", form.id, "roster", name=name, content=bytes(size))
    assert (await hands.submit("U0JO", form.id)).ok is (complaint is None)
    assert (complaint or "") in form.errors.get("roster", "")


async def test_an_attached_file_stays_while_the_form_says_what_is_wrong_and_can_be_taken_off(
    hands: Hands, workspace: Workspace, form: OpenView
) -> None:
    workspace.delivery = RecordingApp(answered({"response_action": "errors", "errors": {"roster": "Line 3"}}))
    await hands.attach("U0JO", form.id, "roster", name="a.csv", content=b"x")
    await hands.submit("U0JO", form.id)
    assert form.errors == {"roster": "Line 3"}
    assert form.values["roster"]["file"] == list(form.attached)
    await hands.fill("U0JO", form.id, "roster", [])
    assert form.values["roster"]["file"] == []


async def test_nobody_sends_a_file_that_was_not_attached_here(hands: Hands, form: OpenView) -> None:
    with pytest.raises(OutOfReach, match="F0OTHER"):
        await hands.fill("U0JO", form.id, "roster", ["F0OTHER"])
    with pytest.raises(OutOfReach, match="no place for files"):
        await hands.attach("U0JO", form.id, "elsewhere", name="a.csv", content=b"x")


async def test_the_app_can_not_delete_what_somebody_else_owns(
    client: AsyncWebClient, hands: Hands, form: OpenView
) -> None:
    await hands.attach("U0JO", form.id, "roster", name="a.csv", content=b"x")
    assert await error(client.files_delete(file=next(iter(form.attached)))) == "cant_delete_file"


async def test_a_file_that_is_gone_is_not_described(client: AsyncWebClient, workspace: Workspace) -> None:
    file = await shared(client, workspace.open_im("U0ALICE").id)
    assert await error(client.files_info(file="F0NOBODYS")) == "file_not_found"
    await client.files_delete(file=file)
    assert await error(client.files_info(file=file)) == "file_deleted"


def test_a_place_for_files_stands_in_modals_only() -> None:
    assert view_problems(modal(place_for_files(max_files=10)), kind="modal") == []
    assert view_problems(home(place_for_files()), kind="home") != []
    assert message_problems([place_for_files()]) != []
    assert view_problems(modal(place_for_files(max_files=11)), kind="modal") != []
