"""A text as all the rules read it, which takes as long as many of them, and so is done once."""

from dataclasses import dataclass

from bot.domain.screening.characters import Folded, fold
from bot.domain.screening.names.spoken_words import Reading, read
from bot.domain.screening.structure.wording import Wording


@dataclass(frozen=True, slots=True)
class WholeText:
    """A text in plain characters, the same in small letters with its words, and each word looked up."""

    folded: Folded
    wording: Wording
    reading: Reading

    @classmethod
    def of(cls, text: str) -> "WholeText":
        """Read a text that somebody typed."""
        folded = fold(text)
        return cls(folded, Wording.of(folded.text), read(folded.text))
