"""Dr. Kim answers a digest on the practice workspace: Alice gets it, Bob reads it on Home, Mallory learns nothing."""

import tempfile
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.demo import Demo, open_demo
from bot.domain.people import PersonId
from bot.flows.take_break import pause
from bot.practice.cast import MALLORY, PRECEPTOR, PRECEPTORS_CHANNEL
from bot.practice.page.controls import Stop
from bot.practice.workspace import Message
from bot.slack.views.answer_form import ANSWER_ID, SENT, TEXT
from tests.people import form_in_front, press, said_by_bot, words_of
from tests.slack.drawings import texts

ALICE, BOB = "U0ALICE", "U0BOB"
FIRST_MONDAY = datetime.combine(date(2026, 10, 19), time(6, 30), ZoneInfo("America/New_York"))
WORDS = "I heard you all. Rounds will begin ten minutes later."


@pytest.fixture
async def demo(quick_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Demo]:
    monkeypatch.setattr(tempfile, "tempdir", str(quick_folder))
    async with open_demo(begins=FIRST_MONDAY) as demo:
        yield demo


async def test_an_answer_reaches_everybody_whom_it_is_for(demo: Demo) -> None:
    digest = await a_digest_with_alice_and_bob(demo)
    await answer_it(demo, digest)

    (got,) = await demo.workspace.until(lambda: heard(demo, ALICE))
    assert words_of(got).startswith("Dr. Kim answered the group")
    assert heard(demo, BOB) == []
    assert await said_by_bot(demo, MALLORY) == []
    assert [WORDS in await home_of(demo, person) for person in (ALICE, BOB, MALLORY)] == [True, True, False]
    assert "What preceptors answered" in await home_of(demo, BOB)


async def a_digest_with_alice_and_bob(demo: Demo) -> Message:
    """A week in which Alice and Bob start, and Bob pauses; and the digest after it."""
    world, now = demo.bot.world, demo.clock.now
    demo.classmates.played |= {ALICE, BOB}
    for person in (ALICE, BOB):
        await press(demo, person, "Start: every day")
    await demo.time.move_to_next(Stop.QUESTION)
    await pause(world, PersonId(BOB), FIRST_MONDAY.date() + timedelta(days=14), at=now())
    async with world.open_work() as work:
        await work.preceptors.confirm(PersonId(PRECEPTOR), at=now())
        await work.commit()
    digest = await demo.time.move_to_next(Stop.DIGEST)
    return post_the_button(demo, digest.at.astimezone(FIRST_MONDAY.tzinfo).date())


def post_the_button(demo: Demo, on: date) -> Message:
    button = {"type": "button", "action_id": ANSWER_ID, "value": f"1:{on}"}
    label = {"text": {"type": "plain_text", "text": "Answer the group"}}
    return demo.workspace.post(
        PRECEPTORS_CHANNEL, "Under a digest", blocks=[{"type": "actions", "elements": [button | label]}]
    )


async def answer_it(demo: Demo, digest: Message) -> None:
    """Dr. Kim types, is stopped once, looks at what students will see, and sends it."""
    assert (await demo.hands.press(PRECEPTOR, digest.ts, ANSWER_ID, channel=digest.channel)).ok
    form = await form_in_front(demo, PRECEPTOR)
    await demo.hands.submit(PRECEPTOR, form.id, {TEXT: f"{WORDS} Alice, come and see me."})
    assert "Alice" in form.errors[TEXT]
    await demo.hands.submit(PRECEPTOR, form.id, {TEXT: WORDS})
    preview = await form_in_front(demo, PRECEPTOR)
    assert WORDS in "\n".join(texts(preview.blocks))
    await demo.hands.submit(PRECEPTOR, preview.id)
    assert texts(preview.blocks) == [SENT]
    await demo.hands.close(PRECEPTOR, preview.id)
    assert demo.workspace.views.stack(PRECEPTOR) == []


def heard(demo: Demo, person: str) -> list[Message]:
    """The messages to a person that hold the answer."""
    place = demo.workspace.im_of(person)
    messages = demo.workspace.messages(place.id) if place else []
    return [each for each in messages if WORDS in words_of(each)]


async def home_of(demo: Demo, person: str) -> str:
    await demo.hands.open_home(person)
    home = await demo.hands.home(person)
    assert home is not None
    return "\n".join(texts(home.blocks))
