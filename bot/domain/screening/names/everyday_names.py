"""Everyday words in small letters where the sentence makes clear that somebody is called so: "young was my patient"."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.casual_words import SLANG
from bot.domain.screening.names.found_names import POSSIBLE, Found
from bot.domain.screening.names.name_cues import (
    ADVERBS,
    AFTER_A_NAME,
    CALL,
    CALLED_BY,
    CALLERS,
    CONJUNCTIONS,
    EVERY_ROLE,
    GOES_ON,
    MEETS,
    OF_PEOPLE,
    PATIENTS,
    SAYS,
    SMALL,
    STAFF,
    TITLES,
    WITH,
)
from bot.domain.screening.names.places_of_names import is_hers, is_name_of_somebody, is_named, says_something
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_SAY: Final = words_of(
    "told asked asks smiled laughed cried cries whispered thanked hugged winked sobbed begged squeezed"
)
"""What no service and no thing does."""
_TO_SOMEBODY: Final = words_of("me us i if for about the his her my to whether when and")
_NOBODY: Final = words_of(
    "mom dad mama papa nana god lord doc docs sir hon honey babe bro sis cards rads path neuro derm psych onc heme"
    " medicine peds surgery ortho gen pharm lab labs ent trauma rock sugar page"
)
"""Roles, services and whom nobody has to leave out, though somebody is called so."""
_WAS_MINE: Final = words_of("was is were")
_MINE: Final = words_of("my our")
_SHORT_FOR_NOBODY: Final = words_of(
    "al bob don gary glen harry jay jimmy jo joey john josh ken mike nick pete phil roger sue tad ted"
    " tom tommy tony trey"
    " tyler vic wayne walt moe carl fred dave"
)
"""Names that are hardly ever anything else at the end of what is said."""
_LISTS: Final = words_of("list team service census panel schedule board name")
"""What somebody is on: "young was on my list", but not "on my mind"."""
_RANKS: Final = words_of("first last next only new favorite fav oldest youngest other second third long same")
_RANKS_AND_SERVICES: Final = _RANKS | words_of(
    "peds onc heme medicine surgery surgical ortho neuro derm psych ob gyn obgyn icu picu nicu micu sicu er ed clinic"
    " cardiology renal transplant trauma oncology pediatric hospice dialysis continuity real actual solo post-op postop"
    " rehab inpatient outpatient admitted sickest assigned"
)
_RANKED: Final = 7
_HIM: Final = words_of("him her them me")
_ASIDE: Final = 10
_SURELY: Final = words_of("yes yep yup not really")
_PERSONS: Final = words_of("he she they his her their him them my family")
_NAMES: Final = words_of("name surname nickname")
_SORTS_OF_NAMES: Final = words_of(
    "his her their my a the real actual actually legal given first last family married maiden birth stage street"
)
_OF_THINGS: Final = words_of("the a an this that")
_THEY: Final = words_of("he she they who pt patient guy lady everyone everybody we kids staff nurses family all just i")
_NO_NAMES: Final = words_of(
    "feel ear bus car train foot quick slow default vibes back out in tomorrow today crazy lazy stupid names dumb"
    " difficult fast so too over it noncompliant everything anything something nothing around directly first"
    " instead twice weekly daily dramatic selfish brave strong sweet cute rude mean bad good fine weak dead"
    " fat ugly bald old weird needy bossy picky whiny cranky grumpy sleepy fussy liar trouble nuts lucky sick sir ma'am"
)
_NEVER_A_NICKNAME: Final = _NO_NAMES | SMALL | ADVERBS
_SAID_TO_BE: Final = ("ive", "ful", "less", "able", "ible", "ous", "ant", "ent", "al", "ic", "ed", "ing", "ly", "ary")
"""How words end that tell of somebody's ways."""
_WITH_THE_TITLE: Final = words_of(
    "mister aunt aunt auntie aunty uncle tia tio tita tito baji apa didi bhai kuya nanay tatay lola lolo"
    " oma opa nana grandma"
    " grandpa granny abuela abuelo abuelita mama papa lil bubbe zayde nonna nonno bibi amma khala teta hajji haji umm"
    " abu ustad lao madame deacon elder brother sister mother father coach pastor doc miss"
    " dona don senora senor sra sr"
)
_CALLED_FIRST: Final = words_of("big lil little old young fat slim tiny poor sweet dear")
_SHORTEST: Final = 2
ALSO_NAMES: Final = frozenset({"sunday", "monday", "friday", "made"})
"""Small words and days that somebody is called by, too, if they tell something."""
_LITTLE: Final = frozenset({"nothing", "little", "everything", "enough", "much"})
"""What days and ideas tell."""
_ASK: Final = frozenset({"told", "asked", "asks"})
_GIVEN: Final = lexicon.Known.GIVEN.value
_ANY_NAME: Final = _GIVEN | lexicon.Known.FAMILY.value
_UNUSUAL: Final = frozenset({sorts.UNKNOWN, sorts.NAME, sorts.COMMON})
_ROLES_AS_NAMES: Final = frozenset({"baby", "boy", "girlie", "junior"})
"""Behind an aunt's title: "tita baby"."""
_NEVER_TITLED: Final = ((SMALL | EVERY_ROLE) - _ROLES_AS_NAMES) | ADVERBS | _NO_NAMES
_TO_SOMEBODY_THAT: Final = _TO_SOMEBODY | {"that"}
_ON_WARDS: Final = PATIENTS | STAFF
_LED_BY: Final = WITH | MEETS
_ONLY_SMALL: Final = (SMALL - ALSO_NAMES) | SLANG
_GOES_ON_OR_SAYS: Final = GOES_ON | SAYS
_GOES_ON_OR_PRAYS: Final = _GOES_ON_OR_SAYS | {"runs", "sings", "prays"}


