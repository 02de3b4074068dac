"""Somebody types /bedside, alone or with a word."""

from dataclasses import replace
from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import (
    DayUnclear,
    NoSuchRotation,
    NotACoordinator,
    NotAStudent,
    NothingIsSent,
    NotOnRoster,
    PauseTooShort,
    TakenOff,
    WhichRotation,
)
from bot.domain.people import PersonId, RotationId, Student
from bot.domain.set_up import Draft
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.preview_rotation import rotation_to_preview
from bot.flows.set_up.outcomes import Done
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.workspace import Message, Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.views.command import NOT_KNOWN, YOUR_DESK
from bot.slack.views.home.coordinator import ALL_IS_WELL
from bot.slack.views.own_data import COMING
from bot.slack.views.pause import NOT_PAUSED, RESUMED
from tests.fakes import FakeClock
from tests.slack.conftest import Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, BOB, DR_KIM, JO, MALLORY, MONDAY, at, everybody_starts, place, roster

THURSDAY = MONDAY + timedelta(days=3)
NOON = at(MONDAY, "12:00")


@pytest.fixture
def world(world: World) -> World:
    """Jo coordinates."""
    return replace(world, coordinators=frozenset({JO}))


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture
async def placed(world: World, clock: FakeClock, straight: Straight) -> None:
    """Eight students are placed with Dr. Kim, and Alice has started."""
    clock.at = at(MONDAY, "09:00")
    await place(world)
    await everybody_starts(world, [ALICE], when=clock.now())


async def answer(hands: Hands, person: str, typed: str = "") -> Message:
    """What Bedside answers, to this person only."""
    assert (await hands.command(person, "/bedside", typed)).ok
    message = (await hands.messages(person))[-1]
    assert message.ephemeral_to == person
    return message


def shown(seen: Message | OpenView) -> str:
    return "\n".join(texts(seen.blocks))


def actions(message: Message | OpenView) -> set[str]:
    return {part["action_id"] for part in parts(message.blocks) if part.get("type") == "button"}


async def student(world: World, person: PersonId = ALICE) -> Student:
    found = await world.glances.student(person)
    assert found is not None
    return found


@pytest.mark.usefixtures("placed")
async def test_the_word_alone_opens_what_fits(world: World, hands: Hands) -> None:
    lesson = world.curriculum.lesson_on(MONDAY)
    assert lesson.reminder in shown(await answer(hands, ALICE))
    taught = await answer(hands, DR_KIM)
    assert "Your cohorts" in shown(taught)
    assert not [each for each in actions(taught) if each.startswith("desk")]
    desk = await answer(hands, JO)
    assert "What goes out" in shown(desk)
    assert {"desk_new_rotation", "desk_roster", "desk_policy", "desk_cohort", "desk_rotation"} <= actions(desk)


async def test_a_coordinator_who_studies_here_finds_the_desk_by_its_name(
    world: World, hands: Hands, straight: Straight
) -> None:
    await place(world, [ALICE, JO])
    said = shown(await answer(hands, JO))
    assert world.curriculum.lesson_on(MONDAY).reminder in said
    assert YOUR_DESK in said
    assert YOUR_DESK not in shown(await answer(hands, ALICE))
    assert "desk_new_rotation" in actions(await answer(hands, JO, "desk"))


async def test_a_coordinator_who_is_placed_keeps_the_desk_on_home(
    world: World, hands: Hands, straight: Straight
) -> None:
    await place(world, [ALICE, JO])
    for person, buttons in ((ALICE, 0), (JO, 1)):
        await hands.open_home(person)
        home = await hands.home(person)
        assert home is not None
        assert len([each for each in parts(home.blocks) if each.get("action_id") == "desk_open"]) == buttons
    assert (await hands.press_home(JO, "desk_open")).ok
    desk = await hands.home(JO)
    assert desk is not None
    assert "desk_new_rotation" in actions(desk)
    assert (await hands.press_home(JO, "desk_close")).ok
    own = await hands.home(JO)
    assert own is not None
    assert world.curriculum.lesson_on(MONDAY).reminder in shown(own)


