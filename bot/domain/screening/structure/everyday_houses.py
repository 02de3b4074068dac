"""Houses that are called by everyday words in capitals: "at the Open Door shelter", "the Second Helping soup kitchen".

What a clinic is for is written with capitals as well ("the Heart Failure clinic"), so such words call nothing. In small
letters a town beside "community" is a hospital where somebody is seen: "at lynn community".
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.house_words import GENERIC, USUAL
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import phrases_of, words_of

_WORD: Final = r"[A-Z][a-z'-]{2,15}"
_CALLED: Final = LatePattern(
    rf"(?P<name>[A-Z](?<![\w'].)[a-z'-]{{2,15}}(?:(?: (?:and|of|the|&|for|in))? {_WORD}){{0,2}}) (?:(?:free|homeless"
    rf"|food"
    r"|soup|drop-in|day|family|men's|women's|youth|night|emergency|animal) )?(?P<kind>shelter|pantry|mission|kitchen"
    r"|clinic|center|house|home|hospice|rehab|detox|church|ministry)(?![\w'-])"
    r"(?! (?:officers?|staff|calls?|visits?|health|aide|nurse|oxygen|meds?|medications?|schedule|note|directors?)\b)"
)
_KINDS: Final = words_of("shelter pantry mission kitchen clinic center house home hospice rehab detox church ministry")
_SHELTERS: Final = words_of("shelter pantry mission kitchen")
"""What is called by its name alone, and seldom by what it is for."""
_SHORTLY: Final = 32
_REACH: Final = 72
_BEHIND: Final = 24
"""So far goes a name with what it is for before such a word, and what tells behind it that it is none."""
_LINKS: Final = words_of("and of the & for in")
_EVERYWHERE: Final = phrases_of(
    "red cross, salvation army, planned parenthood, head start, job corps, boys and girls, ronald mcdonald, white,"
    " habitat for humanity, catholic charities, red crescent, animal control"
)
_BEFORE_A_NAME: Final = LatePattern(r"\b(?:the|at|to|from|by|near|outside|through|behind|@) \Z")
_HOSPITAL_OF_A_TOWN: Final = LatePattern(
    r"\b(?:at|from|to) (?P<whole>(?P<town>[a-z]{4,15}(?: [a-z]{3,12})?)"
    r" (?:community|county|mercy|presbyterian|adventist|deaconess))"
    r"(?=[.,;:!?)]|$|\n| (?:today|yesterday|last|this|next|and|but|for|er|ed|icu|on|w|with|who|where|when|because|bc"
    r"|before|after|again|now|since|is|was|has|had|did|said|says|sent|would|wouldn't|nicu|then|twice)\b)"
)
_OF_A_TOWN: Final = words_of("community county mercy presbyterian adventist deaconess")


def find_everyday_houses(wording: Wording) -> Iterator[Finding]:
    """Every house of which the name is made of everyday words, and the hospital of a town in small letters."""
    for match in _called(wording):
        begins = match.start()
        is_led = _BEFORE_A_NAME.search(wording.before(begins, 10)) is not None
        confidence = _is_called(match["name"], match["kind"])
        if confidence is not None and (is_led or wording.begins_a_sentence(begins)):
            yield Finding(*match.span(), IdentifierKind.FACILITY, confidence if is_led else Confidence.POSSIBLE)
    for match in wording.near(_OF_A_TOWN, _HOSPITAL_OF_A_TOWN, reach=(36, 20)):
        if _is_a_town(match["town"]):
            yield Finding(*match.span("whole"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _called(wording: Wording) -> Iterator[re.Match[str]]:
    """Every such word that has a capital shortly before it, which few have."""
    text = wording.text
    for kind in wording.words & _KINDS:
        for place in wording.places[kind]:
            if any(word[:1].isupper() for word in text[max(0, place - _SHORTLY) : place].split(" ")[-3:-1]):
                yield from _CALLED.finditer(text, max(0, place - _REACH), place + _BEHIND)


def _is_called(name: str, kind: str) -> Confidence | None:
    """How sure these words are a house's name: two before a shelter are, one or before a clinic only perhaps."""
    words = [word for word in name.lower().split() if word not in _LINKS]
    if not words or not USUAL.isdisjoint(words) or words[-1].removesuffix("'s") in GENERIC:
        return None
    if name.lower() in _EVERYWHERE:
        return None
    if len(words) > 1:
        return Confidence.DEFINITE if kind in _SHELTERS else Confidence.POSSIBLE
    return Confidence.POSSIBLE if kind in _SHELTERS else None


def _is_a_town(said: str) -> bool:
    return lexicon.is_place(said) and not lexicon.is_ordinary(said) and not lexicon.is_state(said)
