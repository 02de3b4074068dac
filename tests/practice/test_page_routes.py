import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import ClientResponse, FormData, web
from aiohttp.test_utils import TestClient, TestServer

from bot.practice.cast import PRECEPTOR, PRECEPTORS_CHANNEL, STUDENTS
from bot.practice.classmates import Classmates
from bot.practice.hands import Hands
from bot.practice.page.controls import Moved, Stop
from bot.practice.page.place import field_name
from bot.practice.page.routes import routes
from bot.practice.school import CLASS, SECOND_COORDINATOR, populate
from bot.practice.wire import Ack, Json, Kind
from bot.practice.workspace import BOT_USER_ID, File, Message, Workspace
from tests.practice.page_stand_ins import ReflectingApp, StandInClock, form, labelled
from tests.practice.stand_ins import (
    MovableTime,
    RecordingApp,
    actions,
    answered,
    button,
    entry,
    home,
    modal,
    option,
    plain,
    section,
    text_field,
)

ALICE, BOB = STUDENTS[:2]
Client = TestClient[web.Request, web.Application]
HOSTILE = "<script>alert('Hi')</script>\" & more"


@pytest.fixture
def clock() -> StandInClock:
    return StandInClock()


@pytest.fixture
def classmates(workspace: Workspace, hands: Hands) -> Classmates:
    return Classmates(hands, workspace, others=[each.id for each in CLASS], patience=0.01)


@pytest.fixture
def app(workspace: Workspace) -> RecordingApp:
    app = RecordingApp()
    workspace.delivery = app
    return app


@pytest.fixture
async def page(
    workspace: Workspace, hands: Hands, clock: StandInClock, classmates: Classmates, app: RecordingApp
) -> AsyncIterator[Client]:
    application = web.Application()
    application.add_routes(routes(workspace, hands, clock, classmates, longest_wait=0.05))
    async with TestClient(TestServer(application)) as client:
        yield client


@pytest.fixture
def seen(page: Client) -> Callable[[str], Awaitable[str]]:
    async def seen(path: str) -> str:
        response = await page.get(path)
        assert response.status == 200
        return await response.text()

    return seen


Seen = Callable[[str], Awaitable[str]]


def written_to(workspace: Workspace, user: str, *blocks: Json, text: str = "Hello") -> Message:
    return workspace.post(workspace.open_im(user).id, text, blocks=blocks)


async def pressed(page: Client, message: Message, said: str, *, person: str = "alice", **fields: str) -> ClientResponse:
    data = {"channel": message.channel, "ts": message.ts, "press": said, **fields}
    return await page.post(f"/as/{person}/press", data=data)


# Looking


async def test_a_file_is_shown_by_its_name_with_its_text_to_unfold_until_it_is_deleted(
    page: Client, workspace: Workspace
) -> None:
    file = File("F1", "a.md", "A title", content=HOSTILE.encode(), shared=True)
    workspace.post(workspace.open_im(ALICE).id, "Yours", files=[file])
    shown = await (await page.get("/as/alice")).text()
    assert "A title (a.md)" in shown
    assert "&lt;script&gt;alert" in shown
    assert HOSTILE not in shown
    file.deleted, file.content = True, None
    assert "This file was deleted." in await (await page.get("/as/alice")).text()


async def test_one_comes_in_as_alice(page: Client) -> None:
    response = await page.get("/", allow_redirects=False)
    assert response.status == 303
    assert response.headers["Location"] == "/as/alice"


async def test_everyone_of_the_cast_can_be_chosen(seen: Seen) -> None:
    html = await seen("/as/alice")
    for name in ("Alice", "Bob", "Carol", "Dev", "Esi", "Femi", "Gus", "Hana", "Dr. Kim", "Jo", "Mallory"):
        assert f'<span class="name">{name}</span>' in html
    assert 'href="/as/alice" aria-current="page"' in html


async def test_nobody_else_can_be_chosen(page: Client) -> None:
    for name in ("bedside", "zoe", "U0ALICE"):
        assert (await page.get(f"/as/{name}")).status == 404


