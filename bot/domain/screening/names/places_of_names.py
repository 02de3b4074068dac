"""Where names stand: behind "my patient" or "named", before "told me", ", a 9 y/o" or "'s daughter"."""

import re
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile
from typing import Final

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.name_cues import (
    ADVERBS,
    CALL,
    CALLERS,
    DETERMINERS,
    GOES_ON,
    INTRODUCED_BY,
    IS,
    KIN_FOR_SHORT,
    LINKING,
    MEETS,
    NAMED,
    NAMING,
    NICKNAMES,
    OF_PEOPLE,
    OWNED,
    PATIENTS,
    PEOPLE,
    RELATIVES_OF,
    SAYS,
    SOMEBODY,
    STAFF,
    THEM,
    WITH,
    WITH_A_NAME,
)
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_BESIDE: Final = frozenset(" ,(:'\"-")
# ", a 9 y/o", " (58F", " is 34", ", 45M", " (F, 33".
_AGED: Final = LatePattern(
    # Where neither a number nor one of these words comes soon, nothing else need be tried.
    r"(?=[^\d\n]{0,14}\d| (?:is|was|just|turned) )(?:"
    r"(?:,|\.| \(| is| was| -)? ?(?:an? |who is |is |only )?\d{1,3} ?-?"
    r"(?:[mf]\b|yo?\b|y/o|yr|year|months?\b|mo\b|wk|week)"
    r"| (?:is|was|just turned|turned) (?:like |only |just |almost )?(?:\d{1,2}|six|seven|eight|nine|ten|eleven"
    r"|twelve|\w{3,5}teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh)ty(?:[ -]\w{3,5})?)(?=[.,!]|$| and | but | n | w |(?<=\d\d) (?:with|who) )"
    r"|\.?(?:,| \() ?(?:[1-9]\d{0,2}(?:[,).]|$)|[mf][ ,/]{0,2}\d{1,3}\b|\d{1,3}[ ,/]{0,2}[mf]\b))",
    re.IGNORECASE,
)
_BEFORE_AN_AGE: Final = words_of("is was a an who only just turned m f")
"""Unless the number itself is the word behind a name, it is one of these."""
_NAMES_COME_AFTER: Final = NAMED | THEM | LINKING | CALL
_NEAR: Final = 3
_HOW_SOMEBODY_IS: Final = OF_PEOPLE - {"my", "our", "9", "clean", "ready", "kind", "sweet", "sad", "sick", "happy"}
_DEPARTMENTS: Final = words_of(
    "pt ot rt ir ep id gi it security transport pharmacy dietary nutrition housekeeping radiology environmental"
    " evs social"
    " admitting registration billing palliative hospice chaplaincy psych peds surgery anesthesia nights dayshift speech"
)
_OUR_OWN: Final = words_of("cohort class team group rotation year program")
_NAME_WORDS: Final = frozenset({"name", "names", "nickname"})
_SORTS_OF_NAMES: Final = words_of("given first last family middle real legal maiden baptismal birth")
_EXPLAINS: Final = frozenset({"means", "meaning", "pronounced", "spelled", "rhymes", "said"})
_FAREWELLS: Final = frozenset(
    {"love", "best", "cheers", "thanks", "thx", "sincerely", "xo", "xoxo", "signed", "yours", "ty"}
)
_SIGNED: Final = frozenset({", ", " - ", "\n", ",\n", ": "})
_KNOWS: Final = frozenset({"know", "knows", "knew", "introduced"})
_HES: Final = frozenset({"hes", "shes"})
_HE: Final = frozenset({"he", "she", "this"})
_NEW: Final = frozenset({"a", "an", "this", "another", "one", "some"})
_WHO: Final = SOMEBODY | {"who", "whom"}
_WITH_ILLNESSES: Final = (
    PATIENTS | PEOPLE | words_of("kid kids child children boy girl baby newborn admitted diagnosed")
)
_TREATED: Final = words_of("admitted readmitted treated seen transferred hospitalized worked")
_KIN_OR_ROLE: Final = INTRODUCED_BY | KIN_FOR_SHORT


