"""Names and initials of people in a text, whoever is on the roster: patients, their families, staff and classmates.

No list holds everybody's name. So a capitalized word that stands in no dictionary counts as one, and so does a word in
no dictionary, in small letters, where only a name can stand ("my patient thandeka", "told luz"). Words that are names
as well as words ("Will", "Grace") count where they are capitalized inside a sentence or do what only people do.

A title, an introduction or a well-known name makes it definite; all else is possible, and the writer is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.famous_names import FAMOUS, FAMOUS_ALONE, FICTIONAL, SHOPS, THINGS_OF, WORKS, WRITES
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.hand_words import EPONYMS, FIRM, ORDINARY
from bot.domain.screening.initials import bare, dotted, initials_end
from bot.domain.screening.name_cues import (
    AND,
    DETERMINERS,
    ADVERBS,
    CONJUNCTIONS,
    IN_A_PLACE,
    GOES,
    IDEAS_SAY,
    INTRODUCED_BY,
    IRREGULAR,
    IS,
    KIN,
    LINKING,
    MEETS,
    OF_PEOPLE,
    PEOPLE,
    TALKS,
    THEM,
    NICKNAMES,
    PARTICLES,
    SAYS,
    SMALL,
    SUFFIXES,
    SURE_TITLES,
    TITLES,
    UNNAMED,
    WITH,
)
from bot.domain.screening.places_of_names import (
    has_an_age,
    is_addressed,
    is_closely_introduced,
    is_introduced,
    is_met,
    is_named,
    is_somebody,
    is_told_of,
    says_something,
)
from bot.domain.screening.spoken_words import Case, Reading, Sort, Word, read

_NAMES: Final = frozenset({Sort.COMMON, Sort.NAME})
_LIKE_NAMES: Final = _NAMES | {Sort.UNKNOWN, Sort.AMBIGUOUS, Sort.EPONYM, Sort.PLACE}
_PREFIXES: Final = (
    "mc",
    "mac",
    "o'",
    "d'",
    "de",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "fitz",
    "al",
    "el",
    "st",
    "n'",
    "ja",
    "da",
    "ke",
    "ta",
    "ra",
    "sha",
    "ni",
    "o",
)
_SOLD: Final = frozenset(
    "run fries burger burgers nuggets bag milkshake shake drive coffee pizza sandwich gift card store trip soup soups"
    " chips bars cups breakfast lunch dinner parking".split()
)
_STAPLES: Final = frozenset({"tea", "oil", "rice", "juice", "pie", "cake", "kart"})
_MOST_PARTICLES: Final = 3
_LEADING: Final = frozenset({"van", "von", "der", "den", "del", "di", "al", "el", "ibn", "bin", "ter"})
_INITIALS: Final = 3
_LONGEST: Final = 6
_VOWELS: Final = "aeiouy"
_SHORTEST_LISTED: Final = 3
_SHORTEST_UNLISTED: Final = 4
_WITH_PEOPLE: Final = frozenset({"with", "w", "from", "to", "for", "about", "by", "miss"})
_MISSPELLED_FROM: Final = 4
_OFTEN_MISSED: Final = "aeiounrstlhcdpm"
_DONE_TO_PEOPLE: Final = frozenset(
    {"met", "told", "asked", "hugged", "thanked", "visited", "helped", "paged", "texted"}
)
_SPEAKS: Final = frozenset({"told", "asked", "smiled", "laughed", "cried", "winked"})
_AFTER_A_NAME: Final = SMALL | SAYS | IS | IRREGULAR | OF_PEOPLE | ADVERBS
_MONTHS: Final = frozenset({"may", "april", "june", "august", "summer", "autumn", "spring", "winter"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A name from one word's place to another's."""

    first: int
    last: int
    confidence: Confidence | None
    """None where nobody is meant, although names they are."""
    kind: IdentifierKind = IdentifierKind.NAME


