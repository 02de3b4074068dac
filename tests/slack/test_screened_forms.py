"""Alice writes fast and carelessly: her form comes back with all she typed, neutral words are two taps away, and
nothing that points at somebody is ever in the database or a log."""

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import PressAgain, QuestionClosed
from bot.domain.program import SupportLine
from bot.domain.reply import LONGEST_TEXT, Reply, Sharing
from bot.domain.screening import IdentifierKind
from bot.domain.screening.review import mark_of
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views import reply_form, saved_notice, share_words_form, stopped_form
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from tests.attacks.theft import Copy
from tests.fakes import FakeClock
from tests.slack.conftest import Straight
from tests.slack.thumb import Thumb
from tests.stories import ALICE, EIGHT, MONDAY, at, deliver, everybody_starts, place

CARELESS = (
    "saw keisha in rm 412 on 3/14/26, her wife drove in from natick. mrn 00482913, i called 857 555 0123 for her, "
    "she was so scared"
)
POINTING = ("keisha", "412", "3/14/26", "natick", "00482913", "857 555 0123")
NEUTRAL = (
    "saw the patient in a room that week, her wife drove in from a town. mrn, i called a number for her, she was so "
    "scared"
)
GRACE = "I think she had Grace with her."
HOPELESS = "I want to kill myself."
MISTREATED = "My attending called me stupid in front of everyone."
GERMAN = "Ich habe mich heute zu ihr gesetzt und einfach nur zugehört."
ROUTE = SupportLine("Learning environment office", "Report online.", school=True)


@pytest.fixture
def world(world: World) -> World:
    return replace(world, program=replace(world.program, reporting_routes=(ROUTE,)))


@pytest.fixture
async def thumb(world: World, hands: Hands, straight: Straight, client: AsyncWebClient, clock: FakeClock) -> Thumb:
    """Alice's, before the form of Monday's question."""
    await place(world, EIGHT)
    await everybody_starts(world, [ALICE])
    clock.at = at(MONDAY, "17:45")
    await plan_prompts(world, at=clock.now())
    await deliver(world, SlackMessenger(client), when=clock.now())
    thumb = Thumb(hands)
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    return thumb


async def reply_of(world: World) -> Reply | None:
    async with world.open_work() as work:
        return await work.replies.get(ALICE, MONDAY)


async def kept(world: World) -> Reply:
    reply = await reply_of(world)
    assert reply is not None
    return reply


async def tried(thumb: Thumb, text: str, *, words: bool = False) -> str:
    """Alice writes this and presses Save. What she reads then."""
    await thumb.type(text)
    if words:
        await thumb.pick("Share words too")
    await thumb.send("Save")
    return await thumb.reads()


async def stored(database: Database, cipher: Cipher) -> str:
    """Everything that lies in the database, decrypted."""
    copy = await Copy.of(database)
    return "\n".join(str(cipher.decrypt(each) if isinstance(each, bytes) else each) for _, each in copy.values())


async def opened(world: World, thumb: Thumb, client: AsyncWebClient, clock: FakeClock) -> None:
    """Alice opens, a few minutes later, what she has saved."""
    clock.forward(timedelta(minutes=5))
    await deliver(world, SlackMessenger(client), when=clock.now())
    await thumb.press("Open")


def in_order(read: str, places: Iterable[str]) -> bool:
    found = [read.index(each) for each in places]
    return found == sorted(found)