def is_everyday_named(reading: Reading, place: int) -> bool:
    """Whether an everyday word that begins a sentence is somebody: who tells, who is my patient, who is called so."""
    word = reading.words[place]
    following = reading.at[place + 1]
    if word.plain in _ONLY_SMALL or word.owns or following.gap != " " or following.opens:
        return False
    if is_name_of_somebody(reading, place):
        return True
    if word.plain in EVERY_ROLE or word.plain in _NOBODY:
        return False
    known = word.known
    if word.plain in ALSO_NAMES:
        return _tells(reading, place) and reading.at[place + 2].plain in _TO_SOMEBODY_THAT
    is_mine = bool(known & _ANY_NAME) and is_my_patient(reading, place)
    return is_mine or (bool(known & _GIVEN) and _tells(reading, place))


def _tells(reading: Reading, place: int) -> bool:
    following, second = reading.at[place + 1].plain, reading.at[place + 2].plain
    if following in {"said", "says"} or reading.at[place + 3].plain in _LITTLE:
        return second == "that"
    return says_something(reading, place, _SAY) and (second in _TO_SOMEBODY or following not in _ASK)


def is_my_patient(reading: Reading, place: int) -> bool:
    """ "Grace was my patient", "young is our oldest pt", and not "patience is my friend"."""
    if not says_something(reading, place, _WAS_MINE):
        return False
    is_listed = reading.at[place + 2].plain in {"on", "under"} and reading.at[place + 3].plain in _MINE
    if is_listed and reading.at[place + 4].plain in _LISTS:
        return True
    if reading.at[place + 2].plain not in _MINE:
        return False
    near = place + 3
    while reading.at[near].plain in _RANKS_AND_SERVICES and near < place + _RANKED:
        near += 1
    return reading.at[near].plain in _ON_WARDS and reading.at[near].gap == " " and not reading.at[near].owns


def is_at_the_end(reading: Reading, place: int) -> bool:
    """ "Talked baseball with al": a name that is hardly ever a thing, behind a small word, and nothing follows."""
    word, following = reading.words[place], reading.at[place + 1]
    if word.plain not in _SHORT_FOR_NOBODY or word.gap != " ":
        return False
    return reading.at[place - 1].plain in _LED_BY and (following.opens or following.gap != " ")


def called_by_everyday_words(reading: Reading) -> Iterator[Found]:
    """Where it is said how somebody is called: "goes by bird", "everyone calls him nonna"."""
    if reading.spelled.isdisjoint(CALLED_BY):
        return
    words = reading.words
    for before in [place for place in reading.notable if words[place].plain in CALLED_BY]:
        says = words[before].plain
        # "Everyone calls him …", but "a lady everybody calls …".
        place = before + 1 if says in CALL and reading.at[before + 1].plain not in _HIM else before + 2
        word, following = reading.at[place], reading.at[place + 1]
        if (
            word.sort is sorts.ORDINARY
            and word.case is cases.SMALL
            and word.gap == " "
            and _is_called_so(reading, place)
        ):
            is_longer = following.gap == " " and following.case is cases.SMALL and following.sort in _UNUSUAL
            yield Found(place, place + is_longer, POSSIBLE)


def explained_in_brackets(reading: Reading) -> Iterator[Found]:
    """Words behind which a bracket says that they are names: "tbone (thats what he goes by)"."""
    if "(" not in reading.text:
        return
    for place, word in enumerate(reading.words[1:]):
        if "(" in word.gap and word.gap.strip() == "(" and _is_explained_as_a_name(reading, place):
            yield Found(place, place, POSSIBLE)


