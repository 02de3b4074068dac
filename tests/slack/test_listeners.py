"""What people do in Slack and what comes of it: their hands press and type, the real app answers, the real database
keeps. Mallory gets nothing."""

from datetime import timedelta
from typing import Any, NoReturn

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import BedsideError, NotOnRoster, NotYourQuestion, QuestionClosed, ReplyChanged
from bot.domain.people import Pace, PersonId, Standing
from bot.domain.reply import Reply, Sharing
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.practice import payloads
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Message, Workspace
from bot.slack import home_tab
from bot.slack.messenger import SlackMessenger
from bot.slack.views import question, reply_form, share_words_form
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, BOB, DR_KIM, MALLORY, MONDAY, at, deliver, everybody_starts, place

NOTE = "I sat down before I asked anything, and she told me what she was afraid of."
TWO = (ALICE, BOB)
THREE_TAPS = {"themes": ["time-pressure"]}


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


async def send_all(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    """Plan and deliver everything that is due now, into the practice workspace."""
    await plan_prompts(world, at=clock.now())
    await deliver(world, messenger, when=clock.now())


async def welcomed(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    clock.at = at(MONDAY, "06:30")
    await place(world, TWO)
    await send_all(world, messenger, clock)


async def asked(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    """Everybody has started and got Monday's question."""
    await welcomed(world, messenger, clock)
    await everybody_starts(world, TWO)
    clock.at = at(MONDAY, "17:45")
    await send_all(world, messenger, clock)


async def newest(hands: Hands, person: str = ALICE) -> Message:
    return (await hands.messages(person))[-1]


async def in_front(hands: Hands, person: str = ALICE) -> OpenView:
    return (await hands.open_views(person))[-1]


async def open_the_form(hands: Hands, person: str = ALICE) -> OpenView:
    message = await newest(hands, person)
    assert (await hands.press(person, message.ts, question.ANSWER_ID)).ok
    return await in_front(hands, person)


def shown(view: OpenView | Message) -> str:
    return "\n".join(texts(view.blocks))


def labels(view: OpenView | Message) -> list[str]:
    return [part["text"]["text"] for part in parts(view.blocks) if part.get("type") == "button"]


async def reply_of(world: World, person: PersonId = ALICE) -> Reply | None:
    async with world.open_work() as work:
        return await work.replies.get(person, MONDAY)


async def kept(world: World) -> Reply:
    """Alice's reply, which must be there."""
    reply = await reply_of(world)
    assert reply is not None
    return reply


async def standing_of(world: World, person: PersonId = ALICE) -> tuple[Standing, Pace]:
    async with world.open_work() as work:
        student = await work.people.student(person)
    assert student is not None
    return student.standing, student.pace


# ── Start or leave ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("button", "pace"), [("start_three_a_week", Pace.THREE_A_WEEK), ("start_every_day", Pace.EVERY_DAY)]
)
async def test_a_start_is_kept_and_shown_in_the_welcome(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    pokes: Pokes,
    button: str,
    pace: Pace,
) -> None:
    await welcomed(world, messenger, clock)
    assert (await hands.press(ALICE, (await newest(hands)).ts, button)).ok

    assert await standing_of(world) == (Standing.STARTED, pace)
    assert await standing_of(world, BOB) == (Standing.PLACED, Pace.THREE_A_WEEK)
    message = await newest(hands)
    assert "You're in: questions" in shown(message)
    assert labels(message) == ["Leave"]
    assert pokes.count == 1


async def test_not_now_keeps_the_buttons(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await welcomed(world, messenger, clock)
    assert (await hands.press(ALICE, (await newest(hands)).ts, "not_now")).ok
    assert (await standing_of(world))[0] is Standing.PLACED
    assert labels(await newest(hands)) == ["Start: questions three days a week", "Start: every day"]


async def test_a_stale_not_now_leaves_a_student_started_and_says_so(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await welcomed(world, messenger, clock)
    await hands.open_home(ALICE)
    await hands.press_home(ALICE, "start_every_day")
    assert (await hands.press(ALICE, (await newest(hands)).ts, "not_now")).ok
    assert await standing_of(world) == (Standing.STARTED, Pace.EVERY_DAY)
    message = await newest(hands)
    assert "You're in: questions" in shown(message)
    assert "nothing will come" not in shown(message)
    assert labels(message) == ["Leave"]


async def test_leaving_is_one_click_and_asks_nothing(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await welcomed(world, messenger, clock)
    ts = (await newest(hands)).ts
    await hands.press(ALICE, ts, "start_every_day")
    assert (await hands.press(ALICE, ts, "leave")).ok
    assert (await standing_of(world))[0] is Standing.LEFT
    assert await hands.open_views(ALICE) == []
    assert "You've left" in shown(await newest(hands))


async def test_a_start_that_cannot_be_shown_is_kept_all_the_same(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await place(world, TWO)
    await hands.open_home(ALICE)
    workspace.faults.add("views.publish", "html")
    assert (await hands.press_home(ALICE, "start_every_day")).ok
    assert (await standing_of(world))[0] is Standing.STARTED
    assert "press_not_shown" in caplog.text


async def test_a_start_is_kept_when_the_database_goes_away_before_it_is_shown(
    world: World,
    hands: Hands,
    straight: Straight,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def away(*_: object) -> NoReturn:
        raise BedsideError

    await place(world, TWO)
    await hands.open_home(ALICE)
    monkeypatch.setattr(home_tab, "last_shown", away)
    assert (await hands.press_home(ALICE, "start_every_day")).ok
    assert (await standing_of(world))[0] is Standing.STARTED
    assert "press_not_shown" in caplog.text


async def test_a_pace_is_changed_on_home_which_then_shows_it(
    world: World, hands: Hands, straight: Straight, clock: FakeClock
) -> None:
    await place(world, TWO)
    await everybody_starts(world, TWO)
    await hands.open_home(ALICE)
    assert (await hands.press_home(ALICE, "start_once_a_week")).ok
    home = await hands.home(ALICE)
    assert home is not None
    assert "You get a question once a week" in shown(home)
    assert (await hands.press_home(ALICE, "leave")).ok
    home = await hands.home(ALICE)
    assert home is not None
    assert "Nothing is sent to you" in shown(home)


# ── Answer ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_four_taps_without_typing_keep_a_reply(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    pokes: Pokes,
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    assert (await hands.submit(ALICE, form.id, THREE_TAPS)).ok

    reply = await kept(world)
    assert (reply.themes, reply.text, reply.sharing) == (frozenset({"time-pressure"}), "", Sharing.THEMES)
    assert await hands.open_views(ALICE) == []
    assert pokes.count == 1


async def test_afterwards_the_conversation_says_done_and_open_shows_what_was_saved(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "journal"})
    await send_all(world, messenger, clock)

    message = await newest(hands)
    assert shown(message).startswith("Done for today")
    assert labels(message) == ["Open"]
    assert NOTE not in str(message)
    await hands.press(ALICE, message.ts, question.OPEN_ID)
    again = await in_front(hands)
    assert again.values[reply_form.TEXT][reply_form.TEXT] == NOTE
    assert again.values[reply_form.THEMES][reply_form.THEMES] == ["time-pressure"]


@pytest.mark.parametrize(
    ("fault", "details"), [("time_out", {"seconds": 3}), ("error", {"code": "expired_trigger_id"})]
)
async def test_a_form_that_slack_does_not_open_in_time_asks_for_another_press(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    details: dict[str, Any],
) -> None:
    monkeypatch.setattr("bot.slack.opening.OPENED_WITHIN", 0.1)
    await asked(world, messenger, clock)
    workspace.faults.add("views.open", fault, **details)
    message = (await hands.messages(ALICE))[-1]
    assert (await hands.press(ALICE, message.ts, question.ANSWER_ID)).ok
    private = (await hands.messages(ALICE))[-1]
    assert private.ephemeral_to == ALICE
    assert "Please press again." in private.text
    assert (await hands.press(ALICE, message.ts, question.ANSWER_ID)).ok
    assert len(await hands.open_views(ALICE)) == 1


async def test_words_are_shared_only_in_the_second_form(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "words"})
    second = await in_front(hands)
    assert second.values[share_words_form.EXCERPT][share_words_form.EXCERPT] == NOTE
    assert (await kept(world)).excerpt is None

    await hands.submit(ALICE, second.id, {share_words_form.EXCERPT: "I sat down first."})
    reply = await kept(world)
    assert (reply.excerpt, reply.sharing, reply.text) == ("I sat down first.", Sharing.WORDS, NOTE)
    assert await hands.open_views(ALICE) == []


async def test_closing_the_second_form_loses_nothing(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "words"})
    await hands.close(ALICE, (await in_front(hands)).id)
    reply = await kept(world)
    assert (reply.text, reply.excerpt, reply.sharing) == (NOTE, None, Sharing.THEMES)


async def test_a_phone_number_comes_back_above_the_text_and_nothing_is_kept(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    pokes: Pokes,
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": "Call her at 857 555 0123 tomorrow."})
    form = await in_front(hands)
    assert "857 555 0123" in texts(form.blocks)
    assert form.values[reply_form.TEXT][reply_form.TEXT] == "Call her at 857 555 0123 tomorrow."
    assert await reply_of(world) is None
    assert pokes.count == 0


async def test_the_second_form_stops_a_phone_number_too(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "words"})
    second = await in_front(hands)
    await hands.submit(ALICE, second.id, {share_words_form.EXCERPT: "Call 857 555 0123."})
    assert "857 555 0123" in texts((await in_front(hands)).blocks)
    await hands.submit(ALICE, second.id, {share_words_form.EXCERPT: "   "})
    assert (await in_front(hands)).errors == {share_words_form.EXCERPT: share_words_form.NO_WORDS}
    assert (await kept(world)).excerpt is None


@pytest.mark.parametrize("themes", [["time-pressure"], []])
@pytest.mark.parametrize(
    "newer", [{"sharing": "journal"}, {"text": "Other words."}, {"text": "Some nights I want to die."}]
)
async def test_a_second_form_left_open_on_the_phone_does_not_override_what_was_saved_since(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    themes: list[str],
    newer: dict[str, Any],
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    first: dict[str, Any] = {"themes": themes, "text": NOTE, "sharing": "words"}
    await hands.submit(ALICE, form.id, first)
    on_the_phone = payloads.submitted(workspace, workspace.people[ALICE], await in_front(hands))

    clock.forward(timedelta(minutes=5))
    on_the_laptop = await open_the_form(hands)
    await hands.submit(ALICE, on_the_laptop.id, {**first, **newer})
    saved = await kept(world)

    clock.forward(timedelta(minutes=5))
    answer = await straight.deliver(Carried.INTERACTION, on_the_phone)
    assert answer.payload == {"response_action": "errors", "errors": {share_words_form.EXCERPT: str(ReplyChanged())}}
    assert await kept(world) == saved
    assert saved.excerpt is None


async def test_a_second_form_sent_twice_shares_once(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "words"})
    clock.forward(timedelta(minutes=5))
    await hands.submit(ALICE, (await in_front(hands)).id)
    shared = await kept(world)
    clock.forward(timedelta(minutes=5))
    again = await straight.deliver(Carried.INTERACTION, straight.delivered[-1])
    assert (again.ok, again.payload) == (True, None)
    assert await kept(world) == shared


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "2026-11-23",
        "2026-11-23 ",
        "2026-11-23 yesterday",
        "2026-11-23 2026-11-23T23:00:00",
        "yesterday 2026-11-23T23:00:00+00:00",
        "2026-11-23 2026-11-23T23:00:00+00:00 2026-11-23T23:00:00+00:00",
        None,
    ],
)
async def test_a_second_form_that_is_not_ours_shares_nothing(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    forged: str | None,
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": NOTE, "sharing": "words"})
    await hands.submit(ALICE, (await in_front(hands)).id, {share_words_form.EXCERPT: "  "})
    sent = straight.delivered[-1]
    values = {share_words_form.EXCERPT: {share_words_form.EXCERPT: {"value": NOTE}}}
    view = {**sent["view"], "private_metadata": forged, "state": {"values": values}}
    answer = await straight.deliver(Carried.INTERACTION, {**sent, "view": view})
    assert answer.payload == {
        "response_action": "errors",
        "errors": {share_words_form.COPY: str(NotYourQuestion())},
    }
    assert (await kept(world)).excerpt is None


@pytest.mark.parametrize(
    ("values", "block", "words"),
    [
        ({"sharing": "journal"}, reply_form.TEXT, "nothing to save"),
        ({"text": NOTE, "sharing": "themes"}, reply_form.THEMES, "at least one theme"),
    ],
)
async def test_a_form_that_cannot_be_kept_says_why_under_the_field(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    values: dict[str, Any],
    block: str,
    words: str,
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, values)
    assert words in (await in_front(hands)).errors[block]
    assert await reply_of(world) is None


async def test_distress_shows_the_support_lines_at_once_and_keeps_the_reply_in_the_journal(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {**THREE_TAPS, "text": "Some nights I want to die.", "sharing": "words"})
    notice = shown(await in_front(hands))
    assert "988" in notice
    assert "Nobody was alerted" in notice
    reply = await kept(world)
    assert (reply.sharing, reply.excerpt) == (Sharing.JOURNAL, None)


async def test_skip_closes_the_question_and_looks_like_an_answer(
    world: World,
    hands: Hands,
    straight: Straight,
    messenger: SlackMessenger,
    clock: FakeClock,
    pokes: Pokes,
) -> None:
    await asked(world, messenger, clock)
    message = await newest(hands)
    assert (await hands.press(ALICE, message.ts, question.SKIP_ID)).ok
    assert pokes.count == 1
    await send_all(world, messenger, clock)
    assert shown(await newest(hands)).startswith("Done for today")
    async with world.open_work() as work:
        assert await work.outbox.open_questions(ALICE, since=at(MONDAY, "00:00")) == ()


async def test_what_slack_delivers_twice_changes_nothing(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, THREE_TAPS)
    before = await reply_of(world)
    clock.forward(timedelta(minutes=5))
    assert (await straight.deliver(Carried.INTERACTION, straight.delivered[-1])).ok
    assert await reply_of(world) == before


async def test_a_question_that_closed_says_so_in_private(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    message = await newest(hands)
    clock.forward(timedelta(days=8))
    assert (await hands.press(ALICE, message.ts, question.ANSWER_ID)).ok
    assert await hands.open_views(ALICE) == []
    note = await newest(hands)
    assert note.ephemeral_to == ALICE
    assert str(QuestionClosed()) in shown(note)


# ── Home and /bedside ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_home_shows_todays_lesson_and_what_is_open(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    assert (await hands.open_home(ALICE)).ok
    home = await hands.home(ALICE)
    assert home is not None
    lesson = world.curriculum.lesson_on(MONDAY)
    assert lesson.reminder in shown(home)
    assert lesson.question in shown(home)
    assert (await hands.press_home(ALICE, question.ANSWER_ID)).ok
    assert lesson.question in shown(await in_front(hands))


async def test_the_messages_tab_publishes_nothing(world: World, hands: Hands, straight: Straight) -> None:
    await place(world, TWO)
    assert (await hands.open_home(ALICE, tab="messages")).ok
    assert await hands.home(ALICE) is None


async def test_a_preceptor_finds_principles_on_home(world: World, hands: Hands, straight: Straight) -> None:
    await place(world, TWO)
    await hands.open_home(DR_KIM)
    home = await hands.home(DR_KIM)
    assert home is not None
    assert "This week your students practice" in shown(home)
    assert labels(home) == []


async def test_the_command_answers_only_the_one_who_typed_it(
    world: World, hands: Hands, straight: Straight, workspace: Workspace
) -> None:
    await place(world, TWO)
    assert (await hands.command(ALICE, "/bedside")).ok
    answer = await newest(hands)
    assert answer.ephemeral_to == ALICE
    assert world.curriculum.lesson_on(MONDAY).reminder in shown(answer)


async def test_a_button_on_home_that_fails_says_so_in_a_small_form(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    await hands.open_home(ALICE)
    clock.forward(timedelta(days=8))
    assert (await hands.press_home(ALICE, question.ANSWER_ID)).ok
    assert str(QuestionClosed()) in shown(await in_front(hands))


# ── Mallory ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_mallory_learns_nothing_from_home_and_command(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    await hands.open_home(MALLORY)
    await hands.command(MALLORY, "/bedside")
    home = await hands.home(MALLORY)
    assert home is not None
    assert shown(home) == (await newest(hands, MALLORY)).text == str(NotOnRoster())


MALLORYS_PRESSES = (
    "start_every_day",
    "not_now",
    "leave",
    "answer",
    "open_reply",
    "skip",
    "withdraw_reply",
    "delete_reply",
)


@pytest.mark.parametrize("action_id", MALLORYS_PRESSES)
async def test_mallory_cannot_press_alices_buttons(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    pokes: Pokes,
    action_id: str,
) -> None:
    await asked(world, messenger, clock)
    channel = workspace.open_im(MALLORY)
    forged = {
        **_pressed_by(MALLORY, workspace, action_id, MONDAY.isoformat()),
        "response_url": workspace.response_url(MALLORY, channel.id),
    }
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    assert await hands.open_views(MALLORY) == []
    answer = await newest(hands, MALLORY)
    assert answer.ephemeral_to == MALLORY
    assert world.curriculum.lesson_on(MONDAY).question not in shown(answer)
    assert pokes.count == 0
    async with world.open_work() as work:
        assert await work.people.student(MALLORY) is None
        assert len(await work.outbox.open_questions(ALICE, since=at(MONDAY, "00:00"))) == 1


@pytest.mark.parametrize("value", ["", "yesterday", "2026-11-24", None])
async def test_a_forged_date_opens_nothing(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    value: str | None,
) -> None:
    await asked(world, messenger, clock)
    forged = _pressed_by(ALICE, workspace, "answer", value)
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    assert str(NotYourQuestion()) in shown(await in_front(hands))


async def test_mallory_cannot_send_alices_form(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await asked(world, messenger, clock)
    form = await open_the_form(hands)
    await hands.submit(ALICE, form.id, {"text": NOTE, "sharing": "journal"})
    forged = {**straight.delivered[-1], "user": {"id": MALLORY, "name": "mallory"}}
    ack = await straight.deliver(Carried.INTERACTION, forged)
    assert ack.payload == {
        "response_action": "errors",
        "errors": {reply_form.SHARING: str(NotYourQuestion())},
    }
    assert await reply_of(world, MALLORY) is None


def _pressed_by(person: str, workspace: Workspace, action_id: str, value: str | None) -> dict[str, Any]:
    return {
        "type": "block_actions",
        "team": {"id": "T0PRACTICE"},
        "user": {"id": person},
        "trigger_id": workspace.trigger(person),
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": value}],
    }
