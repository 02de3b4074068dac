"""The answer to what somebody typed: the way into the form, or a kind word; never a word of what was typed."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.domain.program import SupportLine
from bot.domain.typed import Answer, Says, TypedAt
from bot.slack.views.message import Message
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quiet, strong
from bot.slack.views.support import HEADING, line_of, support_lines

OFFER_ID = "open_typed"

OFFER = (
    "Thank you. If this is for the question of {day}, the form can open with it, and with what you add here in the "
    "next few minutes. I keep nothing before you press Save."
)
OPEN = "Open the form with this text"
OPEN_TO_A_READER = "Open the form with this text: the question of {day}"
WARNING = (
    "Said once: Slack keeps what you type here under your workspace's own rules. What you write in the form does not "
    "stay in Slack."
)
NOBODY_READS = "Nobody reads what is typed here."
NOTHING_WAITS = "No question is waiting for you right now. Everything of yours is on the Home tab."
ELSEWHERE = "Whatever I have for you is on the Home tab."
NOT_ALONE = "You don't have to carry this alone"
NOT_ALERTED = "Nobody reads what is typed here, and nobody was alerted."


def typed_answer(answer: Answer, on: date | None, support: Sequence[SupportLine]) -> Message:
    """Support first, where it is needed; then the form of the question of a date, or the word that there is none."""
    texts, blocks = _support(support) if answer.supports else ([], [])
    if answer.says is Says.OFFER and on is not None:
        more_texts, more_blocks = _offer(answer, on)
    else:
        word = NOTHING_WAITS if answer.says is Says.NOTHING_WAITS else ELSEWHERE
        more_texts = [word] if answer.supports else [f"{NOBODY_READS} {word}"]
        more_blocks = [*map(paragraph, more_texts)]
    return Message("\n".join(texts + more_texts), blocks + more_blocks)


def value_of(on: date, place: TypedAt) -> str:
    """What a press on the offer brings back: the date of the question, and where the text lies."""
    return " ".join(part for part in (on.isoformat(), place.ts, place.thread) if part)


def _offer(answer: Answer, on: date) -> tuple[list[str], list[Block]]:
    offer = OFFER.format(day=day(on))
    button = ButtonElement(
        text=plain(OPEN),
        action_id=OFFER_ID,
        value=value_of(on, answer.place),
        style="primary",
        accessibility_label=OPEN_TO_A_READER.format(day=day(on)),
    )
    warning = [WARNING] if answer.warns else []
    return [offer, *warning], [paragraph(offer), ActionsBlock(elements=[button]), *map(quiet, warning)]


def _support(support: Sequence[SupportLine]) -> tuple[list[str], list[Block]]:
    texts = [NOT_ALONE, HEADING, *map(line_of, support), NOT_ALERTED]
    return texts, [paragraph(strong(NOT_ALONE)), *support_lines(support), paragraph(NOT_ALERTED)]
