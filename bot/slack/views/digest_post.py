"""A cohort's digest: always the same four parts in the same order, whatever happened in the week."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock, HeaderBlock

from bot.domain.anonymity import Band
from bot.domain.digest import CLOSING, NOT_ENOUGH, Digest, ThemeLine
from bot.slack.views.briefing import confirm_button
from bot.slack.views.message import Message
from bot.slack.views.rich import bullets, paragraph, plain, quiet, quote, strong

ANSWER_ID: Final = "answer_group"

OF_COHORT = "{cohort}: the weekly digest"
"""Who teaches two cohorts gets two digests at the same minute."""
TRY = "Try this week"
SAID = "What students said"
ROUGHLY = "Roughly, of those who shared something."
QUOTES = "In students' words"
ASK = "Two questions to ask the whole team on rounds"

CHART_TITLE = "The same as bars"
CHART_SERIES = "How common"
CHART_AXIS = "1 a few, 2 about half, 3 most; no counts"
LONGEST_CHART_LABEL = 20

ANSWER = "Answer the group"
ANSWER_TO_A_READER = "Answer the group: everyone on the roster reads it"
CONFIRM = (
    "This is the teaching part. What students share comes with your digests once you confirm how to read it: pooled "
    "and confidential, never part of an evaluation, and without guessing who wrote what."
)


def digest_post(
    digest: Digest, *, cohort: str, with_chart: bool, answerable: str = "", to_confirm: bool = False
) -> Message:
    """The whole digest of a cohort; without the chart for a workspace that refuses charts, with every word the same.

    Where `answerable` names it, the group can be answered; and who has not confirmed yet how a digest is to be read
    reads first that confirming it brings the students' part, and can do so there.
    """
    of_cohort = OF_COHORT.format(cohort=cohort)
    blocks = [
        quiet(of_cohort),
        *([paragraph(CONFIRM), confirm_button()] if to_confirm else []),
        HeaderBlock(text=plain(TRY)),
        paragraph(digest.act),
        bullets((strong(f"{line.title}."), f" {line.teaching}") for line in digest.principles),
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
    ]
    # The text repeats the quotes for screen readers. They can do nothing there: it goes out escaped and with mrkdwn
    # off, so that it is as literal as the blocks.
    return Message("\n".join((of_cohort, *_lines(digest, to_confirm=to_confirm))), blocks)


def _themes(digest: Digest, *, with_chart: bool) -> Iterator[Block | dict[str, Any]]:
    if not digest.themes:
        yield paragraph(NOT_ENOUGH)
        return
    yield bullets((strong(band), f": {labels}") for band, labels in _by_band(digest.themes))
    yield quiet(ROUGHLY)
    if with_chart:
        yield _chart(digest.themes)


def _by_band(themes: Sequence[ThemeLine]) -> Iterator[tuple[str, str]]:
    """Each band once, with its themes. A theme may have a comma in it, so a semicolon stands between two."""
    for band, lines in groupby(themes, key=attrgetter("band")):
        yield band, "; ".join(line.label for line in lines)


def _quotes(digest: Digest) -> list[Block]:
    return [quote(words) for words in digest.quotes] or [paragraph(NOT_ENOUGH)]


def _answer_button(answerable: str) -> ActionsBlock:
    button = ButtonElement(
        text=plain(ANSWER), action_id=ANSWER_ID, value=answerable, accessibility_label=ANSWER_TO_A_READER
    )
    return ActionsBlock(elements=[button])


def _chart(themes: Sequence[ThemeLine]) -> dict[str, Any]:
    """Slack's newest block has no class in its library yet. Its bars have three heights only: the bands."""
    heights = {band.capitalize(): height for height, band in enumerate(Band, 1)}
    labels = _under_bars([line.label for line in themes])
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


def _under_bars(labels: Sequence[str]) -> list[str]:
    """Labels that fit under their bars, numbered where two would read alike: Slack takes none twice."""
    short = [_short(label, LONGEST_CHART_LABEL) for label in labels]
    if len(set(short)) == len(short):
        return short
    numbers = [f"{number}. " for number in range(1, len(labels) + 1)]
    room = LONGEST_CHART_LABEL - max(map(len, numbers))
    return [number + _short(label, room) for number, label in zip(numbers, labels, strict=True)]


def _short(label: str, longest: int) -> str:
    """A label cut between words, and not behind a comma."""
    if len(label) <= longest:
        return label
    return label[: longest - 1].rsplit(maxsplit=1)[0].rstrip(",;:") + "…"


def _lines(digest: Digest, *, to_confirm: bool) -> Iterator[str]:
    if to_confirm:
        yield CONFIRM
    yield f"{TRY}: {digest.act}"
    yield from (f"{line.title}. {line.teaching}" for line in digest.principles)
    yield SAID
    yield from _theme_lines(digest.themes)
    yield QUOTES
    # On a screen each quote has a line of its own beside it; whoever listens has the marks.
    yield from (f"“{words}”" for words in digest.quotes) if digest.quotes else (NOT_ENOUGH,)
    yield ASK
    yield from digest.questions
    yield CLOSING


def _theme_lines(themes: Sequence[ThemeLine]) -> Iterator[str]:
    if not themes:
        yield NOT_ENOUGH
        return
    yield from (f"{band}: {labels}" for band, labels in _by_band(themes))
    yield ROUGHLY
