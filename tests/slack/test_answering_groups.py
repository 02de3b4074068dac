"""Dr. Kim answers the group: what she sees, what students get, and that nothing typed is lost."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import AnswerRefused, NotAPreceptor, NotConfirmedYet, PressAgain
from bot.domain.group_answer import UNSIGNED, GroupAnswer
from bot.domain.people import CohortId, PersonId
from bot.flows.answer_group import send_answer
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Json
from bot.practice.wire import Kind as Carried
from bot.practice.workspace import Message, Workspace
from bot.slack import roster_names
from bot.slack.directory import Named, SlackDirectory
from bot.slack.messenger import SlackMessenger
from bot.slack.roster_names import KNOWN_FOR, RosterNames
from bot.slack.tasks import Tasks
from bot.slack.views.answer_form import ONE_ANSWER, SENT, TEXT
from bot.slack.views.digest_post import ANSWER_ID
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.test_listeners import in_front, newest, shown
from tests.stories import (
    ALICE,
    BOB,
    DIGEST_CHANNEL,
    DR_KIM,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    at,
    deliver,
    everybody_starts,
    place,
    roster,
)

WORDS = "I heard you all.\nRounds will begin ten minutes later."
DR_LEE = PersonId("U0JO")
"""Jo has an account in the practice workspace, and teaches here."""
MEDICINE = CohortId(1)


@pytest.fixture(autouse=True)
async def digest(
    world: World, workspace: Workspace, straight: Straight, clock: FakeClock, client: AsyncWebClient
) -> Message:
    """Alice has started, Bob has not; Dr. Kim and a colleague have confirmed; a digest with its button was posted."""
    await place(world, [ALICE, BOB])
    await apply_roster(world, roster([], rotation="Medicine B").replace(DR_KIM, DR_LEE), at=at(MONDAY, "06:30"))
    await everybody_starts(world, [ALICE])
    clock.at = at(NEXT_MONDAY, "07:00")
    await publish_digests(world, at=clock.now())
    await confirm(world, DR_KIM, DR_LEE)
    clock.at = at(NEXT_MONDAY, "12:00")
    return post_a_button(workspace, DIGEST_CHANNEL)


async def confirm(world: World, *preceptors: PersonId) -> None:
    async with world.open_work() as work:
        for preceptor in preceptors:
            await work.preceptors.confirm(preceptor, at=at(MONDAY, "12:00"))
        await work.commit()


def post_a_button(workspace: Workspace, channel: str, value: str = f"{MEDICINE}:{NEXT_MONDAY}") -> Message:
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": "Answer the group"},
        "action_id": ANSWER_ID,
        "value": value,
    }
    return workspace.post(channel, "A digest", blocks=[{"type": "actions", "elements": [button]}])


async def press(hands: Hands, digest: Message, person: str = DR_KIM) -> Sequence[OpenView]:
    assert (await hands.press(person, digest.ts, ANSWER_ID, channel=digest.channel)).ok
    return await hands.open_views(person)


async def send(hands: Hands, text: str | None = None, person: str = DR_KIM) -> OpenView | None:
    """Fill in and send the form in front; what is in front then."""
    form = await in_front(hands, person)
    await hands.submit(person, form.id, {TEXT: text} if text else None)
    views = await hands.open_views(person)
    return views[-1] if views else None


async def answered(straight: Straight, body: Json) -> Json | None:
    """What the app answers to a form that comes (once more) from Slack."""
    return (await straight.deliver(Carried.INTERACTION, body)).payload


async def stands(world: World) -> GroupAnswer | None:
    async with world.open_work() as work:
        return await work.group_answers.of(MEDICINE, NEXT_MONDAY)


async def test_what_is_previewed_is_what_students_get(
    world: World, hands: Hands, digest: Message, client: AsyncWebClient, clock: FakeClock, pokes: Pokes
) -> None:
    (form,) = await press(hands, digest)
    assert form.values == {TEXT: {TEXT: None}}
    assert "To all students of Medicine, on the digest of Monday, November 30" in shown(form)
    preview = await send(hands, f" {WORDS}\u202e ")
    assert preview is not None
    _, _, *previewed, _ = shown(preview).splitlines()
    assert await stands(world) is None
    sent = await send(hands)
    assert sent is not None
    assert shown(sent) == SENT
    assert pokes.count == 1
    kept = await stands(world)
    assert kept is not None
    assert (kept.preceptor, kept.text, kept.signature) == (DR_KIM, WORDS, "Dr. Kim")
    await hands.close(DR_KIM, sent.id)
    assert await hands.open_views(DR_KIM) == []

    await deliver(world, SlackMessenger(client), when=clock.now())
    got = await newest(hands)
    assert shown(got).splitlines() == previewed
    assert got.text.startswith("Dr. Kim answered the group")
    for person in (BOB, MALLORY):
        assert not any(WORDS in shown(each) for each in await hands.messages(person))
    for person in (ALICE, BOB):
        await hands.open_home(person)
        home = await hands.home(person)
        assert home is not None
        assert "What preceptors answered" in shown(home)
        assert WORDS in shown(home)
    await hands.open_home(MALLORY)
    mallorys = await hands.home(MALLORY)
    assert mallorys is not None
    assert WORDS not in shown(mallorys)


async def test_back_leads_to_what_was_typed(world: World, hands: Hands, digest: Message) -> None:
    await press(hands, digest)
    preview = await send(hands, WORDS)
    assert preview is not None
    assert preview.view["close"]["text"] == "Back"
    await hands.close(DR_KIM, preview.id)
    form = await in_front(hands, DR_KIM)
    assert form.values == {TEXT: {TEXT: WORDS}}
    assert await stands(world) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Thank you, alice.", "This looks like a name: alice."),
        ("Whoever wrote this is right.", "“Whoever wrote”"),
        ("Would ten minutes help?", "can't answer here"),
        ("Call 857 555 0123.", "a phone number: 857 555 0123"),
        ("\u200b", "There are no words to send yet."),
    ],
)
async def test_a_refusal_stands_under_the_text_which_stays(
    world: World, hands: Hands, digest: Message, text: str, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bedside")
    await press(hands, digest)
    form = await send(hands, text)
    assert form is not None
    assert says in form.errors[TEXT]
    assert form.values == {TEXT: {TEXT: text}}
    assert await stands(world) is None
    assert not any("alice" in f"{record.__dict__}".lower() for record in caplog.records if record.name == "bedside")
    assert not any(record.levelno >= logging.ERROR for record in caplog.records)


async def test_a_colleague_who_was_first_is_shown_at_every_step_and_nothing_typed_is_lost(
    world: World, hands: Hands, digest: Message, clock: FakeClock, pokes: Pokes
) -> None:
    await press(hands, digest)
    await send(hands, WORDS)
    first = GroupAnswer(MEDICINE, NEXT_MONDAY, DR_LEE, "I heard you first.", "Dr. Lee", clock.now())
    assert await send_answer(world, first) == first

    told = await send(hands)
    assert told is not None
    assert "Dr. Lee has answered this digest already:\nI heard you first." in shown(told)
    assert pokes.count == 0
    await hands.close(DR_KIM, told.id)
    assert (await in_front(hands, DR_KIM)).values == {TEXT: {TEXT: WORDS}}

    told = await send(hands)
    assert told is not None
    assert ONE_ANSWER in shown(told)
    await hands.close(DR_KIM, told.id)
    assert (await in_front(hands, DR_KIM)).values == {TEXT: {TEXT: WORDS}}
    (told,) = await press(hands, digest)
    assert "Dr. Lee has answered" in shown(told)
    assert await stands(world) == first


async def test_to_a_preceptor_whoever_signed_with_no_name_is_a_colleague(
    world: World, hands: Hands, digest: Message, clock: FakeClock
) -> None:
    await send_answer(world, GroupAnswer(MEDICINE, NEXT_MONDAY, DR_LEE, WORDS, UNSIGNED, clock.now()))
    (told,) = await press(hands, digest)
    assert shown(told).startswith("A colleague has answered this digest already:")
    assert UNSIGNED not in shown(told)


async def test_a_preceptor_may_sign_within_the_text(hands: Hands, digest: Message) -> None:
    await press(hands, digest)
    preview = await send(hands, "I heard you all. Yours, Dr. Kim")
    assert preview is not None
    assert "Yours, Dr. Kim" in shown(preview)


async def test_two_devices_and_double_clicks_send_once(
    world: World, hands: Hands, digest: Message, straight: Straight, clock: FakeClock
) -> None:
    await press(hands, digest)
    await send(hands, WORDS)
    await send(hands)
    sending = straight.delivered[-1]
    clock.forward(timedelta(seconds=1))
    again = await answered(straight, sending)
    assert SENT in f"{again}"
    (told,) = await press(hands, digest)
    assert "You have answered this digest already:" in shown(told)
    other = {**sending, "view": {**sending["view"], "private_metadata": f"1:{NEXT_MONDAY}\nDr. Kim\nOther words."}}
    assert "You have answered this digest already:" in f"{await answered(straight, other)}"
    kept = await stands(world)
    assert kept is not None
    assert kept.text == WORDS
    async with world.open_work() as work:
        assert (
            len([each for each in await work.outbox.of_student(ALICE) if "group-answer" in each.planned.dedupe_key])
            == 1
        )


@pytest.mark.parametrize("person", [ALICE, BOB, MALLORY])
async def test_nobody_else_opens_or_sends_anything(
    world: World, hands: Hands, workspace: Workspace, straight: Straight, digest: Message, person: str
) -> None:
    await confirm(world, PersonId(person))
    theirs = post_a_button(workspace, workspace.open_im(person).id)
    assert await press(hands, theirs, person) == []
    assert shown(await newest(hands, person)) == str(NotAPreceptor())

    await press(hands, digest)
    await send(hands, WORDS)
    typed = straight.delivered[-1]
    await send(hands)
    sent = straight.delivered[-1]
    async with world.open_work() as work:
        await work.group_answers.forget(ended_by=date.max, dated_by=date.min)
        await work.commit()
    for body in (typed, sent):
        assert str(NotAPreceptor()) in f"{await answered(straight, {**body, 'user': {'id': person}})}"
    assert await stands(world) is None


@pytest.mark.parametrize(
    "value", ["", "1", "1:yesterday", "x:2026-11-30", "-1:2026-11-30", "9" * 30 + ":2026-11-30", "²:2026-11-30"]
)
async def test_a_button_that_means_nothing_opens_nothing(hands: Hands, workspace: Workspace, value: str) -> None:
    forged = post_a_button(workspace, DIGEST_CHANNEL, value)
    assert await press(hands, forged) == []
    assert shown((await hands.messages(DR_KIM, DIGEST_CHANNEL))[-1]) == str(AnswerRefused())


async def test_who_has_not_confirmed_is_told_so_to_nobody_else(
    world: World, hands: Hands, digest: Message, clock: FakeClock
) -> None:
    roster_of_another = roster([], rotation="Medicine C").replace(DR_KIM, MALLORY)
    await apply_roster(world, roster_of_another, at=clock.now())
    digest_in_private = post_a_button(hands.workspace, hands.workspace.open_im(MALLORY).id)
    assert await press(hands, digest_in_private, MALLORY) == []
    told = await newest(hands, MALLORY)
    assert shown(told) == str(NotConfirmedYet())
    assert told.ephemeral_to == MALLORY


# ── Names ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_while_slack_has_not_told_the_names_one_presses_again(
    hands: Hands, digest: Message, workspace: Workspace, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_names, "WAITED_FOR", 0.01)
    go = asyncio.Event()
    for _ in range(6):
        workspace.faults.add("users.info", "hold", until=go.wait)
    (form,) = await press(hands, digest)
    assert TEXT in form.values, "the form is there at once"
    waiting = await send(hands, WORDS)
    assert waiting is not None
    assert waiting.errors == {TEXT: str(PressAgain())}
    assert waiting.values == {TEXT: {TEXT: WORDS}}
    go.set()
    await tasks.close()
    monkeypatch.undo()
    preview = await send(hands)
    assert preview is not None
    assert WORDS in shown(preview)


async def test_names_are_asked_for_once_an_hour(client: AsyncWebClient, workspace: Workspace, tasks: Tasks) -> None:
    asked: list[str] = []
    names, noon = RosterNames(tasks), at(NEXT_MONDAY, "12:00")

    async def named(_: SlackDirectory, person: PersonId) -> Named:
        asked.append(person)
        return Named((person,), person)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SlackDirectory, "named", named)
        for minutes in (0, 0, 59):
            known = await names.of(client, [ALICE, BOB], at=noon + timedelta(minutes=minutes))
            assert known[BOB].signature == BOB
        assert asked == [ALICE, BOB]
        await names.of(client, [ALICE], at=noon + KNOWN_FOR)
        assert asked == [ALICE, BOB, ALICE]


async def test_what_slack_does_not_tell_is_asked_again_and_who_is_unheard_of_has_no_name(
    client: AsyncWebClient, workspace: Workspace, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    names, noon = RosterNames(tasks), at(NEXT_MONDAY, "12:00")
    workspace.faults.add("users.info", "status")
    with pytest.raises(PressAgain):
        await names.of(client, [ALICE], at=noon)
    assert [record.message for record in caplog.records] == ["names_not_looked_up"]
    known = await names.of(client, [ALICE, PersonId("U0NOBODY")], at=noon)
    assert known == {ALICE: Named(("Alice", "alice"), "Alice"), "U0NOBODY": Named()}
    assert "Alice" not in f"{known}"
