"""What has somebody's name and points at nobody: diseases, devices, brands, books, authors and places."""

from itertools import pairwise
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.cars import is_a_car
from bot.domain.screening.names.eponym_words import EPONYM_PAIRS
from bot.domain.screening.names.famous_names import (
    FAMOUS,
    FAMOUS_ALONE,
    FIRST_OF_FAMOUS,
    SHOPS,
    THINGS_OF,
    TOOLS_OF,
    WORKS,
    WRITES,
)
from bot.domain.screening.names.figure_words import JOINED
from bot.domain.screening.names.figures import is_a_figure, is_a_named_thing
from bot.domain.screening.names.hand_words import EPONYMS
from bot.domain.screening.names.housed import is_of_our_group
from bot.domain.screening.names.name_cues import (
    CALLED_LIKE_PEOPLE,
    DONE_TO_PEOPLE,
    IDEAS_SAY,
    ILLNESSES,
    IN_A_PLACE,
    KIN,
    OWNED,
    PATIENTS,
    RELATED,
    SAYS,
    SOMEBODY,
)
from bot.domain.screening.names.places_of_names import (
    has_an_age,
    is_closely_introduced,
    is_named,
    is_told_of,
    says_something,
)
from bot.domain.screening.names.said_in_general import is_said_in_general
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.names.told_works import is_of_a_told_work
from bot.domain.screening.names.ward_eponyms import is_an_eponym_alone
from bot.domain.screening.names.written_of import is_read_of
from bot.domain.screening.word_sets import words_of

_WINDOW: Final = 200
_TITLE: Final = LatePattern(r"\b[Ii]n \"[A-Z]\w{0,20}(?: [\w']{1,20}){0,6} [A-Z]\w{0,20}[,.]?\"")
_SENTENCE_END: Final = LatePattern(r"[.?!\n]")
_IN_PRAYERS: Final = words_of("jesus god allah lord christ buddha krishna shiva santa satan")
_OWN: Final = words_of("i me my we us our patient patients pt today")
"""Where the writer is met as well, the sentence tells of the ward."""
_NOT_WORKS: Final = words_of("his her their me us it down")
"""What a patient writes: "wrote her questions down"."""
_PREFIXES: Final = words_of("mc mac o' d' de di du la le van von fitz al el st n' ja da ke ta ra sha ni o")
_SOLD: Final = words_of(
    """
    run fries burger burgers nuggets bag milkshake shake drive coffee pizza sandwich gift card store trip soup
    soups chips bars cups breakfast lunch dinner parking
    """
)
_BOUGHT: Final = _SOLD | words_of("""
    wanted wants want tray ate eat eats eating craved craving order ordered bought buy hungry snack snacks candy
    chocolate cereal sauce burrito taco nugget ketchup soda sandwiches milkshakes shop shopping mall groceries grocery
    fast food menu
""")
_BEHIND_SHOPS: Final = words_of("""
    for after before on and or with at in is was but because so today tonight again instead every when while then from
    near by across down next to that which
""")
_CRAVED: Final = words_of("want wants wanted craving craved crave miss misses missed order ordered eat ate")
_CRAVES: Final = words_of("""
    ask asks asked asking beg begged begging craving wish wished wishing dream dreams dreamed dreaming settle settled
    hungry starving ready stopped stop
""")
"""Before "for Wendy's", where no person is meant."""
_STAYED: Final = words_of("sat sitting sit stayed staying rounded walked walking talked talking spoke speaking met")
_PAIR: Final = 2
_AROUND_SHOPS: Final = 5
_NAMING: Final = 10
_FAMILIES_DO: Final = (IDEAS_SAY - {"called", "says", "hated", "loved"}) | words_of("brought drove prayed fed slept")
"""What neither teams nor devices do that are called by many: "the Tserendolgors brought food"."""
_SAINTS: Final = words_of("st saint san santa")
_NOT_PEOPLE: Final = _SAINTS | CALLED_LIKE_PEOPLE
_WORKS_ALONE: Final = words_of(
    "lyrics song songs poem poems novel novels album movie movies quote book books episode concert"
)
_STATESMEN: Final = frozenset({"lincoln", "washington", "franklin", "jefferson", "kennedy"})
"""Quoted by their last name, which is many a child's first one."""
_LESSONS: Final = words_of("lecture lectures podcast textbook article chapter")
_STAPLES: Final = frozenset({"cracker", "crackers", "tea", "oil", "rice", "juice", "pie", "cake", "kart"})
FIRST_OF_STATES: Final = words_of("""
    aland american bouvet british burkina cabo cayman central christmas cocos cook costa czech deep dominican east
    eastern el equatorial falkland faroe french great hong ivory latin marshall middle netherlands new norfolk north
    northern nova pacific palestinian puerto rhode saint san saudi sierra sint solomon south southeast sri tamil the
    timor united viet virgin west western
""")
"""What states of two words begin with."""
_ROMAN: Final = frozenset("IVX")
"""What stages are numbered with: "Rutherford IIb"."""
_BEGINS_A_PAIR: Final = FIRST_OF_STATES | FIRST_OF_FAMOUS


