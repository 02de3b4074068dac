"""A coordinator removes a cohort in which nobody ever was."""

from dataclasses import replace

import pytest

from bot.domain.audit import Deed
from bot.domain.errors import CohortHasRotations, CohortInUse, RotationGone
from bot.domain.people import CohortId, PersonId, RotationId
from bot.domain.reply import Sharing
from bot.domain.set_up import Draft
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.read_audit import read_audit
from bot.flows.set_up.cohort import CohortDone, CohortRefused, cohort_form, new_cohort_form, save_cohort
from bot.flows.set_up.outcomes import Done, Weighed
from bot.flows.set_up.removal import CohortRemoval, CohortRemoved, remove_cohort, weigh_removal
from bot.flows.set_up.rotation import new_rotation_form, rotation_form, save_rotation, weigh_rotation
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    JO,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    everybody_starts,
    place,
    roster,
)

NOON = at(MONDAY, "12:00")
MEDICINE = CohortId(1)
ALMA, INA = PersonId("U0ALMA"), PersonId("U0INA")


@pytest.fixture(name="world")
def with_jo(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}))


async def a_cohort(world: World, name: str = "Psychiatry") -> CohortId:
    draft = (await new_cohort_form(world, at=NOON)).draft
    done = await save_cohort(world, replace(draft, cohort=replace(draft.cohort, name=name)), by=JO, at=NOON)
    assert isinstance(done, CohortDone)
    return done.cohort


async def a_rotation(world: World, cohort: CohortId, *students: PersonId, name: str = "Ward") -> RotationId:
    draft = (await new_rotation_form(world, cohort=cohort, at=NOON)).draft
    filled = replace(draft.rotation, name=name, calendar="")
    done = await save_rotation(world, Draft(filled, students=frozenset(students)), by=JO, at=NOON)
    assert isinstance(done, Done)
    return done.rotation


async def change(world: World, rotation: RotationId, **to: object) -> None:
    stands = (await rotation_form(world, rotation, at=NOON)).draft.rotation
    done = await save_rotation(world, Draft(replace(stands, **to)), by=JO, at=NOON)  # type: ignore[arg-type]
    assert isinstance(done, Done)


async def end(world: World, rotation: RotationId) -> None:
    stands = (await rotation_form(world, rotation, at=NOON)).draft.rotation
    assert isinstance(await save_rotation(world, Draft(stands, ends=True), by=JO, at=NOON), Done)


async def names(world: World) -> list[str]:
    async with world.open_work() as work:
        return [each.name for each in await work.people.cohorts()]


async def refused(world: World, cohort: CohortId) -> type[Exception]:
    """Why it can't be removed: the same before it is confirmed and then."""
    found = await weigh_removal(world, cohort)
    assert isinstance(found, CohortRefused)
    stands = (await cohort_form(world, cohort, at=NOON)).draft.cohort
    again = await remove_cohort(world, cohort, edition=stands.edition, by=JO, at=NOON)
    assert isinstance(again, CohortRefused)
    (why,), (then,) = found.problems.values(), again.problems.values()
    assert str(why) == str(then)
    return type(why)


async def test_an_empty_cohort_is_removed_once_and_listed(world: World) -> None:
    await place(world)
    cohort = await a_cohort(world)
    asked_about = await weigh_removal(world, cohort)
    assert isinstance(asked_about, CohortRemoval)
    assert asked_about.cohort.name == "Psychiatry"
    for _ in range(2):
        assert isinstance(await remove_cohort(world, cohort, edition=1, by=JO, at=NOON), CohortRemoved)
    assert await names(world) == ["Medicine"]
    entries = (await read_audit(world, page=1)).entries
    assert [(each.deed, each.subject, each.by) for each in entries[:2]] == [
        (Deed.COHORT_REMOVED, "Psychiatry", JO),
        (Deed.COHORT_MADE, "Psychiatry", JO),
    ]
    with pytest.raises(RotationGone):
        await weigh_removal(world, cohort)


async def test_a_cohort_whose_only_rotation_had_nobody_is_removed_after_it(world: World) -> None:
    cohort = await a_cohort(world)
    rotation = await a_rotation(world, cohort)
    assert await refused(world, cohort) is CohortHasRotations
    await end(world, rotation)
    assert isinstance(await weigh_removal(world, cohort), CohortRemoval)


