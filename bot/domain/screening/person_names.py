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
from bot.domain.screening.famous_names import FAMOUS, FAMOUS_ALONE, FICTIONAL, THINGS_OF, WORKS, WRITES
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.hand_words import EPONYMS, FIRM
from bot.domain.screening.initials import bare, dotted, initials_end
from bot.domain.screening.name_cues import (
    AND,
    DETERMINERS,
    CONJUNCTIONS,
    IN_A_PLACE,
    INTRODUCED_BY,
    IS,
    LINKING,
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
)
from bot.domain.screening.places_of_names import (
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
_PREFIXES: Final = ("mc", "mac", "o'", "d'", "de", "di", "du", "la", "le", "van", "von", "fitz", "al", "el", "st", "n'", "ja", "da", "ke", "ta", "ra", "sha", "ni", "o")
_LEADING: Final = frozenset({"van", "von", "der", "den", "del", "di", "al", "el", "ibn", "bin", "ter"})
_LONGEST: Final = 6
_VOWELS: Final = "aeiou"
_MISSPELLED_FROM: Final = 5
_SPEAKS: Final = frozenset({"told", "asked", "smiled", "laughed", "cried", "winked"})
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
        if titled is not None:
            return titled
    if len(word.plain) <= 3:
        initials = _initials(reading, place)
        if initials is not None:
            return initials
    return _nicknamed(reading, place) or _named(reading, place)


def _is_in_an_address(text: str, word: Word) -> bool:
    """Whether it is part of an e-mail address, a link or a handle, which others find."""
    before, behind = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if before == "@" or behind[:1] == "@":
        return True
    return word.is_small and len(word.plain) > 1 and (before in {".", "/"} or (behind[:1] == "." and behind[1:].isalnum()))


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
        return _Found(place, first, None)
    letters = initials_end(reading, first)
    if letters is not None or (word.case is Case.LOUD and len(word.plain) == 2 and word.sort is not Sort.ORDINARY):
        return _titled_initials(reading, place, first, letters or first)
    if not (_is_surely_titled if title in SURE_TITLES else _is_softly_titled)(reading, first):
        return None
    last = _grown(reading, first)
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


def _is_fictional(reading: Reading, place: int) -> bool:
    word = reading.at(place)
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
    if following.sort not in _LIKE_NAMES - {Sort.EPONYM, Sort.PLACE}:
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
    return lexicon.is_family(word.plain) and reading.at(place - 1).plain not in DETERMINERS and (
        is_told_of(reading, place)
        if word.is_called
        else says_something(reading, place, _SPEAKS) or is_somebody(reading, place)
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
    if _is_branded(word.shown):
        return None
    if lexicon.is_given(word.plain) or is_told_of(reading, place) or is_addressed(reading, place):
        return Confidence.DEFINITE
    return Confidence.POSSIBLE


def _unknown(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if not reading.is_english and not is_told_of(reading, place):
        return None
    if reading.at(place - 1).plain in DETERMINERS - {"my", "her", "his", "our"} and not _is_a_family(reading, place):
        return None
    if _is_branded(word.shown) or (word.opens and _is_misspelled(reading, word)):
        return None
    return Confidence.DEFINITE if is_told_of(reading, place) else Confidence.POSSIBLE


def _ambiguous(reading: Reading, place: int) -> Confidence | None:
    word, following, before = reading.words[place], reading.at(place + 1), reading.at(place - 1)
    if following.is_capital and following.gap == " " and following.sort in _NAMES and not following.owns:
        return Confidence.DEFINITE
    if before.plain in DETERMINERS or before.owns:
        return None
    if is_told_of(reading, place) and reading.at(place + 2).plain != "up":
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
    if word.sort is Sort.NAME and not word.shown.isascii() and reading.is_english:
        return Confidence.POSSIBLE
    if word.sort is Sort.AMBIGUOUS:
        return Confidence.POSSIBLE if _is_small_ambiguous(reading, place) else None
    if word.sort not in {Sort.NAME, Sort.UNKNOWN} or not reading.is_english:
        return None
    if not _is_in_a_names_place(reading, place) or _is_misspelled(reading, word):
        return None
    return Confidence.DEFINITE if word.sort is Sort.NAME else Confidence.POSSIBLE


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
    if word.sort is Sort.NAME and is_met(reading, place):
        return True
    if word.sort is Sort.NAME and is_introduced(reading, place) and word.gap == ", ":
        return True
    is_free = word.opens or is_addressed(reading, place) or reading.at(place - 1).plain in CONJUNCTIONS
    is_free = is_free or (reading.at(place - 1).plain in LINKING and reading.at(place + 1).plain == "who")
    return is_free and is_told_of(reading, place)


# --- What is no name ---


def _is_harmless(reading: Reading, first: int, last: int) -> bool:
    words = [word.plain for word in reading.words[first : last + 1]]
    if reading.words[first].gap == " " and first:
        words.insert(0, reading.at(first - 1).plain)
    if any(" ".join(pair) in FAMOUS for pair in zip(words, words[1:], strict=False)) or _is_famous_alone(reading.words[first]):
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
        return reading.words[place].sort is not Sort.COMMON or near[0].is_capital or _is_eponym(reading.words[place])
    return near[1].plain in THINGS_OF and near[1].gap == " " and reading.words[place].sort is Sort.EPONYM


def _is_eponym(word: Word) -> bool:
    return word.plain in EPONYMS or lexicon.is_eponym(word.plain)


def _is_an_author(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody is quoted, read, watched or heard, and not met."""
    is_whole = last > first
    before, second = reading.at(first - 1).plain, reading.at(first - 2).plain
    if before == "as" and reading.at(last + 1).plain in WRITES:
        return is_whole or reading.words[first].sort is not Sort.COMMON
    if before in {"by", "from", "of"} and (second in WORKS or second == "words" or reading.at(first - 2).is_called):
        return is_whole or (second in WORKS | {"words"} and reading.words[first].sort is not Sort.COMMON)
    following = reading.at(last + 1)
    if is_whole and (following.plain in WORKS or following.plain in {"wrote", "writes"}):
        return True
    return reading.words[last].owns and (following.plain in WORKS or (is_whole and following.is_capital)) and (
        is_whole or reading.words[first].sort is not Sort.COMMON
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
    return any(lexicon.is_ordinary(spelled) for spelled in _spellings(word.plain))


def _spellings(plain: str) -> Iterator[str]:
    for cut, letter in enumerate(plain):
        head, tail = plain[:cut], plain[cut + 1 :]
        yield head + tail
        yield f"{head}{tail[:1]}{letter}{tail[1:]}"
        for vowel in _VOWELS:
            yield f"{head}{vowel}{letter}{tail}"
            if letter in _VOWELS:
                yield f"{head}{vowel}{tail}"


# --- How far a name goes ---


def _grown_left(reading: Reading, place: int) -> int:
    """The place of a name's particles before it: "van der Berg"."""
    if not reading.words[place].is_capital:
        return place
    first = place
    while place - first < 3 and reading.at(first - 1).plain in _LEADING and reading.words[first].gap == " ":
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
        return next(
            (far for far in range(place + 1, place + 3) if reading.at(far).is_capital and reading.at(far).gap == " "), None
        )
    if word.plain in SUFFIXES or (word.sort is Sort.LETTER and not word.is_small and word.plain != "i"):
        return place
    if word.is_small or word.plain in SMALL or reading.at(place - 1).case is not word.case:
        return None
    return place if word.sort in _LIKE_NAMES or lexicon.is_family(word.plain) else None
