"""What a coordinator's desk makes of the rosters."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.calendar import days_from
from bot.domain.desk import Pool, Quiet, coming_days, placed_twice, pool_with
from bot.domain.people import Cohort, CohortId, PersonId, Rotation, RotationId
from tests.fakes import NEW_YORK

CURRICULUM = load_curriculum(Path("config"))
PROGRAM = load_program(Path("config"), CURRICULUM)
MONDAY, DAY = date(2026, 11, 23), timedelta(days=1)
MEDICINE = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, 0, time(7))
WARD_A = Rotation(RotationId(1), MEDICINE.id, "Ward A", "", NEW_YORK, MONDAY, MONDAY + 25 * DAY, time(7), time(17, 30))
WARD_B = replace(WARD_A, id=RotationId(2), name="Ward B", first_day=MONDAY + 26 * DAY, last_day=MONDAY + 53 * DAY)


def people(number: int, beginning: str = "U0A") -> frozenset[PersonId]:
    return frozenset(PersonId(f"{beginning}{each}") for each in range(number))


def pool(number: int, *students: PersonId, rotation: Rotation = WARD_A, insiders: tuple[str, ...] = ()) -> Pool:
    cohort = replace(MEDICINE, id=CohortId(number), name=f"Cohort {number}")
    known = frozenset(map(PersonId, insiders))
    return Pool(cohort, (rotation,), frozenset(students) - known, known)


def test_each_day_counts_everybody_placed_and_names_its_lesson_and_digests() -> None:
    placed = [*3 * [(WARD_A,)], (WARD_A, WARD_B), *2 * [(WARD_B,)]]
    pools = {MEDICINE.id: (MEDICINE, (WARD_A, WARD_B))}
    days = list(coming_days(placed, pools, days=days_from(MONDAY, 80), program=PROGRAM, curriculum=CURRICULUM))
    assert [each.students for each in days[:8]] == [4, 4, 4, 4, 4, 0, 0, 4]
    assert {each.students for each in days[28:33]} == {3}
    assert [each.on for each in days if each.digests] == [MONDAY + 7 * week * DAY for week in range(1, 10)]
    assert all(each.lesson == CURRICULUM.lesson_on(each.on) for each in days)


def test_a_day_without_messages_says_why() -> None:
    pools = {MEDICINE.id: (MEDICINE, (WARD_A,))}
    before, weekend = MONDAY - DAY, MONDAY + 5 * DAY
    for placed, on, why in (
        ([(WARD_A,)], weekend, Quiet.DAY_OFF),
        ([(WARD_A,)], MONDAY, None),
        ([(WARD_A,)], before, Quiet.NO_ROTATION),
        ([(WARD_B,)], MONDAY, Quiet.NOBODY),
    ):
        (found,) = coming_days(placed, pools, days=[on], program=PROGRAM, curriculum=CURRICULUM)
        assert found.quiet is why


def test_who_is_in_two_rotations_on_one_day_is_named_with_the_first_such_day() -> None:
    meeting = replace(WARD_B, first_day=WARD_A.last_day)
    placed = {PersonId("U0BOB"): (WARD_A, meeting), PersonId("U0ALICE"): (WARD_A, WARD_B)}
    (twice,) = placed_twice(placed)
    assert (twice.person, twice.rotations, twice.on) == ("U0BOB", (WARD_A, meeting), WARD_A.last_day)


def test_a_small_cohort_is_pooled_with_the_largest_that_runs_beside_it_in_its_own_zone() -> None:
    small = pool(1, *people(3))
    elsewhere = pool(2, *people(30, "U0B"))
    elsewhere = replace(elsewhere, cohort=replace(elsewhere.cohort, zone=type(NEW_YORK)("America/Chicago")))
    near, larger = pool(3, *people(5, "U0C")), pool(4, *people(6, "U0D"))
    later = pool(5, *people(40, "U0E"), rotation=WARD_B)
    everybody = [small, elsewhere, near, larger, later]
    assert pool_with(small, everybody, needed=7) == larger.cohort
    assert pool_with(small, [small, elsewhere, later], needed=7) == elsewhere.cohort
    assert pool_with(small, [small, later], needed=7) is None


@pytest.mark.parametrize(("insiders", "fits"), [((), True), (("U0C0",), False)])
def test_pooled_with_another_nobody_counts_who_reads_or_sets_up_either(insiders: tuple[str, ...], fits: bool) -> None:
    """Dr. Kim of one cohort may study in the other."""
    small, other = pool(1, *people(3), insiders=insiders), pool(2, *people(4, "U0C"))
    assert (pool_with(small, [small, other], needed=7) is not None) is fits


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(4, 12))
def test_what_is_proposed_is_another_cohort_and_makes_it_large_enough(sizes: list[int], needed: int) -> None:
    pools = [pool(number, *people(size, f"U{number}-")) for number, size in enumerate(sizes, 1)]
    found = pool_with(pools[0], pools, needed=needed)
    together = [sizes[0] + size for size in sizes[1:]]
    assert (found is None) == (max(together, default=0) < needed)
    if found is not None:
        assert found.id != pools[0].cohort.id
        assert sizes[0] + sizes[found.id - 1] >= needed
