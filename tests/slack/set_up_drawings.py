"""The drawings of the forms in which coordinators set up cohorts and rotations."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType

from slack_sdk.models.views import View

from bot.domain.audit import Change
from bot.domain.calendar import Hours, Weekday
from bot.domain.errors import CohortInUse, LastDayGone, NameTaken
from bot.domain.people import Cohort, CohortId, DayOff, PersonId, Role, Rotation, RotationId
from bot.domain.program import Program
from bot.domain.set_up import NEW, CohortDraft, Draft, Effects, copied_rotation
from bot.flows.ports import CalendarName
from bot.flows.set_up.block import Block, WeighedBlock
from bot.flows.set_up.cohort import CohortForm, RotationChoice, WeighedCohort
from bot.flows.set_up.leaving import LeftBehind
from bot.flows.set_up.outcomes import Clash, CohortChoice, RotationForm, Weighed
from bot.slack.views.notice import notice
from bot.slack.views.set_up.cohort_form import cohort_form, removal_form
from bot.slack.views.set_up.rotation_form import end_form, rotation_form
from bot.slack.views.set_up.weighing import (
    block_weighed,
    clash_notice,
    cohort_weighed,
    refused_notice,
    rotation_weighed,
)
from tests.fakes import NEW_YORK

MONDAY, LAST = date(2026, 11, 23), date(2026, 12, 18)
HOSTILE = "<!channel> *bold* <https://evil.example|click>"
ALICE, DR_KIM = PersonId("U0ALICE"), PersonId("U0KIM")
MEDICINE = Rotation(
    RotationId(3), CohortId(1), "Medicine A", "General", NEW_YORK, MONDAY, LAST, time(7), time(17, 30), edition=2
)
FULL = replace(
    MEDICINE,
    name=HOSTILE,
    working_days=frozenset({Weekday.SAT, Weekday.SUN}),
    hours=Hours(time(7), time(19)),
    days_off=(DayOff(date(2026, 12, 5), HOSTILE), DayOff(date(2026, 12, 6), HOSTILE)),
    calendar="US-PA",
)
COHORTS = (CohortChoice(CohortId(1), "Medicine", 8), CohortChoice(CohortId(2), HOSTILE, 1))
COUNTRIES = (CalendarName("CA", "Canada"), CalendarName("US", "United States"))
STATES = (CalendarName("US-OH", "Ohio"), CalendarName("US-PA", "Pennsylvania"))
COHORT = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, Weekday.MON, time(7))
NEW_COHORT = replace(COHORT, id=CohortId(NEW), name="", digest_channel="")
WEIGHED = Weighed(
    draft=Draft(MEDICINE),
    name=HOSTILE,
    changes=(
        Change("Last day", "Friday, December 18, 2026", "Friday, December 25, 2026"),
        Change("Holidays", "", "Dec 25 (Christmas Day)"),
        Change("Site", "General", ""),
    ),
    effects=Effects(moved=34, dropped=8, added=1680),
    students=8,
    absent=0,
    cohort="Medicine",
    pool=8,
    needed=7,
)
REMOVED = replace(
    WEIGHED,
    draft=Draft(MEDICINE, ends=True),
    name="Medicine A",
    changes=(Change("Students who leave", "", "8"),),
    effects=Effects(dropped=320),
    students=0,
)
SMALL = replace(
    WEIGHED,
    name="Medicine A",
    changes=(Change("Students who join", "", "1"),),
    effects=Effects(),
    students=1,
    absent=1,
    pool=3,
    keeps_no_holiday=True,
)
BLOCK = WeighedBlock(
    Block(CohortId(1), (RotationId(3), RotationId(4)), frozenset({Role.PRECEPTOR}), (2, 2)),
    HOSTILE,
    (copied_rotation(MEDICINE), copied_rotation(FULL)),
    0,
    Effects(added=1680),
)
MOVED = Change("Digest channel", "C0OLD", "C0MEDICINE")
JOINED = WeighedCohort(
    CohortDraft(COHORT),
    (MOVED, Change("Rotations that join", "", "Surgery A")),
    5,
    7,
    LeftBehind(("Surgery",), (("Pediatrics", 40, 16), ("Psychiatry", 8, 6))),
)
ALONE = replace(JOINED, changes=(replace(MOVED, after=""),), students=1, needed=1, behind=LeftBehind())


def set_up_views(program: Program) -> Mapping[str, View]:
    """All of them, by name."""
    new = RotationForm(Draft(replace(MEDICINE, id=RotationId(NEW), name="", site="", edition=1)), COHORTS)
    there = RotationForm(Draft(MEDICINE), COHORTS, COUNTRIES, students=8, preceptors=(DR_KIM, PersonId("U0LEE")))
    full = replace(there, draft=Draft(FULL, frozenset({ALICE})), states=STATES, students=1, preceptors=())
    copied = Draft(copied_rotation(MEDICINE), copied_from=MEDICINE.id, copied=frozenset({Role.PRECEPTOR}))
    choices = (RotationChoice(RotationId(4), HOSTILE, "Surgery"), RotationChoice(RotationId(5), "Surgery B", "Surgery"))
    cohort = CohortForm(CohortDraft(COHORT), ("Medicine A", "Medicine B"), choices, 5, 7)
    views = {
        "rotation_new": rotation_form(new, program),
        "rotation_first": rotation_form(replace(new, cohorts=()), program),
        "rotation_as_it_stands": rotation_form(there, program),
        "rotation_with_everything_of_its_own": rotation_form(full, program),
        "rotation_copied": rotation_form(RotationForm(copied, COHORTS, copies=HOSTILE), program),
        "rotation_changed_meanwhile": rotation_form(replace(there, differs=WEIGHED.changes), program),
        "rotation_ends": end_form(MEDICINE, today=MONDAY),
        "rotation_weighed": rotation_weighed(WEIGHED, "kept"),
        "rotation_weighed_for_few": rotation_weighed(SMALL, "kept"),
        "rotation_moved": rotation_weighed(
            replace(
                WEIGHED,
                changes=(Change("Cohort", "Psychiatry", "Medicine"),),
                behind=LeftBehind(smaller=(("Psychiatry", 8, 6),)),
            ),
            "kept",
        ),
        "rotation_removed": rotation_weighed(REMOVED, "kept"),
        "rotation_unchanged": rotation_weighed(replace(WEIGHED, changes=()), "kept"),
        "rotation_clash": clash_notice(
            Clash(
                ((ALICE, MEDICINE, False), (DR_KIM, MEDICINE, True)),
                ((HOSTILE, 1), ("Surgery B", 4)),
                ((HOSTILE, 1), ("Ward", 2)),
            )
        ),
        "rotation_refused": refused_notice([NameTaken(example="Medicine A, Nov 23"), LastDayGone()]),
        "cohort_new": cohort_form(CohortForm(CohortDraft(NEW_COHORT), (), (), 0, 7)),
        "cohort_as_it_stands": cohort_form(cohort),
        "cohort_of_one_changed_meanwhile": cohort_form(replace(cohort, students=1, differs=WEIGHED.changes)),
        "cohort_that_is_empty": cohort_form(replace(cohort, rotations=(), students=0)),
        "cohort_removed": removal_form(replace(COHORT, name=HOSTILE)),
        "cohort_that_stays": notice(str(CohortInUse(cohort=HOSTILE))),
        "next_block": block_weighed(BLOCK),
        "next_block_of_one": block_weighed(
            replace(BLOCK, students=1, effects=Effects(), left_out=(MEDICINE,), is_other=True)
        ),
        "next_block_that_is_there": block_weighed(replace(BLOCK, rotations=())),
        "cohort_weighed": cohort_weighed(JOINED, "kept"),
        "cohort_of_one_weighed": cohort_weighed(ALONE, "kept"),
        "cohort_unchanged": cohort_weighed(replace(JOINED, changes=()), "kept"),
    }
    return MappingProxyType(views)