def is_harmless(reading: Reading, first: int, last: int) -> bool:
    if _is_in_a_known_pair(reading, first, last) or _is_famous_alone(reading, first, last):
        return True
    if reading.words[last].owns and _is_taught_or_sold(reading, last):
        return True
    if reading.at[first - 1].plain in _NOT_PEOPLE or _is_in_a_work(reading, first):
        return True
    if is_a_figure(reading, first, last) or is_a_named_thing(reading, first):
        return True
    if is_of_a_thing(reading, last) or is_an_eponym_alone(reading, first, last):
        return True
    if is_said_in_general(reading, first, last) or is_a_car(reading, first, last):
        return True
    if is_of_a_told_work(reading, first, last):
        return True
    return is_read_of(reading, first, last) or _is_an_author(reading, first, last)


def _is_in_a_known_pair(reading: Reading, first: int, last: int) -> bool:
    """Whether two of the words, or one and its neighbor, are somebody famous or a state."""
    begin = first - 1 if first and reading.words[first].gap in {" ", "'s "} else first
    words = [word.plain for word in reading.words[begin : last + 2]]
    # Hardly a pair begins so: what a phrase is known as takes longer.
    pairs = [f"{one} {other}" for one, other in pairwise(words) if one in _BEGINS_A_PAIR or "-" in one or "-" in other]
    if first == last and (_is_an_eponym_pair(reading.words[first]) or _is_known_with_another(reading, first)):
        return not _is_cared_for(reading, first, last) and not has_an_age(reading, last)
    if not pairs:
        return False
    if not FAMOUS.isdisjoint(pairs) and not _is_cared_for(reading, first, last):
        return True
    # "North Carolina" is no Carolina.
    return any(lexicon.is_state(pair) for pair in pairs if "-" in pair or pair.partition(" ")[0] in FIRST_OF_STATES)


def _is_an_eponym_pair(word: Word) -> bool:
    """ "Jackson-Pratt", "Dix-Hallpike", "Lewy-body": two names, or a name and a thing, that a hyphen makes one word."""
    if "-" not in word.plain:
        return False
    parts = word.plain.split("-")
    if len(parts) == _PAIR and (parts[1] in THINGS_OF or parts[1] in TOOLS_OF):
        return parts[0] in EPONYMS or lexicon.is_eponym(parts[0])
    return " ".join(parts[:_PAIR]) in EPONYM_PAIRS


def _is_known_with_another(reading: Reading, place: int) -> bool:
    """ "Simon and Garfunkel", "Ben & Jerry's"."""
    word, before, following = reading.words[place], reading.at[place - 1], reading.at[place + 1]
    if following.plain == "and" or following.gap == " & ":
        other = reading.at[place + 2] if following.plain == "and" else following
        if f"{word.plain} {other.plain}" in JOINED:
            return True
    if before.plain == "and" or word.gap == " & ":
        other = reading.at[place - 2] if before.plain == "and" else before
        return f"{other.plain} {word.plain}" in JOINED
    return False


def _is_taught_or_sold(reading: Reading, place: int) -> bool:
    """ "Goljan's lectures", "Wendy's drive-through"."""
    if any(reading.at[place + step].plain in _LESSONS for step in range(1, 5)):
        return True
    return reading.at[place].plain in SHOPS and _is_a_shop(reading, place)