async def test_a_conversation_shows_its_messages_oldest_first(workspace: Workspace, seen: Seen) -> None:
    written_to(workspace, ALICE, text="First *word*")
    written_to(workspace, ALICE, section("Second word"))
    html = await seen("/as/alice")
    assert html.index("First <strong>word</strong>") < html.index("Second word")


async def test_times_are_those_of_the_persons_zone(workspace: Workspace, seen: Seen) -> None:
    written_to(workspace, ALICE)
    html = await seen("/as/alice")
    assert 'class="day"><span>Monday 16 November</span>' in html
    assert '<time datetime="2026-11-16T12:00:00-05:00">12:00</time>' in html
    assert "Monday 16 November, <b>12:00</b>" in html


async def test_a_new_day_is_marked_once(workspace: Workspace, time: MovableTime, seen: Seen) -> None:
    written_to(workspace, ALICE)
    written_to(workspace, ALICE)
    time.seconds += 86_400
    written_to(workspace, ALICE)
    html = await seen("/as/alice")
    assert re.findall(r'class="day"><span>(.*?)</span>', html) == ["Monday 16 November", "Tuesday 17 November"]


async def test_what_people_type_is_never_markup(workspace: Workspace, hands: Hands, page: Client, seen: Seen) -> None:
    await page.post("/as/alice/say", data={"text": HOSTILE})
    workspace.views.open(ALICE, modal(entry("b", text_field(initial_value=HOSTILE)), title=plain(HOSTILE[:20])))
    html = await seen("/as/alice")
    assert "<script>" not in html
    assert "&lt;script&gt;alert(&#39;Hi&#39;)&lt;/script&gt;&#34; &amp; more" in html


async def test_only_a_message_of_ones_own_can_be_deleted(workspace: Workspace, page: Client, seen: Seen) -> None:
    await page.post("/as/alice/say", data={"text": "Her name is"})
    (written,) = workspace.messages(workspace.open_im(ALICE).id)
    workspace.post(written.channel, "Thank you.", user=BOT_USER_ID)
    assert (await seen("/as/alice")).count(">Delete message</button>") == 1
    await page.post("/as/alice/delete", data={"ts": "1.0"})
    assert "Her name is" in await seen("/as/alice")
    after = await (await page.post("/as/alice/delete", data={"ts": written.ts})).text()
    assert "Her name is" not in after
    assert "Thank you." in after
    assert "Delete message" not in after


async def test_an_edited_message_says_so(workspace: Workspace, seen: Seen) -> None:
    written_to(workspace, ALICE)
    assert "(edited)" not in await seen("/as/alice")
    workspace.edit(workspace.messages(workspace.open_im(ALICE).id)[0], text="Done for today")
    html = await seen("/as/alice")
    assert "Done for today" in html
    assert "(edited)" in html


async def test_one_sees_only_ones_own_messages(workspace: Workspace, seen: Seen) -> None:
    written_to(workspace, ALICE, text="For Alice alone")
    workspace.post(PRECEPTORS_CHANNEL, "For preceptors", ephemeral_to=None)
    for name in ("bob", "kim", "jo", "mallory"):
        assert "For Alice alone" not in await seen(f"/as/{name}")
    assert "For preceptors" not in await seen(f"/as/mallory?channel={PRECEPTORS_CHANNEL}")
    assert "For preceptors" in await seen(f"/as/kim?channel={PRECEPTORS_CHANNEL}")


async def test_the_digest_is_read_in_its_channel(workspace: Workspace, seen: Seen) -> None:
    workspace.post(PRECEPTORS_CHANNEL, "Digest", blocks=[section("Not enough to share safely this week.")])
    html = await seen(f"/as/kim?channel={PRECEPTORS_CHANNEL}")
    assert "Not enough to share safely this week." in html
    assert "#medicine-preceptors" in html
    assert "Write to Bedside" not in html


async def test_what_is_new_is_counted_until_it_is_seen(workspace: Workspace, hands: Hands, seen: Seen) -> None:
    written_to(workspace, BOB)
    written_to(workspace, BOB)
    await hands.say(BOB, "My own word is not new to me")
    assert '<span class="unread">2<' in await seen("/as/alice")
    await seen("/as/bob")
    assert 'class="unread"' not in await seen("/as/alice")


