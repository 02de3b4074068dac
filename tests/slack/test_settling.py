"""People pause, choose their times and answer an offer with their hands; the real app keeps it. Whom it does not
concern gets a sentence."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import (
    NothingIsSent,
    NotOnRoster,
    OutsideHours,
    PauseTooLong,
    PauseTooShort,
    QuestionTooEarly,
    RotationOver,
    SettingRefused,
)
from bot.domain.own_pace import Break
from bot.domain.people import Pace, PersonId, Student, Times
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.set_pace import leave
from bot.practice import forms
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Message, Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views import offer, own_times, pause, question
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, BOB, DR_KIM, MALLORY, MONDAY, at, deliver, everybody_starts, place

TWO = (ALICE, BOB)
DAY = timedelta(days=1)
WEDNESDAY = MONDAY + 2 * DAY
LAST_DAY = date(2026, 12, 18)
LONG_AFTER = LAST_DAY + 60 * DAY
PRESSED: dict[str, dict[str, Any]] = {
    "menu": {"type": "static_select", "action_id": pause.MENU_ID, "selected_option": {"value": Break.TOMORROW}},
    "pick a date": {"type": "static_select", "action_id": pause.MENU_ID, "selected_option": {"value": pause.PICK}},
    "the same again": {"type": "static_select", "action_id": pause.MENU_ID, "selected_option": None},
    **{
        action_id: {"type": "button", "action_id": action_id}
        for action_id in (
            pause.RESUME_ID,
            own_times.CHANGE_ID,
            own_times.NIGHTS_ID,
            own_times.DAYS_ID,
            own_times.USUAL_ID,
            *offer.SLOWER_IDS,
            offer.KEEP_ID,
        )
    },
}


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture
async def asked(world: World, straight: Straight, messenger: SlackMessenger, clock: FakeClock) -> None:
    """Alice and Bob have started and got Monday's question."""
    clock.at = at(MONDAY, "06:30")
    await place(world, TWO)
    await everybody_starts(world, TWO)
    await beat(world, messenger, clock, MONDAY, "17:45")


async def beat(world: World, messenger: SlackMessenger, clock: FakeClock, on: date, clock_says: str) -> None:
    clock.at = at(on, clock_says)
    await plan_prompts(world, at=clock.now())
    await deliver(world, messenger, when=clock.now())


async def settings_of(world: World, person: PersonId = ALICE) -> Student:
    async with world.open_work() as work:
        student = await work.people.student(person)
    assert student is not None
    return student


async def newest(hands: Hands, person: str = ALICE) -> Message:
    return (await hands.messages(person))[-1]


async def home_of(hands: Hands, person: str = ALICE) -> OpenView:
    home = await hands.home(person)
    assert home is not None
    return home


async def in_front(hands: Hands, person: str = ALICE) -> OpenView:
    return (await hands.open_views(person))[-1]


def shown(view: OpenView | Message) -> str:
    return "\n".join(texts(view.blocks))


def labels(view: OpenView | Message) -> list[str]:
    return [part["text"]["text"] for part in parts(view.blocks) if part.get("type") == "button"]


async def sent_to(workspace: Workspace, person: str = ALICE) -> int:
    conversation = workspace.im_of(person)
    return len([each for each in workspace.messages(conversation.id) if not each.ephemeral_to]) if conversation else 0


# ── A pause ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("asked")
async def test_two_taps_under_the_question_pause_over_tomorrow_and_say_when_it_ends(
    world: World, hands: Hands, workspace: Workspace, messenger: SlackMessenger, clock: FakeClock
) -> None:
    asked = await newest(hands)
    for _ in range(2):
        assert (await hands.press(ALICE, asked.ts, pause.MENU_ID, value=Break.TOMORROW)).ok
        assert (await settings_of(world)).paused_until == WEDNESDAY
    note = await newest(hands)
    assert note.ephemeral_to == ALICE
    assert "the next reminder comes on Wednesday, November 25" in note.text
    assert labels(note) == [pause.RESUME]

    before = await sent_to(workspace)
    for clock_says in ("07:15", "17:45"):
        await beat(world, messenger, clock, MONDAY + DAY, clock_says)
    assert await sent_to(workspace) == before
    await beat(world, messenger, clock, WEDNESDAY, "07:15")
    assert await sent_to(workspace) == before + 1
    assert (await settings_of(world, BOB)).paused_until is None


