import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.metadata import Metadata
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.cast import PRECEPTORS_CHANNEL
from bot.practice.scopes import BOT_SCOPES, SCOPES
from bot.practice.server import PracticeServer
from bot.practice.web_api import METHODS
from bot.practice.wire import Json
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER_ID, SLACKBOT, Channel, Person, Workspace
from tests.practice.stand_ins import MovableTime, button, entry, home, modal, section, text_field

OURS = Metadata(event_type="bedside", event_payload={"id": "7"})


async def refusal(call: Awaitable[Any]) -> Any:  # noqa: ANN401
    with pytest.raises(SlackApiError) as raised:
        await call
    return raised.value.response.data


async def error(call: Awaitable[Any]) -> str:
    return str((await refusal(call))["error"])


async def test_auth_test_says_who_the_app_is_and_what_it_may_do(client: AsyncWebClient) -> None:
    answer = await client.auth_test()

    assert (answer["user_id"], answer["team_id"], answer["bot_id"]) == (BOT_USER_ID, "T0PRACTICE", "B0BEDSIDE")
    assert set(answer.headers["x-oauth-scopes"].split(",")) == BOT_SCOPES


async def test_a_token_is_needed_and_must_be_the_right_one(
    server: PracticeServer, session: aiohttp.ClientSession
) -> None:
    def client(token: str | None) -> AsyncWebClient:
        return AsyncWebClient(token, base_url=server.base_url, session=session)

    assert await error(client(None).auth_test()) == "not_authed"
    assert await error(client("xoxb-wrong").auth_test()) == "invalid_auth"
    assert await error(client(APP_TOKEN).auth_test()) == "not_allowed_token_type"
    assert await error(client(None).apps_connections_open(app_token=BOT_TOKEN)) == "not_allowed_token_type"


async def test_there_are_no_other_methods(client: AsyncWebClient) -> None:
    assert await error(client.api_call("chat.sing")) == "unknown_method"


def test_every_method_has_an_entry_in_the_table_of_scopes() -> None:
    assert set(METHODS) == set(SCOPES)


async def test_a_message_to_a_person_goes_into_their_conversation_and_keeps_its_metadata(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    answer = await client.chat_postMessage(
        channel="U0ALICE", text="Good morning", blocks=[section("Good morning")], metadata=OURS
    )

    channel = workspace.im_of("U0ALICE")
    assert channel is not None
    assert answer["channel"] == channel.id
    [message] = workspace.messages(channel.id)
    assert (message.ts, message.text, message.user) == (answer["ts"], "Good morning", BOT_USER_ID)
    assert message.metadata == {"event_type": "bedside", "event_payload": {"id": "7"}}
    [accepted] = workspace.accepted
    assert (accepted.method, accepted.channel, accepted.ts, accepted.user, accepted.metadata) == (
        "chat.postMessage",
        channel.id,
        message.ts,
        "U0ALICE",
        message.metadata,
    )


async def test_forms_and_json_text_are_understood_as_well(server: PracticeServer, workspace: Workspace) -> None:
    fields = {
        "token": BOT_TOKEN,
        "channel": PRECEPTORS_CHANNEL,
        "blocks": '[{"type": "divider"}]',
        "metadata": '{"event_type": "bedside", "event_payload": {}}',
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.base_url}chat.postMessage", data=fields) as answer,
    ):
        assert (await answer.json())["ok"] is True

    [message] = workspace.messages(PRECEPTORS_CHANNEL)
    assert message.blocks[0]["type"] == "divider"
    assert message.metadata == {"event_type": "bedside", "event_payload": {}}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"channel": PRECEPTORS_CHANNEL, "text": ""}, "no_text"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a" * 40_001}, "msg_too_long"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a", "blocks": [section("")]}, "invalid_blocks"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a", "blocks": "[oops"}, "invalid_blocks_format"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a", "metadata": {"event_type": "x"}}, "invalid_metadata_schema"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a", "metadata": "{oops"}, "invalid_metadata_format"),
        ({"channel": PRECEPTORS_CHANNEL, "text": "a", "metadata": "[]"}, "invalid_metadata_format"),
        ({"channel": "C0NOWHERE", "text": "a"}, "channel_not_found"),
        ({"channel": "U0NOBODY", "text": "a"}, "channel_not_found"),
        ({"channel": "C0SURGERY", "text": "a"}, "not_in_channel"),
        ({"channel": "C0ARCHIVE", "text": "a"}, "is_archived"),
        ({"text": "a"}, "invalid_arguments"),
    ],
)
async def test_a_message_slack_would_refuse_is_refused(
    client: AsyncWebClient, workspace: Workspace, arguments: Json, code: str
) -> None:
    for channel in (Channel("C0SURGERY", "surgery"), Channel("C0ARCHIVE", "old", members={BOT_USER_ID}, archived=True)):
        workspace.channels[channel.id] = channel

    assert await error(client.api_call("chat.postMessage", json=arguments)) == code
    assert workspace.accepted == []
    assert workspace.messages(PRECEPTORS_CHANNEL) == []