def is_introduced(reading: Reading, place: int) -> bool:
    """Whether a role stands directly before: "my patient …", "her brother, …", "the resident (…"."""
    before = reading.at[place - 1]
    return before.plain in INTRODUCED_BY and not before.owns and _BESIDE.issuperset(reading.at[place].gap)


def is_he(reading: Reading, place: int) -> bool:
    """ "Hes bo, 6, broke his wrist", "this is ike, 9,": it is said who somebody is, and an age stands behind."""
    following = reading.at[place + 1]
    if following.gap != ", " or not following.plain.isdigit():
        return False
    word, before = reading.at[place], reading.at[place - 1]
    if word.plain in NICKNAMES or word.gap not in {" ", "'s "}:
        return False
    is_said = before.plain in _HES or (before.plain in {"is", "was"} and reading.at[place - 2].plain in _HE)
    return (is_said or (before.owns and before.plain in _HE)) and has_an_age(reading, place)


def is_closely_introduced(reading: Reading, place: int) -> bool:
    """Whether a role with somebody's before it is followed by nothing but a space: "my patient …"."""
    return (
        reading.at[place].gap == " "
        and is_introduced(reading, place)
        and (
            reading.at[place - 2].plain in DETERMINERS
            or reading.at[place - 2].owns
            or reading.at[place - 1].opens
            or reading.at[place - 1].plain in PATIENTS
        )
    )


def is_named(reading: Reading, place: int) -> bool:
    """Whether a word says that a name comes: "named …", "her name is …", "goes by …", "we call him …"."""
    before = reading.at[place - 1].plain
    if before not in _NAMES_COME_AFTER or reading.at[place].gap.strip(" \"':("):
        return False
    second = reading.at[place - 2].plain
    if before in CALL and _is_who_is_called(reading, place):
        return True
    if before in NAMED:
        return before != "called" or second in WITH_A_NAME
    if before in CALL:
        is_asked = before == "call" and second in {"i'll", "i'd", "we'll"}
        return is_asked and reading.at[place - 3].plain in _WHO
    if before in THEM:
        return not is_hers(reading, place) and (second in CALL or second in {"nicknamed", "named"})
    if before == "as" and second in THEM and reading.at[place - 3].plain in _KNOWS:
        return True
    return before in LINKING and second in NAMING and (second != "called" or before == "by")


def is_said_to_be_a_name(reading: Reading, place: int) -> bool:
    """Whether the words around can say of any word that somebody is called so."""
    return reading.at[place - 1].plain in _NAMES_COME_AFTER or is_name_of_somebody(reading, place)


def is_hers(reading: Reading, place: int) -> bool:
    """Whether a word is what somebody owns and calls by a name: 'calls her port "Bob"'."""
    return reading.at[place - 1].plain == "her" and reading.at[place + 1].gap in {' "', " '"}


def _is_who_is_called(reading: Reading, place: int) -> bool:
    """ "A guy everyone calls …", "the lady the nurses call …"."""
    if reading.at[place - 2].plain not in CALLERS:
        return False
    near = (reading.at[place - step].plain for step in range(3, 4 + _NEAR))
    return any(word in _WHO for word in near)


def says_something(reading: Reading, place: int, verbs: AbstractSet[str]) -> bool:
    """Whether one of these verbs follows, with an adverb between at most."""
    following = reading.at[place + 1]
    if following.gap != " ":
        return False
    if following.plain in ADVERBS:
        place, following = place + 1, reading.at[place + 2]
    is_one = following.plain in verbs and following.gap == " " and following.case is cases.SMALL
    return is_one and not reading.at[place].owns


def has_an_age(reading: Reading, place: int) -> bool:
    """Whether an age follows: ", a 9 y/o", " (58F", ", 34,"."""
    following = reading.at[place + 1]
    if following.sort is not sorts.NUMBER and following.plain not in _BEFORE_AN_AGE:
        return False
    return not reading.at[place].owns and _AGED.match(reading.behind(place)) is not None