@pytest.mark.usefixtures("asked")
async def test_a_pause_closes_no_question(hands: Hands, world: World, clock: FakeClock) -> None:
    asked = await newest(hands)
    await hands.press(ALICE, asked.ts, pause.MENU_ID, value=Break.NEXT_MONDAY)
    assert labels(next(each for each in await hands.messages(ALICE) if each.ts == asked.ts)) == ["Answer", "Skip"]
    assert (await hands.press(ALICE, asked.ts, question.ANSWER_ID)).ok
    assert len(await hands.open_views(ALICE)) == 1


@pytest.mark.usefixtures("asked")
async def test_a_date_is_picked_in_a_small_form(hands: Hands, world: World) -> None:
    await hands.press(ALICE, (await newest(hands)).ts, pause.MENU_ID, value=pause.PICK)
    form = await in_front(hands)
    for wrong, error in ((MONDAY, PauseTooShort), (date(2036, 1, 1), PauseTooLong)):
        assert (await hands.submit(ALICE, form.id, {pause.UNTIL: wrong.isoformat()})).ok
        assert (await in_front(hands)).errors == {pause.UNTIL: str(error(last="Friday, December 18"))}
    assert (await settings_of(world)).paused_until is None
    assert (await hands.submit(ALICE, form.id, {pause.UNTIL: "2026-12-05"})).ok
    assert (await settings_of(world)).paused_until == date(2026, 12, 5)
    assert "the next reminder comes on Monday, December 7" in shown(await in_front(hands))


@pytest.mark.usefixtures("asked")
async def test_the_same_choice_again_asks_for_a_date(hands: Hands, world: World) -> None:
    """Slack's menus say then that nothing is chosen any more."""
    await hands.press(ALICE, (await newest(hands)).ts, pause.MENU_ID, value=None)
    assert pause.UNTIL in [each.block_id for each in forms.fields((await in_front(hands)).blocks)]


@pytest.mark.usefixtures("asked")
async def test_a_pause_is_ended_beside_the_question(hands: Hands, world: World) -> None:
    await hands.press(ALICE, (await newest(hands)).ts, pause.MENU_ID, value=Break.NEXT_MONDAY)
    note = await newest(hands)
    assert (await hands.press(ALICE, note.ts, pause.RESUME_ID)).ok
    assert (await settings_of(world)).paused_until is None
    assert shown(await newest(hands)) == pause.RESUMED


@pytest.mark.usefixtures("asked")
async def test_home_pauses_picks_a_date_and_resumes(hands: Hands, world: World, tasks: Tasks) -> None:
    await hands.open_home(ALICE)
    assert (await hands.press_home(ALICE, pause.MENU_ID, value=Break.TOMORROW)).ok
    assert "on Wednesday, November 25" in shown(await home_of(hands))
    assert (await hands.press_home(ALICE, pause.MENU_ID, value=pause.PICK)).ok
    form = await in_front(hands)
    assert form.values[pause.UNTIL][pause.UNTIL] == WEDNESDAY.isoformat()
    await hands.submit(ALICE, form.id, {pause.UNTIL: "2026-12-04"})
    await tasks.close()
    assert "on Friday, December 4" in shown(await home_of(hands))
    assert (await hands.press_home(ALICE, pause.RESUME_ID)).ok
    assert pause.RESUME not in labels(await home_of(hands))
    assert (await settings_of(world)).paused_until is None


@pytest.mark.usefixtures("asked")
async def test_the_menu_of_a_week_old_message_counts_from_today(hands: Hands, world: World, clock: FakeClock) -> None:
    clock.at = at(MONDAY + 8 * DAY, "12:00")
    await hands.press(ALICE, (await newest(hands)).ts, pause.MENU_ID, value=Break.TOMORROW)
    assert (await settings_of(world)).paused_until == MONDAY + 10 * DAY


# ── Own times and nights ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("asked")
async def test_own_times_are_chosen_in_a_form_and_given_up_by_a_button(
    hands: Hands, world: World, tasks: Tasks
) -> None:
    await hands.open_home(ALICE)
    assert "Reminder at 07:00, question at 17:30" in shown(await home_of(hands))
    await hands.press_home(ALICE, own_times.CHANGE_ID)
    form = await in_front(hands)
    assert form.values == {"reminder": {"reminder": "07:00"}, "question": {"question": "17:30"}}

    hours = world.program.hours
    outside = str(OutsideHours(earliest=hours.earliest, last=hours.last_choice))
    for times, errors in (
        ({"reminder": "05:00"}, {"reminder": outside}),
        ({"reminder": "06:30", "question": "21:30"}, {"question": outside}),
        ({"question": "07:00"}, {"question": str(QuestionTooEarly())}),
    ):
        await hands.submit(ALICE, form.id, times)
        assert (await in_front(hands)).errors == errors
    assert (await settings_of(world)).own_times(hours) is None

    await hands.submit(ALICE, form.id, {"question": "20:15"})
    assert (await settings_of(world)).own_times(hours) == Times(time(6, 30), time(20, 15))
    await tasks.close()
    assert "Reminder at 06:30, question at 20:15" in shown(await home_of(hands))
    await hands.press_home(ALICE, own_times.USUAL_ID)
    assert "Reminder at 07:00, question at 17:30" in shown(await home_of(hands))
    assert own_times.USUAL not in labels(await home_of(hands))