async def test_somebody_without_messages_is_told_so(seen: Seen) -> None:
    assert "Bedside has not written to Mallory" in await seen("/as/mallory")


async def test_a_first_time_explanation_can_be_dismissed(workspace: Workspace, page: Client, seen: Seen) -> None:
    written_to(workspace, ALICE)
    assert "You are Alice, a student on a rotation." in await seen("/as/alice")
    assert "nothing leaves this computer" in await seen("/as/alice")
    await page.post("/as/alice/dismiss")
    assert "You are Alice, a student" not in await seen("/as/alice")
    assert "You are Dr. Kim, a preceptor" in await seen("/as/kim")


@pytest.mark.parametrize(
    ("name", "user", "before", "after"),
    [
        ("alice", ALICE, "a student whom a coordinator can place", "a student on a rotation"),
        ("kim", PRECEPTOR, "a preceptor whom a coordinator can name", "a preceptor who teaches"),
        ("sam", SECOND_COORDINATOR, "and no coordinator yet", "If Jo named you a coordinator, Home is your desk"),
    ],
)
async def test_who_one_is_changes_once_bedside_has_written(
    workspace: Workspace, hands: Hands, seen: Seen, name: str, user: str, before: str, after: str
) -> None:
    """Opening Home or saying something places nobody."""
    populate(workspace)
    await hands.say(user, "Hello?")
    html = await seen(f"/as/{name}")
    assert before in html
    assert after not in html
    written_to(workspace, user)
    html = await seen(f"/as/{name}")
    assert after in html
    assert before not in html


async def test_the_page_asks_for_nothing_from_elsewhere(workspace: Workspace, page: Client) -> None:
    written_to(workspace, ALICE, {"type": "image", "image_url": "https://example.org/x.png", "alt_text": "A picture"})
    response = await page.get("/as/alice")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert not re.search(r'(?:src|action)="(?!/)', await response.text())
    for asset in ("/assets/page.css", "/assets/page.js"):
        text = await (await page.get(asset)).text()
        assert not re.search(r"https?:|@import|url\(", text)
    assert (await page.get("/assets/page.html")).status == 404


async def test_every_id_of_the_page_is_used_once(workspace: Workspace, seen: Seen) -> None:
    written_to(workspace, ALICE, actions(labelled("a", "Answer")))
    written_to(workspace, ALICE, actions(labelled("a", "Answer")))
    workspace.views.open(ALICE, form())
    html = await seen("/as/alice")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\sfor="([^"]+)"', html)) <= set(ids)


# Doing


