"""Names and initials of people in a text, whoever is on the roster: patients, their families, staff and classmates.

No list holds everybody's name. So a capitalized word that stands in no dictionary counts as one, and so does a word in
no dictionary, in small letters, where only a name can stand ("my patient thandeka", "told luz"). Words that are names
as well as words ("Will", "Grace") count where they are capitalized inside a sentence or do what only people do.

A title, an introduction or a well-known name makes it definite; all else is possible, and the writer is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.beside_names import told_by_others
from bot.domain.screening.names.capital_names import called_confidence
from bot.domain.screening.names.careless_owners import owning_a_relative
from bot.domain.screening.names.casual_words import SLANG
from bot.domain.screening.names.everyday_names import (
    ALSO_NAMES,
    called_by_everyday_words,
    explained_in_brackets,
    is_called_first,
    is_everyday_named,
)
from bot.domain.screening.names.found_names import DEFINITE, INITIALS, NAME, POSSIBLE, Found
from bot.domain.screening.names.harmless_uses import is_harmless
from bot.domain.screening.names.initials import bare, dotted
from bot.domain.screening.names.kin_names import named_as_kin
from bot.domain.screening.names.name_cues import NICKNAMES, SMALL, SURE_TITLES, TITLES, UNNAMED
from bot.domain.screening.names.name_spans import grown, grown_left
from bot.domain.screening.names.places_of_names import is_one_named, is_said_to_be_a_name
from bot.domain.screening.names.repeated_names import said_again
from bot.domain.screening.names.said_in_general import is_a_letter_of_a_word
from bot.domain.screening.names.small_names import small_confidence
from bot.domain.screening.names.sorts import LIKE_NAMES, NAMES
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.names.titled_names import titled
from bot.domain.screening.names.told_in_passing import told_in_passing
from bot.domain.screening.names.two_part_names import named_in_two_parts
from bot.domain.screening.word_sets import words_of

_FIRST: Final = attrgetter("first")
_INITIALS: Final = 3
_PATH: Final = 40
_CALLED_FIRST: Final = frozenset({"big", "little", "lil"})
_BIG_THINGS: Final = frozenset({"pharma", "tech", "tobacco", "bird", "mac", "ben", "caesars"})
"""What is called so and is nobody: "Big Pharma"."""
_NEWBORNS: Final = frozenset({"boy", "girl"})
_VIETNAMESE: Final = words_of(
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh truong lam mai dao cao luong ha"
)
_MIDDLE: Final = frozenset({"thi", "van"})
_MIDDLE_AS_TYPED: Final = _MIDDLE | {*map(str.capitalize, _MIDDLE), *map(str.upper, _MIDDLE)}
_NEVER_A_NAME: Final = (SMALL - TITLES - NICKNAMES) | SLANG
"""What most sentences begin with."""
_LEADING: Final = TITLES | NICKNAMES
_CALLED_BIG: Final = sorts.HARDLY_WORDS | {sorts.AMBIGUOUS}
_GIVEN: Final = lexicon.Known.GIVEN.value
_NO_NAMES: Final = frozenset({sorts.NUMBER, sorts.LETTER})


def find_person_names(reading: Reading) -> Iterator[Finding]:
    """Every name and all initials in a text, in order; a name's title belongs to it, the possessive does not."""
    found = [*_found_in(reading), *_vietnamese(reading), *called_by_everyday_words(reading)]
    found += [*named_in_two_parts(reading), *explained_in_brackets(reading), *owning_a_relative(reading)]
    found = _with_longer(found, told_in_passing(reading))
    found += [kin for kin in named_as_kin(reading) if not any(_is_enough(each, kin) for each in found)]
    taken = {place for each in found for place in range(each.first, each.last + 1)}
    found += told_by_others(reading, found, taken)
    found += said_again(reading, found, taken)
    for each in sorted(found, key=_FIRST):
        if each.confidence is not None:
            yield _as_finding(reading, each, each.confidence)


