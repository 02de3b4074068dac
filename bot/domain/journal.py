"""What a student reads about a kept reply: whether a digest may still use it, and when at the earliest."""

from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import pooled_until
from bot.domain.people import Cohort
from bot.domain.program import Program
from bot.domain.reply import Reply, Sharing


def earliest_digest(reply: Reply, cohort: Cohort, *, last_day: date, program: Program, at: datetime) -> date | None:
    """The date of the first digest that may use a reply, whose cohort's last rotation ends on `last_day`; None for a
    reply that no digest will use any more, or ever."""
    if reply.spent or reply.sharing is Sharing.JOURNAL:
        return None
    on, due = _digest_after(max(at, reply.changed_at + program.settle), cohort)
    since = program.policy.waiting_since(due)
    asked_since = calendar.local_date(since - program.question_open, cohort.zone)
    carried_over = reply.changed_at >= since and reply.on >= asked_since
    return on if carried_over and on <= pooled_until(last_day) else None


def _digest_after(at: datetime, cohort: Cohort) -> tuple[date, datetime]:
    """The first digest of a cohort that is due at or after an instant."""
    on, due = calendar.latest_weekly(at, weekday=cohort.digest_day, local_time=cohort.digest_at, zone=cohort.zone)
    if due < at:
        on += 7 * calendar.DAY
    return on, calendar.instant(on, cohort.digest_at, cohort.zone)
