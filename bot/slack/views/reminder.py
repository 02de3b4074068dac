"""A morning's reminder: one principle, one small act, and a quiet line for an open question or an empty digest."""

from collections.abc import Iterator
from datetime import date

from slack_sdk.models.blocks import Block, SectionBlock

from bot.domain.curriculum import Lesson
from bot.slack.views.message import Message
from bot.slack.views.question import answer_button, day
from bot.slack.views.rich import paragraph, plain, quiet, strong

STILL_OPEN = "Still open, if you like: the question of {day}."
NOTHING_SHOWN = (
    "The latest digest could show nothing from students. That says nothing about anyone, and whatever was shared can "
    "still join a later one."
)


def remind(lesson: Lesson, *, open_question: date | None, nothing_shown: bool = False) -> Message:
    """The act for today; an open question is mentioned, never pressed. Whatever the reason why a digest showed nothing,
    and whether or not its reader shared something, the same is said of it."""
    text = f"{lesson.principle.title}. {lesson.reminder}"
    first: list[Block] = [paragraph(strong(lesson.principle.title)), paragraph(lesson.reminder)]
    lines = dict(_quiet_lines(open_question, nothing_shown=nothing_shown))
    return Message("\n".join((text, *lines)), [*first, *lines.values()])


def _quiet_lines(open_question: date | None, *, nothing_shown: bool) -> Iterator[tuple[str, Block]]:
    if open_question is not None:
        waiting = STILL_OPEN.format(day=day(open_question))
        yield waiting, SectionBlock(text=plain(waiting), accessory=answer_button(open_question))
    if nothing_shown:
        yield NOTHING_SHOWN, quiet(NOTHING_SHOWN)
