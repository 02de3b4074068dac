"""The coordinators' desk on the Home tab: what needs attention, what to do, what goes out, and the cohorts, on as many
pages as it takes."""

from calendar import day_name
from collections.abc import Iterator, Sequence
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, HeaderBlock, RichTextBlock, SectionBlock

from bot.domain.people import Rotation
from bot.domain.zones import clock_in_words
from bot.flows.open_home.coordinator import LATELY, CohortAtAGlance, CoordinatorHome
from bot.slack.views import desk_buttons, roster_form
from bot.slack.views.desk_buttons import desk_button
from bot.slack.views.home.attention import attention, is_over
from bot.slack.views.home.coming import coming
from bot.slack.views.home.digest_place import digest_place
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quiet, together

ATTENTION = "Needs your attention"
ALL_IS_WELL = "Nothing needs your attention at present."
ON_THE_ROSTER = "{students} on the roster. The digest comes on {day} at {at:%H:%M}, {clock}."
ONE_STUDENT, MANY_STUDENTS = "1 student", "{number} students"
ONE_PRECEPTOR, MANY_PRECEPTORS = "1 preceptor", "{number} preceptors"
ROTATION = "{name}{site}: {first} to {last}"
WITH_PEOPLE = "{rotation}. {students}, {preceptors}."
IS_OVER = "{rotation}. It is over."
EARLIER = "{number} earlier rotations are over too."
ONE_EARLIER = "An earlier rotation is over too."
ALL_OVER = "Its rotations are over. Copy one to begin the next block."
NO_ROTATION = "No rotation belongs to this cohort yet."
MORE_COHORTS = "And {number} more."
HOW_TO_BEGIN = "How to begin"
FIRST_STEP = (
    "1. Make a rotation: its name, days and times, and the students and preceptors in it; and a name for its cohort, "
    "whose students share one digest."
)
OR_A_TABLE = "Or place everybody at once: copy a table from Excel, or upload it. Before anything changes you see what."
SECOND_STEP = "2. See to your school's support lines, and to the rules that students are promised."
THIRD_STEP = "3. Look at what goes out when. Students get a welcome, and nothing else until they start."
YOU_STUDY = "This is the coordinators' desk. You are a student here as well."
COORDINATORS_SEE = "You see whom the roster places. Nobody sees who answers, and replies appear in digests only."
PAGE: Final = "Page {page} of {pages}"

ROOM: Final = 95
"""Of the hundred blocks of a Home tab: the rest is for turning pages and for what stands below every page."""
OVER_SHOWN: Final = 2
"""Rotations of a cohort that is over: enough to copy them to the next block."""

Part = list[Block]
"""Blocks that stay on one page."""


def coordinator_home(found: CoordinatorHome, *, room: int = ROOM) -> list[Block]:
    """One page of the desk, with the ways to the others."""
    back = [SectionBlock(text=plain(YOU_STUDY), accessory=desk_buttons.close_desk())] if found.studies else []
    pages = _pages(desk_parts(found), room - len(back))
    page = max(1, min(found.page, len(pages)))
    turning = desk_buttons.turning(page, len(pages))
    where = [quiet(PAGE.format(page=page, pages=len(pages)))] if turning else []
    return [*back, *pages[page - 1], *where, *turning, quiet(COORDINATORS_SEE)]


def desk_parts(found: CoordinatorHome) -> list[Part]:
    """Everything on the desk, the most urgent first."""
    urgent = attention(found)
    heading: Part = [HeaderBlock(text=plain(ATTENTION))]
    first = [heading + urgent[0], *urgent[1:]] if urgent else [[quiet(ALL_IS_WELL)]]
    if not found.cohorts:
        return [_how_to_begin(), [desk_buttons.main_buttons(with_steps=False)], *(first if urgent else ())]
    cohorts = (part for each in found.cohorts for part in _cohort(each, found))
    rotations = (rotation for each in found.cohorts for rotation in each.rotations)
    goes_out = coming(found.coming, today=found.today, rotations=rotations)
    return [*first, [desk_buttons.main_buttons()], goes_out, *cohorts]


