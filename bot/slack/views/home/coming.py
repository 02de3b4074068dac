"""What goes out in the coming days, for a coordinator: counted as if everybody on the roster got everything."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextElement

from bot.domain.desk import ComingDay, Quiet
from bot.domain.people import Cohort, Rotation
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong

COMING = "What goes out"
TODAY, ON_A_DAY = "Today, {day}: ", "{day}: "
AND, TO = "{first} and {last}: ", "{first} to {last}: "
PROMPTS = "“{title}”, a reminder and a question for up to {students}"
ONE_STUDENT, MANY_STUDENTS = "1 student", "{number:,} students"
NOTHING = "nothing goes out, {why}"
WHY: Final[Mapping[Quiet, tuple[str, str]]] = MappingProxyType(
    {
        Quiet.DAY_OFF: ("no working day", "no working days"),
        Quiet.NOBODY: ("no student is placed", "no student is placed"),
        Quiet.NO_ROTATION: ("no rotation runs", "no rotation runs"),
    }
)
"""Of one day, and of several."""
NOTHING_UNTIL = "Nothing goes out in the coming days. The next rotation begins on {day}."
NOTHING_PLANNED = "Nothing goes out: no rotation runs, and none is planned."
DIGESTS, ONLY_DIGESTS = ". Digest of {cohorts}", "only the digest of {cohorts}"
AT = "{cohort} at {at:%H:%M}"
AND_MORE = " and {more} more"
COUNTED_ON_THE_ROSTER = (
    "Everybody on the roster is counted, as if they all got everything. Who takes part, and at which pace, nobody sees."
)
MOST_DIGESTS: Final = 6


def coming(days: Sequence[ComingDay], *, today: date, rotations: Iterable[Rotation] = ()) -> list[Block]:
    """A line for each day: its lesson, how many students it may reach, and the digests with their times. Days in a row
    that bring nothing share a line; where all of them do for want of a rotation, it says when the next one of
    `rotations` begins."""
    if not days:
        return []
    heading = HeaderBlock(text=plain(COMING))
    if all(each.quiet is Quiet.NO_ROTATION and not each.digests for each in days):
        return [heading, paragraph(_until_a_rotation(rotations, today))]
    rows = [list(row) for _, row in groupby(days, key=_alike)]
    return [heading, bullets(_row(row, today) for row in rows), quiet(COUNTED_ON_THE_ROSTER)]


def _alike(found: ComingDay) -> date | Quiet:
    """Days share a line by what they have in common: nothing goes out, for one reason."""
    return found.on if found.quiet is None or found.digests else found.quiet


def _until_a_rotation(rotations: Iterable[Rotation], today: date) -> str:
    begins = min((each.first_day for each in rotations if each.first_day > today), default=None)
    return NOTHING_UNTIL.format(day=day(begins)) if begins else NOTHING_PLANNED


def _row(row: Sequence[ComingDay], today: date) -> tuple[str | RichTextElement, ...]:
    first, last = row[0], row[-1]
    if len(row) == 1:
        return strong((TODAY if first.on == today else ON_A_DAY).format(day=day(first.on))), f"{_what(first)}."
    begins = "Today" if first.on == today else f"{first.on:%A}"
    when = (AND if len(row) == 2 else TO).format(first=begins, last=f"{last.on:%A}")
    return strong(when), f"{_why(first, many=True)}."


def _what(found: ComingDay) -> str:
    if found.quiet is not None:
        return _named(ONLY_DIGESTS, found.digests) or _why(found)
    students = ONE_STUDENT if found.students == 1 else MANY_STUDENTS.format(number=found.students)
    return PROMPTS.format(title=found.lesson.principle.title, students=students) + _named(DIGESTS, found.digests)


def _why(found: ComingDay, *, many: bool = False) -> str:
    return NOTHING.format(why=WHY[found.quiet][many]) if found.quiet else ""


def _named(words: str, cohorts: Sequence[Cohort]) -> str:
    if not cohorts:
        return ""
    shown = ", ".join(AT.format(cohort=each.name, at=each.digest_at) for each in cohorts[:MOST_DIGESTS])
    more = len(cohorts) - MOST_DIGESTS
    return words.format(cohorts=shown) + (AND_MORE.format(more=more) if more > 0 else "")
