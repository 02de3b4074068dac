"""Words in small letters that are in no dictionary, wherever they stand: more often than not somebody's name."""

import re
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import sorts
from bot.domain.screening.names.misspellings import resembles
from bot.domain.screening.names.name_cues import DETERMINERS, DONE_TO_PEOPLE, IRREGULAR, KIN, SAYS
from bot.domain.screening.names.name_or_thing import speaks_for_somebody
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_SHORTEST: Final = 4
_SHORTEST_PART: Final = 3
# Before a drug, a dish, a language or a place.
_BEFORE_THINGS: Final = words_of(
    "on in of into start started starting stop stopped take took taking ordered hung pushed eat ate"
    " cooked drank speaks speak spoke speaking learn learned play played using use used via per vs some more no any"
    " much new old severe acute chronic very so too really near from iv po mg mcg"
    " feel feels felt or"
)
_BECAUSE: Final = frozenset(
    {"bc", "because", "cuz", "cause", "proud", "front", "behalf", "instead", "care", "thoughts"}
)
"""Before "of" somebody."""
_LEADS: Final = {
    "on": words_of(
        "word update updates news report consult consults consulted note notes"
        " handoff signout checked check checking rounded rounding eyes crush gave give"
        " giving hx history exam h&p intake physical"
    ),
    "for": words_of("consult consults pronoun pronouns"),
    "of": words_of(
        "smile laugh word answer story history yes peep sentence proud fond picture photo scared sight widow"
    )
    | KIN,
    "from": words_of(
        "smile up hug wave advice feedback story history learned learn heard hear hearing consent quote lesson report"
        " note notes letter text message call question joke look"
    ),
    "into": words_of("ran bumped run"),
}
"""What is told, got or heard of somebody, by the word that follows: "no word on …", "a smile out of …"."""
_BEFORE_ANYTHING: Final = words_of(
    "on in into ordered hung pushed ate cooked drank speaks speak spoke speaking learn learned used use"
    " using via per vs"
    " iv po mg mcg near start started stop stopped"
)
"""Even what is in a list of names is something else behind them."""
_MADE_LIKE: Final = tuple(
    words_of(
        "ing ed ness tion sion ment able ible less ful ism ity ology ologist itis osis emia uria ectomy otomy ostomy"
        " oscopy ogram pathy ase pril olol artan azole cillin mycin oxacin statin mab nib pam lam oid gram"
        " ship wise ize meter ance ence ous"
    )
)
"""How everyday words, drugs and diseases end; a name that does is found by its place only."""
_DERIVED: Final = (
    *words_of("ly ish ist vir ine ide ate one ol ic al ton y er s age um us"),
    *words_of("hood ville burg nt ve ll"),
)
"""How words end that are made from others, and names as well: so it counts whether the rest is a word."""
_BEFORE_WORDS: Final = tuple(
    words_of(
        "anti auto bi bio cardio co counter cyber de dis down e en extra gastro hemi hydro hyper hypo immuno in inter"
        " intra macro mega micro mid mini mis mono multi nano neo neuro non osteo out over para peri poly post pre"
        " pro pseudo psycho re retro self semi sub super tele thermo trans tri ultra un under uni up uro vaso"
    )
)
_MET: Final = DONE_TO_PEOPLE | {"thank", "thanks", "miss", "with", "w"}
_DOES: Final = SAYS | IRREGULAR
_BEHIND_WHO_IS_SEEN: Final = words_of("again today yesterday outside with w walking sitting crying smiling in at first")
_VOWELS: Final = frozenset("aeiouy")
_DRAWN_OUT: Final = re.compile(r"(.)\1\1")
_SPELLED: Final = re.compile(r"[^\W\d_]+(?:(?<=[aeiou])'(?=[aeiou])[^\W\d_]+)?")
"""As names are, with what some languages have between vowels: "pu'uwai"."""
_IT: Final = frozenset({"it", "that", "he", "she", "here", "there", "who"})
"""Before what is no possessive: "it's gretl"."""
_BESIDE: Final = frozenset(' ,:;.!?=>(\n"')


