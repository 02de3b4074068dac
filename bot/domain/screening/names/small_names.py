"""How surely a word in small letters is somebody's name: well-known ones anywhere, others in a name's place."""

from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.english_words import words_of_others
from bot.domain.screening.findings import Confidence
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.careless_owners import is_careless_owner
from bot.domain.screening.names.everyday_names import is_at_the_end, is_called_first, is_everyday_named
from bot.domain.screening.names.found_names import DEFINITE, POSSIBLE
from bot.domain.screening.names.hand_words import IDEAS, PEOPLES, is_eponymous
from bot.domain.screening.names.housed import is_on_a_ward
from bot.domain.screening.names.misspellings import is_misspelled, is_misspelled_role
from bot.domain.screening.names.name_cues import (
    ADVERBS,
    AFTER_A_NAME,
    CALL,
    CONJUNCTIONS,
    DETERMINERS,
    DONE_TO_PEOPLE,
    EVERY_ROLE,
    GIVES,
    GOES_ON,
    IRREGULAR,
    LINKING,
    NAMED,
    NO_SUBJECTS,
    OF_PEOPLE,
    OWNED,
    PATIENTS,
    PEOPLE,
    RELATED,
    SAYS,
    SMALL,
    SOMEBODY,
    TALKS,
    THEM,
    TOWNS_DO_NOT,
)
from bot.domain.screening.names.name_or_thing import (
    is_mostly_a_name,
    is_sat_with,
    is_spoken_to,
    speaks_for_somebody,
)
from bot.domain.screening.names.objects import POSSESSIVES, SENT, is_object
from bot.domain.screening.names.places_of_names import (
    has_an_age,
    is_addressed,
    is_closely_introduced,
    is_he,
    is_in_a_names_place,
    is_introduced,
    is_met,
    is_named,
    is_one_named,
    is_said_to_be,
    is_signed,
    is_told_of,
    says_something,
)
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.names.stray_words import is_stray
from bot.domain.screening.word_sets import words_of

_SHORTEST_LISTED: Final = 3
_SHORTEST_UNLISTED: Final = 4
_HELPING: Final = frozenset({"will", "may", "rose", "drew", "can"})
"""Behind a role they are its verb: "the nurse will let me in"."""
_DEEDS: Final = words_of(
    "draws plays eats reads writes smokes sleeps cries laughs sings prays texts walks talks asks makes takes gets"
    " goes comes"
    " knits paints drinks fights jokes drives swears sells runs works waits dances bites breathes"
)
"""What no noun is that could stand behind the name of a thing."""
_SEEMED: Final = words_of("got gets was is looked looks seemed stayed stays felt")
_BRAVE: Final = words_of("brave scared polite afraid nervous funny tired lonely hungry shy stubborn thankful")
_CALM: Final = words_of("calm small tiny strong gentle tough young thin pale still polite patient alone")
_THINKS: Final = words_of("think thinks thinking thought dream dreams dreaming dreamed dreamt proud fond jealous")
_ENDEARING: Final = frozenset(
    {"honey", "candy", "precious", "lucky", "happy", "noble", "dear", "angel", "pleasant", "beauty", "sweetie"}
)
"""What somebody is called who is called otherwise."""
_DONE_FOR: Final = words_of(
    "cried cry prayed pray praying advocate advocated advocating rooting heart breaks aches sad happy worried"
    " birthday translated translate interpreted interpreting coffee thankful grateful excited scared"
)
_COMPARES: Final = frozenset({"like", "than", "without", "except", "but"})
_ANYBODY: Final = words_of(
    "anyone anybody someone somebody nobody everyone everybody noone people one more better pt patient doctor nurse"
    " kid woman man guy lady else"
)
_VERBS: Final = ("ize", "izes", "izing", "ified", "ifying")
"""How verbs end that are in no dictionary yet."""
_DONE: Final = ("ed", "ing")
"""How a verb ends that is in no dictionary: "ubered home"."""
_WITH_PEOPLE: Final = frozenset({"with", "w", "to", "about", "miss", "see", "tell", "ask", "meet"})
_WITH_THINGS: Final = frozenset({"from", "for", "by"})
"""Before a word in no list also a dish, a drug or a team may stand: "asked for congee"."""
_WITH_A_FAMILY: Final = words_of("with w to from for met saw of told")
_WAYS: Final = OF_PEOPLE | _CALM
_WITH_LISTED: Final = _WITH_THINGS | _COMPARES
_WHOSE: Final = POSSESSIVES | {"me", "us"}