@pytest.mark.usefixtures("placed")
async def test_today_says_what_is_taught(world: World, hands: Hands) -> None:
    assert world.curriculum.lesson_on(MONDAY).reminder in shown(await answer(hands, ALICE, "today"))
    for person in (JO, DR_KIM):
        first, second = world.curriculum.week_of(MONDAY)
        assert f"{first.title}; {second.title}" in shown(await answer(hands, person, "Today"))


@pytest.mark.usefixtures("placed")
async def test_a_student_who_was_taken_off_is_told_that_it_is_over(world: World, hands: Hands) -> None:
    draft = Draft((await rotation_form(world, RotationId(1), at=NOON)).draft.rotation, taken_off=frozenset({ALICE}))
    assert isinstance(await save_rotation(world, draft, by=JO, at=at(MONDAY, "12:00")), Done)
    lesson = world.curriculum.lesson_on(MONDAY).reminder
    for typed in ("", "today", "pause tomorrow"):
        said = (await answer(hands, ALICE, typed)).text
        assert str(TakenOff()) in said
        assert lesson not in said
    await hands.open_home(ALICE)
    home = await hands.home(ALICE)
    assert home is not None
    assert shown(home).startswith("You are in no rotation any more")
    assert lesson not in shown(home)


@pytest.mark.usefixtures("placed")
async def test_a_student_pauses_in_words_and_comes_back(world: World, hands: Hands) -> None:
    assert "pause" in shown(await answer(hands, ALICE, "pause tomorrow"))
    assert (await student(world)).paused_until == MONDAY + timedelta(days=2)
    await answer(hands, ALICE, "pause until November 26")
    assert (await student(world)).paused_until == THURSDAY
    assert RESUMED in shown(await answer(hands, ALICE, "resume"))
    assert NOT_PAUSED in shown(await answer(hands, ALICE, "resume"))
    assert (await student(world)).paused_until is None


@pytest.mark.usefixtures("placed")
async def test_a_pause_without_a_day_opens_the_form(world: World, hands: Hands, workspace: Workspace) -> None:
    said = len(await hands.messages(ALICE))
    assert (await hands.command(ALICE, "/bedside", "pause")).ok
    assert len(await hands.messages(ALICE)) == said
    (form,) = await hands.open_views(ALICE)
    assert (await hands.submit(ALICE, form.id, {"until": THURSDAY.isoformat()})).ok
    assert (await student(world)).paused_until == THURSDAY


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize(
    ("person", "typed", "refusal"),
    [
        (ALICE, "pause 3/4", DayUnclear()),
        (ALICE, "pause 2026-11-23", PauseTooShort(last="Friday, December 18")),
        (BOB, "pause tomorrow", NothingIsSent()),
        (JO, "pause", NotAStudent()),
        (DR_KIM, "journal", NotAStudent()),
        (DR_KIM, "preview Medicine A", NotACoordinator()),
        (ALICE, "preview", NotACoordinator()),
        (ALICE, "desk", NotACoordinator()),
        (DR_KIM, "desk", NotACoordinator()),
        (JO, "preview Surgery", NoSuchRotation(names=("Medicine A",))),
        (MALLORY, "", NotOnRoster()),
        (MALLORY, "help", NotOnRoster()),
        (MALLORY, "preview Medicine A", NotOnRoster()),
        (MALLORY, "what is this", NotOnRoster()),
    ],
)
async def test_what_cannot_be_done_is_answered_with_what_to_do(
    world: World, hands: Hands, person: str, typed: str, refusal: Exception
) -> None:
    before = await student(world)
    assert (await hands.command(person, "/bedside", typed)).ok
    message = (await hands.messages(person))[-1]
    assert message.text == str(refusal)
    assert await student(world) == before
    assert await hands.open_views(person) == []


