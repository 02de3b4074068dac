"""The Home tab: a student's own day, a coordinator's cohorts, a preceptor's two weeks, or a kind word."""

from calendar import day_name
from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock, SectionBlock
from slack_sdk.models.views import View

from bot.domain.curriculum import Principle
from bot.domain.errors import NotOnRoster
from bot.domain.people import Rotation
from bot.domain.program import SupportLine
from bot.flows.open_home import (
    CohortAtAGlance,
    CoordinatorHome,
    Home,
    OpenQuestion,
    PreceptorHome,
    StrangerHome,
    StudentHome,
)
from bot.slack.views import promise
from bot.slack.views.lost import lost_people
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.settings import settings_blocks
from bot.slack.views.support import support_lines

TODAY = "Today"
TRY = "Try today: "
OPEN_QUESTIONS = "Open questions"
NO_QUESTIONS = "Nothing is waiting for you."
WHO_SEES = "Who sees what"
THIS_WEEK = "This week your students practise"
NEXT_WEEK = "Next week"
ON_THE_ROSTER = "{students} students on the roster. The digest comes on {day} at {at:%H:%M}, {zone} time."
TOO_SMALL = (
    "A digest can show what students said from {needed} students on the roster. Until then it teaches only: "
    "put another rotation into this cohort."
)
ROTATION = "{name}{site}: {first} to {last}"
NO_COHORTS = "Nobody is placed yet. Place people with a roster file: bedside roster FILE."
MOST_COHORTS = 24
"""Home holds a hundred blocks: a cohort takes up to four, and who could not be reached three."""
COORDINATORS_SEE = "You see whom the roster places. Nobody sees who answers, and replies appear in digests only."


def home(found: Home, *, support: Sequence[SupportLine]) -> View:
    """What one person may see."""
    match found:
        case StudentHome():
            blocks = [*_student(found), *support_lines(support)]
        case CoordinatorHome():
            blocks = _coordinator(found)
        case PreceptorHome():
            blocks = _preceptor(found)
        case StrangerHome():
            blocks = [paragraph(str(NotOnRoster()))]
    return View(type="home", blocks=blocks)


def _student(found: StudentHome) -> list[Block]:
    lesson = found.lesson
    return [
        HeaderBlock(text=plain(TODAY)),
        paragraph(strong(lesson.principle.title)),
        paragraph(lesson.principle.teaching),
        paragraph(strong(TRY), lesson.reminder),
        HeaderBlock(text=plain(OPEN_QUESTIONS)),
        *_open_questions(found.open_questions),
        *settings_blocks(found.settings),
        DividerBlock(),
        paragraph(strong(WHO_SEES)),
        bullets((promise.OWN_JOURNAL, promise.pooled(found.voices), promise.VOLUNTARY, promise.NOT_LIVE)),
        quiet(promise.RESIDUAL),
    ]


def _open_questions(questions: Iterable[OpenQuestion]) -> list[Block]:
    waiting: list[Block] = [
        SectionBlock(text=plain(f"{day(question.on)}: {question.text}"), accessory=answer_button(question.on))
        for question in questions
    ]
    return waiting or [paragraph(NO_QUESTIONS)]


def _coordinator(found: CoordinatorHome) -> list[Block]:
    shown = found.cohorts[:MOST_COHORTS]
    cohorts = [block for each in shown for block in _cohort(each, needed=found.students_needed)]
    lost = lost_people(found.lost, in_all=found.lost_in_all)
    return [*(cohorts or [paragraph(NO_COHORTS)]), *lost, quiet(COORDINATORS_SEE)]


def _cohort(found: CohortAtAGlance, *, needed: int) -> list[Block]:
    cohort = found.cohort
    roster = ON_THE_ROSTER.format(
        students=found.students,
        day=f"{day_name[cohort.digest_day]}s",
        at=cohort.digest_at,
        zone=cohort.zone.key.replace("_", " "),
    )
    too_small = [TOO_SMALL.format(needed=promise.in_words(needed))] if found.students < needed else []
    return [
        HeaderBlock(text=plain(cohort.name)),
        paragraph(roster),
        *([bullets(map(_rotation, found.rotations))] if found.rotations else []),
        *(paragraph(strong(remedy)) for remedy in too_small),
    ]


def _rotation(rotation: Rotation) -> str:
    return ROTATION.format(
        name=rotation.name,
        site=f", {rotation.site}" if rotation.site else "",
        first=day(rotation.first_day),
        last=day(rotation.last_day),
    )


def _preceptor(found: PreceptorHome) -> list[Block]:
    return [
        HeaderBlock(text=plain(THIS_WEEK)),
        *_principles(found.this_week),
        HeaderBlock(text=plain(NEXT_WEEK)),
        *_principles(found.next_week),
    ]


def _principles(principles: Iterable[Principle]) -> list[Block]:
    return [paragraph(strong(principle.title), f": {principle.teaching}") for principle in principles]
