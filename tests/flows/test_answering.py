"""The form: opened by its own student, screened before anything is stored, kept once, changed until it is used."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import (
    NothingToSave,
    NotYourQuestion,
    QuestionClosed,
    ReplyAlreadyUsed,
    ReplyChanged,
    ReplyGone,
    ThemesNeedATick,
)
from bot.domain.reply import Draft, Reply, Sharing
from bot.domain.screening import Care, IdentifierKind, KnownNames
from bot.domain.screening.review import mark_of
from bot.flows.answer_prompt import open_form
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import StrangerHome, open_home
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.open_home.student import StudentHome
from bot.flows.ports import World
from bot.flows.share_words import Cleaned, Held, share_words
from bot.flows.skip_question import skip_question
from bot.flows.take_reply import Late, Outdated, Refused, Saved, Stopped, take_reply
from bot.flows.withdraw_reply import delete_reply, withdraw_reply
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    JO,
    MALLORY,
    MONDAY,
    answer,
    asked,
    at,
    everybody_starts,
    place,
)

EVENING = at(MONDAY, "18:00")
LATER = at(MONDAY, "18:05")
DISTRESS = Care(distress=True)
CALL_ME = "I want to kill myself. Call me at 857 555 0123."
TIME_PRESSURE = frozenset({ThemeSlug("time-pressure")})


@pytest.fixture(autouse=True)
async def asked_on_monday(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE, BOB])
    await asked(world, messenger)


async def kept(world: World, student: str = ALICE) -> Reply | None:
    async with world.open_work() as work:
        return await work.replies.get(ALICE if student == ALICE else BOB, MONDAY)


async def test_the_form_shows_the_days_question_and_suggests_sharing_themes(world: World) -> None:
    form = await open_form(world, ALICE, MONDAY, at=EVENING)
    assert form.lesson == world.curriculum.lesson_on(MONDAY)
    assert len(form.themes) == 10
    assert (form.ticked, form.text, form.sharing, form.used) == (frozenset(), "", Sharing.THEMES, False)


@pytest.mark.parametrize("stranger", [MALLORY, DR_KIM])
async def test_nobody_else_can_open_or_answer_it(world: World, stranger: str) -> None:
    with pytest.raises(NotYourQuestion):
        await open_form(world, type(ALICE)(stranger), MONDAY, at=EVENING)
    with pytest.raises(NotYourQuestion):
        await take_reply(
            world, Draft(TIME_PRESSURE, "", Sharing.THEMES), student=type(ALICE)(stranger), on=MONDAY, at=EVENING
        )
    with pytest.raises(NotYourQuestion):
        await skip_question(world, type(ALICE)(stranger), MONDAY, at=EVENING)
    with pytest.raises(NotYourQuestion):
        await share_words(world, "mine", student=type(ALICE)(stranger), on=MONDAY, version=EVENING, at=EVENING)
    for take_away in (withdraw_reply, delete_reply):
        with pytest.raises(NotYourQuestion):
            await take_away(world, type(ALICE)(stranger), MONDAY, at=EVENING)


async def test_bobs_form_never_shows_what_alice_wrote(world: World) -> None:
    await answer(world, ALICE, text="I sat down and it helped.")
    assert (await open_form(world, BOB, MONDAY, at=EVENING)).text == ""
    assert (await open_form(world, ALICE, MONDAY, at=EVENING)).text == "I sat down and it helped."


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter's number is 857 555 0123, please call.",
        "Write to pat@example.org about it.",
        "MRN 00482913 was on the door.",
        "It was on March 3rd that she fell.",
        "Ask <@U012ABCDEF> who was there.",
    ],
)
async def test_an_identifier_stops_the_reply_and_nothing_is_stored(world: World, text: str) -> None:
    stopped = await take_reply(world, Draft(TIME_PRESSURE, text, Sharing.THEMES), student=ALICE, on=MONDAY, at=EVENING)
    assert isinstance(stopped, Stopped)
    assert len(stopped.objections.definite) == 1
    assert stopped.typed.text == text
    assert await kept(world) is None


ASKED = "It was 3/14, and she slept."


async def test_what_is_only_possible_is_kept_once_the_student_says_so(world: World) -> None:
    draft = Draft(TIME_PRESSURE, ASKED, Sharing.WORDS)
    asked = await take_reply(world, draft, student=ALICE, on=MONDAY, version=EVENING, at=EVENING)
    assert isinstance(asked, Stopped)
    assert asked.objections.definite == ()
    (day,) = asked.objections.possible
    assert (day.kind, day.words, asked.typed.version, asked.typed.kept) == ("a date", "3/14", EVENING, ())

    marks = {day.mark, mark_of(IdentifierKind.NAME, "another one", key=world.mark_keys[0])}
    saved = await take_reply(world, draft, student=ALICE, on=MONDAY, kept=marks, at=EVENING)
    assert saved == Saved(ASKED, EVENING, Sharing.THEMES, kept=(day.mark,))
    assert isinstance(await share_words(world, ASKED, student=ALICE, on=MONDAY, version=EVENING, at=LATER), Held)
    shared = share_words(world, ASKED, student=ALICE, on=MONDAY, version=EVENING, kept=marks, at=LATER)
    assert await shared is None


async def test_what_is_kept_travels_with_a_form_that_was_outdated(world: World) -> None:
    await answer(world, ALICE, text="On the phone.")
    draft = Draft(TIME_PRESSURE, ASKED, Sharing.THEMES)
    marks = {mark_of(IdentifierKind.DATE, "3/14", key=world.mark_keys[0])}
    outdated = await take_reply(world, draft, student=ALICE, on=MONDAY, kept=marks, at=LATER)
    assert isinstance(outdated, Outdated)
    assert outdated.typed.kept == tuple(marks)


async def test_a_name_of_the_roster_has_to_go_whatever_is_ticked(world: World) -> None:
    known, text = KnownNames(classmates=("Zyx Quux",)), "i sat beside quux"
    draft = Draft(TIME_PRESSURE, text, Sharing.THEMES)
    marks = {mark_of(IdentifierKind.NAME, "quux", key=world.mark_keys[0])}
    stopped = await take_reply(world, draft, student=ALICE, on=MONDAY, known=known, kept=marks, at=EVENING)
    assert isinstance(stopped, Stopped)
    assert stopped.objections.neutral == "i sat beside a classmate"
    await answer(world, ALICE, text="I sat.")
    held = await share_words(world, text, student=ALICE, on=MONDAY, version=EVENING, known=known, kept=marks, at=LATER)
    assert isinstance(held, Held)
    assert held.objections is not None


async def test_distress_and_mistreatment_together_keep_all_in_the_journal(world: World) -> None:
    text = "My attending called me stupid in front of everyone. I want to die."
    saved = await take_reply(world, Draft(TIME_PRESSURE, text, Sharing.WORDS), student=ALICE, on=MONDAY, at=EVENING)
    assert saved == Saved(None, EVENING, care=Care(distress=True, mistreatment=True))


async def test_the_same_form_sent_twice_is_kept_once(world: World) -> None:
    await answer(world, ALICE)
    first = await kept(world)
    await answer(world, ALICE, when=LATER)
    assert await kept(world) == first


async def test_words_saved_twice_are_offered_alike(world: World) -> None:
    draft = Draft(TIME_PRESSURE, "I listened.", Sharing.WORDS)
    first, second = [await take_reply(world, draft, student=ALICE, on=MONDAY, at=when) for when in (EVENING, LATER)]
    assert first == second


@pytest.mark.parametrize("themes", [TIME_PRESSURE, frozenset()])
@pytest.mark.parametrize(
    ("text", "sharing"),
    [
        ("I listened.", Sharing.JOURNAL),
        ("I listened.", Sharing.THEMES),
        ("Other words.", Sharing.WORDS),
        ("I want to kill myself.", Sharing.WORDS),
    ],
)
async def test_a_preview_ends_when_the_reply_is_saved_anew(
    world: World, themes: frozenset[ThemeSlug], text: str, sharing: Sharing
) -> None:
    first = Draft(themes, "I listened.", Sharing.WORDS)
    saved = await take_reply(world, first, student=ALICE, on=MONDAY, at=EVENING)
    assert isinstance(saved, Saved)
    newer = Draft(TIME_PRESSURE if sharing is Sharing.THEMES else themes, text, sharing)
    await take_reply(world, newer, student=ALICE, on=MONDAY, version=saved.version, at=LATER)
    before = await kept(world)
    with pytest.raises(ReplyChanged):
        await share_words(world, "I listened.", student=ALICE, on=MONDAY, version=saved.version, at=LATER)
    assert await kept(world) == before


async def test_the_same_preview_sent_twice_is_shared_once(world: World) -> None:
    await answer(world, ALICE, text="I listened.", sharing=Sharing.WORDS, when=EVENING)
    again = await share_words(world, "I listened.", student=ALICE, on=MONDAY, version=EVENING, at=LATER)
    reply = await kept(world)
    assert again is None
    assert reply is not None
    assert (reply.excerpt, reply.changed_at) == ("I listened.", EVENING)


async def test_saving_shares_no_words_before_the_second_step(world: World) -> None:
    draft = Draft(TIME_PRESSURE, "I listened.", Sharing.WORDS)
    saved = await take_reply(world, draft, student=ALICE, on=MONDAY, at=EVENING)
    assert saved == Saved("I listened.", EVENING, Sharing.THEMES)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt) == (Sharing.THEMES, None)

    assert await share_words(world, "I only listened.", student=ALICE, on=MONDAY, version=EVENING, at=LATER) is None
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt, reply.text) == (Sharing.WORDS, "I only listened.", "I listened.")


async def test_an_identifier_in_the_excerpt_is_stopped_too(world: World) -> None:
    await answer(world, ALICE, text="I listened.")
    held = await share_words(world, "Call 857 555 0123.", student=ALICE, on=MONDAY, version=EVENING, at=LATER)
    assert isinstance(held, Held)
    assert held.objections is not None
    assert [(each.kind, each.words) for each in held.objections.definite] == [("a phone number", "857 555 0123")]
    assert held.objections.neutral == "Call a number."
    reply = await kept(world)
    assert reply is not None
    assert reply.excerpt is None


async def test_changed_words_have_to_be_previewed_again(world: World) -> None:
    await answer(world, ALICE, text="First words.", sharing=Sharing.WORDS)
    draft = Draft(TIME_PRESSURE, "Other words.", Sharing.WORDS)
    await take_reply(world, draft, student=ALICE, on=MONDAY, version=at(MONDAY, "18:00"), at=EVENING)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt) == (Sharing.THEMES, None)


async def test_choosing_the_journal_takes_shared_words_back(world: World) -> None:
    await answer(world, ALICE, text="My words.", sharing=Sharing.WORDS)
    await answer(world, ALICE, text="My words.", sharing=Sharing.JOURNAL)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt) == (Sharing.JOURNAL, None)


async def test_the_journal_is_remembered_and_words_are_not(world: World, messenger: FakeMessenger) -> None:
    tuesday = MONDAY.replace(day=24)
    await answer(world, ALICE, text="Mine.", sharing=Sharing.JOURNAL)
    await answer(world, BOB, text="For all.", sharing=Sharing.WORDS)
    await asked(world, messenger, on=tuesday)
    assert (await open_form(world, ALICE, tuesday, at=at(tuesday, "18:00"))).sharing is Sharing.JOURNAL
    assert (await open_form(world, BOB, tuesday, at=at(tuesday, "18:00"))).sharing is Sharing.THEMES


async def test_an_empty_form_is_refused(world: World) -> None:
    with pytest.raises(NothingToSave):
        await answer(world, ALICE, themes=(), text="  \n")
    with pytest.raises(ThemesNeedATick):
        await answer(world, ALICE, themes=(), text="Words, no tick.", sharing=Sharing.THEMES)


async def test_a_question_closes_after_seven_days_but_a_kept_reply_can_be_changed(world: World) -> None:
    next_week = EVENING + timedelta(days=7)
    with pytest.raises(QuestionClosed):
        await open_form(world, ALICE, MONDAY, at=next_week)
    with pytest.raises(QuestionClosed):
        await answer(world, ALICE, when=next_week)
    await answer(world, BOB, text="In time.")
    await answer(world, BOB, text="Better words.", when=next_week)


async def used(world: World) -> None:
    """A digest uses everything that waits."""
    async with world.open_work() as work:
        waiting = await work.replies.waiting(
            (await work.people.cohorts())[0].id,
            settled_before=LATER,
            since=EVENING - timedelta(days=1),
            asked_since=MONDAY,
        )
        await work.replies.spend([reply.id for reply in waiting])
        await work.commit()


async def test_a_used_reply_can_be_read_and_not_changed(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    await used(world)
    form = await open_form(world, ALICE, MONDAY, at=EVENING)
    assert (form.used, form.text, form.ticked, form.shared_words) == (True, "Mine.", frozenset(), None)
    with pytest.raises(ReplyAlreadyUsed):
        await withdraw_reply(world, ALICE, MONDAY, at=LATER)
    with pytest.raises(ReplyAlreadyUsed):
        await share_words(world, "Mine.", student=ALICE, on=MONDAY, version=EVENING, at=LATER)


async def test_a_form_opened_before_a_digest_and_sent_after_it_changes_the_journal_only(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    await used(world)
    late = Draft(TIME_PRESSURE, "Better words.", Sharing.WORDS)
    for _ in ("once", "twice"):
        taken = await take_reply(world, late, student=ALICE, on=MONDAY, version=EVENING, at=LATER)
        assert isinstance(taken, Late)
        assert (taken.form.used, taken.form.text) == (True, "Better words.")
    reply = await kept(world)
    assert reply is not None
    assert (reply.spent, reply.themes, reply.excerpt, reply.text) == (True, frozenset(), None, "Better words.")


async def test_distress_keeps_the_reply_in_the_journal_and_says_so(world: World) -> None:
    draft = Draft(TIME_PRESSURE, "Honestly, I want to kill myself.", Sharing.THEMES)
    saved = await take_reply(world, draft, student=ALICE, on=MONDAY, at=EVENING)
    assert saved == Saved(None, EVENING, care=DISTRESS)
    reply = await kept(world)
    assert reply is not None
    assert reply.sharing is Sharing.JOURNAL


@pytest.mark.parametrize("sharing", [Sharing.THEMES, Sharing.WORDS])
async def test_distress_does_not_change_what_a_student_usually_shares(
    world: World, messenger: FakeMessenger, sharing: Sharing
) -> None:
    tuesday = MONDAY.replace(day=24)
    draft = Draft(TIME_PRESSURE, "Honestly, I want to kill myself.", sharing)
    await take_reply(world, draft, student=ALICE, on=MONDAY, at=EVENING)
    await asked(world, messenger, on=tuesday)
    assert (await open_form(world, ALICE, tuesday, at=at(tuesday, "18:00"))).sharing is Sharing.THEMES


# Distress is never turned away: not even a form left open since is told to come again.
@pytest.mark.parametrize("version", [EVENING, EVENING - timedelta(minutes=1)])
async def test_distress_in_the_excerpt_takes_the_reply_back_into_the_journal(world: World, version: datetime) -> None:
    await answer(world, ALICE, text="A hard day.", sharing=Sharing.WORDS)
    held = await share_words(world, "I want to kill myself.", student=ALICE, on=MONDAY, version=version, at=LATER)
    assert held == Held(None, DISTRESS)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt, reply.text) == (Sharing.JOURNAL, None, "A hard day.")


async def test_distress_in_the_excerpt_of_a_used_or_deleted_reply_is_not_turned_away(world: World) -> None:
    async def hear() -> object:
        return await share_words(world, "I want to kill myself.", student=ALICE, on=MONDAY, version=EVENING, at=LATER)

    assert await hear() == Held(None, DISTRESS)
    await answer(world, ALICE, text="A hard day.")
    await used(world)
    assert await hear() == Held(None, DISTRESS)
    reply = await kept(world)
    assert reply is not None
    assert reply.text == "A hard day."


@pytest.mark.parametrize("text", [CALL_ME, "I want to kill myself."])
@pytest.mark.parametrize("version", [EVENING, None])
async def test_distress_takes_an_earlier_reply_back_even_where_the_form_is_not_kept(
    world: World, text: str, version: datetime | None
) -> None:
    await answer(world, ALICE, text="A hard day.", sharing=Sharing.WORDS)
    draft = Draft(TIME_PRESSURE, text, Sharing.THEMES)
    taken = await take_reply(world, draft, student=ALICE, on=MONDAY, version=version, at=LATER)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt) == (Sharing.JOURNAL, None)
    if isinstance(taken, Saved):
        return
    assert isinstance(taken, Stopped | Outdated)
    assert taken.taken_back
    # What was opened before the earlier reply was saved is still outdated when it is sent again.
    fits = isinstance(taken, Outdated) or version == EVENING
    again = replace(draft, text="I am better.")
    sent = await take_reply(world, again, student=ALICE, on=MONDAY, version=taken.typed.version, at=LATER)
    assert isinstance(sent, Saved if fits else Outdated)


@pytest.mark.parametrize("saved", [True, False])
async def test_distress_takes_nothing_back_where_a_digest_has_used_it_or_nothing_is_saved(
    world: World, saved: bool
) -> None:
    if saved:
        await answer(world, ALICE, text="A hard day.")
        await used(world)
    draft = Draft(TIME_PRESSURE, CALL_ME, Sharing.THEMES)
    stopped = await take_reply(world, draft, student=ALICE, on=MONDAY, version=EVENING, at=LATER)
    assert isinstance(stopped, Stopped)
    assert (stopped.taken_back, stopped.typed.version) == (False, EVENING)


async def test_distress_in_a_form_of_a_closed_question_is_not_turned_away(world: World) -> None:
    draft = Draft(TIME_PRESSURE, "I want to kill myself.", Sharing.THEMES)
    refused = await take_reply(world, draft, student=ALICE, on=MONDAY, at=EVENING + timedelta(days=7))
    assert isinstance(refused, Refused)
    assert (type(refused.why), refused.text, refused.care) == (QuestionClosed, draft.text, DISTRESS)
    assert await kept(world) is None


async def test_words_of_a_reply_about_mistreatment_need_the_yes_whatever_is_left_of_them(world: World) -> None:
    await answer(world, ALICE, text="My attending called me stupid in front of everyone.")

    async def share(*, agreed: bool) -> object:
        return await share_words(
            world, "A hard day.", student=ALICE, on=MONDAY, version=EVENING, agreed=agreed, at=LATER
        )

    assert await share(agreed=False) == Held(None, Care(mistreatment=True))
    assert await share(agreed=True) is None
    held = await share(agreed=False)
    assert isinstance(held, Held)
    assert held.shares


async def test_what_cannot_be_seen_is_taken_out_of_an_excerpt_and_shown_before_it_is_shared(world: World) -> None:
    await answer(world, ALICE, text="I listened.")
    hidden = "I \u202elistened\u202c.\r\nYes."
    again = await share_words(world, hidden, student=ALICE, on=MONDAY, version=EVENING, at=LATER)
    assert again == Cleaned("I listened.\nYes.")
    reply = await kept(world)
    assert reply is not None
    assert reply.excerpt is None
    for as_clients_send_it in ("I listened.\nYes.", "I listened.\r\nYes."):
        shared = share_words(world, as_clients_send_it, student=ALICE, on=MONDAY, version=EVENING, at=LATER)
        assert await shared is None


async def test_words_shared_without_a_copy_leave_the_journal_in_the_same_commit(world: World) -> None:
    await answer(world, ALICE, text="A long story, and my words.", sharing=Sharing.WORDS)
    for _ in ("once", "twice"):
        shared = share_words(world, "My words.", student=ALICE, on=MONDAY, version=EVENING, keep_copy=False, at=LATER)
        assert await shared is None
    reply = await kept(world)
    assert reply is not None
    assert (reply.text, reply.excerpt, reply.sharing) == ("", "My words.", Sharing.WORDS)
    form = await open_form(world, ALICE, MONDAY, at=LATER)
    assert (form.text, form.shared_words) == ("My words.", "My words.")


# ── Two forms ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def send(world: World, draft: Draft, *, version: datetime | None) -> object:
    return await take_reply(world, draft, student=ALICE, on=MONDAY, version=version, at=LATER)


async def test_a_form_opened_before_another_device_saved_comes_back_with_both_and_is_kept_when_sent_again(
    world: World,
) -> None:
    on_the_phone = Draft(TIME_PRESSURE, "On the phone.", Sharing.THEMES)
    on_the_laptop = Draft(frozenset(), "On the laptop.", Sharing.JOURNAL)
    await take_reply(world, on_the_phone, student=ALICE, on=MONDAY, at=EVENING)
    outdated = await send(world, on_the_laptop, version=None)
    assert isinstance(outdated, Outdated)
    assert outdated.saved is not None
    assert (outdated.saved.text, outdated.typed.text) == ("On the phone.", "On the laptop.")
    assert (outdated.typed.ticked, outdated.typed.sharing) == (frozenset(), Sharing.JOURNAL)
    before = await kept(world)
    assert before is not None
    assert before.text == "On the phone."

    assert isinstance(await send(world, on_the_laptop, version=outdated.typed.version), Saved)
    after = await kept(world)
    assert after is not None
    assert (after.text, after.sharing) == ("On the laptop.", Sharing.JOURNAL)


@pytest.mark.parametrize("same", [True, False])
async def test_of_two_forms_sent_at_the_same_moment_one_is_kept_and_no_word_is_lost(world: World, same: bool) -> None:
    texts = ["On the phone.", "On the phone." if same else "On the laptop."]
    drafts = [Draft(TIME_PRESSURE, text, Sharing.THEMES) for text in texts]
    taken = await asyncio.gather(*(send(world, draft, version=None) for draft in drafts))
    assert sorted(type(each).__name__ for each in taken) == (["Saved", "Saved"] if same else ["Outdated", "Saved"])
    reply = await kept(world)
    assert reply is not None
    lost = set(texts) - {reply.text}
    assert lost == {each.typed.text for each in taken if isinstance(each, Outdated)}


async def test_what_was_withdrawn_on_the_phone_is_not_shared_again_by_a_form_on_the_laptop(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    await withdraw_reply(world, ALICE, MONDAY, at=LATER)
    assert isinstance(await send(world, Draft(TIME_PRESSURE, "Mine.", Sharing.THEMES), version=EVENING), Outdated)
    reply = await kept(world)
    assert reply is not None
    assert reply.sharing is Sharing.JOURNAL


async def test_a_form_of_a_reply_that_was_deleted_meanwhile_comes_back_and_can_be_kept(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    await delete_reply(world, ALICE, MONDAY, at=LATER)
    draft = Draft(TIME_PRESSURE, "Mine.", Sharing.THEMES)
    outdated = await send(world, draft, version=EVENING)
    assert isinstance(outdated, Outdated)
    assert (outdated.saved, outdated.typed.version, outdated.typed.text) == (None, None, "Mine.")
    assert await kept(world) is None
    assert isinstance(await send(world, draft, version=None), Saved)


async def test_distress_in_a_form_that_comes_back_asks_for_the_support_lines_at_once(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    outdated = await send(world, Draft(TIME_PRESSURE, "I want to kill myself.", Sharing.WORDS), version=None)
    assert isinstance(outdated, Outdated)
    assert outdated.care == DISTRESS


# ── Withdraw and delete ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sharing", [Sharing.THEMES, Sharing.WORDS])
async def test_withdrawing_moves_all_of_a_reply_into_the_journal(world: World, sharing: Sharing) -> None:
    await answer(world, ALICE, text="My words.", sharing=sharing)
    for _ in ("once", "twice"):
        await withdraw_reply(world, ALICE, MONDAY, at=LATER)
    reply = await kept(world)
    assert reply is not None
    assert (reply.sharing, reply.excerpt, reply.changed_at) == (Sharing.JOURNAL, None, LATER)
    assert (reply.themes, reply.text) == (TIME_PRESSURE, "My words.")


async def test_a_deleted_reply_is_gone_and_its_question_stays_closed_until_somebody_opens_it(world: World) -> None:
    await answer(world, ALICE, text="My words.", sharing=Sharing.WORDS)
    for _ in ("once", "twice"):
        assert not await delete_reply(world, ALICE, MONDAY, at=LATER)
    assert await kept(world) is None
    home = await open_home(world, ALICE, at=LATER)
    assert isinstance(home, StudentHome)
    assert home.open_questions == ()
    assert (await open_form(world, ALICE, MONDAY, at=LATER)).is_fresh
    with pytest.raises(ReplyGone):
        await withdraw_reply(world, ALICE, MONDAY, at=LATER)
    with pytest.raises(ReplyGone):
        await share_words(world, "My words.", student=ALICE, on=MONDAY, version=EVENING, at=LATER)


async def test_deleting_a_used_reply_leaves_the_mark_that_it_was_used(world: World) -> None:
    await answer(world, ALICE, text="My words.")
    await used(world)
    for _ in ("once", "twice"):
        assert await delete_reply(world, ALICE, MONDAY, at=LATER)
    reply = await kept(world)
    assert reply is not None
    assert (reply.spent, reply.text) == (True, "")


async def test_a_skipped_question_can_still_be_answered_while_it_is_open(world: World) -> None:
    await skip_question(world, ALICE, MONDAY, at=EVENING)
    assert (await open_form(world, ALICE, MONDAY, at=LATER)).is_fresh
    await answer(world, ALICE, when=LATER)
    assert await kept(world) is not None


async def test_a_skip_pressed_on_another_device_after_the_answer_loses_nothing(world: World) -> None:
    await answer(world, ALICE, text="Mine.")
    before = await kept(world)
    await skip_question(world, ALICE, MONDAY, at=LATER)
    assert await kept(world) == before


async def test_a_form_asks_for_no_more_once_the_last_rotation_is_over(world: World) -> None:
    """Fourteen days after it a cohort digests no more, and no question stays open as long."""
    long_after = at(MONDAY, "18:00") + timedelta(days=4 * 7 + 14)
    with pytest.raises(QuestionClosed):
        await open_form(world, ALICE, MONDAY, at=long_after)
    with pytest.raises(QuestionClosed):
        await take_reply(world, Draft(TIME_PRESSURE, "", Sharing.THEMES), student=ALICE, on=MONDAY, at=long_after)


async def test_a_theme_that_the_form_does_not_offer_is_left_out(world: World) -> None:
    await answer(world, ALICE, themes=("time-pressure", "made-up"))
    reply = await kept(world)
    assert reply is not None
    assert reply.themes == TIME_PRESSURE


async def test_skipping_closes_the_question_without_a_word(world: World) -> None:
    before = await open_home(world, ALICE, at=EVENING)
    await skip_question(world, ALICE, MONDAY, at=EVENING)
    await skip_question(world, ALICE, MONDAY, at=EVENING)
    after = await open_home(world, ALICE, at=EVENING)
    assert isinstance(before, StudentHome)
    assert isinstance(after, StudentHome)
    assert [question.on for question in before.open_questions] == [MONDAY]
    assert after.open_questions == ()
    assert await kept(world) is None


async def test_everybody_has_a_home_of_their_own(world: World) -> None:
    assert isinstance(await open_home(world, DR_KIM, at=EVENING), PreceptorHome)
    coordinated = replace(world, coordinators=frozenset({JO}))
    desk = await open_home(coordinated, JO, at=EVENING)
    assert isinstance(desk, CoordinatorHome)
    assert [(each.cohort.name, each.students, len(each.rotations)) for each in desk.cohorts] == [("Medicine", 2, 1)]
    assert desk.students_needed == 7
    assert await open_home(world, JO, at=EVENING) == StrangerHome()
    assert await open_home(world, MALLORY, at=EVENING) == StrangerHome()
