"""Whether a name is an author's who is quoted, a textbook's, or that of somebody in a book or series."""

from typing import Final

from bot.domain.screening.names import cases
from bot.domain.screening.names.name_cues import DONE_TO_PEOPLE, KIN, RELATIVES_OF, SAYS
from bot.domain.screening.names.places_of_names import has_an_age, is_introduced, says_something
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.names.works import AUTHORS, EVERY_THINKER, MANY_THINGS, SERIES, TAKEN_IN, TEXTBOOKS, THINKERS
from bot.domain.screening.word_sets import words_of

_JOINS: Final = frozenset({"and", "&", "n"})
_TEACH: Final = words_of(
    "teach write say put describe argue call define suggest show warn recommend explain remind insist propose"
)
"""What two authors do."""
_TEACHES: Final = words_of("writes wrote argues argued teaches taught coined")
"""What is told of an author alone, and seldom of anybody on a ward."""
_READS: Final = words_of("read reread reading rereading quote quoted quoting cite cited citing finished per skimmed")
_QUOTES: Final = words_of("quote quoted quotes quoting cite cited citing")
_READ_TOGETHER: Final = words_of("""
    read reads reread reading rereading assigned discussed discussing finished finishing quoted quoting skimmed loved
""")
"""Before an author's possessive and a title: "we read Fadiman's The Spirit Catches You"."""
_QUOTED_BY: Final = words_of("said says wrote writes taught teaches called calls put believed argued warned thought")
_ANSWERED: Final = words_of("no yes nothing ok okay thanks please")
_PAGES: Final = words_of("page pages pg chapter chapters ch edition copy")
_ABOUT: Final = words_of("on about for until till instead again all last tonight")
_AUTHORED: Final = words_of(
    "narratives narrative questions model essay essays book books chapter paper theory framework"
)
_IN_CLASS: Final = words_of("in before and for after at on during")
"""Where somebody is read; whom a letter is read to follows "the" or "his"."""
_US: Final = frozenset({"me", "us"})
_TO_US: Final = words_of("me us he she i they his her him them it")
_OF_MEDICINE: Final = words_of("""
    medicine medical suffering physician physicians disease illness healing dying diagnosis treats doctors nursing
    science art secret blood humors liver
""")
_FAR: Final = 12
_FURTHEST: Final = 4
_TITLES_ABOUT: Final = {
    figure: [title for title, figures in SERIES.items() if figure in figures]
    for figure in frozenset().union(*SERIES.values())
}
_AROUND: Final = 40
"""So many words before and behind, and no whole text for each name in it."""
_ABOUT_OR_PAGES: Final = _ABOUT | _PAGES


def is_read_of(reading: Reading, first: int, last: int) -> bool:
    """ "According to Sacks", "as Miller and Rollnick teach", "page 12 of Nelson", or somebody in a series."""
    if reading.at[last].owns and first == last and _is_an_authors_work(reading, first):
        return True
    return _is_told(reading, first, last) and not is_introduced(reading, first) and not has_an_age(reading, last)


def _is_told(reading: Reading, first: int, last: int) -> bool:
    if reading.at[last].owns:
        return _is_read_by_title(reading, first, last)
    if reading.words[first].plain in EVERY_THINKER and _is_a_thinker(reading, first, last):
        return True
    return _is_quoted(reading, first, last) or _is_a_textbook(reading, first) or is_in_a_series(reading, first, last)


def is_in_a_series(reading: Reading, first: int, last: int) -> bool:
    """Whether the text tells of a book or a series in which somebody is called so, and nobody is met."""
    told = {title for word in reading.words[first : last + 1] for title in _TITLES_ABOUT.get(word.plain, ())}
    if not told or _is_met(reading, first, last):
        return False
    near = [word.plain for word in reading.words[max(0, first - _AROUND) : last + _AROUND]]
    text, is_taken_in = f" {' '.join(near)} ", not TAKEN_IN.isdisjoint(near)
    return any(f" {title} " in text and (is_taken_in or title not in MANY_THINGS) for title in told)


