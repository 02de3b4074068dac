"""What a writer decides about a text before it is kept: what has to go, what is only asked, and what stays."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import Final

from bot.domain.screening.characters import fold
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.identifiers import find_identifiers
from bot.domain.screening.known_names import NOBODY, KnownNames
from bot.domain.screening.neutral_people import Cast
from bot.domain.screening.neutral_words import with_neutral_words, without_words

_TIMES: Final = 8
"""How often a text is gone over: what stands beside neutral words can look otherwise than before."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that was found, named once however often it stands there. `mark` is how a form remembers that it is to
    be kept, without the words."""

    kind: IdentifierKind
    words: str = field(repr=False)
    mark: str


@dataclass(frozen=True, slots=True)
class Objections:
    """What stands in the way of keeping a text, each in its order: what has to go, and what only the writer knows.
    `neutral` is the same text with neutral words for both, where there is one that fits."""

    definite: tuple[Named, ...]
    possible: tuple[Named, ...]
    neutral: str | None = field(repr=False)


def objections_to(
    text: str, findings: Iterable[Finding], *, kept: Collection[str], known: KnownNames = NOBODY, longest: int
) -> Objections | None:
    """What was found in a text and is not kept, for a form to name; None where nothing is left to object to."""
    left = not_kept(text, findings, kept)
    if not left:
        return None
    neutral = neutral_version(text, kept=kept, known=known, longest=longest)
    return Objections(_each_once(text, left, Confidence.DEFINITE), _each_once(text, left, Confidence.POSSIBLE), neutral)


def still_kept(text: str, findings: Iterable[Finding], kept: Collection[str]) -> tuple[str, ...]:
    """The marks, each once, of what is kept and is found in a text still."""
    marks = (mark_of(text[finding.start : finding.end]) for finding in findings)
    return tuple(dict.fromkeys(mark for mark in marks if mark in kept))


def not_kept(text: str, findings: Iterable[Finding], kept: Collection[str]) -> tuple[Finding, ...]:
    """The findings without the possible ones whose words their writer keeps. A definite one can't be kept."""
    return tuple(
        finding
        for finding in findings
        if finding.confidence is Confidence.DEFINITE or mark_of(text[finding.start : finding.end]) not in kept
    )


def neutral_version(text: str, *, kept: Collection[str], known: KnownNames = NOBODY, longest: int) -> str | None:
    """The text with neutral words for everything that is found in it and not kept, such that nothing is found any more;
    where that grows too long, or nothing is left, with a mark in its place. None where neither comes out."""
    cast = Cast(known)

    def in_words(version: str, left: tuple[Finding, ...]) -> str:
        return with_neutral_words(version, left, cast=cast)

    def cleared(swap: Callable[[str, tuple[Finding, ...]], str]) -> str | None:
        version = text
        for _ in range(_TIMES):
            left = not_kept(version, find_identifiers(version, roster=known.telling), kept)
            if not left:
                return version
            version = swap(version, left)
        return None

    version = cleared(in_words)
    if version is not None and not _fits(version, longest):
        version = cleared(without_words)
    return version if version is not None and _fits(version, longest) else None


def mark_of(words: str) -> str:
    """A short mark of some words, the same however they are written: with it a form that travels through Slack
    remembers what is to be kept."""
    plain = " ".join(fold(words).text.casefold().split())
    return blake2s(plain.encode(errors="replace"), digest_size=6).hexdigest()


def _fits(version: str, longest: int) -> bool:
    return bool(version.strip()) and len(version) <= longest


def _each_once(text: str, findings: Iterable[Finding], confidence: Confidence) -> tuple[Named, ...]:
    named: dict[tuple[IdentifierKind, str], Named] = {}
    for finding in findings:
        if finding.confidence is confidence:
            words = text[finding.start : finding.end]
            mark = mark_of(words)
            named.setdefault((finding.kind, mark), Named(finding.kind, " ".join(words.split()), mark))
    return tuple(named.values())
