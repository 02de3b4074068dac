"""Names that a few words beside them tell, whatever the lists say: "Delphine, RN", "lil rays mom", "called Moo"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.found_names import DEFINITE, POSSIBLE, Found
from bot.domain.screening.names.misspellings import is_misspelled
from bot.domain.screening.names.name_cues import DETERMINERS, EVERY_ROLE, IRREGULAR, IS, KIN, KIN_FOR_SHORT, SAYS, SMALL
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_CREDENTIALS: Final = words_of("rn np lpn lvn cna crna dnp fnp pharmd lcsw lmsw msw rrt pa-c")
"""What stands behind nothing but a name, a ward or a kind of nurse."""
_ALSO_OTHERS: Final = words_of("pa md do rt pt ot")
"""States, services and verbs as well."""
_TAUGHT: Final = words_of(
    "program programs school schools student students license licensing degree degrees exam boards"
)
"""Where one becomes a nurse: "the Mercy RN program"."""
_BIG: Final = words_of("lil little big old")
_FAMILIES: Final = words_of("whanau fanau aiga ohana familia famille rodzina")
_OURS: Final = words_of("our my")
_HIS: Final = words_of("his her")
_CALLED: Final = words_of("called nickname")
_A_NICKNAME: Final = words_of("a an the old childhood navy army family")
_PEOPLES: Final = words_of(
    "black white deaf blind native indigenous latino latina latinx hispanic asian desi queer trans nonbinary"
    " autistic brown hmong inuit first"
)
_ENDEARING: Final = words_of("sweetie sweetheart honey hon dear darling buddy boss sir ma'am dude babe love mister")
_NO_NICKNAMES: Final = EVERY_ROLE | SMALL | _PEOPLES | _ENDEARING
_OF_A_PEOPLE: Final = ("an", "ish", "ese", "ic")
_TRIGGERS: Final = _CREDENTIALS | _ALSO_OTHERS | _BIG | _FAMILIES | _OURS | _CALLED
_RELATIVES: Final = KIN | KIN_FOR_SHORT
_DONE: Final = IRREGULAR | SAYS
_SHORTEST: Final = 3


def told_in_passing(reading: Reading) -> Iterator[Found]:
    """Every name beside one of the few words that tell it."""
    for place in reading.places_of(_TRIGGERS):
        if (found := _RULES[reading.words[place].plain](reading, place)) is not None:
            yield found


def _before_a_credential(reading: Reading, place: int) -> Found | None:
    """ "Marguerite, RN", "Delphine RN": what somebody is belongs to the name; but "Lancaster, PA" is a town."""
    credential, name = reading.words[place], reading.at[place - 1]
    if credential.shown.islower() or credential.gap not in {", ", " "} or not _may_bear_one(name):
        return None
    if reading.at[place + 1].plain in _TAUGHT or (name.is_place and credential.gap == " "):
        return None
    if credential.plain in _ALSO_OTHERS and (name.sort is not sorts.COMMON or name.is_place or credential.gap == " "):
        return None
    first = place - 1
    while reading.words[first].gap == " " and _may_bear_one(reading.at[first - 1]):
        first -= 1
    return None if reading.at[first - 1].plain in DETERMINERS else Found(first, place, DEFINITE)


def _may_bear_one(word: Word) -> bool:
    is_name = word.sort in sorts.NAMES or (word.sort is sorts.AMBIGUOUS and word.is_given)
    return word.case is cases.CAPITALIZED and is_name and not word.owns and word.plain not in EVERY_ROLE


def _owning_a_relative(reading: Reading, place: int) -> Found | None:
    """ "Lil rays mom", "big ray's wife"."""
    owner, relative = reading.at[place + 1], reading.at[place + 2]
    if relative.plain not in _RELATIVES or owner.gap != " " or relative.gap not in {" ", "'s "}:
        return None
    name = owner.plain if owner.owns else owner.plain[:-1]
    if not (owner.owns or owner.plain[-1:] == "s") or len(name) < _SHORTEST:
        return None
    if name in EVERY_ROLE or owner.plain in EVERY_ROLE or name in SMALL or not lexicon.is_given(name):
        return None
    return Found(place, place + 1, POSSIBLE)


def _with_a_family(reading: Reading, place: int) -> Found | None:
    """ "Te arohas whānau", "mateos familia"; but "the patients whānau"."""
    owner = reading.at[place - 1]
    is_owner = owner.owns or owner.plain[-1:] == "s"
    if not is_owner or owner.sort not in sorts.HARDLY_WORDS or is_misspelled(reading, owner):
        return None
    if lexicon.is_ordinary(owner.plain if owner.owns else owner.plain[:-1]):
        return None
    return Found(place - 1 - (reading.at[place - 2].plain == "te" and owner.gap == " "), place - 1, POSSIBLE)


def _of_ours(reading: Reading, place: int) -> Found | None:
    """ "Our javi passed his boards": no slip, and nothing that has "his"."""
    word, following, third = (reading.at[place + step] for step in (1, 2, 3))
    if word.sort is not sorts.NAME or not word.is_small or not word.is_given or word.owns or word.gap != " ":
        return None
    is_done = following.plain in _DONE or following.plain.endswith("ed")
    if not is_done or following.gap != " " or third.plain not in _HIS or is_misspelled(reading, word):
        return None
    return Found(place + 1, place + 1, POSSIBLE)


def _called_so(reading: Reading, place: int) -> Found | None:
    """ "Prefers to be called Moo", and '"Pickle" is a nickname'; but "to be called Black"."""
    if reading.words[place].plain == "called":
        is_asked = reading.at[place - 1].plain in {"be", "being"} and reading.at[place - 2].plain in {"to", "on"}
        return Found(place + 1, place + 1, POSSIBLE) if is_asked and _is_a_nickname(reading, place + 1) else None
    begun = place - 1
    while reading.at[begun].plain in _A_NICKNAME and place - begun < _SHORTEST:
        begun -= 1
    if begun == place - 1 or reading.at[begun].plain not in IS or reading.at[place + 1].plain in {"for", "of"}:
        return None
    return Found(begun - 1, begun - 1, POSSIBLE) if _is_a_nickname(reading, begun - 1) else None


def _is_a_nickname(reading: Reading, place: int) -> bool:
    word = reading.at[place]
    if word.case is not cases.CAPITALIZED or word.gap.strip(' "\n.!?'):
        return False
    return word.plain not in _NO_NICKNAMES and not word.plain.endswith(_OF_A_PEOPLE)


_RULES: Final = {
    word: rule
    for words, rule in (
        (_CREDENTIALS | _ALSO_OTHERS, _before_a_credential),
        (_BIG, _owning_a_relative),
        (_FAMILIES, _with_a_family),
        (_OURS, _of_ours),
        (_CALLED, _called_so),
    )
    for word in words
}