def _is_quoted(reading: Reading, first: int, last: int) -> bool:
    word, before, following = reading.words[first], reading.at[first - 1], reading.at[last + 1]
    if _is_two_together(reading, first):
        return True
    if word.case is cases.SMALL or not _is_an_author(word):
        return False
    if before.plain == "to" and reading.at[first - 2].plain == "according":
        return True
    if before.plain in _QUOTES and (following.opens or following.gap != " "):
        return True
    if before.plain in _READS and (following.plain in _ABOUT or following.plain in _IN_CLASS):
        return True
    return following.plain in _TEACHES and following.gap == " " and reading.at[last + 2].plain not in _US


def _is_an_authors_work(reading: Reading, place: int) -> bool:
    """ "Kleinman's eight questions", "read some of Kleinman's illness narratives"."""
    if not _is_an_author(reading.words[place]):
        return False
    return any(reading.at[place + step].plain in _AUTHORED for step in (1, 2, 3))


def _is_two_together(reading: Reading, place: int) -> bool:
    """ "As Kleinman and Benson write", "Beauchamp and Childress"."""
    is_second = reading.at[place - 1].plain in _JOINS
    if not is_second and reading.at[place + 1].plain not in _JOINS:
        return False
    begin = place - 2 if is_second else place
    one, other, verb = reading.at[begin], reading.at[begin + 2], reading.at[begin + 3]
    if reading.at[begin + 1].plain not in _JOINS or not (
        one.case is cases.CAPITALIZED and other.case is cases.CAPITALIZED
    ):
        return False
    if {one.plain, other.plain} <= AUTHORS:
        return True
    return reading.at[begin - 1].plain == "as" and verb.plain in _TEACH


def _is_an_author(word: Word) -> bool:
    return (word.plain in AUTHORS or word.is_honored) and not word.is_given


def _is_a_textbook(reading: Reading, place: int) -> bool:
    """ "Page 12 of Nelson", "read Harrison on fevers"."""
    word, before = reading.words[place], reading.at[place - 1].plain
    if word.plain not in TEXTBOOKS:
        return False
    if before in {"of", "in", "from"}:
        return any(reading.at[place - step].plain in _PAGES for step in range(2, 2 + _FURTHEST))
    return before in _READS and reading.at[place + 1].plain in _ABOUT_OR_PAGES


def _is_met(reading: Reading, first: int, last: int) -> bool:
    if reading.at[first - 1].plain in DONE_TO_PEOPLE or reading.at[last + 1].plain in KIN:
        return True
    return says_something(reading, last, SAYS) and reading.at[last + 2].plain in _US


def _is_read_by_title(reading: Reading, first: int, last: int) -> bool:
    """ "We read Fadiman's The Spirit Catches You": whose work with capitals is read."""
    if reading.at[first - 1].plain not in _READ_TOGETHER:
        return False
    one, other = reading.at[last + 1], reading.at[last + 2]
    return one.case is cases.CAPITALIZED and other.case is cases.CAPITALIZED and other.gap == " " and not one.opens


def _is_a_thinker(reading: Reading, first: int, last: int) -> bool:
    """ "Virchow said medicine is …", and not "Saunders said she is in pain"."""
    word, says, second = reading.words[last], reading.at[last + 1], reading.at[last + 2]
    if word.plain in THINKERS and reading.at[first - 1].plain in _QUOTES and first == last:
        return not word.owns
    if first != last or says.plain not in _QUOTED_BY or says.gap != " " or word.case is not cases.CAPITALIZED:
        return False
    if second.plain in _TO_US and says.plain not in {"put", "called", "calls"}:
        return False
    if word.plain in THINKERS:
        return True
    if second.plain in _ANSWERED or second.plain in _TO_US or second.plain in RELATIVES_OF:
        return False
    said = {reading.at[last + step].plain for step in range(2, 2 + _FAR)}
    return not said.isdisjoint(_OF_MEDICINE) and said.isdisjoint(_TO_US - {"it"})