def find_person_names(text: str) -> Iterator[Finding]:
    """Every name and all initials in a folded text, in order; a name's title belongs to it, the possessive does not."""
    reading = read(text)
    place = 0
    while place < len(reading.words):
        word = reading.words[place]
        is_everyday = word.sort is Sort.ORDINARY and word.case is Case.SMALL and word.plain not in TITLES
        found = None if is_everyday else _begins_at(reading, place)
        if found is not None:
            place = found.last
            if found.confidence is not None:
                yield _as_finding(reading, found, found.confidence)
        place += 1


def _begins_at(reading: Reading, place: int) -> _Found | None:
    word = reading.words[place]
    if _is_in_an_address(reading.text, word):
        return None
    if word.plain in TITLES:
        titled = _titled(reading, place)
        if titled is not None or word.sort is Sort.ORDINARY:
            return titled
    if len(word.plain) <= _INITIALS:
        initials = _initials(reading, place)
        if initials is not None or word.sort is Sort.LETTER:
            return initials
    return _nicknamed(reading, place) or _named(reading, place)


def _is_in_an_address(text: str, word: Word) -> bool:
    """Whether it is part of an e-mail address, a link or a handle, which others find."""
    before, behind = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if before == "@" or behind[:1] == "@":
        return True
    return (
        word.is_small and len(word.plain) > 1 and (before in {".", "/"} or (behind[:1] == "." and behind[1:].isalnum()))
    )


def _as_finding(reading: Reading, found: _Found, confidence: Confidence) -> Finding:
    first = _grown_left(reading, found.first)
    start, end = reading.words[first].start, reading.words[found.last].end
    has_dot = reading.words[found.last].sort is Sort.LETTER and reading.text[end : end + 1] == "."
    return Finding(start, end + has_dot, found.kind, confidence)


# --- Titles ---


def _titled(reading: Reading, place: int) -> _Found | None:
    first = _behind_titles(reading, place)
    word, title = reading.at(first), reading.at(first - 1).plain
    if word.gap not in {" ", ". ", "."} or word.plain in UNNAMED or not word.plain:
        return None
    if _is_fictional(reading, first):
        return _Found(place, _grown(reading, first), None)
    letters = initials_end(reading, first)
    if letters is not None or (word.case is Case.LOUD and len(word.plain) == 2 and word.sort is not Sort.ORDINARY):
        return _titled_initials(reading, place, first, letters or first)
    if not (_is_surely_titled if title in SURE_TITLES else _is_softly_titled)(reading, first):
        return None
    if title not in SURE_TITLES and _is_a_role(reading, first - 1):
        place = first
    last = _grown(reading, _behind_particles(reading, first))
    if title == "drs" and reading.at(last + 1).plain == "and" and reading.at(last + 2).is_capital:
        last = _grown(reading, last + 2)
    return _Found(place, last, Confidence.DEFINITE)


def _behind_titles(reading: Reading, place: int) -> int:
    """The place of the name behind "Mr. and Mrs.", "Prof. Dr." or a single title."""
    for _ in range(2):
        joined = 2 if reading.at(place + 1).plain in AND else 1
        if reading.at(place + joined).plain not in TITLES or reading.at(place + joined).opens:
            break
        place += joined
    return place + 1


def _behind_particles(reading: Reading, place: int) -> int:
    """The place of "Cruz" in "de la Cruz", else the one given."""
    far = place
    while far - place < _MOST_PARTICLES and reading.at(far).is_small and reading.at(far).plain in PARTICLES:
        far += 1
    return far if reading.at(far).is_capital and reading.at(far).gap == " " else place


def _is_a_role(reading: Reading, place: int) -> bool:
    """Whether a small "nurse" or "brother" before a name only says who somebody is: "my brother Ahmed"."""
    title, before = reading.at(place), reading.at(place - 1)
    return title.is_small and not title.opens and before.plain not in WITH | MEETS | CONJUNCTIONS


def _is_fictional(reading: Reading, place: int) -> bool:
    word = reading.at(place)
    if f"{reading.at(place - 1).plain} {word.plain}" in FAMOUS:
        return True
    return word.plain in FICTIONAL and reading.at(place - 1).plain in {"dr", "mr", "mister", "doctor", "mrs"}


