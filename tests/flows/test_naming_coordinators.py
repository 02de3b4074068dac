"""Coordinators name others and take them off again; somebody always coordinates."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.audit import AuditEntry, Deed
from bot.domain.coordinators import MOST_COORDINATORS, Wish, after
from bot.domain.errors import (
    CannotCoordinate,
    LastCoordinator,
    NotACoordinator,
    SlackUnavailable,
    TooManyCoordinators,
)
from bot.domain.outbox import NOT_WANTED, State
from bot.domain.people import PersonId
from bot.flows.name_coordinators import list_coordinators, name_coordinators, require_people
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import StrangerHome, open_home
from bot.flows.ports import World
from bot.flows.read_audit import PAGE, read_audit
from bot.flows.records.workspace import Shown
from bot.flows.sayings import Naming
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import ALICE, BOB, JO, MALLORY, MONDAY, at, deliver

NOON = at(MONDAY, "12:00")
MAX, ANN = PersonId("U0MAX"), PersonId("U0ANN")


@pytest.fixture
def world(world: World) -> World:
    """The environment names Jo."""
    return replace(world, coordinators=frozenset({JO}))


def wish(saw: set[PersonId], wants: set[PersonId]) -> Wish:
    return Wish(frozenset(saw), frozenset(wants))


async def given_two(world: World) -> None:
    await name_coordinators(world, JO, wish({JO}, {JO, MAX}), at=NOON)


async def test_somebody_who_is_named_is_told_once_and_finds_the_desk(world: World, messenger: FakeMessenger) -> None:
    assert await name_coordinators(world, JO, wish({JO}, {JO, MAX}), at=NOON) == after(wish({JO}, {JO, MAX}), {JO})
    again = await name_coordinators(world, JO, wish({JO}, {JO, MAX}), at=NOON + timedelta(seconds=1))
    assert (again.named, again.removed) == ((), ())
    await deliver(world, messenger, when=NOON)
    assert messenger.said_to(MAX) == [Naming()]
    assert messenger.said_to(JO) == []
    assert await list_coordinators(world) == (JO, MAX)
    assert isinstance(await open_home(world, MAX, at=NOON), CoordinatorHome)
    assert (await read_audit(world, page=1)).entries == (AuditEntry(NOON, JO, Deed.COORDINATOR_NAMED, MAX),)


async def test_whoever_is_removed_loses_the_desk_and_whatever_was_to_be_told(
    world: World, messenger: FakeMessenger
) -> None:
    await given_two(world)
    async with world.open_work() as work:
        await work.homes.show(MAX, Shown("the desk", "a hash"))
        await work.commit()
    change = await name_coordinators(world, JO, wish({JO, MAX}, {JO}), at=NOON)
    assert (change.removed, change.standing) == ((MAX,), frozenset({JO}))
    assert await open_home(world, MAX, at=NOON) == StrangerHome()
    await deliver(world, messenger, when=NOON)
    assert messenger.said_to(MAX) == []
    async with world.open_work() as work:
        assert await work.homes.outdated(limit=9) == (MAX,), "what Slack still shows goes with the next beat at latest"
        (naming,) = await work.outbox.listed(State, limit=9)
        assert (naming.state, naming.reason) == (State.CANCELLED, NOT_WANTED)
    with pytest.raises(NotACoordinator):
        await name_coordinators(world, MAX, wish({JO}, {JO, MAX}), at=NOON)
    assert [each.deed for each in (await read_audit(world, page=1)).entries] == [
        Deed.COORDINATOR_REMOVED,
        Deed.COORDINATOR_NAMED,
    ]


async def test_whom_the_environment_names_can_be_removed_and_stays_so(world: World) -> None:
    await given_two(world)
    change = await name_coordinators(world, JO, wish({JO, MAX}, {MAX}), at=NOON)
    assert change.removed == (JO,)
    assert await list_coordinators(world) == (MAX,)


async def test_the_last_one_cannot_be_removed(world: World) -> None:
    with pytest.raises(LastCoordinator):
        await name_coordinators(world, JO, wish({JO}, set()), at=NOON)
    assert await list_coordinators(world) == (JO,)
    assert (await read_audit(world, page=1)).in_all == 0


async def test_of_two_who_remove_each_other_at_once_one_stays(world: World) -> None:
    await given_two(world)
    tries = [(JO, {JO}), (MAX, {MAX})]
    outcomes = await asyncio.gather(
        *(name_coordinators(world, by, wish({JO, MAX}, left), at=NOON) for by, left in tries), return_exceptions=True
    )
    assert sorted(isinstance(each, NotACoordinator) for each in outcomes) == [False, True]
    assert len(await list_coordinators(world)) == 1


async def test_what_two_change_at_once_adds_up(world: World) -> None:
    await given_two(world)
    saw = {JO, MAX}
    await asyncio.gather(
        name_coordinators(world, JO, wish(saw, saw | {ALICE}), at=NOON),
        name_coordinators(world, MAX, wish(saw, saw | {ANN}), at=NOON),
    )
    assert await list_coordinators(world) == tuple(sorted({*saw, ALICE, ANN}))


async def test_nobody_else_names_anybody(world: World) -> None:
    for person in (BOB, MALLORY):
        with pytest.raises(NotACoordinator):
            await name_coordinators(world, person, wish({JO}, {JO, person}), at=NOON)
    assert await list_coordinators(world) == (JO,)


def test_a_list_does_not_grow_without_end_and_can_always_be_shortened() -> None:
    many = {PersonId(f"U{number}") for number in range(MOST_COORDINATORS + 3)}
    with pytest.raises(TooManyCoordinators):
        after(wish(many, many | {JO}), many)
    assert after(wish(many, many - {PersonId("U1")}), many).removed == (PersonId("U1"),)


async def test_who_reads_nothing_is_not_named() -> None:
    directory = FakeDirectory(unreachable=[MAX], unheard_of=[MALLORY])
    await require_people(directory, {ANN})
    with pytest.raises(CannotCoordinate, match="2 of those you added"):
        await require_people(directory, {ANN, MAX, MALLORY})
    with pytest.raises(SlackUnavailable):
        await require_people(FakeDirectory(answers=0), {ANN})


async def test_the_audit_list_is_read_in_pages_and_never_leaves_its_ends(world: World) -> None:
    async with world.open_work() as work:
        for number in range(PAGE + 1):
            await work.audit.note(AuditEntry(NOON, None, Deed.COHORT_MADE, f"Cohort {number}"))
        await work.commit()
    first, second = await read_audit(world, page=0), await read_audit(world, page=99)
    assert [each.subject for each in first.entries] == [f"Cohort {number}" for number in range(PAGE, 0, -1)]
    assert (first.page, first.pages, first.in_all) == (1, 2, PAGE + 1)
    assert ([each.subject for each in second.entries], second.page) == (["Cohort 0"], 2)
