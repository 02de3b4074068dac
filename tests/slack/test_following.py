"""An account is closed and opened again: prompts stop and go on, the coordinator sees it, and nobody else does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import NotOnRoster
from bot.domain.people import PersonId, Student
from bot.flows.apply_roster import apply_roster
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.reach_people import look_for_people, lose
from bot.flows.sync_people import PeopleSync
from bot.flows.welcome_students import welcome_students
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.workspace import BOT_USER_ID, Workspace
from bot.slack.directory import SlackDirectory
from bot.slack.identity import SLACKBOT, Identity
from bot.slack.messenger import SlackMessenger
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, BOB, CAROL, DR_KIM, JO, MALLORY, MONDAY, at, deliver, everybody_starts, roster

THREE = (ALICE, BOB, CAROL)
HEADING = "Who could not be reached"


@pytest.fixture
def world(world: World) -> World:
    """Jo coordinates."""
    return replace(world, coordinators=frozenset({JO}))


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture
def directory(client: AsyncWebClient) -> SlackDirectory:
    return SlackDirectory(client)


@pytest.fixture
async def placed(world: World, clock: FakeClock, straight: Straight, directory: SlackDirectory) -> None:
    """Three students are welcomed, and all of them start."""
    clock.at = at(MONDAY, "06:30")
    await apply_roster(world, roster(THREE), at=clock.now())
    assert await welcome_students(world, directory, at=clock.now()) == 3
    await everybody_starts(world, THREE, when=clock.now())


async def beat(world: World, messenger: SlackMessenger, clock: FakeClock, *, clock_says: str, days: int = 0) -> None:
    """Plan and deliver everything that is due at a time."""
    clock.at = at(MONDAY + timedelta(days=days), clock_says)
    await plan_prompts(world, at=clock.now())
    await deliver(world, messenger, when=clock.now())


async def settings_of(world: World, person: PersonId = ALICE) -> Student:
    async with world.open_work() as work:
        student = await work.people.student(person)
    assert student is not None
    return student


def sent_to(workspace: Workspace, person: str) -> int:
    """How many messages of ours a person's conversation holds."""
    conversation = workspace.im_of(person)
    return len(workspace.messages(conversation.id)) if conversation else 0


async def home_of(hands: Hands, person: str) -> OpenView:
    assert (await hands.open_home(person)).ok
    home = await hands.home(person)
    assert home is not None
    return home


def mentioned(view: OpenView) -> list[str]:
    """Whom a Home tab names, but for the preceptor whose confirmation it asks for."""
    named = [part["user_id"] for part in parts(view.blocks) if part.get("type") == "user"]
    return [person for person in named if person != DR_KIM]


@pytest.mark.usefixtures("placed")
async def test_alices_account_is_closed_and_opened_again(
    world: World, hands: Hands, workspace: Workspace, messenger: SlackMessenger, clock: FakeClock, pokes: Pokes
) -> None:
    await beat(world, messenger, clock, clock_says="07:15")
    assert (sent_to(workspace, ALICE), sent_to(workspace, BOB)) == (1, 1)

    clock.forward(timedelta(hours=1))
    assert (await hands.close_account(ALICE)).ok
    await beat(world, messenger, clock, clock_says="17:45")
    assert (sent_to(workspace, ALICE), sent_to(workspace, BOB)) == (1, 2)

    desk = await home_of(hands, JO)
    assert HEADING in texts(desk.blocks)
    assert mentioned(desk) == [ALICE]
    assert ": the account is deactivated" in texts(desk.blocks)
    for person in (BOB, MALLORY):
        home = await home_of(hands, person)
        assert HEADING not in texts(home.blocks)
        assert mentioned(home) == ([ALICE, CAROL] if person == BOB else [])
    assert pokes.count == 0

    assert (await hands.open_account(ALICE)).ok
    assert pokes.count == 1
    await beat(world, messenger, clock, clock_says="07:15", days=1)
    assert (sent_to(workspace, ALICE), sent_to(workspace, BOB)) == (2, 3)
    assert HEADING not in texts((await home_of(hands, JO)).blocks)


@pytest.mark.usefixtures("placed")
async def test_an_account_that_opened_unheard_is_found_by_the_look(
    world: World,
    hands: Hands,
    workspace: Workspace,
    messenger: SlackMessenger,
    directory: SlackDirectory,
    clock: FakeClock,
) -> None:
    await hands.close_account(ALICE)
    assert await look_for_people(world, directory, at=clock.now()) == 0
    workspace.reactivate(ALICE)
    assert await look_for_people(world, directory, at=clock.now()) == 1
    conversation = workspace.im_of(ALICE)
    assert conversation is not None
    assert (await settings_of(world)).conversation == conversation.id
    await beat(world, messenger, clock, clock_says="07:15")
    assert sent_to(workspace, ALICE) == 1


