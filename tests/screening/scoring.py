"""How screening does on texts whose answers are known: what it finds, and what it leaves alone.

**Found.** A span of an example counts as found when the findings of its text, taken together, cover every word of its
identifying part. The identifying part of a span is its words without

- titles and labels, which name no one ("Mr.", "Nurse", "room", "floor", "clinic", "MRN", "serial", "lot", "account",
  "login") and little words ("the", "on", "of"),
- letters that stand alone beside something longer ("Ana M. Castillo", "J. Castellanos"),
- what is no digit in an age that has digits ("97yo", "96 y.o."), and the year of a date that has more than a year.

Of a span that has nothing else ("Mr. Y", "the Judge"), all words but titles and labels count, or else all of them.
Half a name is not found. What fits only one person ("the only student here with a stutter") has no clear end, so any
part of it will do: the sentence comes back to its writer either way. The kind is not asked for: whatever is taken out
is out.

**False alarms.** A clean text with any finding at all, definite or possible, is one false alarm.

A score holds numbers and never a text, so that it can be printed without telling what the held-out examples are.
`python -m tests.screening.scoring FILE` prints the score of a file, and what was missed or found in vain in it, except
for the held-out half.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.screening import Confidence, Finding, screen

HERE = Path(__file__).parent
TUNING, HELD_OUT = HERE / "tuning.jsonl", HERE / "held_out.jsonl"
UNSORTED = "clean"
"""The type of a clean text for which its file names none."""

_WORD = re.compile(r"\w+")
_TITLES = re.compile(
    r"mrs?|ms|miss|mx|dr|prof(?:essor)?|nurse|sister|sra?|señora?|mme|herr|rabbi|coach|judge|pt|patient"
    r"|room|rm|bed|bay|icu|unit|floor|ward|apt|no|num|number|clinic|hospital"
    r"|mrn|sn|udi|serial|lot|acct|account|badge|chart|record|csn|login|username|user|handle|ext|extension|pager|fax"
    r"|phone|cell|plates?|zip",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"an?|and|at|by|de|for|from|her|his|in|la|my|of|old|on|or|our|the|their|to|y|yo|years?|age", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")

Places = frozenset[int]
Find = Callable[[str], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an example that points at somebody."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text, everything in it that has to be found, and, of a clean one, whether it is an ordinary or a tricky one."""

    text: str
    spans: tuple[Span, ...]
    type: str

    @property
    def is_clean(self) -> bool:
        """Whether nothing is to be found in it."""
        return not self.spans


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """Between 0 and 1; of nothing, 0."""
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{self.part} of {self.whole}"


@dataclass(frozen=True, slots=True)
class Score:
    """What was found and what was found in vain, in numbers only."""

    found: tuple[tuple[str, Share], ...]
    """By kind of span."""
    alarms: tuple[tuple[str, Share], ...]
    """By type of clean text."""
    only_possible: Share
    """The found spans of which some part was only possible, and so might be kept by the student."""
    alarms_only_possible: Share
    """The false alarms that the student can put aside, since nothing in them was taken as definite."""

    @property
    def recall(self) -> Share:
        """The spans that were found."""
        return _together(share for _, share in self.found)

    def false_alarms(self, of_type: str) -> Share:
        """The clean texts of a type in which something was found."""
        return _together(share for name, share in self.alarms if name == of_type)


def read(file: Path) -> tuple[Example, ...]:
    """The examples of a file, one JSON object a line."""
    return tuple(_example(line) for line in file.read_text(encoding="utf-8").splitlines() if line)


def score(examples: Iterable[Example], *, find: Find | None = None) -> Score:
    """Screen every text and count. Another way to find things can be measured beside ours."""
    results = [(example, tuple((find or _screened)(example.text))) for example in examples]
    spans = [(span, example.text, findings) for example, findings in results for span in example.spans]
    found = [(span, text, findings) for span, text, findings in spans if is_found(span, text, findings)]
    clean = [(example, findings) for example, findings in results if example.is_clean]
    alarms = [(example, findings) for example, findings in clean if findings]
    sure = sum(is_found(span, text, _definite(findings)) for span, text, findings in found)
    return Score(
        _shares((span.kind for span, _, _ in found), (span.kind for span, _, _ in spans)),
        _shares((example.type for example, _ in alarms), (example.type for example, _ in clean)),
        Share(len(found) - sure, len(found)),
        Share(sum(not _definite(findings) for _, findings in alarms), len(alarms)),
    )


def is_found(span: Span, text: str, findings: Iterable[Finding]) -> bool:
    """Whether findings cover what identifies somebody in a span, as the top of this file says."""
    covered = frozenset(place for finding in findings for place in range(finding.start, finding.end))
    if span.kind == "ONLY_ONE":
        return not covered.isdisjoint(range(span.start, span.end))
    return all(part <= covered for part in _identifying(span, text))


def mistakes(example: Example) -> Iterator[str]:
    """What is missed in an example or found in it in vain, each as a line to read. Not for the held-out half."""
    text, findings = example.text, tuple(_screened(example.text))
    for span in example.spans:
        if not is_found(span, text, findings):
            yield f"missed {span.kind} {text[span.start : span.end]!r} in {text!r}"
    for finding in findings if example.is_clean else ():
        what = f"{finding.kind.name} ({finding.confidence}) {text[finding.start : finding.end]!r}"
        yield f"in vain {what} in {text!r}"


def _example(line: str) -> Example:
    entry = json.loads(line)
    spans = tuple(Span(start, end, kind) for start, end, kind in entry["spans"])
    return Example(entry["text"], spans, entry.get("type", UNSORTED))


def _screened(text: str) -> Iterable[Finding]:
    return screen(text).findings


def _definite(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.confidence is Confidence.DEFINITE)


def _identifying(span: Span, text: str) -> Iterable[Places]:
    """The places of each word that has to be covered."""
    pattern = _digits_or_words(text[span.start : span.end]) if span.kind == "AGE" else _WORD
    words = list(pattern.finditer(text, span.start, span.end))
    named = [word for word in words if not _TITLES.fullmatch(word[0])]
    telling = [word for word in named if not _LITTLE.fullmatch(word[0])]
    if span.kind == "DATE":
        telling = [word for word in telling if not _YEAR.fullmatch(word[0])] or telling
    telling = [word for word in telling if len(word[0]) > 1 or word[0].isdigit()] or telling
    return [frozenset(range(*word.span())) for word in telling or named or words]


def _digits_or_words(age: str) -> re.Pattern[str]:
    digits = re.compile(r"\d+")
    return digits if digits.search(age) else _WORD


def _shares(part: Iterable[str], whole: Iterable[str]) -> tuple[tuple[str, Share], ...]:
    parts = Counter(part)
    return tuple((name, Share(parts[name], count)) for name, count in Counter(whole).most_common())


def _together(shares: Iterable[Share]) -> Share:
    every = tuple(shares)
    return Share(sum(share.part for share in every), sum(share.whole for share in every))


def _lines(file: Path) -> Iterator[str]:
    examples = read(file)
    counted = score(examples)
    yield f"spans found: {counted.recall} ({counted.recall.value:.1%}), only possible: {counted.only_possible}"
    yield from (f"  {kind}: {share}" for kind, share in counted.found)
    yield from (f"false alarms, {name}: {share} ({share.value:.1%})" for name, share in counted.alarms)
    yield f"  only possible: {counted.alarms_only_possible}"
    if file.resolve() != HELD_OUT.resolve():
        yield from (line for example in examples for line in mistakes(example))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in _lines(Path(sys.argv[1])))
