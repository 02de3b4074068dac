from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.practice.cast import COORDINATOR, MALLORY, PRECEPTORS_CHANNEL, practice_workspace
from bot.practice.forms import Value
from bot.practice.hands import NOT_SENT, TROUBLE, Hands
from bot.practice.refusals import OutOfReach
from bot.practice.views import OpenView
from bot.practice.wire import Ack, Json, Kind
from bot.practice.workspace import BOT_USER_ID, SLACKBOT, Channel, Message, Person, Workspace
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

THEMES = {
    "type": "checkboxes",
    "action_id": "themes",
    "options": [option("time"), option("fear"), option("trust")],
}
SHARING = {
    "type": "radio_buttons",
    "action_id": "sharing",
    "options": [option("journal"), option("themes"), option("words")],
    "initial_option": option("themes"),
}


@pytest.fixture
def app(workspace: Workspace) -> RecordingApp:
    app = RecordingApp()
    workspace.delivery = app
    return app


@pytest.fixture
def form(workspace: Workspace) -> OpenView:
    """The form a student fills in, open in front of Alice."""
    return workspace.views.open("U0ALICE", the_form())


def the_form(**more: object) -> Json:
    return modal(
        section("What did you notice today?"),
        entry("themes", THEMES, optional=True),
        entry("text", text_field(multiline=True, min_length=3, max_length=10)),
        entry("sharing", SHARING),
        private_metadata="q1",
        callback_id="reflect",
        **more,
    )


def ask(workspace: Workspace, user: str = "U0ALICE", *blocks: Json) -> Message:
    asked = blocks or (actions(button("answer", value="q1"), block_id="choices"),)
    return workspace.post(workspace.open_im(user).id, "How was your day?", blocks=asked)


async def test_a_person_reads_their_own_conversation_only(workspace: Workspace, hands: Hands) -> None:
    question = ask(workspace)

    assert await hands.messages("U0ALICE") == [question]
    assert await hands.messages(MALLORY) == []
    with pytest.raises(OutOfReach):
        await hands.messages(MALLORY, question.channel)
    with pytest.raises(OutOfReach):
        await hands.messages(MALLORY, PRECEPTORS_CHANNEL)


async def test_an_ephemeral_message_is_seen_by_one_person(workspace: Workspace, hands: Hands) -> None:
    workspace.post(PRECEPTORS_CHANNEL, "Only you see this.", ephemeral_to="U0KIM")

    assert [each.text for each in await hands.messages("U0KIM", PRECEPTORS_CHANNEL)] == ["Only you see this."]
    assert await hands.messages(COORDINATOR, PRECEPTORS_CHANNEL) == []


async def test_conversations_are_those_one_is_in(workspace: Workspace, hands: Hands) -> None:
    workspace.open_im("U0KIM")

    assert [each.kind for each in await hands.channels_of("U0KIM")] == ["channel", "im"]
    assert await hands.channels_of(MALLORY) == []


async def test_somebody_without_an_account_can_do_nothing(workspace: Workspace, hands: Hands) -> None:
    workspace.deactivate("U0GUS")

    with pytest.raises(OutOfReach, match="closed"):
        await hands.say("U0GUS", "Hello?")


