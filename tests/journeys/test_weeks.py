"""Weeks of a rotation, through the practice workspace, across the end of daylight saving time."""

import json
import re
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.demo import Demo, open_demo
from bot.domain.digest import NOT_ENOUGH
from bot.practice.cast import MALLORY, PRECEPTORS_CHANNEL, STUDENTS
from bot.practice.page.controls import Stop
from bot.practice.workspace import Message
from bot.slack.views.offer import OFFER
from tests.people import press, said_by_bot, save_reply, words_of

NEW_YORK = ZoneInfo("America/New_York")
CLOCKS_CHANGE = date(2026, 11, 1)
ALICES_WORDS = "I put the chair on his side of the curtain and the visit changed."


@dataclass(frozen=True)
class Term:
    """How long the rotation takes; clocks change in the middle of it."""

    weeks: int

    @property
    def first(self) -> date:
        """Its first Monday."""
        return CLOCKS_CHANGE + timedelta(days=1 - 7 * self.weeks // 2)

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + timedelta(days=number) for number in range(7 * self.weeks - 2)]


@pytest.fixture(params=[2, pytest.param(4, marks=pytest.mark.slow)], ids=["two", "four"])
def term(request: pytest.FixtureRequest) -> Term:
    return Term(request.param)


@pytest.fixture
async def demo(term: Term, quick_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Demo]:
    monkeypatch.setattr(tempfile, "tempdir", str(quick_folder))
    async with open_demo(begins=datetime.combine(term.first, time(6, 30), NEW_YORK), weeks=term.weeks) as demo:
        yield demo


def local(message: Message) -> datetime:
    return datetime.fromtimestamp(float(message.ts), NEW_YORK)


async def test_weeks_pass_without_a_day_skipped_or_doubled(demo: Demo, term: Term) -> None:
    demo.classmates.played.add("U0ALICE")
    await press(demo, "U0ALICE", "Start: every day")
    await demo.time.move_to_next(Stop.QUESTION)
    await save_reply(demo, "U0ALICE", themes=["Small"], text=ALICES_WORDS, sharing="words")
    digests = [await demo.time.move_to_next(Stop.DIGEST) for _ in range(term.weeks + 1)]

    assert [moved.at.astimezone(NEW_YORK).strftime("%a %H:%M") for moved in digests] == ["Mon 07:00"] * len(digests)
    check_alices_days(await said_by_bot(demo, "U0ALICE"), term)
    check_once(demo)
    check_digests(demo.workspace.messages(PRECEPTORS_CHANNEL), term)
    assert await said_by_bot(demo, MALLORY) == []
    for other in STUDENTS[1:]:
        assert ALICES_WORDS not in json.dumps([m.blocks for m in await demo.hands.messages(other)])


def check_alices_days(messages: list[Message], term: Term) -> None:
    """One reminder and one question on every working day of the rotation, at the hour on the wall; and to her, who
    answered the first question only, the one offer of fewer."""
    offers = [message for message in messages if message.text.startswith(OFFER)]
    assert [local(message).date() for message in offers] == [term.first + timedelta(days=4)]
    prompts = [message for message in messages[1:] if message not in offers]
    mornings = [local(message).date() for message in prompts if local(message).hour == 7]
    evenings = [local(message).date() for message in prompts if local(message).hour == 17]
    working_days = [day for day in term.days if day.weekday() < 5]
    assert mornings == working_days
    assert evenings == working_days
    assert CLOCKS_CHANGE in term.days
    # Jitter spreads a prompt over ten minutes, and the practice clock waits ten more until everybody has theirs.
    assert all(local(message).minute <= 20 or 30 <= local(message).minute <= 50 for message in prompts)


def check_once(demo: Demo) -> None:
    """Slack's own record of what it accepted: every message once."""
    posted = [each for each in demo.workspace.accepted if each.method == "chat.postMessage"]
    ids = Counter(each.metadata["event_payload"]["id"] for each in posted if each.metadata)
    assert len(posted) == sum(ids.values())
    assert set(ids.values()) == {1}


def check_digests(digests: list[Message], term: Term) -> None:
    """A digest each week with themes and words, and one after the end, of the same layout; Alice's words come once at
    most."""
    *weekly, after_the_end = digests
    assert len(weekly) == term.weeks
    for digest in weekly:
        assert re.search(r"^(Most|About half|A few): ", digest.text, flags=re.MULTILINE)
        # Half of eight voices, rounded up.
        assert 1 <= json.dumps(digest.blocks).count('"rich_text_quote"') <= 4
        assert NOT_ENOUGH not in words_of(digest) + digest.text
    assert words_of(after_the_end).count(NOT_ENOUGH) == 2
    assert '"rich_text_quote"' not in json.dumps(after_the_end.blocks)
    everything = [json.dumps(message.blocks) + message.text for message in digests]
    assert not any(student in each for student in STUDENTS for each in everything)
    names = ("Alice", "Bob", "Carol", "Dev ", "Esi", "Femi", "Gus", "Hana")
    assert not any(name in each for name in names for each in everything)
    assert sum(each.count(ALICES_WORDS) for each in [words_of(message) for message in digests]) <= 1
