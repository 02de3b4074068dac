"""Letters that stand for a name: "K.R.", "Mr. J.", "KL (58F)", "J. Alvarez", "T told me"."""

from typing import Final

from bot.domain.screening.findings import Confidence
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.found_names import DEFINITE, POSSIBLE
from bot.domain.screening.names.housed import is_in_a_room
from bot.domain.screening.names.name_cues import (
    AFTER_A_NAME,
    CONJUNCTIONS,
    DETERMINERS,
    DOES,
    IDEAS_SAY,
    IRREGULAR,
    IS,
    KIN,
    MEETS,
    NO_INITIAL_AFTER,
    PATIENTS,
    SAYS,
    SOMEBODY,
    TALKS,
    UNNAMED,
)
from bot.domain.screening.names.places_of_names import (
    has_an_age,
    is_introduced,
    is_named,
    is_told_of,
    is_what_a_patient_has,
    says_something,
)
from bot.domain.screening.names.short_forms import (
    ALSO_PEOPLE,
    CALLED_TOO,
    DOTTED_FORMS,
    NEVER_PEOPLE,
    SHORT_FORMS,
    WARD_PAIRS,
)
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_SEEN_TO: Final = words_of("walk smile cry eat breathe sleep stand laugh sit talk today")
_ROLES: Final = words_of("pt np pa md rn ob ta mr ms dr va ot rt cm cs st jr sr th sp ir ep")
_SIDED: Final = words_of(
    "hand arm leg foot eye ear knee hip shoulder ankle wrist elbow side lung breast kidney hemisphere heart sided"
    " facial"
    " lower upper frontal temporal parietal hemi weak weakness hemiparesis breast ventricle atrium chest flank"
    " groin calf"
)
DOUBLE: Final = LatePattern(r"[A-Z]['-][A-Z]")
"""The initials of "Haddad-Lind" and "O'Dell"."""
_FOR: Final = frozenset({"for", "about", "of"})
_SO: Final = LatePattern(r"so{2,9}")
_TREATED: Final = words_of(
    "discharged admitted extubated intubated consented examined interviewed readmitted wheeled rounded prerounded"
)
"""What is done to a patient; "on" may stand behind the last two."""
_WHEN: Final = words_of(
    "today yesterday tonight last this home after before to and with w at again this on from finally early without"
)
_HANDED_OVER: Final = words_of("handover handoff handoffs signout sign-out signoff")
_HAD: Final = words_of("had have got took picked chose saw interviewed examined")
_ASSIGNED: Final = words_of(
    "h h&p hp hnp hpi osce interview presentation oral writeup write-up eval case note notes first full exam patient pt"
    " hx history admission soap capstone project reflection long"
)
"""What a student has somebody for: "i had LM for my h&p"."""
_DOES: Final = words_of("signed signs coded left vomited seized sobbed ate slept wept sings sang swore yelled quit")
"""What hardly any short form of a ward does."""
_WOULD: Final = words_of("would could should will can might must never always still just also only even finally")
_WHILE: Final = words_of("when after before because since while until till once if that and but so")
_BEFALLS: Final = words_of("""
    extubated intubated discharged admitted readmitted transferred diagnosed moved wheeled sedated born scared afraid
    crying asleep awake dying alone hungry nervous angry lonely homesick told asked
""")
"""What is said of patients behind "is" or "was": "when R. was extubated"."""
_OF_LIVERS: Final = words_of("cirrhosis cirrhotic liver class score pugh disease")
"""Behind "Child B"."""
_ANSWERS: Final = frozenset("abcde")
"""What an answer of a test is called by, of which it is said that it would be right."""
_INITIALS: Final = words_of("initials initals intials initails initital inits")
_AN_INITIAL: Final = words_of("initial inital intial")
"""As many write it."""
_BESIDE_OTHERS: Final = words_of("and but while whereas then")
_CLOSE_BY: Final = 12
_LONGEST: Final = 3
_PAIR: Final = 2
_NEVER_TREATED: Final = SHORT_FORMS | WARD_PAIRS | CALLED_TOO
_PARTICLES: Final = frozenset("vdtlae")
_MET: Final = words_of("presented saw seen visited met told asked hugged thanked promised comforted reassured")
_OWNED: Final = words_of("room bed bedside family hand hands chart side story door face voice smile eyes laugh")
_PROMISED: Final = words_of("i'd i'll we'd we'll i")
_SMALL_ONES: Final = words_of("little lil young baby tiny sweet dear")
_ONES: Final = words_of("one guy lady man woman kid girl boy patient pt gentleman teen mom dad")
_SPECIES: Final = words_of(
    "coli diff difficile pylori aureus cereus pallidum pneumo pneumoniae auris albicans cell cells wave waves"
    " lymphocytes perfringens botulinum tetani influenzae jejuni fragilis faecalis as marcescens"
)
_THOUGHT_OF: Final = words_of(
    "about abt remember remembered remembering miss promised presented thinking met saw hugged thanked admire"
)
_COMPANY: Final = words_of("sat sit sitting stayed staying stood met meeting walked waited") | TALKS
# "MB is a 54 yo", where diseases and places are not said to be.
_AGED: Final = LatePattern(r" (?:is|was) an? (?:\w{1,12} )?\d{1,3}[ -]?(?:yo?|y/o|year|yr|mo|month|wk|week)")
_MEETS: Final = MEETS | {"with", "w", "for", "about", "abt"}
_ONLY_SHORT_FORMS: Final = SHORT_FORMS - ALSO_PEOPLE
_SAYS_OR_IS: Final = IS | SAYS | IRREGULAR
_NEVER_OWNERS: Final = _ROLES | NEVER_PEOPLE
_TELLS: Final = IDEAS_SAY | _DOES
_AFTER_A_NAME: Final = AFTER_A_NAME | _PROMISED
_KIN_OR_OWNED: Final = KIN | _OWNED
_ACTS: Final = SAYS | _DOES
_WORDS: Final = frozenset({sorts.ORDINARY, sorts.AMBIGUOUS})