def is_stray(reading: Reading, place: int) -> bool:
    """Whether a word like no other stands where a person can, and hardly a thing: asked about even without a cue."""
    word, before = reading.words[place], reading.at[place - 1]
    if len(word.plain) < _SHORTEST or not reading.knows_most or not _is_spelled_like_a_name(word):
        return False
    is_said = word.gap == "'s " and before.plain in _IT
    if before.plain in DETERMINERS or not (is_said or _BESIDE.issuperset(word.gap)):
        return False
    is_listed = word.sort is sorts.NAME or (before.plain == "of" and reading.at[place - 2].plain in _BECAUSE)
    is_of_things = before.plain in (_BEFORE_ANYTHING if is_listed else _BEFORE_THINGS)
    if (is_of_things and not _is_led_to(reading, place)) or _DRAWN_OUT.search(word.plain):
        return False
    if not is_listed and _is_made_like_a_thing(reading, place):
        return False
    return not resembles(reading, word)


def _is_spelled_like_a_name(word: Word) -> bool:
    """Whether it has letters only, or is made of parts that are names: "hye-rin"."""
    return bool(_SPELLED.fullmatch(word.plain)) or (word.sort is sorts.NAME and "'" not in word.plain)


def _is_led_to(reading: Reading, place: int) -> bool:
    """Whether the words before lead to somebody: "no word on …", "a smile out of …", "learned patience from …"."""
    near = {reading.at[place - 2].plain, reading.at[place - 3].plain}
    # Of "h&p" each letter is a word.
    if reading.at[place - 2].gap == "&" and reading.at[place - 3].plain == "h":
        near.add("h&p")
    return not near.isdisjoint(_LEADS.get(reading.at[place - 1].plain, ()))


def _is_made_like_a_thing(reading: Reading, place: int) -> bool:
    plain = reading.words[place].plain
    if _VOWELS.isdisjoint(plain) or plain.endswith(_MADE_LIKE) or _is_joined(plain):
        return True
    return (_is_derived(plain) or _is_prefixed(plain)) and not _does_something(reading, place)


def _does_something(reading: Reading, place: int) -> bool:
    """Whether the sentence has it that the word is somebody who does, says or is met."""
    following, before = reading.at[place + 1], reading.at[place - 1].plain
    if before in _MET or _is_led_to(reading, place) or speaks_for_somebody(reading, place):
        return True
    return following.gap == " " and following.plain in (_BEHIND_WHO_IS_SEEN if before in {"saw", "see"} else _DOES)


def _is_derived(plain: str) -> bool:
    """Whether a word is left without its ending: "microdoser", but not "iskander"."""
    if not plain.endswith(_DERIVED):
        return False
    for end in _DERIVED:
        if plain.endswith(end):
            rest = plain.removesuffix(end)
            is_long = len(rest) >= _SHORTEST
            if is_long and any(map(lexicon.is_written_often, (rest, f"{rest}e", f"{rest}a", f"{rest}y", rest[:-1]))):
                return True
    return False


def _is_prefixed(plain: str) -> bool:
    """Whether a word is left behind what words begin with: "peripancreatic"."""
    if not plain.startswith(_BEFORE_WORDS):
        return False
    heads = (head for head in _BEFORE_WORDS if plain.startswith(head) and len(plain) >= len(head) + _SHORTEST)
    return any(lexicon.is_ordinary(plain.removeprefix(head)) for head in heads)


def _is_joined(plain: str) -> bool:
    """Whether two everyday words were written as one: "handprint"."""
    cuts = range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1)
    return any(_are_words(plain[:cut], plain[cut:]) for cut in cuts)


def _are_words(first: str, second: str) -> bool:
    """Whether both are words, and the longer one is no rare one: in most names two rare ones can be found."""
    longer = max(first, second, key=len)
    return lexicon.is_written_often(longer) and lexicon.is_ordinary(first) and lexicon.is_ordinary(second)
