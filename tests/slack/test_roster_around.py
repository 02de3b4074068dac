"""Who is around a student, and what they are called: what goes wrong once is tried again, and no name is lost early."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import PersonRefused
from bot.domain.people import PersonId
from bot.flows.people_around import Around
from bot.flows.ports import World
from bot.slack import roster_names
from bot.slack.directory import Named, SlackDirectory
from bot.slack.outcomes import SlackUnavailable
from bot.slack.roster_names import FORGOTTEN_AFTER, RosterAround
from bot.slack.tasks import Tasks
from tests.stories import ALICE, BOB, DR_KIM, MALLORY, MONDAY, NEXT_MONDAY, at

ESI = PersonId("U0ESI")
NOON = at(MONDAY, "12:00")
AROUND: Mapping[tuple[PersonId, date], Around] = {
    (ALICE, MONDAY): Around((BOB, ESI), (DR_KIM,)),
    (ALICE, NEXT_MONDAY): Around((MALLORY,), ()),
    (BOB, MONDAY): Around((ALICE, ESI), (DR_KIM,)),
}


@dataclass
class Slack:
    """What Slack and the database say, and who was asked for; `broken` is how they fail at this moment."""

    asked: list[PersonId] = field(default_factory=list)
    broken: dict[PersonId, Exception] = field(default_factory=dict)
    away: list[Exception] = field(default_factory=list)

    async def named(self, _: SlackDirectory, person: PersonId) -> Named:
        self.asked.append(person)
        if person in self.broken:
            raise self.broken[person]
        return Named((f"Called {person}",), person)

    async def people_around(self, _: World, student: PersonId, on: date, *, at: datetime) -> Around:
        assert at >= NOON
        if self.away:
            raise self.away[0]
        return AROUND[student, on]


@dataclass
class Room:
    """One process that learns names, and waits for what it has begun."""

    around: RosterAround
    client: AsyncWebClient
    tasks: Tasks

    async def opens(self, student: PersonId, on: date = MONDAY, *, minutes: int = 0) -> None:
        self.around.learn(self.client, student, on, at=NOON + timedelta(minutes=minutes))
        await self.tasks.close()

    def classmates(self, student: PersonId) -> set[str]:
        return {each.removeprefix("Called ") for each in self.around.of(student).classmates}


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack()

    async def named(directory: SlackDirectory, person: PersonId) -> Named:
        return await slack.named(directory, person)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SlackDirectory, "named", named)
        patched.setattr(roster_names, "people_around", slack.people_around)
        yield slack


@pytest.fixture
def room(world: World, client: AsyncWebClient, tasks: Tasks, slack: Slack) -> Room:
    return Room(RosterAround(world, tasks), client, tasks)


async def test_who_slack_did_not_tell_is_asked_for_when_a_form_opens_again(room: Room, slack: Slack) -> None:
    slack.broken[BOB] = SlackUnavailable()
    await room.opens(ALICE)
    assert room.classmates(ALICE) == {ESI}, "nobody else is lost with one"
    slack.broken.clear()
    slack.asked.clear()
    await room.opens(ALICE, minutes=2)
    assert slack.asked == [BOB]
    assert room.classmates(ALICE) == {BOB, ESI}


async def test_a_person_whom_slack_refuses_keeps_nobody_else_from_being_known(room: Room, slack: Slack) -> None:
    slack.broken[BOB] = PersonRefused(code="user_not_visible")
    await room.opens(ALICE)
    assert room.classmates(ALICE) == {ESI}
    assert room.around.of(ALICE).preceptors == (f"Called {DR_KIM}",)


async def test_a_database_that_was_away_is_asked_again(
    room: Room, slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    slack.away.append(OSError())
    await room.opens(ALICE)
    assert room.classmates(ALICE) == set()
    assert "names_around_failed" in caplog.text
    slack.away.clear()
    await room.opens(ALICE, minutes=1)
    assert room.classmates(ALICE) == {BOB, ESI}


async def test_a_question_of_another_cohort_brings_the_people_of_that_one(room: Room, slack: Slack) -> None:
    await room.opens(ALICE)
    await room.opens(ALICE, NEXT_MONDAY, minutes=3)
    assert MALLORY in room.classmates(ALICE)
    assert slack.asked.count(ALICE) == 1, "who is known is not asked for again"


async def test_whoever_opens_a_form_takes_no_name_from_a_form_that_is_open(room: Room, slack: Slack) -> None:
    await room.opens(ALICE)
    await room.opens(BOB, minutes=59)
    await room.opens(ALICE, NEXT_MONDAY, minutes=61)
    assert room.classmates(BOB) == {ALICE, ESI}
    slack.asked.clear()
    await room.opens(BOB, minutes=65)
    assert set(slack.asked) == {BOB, ESI, DR_KIM}, "what is older than an hour is asked again"


async def test_names_are_forgotten_in_the_end(room: Room) -> None:
    await room.opens(ALICE)
    await room.opens(BOB, minutes=int(FORGOTTEN_AFTER.total_seconds() // 60))
    assert room.classmates(ALICE) == set()
