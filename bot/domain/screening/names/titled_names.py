"""Names behind a title: "Mr. J.", "Dr. Mbeki", "Mr. and Mrs. Sandoval", "nurse keisha"."""

from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.everyday_names import is_loosely_titled
from bot.domain.screening.names.famous_names import FAMOUS, FICTIONAL, FIRST_OF_FAMOUS
from bot.domain.screening.names.figures import is_a_named_thing
from bot.domain.screening.names.found_names import DEFINITE, INITIALS, POSSIBLE, Found
from bot.domain.screening.names.harmless_uses import is_of_a_thing
from bot.domain.screening.names.initials import DOUBLE, initials_end
from bot.domain.screening.names.misspellings import is_misspelled
from bot.domain.screening.names.name_cues import (
    AND,
    BEDS,
    CONJUNCTIONS,
    DETERMINERS,
    DONE_TO_PEOPLE,
    EVERY_ROLE,
    IRREGULAR,
    IS,
    KIN,
    MEETS,
    OWNED,
    RELATIVES_OF,
    SAYS,
    SMALL,
    SURE_TITLES,
    TITLES,
    UNNAMED,
    WITH,
)
from bot.domain.screening.names.name_spans import BEGIN_LAST_NAMES, behind_particles, behind_small_particles, grown
from bot.domain.screening.names.places_of_names import has_an_age, is_introduced, is_told_of, says_something
from bot.domain.screening.names.sorts import LIKE_NAMES, NAMES
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.names.written_of import is_in_a_series
from bot.domain.screening.word_sets import words_of

_SMALL_SURNAMES: Final = frozenset({"man", "love", "good", "great", "may", "long", "august", "march", "still"})
_LEADS: Final = WITH | MEETS | CONJUNCTIONS
_MEETS: Final = DONE_TO_PEOPLE | {"with"}
_SPELLED_OUT: Final = frozenset({"mister", "missus"})
_SURE: Final = SURE_TITLES | _SPELLED_OUT
_MARRIED: Final = _SPELLED_OUT | {"mr", "mrs"}
_EPITHETS: Final = words_of("clean right perfect potato big fix nice magic wonderful know-it-all t")
"""What somebody is mocked as, and a toy called by."""
_SCANNED: Final = words_of(
    "brain spine head neck angiogram angio angiography venogram enterography abdomen pelvis liver knee hip shoulder"
    " breast prostate heart cardiac imaging scan scanner urogram arthrogram elastography"
)
"""Of what a magnetic resonance image is made."""
_NO_LAST_NAMES: Final = _EPITHETS | _SCANNED
_NEVER_A_LAST_NAME: Final = SMALL | EVERY_ROLE | _NO_LAST_NAMES
_DOES: Final = SAYS | IS


def titled(reading: Reading, place: int) -> Found | None:
    first = _behind_titles(reading, place)
    word, title = reading.at[first], reading.at[first - 1].plain
    if _is_cut_off(word, title):
        return None
    if _is_fictional(reading, first) or is_a_named_thing(reading, place):
        return Found(place, grown(reading, first), None)
    if title in _SURE and DOUBLE.fullmatch(word.shown):
        return Found(place, first, DEFINITE, INITIALS)
    letters = initials_end(reading, first)
    if letters is not None or (word.case is cases.LOUD and len(word.plain) == 2 and word.sort is not sorts.ORDINARY):
        return _titled_initials(reading, place, first, letters or first)
    if not (_is_surely_titled if title in _SURE else _is_softly_titled)(reading, first):
        return _asked_about(reading, place, first)
    if title not in _SURE and _is_a_role(reading, first - 1):
        place = first
    last = grown(reading, _last_part(reading, first))
    if title == "drs" and reading.at[last + 1].plain == "and" and reading.at[last + 2].case is cases.CAPITALIZED:
        last = grown(reading, last + 2)
    return Found(place, last, DEFINITE)


