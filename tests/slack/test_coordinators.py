"""Coordinators say in a form who coordinates, and read in pages what was changed by whom."""

from dataclasses import replace

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.coordinators import Wish
from bot.domain.errors import CannotCoordinate, LastCoordinator, NotACoordinator, NotOnRoster, PressAgain
from bot.domain.people import PersonId
from bot.flows.delete_everything import delete_everything
from bot.flows.name_coordinators import list_coordinators, name_coordinators
from bot.flows.ports import World
from bot.flows.read_audit import CHANGES_PAGE, PAGE, read_audit, read_entry
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Ack
from bot.practice.workspace import BOT_USER_ID, Person, Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views import audit_list, coordinators_form, naming
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes
from tests.slack.drawings import texts
from tests.stories import ALICE, BOB, DR_KIM, JO, MALLORY, MONDAY, at, deliver, place

GUEST = PersonId("U0LEE")
pytestmark = pytest.mark.usefixtures("straight")


@pytest.fixture
def world(world: World) -> World:
    """Jo coordinates, and so does Bob."""
    return replace(world, coordinators=frozenset({JO, BOB}))


async def opened(hands: Hands, workspace: Workspace, person: str, action_id: str) -> OpenView | None:
    """What a button of the desk opens for a person."""
    button = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Open"}}
    desk = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    workspace.views.publish(person, desk)
    assert (await hands.press_home(person, action_id)).ok
    stack = workspace.views.stack(person)
    return stack[-1] if stack else None


async def send(hands: Hands, form: OpenView, *people: str) -> Ack:
    return await hands.submit(form.user, form.id, {coordinators_form.PEOPLE: list(people)})


async def the_list(hands: Hands, workspace: Workspace, person: str = JO) -> OpenView:
    form = await opened(hands, workspace, person, coordinators_form.OPEN_ID)
    assert form is not None
    return form


async def home_of(hands: Hands, person: str) -> list[str]:
    home = await hands.home(person)
    return texts(home.blocks) if home else []


async def test_jo_names_dr_kim_who_is_told_and_finds_the_desk(
    world: World,
    hands: Hands,
    workspace: Workspace,
    client: AsyncWebClient,
    clock: FakeClock,
    pokes: Pokes,
    tasks: Tasks,
) -> None:
    assert (await hands.open_home(DR_KIM)).ok
    form = await the_list(hands, workspace)
    assert form.values == {coordinators_form.PEOPLE: {coordinators_form.PEOPLE: sorted([BOB, JO])}}
    assert (await send(hands, form, JO, BOB, DR_KIM)).ok
    assert coordinators_form.ONE_ADDED in " ".join(texts(form.blocks))
    assert pokes.count == 1
    assert await list_coordinators(world) == tuple(sorted([BOB, DR_KIM, JO]))
    assert (await read_audit(world, page=1)).entries == (AuditEntry(clock.now(), JO, Deed.COORDINATOR_NAMED, DR_KIM),)
    await tasks.close()
    await deliver(world, SlackMessenger(client), when=clock.now())
    (told,) = await hands.messages(DR_KIM)
    assert naming.WELCOME in told.text
    assert (await hands.open_home(DR_KIM)).ok
    assert str(NotOnRoster()) not in await home_of(hands, DR_KIM)


async def test_whoever_is_taken_off_loses_the_desk_at_once(hands: Hands, workspace: Workspace, tasks: Tasks) -> None:
    assert (await hands.open_home(BOB)).ok
    assert str(NotOnRoster()) not in await home_of(hands, BOB)
    left_open = await the_list(hands, workspace, BOB)
    await hands.open_home(BOB)

    form = await the_list(hands, workspace)
    assert (await send(hands, form, JO)).ok
    await tasks.close()
    assert await home_of(hands, BOB) == [str(NotOnRoster())], "without opening it anew"
    assert (await send(hands, left_open, BOB)).ok
    assert left_open.errors == {coordinators_form.PEOPLE: str(NotACoordinator())}
    for action_id in (coordinators_form.OPEN_ID, audit_list.OPEN_ID):
        workspace.views.clear(BOB)
        refused = await opened(hands, workspace, BOB, action_id)
        assert refused is not None
        assert texts(refused.blocks) == [str(NotACoordinator())]


async def test_jo_may_go_and_the_last_one_has_to_stay(hands: Hands, workspace: Workspace, world: World) -> None:
    form = await the_list(hands, workspace)
    bobs = await the_list(hands, workspace, BOB)
    assert (await send(hands, form, BOB)).ok
    asked = workspace.views.stack(JO)[-1]
    assert texts(asked.blocks) == [coordinators_form.YOU_GO]
    assert await list_coordinators(world) == (BOB, JO), "nothing is saved before the answer"
    assert (await hands.submit(JO, asked.id)).ok
    assert texts(asked.blocks) == [coordinators_form.NOT_YOU]
    # Bob still sees Jo, and takes himself off.
    assert (await send(hands, bobs, JO)).ok
    assert bobs.errors == {coordinators_form.PEOPLE: str(LastCoordinator())}
    assert await list_coordinators(world) == (BOB,)


