"""What wards call by somebody's name without a noun that says so: "positive murphy", "Westley 2", "Miller or Mac"."""

from typing import Final

from bot.domain.screening.names import sorts
from bot.domain.screening.names.eponym_words import IN_ROWS
from bot.domain.screening.names.hand_words import EPONYMS
from bot.domain.screening.names.name_cues import BEDS, RELATED, RELATIVES_OF, SAYS
from bot.domain.screening.names.places_of_names import has_an_age, says_something
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_SIGNED: Final = words_of("positive negative pos neg equivocal")
"""What signs are, before or behind their name."""
_CLASSED: Final = words_of("""
    stanford debakey killip child child-pugh hinchey fontaine rutherford gartland garden salter salter-harris gustilo
    mallampati cormack weber danis-weber lauge-hansen pauwels schatzker neer frykman tossy rockwood bismuth strasberg
    todani spetzler bosniak breslow braak lancefield binet durie masaoka siewert prague savary truelove
""")
"""What classes are called by, with a letter or a numeral behind: "Stanford B", "Rutherford IIb"."""
_NUMERAL: Final = frozenset("ivxabcdef")
_DIAGNOSED: Final = words_of(
    "dx dx'd ddx diagnosis diagnoses diagnosed disease syndrome sign r/o rule ruled differential hx"
)
_FAR_FROM_IT: Final = 8
_SCORES: Final = words_of("""
    aldrete alvarado apgar ashworth ballard balthazar barthel beck berg bishop blatchford borg bosniak braden
    breslow bristol caprini centor clark cobb conners cormack denver dubowitz edinburgh epworth fisher forrester
    fugl-meyer glasgow gleason gustilo hamilton hinchey hunt karnofsky katz khorana killip kurtzke lansky lawton
    lille maddrey mallampati mayo morse norton ottawa outerbridge padua pugh ramsay rankin ranson richmond riker
    rockall rutherford salter schatzker silverman snellen steward tanner tinetti waterlow weber wells westley wexner
    yale zung
""")
"""Scores, stages and scales: a number stands behind them, or what a child has met."""
_OF_SCORES: Final = words_of("milestones milestone developmental points is was of at")
_SCORED: Final = RELATIVES_OF | {"the"}
_SCORED_AS: Final = frozenset({"is", "was"})
_YEARS: Final = words_of("years year yrs yr yo y/o months month mos mo weeks days")
_BLADES: Final = words_of("mac miller macintosh magill mccoy phillips wisconsin")
_IN_AIRWAYS: Final = words_of("blade blades grade bougie laryngoscope laryngoscopy glidescope dl view vl tube")
_ALSO_WITHOUT_A_SIGN: Final = _SCORES | _BLADES | {"lucas"}
_COMPRESSES: Final = words_of("compressions compression cpr device thumper")
_AT_WORK: Final = words_of("doing does did running runs going device keeps kept on")
_AROUND: Final = 4
_ARTICLES_OR_SIZES: Final = frozenset({"a", "an", "the", "another", "inch", "gauge", "french", "fr", "size"})
_BEFORE_NUMBERS: Final = frozenset({" ", " -", " +", ": "})
_HOUSED: Final = frozenset({"in", "from"})
_JOINS: Final = frozenset({"and", "or", "then", "vs", "versus"})
_BETWEEN: Final = frozenset({", ", "/", " / ", "; ", " & ", "\n"})
_IN_ROWS_BETWEEN: Final = _BETWEEN | {" "}
_LONGEST_ROW: Final = 6


def is_an_eponym_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether a sign, a score, a blade or a machine is meant that has somebody's name."""
    word = reading.words[first]
    if last > first:
        if _is_a_class(reading, first, last):
            return True
        return last == first + 1 and reading.words[last].gap == ", " and _is_a_row_of_two(reading, first)
    if word.owns:
        if _is_a_diagnosis(reading, first):
            return True
        return (word.is_honored or word.plain in EPONYMS or word.plain in IN_ROWS) and _is_in_a_row(reading, first)
    is_known = word.is_honored or word.plain in EPONYMS
    if (is_known or word.plain in IN_ROWS) and (_is_one_of_many(reading, first) or _is_in_a_row(reading, first)):
        return not has_an_age(reading, first)
    if not is_known and word.plain not in _ALSO_WITHOUT_A_SIGN:
        return False
    if _is_somebodys_score(reading, first):
        return True
    is_one = (
        (is_known and _is_a_sign(reading, first))
        or _is_a_blade(reading, first)
        or _is_a_score(reading, first, is_known=is_known)
        or _is_at_work(reading, first)
    )
    return is_one and not has_an_age(reading, first)


def _is_a_class(reading: Reading, first: int, last: int) -> bool:
    """ "Stanford B, not A", and not "Stanford B. told me"."""
    word, letter = reading.words[first], reading.words[last]
    is_classed = word.plain in _CLASSED or (word.plain == "forrest" and len(letter.plain) > 1)
    if not is_classed or last != first + 1 or letter.gap != " " or not _NUMERAL.issuperset(letter.plain):
        return False
    behind = reading.at[last + 1]
    has_dot = reading.behind(last).startswith(".") and not behind.opens and behind.sort is not sorts.NOTHING
    return not has_dot and not has_an_age(reading, last) and not says_something(reading, last, SAYS)


