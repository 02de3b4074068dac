"""People who are called as kin or out of respect, in any language: that word belongs to the name."""

import pytest

from bot.domain.screening import Confidence
from bot.domain.screening.characters import fold
from bot.domain.screening.names.kin_words import DOUBTFUL_TITLES, KIN_HONORS, KIN_TITLES, TITLES_OF_TWO
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.names.spoken_words import read


def names(text: str) -> list[str]:
    """The stretches of a text that are found as somebody's."""
    folded = fold(text).text
    return [folded[finding.start : finding.end] for finding in find_person_names(read(folded))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("we all waited for baba olumide to finish his tea", "baba olumide"),
        ("it was gogo nomvula who noticed the drip first", "gogo nomvula"),
        ("Ntate Lebohang asked for the window bed.", "Ntate Lebohang"),
        ("i brought mevrouw van der zwaan her glasses", "mevrouw van der zwaan"),
        ("the daughter, bibi shakila, wrote it all down", "bibi shakila"),
        ("Nobody had greeted Khanom Farrokhzad yet.", "Khanom Farrokhzad"),
        ("my job was to walk kuya rodelio to the bathroom", "kuya rodelio"),
        ("mbak kartini laughed at my gloves", "mbak kartini"),
        ("bu wulandari smiles when i come in", "bu wulandari"),
        ("I sat with bác Thuận until the interpreter came.", "bác Thuận"),
        ("Daw Nilar Than Oo folds cranes.", "Daw Nilar Than Oo"),
        ("kokum delphine kept the blanket", "kokum delphine"),
        ("so kyria aspasia pinched my cheek", "kyria aspasia"),
        ("doamna mirela would not eat the soup", "doamna mirela"),
        ("khun yai somsri waved at the cleaner", "khun yai somsri"),
        ("old man hendricks hummed all through rounds", "old man hendricks"),
        ("Ate Girlie runs the night shift, ask Ate Girlie", "Ate Girlie"),
        ("they thanked ah seng for the chairs", "ah seng"),
        ("half of it went over papa mbuyi's head", "papa mbuyi"),
        ("pani k. said it was like snow", "pani k."),
    ],
)
def test_what_somebody_is_called_before_a_name_belongs_to_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("she would only take it from gulnoza opa, her neighbor", "gulnoza opa"),
        ("the tablets of parvathamma garu were all mixed up", "parvathamma garu"),
        ("Every nurse knows Kim Bok-soon halmeoni.", "Kim Bok-soon halmeoni"),
        ("I wrote down what Erzsébet néni said.", "Erzsébet néni"),
        ("a good morning for setsuko-san, finally", "setsuko-san"),
        ("Tashi-la blew on the tea.", "Tashi-la"),
        ("we called Rohinton uncle at home", "Rohinton uncle"),
    ],
)
def test_what_somebody_is_called_behind_a_name_belongs_to_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "we ate injera in the break room",
        "she ate kimchi for the first time",
        "baba ganoush for everybody",
        "her kuya, boy was he tall, ate boy choy",
        "ah well, um okay, ma bad",
        "my nana and my papa both had it",
        "the old man said nothing and the old lady slept",
        "c'est la vie, he shrugged",
        "her favorit uncle came by",
        "i ko'd on the couch",
        "grandma understood, auntie nodded",
        "La señora no quería la sonda.",
        "ooh la la, said the pt",
    ],
)
def test_without_a_name_it_is_nobody(text: str) -> None:
    assert names(text) == []


def test_words_of_english_are_only_asked_about() -> None:
    found = list(find_person_names(read("no, ah zeng was asleep")))
    assert {finding.confidence for finding in found} == {Confidence.POSSIBLE}
    found = list(find_person_names(read("so at Harvest uncle sang")))
    assert {finding.confidence for finding in found} == {Confidence.POSSIBLE}


def test_such_words_are_spelled_as_words_are_compared() -> None:
    words = KIN_TITLES | KIN_HONORS | DOUBTFUL_TITLES | {word for phrase in TITLES_OF_TWO for word in phrase.split()}
    assert {word for word in words if fold(word).text.lower() != word or not word.isascii()} == set()
    assert KIN_TITLES.isdisjoint(DOUBTFUL_TITLES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mrs. two crows said thank you", "mrs. two crows"),
        ("Mr Red Horse slept.", "Mr Red Horse"),
        ("Mr. O'B. never complains", "Mr. O'B."),
        ("Ms. A-K waved", "Ms. A-K"),
        ("r.h. got the call at noon", "r.h."),
        ("this is about v.s., 61f, and her dog", "v.s."),
        ("met with the okonjo family at noon", "okonjo"),
        ("will (my pt with the cast) hates jello", "will"),
        ("bram & i did the dressing", "bram"),
        ("zelmira from my class lent me hers", "zelmira"),
        ("we hid it from her sister Dot for years", "Dot"),
        ("My first exam. T. said you are fine.", "T."),
        ("It was her third. A. asked if I had kids.", "A."),
        ("i had a long talk with TM, 44F, new dx", "TM"),
        ("Gunny Pruett would not sit", "Gunny Pruett"),
        ("idk but tito boy wouldnt take meds from anyone", "tito boy"),
        ("i sat w kuya jun, tita girl told me no", "kuya jun"),
    ],
)
def test_a_name_is_found_in_other_careless_wordings(text: str, name: str) -> None:
    assert any(each.removesuffix(".") == name.removesuffix(".") for each in names(text))
