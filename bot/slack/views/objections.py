"""What stands in the way of keeping a text: what has to go, the same with neutral words, and what is only asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, CheckboxesElement, InputBlock, Option

from bot.domain.screening import IdentifierKind, Named, Objections
from bot.slack.views.rich import bullets, paragraph, plain, quiet, quote, strong

KEEP: Final = "keep"
"""Begins the id of every block with boxes to tick, and is the id of the boxes in it. The rest of a block's id is the
marks that its boxes offer: Slack keeps ticks under the same id, whatever is offered there."""

GO = "Please leave this out, since it could point to somebody:"
NEUTRAL = "The same with neutral words:"
USE = "Use this version"
USE_TO_A_READER = "Use this version, with neutral words"
ONLY_ASKED = "Only you can tell whether this points at somebody. Tick what may stay, and leave out the rest."
IS_THIS = "Is this {kind}?"
ARE_THESE = "Are these initials?"
FITS_ONLY_ONE = "Would this fit only one person?"
KEEP_AS_IT_IS = "No, keep it as it is: {words}"
"""An answer to each of these questions, which nobody can take for a yes."""
AND_MORE = "And {number} more."

MOST_NAMED: Final = 50
MOST_ASKED: Final = 30
BOXES: Final = 10
"""What Slack takes in one block."""
LONGEST_OPTION: Final = 75

_OTHERWISE: Final[Mapping[IdentifierKind, str]] = {
    IdentifierKind.INITIALS: ARE_THESE,
    IdentifierKind.ONLY_ONE: FITS_ONLY_ONE,
}
"""What is asked where `IS_THIS` would be no sentence."""


def objections(found: Objections, *, use_id: str) -> list[Block]:
    """What stands above the field: all of it in the order of the text. The button that takes the version with neutral
    words is called `use_id`."""
    return [*_to_go(found.definite), *_neutral(found.neutral, use_id), *_asked(found.possible)]


def kept_in(values: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The marks of what was ticked among the fields of a form."""
    blocks = (fields[KEEP] for block_id, fields in values.items() if block_id.startswith(f"{KEEP}-"))
    return frozenset(option["value"] for boxes in blocks for option in boxes.get("selected_options") or ())


def offered_in(values: Iterable[str]) -> frozenset[str]:
    """The marks of whatever has a box among the blocks of a form, ticked or not."""
    return frozenset(mark for block_id in values if block_id.startswith(f"{KEEP}-") for mark in block_id.split("-")[1:])


def _to_go(definite: Sequence[Named]) -> Iterator[Block]:
    if definite:
        yield paragraph(GO)
        yield bullets((f"{each.kind}: ", strong(each.words)) for each in definite[:MOST_NAMED])
        yield from _and_more(len(definite) - MOST_NAMED)


def _neutral(text: str | None, use_id: str) -> Iterator[Block]:
    if text is not None:
        button = ButtonElement(text=plain(USE), action_id=use_id, accessibility_label=USE_TO_A_READER)
        yield from (paragraph(NEUTRAL), quote(text), ActionsBlock(elements=[button]))


def _asked(possible: Sequence[Named]) -> Iterator[Block]:
    if possible:
        yield paragraph(ONLY_ASKED)
        by_kind = sorted(_most_asked(possible), key=lambda each: [each.kind for each in possible].index(each.kind))
        for kind, group in groupby(by_kind, key=lambda each: each.kind):
            yield from _questions(kind, list(group))
        yield from _and_more(sum(not each.is_kept for each in possible) - MOST_ASKED)


def _most_asked(possible: Sequence[Named]) -> list[Named]:
    """As many as fit: whatever is kept already gives way, and stays kept."""
    asked = sorted(possible, key=lambda each: each.is_kept)[:MOST_ASKED]
    return [each for each in possible if each in asked]


def _questions(kind: IdentifierKind, named: Sequence[Named]) -> Iterator[Block]:
    label = _OTHERWISE.get(kind, IS_THIS.format(kind=kind))
    for first in range(0, len(named), BOXES):
        few = named[first : first + BOXES]
        ticked = [_box(each) for each in few if each.is_kept]
        boxes = CheckboxesElement(action_id=KEEP, options=[_box(each) for each in few], initial_options=ticked or None)
        block_id = "-".join([KEEP, *(each.mark for each in few)])
        yield InputBlock(block_id=block_id, label=plain(label), element=boxes, optional=True)


def _box(named: Named) -> Option:
    label = KEEP_AS_IT_IS.format(words=named.words)
    cut = label if len(label) <= LONGEST_OPTION else f"{label[: LONGEST_OPTION - 1]}…"
    return Option(text=plain(cut), value=named.mark)


def _and_more(number: int) -> Iterator[Block]:
    if number > 0:
        yield quiet(AND_MORE.format(number=number))
