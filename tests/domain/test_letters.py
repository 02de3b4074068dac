"""What leaves for preceptors and coordinators, and what comes back from them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain import calendar
from bot.domain.letters import (
    Readers,
    Texts,
    briefing_for,
    digest_for,
    digest_key,
    digests_for,
    directly_at,
    group_answer_for,
    instead_of,
)
from bot.domain.outbox import Planned, still_wanted
from bot.domain.people import Cohort, CohortId, PersonId, Rotation, RotationId, Standing, Student

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
CONFIG = Path("config")
MEDICINE = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, digest_day=0, digest_at=time(7))
DIRECT = replace(MEDICINE, digest_channel="")
DUE = calendar.instant(MONDAY, time(7), NEW_YORK)
TEXTS = Texts(whole="whole", teaching="teaching")
DR_KIM, DR_LEE, DR_RAO, JO = (PersonId(f"U0{name}") for name in ("KIM", "LEE", "RAO", "JO"))
THREE = (DR_KIM, DR_LEE, DR_RAO)

some_confirmed = st.builds(
    lambda number, confirmed: Readers(THREE[:number], frozenset(confirmed)),
    st.integers(0, 3),
    st.frozensets(st.sampled_from(THREE)),
)


def planned(cohort: Cohort, readers: Readers) -> dict[str, str | None]:
    """What goes where."""
    rows = list(digests_for(cohort, TEXTS, readers, on=MONDAY, due=DUE))
    return {row.student or str(row.channel): row.body for row in rows}


def test_a_digest_has_one_key_for_a_cohort_and_date_and_waits_three_days() -> None:
    digest = digest_for(MEDICINE, on=MONDAY, due=DUE, body="{}")
    assert digest.dedupe_key == digest_key(MEDICINE.id, MONDAY)
    assert (digest.dedupe_key, digest.channel, digest.student) == ("digest:1:2026-11-23", "C0MEDICINE", None)
    assert digest.too_late_at - digest.send_at == timedelta(days=3)
    assert directly_at(replace(digest, send_at=DUE + timedelta(hours=9))) == DUE + timedelta(days=1)
    assert still_wanted(digest, None)


def test_an_answer_comes_in_the_students_own_morning_for_two_days_and_only_to_who_wants_it() -> None:
    program = load_program(CONFIG, load_curriculum(CONFIG))
    tokyo = Student(PersonId("U0ALICE"), ZoneInfo("Asia/Tokyo"), standing=Standing.STARTED)
    noon = calendar.instant(MONDAY, time(12), NEW_YORK)
    answer = group_answer_for(tokyo, CohortId(1), on=MONDAY, program=program, at=noon)
    assert answer.dedupe_key == "group-answer:1:2026-11-23:U0ALICE"
    assert answer.send_at.astimezone(tokyo.zone).time() == program.hours.earliest
    assert answer.too_late_at - answer.send_at == timedelta(days=2)
    tuesday, later = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    ward = Rotation(
        RotationId(1),
        CohortId(1),
        "Ward",
        "Main",
        tokyo.zone,
        MONDAY,
        tuesday,
        reminder_at=time(7),
        question_at=time(17),
    )
    assert still_wanted(answer, tokyo, rotations=[ward])
    assert still_wanted(answer, tokyo.paused(tuesday), rotations=[ward]), "it comes on Tuesday"
    elsewhere = [replace(ward, cohort_id=CohortId(2)), replace(ward, last_day=MONDAY), replace(ward, first_day=later)]
    assert not still_wanted(answer, tokyo, rotations=elsewhere)
    unwilling = [tokyo.paused(later), tokyo.left(), tokyo.lost("user_disabled"), None]
    assert not any(still_wanted(answer, each, rotations=[ward]) for each in unwilling)


def test_a_briefing_comes_once_ever_in_the_hours_of_its_cohort_and_is_of_no_use_a_week_later() -> None:
    program = load_program(CONFIG, load_curriculum(CONFIG))
    night = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    briefing = briefing_for(PersonId("U0KIM"), MEDICINE, program=program, at=night)
    assert briefing.send_at == calendar.instant(MONDAY, time(6), NEW_YORK)
    assert briefing.too_late_at - briefing.send_at == timedelta(days=7)
    assert (briefing.dedupe_key, briefing.student, briefing.channel) == ("briefing:U0KIM", "U0KIM", None)
    assert still_wanted(briefing, None)


def test_a_channel_whose_preceptors_have_all_confirmed_gets_the_whole_digest() -> None:
    assert planned(MEDICINE, Readers((DR_KIM, DR_LEE), frozenset(THREE))) == {"C0MEDICINE": "whole"}


def test_one_who_has_not_confirmed_keeps_the_whole_digest_out_of_the_channel() -> None:
    readers = Readers((DR_KIM, DR_LEE), frozenset({DR_LEE}))
    assert planned(MEDICINE, readers) == {"C0MEDICINE": "teaching", DR_LEE: "whole"}


def test_a_channel_without_a_preceptor_gets_the_teaching_part() -> None:
    assert planned(MEDICINE, Readers((), frozenset())) == {"C0MEDICINE": "teaching"}


def test_without_a_channel_each_preceptor_gets_what_they_have_confirmed_for() -> None:
    readers = Readers((DR_KIM, DR_LEE), frozenset({DR_KIM}))
    assert planned(DIRECT, readers) == {DR_KIM: "whole", DR_LEE: "teaching"}
    assert planned(DIRECT, Readers((), frozenset())) == {}


@given(st.sampled_from([MEDICINE, DIRECT]), some_confirmed)
def test_the_whole_digest_reaches_those_who_have_confirmed_once_and_nobody_else(
    cohort: Cohort, readers: Readers
) -> None:
    rows = list(digests_for(cohort, TEXTS, readers, on=MONDAY, due=DUE))
    assert len({row.dedupe_key for row in rows}) == len(rows)
    reads = whole_readers(rows, readers)
    assert set(reads) == set(readers.preceptors) & readers.confirmed
    assert set(reads.values()) <= {1}


@given(some_confirmed, some_confirmed)
def test_so_it_is_when_the_channel_does_not_take_it_and_others_have_confirmed_since(
    then: Readers, since: Readers
) -> None:
    now = Readers(then.preceptors, then.confirmed | since.confirmed)
    digest, *beside = digests_for(MEDICINE, TEXTS, then, on=MONDAY, due=DUE)
    texts = replace(TEXTS, whole=str(digest.body))
    rows = {row.dedupe_key: row for row in instead_of(digest, MEDICINE, texts, now, on=MONDAY, at=DUE)}
    rows |= {row.dedupe_key: row for row in beside}
    reads = whole_readers(rows.values(), now)
    assert set(reads) == set(then.preceptors) & then.confirmed, "no digest is issued a second time"
    assert {row.student for row in rows.values()} == set(now.preceptors), "and everybody gets something to teach from"
    assert {row.too_late_at for row in rows.values()} <= {digest.too_late_at}


def whole_readers(rows: Iterable[Planned], readers: Readers) -> Counter[str]:
    """Who reads the whole digest how often: in the channel all preceptors do."""
    reads: Counter[str] = Counter()
    for row in rows:
        if row.body == TEXTS.whole:
            reads.update([row.student] if row.student else readers.preceptors)
    return reads