async def test_the_app_hears_when_an_account_is_closed_and_when_it_is_opened_again(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    assert (await hands.close_account("U0GUS")).ok
    assert (await hands.open_account("U0GUS")).ok
    assert (await hands.say("U0GUS", "I am back.")).ok

    events = [payload["event"] for kind, payload in app.delivered if kind is Kind.EVENT]
    assert [event["type"] for event in events] == ["user_change", "user_change", "message"]
    assert [(event["user"]["id"], event["user"]["deleted"]) for event in events[:2]] == [
        ("U0GUS", True),
        ("U0GUS", False),
    ]


async def test_without_its_scope_the_app_hears_nothing_of_accounts(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    workspace.scopes.remove("users:read")
    assert "users:read" in (await hands.close_account("U0GUS")).reason
    assert workspace.person("U0GUS").deleted
    assert app.delivered == []


async def test_the_app_hears_of_somebody_new_and_of_another_zone_or_name(hands: Hands, app: RecordingApp) -> None:
    zoe = Person("U0ZOE", "zoe", "Zoe", "zoe@example.edu", "America/Chicago")
    assert (await hands.join(zoe)).ok
    assert (await hands.change_account(replace(zoe, real_name="Zoe B.", tz="Europe/Paris"))).ok
    joined, changed = [payload["event"] for _, payload in app.delivered]

    assert (joined["type"], joined["user"]["id"], joined["user"]["tz"]) == ("team_join", "U0ZOE", "America/Chicago")
    assert (changed["type"], changed["user"]["tz"]) == ("user_change", "Europe/Paris")
    assert changed["user"]["profile"]["real_name"] == "Zoe B."


async def test_a_press_tells_the_app_everything_slack_tells(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    question = ask(workspace)
    await hands.press("U0ALICE", question.ts, "answer")

    [(kind, payload)] = app.delivered
    assert kind is Kind.INTERACTION
    assert payload["type"] == "block_actions"
    assert payload["user"] == {"id": "U0ALICE", "username": "alice", "name": "alice", "team_id": "T0PRACTICE"}
    assert payload["container"]["message_ts"] == payload["message"]["ts"] == question.ts
    assert payload["message"]["user"] == BOT_USER_ID
    assert payload["message"]["blocks"] == question.blocks
    assert payload["channel"] == {"id": question.channel, "name": "directmessage"}
    assert payload["response_url"].startswith("http://practice.invalid/response/")
    assert workspace.redeem_trigger(payload["trigger_id"]).user == "U0ALICE"
    [action] = payload["actions"]
    assert {key: action[key] for key in ("type", "action_id", "block_id", "value")} == {
        "type": "button",
        "action_id": "answer",
        "block_id": "choices",
        "value": "q1",
    }


async def test_one_of_several_buttons_is_found_by_its_value(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    question = ask(
        workspace,
        "U0ALICE",
        actions(button("open", value="r1")),
        actions(button("open", value="r2")),
    )

    with pytest.raises(OutOfReach, match="2 things"):
        await hands.press("U0ALICE", question.ts, "open")
    await hands.press("U0ALICE", question.ts, "open", value="r2")
    await hands.press("U0ALICE", question.ts, "open", block_id=question.blocks[0]["block_id"])

    assert [payload["actions"][0]["value"] for _, payload in app.delivered] == ["r2", "r1"]


@pytest.mark.parametrize(
    ("element", "value", "answer"),
    [
        ({"type": "overflow", "options": [option("slower")]}, "slower", {"selected_option": option("slower")}),
        ({"type": "static_select", "options": [option("daily")]}, "daily", {"selected_option": option("daily")}),
        (
            {"type": "static_select", "option_groups": [{"label": plain("Pace"), "options": [option("daily")]}]},
            "daily",
            {"selected_option": option("daily")},
        ),
        ({"type": "datepicker"}, "2026-11-30", {"selected_date": "2026-11-30"}),
        ({"type": "timepicker"}, "07:30", {"selected_time": "07:30"}),
        ({"type": "users_select"}, "U0KIM", {"selected_user": "U0KIM"}),
        (THEMES, ["fear"], {"selected_options": [option("fear")]}),
    ],
)
async def test_a_choice_in_a_message_is_reported_in_its_own_form(
    workspace: Workspace, hands: Hands, app: RecordingApp, element: Json, value: str, answer: Json
) -> None:
    question = ask(workspace, "U0ALICE", actions({**element, "action_id": "choose"}, block_id="choices"))
    await hands.press("U0ALICE", question.ts, "choose", value=value)

    [(_, payload)] = app.delivered
    assert payload["actions"][0].items() >= answer.items()
    reported = payload["state"]["values"].get("choices", {}).get("choose")
    # An overflow menu does something; it holds no value.
    assert reported is None if element["type"] == "overflow" else reported.items() >= answer.items()


async def test_one_cannot_choose_what_is_not_offered_nor_press_what_is_not_there(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    menu = {"type": "static_select", "action_id": "pace", "options": [option("daily")]}
    overflow = {"type": "overflow", "action_id": "more", "options": [option("slower")]}
    question = ask(workspace, "U0ALICE", actions(menu, overflow))

    with pytest.raises(OutOfReach, match="hourly"):
        await hands.press("U0ALICE", question.ts, "pace", value="hourly")
    with pytest.raises(OutOfReach, match="offers no"):
        await hands.press("U0ALICE", question.ts, "more")
    with pytest.raises(OutOfReach, match="one can press: pace, more"):
        await hands.press("U0ALICE", question.ts, "answer")
    with pytest.raises(OutOfReach):
        await hands.press("U0BOB", question.ts, "pace", value="daily")
    assert app.delivered == []


async def test_a_form_is_sent_with_every_value_in_its_own_form(hands: Hands, app: RecordingApp, form: OpenView) -> None:
    ack = await hands.submit("U0ALICE", form.id, {"themes": ["trust", "time"], "text": "I listened"})

    [(_, payload)] = app.delivered
    assert ack.ok
    assert payload["type"] == "view_submission"
    view = payload["view"]
    assert (view["id"], view["hash"], view["private_metadata"]) == (form.id, form.hash, "q1")
    assert (view["callback_id"], view["root_view_id"], view["previous_view_id"]) == ("reflect", form.id, None)
    assert view["state"]["values"] == {
        "themes": {"themes": {"type": "checkboxes", "selected_options": [option("time"), option("trust")]}},
        "text": {"typed": {"type": "plain_text_input", "value": "I listened"}},
        "sharing": {"sharing": {"type": "radio_buttons", "selected_option": option("themes")}},
    }


async def test_an_empty_field_is_reported_as_slack_reports_it(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    people = {"type": "multi_users_select", "action_id": "people"}
    menu = {"type": "static_select", "action_id": "pace", "options": [option("daily")]}
    opened = workspace.views.open(
        "U0ALICE",
        modal(*(entry(str(each["type"]), each, optional=True) for each in (text_field(), THEMES, people, menu))),
    )
    await hands.submit("U0ALICE", opened.id)

    values = app.delivered[0][1]["view"]["state"]["values"]
    assert values["plain_text_input"]["typed"] == {"type": "plain_text_input", "value": None}
    assert values["checkboxes"]["themes"] == {"type": "checkboxes", "selected_options": []}
    assert values["multi_users_select"]["people"] == {"type": "multi_users_select", "selected_users": []}
    assert values["static_select"]["pace"] == {"type": "static_select", "selected_option": None}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "required"),
        ("", "required"),
        ("no", "at least 3"),
        ("far too long", "at most 10"),
    ],
)
async def test_a_form_that_is_not_complete_is_not_sent(
    hands: Hands, app: RecordingApp, form: OpenView, text: str | None, complaint: str
) -> None:
    ack = await hands.submit("U0ALICE", form.id, {"text": text})

    assert ack == Ack(ok=False, reason=NOT_SENT)
    assert complaint in form.errors["text"]
    assert app.delivered == []
    assert await hands.open_views("U0ALICE") == [form]


async def test_more_choices_than_allowed_are_not_sent(workspace: Workspace, hands: Hands, app: RecordingApp) -> None:
    people = {"type": "multi_users_select", "action_id": "people", "max_selected_items": 1}
    opened = workspace.views.open("U0JO", modal(entry("people", people)))
    await hands.submit("U0JO", opened.id, {"people": ["U0ALICE", "U0BOB"]})

    assert opened.errors == {"people": "Please choose at most 1."}
    assert app.delivered == []


@pytest.mark.parametrize(
    ("element", "said", "complaint"),
    [
        ({"type": "number_input", "is_decimal_allowed": False}, "five", "a whole number"),
        ({"type": "number_input", "is_decimal_allowed": False}, "5.5", "a whole number"),
        ({"type": "number_input", "is_decimal_allowed": True}, "5,5", "a number"),
        ({"type": "number_input", "is_decimal_allowed": True}, "5.5", None),
        ({"type": "number_input", "is_decimal_allowed": False, "min_value": "5"}, "4", "5 or more"),
        ({"type": "number_input", "is_decimal_allowed": False, "max_value": "9"}, "10", "9 or less"),
        ({"type": "number_input", "is_decimal_allowed": False, "min_value": "5", "max_value": "9"}, "5", None),
        ({"type": "email_text_input"}, "jo at example", "a valid email address"),
        ({"type": "email_text_input"}, "jo@example.edu", None),
    ],
)
async def test_a_number_or_an_address_is_looked_at_before_the_form_is_sent(
    workspace: Workspace, hands: Hands, app: RecordingApp, element: Json, said: str, complaint: str | None
) -> None:
    opened = workspace.views.open("U0JO", modal(entry("x", {"action_id": "a", **element})))
    assert (await hands.submit("U0JO", opened.id, {"x": said})).ok is (complaint is None)
    assert (complaint or "") in opened.errors.get("x", "")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("users_select", "U0NOBODY"),
        ("multi_users_select", ["U0ALICE", "U0GUS"]),
        ("conversations_select", "C0NOWHERE"),
        ("conversations_select", "C0HIDDEN"),
        ("channels_select", "C0STAFF"),
        ("datepicker", "2026-02-30"),
        ("timepicker", "7:00"),
        ("timepicker", "25:00"),
    ],
)
async def test_what_is_not_there_can_not_be_picked(
    workspace: Workspace, hands: Hands, app: RecordingApp, kind: str, value: Value
) -> None:
    workspace.deactivate("U0GUS")
    workspace.put_channel(Channel("C0HIDDEN", "hidden", members={"U0KIM"}, is_private=True))
    workspace.put_channel(Channel("C0STAFF", "staff", members={"U0JO"}, is_private=True))
    opened = workspace.views.open("U0JO", modal(entry("x", {"type": kind, "action_id": "a"})))
    with pytest.raises(OutOfReach, match="a offers no"):
        await hands.fill("U0JO", opened.id, "x", value)


async def test_a_choice_that_an_update_no_longer_offers_is_gone(workspace: Workspace, hands: Hands) -> None:
    def pace(*offered: str) -> Json:
        return modal(entry("x", {"type": "static_select", "action_id": "a", "options": [*map(option, offered)]}))

    opened = workspace.views.open("U0JO", pace("daily", "weekly"))
    await hands.fill("U0JO", opened.id, "x", "weekly")
    workspace.views.replace(opened, pace("weekly", "never"))
    assert opened.values["x"]["a"] == "weekly"
    workspace.views.replace(opened, pace("never"))
    assert opened.values["x"]["a"] is None


async def test_a_complaint_goes_when_its_field_is_filled_in(hands: Hands, app: RecordingApp, form: OpenView) -> None:
    await hands.submit("U0ALICE", form.id)
    assert set(form.errors) == {"text"}

    await hands.fill("U0ALICE", form.id, "text", "Better")
    assert form.errors == {}


async def test_a_form_closes_when_the_app_has_nothing_to_say(hands: Hands, app: RecordingApp, form: OpenView) -> None:
    await hands.submit("U0ALICE", form.id, {"text": "Fine"})

    assert await hands.open_views("U0ALICE") == []


async def test_errors_of_the_app_stand_at_their_fields(hands: Hands, app: RecordingApp, form: OpenView) -> None:
    app.answer = answered({"response_action": "errors", "errors": {"text": "Leave out the number."}})
    await hands.submit("U0ALICE", form.id, {"text": "212-555"})

    assert form.errors == {"text": "Leave out the number."}
    assert form.values["text"]["typed"] == "212-555"
    assert form.trouble is None


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "This block does not exist."}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors"},
        {"response_action": "update", "view": modal()},
        {"response_action": "update"},
        {"response_action": "push", "view": home(section("a"))},
        {"response_action": "dance"},
    ],
)
async def test_an_answer_slack_cannot_use_keeps_the_form_and_says_there_was_trouble(
    hands: Hands, app: RecordingApp, form: OpenView, answer: Json
) -> None:
    app.answer = answered(answer)
    await hands.submit("U0ALICE", form.id, {"text": "Kept"})

    assert await hands.open_views("U0ALICE") == [form]
    assert form.trouble == TROUBLE
    assert form.values["text"]["typed"] == "Kept"