def rotation_line(rotation: Rotation) -> str:
    """A rotation with its site and its dates."""
    return ROTATION.format(
        name=rotation.name,
        site=f", {rotation.site}" if rotation.site else "",
        first=day(rotation.first_day),
        last=day(rotation.last_day),
    )


def _how_to_begin() -> Part:
    steps = (
        (FIRST_STEP, desk_buttons.NEW_ROTATION, desk_buttons.NEW_ROTATION_ID, desk_buttons.NEW_ROTATION_TO_A_READER),
        (OR_A_TABLE, desk_buttons.ROSTER, roster_form.OPEN_ID, desk_buttons.ROSTER_TO_A_READER),
        (SECOND_STEP, desk_buttons.POLICY, desk_buttons.POLICY_ID, desk_buttons.POLICY_TO_A_READER),
        (THIRD_STEP, desk_buttons.LESSONS, desk_buttons.LESSONS_ID, desk_buttons.LESSONS_TO_A_READER),
    )
    return [
        HeaderBlock(text=plain(HOW_TO_BEGIN)),
        *(
            SectionBlock(text=plain(said), accessory=desk_button(label, action_id, to_a_reader))
            for said, label, action_id, to_a_reader in steps
        ),
    ]


def _cohort(glance: CohortAtAGlance, found: CoordinatorHome) -> Iterator[Part]:
    cohort = glance.cohort
    yield [
        HeaderBlock(text=plain(cohort.name)),
        _about(glance, found),
        ActionsBlock(elements=[desk_buttons.change_cohort(cohort), desk_buttons.add_rotation(cohort)]),
        *([] if glance.rotations else [quiet(NO_ROTATION)]),
    ]
    shown = _shown(glance.rotations, found)
    for each in shown:
        yield [_rotation(each, found)]
    if more := len(glance.rotations) - len(shown):
        yield [quiet(ONE_EARLIER if more == 1 else EARLIER.format(number=more))]


def _about(glance: CohortAtAGlance, found: CoordinatorHome) -> RichTextBlock:
    cohort = glance.cohort
    if is_over(glance, found.today):
        return paragraph(ALL_OVER)
    roster = ON_THE_ROSTER.format(
        students=_students(glance.students),
        day=f"{day_name[cohort.digest_day]}s",
        at=cohort.digest_at,
        clock=clock_in_words(cohort.zone),
    )
    return together(paragraph(roster), digest_place(cohort))


def _shown(rotations: Sequence[Rotation], found: CoordinatorHome) -> Sequence[Rotation]:
    """Those of now and later and of the last weeks; of a cohort that is over, the last ones."""
    lately = [each for each in rotations if each.last_day >= found.today - LATELY]
    return lately or rotations[-OVER_SHOWN:]


def _rotation(rotation: Rotation, found: CoordinatorHome) -> SectionBlock:
    line = rotation_line(rotation)
    if rotation.last_day < found.today:
        said = IS_OVER.format(rotation=line)
    else:
        preceptors = found.preceptors.get(rotation.id, 0)
        said = WITH_PEOPLE.format(
            rotation=line,
            students=_students(found.students.get(rotation.id, 0)),
            preceptors=ONE_PRECEPTOR if preceptors == 1 else MANY_PRECEPTORS.format(number=preceptors),
        )
    return SectionBlock(text=plain(said), accessory=desk_buttons.change_rotation(rotation))


def _students(number: int) -> str:
    return ONE_STUDENT if number == 1 else MANY_STUDENTS.format(number=number)


def _pages(parts: Sequence[Part], room: int) -> list[Part]:
    pages: list[Part] = [[]]
    for part in parts:
        if pages[-1] and len(pages[-1]) + len(part) > room:
            pages.append([])
        pages[-1].extend(part)
    return pages