def _is_explained_as_a_name(reading: Reading, place: int) -> bool:
    if reading.at[place - 1].plain in _OF_THINGS or reading.words[place].plain in _ONLY_SMALL:
        return False
    following = (reading.at[place + step] for step in range(1, _ASIDE))
    bracket = list(takewhile(lambda word: ")" not in word.gap, following))
    words, said = [word.plain for word in bracket], {word.plain for word in bracket if not word.owns}
    if "it" in said or (words[0] not in _SURELY and _PERSONS.isdisjoint(words)):
        return False
    pairs = list(pairwise(words))
    is_called = any(word == "by" and before in CALLED_BY for before, word in pairs)
    is_called |= any(word in CALL and called in _HIM for word, called in pairs)
    return is_called or any(word in _NAMES and before in _SORTS_OF_NAMES for before, word in pairs)


def _is_called_so(reading: Reading, place: int) -> bool:
    plain = reading.words[place].plain
    if plain in _NEVER_A_NICKNAME or is_hers(reading, place) or not _ends_or_goes_on(reading.at[place + 1]):
        return False
    before, second, third = (reading.at[place - step] for step in (1, 2, 3))
    if before.plain == "by":
        return second.plain in {"goes", "go"} and (third.plain in _THEY or second.opens)
    if before.plain not in _HIM:
        is_who = second.plain in CALLERS and is_named(reading, place)
        return before.plain in CALL and is_who and _is_like_a_nickname(plain)
    if second.plain in CALL and third.plain in CALLERS - STAFF:
        return _is_like_a_nickname(plain)
    is_name = lexicon.is_given(plain) or lexicon.is_family(plain) or plain in TITLES - STAFF
    return second.plain in {"calls", "call", "nicknamed"} and third.plain in _THEY and is_name


def _ends_or_goes_on(following: Word) -> bool:
    """Whether no noun follows that the word before could belong to."""
    if following.opens or following.gap != " " or following.sort in _UNUSUAL:
        return True
    return following.plain in CONJUNCTIONS or following.plain in {"even", "around", "here", "he", "she"}


def _is_like_a_nickname(plain: str) -> bool:
    """Whether it is hardly what somebody is said to be: "sparky" and "bones", but not "combative"."""
    if plain in TITLES:
        return plain not in STAFF
    return plain not in EVERY_ROLE and plain not in OF_PEOPLE and not plain.endswith(_SAID_TO_BE)


def is_called_first(reading: Reading, place: int) -> bool:
    """Whether what nicknames begin with stands before a word that does something: "big rome always knows"."""
    word, before = reading.words[place], reading.at[place - 1]
    following = reading.at[place + 1]
    if word.gap != " " or before.case is not cases.SMALL or word.plain in EVERY_ROLE:
        return False
    if before.plain in {"boy", "girl"} and reading.at[place - 2].plain == "baby":
        return following.gap == " " and (following.plain in _GOES_ON_OR_SAYS or following.plain.endswith("ed"))
    if before.plain not in _CALLED_FIRST or not _is_free(reading, place - 1):
        return False
    if before.plain in {"big", "lil"} and reading.at[place - 2].plain in _LED_BY | {"ask"}:
        return following.opens or following.gap != " " or following.plain in AFTER_A_NAME
    if following.gap != " " or following.opens:
        return False
    return following.plain in _GOES_ON_OR_SAYS or following.plain in ADVERBS | {"from", "who"}


def is_loosely_titled(reading: Reading, place: int) -> bool:
    """Whether a word in small letters follows what aunts and elders are called: "tía yoli", "tita baby runs"."""
    word, title, following = reading.words[place], reading.at[place - 1], reading.at[place + 1]
    if (
        word.gap != " "
        or word.case is not cases.SMALL
        or title.plain not in _WITH_THE_TITLE
        or len(word.plain) < _SHORTEST
    ):
        return False
    if word.plain in _NEVER_TITLED:
        return False
    if not (_is_free(reading, place - 1) or reading.at[place - 2].plain in {"my", "his", "her", "our", "their"}):
        return False
    if word.sort is not sorts.ORDINARY:
        return word.sort is not sorts.AMBIGUOUS or following.plain in AFTER_A_NAME
    is_given = word.is_given
    if is_given and reading.at[place - 2].plain in MEETS and following.plain in AFTER_A_NAME:
        return True
    return is_given and (following.plain in _GOES_ON_OR_PRAYS and following.gap == " ")


def _is_free(reading: Reading, place: int) -> bool:
    """Whether nothing stands before a word that it could belong to."""
    before = reading.at[place - 1].plain
    is_led_to = before in CONJUNCTIONS or before in WITH or before in MEETS or before in {"ask", "call", "calls"}
    return is_led_to or reading.words[place].opens or reading.words[place].gap == ", "
