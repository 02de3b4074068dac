"""What is put in the place of a stretch of a text."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swap:
    """Neutral words for a stretch of a text, and how many characters around it they take the place of too."""

    words: str
    before: int = 0
    after: int = 0


def length_of(found: re.Match[str] | None) -> int:
    """How many characters a pattern has found, if any."""
    return len(found[0]) if found else 0


def with_article(noun: str) -> str:
    """A noun as somebody or something not spoken of yet: "a nurse", "an attending", "an NP"."""
    sounds_open = noun[0] in ("AEFHILMNORSX" if noun.isupper() else "aeiouAEIOU")
    return f"{'an' if sounds_open else 'a'} {noun}"
