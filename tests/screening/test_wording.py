"""A pattern that is only tried at certain words, or near certain ones, misses nothing by that."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.screening import screen
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from tests.screening.beginnings import first_words
from tests.screening.scoring import TUNING, read


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> dict[str, frozenset[str]]:
    """The words at which each pattern was tried."""
    asked: dict[str, frozenset[str]] = {}
    for name in ("beginning", "before_digits"):
        looked_for = getattr(Wording, name)

        def noting(
            wording: Wording,
            words: frozenset[str],
            pattern: LatePattern,
            looked_for: Callable[..., Iterator[re.Match[str]]] = looked_for,
            **how: int,
        ) -> Iterator[re.Match[str]]:
            asked[pattern.pattern] = words
            return looked_for(wording, words, pattern, **how)

        monkeypatch.setattr(Wording, name, noting)
    return asked


def test_a_pattern_is_tried_at_every_word_that_it_can_begin_with(tried: dict[str, frozenset[str]]) -> None:
    for example in read(TUNING):
        screen(example.text)
    assert len(tried) >= 40
    assert {source: missing for source, words in tried.items() if (missing := first_words(source) - words)} == {}


def test_a_pattern_is_tried_at_every_number_that_it_can_begin_with(monkeypatch: pytest.MonkeyPatch) -> None:
    at_digits, asked = Wording.at_digits, set()

    def comparing(
        wording: Wording, pattern: LatePattern, *, capitals: bool = False, sign: str = ""
    ) -> Iterator[re.Match[str]]:
        found = list(at_digits(wording, pattern, capitals=capitals, sign=sign))
        anywhere = pattern.finditer(wording.text if capitals else wording.lower)
        assert [match.span() for match in found] == [match.span() for match in anywhere]
        asked.add(pattern.pattern)
        return iter(found)

    monkeypatch.setattr(Wording, "at_digits", comparing)
    for text in ("#12A told me. #7 is sad", *(example.text for example in read(TUNING))):
        screen(text)
    assert len(asked) >= 8


@given(st.text("ab1_- ", max_size=80))
def test_where_words_stand_is_told_in_order(text: str) -> None:
    wording = Wording.of(text)
    for word, places in wording.places.items():
        assert places == [match.start() for match in re.finditer(rf"(?<![a-z]){word}(?![a-z])", text)]


def test_what_begins_before_a_number_is_found_as_it_would_be_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    before_digits, asked = Wording.before_digits, set()

    def comparing(
        wording: Wording, words: frozenset[str], pattern: LatePattern, *, within: int = 24, capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        found = list(before_digits(wording, words, pattern, within=within, capitals=capitals))
        anywhere = wording.beginning(words, pattern, capitals=capitals)
        assert [match.span() for match in found] == [match.span() for match in anywhere]
        asked.add(pattern.pattern)
        return iter(found)

    monkeypatch.setattr(Wording, "before_digits", comparing)
    for example in read(TUNING):
        screen(example.text)
    assert len(asked) >= 25


def test_a_pattern_that_begins_beside_its_word_is_found_as_it_would_be_anywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beginning_before, asked = Wording.beginning_before, set()

    def comparing(wording: Wording, words: frozenset[str], pattern: LatePattern) -> Iterator[re.Match[str]]:
        found = list(beginning_before(wording, words, pattern))
        assert [match.span() for match in found] == [match.span() for match in pattern.finditer(wording.lower)]
        asked.add(pattern.pattern)
        return iter(found)

    monkeypatch.setattr(Wording, "beginning_before", comparing)
    again = ("seen at mount sinai and the brigham ", "at mass general, ", "the mayo clinic ")
    for text in (*(each * 40 for each in again), *(example.text for example in read(TUNING))):
        screen(text)
    assert asked


@pytest.mark.parametrize("unit", ["12 N. ", "3 ", "told me ", "rm ", "May, "])
@pytest.mark.parametrize("told", ["call 857-555-0123 ", "my patient in room 412 ", "on March 3rd ", "she's 98 and "])
def test_what_stands_among_repeated_words_is_found(unit: str, told: str) -> None:
    apart = unit * 60 + "so "
    for text in (told + apart * 3, apart * 3 + told, apart + unit * 300 + told + apart, apart + told + unit * 300):
        assert any(
            text.index(told) <= finding.start < text.index(told) + len(told) for finding in screen(text).findings
        )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\b(?:rooms?|beds) \d", {"room", "rooms", "beds"}),
        (r"(?<!\w)(?:[Tt]he )?[Hh]ome\b", {"the", "home"}),
        (r"(?:very )?old", {"very", "old"}),
        (r"no\. ?\d", {"no"}),
        (r"ms\d|s/n", {"ms", "s"}),
    ],
)
def test_the_words_that_a_pattern_can_begin_with_are_told(source: str, words: set[str]) -> None:
    assert first_words(source) == words