def initials_end(reading: Reading, place: int) -> int | None:
    """The place of the last letter, where letters with dots begin at this one: "K.R.", "J. R. R."."""
    last = place
    while _is_dotted_on(reading, last) and last - place < _LONGEST:
        last += 1
    return last if last > place or reading.at[place].sort is sorts.LETTER else None


def dotted(reading: Reading, place: int) -> tuple[int, Confidence] | None:
    """Two or three letters with dots that are no common short form."""
    word = reading.at[place]
    if not (word.sort is sorts.LETTER or DOUBLE.fullmatch(word.shown)) or not _is_dotted_on(reading, place):
        return None
    last = initials_end(reading, place) or place
    letters = "".join(each.plain for each in reading.words[place : last + 1])
    is_somebody = _is_met(reading, place) or reading.at[place - 1].plain == "had"
    # No short form is written with blanks: "the meeting for B. S."
    is_somebody = is_somebody or (reading.at[place + 1].gap == ". " and reading.at[place - 1].plain in _FOR)
    if letters in DOTTED_FORMS and _is_behind_initials(reading, place):
        return last, DEFINITE
    if letters in DOTTED_FORMS:
        is_asked = is_somebody and word.case is not cases.SMALL and letters not in NEVER_PEOPLE
        is_asked = is_asked or (has_an_age(reading, last) and reading.at[place - 1].plain in _MEETS)
        return (last, POSSIBLE) if is_asked else None
    if reading.at[last].case is not cases.SMALL or _is_cued(reading, place):
        return last, DEFINITE
    before = reading.at[place - 1]
    is_met = before.plain in _MEETS
    says = reading.at[last + 1]
    is_told = word.opens and is_told_of(reading, last)
    is_free = word.opens or (letters not in WARD_PAIRS and _begins_a_part(before))
    is_told = is_told or (is_free and says.gap == ". " and says.plain in DOES)
    is_told = is_told or (says.gap in {" ", ". "} and says.plain in SAYS) or has_an_age(reading, last)
    if letters in _ONLY_SHORT_FORMS or not (is_met or is_told):
        return None
    return last, POSSIBLE


def _begins_a_part(before: Word) -> bool:
    """Whether a part of a sentence begins behind a word: "when k.p. slept", "sooo k.p. doesnt read"."""
    return before.plain in CONJUNCTIONS or _SO.fullmatch(before.plain) is not None


