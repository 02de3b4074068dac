"""A reply from its first tap to its last change: on two devices, before and after a digest, with the database away."""

from contextlib import AbstractAsyncContextManager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from slack_sdk.models.blocks import ActionsBlock
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import BedsideError, NotOnRoster, NotYourQuestion, QuestionClosed, ReplyAlreadyUsed
from bot.domain.people import PersonId
from bot.domain.reply import Reply, Sharing
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from bot.practice import payloads
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Ack
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Workspace
from bot.slack.home_tab import renew_outdated
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views import outdated_form, reply_form, saved_notice, share_words_form
from bot.slack.views.sharing import STOP_ID, sharing_blocks
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts, texts
from tests.slack.thumb import Thumb
from tests.stories import (
    ALICE,
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    at,
    deliver,
    everybody_starts,
    place,
)

TIME_PRESSURE = frozenset({ThemeSlug("time-pressure")})
NOTE = "I sat down before I asked anything, and she told me what she was afraid of."
AWKWARD = (
    " <here & there> *so* _what_ ~no~ `code` :smile: \"quoted\", 'too'\n\n"
    "> שלום, she said — 👩\u200d⚕️ smiled. &lt;b&gt; <b>{voices}</b> %s \\n <!here | 你好  "
)
"""Markup, codes of emoji, line breaks, quotes, letters from right to left, entities: whatever could be read as more
than letters. A digest must print it as it was previewed."""


@dataclass
class Outage:
    """Whether the database is away."""

    on: bool = False


@pytest.fixture
def outage() -> Outage:
    return Outage()


@pytest.fixture
async def world(world: World, outage: Outage) -> World:
    """All eight are placed and Alice has started, before the database can be away."""
    await place(world, EIGHT)
    await everybody_starts(world, [ALICE])

    def open_work() -> AbstractAsyncContextManager[UnitOfWork]:
        if outage.on:
            raise BedsideError
        return world.open_work()

    return replace(world, open_work=open_work)


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture
async def thumb(world: World, hands: Hands, straight: Straight, messenger: SlackMessenger, clock: FakeClock) -> Thumb:
    """Alice's, on the evening on which she has got Monday's question."""
    clock.at = at(MONDAY, "17:45")
    await send_all(world, messenger, clock)
    return Thumb(hands)


