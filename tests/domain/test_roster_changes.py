"""What a roster would change is counted against what is there, and said in plain sentences."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Hours
from bot.domain.errors import RosterRefused
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.roster import (
    Headcount,
    PlannedCohort,
    PlannedPlacement,
    PlannedRotation,
    RosterChanges,
    RosterPlan,
    There,
    changes_in_words,
    changes_of,
    changes_to_note,
    channels_of,
    fingerprint_of,
)
from bot.domain.roster.reading import Unclear

NEW_YORK, CHICAGO = ZoneInfo("America/New_York"), ZoneInfo("America/Chicago")
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 12, 18)
WEEK = timedelta(days=7)
ALICE, BOB, CAROL, DR_KIM = (PersonId(f"U0{name}") for name in ("ALICE", "BOB", "CAROL", "KIM"))
MEDICINE = PlannedCohort("Medicine", "C0MEDICINE", NEW_YORK, 0, time(7))
WARD_A = PlannedRotation("Medicine", "Ward A", "General", NEW_YORK, MONDAY, FRIDAY, time(7), time(17, 30))
WARD_B = replace(WARD_A, name="Ward B")


def placed(rotation: str, *people: PersonId, role: Role = Role.STUDENT, line: int = 2) -> tuple[PlannedPlacement, ...]:
    return tuple(PlannedPlacement(rotation, person, role, line + place) for place, person in enumerate(people))


KIM = placed("Ward A", DR_KIM, role=Role.PRECEPTOR, line=9)
PLAN = RosterPlan((MEDICINE,), (WARD_A,), (*placed("Ward A", ALICE, BOB), *KIM))


def there(plan: RosterPlan, *elsewhere: tuple[PersonId, Rotation]) -> There:
    """The world after a plan was applied."""
    return There(
        cohorts={each.name: _cohort(each) for each in plan.cohorts},
        rotations={each.name: _rotation(each) for each in plan.rotations},
        cohort_of={each.name: each.cohort for each in plan.rotations},
        placements=frozenset(plan.placements),
        elsewhere=elsewhere,
    )


def _cohort(planned: PlannedCohort) -> Cohort:
    return Cohort(
        CohortId(1), planned.name, planned.digest_channel, planned.zone, planned.digest_day, planned.digest_at
    )


def _rotation(planned: PlannedRotation) -> Rotation:
    days = (planned.zone, planned.first_day, planned.last_day)
    return Rotation(
        RotationId(1), CohortId(1), planned.name, planned.site, *days, planned.reminder_at, planned.question_at
    )


def changes(
    plan: RosterPlan,
    before: There,
    *,
    remove_missing: bool = False,
    on: date = MONDAY,
    unclear: Unclear | None = None,
) -> RosterChanges:
    return changes_of(plan, before, renamed={}, remove_missing=remove_missing, on=on, unclear=unclear)


def test_a_first_roster_makes_everything() -> None:
    found = changes(PLAN, There())
    assert found.plan == PLAN
    assert changes_in_words(found) == (
        "New cohort: Medicine. Its digest goes to C0MEDICINE.",
        "New rotation: Ward A, November 23 to December 18, 2026, in Medicine, with 2 students and 1 preceptor. "
        "Reminders at 07:00, questions at 17:30, Eastern time (New York).",
    )


def test_the_same_roster_twice_changes_nothing() -> None:
    found = changes(PLAN, there(PLAN), remove_missing=True)
    assert found.is_empty
    assert changes_in_words(found) == ("Everything in this roster stands there already.",)


def test_what_is_another_is_said_with_what_it_was() -> None:
    later = replace(WARD_A, first_day=MONDAY + WEEK, site="", reminder_at=time(6, 30))
    found = changes(
        replace(PLAN, cohorts=(replace(MEDICINE, digest_channel="C0NEW"),), rotations=(later,)), there(PLAN)
    )
    assert changes_in_words(found) == (
        "Cohort Medicine: its digest goes to C0NEW instead of C0MEDICINE.",
        "Rotation Ward A: its site is none instead of General; it begins Monday, November 30, 2026 instead of Monday, "
        "November 23, 2026; reminders come at 06:30 instead of 07:00.",
    )
    assert found.plan.placements == ()
    assert channels_of(found) == {"C0NEW", "C0MEDICINE"}


def test_a_channel_that_is_left_empty_stays_and_that_is_said() -> None:
    found = changes(replace(PLAN, cohorts=(replace(MEDICINE, digest_channel=""),)), there(PLAN))
    assert found.is_empty
    assert changes_in_words(found) == (
        "Everything in this roster stands there already.",
        "Cohort Medicine keeps its digest in C0MEDICINE, since the file names no channel for it.",
    )
    (first,) = changes(replace(PLAN, cohorts=(replace(MEDICINE, digest_channel=""),)), There()).plan.cohorts
    assert first.digest_channel == ""


def test_a_cohort_keeps_what_the_file_says_nothing_of() -> None:
    mondays = there(replace(PLAN, cohorts=(replace(MEDICINE, digest_day=3, digest_at=time(9), zone=CHICAGO),)))
    in_chicago = replace(WARD_B, zone=CHICAGO)
    both = replace(PLAN, rotations=(WARD_A, in_chicago), cohorts=(replace(MEDICINE, digest_channel="C0NEW"),))
    (cohort,) = changes(both, mondays).plan.cohorts
    assert (cohort.digest_day, cohort.digest_at, cohort.zone) == (3, time(9), CHICAGO)
    (moved,) = changes(PLAN, mondays).plan.cohorts
    assert moved.zone == NEW_YORK


def test_who_is_missing_stays_and_is_counted() -> None:
    found = changes(replace(PLAN, placements=placed("Ward A", CAROL)), there(PLAN))
    assert changes_in_words(found) == (
        "Ward A: 1 student added. Then it has 3 students.",
        "3 people are not in the file and stay there: 3 in Ward A.",
    )
    assert found.plan.taken_off == ()


def test_who_is_missing_is_taken_off_if_told_so() -> None:
    found = changes(replace(PLAN, placements=placed("Ward A", CAROL, BOB)), there(PLAN), remove_missing=True)
    assert changes_in_words(found) == (
        "Ward A: 1 student added, 1 student taken off, 1 preceptor taken off. Then it has 2 students and 0 preceptors.",
    )
    assert found.plan.taken_off == (*KIM, *placed("Ward A", ALICE))


@pytest.mark.parametrize("named", [(ALICE,), (ALICE, BOB, CAROL)])
def test_what_is_over_is_left_alone_whoever_the_file_has_in_it(named: tuple[PersonId, ...]) -> None:
    other = replace(WARD_A, site="Annex", first_day=MONDAY - WEEK, last_day=FRIDAY + WEEK)
    plan = replace(PLAN, rotations=(other, WARD_B), placements=(*placed("Ward A", *named), *placed("Ward B", ALICE)))
    before = replace(there(replace(PLAN, rotations=(WARD_A, WARD_B))), rotations={"Ward A": _rotation(WARD_A)})
    found = changes(plan, before, remove_missing=True, on=FRIDAY + 2 * WEEK)
    assert (found.over, [each.name for each in found.plan.rotations]) == (("Ward A",), ["Ward B"])
    assert found.people == (("Ward B", (Headcount(Role.STUDENT, 0, 1, 1, 0),)),)
    assert changes_in_words(found)[-1] == "Ward A is over; its lines are left alone."


def test_what_is_over_does_not_go_on_under_its_name() -> None:
    later = replace(WARD_A, first_day=FRIDAY + 3 * WEEK, last_day=FRIDAY + 6 * WEEK)
    with pytest.raises(RosterRefused) as refused:
        changes(replace(PLAN, rotations=(later,)), there(PLAN), on=FRIDAY + WEEK)
    assert refused.value.problems == (
        "Line 2: Ward A is over, and who was in it stays as it was. Write another name for what comes now, such as "
        "Ward A Jan 8.",
    )


@pytest.mark.parametrize(("who", "mark"), [(ALICE, ALICE), (ALICE, PersonId("~0123"))])
def test_nobody_is_student_and_preceptor_of_one_cohort(who: PersonId, mark: PersonId) -> None:
    """Whoever had everything deleted stands there by a mark, and counts like anybody."""
    whose = {mark: who, DR_KIM: DR_KIM}
    in_ward_b = frozenset(placed("Ward B", mark))
    before = replace(there(PLAN), cohort_of={"Ward A": "Medicine", "Ward B": "Medicine"}, beside=in_ward_b, whose=whose)
    before = replace(before, placements=frozenset(KIM))
    for placements, says in (
        (placed("Ward A", who, role=Role.PRECEPTOR), "Line 2: this person is a student in Ward B, of the same cohort."),
        (placed("Ward A", DR_KIM), "Line 2: this person is a preceptor in Ward A, of the same cohort."),
    ):
        with pytest.raises(RosterRefused, match=says):
            changes(replace(PLAN, placements=placements), before)
    elsewhere = replace(before, cohort_of={"Ward A": "Medicine", "Ward B": "Surgery"})
    assert changes(replace(PLAN, placements=placed("Ward A", who, role=Role.PRECEPTOR)), elsewhere).plan.placements
    moved = replace(elsewhere, cohort_of={"Ward A": "Surgery", "Ward B": "Medicine"})
    moved = replace(moved, placements=frozenset(placed("Ward A", who, role=Role.PRECEPTOR)))
    with pytest.raises(RosterRefused, match="Line 9: in this cohort, somebody who stays in Ward A would be both"):
        changes(replace(PLAN, placements=KIM), moved)
    # As long as lines are wrong nobody knows whether the cohort only gets another name.
    assert changes(replace(PLAN, placements=KIM), moved, unclear=Unclear()).rotations_made == ()


def test_a_student_goes_from_one_rotation_to_the_other() -> None:
    before = RosterPlan((MEDICINE,), (WARD_A, WARD_B), (*placed("Ward A", ALICE, BOB), *placed("Ward B", CAROL)))
    after = replace(before, placements=(*placed("Ward A", BOB), *placed("Ward B", ALICE, CAROL)))
    assert changes_in_words(changes(after, there(before), remove_missing=True)) == (
        "Ward A: 1 student taken off. Then it has 1 student.",
        "Ward B: 1 student added. Then it has 2 students.",
        "From Ward A to Ward B: 1 student.",
    )
    with pytest.raises(RosterRefused) as refused:
        changes(after, there(before))
    assert refused.value.problems == (
        "Line 2: this student is in Ward A on the same days. To move them, take them off Ward A in its form on "
        "Bedside's Home tab first, or, only if the file names everybody who is in its rotations, choose to take off "
        "people who are missing.",
    )


@pytest.mark.parametrize("weeks", [-4, 0, 3, 4])
def test_a_student_whom_another_rotation_has_on_the_same_days_is_refused(weeks: int) -> None:
    elsewhere = _rotation(replace(WARD_B, first_day=MONDAY + weeks * WEEK, last_day=FRIDAY + weeks * WEEK))
    before = there(replace(PLAN, placements=KIM), (ALICE, elsewhere))
    if abs(weeks) == 4:
        assert len(changes(PLAN, before).plan.placements) == 2
    else:
        with pytest.raises(RosterRefused, match="Line 2: this student is in Ward B on the same days"):
            changes(PLAN, before, remove_missing=True)


def test_other_days_of_a_rotation_put_nobody_into_two_who_is_not_in_the_file() -> None:
    elsewhere = _rotation(replace(WARD_B, first_day=FRIDAY + WEEK, last_day=FRIDAY + 4 * WEEK))
    longer = replace(PLAN, rotations=(replace(WARD_A, last_day=FRIDAY + 2 * WEEK),), placements=placed("Ward A", BOB))
    with pytest.raises(RosterRefused, match="Line 2: with these days, somebody who stays in Ward A would be in Ward B"):
        changes(longer, there(PLAN, (ALICE, elsewhere)))


def test_a_time_that_a_rotations_own_hours_do_not_hold_is_refused() -> None:
    late = replace(_rotation(WARD_A), hours=Hours(time(8), time(21)))
    with pytest.raises(RosterRefused, match="Line 2: reminder_at is not in this rotation's own hours"):
        changes(PLAN, replace(there(PLAN), rotations={"Ward A": late}))


def test_of_who_is_in_two_rotations_already_nobody_speaks() -> None:
    assert changes(PLAN, there(PLAN, (ALICE, _rotation(WARD_B)))).is_empty


def test_a_preceptor_may_teach_elsewhere_on_the_same_days() -> None:
    assert changes(PLAN, there(replace(PLAN, placements=()), (DR_KIM, _rotation(WARD_B)))).plan.placements


def test_what_is_noted_counts_people_and_names_nobody() -> None:
    noted = changes_to_note(changes(PLAN, There()))
    assert [(each.what, each.before, each.after) for each in noted] == [
        ("cohort Medicine", "", "made"),
        ("rotation Ward A", "", "2026-11-23 to 2026-12-18"),
        ("Ward A: students", "0", "2"),
        ("Ward A: preceptors", "0", "1"),
    ]


def test_two_rosters_that_show_the_same_have_one_fingerprint() -> None:
    """Somebody who had everything deleted stands there by a mark: nobody is to see that it is them."""
    one, other = (
        changes(replace(PLAN, placements=KIM), there(replace(PLAN, placements=(*KIM, *placed("Ward A", who)))),
                remove_missing=True)
        for who in (ALICE, PersonId("-0123"))
    )  # fmt: skip
    assert fingerprint_of(one) == fingerprint_of(other)
    assert fingerprint_of(one) != fingerprint_of(changes(PLAN, There()))
