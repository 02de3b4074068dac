"""A cohort's digest: always the same four parts in the same order, whatever happened in the week."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock, HeaderBlock

from bot.domain.anonymity import Band
from bot.domain.digest import CLOSING, NOT_ENOUGH, Digest, ThemeLine
from bot.slack.views.message import Message
from bot.slack.views.rich import bullets, paragraph, plain, quiet, quote, strong

ANSWER_ID: Final = "answer_group"
CONFIRM_ID: Final = "confirm_reading"

TRY = "Try this week"
SAID = "What students said"
QUOTES = "In students' words"
ASK = "Two questions to ask the whole team on rounds"

CHART_TITLE = "What students said, roughly"
CHART_SERIES = "How common"
CHART_AXIS = "1 a few, 2 about half, 3 most"
ANSWER = "Answer the group"
ANSWER_TO_A_READER = "Answer the group: everyone on the roster reads it"
READ = "I have read this"
CONFIRM = (
    "What students share comes with your digests once you confirm how to read it: pooled and confidential, never part "
    "of an evaluation, and without guessing who wrote what."
)
CHART_NOTE = "The bars draw the words above; they count nobody."
LONGEST_CHART_LABEL = 20


def digest_post(digest: Digest, *, with_chart: bool, answerable: str = "", to_confirm: bool = False) -> Message:
    """The whole digest; without the chart for a workspace that refuses charts, with every word the same.

    Where `answerable` names it, the group can be answered; and who has not confirmed yet how a digest is to be read
    can do so below it.
    """
    blocks = [
        HeaderBlock(text=plain(TRY)),
        paragraph(strong(digest.act)),
        *(paragraph(strong(line.title), f": {line.teaching}") for line in digest.principles),
        DividerBlock(),
        HeaderBlock(text=plain(SAID)),
        *_themes(digest, with_chart=with_chart),
        paragraph(strong(QUOTES)),
        *_quotes(digest),
        DividerBlock(),
        HeaderBlock(text=plain(ASK)),
        bullets(digest.questions),
        quiet(CLOSING),
        *([_answer_button(answerable)] if answerable else []),
        *(_confirmation() if to_confirm else []),
    ]
    # The text repeats the quotes for screen readers. They can do nothing there: it goes out escaped and with mrkdwn
    # off, so that it is as literal as the blocks.
    return Message("\n".join((*_lines(digest), *([CONFIRM] if to_confirm else []))), blocks)


def _themes(digest: Digest, *, with_chart: bool) -> Iterator[Block | dict[str, Any]]:
    if not digest.themes:
        yield paragraph(NOT_ENOUGH)
        return
    yield bullets(_in_words(line) for line in digest.themes)
    if with_chart:
        yield _chart(digest.themes)
        yield quiet(CHART_NOTE)


def _quotes(digest: Digest) -> list[Block]:
    return [quote(words) for words in digest.quotes] or [paragraph(NOT_ENOUGH)]


def _answer_button(answerable: str) -> ActionsBlock:
    return ActionsBlock(
        elements=[
            ButtonElement(
                text=plain(ANSWER), action_id=ANSWER_ID, value=answerable, accessibility_label=ANSWER_TO_A_READER
            )
        ]
    )


def _confirmation() -> list[Block]:
    button = ButtonElement(text=plain(READ), action_id=CONFIRM_ID, accessibility_label=READ)
    return [paragraph(CONFIRM), ActionsBlock(elements=[button])]


def _in_words(line: ThemeLine) -> str:
    return f"{line.band}: {line.label}"


def _chart(themes: Sequence[ThemeLine]) -> dict[str, Any]:
    """Slack's newest block has no class in its library yet. Its bars have three heights only: the bands."""
    heights = {band.capitalize(): height for height, band in enumerate(Band, 1)}
    labels = [_short(line.label) for line in themes]
    data = [{"label": label, "value": heights[line.band]} for label, line in zip(labels, themes, strict=True)]
    return {
        "type": "data_visualization",
        "title": CHART_TITLE,
        "chart": {
            "type": "bar",
            "series": [{"name": CHART_SERIES, "data": data}],
            "axis_config": {"categories": labels, "x_label": "Theme", "y_label": CHART_AXIS},
        },
    }


def _short(label: str) -> str:
    """A label that fits under a bar, cut between words."""
    if len(label) <= LONGEST_CHART_LABEL:
        return label
    return label[: LONGEST_CHART_LABEL - 1].rsplit(maxsplit=1)[0] + "…"


def _lines(digest: Digest) -> Iterator[str]:
    yield f"{TRY}: {digest.act}"
    yield from (f"{line.title}: {line.teaching}" for line in digest.principles)
    yield SAID
    yield from (_in_words(line) for line in digest.themes) if digest.themes else (NOT_ENOUGH,)
    yield QUOTES
    yield from digest.quotes or (NOT_ENOUGH,)
    yield ASK
    yield from digest.questions
    yield CLOSING