async def test_an_app_that_fails_leaves_the_text_in_the_form_and_a_second_try_may_succeed(
    hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    app.answer = Ack(ok=False, reason="timed_out")
    await hands.submit("U0ALICE", form.id, {"text": "Kept"})
    assert (form.trouble, form.values["text"]["typed"]) == (TROUBLE, "Kept")

    app.answer = Ack(ok=True)
    await hands.submit("U0ALICE", form.id)
    assert await hands.open_views("U0ALICE") == []


async def test_the_app_may_show_something_else_in_the_same_place(
    hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    was = form.hash
    app.answer = answered({"response_action": "update", "view": modal(section("Done for today"))})
    await hands.submit("U0ALICE", form.id, {"text": "Fine"})

    assert await hands.open_views("U0ALICE") == [form]
    assert form.view["blocks"][0]["text"]["text"] == "Done for today"
    assert form.hash != was


async def test_the_app_may_put_a_second_form_on_top_and_closing_it_shows_the_first_again(
    hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    app.answer = answered({"response_action": "push", "view": modal(section("This is what others will read."))})
    await hands.submit("U0ALICE", form.id, {"text": "Fine"})
    below, front = await hands.open_views("U0ALICE")
    assert below is form
    assert (front.root_id, front.previous_id) == (form.id, form.id)
    with pytest.raises(OutOfReach, match="not in front"):
        await hands.submit("U0ALICE", form.id)

    await hands.close("U0ALICE", front.id)
    assert await hands.open_views("U0ALICE") == [form]


async def test_a_fourth_modal_does_not_fit_on_the_stack(
    workspace: Workspace, hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    workspace.views.push("U0ALICE", modal(section("two")))
    third = workspace.views.push("U0ALICE", modal(section("three")))
    app.answer = answered({"response_action": "push", "view": modal(section("four"))})
    await hands.submit("U0ALICE", third.id)

    assert len(await hands.open_views("U0ALICE")) == 3
    assert third.trouble == TROUBLE


async def test_clear_closes_everything(workspace: Workspace, hands: Hands, app: RecordingApp, form: OpenView) -> None:
    second = workspace.views.push("U0ALICE", modal(section("two")))
    app.answer = answered({"response_action": "clear"})
    await hands.submit("U0ALICE", second.id)

    assert await hands.open_views("U0ALICE") == []


async def test_a_modal_without_a_button_to_send_it_cannot_be_sent(workspace: Workspace, hands: Hands) -> None:
    notice = {key: each for key, each in modal(section("Read this.")).items() if key != "submit"}
    opened = workspace.views.open("U0ALICE", notice)

    with pytest.raises(OutOfReach, match="no button"):
        await hands.submit("U0ALICE", opened.id)


async def test_the_app_hears_of_closing_only_if_it_asked_to(
    workspace: Workspace, hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    await hands.close("U0ALICE", form.id)
    assert app.delivered == []

    noticed = workspace.views.open("U0ALICE", the_form(notify_on_close=True, clear_on_close=True))
    await hands.close("U0ALICE", noticed.id)
    [(_, payload)] = app.delivered
    assert (payload["type"], payload["view"]["id"], payload["is_cleared"]) == ("view_closed", noticed.id, True)


async def test_what_was_typed_stays_through_an_update_unless_its_block_is_another(
    workspace: Workspace, hands: Hands, form: OpenView
) -> None:
    await hands.fill("U0ALICE", form.id, "text", "Typed")
    workspace.views.replace(form, modal(entry("text", text_field(initial_value="Suggested"))))
    assert form.values["text"]["typed"] == "Typed"

    workspace.views.replace(form, modal(entry("text-2", text_field(initial_value="Suggested"))))
    assert form.values == {"text-2": {"typed": "Suggested"}}


async def test_a_press_in_a_modal_reports_what_is_typed_so_far_and_may_open_another_on_top(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    opened = workspace.views.open("U0ALICE", modal(entry("text", text_field()), actions(button("help"))))
    await hands.fill("U0ALICE", opened.id, "text", "So far")
    await hands.press_view("U0ALICE", opened.id, "help")

    [(_, payload)] = app.delivered
    assert payload["container"] == {"type": "view", "view_id": opened.id}
    assert payload["view"]["state"]["values"]["text"]["typed"]["value"] == "So far"
    assert workspace.redeem_trigger(payload["trigger_id"]).view_id == opened.id


async def test_the_app_hears_of_a_choice_at_once_only_where_its_block_says_so(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    quiet, loud = entry("quiet", SHARING), entry("loud", SHARING, dispatch_action=True)
    opened = workspace.views.open("U0ALICE", modal(quiet, loud))

    assert await hands.fill("U0ALICE", opened.id, "quiet", "words") is None
    assert await hands.fill("U0ALICE", opened.id, "loud", "words") == Ack(ok=True)
    [(_, payload)] = app.delivered
    assert payload["actions"][0]["block_id"] == "loud"
    with pytest.raises(OutOfReach, match="no field"):
        await hands.fill("U0ALICE", opened.id, "nowhere", "words")
    with pytest.raises(OutOfReach, match="offers no"):
        await hands.fill("U0ALICE", opened.id, "quiet", "everything")


async def test_a_choice_on_home_stays_and_is_reported(workspace: Workspace, hands: Hands, app: RecordingApp) -> None:
    menu = {"type": "static_select", "action_id": "pace", "options": [option("daily"), option("weekly")]}
    with pytest.raises(OutOfReach, match="empty Home"):
        await hands.press_home("U0ALICE", "pace", value="weekly")
    shown = workspace.views.publish("U0ALICE", home(section("Pace", block_id="settings", accessory=menu)))
    await hands.press_home("U0ALICE", "pace", value="weekly")

    [(_, payload)] = app.delivered
    assert payload["view"]["type"] == "home"
    assert payload["actions"][0]["selected_option"] == option("weekly")
    assert payload["view"]["state"]["values"]["settings"]["pace"]["selected_option"] == option("weekly")
    assert workspace.redeem_trigger(payload["trigger_id"]).view_id is None
    assert await hands.home("U0ALICE") is shown


async def test_a_field_on_home_can_be_filled_in(workspace: Workspace, hands: Hands, app: RecordingApp) -> None:
    shown = workspace.views.publish("U0JO", home(entry("name", text_field()), actions(button("save"))))
    await hands.fill("U0JO", shown.id, "name", "Medicine A")
    await hands.press_home("U0JO", "save")

    assert app.delivered[0][1]["view"]["state"]["values"]["name"]["typed"]["value"] == "Medicine A"


@pytest.mark.parametrize(
    ("element", "seen"),
    [
        ({"type": "multi_users_select", "initial_users": ["U0KIM"]}, ["U0KIM"]),
        ({"type": "checkboxes", "options": [option("a"), option("b")], "initial_options": [option("b")]}, ["b"]),
        ({"type": "datepicker", "initial_date": "2026-11-30"}, "2026-11-30"),
        ({"type": "datepicker"}, None),
        ({"type": "checkboxes", "options": [option("a")]}, []),
    ],
)
def test_a_field_begins_with_what_the_app_put_there(workspace: Workspace, element: Json, seen: Value) -> None:
    opened = workspace.views.open("U0ALICE", modal(entry("field", {**element, "action_id": "it"})))

    assert opened.values == {"field": {"it": seen}}


async def test_one_choice_may_be_entered_without_a_list(workspace: Workspace, hands: Hands, app: RecordingApp) -> None:
    opened = workspace.views.open("U0ALICE", modal(entry("themes", THEMES)))
    await hands.submit("U0ALICE", opened.id, {"themes": "fear"})

    values = app.delivered[0][1]["view"]["state"]["values"]
    assert values["themes"]["themes"]["selected_options"] == [option("fear")]
    opened = workspace.views.open("U0ALICE", modal(entry("themes", THEMES)))
    with pytest.raises(OutOfReach, match="joy"):
        await hands.fill("U0ALICE", opened.id, "themes", ["fear", "joy"])


async def test_opening_home_is_an_event_that_carries_the_tab_as_it_stands(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    await hands.open_home("U0ALICE")
    workspace.views.publish("U0ALICE", home(section("Today")))
    await hands.open_home("U0ALICE")
    await hands.open_home("U0ALICE", "messages")

    first, second, third = (payload["event"] for _, payload in app.delivered)
    assert (first["type"], first["user"], first["tab"]) == ("app_home_opened", "U0ALICE", "home")
    assert "view" not in first
    assert second["view"]["blocks"][0]["text"]["text"] == "Today"
    assert third["tab"] == "messages"
    assert "view" not in third


async def test_writing_to_the_app_is_an_event_with_an_id_of_its_own(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    await hands.say("U0ALICE", "I <listened> today")
    begun_by = (await hands.messages("U0ALICE"))[0].ts
    await hands.say("U0ALICE", "Again", thread_ts=begun_by)

    (kind, first), (_, second) = app.delivered
    assert kind is Kind.EVENT
    assert first["event_id"] != second["event_id"]
    assert first["authorizations"][0]["user_id"] == BOT_USER_ID
    event = first["event"]
    assert (event["type"], event["channel_type"], event["user"]) == ("message", "im", "U0ALICE")
    assert event["text"] == "I &lt;listened&gt; today"
    assert event["blocks"][0]["elements"][0]["elements"] == [{"type": "text", "text": "I <listened> today"}]
    assert "bot_id" not in event
    assert "thread_ts" not in event
    assert second["event"]["thread_ts"] == begun_by
    assert [each.text for each in await hands.messages("U0ALICE")] == ["I &lt;listened&gt; today", "Again"]


async def test_a_message_of_ones_own_can_be_deleted_and_the_app_hears_of_it(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    await hands.say("U0ALICE", "I listened today")
    (written,) = await hands.messages("U0ALICE")
    said = workspace.post(written.channel, "Thank you.", user=BOT_USER_ID)
    for user, ts in (("U0ALICE", said.ts), ("U0BOB", written.ts)):
        with pytest.raises(OutOfReach, match="wrote no message"):
            await hands.delete(user, ts)

    assert (await hands.delete("U0ALICE", written.ts)).ok
    assert [each.ts for each in await hands.messages("U0ALICE")] == [said.ts]
    event = app.delivered[-1][1]["event"]
    assert (event["type"], event["subtype"], event["deleted_ts"]) == ("message", "message_deleted", written.ts)
    assert event["previous_message"]["text"] == "I listened today"
    assert "user" not in event


async def test_an_app_without_im_history_hears_no_direct_messages(app: RecordingApp) -> None:
    workspace = practice_workspace(MovableTime(0.0), scopes={"chat:write"})
    workspace.delivery = app

    assert not (await Hands(workspace).say("U0ALICE", "Hello?")).ok
    assert app.delivered == []


async def test_an_app_without_the_scope_for_commands_has_none(app: RecordingApp) -> None:
    workspace = practice_workspace(MovableTime(0.0), scopes={"chat:write"})
    workspace.delivery = app

    with pytest.raises(OutOfReach, match="commands"):
        await Hands(workspace).command("U0JO", "/bedside")
    assert app.delivered == []


async def test_an_app_hears_only_of_events_that_it_subscribed_to(app: RecordingApp) -> None:
    workspace = practice_workspace(MovableTime(0.0), events={"message.im"})
    workspace.delivery, hands = app, Hands(workspace)

    assert (await hands.say("U0ALICE", "Hello?")).ok
    assert not (await hands.open_home("U0ALICE")).ok
    assert "team_join" in (await hands.join(replace(workspace.person("U0GUS"), id="U0ZOE"))).reason
    assert [payload["event"]["type"] for _, payload in app.delivered] == ["message"]


async def test_a_command_names_people_and_channels_by_id_and_escapes_what_means_something(
    hands: Hands, app: RecordingApp
) -> None:
    await hands.command("U0JO", "/bedside", "preview R&D <A> @bob, @zoe jo@bob #medicine-preceptors #5")

    assert app.delivered[0][1]["text"] == (
        "preview R&amp;D &lt;A&gt; <@U0BOB|bob>, @zoe jo@bob <#C0MEDICINE|medicine-preceptors> #5"
    )


async def test_whoever_is_in_a_channel_brings_the_app_into_it_without_telling_it(
    workspace: Workspace, hands: Hands, app: RecordingApp
) -> None:
    workspace.channels[PRECEPTORS_CHANNEL].members.remove(BOT_USER_ID)
    assert (await hands.command("U0JO", "/invite", "@bedside", PRECEPTORS_CHANNEL)).ok
    assert BOT_USER_ID in workspace.channels[PRECEPTORS_CHANNEL].members
    for whom, place in (("@zoe", PRECEPTORS_CHANNEL), ("@bob", None)):
        with pytest.raises(OutOfReach, match="can be invited"):
            await hands.command("U0JO", "/invite", whom, place)
    assert app.delivered == []


async def test_a_command_is_answered_to_the_one_who_typed_it(hands: Hands, app: RecordingApp) -> None:
    app.answer = answered({"text": "Two rotations."})
    await hands.command("U0JO", "/bedside", "list", PRECEPTORS_CHANNEL)

    [(kind, payload)] = app.delivered
    assert kind is Kind.COMMAND
    assert (payload["command"], payload["text"], payload["user_id"]) == ("/bedside", "list", "U0JO")
    assert payload["channel_id"] == PRECEPTORS_CHANNEL
    assert [each.text for each in await hands.messages("U0JO", PRECEPTORS_CHANNEL)] == ["Two rotations."]
    assert await hands.messages("U0KIM", PRECEPTORS_CHANNEL) == []


async def test_a_command_may_be_answered_with_nothing(hands: Hands, app: RecordingApp) -> None:
    assert (await hands.command("U0JO", "/bedside")).ok
    assert await hands.messages("U0JO") == []


async def test_a_command_may_be_answered_to_everybody(hands: Hands, app: RecordingApp) -> None:
    app.answer = answered({"text": "Hello all.", "response_type": "in_channel"})
    await hands.command("U0JO", "/bedside", "", PRECEPTORS_CHANNEL)

    assert [each.text for each in await hands.messages("U0KIM", PRECEPTORS_CHANNEL)] == ["Hello all."]


@pytest.mark.parametrize(
    ("reason", "error"), [("timed_out", "operation_timeout"), ("connection_failed", "dispatch_failed")]
)
async def test_a_command_that_fails_says_so(hands: Hands, app: RecordingApp, reason: str, error: str) -> None:
    app.answer = Ack(ok=False, reason=reason)
    await hands.command("U0JO", "/bedside")

    [message] = await hands.messages("U0JO")
    assert message.user == SLACKBOT
    assert error in message.text


async def test_without_an_app_nothing_is_delivered_and_the_reason_is_told(
    workspace: Workspace, hands: Hands, form: OpenView
) -> None:
    ack = await hands.submit("U0ALICE", form.id, {"text": "Kept"})

    assert ack == Ack(ok=False, reason="no app is connected to the practice workspace")
    assert form.trouble == TROUBLE


async def test_a_form_that_was_closed_meanwhile_is_not_opened_again(
    workspace: Workspace, hands: Hands, app: RecordingApp, form: OpenView
) -> None:
    def closing(update: Json) -> Callable[[Json], Ack]:
        def answer(_: Json) -> Ack:
            workspace.views.clear("U0ALICE")
            return answered(update)

        return answer

    app.answer = closing({"response_action": "update", "view": modal(section("Too late"))})
    await hands.submit("U0ALICE", form.id, {"text": "Fine"})

    assert await hands.open_views("U0ALICE") == []
