"""Bedside is not in the preceptors' channel: Jo is told, waits a day, and Dr. Kim gets the digest directly."""

import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.demo import Demo, open_demo
from bot.domain.digest import NOT_ENOUGH
from bot.domain.outbox import State
from bot.practice.cast import COORDINATOR, MALLORY, PRECEPTOR, PRECEPTORS_CHANNEL, STUDENTS
from bot.practice.page.controls import Stop
from bot.practice.workspace import BOT_USER_ID, Message
from bot.slack.views.digest_post import TRY
from tests.people import said_by_bot, words_of
from tests.stories import DR_KIM, confirm

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 10, 19)
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture
async def demo(quick_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Demo]:
    monkeypatch.setattr(tempfile, "tempdir", str(quick_folder))
    async with open_demo(begins=datetime.combine(MONDAY, time(6, 30), NEW_YORK)) as demo:
        yield demo


async def until(demo: Demo, on: date, clock: str) -> None:
    """Time passes, and what waits for ten minutes of the host's own clock has waited."""
    demo.clock.move_to(datetime.combine(on, time.fromisoformat(clock), NEW_YORK))
    async with demo.bot.world.open_work() as work:
        waiting = await work.outbox.listed([State.PENDING], limit=1000)
        await work.outbox.hurry([each.id for each in waiting])
        await work.commit()
    for _ in range(2):
        # What is planned by what has just become of a message leaves in the next round.
        await demo.time.live()


async def digests_to_dr_kim(demo: Demo) -> list[Message]:
    return [message for message in await said_by_bot(demo, PRECEPTOR) if TRY in message.text]


async def test_jo_is_told_early_and_once_more_and_a_day_later_dr_kim_gets_the_digest_directly(demo: Demo) -> None:
    channel = demo.workspace.channels[PRECEPTORS_CHANNEL]
    channel.members.remove(BOT_USER_ID)
    await confirm(demo.bot.world, DR_KIM, when=demo.clock.now())
    for _ in range(3):
        # The classmates are asked on Monday, Wednesday and Friday.
        await demo.time.move_to_next(Stop.QUESTION)
    next_monday = MONDAY + A_WEEK
    for clock in ("07:00", "07:10", "12:00", "20:30"):
        await until(demo, next_monday, clock)
    told = [message for message in await said_by_bot(demo, COORDINATOR) if "Medicine" in message.text]
    early, late = told
    assert "can't be posted yet: Bedside is not in their channel" in early.text
    assert "can't be posted in its channel: Slack shows Bedside no such channel" in late.text
    for each in told:
        assert "/invite @Bedside" in words_of(each)
    assert "If the channel still does not take it on Tuesday, October 27 at 07:00" in late.text
    assert await digests_to_dr_kim(demo) == []

    for clock in ("06:50", "07:00", "07:10"):
        await until(demo, next_monday + A_DAY, clock)
    (digest,) = await digests_to_dr_kim(demo)
    assert NOT_ENOUGH not in digest.text
    assert datetime.fromtimestamp(float(digest.ts), NEW_YORK).strftime("%a %H:%M") == "Tue 07:00"

    channel.members.add(BOT_USER_ID)
    await until(demo, next_monday + A_DAY, "12:00")
    assert demo.workspace.messages(PRECEPTORS_CHANNEL) == [], "not there too"
    await demo.time.move_to_next(Stop.DIGEST)
    assert len(demo.workspace.messages(PRECEPTORS_CHANNEL)) == 1, "the next one is"
    assert len(await digests_to_dr_kim(demo)) == 1
    check_nobody_else_was_told(demo)


def check_nobody_else_was_told(demo: Demo) -> None:
    """Slack's own record: every message once, and no digest or word about one for a student or Mallory."""
    posted = [each for each in demo.workspace.accepted if each.method == "chat.postMessage"]
    ids = Counter(each.metadata["event_payload"]["id"] for each in posted if each.metadata)
    assert set(ids.values()) == {1}
    others = [str(each.arguments["text"]) for each in posted if each.user in (*STUDENTS, MALLORY)]
    assert not any(TRY in text or "can't be posted" in text for text in others)