@pytest.mark.usefixtures("asked")
async def test_nights_turn_the_day_around_and_back(
    hands: Hands, world: World, workspace: Workspace, messenger: SlackMessenger, clock: FakeClock, tasks: Tasks
) -> None:
    await hands.open_home(ALICE)
    assert (await hands.press_home(ALICE, own_times.NIGHTS_ID)).ok
    assert "the reminder comes at 17:30, before the shift" in shown(await home_of(hands))
    before = await sent_to(workspace)
    await beat(world, messenger, clock, MONDAY + DAY, "07:15")
    assert await sent_to(workspace) == before
    await beat(world, messenger, clock, MONDAY + DAY, "17:45")
    assert world.curriculum.lesson_on(MONDAY + DAY).reminder in (await newest(hands)).text
    await beat(world, messenger, clock, WEDNESDAY, "07:15")
    assert world.curriculum.lesson_on(MONDAY + DAY).question in (await newest(hands)).text

    await hands.press_home(ALICE, own_times.CHANGE_ID)
    form = await in_front(hands)
    await hands.submit(ALICE, form.id, {"reminder": "18:00", "question": "08:30"})
    await tasks.close()
    assert "at 18:00, before the shift, and the question at 08:30" in shown(await home_of(hands))
    assert (await hands.press_home(ALICE, own_times.DAYS_ID)).ok
    assert "Reminder at 08:30, question at 18:00" in shown(await home_of(hands))


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("said", [None, "soon", "25:00"])
async def test_a_time_that_is_none_changes_nothing(
    hands: Hands, straight: Straight, world: World, said: str | None
) -> None:
    await hands.open_home(ALICE)
    await hands.press_home(ALICE, own_times.CHANGE_ID)
    await hands.submit(ALICE, (await in_front(hands)).id)
    sent = straight.delivered[-1]
    values = {"reminder": {"reminder": {"selected_time": said}}, "question": {"question": {"selected_time": "18:00"}}}
    answer = await straight.deliver(
        Carried.INTERACTION, {**sent, "view": {**sent["view"], "state": {"values": values}}}
    )
    assert answer.payload == {"response_action": "errors", "errors": {"question": str(SettingRefused())}}


# ── A zone ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("asked")
async def test_the_clock_follows_a_student_who_travels(
    hands: Hands, world: World, workspace: Workspace, messenger: SlackMessenger, clock: FakeClock, pokes: Pokes
) -> None:
    before = await sent_to(workspace)
    workspace.people[ALICE] = replace(workspace.people[ALICE], tz="Europe/Paris")
    for _ in range(2):
        assert (await hands.open_account(ALICE)).ok
    assert pokes.count == 1
    assert (await settings_of(world)).zone.key == "Europe/Paris"
    assert (await settings_of(world, BOB)).zone.key == "America/New_York"
    await beat(world, messenger, clock, MONDAY + DAY, "01:15")
    assert await sent_to(workspace) == before + 1


@pytest.mark.usefixtures("asked")
async def test_nobody_but_students_is_followed_into_a_zone(
    hands: Hands, world: World, workspace: Workspace, pokes: Pokes
) -> None:
    workspace.people[DR_KIM] = replace(workspace.people[DR_KIM], tz="Europe/Paris")
    assert (await hands.open_account(DR_KIM)).ok
    async with world.open_work() as work:
        assert await work.people.student(DR_KIM) is None
    assert pokes.count == 0


# ── The offer ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def offered(world: World, messenger: SlackMessenger, clock: FakeClock) -> None:
    for day in (1, 2):
        await beat(world, messenger, clock, MONDAY + day * DAY, "17:45")
    await beat(world, messenger, clock, MONDAY + 3 * DAY, "00:05")
    await beat(world, messenger, clock, MONDAY + 3 * DAY, "16:45")