def _with_longer(found: Sequence[Found], longer: Iterable[Found]) -> list[Found]:
    """What was found, and further names instead of those that are a part of them."""
    further = [each for each in longer if not any(_is_enough(known, each) for known in found)]
    apart = [
        each for each in found if not any(other.first <= each.first and each.last <= other.last for other in further)
    ]
    return apart + further


def _is_enough(found: Found, kin: Found) -> bool:
    """Whether a name was found that is as long, or none was meant."""
    if found.confidence is None:
        return found.first <= kin.last and kin.first <= found.last
    return found.first <= kin.first and kin.last <= found.last


def _found_in(reading: Reading) -> Iterator[Found]:
    behind = 0
    for place in reading.notable:
        if place < behind or _is_everyday(reading, place):
            continue
        found = _begins_at(reading, place)
        if found is not None:
            behind = found.last + 1
            yield found


def _vietnamese(reading: Reading) -> Iterator[Found]:
    """Names by their middle word, though the others may be English ones: "vo thi sau", "Do Van Ba"."""
    if reading.spelled.isdisjoint(_MIDDLE_AS_TYPED):
        return
    lower = reading.text.lower()
    if " thi " not in lower and " van " not in lower:
        return
    for place in reading.places_of(_MIDDLE):
        before, word, following = reading.at[place - 1], reading.words[place], reading.at[place + 1]
        if word.gap != " " or following.gap != " ":
            continue
        if before.plain in _VIETNAMESE and before.case is word.case is following.case:
            yield Found(place - 1, place + 1, DEFINITE)


def _is_everyday(reading: Reading, place: int) -> bool:
    """Whether no name begins with a word, however it goes on: asked first, since most words are like that."""
    word = reading.words[place]
    sort = word.sort
    if sort is not sorts.ORDINARY:
        if sort is sorts.NUMBER:
            return word.case is cases.SMALL
        return sort is sorts.LETTER and word.plain in {"a", "i"} and reading.at[place + 1].gap == " "
    if word.case is not cases.SMALL:
        return _is_everyday_with_a_capital(reading, place)
    if word.plain in TITLES:
        return False
    is_given = word.known & _GIVEN and word.plain not in SLANG
    if word.opens and (is_given or is_everyday_named(reading, place)):
        return False
    return not (is_given and is_one_named(reading, place))


