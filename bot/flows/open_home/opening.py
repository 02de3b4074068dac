"""What a person finds on the Home tab, and what was there last."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.people import PersonId
from bot.flows.open_home.coordinator import CoordinatorHome, coordinator_home
from bot.flows.open_home.preceptor import PreceptorHome, preceptor_home
from bot.flows.open_home.student import StudentHome, student_home
from bot.flows.ports import World
from bot.flows.records.workspace import Shown
from bot.flows.steps import coordinators_of, marks_of

BATCH = 50


@dataclass(frozen=True, slots=True)
class StrangerHome:
    """Nothing of anybody: this person is on no roster, or had everything deleted."""

    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class DoubleHome:
    """What somebody finds who studies or coordinates here and is a preceptor as well."""

    own: StudentHome | CoordinatorHome
    teaching: PreceptorHome


Home = StudentHome | CoordinatorHome | PreceptorHome | DoubleHome | StrangerHome


async def open_home(world: World, person: PersonId, *, at: datetime, page: int = 1, desk: bool = False) -> Home:
    """What one person may see, this page of a student's journal or of a coordinator's desk. A student who coordinates
    as well finds their own day, and the `desk` when they ask for it. It changes nothing."""
    student = await world.glances.student(person)
    async with world.open_work() as work:
        teaching = await preceptor_home(world, work, person, at=at)
        coordinates = person in await coordinators_of(world, work)
        if student is not None and not (coordinates and desk):
            studying = await student_home(world, work, student, at=at, page=page)
            studying = replace(studying, coordinates=coordinates)
            # Where somebody taught once who studies now is over.
            return DoubleHome(studying, teaching) if teaching and teaching.cohorts else studying
        if coordinates:
            found = await coordinator_home(world, work, at=at, page=page)
            if student is not None:
                return replace(found, studies=True)
            return DoubleHome(found, teaching) if teaching else found
        mark = await work.people.placed_mark(marks_of(world, person))
    return teaching or StrangerHome(forgotten=mark is not None)


async def open_desk(world: World, *, at: datetime) -> CoordinatorHome:
    """The beginning of the coordinators' desk. Whoever shows it sees to it that this is for a coordinator."""
    async with world.open_work() as work:
        return await coordinator_home(world, work, at=at)


async def last_shown(world: World, person: PersonId) -> Shown | None:
    """What a person's Home tab showed last, as far as anybody wrote it down."""
    async with world.open_work() as work:
        return await work.homes.last(person)


async def now_shown(world: World, person: PersonId, shown: Shown) -> None:
    """Write down what a person's Home tab shows, after Slack has taken it."""
    async with world.open_work() as work:
        await work.homes.show(person, shown)
        await work.commit()


async def outdated_homes(world: World) -> tuple[PersonId, ...]:
    """Some of the people whose Home tabs show what was deleted since."""
    async with world.open_work() as work:
        return await work.homes.outdated(limit=BATCH)


async def shown_no_more(world: World, person: PersonId) -> None:
    """Know no longer what a person's Home tab showed: nobody can see it."""
    async with world.open_work() as work:
        if await work.homes.forget(person):
            # They may have had everything deleted, and this was the last that named them.
            await work.commit_and_erase()