def _is_cut_off(word: Word, title: str) -> bool:
    """Whether nobody is named behind a title, or only behind the end of a sentence: "hey mister. Nurse is here"."""
    if word.gap not in {" ", ". ", "."} or word.plain in UNNAMED or not word.plain:
        return True
    return title in _SPELLED_OUT and word.gap != " "


def _asked_about(reading: Reading, place: int, first: int) -> Found | None:
    """What is behind a title and could be no name: "tita baby", "mister boo", "uncle Sunday"."""
    title = reading.at[first - 1]
    is_loose = is_loosely_titled(reading, first) or _is_an_everyday_last_name(reading, first)
    if not is_loose and (title.plain in _SURE or not _is_ordinarily_titled(reading, first)):
        return None
    return Found(place if is_loose or title.case is cases.CAPITALIZED else first, first, POSSIBLE)


def _last_part(reading: Reading, place: int) -> int:
    if _is_named_in_two(reading, place):
        return place + 1
    return max(behind_particles(reading, place), behind_small_particles(reading, place))


def _behind_titles(reading: Reading, place: int) -> int:
    """The place of the name behind "Mr. and Mrs.", "Prof. Dr." or a single title."""
    for _ in range(2):
        joined = 2 if reading.at[place + 1].plain in AND else 1
        title = reading.at[place + joined]
        # "Tita baby" is somebody's whole name.
        if title.plain not in TITLES or title.plain == "baby" or title.opens:
            break
        place += joined
    return place + 1


def _is_a_role(reading: Reading, place: int) -> bool:
    """Whether a small "nurse" or "brother" before a name only says who somebody is: "my brother Ahmed"."""
    title, before = reading.at[place], reading.at[place - 1]
    return title.case is cases.SMALL and not title.opens and before.plain not in _LEADS


def _is_fictional(reading: Reading, place: int) -> bool:
    title, plain = reading.at[place - 1].plain, reading.at[place].plain
    if title in FIRST_OF_FAMOUS and f"{title} {plain}" in FAMOUS:
        return True
    is_known = plain in FICTIONAL.get(title, ()) or is_in_a_series(reading, place, place)
    is_known = is_known or (plain in FIRST_OF_FAMOUS and f"{plain} {reading.at[place + 1].plain}" in FAMOUS)
    return is_known and not _is_on_the_ward(reading, place)


def _is_on_the_ward(reading: Reading, place: int) -> bool:
    """Whether somebody is called like a figure and is met: "told Mr. Bean", "Mr. Rogers, 81"."""
    title, word, following = reading.at[place - 1], reading.at[place], reading.at[place + 1]
    if has_an_age(reading, place) or is_introduced(reading, place - 1):
        return True
    if word.owns:
        return following.plain in OWNED
    if says_something(reading, place, SAYS) and reading.at[place + 2].plain in {"me", "us"}:
        return True
    is_housed = following.plain == "in" and reading.at[place + 2].plain in BEDS
    return is_housed or (reading.at[place - 2].plain in _MEETS and title.gap == " ")


def _titled_initials(reading: Reading, place: int, first: int, last: int) -> Found | None:
    title, letter = reading.at[first - 1], reading.at[first]
    if title.plain not in SURE_TITLES and (letter.case is cases.SMALL or letter.gap.strip(".") != " "):
        return None
    if letter.plain in {"a", "i"} and (letter.case is cases.SMALL or title.plain not in SURE_TITLES):
        return None
    if letter.plain == "i" and title.case is cases.SMALL:
        return None
    following = reading.at[last + 1]
    if (
        following.gap in {" ", ". "}
        and following.case is cases.CAPITALIZED
        and following.sort in LIKE_NAMES
        and not following.opens
    ):
        return Found(place, grown(reading, last + 1), DEFINITE)
    return Found(place, last, DEFINITE, INITIALS)


