"""The same text with neutral words where it points at somebody: "the patient", "a colleague", "that week"."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.known_names import NOBODY, KnownNames
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral.neutral_names import ARTICLE, THEIRS, for_a_name
from bot.domain.screening.neutral.neutral_people import Cast
from bot.domain.screening.neutral.neutral_roles import RELATIVES
from bot.domain.screening.neutral.neutral_things import for_a_thing
from bot.domain.screening.neutral.swaps import Swap

NOTHING: Final = "…"
"""What stands where no words fit."""

_SEEN: Final = 80
"""So many characters around a finding tell how it stands in its sentence."""
_NAMES: Final = frozenset({IdentifierKind.NAME, IdentifierKind.INITIALS})
_POSSESSIVE: Final = LatePattern(r"['’]s\Z|(?<=s)['’]\Z", re.IGNORECASE)
_BARE_POSSESSIVE: Final = LatePattern(r"\A['’](?![^\W\d_])")
_RELATIVE: Final = LatePattern(rf"\A (?:{RELATIVES}|family|kids?|house)\b", re.IGNORECASE)
_OPENED: Final = LatePattern(r"['‘]\Z")

_INSTITUTION: Final = LatePattern(
    r"\A (?:clinic|hospital|center|shelter|school|church|pharmacy|library|hospice|home|team|staff|nurses?|ed|er)\b",
    re.IGNORECASE,
)
_SOMEBODYS_PLACE: Final = LatePattern(
    r"\A(?P<name>.{1,60}?)(?P<rest>['’]s (?:clinic|office|practice|team|service|list|lab))\Z", re.IGNORECASE
)
_ON_A_MAP: Final = frozenset({IdentifierKind.ADDRESS, IdentifierKind.PLACE})
_PLACES: Final = frozenset({IdentifierKind.ADDRESS, IdentifierKind.PLACE, IdentifierKind.FACILITY})

_ONE_PLACE: Final = LatePattern(r"(?:,? ?(?:[A-Z]{2},? )?|,? in )\Z")
_ONE_ROOM: Final = LatePattern(r"[ ,/-]{1,2}\Z")
_NEXT_SENTENCE: Final = LatePattern(
    r"\s{0,9}\Z|\n| (?:He|She|They|It|We|The|This|That|My|Our|His|Her|Their|Then|When|But|So|At|In|On|After|Before|I)\b"
)
_TOLD: Final = LatePattern(r"\b(?:tell|tells|told|telling|asked|thought) \Z", re.IGNORECASE)
_BEGINS_A_SENTENCE: Final = LatePattern(r"(?:\A|[.!?…][\"'”’)\]]{0,2}\s|\n)[\s\"'“‘(\[>*•–-]{0,4}\Z")
_AFTER_A_SHORT_FORM: Final = LatePattern(r"\b(?:pt|pts|dr|mr|mrs|ms|vs|st|hx|dx|rx|e\.g|i\.e)\.\s\Z", re.IGNORECASE)
_AN: Final = LatePattern(r"\b(a)(n)? \Z", re.IGNORECASE)


def with_neutral_words(
    text: str, findings: Iterable[Finding], *, known: KnownNames = NOBODY, cast: Cast | None = None
) -> str:
    """A text in which nothing that was found is left, as one would write it without: the same person is called by the
    same words, articles stand once, and sentences begin as they did. A cast remembers who is who if a text is gone over
    again."""
    cast, written, read = cast or Cast(known), "", 0
    inside = list(_side_by_side(text, sorted(findings, key=lambda each: each.start)))
    ends = [*(each.start for each in inside[1:]), len(text)]
    for finding, end in zip(inside, ends, strict=False):
        said, before = text[finding.start : finding.end], text[max(read, finding.start - _SEEN) : finding.start]
        swap = _swap(finding.kind, said, before, text[finding.end : min(end, finding.end + _SEEN)], cast)
        start = finding.start - swap.before
        stop = "." if not swap.after and _ends_a_sentence(said, before, text, finding.end) else ""
        written = _joined(written + text[read:start], swap.words + stop, small=text[start].islower())
        read = finding.end + swap.after
    return written + text[read:]


def without_words(text: str, findings: Iterable[Finding]) -> str:
    """A text in which nothing that was found is left, and nothing is longer than it was."""
    for finding in sorted(findings, key=lambda each: each.start, reverse=True):
        text = f"{text[: finding.start]}{NOTHING}{text[finding.end :]}"
    return text


def _side_by_side(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """A street, its town and its ZIP code are one address, and a room and its bed are one room."""
    last: Finding | None = None
    for found in findings:
        finding = found._replace(start=_first_time(text, found, last.end if last else 0))
        between = text[last.end : finding.start] if last else ""
        if last and _is_one(last.kind, between, finding.kind):
            last = last._replace(end=finding.end)
            continue
        if last:
            yield last
        last = finding
    if last:
        yield last


def _first_time(text: str, finding: Finding, floor: int) -> int:
    """Where a word begins that a hasty writer has put down twice, of which only the last may have been found."""
    said, start = f"{text[finding.start : finding.end]} ", finding.start
    while start - len(said) >= floor and text[start - len(said) : start].casefold() == said.casefold():
        start -= len(said)
    return start


def _is_one(kind: IdentifierKind, between: str, other: IdentifierKind) -> bool:
    if kind is other is IdentifierKind.ROOM:
        return _ONE_ROOM.match(between) is not None
    return {kind, other} <= _ON_A_MAP and _ONE_PLACE.match(between) is not None


def _ends_a_sentence(said: str, before: str, text: str, end: int) -> bool:
    """Whether the dot of an abbreviation was a full stop too: "I sat with K.R. He slept." """
    return said.endswith(".") and _NEXT_SENTENCE.match(text, end) is not None and not _TOLD.search(before)


def _swap(kind: IdentifierKind, said: str, before: str, after: str, cast: Cast) -> Swap:
    if kind in _PLACES and _INSTITUTION.match(after) and ARTICLE.search(before):
        return Swap("", before=1)
    if kind not in _NAMES:
        return _without_its_article(for_a_thing(kind, said, before, after), before)
    if inside := _SOMEBODYS_PLACE.match(said):
        swap = for_a_name(inside["name"], before, inside["rest"], cast)
        return Swap(swap.words + inside["rest"], swap.before)
    owner = _POSSESSIVE.search(said)
    name = said[: owner.start()] if owner else said
    swap = for_a_name(name, before, f"{said[owner.start() :]}{after}" if owner else after, cast)
    if owner:
        return Swap(f"{swap.words}'s", swap.before)
    if name[-1:] not in "sSzZ" or _OPENED.search(before):
        return swap
    if _BARE_POSSESSIVE.match(after):
        # What was "James' room" is "the patient's room".
        return Swap(f"{swap.words}'s", swap.before, after=1)
    if swap.words and _RELATIVE.match(after):
        # In a hurry "Bill's wife" is "bills wife".
        return Swap(f"{swap.words}'s", swap.before)
    return swap


def _without_its_article(swap: Swap, before: str) -> Swap:
    """ "The MGH" is "a hospital", and "my room 412" is "my room"."""
    bare = swap.words.removeprefix("an ").removeprefix("a ").removeprefix("the ")
    if swap.before or bare == swap.words or not (ARTICLE.search(before) or THEIRS.search(before)):
        return swap
    return Swap(bare, swap.before, swap.after)


def _joined(written: str, words: str, *, small: bool) -> str:
    """What is written so far and the words that come next, with a capital where a sentence begins, unless its writer
    began it with a small letter."""
    begins = _BEGINS_A_SENTENCE.search(written[-8:]) and not _AFTER_A_SHORT_FORM.search(written[-8:])
    if words and begins and not small:
        words = words[0].upper() + words[1:]
    article = _AN.search(written[-4:])
    if words and article:
        n = ("N" if article[1].isupper() and (article[2] or "").isupper() else "n") if words[0] in "aeiouAEIOU" else ""
        written = f"{written[: len(written) - len(article[0])]}{article[1]}{n} "
    return written + words
