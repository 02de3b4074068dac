"""Names that are dropped in passing: with a careless "s", in a bed, behind "mister", in a word somebody says."""

import pytest

from bot.domain.screening import Confidence
from bot.domain.screening.characters import fold
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.names.spoken_words import read
from bot.domain.screening.word_sets import words_of


def names(text: str) -> list[str]:
    """The stretches of a text that are found as somebody's."""
    folded = fold(text).text
    return [folded[finding.start : finding.end] for finding in find_person_names(read(folded))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("had to tell bills wife we dont have a bed", "bills"),
        ("marks mom cried", "marks"),
        ("Marks mom cried", "Marks"),
        ("i sat with pats husband all morning", "pats"),
        ("today graces dad finally slept", "graces"),
        ("patel in obs wants to leave ama", "patel"),
        ("ramirez in 12 needs a sitter", "ramirez"),
        ("ramirez in my cohort keeps taking my procedures", "ramirez"),
        ("Hope from bed 4 was sad to leave", "Hope"),
        ("Hyacinth from bed six was discharged and left me her puzzle", "Hyacinth"),
        ("shaq in my cohort never sleeps", "shaq"),
        ("our javi passed his boards", "javi"),
        ("told lil rays mom it went fine", "lil rays"),
        ("big tonys wife brought cookies", "big tonys"),
        ("te arohas whānau filled the hall", "te arohas"),
        ("He asked to be called Moo.", "Moo"),
        ('"Pickle" is a nickname from the Navy', "Pickle"),
        ("Bones is an old nickname, he said", "Bones"),
        ("I keep thinking about May and how she folded her gown", "May"),
        ("Learned from Tupac (yes his mother named him so, he is Quechua)", "Tupac"),
        ("Rosie the 4 yr old says goodnight to her pole", "Rosie"),
        ("visit with a.d. (62f, chf) went ok", "a.d."),
        ("okafor in 7b", "okafor"),
        ("grace in 12 needs a sitter", "grace"),
        ("so will in bed 4 likes jazz", "will"),
        ("pt saw htoo in 314b wanted the window bed", "htoo"),
        ("will is my first peds onc pt", "will"),
        ("they call her Baby, shes 71", "Baby"),
        ("Today Hope got her trach out", "Hope"),
        ("Then Faith took her first step", "Faith"),
        ('"Hyacinth, may I listen to your heart?" I asked', "Hyacinth"),
        ('I said "Dot, can you hear me?" and she nodded', "Dot"),
        ("today she goes honey its Dot", "Dot"),
        ('"it\'s Pearl," she corrected me', "Pearl"),
        ("mom of wayra didnt speak", "wayra"),
        ("hx taking on abdulkadir took an hr", "abdulkadir"),
        ("took me 4 days 2 realize mister boo isnt confused", "mister boo"),
        ("mr boo, 81, naps", "mr boo"),
    ],
)
def test_a_name_in_passing_is_asked_about(text: str, name: str) -> None:
    (finding,) = find_person_names(read(text))
    assert text[finding.start : finding.end] == name
    assert finding.confidence is Confidence.POSSIBLE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("got pimped by dr. van der berg in front of everyone", "dr. van der berg"),
        ("mrs van dyke is sad", "mrs van dyke"),
        ("told mr de leon again", "mr de leon"),
        ("mister hernandez cried", "mister hernandez"),
        ("delphine two bulls said she was tired", "delphine two bulls"),
        ("met winona red cloud at the door", "winona red cloud"),
        ("wife of zarak khan never got asked", "zarak khan"),
        ("thi and her sis kept whispering", "thi"),
        ("Marguerite, RN, caught it in private.", "Marguerite, RN"),
        ("Rosa Okafor, PharmD, double checked the dose.", "Rosa Okafor, PharmD"),
        ("I shadowed Delphine RN all night", "Delphine RN"),
    ],
)
def test_a_name_that_its_place_makes_sure_is_found_whole(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the pts wife, my friends mom, his grandmas house",
        "she smiles and pats dad on the back, the nurse marks mom as allergic",
        "the hospital bills family after family, hopes mom gets better",
        "he jokes that grants family members access",
        "labs in 12 hrs, crackles in 3 lobes, plts in 20s, HR in 90s",
        "lasix in icu is iv, zosyn in ed got hung late, sitter in 12 needs a break",
        "hope in 2 weeks, grace in er is rare, patience in 12 hour shifts, may in 2020 was bad",
        "mother of pearl, mom of twins, wife of 40 yrs",
        "hx on metoprolol unclear, exam on rounds, history on epic was blank",
        "hey mister. Nurse is coming. mister, can you move",
        "mr potato head was the toy, mr clean erased it, mr brain showed nothing",
        "no more mister nice guy",
        '"Honey, may I see your arm?" I asked. "Listen, are you in pain?"',
        '"Doc, am I dying?" "Right, how was the night?" "Jesus, I\'m tired" he said',
        "she said its Tylenol, said its May, i said its Monday",
        "will is my first choice. hope is my peds resident's favorite word",
        "bu they said no, bu lasix was given",
        "The ICU RN was kind, Peds NP rounded, Monday PT came late, the Mercy RN program",
        "big guys mom, the little boys mom cried, old mans daughter, big dogs mom barked",
        "the patients whānau came and stayed, his ohana",
        "her whole familia waited, and his abuela and familia came",
        "our attending lost her badge, our pateint broke his hip, our team helped his mom",
        "Prefers to be called Black. Asked to be called Doctor. Hates to be called Sweetie.",
        '"Sugar" is a nickname for diabetes where she grew up',
        "I was thinking about May and how we all have exams",
        "in bed six hours, so it was hope in bed two days later",
        "Rosie the Riveter hung on her wall",
    ],
)
def test_what_only_looks_like_a_name_in_passing_stays(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("i had LM for my h&p", "LM"),
        ("i got RG for my first osce", "RG"),
        ("discharged DQ today, 3rd admit", "DQ"),
        ("rounded on JW at 5", "JW"),
        ("had AJ as my first patient", "AJ"),
        ("Handover for GH took a minute.", "GH"),
        ("we extubated KW, finally", "KW"),
        ("sooo k.p. doesnt read and noone knew", "k.p."),
        ("when k.p. was asleep", "k.p."),
        ("A-M.S. asked whether we could wait", "A-M.S."),
        ("I keep thinking about A. and her two boys", "A."),
        ("her initals A.M. and she is my sister's age", "A.M."),
        ("the inits were P.M.", "P.M."),
        ("his inital is J.", "J."),
    ],
)
def test_letters_in_passing_are_somebodys(text: str, letters: str) -> None:
    assert names(text) == [letters]


