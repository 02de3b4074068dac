"""A morning's reminder: one principle, one small act, and a quiet line if a question still waits."""

from datetime import date

from slack_sdk.models.blocks import Block, SectionBlock

from bot.domain.curriculum import Lesson
from bot.slack.views.message import Message
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import paragraph, plain, strong

STILL_OPEN = "Still open, if you like: the question of {day}."


def remind(lesson: Lesson, *, open_question: date | None) -> Message:
    """The act for today; an open question is mentioned, never pressed."""
    text = f"{lesson.principle.title}. {lesson.reminder}"
    blocks: list[Block] = [paragraph(strong(lesson.principle.title)), paragraph(lesson.reminder)]
    if open_question is None:
        return Message(text, blocks)
    waiting = STILL_OPEN.format(day=day(open_question))
    blocks.append(SectionBlock(text=plain(waiting), accessory=answer_button(open_question)))
    return Message(f"{text}\n{waiting}", blocks)
