"""A student's own Home, from today's lesson down to the support lines and reporting routes."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock, SectionBlock

from bot.domain.own_pace import OwnSettings
from bot.domain.people import Standing
from bot.domain.program import SupportLine
from bot.flows.open_home.student import Ended, OpenQuestion, StudentHome
from bot.slack.views import desk_buttons, how_sharing_works, promise
from bot.slack.views.home.answers import answers
from bot.slack.views.home.journal import journal
from bot.slack.views.home.pool import pool
from bot.slack.views.home.progress import progress
from bot.slack.views.own_data import own_data_blocks
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.settings import settings_blocks
from bot.slack.views.sharing import sharing_blocks
from bot.slack.views.support import reporting_routes, support_lines

YOU_COORDINATE = "You coordinate here as well. This is your own page as a student."
TODAY = "Today"
TRY = "Try today: "
OPEN_QUESTIONS = "Open questions"
NO_QUESTIONS = "Nothing is waiting for you."
MORE_QUESTIONS = "{number} older questions are open too. They show up here as you answer or skip these."
MOST_QUESTIONS = 12
"""More than can be open where a question closes after a week, so that Home keeps to its hundred blocks in any case."""
YOUR_SETTINGS = "Your settings"
ENDED, ENDED_ON = "Your rotation is over", "It ended on {day}, so nothing more comes."
TAKEN_OFF = "You are in no rotation any more"
SO_NOTHING_COMES = "So nothing more comes. If that is a mistake, your clerkship coordinator can place you again."
KEPT_UNTIL = "Your journal stays here until {day}. Then everything that you wrote is deleted."
DELETED = "What you wrote was deleted on {day}."
WHO_SEES = "Who sees what"


def student_home(found: StudentHome, *, support: Sequence[SupportLine], routes: Sequence[SupportLine]) -> list[Block]:
    """Every part in its place. Whatever stands here is for this student only."""
    return [
        *_desk(found),
        *(_over(found, found.ended) if found.ended else _today(found)),
        *_open_questions(found.open_questions),
        *progress(found.steps),
        *([] if _is_over(found) else _journal(found)),
        *pool(found.mates),
        *answers(found.answers),
        *([] if found.ended else _settings(found.settings)),
        *_who_sees(found.voices),
        *own_data_blocks(),
        *support_lines(support),
        *reporting_routes(routes),
    ]


def _desk(found: StudentHome) -> list[Block]:
    if not found.coordinates:
        return []
    return [SectionBlock(text=plain(YOU_COORDINATE), accessory=desk_buttons.open_desk())]


def _today(found: StudentHome) -> list[Block]:
    lesson = found.lesson
    return [
        HeaderBlock(text=plain(TODAY)),
        paragraph(strong(lesson.principle.title)),
        paragraph(lesson.principle.teaching),
        paragraph(strong(TRY), lesson.reminder),
    ]


def _open_questions(questions: Sequence[OpenQuestion]) -> list[Block]:
    waiting: list[Block] = [
        SectionBlock(text=plain(f"{day(question.on)}: {question.text}"), accessory=answer_button(question.on))
        for question in questions[:MOST_QUESTIONS]
    ]
    more = len(questions) - len(waiting)
    return [
        HeaderBlock(text=plain(OPEN_QUESTIONS)),
        *(waiting or [paragraph(NO_QUESTIONS)]),
        *([quiet(MORE_QUESTIONS.format(number=more))] if more else []),
    ]


def _over(found: StudentHome, ended: Ended) -> list[Block]:
    """In the place of a lesson, for whoever takes part no more."""
    heading, said = (
        (ENDED, ENDED_ON.format(day=day(ended.last_day))) if ended.last_day else (TAKEN_OFF, SO_NOTHING_COMES)
    )
    return [HeaderBlock(text=plain(heading)), paragraph(said), *_until_when(found, ended.deleted_on)]


def _until_when(found: StudentHome, deleted_on: date | None) -> list[Block]:
    if deleted_on is None:
        return []
    rest = DELETED if found.lesson.on >= deleted_on else KEPT_UNTIL
    return [paragraph(rest.format(day=day(deleted_on)))]


def _settings(own: OwnSettings) -> list[Block]:
    return [HeaderBlock(text=plain(YOUR_SETTINGS)), *settings_blocks(own)]


def _is_over(found: StudentHome) -> bool:
    """Whether there is no journal, and will be none."""
    return found.ended is not None and not found.journal.entries


def _journal(found: StudentHome) -> list[Block]:
    """With the way to take back what is shared, once there is or may be something."""
    own = journal(found.journal, today=found.lesson.on)
    may_share = found.journal.entries or found.student.standing is Standing.STARTED
    return [*own, *(sharing_blocks(usually_shares=found.student.usually_shares_themes) if may_share else [])]


def _who_sees(voices: int) -> list[Block]:
    return [
        DividerBlock(),
        paragraph(strong(WHO_SEES)),
        bullets((promise.OWN_JOURNAL, promise.pooled(voices), promise.VOLUNTARY, promise.NOT_LIVE)),
        SectionBlock(text=plain(promise.residual(voices)), accessory=how_sharing_works.open_button()),
    ]
