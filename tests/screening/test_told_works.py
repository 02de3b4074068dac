"""Whoever is sung, read, quoted or played is nobody of ours; patients of the same names are."""

import pytest

from bot.domain.screening.characters import fold
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.names.spoken_words import read


def names(text: str) -> list[str]:
    """The stretches of a text that are found as somebody's."""
    folded = fold(text).text
    return [folded[finding.start : finding.end] for finding in find_person_names(read(folded))]


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        (
            "In the book Maria kept by her bed, there was a photo.",
            "In the film Wit, the nurse brings Vivian a popsicle.",
        ),
        ("In the film Wit she dies, and my patient Amina asked.", "In the novel Gilead, Ames writes to his son."),
        ("In the show Friends, Ross told me it was fine.", "In the musical Hamilton, Eliza burns the letters."),
        ("Coco is her cat, Miguel said.", "We watched Coco and Miguel made her cry for her abuela."),
        ("Mateo watched the movie Coco with me.", "It reminded me of the novel Beloved, and Sethe stays with me."),
    ],
)
def test_whoever_is_in_a_work_that_is_named_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Happy told me he is sad.", "We sang Happy Birthday and then Hey Jude to the whole hall."),
        ("Caroline was sweet and sang.", "We sang Sweet Caroline during the dressing change."),
        ("I sang to Jolene and she squeezed my hand.", "He hummed Jolene while I took the staples out."),
        ("She sang Daniel a lullaby.", "Her son played Layla on his phone."),
        ("I played Gloria at cards.", "We danced to Gloria."),
        ("danny boy is my pt", "he wanted danny boy so i sang danny boy badly"),
    ],
)
def test_a_song_is_nobody_where_it_is_sung(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("I read Alvarez's chart twice.", "We read Fadiman's The Spirit Catches You in class."),
        ("Virchow told me no.", "Virchow said medicine is a social science."),
        ("Saunders said he is in pain.", "Saunders said suffering is only intolerable when nobody cares."),
        ("Saunders said medicine makes him dizzy.", "Cassell called suffering a threat to the person."),
        ("She quoted Maria.", "The attending quoted Balint: the doctor is the drug."),
        ("Jung said no to dialysis.", "Galen taught that the liver makes blood."),
    ],
)
def test_authors_and_thinkers_are_nobody_where_they_are_read_or_quoted(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Johnny said here's my arm.", "Here's Johnny, said the tech."),
        ("Ponyboy told me no.", '"Stay gold, Ponyboy" he said when I left.'),
        ("Her Bible was open and Ruth smiled.", "She wanted the Bible read out loud. I picked Ruth, it is short."),
        ("read Psalm 23. Then Ruth cried.", "She read Psalm 23, then Ruth, then asked for pudding."),
        ("my patient Luke, 10", "He recited John 3:16, then we opened the Bible at Luke 10."),
        ("I picked Ruth up. Her Bible fell.", "We opened to a verse from Job and sat."),
        ("I read Ruth the psalm she likes.", "The chaplain read Isaiah and John from her Bible."),
        ("I am Hawkeye's nurse, Natasha.", "They called us the Avengers. I am apparently Hawkeye."),
    ],
)
def test_what_everybody_quotes_or_reads_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []
