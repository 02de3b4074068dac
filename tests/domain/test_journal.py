"""Which digest may use a reply at the earliest, as its author reads it."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.journal import earliest_digest
from bot.domain.people import Cohort, CohortId, PersonId
from bot.domain.reply import Reply, Sharing

CONFIG = Path("config")
PROGRAM = load_program(CONFIG, load_curriculum(CONFIG))
MEDICINE = Cohort(CohortId(1), "Medicine", "C0MEDICINE", ZoneInfo("UTC"), 0, time(7))
MONDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 30)
LAST_DAY = date(2026, 12, 18)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DUE = datetime(2026, 11, 30, 7, tzinfo=UTC)


def digest_of(
    changed_at: datetime,
    *,
    at: datetime | None = None,
    on: date = MONDAY,
    sharing: Sharing = Sharing.THEMES,
    spent: bool = False,
    last_day: date = LAST_DAY,
) -> date | None:
    reply = Reply(PersonId("U0ALICE"), MEDICINE.id, on, frozenset(), "", sharing, changed_at, spent=spent)
    return earliest_digest(reply, MEDICINE, last_day=last_day, program=PROGRAM, at=at or changed_at)


@pytest.mark.parametrize(("before", "on"), [(12 * HOUR, NEXT_MONDAY), (11 * HOUR, NEXT_MONDAY + 7 * DAY)])
def test_a_reply_rests_for_its_settle_hours_first(before: timedelta, on: date) -> None:
    assert digest_of(DUE - before) == on


@pytest.mark.parametrize("sharing", [Sharing.THEMES, Sharing.WORDS])
def test_what_is_shared_waits_for_the_next_digest_and_then_for_the_one_after(sharing: Sharing) -> None:
    changed_at = datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert digest_of(changed_at, sharing=sharing) == NEXT_MONDAY
    assert digest_of(changed_at, at=DUE + HOUR, sharing=sharing) == NEXT_MONDAY + 7 * DAY


def test_after_four_weeks_it_stays_in_the_journal() -> None:
    changed_at = DUE
    assert digest_of(changed_at, at=DUE + 27 * DAY, last_day=date.max - 30 * DAY) == NEXT_MONDAY + 28 * DAY
    assert digest_of(changed_at, at=DUE + 28 * DAY + HOUR, last_day=date.max - 30 * DAY) is None


def test_changing_an_old_reply_does_not_carry_it_over_for_ever() -> None:
    assert digest_of(DUE, at=DUE, on=NEXT_MONDAY - 29 * DAY) is None


def test_two_weeks_after_the_last_day_nothing_is_pooled_any_more() -> None:
    changed_at = datetime(2026, 12, 18, 23, tzinfo=UTC)
    assert digest_of(changed_at, on=LAST_DAY) == date(2026, 12, 21)
    assert digest_of(changed_at, at=changed_at + 9 * DAY, on=LAST_DAY) == date(2026, 12, 28)
    assert digest_of(changed_at, at=changed_at + 14 * DAY, on=LAST_DAY) is None


def test_what_is_private_or_used_joins_no_digest() -> None:
    changed_at = DUE - 2 * DAY
    assert digest_of(changed_at, sharing=Sharing.JOURNAL) is None
    assert digest_of(changed_at, spent=True) is None