def _is_dotted_on(reading: Reading, place: int) -> bool:
    word, following = reading.at[place], reading.at[place + 1]
    is_alike = word.shown.isupper() == following.shown.isupper() or _is_a_particle(reading, place)
    return (
        following.sort is sorts.LETTER
        and following.gap in {".", ". ", ".-"}
        and (following.gap != ". " or reading.behind(place + 1).startswith("."))
        and is_alike
    )


def _is_a_particle(reading: Reading, place: int) -> bool:
    """ "v.d.B.", and "v." in it: what stands for "van der" and the like before a capital."""
    word, following = reading.at[place], reading.at[place + 1]
    particle, capital = (word, following) if word.case is cases.SMALL else (following, word)
    return particle.plain in _PARTICLES and particle.case is cases.SMALL and capital.case is not cases.SMALL


def bare(reading: Reading, place: int) -> Confidence | None:
    """Two or three capitals, or a single one, where only a person can be meant."""
    word = reading.words[place]
    if word.sort is sorts.LETTER and _is_set_apart(reading, place):
        return DEFINITE
    if word.plain == "a" and word.case is not cases.SMALL and _is_an_a(reading, place):
        return POSSIBLE
    if word.plain in {"a", "i"} or not word.shown.isupper() or word.plain in UNNAMED or len(word.plain) > _LONGEST:
        return None
    if word.sort is sorts.LETTER:
        return _single(reading, place)
    if word.case is not cases.LOUD or word.sort is sorts.NUMBER:
        return None
    if word.opens and _AGED.match(reading.behind(place)):
        return DEFINITE
    return _several(reading, place)


def _says_behind_a_dot(reading: Reading, place: int) -> bool:
    following = reading.at[place + 1]
    return following.gap == ". " and following.case is cases.SMALL and following.plain in SAYS


def _is_an_a(reading: Reading, place: int) -> bool:
    """Whether the letter is no article: "A. said", "I keep thinking about A. and her two boys"."""
    if reading.at[place].opens:
        return _says_behind_a_dot(reading, place)
    following = reading.at[place + 1]
    if following.gap != ". " or reading.at[place - 1].plain not in _THOUGHT_OF:
        return False
    return following.plain == "and" and reading.at[place + 2].plain in {"his", "her", "their"}


def _is_treated(reading: Reading, place: int) -> bool:
    """ "Discharged DQ today", "i had LM for my h&p"."""
    word, before, following = reading.at[place], reading.at[place - 1], reading.at[place + 1]
    if len(word.plain) != _PAIR or word.plain in _NEVER_TREATED or word.gap != " ":
        return False
    if following.plain in {"for", "as"} and before.plain in _HAD:
        return reading.at[place + 2].plain in {"my", "our"} and reading.at[place + 3].plain in _ASSIGNED
    if before.plain in {"for", "on"} and reading.at[place - 2].plain in _HANDED_OVER:
        return following.opens or following.gap != " " or following.plain in AFTER_A_NAME
    doing = reading.at[place - 2] if before.plain == "on" else before
    is_done = doing.plain in _TREATED and (before.plain == "on") == doing.plain.endswith("rounded")
    return is_done and (following.opens or following.gap in {", ", ". "} or following.plain in _WHEN)


def _several(reading: Reading, place: int) -> Confidence | None:
    word = reading.at[place]
    if _is_treated(reading, place):
        return POSSIBLE
    if word.plain in ALSO_PEOPLE and _feels(reading, place):
        return POSSIBLE
    is_aged, is_cued = has_an_age(reading, place), _is_cued(reading, place)
    if word.sort in _WORDS and not (is_cued and is_aged):
        is_pair = len(word.plain) < _LONGEST and word.plain not in SHORT_FORMS
        is_somebody = (is_aged and (word.opens or reading.at[place - 1].plain in _MEETS)) or (
            is_cued and says_something(reading, place, _SAYS_OR_IS)
        )
        is_somebody |= _is_owner(reading, place) and word.plain not in _NEVER_OWNERS
        is_free = reading.at[place - 1].plain not in DETERMINERS
        is_somebody |= is_free and reading.at[place + 1].plain == "and" and reading.at[place + 2].plain == "i"
        does = word.opens and says_something(reading, place, _TELLS)
        is_somebody |= does and word.plain not in CALLED_TOO
        return POSSIBLE if is_pair and is_somebody else None
    if word.plain in SHORT_FORMS and not is_aged:
        is_owner = _is_owner(reading, place) and word.plain not in _ROLES
        return POSSIBLE if is_owner else None
    if is_aged or is_cued:
        return DEFINITE
    is_short = len(word.plain) < _LONGEST or reading.at[place - 1].plain in {"promised", "hugged", "thanked"}
    is_somebody = _acts(reading, place) or _is_met(reading, place) or _is_owner(reading, place)
    return POSSIBLE if is_short and is_somebody else None


