"""Towns by the words before them: "from Natick", "lives down in Worcester", "near dorchester".

Many towns are also words (Reading), names (Florence) or the eponyms of scores (Framingham), so a town counts where
somebody lives in it, comes from it or is in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names.eponym_words import EPONYM_PAIRS
from bot.domain.screening.names.hand_words import is_everyday
from bot.domain.screening.names.misspellings import resembles_everyday
from bot.domain.screening.structure.neighbors import matches_at
from bot.domain.screening.structure.place_phrases import HOME, LIVES, PlacePhrase, Spans
from bot.domain.screening.structure.place_words import BEGIN_TOWNS, BIG_TOWNS, NO_PLACES, TOWN_FROM
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_DEFINITE: Final = Confidence.DEFINITE
_POSSIBLE: Final = Confidence.POSSIBLE
_PLACE: Final = lexicon.Known.PLACE.value
_ORDINARY: Final = lexicon.Known.ORDINARY.value
_GIVEN: Final = lexicon.Known.GIVEN.value
_FAMILY: Final = lexicon.Known.FAMILY.value
_COMMON_NAME: Final = lexicon.Known.COMMON_NAME.value
_STATE: Final = lexicon.Known.STATE.value
_EPONYM: Final = lexicon.Known.EPONYM.value
_MORE_THAN_ITS_NAME: Final = _GIVEN | _ORDINARY | _EPONYM
"""A place's name is rather one of these where nothing says that it is a place."""
_WORD: Final = r"[^\W\d_]{1,24}(?:['-][^\W\d_]{1,20}){0,2}(?![^\W\d_])"
_CUES: Final = words_of(
    "from in near off outside around to of on toward through visiting leaving left miss misses missed remember"
    " remembers about at by fled fleeing escaped"
)
_BEGIN_NOTHING: Final = words_of(
    "a an the my her his our your their it its me him us them you this that these those be do go see get say have and"
    " or one all some any which who what how when where there here make take ask sit tell give help know"
)
_PARTS: Final = words_of("downtown uptown midtown greater upper lower central rural inner outer")
_BETWEEN: Final = _PARTS | {"of", "the"}
"""What may stand between a cue and a place."""
# What follows a cue is only looked at, since "in" may be a word of the phrase before.
_CUE: Final = LatePattern(
    r"\b(?P<cue>from|in|near|off|outside|around|to|of|on|toward|through|visiting|leaving|left|fled|fleeing|escaped"
    r"|miss(?:es|ed)?"
    r"|remembers?|about|(?<=[a-z] )(?:at|by)) "
    rf"(?:of )?(?:the )?(?P<part>(?:inner[ -]city|{'|'.join(sorted(_PARTS))}) )?"
    rf"(?=(?!(?:{'|'.join(sorted(_BEGIN_NOTHING))})\b)(?P<first>{_WORD}))"
)
_MORE: Final = LatePattern(rf"(?:\.? (?P<second>{_WORD})(?:\.? (?P<third>{_WORD}))?)?")
_LEFT: Final = LatePattern(
    r"\b(?:she|he|they|we|i|who|family|parents|mom|dad|mother|father|everyone|had|and|they'd|he'd|she'd) \Z"
)
_COMES: Final = LatePattern(
    r"\b(?:comes?|came|coming|bikes?|drives?|drove|buses|bussed|commutes?|hails|moved(?: here)?"
    r"|immigrated|kid|girl|boy|guy"
    r"|lady|pt|patient|family|farmer|native)(?: (?:in|up|down|over|out|here|all the way|originally)){0,2} $"
)
# "Born in a camp in dadaab."
_VILLAGE: Final = LatePattern(
    r"\b(?:refugee camp|an? (?:[a-z]{3,8} )?(?:camp|village|hamlet|favela|slum|orphanage|monastery|convent)"
    r"|reservation) \Z"
)
_NO_TOWNS: Final = ("ing", "ed", "ly", "ness", "tion", "itis", "emia", "osis", "oma", "ine", "ol", "pathy", "ess")
_SAID: Final = LatePattern(
    r"\b(?:hug|notes?|calls?|texts?|messages?|letters?|cards?|e-?mails?|feedback|learn(?:ed|t|ing)?|heard|hear|tips?"
    r"|advice|gifts?|page|report|sign-?out|handoff|quotes?|words|recover(?:s|ed|ing)|suffer(?:s|ed|ing)?|got|get|off"
    r"|wisdom|lessons?|lecture|smile|look|question|questions|orders?|away|apart|different|help|support|wave|laugh"
    r"|story|line|voicemail|recs|blessing|scene|song|character|quote|poem|reading|book|taken|borrowed|stole"
    r"|steal)(?: (?:\w{2,8}))? $"
)
# Most of them are countries, or as large as one.
_ISLES: Final = LatePattern(r" Islands?\b")
_MORE_THAN_A_TOWN: Final = 0xFF & ~(lexicon.Known.FAMILY.value | _PLACE)
_PART_OF_A_NAME: Final = LatePattern(
    r" (?:[Cc]ity(?! (?:hall|limits|council|bus|life))|Heights|Beach|Hills?|Park|Falls|Springs|County|Village|Center"
    r"|Square|Corner|Point|Island|Valley)\b"
)
_PART_OF: Final = LatePattern(
    r"\b(?:mayor|town|city|village|outskirts|streets|suburbs?|north|south|east|west|side|people|native|middle|edge"
    r"|hills?|coast|mountains?|shores?|beach(?:es)?|island|port|neighborhood|suburb|part|valley) $"
)
_FLIGHTS: Final = frozenset({"fled", "fleeing", "escaped"})
_DEPARTURES: Final = frozenset({"left", "leaving"})
_CUES_OF_SMALL: Final = frozenset({"from", "in", "near"})
"""After which a town of several words may stand in small letters."""
_CUES_OF_HOMES: Final = frozenset({"from", "in", "near", "outside", "to"})
_STRONG_CUES: Final = words_of("from in near outside around to of on toward through left leaving fled fleeing escaped")
_BEFORE: Final = 44
_SIDES: Final = words_of(
    "east west north south northeast northwest southeast southwest eastern western northern southern"
)
"""Which of them a town has, as large as a town."""
_SURELY_BEGIN: Final = frozenset({"lake", "fort"})
"""In small letters too, before a word that is in no dictionary."""
_MORE_FOLLOWS: Final = BEGIN_TOWNS | _SIDES


