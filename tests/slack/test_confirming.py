"""A preceptor presses *I have read this*: in the briefing, below a digest, or on Home. Nobody else gets anywhere."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.digest import CLOSING
from bot.domain.errors import NotAPreceptor
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.brief_preceptors import brief_preceptors
from bot.flows.ports import World
from bot.flows.welcome_students import welcome_students
from bot.practice.hands import Hands
from bot.practice.workspace import Message, Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views.briefing import CONFIRM_ID, CONFIRMED, confirm_button
from tests.fakes import FakeClock, FakeDirectory
from tests.slack.conftest import Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, DR_KIM, MALLORY, deliver, roster


@pytest.fixture
async def briefed(world: World, client: AsyncWebClient, straight: Straight, clock: FakeClock) -> None:
    """Alice and Dr. Kim are placed, and have heard what this is."""
    await apply_roster(world, roster([ALICE]), at=clock.now())
    await brief_preceptors(world, at=clock.now())
    await welcome_students(world, FakeDirectory(), at=clock.now())
    await deliver(world, SlackMessenger(client), when=clock.now())


async def newest(hands: Hands, person: str = DR_KIM) -> Message:
    return (await hands.messages(person))[-1]


def shown(message: Message) -> str:
    return "\n".join(texts(message.blocks))


def has_button(blocks: object) -> bool:
    return any(part.get("action_id") == CONFIRM_ID for part in parts(blocks))


async def has_confirmed(world: World, person: PersonId = DR_KIM) -> bool:
    async with world.open_work() as work:
        return person in await work.preceptors.confirmed([person])


def digest_to(workspace: Workspace, person: str) -> Message:
    """A digest that went to somebody directly, with the button below it."""
    blocks = [{"type": "section", "text": {"type": "plain_text", "text": "Try this week"}}, confirm_button().to_dict()]
    return workspace.post(workspace.open_im(person).id, "Try this week", blocks=blocks)


@pytest.mark.usefixtures("briefed")
async def test_the_pressed_briefing_says_at_once_that_it_is_done_and_keeps_what_it_said(
    world: World, hands: Hands
) -> None:
    (message,) = await hands.messages(DR_KIM)
    assert CLOSING in shown(message)
    assert "Mondays at 07:00" in shown(message)
    assert has_button(message.blocks)
    assert (await hands.press(DR_KIM, message.ts, CONFIRM_ID)).ok
    assert await has_confirmed(world)
    (message,) = await hands.messages(DR_KIM)
    assert CLOSING in shown(message)
    assert CONFIRMED in shown(message)
    assert not has_button(message.blocks)


@pytest.mark.usefixtures("briefed")
async def test_a_digest_stays_where_the_press_is_answered_below_it_however_often(
    world: World, hands: Hands, workspace: Workspace
) -> None:
    digest = digest_to(workspace, DR_KIM)
    for _ in range(2):
        assert (await hands.press(DR_KIM, digest.ts, CONFIRM_ID)).ok
        assert (await newest(hands)).ephemeral_to == DR_KIM
        assert shown(await newest(hands)) == CONFIRMED
    assert await has_confirmed(world)
    assert digest in await hands.messages(DR_KIM)


@pytest.mark.usefixtures("briefed")
async def test_on_home_the_button_goes_once_it_is_pressed(world: World, hands: Hands) -> None:
    await hands.open_home(DR_KIM)
    home = await hands.home(DR_KIM)
    assert home is not None
    assert CLOSING in texts(home.blocks)
    assert has_button(home.blocks)
    assert (await hands.press_home(DR_KIM, CONFIRM_ID)).ok
    home = await hands.home(DR_KIM)
    assert home is not None
    assert not has_button(home.blocks)
    assert await has_confirmed(world)


@pytest.mark.usefixtures("briefed")
async def test_a_home_that_was_opened_before_is_fresh_after_a_press_elsewhere(hands: Hands, tasks: Tasks) -> None:
    await hands.open_home(DR_KIM)
    assert (await hands.press(DR_KIM, (await newest(hands)).ts, CONFIRM_ID)).ok
    await tasks.close()
    home = await hands.home(DR_KIM)
    assert home is not None
    assert not has_button(home.blocks)


@pytest.mark.usefixtures("briefed")
@pytest.mark.parametrize("somebody", [ALICE, MALLORY])
async def test_anybody_else_reads_a_kind_no_and_confirms_nothing(
    world: World, hands: Hands, workspace: Workspace, somebody: PersonId
) -> None:
    message = digest_to(workspace, somebody)
    assert (await hands.press(somebody, message.ts, CONFIRM_ID)).ok
    answer = await newest(hands, somebody)
    assert (answer.ephemeral_to, shown(answer)) == (somebody, str(NotAPreceptor()))
    assert not await has_confirmed(world, somebody)
    assert not await has_confirmed(world)
