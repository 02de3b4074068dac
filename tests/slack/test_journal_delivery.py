"""A journal shared in the practice workspace, and everything of ours taken out of it again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import (
    GiveUp,
    Kind,
    Leftover,
    MessageId,
    OutboxMessage,
    Outcome,
    RetryLater,
    Sent,
    State,
    Thing,
    Unknown,
    journal_for,
)
from bot.flows.ports import Trace
from bot.flows.sayings import Journal, JournalPage, Remove
from bot.practice.passes import Passes
from bot.practice.workspace import Channel, Message, Workspace
from bot.slack.messenger import LOOK_AGAIN, NO_UPLOAD, SlackMessenger
from bot.slack.views.journal_file import COMMENT, markdown
from tests.slack.drawings import OWN_WORDS
from tests.stories import ALICE, MONDAY, at

NEVER = float("inf")
ID = MessageId("0123456789abcdef0123456789abcdef")
JOURNAL = OutboxMessage(ID, journal_for(ALICE, at=at(MONDAY, "18:00")), State.SENDING, attempts=1)
PAGE = replace(JOURNAL, planned=replace(JOURNAL.planned, kind=Kind.JOURNAL_PAGE))
SHARE = "files.completeUploadExternal"


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


async def share(messenger: SlackMessenger) -> Outcome:
    return await messenger.deliver(JOURNAL, Journal(OWN_WORDS), give_up_at=NEVER)


async def remove(messenger: SlackMessenger, thing: Thing, channel: str, name: str) -> Outcome:
    leftover = Leftover(thing, channel, name)
    return await messenger.deliver(JOURNAL, Remove(leftover), give_up_at=NEVER)


def conversation(workspace: Workspace) -> Channel:
    return workspace.open_im(ALICE)


def standing(workspace: Workspace) -> list[Message]:
    return workspace.messages(conversation(workspace).id)


async def test_it_lies_in_the_conversation_as_a_file_with_a_warning(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    sent = await share(messenger)
    (message,) = standing(workspace)
    (file,) = message.files
    assert sent == Sent(conversation(workspace).id, file.id)
    assert message.text == COMMENT
    assert (file.content or b"").decode() == markdown(OWN_WORDS)
    assert file.name == "bedside-journal-01234567.md"


@pytest.mark.parametrize(
    ("method", "what", "is_there"),
    [
        ("files.getUploadURLExternal", "drop_after", False),
        (SHARE, "drop_before", False),
        (SHARE, "drop_after", True),
        (SHARE, "status", False),
    ],
)
async def test_what_nobody_saw_end_is_looked_for_by_the_name_of_the_file(
    messenger: SlackMessenger, workspace: Workspace, method: str, what: str, is_there: bool
) -> None:
    workspace.faults.add(method, what)
    assert await share(messenger) == Unknown()
    found = await messenger.find(JOURNAL)
    assert isinstance(found, Sent) if is_there else found is Trace.ABSENT
    assert len(standing(workspace)) == is_there
    if isinstance(found, Sent):
        assert found.ts == standing(workspace)[0].files[0].id


async def test_a_journal_asked_for_at_another_time_is_another_file(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    await share(messenger)
    another = replace(JOURNAL, id=MessageId("f" * 32))
    assert await messenger.find(another) is Trace.ABSENT


@pytest.mark.parametrize("code", ["missing_scope", "file_uploads_disabled"])
async def test_where_no_file_may_be_shared_nothing_else_is_broken(
    messenger: SlackMessenger, workspace: Workspace, code: str
) -> None:
    if code == "missing_scope":
        workspace.scopes.discard("files:write")
    else:
        workspace.faults.add(SHARE, "error", code=code)
    assert await share(messenger) == GiveUp(code)
    assert standing(workspace) == []


async def test_an_upload_that_is_refused_is_tried_again_since_nobody_has_seen_anything(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    workspace.uploads = Passes("upload", seconds=-1.0, uses=1, monotonic=lambda: 0.0)
    assert await share(messenger) == NO_UPLOAD
    assert standing(workspace) == []


async def test_past_the_deadline_nothing_is_shared_or_removed(client: AsyncWebClient, workspace: Workspace) -> None:
    late = SlackMessenger(client, monotonic=lambda: 100.0)
    for saying in (Journal(OWN_WORDS), Remove(Leftover(Thing.MESSAGE, conversation(workspace).id, "1.1"))):
        assert await late.deliver(JOURNAL, saying, give_up_at=100.0) == RetryLater(timedelta(0))
    assert workspace.files == {}


async def test_a_page_of_it_is_a_message_like_any_other(messenger: SlackMessenger, workspace: Workspace) -> None:
    sent = await messenger.deliver(PAGE, JournalPage(OWN_WORDS), give_up_at=NEVER)
    assert sent == await messenger.find(PAGE)
    assert await remove(messenger, Thing.MESSAGE, sent.channel, sent.ts) == sent  # type: ignore[union-attr]
    assert standing(workspace) == []


# Taken away again


async def test_a_file_goes_with_the_message_that_shows_it(messenger: SlackMessenger, workspace: Workspace) -> None:
    sent = await share(messenger)
    assert isinstance(sent, Sent)
    assert await remove(messenger, Thing.FILE, sent.channel, sent.ts) == sent
    assert standing(workspace) == []
    assert workspace.files[sent.ts].deleted
    assert await remove(messenger, Thing.FILE, sent.channel, sent.ts) == sent, "a second time changes nothing"


async def test_a_file_goes_even_if_its_message_can_not_be_found_or_must_stay(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    for method, code in (("conversations.history", "missing_scope"), ("chat.delete", "cant_delete_message")):
        sent = await share(messenger)
        assert isinstance(sent, Sent)
        workspace.faults.add(method, "error", code=code)
        assert await remove(messenger, Thing.FILE, sent.channel, sent.ts) == sent
        assert workspace.files[sent.ts].deleted


@pytest.mark.parametrize("saying", [Journal(OWN_WORDS), JournalPage(OWN_WORDS)])
async def test_what_nobody_saw_arrive_is_removed_by_its_own_id(
    messenger: SlackMessenger, workspace: Workspace, saying: Journal | JournalPage
) -> None:
    channel = conversation(workspace).id
    workspace.post(channel, "Something else of ours.")
    message = JOURNAL if isinstance(saying, Journal) else PAGE
    await messenger.deliver(message, saying, give_up_at=NEVER)
    assert await remove(messenger, Thing.UNSEEN, channel, ID) == Sent(channel, ID)
    assert [each.text for each in standing(workspace)] == ["Something else of ours."]
    assert all(file.deleted for file in workspace.files.values())


async def test_what_never_arrived_needs_no_removal(messenger: SlackMessenger, workspace: Workspace) -> None:
    channel = conversation(workspace).id
    assert await remove(messenger, Thing.UNSEEN, channel, ID) == Sent(channel, ID)
    assert [each.method for each in workspace.accepted if "delete" in each.method] == []


async def test_while_history_can_not_be_read_what_may_have_arrived_is_looked_for_again(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    workspace.faults.add("conversations.history", "error", code="missing_scope")
    assert await remove(messenger, Thing.UNSEEN, conversation(workspace).id, ID) == RetryLater(LOOK_AGAIN)
    workspace.faults.add("conversations.history", "rate_limited", retry_after=7)
    outcome = await remove(messenger, Thing.UNSEEN, conversation(workspace).id, ID)
    assert outcome == RetryLater(timedelta(seconds=7))


@pytest.mark.parametrize(
    ("thing", "name", "method"),
    [(Thing.MESSAGE, "1.1", "chat.delete"), (Thing.FILE, "F1", "files.delete")],
)
@pytest.mark.parametrize(
    ("what", "details", "outcome"),
    [
        ("error", {"code": "message_not_found"}, None),
        ("error", {"code": "channel_not_found"}, None),
        ("error", {"code": "file_deleted"}, None),
        ("error", {"code": "compliance_exports_prevent_deletion"}, GiveUp("compliance_exports_prevent_deletion")),
        ("drop_after", {}, Unknown()),
        ("error", {"code": "internal_error"}, Unknown()),
    ],
)
async def test_what_is_gone_is_done_and_anything_else_is_not(
    messenger: SlackMessenger,
    workspace: Workspace,
    thing: Thing,
    name: str,
    method: str,
    what: str,
    details: dict[str, Any],
    outcome: Outcome | None,
) -> None:
    channel = conversation(workspace).id
    workspace.faults.add(method, what, **details)
    assert await remove(messenger, thing, channel, name) == (outcome or Sent(channel, name))


async def test_a_message_of_somebody_elses_is_not_ours_to_remove(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    channel = conversation(workspace).id
    hers = workspace.post(channel, "Hello", user=ALICE)
    assert await remove(messenger, Thing.MESSAGE, channel, hers.ts) == GiveUp("cant_delete_message")
    assert standing(workspace) == [hers]


async def test_without_the_scope_for_files_a_file_stays_and_nothing_else_is_broken(
    messenger: SlackMessenger, workspace: Workspace
) -> None:
    workspace.scopes.discard("files:write")
    assert await remove(messenger, Thing.FILE, conversation(workspace).id, "F1") == GiveUp("missing_scope")