def test_a_letter_beside_initials_is_somebody_else() -> None:
    assert names("K.B. wouldnt stop talking and H. would not start") == ["K.B.", "H."]
    assert names("J.T. told me no, and low vitamin D. did not help") == ["J.T."]


@pytest.mark.parametrize(
    "short",
    sorted(
        words_of("""
    ama iv ot pt bm ha hh cp ob gi hf mi uc tb nf oa or icu ed er ra cf pe gb hd pd uti dka snf prn npo lp bp hr rr ct
    mri us id md np pa rn rt sw cm st sp dm oc va af vt vf cn ln td fb gt ng og ns lr kcl ua ca mg na po im sq od os
    am pm la ny tv ok bf gf np hx rx tx dx sx
    """)
    ),
)
@pytest.mark.parametrize(
    "frame", ["discharged {} today", "had {} for my exam", "rounded on {} again", "admitted {}.", "handoff for {}."]
)
def test_short_forms_of_a_ward_are_nobody_where_somebody_is_treated(short: str, frame: str) -> None:
    assert names(frame.format(short.upper())) == []


@pytest.mark.parametrize(
    "text",
    [
        "the b.m. was big and p.o. is fine",
        "when b.i.d. was written, so o.d. was right",
        "Hepatitis A. and her liver",
        "his initial A.M. labs were off, her initial P.M. dose",
        "vitamin D. would not help and grade B. was ok",
    ],
)
def test_letters_that_stand_for_a_thing_stay(text: str) -> None:
    assert names(text) == []
