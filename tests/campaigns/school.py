"""A school large enough for a campaign: cohorts with a channel each, students who started, and some newcomers."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from bot.domain.errors import BedsideError
from bot.domain.people import Pace, PersonId, Standing, Student
from bot.domain.reply import Sharing
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.flows.confirm_reading import confirm_reading
from bot.flows.ports import World
from bot.flows.skip_question import skip_question
from bot.practice.workspace import BOT_USER_ID, Channel, Person, Workspace
from bot.wiring.clocks import SystemClock
from tests.fakes import NEW_YORK
from tests.stories import DR_KIM, MALLORY, MONDAY, answer, at

T = TypeVar("T")
WEEKS = 4
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class School:
    """Who is there: `cohorts` of `each` students who started, and in each of them so many who are to be welcomed."""

    cohorts: int
    each: int
    newcomers: int = 0

    @property
    def channels(self) -> tuple[str, ...]:
        """Where each cohort's digest goes."""
        return tuple(f"C0COHORT{number:02d}" for number in range(self.cohorts))

    @property
    def students(self) -> tuple[PersonId, ...]:
        """Everybody who has started, cohort by cohort."""
        return tuple(_person(cohort, number) for cohort in range(self.cohorts) for number in range(self.each))

    @property
    def new(self) -> tuple[PersonId, ...]:
        """Everybody who has not been welcomed yet."""
        numbers = range(self.each, self.each + self.newcomers)
        return tuple(_person(cohort, number) for cohort in range(self.cohorts) for number in numbers)

    def workspace(self) -> Workspace:
        """The practice workspace in which the school lives, with Mallory in it."""
        people = [
            Person(each, each.lower(), each.capitalize(), f"{each.lower()}@example.edu", NEW_YORK.key)
            for each in (*self.students, *self.new, DR_KIM, MALLORY)
        ]
        bot = Person(BOT_USER_ID, "bedside", "Bedside", "", "UTC", is_bot=True)
        channels = [Channel(each, each.lower(), members={DR_KIM, BOT_USER_ID}) for each in self.channels]
        return Workspace([*people, bot], channels, now=lambda: SystemClock().now().timestamp())

    def roster(self) -> str:
        """The file that places everybody in a rotation of their cohort."""
        last = MONDAY + timedelta(weeks=WEEKS, days=-3)
        lines = [",".join(COLUMNS)]
        for number, channel in enumerate(self.channels):
            place = f"Cohort {number},{channel},Rotation {number},General,{NEW_YORK.key},{MONDAY},{last},07:00,17:30"
            people = [_person(number, each) for each in range(self.each + self.newcomers)]
            lines += [f"{place},student,{each}" for each in people] + [f"{place},preceptor,{DR_KIM}"]
        return "\n".join(lines)

    async def begin(self, world: World) -> None:
        """Place everybody, and let those who have started have started."""
        await apply_roster(world, self.roster(), at=at(MONDAY, "05:00"))
        await confirm_reading(world, DR_KIM, at=at(MONDAY, "05:00"))
        since = at(MONDAY, "05:00")
        async with world.open_work() as work:
            for each in self.students:
                await work.people.add(Student(each, NEW_YORK, Standing.STARTED, Pace.EVERY_DAY, since))
            await work.commit()

    async def reply(self, world: World, on: date, *, each: int) -> tuple[PersonId, ...]:
        """So many students of each cohort reply to a date's question, sharing words or themes, or skip it."""
        replying = [_person(cohort, number) for cohort in range(self.cohorts) for number in range(each)]
        for number, student in enumerate(replying):
            await patiently(lambda student=student, number=number: _reply(world, student, on, number))  # type: ignore[misc]
        return tuple(replying)


async def patiently(do: Callable[[], Awaitable[T]]) -> T:
    """Do something with a database that workers keep busy, or that is away: whoever is refused tries again."""
    for _ in range(PATIENCE):
        try:
            return await do()
        except BedsideError:
            await asyncio.sleep(1)
    return await do()


async def _reply(world: World, student: PersonId, on: date, number: int) -> None:
    when = at(on, "18:00")
    if number % 5 == 4:
        await skip_question(world, student, on, at=when)
    else:
        sharing = Sharing.WORDS if number % 2 else Sharing.THEMES
        text = f"I sat down first, and the visit changed. That was visit {number}."
        await answer(world, student, on=on, text=text, sharing=sharing, when=when)


def _person(cohort: int, number: int) -> PersonId:
    return PersonId(f"U{cohort:02d}STUDENT{number:04d}")


def prompts(kind: str, students: Iterable[PersonId], on: date) -> frozenset[str]:
    """The keys of what students are to get on a date."""
    return frozenset(f"{kind}:{student}:{on}" for student in students)