async def test_a_press_reaches_the_app_as_the_person(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    message = written_to(workspace, ALICE, actions(labelled("go", "Answer", "q1"), block_id="b"))
    response = await pressed(page, message, "b/go/")
    assert response.status == 200
    assert str(response.url.path) == "/as/alice"
    [(kind, payload)] = app.delivered
    assert kind is Kind.INTERACTION
    assert payload["user"]["id"] == ALICE
    assert payload["actions"][0]["value"] == "q1"


async def test_a_menu_entry_and_a_list_send_their_choice(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    menu = {"type": "overflow", "action_id": "pause", "options": [option("tomorrow"), option("monday")]}
    listed = {"type": "static_select", "action_id": "pace", "options": [option("daily"), option("weekly")]}
    message = written_to(workspace, ALICE, actions(menu, listed, block_id="b"))
    await pressed(page, message, "b/pause/monday")
    await pressed(page, message, "b/pace/", **{field_name("b", "pace"): "weekly"})
    chosen = [payload["actions"][0]["selected_option"]["value"] for _, payload in app.delivered]
    assert chosen == ["monday", "weekly"]


async def test_a_button_that_has_gone_says_so(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    message = written_to(workspace, ALICE, actions(labelled("go", "Answer"), block_id="b"))
    for said in ("b/other/", "nonsense", ""):
        assert "no longer there" in await (await pressed(page, message, said)).text()
    assert "no longer there" in await (await pressed(page, message, "b/go/", ts="1.0")).text()
    assert "no longer there" in await (await pressed(page, message, "b/go/", channel=PRECEPTORS_CHANNEL)).text()
    assert app.delivered == []


async def test_mallory_cannot_press_alices_button(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    message = written_to(workspace, ALICE, actions(labelled("go", "Answer"), block_id="b"))
    assert "no longer there" in await (await pressed(page, message, "b/go/", person="mallory")).text()
    assert app.delivered == []


async def test_an_app_that_does_not_answer_is_told_about_until_the_next_act(
    workspace: Workspace, page: Client, app: RecordingApp, seen: Seen
) -> None:
    app.answer = Ack(ok=False, reason="timed_out")
    message = written_to(workspace, ALICE, actions(labelled("go", "Answer"), block_id="b"))
    assert "Bedside did not answer (timed_out)" in await (await pressed(page, message, "b/go/")).text()
    assert "Bedside did not answer" in await seen("/as/alice")
    app.answer = Ack(ok=True)
    assert "Bedside did not answer" not in await (await pressed(page, message, "b/go/")).text()


async def test_a_form_is_filled_and_sent(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    view = workspace.views.open(ALICE, form())
    data = [
        ("view_id", view.id),
        (field_name("themes", "ticks"), "v0"),
        (field_name("themes", "ticks"), "v2"),
        (field_name("text", "typed"), "Two\r\nlines"),
        (field_name("sharing", "share"), "v2"),
    ]
    response = await page.post("/as/alice/view", data=data)
    assert "<dialog" not in await response.text()
    values = app.delivered[0][1]["view"]["state"]["values"]
    assert [each["value"] for each in values["themes"]["ticks"]["selected_options"]] == ["v0", "v2"]
    assert values["text"]["typed"]["value"] == "Two\nlines"
    assert values["sharing"]["share"]["selected_option"]["value"] == "v2"


async def test_errors_stand_at_their_field_and_the_text_stays(
    workspace: Workspace, page: Client, app: RecordingApp
) -> None:
    app.answer = answered({"response_action": "errors", "errors": {"text": "Please leave out the phone number."}})
    view = workspace.views.open(ALICE, form())
    data = {"view_id": view.id, field_name("text", "typed"): "Call 555", field_name("sharing", "share"): "v1"}
    html = await (await page.post("/as/alice/view", data=data)).text()
    assert "Please leave out the phone number." in html
    assert 'aria-invalid="true"' in html
    assert "Call 555" in html
    assert "One entry needs another look" in html


async def test_a_required_field_left_empty_is_asked_for(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    view = workspace.views.open(ALICE, modal(entry("b", text_field())))
    html = await (await page.post("/as/alice/view", data={"view_id": view.id})).text()
    assert "Please complete this required field." in html
    assert app.delivered == []


async def test_an_app_that_fails_a_form_leaves_it_open(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    app.answer = Ack(ok=False, reason="timed_out")
    view = workspace.views.open(ALICE, form())
    data = {"view_id": view.id, field_name("text", "typed"): "My words", field_name("sharing", "share"): "v1"}
    html = await (await page.post("/as/alice/view", data=data)).text()
    assert "We had some trouble connecting" in html
    assert "My words" in html


async def test_closing_a_form_sends_nothing(workspace: Workspace, page: Client, app: RecordingApp) -> None:
    view = workspace.views.open(ALICE, form())
    html = await (await page.post("/as/alice/view", data={"view_id": view.id, "do": "close"})).text()
    assert "<dialog" not in html
    assert app.delivered == []


async def test_a_press_inside_a_form_keeps_what_was_typed(
    workspace: Workspace, page: Client, app: RecordingApp
) -> None:
    view = workspace.views.open(ALICE, modal(entry("b", text_field()), actions(labelled("more", "More"), block_id="x")))
    data = {"view_id": view.id, "press": "x/more/", field_name("b", "typed"): "Half a thought"}
    html = await (await page.post("/as/alice/view", data=data)).text()
    assert "Half a thought" in html
    assert app.delivered[0][1]["actions"][0]["action_id"] == "more"


async def test_a_form_that_is_no_longer_in_front_is_not_sent(
    workspace: Workspace, page: Client, app: RecordingApp
) -> None:
    below = workspace.views.open(ALICE, form())
    workspace.views.push(ALICE, form())
    for view_id in (below.id, "V999", ""):
        html = await (await page.post("/as/alice/view", data={"view_id": view_id})).text()
        assert "no longer there" in html
    assert app.delivered == []


async def test_home_is_opened_shown_and_pressed(
    workspace: Workspace, page: Client, app: RecordingApp, seen: Seen
) -> None:
    assert "Nothing here yet" in await seen("/as/alice?tab=home")
    listed = {"type": "static_select", "action_id": "pace", "options": [option("daily"), option("weekly")]}
    published = home(actions(labelled("leave", "Leave"), listed, block_id="b"))

    def publish(_: Json) -> Ack:
        workspace.views.publish(ALICE, published)
        return Ack(ok=True)

    app.answer = publish
    response = await page.post("/as/alice/open-home")
    assert response.url.path_qs == "/as/alice?tab=home"
    assert "Leave" in await response.text()
    assert app.delivered[0][1]["event"]["type"] == "app_home_opened"
    await page.post("/as/alice/home?tab=home", data={"press": "b/leave/"})
    response = await page.post("/as/alice/home?tab=home", data={"press": "b/pace/", field_name("b", "pace"): "weekly"})
    assert response.url.path_qs == "/as/alice?tab=home"
    assert [payload["actions"][0]["action_id"] for _, payload in app.delivered[1:]] == ["leave", "pace"]


async def test_a_button_that_was_drawn_anew_after_one_looked_is_pressed(
    workspace: Workspace, page: Client, app: RecordingApp, seen: Seen
) -> None:
    change = labelled("change", "Change", "c1")
    workspace.views.publish(BOB, home(actions(change), actions(labelled("change", "Change", "c2"))))
    offered = re.findall(r'name="press" value="([^"]+)"', await seen("/as/bob?tab=home"))
    # Each time that it is published, a Home tab has other ids, and now other things stand in it too.
    workspace.views.publish(BOB, home(section("New"), actions(labelled("new", "New")), actions(change)))
    await page.post("/as/bob/home?tab=home", data={"press": offered[0]})
    [(_, payload)] = app.delivered
    assert (payload["actions"][0]["action_id"], payload["actions"][0]["value"]) == ("change", "c1")
    html = await (await page.post("/as/bob/home?tab=home", data={"press": offered[1]})).text()
    assert "no longer there" in html
    assert len(app.delivered) == 1


async def test_of_two_buttons_drawn_anew_that_say_the_same_none_is_guessed(
    workspace: Workspace, page: Client, app: RecordingApp, seen: Seen
) -> None:
    workspace.views.publish(BOB, home(actions(button("go"))))
    (offered,) = re.findall(r'name="press" value="([^"]+)"', await seen("/as/bob?tab=home"))
    workspace.views.publish(BOB, home(actions(button("go")), actions(button("go"))))
    html = await (await page.post("/as/bob/home?tab=home", data={"press": offered})).text()
    assert "no longer there" in html
    assert app.delivered == []


async def test_a_home_that_is_not_there_cannot_be_pressed(page: Client, app: RecordingApp) -> None:
    html = await (await page.post("/as/alice/home?tab=home", data={"press": "b/leave/"})).text()
    assert "no longer there" in html


async def test_a_message_and_a_command_reach_the_app(page: Client, app: RecordingApp) -> None:
    assert "Thank you" in await (await page.post("/as/alice/say", data={"text": " Thank you "})).text()
    await page.post("/as/jo/say", data={"text": "/bedside rotations new"})
    await page.post("/as/alice/say", data={"text": "   "})
    (said, message), (commanded, command) = app.delivered
    assert (said, message["event"]["text"]) == (Kind.EVENT, "Thank you")
    assert (commanded, command["command"], command["text"]) == (Kind.COMMAND, "/bedside", "rotations new")


async def test_in_a_channel_one_types_commands_and_nothing_else(page: Client, app: RecordingApp) -> None:
    place = {"channel": PRECEPTORS_CHANNEL}
    address = f"/as/jo/say?channel={PRECEPTORS_CHANNEL}"
    await page.post(address, data={"text": "/bedside help", **place})
    assert "Only commands can be typed here" in await (await page.post(address, data={"text": "Hello", **place})).text()
    ((_, command),) = app.delivered
    assert (command["text"], command["channel_id"]) == ("help", PRECEPTORS_CHANNEL)


# Files and accounts


def file_form() -> Json:
    return modal(
        entry("roster", {"type": "file_input", "action_id": "file", "filetypes": ["csv"]}), entry("b", text_field())
    )


async def test_a_file_is_attached_once_and_kept_while_something_else_is_wrong(
    workspace: Workspace, page: Client, app: RecordingApp
) -> None:
    view = workspace.views.open(ALICE, file_form())
    sent = FormData({"view_id": view.id}, quote_fields=False)
    sent.add_field(field_name("roster", "file"), b"cohort,role", filename="Block 3.csv")
    html = await (await page.post("/as/alice/view", data=sent)).text()
    assert "Please complete this required field." in html
    assert "Block 3.csv" in html
    (kept,) = view.attached

    again = FormData(
        {"view_id": view.id, field_name("b", "typed"): "Yes", field_name("roster", "file"): kept}, quote_fields=False
    )
    again.add_field(field_name("roster", "file"), b"", filename="")
    await page.post("/as/alice/view", data=again)
    ((_, told),) = app.delivered
    assert [each["name"] for each in told["view"]["state"]["values"]["roster"]["file"]["files"]] == ["Block 3.csv"]


async def test_a_file_is_taken_off_again(workspace: Workspace, hands: Hands, page: Client) -> None:
    view = workspace.views.open(ALICE, file_form())
    await hands.attach(ALICE, view.id, "roster", name="a.csv", content=b"x")
    await page.post("/as/alice/view", data={"view_id": view.id})
    assert view.values["roster"]["file"] == []


async def test_what_is_chosen_where_the_app_hears_of_it_is_sent_with_the_form_too(
    workspace: Workspace, page: Client, app: RecordingApp
) -> None:
    country = {"type": "static_select", "action_id": "country", "options": [option("us"), option("ca")]}
    view = workspace.views.open(ALICE, modal(entry("c", country, dispatch_action=True)))
    await page.post("/as/alice/view", data={"view_id": view.id, field_name("c", "country"): "ca"})
    assert [payload["type"] for _, payload in app.delivered] == ["block_actions", "view_submission"]
    assert app.delivered[1][1]["view"]["state"]["values"]["c"]["country"]["selected_option"] == option("ca")


async def test_the_office_lets_somebody_join_moves_renames_and_closes_accounts(
    workspace: Workspace, page: Client, app: RecordingApp, classmates: Classmates
) -> None:
    async def ask(do: str, **more: str) -> str:
        return await (await page.post("/as/jo/office", data={"do": do, "zone": "America/Chicago", **more})).text()

    assert "Zoe Quinn has joined the workspace." in await ask("join", name=" Zoe Quinn ")
    assert "Zoe Quinn has joined the workspace." in await ask("join", name="Zoe Quinn")
    assert {"U0ZOEQUINN", "U0ZOEQUINN1"} <= set(workspace.people)
    assert "Alice is called Alice B. now." in await ask("rename", whom=ALICE, name="Alice B.")
    assert "Alice B. is in America/Chicago now." in await ask("move", whom=ALICE)
    assert "account is closed" in await ask("close", whom=ALICE)
    assert "Alice B. (closed)" in await ask("open", whom=BOB)
    assert "account is open" in await ask("open", whom=ALICE)
    assert [payload["event"]["type"] for _, payload in app.delivered] == ["team_join"] * 2 + ["user_change"] * 5
    assert workspace.people[ALICE].tz == "America/Chicago"
    assert classmates.played == set()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"do": "join", "name": " 7 "}, "Type a name first."),
        ({"do": "rename", "whom": ALICE}, "Type a name first."),
        ({"do": "move", "whom": ALICE, "zone": "Mars/Base"}, "no longer there"),
        ({"do": "close", "whom": "U0NOBODY"}, "no longer there"),
        ({"do": "fly", "whom": ALICE}, "no longer there"),
    ],
)
async def test_what_the_office_can_not_do_changes_nothing(
    page: Client, app: RecordingApp, asked: dict[str, str], said: str
) -> None:
    assert said in await (await page.post("/as/jo/office", data=asked)).text()
    assert app.delivered == []


async def test_everybody_else_stands_apart_from_the_cast(workspace: Workspace, seen: Seen) -> None:
    assert "Everybody else" not in await seen("/as/jo")
    populate(workspace)
    html = await seen("/as/jo")
    cast, others = html.split('id="others"')
    assert "Everybody else (52)" in others
    assert "Ada Lindqvist" not in cast
    assert " open>" not in others.partition(">")[0] + ">"
    assert '<details id="others" data-live class="others" open>' in await seen("/as/ada.lindqvist")


async def test_acts_that_no_form_offers_are_not_found(page: Client) -> None:
    assert (await page.post("/as/alice/fly")).status == 404
    assert (await page.post("/as/zoe/say", data={"text": "Hello"})).status == 404


# The clock and the classmates


async def test_the_clock_moves_to_the_next_stop(page: Client, clock: StandInClock) -> None:
    html = await (await page.post("/as/alice/clock", data={"stop": "question"})).text()
    assert clock.moves == [Stop.QUESTION]
    assert "The question has gone out." in html
    assert "Monday 16 November, <b>13:00</b>" in html


async def test_a_stop_that_is_none_moves_nothing(page: Client, clock: StandInClock) -> None:
    await page.post("/as/alice/clock", data={"stop": "holiday"})
    assert clock.moves == []


async def test_a_clock_that_is_stuck_says_why(page: Client, clock: StandInClock) -> None:
    clock.stuck = "No digest is due: the rotation has ended."
    html = await (await page.post("/as/alice/clock", data={"stop": "digest"})).text()
    assert "No digest is due: the rotation has ended." in html
    clock.stuck = ""
    assert "The digest has gone out." in await (await page.post("/as/alice/clock", data={"stop": "digest"})).text()


async def test_a_second_press_while_the_clock_moves_changes_nothing(
    page: Client, clock: StandInClock, monkeypatch: pytest.MonkeyPatch, seen: Seen
) -> None:
    started, may_arrive, move = asyncio.Event(), asyncio.Event(), clock.move_to_next

    async def slowly(stop: Stop) -> Moved:
        started.set()
        await may_arrive.wait()
        return await move(stop)

    monkeypatch.setattr(clock, "move_to_next", slowly)
    first = asyncio.create_task(page.post("/as/alice/clock", data={"stop": "question"}))
    await started.wait()
    html = await (await page.post("/as/bob/clock", data={"stop": "question"})).text()
    assert "Moving to the next question…" in html
    assert 'name="stop" value="digest" aria-disabled="true"' in html
    may_arrive.set()
    await first
    assert clock.moves == [Stop.QUESTION]
    assert 'aria-busy="true"' not in await seen("/as/alice")


async def test_classmates_act_before_and_after_the_clock_moves(
    workspace: Workspace, page: Client, clock: StandInClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = workspace.delivery = ReflectingApp(workspace)
    app.welcome(BOB)
    move = clock.move_to_next

    async def ask(stop: Stop) -> Moved:
        assert app.started == [BOB]
        app.ask(BOB, "What helped?")
        return await move(stop)

    monkeypatch.setattr(clock, "move_to_next", ask)
    await page.post("/as/alice/clock", data={"stop": "question"})
    assert [user for user, _ in app.answers] == [BOB]


async def test_whoever_is_clicked_for_is_played(page: Client, classmates: Classmates, seen: Seen) -> None:
    await seen("/as/bob")
    await page.post("/as/bob/dismiss")
    assert classmates.played == set()
    await page.post("/as/bob/say", data={"text": "Hello"})
    assert classmates.played == {BOB}


async def test_classmates_whom_nobody_placed_are_no_voices(workspace: Workspace, page: Client, seen: Seen) -> None:
    html = await seen("/as/jo")
    assert "Nobody is on a rotation yet, so nobody answers. A digest needs five voices." in html
    assert "classmates take part" not in html
    for user in STUDENTS[1:4]:
        written_to(workspace, user)
    assert "Three classmates take part. A digest needs five voices. Even with you" in await seen("/as/jo")
    html = await (await page.post("/as/jo/classmates", data={"more": "-9"})).text()
    assert "No classmates take part." in html


async def test_others_whom_a_coordinator_placed_are_voices_too(
    workspace: Workspace, page: Client, classmates: Classmates, seen: Seen
) -> None:
    populate(workspace)
    for student in CLASS[:6]:
        written_to(workspace, student.id)
    html = await seen("/as/jo")
    assert "Six others answer about every second question. A digest needs five voices." in html
    assert "too few" not in html
    written_to(workspace, BOB)
    assert "One classmate takes part, and six others answer about every second question." in await seen("/as/jo")
    await page.post("/as/jo/classmates", data={"more": "-9"})
    assert "No classmates take part. A digest needs five voices." in await seen("/as/jo")


async def test_the_number_of_classmates_changes_by_each_click_and_too_few_voices_are_told(
    workspace: Workspace, page: Client, classmates: Classmates, seen: Seen
) -> None:
    for user in STUDENTS:
        written_to(workspace, user)
    html = await seen("/as/alice")
    assert "Seven classmates take part. A digest needs five voices." in html
    assert "too few" not in html
    html = await (await page.post("/as/alice/classmates", data={"more": "-4"})).text()
    assert classmates.taking_part == 3
    assert "Three classmates take part. A digest needs five voices. Even with you that is too few" in html
    html = await (await page.post("/as/alice/classmates", data={"more": "1"})).text()
    assert "too few" not in html
    assert "Four classmates take part. A digest needs five voices. It takes yours too." in html
    for said, then in (("many", 4), ("9", 7), ("-1", 6), ("-1", 5), ("-9", 0)):
        await page.post("/as/alice/classmates", data={"more": said})
        assert classmates.taking_part == then


# Following


async def test_the_script_hears_of_a_change_and_of_none(workspace: Workspace, page: Client) -> None:
    before = workspace.version
    assert await (await page.get(f"/as/alice/changes?since={before}")).json() == {"version": before}
    written_to(workspace, ALICE)
    answer = await (await page.get(f"/as/alice/changes?since={before}")).json()
    assert answer == {"version": workspace.version} != {"version": before}


@pytest.mark.parametrize("query", ["", "?since=now"])
async def test_a_question_without_a_version_is_refused(page: Client, query: str) -> None:
    assert (await page.get(f"/as/alice/changes{query}")).status == 400


# Keeping others out


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_site_cannot_post_here(page: Client, app: RecordingApp, headers: dict[str, str]) -> None:
    response = await page.post("/as/alice/say", data={"text": "Hello"}, headers=headers)
    assert response.status == 403
    assert app.delivered == []


async def test_the_page_itself_can_post(page: Client, app: RecordingApp) -> None:
    origin = f"http://{page.host}:{page.port}"
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert (await page.post("/as/alice/say", data={"text": "Hello"}, headers=headers)).status == 200
    assert len(app.delivered) == 1


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "10.0.0.1", ""])
async def test_a_name_from_outside_does_not_reach_the_page(page: Client, host: str) -> None:
    assert (await page.get("/as/alice", headers={"Host": host})).status == 403


async def test_a_link_to_a_message_leads_there_as_somebody_who_can_read_it(page: Client, workspace: Workspace) -> None:
    digest = workspace.post(PRECEPTORS_CHANNEL, "Digest")
    directly = workspace.post(workspace.open_im(BOB).id, "Digest")
    places = []
    for message in (digest, directly):
        link = f"/archives/{message.channel}/p{message.ts.replace('.', '')}"
        answer = await page.get(link, allow_redirects=False)
        places.append((answer.status, answer.headers["Location"]))
    in_channel, in_messages = f"/as/kim?channel={PRECEPTORS_CHANNEL}", "/as/bob"
    assert places == [(303, f"{in_channel}#m{digest.ts}"), (303, f"{in_messages}#m{directly.ts}")]
    assert f'id="m{digest.ts}"' in await (await page.get(in_channel)).text()
    assert (await page.get("/archives/C0NOWHERE/p1764021600000100")).status == 404


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:8080"])
async def test_this_computer_reaches_the_page_by_any_of_its_names(page: Client, host: str) -> None:
    assert (await page.get("/as/alice", headers={"Host": host})).status == 200
