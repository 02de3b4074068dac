"""How well concerns and languages are told, on examples that were written by hand; `make bench` prints the numbers."""

import json
from pathlib import Path

import pytest

from bot.domain.screening import ConcernKind, screen
from bot.domain.screening.concerns import PHRASES as PHRASES_BY_BEGINNINGS
from bot.domain.screening.concerns import acts, crisis, despair, slights
from bot.domain.screening.concerns.speech import MOST_LOOKED_AT, Phrase, matches
from bot.domain.screening.structure.wording import Wording
from tests.screening.beginnings import always_has, beginnings
from tests.screening.concern_examples import PARTS, concern_examples, score_of_concerns, score_of_languages

DISTRESS, MISTREATMENT = ConcernKind.DISTRESS, ConcernKind.MISTREATMENT
# A little below what was measured, so that a rule may trade one example for a better one.
LEAST_RECALL = {
    (DISTRESS, "tuning"): 0.90,
    (MISTREATMENT, "tuning"): 0.87,
    (DISTRESS, "held-out"): 0.75,
    (MISTREATMENT, "held-out"): 0.85,
}


@pytest.mark.parametrize(("kind", "part"), LEAST_RECALL)
def test_most_explicit_phrases_are_told_and_hardly_any_other_text_is(kind: ConcernKind, part: str) -> None:
    score = score_of_concerns(kind, part)
    assert score.recall >= LEAST_RECALL[kind, part]
    assert score.false_alarms <= 0.015


@pytest.mark.parametrize("part", PARTS)
def test_another_language_is_told_from_careless_english(part: str) -> None:
    score = score_of_languages(part)
    assert score.recall >= 0.94
    assert score.falsely == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hoy murió mi paciente favorito",
        "me sentí muy triste",
        "Je suis triste",
        "ich bin traurig",
        "Kumusta po, salamat po",
        "estoy agotada",
        "sono stanca",
    ],
)
def test_one_small_word_tells_a_short_text_of_another_language(text: str) -> None:
    assert not screen(text).is_english


@pytest.mark.parametrize(
    "text", ["Hola", "Gracias!", "Nada.", "thx, la", "MI, PE", "muy bad day", "Que sad", "Xin helped", "el hx"]
)
def test_an_english_word_or_a_single_one_keeps_a_short_text_english(text: str) -> None:
    assert screen(text).is_english


@pytest.mark.parametrize("part", PARTS)
def test_half_of_the_examples_only_look_like_a_concern(part: str) -> None:
    examples = concern_examples(part)
    assert sum(example.kind is None for example in examples) >= len(examples) / 2
    assert len(examples) >= 120


def test_no_example_of_one_part_stands_in_the_other() -> None:
    texts = [
        json.loads(line)["text"].casefold()
        for name in ("concerns.jsonl", "languages.jsonl")
        for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    ]
    assert len(texts) == len(set(texts))


PHRASES = [
    phrase
    for module in (acts, crisis, despair, slights)
    for value in vars(module).values()
    for phrase in (value if isinstance(value, tuple) else (value,))
    if isinstance(phrase, Phrase)
]


def test_each_phrase_is_looked_up_by_all_letters_that_it_can_begin_with() -> None:
    assert len(PHRASES) > 100
    assert [phrase.source for phrase in PHRASES if phrase.beginnings != beginnings(phrase.source)] == []


def test_a_phrase_that_needs_words_always_has_one_of_them() -> None:
    choosy = [phrase for phrase in PHRASES if phrase.needs]
    assert len(choosy) >= 5
    assert [phrase.source for phrase in choosy if not always_has(phrase.source, phrase.needs)] == []


@pytest.mark.parametrize(
    ("source", "words", "is_so"),
    [
        ("so (?:bad|sad)", {"bad", "sad"}, True),
        ("so (?:bad|sad|mad)", {"bad", "sad"}, False),
        ("so (?:very )?bad", {"bad"}, True),
        ("so (?:very )?bad", {"very"}, False),
        ("(?:so bad|how sad)", {"bad", "how"}, True),
    ],
)
def test_whether_a_pattern_always_has_a_word_is_told(source: str, words: set[str], is_so: bool) -> None:
    assert always_has(source, frozenset(words)) is is_so


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("want to go|wish", "want:to wish"),
        ("i'?m (?:so )?sad", "i:m im:sad,so"),
        (r"(?:really )?hit(?:s|ting)? m[ey]\b", "hit|hits|hitt:me,my real:hit"),
        (r"(?:said|says) i(?:'m)? (?:look|am)", "said|says:i"),
        (r"hold \w{1,9} hand", "hold"),
        (r"hold h\w{1,9}", "hold"),
        ("told i", "told"),
    ],
)
def test_the_letters_that_a_pattern_can_begin_with_are_told(source: str, letters: str) -> None:
    assert beginnings(source) == letters


def test_a_text_of_nothing_else_is_looked_at_no_longer() -> None:
    for flood in ("I want to die. ", "kms ", "she said I want to die, ", "my attending screamed at me. "):
        text = Wording.of((flood * 3000)[:3000])
        assert max(map(len, matches(PHRASES_BY_BEGINNINGS, text).values())) == MOST_LOOKED_AT