async def test_careless_alice_takes_neutral_words_with_two_taps_and_nothing_pointing_is_kept_or_logged(
    world: World, thumb: Thumb, database: Database, cipher: Cipher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    read = await tried(thumb, CARELESS, words=True)
    assert in_order(read, (stopped_form.NOTHING_YET, *POINTING, NEUTRAL, "Use this version"))
    assert "keep it as it is" not in read
    typed = await thumb.typed()
    assert (typed[reply_form.TEXT], typed[reply_form.SHARING]) == (CARELESS, "words")
    assert await reply_of(world) is None

    taps = thumb.taps
    await thumb.press("Use this version")
    assert stopped_form.IN_PLACE in await thumb.reads()
    assert NEUTRAL in (await thumb.typed()).values()
    assert await reply_of(world) is None
    await thumb.send("Save")
    assert thumb.taps == taps + 2

    assert NEUTRAL in (await thumb.typed()).values()
    await thumb.send("Share this")
    assert await thumb.sees_no_form()
    reply = await kept(world)
    assert (reply.text, reply.excerpt, set(reply.themes)) == (NEUTRAL, NEUTRAL, {"time-pressure"})
    everything = await stored(database, cipher)
    assert NEUTRAL in everything
    for pointing in POINTING:
        # As a word of its own: three digits may stand inside a random id by chance.
        assert not re.search(rf"\b{pointing}\b", f"{everything}\n{caplog.text}")


async def test_grace_is_asked_about_kept_with_a_tick_and_not_asked_about_again(world: World, thumb: Thumb) -> None:
    read = await tried(thumb, GRACE, words=True)
    assert in_order(read, (stopped_form.NOTHING_YET, "No, keep it as it is: Grace", "Is this a name?"))
    await thumb.pick("No, keep it as it is: Grace")
    await thumb.send("Save")
    assert share_words_form.EXACTLY in await thumb.reads()
    await thumb.send("Share this")
    assert await thumb.sees_no_form()
    assert ((await kept(world)).text, (await kept(world)).excerpt) == (GRACE, GRACE)


async def test_what_is_not_ticked_is_not_kept(world: World, thumb: Thumb) -> None:
    await tried(thumb, GRACE)
    await thumb.send("Save")
    assert "No, keep it as it is: Grace" in await thumb.reads()
    assert await reply_of(world) is None


async def test_a_tick_holds_for_its_own_words_only_and_only_where_nothing_is_sure(world: World, thumb: Thumb) -> None:
    await tried(thumb, f"{GRACE} Call 857 555 0123. It was 3/14.")
    await thumb.pick("No, keep it as it is: Grace")
    await thumb.send("Save")
    read = await thumb.reads()
    assert "No, keep it as it is: 3/14" in read
    assert "857 555 0123" in read
    await thumb.type(f"{GRACE} It was 4/15.")
    await thumb.send("Save")
    assert "No, keep it as it is: 4/15" in await thumb.reads()
    assert await reply_of(world) is None
    await thumb.type(GRACE)
    await thumb.send("Save")
    assert await thumb.sees_no_form()
    assert (await kept(world)).text == GRACE


async def test_a_tick_is_still_there_in_a_form_that_comes_back_and_can_be_taken_back(
    world: World, thumb: Thumb
) -> None:
    await tried(thumb, f"{GRACE} Call 857 555 0123.")
    await thumb.pick("No, keep it as it is: Grace")
    await thumb.send("Save")
    await thumb.untick("No, keep it as it is: Grace")
    await thumb.type(GRACE)
    await thumb.send("Save")
    assert "No, keep it as it is: Grace" in await thumb.reads()
    assert await reply_of(world) is None


async def test_the_second_form_holds_no_mark_of_what_it_does_not_show(world: World, thumb: Thumb) -> None:
    long = f"{GRACE} {'She sat with me. ' * 60}It was 3/14."
    await tried(thumb, long, words=True)
    await thumb.pick("No, keep it as it is: Grace")
    await thumb.pick("No, keep it as it is: 3/14")
    await thumb.send("Save")
    excerpt = next(iter((await thumb.typed()).values()))
    assert "3/14" not in excerpt
    marks = (await thumb.form()).view["private_metadata"].split()[2].split(",")
    assert marks == [mark_of(IdentifierKind.NAME, "Grace", key=world.mark_keys[0])]


async def test_neutral_words_come_from_what_stands_in_the_field_now_and_leave_what_is_ticked(
    world: World, thumb: Thumb
) -> None:
    await tried(thumb, f"{GRACE} Call 857 555 0123.")
    await thumb.pick("No, keep it as it is: Grace")
    await thumb.type(f"{GRACE} Write to pat@example.org.")
    await thumb.press("Use this version")
    assert f"{GRACE} Write to an e-mail address." in (await thumb.typed()).values()
    await thumb.send("Save")
    assert await thumb.sees_no_form()
    assert (await kept(world)).text == f"{GRACE} Write to an e-mail address."


async def test_neutral_words_can_be_taken_again_and_again(world: World, thumb: Thumb) -> None:
    for number in ("857 555 0123", "857 555 0124", "857 555 0125"):
        await tried(thumb, f"Call {number}.")
        await thumb.press("Use this version")
        assert "Call a number." in (await thumb.typed()).values()
    await thumb.send("Save")
    assert (await kept(world)).text == "Call a number."


async def test_a_second_click_on_the_same_button_changes_nothing(
    thumb: Thumb, straight: Straight, caplog: pytest.LogCaptureFixture
) -> None:
    await tried(thumb, CARELESS)
    await thumb.press("Use this version")
    pressed = straight.delivered[-1]
    await thumb.type("What I wrote since.")
    assert (await straight.deliver(Carried.INTERACTION, pressed)).ok
    assert "What I wrote since." in (await thumb.typed()).values()
    assert "press_not_shown" in caplog.text
    assert "keisha" not in caplog.text


async def test_three_thousand_characters_with_fifty_findings_come_back_and_are_cleared(
    world: World, thumb: Thumb
) -> None:
    calls = "".join(f"call 857 555 {number:04}, " for number in range(1000, 1050))
    await tried(thumb, calls + "x" * (LONGEST_TEXT - len(calls)))
    read = await thumb.reads()
    assert "857 555 1049" in read
    await thumb.press("Use this version")
    await thumb.send("Save")
    assert await thumb.sees_no_form()
    assert (await kept(world)).text.startswith("call a number, call a number")


async def test_a_hundred_questions_are_asked_a_few_at_a_time(world: World, thumb: Thumb) -> None:
    days = " ".join(f"{month}/{day}" for month in range(1, 10) for day in range(13, 24))
    read = await tried(thumb, days)
    assert read.count("keep it as it is") == 30
    assert "And 69 more." in read
    assert await reply_of(world) is None


async def test_a_press_that_slack_does_not_show_is_not_lost_without_a_word(thumb: Thumb, workspace: Workspace) -> None:
    await tried(thumb, CARELESS)
    for _ in range(3):
        workspace.faults.add("views.update", "status")
    await thumb.press("Use this version")
    assert str(PressAgain()) in await thumb.reads()
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    assert (await thumb.typed())[reply_form.TEXT] == CARELESS


async def test_where_nothing_needs_other_words_any_more_the_form_says_so(thumb: Thumb) -> None:
    await tried(thumb, CARELESS)
    await thumb.type("I sat down.")
    await thumb.press("Use this version")
    read = await thumb.reads()
    assert stopped_form.NONE_NEEDED in read
    assert stopped_form.IN_PLACE not in read
    assert "I sat down." in (await thumb.typed()).values()


@pytest.mark.parametrize("words", [False, True])
async def test_where_no_neutral_words_fit_the_form_is_stopped_once_more(
    thumb: Thumb, monkeypatch: pytest.MonkeyPatch, words: bool
) -> None:
    if words:
        await tried(thumb, "I sat down.", words=True)
        await thumb.type(CARELESS)
        await thumb.send("Share this")
    else:
        await tried(thumb, CARELESS)
    monkeypatch.setattr("bot.domain.screening.review.neutral_version", lambda *_, **__: None)
    await thumb.press("Use this version")
    read = await thumb.reads()
    assert in_order(read, (share_words_form.NOT_SHARED_YET if words else stopped_form.NOTHING_YET, "keisha"))
    assert "Use this version" not in read
    assert CARELESS in (await thumb.typed()).values()


async def test_a_reply_that_comes_back_says_that_what_was_saved_before_stands(
    world: World, thumb: Thumb, client: AsyncWebClient, clock: FakeClock
) -> None:
    await tried(thumb, "I sat down.")
    await opened(world, thumb, client, clock)
    await thumb.type(CARELESS)
    await thumb.send("Save changes")
    assert in_order(await thumb.reads(), (stopped_form.NOTHING_YET, stopped_form.EARLIER_STANDS))
    await thumb.press("Use this version")
    assert in_order(await thumb.reads(), (stopped_form.IN_PLACE, stopped_form.EARLIER_STANDS))
    assert (await kept(world)).text == "I sat down."


async def test_words_to_share_are_screened_like_the_reply(world: World, thumb: Thumb) -> None:
    await tried(thumb, "I sat down.", words=True)
    await thumb.type("Call 857 555 0123, she said. It was 3/14.")
    await thumb.pick("Keep no copy")
    await thumb.send("Share this")
    read = await thumb.reads()
    assert in_order(
        read, (share_words_form.NOT_SHARED_YET, "857 555 0123", "Use this version", "No, keep it as it is: 3/14")
    )
    assert (await kept(world)).excerpt is None
    await thumb.pick("No, keep it as it is: 3/14")
    await thumb.press("Use this version")
    await thumb.send("Share this")
    assert await thumb.sees_no_form()
    assert ((await kept(world)).excerpt, (await kept(world)).text) == ("Call a number, she said. It was 3/14.", "")


# ── Names of the roster ───────────────────────────────────────────────────────────────────────────────────────────


async def test_a_classmate_is_called_a_classmate(thumb: Thumb, tasks: Tasks) -> None:
    await tasks.close()
    assert "thanked a classmate and a colleague" in await tried(thumb, "i thanked esi and Dr. Kim")


async def test_a_form_never_waits_for_names(
    world: World, thumb: Thumb, workspace: Workspace, tasks: Tasks, clock: FakeClock
) -> None:
    await tasks.close()
    await thumb.hands.close(ALICE, (await thumb.form()).id)
    for _ in range(20):
        workspace.faults.add("users.info", "status")
    clock.at = at(MONDAY, "20:00")
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type("I sat down.")
    await thumb.send("Save")
    assert (await kept(world)).text == "I sat down."


# ── Mistreatment ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_words_about_mistreatment_are_shared_only_after_a_yes(world: World, thumb: Thumb) -> None:
    read = await tried(thumb, MISTREATED, words=True)
    assert in_order(read, (saved_notice.MISTREATED, ROUTE.name, share_words_form.STAYS, share_words_form.EXACTLY))
    assert ((await kept(world)).sharing, (await kept(world)).excerpt) == (Sharing.THEMES, None)
    form = await thumb.form()
    assert not (await thumb.hands.submit(ALICE, form.id)).ok
    await thumb.pick(share_words_form.YES_SHARE)
    await thumb.send("Share this")
    assert await thumb.sees_no_form()
    assert (await kept(world)).excerpt == MISTREATED


@pytest.mark.parametrize("copy", [True, False])
async def test_words_that_are_shared_already_are_called_shared_and_can_be_taken_back_there(
    world: World, thumb: Thumb, client: AsyncWebClient, clock: FakeClock, copy: bool
) -> None:
    await tried(thumb, MISTREATED, words=True)
    await thumb.pick(share_words_form.YES_SHARE)
    if not copy:
        await thumb.pick(share_words_form.KEEP_NO_COPY)
    await thumb.send("Share this")
    await opened(world, thumb, client, clock)
    await thumb.pick("Share words too")
    await thumb.send("Save changes")
    read = await thumb.reads()
    assert in_order(read, (ROUTE.name, share_words_form.SHARED_NOW, share_words_form.WHO_READS))
    assert share_words_form.STAYS not in read
    assert (await thumb.form()).view["close"]["text"] == "Close"
    assert (await kept(world)).sharing is Sharing.WORDS

    await thumb.type("Call 857 555 0123.")
    await thumb.pick(share_words_form.YES_SHARE)
    await thumb.send("Share this")
    assert in_order(await thumb.reads(), (share_words_form.NOT_SHARED_YET, share_words_form.OTHERS_ARE))
    await thumb.press("Withdraw")
    assert reply_form.WITHDRAWN in await thumb.reads()
    assert ((await kept(world)).text, (await kept(world)).sharing) == (MISTREATED, Sharing.JOURNAL)


async def test_mistreatment_that_comes_up_in_the_words_to_share_is_asked_about_there(
    world: World, thumb: Thumb
) -> None:
    await tried(thumb, "A hard day.", words=True)
    await thumb.type(MISTREATED)
    await thumb.send("Share this")
    read = await thumb.reads()
    assert in_order(read, (saved_notice.MISTREATED, ROUTE.name, share_words_form.NOT_SHARED_YET))
    assert (await kept(world)).excerpt is None
    await thumb.pick(share_words_form.YES_SHARE)
    await thumb.send("Share this")
    assert (await kept(world)).excerpt == MISTREATED


@pytest.mark.parametrize(
    ("choice", "says"),
    [("Share themes only", saved_notice.KEPT_BUT_THEMES), ("Keep in my journal", saved_notice.KEPT_PRIVATE)],
)
async def test_after_mistreatment_the_form_says_where_to_report_and_what_is_shared(
    world: World, thumb: Thumb, choice: str, says: str
) -> None:
    await thumb.pick(choice)
    read = await tried(thumb, MISTREATED)
    assert in_order(read, (saved_notice.MISTREATED, ROUTE.name, says))
    assert (await kept(world)).text == MISTREATED


# ── Distress ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_distress_in_a_form_sent_too_late_gets_the_support_lines_and_the_text_to_copy(
    world: World, thumb: Thumb, clock: FakeClock
) -> None:
    clock.forward(timedelta(days=8))
    read = await tried(thumb, HOPELESS)
    says = (saved_notice.HEADING, "988", saved_notice.NOT_ALERTED, str(QuestionClosed()), saved_notice.COPY, HOPELESS)
    assert in_order(read, says)
    assert "submit" not in (await thumb.form()).view
    assert await reply_of(world) is None


