"""What a coordinator is told of a digest in trouble."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.letters import notice_for
from bot.domain.notices import Notice, Obstacle, decode, encode
from bot.domain.outbox import Kind
from bot.domain.people import CohortId
from tests.domain.test_letters import DUE, JO, MEDICINE
from tests.slack.drawings import NOTICES


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_kept_to_the_letter(name: str) -> None:
    assert decode(encode(NOTICES[name])) == NOTICES[name]


def test_nothing_else_is_kept_in_a_notice() -> None:
    with pytest.raises(TypeError, match="object is no part of a notice"):
        encode(replace(NOTICES["notice_of_a_channel"], reason=object()))  # type: ignore[arg-type]


def test_a_coordinator_is_told_once_of_a_digest_and_a_reason() -> None:
    notice = NOTICES["notice_of_a_channel"]
    planned = notice_for(JO, notice, MEDICINE, at=DUE)
    assert (planned.kind, planned.student, planned.cohort_id) == (Kind.NOTICE, JO, MEDICINE.id)
    again = notice_for(JO, replace(notice, until=None), MEDICINE, at=DUE)
    assert again.dedupe_key == planned.dedupe_key == "notice:1:2026-11-23:not_in_channel:U0JO"
    other = notice_for(JO, replace(notice, reason="is_archived"), MEDICINE, at=DUE)
    assert other.dedupe_key != planned.dedupe_key


def test_of_a_channel_that_students_can_read_a_coordinator_is_told_once_for_all_cohorts() -> None:
    public = NOTICES["notice_of_a_public_channel"]
    students = NOTICES["notice_of_students_in_the_channel"]
    surgery = replace(MEDICINE, id=CohortId(2), name="Surgery")
    keys = {
        notice_for(JO, each, cohort, at=DUE).dedupe_key for each in (public, students) for cohort in (MEDICINE, surgery)
    }
    assert keys == {"notice:C0MEDICINE:readers:U0JO"}


@given(st.sampled_from(Obstacle), st.text("abcdefghij_", max_size=200), st.sampled_from(["U0KIM", "U" + "0" * 31]))
def test_a_notices_key_fits_into_its_column(obstacle: Obstacle, reason: str, person: str) -> None:
    notice = Notice(obstacle, "M" * 75, channel="C" + "0" * 31, person=person, on=DUE.date(), reason=reason)  # type: ignore[arg-type]
    cohort = replace(MEDICINE, id=CohortId(2**31))
    assert len(notice_for(person, notice, cohort, at=DUE).dedupe_key) <= 128  # type: ignore[arg-type]