def _single(reading: Reading, place: int) -> Confidence | None:
    word, before = reading.at[place], reading.at[place - 1]
    if _is_a_side_or_class(reading, place):
        return None
    is_sex = word.plain in {"m", "f"} and word.gap != " " and not (word.opens and reading.at[place + 1].gap == ". ")
    is_value = _is_measured(reading, place)
    is_numbered = before.plain in NO_INITIAL_AFTER or before.sort is sorts.NUMBER
    if is_sex or is_value or (is_numbered and not (word.opens and _says_behind_a_dot(reading, place))):
        return None
    if _is_cued(reading, place) and not word.opens:
        return DEFINITE
    if has_an_age(reading, place) and (word.opens or before.plain not in DETERMINERS):
        return DEFINITE
    if _is_met_as_a_letter(reading, place) or _is_told_of_as_a_letter(reading, place):
        return POSSIBLE
    following = reading.at[place + 1]
    is_dotted = following.gap == ". " and following.case is cases.SMALL and following.plain in DOES
    is_dotted |= following.gap == ". " and following.plain in _WOULD and word.plain not in _ANSWERS
    if is_dotted and _is_beside_others(reading, place):
        return POSSIBLE
    if is_dotted and before.plain in _WHILE and reading.at[place + 2].plain in _BEFALLS:
        return POSSIBLE
    return POSSIBLE if word.opens and (is_dotted or _acts(reading, place)) else None


def _is_a_side_or_class(reading: Reading, place: int) -> bool:
    """ "The R hip", "Child B cirrhosis"."""
    letter, following = reading.at[place].plain, reading.at[place + 1]
    if letter in {"r", "l"}:
        return following.plain in _SIDED and following.gap == " "
    return letter in _ANSWERS and reading.at[place - 1].plain == "child" and following.plain in _OF_LIVERS


def _is_beside_others(reading: Reading, place: int) -> bool:
    """Whether somebody with initials does something before: "K.B. wouldn't stop and H. would not start"."""
    if reading.at[place - 1].plain not in _BESIDE_OTHERS and reading.at[place].gap not in {", ", "; "}:
        return False
    near = (reading.at[place - step] for step in range(1, _CLOSE_BY))
    return any(word.sort is sorts.LETTER and word.gap == "." and word.case is not cases.SMALL for word in near)


def _is_measured(reading: Reading, place: int) -> bool:
    """ "K was 2.9"."""
    following = reading.at[place + 1]
    return following.gap == " " and following.plain in IS and reading.at[place + 2].sort is sorts.NUMBER


def _is_set_apart(reading: Reading, place: int) -> bool:
    """Whether a letter stands behind whoever it names: "the pt (V.)", "my patient, L., knits"."""
    before = reading.at[place - 1]
    if before.plain not in SOMEBODY or before.owns:
        return False
    word, following = reading.at[place], reading.at[place + 1]
    if word.gap == ", ":
        return following.gap == "., "
    is_told = word.case is not cases.SMALL and word.plain not in {"a", "i", "m", "f"} and following.gap.startswith(")")
    return word.gap == " (" and (is_told or following.gap.startswith((".)", "., ")))


def _is_cued(reading: Reading, place: int) -> bool:
    before = reading.at[place - 1]
    gap = reading.at[place].gap
    if before.plain in PATIENTS and gap in {" ", ". "}:
        return True
    return (
        _is_behind_initials(reading, place)
        or is_named(reading, place)
        or (is_introduced(reading, place) and gap == " ")
    )


