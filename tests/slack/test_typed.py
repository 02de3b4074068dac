"""A student simply types an answer and is led to the form: what is asked of Slack, what is shown meanwhile, and that
nothing typed is told to anybody else."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NoReturn

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Forgotten, NotYourQuestion, PressAgain, QuestionClosed
from bot.domain.people import PersonId
from bot.domain.reply import LONGEST_TEXT, Sharing
from bot.flows.delete_everything import delete_everything
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import BOT_ID, BOT_USER_ID, Message, Workspace
from bot.slack.app import make_app
from bot.slack.identity import Identity
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views import stopped_form, typed_answer, typed_form
from bot.slack.views.notice import TROUBLE
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import texts
from tests.slack.test_listeners import asked, in_front, kept, labels, newest, reply_of, send_all, shown
from tests.stories import ALICE, BOB, MALLORY, MONDAY, answer, at

WORDS = "I sat down & listened <quietly>."
MORE = "She talked for a while."
NUMBER = "Her son's number is 857 555 0123."


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture(autouse=True)
async def asked_on_monday(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    await asked(world, messenger, clock)


@pytest.fixture
def alice(
    world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock, tasks: Tasks
) -> "Alice":
    return Alice(world, hands, messenger, clock, tasks)


class Alice:
    """What Alice does, and what she then sees."""

    def __init__(self, world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, tasks: Tasks) -> None:
        self.world, self.hands, self.messenger, self.clock, self.tasks = world, hands, messenger, clock, tasks

    async def types(self, *lines: str, thread_ts: str | None = None) -> Message:
        """She types messages one minute after the other; the newest message afterwards."""
        for line in lines:
            self.clock.forward(timedelta(minutes=1))
            assert (await self.hands.say(ALICE, line, thread_ts=thread_ts)).ok
            await send_all(self.world, self.messenger, self.clock)
        return await newest(self.hands)

    async def press_the_offer(self) -> None:
        said = await self.hands.messages(ALICE)
        offers = [each for each in said if typed_answer.OPEN in labels(each)]
        assert (await self.hands.press(ALICE, offers[-1].ts, typed_answer.OFFER_ID)).ok

    async def form(self) -> OpenView:
        """The form once there is nothing more to wait for."""
        await self.tasks.close()
        return await in_front(self.hands)

    async def opened(self, *lines: str) -> OpenView:
        await self.types(*lines)
        await self.press_the_offer()
        return await self.form()


def text_in(form: OpenView) -> object:
    return form.values[typed_form.TYPED_TEXT]["text"]


async def test_what_was_typed_stands_in_the_form_and_is_kept_once_it_is_saved(
    alice: Alice, world: World, hands: Hands, pokes: Pokes
) -> None:
    offer = await alice.types(WORDS)
    assert labels(offer) == ["Open the form with this text"]
    assert typed_answer.WARNING in shown(offer)
    assert WORDS not in shown(offer)
    assert pokes.count == 1
    assert await reply_of(world) is None

    await alice.press_the_offer()
    form = await alice.form()
    assert world.curriculum.lesson_on(MONDAY).question in shown(form)
    assert text_in(form) == WORDS
    assert await reply_of(world) is None
    assert (await hands.submit(ALICE, form.id, {"sharing": "journal"})).ok
    assert (await kept(world)).text == WORDS


async def test_a_form_that_waits_is_there_at_once(alice: Alice, hands: Hands, workspace: Workspace) -> None:
    await alice.types(WORDS)
    go = asyncio.Event()
    workspace.faults.add("conversations.history", "hold", until=go.wait)
    await alice.press_the_offer()
    waiting = await in_front(hands)
    assert shown(waiting).startswith(typed_form.FETCHING)
    go.set()
    assert text_in(await alice.form()) == WORDS


async def test_lines_in_a_row_get_one_offer_and_one_form(alice: Alice, hands: Hands) -> None:
    form = await alice.opened(WORDS, MORE, "That was all.")
    assert text_in(form) == f"{WORDS}\n{MORE}\nThat was all."
    offers = [each for each in await hands.messages(ALICE) if typed_answer.OPEN in labels(each)]
    assert len(offers) == 1


async def test_a_later_offer_holds_only_what_came_later(alice: Alice, hands: Hands) -> None:
    await alice.types(WORDS)
    alice.clock.forward(timedelta(minutes=20))
    form = await alice.opened(MORE)
    assert text_in(form) == MORE
    assert typed_answer.WARNING not in shown(await newest(hands))


async def test_a_line_in_the_thread_of_the_question_is_found_too(alice: Alice, hands: Hands) -> None:
    question = await newest(hands)
    await alice.types(WORDS, thread_ts=question.ts)
    await alice.press_the_offer()
    assert text_in(await alice.form()) == WORDS


async def test_what_could_point_to_somebody_is_named_and_cannot_be_saved(
    alice: Alice, world: World, hands: Hands
) -> None:
    form = await alice.opened(NUMBER)
    assert text_in(form) == NUMBER
    assert "a phone number: \n857 555 0123" in shown(form)
    assert typed_form.STILL_IN_SLACK in shown(form)
    assert (await hands.submit(ALICE, form.id, {"sharing": "journal"})).ok
    form = await in_front(hands)
    assert "a phone number: \n857 555 0123" in shown(form)
    assert text_in(form) == NUMBER
    await hands.submit(ALICE, form.id, {typed_form.TYPED_TEXT: ""})
    assert list(form.errors) == [typed_form.TYPED_TEXT]
    assert await reply_of(world) is None


async def test_what_was_typed_can_be_saved_with_neutral_words(alice: Alice, world: World, hands: Hands) -> None:
    form = await alice.opened(f"{WORDS} {NUMBER}")
    assert (await hands.press_view(ALICE, form.id, stopped_form.USE_ID)).ok
    form = await in_front(hands)
    assert (await hands.submit(ALICE, form.id, {"sharing": "journal"})).ok
    text = (await kept(world)).text
    assert text.startswith(WORDS)
    assert "0123" not in text


async def test_neutral_words_choose_no_sharing_where_none_was_chosen(alice: Alice, world: World, hands: Hands) -> None:
    await alice.types(NUMBER)
    await answer(world, ALICE, text=MORE, sharing=Sharing.WORDS, when=alice.clock.now())
    await alice.press_the_offer()
    form = await alice.form()
    assert form.values["sharing"]["sharing"] is None
    assert (await hands.press_view(ALICE, form.id, stopped_form.USE_ID)).ok
    form = await in_front(hands)
    assert stopped_form.EARLIER_STANDS in shown(form)
    assert form.values["sharing"]["sharing"] is None


async def test_a_text_that_is_too_long_is_cut_and_the_form_says_so(alice: Alice) -> None:
    form = await alice.opened("It took long. " * 300)
    assert len(str(text_in(form))) == LONGEST_TEXT
    assert "Only the first 3,000 characters fit" in shown(form)


async def test_a_saved_reply_is_never_overwritten(alice: Alice, world: World, hands: Hands) -> None:
    await alice.types(WORDS)
    await answer(world, ALICE, text=MORE, when=alice.clock.now())
    await alice.press_the_offer()
    form = await alice.form()
    assert text_in(form) == f"{MORE}\n\n{WORDS}"
    assert typed_form.ANSWERED in shown(form)
    await hands.close(ALICE, form.id)
    assert (await kept(world)).text == MORE


async def test_a_changed_message_is_taken_as_it_stands_and_one_that_was_deleted_not_at_all(
    alice: Alice, hands: Hands, workspace: Workspace
) -> None:
    await alice.types(WORDS, MORE)
    first, second = [each for each in await hands.messages(ALICE) if each.user == ALICE]
    workspace.remove(first)
    workspace.edit(second, text="She was quiet.")
    await alice.press_the_offer()
    assert text_in(await alice.form()) == "She was quiet."

    workspace.remove(second)
    await alice.press_the_offer()
    form = await alice.form()
    assert shown(form) == typed_form.GONE


async def test_a_slack_that_does_not_hand_it_over_is_told_in_the_form(
    alice: Alice, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    await alice.types(WORDS)
    # A reading that is cut off is tried once more by the library, as nothing else is.
    for fault, times in (("rate_limited", 1), ("html", 1), ("drop_before", 2)):
        workspace.faults.add("conversations.history", fault, times=times)
        await alice.press_the_offer()
        assert shown(await alice.form()) == typed_form.NOT_NOW
    assert [record.message for record in caplog.records] == 3 * ["typed_text_not_read"]


async def test_a_form_that_could_not_be_filled_is_filled_at_the_second_try(alice: Alice, workspace: Workspace) -> None:
    await alice.types(WORDS)
    workspace.faults.add("views.update", "rate_limited")
    await alice.press_the_offer()
    assert text_in(await alice.form()) == WORDS


async def test_a_form_that_cannot_be_filled_says_itself_what_to_do(
    alice: Alice, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    await alice.types(WORDS)
    workspace.faults.add("views.update", "html", times=2)
    await alice.press_the_offer()
    assert typed_form.NO_WAITING in shown(await alice.form())
    assert "typed_form_not_shown" in caplog.text


async def test_whoever_closes_the_form_meanwhile_is_left_alone(
    alice: Alice, hands: Hands, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    await alice.types(WORDS)
    go = asyncio.Event()
    workspace.faults.add("conversations.history", "hold", until=go.wait)
    await alice.press_the_offer()
    await hands.close(ALICE, (await in_front(hands)).id)
    go.set()
    await alice.tasks.close()
    assert await hands.open_views(ALICE) == []
    assert caplog.records == []


async def test_a_press_that_came_too_late_asks_for_another(alice: Alice, hands: Hands, workspace: Workspace) -> None:
    await alice.types(WORDS)
    workspace.faults.add("views.open", "error", code="expired_trigger_id")
    await alice.press_the_offer()
    assert shown(await newest(hands)) == str(PressAgain())


async def test_a_question_that_closed_meanwhile_is_told_in_the_form(alice: Alice) -> None:
    await alice.types(WORDS)
    alice.clock.forward(timedelta(days=7))
    await alice.press_the_offer()
    assert shown(await alice.form()) == str(QuestionClosed())


class BrokenGlances:
    """A database that quotes what it was asked for."""

    async def student(self, person: PersonId) -> NoReturn:
        raise RuntimeError(f"could not read {WORDS}")

    async def may_have_home(self, person: PersonId) -> NoReturn:
        raise RuntimeError(f"could not read {WORDS}")

    async def lost_preceptor(self, person: PersonId) -> NoReturn:
        raise RuntimeError(f"could not read {WORDS}")

    async def question(self, person: PersonId, on: date) -> NoReturn:
        raise RuntimeError(f"could not read {WORDS}")


async def test_a_broken_database_is_told_in_the_form(
    alice: Alice,
    world: World,
    client: AsyncWebClient,
    identity: Identity,
    workspace: Workspace,
    pokes: Pokes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await alice.types(WORDS)
    broken = replace(world, glances=BrokenGlances())
    workspace.delivery = Straight(
        make_app(
            broken,
            clock=alice.clock,
            client=client,
            identity=identity,
            signing_secret=None,
            poke=pokes,
            tasks=alice.tasks,
        )
    )
    await alice.press_the_offer()
    assert shown(await alice.form()) == TROUBLE
    assert "typed_form_broke" in caplog.text
    assert WORDS not in caplog.text


async def test_whoever_had_everything_deleted_reads_so_behind_an_old_offer(alice: Alice, world: World) -> None:
    await alice.types("I sat down first.")
    await delete_everything(world, ALICE, at=at(MONDAY, "18:40"))
    await alice.press_the_offer()
    assert texts((await alice.form()).blocks) == [str(Forgotten())]


async def test_mallory_cannot_open_what_alice_typed(
    alice: Alice, hands: Hands, straight: Straight, workspace: Workspace
) -> None:
    await alice.types(WORDS)
    await alice.press_the_offer()
    forged = {
        **straight.delivered[-1],
        "user": {"id": MALLORY, "name": "mallory"},
        "trigger_id": workspace.trigger(MALLORY),
    }
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    await alice.tasks.close()
    assert shown(await in_front(hands, MALLORY)) == str(NotYourQuestion())


async def test_bob_finds_nothing_of_alices_in_his_own_form(
    alice: Alice, hands: Hands, straight: Straight, workspace: Workspace
) -> None:
    """He has the same question; the message is in another's conversation, and by another."""
    await alice.types(WORDS)
    await alice.press_the_offer()
    forged = {**straight.delivered[-1], "user": {"id": BOB, "name": "bob"}, "trigger_id": workspace.trigger(BOB)}
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    await alice.tasks.close()
    assert shown(await in_front(hands, BOB)) == typed_form.GONE