def _titled_initials(reading: Reading, place: int, first: int, last: int) -> _Found | None:
    title, letter = reading.at(first - 1), reading.at(first)
    if title.plain not in SURE_TITLES and (letter.is_small or not letter.gap.strip(".") == " "):
        return None
    if letter.plain in {"a", "i"} and (letter.is_small or title.plain not in SURE_TITLES):
        return None
    if letter.plain == "i" and title.is_small:
        return None
    following = reading.at(last + 1)
    if following.gap in {" ", ". "} and following.is_capital and following.sort in _LIKE_NAMES and not following.opens:
        return _Found(place, _grown(reading, last + 1), Confidence.DEFINITE)
    return _Found(place, last, Confidence.DEFINITE, IdentifierKind.INITIALS)


def _is_surely_titled(reading: Reading, place: int) -> bool:
    """Whether a name is behind "Mr.", "Ms" or "Dr.": any word but a small one, if it has a capital."""
    word, title = reading.at(place), reading.at(place - 1)
    if _behind_particles(reading, place) > place:
        return True
    if word.plain in SMALL or word.plain in TITLES:
        return word.plain in {"man", "love", "good", "great", "love", "may", "long"} and word.is_capital
    if title.shown == "MS" and word.gap == " " and word.sort not in _NAMES:
        return False
    if word.is_capital or word.sort in _NAMES:
        return True
    if word.sort is Sort.ORDINARY:
        return title.plain in {"mr", "mrs"} and lexicon.is_family(word.plain)
    if word.sort is Sort.AMBIGUOUS and title.plain not in {"mr", "mrs"}:
        return reading.at(place - 2).plain not in DETERMINERS and says_something(reading, place, SAYS)
    return word.sort is not Sort.NUMBER


def _is_softly_titled(reading: Reading, place: int) -> bool:
    """Whether a name is behind "Nurse" or "Uncle", which ordinary words follow as well."""
    word, title = reading.at(place), reading.at(place - 1)
    if word.gap != " " and title.plain not in {"sr", "sra", "rev", "fr", "sgt", "capt", "col", "lt"}:
        return False
    if word.is_capital:
        return word.sort in _LIKE_NAMES and not _is_of_a_thing(reading, place)
    return word.is_small and word.sort in _NAMES and not _is_misspelled(reading, word)


# --- Initials ---


def _initials(reading: Reading, place: int) -> _Found | None:
    with_dots = dotted(reading, place)
    last, confidence = with_dots if with_dots else (place, bare(reading, place))
    named = _last_name_behind(reading, last)
    if named is not None:
        return _Found(place, named, Confidence.DEFINITE)
    return None if confidence is None else _Found(place, last, confidence, IdentifierKind.INITIALS)


def _last_name_behind(reading: Reading, place: int) -> int | None:
    """The end of a name that begins with initials: "J. Alvarez", "J. R. Smith"."""
    letter, following = reading.at(place), reading.at(place + 1)
    if letter.sort is not Sort.LETTER or letter.is_small or following.gap not in {". ", "."} or following.opens:
        return None
    if not following.is_capital or following.sort not in _LIKE_NAMES or letter.plain in UNNAMED:
        return None
    return _grown(reading, place + 1)


# --- Names ---


def _nicknamed(reading: Reading, place: int) -> _Found | None:
    """ "Big Tony": a word that nicknames begin with, and a name."""
    word, following = reading.at(place), reading.at(place + 1)
    if word.plain not in NICKNAMES or not word.is_capital or not following.is_capital or following.gap != " ":
        return None
    if following.sort not in _NAMES | {Sort.UNKNOWN, Sort.AMBIGUOUS} and not lexicon.is_given(following.plain):
        return None
    return _Found(place, _grown(reading, place + 1), Confidence.DEFINITE)


def _named(reading: Reading, place: int) -> _Found | None:
    word = reading.words[place]
    if word.plain in SMALL or word.sort in {Sort.NUMBER, Sort.LETTER}:
        return None
    confidence = _small_confidence(reading, place) if word.is_small else _called_confidence(reading, place)
    if confidence is None:
        return None
    last = _grown(reading, place)
    if _is_harmless(reading, place, last):
        return _Found(place, last, None)
    return _Found(place, last, Confidence.DEFINITE if last > place else confidence)