def _is_a_shop(reading: Reading, place: int) -> bool:
    """Whether something is bought or eaten there: "Wendy's fries", "ate Arby's after", but not "Wendy's daughter"."""
    word, following = reading.words[place], reading.at[place + 1]
    if following.plain in _SOLD:
        return True
    if _is_craved(reading, place):
        return True
    if following.gap in {" ", "'s "} and not following.opens and following.plain not in _BEHIND_SHOPS:
        return False
    near = {reading.at[place + step].plain for step in range(-_AROUND_SHOPS, 1 + _AROUND_SHOPS) if step}
    return not word.is_given or not near.isdisjoint(_BOUGHT)


def _is_craved(reading: Reading, place: int) -> bool:
    """ "Woke up asking for Wendy's": nothing is owned, and it is asked for."""
    following = reading.at[place + 1]
    if not (following.opens or following.gap.strip() != "'s" or following.plain in _BEHIND_SHOPS):
        return False
    before, second = reading.at[place - 1].plain, reading.at[place - 2].plain
    return before in _CRAVED or (before in {"for", "about", "of"} and second in _CRAVES)


def _is_famous_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether one word is enough; "Jesús", "Selena Gutierrez" and "my patient Moses" are people like others."""
    word = reading.words[first]
    return word.plain in FAMOUS_ALONE and word.shown.isascii() and first == last and not _is_met_here(reading, first)


def _is_cared_for(reading: Reading, first: int, last: int) -> bool:
    """ "My patient Tom Hanks", "Michael Scott, 44", "Thomas the resident": who shares a figure's name."""
    if reading.at[first + 1].plain == "the":
        near = [reading.at[first + step] for step in (2, 3)]
        # "Rosie the 4 yr old" is a child.
        return any(word.plain in SOMEBODY for word in near) or near[0].plain.isdigit()
    if last == first:
        return False
    if reading.at[first - 1].plain in PATIENTS and is_closely_introduced(reading, first):
        return True
    return has_an_age(reading, last) or _is_with_us(reading, first, last)


def _is_with_us(reading: Reading, first: int, last: int) -> bool:
    """ "Lisa Simpson told me", "sat with Neil Young", "Doris Day's daughter"."""
    if reading.words[last].owns:
        return reading.at[last + 1].plain in KIN
    if says_something(reading, last, SAYS) and reading.at[last + 2].plain in {"me", "us"}:
        return True
    return reading.at[first - 1].plain == "with" and reading.at[first - 2].plain in _STAYED


def _is_met_here(reading: Reading, place: int) -> bool:
    """Whether somebody who is called like a star is on the ward: "my patient Moses", "Drake's mom", "Dora, a 9 y/o"."""
    word, following = reading.words[place], reading.at[place + 1]
    if is_of_our_group(reading, place) or _is_named_after(reading, place):
        return True
    if not word.is_given:
        is_patient = reading.at[place - 1].plain in PATIENTS and is_closely_introduced(reading, place)
        return is_patient or has_an_age(reading, place)
    if is_closely_introduced(reading, place) or is_named(reading, place) or has_an_age(reading, place):
        return True
    if word.plain in _IN_PRAYERS:
        return False
    if word.owns:
        return following.plain in KIN
    says_to_us = says_something(reading, place, SAYS) and reading.at[place + 2].plain in {"me", "us"}
    return says_to_us or reading.at[place - 1].plain in DONE_TO_PEOPLE


def _is_named_after(reading: Reading, place: int) -> bool:
    """ "Tupac (yes his mother named him so)": who was given a star's name is none."""
    words = [reading.at[place + step].plain for step in range(1, _NAMING)]
    named = zip(words, words[1:], words[2:], strict=False)
    return any(one == "named" and two in {"him", "her"} and so in {"so", "that", "after"} for one, two, so in named)


def is_of_a_thing(reading: Reading, place: int) -> bool:
    """Whether something is called by the name: "Wilson's disease", "a Hoyer lift", "Duke activity index"."""
    word, following = reading.words[place], reading.at[place + 1]
    if following.opens:
        return False
    if word.owns and _is_eponym(word) and following.plain not in OWNED:
        return True
    if following.gap not in {" ", "'s ", "' ", "-"}:
        return False
    if word.owns and (following.plain in OWNED or _is_ill(reading, place)):
        return False
    if following.plain in TOOLS_OF:
        return _is_eponym(word)
    if following.plain in THINGS_OF:
        return (
            word.sort is not sorts.COMMON
            or following.plain in _STAPLES
            or following.case is cases.CAPITALIZED
            or _is_eponym(word)
        )
    second = reading.at[place + 2]
    return second.plain in THINGS_OF and second.gap == " " and _is_eponym(word)


