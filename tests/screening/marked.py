"""Sentences in which what has to be found stands in braces: "he's {98} and"; "{?3/14}" is only possible."""

import re
from collections.abc import Callable, Iterator

from bot.domain.screening import Confidence, Finding
from bot.domain.screening.characters import fold
from bot.domain.screening.identifiers import without_overlaps
from bot.domain.screening.structure.wording import Wording

Rule = Callable[[Wording], Iterator[Finding]]

_MARKED = re.compile(r"\{\??([^{}]+)\}")


def unlike(sentences: str, rule: Rule) -> list[tuple[str, str]]:
    """The marked sentences of a text, one a line, of which a rule thinks differently, each beside what it thinks."""
    thought = [(line, marked(_MARKED.sub(r"\1", line), rule)) for line in sentences.splitlines()]
    return [(line, found) for line, found in thought if line != found]


def marked(text: str, rule: Rule) -> str:
    """A text with everything in braces that a rule finds in it."""
    shown, end = "", 0
    for finding in without_overlaps(rule(Wording.of(fold(text).text))):
        sign = "?" if finding.confidence is Confidence.POSSIBLE else ""
        shown += f"{text[end : finding.start]}{{{sign}{text[finding.start : finding.end]}}}"
        end = finding.end
    return shown + text[end:]
