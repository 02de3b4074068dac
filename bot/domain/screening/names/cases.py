"""How a word is written. Each case has a name of its own here, as sorts of words have."""

from enum import StrEnum
from typing import Final


class Case(StrEnum):
    """How a word is written. In a sentence all in capitals they tell nothing, so its words count as small."""

    SMALL = "small"
    CAPITALIZED = "capitalized"
    LOUD = "all in capitals"


SMALL: Final = Case.SMALL
CAPITALIZED: Final = Case.CAPITALIZED
LOUD: Final = Case.LOUD
