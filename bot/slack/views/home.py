"""The Home tab: a student's own day, a preceptor's two weeks, or a kind word."""

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock, SectionBlock
from slack_sdk.models.views import View

from bot.domain.curriculum import Principle
from bot.domain.errors import NotOnRoster
from bot.domain.people import Standing
from bot.domain.program import SupportLine
from bot.flows.open_home import Home, OpenQuestion, PreceptorHome, StrangerHome, StudentHome
from bot.slack.views import pace, promise
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.support import support_lines

TODAY = "Today"
TRY = "Try today: "
OPEN_QUESTIONS = "Open questions"
NO_QUESTIONS = "Nothing is waiting for you."
YOUR_PACE = "Your pace"
STARTED = "You get {pace}, and a reminder every working morning."
NOT_STARTED = "Nothing is sent to you. Start whenever you like."
WHO_SEES = "Who sees what"
THIS_WEEK = "This week your students practise"
NEXT_WEEK = "Next week"


def home(found: Home, *, support: Sequence[SupportLine]) -> View:
    """What one person may see."""
    match found:
        case StudentHome():
            blocks = [*_student(found), *support_lines(support)]
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
        HeaderBlock(text=plain(YOUR_PACE)),
        *_pace(found),
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


def _pace(found: StudentHome) -> list[Block]:
    if found.standing is Standing.STARTED:
        return [paragraph(STARTED.format(pace=pace.IN_WORDS[found.pace])), pace.pace_buttons(found.pace)]
    return [paragraph(NOT_STARTED), pace.start_buttons(with_decline=False)]


def _preceptor(found: PreceptorHome) -> list[Block]:
    return [
        HeaderBlock(text=plain(THIS_WEEK)),
        *_principles(found.this_week),
        HeaderBlock(text=plain(NEXT_WEEK)),
        *_principles(found.next_week),
    ]


def _principles(principles: Iterable[Principle]) -> list[Block]:
    return [paragraph(strong(principle.title), f": {principle.teaching}") for principle in principles]
