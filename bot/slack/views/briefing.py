"""How a digest is to be read: the one message that a preceptor gets before any digest."""

from calendar import day_name
from collections.abc import Sequence
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, HeaderBlock

from bot.domain.digest import CLOSING
from bot.domain.people import Cohort
from bot.domain.zones import clock_in_words
from bot.slack.views import promise
from bot.slack.views.message import Message
from bot.slack.views.rich import bullets, paragraph, plain, strong

CONFIRM_ID: Final = "confirm_reading"
IN_A_BRIEFING: Final = "briefing"
"""The block of a briefing's button: the message around it is put in other words once it is pressed, a digest is not."""

TITLE = "A digest to teach from, once a week"
WHAT = (
    "Hello, I'm Bedside. I bring your students one small thing to try with a patient each working morning, and a "
    "question about how it went. Once a week you get a digest, readable in a minute, to teach from all week."
)
WHAT_IT_HOLDS = "What a digest holds"
TEACHING = (
    "One act to teach, the week's two principles, and two questions to ask the whole team on rounds. That comes every "
    "week."
)
STUDENTS_SAID = (
    "What students said, as themes and in a few of their own words, when at least {voices} of them shared something."
)
NEVER_TOLD = (
    "It never tells who wrote what or who took part, and gives no counts. Where something can't be shown safely, one "
    "sentence stands in its place, the same each time."
)
ANSWERING = "You can answer the group, once a digest. Your students then see that somebody listened."
WHEN = "When it comes"
IN_CHANNEL = "{cohort}: {day} at {at:%H:%M}, {clock}, in its channel."
DIRECTLY = "{cohort}: {day} at {at:%H:%M}, {clock}, as a direct message to you."
HOW_TO_READ = "How to read it"
PLEASE_CONFIRM = "Please confirm once that you have read this. Until then a digest brings you the teaching part only."
READ = "I have read this"
CONFIRMED = "Thank you for confirming that you have read this. Your cohorts and their digests are on the Home tab."


def briefing(cohorts: Sequence[Cohort], voices: int, *, is_confirmed: bool) -> Message:
    """What a digest holds and never tells, when it comes, how it is to be read; and the button, until it is pressed."""
    rules, times = rules_of(voices), tuple(map(_when, cohorts))
    blocks: list[Block] = [
        HeaderBlock(text=plain(TITLE)),
        paragraph(WHAT),
        paragraph(strong(WHAT_IT_HOLDS)),
        bullets(rules),
        *([paragraph(strong(WHEN)), bullets(times)] if times else []),
        paragraph(strong(HOW_TO_READ)),
        paragraph(strong(CLOSING)),
        *([paragraph(CONFIRMED)] if is_confirmed else [paragraph(PLEASE_CONFIRM), confirm_button(IN_A_BRIEFING)]),
    ]
    ending = CONFIRMED if is_confirmed else PLEASE_CONFIRM
    coming = (WHEN, *times) if times else ()
    lines = (TITLE, WHAT, WHAT_IT_HOLDS, *rules, *coming, HOW_TO_READ, CLOSING, ending)
    return Message("\n".join(lines), blocks)


def rules_of(voices: int) -> tuple[str, ...]:
    """What a digest holds and what it never tells."""
    return TEACHING, STUDENTS_SAID.format(voices=promise.in_words(voices)), NEVER_TOLD, ANSWERING


def confirm_button(block_id: str | None = None) -> ActionsBlock:
    """The button that confirms, wherever it stands."""
    button = ButtonElement(text=plain(READ), action_id=CONFIRM_ID, accessibility_label=READ)
    return ActionsBlock(elements=[button], block_id=block_id)


def _when(cohort: Cohort) -> str:
    return (IN_CHANNEL if cohort.digest_channel else DIRECTLY).format(
        cohort=cohort.name,
        day=f"{day_name[cohort.digest_day]}s",
        at=cohort.digest_at,
        clock=clock_in_words(cohort.zone),
    )