def find_cued_places(wording: Wording) -> Iterator[Finding]:
    """Every place behind "from", "in" and their like, where it is meant and not a word or a person of its name."""
    for match in _cues(wording):
        # In small letters only a few of them tell anything.
        if match["cue"] not in _STRONG_CUES and wording.text[match.start("first")].islower():
            continue
        if not _may_begin(match["first"]):
            continue
        words = _words_behind(match, wording)
        known = _known_together(words, wording.lower)
        if _may_be_told(match["first"], known):
            yield from _after_cue(_phrase(match, words, wording), known)


def _cues(wording: Wording) -> Iterator[re.Match[str]]:
    """Each cue with the word behind it, if that may tell anything: behind most of them stands an everyday word."""
    starts = [
        start
        for cue in wording.words & _CUES
        for start in wording.places[cue]
        if _may_tell(wording, start, is_strong=cue in _STRONG_CUES)
    ]
    return matches_at(sorted(starts), _CUE, wording.lower)


def _may_tell(wording: Wording, cue: int, *, is_strong: bool) -> bool:
    number = bisect_right(wording.starts, cue)
    if number == len(wording.starts):
        return False
    word, start = wording.spoken[number], wording.starts[number]
    if word in _BETWEEN:
        return True
    if word in _BEGIN_NOTHING or not (is_strong or wording.text[start].isupper()):
        return False
    return wording.lower.startswith(("-", "'"), start + len(word)) or _may_begin(word)


def _words_behind(match: re.Match[str], wording: Wording) -> Spans:
    """Where the words behind a cue are that may be a place's name."""
    first, place = match["first"], match.start("first")
    words: Spans = ((place, place + len(first)),)
    # Else only the first word is looked at.
    if match["cue"] in _CUES_OF_SMALL or wording.text[place].isupper() or first in _MORE_FOLLOWS:
        more = _MORE.match(wording.lower, place + len(first))
        words += tuple(more.span(group) for group in ("second", "third") if more[group]) if more else ()
    return words


def _may_begin(first: str) -> bool:
    """Whether a place may begin with a word, alone or with others: with most everyday words none does."""
    if not (first.isascii() and first.isalpha()) or first in _MORE_FOLLOWS or first in lexicon.begin_places():
        return True
    known = lexicon.known_as(first)
    return not known & _ORDINARY or known & _PLACE != 0