async def test_a_forged_offer_opens_nothing(
    alice: Alice, hands: Hands, straight: Straight, workspace: Workspace
) -> None:
    await alice.types(WORDS)
    await alice.press_the_offer()
    pressed = straight.delivered[-1]
    await hands.close(ALICE, (await alice.form()).id)
    for value in (None, "", "2026-11-23", "2026-11-23 yesterday", "yesterday 1764021600.000100"):
        action = {**pressed["actions"][0], "value": value}
        forged = {**pressed, "actions": [action], "trigger_id": workspace.trigger(ALICE)}
        assert (await straight.deliver(Carried.INTERACTION, forged)).ok
        await alice.tasks.close()
        assert await hands.open_views(ALICE) == []
        assert shown(await newest(hands)) == str(NotYourQuestion())


async def test_distress_is_answered_with_the_support_lines_and_written_nowhere(
    alice: Alice, hands: Hands, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bedside"):
        said = await alice.types("Honestly I want to die.")
    assert said.user == BOT_USER_ID
    assert texts(said.blocks)[0] == typed_answer.NOT_ALONE
    for line in world.program.support_lines:
        assert line.contact in shown(said)
    assert "die" not in caplog.text
    assert labels(said) == ["Open the form with this text"]


async def test_whoever_points_at_somebody_learns_how_to_delete_it_and_it_is_repeated_nowhere(
    alice: Alice, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    question = await newest(hands)
    with caplog.at_level(logging.DEBUG, logger="bedside"):
        for thread in (None, question.ts):
            said = await alice.types(f"{NUMBER} She left on March 3rd.", thread_ts=thread)
            assert "may point to somebody: a phone number, a date." in shown(said)
            assert all(way in shown(said) for way in typed_answer.HOW_TO_DELETE)
            assert [piece for piece in ("857", "0123", "March", "Her") if piece in said.text + shown(said)] == []
            assert labels(said) == ["Open the form with this text"]
            alice.clock.forward(timedelta(minutes=20))
    assert [piece for piece in ("0123", "March", "phone", "a date") if piece in caplog.text] == []


async def test_a_later_line_that_points_at_somebody_brings_that_word_alone(alice: Alice, hands: Hands) -> None:
    said = await alice.types(WORDS, NUMBER)
    assert labels(said) == []
    assert shown(said).startswith("Your message may point to somebody: a phone number.")
    assert typed_answer.WARNING not in shown(said)
    await alice.press_the_offer()
    assert text_in(await alice.form()) == f"{WORDS}\n{NUMBER}"


async def test_mallory_learns_how_to_delete_too(alice: Alice, hands: Hands) -> None:
    await hands.say(MALLORY, NUMBER)
    await send_all(alice.world, alice.messenger, alice.clock)
    (told,) = [each for each in await hands.messages(MALLORY) if each.user == BOT_USER_ID]
    assert typed_answer.HOW_TO_DELETE[1] in shown(told)
    assert "Nobody reads what is typed here." in shown(told)


async def test_a_stranger_is_told_that_nobody_reads_and_nothing_else(alice: Alice, hands: Hands) -> None:
    for _ in range(2):
        await hands.say(MALLORY, WORDS)
        await send_all(alice.world, alice.messenger, alice.clock)
    (told,) = [each for each in await hands.messages(MALLORY) if each.user == BOT_USER_ID]
    assert shown(told) == "Nobody reads what is typed here. Whatever I have for you is on the Home tab."


# ── Which messages are somebody's own words ───────────────────────────────────────────────────────────────────────


OTHER_MESSAGES: tuple[Mapping[str, Any], ...] = (
    {"subtype": "message_changed", "message": {"user": ALICE, "text": WORDS, "ts": "1764021600.000100"}},
    {"subtype": "message_deleted", "previous_message": {"user": ALICE, "text": WORDS}},
    {"subtype": "channel_join"},
    {"bot_id": BOT_ID, "user": BOT_USER_ID},
    {"bot_id": "B0OTHER"},
    {"user": "USLACKBOT"},
    {"channel_type": "channel"},
    {"text": " "},
    {"text": None},
)


async def test_whatever_else_slack_calls_a_message_is_taken_quietly(
    world: World, straight: Straight, identity: Identity, caplog: pytest.LogCaptureFixture
) -> None:
    event = {"type": "message", "channel_type": "im", "channel": "D0ALICE", "user": ALICE, "text": WORDS}
    for changed in OTHER_MESSAGES:
        body = {"type": "event_callback", "team_id": identity.team_id, "event": {**event, "ts": "1.000100", **changed}}
        with caplog.at_level(logging.DEBUG, logger="bedside"):
            assert (await straight.deliver(Carried.EVENT, body)).ok
    assert caplog.records == []
    async with world.open_work() as work:
        assert await work.outbox.due_groups(at=at(MONDAY, "18:00"), until=at(MONDAY, "23:00")) == ()
    assert (await straight.deliver(Carried.EVENT, {**body, "event": {**event, "ts": "1.000100"}})).ok
    async with world.open_work() as work:
        assert len(await work.outbox.due_groups(at=at(MONDAY, "18:00"), until=at(MONDAY, "23:00"))) == 1


async def test_slacks_repetition_of_an_event_makes_no_second_offer(
    alice: Alice, workspace: Workspace, hands: Hands
) -> None:
    workspace.faults.add("message", "duplicate")
    await alice.types(WORDS)
    await send_all(alice.world, alice.messenger, alice.clock)
    assert len([each for each in await hands.messages(ALICE) if typed_answer.OPEN in labels(each)]) == 1