def _is_behind_initials(reading: Reading, place: int) -> bool:
    """ "Her initials A.M.", "the initials are K.B."."""
    before, second = reading.at[place - 1].plain, reading.at[place - 2].plain
    if before in {"are", "were"}:
        return second in _INITIALS
    return before in _INITIALS or (before == "is" and second in _AN_INITIAL)


def _feels(reading: Reading, place: int) -> bool:
    """Whether only somebody does what is said, or somebody is met: "JR cried", "I sat w JR"."""
    if reading.at[place - 1].plain in DETERMINERS or reading.at[place - 1].case is cases.CAPITALIZED:
        return _is_met(reading, place)
    return says_something(reading, place, IDEAS_SAY) or _is_met(reading, place)


def _is_met(reading: Reading, place: int) -> bool:
    """Whether letters stand where somebody is: "SK and I", "sat w KR", "told KR that", "KR in 7b"."""
    before, following = reading.at[place - 1], reading.at[place + 1]
    if before.plain in DETERMINERS:
        return False
    if reading.at[place].opens and is_in_a_room(reading, place):
        return True
    if following.plain == "and" and is_told_of(reading, place):
        return True
    if following.plain == "who" and before.plain in {"with", "w", "and"}:
        return True
    is_with = before.plain in {"with", "w", "to"} and reading.at[place - 2].plain in _COMPANY
    if not (is_with or before.plain in _MET) or reading.at[place].gap not in {" ", "/ ", "/"}:
        return False
    return following.opens or following.gap != " " or following.plain in _AFTER_A_NAME


def _is_met_as_a_letter(reading: Reading, place: int) -> bool:
    """Whether a letter has a mother or is met: "K's mother", "I met K. in clinic", but not "with E. coli"."""
    word, before, following = reading.at[place], reading.at[place - 1], reading.at[place + 1]
    if before.plain in DETERMINERS or word.plain == "x":
        return False
    if word.owns:
        return following.plain in _KIN_OR_OWNED and following.gap == "'s "
    is_with = before.plain in {"with", "w", "to"} and reading.at[place - 2].plain in _COMPANY
    if following.gap == ".'" and following.plain == "s":
        return reading.at[place + 2].plain in KIN
    if following.gap == "., " and following.plain == "who":
        return True
    is_listed = before.opens and before.case is not cases.SMALL
    if not (is_with or before.plain in _MET) or is_listed or not following.gap.startswith("."):
        return False
    return following.plain in AFTER_A_NAME or following.plain in _SEEN_TO or following.opens


def _is_told_of_as_a_letter(reading: Reading, place: int) -> bool:
    """Whether a letter with a dot is thought of, or told apart: "I think about M. a lot", "E., the one in hats"."""
    word, before, following = reading.at[place], reading.at[place - 1], reading.at[place + 1]
    if following.plain in _SPECIES:
        return False
    if word.gap == " " and before.plain in _SMALL_ONES and following.gap != "-":
        return following.gap.startswith(".") or word.plain not in {"a", "i"}
    if following.gap == "., ":
        return following.plain == "the" and reading.at[place + 2].plain in _ONES
    if following.gap not in {". ", "."} or not (following.case is cases.SMALL or following.opens):
        return False
    if following.plain in {"who", "whose"}:
        return before.plain not in DETERMINERS and word.plain not in _ANSWERS and not word.opens
    if word.opens:
        return following.plain == "and" and reading.at[place + 2].plain in {"his", "her", "their"}
    return before.plain in _THOUGHT_OF


def _is_owner(reading: Reading, place: int) -> bool:
    """Whether letters have a relative: "SB's daughter"."""
    following = reading.at[place + 1]
    return reading.at[place].owns and following.plain in _KIN_OR_OWNED and following.gap == "'s "


def _acts(reading: Reading, place: int) -> bool:
    word: Word = reading.at[place]
    if reading.at[place - 1].plain in DETERMINERS and word.gap == " ":
        return False
    # "Pt with BN told me": who has it told.
    return says_something(reading, place, _ACTS) and not is_what_a_patient_has(reading, place)
