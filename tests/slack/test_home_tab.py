"""A Home tab is published where it changed and nowhere else, and never stays behind for good."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import NotOnRoster
from bot.domain.people import PersonId, Standing
from bot.domain.program import SupportLine
from bot.domain.progress import steps
from bot.domain.reply import LONGEST_TEXT, Reply, Sharing
from bot.flows.forget_replies import forget_replies
from bot.flows.open_home.opening import DoubleHome, Home, last_shown
from bot.flows.open_home.student import MOST_ANSWERS, MOST_POOLS, NAMED, PAGE, Journal, Mates, OpenQuestion
from bot.flows.ports import World
from bot.flows.records.workspace import Shown
from bot.flows.set_pace import leave
from bot.practice.block_kit import is_too_large, view_problems
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Workspace
from bot.slack.home_tab import refresh_home, renew_outdated
from bot.slack.requests import House
from bot.slack.tasks import Tasks
from bot.slack.views.home import journal
from bot.slack.views.home.journal import LONGEST_GLANCE, shortened
from bot.slack.views.home.student import MOST_QUESTIONS
from bot.slack.views.home.tab import home
from tests.examples import examples
from tests.fakes import FakeClock, FakeMessenger
from tests.slack.conftest import Straight
from tests.slack.drawings import (
    ENTRIES,
    GROUP_ANSWERS,
    HOSTILE,
    LESSON,
    MONDAY,
    MOST_TEACHING,
    PACK,
    SUPPORT,
    entry,
    parts,
    student_home,
    texts,
)
from tests.stories import ALICE, BOB, DR_KIM, MALLORY, asked, at, everybody_starts, place

DAY = timedelta(days=1)
TWO = (ALICE, BOB)
NOTE = "I sat down *first* & she talked. <b>"
ROOM_FOR_SETTINGS = 24
"""Blocks that the settings and what a student may do with what they wrote can take."""


@pytest.fixture
async def opened(world: World, hands: Hands, straight: Straight, workspace: Workspace, clock: FakeClock) -> None:
    """Alice has started, has Monday's question in front of her, and has opened Home."""
    await place(world, TWO)
    await everybody_starts(world, TWO)
    await asked(world, FakeMessenger())
    assert (await hands.open_home(ALICE)).ok


def published(workspace: Workspace) -> list[dict[str, Any]]:
    return [each.arguments for each in workspace.accepted if each.method == "views.publish"]


async def home_of(hands: Hands, person: str = ALICE) -> OpenView:
    found = await hands.home(person)
    assert found is not None
    return found


async def shown(hands: Hands, person: str = ALICE) -> str:
    return "\n".join(texts((await home_of(hands, person)).blocks))


async def given_replies(world: World, number: int, *, of: PersonId = ALICE) -> None:
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        for past in range(1, number + 1):
            on = MONDAY - past * DAY
            reply = Reply(of, cohort.id, on, frozenset(), f"Words of {of}, {past}.", Sharing.JOURNAL, at(on, "18:00"))
            await work.replies.save(reply)
        await work.commit()


# ── Only where it changed ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("opened")
async def test_a_home_that_says_the_same_is_not_published_again(
    hands: Hands, workspace: Workspace, clock: FakeClock
) -> None:
    for _ in range(3):
        assert (await hands.open_home(ALICE)).ok
    assert len(published(workspace)) == 1
    clock.forward(DAY)
    assert (await hands.open_home(ALICE)).ok
    assert len(published(workspace)) == 2


@pytest.mark.usefixtures("opened")
async def test_what_replaces_a_home_carries_the_hash_of_what_it_replaces(
    hands: Hands, workspace: Workspace, clock: FakeClock
) -> None:
    first = (await home_of(hands)).hash
    clock.forward(DAY)
    await hands.open_home(ALICE)
    assert [arguments.get("hash") for arguments in published(workspace)] == [None, first]


@pytest.mark.usefixtures("opened")
async def test_what_is_written_down_of_a_home_depends_on_the_key(
    world: World, client: AsyncWebClient, clock: FakeClock
) -> None:
    found = set()
    for key in (b"one", b"another", b"one"):
        await refresh_home(client, House(replace(world, home_key=key), clock, lambda: None), ALICE)
        last = await last_shown(world, ALICE)
        assert last is not None
        found.add(last.content)
    assert len(found) == 2


