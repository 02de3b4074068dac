"""How much speaks for somebody where a word can be a name or a thing: "Hope lost her job", but "Hope was all she had".

What the word is by itself and what is said of it both count for something. Enough of it makes the word worth asking
about, and never more than that.
"""

from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.everyday_names import is_my_patient
from bot.domain.screening.names.hand_words import EPONYMS, FIRM, IDEAS, PEOPLES
from bot.domain.screening.names.housed import is_in_a_room
from bot.domain.screening.names.name_cues import (
    ADVERBS,
    ALSO_THINGS,
    BELONGINGS,
    DONE_TO_PEOPLE,
    EVERY_ROLE,
    GOES,
    IDEAS_SAY,
    ILLNESSES,
    IRREGULAR,
    IS,
    MOVES,
    NO_SUBJECTS,
    OF_BODIES,
    OF_PEOPLE,
    OWNED,
    SAYS,
    SMALL,
    SOMEBODY,
)
from bot.domain.screening.names.places_of_names import has_an_age, is_name_of_somebody
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_ENOUGH: Final = 3
_SURE, _MUCH, _SOME = 3, 2, 1
_CANNOT: Final = words_of(
    "didn't doesn't couldn't can't won't wouldn't hadn't hasn't didnt doesnt couldnt cant wont wouldnt hadnt hasnt did"
    " does couldn might could"
)
_WASNT: Final = words_of("wasn't wasnt isn't isnt was is")
_ONLY_PEOPLE: Final = words_of(
    "have want eat take sleep like know trust talk speak hear read understand sign cry smile complain"
    " believe feel drink"
    " remember see breathe swallow think let tell ask say sit stand sing wake argue lie laugh listen write leave love"
    " hate need care mind recognize answer been had make wanna used gone ate slept eaten slept seen told"
    " spoken walked walk smiled opened breathed talked"
)
"""Behind "didn't" or "couldn't"; "make" is for who doesn't make it."""
_USED_TO: Final = words_of(
    "be work live drive own run play sing teach dance box cook walk smoke drink farm fix build love"
)
_BECOMES: Final = words_of("just turns turned uses goes used")
_SAID: Final = words_of("said says told asked")
_HE: Final = words_of("he she he's she's hes shes he'd she'd hed he'll she'll shed they they're theyre")
_HIS: Final = words_of("his her their")
_SELF: Final = words_of("himself herself themselves themself")
_JOINS: Final = words_of("and but so because bc cuz cause n or then until til till though while where now")
_OBJECTS: Final = words_of("me us you him them it")
_MODALS: Final = words_of("will may can might would could should do does did is are was has have")
_UNINFLECTED: Final = words_of("let beat cut put hurt read quit shut set hit come become")
"""What may follow a verb's helper as well: "the doctor will let me in"."""
_ASKED: Final = DONE_TO_PEOPLE | words_of(
    "promised reminded warned begged tell ask thank hug fed bathed comforted consented reassured interviewed wheeled"
    " discharged extubated intubated"
)
_FIXED: Final = frozenset(
    {
        *(
            "kept calling",
            "kept asking",
            "kept telling",
            "keeps calling",
            "keeps asking",
            "fell asleep",
            "left ama",
            "left without",
            "left early",
            "went home",
            "got discharged",
        ),
        *("would like", "would love", "would rather", "was brought", "got extubated", "was extubated", "delivered at"),
        *("delivered early", "delivered twins", "delivered her", "delivered via", "threw up", "passed away"),
    }
)
"""What only somebody does, in two words."""
_EQUALS: Final = words_of("the all how why where when")
"""Behind "is", where a word is explained and nobody described."""
_CLAUSES: Final = words_of("what how why where when")
_ASKS: Final = words_of("asked asks told tells said says taught teaches wanted wants needed")
_LITTLE: Final = words_of("nothing little everything much more less enough in of by through as against")
"""What ideas ask, and how bills are told; somebody asks a person or for a thing."""
_LOOKS: Final = words_of("looked looks seemed seems")
_BETTER: Final = OF_PEOPLE | words_of("better worse good great terrible awful pale weak unwell okay ok fine relieved")
_HAS: Final = words_of("has had got gets")
_LOSSES: Final = words_of(
    "pregnancy baby babies twin twins leg foot toe toes vision hearing consciousness pulse blood weight"
)
_IN_TIME: Final = words_of("may april june august summer autumn spring winter")
_HURTS: Final = words_of("broke hurt injured twisted sprained fractured tore cut bumped burned")
_COMES_IN: Final = words_of("w with for by after")
"""Behind "came in": a complaint, or who brought somebody."""
_PATIENTS_DO: Final = words_of(
    "coded flatlined crashed seized miscarried aspirated desatted desated vomited puked relapsed"
    " overdosed labored coughed"
    " sneezed limped fainted extubated arrested decompensated"
)
_SITS: Final = words_of(
    "hung hanging chilled"
    " sat sit sitting talked talking spoke speaking met meeting stayed staying rounded visited rounding"
)
_ON_THE_WARD: Final = words_of("preop pre-op pacu icu ed er clinic triage postop holding picu nicu dialysis infusion")
_NOT_BEHIND_WILL: Final = words_of("got gets had has went goes took takes did does")
"""Where it helps no verb, and nobody left one behind."""
_WOULD: Final = words_of("will would can could might should must won't wont wouldn't wouldnt shouldn't")
_NO_HELPERS: Final = (FIRM - IDEAS - words_of("art chip ed ward grant dean rich duke mark")) | {"will"}
"""Names that begin no question and are no idea, no thing that may or will, and no role without its article."""
_WHILE: Final = words_of("after before about while during until till when as")
_STILL_PEOPLE: Final = words_of("walked died hid waited lived lives snored visited drives drove wore woke plays played")
"""What things and slips of the pen seldom do, although ideas may."""
_CALLED: Final = words_of("call calls called goes")
_SUBJECTS: Final = words_of("we i nobody everyone everybody noone they staff")
_FURTHEST, _SOON = 14, 3
_SUBJECTS_BEHIND: Final = _HE | {"i", "it", "we", "you"}
_HE_OR_HIS: Final = _HE | _HIS
_OF_SOMEBODY: Final = _HE_OR_HIS | _SELF | {"hers", "him"}
_EXPLAINED: Final = _EQUALS | _CLAUSES
_NEVER_ALONE: Final = _MODALS | IDEAS
_ONLY_PEOPLE_DO: Final = _ONLY_PEOPLE - {"make"}
_MOSTLY_NAMES: Final = FIRM | PEOPLES
_OF_THINGS_TOO: Final = _WASNT | MOVES | GOES
_VERBS: Final = IS | IRREGULAR | SAYS | _CANNOT
_NOUNS: Final = EVERY_ROLE | OWNED | {"own"}
_NO_NOUNS: Final = SMALL | ADVERBS


