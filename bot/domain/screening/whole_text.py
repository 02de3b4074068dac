"""A text as all the rules read it, which takes as long as many of them, and so is done once."""

from dataclasses import dataclass

from bot.domain.screening.characters import Folded, fold
from bot.domain.screening.names.spoken_words import Reading, read
from bot.domain.screening.repetition import Shortened, shortened
from bot.domain.screening.structure.wording import Wording


@dataclass(slots=True)
class WholeText:
    """A text in plain characters, without what it only says again, the same in small letters with its words, and each
    word looked up."""

    folded: Folded
    told: Shortened
    wording: Wording
    reading: Reading

    @classmethod
    def of(cls, text: str) -> "WholeText":
        """Read a text that somebody typed."""
        folded = fold(text)
        told = shortened(folded.text)
        return cls(folded, told, Wording.of(told.text), read(told.text))

    @property
    def is_as_typed(self) -> bool:
        """Whether every place is what it was, since nothing was left out."""
        return not (self.folded.dropped or self.told.left_out)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty stretch lies in the text as it was typed."""
        return self.folded.span(*self.told.span(start, end))
