"""What leaves for preceptors and coordinators, and what comes back from them to the students: digests, notices,
answers."""

from datetime import date, datetime

from bot.domain.outbox import DIGEST_LIMIT, Kind, Planned
from bot.domain.people import Cohort


def digest_for(cohort: Cohort, *, on: date, due: datetime, body: str) -> Planned:
    """A cohort's digest of one date."""
    return Planned(
        kind=Kind.DIGEST,
        dedupe_key=f"digest:{cohort.id}:{on}",
        send_at=due,
        too_late_at=due + DIGEST_LIMIT,
        channel=cohort.digest_channel,
        cohort_id=cohort.id,
        on=on,
        body=body,
    )