def _is_everyday_with_a_capital(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    plain = word.plain
    if plain in _NEVER_A_NAME:
        is_somebody = plain in ALSO_NAMES and _is_an_everyday_name(reading, place)
        return word.case is cases.CAPITALIZED and not is_somebody
    if len(plain) <= _INITIALS or plain in _LEADING:
        return False
    return word.case is not cases.CAPITALIZED or not (word.is_ever_a_name or is_said_to_be_a_name(reading, place))


def _is_an_everyday_name(reading: Reading, place: int) -> bool:
    return reading.words[place].opens and is_everyday_named(reading, place)


def _begins_at(reading: Reading, place: int) -> Found | None:
    word = reading.words[place]
    if _is_in_an_address(reading, place):
        return None
    if word.plain in TITLES:
        with_title = titled(reading, place)
        if with_title is not None:
            return with_title
        if word.sort is sorts.ORDINARY and word.case is cases.SMALL and not _is_an_everyday_name(reading, place):
            return None
    if word.sort is sorts.LETTER or (len(word.plain) <= _INITIALS and word.case is not cases.SMALL):
        initials = _initials(reading, place)
        if initials is not None or word.sort is sorts.LETTER:
            return initials
    return _nicknamed(reading, place) or _named(reading, place)


def _is_in_an_address(reading: Reading, place: int) -> bool:
    """Whether it is part of an e-mail address, a link or a handle, which others find."""
    word = reading.words[place]
    # Before and behind most names are blanks.
    if word.gap == reading.at[place + 1].gap == " ":
        return False
    before, behind = word.gap[-1:], reading.behind(place)[:2]
    if before == "@" or behind[:1] == "@":
        return True
    if word.case is not cases.SMALL or len(word.plain) <= 1 or word.plain in SURE_TITLES:
        return False
    if before == "/":
        # "maria/jose" is no address.
        start = reading.start(place)
        return not {".", "/"}.isdisjoint(reading.text[max(0, start - _PATH) : start - 1].rpartition(" ")[2])
    return before == "." or (behind[:1] == "." and behind[1:].isalnum())


def _as_finding(reading: Reading, found: Found, confidence: Confidence) -> Finding:
    # What belongs to a name stands right before it.
    first = _begun(reading, found) if reading.words[found.first].gap == " " else found.first
    # "Baby Boy Okafor", as hospitals call whoever has no name yet.
    if reading.at[first - 1].plain in _NEWBORNS and reading.at[first - 2].plain == "baby":
        first -= 2
    last = reading.words[found.last]
    start, end = reading.start(first), reading.end(found.last)
    has_dot = last.sort is sorts.LETTER and reading.behind(found.last).startswith(".")
    return Finding(start, end + has_dot, found.kind, confidence)


def _begun(reading: Reading, found: Found) -> int:
    """The place of the first word that belongs to a name: of its particles, or of what somebody is called besides."""
    first = grown_left(reading, found.first)
    # "Big Lou" in a hurry.
    if found.kind is NAME and reading.words[first].case is cases.SMALL and is_called_first(reading, first):
        first -= reading.at[first - 1].plain not in {"boy", "girl"}
    elif found.kind is NAME and reading.at[first - 1].plain in _CALLED_FIRST:
        is_capital, is_small = reading.words[first].case is cases.CAPITALIZED, reading.at[first - 1].case is cases.SMALL
        first -= reading.words[first].gap == " " and is_capital and (is_small or reading.words[first].plain in TITLES)
    return first


def _initials(reading: Reading, place: int) -> Found | None:
    with_dots = dotted(reading, place)
    last, confidence = with_dots or (place, bare(reading, place))
    named = _last_name_behind(reading, last)
    if named is not None:
        return Found(place, named, DEFINITE)
    return None if confidence is None else Found(place, last, confidence, INITIALS)


def _last_name_behind(reading: Reading, place: int) -> int | None:
    """The end of a name that begins with initials: "J. Alvarez", "J. R. Smith"."""
    letter, following = reading.at[place], reading.at[place + 1]
    if (
        letter.sort is not sorts.LETTER
        or letter.case is cases.SMALL
        or following.gap not in {". ", "."}
        or following.opens
    ):
        return None
    if following.case is not cases.CAPITALIZED or following.sort not in LIKE_NAMES or letter.plain in UNNAMED:
        return None
    if is_a_letter_of_a_word(reading, place):
        return None
    return grown(reading, place + 1)


def _nicknamed(reading: Reading, place: int) -> Found | None:
    """ "Big Tony": a word that nicknames begin with, and a name."""
    word = reading.words[place]
    if word.plain not in NICKNAMES or word.case is not cases.CAPITALIZED:
        return None
    following = reading.at[place + 1]
    if following.case is not cases.CAPITALIZED or following.gap != " " or following.plain in _BIG_THINGS:
        return None
    if following.sort not in _CALLED_BIG and not following.is_given:
        return None
    return Found(place, grown(reading, place + 1), DEFINITE)


def _confidence(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if word.sort is sorts.CASELESS:
        return POSSIBLE if reading.is_english else None
    return small_confidence(reading, place) if word.case is cases.SMALL else called_confidence(reading, place)


def _named(reading: Reading, place: int) -> Found | None:
    word = reading.words[place]
    if word.sort in _NO_NAMES:
        return None
    if word.plain in SMALL and not _is_an_everyday_name(reading, place):
        return None
    confidence = _confidence(reading, place)
    if confidence is None:
        return None
    last = grown(reading, place)
    if is_harmless(reading, place, last):
        return Found(place, last, None)
    is_whole = last > place and any(each.sort in NAMES for each in reading.words[place : last + 1])
    return Found(place, last, DEFINITE if is_whole else confidence)