def _is_a_diagnosis(reading: Reading, place: int) -> bool:
    """ "Got the dx anyway (Addison's)": an eponym that owns nothing, where a diagnosis is spoken of."""
    word, following = reading.words[place], reading.at[place + 1]
    if not (word.is_honored or word.plain in EPONYMS) or following.gap == "'s ":
        return False
    return any(reading.at[place - step].plain in _DIAGNOSED for step in range(1, 1 + _FAR_FROM_IT))


def _is_one_of_many(reading: Reading, place: int) -> bool:
    """ "A Glenn", "an Allen", "the Ross": an operation or a test, and nobody."""
    word, following = reading.words[place], reading.at[place + 1]
    if word.plain not in IN_ROWS or word.gap != " " or reading.at[place - 1].plain not in _ARTICLES_OR_SIZES:
        return False
    if following.gap == " " and following.plain in RELATED:
        return False
    return not (following.plain in _HOUSED and reading.at[place + 2].plain in BEDS)


def _is_in_a_row(reading: Reading, place: int) -> bool:
    """ "Homans, Murphy, Babinski": beside one that nobody is called like."""
    return _leads_to_an_eponym(reading, place, 1) or _leads_to_an_eponym(reading, place, -1)


def _is_a_row_of_two(reading: Reading, place: int) -> bool:
    """ "Meckel, Ladd": what looks like a last name and a first one, but goes on or holds what is no name."""
    two = reading.words[place : place + 2]
    if any(word.owns or not (word.plain in IN_ROWS or word.sort is sorts.EPONYM) for word in two):
        return False
    is_surely = any(word.sort is sorts.EPONYM and word.plain not in IN_ROWS for word in two)
    return is_surely or _leads_to_an_eponym(reading, place, -1) or _leads_to_an_eponym(reading, place + 1, 1)


def _leads_to_an_eponym(reading: Reading, place: int, step: int) -> bool:
    """Whether a row goes on, forwards or backwards, to a word that is an eponym and no name."""
    for _ in range(_LONGEST_ROW):
        here, there = reading.at[place], reading.at[place + step]
        gap = (there.gap if step > 0 else here.gap).removeprefix("'s").removeprefix("'")
        if there.plain in _JOINS and gap in _IN_ROWS_BETWEEN:
            place += step
            continue
        is_joined = gap in _BETWEEN or here.plain in _JOINS
        if not is_joined or not (there.plain in IN_ROWS or there.sort is sorts.EPONYM):
            return False
        if there.sort is sorts.EPONYM and there.plain not in IN_ROWS:
            return True
        place += step
    return False


def _is_a_sign(reading: Reading, place: int) -> bool:
    """ "Positive murphy", "murphy negative", but not "Murphy, negative for flu"."""
    word, following = reading.words[place], reading.at[place + 1]
    if word.gap == " " and reading.at[place - 1].plain in _SIGNED:
        return True
    return following.gap == " " and following.plain in _SIGNED and reading.at[place + 2].plain != "for"


def _is_a_score(reading: Reading, place: int, *, is_known: bool) -> bool:
    word, following = reading.words[place].plain, reading.at[place + 1]
    if following.gap not in _BEFORE_NUMBERS:
        return False
    if following.sort is sorts.NUMBER:
        return is_known or word in _SCORES or word in _BLADES
    return (
        word in _SCORES
        and following.plain in _OF_SCORES
        and (following.plain.startswith("milestone") or reading.at[place + 2].sort is sorts.NUMBER)
    )


def _is_somebodys_score(reading: Reading, place: int) -> bool:
    """ "Her Braden was 11": what would be an age, were it not hers."""
    word, says, number = reading.words[place], reading.at[place + 1], reading.at[place + 2]
    if word.plain not in _SCORES or reading.at[place - 1].plain not in _SCORED or says.plain not in _SCORED_AS:
        return False
    return number.plain.isdigit() and reading.at[place + 3].plain not in _YEARS


def _is_a_blade(reading: Reading, place: int) -> bool:
    """ "Miller blade or Mac", "mac 3 blade"."""
    if reading.words[place].plain not in _BLADES:
        return False
    near = {reading.at[place + step].plain for step in range(-_AROUND, 1 + _AROUND) if step}
    return not near.isdisjoint(_IN_AIRWAYS)


def _is_at_work(reading: Reading, place: int) -> bool:
    """Whether the machine does compressions: "lucas doing compressions", "put the lucas on"."""
    if reading.words[place].plain != "lucas":
        return False
    if reading.at[place - 1].plain == "the" or reading.at[place + 1].plain == "device":
        return True
    near = {reading.at[place + step].plain for step in range(1, 1 + _AROUND)}
    return reading.at[place + 1].plain in _AT_WORK and not near.isdisjoint(_COMPRESSES)
