"""Towns and their parts by what those who live there call them for short: "came from Dot", "grew up in Eastie".

Most of these are words or letters that mean much else, so they count only where somebody lives or comes from.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_SURELY: Final = words_of(
    "bmore chitown cincy dtla eastie hotlanta htown killadelphia kcmo mattapan oaktown rozzie sactown sanfran southie"
    " stlouis westie wusta"
)
"""What nothing else is called by."""
_PERHAPS: Final = words_of("atl atx bk cle dot frisco hp htx indy jax jp nola pdx philly rox slc stl vegas woo")
"""What is much else besides, unless it has a capital or somebody lives there."""
_ALL: Final = _SURELY | _PERHAPS
_FROM: Final = LatePattern(
    r"\b(?:came|comes|coming|moved|drove|drives|bused|bussed|walked|rode|hails|he's|she's|i'm|they're|hes|shes"
    r"|im|(?:s?he|they|who|i|we|pt|patient|lady|guy|family|man|woman|mom|dad) (?:is|was|am|are|were)|kids?|lady|guy"
    r"|girl|boy|man|woman|family|patient|pt|everyone|all)"
    r"(?: (?:all the way|in|up|over|down|out|here|straight|originally|to the \w{2,8}"
    r"|to (?:us|clinic|triage|ed|er))){0,3}"
    r" from \Z"
)
_IN: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|grew up|growing up|raised|born(?: and raised)?|rents?|stays|reside[sd]?)"
    r"(?: (?:down|up|out|over|back|here|all|alone|still)){0,2} (?:in|near) \Z"
)
_BEFORE: Final = 48
_BEHIND: Final = LatePattern(r"(?![\w'-]|\.\w| (?:phrase|phrases|drain|drains|pain|score|street|ave)\b)")


def find_short_towns(wording: Wording) -> Iterator[Finding]:
    """Every such town that somebody lives in or comes from."""
    for word in wording.words & _ALL:
        for place in wording.places[word]:
            before = wording.before(place, _BEFORE)
            if not before.endswith((" in ", " near ", " from ")) or not _BEHIND.match(wording.lower, place + len(word)):
                continue
            is_lived_in = _IN.search(before) is not None
            is_named = word in _SURELY or wording.text[place].isupper()
            if is_lived_in or (is_named and _FROM.search(before)):
                yield Finding(place, place + len(word), IdentifierKind.PLACE, Confidence.POSSIBLE)
