"""The examples of concerns and of languages, and how well each part of them is told."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.screening import ConcernKind
from bot.domain.screening.concerns import find_concerns
from bot.domain.screening.language import is_mostly_english
from bot.domain.screening.whole_text import WholeText

PARTS = ("tuning", "held-out")
"""The rules were made with the first at hand; of the second only the sums were ever looked at."""

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ConcernExample:
    """A text and what it tells of; None where it only looks like it."""

    text: str
    kind: ConcernKind | None
    part: str


@dataclass(frozen=True, slots=True)
class LanguageExample:
    """A text and whether most of it is English."""

    text: str
    english: bool
    part: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many of those that should be told are told, and how many of all others are told falsely."""

    told: int
    of: int
    falsely: int
    others: int

    @property
    def recall(self) -> float:
        """The share that is told of what should be."""
        return self.told / self.of

    @property
    def false_alarms(self) -> float:
        """The share that is told of what should not be."""
        return self.falsely / self.others


def concern_examples(part: str) -> list[ConcernExample]:
    """One part of the examples of concerns."""
    return [
        ConcernExample(row["text"], None if row["kind"] == "none" else ConcernKind(row["kind"]), part)
        for row in _rows("concerns.jsonl", part)
    ]


def language_examples(part: str) -> list[LanguageExample]:
    """One part of the examples of languages."""
    return [LanguageExample(row["text"], bool(row["english"]), part) for row in _rows("languages.jsonl", part)]


def score_of_concerns(kind: ConcernKind, part: str) -> Score:
    """How well one kind is told; a text counts once, and one of the other kind must not be told as this one."""
    told = [(example.kind is kind, _tells(kind, example.text)) for example in concern_examples(part)]
    return _score(told)


def score_of_languages(part: str) -> Score:
    """How well other languages are told from English."""
    return _score(
        [(not row.english, not is_mostly_english(WholeText.of(row.text).reading)) for row in language_examples(part)]
    )


def _tells(kind: ConcernKind, text: str) -> bool:
    return any(concern.kind is kind for concern in find_concerns(WholeText.of(text)))


def _score(told: list[tuple[bool, bool]]) -> Score:
    meant = [found for should, found in told if should]
    others = [found for should, found in told if not should]
    return Score(sum(meant), len(meant), sum(others), len(others))


def _rows(name: str, part: str) -> Iterator[dict[str, str]]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == part:
            yield row