async def test_a_refusal_names_the_block_and_what_is_wrong_with_it(client: AsyncWebClient) -> None:
    answer = await refusal(client.chat_postMessage(channel="U0ALICE", text="a", blocks=[section("a" * 3001)]))

    expected = "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == answer["response_metadata"]["messages"] == [expected]


async def test_a_message_to_a_closed_account_succeeds_as_it_does_in_slack(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.deactivate("U0GUS")

    assert (await client.chat_postMessage(channel="U0GUS", text="Hello"))["ok"]


@pytest.mark.parametrize(
    ("method", "arguments", "scope"),
    [
        ("chat.postMessage", {"channel": PRECEPTORS_CHANNEL, "text": "a"}, "chat:write"),
        ("chat.update", {"channel": PRECEPTORS_CHANNEL, "ts": "1"}, "chat:write"),
        ("chat.delete", {"channel": PRECEPTORS_CHANNEL, "ts": "1"}, "chat:write"),
        ("chat.postEphemeral", {"channel": PRECEPTORS_CHANNEL, "user": "U0KIM"}, "chat:write"),
        ("conversations.open", {"users": "U0ALICE"}, "im:write"),
        ("conversations.history", {"channel": PRECEPTORS_CHANNEL}, "channels:history"),
        ("conversations.history", {"channel": "D01"}, "im:history"),
        ("conversations.replies", {"channel": "D01", "ts": "1.000000"}, "im:history"),
        ("conversations.history", {"channel": "C0PRIVATE"}, "groups:history"),
        ("conversations.info", {"channel": "D01"}, "im:read"),
        ("conversations.members", {"channel": PRECEPTORS_CHANNEL}, "channels:read"),
        ("users.info", {"user": "U0ALICE"}, "users:read"),
        ("users.list", {}, "users:read"),
        ("files.info", {"file": "F0"}, "files:read"),
    ],
)
async def test_each_method_needs_its_scope(
    client: AsyncWebClient, workspace: Workspace, method: str, arguments: Json, scope: str
) -> None:
    workspace.channels["D01"] = Channel("D01", "directmessage", is_im=True, user="U0ALICE", members={BOT_USER_ID})
    workspace.channels["C0PRIVATE"] = Channel("C0PRIVATE", "private", is_private=True, members={BOT_USER_ID})
    workspace.scopes = {"users:read.email"}

    answer = await refusal(client.api_call(method, json=arguments))
    assert (answer["error"], answer["needed"], answer["provided"]) == ("missing_scope", scope, "users:read.email")


async def test_views_need_no_scope(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes = set()

    assert (await client.views_publish(user_id="U0ALICE", view=home(section("Today"))))["ok"]


async def test_an_update_changes_what_it_names_and_keeps_the_rest(client: AsyncWebClient, workspace: Workspace) -> None:
    posted = await client.chat_postMessage(
        channel="U0ALICE", text="Question", blocks=[section("Question")], metadata=OURS
    )
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Done for today")

    [message] = workspace.messages(posted["channel"])
    assert (message.ts, message.text) == (posted["ts"], "Done for today")
    assert message.metadata == OURS.to_dict()
    assert message.blocks[0]["text"]["text"] == "Question"
    assert message.edited_ts is not None

    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Done", blocks=[], metadata={})
    [message] = workspace.messages(posted["channel"])
    assert (message.blocks, message.metadata) == ([], None)


async def test_only_own_and_lasting_messages_can_be_changed_or_taken_away(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    channel = workspace.open_im("U0ALICE").id
    theirs = workspace.post(channel, "Mine", user="U0ALICE")
    fleeting = workspace.post(channel, "Psst", ephemeral_to="U0ALICE")

    assert await error(client.chat_update(channel=channel, ts=theirs.ts, text="Yours")) == "cant_update_message"
    assert await error(client.chat_delete(channel=channel, ts=theirs.ts)) == "cant_delete_message"
    assert await error(client.chat_update(channel=channel, ts=fleeting.ts, text="a")) == "message_not_found"
    assert await error(client.chat_delete(channel=channel, ts="1.0")) == "message_not_found"


async def test_a_deleted_message_is_gone(client: AsyncWebClient, workspace: Workspace) -> None:
    posted = await client.chat_postMessage(channel="U0ALICE", text="Question")
    await client.chat_delete(channel=posted["channel"], ts=posted["ts"])

    assert workspace.messages(posted["channel"]) == []
    assert [each.method for each in workspace.accepted] == ["chat.postMessage", "chat.delete"]


async def test_a_message_in_an_archived_channel_stays_as_it_is(client: AsyncWebClient, workspace: Workspace) -> None:
    message = workspace.post(PRECEPTORS_CHANNEL, "Digest")
    workspace.channels[PRECEPTORS_CHANNEL].archived = True

    changed = client.chat_update(channel=PRECEPTORS_CHANNEL, ts=message.ts, text="Other digest")
    assert await error(changed) == "is_archived"


async def test_an_ephemeral_message_reaches_a_member_and_no_history(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    await client.chat_postEphemeral(channel=PRECEPTORS_CHANNEL, user="U0KIM", text="Only you")

    [message] = workspace.messages(PRECEPTORS_CHANNEL)
    assert message.ephemeral_to == "U0KIM"
    assert (await client.conversations_history(channel=PRECEPTORS_CHANNEL))["messages"] == []
    outsider = client.chat_postEphemeral(channel=PRECEPTORS_CHANNEL, user="U0ALICE", text="Only you")
    assert await error(outsider) == "user_not_in_channel"


async def test_history_comes_newest_first_and_shows_metadata_only_if_asked(client: AsyncWebClient) -> None:
    for number in range(3):
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text=f"{number}", metadata=OURS)

    plainly = await client.conversations_history(channel=PRECEPTORS_CHANNEL, limit=2)
    wholly = await client.conversations_history(channel=PRECEPTORS_CHANNEL, include_all_metadata=True)
    assert [each["text"] for each in plainly["messages"]] == ["2", "1"]
    assert plainly["has_more"] is True
    assert all("metadata" not in each for each in plainly["messages"])
    assert [each["metadata"] for each in wholly["messages"]] == [OURS.to_dict()] * 3
    assert wholly["messages"][0]["bot_id"] == "B0BEDSIDE"

    cursor = plainly["response_metadata"]["next_cursor"]
    rest = await client.conversations_history(channel=PRECEPTORS_CHANNEL, limit=2, cursor=cursor)
    assert [each["text"] for each in rest["messages"]] == ["0"]
    assert rest["has_more"] is False


async def test_history_can_be_asked_for_a_span_of_time(
    client: AsyncWebClient, workspace: Workspace, time: MovableTime
) -> None:
    stamps = []
    for number in range(3):
        stamps.append(workspace.post(PRECEPTORS_CHANNEL, f"{number}").ts)
        time.seconds += 60

    async def said(*, inclusive: bool) -> list[str]:
        answer = await client.conversations_history(
            channel=PRECEPTORS_CHANNEL, oldest=stamps[0], latest=stamps[2], inclusive=inclusive
        )
        return [each["text"] for each in answer["messages"]]

    assert await said(inclusive=False) == ["1"]
    assert await said(inclusive=True) == ["2", "1", "0"]


async def test_a_thread_is_read_by_itself_and_its_beginning_comes_first(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    place = workspace.open_im("U0ALICE").id
    root = workspace.post(place, "Question").ts
    first, second, _ = [workspace.post(place, f"{n}", user="U0ALICE", thread_ts=root).ts for n in range(3)]

    history = await client.conversations_history(channel=place)
    assert [each["text"] for each in history["messages"]] == ["Question"]
    whole = await client.conversations_replies(channel=place, ts=root)
    assert [each["text"] for each in whole["messages"]] == ["Question", "0", "1", "2"]
    part = await client.conversations_replies(channel=place, ts=root, oldest=first, latest=second, inclusive=True)
    assert [(each["text"], each.get("thread_ts")) for each in part["messages"]] == [
        ("Question", None),
        ("0", root),
        ("1", root),
    ]
    assert await error(client.conversations_replies(channel=place, ts="1.000000")) == "thread_not_found"


async def test_history_is_for_members(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.channels["C0SURGERY"] = Channel("C0SURGERY", "surgery")

    assert await error(client.conversations_history(channel="C0SURGERY")) == "not_in_channel"
    assert await error(client.conversations_history(channel="D0NOWHERE")) == "channel_not_found"


async def test_a_conversation_is_opened_once(client: AsyncWebClient, workspace: Workspace) -> None:
    first = await client.conversations_open(users="U0ALICE")
    second = await client.conversations_open(users=["U0ALICE"], return_im=True)
    third = await client.conversations_open(channel=first["channel"]["id"])

    assert first["channel"]["id"] == second["channel"]["id"] == third["channel"]["id"]
    assert "already_open" not in first.data
    assert second["already_open"] is True
    assert second["channel"]["user"] == "U0ALICE"
    assert [each.user for each in workspace.accepted] == ["U0ALICE", "U0ALICE"]


@pytest.mark.parametrize(
    ("users", "code"),
    [
        ("U0NOBODY", "user_not_found"),
        ("U0GUS", "user_disabled"),
        (BOT_USER_ID, "cannot_dm_bot"),
        ("U0ALICE,U0BOB", "invalid_arguments"),
        ("", "user_not_found"),
    ],
)
async def test_a_conversation_needs_one_person_who_can_be_talked_with(
    client: AsyncWebClient, workspace: Workspace, users: str, code: str
) -> None:
    workspace.deactivate("U0GUS")

    assert await error(client.conversations_open(users=users)) == code


async def test_a_person_is_described_with_zone_and_address(client: AsyncWebClient, workspace: Workspace) -> None:
    user = (await client.users_info(user="U0KIM"))["user"]

    assert (user["real_name"], user["tz"], user["tz_offset"]) == ("Dr. Kim", "America/New_York", -5 * 3600)
    assert user["profile"]["email"] == "kim@example.edu"
    assert user["deleted"] is False
    assert await error(client.users_info(user="U0NOBODY")) == "user_not_found"


async def test_an_address_needs_a_scope_of_its_own(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes.remove("users:read.email")

    assert "email" not in (await client.users_info(user="U0KIM"))["user"]["profile"]


async def test_everybody_is_listed_in_pages(client: AsyncWebClient, workspace: Workspace) -> None:
    names = [each["id"] async for page in await client.users_list(limit=5) for each in page["members"]]

    assert names == [SLACKBOT, *workspace.people]
    assert await error(client.users_list(cursor="5")) == "invalid_cursor"


async def test_somebody_is_found_by_address_in_any_case_but_not_once_the_account_is_closed(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    assert (await client.users_lookupByEmail(email="KIM@Example.edu"))["user"]["id"] == "U0KIM"
    workspace.deactivate("U0KIM")
    for nobody in ("kim@example.edu", "kim", "zoe@example.edu"):
        assert await error(client.users_lookupByEmail(email=nobody)) == "users_not_found"
    workspace.scopes.remove("users:read.email")
    assert await error(client.users_lookupByEmail(email="jo@example.edu")) == "missing_scope"


async def test_of_a_closed_account_little_is_told_and_a_guest_is_said_to_be_one(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.deactivate("U0GUS")
    workspace.put_person(Person("U0LEE", "lee", "Lee", "", "UTC", is_guest=True))
    gus, lee = [(await client.users_info(user=user))["user"] for user in ("U0GUS", "U0LEE")]

    assert (gus["deleted"], "tz" in gus, "real_name" in gus) == (True, False, False)
    assert (lee["deleted"], lee["is_restricted"], lee["tz"]) == (False, True, "UTC")


async def test_whoever_belongs_to_another_team_is_known_but_not_listed(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.put_person(Person("U0FAR", "far", "Far", "", "UTC", team_id="T0FAR"))

    assert (await client.users_info(user="U0FAR"))["user"]["team_id"] == "T0FAR"
    assert "U0FAR" not in [each["id"] for each in (await client.users_list())["members"]]


async def test_a_channel_describes_itself_and_its_members(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes |= {"channels:read", "im:read"}
    channel = (await client.conversations_info(channel=PRECEPTORS_CHANNEL))["channel"]
    members = await client.conversations_members(channel=PRECEPTORS_CHANNEL)
    direct = await client.conversations_info(channel=workspace.open_im("U0ALICE").id)

    assert (channel["name"], channel["is_member"], channel["is_archived"]) == ("medicine-preceptors", True, False)
    assert set(members["members"]) == {"U0KIM", "U0JO", BOT_USER_ID}
    assert (direct["channel"]["is_im"], direct["channel"]["user"]) == (True, "U0ALICE")


async def test_a_private_channel_without_the_app_is_not_there_for_it(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.scopes |= {"channels:read", "groups:read"}
    workspace.channels["C0SECRET"] = Channel("C0SECRET", "secret", is_private=True, members={"U0KIM"})
    workspace.channels["C0SURGERY"] = Channel("C0SURGERY", "surgery", members={"U0KIM"})

    assert await error(client.conversations_info(channel="C0SECRET")) == "channel_not_found"
    assert await error(client.conversations_members(channel="C0SECRET")) == "channel_not_found"
    assert await error(client.chat_postMessage(channel="C0SECRET", text="a")) == "channel_not_found"
    assert not (await client.conversations_info(channel="C0SURGERY"))["channel"]["is_member"]
    assert (await client.conversations_members(channel="C0SURGERY"))["members"] == ["U0KIM"]


async def test_the_members_of_a_channel_come_in_pages(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.scopes |= {"channels:read"}
    first = await client.conversations_members(channel=PRECEPTORS_CHANNEL, limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_members(channel=PRECEPTORS_CHANNEL, limit=2, cursor=cursor)

    assert sorted(first["members"] + rest["members"]) == sorted(workspace.channels[PRECEPTORS_CHANNEL].members)
    assert rest["response_metadata"]["next_cursor"] == ""


async def test_a_modal_opens_in_front_of_whoever_just_did_something(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    trigger = workspace.trigger("U0ALICE")
    answer = await client.views_open(trigger_id=trigger, view=modal(section("Reflect"), private_metadata="q1"))

    [opened] = workspace.views.stack("U0ALICE")
    assert (answer["view"]["id"], answer["view"]["hash"]) == (opened.id, opened.hash)
    assert answer["view"]["private_metadata"] == "q1"
    assert await error(client.views_open(trigger_id=trigger, view=modal(section("a")))) == "exchanged_trigger_id"
    assert [(each.method, each.user) for each in workspace.accepted] == [("views.open", "U0ALICE")]


async def test_a_trigger_that_is_too_old_opens_nothing(
    client: AsyncWebClient, workspace: Workspace, monotonic: MovableTime
) -> None:
    trigger = workspace.trigger("U0ALICE")
    monotonic.seconds += 3.1

    assert await error(client.views_open(trigger_id=trigger, view=modal(section("a")))) == "expired_trigger_id"
    assert await error(client.views_open(trigger_id="made.up", view=modal(section("a")))) == "invalid_trigger_id"
    assert workspace.views.stack("U0ALICE") == []


async def test_a_view_slack_would_refuse_is_refused_and_leaves_the_trigger_alone(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    trigger = workspace.trigger("U0ALICE")
    answer = await refusal(client.views_open(trigger_id=trigger, view=modal(section(""))))
    heavy = client.views_open(trigger_id=trigger, view=modal(section("a" * 251 * 1024)))
    broken = client.api_call("views.open", json={"trigger_id": trigger, "view": "{oops"})

    assert answer["error"] == "invalid_arguments"
    assert "more than 0 characters" in answer["response_metadata"]["messages"][0]
    assert await error(heavy) == "view_too_large"
    assert await error(broken) == "invalid_arguments"
    assert await error(client.api_call("views.open", json={"view": "{}"})) == "invalid_arguments"
    assert (await client.views_open(trigger_id=trigger, view=modal(section("a"))))["ok"]


async def test_a_modal_is_pushed_by_a_press_in_a_modal_up_to_three_deep(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    outside = workspace.trigger("U0ALICE")
    assert await error(client.views_push(trigger_id=outside, view=modal(section("a")))) == "not_found"
    front = workspace.views.open("U0ALICE", modal(section("one")))
    for _ in range(2):
        trigger = workspace.trigger("U0ALICE", view_id=front.id)
        await client.views_push(trigger_id=trigger, view=modal(section("more")))
    one_more = client.views_push(trigger_id=workspace.trigger("U0ALICE", view_id=front.id), view=modal(section("4")))

    assert await error(one_more) == "push_limit_reached"
    assert len(workspace.views.stack("U0ALICE")) == 3


async def test_a_modal_that_closed_meanwhile_cannot_be_pushed_upon(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    opened = workspace.views.open("U0ALICE", modal(section("one")))
    trigger = workspace.trigger("U0ALICE", view_id=opened.id)
    workspace.views.clear("U0ALICE")

    assert await error(client.views_push(trigger_id=trigger, view=modal(section("a")))) == "not_found"


async def test_a_modal_is_updated_by_either_of_its_ids_and_only_with_its_present_hash(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    opened = workspace.views.open("U0ALICE", modal(entry("text", text_field()), external_id="mine"))
    was = opened.hash
    await client.views_update(view_id=opened.id, hash=was, view=modal(section("two"), external_id="mine"))
    await client.views_update(external_id="mine", view=modal(section("three")))

    assert opened.blocks[0]["text"]["text"] == "three"
    stale = client.views_update(view_id=opened.id, hash=was, view=modal(section("four")))
    assert await error(stale) == "hash_conflict"
    assert await error(client.views_update(view_id="V404", view=modal(section("a")))) == "not_found"
    assert await error(client.api_call("views.update", json={"view": modal(section("a"))})) == "invalid_arguments"


async def test_no_two_open_views_share_an_external_id(client: AsyncWebClient, workspace: Workspace) -> None:
    called = modal(section("Wait"), external_id="roster-1")
    opened = workspace.views.open("U0JO", called)
    assert await error(client.views_open(trigger_id=workspace.trigger("U0KIM"), view=called)) == "duplicate_external_id"
    trigger = workspace.trigger("U0JO", view_id=opened.id)
    assert await error(client.views_push(trigger_id=trigger, view=called)) == "duplicate_external_id"
    await client.views_update(external_id="roster-1", view=called)
    await client.views_open(trigger_id=workspace.trigger("U0JO"), view=called)
    workspace.views.clear("U0JO")
    await client.views_open(trigger_id=workspace.trigger("U0KIM"), view=called)


async def test_home_is_published_for_a_person_and_only_with_its_present_hash(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    first = await client.views_publish(user_id="U0ALICE", view=home(section("Today")))
    was = first["view"]["hash"]
    second = await client.views_publish(user_id="U0ALICE", view=home(section("Tomorrow")), hash=was)

    assert first["view"]["id"] == second["view"]["id"]
    shown = workspace.views.home("U0ALICE")
    assert shown is not None
    assert shown.blocks[0]["text"]["text"] == "Tomorrow"
    stale = client.views_publish(user_id="U0ALICE", view=home(section("Yesterday")), hash=was)
    unseen = client.views_publish(user_id="U0BOB", view=home(section("Today")), hash=was)
    assert await error(stale) == "hash_conflict"
    assert await error(unseen) == "hash_conflict"
    assert await error(client.views_publish(user_id="U0NOBODY", view=home(section("a")))) == "user_not_found"
    assert await error(client.views_publish(user_id="U0BOB", view=modal(section("a")))) == "invalid_arguments"


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_cut_connection_leaves_the_message_unsent_or_sent(
    client: AsyncWebClient, workspace: Workspace, kind: str
) -> None:
    workspace.faults.add("chat.postMessage", kind)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert len(workspace.accepted) == (1 if kind == "drop_after" else 0)
    assert (await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest"))["ok"]


@pytest.mark.parametrize("accepted", [True, False])
async def test_silence_ends_in_a_time_out_of_the_client(
    server: PracticeServer, workspace: Workspace, *, accepted: bool
) -> None:
    workspace.faults.add("chat.postMessage", "time_out", accepted=accepted)
    impatient = aiohttp.ClientTimeout(total=0.1)
    async with aiohttp.ClientSession(timeout=impatient) as session:
        client = AsyncWebClient(BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
        with pytest.raises(asyncio.TimeoutError):
            await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert len(workspace.accepted) == int(accepted)


async def test_silence_may_also_end_in_a_cut(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("auth.test", "time_out", seconds=0.01)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.auth_test()


@pytest.mark.parametrize(("accepted", "code"), [(True, 500), (False, 503)])
async def test_a_server_error_tells_nothing_about_what_happened(
    client: AsyncWebClient, workspace: Workspace, *, accepted: bool, code: int
) -> None:
    workspace.faults.add("chat.postMessage", "status", code=code, accepted=accepted)
    with pytest.raises(SlackApiError) as raised:
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert raised.value.response.status_code == code
    assert len(workspace.accepted) == int(accepted)


@pytest.mark.parametrize(("accepted", "code"), [(True, 200), (False, 503)])
async def test_a_web_page_may_come_instead_of_json(
    client: AsyncWebClient, workspace: Workspace, *, accepted: bool, code: int
) -> None:
    workspace.faults.add("chat.postMessage", "html", code=code, accepted=accepted)
    with pytest.raises(SlackApiError) as raised:
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert (raised.value.response.status_code, raised.value.response.data) == (code, {})
    assert len(workspace.accepted) == int(accepted)


async def test_a_web_page_may_even_call_itself_json(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("chat.postMessage", "html", content_type="application/json")
    with pytest.raises(SlackApiError) as raised:
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    # This is the one case in which the client hands out aiohttp's own response.
    assert isinstance(raised.value.response, aiohttp.ClientResponse)


async def test_too_many_requests_are_told_when_to_come_back(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("*", "rate_limited", retry_after=7)
    with pytest.raises(SlackApiError) as raised:
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert raised.value.response.status_code == 429
    assert raised.value.response.headers["Retry-After"] == "7"
    assert raised.value.response["error"] == "ratelimited"
    assert workspace.accepted == []


async def test_any_error_of_slack_can_be_ordered(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("chat.postMessage", "error", times=2, code="fatal_error")
    post: Callable[[], Awaitable[Any]] = lambda: client.chat_postMessage(channel="U0ALICE", text="a")  # noqa: E731

    assert [await error(post()), await error(post())] == ["fatal_error", "fatal_error"]
    assert (await post())["ok"]


async def test_a_message_with_a_button_can_be_read_back_with_its_ids(client: AsyncWebClient) -> None:
    blocks = [{"type": "actions", "block_id": "choices", "elements": [button("answer", value="q1")]}]
    await client.chat_postMessage(channel="U0ALICE", text="a", blocks=blocks)
    channel = (await client.conversations_open(users="U0ALICE"))["channel"]["id"]

    [message] = (await client.conversations_history(channel=channel))["messages"]
    assert message["blocks"] == blocks