def _known_together(words: Spans, text: str) -> list[int]:
    """What the first of some words is known as, the first two, and so on."""
    return [_known_as(text[words[0][0] : end]) for _, end in words]


def _may_be_told(first: str, known: list[int]) -> bool:
    """Whether there is anything to ask: an everyday word is no place but for the few that are listed as one."""
    is_no_word = not known[0] & _ORDINARY or "-" in first or first in _MORE_FOLLOWS
    return is_no_word or any(one & _PLACE for one in known)


def _phrase(match: re.Match[str], words: Spans, wording: Wording) -> PlacePhrase:
    begins = match.start("part" if match["part"] else "first")
    return PlacePhrase(match["cue"], wording.before(match.start(), _BEFORE), begins, words, wording.text)


def _after_cue(phrase: PlacePhrase, known_together: list[int]) -> Iterator[Finding]:
    is_short = phrase.cue not in _CUES_OF_SMALL and phrase.text[phrase.words[0][0]].islower()
    for number in range(1 if is_short else len(phrase.words), 0, -1):
        known = known_together[number - 1]
        if not known & _PLACE:
            continue
        if known & _STATE or _ISLES.match(phrase.text, phrase.words[number - 1][1]):
            return
        said = phrase.said(number)
        if said.lower() not in NO_PLACES and _is_meant(said, known, phrase):
            if _is_an_eponym(phrase):
                return
            more = _PART_OF_A_NAME.match(phrase.text, phrase.words[number - 1][1])
            end = more.end() if more else phrase.words[number - 1][1]
            yield Finding(phrase.begins, end, IdentifierKind.PLACE)
            return
    has_side = len(phrase.words) > 1 and phrase.said(1).lower() in _SIDES and not lexicon.is_state(phrase.said(2))
    yield from (list(_behind_its_side(phrase)) if has_side else []) or _unknown(phrase)


def _behind_its_side(phrase: PlacePhrase) -> Iterator[Finding]:
    words = phrase.words[1:]
    return _after_cue(replace(phrase, words=words), _known_together(words, phrase.text))


def _is_an_eponym(phrase: PlacePhrase) -> bool:
    """Whether two doctors are meant, one of whom is called like a town: "Kaplan-Meier", "Salter Harris"."""
    words = phrase.said(min(2, len(phrase.words))).lower().replace("-", " ").split()
    return " ".join(words[:2]) in EPONYM_PAIRS


def _unknown(phrase: PlacePhrase) -> Iterator[Finding]:
    """Where a place is told of that is in no list."""
    if _is_part_of_a_place(phrase):
        yield Finding(phrase.begins, phrase.words[1][1], IdentifierKind.PLACE, _POSSIBLE)
    elif _is_unknown_small_town(phrase):
        yield Finding(phrase.begins, phrase.words[0][1], IdentifierKind.PLACE, _POSSIBLE)
    elif _is_unknown_place(phrase):
        confidence = _DEFINITE if phrase.is_home else _POSSIBLE
        yield Finding(phrase.begins, _end_of_capitals(phrase), IdentifierKind.PLACE, confidence)


def _known_as(said: str) -> int:
    """All that it is known as at once, since each is asked for; a place with hyphens may be listed without them."""
    known = lexicon.known_as(said)
    return known | (lexicon.known_as(said.replace("-", " ")) & _PLACE if "-" in said else 0)


def _is_meant(said: str, known: int, phrase: PlacePhrase) -> bool:
    """Whether the place of this name is meant, and not a word or a person of the same name."""
    if phrase.cue not in _STRONG_CUES and (said[0].islower() or known & _MORE_THAN_ITS_NAME):
        return False
    if _is_left(phrase):
        return said[0].isupper() and not known & _MORE_THAN_ITS_NAME
    if phrase.cue in {"of", "left", "leaving", "through", "on"} and not (
        phrase.is_home or phrase.is_land or _PART_OF.search(phrase.before)
    ):
        return False
    if (phrase.cue in {"to", "toward"} and not phrase.is_way) or (phrase.cue in {"at", "by"} and not phrase.is_land):
        return False
    if said.endswith("'s") and not phrase.is_home:
        return False
    name = known & (_GIVEN if phrase.cue == "in" else _GIVEN | _FAMILY) != 0
    if said[0].islower():
        return _is_meant_in_small_letters(said, known, phrase, is_name=name)
    if known & _ORDINARY and said.lower() not in BIG_TOWNS:
        return phrase.is_home or phrase.is_origin
    return phrase.cue == "in" or not name or phrase.is_home or not _SAID.search(phrase.before)