@pytest.mark.usefixtures("placed")
async def test_the_journal_is_told_of_and_sent_only_when_that_is_pressed(hands: Hands, world: World) -> None:
    told = await answer(hands, ALICE, "journal")
    assert "only you see it" in shown(told)
    assert (await hands.press(ALICE, told.ts, "send_journal")).ok
    (notice,) = await hands.open_views(ALICE)
    assert COMING in shown(notice) or "nothing in your journal" in shown(notice)


async def test_of_two_names_that_differ_by_capitals_the_one_that_was_typed_is_previewed(world: World) -> None:
    await place(world)
    other = (await rotation_form(world, RotationId(1), at=NOON)).draft.rotation
    again = Draft(replace(other, id=RotationId(0), name="MEDICINE A"))
    await save_rotation(world, again, by=JO, at=NOON)
    for name in ("Medicine A", "MEDICINE A"):
        assert await rotation_to_preview(world, name, at=NOON) == name
    with pytest.raises(NoSuchRotation):
        await rotation_to_preview(world, "medicine a", at=NOON)


@pytest.mark.usefixtures("placed")
async def test_a_coordinator_previews_a_rotation_by_the_beginning_of_its_name(world: World, hands: Hands) -> None:
    for typed in ("preview", "preview medicine a", "preview Med", "preview  MEDICINE   A"):
        told = shown(await answer(hands, JO, typed))
        assert "Monday, November 23" in told
        assert world.curriculum.lesson_on(THURSDAY).reminder in told
    assert len([line for line in told.split("\n") if "17:30" in line]) == 10


@pytest.mark.usefixtures("placed")
async def test_preview_alone_names_the_rotations_where_there_are_more(world: World, hands: Hands) -> None:
    await apply_roster(
        world, roster([ALICE]).replace("Medicine", "Surgery").replace(ALICE, "U0IVY"), at=at(MONDAY, "09:00")
    )
    assert (await hands.command(JO, "/bedside", "preview")).ok
    assert (await hands.messages(JO))[-1].text == str(WhichRotation(names=("Medicine A", "Surgery A")))


@pytest.mark.usefixtures("placed")
async def test_help_tells_everybody_of_their_own_words(hands: Hands) -> None:
    for person, own, others in (
        (ALICE, ("pause", "resume", "journal"), ("preview",)),
        (DR_KIM, ("today", "help"), ("pause", "journal", "preview")),
        (JO, ("preview", "today"), ("pause", "journal")),
    ):
        for typed in ("help", "dance for me"):
            told = shown(await answer(hands, person, typed))
            assert all(f"/bedside {word}" in told for word in own)
            assert not [word for word in others if f"/bedside {word}" in told]
            assert (NOT_KNOWN in told) is (typed != "help")


async def test_a_coordinator_without_a_cohort_is_told_how_to_begin(
    hands: Hands, straight: Straight, world: World
) -> None:
    told = await answer(hands, JO)
    assert "How to begin" in shown(told)
    assert {"desk_new_rotation", "desk_roster", "desk_policy"} <= actions(told)
    assert ALL_IS_WELL not in shown(told)


@pytest.mark.usefixtures("straight")
async def test_pages_of_the_desk_are_turned_on_home(world: World, hands: Hands, clock: FakeClock) -> None:
    clock.at = at(MONDAY, "09:00")
    head, row, *_ = roster([ALICE]).splitlines()
    rows = [row.replace("Medicine", f"Cohort {each}").replace(ALICE, f"U0S{each}") for each in range(30)]
    await apply_roster(world, "\n".join([head, *rows]), at=clock.now())
    pages = []
    assert (await hands.open_home(JO)).ok
    for button in (None, "desk_page", "desk_page_before"):
        assert button is None or (await hands.press_home(JO, button)).ok
        home = await hands.home(JO)
        assert home is not None
        pages += [text for text in texts(home.blocks) if text.startswith("Page ") and " of " in text]
    assert pages == ["Page 1 of 2", "Page 2 of 2", "Page 1 of 2"]
