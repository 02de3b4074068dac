"""Whether somebody may do something, as the database knows them at that moment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import NotACoordinator, NotAPreceptor, PolicyNotYours
from bot.domain.people import PersonId, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import Draft
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.flows.who_may import require
from tests.stories import ALICE, DR_KIM, JO, MALLORY, MONDAY, at, place, roster

NOON = at(MONDAY, "12:00")
LAST_DAY = MONDAY + timedelta(days=25)


@pytest.fixture
def world(world: World) -> World:
    """Jo coordinates, and Dr. Kim as well."""
    return replace(world, coordinators=frozenset({JO, DR_KIM}))


async def test_who_coordinates_may_set_up_and_nobody_else(world: World) -> None:
    await place(world)
    for person in (JO, DR_KIM):
        await require(world, person, Action.SET_UP, at=NOON)
    for person in (ALICE, MALLORY):
        with pytest.raises(NotACoordinator):
            await require(world, person, Action.SET_UP, at=NOON)


async def test_what_is_a_preceptors_is_no_coordinators(world: World) -> None:
    await place(world)
    await require(world, DR_KIM, Action.ANSWER_GROUP, at=NOON)
    for person in (JO, ALICE, MALLORY):
        with pytest.raises(NotAPreceptor):
            await require(world, person, Action.ANSWER_GROUP, at=NOON)


async def test_whoever_reads_a_digest_changes_no_rule_until_the_last_one_is_out(world: World) -> None:
    await place(world)
    await require(world, JO, Action.CHANGE_POLICY, at=NOON)
    for days in (0, 14):
        with pytest.raises(PolicyNotYours):
            await require(world, DR_KIM, Action.CHANGE_POLICY, at=at(LAST_DAY + timedelta(days=days), "12:00"))
    await require(world, DR_KIM, Action.CHANGE_POLICY, at=at(LAST_DAY + timedelta(days=15), "12:00"))


async def test_whoever_taught_in_a_cohort_that_goes_on_still_reads_its_digests(world: World) -> None:
    await place(world)
    later = roster([ALICE], first=MONDAY + timedelta(days=70), rotation="Medicine B")
    await apply_roster(world, later.replace(DR_KIM, PersonId("U0LEE")), at=NOON)
    with pytest.raises(PolicyNotYours):
        await require(world, DR_KIM, Action.CHANGE_POLICY, at=at(LAST_DAY + timedelta(days=60), "12:00"))


async def test_whoever_takes_themselves_off_still_reads_digests_and_changes_no_rule(world: World) -> None:
    """Or else they would loosen a rule and come back."""
    await place(world)
    rotation = (await rotation_form(world, RotationId(1), at=NOON)).draft.rotation
    await save_rotation(world, Draft(rotation, taken_off=frozenset({DR_KIM})), by=DR_KIM, at=NOON)
    with pytest.raises(PolicyNotYours):
        await require(world, DR_KIM, Action.CHANGE_POLICY, at=NOON)
    await require(world, DR_KIM, Action.CHANGE_POLICY, at=at(LAST_DAY + timedelta(days=15), "12:00"))