def _is_left(phrase: PlacePhrase) -> bool:
    """Whether somebody leaves or flees what is said, and not something on a table."""
    is_departure = phrase.cue in _DEPARTURES and _LEFT.search(phrase.before) is not None
    return phrase.cue in _FLIGHTS or (is_departure and not phrase.is_home)


def _is_meant_in_small_letters(said: str, known: int, phrase: PlacePhrase, *, is_name: bool) -> bool:
    if " " in said:
        return phrase.cue in _CUES_OF_SMALL and (phrase.is_home or phrase.is_origin or not _is_all_ordinary(said))
    if known & _ORDINARY and said not in BIG_TOWNS:
        return known & _GIVEN != 0 and LIVES.search(phrase.before) is not None
    return phrase.is_home or (
        phrase.cue in {"from", "in", "near", "outside", "to"}
        and not (is_name and _SAID.search(phrase.before))
        and not known & _COMMON_NAME
    )


def _is_unknown_small_town(phrase: PlacePhrase) -> bool:
    """ "Lives over in brightmoor": a word in small letters and in no list where somebody lives or comes from."""
    first = phrase.said(1)
    if phrase.cue not in _CUES_OF_HOMES or len(first) < TOWN_FROM - 1 or not (first.isalpha() and first.islower()):
        return False
    is_known = lexicon.known_as(first) & _MORE_THAN_A_TOWN or is_everyday(first)
    if is_known or first.endswith(_NO_TOWNS) or resembles_everyday(first):
        return False
    if phrase.cue == "from":
        return _COMES.search(phrase.before) is not None
    is_village = phrase.cue == "in" and _VILLAGE.search(phrase.before) is not None
    return is_village or LIVES.search(phrase.before) is not None


def _is_unknown_place(phrase: PlacePhrase) -> bool:
    """Whether a capitalized word in a place's position is in no dictionary."""
    first = phrase.said(1)
    if not first[0].isupper() or (len(first) > 1 and first.isupper()) or first.lower() in NO_PLACES:
        return False
    known = lexicon.known_as(first)
    if known & (_ORDINARY | _STATE) or any(map(lexicon.is_state, map(phrase.said, range(2, len(phrase.words) + 1)))):
        return False
    if phrase.cue in {"at", "by", "near", "off", "of"} and phrase.is_land:
        return True
    if phrase.is_home and phrase.cue in {"in", "from", "near", "outside", "on", "to", "around"}:
        return True
    if known & (_GIVEN | _EPONYM) or first.endswith("'s"):
        return False
    return (
        phrase.cue in {"near", "outside"} or (phrase.cue == "from" and HOME.search(phrase.before) is not None)
    ) and not _SAID.search(phrase.before)


def _is_part_of_a_place(phrase: PlacePhrase) -> bool:
    """Whether an unusual word follows what towns' names begin with: "in East Tilbury", "near Lake Winnoka"."""
    if len(phrase.words) == 1 or phrase.said(1).lower() not in BEGIN_TOWNS:
        return False
    if phrase.cue not in _STRONG_CUES and phrase.said(1) != "lake":
        return False
    second, whole = phrase.text[slice(*phrase.words[1])], phrase.said(2)
    if not (second[0].isupper() or phrase.said(1) in _SURELY_BEGIN) or second.isupper() or lexicon.is_given(second):
        return False
    return whole.count(" ") == 1 and not (
        lexicon.is_ordinary(second) or lexicon.is_state(second) or lexicon.is_state(whole) or lexicon.is_eponym(second)
    )


def _end_of_capitals(phrase: PlacePhrase) -> int:
    """Where the capitalized words at the beginning of a phrase end."""
    end = phrase.words[0][1]
    for first, last in phrase.words[1:]:
        if first != end + 1 or not phrase.text[first].isupper() or lexicon.is_state(phrase.text[first:last]):
            break
        end = last
    return end


def _is_all_ordinary(said: str) -> bool:
    return all(lexicon.is_ordinary(word) for word in said.split())