def is_told_of(reading: Reading, place: int, *, verbs: AbstractSet[str] = SAYS) -> bool:
    """Whether what follows is said of people only: "told me", "is scared", "'s daughter", ", who", "and his mom"."""
    word, following = reading.at[place], reading.at[place + 1]
    if word.owns:
        return following.plain in OWNED
    if says_something(reading, place, verbs) or has_an_age(reading, place) or is_name_of_somebody(reading, place):
        return True
    if following.plain == "who" or (following.plain == "and" and _is_someone(reading, place + 2)):
        return True
    if following.gap == " & " and _is_someone(reading, place + 1):
        return True
    return _is_told_who(reading, place) or _is_somehow(reading, place)


def _is_told_who(reading: Reading, place: int) -> bool:
    """Whether it is said who somebody is: ", my senior", " from PT", " (not her real name)", ", deaf in both ears"."""
    following = reading.at[place + 1]
    if following.gap in {", ", " (", " - "} and _is_explained(reading, place + 1):
        return True
    if following.gap == " (":
        return following.plain in _EXPLAINS or any(
            reading.at[place + step].plain in _NAME_WORDS for step in range(1, 7)
        )
    if following.gap == ", ":
        return following.plain in _HOW_SOMEBODY_IS and reading.at[place].opens
    if following.plain == "from":
        whose = place + 2 + (reading.at[place + 2].plain in {"my", "our"})
        return reading.at[place + 2].plain in _DEPARTMENTS or reading.at[whose].plain in _OUR_OWN
    if following.gap != " " or following.plain not in {"my", "our", "the"}:
        return False
    second = reading.at[place + 2]
    # "Gulnara the charge nurse".
    is_longer = following.plain == "the" and reading.at[place + 3].plain in STAFF and second.gap == " "
    return second.plain in SOMEBODY or is_longer


def _is_explained(reading: Reading, place: int) -> bool:
    """Whether it is said who somebody is: "my senior", "the fellow", "a retired judge", "who"."""
    if reading.at[place].plain in {"who", "whose", "retired"}:
        return True
    if reading.at[place].plain not in DETERMINERS:
        return False
    near = (reading.at[place + step] for step in range(1, 2 + _NEAR))
    return any(word.plain in SOMEBODY for word in near if word.gap in {" ", "'s "})


def _is_someone(reading: Reading, place: int) -> bool:
    word, following = reading.at[place].plain, reading.at[place + 1].plain
    return word in {"i", "i've"} or (word in RELATIVES_OF and following in _KIN_OR_ROLE)


def _is_somehow(reading: Reading, place: int) -> bool:
    """Whether somebody is described: "is nonverbal", "was so scared", "has three daughters", "is a retired plumber"."""
    if not says_something(reading, place, IS):
        return False
    near = takewhile(_goes_on, (reading.at[place + step] for step in range(2, 3 + _NEAR)))
    return any(word.plain in OF_PEOPLE or word.plain in SOMEBODY for word in near)


def _goes_on(word: Word) -> bool:
    return not word.opens and ";" not in word.gap


def is_somebody(reading: Reading, place: int) -> bool:
    """Whether it is said what kind of person somebody is: "is a pleasant lady"."""
    if not says_something(reading, place, IS) or reading.at[place + 2].plain not in DETERMINERS:
        return False
    return any(reading.at[place + step].plain in SOMEBODY for step in (3, 4))


def is_addressed(reading: Reading, place: int) -> bool:
    """Whether somebody is met or spoken to: "with …", "told …", "thank you, …", "hi …"."""
    before = reading.at[place - 1]
    if before.plain == "you" and reading.at[place - 2].plain in MEETS:
        return True
    return before.plain in MEETS or before.plain in WITH