# ── Never behind for good ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("opened")
async def test_a_home_that_slack_has_lost_is_published_again(hands: Hands, workspace: Workspace) -> None:
    workspace.views._homes.clear()
    assert (await hands.open_home(ALICE)).ok
    assert "hash" not in published(workspace)[-1]
    assert LESSON.reminder in await shown(hands)


@pytest.mark.usefixtures("opened")
async def test_what_a_process_published_before_it_ended_without_a_word_is_found_out(
    world: World, hands: Hands, workspace: Workspace
) -> None:
    """The record says what Home should show, and Slack shows something else."""
    before = await shown(hands)
    other = home(student_home(Standing.LEFT), support=()).to_dict()
    workspace.views.publish(ALICE, other)
    assert await shown(hands) != before
    assert (await hands.open_home(ALICE)).ok
    assert await shown(hands) == before
    last = await last_shown(world, ALICE)
    assert last is not None
    assert last.hash == (await home_of(hands)).hash
    assert (await hands.open_home(ALICE)).ok
    assert len(published(workspace)) == 2


@pytest.mark.usefixtures("opened")
async def test_a_home_that_another_process_has_shown_meanwhile_is_drawn_anew(
    world: World, hands: Hands, workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While this process draws a started student, the other one lets her leave and shows that."""
    clock.forward(DAY)
    drawn = 0

    def drawing(
        found: Home, *, support: Sequence[SupportLine], routes: Sequence[SupportLine], workspace_url: str
    ) -> View:
        nonlocal drawn
        drawn += 1
        if drawn == 1:
            workspace.views.publish(ALICE, home(student_home(Standing.LEFT), support=()).to_dict())
        return home(found, support=support, routes=routes, workspace_url=workspace_url)

    monkeypatch.setattr("bot.slack.home_tab.home", drawing)
    assert (await hands.open_home(ALICE)).ok
    assert drawn == 2
    assert "You get questions every working day" in await shown(hands)


@pytest.mark.usefixtures("opened")
async def test_a_home_that_could_not_be_published_is_at_the_next_opening(
    world: World, hands: Hands, workspace: Workspace, clock: FakeClock
) -> None:
    await leave(world, ALICE, at=clock.now())
    workspace.faults.add("views.publish", "error", code="fatal_error")
    assert not (await hands.open_home(ALICE)).ok
    assert (await hands.open_home(ALICE)).ok
    assert "Nothing is sent to you" in await shown(hands)


# ── Afterwards ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("opened")
async def test_a_reply_saved_above_home_stands_in_the_journal_when_the_form_closes(
    hands: Hands, tasks: Tasks, workspace: Workspace
) -> None:
    await hands.press_home(ALICE, "answer")
    (form,) = await hands.open_views(ALICE)
    assert (await hands.submit(ALICE, form.id, {"text": NOTE, "sharing": "journal"})).ok
    await tasks.close()
    found = await home_of(hands)
    assert NOTE in texts(found.blocks)
    assert "Only in your journal." in texts(found.blocks)
    assert "Nothing is waiting for you." in texts(found.blocks)
    await hands.press_home(ALICE, "open_reply")
    (again,) = await hands.open_views(ALICE)
    assert again.values["text"]["text"] == NOTE


@pytest.mark.usefixtures("opened")
async def test_nobody_who_never_opened_home_gets_one_after_a_form(
    hands: Hands, straight: Straight, tasks: Tasks, workspace: Workspace
) -> None:
    await hands.press_home(ALICE, "answer")
    (form,) = await hands.open_views(ALICE)
    await hands.submit(ALICE, form.id, {"text": "Hello.", "sharing": "journal"})
    forged = {**straight.delivered[-1], "user": {"id": BOB}}
    assert (await straight.deliver(Carried.INTERACTION, forged)).ok
    await tasks.close()
    assert await hands.home(BOB) is None


@pytest.mark.usefixtures("opened")
async def test_a_home_that_slack_does_not_take_after_a_form_is_told_of_and_costs_nothing(
    hands: Hands, tasks: Tasks, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    await hands.press_home(ALICE, "answer")
    (form,) = await hands.open_views(ALICE)
    workspace.faults.add("views.publish", "error", code="fatal_error")
    assert (await hands.submit(ALICE, form.id, {"text": NOTE, "sharing": "journal"})).ok
    await tasks.close()
    assert "home_not_refreshed" in caplog.text
    assert NOTE not in caplog.text


# ── What was deleted ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def forgotten(world: World, hands: Hands, opened: None, clock: FakeClock) -> None:
    """Alice's Home shows what she wrote, and that has been deleted since."""
    await given_replies(world, 1)
    await hands.open_home(ALICE)
    assert "Words of U0ALICE" in await shown(hands)
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        last_day = (await work.people.pools([cohort.id]))[cohort.id].last_day
    for days in (24, 31):
        clock.at = at(last_day + days * DAY, "12:00")
        await forget_replies(world, at=clock.at)


@pytest.mark.usefixtures("forgotten")
async def test_what_was_deleted_goes_from_home_before_anybody_opens_it(
    world: World, hands: Hands, client: AsyncWebClient, clock: FakeClock
) -> None:
    assert await renew_outdated(client, world, at=clock.at) == 1
    assert "Words of U0ALICE" not in await shown(hands)
    assert "What you wrote was deleted on" in await shown(hands)
    assert await renew_outdated(client, world, at=clock.at) == 0


@pytest.mark.usefixtures("forgotten")
async def test_what_slack_does_not_take_now_goes_from_home_at_the_next_beat(
    world: World, hands: Hands, client: AsyncWebClient, workspace: Workspace, clock: FakeClock
) -> None:
    workspace.faults.add("views.publish", "error", code="internal_error")
    assert await renew_outdated(client, world, at=clock.at) == 0
    assert await renew_outdated(client, world, at=clock.at) == 1
    assert "Words of U0ALICE" not in await shown(hands)


@pytest.mark.usefixtures("forgotten")
async def test_a_home_that_nobody_can_open_any_more_stops_nothing(
    world: World, client: AsyncWebClient, workspace: Workspace, clock: FakeClock
) -> None:
    workspace.faults.add("views.publish", "error", code="user_not_found")
    assert await renew_outdated(client, world, at=clock.at) == 1
    assert await renew_outdated(client, world, at=clock.at) == 0


async def test_of_strangers_nothing_is_written_down(world: World, hands: Hands, straight: Straight) -> None:
    await hands.open_home(MALLORY)
    assert await last_shown(world, MALLORY) is None


async def test_whoever_is_a_stranger_by_now_is_forgotten_with_what_home_showed(
    world: World, client: AsyncWebClient, hands: Hands, straight: Straight, clock: FakeClock
) -> None:
    async with world.open_work() as work:
        await work.homes.show(MALLORY, Shown("a" * 64, "1.slack"))
        await work.homes.outdate([MALLORY])
        await work.commit()
    assert await renew_outdated(client, world, at=clock.at) == 1
    assert await last_shown(world, MALLORY) is None
    assert await shown(hands, MALLORY) == str(NotOnRoster())


# ── Pages ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("opened")
async def test_the_pages_of_a_journal_are_turned_there_and_back(world: World, hands: Hands) -> None:
    await given_replies(world, 12)
    await hands.open_home(ALICE)
    assert "1 to 5 of 12, newest first" in await shown(hands)
    for button, where in [("older", "6 to 10"), ("older", "11 to 12"), ("newer", "6 to 10"), ("newer", "1 to 5")]:
        assert (await hands.press_home(ALICE, f"journal_{button}")).ok
        assert f"{where} of 12, newest first" in await shown(hands)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("value", "where"), [("3", "11 to 12"), ("9999", "11 to 12"), ("0", "1 to 5"), ("-1", "1 to 5"), ("x", "1 to 5")]
)
async def test_a_stale_or_made_up_page_is_one_that_there_is(
    world: World, hands: Hands, straight: Straight, workspace: Workspace, value: str, where: str
) -> None:
    await given_replies(world, 12)
    await hands.open_home(ALICE)
    assert (await straight.deliver(Carried.INTERACTION, pressed_by(ALICE, workspace, value))).ok
    assert f"{where} of 12" in await shown(hands)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("who", [MALLORY, DR_KIM, BOB])
