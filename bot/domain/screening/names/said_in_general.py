"""Virtues and arts that a sentence speaks of in general: "Hope isn't a plan", "Art is long", "at the K. Will and …"."""

from typing import Final

from bot.domain.screening.names import sorts
from bot.domain.screening.names.name_cues import CONJUNCTIONS, EVERY_ROLE, OF_PEOPLE, RELATED, SAYS
from bot.domain.screening.names.places_of_names import is_name_of_somebody
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_ART: Final = frozenset({"art"})
_TOPICS: Final = _ART | words_of(
    "hope faith joy grace patience mercy justice peace honor trust heaven happiness courage comfort wisdom chance"
    " charity prudence temperance glory harmony love beauty truth"
)
_IS: Final = words_of("is isn't isnt was wasn't wasnt")
_ONE: Final = frozenset({"a", "an"})
_OF_THINGS: Final = words_of(
    "long cheap free contagious fragile enough everywhere overrated underrated optional mandatory fleeting necessary"
    " medicine therapy work care infectious subjective political expensive elusive invisible bitter sweet golden"
)
"""What is said of an idea, and of nobody."""
_SOMETHING: Final = words_of("nothing something everything anything everywhere")
_PRAISED: Final = words_of(
    "saint mess delight hoot trip riot sweetheart gem doll angel treat handful joy trooper blast star champ hero"
    " darling bully legend force vet gossip cook nut peach queen king boss beast"
)
"""What somebody is said to be, and no idea."""
_PERSONS: Final = (
    *("er", "tor", "lor", "sor", "ior", "nor", "ist", "ian", "man", "woman", "ant", "ent"),
    *("year-old", "yo", "mom", "dad"),
)
"""How words for somebody end."""
_GOES_ON: Final = words_of("of you we that i to for they and but or not when if only")
_WORDS: Final = words_of("word words term adjective verb noun understatement")
_LONGEST: Final = 4
_ASIDE: Final = 8
"""So many words may stand between commas: "Patience, my grandmother says, is bitter"."""
_AND: Final = frozenset({"and", "but", "yet"})
_HE: Final = frozenset({"he", "she", "his", "her", "they"})
_LETTERS_OF: Final = frozenset({"the", "an"})
_SEEMS: Final = words_of("looks sounds smells")
_ITS_THINGS: Final = words_of(
    "flower petal plant bush tree gem stone jewel color colour bird month season spice herb weed word rainbow fruit"
    " berry bloom blossom"
)
"""What names are taken from."""


def is_said_in_general(reading: Reading, first: int, last: int) -> bool:
    """Whether an idea and nobody is meant by a single word."""
    word = reading.words[first]
    if last != first or word.sort is not sorts.AMBIGUOUS:
        return False
    return (
        _is_behind_a_letter(reading, first)
        or _is_like_its_thing(reading, first)
        or _is_said_to_be_a_word(reading, first)
        or (word.plain in _TOPICS and _is_explained(reading, first))
    )


def _is_like_its_thing(reading: Reading, place: int) -> bool:
    """ "Iris looks like a flower", "Rose rhymes with nose", but not "Rose looks like her mother"."""
    says, like = reading.at[place + 1].plain, reading.at[place + 2].plain
    if reading.at[place].owns:
        return False
    if says == "rhymes":
        return like == "with"
    near = {reading.at[place + step].plain for step in (4, 5)}
    return says in _SEEMS and like == "like" and not near.isdisjoint(_ITS_THINGS)


def is_a_letter_of_a_word(reading: Reading, place: int) -> bool:
    """Whether a letter with a dot ends a sentence, being one of a word of letters: "stuck at the K. Will and skill"."""
    letter, following = reading.at[place], reading.at[place + 1]
    is_a_letter = letter.sort is sorts.LETTER and following.gap == ". " and reading.at[place - 1].plain in _LETTERS_OF
    return is_a_letter and following.sort is sorts.AMBIGUOUS and reading.at[place + 2].plain not in RELATED


def _is_behind_a_letter(reading: Reading, place: int) -> bool:
    if not is_a_letter_of_a_word(reading, place - 1):
        return False
    return reading.at[place + 1].plain not in SAYS


def _is_said_to_be_a_word(reading: Reading, place: int) -> bool:
    """ "Rusty is the word for my Korean", "grace isn't quite the right word"."""
    says = reading.at[place + 1]
    if says.plain not in _IS or says.gap != " ":
        return False
    return any(reading.at[place + step].plain in _WORDS for step in (3, 4, 5) if reading.at[place + step].gap == " ")


def _is_explained(reading: Reading, place: int) -> bool:
    """Whether the same part of the sentence says what an idea is: "isn't a plan, my senior said"."""
    word, verb = reading.words[place], _verb_of(reading, place)
    says = reading.at[verb]
    is_free = word.opens or reading.at[place - 1].plain in CONJUNCTIONS
    if not is_free or says.plain not in _IS or is_name_of_somebody(reading, place):
        return False
    begin = verb + 1 + (reading.at[verb + 1].plain == "not")
    said, behind = reading.at[begin], reading.at[begin + 1]
    if said.plain in _SOMETHING:
        return True
    if said.plain in _OF_THINGS:
        is_aside = verb > place + 1
        return _ends(behind) or (is_aside and behind.plain in _AND and reading.at[begin + 2].plain not in _HE)
    return said.plain in _ONE and _is_a_thing(reading, begin + 1, is_firm=word.plain in _ART)


def _verb_of(reading: Reading, place: int) -> int:
    """The place of what says something of a word, behind an aside in which somebody says it; if none, of no verb."""
    following = reading.at[place + 1]
    if following.gap == " " or following.opens:
        return place + 1 if following.gap == " " else -1
    words = [reading.at[place + step] for step in range(1, 2 + _ASIDE)] if following.gap == ", " else []
    for step, word in enumerate(words[1:], start=2):
        if word.opens:
            return -1
        if word.gap == ", ":
            return place + step if any(each.plain in SAYS for each in words[: step - 1]) else -1
    return -1


def _is_a_thing(reading: Reading, begin: int, *, is_firm: bool) -> bool:
    """Whether no word up to the end of the part is what somebody is said to be."""
    for place in range(begin, begin + _LONGEST):
        word = reading.at[place]
        if place > begin and (_ends(word) or word.plain in _GOES_ON):
            return not is_firm or word.plain in _GOES_ON
        if word.plain in _PRAISED or word.plain in EVERY_ROLE or word.plain in OF_PEOPLE:
            return False
        if word.plain.endswith(_PERSONS):
            return False
    return False


def _ends(word: Word) -> bool:
    return word.opens or word.gap != " "
