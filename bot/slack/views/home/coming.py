"""What goes out in the coming days, for a coordinator: counted as if everybody on the roster got everything."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextElement

from bot.domain.desk import ComingDay
from bot.domain.people import Cohort
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, plain, quiet, strong

COMING = "What goes out"
TODAY = "Today, {day}: "
ON_A_DAY = "{day}: "
PROMPTS = "“{title}”, a reminder and a question for up to {students}"
ONE_STUDENT, MANY_STUDENTS = "1 student", "{number:,} students"
NOTHING = "no reminders or questions, since it is a working day of no rotation"
DIGESTS = ". Digest of {cohorts}"
AT = "{cohort} at {at:%H:%M}"
AND_MORE = " and {more} more"
COUNTED_ON_THE_ROSTER = (
    "Everybody on the roster is counted, as if they all got everything. Who takes part, and at which pace, nobody sees."
)
MOST_DIGESTS: Final = 6


def coming(days: Sequence[ComingDay], *, today: date) -> list[Block]:
    """A line for each day: its lesson, how many students it may reach, and the digests with their times."""
    if not days:
        return []
    return [
        HeaderBlock(text=plain(COMING)),
        bullets(_day(each, today) for each in days),
        quiet(COUNTED_ON_THE_ROSTER),
    ]


def _day(found: ComingDay, today: date) -> tuple[str | RichTextElement, ...]:
    when = (TODAY if found.on == today else ON_A_DAY).format(day=day(found.on))
    students = ONE_STUDENT if found.students == 1 else MANY_STUDENTS.format(number=found.students)
    said = PROMPTS.format(title=found.lesson.principle.title, students=students) if found.students else NOTHING
    return strong(when), f"{said}{_digests(found.digests)}."


def _digests(cohorts: Sequence[Cohort]) -> str:
    if not cohorts:
        return ""
    shown = ", ".join(AT.format(cohort=each.name, at=each.digest_at) for each in cohorts[:MOST_DIGESTS])
    more = len(cohorts) - MOST_DIGESTS
    return DIGESTS.format(cohorts=shown) + (AND_MORE.format(more=more) if more > 0 else "")
