"""No text makes screening take longer than in proportion to its length, whoever writes it and why.

Nothing here looks at a clock. Every pattern is judged by how far it can read, and what is done around the patterns is
counted in calls. The texts that are screened are under the same timeout as any test. `make bench` tells the times.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pkgutil import walk_packages
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bot.domain.screening
from bot.domain.screening import screen
from bot.domain.screening.concerns.speech import Phrase
from bot.domain.screening.late_patterns import LatePattern
from tests.screening.hostile import LENGTH, MIXED, UNITS, mixed, repeated
from tests.screening.linear_patterns import is_linear

ROSTER = ("Carol Diaz", "Dev", "Eun-ji Park")
# They read what a preceptor answers to a group, of at most 500 characters, and never a reply.
FOR_ANSWERS = {"questions", "stepping_forward", "roster_names"}
QUARTER = 500
# What grows in proportion doubles, and what grows with the square becomes four times as much.
# The word that is cut off at the end may be compared with ordinary ones, letter by letter.
AT_MOST, A_FEW_CALLS = 2.5, 2000


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    package = bot.domain.screening
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        if module.name.rpartition(".")[2] not in FOR_ANSWERS:
            for name, value in vars(import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", pattern) for pattern in _inside(value))


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Phrase):
        yield value.pattern
    elif isinstance(value, LatePattern):
        yield value.made
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))


def test_every_pattern_reads_a_text_in_proportion_to_its_length() -> None:
    patterns = dict(_patterns())
    assert len(patterns) > 10
    assert not [name for name, pattern in patterns.items() if not is_linear(pattern)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+",
        r"[^\S\n]+",
        r"\bfever\w*",
        r"\b(?:temp\w*|spik\w+) of\b",
        r"(?<![\w.])\d{7,}(?!%)",
        r"(?<!\s)\s*\n\s*",
        r"(?:[A-Z]\w{1,30} ){0,4}\b",
        r"x{0,400}y",
        r"\bon the \d{1,2}th(?=\s*(?:[.,]|$))",
        r"\b\w+ \w+,",
        r"(?:^|[,;(-])\s*\(",
        r"\b(?:pt|patient)s?\s*,",
        r"[^\W_]+(?:'[^\W_]+){0,9}",
        r"([^\W_]+(?:'[^\W_]+){0,9})",
    ],
)
def test_a_pattern_that_ends_or_is_entered_once_is_linear(pattern: str) -> None:
    assert is_linear(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s*,",
        r".*patient",
        r"\d+%",
        r"\bpt [^.]*,",
        r"(?<!\d)\w+:",
        r"\b(?:\w+ ?){1,3}$",
        r"\b(?:\w+)+$",
        r"\b\w+\w+!",
        r"\b\w{0,2000}!",
        r"a(?=.*b)",
        r"\w+(?: \w+){0,9}!",
        r"\bfe?\s?\w+!",
        r"(?i)\b[a-z ]{0,9}s+t",
        r"a?(?:\s*x)?",
        r"(a+)\1",
        r"(\s*,)",
        r"(?m)(?:^|,)\s*x",
    ],
)
def test_a_pattern_that_may_read_the_same_again_and_again_is_not(pattern: str) -> None:
    assert not is_linear(re.compile(pattern))


@contextmanager
def _counting_calls() -> Iterator[list[int]]:
    """Counts calls of functions, those written in C among them; what counts stands in the list at the end."""
    calls, made = count(), [0]

    def called(frame: FrameType, event: str, argument: object) -> None:
        if event in {"call", "c_call"}:
            next(calls)

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        yield made
    finally:
        sys.setprofile(before)
        made[0] = next(calls)


def _calls(text: str) -> int:
    # Patterns are made when a text first needs them, which is not to be counted.
    screen(text, roster=ROSTER)
    with _counting_calls() as made:
        screen(text, roster=ROSTER)
    return made[0]


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_twice_a_hostile_text_takes_no_more_than_twice_the_calls(unit: str) -> None:
    assert _lie_inside(repeated(unit, LENGTH))
    # From some length on whatever a text says again is judged once: where that sets in on the way, longer ones tell.
    assert any(_grow_in_proportion(unit, length) for length in (QUARTER, LENGTH))


def _grow_in_proportion(unit: str, length: int) -> bool:
    once, twice, fourfold = (_calls(repeated(unit, length * times)) for times in (1, 2, 4))
    return fourfold - twice <= AT_MOST * (twice - once) + A_FEW_CALLS


@pytest.mark.parametrize("number", range(MIXED))
def test_hostile_texts_of_all_kinds_at_once_are_screened(number: int) -> None:
    assert _lie_inside(mixed(number, LENGTH))


_SOUP = st.lists(st.sampled_from(UNITS) | st.text(max_size=4), max_size=30).map("".join)


@given(st.text(max_size=60) | _SOUP | _SOUP.map(str.upper) | _SOUP.map(str.title))
@example("told \u0301 mom")
@example("\u0301\u0301-\u0301's MARIA, \u0301")
@example("王, 王'S TOLD Dr. 王")
def test_no_text_at_all_makes_screening_fail(text: str) -> None:
    assert _lie_inside(text)


def _lie_inside(text: str) -> bool:
    """Screens a text, and tells whether what was found lies inside it."""
    findings = screen(text, roster=ROSTER).findings
    return all(0 <= finding.start < finding.end <= len(text) for finding in findings)


def test_calls_that_grow_with_the_square_are_noticed() -> None:
    def quadratic(length: int) -> int:
        with _counting_calls() as made:
            for place in range(length):
                for _ in range(place):
                    len("")
        return made[0]

    quarter, half, whole = (quadratic(length) for length in (100, 200, 400))
    assert whole - half > AT_MOST * (half - quarter) + A_FEW_CALLS