def small_confidence(reading: Reading, place: int) -> Confidence | None:
    """How surely a word in small letters is a name: one that many bear anywhere, any other in a name's place only."""
    word = reading.words[place]
    if word.sort is sorts.ORDINARY:
        return POSSIBLE if _is_everyday_somebody(reading, place) else None
    if word.sort is sorts.COMMON and not reading.is_english and not is_introduced(reading, place):
        # "Ella" is she, where Spanish is written.
        return None if word.plain in words_of_others() else POSSIBLE
    if word.sort is sorts.COMMON:
        return DEFINITE if is_in_a_names_place(reading, place) else POSSIBLE
    if is_careless_owner(reading, place) or is_called_first(reading, place):
        return POSSIBLE
    if word.sort is sorts.AMBIGUOUS:
        return POSSIBLE if _is_small_ambiguous(reading, place) else None
    if word.sort is sorts.PLACE:
        is_called_so = word.gap == ", " and is_introduced(reading, place) and word.is_given
        return POSSIBLE if is_called_so or _is_no_place(reading, place) else None
    if word.sort is sorts.EPONYM:
        return POSSIBLE if _is_consulted_about(reading, place) else None
    return _less_known(reading, place) if word.sort in sorts.RARE and reading.is_english else None


def _is_consulted_about(reading: Reading, place: int) -> bool:
    """ "Neuro consult on becker, he said …": who shares the name of a sign."""
    before, following = reading.at[place - 1].plain, reading.at[place + 1]
    is_asked = before in {"on", "for", "about"} and reading.at[place - 2].plain in {"consult", "consulted", "note"}
    return is_asked and following.gap == ", " and following.plain in {"he", "she", "they"}


def _is_everyday_somebody(reading: Reading, place: int) -> bool:
    """Whether an everyday word is a name here: "a lady named …", "princess hates the bp cuff"."""
    word = reading.words[place]
    if is_one_named(reading, place) or not word.opens:
        return is_one_named(reading, place)
    if is_everyday_named(reading, place):
        return True
    is_nobody = word.plain in EVERY_ROLE or word.plain in SMALL
    return not is_nobody and word.is_given and speaks_for_somebody(reading, place)