@pytest.mark.parametrize("deletes", [False, True])
async def test_a_student_or_a_guest_is_named_only_after_a_second_look(
    hands: Hands, workspace: Workspace, world: World, clock: FakeClock, deletes: bool
) -> None:
    clock.at = at(MONDAY, "12:00")
    workspace.put_person(Person(GUEST, "lee", "Lee", "", "UTC", is_guest=True))
    await place(world, [ALICE])
    if deletes:
        await delete_everything(world, ALICE, at=clock.now())
    form = await the_list(hands, workspace)
    assert (await send(hands, form, JO, BOB, ALICE, GUEST)).ok
    asked = workspace.views.stack(JO)[-1]
    said = " ".join(texts(asked.blocks))
    assert coordinators_form.STUDIES in said, "also of who had everything deleted, so that nobody learns who did"
    assert coordinators_form.IS_A_GUEST in said
    assert coordinators_form.NEVER_REPLIES in said
    assert await list_coordinators(world) == (BOB, JO)
    assert (await hands.submit(JO, asked.id)).ok
    assert await list_coordinators(world) == tuple(sorted([ALICE, BOB, GUEST, JO]))


async def test_who_was_asked_about_and_can_no_longer_go_stays(
    hands: Hands, workspace: Workspace, world: World, clock: FakeClock
) -> None:
    form = await the_list(hands, workspace)
    assert (await send(hands, form, BOB)).ok
    await name_coordinators(world, JO, Wish(frozenset({BOB}), frozenset()), at=clock.now())
    asked = workspace.views.stack(JO)[-1]
    assert (await hands.submit(JO, asked.id)).ok
    assert texts(asked.blocks) == [str(LastCoordinator())]


async def test_an_app_or_a_closed_account_is_not_named_and_the_choice_stays(
    hands: Hands, workspace: Workspace, world: World
) -> None:
    form = await the_list(hands, workspace)
    await hands.fill(JO, form.id, coordinators_form.PEOPLE, [JO, BOB, ALICE, BOT_USER_ID])
    workspace.deactivate(ALICE)
    assert (await hands.submit(JO, form.id)).ok
    assert form.errors == {coordinators_form.PEOPLE: str(CannotCoordinate(number=2))}
    assert form.values[coordinators_form.PEOPLE][coordinators_form.PEOPLE] == [JO, BOB, ALICE, BOT_USER_ID]
    assert await list_coordinators(world) == (BOB, JO)


async def test_a_slow_slack_keeps_nobody_waiting_and_loses_no_choice(
    hands: Hands, workspace: Workspace, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.listeners.name_coordinators.LOOKED_UP_WITHIN", 0.0)
    form = await the_list(hands, workspace)
    assert (await send(hands, form, JO, BOB, DR_KIM)).ok
    assert form.errors == {coordinators_form.PEOPLE: str(PressAgain())}
    assert await list_coordinators(world) == (BOB, JO)


async def test_nobody_else_opens_either_list(hands: Hands, workspace: Workspace) -> None:
    for action_id in (coordinators_form.OPEN_ID, audit_list.OPEN_ID):
        shown = await opened(hands, workspace, MALLORY, action_id)
        assert shown is not None
        assert texts(shown.blocks) == [str(NotACoordinator())]


async def test_the_list_of_changes_is_turned_page_by_page(
    hands: Hands, workspace: Workspace, world: World, clock: FakeClock
) -> None:
    async with world.open_work() as work:
        for number in range(PAGE + 1):
            await work.audit.note(AuditEntry(clock.now(), JO, Deed.COHORT_MADE, f"Cohort {number}"))
        await work.commit()
    shown = await opened(hands, workspace, JO, audit_list.OPEN_ID)
    assert shown is not None
    assert f"Cohort {PAGE}" in texts(shown.blocks)
    assert "Cohort 0" not in texts(shown.blocks)
    assert (await hands.press_view(JO, shown.id, audit_list.OLDER_ID)).ok
    assert "Cohort 0" in texts(shown.blocks)
    assert (await hands.press_view(JO, shown.id, audit_list.NEWER_ID)).ok
    assert "Cohort 0" not in texts(shown.blocks)


async def test_an_entry_with_many_changes_is_read_to_its_end(
    hands: Hands, workspace: Workspace, world: World, clock: FakeClock
) -> None:
    changes = tuple(Change(f"thing {number}", "one", "other") for number in range(CHANGES_PAGE + 1))
    async with world.open_work() as work:
        await work.audit.note(AuditEntry(clock.now(), JO, Deed.ROSTER_APPLIED, "Medicine", changes))
        await work.audit.note(AuditEntry(clock.now(), JO, Deed.COHORT_MADE, "Surgery"))
        await work.commit()
    shown = await opened(hands, workspace, JO, audit_list.OPEN_ID)
    assert shown is not None
    last = f"{changes[-1].what}: one, now other"
    assert last not in texts(shown.blocks)
    assert (await hands.press_view(JO, shown.id, audit_list.ENTRY_ID)).ok
    entry = workspace.views.stack(JO)[-1]
    assert (await hands.press_view(JO, entry.id, audit_list.ENTRY_AFTER_ID)).ok
    assert last in texts(entry.blocks)
    assert (await hands.press_view(JO, entry.id, audit_list.ENTRY_BEFORE_ID)).ok
    assert f"{changes[0].what}: one, now other" in texts(entry.blocks)
    assert await read_entry(world, 3, page=1) is None
