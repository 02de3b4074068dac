"""The messenger, the directory and the identity over HTTP: what is sent, and every row of the table of outcomes."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import AppShutOut, PersonRefused, SettingWrong
from bot.domain.outbox import (
    AppRefused,
    GiveUp,
    Kind,
    MessageId,
    OutboxMessage,
    Outcome,
    Planned,
    RetryLater,
    Sent,
    SlowDown,
    State,
    Unknown,
    Unreachable,
)
from bot.domain.people import PersonId
from bot.flows.ports import ChannelReaders, Profile, Trace
from bot.flows.sayings import Ask, Done, Farewell, Post, Reminder, Welcome
from bot.slack.directory import MOST_PAGES, SlackDirectory
from bot.slack.identity import Identity, learn_identity
from bot.slack.messenger import SlackMessenger
from bot.slack.outcomes import VERDICTS, SlackUnavailable, Verdict
from bot.slack.redirects import refuses_redirects
from tests.slack.drawings import HOSTILE, LESSON, MONDAY, digest
from tests.stories import ALICE, DIGEST_CHANNEL, DR_KIM, at

NEVER = float("inf")
ID = MessageId("0123456789abcdef0123456789abcdef")
IN_TEN_SECONDS, TOMORROW = RetryLater(timedelta(seconds=10)), RetryLater(timedelta(days=1), "message_limit_exceeded")
HTML = "<!DOCTYPE html><p>Back soon.</p>"

Told = tuple[int, dict[str, str], str]
"""A status, headers and a body."""


def refused(code: str, *, status: int = 200, **headers: str) -> Told:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {"Content-Type": "application/json", **named}, json.dumps({"ok": False, "error": code})


def page(status: int, kind: str = "text/html", body: str = HTML) -> Told:
    return status, {"Content-Type": kind}, body


SILENCE, HANG_UP = "silence", "hang up"
GOOD: dict[str, dict[str, object]] = {
    "conversations.open": {"ok": True, "channel": {"id": "D0ALICE"}},
    "chat.postMessage": {"ok": True, "channel": "D0ALICE", "ts": "1.1"},
    "chat.update": {"ok": True, "channel": "D0ALICE", "ts": "1.0"},
    "conversations.history": {"ok": True, "messages": []},
    "users.info": {"ok": True, "user": {"id": ALICE, "tz": "Asia/Kolkata"}},
    "auth.test": {"ok": True, "team_id": "T1", "user_id": "U0BOT", "bot_id": "B1"},
}


@dataclass
class Slack:
    """A Slack that answers each method as it is told to, and keeps what it was asked."""

    told: dict[str, list[Told | str]] = field(default_factory=dict)
    good: dict[str, dict[str, object]] = field(default_factory=lambda: dict(GOOD))
    asked: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.asked]

    def arguments(self, method: str) -> dict[str, object]:
        return next(arguments for asked, arguments in self.asked if asked == method)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        sent = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.asked.append((method, {**request.query, **sent}))
        told = self.told.get(method, [])
        match told.pop(0) if told else None:
            case None:
                return web.json_response(self.good[method])
            case (status, headers, body):
                return web.Response(status=status, headers=headers, body=str(body).encode("utf-8", "surrogateescape"))
            case "silence":
                await asyncio.sleep(2)
        assert request.transport is not None
        request.transport.close()
        return web.Response()


async def test_an_app_that_may_not_look_at_channels_is_silent_and_says_so_once(
    slack: "Slack", client: AsyncWebClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bedside")
    slack.told["conversations.info"] = [refused("missing_scope"), refused("missing_scope")]
    directory = SlackDirectory(client)
    assert [await directory.readers(DIGEST_CHANNEL) for _ in range(2)] == [None, None]
    assert [each.message for each in caplog.records if each.name == "bedside"] == ["channels_not_shown_to_the_app"]


async def test_a_hidden_channel_is_one_without_bedside_only_where_the_app_would_see_it(
    slack: "Slack", client: AsyncWebClient
) -> None:
    granted = "channels:read,groups:read", "groups:read", ""
    slack.told["conversations.info"] = [refused("channel_not_found", x_oauth_scopes=scopes) for scopes in granted]
    found = [await SlackDirectory(client).readers(DIGEST_CHANNEL) for _ in granted]
    assert found == [ChannelReaders(is_public=False, has_bedside=False), None, None]


async def test_an_app_that_is_shut_out_says_so_when_it_looks_at_a_channel(
    slack: "Slack", client: AsyncWebClient
) -> None:
    slack.told["conversations.info"] = [refused("token_revoked")]
    with pytest.raises(AppShutOut):
        await SlackDirectory(client).readers(DIGEST_CHANNEL)
    with pytest.raises(SlackUnavailable):
        await SlackDirectory(client, is_ending=lambda: True).readers(DIGEST_CHANNEL)


async def test_of_a_large_channel_a_few_pages_are_read(slack: "Slack", client: AsyncWebClient) -> None:
    slack.good["conversations.info"] = {"ok": True, "channel": {"id": DIGEST_CHANNEL, "is_private": True}}
    page = {"ok": True, "members": [ALICE], "response_metadata": {"next_cursor": "more"}}
    slack.good["conversations.members"] = page
    readers = await SlackDirectory(client).readers(DIGEST_CHANNEL)
    assert readers == ChannelReaders(is_public=False, members=frozenset({ALICE}))
    assert slack.methods == ["conversations.info", *MOST_PAGES * ["conversations.members"]]


@pytest.fixture
def slack() -> Slack:
    return Slack()


@pytest.fixture
async def client(slack: Slack) -> AsyncIterator[AsyncWebClient]:
    application = web.Application()
    application.add_routes([web.route("*", "/api/{method}", slack.answer)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    timeout = aiohttp.ClientTimeout(total=0.5)
    async with aiohttp.ClientSession(timeout=timeout, trace_configs=[refuses_redirects()]) as session:
        yield AsyncWebClient("xoxb-1", base_url=url, session=session, retry_handlers=[])
    await runner.cleanup()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed_since_the_message_would_be_sent_twice(
    messenger: SlackMessenger, slack: Slack, status: int
) -> None:
    slack.told["chat.postMessage"] = [(status, {"Location": "/api/chat.postMessage"}, "")]
    assert await messenger.deliver(message(channel="D0ALICE"), Ask(LESSON), give_up_at=NEVER) == Unknown()
    assert slack.methods == ["chat.postMessage"]


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


def message(
    kind: Kind = Kind.QUESTION, *, student: PersonId | None = ALICE, channel: str | None = None
) -> OutboxMessage:
    due = at(MONDAY, "17:30")
    planned = Planned(kind, f"{kind}:1", due, due + timedelta(hours=1), student=student, channel=channel, on=MONDAY)
    return OutboxMessage(ID, planned, State.SENDING, attempts=1)


DIGEST = message(Kind.DIGEST, student=None, channel=DIGEST_CHANNEL)


def _blocks(post: dict[str, object]) -> list[dict[str, object]]:
    blocks = post["blocks"]
    assert isinstance(blocks, list)
    return blocks


async def deliver(messenger: SlackMessenger) -> Outcome:
    return await messenger.deliver(message(), Ask(LESSON), give_up_at=NEVER)


# ── What is sent ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_question_goes_to_its_students_direct_messages_under_its_id(
    messenger: SlackMessenger, slack: Slack
) -> None:
    assert await deliver(messenger) == Sent("D0ALICE", "1.1")

    assert slack.arguments("conversations.open")["users"] == ALICE
    posted = slack.arguments("chat.postMessage")
    assert posted["channel"] == "D0ALICE"
    assert posted["text"] == LESSON.question
    assert posted["metadata"] == {"event_type": "bedside_message", "event_payload": {"id": ID}}
    assert (posted["unfurl_links"], posted["unfurl_media"], posted["mrkdwn"]) == (False, False, False)
    assert not {"link_names", "parse", "as_user", "username"} & posted.keys()


async def test_a_conversation_that_is_known_is_not_opened_again(messenger: SlackMessenger, slack: Slack) -> None:
    for saying in (Welcome(5), Reminder(LESSON, None), Ask(LESSON), Farewell(LESSON.on)):
        await messenger.deliver(message(channel="D0ALICE"), saying, give_up_at=NEVER)
    assert slack.methods == 4 * ["chat.postMessage"]
    assert slack.arguments("chat.postMessage")["channel"] == "D0ALICE"


async def test_a_conversation_that_slack_has_forgotten_is_opened_anew(messenger: SlackMessenger, slack: Slack) -> None:
    slack.told["chat.postMessage"] = [refused("channel_not_found")]
    outcome = await messenger.deliver(message(channel="D0STALE"), Ask(LESSON), give_up_at=NEVER)
    assert outcome == Sent("D0ALICE", "1.1")
    assert slack.methods == ["chat.postMessage", "conversations.open", "chat.postMessage"]


async def test_a_person_whose_new_conversation_is_refused_too_is_out_of_reach(
    messenger: SlackMessenger, slack: Slack
) -> None:
    slack.told["chat.postMessage"] = [refused("channel_not_found"), refused("channel_not_found")]
    outcome = await messenger.deliver(message(channel="D0STALE"), Ask(LESSON), give_up_at=NEVER)
    assert outcome == Unreachable("channel_not_found")
    assert slack.methods.count("chat.postMessage") == 2


async def test_done_for_today_changes_the_message_and_posts_nothing(messenger: SlackMessenger, slack: Slack) -> None:
    done = Done(LESSON, "D0ALICE", "1.0")
    assert await messenger.deliver(message(Kind.UPDATE), done, give_up_at=NEVER) == Sent("D0ALICE", "1.0")
    assert slack.methods == ["chat.update"]
    assert slack.arguments("chat.update")["ts"] == "1.0"


async def test_a_digest_goes_to_its_channel_and_nothing_in_it_is_a_command_to_slack(
    messenger: SlackMessenger, slack: Slack
) -> None:
    slack.good["chat.postMessage"] = {"ok": True, "channel": DIGEST_CHANNEL, "ts": "2.0"}
    assert await messenger.deliver(DIGEST, Post(digest(), "Medicine"), give_up_at=NEVER) == Sent(DIGEST_CHANNEL, "2.0")
    posted = slack.arguments("chat.postMessage")
    assert posted["channel"] == DIGEST_CHANNEL
    assert HOSTILE not in str(posted["text"])
    assert "&lt;!channel&gt;" in str(posted["text"])


@pytest.mark.parametrize(
    ("message", "before"),
    [
        (DIGEST, []),
        (message(Kind.DIGEST, student=DR_KIM), []),
        (message(Kind.DIGEST, student=DR_KIM, channel="D0OLD"), [refused("channel_not_found")]),
    ],
)
async def test_a_workspace_without_charts_gets_the_same_digest_without_its_chart_by_one_more_request(
    messenger: SlackMessenger, slack: Slack, message: OutboxMessage, before: list[Told | str]
) -> None:
    slack.told["chat.postMessage"] = [*before, refused("invalid_blocks")]
    said = Post(digest(), "Medicine", answerable="1:2026-11-23", to_confirm=True)
    assert isinstance(await messenger.deliver(message, said, give_up_at=NEVER), Sent)
    posts = [arguments for method, arguments in slack.asked if method == "chat.postMessage"]
    first, second = posts[len(before) :]
    with_chart, without = (_blocks(post) for post in (first, second))
    assert [block for block in with_chart if block["type"] != "data_visualization"] == without
    assert len(with_chart) == len(without) + 1
    assert {**first, "blocks": ""} == {**second, "blocks": ""}
    assert ID in str(second["metadata"])


async def test_a_digest_that_has_no_chart_is_refused_once(messenger: SlackMessenger, slack: Slack) -> None:
    slack.told["chat.postMessage"] = [refused("invalid_blocks")]
    outcome = await messenger.deliver(DIGEST, Post(digest(themes=0), "Medicine"), give_up_at=NEVER)
    assert outcome == GiveUp("invalid_blocks")
    assert slack.methods.count("chat.postMessage") == 1


async def test_a_refused_message_is_not_sent_a_second_time(messenger: SlackMessenger, slack: Slack) -> None:
    slack.told["chat.postMessage"] = [refused("invalid_blocks")]
    assert await deliver(messenger) == GiveUp("invalid_blocks")
    assert slack.methods.count("chat.postMessage") == 1


async def test_nothing_is_sent_after_the_deadline(client: AsyncWebClient, slack: Slack) -> None:
    messenger = SlackMessenger(client, monotonic=lambda: 100.0)
    at_once = RetryLater(timedelta(0))
    assert await messenger.deliver(message(), Ask(LESSON), give_up_at=100.0) == at_once
    assert await messenger.deliver(message(), Done(LESSON, "D0ALICE", "1.0"), give_up_at=99.0) == at_once
    assert slack.methods == ["conversations.open"]
    assert isinstance(await messenger.deliver(message(), Ask(LESSON), give_up_at=100.1), Sent)


# ── What became of it ─────────────────────────────────────────────────────────────────────────────────────────────


def pause(seconds: int) -> SlowDown:
    return SlowDown(timedelta(seconds=seconds))


def outcome_of(code: str, *, to_person: bool) -> Outcome:
    """What the row of a code promises for a message to a person, or to a channel."""
    match VERDICTS.get(code, Verdict.THIS_MESSAGE):
        case Verdict.SLOW_DOWN:
            return pause(10)
        case Verdict.TOMORROW:
            return TOMORROW
        case Verdict.UNKNOWN:
            return Unknown()
        case Verdict.EVERYTHING:
            return AppRefused(code)
        case Verdict.THIS_PERSON | Verdict.THIS_PLACE if to_person:
            return Unreachable(code)
        case _:
            return GiveUp(code)


@pytest.mark.parametrize("code", [*VERDICTS, "an_error_nobody_has_heard_of"])
async def test_every_row_of_the_table_for_a_person(messenger: SlackMessenger, slack: Slack, code: str) -> None:
    slack.told["chat.postMessage"] = [refused(code)]
    assert await deliver(messenger) == outcome_of(code, to_person=True)
    assert slack.methods.count("chat.postMessage") == 1


@pytest.mark.parametrize("code", [*VERDICTS, "an_error_nobody_has_heard_of"])
async def test_every_row_of_the_table_for_a_channel(messenger: SlackMessenger, slack: Slack, code: str) -> None:
    slack.told["chat.postMessage"] = [refused(code), refused(code)]
    assert await messenger.deliver(DIGEST, Post(digest(), "Medicine"), give_up_at=NEVER) == outcome_of(
        code, to_person=False
    )


@pytest.mark.parametrize("code", [*VERDICTS, "an_error_nobody_has_heard_of"])
async def test_every_row_of_the_table_for_a_conversation_to_be_opened(
    messenger: SlackMessenger, slack: Slack, code: str
) -> None:
    slack.told["conversations.open"] = [refused(code)]
    outcome = outcome_of(code, to_person=True)
    later = isinstance(outcome, Unknown | SlowDown)
    assert await deliver(messenger) == (IN_TEN_SECONDS if later else outcome), "no word on the pace of messages"
    assert slack.methods == ["conversations.open"]


TROUBLES: dict[str, tuple[Told | str, Outcome]] = {
    "429 says how long": (refused("ratelimited", status=429, Retry_After="7"), pause(7)),
    "ratelimited with 200 says it too": (refused("ratelimited", Retry_After="3"), pause(3)),
    "429 as a page": ((429, {"Content-Type": "text/html", "Retry-After": "9"}, HTML), pause(9)),
    "429 as a page that calls itself JSON": (
        (429, {"Content-Type": "application/json", "Retry-After": "9"}, HTML),
        pause(9),
    ),
    "429 with nothing at all": ((429, {"Content-Type": "application/json", "Retry-After": "9"}, ""), pause(9)),
    "429 as plain text": ((429, {"Content-Type": "text/plain", "Retry-After": "9"}, "slower"), pause(9)),
    "429 without a word": (refused("ratelimited", status=429), pause(10)),
    "429 with an odd pause": (refused("ratelimited", status=429, Retry_After="soon"), pause(10)),
    "429 with a pause below zero": (refused("ratelimited", status=429, Retry_After="-7"), pause(10)),
    "429 with no pause": (refused("ratelimited", status=429, Retry_After="0"), pause(1)),
    "429 for a day": (refused("ratelimited", status=429, Retry_After="86400"), pause(600)),
    "429 for ever": (refused("ratelimited", status=429, Retry_After=5000 * "9"), pause(600)),
    "429 with another code": (refused("invalid_auth", status=429, Retry_After="7"), pause(7)),
    "a server error whatever it says": (refused("channel_not_found", status=503), Unknown()),
    "a page": (page(200), Unknown()),
    "a page with 502": (page(502), Unknown()),
    "a page that calls itself JSON": (page(200, "application/json"), Unknown()),
    "JSON that is no object": (page(200, "application/json", "[1]"), Unknown()),
    "JSON without an error": (page(200, "application/json", '{"ok": false}'), Unknown()),
    "nothing at all": (page(200, "application/json", ""), Unknown()),
    "plain text": (page(200, "text/plain", "ok"), Unknown()),
    "plain text with 503": (page(503, "text/plain", "no"), Unknown()),
    "bytes that are no text": (page(200, "application/json", "\udcff\udcfe"), Unknown()),
    "ok without a place": (page(200, "application/json", '{"ok": true}'), Unknown()),
    "silence": (SILENCE, Unknown()),
    "a cut connection": (HANG_UP, Unknown()),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_post_whose_end_nobody_saw_is_unknown(messenger: SlackMessenger, slack: Slack, trouble: str) -> None:
    told, outcome = TROUBLES[trouble]
    slack.told["chat.postMessage"] = [told]
    assert await deliver(messenger) == outcome
    assert slack.methods.count("chat.postMessage") == 1


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (SILENCE, IN_TEN_SECONDS),
        (HANG_UP, IN_TEN_SECONDS),
        (page(503), IN_TEN_SECONDS),
        (refused("internal_error"), IN_TEN_SECONDS),
        (refused("ratelimited", status=429, Retry_After="30"), RetryLater(timedelta(seconds=30))),
    ],
)
async def test_opening_a_conversation_sends_nothing_so_nothing_is_unknown(
    messenger: SlackMessenger, slack: Slack, told: Told | str, outcome: Outcome
) -> None:
    slack.told["conversations.open"] = [told]
    assert await deliver(messenger) == outcome
    assert slack.methods == ["conversations.open"]


async def test_where_no_connection_came_about_the_message_can_go_later(slack: Slack, unused_url: str) -> None:
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-1", base_url=unused_url, session=session, retry_handlers=[])
        assert (
            await SlackMessenger(client).deliver(DIGEST, Post(digest(), "Medicine"), give_up_at=NEVER) == IN_TEN_SECONDS
        )


@pytest.fixture
async def unused_url() -> str:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return f"http://127.0.0.1:{port}/api/"


async def test_a_row_without_a_place_is_given_up(messenger: SlackMessenger, slack: Slack) -> None:
    nowhere = message(Kind.DIGEST, student=None)
    assert await messenger.deliver(nowhere, Post(digest(), "Medicine"), give_up_at=NEVER) == GiveUp("no_channel")
    assert slack.asked == []


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (HANG_UP, Unknown()),
        (page(503), Unknown()),
        (refused("message_not_found"), GiveUp("message_not_found")),
        (refused("channel_not_found"), GiveUp("channel_not_found")),
        (refused("invalid_auth"), AppRefused("invalid_auth")),
        (refused("ratelimited", status=429, Retry_After="5"), pause(5)),
    ],
)
async def test_an_update_has_the_same_outcomes(
    messenger: SlackMessenger, slack: Slack, told: Told | str, outcome: Outcome
) -> None:
    slack.told["chat.update"] = [told]
    assert await messenger.deliver(message(Kind.UPDATE), Done(LESSON, "D0ALICE", "1.0"), give_up_at=NEVER) == outcome
    assert slack.methods == ["chat.update"]


# ── Looking for it ────────────────────────────────────────────────────────────────────────────────────────────────


def posted(ts: str, **metadata: object) -> dict[str, object]:
    return {"type": "message", "ts": ts, **({"metadata": metadata} if metadata else {})}


async def test_a_message_is_found_by_its_id(messenger: SlackMessenger, slack: Slack) -> None:
    ours = posted("3.0", event_type="bedside_message", event_payload={"id": ID})
    others = [
        posted("9.0"),
        posted("8.0", event_type="bedside_message", event_payload={"id": "another"}),
        posted("7.0", event_type="somebody_elses", event_payload={"id": ID}),
        posted("6.0", event_type="bedside_message"),
    ]
    slack.good["conversations.history"] = {"ok": True, "messages": [*others, ours]}
    assert await messenger.find(message()) == Sent("D0ALICE", "3.0")
    asked = slack.arguments("conversations.history")
    assert (asked["channel"], asked["limit"], asked["include_all_metadata"]) == ("D0ALICE", "200", "1")
    assert "oldest" not in asked


async def test_a_message_that_is_not_there_is_absent(messenger: SlackMessenger, slack: Slack) -> None:
    slack.good["conversations.history"] = {"ok": True, "messages": [posted("9.0")]}
    assert await messenger.find(message()) is Trace.ABSENT


@pytest.mark.parametrize(
    ("method", "told", "found"),
    [
        ("conversations.history", refused("missing_scope"), Trace.UNREADABLE),
        ("conversations.history", refused("not_in_channel"), Trace.UNREADABLE),
        ("conversations.history", refused("ratelimited", status=429, Retry_After="7"), SlowDown(timedelta(seconds=7))),
        ("conversations.history", SILENCE, Trace.UNANSWERED),
        ("conversations.history", page(503), Trace.UNANSWERED),
        ("conversations.history", page(200, "application/json", '{"ok": true}'), Trace.UNANSWERED),
        ("conversations.open", HANG_UP, Trace.UNANSWERED),
    ],
)
async def test_a_history_that_cannot_be_read_proves_nothing(
    messenger: SlackMessenger, slack: Slack, method: str, told: Told | str, found: Trace | SlowDown
) -> None:
    slack.told[method] = [told]
    assert await messenger.find(message()) == found


# ── Who people are, and who we are ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("user", "profile"),
    [
        ({"tz": "Asia/Kolkata"}, Profile(ZoneInfo("Asia/Kolkata"))),
        ({"tz": "Mars/Olympus_Mons"}, Profile(None)),
        ({"tz": "../etc/passwd"}, Profile(None)),
        ({"tz": None}, Profile(None)),
        ({}, Profile(None)),
        ({"deleted": True}, Profile(None, unreachable="user_disabled")),
        ({"is_bot": True}, Profile(None, unreachable="cannot_dm_bot")),
        ({"id": "USLACKBOT"}, Profile(None, unreachable="cannot_dm_bot")),
    ],
)
async def test_a_profile_tells_the_zone_and_whether_messages_make_sense(
    client: AsyncWebClient, slack: Slack, user: dict[str, object], profile: Profile
) -> None:
    slack.good["users.info"] = {"ok": True, "user": {"id": ALICE, **user}}
    assert await SlackDirectory(client).profile(ALICE) == profile


@pytest.mark.parametrize("code", ["user_not_found", "user_not_visible"])
async def test_someone_slack_does_not_know_is_unreachable_for_slacks_reason(
    client: AsyncWebClient, slack: Slack, code: str
) -> None:
    slack.told["users.info"] = [refused(code)]
    assert await SlackDirectory(client).profile(PersonId("U0NOBODY")) == Profile(None, unreachable=code)


async def test_a_conversation_is_opened_with_one_person(client: AsyncWebClient, slack: Slack) -> None:
    assert await SlackDirectory(client).conversation(ALICE) == "D0ALICE"
    assert slack.asked == [("conversations.open", {"users": ALICE})]


@pytest.mark.parametrize("code", ["user_disabled", "cannot_dm_bot"])
async def test_a_conversation_that_slack_refuses_says_why(client: AsyncWebClient, slack: Slack, code: str) -> None:
    slack.told["conversations.open"] = [refused(code)]
    assert await SlackDirectory(client).conversation(ALICE) == Unreachable(code)


@pytest.mark.parametrize("code", ["an_error_nobody_has_heard_of", "no_permission"])
async def test_a_code_that_says_nothing_of_the_person_loses_nobody(
    client: AsyncWebClient, slack: Slack, code: str
) -> None:
    slack.told["users.info"], slack.told["conversations.open"] = [refused(code)], [refused(code)]
    with pytest.raises(PersonRefused, match=code):
        await SlackDirectory(client).profile(ALICE)
    with pytest.raises(PersonRefused, match=code):
        await SlackDirectory(client).conversation(ALICE)


SILENT: list[Told | str] = [
    SILENCE,
    HANG_UP,
    page(503),
    refused("ratelimited", status=429),
    refused("internal_error"),
]


@pytest.mark.parametrize("told", SILENT)
async def test_a_silent_directory_is_no_answer(client: AsyncWebClient, slack: Slack, told: Told | str) -> None:
    # A question that only reads is put a second time by the library when the line is cut.
    slack.told["users.info"], slack.told["conversations.open"] = 2 * [told], [told]
    with pytest.raises(SlackUnavailable):
        await SlackDirectory(client).profile(ALICE)
    with pytest.raises(SlackUnavailable):
        await SlackDirectory(client).conversation(ALICE)


async def test_a_directory_that_is_closed_to_the_app_says_why(client: AsyncWebClient, slack: Slack) -> None:
    slack.told["users.info"] = [refused("missing_scope")]
    with pytest.raises(AppShutOut, match="missing_scope"):
        await SlackDirectory(client).profile(ALICE)
    slack.told["conversations.open"] = [refused("missing_scope")]
    with pytest.raises(AppShutOut, match="missing_scope"):
        await SlackDirectory(client).conversation(ALICE)


async def test_the_bot_learns_who_it_is_and_does_not_show_its_token(client: AsyncWebClient, slack: Slack) -> None:
    identity = await learn_identity(client)
    assert identity == Identity("T1", "U0BOT", "B1", bot_token="xoxb-1")
    assert "xoxb" not in repr(identity)


async def test_a_refused_token_is_named(client: AsyncWebClient, slack: Slack) -> None:
    slack.told["auth.test"] = [refused("invalid_auth")]
    with pytest.raises(SettingWrong, match="SLACK_BOT_TOKEN"):
        await learn_identity(client)


@pytest.mark.parametrize("told", [page(503), refused("ratelimited", status=429, Retry_After="60"), SILENCE])
async def test_a_slack_in_trouble_is_not_a_wrong_token(client: AsyncWebClient, slack: Slack, told: Told | str) -> None:
    slack.told["auth.test"] = [told]
    with pytest.raises(SlackUnavailable):
        await learn_identity(client)