def _less_known(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    is_listed = word.sort is sorts.NAME
    if is_listed and not word.shown.isascii():
        return POSSIBLE
    if word.plain[-1] == "s" and is_eponymous(word.plain) and not says_something(reading, place, SAYS):
        return None
    if not _is_where_names_are(reading, place):
        return POSSIBLE if _is_in_a_bed(reading, place) or is_stray(reading, place) else None
    if not is_listed and word.plain.endswith(_VERBS):
        return None
    is_slip = is_misspelled(reading, word) and not _is_apposed(reading, place)
    if is_slip and (is_misspelled_role(word) or not speaks_for_somebody(reading, place)):
        return None
    return DEFINITE if is_listed else POSSIBLE


def _is_in_a_bed(reading: Reading, place: int) -> bool:
    """ "Patel in obs", "pt saw htoo in 314b": of what could be slips, names that open a sentence, and Karen ones."""
    word, before = reading.words[place], reading.at[place - 1].plain
    if before in DETERMINERS or not is_on_a_ward(reading, place):
        return False
    is_karen = before in {"saw", "naw"} and reading.at[place - 2].plain in PATIENTS
    return is_karen or (word.opens and word.sort is sorts.NAME) or not is_misspelled(reading, word)


def _is_apposed(reading: Reading, place: int) -> bool:
    """ "The grandson, abhi, reads": no slip stands between commas behind a role, or behind "named"."""
    word, before = reading.words[place], reading.at[place - 1]
    if before.plain in NAMED and before.plain != "called":
        return True
    is_between = word.gap == ", " and reading.at[place + 1].gap == ", "
    return is_between and is_introduced(reading, place) and before.plain not in {"doctor", "student"}


def _is_no_place(reading: Reading, place: int) -> bool:
    """Whether somebody is called by a town's name: "batu told me", "met paris"."""
    is_free = reading.words[place].opens or reading.at[place - 1].plain in CONJUNCTIONS
    if is_spoken_to(reading, place) or (is_free and says_something(reading, place, TOWNS_DO_NOT)):
        return True
    following, second = reading.at[place + 1].plain, reading.at[place + 2].plain
    return is_free and following == "and" and second in {"i", "his", "her"}


def _is_small_ambiguous(reading: Reading, place: int) -> bool:
    before = reading.at[place - 1].plain
    if before in {"him", "her", "them"} and reading.words[place].plain in _ENDEARING:
        return False
    if _is_said_to_be_called(reading, place) or is_at_the_end(reading, place):
        return True
    if reading.at[place + 1].plain == "who" and before in {"was", "is", "with", "and"}:
        return True
    if is_he(reading, place) or _is_wondered_at(reading, place) or _is_told_in_brackets(reading, place):
        return True
    if before == "for" and reading.at[place - 2].plain in {"pronoun", "pronouns"}:
        return True
    if before in {"to", "with"} and reading.at[place - 2].plain in TALKS and reading.at[place + 1].plain == "about":
        return True
    if is_object(reading, place) or is_signed(reading, place) or _is_role_called(reading, place):
        return True
    return _is_subject(reading, place)


def _is_told_in_brackets(reading: Reading, place: int) -> bool:
    """ "will (my pt, 17) says …"."""
    following = reading.at[place + 1]
    return following.gap == " (" and following.plain in {"my", "our"} and reading.at[place + 2].plain in SOMEBODY


def _is_wondered_at(reading: Reading, place: int) -> bool:
    """ "How calm destiny got"; of winter and hope things are said that way as well."""
    word, how = reading.words[place].plain, reading.at[place - 1].plain
    if reading.at[place - 2].plain != "how" or reading.at[place + 1].plain not in _SEEMED:
        return False
    return how in _BRAVE or (word not in IDEAS and how in _WAYS)


def _is_said_to_be_called(reading: Reading, place: int) -> bool:
    before = reading.at[place - 1].plain
    is_mostly = before in THEM and (before != "me" or reading.at[place - 2].plain == "call")
    if is_named(reading, place) and (before not in THEM or (is_mostly and is_mostly_a_name(reading.words[place]))):
        return True
    ends = reading.at[place + 1].opens or reading.at[place + 1].gap != " "
    return ends and before in {"him", "her"} and reading.at[place - 2].plain in CALL


def _is_subject(reading: Reading, place: int) -> bool:
    before = reading.at[place - 1].plain
    is_free = reading.words[place].opens or is_introduced(reading, place)
    family = reading.at[place + 1]
    if is_free and family.sort is sorts.NAME and family.is_family:
        return says_something(reading, place + 1, SAYS)
    if is_spoken_to(reading, place) or is_sat_with(reading, place):
        return True
    if is_said_to_be(reading, place):
        return is_mostly_a_name(reading.words[place]) and has_an_age(reading, place)
    return (is_free or before in CONJUNCTIONS) and speaks_for_somebody(reading, place)


def _is_role_called(reading: Reading, place: int) -> bool:
    """Whether a role and its article stand before who does something: "the nurse joy helped"."""
    word = reading.words[place].plain
    if (reading.at[place - 1].plain in PATIENTS and word not in PEOPLES) or not is_closely_introduced(reading, place):
        return False
    return word not in _HELPING and says_something(reading, place, SAYS)


def _is_where_names_are(reading: Reading, place: int) -> bool:
    if is_named(reading, place) or is_closely_introduced(reading, place):
        return True
    word = reading.words[place]
    if (
        is_he(reading, place)
        or is_signed(reading, place)
        or _is_whole(reading, place)
        or _is_of_a_family(reading, place)
    ):
        return True
    if word.owns and reading.at[place + 1].plain in OWNED and reading.at[place - 1].plain not in DETERMINERS:
        return True
    if is_met(reading, place) and (word.sort is sorts.NAME or reading.at[place - 1].plain in DONE_TO_PEOPLE):
        return True
    if reading.at[place - 1].plain in {"name", "nickname"} and word.gap in {", ", ": ", " - "}:
        return True
    is_beside_commas = word.gap == ", " and (word.sort is sorts.NAME or reading.at[place + 1].gap == ", ")
    if is_beside_commas and is_introduced(reading, place):
        return True
    before = reading.at[place - 1].plain
    is_free = word.opens or is_addressed(reading, place) or before in CONJUNCTIONS
    is_free = (
        is_free
        or before in PEOPLE
        or is_said_to_be(reading, place)
        or (before in LINKING and reading.at[place + 1].plain == "who")
    )
    return (is_free and is_told_of(reading, place)) or _is_alone(reading, place)


def _is_of_a_family(reading: Reading, place: int) -> bool:
    """ "The kanyemba twins", "the nowakowskis argued"."""
    word, following = reading.words[place], reading.at[place + 1]
    before = reading.at[place - 1].plain
    if word.sort is sorts.NAME and before in _WITH_A_FAMILY and following.plain == "family" and word.is_family:
        return following.gap == " "
    if before != "the" or word.gap != " " or following.gap != " " or word.owns:
        return False
    if word.plain[-1] == "s" and lexicon.is_family(word.plain[:-1]) and not lexicon.is_ordinary(word.plain[:-1]):
        return following.plain in SAYS or following.plain in IRREGULAR or following.plain.endswith("ed")
    return following.plain in RELATED


def _is_whole(reading: Reading, place: int) -> bool:
    """Whether two words in a row are names that no dictionary has: "wei zhang"."""
    word, following = reading.words[place], reading.at[place + 1]
    if word.sort is not sorts.NAME or following.sort not in sorts.NAMES or following.gap != " ":
        return False
    return following.case is cases.SMALL and min(len(word.plain), len(following.plain)) >= _SHORTEST_LISTED


def _is_alone(reading: Reading, place: int) -> bool:
    """Whether no noun follows where one would, had the word been an adjective or a thing's name: "with luz today"."""
    word, following, before = reading.words[place], reading.at[place + 1], reading.at[place - 1].plain
    if word.owns or len(word.plain) < (_SHORTEST_LISTED if word.sort is sorts.NAME else _SHORTEST_UNLISTED):
        return False
    ends = following.opens or following.gap != " "
    is_listed = word.sort is sorts.NAME
    if is_listed and (reading.at[place - 2].plain, before) == ("next", "to") and word.gap == " ":
        return True
    if _is_company(reading, place):
        return ends or following.plain in AFTER_A_NAME
    if ends:
        return False
    if (before in GIVES and following.plain in DETERMINERS) or (is_listed and _does_with_own(reading, place)):
        return True
    return (word.opens or before in CONJUNCTIONS) and _is_alone_before_a_verb(reading, place, is_listed=is_listed)


def _is_company(reading: Reading, place: int) -> bool:
    """Whether somebody is where a word stands, or a thing: "with …", "thinking of …", "asked for …"."""
    word, before, second = reading.words[place], reading.at[place - 1].plain, reading.at[place - 2].plain
    if word.gap != " ":
        return False
    if before in {"of", "about", "abt"} and second in _THINKS:
        return True
    if (before in {"from", "by"} and second in SENT) or (before == "for" and second in _DONE_FOR):
        return True
    if before in _COMPARES and second in _ANYBODY:
        return True
    return before in _WITH_PEOPLE or (word.sort is sorts.NAME and before in _WITH_LISTED)


def _is_alone_before_a_verb(reading: Reading, place: int, *, is_listed: bool) -> bool:
    word, following = reading.words[place], reading.at[place + 1]
    if not is_listed and word.plain.endswith(_DONE):
        return False
    if following.plain in GOES_ON or following.plain.endswith("ed"):
        return True
    if is_listed and following.plain == "from":
        return word.opens or reading.at[place + 2].plain in DETERMINERS
    return _does(reading, place + 1, is_listed=is_listed)


def _does_with_own(reading: Reading, place: int) -> bool:
    """Whether what follows is a deed that goes on about whose it is: "before rounds femi braided her hair"."""
    says, following = reading.at[place + 1], reading.at[place + 2]
    is_deed = says.plain in SAYS or says.plain in IRREGULAR or says.plain.endswith("ed")
    before = reading.at[place - 1]
    return is_deed and following.plain in _WHOSE and before.plain not in DETERMINERS and before.gap != "-"


def _does(reading: Reading, place: int, *, is_listed: bool) -> bool:
    """Whether it is what somebody does: "smokes outside", "eats with his hands"."""
    word, following = reading.at[place], reading.at[place + 1]
    if word.sort is not sorts.ORDINARY or not word.plain.endswith("s") or word.plain.endswith("ss"):
        return False
    if is_listed and word.plain in _DEEDS:
        return True
    if following.plain == "and" and reading.at[place + 2].plain in {"he", "she"}:
        return True
    if not is_listed or following.gap != " ":
        return False
    return following.plain in NO_SUBJECTS or following.plain in ADVERBS
