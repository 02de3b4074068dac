"""What is typed after /bedside."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.command import FOR, Command, Word, read_break, read_command, words_for
from bot.domain.errors import DayUnclear
from bot.domain.own_pace import Break
from bot.domain.permissions import Party

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("", Command(Word.OPEN, "")),
        ("  ", Command(Word.OPEN, "")),
        ("home", Command(Word.OPEN, "")),
        ("TODAY", Command(Word.TODAY, "")),
        (" pause   next  Monday ", Command(Word.PAUSE, "next Monday")),
        ("preview Medicine A", Command(Word.PREVIEW, "Medicine A")),
        ("?", Command(Word.HELP, "")),
        ("sing a song", Command(None, "a song")),
    ],
)
def test_a_word_is_understood_however_it_is_spaced_and_capitalized(text: str, command: Command) -> None:
    assert read_command(text) == command


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("", None),
        ("tomorrow", Break.TOMORROW),
        ("Next Monday", Break.NEXT_MONDAY),
        ("until monday", Break.NEXT_MONDAY),
        ("2026-12-01", date(2026, 12, 1)),
        ("December 1", date(2026, 12, 1)),
        ("until Dec. 1st", date(2026, 12, 1)),
        ("1 december", date(2026, 12, 1)),
        ("November 23", MONDAY),
        ("January 4", date(2027, 1, 4)),
    ],
)
def test_a_day_is_understood_in_plain_words(typed: str, until: date | Break | None) -> None:
    assert read_break(typed, today=MONDAY) == until


@pytest.mark.parametrize(
    "typed", ["3/4", "soon", "February 30", "2026-13-01", "29 february", "12 1", "a week", "Foo 3"]
)
def test_a_day_that_is_none_or_could_be_two_is_answered_with_what_to_write(typed: str) -> None:
    with pytest.raises(DayUnclear, match="/bedside pause tomorrow"):
        read_break(typed, today=MONDAY)


@given(st.text(max_size=300))
def test_whatever_is_typed_is_understood_or_answered(typed: str) -> None:
    read_command(typed)
    with suppress(DayUnclear):
        read_break(typed, today=MONDAY)


def test_everybody_is_told_only_of_words_that_are_for_them() -> None:
    assert words_for({Party.STUDENT}) == tuple(word for word in Word if word not in (Word.DESK, Word.PREVIEW))
    assert words_for({Party.PRECEPTOR}) == (Word.OPEN, Word.TODAY, Word.HELP)
    assert Word.PREVIEW in words_for({Party.COORDINATOR})
    assert set(FOR) == set(Word)
