"""How surely a word with a capital is somebody's name, by what kind of word it is and by its place."""

from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.careless_owners import is_careless_owner
from bot.domain.screening.names.everyday_names import is_everyday_named
from bot.domain.screening.names.found_names import DEFINITE, POSSIBLE
from bot.domain.screening.names.hand_words import EPONYMS, FIRM, IDEAS, ORDINARY, is_eponymous
from bot.domain.screening.names.harmless_uses import is_a_family, is_a_place, is_branded, is_of_a_thing
from bot.domain.screening.names.misspellings import is_misspelled
from bot.domain.screening.names.name_cues import (
    AFTER_A_NAME,
    CONJUNCTIONS,
    DETERMINERS,
    DONE_TO_PEOPLE,
    EVERY_ROLE,
    GOES,
    IDEAS_SAY,
    IN_A_PLACE,
    IRREGULAR,
    IS,
    NOT_OWNERS,
    SAYS,
    TALKS,
    TOWNS_DO_NOT,
)
from bot.domain.screening.names.name_or_thing import is_sat_with, is_spoken_to, is_thing_told_of, speaks_for_somebody
from bot.domain.screening.names.name_spans import begins_with_particles, is_turned_around
from bot.domain.screening.names.places_of_names import (
    has_an_age,
    is_addressed,
    is_in_a_names_place,
    is_introduced,
    is_met,
    is_name_of_somebody,
    is_named,
    is_one_named,
    is_somebody,
    is_told_of,
    is_what_a_patient_has,
    says_something,
)
from bot.domain.screening.names.said_aloud import is_called_to, is_own_name
from bot.domain.screening.names.short_forms import ILLNESSES, ILLNESSES_OF_NAMES
from bot.domain.screening.names.sorts import NAMES
from bot.domain.screening.names.spoken_words import Reading

_SHORTEST_PART: Final = 2
_GIVEN: Final = lexicon.Known.GIVEN.value
_FAMILY: Final = lexicon.Known.FAMILY.value
_GIVEN_OR_WORD: Final = _GIVEN | lexicon.Known.AMBIGUOUS.value
_NAME_OR_WORD: Final = _GIVEN_OR_WORD | _FAMILY
_YOUNGEST, _OLDEST, _SOON = 16, 120, 6
_SHE: Final = frozenset({"she", "he", "his", "her", "kids", "wants", "pregnant", "married"})
_SPEAKS: Final = frozenset({"told", "asked", "smiled", "laughed", "cried", "winked"})
_THEY: Final = frozenset({"he", "she", "who", "here", "that", "it"})
_TITLES_AS_NAMES: Final = frozenset(
    {"deacon", "bishop", "judge", "captain", "colonel", "chief", "coach", "pops", "baby", "junior"}
)
_IS_OR_DOES: Final = IS | GOES | IRREGULAR
_MONTHS: Final = frozenset({"rain", "may", "april", "june", "august", "summer", "autumn", "spring", "winter"})


def called_confidence(reading: Reading, place: int) -> Confidence | None:
    """How surely a capitalized word is a name."""
    word = reading.words[place]
    if word.sort is sorts.ORDINARY:
        return POSSIBLE if _is_ordinarily_named(reading, place) else None
    if word.case is cases.LOUD:
        return _loud_confidence(reading, place)
    cued = is_introduced(reading, place) or is_named(reading, place)
    if cued and word.sort is not sorts.PLACE and not is_of_a_thing(reading, place):
        return DEFINITE
    return _CALLED[word.sort](reading, place)


def _is_ordinarily_named(reading: Reading, place: int) -> bool:
    """Whether an everyday word is somebody's name here: "we call him Ace", "Smith said"."""
    word = reading.words[place]
    if word.case is not cases.CAPITALIZED:
        return False
    if is_one_named(reading, place) or _is_called_by_a_title(reading, place):
        return True
    if word.opens and is_everyday_named(reading, place):
        return True
    if word.plain in EVERY_ROLE:
        return False
    # Of most words no list knows that anybody is called so.
    return _is_cued(reading, place) or (word.known & _NAME_OR_WORD != 0 and _is_told_about(reading, place))


def _is_cued(reading: Reading, place: int) -> bool:
    """Whether it is said that the word is a name: "we call him Ace", "Rainbow is her name", "my aunt Tuesday said"."""
    word = reading.words[place]
    if is_name_of_somebody(reading, place) or _is_said_aloud(reading, place):
        return True
    is_kin = word.gap == " " and is_introduced(reading, place) and word.is_given and word.is_called
    if is_kin and says_something(reading, place, SAYS):
        return True
    stands_out = word.is_called or word.gap.endswith('"')
    return stands_out and is_named(reading, place) and reading.at[place - 1].plain not in {"named", "called"}


