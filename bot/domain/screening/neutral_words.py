"""The same text with neutral words where it points at somebody: "the patient", "a colleague", "that week"."""

from collections.abc import Iterable

from bot.domain.screening.findings import Finding


def with_neutral_words(text: str, findings: Iterable[Finding]) -> str:
    """A text in which nothing that was found is left."""
    for finding in sorted(findings, key=lambda each: each.start, reverse=True):
        text = f"{text[: finding.start]}…{text[finding.end :]}"
    return text