def _called_confidence(reading: Reading, place: int) -> Confidence | None:
    """How surely a capitalized word is a name."""
    word = reading.words[place]
    if word.sort is Sort.ORDINARY:
        return Confidence.POSSIBLE if _is_ordinarily_named(reading, place) else None
    if word.case is Case.LOUD:
        return _loud_confidence(reading, place)
    cued = is_introduced(reading, place) or is_named(reading, place)
    if cued and word.sort is not Sort.PLACE and not _is_of_a_thing(reading, place):
        return Confidence.DEFINITE
    return _CALLED[word.sort](reading, place)


def _is_ordinarily_named(reading: Reading, place: int) -> bool:
    """Whether an everyday word is somebody's name here: "we call him Ace", "Smith said"."""
    word = reading.words[place]
    if not word.is_capital or word.plain in INTRODUCED_BY | TITLES | PEOPLE:
        return False
    if word.is_called and is_named(reading, place) and reading.at(place - 1).plain not in {"named", "called"}:
        return True
    if has_an_age(reading, place) and lexicon.is_given(word.plain):
        return True
    return (
        lexicon.is_family(word.plain)
        and reading.at(place - 1).plain not in DETERMINERS
        and (
            is_told_of(reading, place)
            if word.is_called
            else says_something(reading, place, _SPEAKS) or is_somebody(reading, place)
        )
    )


def _loud_confidence(reading: Reading, place: int) -> Confidence | None:
    """Of a word in capitals among small ones; most of these are short forms."""
    word = reading.words[place]
    if word.sort not in _NAMES:
        return None
    if word.sort is Sort.COMMON or len(word.plain) > 4 or reading.at(place + 1).gap == ", ":
        return Confidence.DEFINITE
    return None


