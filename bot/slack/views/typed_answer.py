"""The answer to what somebody typed: the way into the form, or a kind word; never a word of what was typed."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.domain.program import SupportLine
from bot.domain.typed import Answer, Says, TypedAt
from bot.slack.views.message import Message
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.saved_notice import ASK_YOUR_SCHOOL, MISTREATED
from bot.slack.views.support import HEADING, REPORT_HEADING, line_of, reporting_routes, support_lines

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
NOT_REPORTED = "Nobody reads what is typed here, and nothing was reported."
POINTS = "Your message may point to somebody: {kinds}. It stays in Slack until you delete it."
THEN_DELETE = "To keep your text, open the form first. Then delete your message:"
TO_DELETE = "To delete your message:"
HOW_TO_DELETE = (
    "On a computer, rest the pointer on your message, open the three dots and choose “Delete message”.",
    "On a phone, hold your finger on your message and choose “Delete message”.",
    "Where Slack doesn't offer that, choose “Edit message” and take it out, or ask whoever runs your workspace.",
)

_Part = tuple[list[str], list[Block]]
"""The texts of a part, for whoever hears or glances at it, and its blocks."""


def typed_answer(
    answer: Answer, on: date | None, *, support: Sequence[SupportLine], routes: Sequence[SupportLine]
) -> Message:
    """Support first, where it is needed, and how to delete what points at somebody; then the form of the question of a
    date, or the word that there is none, which is left out behind support."""
    parts = [
        *([_support(support)] if answer.supports else []),
        *([_report(routes)] if answer.reports else []),
        *([_points(answer)] if answer.kinds else []),
        *_rest(answer, on),
    ]
    return Message(
        "\n".join(text for texts, _ in parts for text in texts), [each for _, blocks in parts for each in blocks]
    )


def value_of(on: date, place: TypedAt) -> str:
    """What a press on the offer brings back: the date of the question, and where the text lies."""
    return " ".join(part for part in (on.isoformat(), place.ts, place.thread) if part)


def _support(support: Sequence[SupportLine]) -> _Part:
    texts = [NOT_ALONE, HEADING, *map(line_of, support), NOT_ALERTED]
    return texts, [paragraph(strong(NOT_ALONE)), *support_lines(support), paragraph(NOT_ALERTED)]


def _report(routes: Sequence[SupportLine]) -> _Part:
    lines = [REPORT_HEADING, *map(line_of, routes)] if routes else [ASK_YOUR_SCHOOL]
    blocks = reporting_routes(routes) or [paragraph(ASK_YOUR_SCHOOL)]
    return [MISTREATED, *lines, NOT_REPORTED], [paragraph(strong(MISTREATED)), *blocks, paragraph(NOT_REPORTED)]


def _points(answer: Answer) -> _Part:
    """Only what kinds of things they are: this message lies in Slack as well."""
    points = POINTS.format(kinds=", ".join(answer.kinds))
    way = THEN_DELETE if answer.says is Says.OFFER else TO_DELETE
    return [points, way, *HOW_TO_DELETE], [paragraph(points), paragraph(way), bullets(HOW_TO_DELETE)]


def _rest(answer: Answer, on: date | None) -> Sequence[_Part]:
    if answer.follows:
        return ()
    if answer.says is Says.OFFER and on is not None:
        return (_offer(answer, on),)
    if answer.supports or answer.reports:
        return ()
    text = f"{NOBODY_READS} {NOTHING_WAITS if answer.says is Says.NOTHING_WAITS else ELSEWHERE}"
    return (([text], [paragraph(text)]),)


def _offer(answer: Answer, on: date) -> _Part:
    offer = OFFER.format(day=day(on))
    button = ButtonElement(
        text=plain(OPEN),
        action_id=OFFER_ID,
        value=value_of(on, answer.place),
        style="primary",
        accessibility_label=OPEN_TO_A_READER.format(day=day(on)),
    )
    notes = [WARNING] if answer.warns else []
    return [offer, *notes], [paragraph(offer), ActionsBlock(elements=[button]), *map(quiet, notes)]
