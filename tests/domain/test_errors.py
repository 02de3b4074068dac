"""An error's docstring is its message, so each one has to read as a sentence."""

import pytest

from bot.domain import errors
from bot.domain.errors import (
    BedsideError,
    NothingToSave,
    ReplyRefused,
    RosterRefused,
    SettingWrong,
    StartRefused,
    TextTooLong,
)

LEAVES = [
    leaf
    for leaf in vars(errors).values()
    if isinstance(leaf, type) and issubclass(leaf, BedsideError) and leaf is not BedsideError
]


def test_the_docstring_is_the_message() -> None:
    assert str(NothingToSave()) == "There is nothing to save yet. Tick a theme or write a few words."


def test_fields_fill_the_places_in_the_message() -> None:
    assert str(TextTooLong(limit=3000)) == "That is a little too long. Up to 3,000 characters fit here."
    wrong = SettingWrong(name="PORT", problem="“x” is no number", write="Write a number such as 3000")
    assert str(wrong) == "PORT: “x” is no number. Write a number such as 3000."
    assert wrong.fields["name"] == "PORT"


def test_braces_in_a_field_stay_as_they_are() -> None:
    assert str(SettingWrong(name="{PORT}", problem="{}", write="{0}")) == "{PORT}: {}. {0}."


def test_several_problems_become_a_list() -> None:
    assert str(RosterRefused(problems=("Line 2", "Line 5"))).endswith("send the roster again:\n• Line 2\n• Line 5")


@pytest.mark.parametrize("fields", [{}, {"limits": 3}, {"limit": 3, "more": 4}])
def test_a_missing_or_misspelled_field_is_a_bug(fields: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="TextTooLong takes the fields"):
        TextTooLong(**fields)


@pytest.mark.parametrize("leaf", LEAVES)
def test_every_error_has_a_message_of_its_own(leaf: type[BedsideError]) -> None:
    assert leaf.__doc__
    assert leaf.__doc__ != BedsideError.__doc__
    assert leaf.__doc__.rstrip().endswith((".", "{problems}", "{names}", "{faults}"))


def test_what_a_form_may_answer_and_what_stops_the_start_are_told_apart() -> None:
    assert _names(ReplyRefused) == {
        "ExcerptTooLong",
        "NotYourQuestion",
        "NothingToSave",
        "QuestionClosed",
        "ReplyAlreadyUsed",
        "ReplyChanged",
        "ReplyGone",
        "TextTooLong",
        "ThemesNeedATick",
    }
    assert _names(StartRefused) == {"AnotherWorkspace", "OutdatedDatabase", "ProgramFileWrong", "SettingWrong"}


def _names(base: type[BedsideError]) -> set[str]:
    return {leaf.__name__ for leaf in LEAVES if issubclass(leaf, base) and leaf is not base}