def is_in_a_names_place(reading: Reading, place: int) -> bool:
    """Whether anything around a well-known name says that somebody is meant."""
    following = reading.at[place + 1]
    return (
        is_introduced(reading, place)
        or is_addressed(reading, place)
        or is_told_of(reading, place)
        or (following.gap == " " and (following.plain in GOES_ON or following.plain.endswith("ed")))
    )


def is_said_to_be(reading: Reading, place: int) -> bool:
    """Whether it is said who a patient, a relative or a colleague is: "pt is …", "her nurse was …"."""
    return reading.at[place - 1].plain in {"is", "was"} and reading.at[place - 2].plain in INTRODUCED_BY


def is_signed(reading: Reading, place: int) -> bool:
    """Whether a text ends with a word behind what letters end with: "love, jools", "thanks again - obi"."""
    if place + 1 != len(reading.words) or reading.behind(place).strip(" .!)\n"):
        return False
    return reading.at[place - 1].plain in _FAREWELLS and reading.at[place].gap in _SIGNED


def is_one_named(reading: Reading, place: int) -> bool:
    """Whether a new person is named: "a lady named …", "this old man called …", where no thing can be."""
    if reading.at[place - 1].plain not in {"named", "called", "nicknamed"} or reading.at[place].gap.strip(" \"'"):
        return False
    near = [reading.at[place - step].plain for step in range(2, 3 + _NEAR)]
    return near[0] == "one" or (near[0] in SOMEBODY and not _NEW.isdisjoint(near[1:]))


def is_name_of_somebody(reading: Reading, place: int) -> bool:
    """Whether it is said behind a word that it is a name: "Rainbow is her given name", "Ace (what we call him)"."""
    first, second = reading.at[place + 1], reading.at[place + 2].plain
    says = first.plain
    if says in IS and second in RELATIVES_OF:
        near = (reading.at[place + 3], reading.at[place + 4])
        return any(word.plain in {"name", "nickname"} and not word.opens for word in near)
    if second == "the" and says in IS and reading.at[place + 3].plain in _SORTS_OF_NAMES:
        return reading.at[place + 4].plain in {"name", "one"} and reading.at[place + 5].plain not in {"on", "of"}
    if first.gap != " " and first.gap.strip(" ,.!?") == '"' and reading.at[place].gap.endswith('"'):
        return _is_quoted_name(reading, place)
    is_explained = says == "as" or says == "what" or second == "what" or reading.at[place + 3].plain == "what"
    return is_explained and _is_what_somebody_is_called(reading, place)


def _is_what_somebody_is_called(reading: Reading, place: int) -> bool:
    """ "Ace is what we call him", "Ace, as they call her"."""
    words = [reading.at[place + step] for step in range(1, 3 + 2 * _NEAR)]
    # What stands in quotation marks seems to end a sentence.
    for word, following in pairwise(words[1:]):
        if word.opens:
            return False
        if word.plain in CALL:
            return following.plain in {"him", "her"}
    return False


def _is_quoted_name(reading: Reading, place: int) -> bool:
    """ "Peaches" is what the kids wrote on the whiteboard; "Turtle," his grandkids call him."""
    words = [reading.at[place + step] for step in range(1, 3 + 2 * _NEAR)]
    if words[0].plain in IS and "name" in {word.plain for word in words}:
        return True
    is_what = words[0].plain in IS and words[1].plain == "what"
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        if word.opens:
            return False
        if word.plain in {"wrote", "write"} and is_what:
            return True
        if word.plain in CALL and (is_what or before.plain in CALLERS):
            return following.plain in {"him", "her", "me"}
    return False


def is_what_a_patient_has(reading: Reading, place: int) -> bool:
    """Whether a patient is said to have it: "pt w/ AUD", "admitted for SAM"."""
    before, second = reading.at[place - 1].plain, reading.at[place - 2].plain
    return second in (_WITH_ILLNESSES if before in {"with", "w"} else _TREATED if before == "for" else ())


def is_met(reading: Reading, place: int) -> bool:
    """Whether a verb of meeting somebody stands directly before."""
    return reading.at[place - 1].plain in MEETS and reading.at[place].gap in {" ", ", "}