async def send_all(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    await plan_prompts(world, at=clock.now())
    await deliver(world, messenger, when=clock.now())


async def reply_of(world: World, person: PersonId = ALICE, on: date = MONDAY) -> Reply | None:
    async with world.open_work() as work:
        return await work.replies.get(person, on)


async def kept(world: World) -> Reply:
    reply = await reply_of(world)
    assert reply is not None
    return reply


async def answered(thumb: Thumb, text: str = NOTE, *, words: bool = False) -> None:
    """Alice has ticked a theme and written something, and shared it where she wanted to."""
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(text)
    if words:
        await thumb.pick("Share words too")
    await thumb.send("Save")
    if words:
        await thumb.send("Share this")
    assert await thumb.sees_no_form()


async def a_digest(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    """The next Monday's digest is posted, with what Alice and four others share: two of them words, so that hers, where
    she shares any, make three and are all quoted."""
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        for person in EIGHT[1:5]:
            words = "We laughed." if person in EIGHT[1:3] else None
            sharing = Sharing.WORDS if words else Sharing.THEMES
            await work.replies.save(
                Reply(person, cohort.id, MONDAY, TIME_PRESSURE, "", sharing, clock.now(), excerpt=words)
            )
        await work.commit()
    clock.at = at(NEXT_MONDAY, "07:00")
    assert await publish_digests(world, at=clock.now()) == 1
    await deliver(world, messenger, when=clock.now())


# ── Taps ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_taps_skip(world: World, thumb: Thumb) -> None:
    await thumb.notification()
    await thumb.press("Skip")
    assert thumb.taps == 2
    assert await thumb.sees_no_form()
    async with world.open_work() as work:
        assert await work.outbox.open_questions(ALICE, since=at(MONDAY, "00:00")) == ()


async def test_four_taps_share_themes_without_typing(world: World, thumb: Thumb) -> None:
    await thumb.notification()
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.send("Save")
    assert thumb.taps == 4
    assert await thumb.sees_no_form()
    reply = await kept(world)
    assert (reply.themes, reply.text, reply.sharing) == (TIME_PRESSURE, "", Sharing.THEMES)


async def test_four_taps_keep_a_text_with_the_suggested_sharing(world: World, thumb: Thumb) -> None:
    await thumb.notification()
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(NOTE)
    await thumb.send("Save")
    assert thumb.taps == 4
    assert await thumb.sees_no_form()
    reply = await kept(world)
    assert (reply.text, reply.sharing) == (NOTE, Sharing.THEMES)


async def test_five_taps_share_words(world: World, thumb: Thumb) -> None:
    await thumb.notification()
    await thumb.press("Answer")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    await thumb.send("Share this")
    assert thumb.taps == 5
    assert await thumb.sees_no_form()
    assert ((await kept(world)).excerpt, (await kept(world)).sharing) == (NOTE, Sharing.WORDS)


# ── Trust ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", [AWKWARD, "x" * 600])
async def test_what_share_this_showed_is_what_the_digest_prints(
    world: World,
    thumb: Thumb,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    text: str,
) -> None:
    """From the field of the second form through storage and release to the blocks of the digest."""
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    await thumb.type(text)
    await thumb.send("Share this")
    if not await thumb.sees_no_form():
        # Words in other letters could be names, which she knows better.
        for words in ("שלום", "你好"):
            await thumb.pick(f"No, keep it as it is: {words}")
        await thumb.send("Share this")
        # What can't be seen was taken out: the joiner in one of the emoji. So it is shown once more.
        assert share_words_form.CLEANED in await thumb.reads()
        await thumb.send("Share this")
    assert await thumb.sees_no_form()
    shown = (await kept(world)).excerpt
    assert shown == text.replace("\N{ZERO WIDTH JOINER}", "")

    await a_digest(world, messenger, clock)
    (digest,) = workspace.messages(DIGEST_CHANNEL)
    quotes = [part["elements"] for part in parts(digest.blocks) if part.get("type") == "rich_text_quote"]
    assert len(quotes) == 3
    assert [{"type": "text", "text": shown}] in quotes
    assert shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in digest.text


async def test_the_second_form_shows_once_more_what_was_cleaned(world: World, thumb: Thumb) -> None:
    await thumb.press("Answer")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    for hidden in ("I \u202esat\u202c down.", "I\u200b sat."):
        await thumb.type(hidden)
        await thumb.send("Share this")
        assert share_words_form.CLEANED in await thumb.reads()
        assert (await kept(world)).excerpt is None
    assert "I sat." in (await thumb.typed()).values()
    await thumb.type("Call 857 555 0123.")
    await thumb.send("Share this")
    assert "857 555 0123" in await thumb.reads()
    await thumb.type("I sat.")
    await thumb.send("Share this")
    assert (await kept(world)).excerpt == "I sat."


async def test_sharing_without_a_copy_leaves_only_what_waits_and_then_nothing(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await thumb.press("Answer")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    await thumb.type("I sat down first.")
    await thumb.pick("Keep no copy")
    await thumb.send("Share this")
    assert ((await kept(world)).text, (await kept(world)).excerpt) == ("", "I sat down first.")

    await send_all(world, messenger, clock)
    await thumb.press("Open")
    assert NOTE not in await thumb.reads()
    assert "You share these words now:\nI sat down first." in await thumb.reads()
    await thumb.hands.close(ALICE, (await thumb.form()).id)

    await a_digest(world, messenger, clock)
    await thumb.press("Open")
    assert reply_form.USED in await thumb.reads()
    assert "I sat down" not in await thumb.reads()
    assert "journal" not in await thumb.reads()


async def test_skipping_and_leaving_ask_nothing(world: World, thumb: Thumb) -> None:
    before = len(await thumb.hands.messages(ALICE))
    await thumb.press("Skip")
    await thumb.hands.open_home(ALICE)
    home = await thumb.hands.home(ALICE)
    assert home is not None
    for shown in (home.blocks, *[each.blocks for each in await thumb.hands.messages(ALICE)]):
        ways_out = [each for each in parts(shown) if each.get("action_id") in ("skip", "leave")]
        assert [each for each in ways_out if "confirm" in each] == []
    assert (await thumb.hands.press_home(ALICE, "leave")).ok
    assert await thumb.sees_no_form()
    assert len(await thumb.hands.messages(ALICE)) == before


async def test_the_conversation_never_shows_what_was_written_or_shared(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb, words=True)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    await thumb.press("Withdraw")
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    await send_all(world, messenger, clock)
    said = [each.text + "\n".join(texts(each.blocks)) for each in await thumb.hands.messages(ALICE)]
    conversation = "\n".join(said).lower()
    for word in ("sat down", "time pressure", "share", "journal", "withdraw", "saved"):
        assert word not in conversation
    assert (await thumb.reads()).startswith("Done for today")


# ── Change, withdraw, delete ──────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_saved_is_changed_in_the_same_form(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    assert (await thumb.typed())[reply_form.TEXT] == NOTE
    await thumb.type("Better words.")
    await thumb.send("Save changes")
    assert await thumb.sees_no_form()
    assert (await kept(world)).text == "Better words."


async def test_withdrawing_asks_once_and_says_what_became_of_the_reply(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb, words=True)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    before = thumb.taps
    await thumb.press("Withdraw")
    assert thumb.taps == before + 2
    assert reply_form.WITHDRAWN in await thumb.reads()
    reply = await kept(world)
    assert (reply.text, reply.sharing, reply.excerpt) == (NOTE, Sharing.JOURNAL, None)

    await thumb.hands.close(ALICE, (await thumb.form()).id)
    await thumb.press("Open")
    assert "Withdraw" not in await thumb.reads()
    assert (await thumb.typed())[reply_form.SHARING] == "journal"


async def test_what_is_withdrawn_on_home_shows_there(world: World, thumb: Thumb, workspace: Workspace) -> None:
    await answered(thumb)
    view = View(type="home", blocks=[ActionsBlock(elements=[reply_form.withdraw_button(MONDAY)])])
    drawn = workspace.views.publish(ALICE, view.to_dict()).hash
    assert (await thumb.hands.press_home(ALICE, reply_form.WITHDRAW_ID)).ok
    home = workspace.views.home(ALICE)
    assert home is not None
    assert home.hash != drawn
    assert (await kept(world)).sharing is Sharing.JOURNAL


async def test_a_deleted_reply_leaves_an_empty_form_behind_open(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    await thumb.press("Delete this reply")
    assert reply_form.DELETED in await thumb.reads()
    assert await reply_of(world) is None
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    assert (await thumb.reads()).startswith("Done for today")
    await thumb.press("Open")
    assert (await thumb.form()).view["submit"]["text"] == "Save"
    assert not (await thumb.typed())[reply_form.TEXT]


@pytest.mark.parametrize(("label", "goes"), [("Withdraw", "You share"), ("Delete this reply", NOTE)])
async def test_what_is_taken_back_in_a_form_goes_from_the_home_tab_below(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock, tasks: Tasks, label: str, goes: str
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.hands.open_home(ALICE)
    assert goes in await on_home(thumb)
    await thumb.press("Open")
    await thumb.press(label)
    await tasks.close()
    assert goes not in await on_home(thumb)


async def test_a_deleted_reply_that_slack_keeps_on_home_goes_at_the_next_beat(
    world: World,
    thumb: Thumb,
    workspace: Workspace,
    messenger: SlackMessenger,
    client: AsyncWebClient,
    clock: FakeClock,
    tasks: Tasks,
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.hands.open_home(ALICE)
    await thumb.press("Open")
    workspace.faults.add("views.publish", "error", code="internal_error")
    await thumb.press("Delete this reply")
    await tasks.close()
    assert NOTE in await on_home(thumb)
    assert await renew_outdated(client, world, at=clock.now()) == 1
    assert NOTE not in await on_home(thumb)


async def on_home(thumb: Thumb) -> str:
    home = await thumb.hands.home(ALICE)
    assert home is not None
    return "\n".join(texts(home.blocks))


@pytest.mark.parametrize("label", ["Withdraw", "Delete this reply"])
async def test_what_slack_cannot_show_is_done_all_the_same(
    world: World,
    thumb: Thumb,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
    label: str,
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    workspace.faults.add("views.update", "html")
    clock.forward(timedelta(minutes=5))
    await thumb.press(label)
    assert "press_not_shown" in caplog.text
    reply = await reply_of(world)
    assert reply is None or reply.sharing is Sharing.JOURNAL
    # The form still shows what was; sent, it does not undo that in silence.
    await thumb.send("Save changes")
    assert await reply_of(world) == reply
    assert (outdated_form.DELETED_SINCE if reply is None else outdated_form.SAVED_SINCE) in await thumb.reads()


async def test_open_offers_to_answer_after_all_while_the_question_is_open(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await thumb.press("Skip")
    await send_all(world, messenger, clock)
    clock.forward(timedelta(days=6))
    await thumb.press("Open")
    await thumb.pick("Time pressure")
    await thumb.send("Save")
    assert (await kept(world)).sharing is Sharing.THEMES


# ── Two devices ───────────────────────────────────────────────────────────────────────────────────────────────────


async def on_the_phone(straight: Straight, workspace: Workspace, form: OpenView, **typed: Any) -> Ack:  # noqa: ANN401
    """The same form was open on the phone, and is sent from there with this in its fields."""
    other = deepcopy(form)
    for block_id, value in typed.items():
        other.values[block_id][block_id] = value
    return await straight.deliver(Carried.INTERACTION, payloads.submitted(workspace, workspace.people[ALICE], other))


@pytest.mark.parametrize("already", [True, False])
async def test_words_saved_on_the_phone_are_not_overwritten_by_a_form_on_the_laptop(
    world: World,
    thumb: Thumb,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    clock: FakeClock,
    already: bool,
) -> None:
    if already:
        await answered(thumb)
        await send_all(world, messenger, clock)
    await thumb.press("Open" if already else "Answer")
    await thumb.pick("Trust took work")
    await thumb.type("On the laptop.")
    clock.forward(timedelta(minutes=5))
    themes = ["time-pressure"]
    assert (await on_the_phone(straight, workspace, await thumb.form(), text="On the phone.", themes=themes)).ok
    saved = await kept(world)
    assert saved.text == "On the phone."

    clock.forward(timedelta(minutes=5))
    await thumb.send("Save changes" if already else "Save")
    assert await kept(world) == saved
    read = await thumb.reads()
    assert read.startswith("Which one do you keep?\n" + outdated_form.SAVED_SINCE + "\nOn the phone.")
    typed = await thumb.typed()
    assert typed[reply_form.TEXT] == "On the laptop."
    assert "trust-took-work" in typed[reply_form.THEMES]

    await thumb.send("Save this one")
    assert await thumb.sees_no_form()
    assert (await kept(world)).text == "On the laptop."


async def test_keeping_the_other_changes_nothing(
    world: World, thumb: Thumb, straight: Straight, workspace: Workspace
) -> None:
    await thumb.press("Answer")
    await thumb.type("On the laptop.")
    await on_the_phone(straight, workspace, await thumb.form(), text="On the phone.", sharing="journal")
    await thumb.pick("Time pressure")
    await thumb.send("Save")
    form = await thumb.form()
    assert form.view["close"]["text"] == "Keep the other"
    await thumb.hands.close(ALICE, form.id)
    assert (await kept(world)).text == "On the phone."


async def test_two_submissions_of_one_form_are_one_reply(
    world: World, thumb: Thumb, straight: Straight, workspace: Workspace, clock: FakeClock
) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    form = deepcopy(await thumb.form())
    await thumb.send("Save")
    first = await kept(world)
    clock.forward(timedelta(minutes=1))
    again = await on_the_phone(straight, workspace, form)
    assert (again.ok, again.payload) == (True, None)
    assert await kept(world) == first


async def test_distress_in_a_form_that_comes_back_shows_the_support_lines_first(
    world: World, thumb: Thumb, straight: Straight, workspace: Workspace
) -> None:
    await thumb.press("Answer")
    await on_the_phone(straight, workspace, await thumb.form(), text="On the phone.", sharing="journal")
    await thumb.pick("Keep in my journal")
    await thumb.type("Some nights I want to die.")
    await thumb.send("Save")
    read = await thumb.reads()
    assert read.index("988") < read.index(outdated_form.SAVED_SINCE)
    await thumb.send("Save this one")
    assert "Nobody was alerted" in await thumb.reads()
    assert (await kept(world)).text == "Some nights I want to die."


async def test_an_identifier_does_not_hide_distress_in_a_reply(world: World, thumb: Thumb) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type("I want to die. Call 857 555 0123.")
    await thumb.send("Save")
    read = await thumb.reads()
    assert read.index(saved_notice.HEADING) < read.index("988") < read.index("a phone number")
    assert (await thumb.typed())[reply_form.TEXT] == "I want to die. Call 857 555 0123."
    assert (await thumb.typed())[reply_form.THEMES] == ["time-pressure"]
    assert await reply_of(world) is None
    await thumb.type("I want to die.")
    await thumb.send("Save")
    assert saved_notice.KEPT in await thumb.reads()
    assert ((await kept(world)).text, (await kept(world)).sharing) == ("I want to die.", Sharing.JOURNAL)


async def test_an_identifier_does_not_hide_distress_in_words_to_share(world: World, thumb: Thumb) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    assert (await kept(world)).sharing is Sharing.THEMES
    await thumb.type("I want to die. Call 857 555 0123.")
    await thumb.send("Share this")
    read = await thumb.reads()
    places = [
        read.index(words)
        for words in (saved_notice.HEADING, "988", "Nobody was alerted", saved_notice.HELD, "I want to die. Call 857")
    ]
    assert places == sorted(places)
    assert "a phone number" not in read
    assert "submit" not in (await thumb.form()).view
    assert ((await kept(world)).text, (await kept(world)).sharing) == (NOTE, Sharing.JOURNAL)


# ── After a digest ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_after_a_digest_the_form_says_so_and_can_only_be_read(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await a_digest(world, messenger, clock)
    await thumb.press("Open")
    read = await thumb.reads()
    assert reply_form.USED in read
    assert NOTE in read
    assert "submit" not in (await thumb.form()).view
    await thumb.press("Delete this reply")
    assert reply_form.DELETED_AFTER_USE in await thumb.reads()
    assert ((await kept(world)).spent, (await kept(world)).text) == (True, "")


async def test_a_form_opened_before_a_digest_and_sent_after_it_loses_no_word(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    await thumb.type("What I think now.")
    await a_digest(world, messenger, clock)
    await thumb.send("Save changes")
    read = await thumb.reads()
    assert reply_form.LATE in read
    assert "What I think now." in read
    reply = await kept(world)
    assert (reply.spent, reply.text, reply.themes) == (True, "What I think now.", frozenset())


async def test_withdrawing_after_a_digest_says_that_it_is_too_late_and_keeps_what_was_typed(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    await thumb.type("What I think now.")
    await a_digest(world, messenger, clock)
    await thumb.press("Withdraw")
    assert str(ReplyAlreadyUsed()) in await thumb.reads()
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    assert (await thumb.typed())[reply_form.TEXT] == "What I think now."


async def test_a_second_form_sent_after_a_digest_says_that_it_is_too_late(
    world: World, thumb: Thumb, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    await thumb.send("Save")
    await a_digest(world, messenger, clock)
    await thumb.send("Share this")
    assert str(ReplyAlreadyUsed()) in await thumb.reads()
    assert (await thumb.typed())[share_words_form.EXCERPT] == NOTE


# ── Late ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_week_old_button_opens_what_was_saved(world: World, thumb: Thumb, clock: FakeClock) -> None:
    await answered(thumb)
    clock.forward(timedelta(days=8))
    await thumb.press("Answer")
    assert (await thumb.typed())[reply_form.TEXT] == NOTE
    await thumb.type("Better words.")
    await thumb.send("Save changes")
    assert (await kept(world)).text == "Better words."


async def test_a_student_of_a_long_ended_rotation_is_told_kindly_and_what_was_typed_stays(
    world: World, thumb: Thumb, clock: FakeClock
) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(NOTE)
    clock.forward(timedelta(days=4 * 7 + 15))
    await thumb.send("Save")
    assert str(QuestionClosed()) in await thumb.reads()
    assert (await thumb.typed())[reply_form.TEXT] == NOTE
    assert await reply_of(world) is None
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    await thumb.press("Answer")
    assert await thumb.sees_no_form()
    assert str(QuestionClosed()) in await thumb.reads()


# ── The database is away ──────────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_typed_outlives_an_outage_in_both_forms(
    world: World, thumb: Thumb, outage: Outage, pokes: Pokes
) -> None:
    await thumb.press("Answer")
    await thumb.type(NOTE)
    await thumb.pick("Share words too")
    outage.on = True
    await thumb.send("Save")
    assert str(BedsideError()) in await thumb.reads()
    assert (await thumb.typed())[reply_form.TEXT] == NOTE
    assert pokes.count == 0
    outage.on = False
    await thumb.send("Save")

    await thumb.type("I sat down first.")
    await thumb.pick("Keep no copy")
    outage.on = True
    await thumb.send("Share this")
    assert str(BedsideError()) in await thumb.reads()
    assert (await thumb.typed())[share_words_form.EXCERPT] == "I sat down first."
    outage.on = False
    assert ((await kept(world)).text, (await kept(world)).excerpt) == (NOTE, None)
    await thumb.send("Share this")
    assert await thumb.sees_no_form()
    assert ((await kept(world)).text, (await kept(world)).excerpt) == ("", "I sat down first.")


async def test_a_button_pressed_during_an_outage_leaves_the_form_below_as_it_was(
    world: World, thumb: Thumb, outage: Outage, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb)
    await send_all(world, messenger, clock)
    await thumb.press("Open")
    await thumb.type("Not yet saved.")
    outage.on = True
    await thumb.press("Withdraw")
    assert str(BedsideError()) in await thumb.reads()
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    assert (await thumb.typed())[reply_form.TEXT] == "Not yet saved."
    outage.on = False
    assert (await kept(world)).sharing is Sharing.THEMES


# ── Stop sharing ──────────────────────────────────────────────────────────────────────────────────────────────────


def home_with_the_button(workspace: Workspace, person: str) -> None:
    view = View(type="home", blocks=sharing_blocks(usually_shares=True))
    workspace.views.publish(person, view.to_dict())


async def test_stop_sharing_takes_everything_back_and_shows_home_anew(
    world: World, thumb: Thumb, workspace: Workspace, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await answered(thumb, words=True)
    home_with_the_button(workspace, ALICE)
    before = workspace.views.home(ALICE)
    assert before is not None
    drawn = before.hash
    for _ in ("once", "twice"):
        home_with_the_button(workspace, ALICE)
        assert (await thumb.hands.press_home(ALICE, STOP_ID)).ok
    after = workspace.views.home(ALICE)
    assert after is not None
    assert after.hash != drawn
    assert world.curriculum.lesson_on(MONDAY).reminder in "\n".join(texts(after.blocks))
    reply = await kept(world)
    assert (reply.sharing, reply.excerpt, reply.text) == (Sharing.JOURNAL, None, NOTE)


# ── Nobody else ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stranger", [MALLORY, DR_KIM])
@pytest.mark.parametrize(
    ("action_id", "sentence"),
    [
        (reply_form.WITHDRAW_ID, NotYourQuestion),
        (reply_form.DELETE_ID, NotYourQuestion),
        (STOP_ID, NotOnRoster),
    ],
)
async def test_nobody_else_takes_back_what_alice_wrote(
    world: World,
    thumb: Thumb,
    straight: Straight,
    workspace: Workspace,
    stranger: str,
    action_id: str,
    sentence: type[BedsideError],
) -> None:
    await answered(thumb, words=True)
    before = await kept(world)
    action = {"type": "button", "action_id": action_id, "block_id": "b", "value": MONDAY.isoformat()}
    forged = {
        "type": "block_actions",
        "team": {"id": "T0PRACTICE"},
        "user": {"id": stranger},
        "trigger_id": workspace.trigger(stranger),
        "actions": [action],
    }
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    (notice,) = await thumb.hands.open_views(stranger)
    assert texts(notice.blocks) == [str(sentence())]
    assert await kept(world) == before


@pytest.mark.parametrize("stranger", [MALLORY, DR_KIM])
async def test_nobody_else_sends_alices_forms(world: World, thumb: Thumb, straight: Straight, stranger: str) -> None:
    await answered(thumb, words=True)
    before = await kept(world)
    sent = [each for each in straight.delivered if each["type"] == "view_submission"]
    assert len(sent) == 2
    for payload in sent:
        answer = await straight.deliver(Carried.INTERACTION, {**payload, "user": {"id": stranger, "name": "m"}})
        assert answer.payload is not None
        assert list(answer.payload["errors"].values()) == [str(NotYourQuestion())]
    assert await kept(world) == before
