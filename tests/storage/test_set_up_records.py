"""What coordinators set up one by one, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.calendar import Hours, Weekday
from bot.domain.people import Cohort, CohortId, DayOff, PersonId, Role, Rotation, RotationId
from bot.flows.ports import OpenWork, UnitOfWork
from tests.domain.test_outbox_plan import MEDICINE, MONDAY, NEW_YORK, SURGERY
from tests.stories import ALICE, BOB, CAROL, DR_KIM

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = AT + timedelta(days=2)
DAY = timedelta(days=1)
MEDICAL = Cohort(CohortId(0), "Medicine", "C0MEDICINE", NEW_YORK, Weekday.MON, time(7))
OWN = replace(
    MEDICINE,
    working_days=frozenset({Weekday.SAT, Weekday.SUN}),
    hours=Hours(time(6), time(18)),
    days_off=(DayOff(MONDAY + DAY, "Retreat"),),
    holidays=(DayOff(MONDAY + 3 * DAY, "Thanksgiving Day"),),
    calendar="US-PA",
)


async def set_up(work: UnitOfWork, *rotations: Rotation) -> list[Rotation]:
    """A cohort with some rotations, as they stand then."""
    cohort = await work.set_up.add_cohort(MEDICAL)
    ids = [await work.set_up.add_rotation(replace(each, cohort_id=cohort)) for each in rotations]
    found = [await work.set_up.rotation(each) for each in ids]
    return [each for each in found if each is not None]


async def test_a_rotation_comes_back_with_everything_of_its_own(open_work: OpenWork) -> None:
    async with open_work() as work:
        (there,) = await set_up(work, OWN)
        assert there == replace(OWN, id=there.id, cohort_id=there.cohort_id)
        await work.set_up.save_rotation(replace(there, site="Annex", days_off=()), at=AT)
        changed = await work.set_up.rotation(there.id)
        assert changed == replace(there, site="Annex", days_off=(), edition=2, has_begun=True)
        await work.set_up.remove_rotation(there.id)
        assert await work.set_up.rotation(there.id) is None


async def test_a_cohort_has_editions_too(open_work: OpenWork) -> None:
    async with open_work() as work:
        cohort = replace(MEDICAL, id=await work.set_up.add_cohort(MEDICAL))
        assert await work.people.cohort(cohort.id) == cohort
        await work.set_up.save_cohort(replace(cohort, digest_day=Weekday.FRI))
        assert await work.people.cohort(cohort.id) == replace(cohort, digest_day=Weekday.FRI, edition=2)


async def test_people_are_placed_and_taken_off_and_twice_is_once(open_work: OpenWork) -> None:
    async with open_work() as work:
        medicine, surgery = await set_up(work, MEDICINE, SURGERY)
        for _ in range(2):
            await work.set_up.place(medicine.id, [BOB, ALICE], Role.STUDENT, at=AT)
            await work.set_up.place(medicine.id, [DR_KIM], Role.PRECEPTOR, at=AT)
        await work.set_up.place(surgery.id, [ALICE], Role.STUDENT, at=AT)
        placed = await work.set_up.placed_in([medicine.id])
        assert [(each.person, each.role, each.rotation) for each in placed] == [
            (ALICE, Role.STUDENT, medicine),
            (BOB, Role.STUDENT, medicine),
            (DR_KIM, Role.PRECEPTOR, medicine),
        ]
        assert [each.rotation for each in await work.set_up.placements_of([ALICE, CAROL])] == [medicine, surgery]
        # Alice is in two rotations of the cohort, and one student.
        assert await work.set_up.sizes(since=MONDAY) == {medicine.cohort_id: 2}
        assert await work.set_up.sizes(since=surgery.last_day + DAY) == {}
        for _ in range(2):
            await work.set_up.take_off(medicine, [ALICE, DR_KIM], on=MONDAY)
        assert [each.person for each in await work.set_up.placed_in([medicine.id, surgery.id])] == [ALICE, BOB]


@pytest.mark.parametrize(
    ("change", "counted"),
    [
        ({"site": "Annex", "name": "Medicine B"}, 1),
        ({"first_day": MONDAY + DAY}, 0),
        ({"last_day": MONDAY + 5 * DAY}, 0),
    ],
)
async def test_whoever_is_in_a_rotation_that_moves_is_placed_anew(
    open_work: OpenWork, change: dict[str, object], counted: int
) -> None:
    async with open_work() as work:
        (there,) = await set_up(work, MEDICINE)
        await work.set_up.place(there.id, [ALICE], Role.STUDENT, at=AT)
        await work.set_up.save_rotation(replace(there, **change), at=LATER)  # type: ignore[arg-type]
        for placed_by, there_then in ((AT, counted), (LATER, 1)):
            size = work.people.roster_size(there.cohort_id, since=MONDAY, until=LATER.date(), placed_by=placed_by)
            assert await size == there_then


async def test_two_who_set_up_at_once_wait_for_each_other(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.set_up.hold()
        await set_up(work, MEDICINE)
        await work.commit()
    async with open_work() as work:
        await work.set_up.hold()
        assert await work.set_up.rotation(RotationId(1)) is not None
        assert await work.set_up.placed_in([RotationId(1)]) == ()
        assert await work.set_up.placements_of([PersonId("U0NOBODY")]) == ()
