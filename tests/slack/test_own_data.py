"""A student presses *Send me my journal* and *Delete everything*: what they read, and what is there afterwards."""

import json
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Forgotten, NotOnRoster
from bot.domain.outbox import OUT_OF_HANDS
from bot.domain.people import PersonId
from bot.flows.open_home.opening import last_shown
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Json
from bot.practice.workspace import BOT_USER_ID, Workspace
from bot.slack.home_tab import renew_outdated
from bot.slack.identity import Identity
from bot.slack.messenger import SlackMessenger
from bot.slack.views import delete_form, how_sharing_works, own_data, question, reply_form, share_words_form
from bot.slack.views.farewell import farewell
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, BOB, DR_KIM, MALLORY, MONDAY, answer, at, deliver, everybody_starts, place

WORDS = "I sat down before I asked anything."
TWO = (ALICE, BOB)


@pytest.fixture
def messenger(client: AsyncWebClient) -> SlackMessenger:
    return SlackMessenger(client)


@pytest.fixture(autouse=True)
async def alice_wrote(
    world: World, messenger: SlackMessenger, clock: FakeClock, hands: Hands, straight: Straight
) -> None:
    """Alice and Bob started and were asked, Alice answered, and both have their Home open."""
    await place(world, TWO)
    await everybody_starts(world, TWO)
    clock.at = at(MONDAY, "17:45")
    await plan_prompts(world, at=clock.now())
    await deliver(world, messenger, when=clock.now())
    await answer(world, ALICE, text=WORDS)
    clock.at = at(MONDAY, "18:30")
    await deliver(world, messenger, when=clock.now())
    for student in TWO:
        await hands.open_home(student)


async def in_front(hands: Hands, person: str = ALICE) -> OpenView:
    return (await hands.open_views(person))[-1]


def shown(view: OpenView) -> str:
    return "\n".join(texts(view.blocks))


async def from_bot(hands: Hands, person: str) -> list[str]:
    return [each.text for each in await hands.messages(person) if each.user == BOT_USER_ID]


async def delete_all(hands: Hands, person: str = ALICE) -> OpenView:
    assert (await hands.press_home(person, own_data.DELETE_ID)).ok
    form = await in_front(hands, person)
    assert (await hands.submit(person, form.id)).ok
    return await in_front(hands, person)


def forged(identity: Identity, workspace: Workspace, person: str, **payload: object) -> Json:
    """Something that this person never had a button for."""
    trigger = workspace.trigger(person)
    return {"team": {"id": identity.team_id}, "user": {"id": person}, "trigger_id": trigger, **payload}


def press(action_id: str) -> dict[str, Any]:
    return {"type": "block_actions", "actions": [{"type": "button", "action_id": action_id, "block_id": "b"}]}


def form_sent() -> dict[str, Any]:
    return {"type": "view_submission", "view": delete_form.delete_form().to_dict()}


async def test_a_student_opens_how_sharing_works_from_home(hands: Hands) -> None:
    assert (await hands.press_home(ALICE, how_sharing_works.OPEN_ID)).ok
    opened = await in_front(hands)
    assert opened.view["title"]["text"] == how_sharing_works.TITLE
    assert "submit" not in opened.view


# ── Send me my journal ────────────────────────────────────────────────────────────────────────────────────────────


async def test_it_comes_as_a_file_and_goes_after_a_day(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, pokes: Pokes
) -> None:
    assert (await hands.press_home(ALICE, own_data.SEND_ID)).ok
    assert shown(await in_front(hands)) == own_data.COMING
    assert pokes.count == 1
    await deliver(world, messenger, when=clock.now())
    newest = (await hands.messages(ALICE))[-1]
    (file,) = newest.files
    assert WORDS.encode() in (file.content or b"")
    assert not any(each.files for each in await hands.messages(BOB))

    await deliver(world, messenger, when=clock.forward(timedelta(hours=24, minutes=1)))
    assert newest.ts not in [each.ts for each in await hands.messages(ALICE)]
    assert file.deleted


async def test_a_second_press_brings_no_second_file_and_says_so(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, workspace: Workspace
) -> None:
    for sentence in (own_data.COMING, own_data.COMING_ALREADY):
        assert (await hands.press_home(ALICE, own_data.SEND_ID)).ok
        assert shown(await in_front(hands)) == sentence
    await deliver(world, messenger, when=clock.now())
    assert len(workspace.files) == 1


async def test_an_empty_journal_is_said_to_be_empty(hands: Hands) -> None:
    assert (await hands.press_home(BOB, own_data.SEND_ID)).ok
    assert shown(await in_front(hands, BOB)) == own_data.EMPTY


async def test_what_can_not_be_shown_in_time_comes_all_the_same(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, workspace: Workspace
) -> None:
    workspace.faults.add("views.open", "error", code="expired_trigger_id")
    assert (await hands.press_home(ALICE, own_data.SEND_ID)).ok
    await deliver(world, messenger, when=clock.now())
    assert len(workspace.files) == 1


async def test_the_farewell_offers_it_too(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, workspace: Workspace
) -> None:
    told = farewell(MONDAY)
    message = workspace.post(workspace.open_im(ALICE).id, told.text, blocks=told.block_dicts)
    assert (await hands.press(ALICE, message.ts, own_data.SEND_ID)).ok
    await deliver(world, messenger, when=clock.now())
    assert len((await hands.messages(ALICE))[-1].files) == 1