@pytest.mark.usefixtures("asked")
async def test_after_three_unanswered_questions_a_slower_pace_is_offered_and_taken(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await offered(world, messenger, clock)
    message = await newest(hands)
    assert labels(message) == ["Three days a week", "Once a week", offer.KEEP]
    assert (await hands.press(ALICE, message.ts, "slower_once_a_week")).ok
    assert (await settings_of(world)).pace is Pace.ONCE_A_WEEK
    assert "a question once a week from now on" in shown(await newest(hands))
    assert labels(await newest(hands)) == []


@pytest.mark.usefixtures("asked")
async def test_an_offer_can_be_declined_or_answered_by_a_pause(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await offered(world, messenger, clock)
    message = await newest(hands)
    assert (await hands.press(ALICE, message.ts, pause.MENU_ID, value=Break.NEXT_MONDAY)).ok
    assert (await settings_of(world)).paused_until == MONDAY + 7 * DAY
    assert (await hands.press(ALICE, message.ts, offer.KEEP_ID)).ok
    answered = next(each for each in await hands.messages(ALICE) if each.ts == message.ts)
    assert "It stays as it is: questions every working day" in shown(answered)
    assert (await settings_of(world)).pace is Pace.EVERY_DAY


@pytest.mark.usefixtures("asked")
async def test_an_offer_brings_nobody_back_who_left(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await offered(world, messenger, clock)
    message = await newest(hands)
    await leave(world, ALICE, at=clock.now())
    left = await settings_of(world)
    for action_id in (*offer.SLOWER_IDS, offer.KEEP_ID):
        buttons = [part["action_id"] for part in parts(message.blocks) if part.get("type") == "button"]
        if action_id in buttons:
            await hands.press(ALICE, message.ts, action_id)
            assert shown(await newest(hands)) == str(NothingIsSent())
    assert await settings_of(world) == left


# ── Whom it does not concern ──────────────────────────────────────────────────────────────────────────────────────


def pressed_by(person: str, workspace: Workspace, action: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "block_actions",
        "team": {"id": "T0PRACTICE"},
        "user": {"id": person},
        "trigger_id": workspace.trigger(person),
        "response_url": workspace.response_url(person, workspace.open_im(person).id),
        "actions": [{"block_id": "b", **action}],
    }


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("pressed", PRESSED)
async def test_whoever_it_does_not_concern_gets_a_sentence_and_nothing_changes(
    world: World, hands: Hands, straight: Straight, workspace: Workspace, clock: FakeClock, pokes: Pokes, pressed: str
) -> None:
    await leave(world, BOB, at=clock.now())
    alice, bob = await settings_of(world), await settings_of(world, BOB)
    for person, sentence in ((MALLORY, NotOnRoster()), (DR_KIM, NotOnRoster()), (BOB, NothingIsSent())):
        assert (await straight.deliver(Carried.INTERACTION, pressed_by(person, workspace, PRESSED[pressed]))).ok
        assert shown(await newest(hands, person)) == str(sentence)
        assert await hands.open_views(person) == []
    clock.at = at(LONG_AFTER, "12:00")
    assert (await straight.deliver(Carried.INTERACTION, pressed_by(ALICE, workspace, PRESSED[pressed]))).ok
    assert shown(await newest(hands)) == str(RotationOver())
    assert (await settings_of(world), await settings_of(world, BOB)) == (alice, bob)
    assert pokes.count == 0


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("form_of", [own_times.CHANGE_ID, pause.MENU_ID])
async def test_a_form_that_was_left_open_until_the_end_keeps_nothing(
    world: World, hands: Hands, straight: Straight, clock: FakeClock, form_of: str
) -> None:
    await hands.open_home(ALICE)
    await hands.press_home(ALICE, form_of, value=pause.PICK if form_of == pause.MENU_ID else None)
    before, form = await settings_of(world), await in_front(hands)
    clock.at = at(LONG_AFTER, "12:00")
    await hands.submit(ALICE, form.id, {pause.UNTIL: "2026-12-04"} if form_of == pause.MENU_ID else {})
    assert list((await in_front(hands)).errors.values()) == [str(RotationOver())]
    forged = {**straight.delivered[-1], "user": {"id": MALLORY, "name": "mallory"}}
    answer = await straight.deliver(Carried.INTERACTION, forged)
    assert list((answer.payload or {})["errors"].values()) == [str(NotOnRoster())]
    assert await settings_of(world) == before


async def test_after_the_end_home_offers_no_settings(
    world: World, hands: Hands, straight: Straight, clock: FakeClock
) -> None:
    await place(world, TWO)
    await everybody_starts(world, TWO)
    clock.at = at(LONG_AFTER, "12:00")
    await hands.open_home(ALICE)
    assert "It ended on Friday, December 18" in shown(await home_of(hands))
    assert own_times.CHANGE not in labels(await home_of(hands))