def _is_surely_titled(reading: Reading, place: int) -> bool:
    """Whether a name is behind "Mr.", "Ms" or "Dr.": any word but a small one, if it has a capital."""
    word, title = reading.at[place], reading.at[place - 1]
    if max(behind_particles(reading, place), behind_small_particles(reading, place)) > place:
        return True
    if _is_named_in_two(reading, place):
        return True
    if word.plain in SMALL or word.plain in TITLES:
        return word.plain in _SMALL_SURNAMES and word.case is cases.CAPITALIZED
    if title.shown == "MS" and word.gap == " " and word.sort not in NAMES:
        return False
    if word.case is cases.CAPITALIZED or word.sort in NAMES:
        return True
    if word.sort is sorts.ORDINARY:
        is_met = reading.at[place - 2].plain in _LEADS
        is_certain = title.plain in _MARRIED or is_met or says_something(reading, place, SAYS)
        return is_certain and word.is_family and word.plain not in _NO_LAST_NAMES
    if word.sort is sorts.AMBIGUOUS and title.plain not in _MARRIED:
        return reading.at[place - 2].plain not in DETERMINERS and says_something(reading, place, SAYS)
    return word.sort is not sorts.NUMBER


def _is_named_in_two(reading: Reading, place: int) -> bool:
    """Whether a last name of two everyday words is behind "Mr.": "mrs. two bulls said", "Mr Red Cloud"."""
    word, following = reading.at[place], reading.at[place + 1]
    if word.plain not in BEGIN_LAST_NAMES or following.gap != " " or reading.at[place - 1].plain not in _MARRIED:
        return False
    if word.is_capital:
        return following.is_capital
    return following.is_small and (following.owns or is_told_of(reading, place + 1))


def _is_an_everyday_last_name(reading: Reading, place: int) -> bool:
    """Whether an everyday word behind "mr" is met, says or is something: "mister boo isnt confused"."""
    word, following = reading.at[place], reading.at[place + 1]
    if reading.at[place - 1].plain not in _MARRIED or word.plain in _NEVER_A_LAST_NAME or not word.is_small:
        return False
    if word.owns:
        return following.plain in OWNED
    if says_something(reading, place, _DOES) or has_an_age(reading, place):
        return True
    ends = following.opens or following.gap != " " or following.plain in SMALL
    return ends and reading.at[place - 2].plain in _MEETS


def _is_softly_titled(reading: Reading, place: int) -> bool:
    """Whether a name is behind "Nurse" or "Uncle", which ordinary words follow as well."""
    word, title = reading.at[place], reading.at[place - 1]
    if word.gap != " " and title.plain not in {"sr", "sra", "dra", "rev", "fr", "sgt", "capt", "col", "lt"}:
        return False
    if title.case is cases.CAPITALIZED and behind_particles(reading, place) > place:
        return True
    if word.case is cases.CAPITALIZED:
        return word.sort in LIKE_NAMES and not is_of_a_thing(reading, place)
    if title.plain == "lil" and word.sort is sorts.AMBIGUOUS:
        return word.plain not in EVERY_ROLE
    return word.case is cases.SMALL and word.sort in NAMES and not is_misspelled(reading, word)


def _is_ordinarily_titled(reading: Reading, place: int) -> bool:
    """Whether an everyday word behind "uncle" is his name, since he does something: "uncle Sunday drove"."""
    word = reading.at[place]
    if word.case is not cases.CAPITALIZED or word.gap != " ":
        return False
    title = reading.at[place - 1]
    says = says_something(reading, place, SAYS) or reading.at[place + 1].plain in IRREGULAR
    if word.is_given:
        is_somebodys = reading.at[place - 2].plain in RELATIVES_OF and title.plain in KIN and word.plain not in SMALL
        return title.case is cases.CAPITALIZED or says or is_somebodys
    return title.case is cases.CAPITALIZED and says and word.is_family and word.plain not in SMALL