async def test_without_the_scope_for_files_it_comes_as_a_message(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock, workspace: Workspace
) -> None:
    workspace.scopes.discard("files:write")
    await hands.press_home(ALICE, own_data.SEND_ID)
    for _ in range(2):
        await deliver(world, messenger, when=clock.forward(timedelta(seconds=3)))
    newest = (await hands.messages(ALICE))[-1]
    assert WORDS in newest.text
    assert WORDS in "\n".join(texts(newest.blocks))
    await deliver(world, messenger, when=clock.forward(timedelta(hours=24, minutes=1)))
    assert not [text for text in await from_bot(hands, ALICE) if WORDS in text]


# ── Delete everything about me ────────────────────────────────────────────────────────────────────────────────────


async def test_it_is_asked_once_and_then_everything_is_gone_from_slack_too(
    world: World, hands: Hands, messenger: SlackMessenger, clock: FakeClock
) -> None:
    await hands.say(ALICE, "I typed this myself.")
    others = await from_bot(hands, BOB)
    assert await from_bot(hands, ALICE)
    last = await delete_all(hands)
    assert delete_form.GONE in shown(last)
    home = await hands.home(ALICE)
    assert home is not None
    assert shown(home) == str(Forgotten())

    await deliver(world, messenger, when=clock.forward(OUT_OF_HANDS))
    assert await from_bot(hands, ALICE) == []
    assert [each.text for each in await hands.messages(ALICE)] == ["I typed this myself."]
    assert await from_bot(hands, BOB) == others


async def test_a_journal_that_slack_keeps_on_home_goes_at_the_next_beat(
    world: World, hands: Hands, workspace: Workspace, client: AsyncWebClient, clock: FakeClock
) -> None:
    async def on_home() -> str:
        home = await hands.home(ALICE)
        assert home is not None
        return shown(home)

    workspace.faults.add("views.publish", "error", code="internal_error")
    assert delete_form.GONE in shown(await delete_all(hands))
    assert WORDS in await on_home()
    assert await renew_outdated(client, world, at=clock.now()) == 1
    assert await on_home() == str(Forgotten())
    assert await last_shown(world, ALICE) is None


async def test_whoever_closes_the_question_keeps_everything(world: World, hands: Hands) -> None:
    await hands.press_home(ALICE, own_data.DELETE_ID)
    await hands.close(ALICE, (await in_front(hands)).id)
    async with world.open_work() as work:
        assert await work.people.student(ALICE) is not None
        assert len(await work.replies.all_of(ALICE)) == 1


async def test_the_form_says_what_goes_and_what_can_not() -> None:
    told = "\n".join(texts(delete_form.delete_form().to_dict())).lower()
    for fact in ("everything you wrote", "settings", "planned", "digests that are out", "you typed", "backups"):
        assert fact in told
    for fact in ("by its own rules", "until your rotation ends", "names nobody", "next roster", own_data.SEND.lower()):
        assert fact in told


async def test_a_form_that_is_sent_twice_says_goodbye_twice(
    hands: Hands, app: AsyncApp, identity: Identity, workspace: Workspace
) -> None:
    await delete_all(hands)
    body = forged(identity, workspace, ALICE, **form_sent())
    again = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert again.status == 200
    assert delete_form.GONE in again.body


@pytest.mark.parametrize("button", [question.OPEN_ID, question.SKIP_ID])
async def test_an_old_button_of_somebody_forgotten_answers_kindly(
    hands: Hands, workspace: Workspace, button: str, app: AsyncApp, identity: Identity
) -> None:
    old = next(each for each in reversed(await hands.messages(ALICE)) if [*parts(each.blocks)])
    await delete_all(hands)
    body = forged(identity, workspace, ALICE, **press(button))
    body["actions"][0]["value"] = MONDAY.isoformat()
    body["response_url"] = workspace.response_url(ALICE, old.channel, old.ts)
    assert (await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))).status == 200
    assert (await hands.messages(ALICE))[-1].text == str(Forgotten())


@pytest.mark.parametrize("view", [reply_form.CALLBACK_ID, share_words_form.CALLBACK_ID])
async def test_an_old_form_of_somebody_forgotten_answers_kindly(
    hands: Hands, workspace: Workspace, app: AsyncApp, identity: Identity, view: str
) -> None:
    await delete_all(hands)
    if view == reply_form.CALLBACK_ID:
        fields: Json = {"themes": {"themes": {}}, "text": {"text": {"value": "Hm."}}, "sharing": {"sharing": {}}}
    else:
        fields = {"excerpt": {"excerpt": {"value": "Hm."}}}
    sent = {
        "type": "modal",
        "callback_id": view,
        "private_metadata": f"{MONDAY.isoformat()} {at(MONDAY, '18:00').isoformat()}",
        "blocks": [{"type": "input", "block_id": block_id} for block_id in fields],
        "state": {"values": fields},
        "submit": {"text": "Save"},
    }
    body = forged(identity, workspace, ALICE, type="view_submission", view=sent)
    answer = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert list(json.loads(answer.body)["errors"].values()) == [str(Forgotten())]


PRESSES = [press(own_data.DELETE_ID), press(own_data.SEND_ID), press(how_sharing_works.OPEN_ID)]


@pytest.mark.parametrize("payload", [*PRESSES, form_sent()])
@pytest.mark.parametrize("person", [MALLORY, DR_KIM])
async def test_nobody_else_can_delete_or_have_anything_sent_or_explained(
    world: World,
    hands: Hands,
    app: AsyncApp,
    identity: Identity,
    workspace: Workspace,
    person: PersonId,
    payload: dict[str, Any],
) -> None:
    body = forged(identity, workspace, person, **payload)
    response = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert response.status == 200
    seen = response.body + "".join(shown(view) for view in await hands.open_views(person))
    assert str(NotOnRoster()) in seen
    assert WORDS not in seen
    async with world.open_work() as work:
        assert len(await work.replies.all_of(ALICE)) == 1