def speaks_for_somebody(reading: Reading, place: int) -> bool:
    """Whether what is said of a word that begins a sentence or its part is said of somebody."""
    if reading.words[place].plain in _MODALS and reading.at[place + 1].plain in _UNINFLECTED:
        return False
    return _by_itself(reading.words[place]) + _said_of(reading, place) >= _ENOUGH


def is_spoken_to(reading: Reading, place: int) -> bool:
    """Whether somebody is told, asked or met, and not a word that helps a verb: "told mark his scan", "met grace"."""
    word, before, following = reading.words[place], reading.at[place - 1], reading.at[place + 1]
    if before.plain not in _ASKED or word.gap != " " or word.owns:
        return False
    ends = following.opens or following.gap != " "
    if word.plain in _MODALS:
        return not ends and following.plain not in _SUBJECTS_BEHIND and following.plain in SMALL
    return ends or following.plain in SMALL or following.plain in ADVERBS


def is_sat_with(reading: Reading, place: int) -> bool:
    """Whether somebody sits or talks with whom the sentence then goes on about: "sat w/ dawn after her scan"."""
    if reading.at[place - 1].plain not in {"with", "w"} or reading.at[place].gap not in {" ", "/ ", "/"}:
        return False
    begun = reading.at[place - 3 if reading.at[place - 2].plain == "out" else place - 2]
    if begun.plain not in _SITS or not _is_taken_up(reading, place):
        return False
    near = {reading.at[place + step].plain for step in (2, 3)}
    is_near = reading.at[place + 1].plain in _WHILE and not near.isdisjoint(_HE_OR_HIS)
    is_near |= reading.at[place + 1].plain == "in" and reading.at[place + 2].plain in _ON_THE_WARD
    is_near |= reading.at[place + 1].plain == "for" and not near.isdisjoint(
        {"hour", "hours", "minutes", "min", "hr", "bit", "while"}
    )
    return is_near or reading.words[place].plain not in IDEAS


def is_thing_told_of(reading: Reading, place: int) -> bool:
    """Whether a word is explained or asks what ideas ask: "Hope is what …", "Charity asked nothing of us"."""
    says, following = reading.at[place + 1], reading.at[place + 2].plain
    if reading.words[place].plain in FIRM or is_name_of_somebody(reading, place):
        return False
    if says.plain in _WASNT:
        return following in _EXPLAINED
    return says.plain in _ASKS and following in _LITTLE


