"""What leaves for preceptors and coordinators, and what comes back from them."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.domain.letters import digest_for
from bot.domain.outbox import still_wanted
from bot.domain.people import Cohort, CohortId

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)


def test_a_digest_has_one_key_for_a_cohort_and_date_and_waits_three_days() -> None:
    cohort = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, digest_day=0, digest_at=time(7))
    due = calendar.instant(MONDAY, time(7), NEW_YORK)
    digest = digest_for(cohort, on=MONDAY, due=due, body="{}")
    assert (digest.dedupe_key, digest.channel, digest.student) == ("digest:1:2026-11-23", "C0MEDICINE", None)
    assert digest.too_late_at - digest.send_at == timedelta(days=3)
    assert still_wanted(digest, None)