async def test_who_is_placed_with_a_closed_account_is_welcomed_when_it_opens(
    world: World,
    hands: Hands,
    straight: Straight,
    workspace: Workspace,
    messenger: SlackMessenger,
    directory: SlackDirectory,
    clock: FakeClock,
) -> None:
    clock.at = at(MONDAY, "06:30")
    await hands.close_account(ALICE)
    await apply_roster(world, roster(THREE), at=clock.now())
    assert await welcome_students(world, directory, at=clock.now()) == 2
    assert mentioned(await home_of(hands, JO)) == [ALICE]
    await beat(world, messenger, clock, clock_says="06:31")
    assert sent_to(workspace, ALICE) == 0

    await hands.open_account(ALICE)
    await beat(world, messenger, clock, clock_says="06:32")
    assert (sent_to(workspace, ALICE), sent_to(workspace, BOB)) == (1, 1)


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("tab", ["home", "messages"])
async def test_whoever_opens_the_app_is_there(
    world: World, hands: Hands, clock: FakeClock, pokes: Pokes, tab: str
) -> None:
    await lose(world, ALICE, "channel_not_found", at=clock.now())
    assert (await hands.open_home(BOB, tab=tab)).ok
    assert (await settings_of(world)).unreachable == "channel_not_found"
    assert (await hands.open_home(ALICE, tab=tab)).ok
    assert (await settings_of(world)).unreachable is None
    assert pokes.count == 1


@pytest.mark.usefixtures("placed")
async def test_a_change_of_something_else_changes_nothing(
    world: World, hands: Hands, straight: Straight, pokes: Pokes
) -> None:
    before = await settings_of(world)
    assert (await hands.open_account(ALICE)).ok
    assert await settings_of(world) == before
    assert pokes.count == 0


@pytest.mark.usefixtures("placed")
async def test_what_slack_says_twice_changes_nothing_the_second_time(
    world: World, hands: Hands, straight: Straight, pokes: Pokes
) -> None:
    await hands.close_account(ALICE)
    closed, lost = straight.delivered[-1], await settings_of(world)
    assert (await straight.app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=closed))).status == 200
    assert await settings_of(world) == lost


@pytest.mark.usefixtures("placed")
async def test_whoever_joins_again_goes_on_and_a_new_name_or_a_guest_account_changes_nothing(
    world: World, hands: Hands, workspace: Workspace, pokes: Pokes
) -> None:
    before, alice = await settings_of(world), workspace.person(ALICE)
    assert (await hands.change_account(replace(alice, name="ally", real_name="Ally B.", is_guest=True))).ok
    assert await settings_of(world) == before
    await hands.close_account(ALICE)
    assert (await hands.join(replace(alice, tz="America/Denver"))).ok
    again = await settings_of(world)
    assert (again.unreachable, again.zone.key, again.standing) == (None, "America/Denver", before.standing)
    assert pokes.count == 1


@pytest.mark.usefixtures("placed")
async def test_what_nobody_told_of_is_found_in_the_list_of_members(
    world: World, hands: Hands, workspace: Workspace, directory: SlackDirectory, clock: FakeClock
) -> None:
    workspace.deactivate(ALICE)
    workspace.put_person(replace(workspace.person(BOB), tz="America/Denver"))
    assert await PeopleSync(world, directory).next_page(at=clock.now()) == 2
    assert ((await settings_of(world)).unreachable, (await settings_of(world, BOB)).zone.key) == (
        "user_disabled",
        "America/Denver",
    )
    workspace.reactivate(ALICE)
    assert await PeopleSync(world, directory).next_page(at=clock.now()) == 1
    assert (await settings_of(world)).unreachable is None


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("person", [MALLORY, JO, "U0KIM"])
async def test_nobody_else_is_followed(world: World, hands: Hands, pokes: Pokes, person: str) -> None:
    assert (await hands.close_account(person)).ok
    assert (await hands.open_account(person)).ok
    async with world.open_work() as work:
        assert await work.people.student(PersonId(person)) is None
        assert await work.people.count_unreachable(on=MONDAY) == 0
    assert pokes.count == 0


@pytest.mark.parametrize(
    "user", [{"id": BOT_USER_ID}, {"id": SLACKBOT}, {"id": "U0OTHERBOT", "is_bot": True}, {"id": "U0STRANGER"}]
)
async def test_news_of_bots_and_strangers_is_taken_quietly(
    world: World, app: AsyncApp, identity: Identity, user: dict[str, Any]
) -> None:
    event = {"type": "user_change", "user": {**user, "deleted": True, "profile": {"status_text": "on call"}}}
    body = {"type": "event_callback", "team_id": identity.team_id, "event": event}
    answer = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert (answer.status, answer.body) == (200, "")


@pytest.mark.usefixtures("placed")
async def test_news_from_another_workspace_loses_nobody(world: World, app: AsyncApp) -> None:
    event = {"type": "user_change", "user": {"id": ALICE, "deleted": True}}
    body = {"type": "event_callback", "team_id": "T0ELSEWHERE", "event": event}
    answer = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert answer.status == 200
    assert (await settings_of(world)).unreachable is None


@pytest.mark.usefixtures("placed")
async def test_mallory_finds_nothing_about_anybody(world: World, hands: Hands) -> None:
    assert await lose(world, ALICE, "user_disabled", at=at(MONDAY, "06:30"))
    assert texts((await home_of(hands, MALLORY)).blocks) == [str(NotOnRoster())]