async def test_somebody_who_was_placed_once_keeps_a_cohort(world: World) -> None:
    """Also where they were taken off again, or their rotation is elsewhere now or never began."""
    await place(world)
    moved, removed, emptied = [await a_cohort(world, name) for name in ("Moved", "Removed", "Emptied")]
    first = await a_rotation(world, moved, ALMA, name="First")
    await change(world, first, cohort_id=MEDICINE)
    await end(world, await a_rotation(world, removed, INA, name="Second"))
    third = await a_rotation(world, emptied, INA, name="Third")
    stands = (await rotation_form(world, third, at=NOON)).draft.rotation
    await save_rotation(world, Draft(stands, taken_off=frozenset({INA})), by=JO, at=NOON)
    await change(world, third, cohort_id=MEDICINE)
    for each in (moved, removed, emptied):
        assert await refused(world, each) is CohortInUse


async def test_a_rotation_with_people_that_only_passed_through_keeps_a_cohort(world: World) -> None:
    await place(world)
    passing = await a_cohort(world)
    rotation = await a_rotation(world, MEDICINE, ALMA)
    await change(world, rotation, cohort_id=passing)
    await change(world, rotation, cohort_id=MEDICINE)
    assert await refused(world, passing) is CohortInUse


async def test_a_roster_keeps_the_cohorts_that_it_fills_and_empties(world: World) -> None:
    text = roster([ALICE, BOB], first=NEXT_MONDAY)
    await apply_roster(world, text, at=NOON)
    await a_cohort(world, "Surgery")
    await apply_roster(world, text.replace("Medicine,C0MEDICINE", "Surgery,C0SURGERY"), at=NOON)
    assert await names(world) == ["Medicine", "Surgery"]
    assert await refused(world, MEDICINE) is CohortInUse


@pytest.mark.parametrize("answers", [False, True])
async def test_whether_a_cohort_can_be_removed_tells_nothing_about_replies(
    world: World, messenger: FakeMessenger, answers: bool
) -> None:
    """Two students are too few to keep the rotation where it is."""
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE, BOB])
    await asked(world, messenger)
    if answers:
        await answer(world, ALICE, sharing=Sharing.THEMES)
    other = await a_cohort(world)
    await change(world, RotationId(1), cohort_id=other)
    assert await refused(world, MEDICINE) is CohortInUse


async def test_a_cohort_that_had_a_digest_stays(world: World) -> None:
    """Its rotation ran, and nobody was ever in it."""
    await place(world)
    quiet = await a_cohort(world)
    ward = await a_rotation(world, quiet)
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    later = at(NEXT_MONDAY, "12:00")
    stands = (await rotation_form(world, ward, at=later)).draft.rotation
    moved = Draft(replace(stands, cohort_id=MEDICINE))
    assert isinstance(await weigh_rotation(world, moved, at=later), Weighed)
    assert isinstance(await save_rotation(world, moved, by=JO, at=later), Done)
    assert await refused(world, quiet) is CohortInUse


async def test_what_was_renamed_meanwhile_is_looked_at_once_more(world: World) -> None:
    cohort = await a_cohort(world)
    draft = (await cohort_form(world, cohort, at=NOON)).draft
    await save_cohort(world, replace(draft, cohort=replace(draft.cohort, name="Neurology")), by=JO, at=NOON)
    again = await remove_cohort(world, cohort, edition=1, by=JO, at=NOON)
    assert isinstance(again, CohortRemoval)
    assert again.cohort.name == "Neurology"
    assert isinstance(await remove_cohort(world, cohort, edition=2, by=JO, at=NOON), CohortRemoved)


async def test_a_form_that_names_a_removed_cohort_says_that_it_is_gone(world: World) -> None:
    await place(world)
    cohort = await a_cohort(world)
    draft = (await new_rotation_form(world, cohort=cohort, at=NOON)).draft
    filled = Draft(replace(draft.rotation, name="Ward", calendar=""), preceptors=frozenset({DR_KIM}))
    assert isinstance(await remove_cohort(world, cohort, edition=1, by=JO, at=NOON), CohortRemoved)
    for attempt in (weigh_rotation(world, filled, at=NOON), save_rotation(world, filled, by=JO, at=NOON)):
        with pytest.raises(RotationGone):
            await attempt
