"""What a writer decides about a text before it is kept: what has to go, what is only asked, and what stays."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.domain.screening.characters import fold
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.identifiers import find_identifiers
from bot.domain.screening.known_names import NOBODY, KnownNames
from bot.domain.screening.language import is_mostly_english
from bot.domain.screening.neutral.neutral_people import Cast
from bot.domain.screening.neutral.neutral_words import with_neutral_words, without_words
from bot.domain.screening.whole_text import WholeText

_TIMES: Final = 8
"""How often a text is gone over: what stands beside neutral words can look otherwise than before."""
_MADE_FOR: Final = b"what is kept: "
"""The same key makes other marks."""
_DIGITS: Final = 10
"""How many digits of a mark tell what is meant; behind them stands how often."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that was found, named once however often it stands there. `mark` is how a form remembers that it is to
    be kept, without the words; `is_kept` tells that it does."""

    kind: IdentifierKind
    words: str = field(repr=False)
    mark: str
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Objections:
    """What stands in the way of keeping a text, each in its order: what has to go, and what only the writer knows, be
    it kept or not, so that a tick can be taken back. `neutral` is the same text with neutral words for all that is not
    kept, where there is one that fits."""

    definite: tuple[Named, ...]
    possible: tuple[Named, ...]
    neutral: str | None = field(repr=False)


def objections_to(
    text: str,
    findings: Collection[Finding],
    *,
    kept: Collection[str],
    key: bytes,
    known: KnownNames = NOBODY,
    longest: int,
) -> Objections | None:
    """What was found in a text and is not kept, for a form to name; None where nothing is left to object to. `key`
    makes the marks."""
    if not not_kept(text, findings, kept, key=key):
        return None
    marked = _Marked(text, findings, kept, key)
    neutral = neutral_version(text, kept=kept, key=key, known=known, longest=longest)
    return Objections(marked.each_once(Confidence.DEFINITE), marked.each_once(Confidence.POSSIBLE), neutral)


def still_kept(text: str, findings: Iterable[Finding], kept: Collection[str], *, key: bytes) -> tuple[str, ...]:
    """The marks, each once, of what is kept and is found in a text still, as often as it is found there."""
    marked = _Marked(text, findings, kept, key)
    return tuple(each.mark for each in marked.each_once(Confidence.POSSIBLE) if each.is_kept)


def not_kept(text: str, findings: Iterable[Finding], kept: Collection[str], *, key: bytes) -> tuple[Finding, ...]:
    """The findings without the possible ones that their writer keeps: words that look like a thing of a kind, as often
    as they stood there. A definite one can't be kept."""
    marked = _Marked(text, findings, kept, key)
    return tuple(finding for finding in marked.findings if not marked.keeps(finding))


def neutral_version(
    text: str, *, kept: Collection[str], key: bytes, known: KnownNames = NOBODY, longest: int
) -> str | None:
    """The text with neutral words for everything that is found in it and not kept, such that nothing is found any more;
    where that grows too long, nothing is left, or the text is in another language, with a mark in its place. None where
    neither comes out."""
    cast = Cast(known)

    def in_words(version: str, left: tuple[Finding, ...]) -> str:
        return with_neutral_words(version, left, cast=cast)

    def cleared(swap: Callable[[str, tuple[Finding, ...]], str]) -> str | None:
        version = text
        for _ in range(_TIMES):
            left = not_kept(version, find_identifiers(WholeText.of(version), roster=known.called), kept, key=key)
            if not left:
                return version
            version = swap(version, left)
        return None

    # English words would make the others look like names.
    is_english = is_mostly_english(WholeText.of(text).reading)
    version = cleared(in_words if is_english else without_words)
    if version is not None and not _fits(version, longest):
        version = cleared(without_words)
    return version if version is not None and _fits(version, longest) else None


def mark_of(kind: IdentifierKind, words: str, *, key: bytes, times: int = 1) -> str:
    """A short mark of some words that look like a thing of a kind and stand in a text so many times: the same however
    they are written. With it a form that travels through Slack remembers what is to be kept; without the key nobody can
    tell whose name it is, not even with a list of names."""
    said = f"{kind.name} {_plain(words)}".encode(errors="replace")
    return f"{hmac.digest(key, _MADE_FOR + said, hashlib.sha256).hex()[:_DIGITS]}{times:x}"


class _Marked:
    """The findings of a text, each with its mark, beside the marks of what is kept."""

    def __init__(self, text: str, findings: Iterable[Finding], kept: Collection[str], key: bytes) -> None:
        self.findings = tuple(findings)
        self._text, self._key, self._kept = text, key, _how_often(kept)
        self._times = Counter(
            self._meant(finding) for finding in self.findings if finding.confidence is Confidence.POSSIBLE
        )

    def keeps(self, finding: Finding) -> bool:
        """Whether its writer keeps it."""
        if finding.confidence is Confidence.DEFINITE or not self._kept:
            return False
        return self._times[self._meant(finding)] <= self._kept.get(self._mark(finding)[:_DIGITS], 0)

    def each_once(self, confidence: Confidence) -> tuple[Named, ...]:
        """Those of one confidence, as a form names them."""
        named: dict[tuple[IdentifierKind, str], Named] = {}
        for finding in self.findings:
            if finding.confidence is confidence and self._meant(finding) not in named:
                words = " ".join(self._words(finding).split())
                named[self._meant(finding)] = Named(finding.kind, words, self._mark(finding), self.keeps(finding))
        return tuple(named.values())

    def _words(self, finding: Finding) -> str:
        return self._text[finding.start : finding.end]

    def _meant(self, finding: Finding) -> tuple[IdentifierKind, str]:
        return finding.kind, _plain(self._words(finding))

    def _mark(self, finding: Finding) -> str:
        times = self._times[self._meant(finding)]
        return mark_of(finding.kind, self._words(finding), key=self._key, times=times)


def _how_often(kept: Iterable[str]) -> Mapping[str, int]:
    """How often what is kept may stand there, by the digits that tell what it is."""
    return {mark[:_DIGITS]: int(mark[_DIGITS:] or "0", 16) for mark in sorted(kept, key=lambda each: (len(each), each))}


def _plain(words: str) -> str:
    return " ".join(fold(words).text.casefold().split())


def _fits(version: str, longest: int) -> bool:
    return bool(version.strip()) and len(version) <= longest
