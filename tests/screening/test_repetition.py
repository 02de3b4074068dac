"""What is said over and over is read at its beginning and its end, and is found wherever it stands."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.screening import screen
from bot.domain.screening.repetition import shortened

LONG = 4000
_UNITS = st.text("ab 1.", min_size=1, max_size=12)
_AROUND = st.text("xyz 9,", max_size=300)


def _again(unit: str, length: int = LONG) -> str:
    return unit * (length // len(unit))


@given(_AROUND, _UNITS, _AROUND)
def test_every_place_that_is_left_is_what_it_was(before: str, unit: str, behind: str) -> None:
    text = before + _again(unit) + behind
    told = shortened(text)
    assert len(told.text) + told.left_out == len(text)
    for place in {*range(max(0, told.cut - told.period)), *range(told.cut + told.period, len(told.text))}:
        start, end = told.span(place, place + 1)
        assert text[start:end] == told.text[place]


@given(_AROUND, _UNITS, _AROUND)
def test_what_is_left_out_is_what_stands_there_again(before: str, unit: str, behind: str) -> None:
    text = before + _again(unit) + behind
    told = shortened(text)
    out = text[told.cut : told.cut + told.left_out]
    said = told.text[told.cut : told.cut + told.period] if told.left_out else ""
    assert told.left_out > LONG // 2
    assert out == said * (told.left_out // max(1, told.period))


@given(st.text(max_size=300) | st.text("ab", max_size=700))
def test_a_short_text_is_read_as_a_whole(text: str) -> None:
    assert shortened(text).text == text


def test_what_stands_at_the_cut_is_as_long_as_what_was_left_out() -> None:
    told = shortened(_again("Maria, "))
    assert told.span(told.cut, told.cut + 5) == (told.cut, told.cut + 5 + told.left_out)


@pytest.mark.parametrize("before", ["", "I keep writing this: "])
@pytest.mark.parametrize("behind", ["", "and nothing else."])
@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("my patient Maria and I, ", "Maria"),
        ("call 857-555-0123. ", "857-555-0123"),
        ("in rm 412 again ", "412"),
        ("on the 4th, ", "4th"),
        ("he fled; mrn 88412 was his; ", "88412"),
    ],
)
def test_all_of_it_is_found_however_often_it_is_said(before: str, behind: str, unit: str, told: str) -> None:
    text = before + _again(unit) + behind
    findings = screen(text).findings
    assert shortened(text).left_out
    for match in re.finditer(re.escape(told), text):
        assert any(each.start <= match.start() and match.end() <= each.end for each in findings)
    assert all(one.end <= other.start for one, other in pairwise(findings))


def test_a_concern_that_is_said_over_and_over_is_told() -> None:
    assert screen(_again("I want to die. ")).distress
