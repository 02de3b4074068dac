"""What leaves for preceptors and coordinators, and what comes back from them."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain import calendar
from bot.domain.letters import briefing_for, digest_for, digest_key
from bot.domain.outbox import still_wanted
from bot.domain.people import Cohort, CohortId, PersonId

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
CONFIG = Path("config")
COHORT = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, digest_day=0, digest_at=time(7))


def test_a_digest_has_one_key_for_a_cohort_and_date_and_waits_three_days() -> None:
    due = calendar.instant(MONDAY, time(7), NEW_YORK)
    digest = digest_for(COHORT, on=MONDAY, due=due, body="{}")
    assert digest.dedupe_key == digest_key(COHORT.id, MONDAY)
    assert (digest.dedupe_key, digest.channel, digest.student) == ("digest:1:2026-11-23", "C0MEDICINE", None)
    assert digest.too_late_at - digest.send_at == timedelta(days=3)
    assert still_wanted(digest, None)


def test_a_briefing_comes_once_ever_in_the_hours_of_its_cohort_and_is_of_no_use_a_week_later() -> None:
    program = load_program(CONFIG, load_curriculum(CONFIG))
    night = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    briefing = briefing_for(PersonId("U0KIM"), COHORT, program=program, at=night)
    assert briefing.send_at == calendar.instant(MONDAY, time(6), NEW_YORK)
    assert briefing.too_late_at - briefing.send_at == timedelta(days=7)
    assert (briefing.dedupe_key, briefing.student, briefing.channel) == ("briefing:U0KIM", "U0KIM", None)
    assert still_wanted(briefing, None)