def is_mostly_a_name(word: Word) -> bool:
    """Whether little else is called so without an article, and it helps no verb: "call me duke"."""
    return word.plain in _MOSTLY_NAMES and word.plain not in _NEVER_ALONE


def _by_itself(word: Word) -> int:
    """How seldom the word is anything else. A capital at a sentence's beginning is worth a little with some words."""
    if word.plain in IDEAS or word.sort is sorts.ORDINARY:
        return 0
    if word.plain in FIRM:
        return _SOME if word.case is cases.SMALL else _MUCH
    return _SOME if word.plain in PEOPLES or word.sort is sorts.AMBIGUOUS else 0


def _said_of(reading: Reading, place: int) -> int:
    if _is_told_apart(reading, place):
        return _SURE
    word = reading.words[place]
    verb = place + 1
    while reading.at[verb].plain in ADVERBS and verb < place + _SOON:
        verb += 1
    if word.owns:
        return _SURE if word.sort is not sorts.ORDINARY and is_owned(reading, place) else 0
    if not _follows(reading.at[verb]):
        return 0
    if reading.at[verb].plain == "and" and reading.at[verb + 1].plain in _HIS:
        return _SURE if reading.at[verb + 2].plain in OWNED else 0
    if _is_of_people_only(reading, place, verb):
        return _SURE
    worth = _worth_of(reading, place, verb)
    if worth is None:
        return 0
    return worth + (_MUCH if _is_taken_up(reading, verb) else 0)


def _is_told_apart(reading: Reading, place: int) -> bool:
    """Whether it is told how old or whose patient somebody is, or which bed is whose: "grace in 12 needs"."""
    if has_an_age(reading, place) or is_name_of_somebody(reading, place) or is_my_patient(reading, place):
        return True
    return is_in_a_room(reading, place) and reading.words[place].plain not in _IN_TIME


def is_owned(reading: Reading, place: int) -> bool:
    """Whether what belongs to a word is a relative, a body's or an illness: "lily's mom", "Lily's line infection"."""
    if reading.at[place + 1].plain in OWNED:
        return True
    word = reading.words[place]
    if word.plain in _IN_TIME or word.is_honored or word.plain in EPONYMS:
        return False
    near = (reading.at[place + 1], reading.at[place + 2])
    return any(each.plain in ILLNESSES and not each.opens for each in near)


def _follows(word: Word) -> bool:
    return word.gap == " " and word.case is cases.SMALL and not word.opens


def _is_of_people_only(reading: Reading, place: int, verb: int) -> bool:
    says, following = reading.at[verb].plain, reading.at[verb + 1].plain
    word = reading.words[place]
    if _does_what_people_do(reading, place, verb):
        return True
    if _is_no_helper(word, says, following) and not _has_to_do_with(reading, verb):
        return True
    if (
        f"{says} {following}" in _FIXED
        or (says in _BECOMES and following in _HE)
        or _is_what_befalls(reading, word, verb)
    ):
        return True
    if word.sort in sorts.RARE and says in _STILL_PEOPLE:
        return True
    if says in _CANNOT and following in _ONLY_PEOPLE:
        return following != "make" or reading.at[verb + 2].plain == "it"
    if says in {"does", "did"} and following == "not" and reading.at[verb + 2].plain in _ONLY_PEOPLE_DO:
        return True
    if says in {"turns", "turned"} and reading.at[verb + 1].sort is sorts.NUMBER:
        return True
    return _has_been_before(reading, word, verb) or (says in IS and _is_described(reading, verb))


def _is_no_helper(word: Word, says: str, following: str) -> bool:
    """Whether a word that helps verbs helps none here, or one that does follows a name: "Will got", "Will will not"."""
    if word.plain == "will" and says in _NOT_BEHIND_WILL:
        return True
    if says not in _WOULD or word.plain not in _NO_HELPERS or word.case is not cases.CAPITALIZED:
        return False
    return following not in _SUBJECTS_BEHIND


def _has_to_do_with(reading: Reading, verb: int) -> bool:
    """ "Will has nothing to do with it", which is said of what is willed."""
    return [reading.at[verb + step].plain for step in (2, 3, 4)] == ["to", "do", "with"]


def _has_been_before(reading: Reading, word: Word, verb: int) -> bool:
    """ "Destiny has had three babies", "art used to be a welder"."""
    said = f"{reading.at[verb].plain} {reading.at[verb + 1].plain}"
    if said == "has had":
        return word.plain not in IDEAS
    return said == "used to" and word.plain in _MOSTLY_NAMES and reading.at[verb + 2].plain in _USED_TO