def _is_told_about(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    known = word.known
    is_given, is_family = bool(known & _GIVEN), bool(known & _FAMILY)
    if word.opens and is_given and speaks_for_somebody(reading, place):
        return True
    if known & _GIVEN_OR_WORD and has_an_age(reading, place):
        return True
    if word.plain in ORDINARY:
        return is_given and says_something(reading, place, _SPEAKS)
    is_listed = is_given or is_family
    if is_listed and (not word.shown.isascii() or begins_with_particles(reading, place)):
        return True
    if word.is_called and is_listed and reading.at[place - 1].plain in DONE_TO_PEOPLE:
        return True
    return (
        is_family
        and reading.at[place - 1].plain not in DETERMINERS
        and (
            is_told_of(reading, place, verbs=IDEAS_SAY)
            if word.is_called
            else says_something(reading, place, _SPEAKS) or is_somebody(reading, place)
        )
    )


def _is_called_by_a_title(reading: Reading, place: int) -> bool:
    """ "Everyone calls him Deacon": who is no deacon."""
    return (
        reading.words[place].plain in _TITLES_AS_NAMES
        and is_named(reading, place)
        and (reading.at[place - 1].plain in {"him", "her", "them"} or reading.at[place - 2].plain in {"him", "her"})
    )


def _loud_confidence(reading: Reading, place: int) -> Confidence | None:
    """Of a word in capitals among small ones; most of these are short forms."""
    word = reading.words[place]
    following = reading.at[place + 1]
    if is_turned_around(word, following):
        return DEFINITE
    if word.sort not in NAMES or min(map(len, word.plain.split("-"))) < _SHORTEST_PART:
        return None
    if word.plain in ILLNESSES or (word.plain in ILLNESSES_OF_NAMES and is_what_a_patient_has(reading, place)):
        return None
    if word.sort is sorts.COMMON or len(word.plain) > 4 or following.gap == ", ":
        return DEFINITE
    return None


def _common(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if word.is_place and is_a_place(reading, place):
        return None
    following = reading.at[place + 1]
    if word.plain in EPONYMS and reading.at[place - 1].plain in {"the", "a"}:
        return None
    if word.opens and following.sort is sorts.NUMBER and following.gap == " " and not _is_so_old(reading, place):
        return None
    return DEFINITE if is_in_a_names_place(reading, place) else POSSIBLE


def _listed(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if word.is_place and is_a_place(reading, place):
        return None
    before = reading.at[place - 1]
    if before.plain in {"the", "a", "an"} and not before.is_called and not is_a_family(reading, place):
        return None
    is_told = is_told_of(reading, place)
    if is_branded(word.shown) or (not is_told and (not reading.is_english or _is_part_of_a_thing(reading, place))):
        return None
    return DEFINITE if is_told or is_addressed(reading, place) else POSSIBLE


def _unknown(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    following = reading.at[place + 1]
    is_whole = (
        following.case is cases.CAPITALIZED and following.gap == " " and following.sort in NAMES and not following.owns
    )
    if is_whole or (is_told_of(reading, place) and reading.at[place - 1].plain not in DETERMINERS):
        return DEFINITE
    if reading.is_english and is_careless_owner(reading, place):
        return POSSIBLE
    if not reading.is_english or _is_part_of_a_thing(reading, place):
        return None
    if reading.at[place - 1].plain in NOT_OWNERS and not is_a_family(reading, place):
        return None
    if is_branded(word.shown):
        return None
    if word.opens and not following.plain.endswith("ed") and is_misspelled(reading, word):
        return None
    return POSSIBLE


def _is_so_old(reading: Reading, place: int) -> bool:
    """Whether a number behind the first word is an age, and no score's: "Shahnoza 22. She turned the mirror around"."""
    number, next_one = reading.at[place + 1], reading.at[place + 2]
    if has_an_age(reading, place):
        return True
    is_alone = next_one.opens and number.plain.isdigit() and _YOUNGEST <= int(number.plain) <= _OLDEST
    near = {reading.at[place + step].plain for step in range(2, 2 + _SOON)}
    return is_alone and not is_eponymous(reading.words[place].plain) and not near.isdisjoint(_SHE)


def _is_part_of_a_thing(reading: Reading, place: int) -> bool:
    """Whether the first word of a sentence is followed by a noun or a number: "Sim lab", "Bristol 4"."""
    word, following = reading.words[place], reading.at[place + 1]
    if not word.opens or word.owns or following.gap != " " or following.case is not cases.SMALL:
        return False
    if following.sort is sorts.NUMBER:
        return not _is_so_old(reading, place)
    goes_on = following.plain.endswith(("s", "ed", "ing", "ly", "n't")) or following.plain in AFTER_A_NAME
    return following.sort is sorts.ORDINARY and not goes_on


def _ambiguous(reading: Reading, place: int) -> Confidence | None:
    word, following, before = reading.words[place], reading.at[place + 1], reading.at[place - 1]
    if following.case is cases.CAPITALIZED and following.gap == " " and following.sort in NAMES and not following.owns:
        return DEFINITE
    if before.plain in DETERMINERS or (before.owns and before.plain not in _THEY) or _is_mine(reading, place):
        return None
    if _has_a_rare_last_name(reading, place) or _is_said_aloud(reading, place):
        return POSSIBLE
    verbs = SAYS if word.plain in FIRM else IDEAS_SAY
    is_told = is_told_of(reading, place, verbs=verbs) and reading.at[place + 2].plain != "up"
    # "Will the patient eat?", "May the family stay?"
    is_asked = word.plain in {"will", "may"} and word.opens and following.plain in {"the", "my", "our"}
    is_asked = is_asked and following.gap == " "
    if is_told and not is_asked and not is_thing_told_of(reading, place):
        return DEFINITE
    if (word.opens or before.plain in CONJUNCTIONS) and speaks_for_somebody(reading, place):
        return POSSIBLE
    if not word.is_called or (_is_gone_to(reading, place) and not says_something(reading, place, _IS_OR_DOES)):
        return None
    if word.plain in _MONTHS and not _is_met_in_person(reading, place):
        return None
    return POSSIBLE


def _is_said_aloud(reading: Reading, place: int) -> bool:
    return (is_called_to if reading.words[place].opens else is_own_name)(reading, place)


def _is_mine(reading: Reading, place: int) -> bool:
    """Whether an idea is nobody's role: "Patience isn't my gift", but not "Patience was my patient"."""
    word, following, owner = reading.at[place], reading.at[place + 1], reading.at[place + 2]
    if owner.plain == "not":
        owner = reading.at[place + 3]
    if word.plain not in IDEAS or not word.opens:
        return False
    is_said = following.plain in IS and owner.plain in {"my", "our"}
    return is_said and all(reading.at[place + step].plain not in EVERY_ROLE for step in (3, 4))


def _has_a_rare_last_name(reading: Reading, place: int) -> bool:
    """Whether a word in no list of names follows that does what people do, or is in no list at all: "Precious Moyo"."""
    following = reading.at[place + 1]
    if following.case is not cases.CAPITALIZED or following.gap != " " or following.owns:
        return False
    if following.sort is sorts.UNKNOWN:
        return not is_branded(following.shown)
    behind = reading.at[place + 2]
    is_past = behind.gap == " " and (behind.plain in IRREGULAR or behind.plain.endswith("ed"))
    is_somebody = is_past or says_something(reading, place + 1, TOWNS_DO_NOT)
    return following.sort is sorts.PLACE and not following.is_state and is_somebody


def _is_gone_to(reading: Reading, place: int) -> bool:
    """Whether a word that is a place, too, is one here: "from Austin", "went to Paris", but not "talked to Austin"."""
    word, before = reading.words[place], reading.at[place - 1].plain
    if not word.is_place and not word.is_state:
        return False
    if before == "to":
        return reading.at[place - 2].plain not in TALKS
    return before in IN_A_PLACE or not is_addressed(reading, place)


def _is_met_in_person(reading: Reading, place: int) -> bool:
    """Whether "May" is somebody: "talked to May", but not "from April to May"."""
    before, second = reading.at[place - 1].plain, reading.at[place - 2].plain
    # "I keep thinking about May and how she …".
    joins, how, who = (reading.at[place + step].plain for step in (1, 2, 3))
    if joins == "and" and how in {"how", "what"} and who in {"she", "he"}:
        return True
    return is_met(reading, place) or before == "with" or (before == "to" and second in TALKS)


def _eponym(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if is_turned_around(word, reading.at[place + 1]):
        return DEFINITE
    if word.owns or reading.at[place - 1].plain in DETERMINERS or not says_something(reading, place, IDEAS_SAY):
        return None
    return POSSIBLE


def _place(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if is_a_place(reading, place):
        return None
    if word.is_given:
        return POSSIBLE if is_told_of(reading, place) or is_spoken_to(reading, place) else None
    if word.is_state:
        return None
    # Hardly a word is no town's name somewhere.
    is_somebodys = is_spoken_to(reading, place) or is_sat_with(reading, place) or has_an_age(reading, place)
    is_told = not word.owns and is_told_of(reading, place, verbs=TOWNS_DO_NOT)
    return POSSIBLE if is_somebodys or is_told else None


_CALLED: Final = {
    sorts.COMMON: _common,
    sorts.NAME: _listed,
    sorts.UNKNOWN: _unknown,
    sorts.AMBIGUOUS: _ambiguous,
    sorts.EPONYM: _eponym,
    sorts.PLACE: _place,
}