def _common(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if lexicon.is_place(word.plain) and _is_a_place(reading, place):
        return None
    return Confidence.DEFINITE


def _listed(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if lexicon.is_place(word.plain) and _is_a_place(reading, place):
        return None
    if reading.at(place - 1).plain in {"the", "a", "an"} and not _is_a_family(reading, place):
        return None
    is_told = is_told_of(reading, place)
    if _is_branded(word.shown) or (not is_told and (not reading.is_english or _is_part_of_a_thing(reading, place))):
        return None
    if lexicon.is_given(word.plain) or is_told or is_addressed(reading, place):
        return Confidence.DEFINITE
    return Confidence.POSSIBLE


def _unknown(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    following = reading.at(place + 1)
    is_whole = following.is_capital and following.gap == " " and following.sort in _NAMES and not following.owns
    if is_whole or (is_told_of(reading, place) and reading.at(place - 1).plain not in DETERMINERS):
        return Confidence.DEFINITE
    if not reading.is_english or _is_part_of_a_thing(reading, place):
        return None
    if reading.at(place - 1).plain in DETERMINERS - {"my", "her", "his", "our"} and not _is_a_family(reading, place):
        return None
    if _is_branded(word.shown) or (word.opens and _is_misspelled(reading, word)):
        return None
    return Confidence.POSSIBLE


def _is_part_of_a_thing(reading: Reading, place: int) -> bool:
    """Whether the first word of a sentence is followed by a noun or a number: "Sim lab", "Bristol 4"."""
    word, following = reading.words[place], reading.at(place + 1)
    if not word.opens or word.owns or following.gap != " " or not following.is_small:
        return False
    if following.sort is Sort.NUMBER:
        return True
    goes_on = following.plain.endswith(("s", "ed", "ing", "ly", "n't")) or following.plain in _AFTER_A_NAME
    return following.sort is Sort.ORDINARY and not goes_on


def _ambiguous(reading: Reading, place: int) -> Confidence | None:
    word, following, before = reading.words[place], reading.at(place + 1), reading.at(place - 1)
    if following.is_capital and following.gap == " " and following.sort in _NAMES and not following.owns:
        return Confidence.DEFINITE
    if before.plain in DETERMINERS or before.owns:
        return None
    verbs = SAYS if word.plain in FIRM else IDEAS_SAY
    if is_told_of(reading, place, verbs=verbs) and reading.at(place + 2).plain != "up":
        return Confidence.DEFINITE
    if word.plain in FIRM and word.opens and says_something(reading, place, IS):
        return Confidence.POSSIBLE
    if not word.is_called or before.plain in IN_A_PLACE or lexicon.is_place(word.plain) or lexicon.is_state(word.plain):
        return None
    if word.plain in _MONTHS and not _is_met_in_person(reading, place):
        return None
    return Confidence.DEFINITE if is_addressed(reading, place) else Confidence.POSSIBLE


def _is_met_in_person(reading: Reading, place: int) -> bool:
    """Whether "May" is somebody: "talked to May", but not "from April to May"."""
    before, second = reading.at(place - 1).plain, reading.at(place - 2).plain
    return is_met(reading, place) or before == "with" or (before == "to" and second in TALKS)


def _eponym(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if word.owns or reading.at(place - 1).plain in DETERMINERS or not says_something(reading, place, SAYS):
        return None
    return Confidence.POSSIBLE


def _place(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if not lexicon.is_given(word.plain) or _is_a_place(reading, place):
        return None
    return Confidence.POSSIBLE if is_told_of(reading, place) else None


def _caseless(reading: Reading, place: int) -> Confidence | None:
    return Confidence.POSSIBLE


_CALLED: Final = {
    Sort.COMMON: _common,
    Sort.NAME: _listed,
    Sort.UNKNOWN: _unknown,
    Sort.AMBIGUOUS: _ambiguous,
    Sort.EPONYM: _eponym,
    Sort.PLACE: _place,
    Sort.CASELESS: _caseless,
}


def _small_confidence(reading: Reading, place: int) -> Confidence | None:
    """How surely a word in small letters is a name: one that many bear anywhere, any other in a name's place only."""
    word = reading.words[place]
    if word.sort is Sort.CASELESS:
        return Confidence.POSSIBLE if reading.is_english else None
    if word.sort is Sort.COMMON:
        return Confidence.DEFINITE
    if _is_owner(reading, place):
        return Confidence.POSSIBLE
    if word.sort is Sort.NAME and not word.shown.isascii() and reading.is_english:
        return Confidence.POSSIBLE
    if word.sort is Sort.AMBIGUOUS:
        return Confidence.POSSIBLE if _is_small_ambiguous(reading, place) else None
    if word.sort not in {Sort.NAME, Sort.UNKNOWN} or not reading.is_english:
        return None
    if not _is_in_a_names_place(reading, place) or _is_misspelled(reading, word):
        return None
    return Confidence.DEFINITE if word.sort is Sort.NAME else Confidence.POSSIBLE


def _is_owner(reading: Reading, place: int) -> bool:
    """ "hamzas mom": a careless possessive."""
    word, following = reading.words[place], reading.at(place + 1)
    if word.plain[-1] != "s" or word.sort in {Sort.AMBIGUOUS, Sort.ORDINARY} or following.plain not in KIN:
        return False
    return lexicon.is_given(word.plain[:-1]) and not lexicon.is_ordinary(word.plain[:-1])


def _is_small_ambiguous(reading: Reading, place: int) -> bool:
    before = reading.at(place - 1).plain
    if is_named(reading, place) and before not in THEM:
        return True
    if reading.at(place + 1).plain == "who" and before in {"was", "is", "with", "and"}:
        return True
    is_free = reading.words[place].opens or is_introduced(reading, place)
    return is_free and says_something(reading, place, SAYS)


def _is_in_a_names_place(reading: Reading, place: int) -> bool:
    if is_named(reading, place) or is_closely_introduced(reading, place):
        return True
    word = reading.words[place]
    if is_met(reading, place) and (word.sort is Sort.NAME or reading.at(place - 1).plain in _DONE_TO_PEOPLE):
        return True
    is_beside_commas = word.gap == ", " and (word.sort is Sort.NAME or reading.at(place + 1).gap == ", ")
    if is_beside_commas and is_introduced(reading, place):
        return True
    before = reading.at(place - 1).plain
    is_free = word.opens or is_addressed(reading, place) or before in CONJUNCTIONS
    is_free = is_free or (before in LINKING and reading.at(place + 1).plain == "who")
    return (is_free and is_told_of(reading, place)) or _is_alone(reading, place)


def _is_alone(reading: Reading, place: int) -> bool:
    """Whether no noun follows where one would, had the word been an adjective or a thing's name: "with luz today"."""
    word, following, before = reading.words[place], reading.at(place + 1), reading.at(place - 1).plain
    if word.owns or len(word.plain) < (_SHORTEST_LISTED if word.sort is Sort.NAME else _SHORTEST_UNLISTED):
        return False
    ends = following.opens or following.gap != " "
    if before in _WITH_PEOPLE and word.gap == " ":
        return ends or following.plain in _AFTER_A_NAME
    is_subject = word.opens or before in CONJUNCTIONS
    return is_subject and not ends and (following.plain in IS | IRREGULAR | GOES or following.plain.endswith("ed"))


# --- What is no name ---


def _is_harmless(reading: Reading, first: int, last: int) -> bool:
    words = [word.plain for word in reading.words[first : last + 1]]
    words.append(reading.at(last + 1).plain)
    if reading.words[first].gap in {" ", "'s "}:
        words.insert(0, reading.at(first - 1).plain)
    if any(" ".join(pair) in FAMOUS for pair in zip(words, words[1:], strict=False)) or _is_famous_alone(
        reading.words[first]
    ):
        return True
    if reading.words[last].owns and words[-2] in SHOPS and reading.at(last + 1).plain in _SOLD:
        return True
    if reading.at(first - 1).plain in {"st", "saint", "san", "santa", "st."}:
        return True
    return _is_of_a_thing(reading, last) or _is_an_author(reading, first, last)


def _is_famous_alone(word: Word) -> bool:
    """Whether one word is enough; in Spanish, "Jesús" is a man like others."""
    return word.plain in FAMOUS_ALONE and word.shown.isascii()


def _is_of_a_thing(reading: Reading, place: int) -> bool:
    """Whether something is called by the name: "Wilson's disease", "a Hoyer lift", "Duke activity index"."""
    near = (reading.at(place + 1), reading.at(place + 2))
    if near[0].gap not in {" ", "'s ", "' ", "-"} or near[0].opens:
        return False
    if near[0].plain in THINGS_OF:
        return (
            reading.words[place].sort is not Sort.COMMON
            or near[0].plain in _STAPLES
            or near[0].is_capital
            or _is_eponym(reading.words[place])
        )
    return near[1].plain in THINGS_OF and near[1].gap == " " and reading.words[place].sort is Sort.EPONYM


def _is_eponym(word: Word) -> bool:
    return word.plain in EPONYMS or lexicon.is_eponym(word.plain)


def _is_an_author(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody is quoted, read, watched or heard, and not met."""
    is_whole, following = last > first, reading.at(last + 1)
    before, second = reading.at(first - 1).plain, reading.at(first - 2).plain
    if (
        following.plain == "once"
        and reading.at(last + 2).plain in WRITES
        and reading.words[first].sort is not Sort.COMMON
    ):
        return True
    if before == "as" and reading.at(last + 1).plain in WRITES:
        return is_whole or reading.words[first].sort is not Sort.COMMON
    if before in {"by", "from", "of"} and (second in WORKS or second == "words" or reading.at(first - 2).is_called):
        return is_whole or (second in WORKS | {"words"} and reading.words[first].sort is not Sort.COMMON)
    if is_whole and (following.plain in WORKS or following.plain in {"wrote", "writes"}):
        return True
    return (
        reading.words[last].owns
        and (following.plain in WORKS or (is_whole and following.is_capital))
        and (is_whole or reading.words[first].sort is not Sort.COMMON)
    )


def _is_a_place(reading: Reading, place: int) -> bool:
    before, word = reading.at(place - 1), reading.words[place]
    return before.plain in IN_A_PLACE and word.gap == " " and not word.owns and not is_told_of(reading, place)


def _is_a_family(reading: Reading, place: int) -> bool:
    """ "The Okafor family", "the Sandovals"."""
    word, following = reading.words[place], reading.at(place + 1).plain
    return following in {"family", "kids", "sisters", "brothers", "twins", "baby"} or (
        word.plain.endswith("s") and lexicon.is_family(word.plain[:-1])
    )


def _is_branded(shown: str) -> bool:
    """Whether capitals stand inside, as in "MyChart", "LFTs" or "IIIb", but not as in "McDonald" or "AnnMarie"."""
    if shown[-1] == "s" and shown[:-1].isupper():
        return True
    inner = [index for index, char in enumerate(shown) if index and char.isupper() and shown[index - 1] not in "-'"]
    if not inner:
        return False
    head, tail = shown[: inner[0]].lower(), shown[inner[0] :].lower()
    return len(inner) > 1 or not (head in _PREFIXES or lexicon.is_given(head) or lexicon.is_given(tail))


def _is_misspelled(reading: Reading, word: Word) -> bool:
    """Whether a word in no list is an ordinary one with two letters swapped, one too many, or a wrong or no vowel."""
    if word.sort is not Sort.UNKNOWN or len(word.plain) < _MISSPELLED_FROM or not reading.knows_most:
        return False
    return any(spelled in ORDINARY or lexicon.is_ordinary(spelled) for spelled in _spellings(word.plain))


def _spellings(plain: str) -> Iterator[str]:
    for cut, letter in enumerate(plain):
        head, tail = plain[:cut], plain[cut + 1 :]
        yield head + tail
        yield f"{head}{tail[:1]}{letter}{tail[1:]}"
        for missed in _OFTEN_MISSED:
            yield f"{head}{missed}{letter}{tail}"
        if letter in _VOWELS:
            for vowel in _VOWELS:
                yield f"{head}{vowel}{tail}"


# --- How far a name goes ---


def _grown_left(reading: Reading, place: int) -> int:
    """The place of a name's particles before it: "van der Berg"."""
    if not reading.words[place].is_capital:
        return place
    first = place
    while (
        place - first < _MOST_PARTICLES and reading.at(first - 1).plain in _LEADING and reading.words[first].gap == " "
    ):
        first -= 1
    return first


def _grown(reading: Reading, place: int) -> int:
    """The place of a name's last word: "Maria Lopez", "Abu Bakr al-Masri", "Tanisha W.", "HERNANDEZ, LUIS"."""
    last = place
    while last - place < _LONGEST:
        further = _next_part(reading, last)
        if further is None:
            break
        last = further
    return last


def _next_part(reading: Reading, last: int) -> int | None:
    word, following = reading.words[last], reading.at(last + 1)
    if word.owns or following.sort is Sort.NOTHING:
        return None
    if word.sort is Sort.CASELESS:
        return last + 1 if following.sort is Sort.CASELESS and following.gap in {" ", "", "・", "·"} else None
    if following.gap == ", " and _is_turned_around(word, following):
        return last + 1
    if following.gap != " " and not (following.gap == ". " and word.sort is Sort.LETTER and not following.opens):
        return None
    if word.is_small:
        return last + 1 if _is_small_part(reading, last + 1) else None
    return _capital_part(reading, last + 1)


def _is_turned_around(word: Word, following: Word) -> bool:
    """ "HERNANDEZ, LUIS", or "Nguyen, Anh"."""
    if word.case is not following.case or following.sort not in _NAMES or word.is_small:
        return False
    return word.case is Case.LOUD or (lexicon.is_family(word.plain) and not lexicon.is_given(word.plain))


def _is_small_part(reading: Reading, place: int) -> bool:
    word = reading.at(place)
    if word.plain in SMALL or not word.is_small:
        return False
    if word.sort in _NAMES or word.sort is Sort.EPONYM:
        return len(word.plain) > 2
    return lexicon.is_family(word.plain) and says_something(reading, place, SAYS)


def _capital_part(reading: Reading, place: int) -> int | None:
    word = reading.at(place)
    if word.plain in PARTICLES and word.is_small:
        far = _behind_particles(reading, place)
        return far if far > place else None
    if word.plain in SUFFIXES or (word.sort is Sort.LETTER and not word.is_small and word.plain != "i"):
        return place
    if word.is_small or word.plain in SMALL or reading.at(place - 1).case is not word.case:
        return None
    return place if word.sort in _LIKE_NAMES or lexicon.is_family(word.plain) else None