def _does_what_people_do(reading: Reading, place: int, verb: int) -> bool:
    """Whether a verb of people's follows, or how somebody looked: "told me", "looked better"."""
    word, says, following = reading.words[place], reading.at[verb].plain, reading.at[verb + 1].plain
    if is_thing_told_of(reading, place):
        return False
    if says in _LOOKS and following in _BETTER and word.case is cases.CAPITALIZED and word.plain in _MOSTLY_NAMES:
        return True
    is_firm = word.plain in FIRM and not (word.case is cases.SMALL and says in ALSO_THINGS)
    return says in (SAYS if is_firm else IDEAS_SAY) and following != "up"


def _is_what_befalls(reading: Reading, word: Word, verb: int) -> bool:
    """Whether it happens to patients only: "coded", "broke his hip", "has cf", "came in w chest pain"."""
    says, near = reading.at[verb].plain, {reading.at[verb + step].plain for step in (1, 2)}
    if says in _HURTS and not near.isdisjoint(_HIS):
        return not near.isdisjoint(BELONGINGS)
    if says in {"came", "comes"} and "in" in near and word.plain not in _IN_TIME:
        return reading.at[verb + 1].plain == "in" and reading.at[verb + 2].plain in _COMES_IN
    if says in {"lost", "lose"}:
        return not near.isdisjoint(_LOSSES)
    return says in _PATIENTS_DO or (says in _HAS and not near.isdisjoint(OF_BODIES))


def _is_described(reading: Reading, verb: int) -> bool:
    near = [reading.at[verb + step] for step in range(1, 2 + _SOON)]
    if (
        "my" in {near[0].plain, near[1].plain}
        or near[0].plain == "our"
        or near[0].opens
        or any(";" in word.gap for word in near)
    ):
        return False
    if near[0].plain in _CLAUSES:
        return any(
            reading.at[verb + step].plain in _CALLED and reading.at[verb + step + 1].plain != "it" for step in (3, 4)
        )
    for step, word in enumerate(near):
        if word.opens or (step and word.plain in _JOINS):
            return False
        if word.plain in OF_PEOPLE or (word.plain in SOMEBODY and near[step - 1].plain not in _HIS):
            return True
    return False


def _worth_of(reading: Reading, place: int, verb: int) -> int | None:
    """What a verb is worth that may be said of things; of ideas, what they do too is worth nothing."""
    word, says = reading.words[place], reading.at[verb]
    if says.plain in ALSO_THINGS:
        return None
    is_idea = _by_itself(word) == 0
    if is_idea and reading.at[verb + 1].plain in _OBJECTS:
        return None
    if says.plain in _WASNT and reading.at[verb + 1].plain in _EQUALS:
        return None
    if says.plain in {"lost", "uses"}:
        return _SOME if is_idea else _MUCH
    if says.plain in _OF_THINGS_TOO:
        return 0 if is_idea else _SOME
    if says.plain in _VERBS or says.plain.endswith("ed"):
        return _SOME
    is_verb = says.plain.endswith("s") and says.sort is sorts.ORDINARY and reading.at[verb + 1].plain in NO_SUBJECTS
    return _SOME if is_verb and not is_idea else None


def _is_taken_up(reading: Reading, verb: int) -> bool:
    """Whether the same sentence goes on about him or her: "… and she", "… lost her job", "…, he said"."""
    for place in range(verb + 1, verb + _FURTHEST):
        word = reading.at[place]
        if word.opens:
            return False
        if word.plain not in _OF_SOMEBODY:
            continue
        before = reading.at[place - 1]
        if word.plain in _SELF or (word.plain == "hers" and before.plain == "of"):
            return True
        if word.plain in _HE and (before.plain in _JOINS or word.gap == ", " or reading.at[place + 1].plain in _SAID):
            return True
        if word.plain in {"him", "her"} and reading.at[place - 2].plain in _SUBJECTS:
            return True
        if word.plain in _HIS and _is_owned_by(reading, verb, place):
            return True
    return False


def _is_owned_by(reading: Reading, verb: int, place: int) -> bool:
    """Whether "his" or "her" is the subject's own: "told her kids", but not "kept her going"."""
    before, following = reading.at[place - 1].plain, reading.at[place + 1]
    if before in _JOINS:
        return True
    is_noun = following.plain in _NOUNS or not (following.plain in _NO_NOUNS or following.plain.endswith(("ing", "ly")))
    return place - verb <= _SOON and is_noun and not following.opens and following.gap == " "