async def test_distress_beside_an_identifier_takes_earlier_words_back_and_says_so(
    world: World, thumb: Thumb, client: AsyncWebClient, clock: FakeClock
) -> None:
    await tried(thumb, "I sat down.", words=True)
    await thumb.send("Share this")
    await opened(world, thumb, client, clock)
    await thumb.pick("Keep in my journal")
    await thumb.type(f"{HOPELESS} Call 857 555 0123.")
    await thumb.send("Save changes")
    read = await thumb.reads()
    assert in_order(read, ("988", saved_notice.NOT_ALERTED, stopped_form.NOTHING_YET, saved_notice.TAKEN_BACK))
    assert ((await kept(world)).text, (await kept(world)).sharing) == ("I sat down.", Sharing.JOURNAL)
    await thumb.press("Use this version")
    assert in_order(await thumb.reads(), ("988", saved_notice.NOT_ALERTED, stopped_form.IN_PLACE))
    await thumb.send("Save changes")
    assert saved_notice.KEPT in await thumb.reads()
    assert (await kept(world)).text == f"{HOPELESS} Call a number."


# ── Another language ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("themes", "says"), [(True, saved_notice.THEMES_OF_THIS), (False, saved_notice.NO_WORDS_OF_THIS)]
)
async def test_of_another_language_themes_are_shared_and_no_words(
    world: World, thumb: Thumb, themes: bool, says: str
) -> None:
    if not themes:
        await thumb.hands.fill(ALICE, (await thumb.form()).id, reply_form.THEMES, [])
    read = await tried(thumb, GERMAN, words=True)
    assert in_order(read, (saved_notice.WEAKER, says))
    assert "submit" not in (await thumb.form()).view
    assert (await kept(world)).sharing is (Sharing.THEMES if themes else Sharing.JOURNAL)


async def test_words_to_share_that_become_another_language_are_not_shared(world: World, thumb: Thumb) -> None:
    await tried(thumb, "I sat down.", words=True)
    await thumb.type(GERMAN)
    await thumb.send("Share this")
    assert share_words_form.NOT_IN_THIS_LANGUAGE in await thumb.reads()
    assert (await kept(world)).excerpt is None