async def test_whoever_turns_alices_pages_sees_their_own_home(
    world: World, hands: Hands, straight: Straight, workspace: Workspace, who: PersonId
) -> None:
    await given_replies(world, 7)
    await given_replies(world, 1, of=BOB)
    assert (await straight.deliver(Carried.INTERACTION, pressed_by(who, workspace, "1"))).ok
    seen = await shown(hands, who)
    assert "Words of U0ALICE" not in seen
    assert ("Words of U0BOB" in seen) == (who == BOB)
    assert (seen == str(NotOnRoster())) == (who == MALLORY)


def pressed_by(person: str, workspace: Workspace, value: str) -> dict[str, Any]:
    return {
        "type": "block_actions",
        "team": {"id": "T0PRACTICE"},
        "user": {"id": person},
        "trigger_id": workspace.trigger(person),
        "view": {"type": "home"},
        "actions": [{"type": "button", "action_id": journal.OLDER_ID, "block_id": "b", "value": value}],
    }


# ── As much as there is ───────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=examples(40), deadline=None)
@given(
    in_all=st.integers(0, 500),
    page=st.integers(1, 100),
    questions=st.integers(0, 100),
    mates=st.integers(0, 2_000),
    text=st.sampled_from([HOSTILE, "word " * 600, "x" * LONGEST_TEXT, "𝔘" * LONGEST_TEXT, "\n" * 50 + "end", ""]),
    support=st.integers(0, 60),
)
def test_home_keeps_to_slacks_limits_however_much_there_is_and_leaves_room(
    in_all: int, page: int, questions: int, mates: int, text: str, support: int
) -> None:
    page = max(1, min(page, -(-in_all // PAGE)))
    left = min(PAGE, in_all - (page - 1) * PAGE)
    entries = tuple(entry(MONDAY - (page + past) * DAY, text, Sharing.WORDS, digest_on=MONDAY) for past in range(left))
    people = tuple(PersonId(f"U{number:010d}") for number in range(min(mates, NAMED)))
    found = student_home(Standing.STARTED, *(OpenQuestion(MONDAY - n * DAY, "How was it?") for n in range(questions)))
    full = replace(
        found,
        journal=Journal(entries, page, in_all),
        coordinates=True,
        mates=MOST_POOLS * (Mates("A cohort", people, mates),),
        answers=MOST_ANSWERS * GROUP_ANSWERS[1:],
        steps=steps(PACK, {}, answered=[MONDAY], met=[MONDAY + 3 * DAY], ahead=[MONDAY + 7 * DAY]),
    )
    lines = tuple(SupportLine("Somebody " * 5, "555-0100 " * 10) for _ in range(support))
    view = json.loads(json.dumps(home(full, support=lines, routes=lines).to_dict()))
    assert view_problems(view, kind="home") == []
    assert not is_too_large(view)
    assert len(view["blocks"]) <= 100 - ROOM_FOR_SETTINGS
    with_cohorts = json.loads(json.dumps(home(DoubleHome(full, MOST_TEACHING), support=lines, routes=lines).to_dict()))
    assert view_problems(with_cohorts, kind="home") == []
    assert not is_too_large(with_cohorts)


def test_more_open_questions_than_fit_are_counted() -> None:
    many = [OpenQuestion(MONDAY - number * DAY, "How was it?") for number in range(MOST_QUESTIONS + 3)]
    view = home(student_home(Standing.STARTED, *many), support=SUPPORT).to_dict()
    answers = [part for part in parts(view) if part.get("action_id") == "answer"]
    assert len(answers) == MOST_QUESTIONS
    assert any(text.startswith("3 older questions") for text in texts(view))


@given(st.text(max_size=2 * LONGEST_GLANCE))
def test_a_glance_is_the_beginning_of_what_was_written(text: str) -> None:
    glance = shortened(text, LONGEST_GLANCE)
    assert len(glance) <= LONGEST_GLANCE
    assert text.strip().startswith(glance.removesuffix("…"))


def test_a_glance_ends_between_words_and_a_short_text_is_whole() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("  one two ", 9) == "one two"
    assert shortened("unbroken-words", 9) == "unbroken…"


def test_what_becomes_of_a_reply_stands_beside_it_in_words() -> None:
    found = replace(student_home(Standing.STARTED), journal=Journal(ENTRIES, 1, len(ENTRIES)))
    view = home(found, support=()).to_dict()
    said = texts(view)
    assert "You share themes and words: this may join the digest of Monday, November 30, or a later one." in said
    assert "You share the themes: this may join the digest of Monday, November 30, or a later one." in said
    assert said.count("Used in a digest.") == 2
    assert said.count("Only in your journal.") == 1
