"""What leaves for preceptors and coordinators, and what comes back from them to the students: digests, notices,
answers."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.outbox import DIGEST_LIMIT, Kind, Planned
from bot.domain.people import Cohort, CohortId, PersonId
from bot.domain.program import Program

BRIEFING_LIMIT: Final = timedelta(days=7)
"""By then a digest has come, and like Home it says the same."""


def digest_key(cohort: CohortId, on: date) -> str:
    """The dedupe key of the digest that a cohort's channel gets on a date."""
    return f"{Kind.DIGEST}:{cohort}:{on}"


def digest_for(cohort: Cohort, *, on: date, due: datetime, body: str) -> Planned:
    """A cohort's digest of one date."""
    return Planned(
        kind=Kind.DIGEST,
        dedupe_key=digest_key(cohort.id, on),
        send_at=due,
        too_late_at=due + DIGEST_LIMIT,
        channel=cohort.digest_channel,
        cohort_id=cohort.id,
        on=on,
        body=body,
    )


def briefing_for(preceptor: PersonId, cohort: Cohort, *, program: Program, at: datetime) -> Planned:
    """The one briefing of a preceptor, inside the hours allowed where a cohort of theirs is."""
    send_at = calendar.next_allowed(at, cohort.zone, program.hours)
    return Planned(
        kind=Kind.BRIEFING,
        dedupe_key=f"{Kind.BRIEFING}:{preceptor}",
        send_at=send_at,
        too_late_at=send_at + BRIEFING_LIMIT,
        student=preceptor,
        cohort_id=cohort.id,
    )