def _is_ill(reading: Reading, place: int) -> bool:
    """Whether what is somebody's is an illness, and no work or place: "Lily's line infection"."""
    word = reading.words[place]
    return reading.at[place + 2].plain in ILLNESSES and not _is_eponym(word)


def _is_eponym(word: Word) -> bool:
    return word.plain in EPONYMS or word.is_honored


def _is_an_author(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody is quoted, read, watched or heard, and not met. A first name alone is a patient's too."""
    is_whole, following = last > first, reading.at[last + 1]
    is_known = is_whole or reading.words[first].sort is not sorts.COMMON or reading.words[first].plain in _STATESMEN
    if not is_known:
        return False
    if is_whole and following.plain in {"wrote", "writes"}:
        return reading.at[last + 2].plain not in _NOT_WORKS
    if reading.words[last].owns:
        return (following.plain in WORKS and not _is_ill(reading, last)) or (
            is_whole and following.case is cases.CAPITALIZED
        )
    if following.plain in _WORKS_ALONE and following.gap == " ":
        return True
    return _is_quoted(reading, first, last) or _is_credited(reading, first, is_whole=is_whole)


def _is_quoted(reading: Reading, first: int, last: int) -> bool:
    """ "As Osler said", "Lincoln once said"."""
    following = reading.at[last + 1]
    if following.plain == "once":
        return reading.at[last + 2].plain in WRITES
    return reading.at[first - 1].plain == "as" and following.plain in WRITES


def _is_credited(reading: Reading, first: int, *, is_whole: bool) -> bool:
    """ "A poem by Mary Oliver", "in the words of …", "Being Mortal by …"."""
    if reading.at[first - 1].plain not in {"by", "from", "of"}:
        return False
    second = reading.at[first - 2]
    # Authors write in small letters seldom, and a story "from" somebody is a patient's.
    if not is_whole and (reading.words[first].case is cases.SMALL or reading.at[first - 1].plain == "from"):
        return second.plain in _WORKS_ALONE
    return second.plain in WORKS or second.plain == "words" or (is_whole and second.is_called)


def _is_in_a_work(reading: Reading, first: int) -> bool:
    """Whether somebody is told of in the sentence of a quoted title, there or before: 'in "The Plague" it is …'."""
    word = reading.words[first]
    if word.sort is sorts.COMMON or '"' not in reading.text:
        return False
    start = reading.start(first)
    before = reading.text[max(0, start - _WINDOW) : start]
    title = _TITLE.search(before) if '"' in before else None
    if title is None:
        return False
    sentence = _SENTENCE_END.split(before[title.end() :], maxsplit=1)
    said = sentence[0].lower().split()
    return _OWN.isdisjoint(said) and (len(sentence) == 1 or word.shown.lower() in (each.strip(",;'s") for each in said))


def is_a_place(reading: Reading, place: int) -> bool:
    before, word = reading.at[place - 1], reading.words[place]
    return before.plain in IN_A_PLACE and word.gap == " " and not word.owns and not is_told_of(reading, place)


def is_a_family(reading: Reading, place: int) -> bool:
    """ "The Okafor family", "the Sandovals"."""
    word, following = reading.words[place], reading.at[place + 1].plain
    if following in RELATED:
        return True
    is_many = word.plain.endswith("s") and not word.owns
    return is_many and (lexicon.is_family(word.plain[:-1]) or following in _FAMILIES_DO)


def is_branded(shown: str) -> bool:
    """Whether capitals stand inside, as in "MyChart", "LFTs" or "IIIb", but not as in "McDonald" or "AnnMarie"."""
    if shown[-1] == "s" and shown[:-1].isupper():
        return True
    if shown[-1] in "abc" and _ROMAN.issuperset(shown[:-1]):
        return True
    inner = [index for index, char in enumerate(shown) if index and char.isupper() and shown[index - 1] not in "-'"]
    if not inner:
        return False
    head, tail = shown[: inner[0]].lower(), shown[inner[0] :].lower()
    return len(inner) > 1 or not (head in _PREFIXES or lexicon.is_given(head) or lexicon.is_given(tail))
