"""What a coordinator has to see to, each with what to do about it: first what concerns everybody, then cohort by
cohort."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, RichTextBlock, RichTextElement

from bot.domain.desk import Twice
from bot.flows.open_home.coordinator import CohortAtAGlance, CoordinatorHome, Lack
from bot.slack.views import desk_buttons, promise
from bot.slack.views.home.digest_place import in_its_way
from bot.slack.views.lost import lost_people
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, mention, paragraph, strong, together

LACKS: Final[Mapping[Lack, tuple[str, str]]] = MappingProxyType(
    {
        Lack.SUPPORT_LINE: (
            "Your school's own support line is missing. ",
            "Students find only the national ones below every form. Add whom they can talk to at your school.",
        ),
        Lack.REPORTING_ROUTE: (
            "Where to report mistreatment is missing. ",
            "A student who writes about it is shown no place to turn to. Add your school's own.",
        ),
    }
)
SEE_TO_LACKS = "Add what is missing"
SEE_TO_LACKS_TO_A_READER = "Add what is missing to the rules and support lines"
TOO_FEW = "{students} on the roster: too few for a full digest. "
NO_STUDENT, ONE_STUDENT, MANY_STUDENTS = "No students", "1 student", "{number} students"
WHAT_IS_NEEDED = "With {needed} or more, a digest can show what they said; until then it only teaches. "
POOL_WITH = (
    "Pool it with {other}, which runs at the same time: open each of its rotations and choose the cohort {other}."
)
POOL_OR_PLACE = "No other cohort fits at present: place more students, or move another rotation into this cohort."
NOBODY_IN_IT = "No students are in {name}, which {begins}. "
BEGAN, BEGINS = "began on {day}", "begins on {day}"
PLACE_THEM = "Place them, or end the rotation."
TWICE = "In two rotations on one day"
IN_BOTH = ": {one} and {other}, first on {day}"
MORE_TWICE = "and {more:,} more"
LAST_COUNTS = "The rotation that began last counts for them. Take them off the other, or change its dates."
MOST_ROTATIONS: Final = 3


def attention(found: CoordinatorHome) -> list[list[Block]]:
    """Each thing with its remedy: the parts in which it may be put on pages."""
    parts = [_lacks(found), lost_people(found.lost, in_all=found.lost_in_all), _twice(found)]
    cohorts = (_cohort(each, found) for each in found.cohorts)
    return [part for part in (*parts, *cohorts) if part]


def is_over(glance: CohortAtAGlance, today: date) -> bool:
    """Whether a cohort had rotations, and all of them have ended."""
    return bool(glance.rotations) and all(each.last_day < today for each in glance.rotations)


def _lacks(found: CoordinatorHome) -> list[Block]:
    if not found.lacks:
        return []
    button = desk_buttons.desk_button(SEE_TO_LACKS, desk_buttons.POLICY_ID, SEE_TO_LACKS_TO_A_READER)
    said = (LACKS[each] for each in found.lacks)
    return [
        together(*(paragraph(strong(what), remedy) for what, remedy in said)),
        ActionsBlock(elements=[button]),
    ]


def _twice(found: CoordinatorHome) -> list[Block]:
    if not found.twice:
        return []
    more = found.twice_in_all - len(found.twice)
    people = [*map(_in_both, found.twice), *([(MORE_TWICE.format(more=more),)] if more else [])]
    return [together(paragraph(strong(TWICE)), bullets(people), paragraph(LAST_COUNTS))]


def _in_both(twice: Twice) -> tuple[RichTextElement | str, ...]:
    one, other = twice.rotations
    return mention(twice.person), IN_BOTH.format(one=one.name, other=other.name, day=day(twice.on))


def _cohort(glance: CohortAtAGlance, found: CoordinatorHome) -> list[Block]:
    """All of one cohort in a few blocks: Home is short of room."""
    over = is_over(glance, found.today)
    in_way = [*in_its_way(glance)] if not over or glance.put_off or glance.missed else []
    of_rosters = [] if over else [*_too_few(glance, found), *_empty(glance, found)]
    if not in_way and not of_rosters:
        return []
    mend = [desk_buttons.mend_cohort(glance.cohort)] if in_way else []
    others = [*_ways(glance, found)] if of_rosters else []
    name = paragraph(strong(glance.cohort.name))
    return [together(name, *in_way, *of_rosters), *_in_rows([*mend, *others])]


def _in_rows(buttons: Iterable[ButtonElement]) -> list[ActionsBlock]:
    """Slack wants the buttons of a row to differ in what they do."""
    rows: list[dict[str | None, ButtonElement]] = [{}]
    for each in buttons:
        if each.action_id in rows[-1]:
            rows.append({})
        rows[-1][each.action_id] = each
    return [ActionsBlock(elements=list(row.values())) for row in rows if row]


def _too_few(glance: CohortAtAGlance, found: CoordinatorHome) -> Iterator[RichTextBlock]:
    if not _is_too_small(glance, found):
        return
    few = {0: NO_STUDENT, 1: ONE_STUDENT}.get(glance.students, MANY_STUDENTS).format(number=glance.students)
    needed = WHAT_IS_NEEDED.format(needed=promise.in_words(found.students_needed))
    other = glance.pool_with
    remedy = POOL_WITH.format(other=other.name) if other else POOL_OR_PLACE
    yield paragraph(strong(TOO_FEW.format(students=few)), needed, remedy)


def _is_too_small(glance: CohortAtAGlance, found: CoordinatorHome) -> bool:
    return bool(glance.rotations) and glance.students < found.students_needed


def _empty(glance: CohortAtAGlance, found: CoordinatorHome) -> Iterator[RichTextBlock]:
    for each in glance.empty[:MOST_ROTATIONS]:
        begins = (BEGINS if each.first_day > found.today else BEGAN).format(day=day(each.first_day))
        yield paragraph(strong(NOBODY_IN_IT.format(name=each.name, begins=begins)), PLACE_THEM)


def _ways(glance: CohortAtAGlance, found: CoordinatorHome) -> Iterator[ButtonElement]:
    """The cohort that a small one could be pooled with, and a rotation where that is done, or people are placed."""
    if _is_too_small(glance, found) and glance.pool_with is not None:
        yield desk_buttons.pool_with(glance.pool_with, glance.cohort)
    running = [each for each in glance.rotations if each.last_day >= found.today]
    yield from map(desk_buttons.mend_rotation, (glance.empty or running)[:1])
