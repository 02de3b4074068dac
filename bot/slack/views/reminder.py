"""A morning's reminder: one principle, one small act, and a quiet line if a question or what was shared still waits."""

from collections.abc import Iterator
from datetime import date

from slack_sdk.models.blocks import Block, SectionBlock

from bot.domain.curriculum import Lesson
from bot.slack.views.message import Message
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import paragraph, plain, quiet, strong

STILL_OPEN = "Still open, if you like: the question of {day}."
REPLIES_WAIT = "What you have shared waits for a later digest. That says nothing about anyone."


def remind(lesson: Lesson, *, open_question: date | None, replies_wait: bool = False) -> Message:
    """The act for today; an open question is mentioned, never pressed, and whatever the reason why a digest used
    nothing, the same is said of it."""
    text = f"{lesson.principle.title}. {lesson.reminder}"
    first: list[Block] = [paragraph(strong(lesson.principle.title)), paragraph(lesson.reminder)]
    lines = dict(_quiet_lines(open_question, replies_wait=replies_wait))
    return Message("\n".join((text, *lines)), [*first, *lines.values()])


def _quiet_lines(open_question: date | None, *, replies_wait: bool) -> Iterator[tuple[str, Block]]:
    if open_question is not None:
        waiting = STILL_OPEN.format(day=day(open_question))
        yield waiting, SectionBlock(text=plain(waiting), accessory=answer_button(open_question))
    if replies_wait:
        yield REPLIES_WAIT, quiet(REPLIES_WAIT)
