"""The words of every view and error, held to one voice; and what every button and picture owes a screen reader."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from bot.domain import errors
from bot.domain.errors import BedsideError
from bot.slack import views
from tests.slack.drawings import drawn, parts

DRAWN = drawn()

RULES: dict[str, Callable[[str], bool]] = {
    "has no word": lambda text: re.search(r"[A-Za-z]", text) is None,
    "carries an emoji": lambda text: (
        re.search(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]|:[a-z_]+:", text) is not None
    ),
    "shouts": lambda text: "!" in text,
    "says only that something is here": lambda text: says(r"(click|tap|press) (here|this)|(read|learn) more", text),
    "is spelled the British way": lambda text: says(
        r"\w*(practis|realis|recognis|apologis|organis|colour|favour)\w*", text
    ),
    "has an apostrophe of another kind": lambda text: "’" in text or "‘" in text,
    "makes somebody feel guilty": lambda text: says(
        r"you (forgot|missed|failed|should|must|haven't|didn't)|don't forget|remember to|overdue|streak|still haven't",
        text,
    ),
    "speaks like a machine": lambda text: says(
        r"oops|whoops|invalid|error|exception|payload|null|timed out|submit|in order to|utiliz\w*|successfully", text
    ),
    "says anonymous, which nobody can promise": lambda text: says(r"anonym\w*", text),
}


def says(pattern: str, text: str) -> bool:
    return re.search(rf"\b({pattern})\b", text, re.IGNORECASE) is not None


def strings(value: object) -> Iterator[str]:
    """What is said in a constant: in itself, or in the members of a tuple or the values of a mapping."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from strings(each)


def words_of_views() -> set[str]:
    """Every constant of the views that a person may read: an id is small letters without a space."""
    modules = [
        importlib.import_module(f"{views.__name__}.{each.name}") for each in pkgutil.walk_packages(views.__path__)
    ]
    constants = [value for module in modules for name, value in vars(module).items() if name.isupper()]
    return {text for value in constants for text in strings(value) if not re.fullmatch(r"[a-z0-9_/:-]*", text)}


def words_of_errors() -> set[str]:
    found = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, BedsideError)]
    return {" ".join((each.__doc__ or "").split()) for each in found}


def complaints(text: str) -> list[str]:
    return [complaint for complaint, broken in RULES.items() if broken(text)]


def buttons(drawing: object) -> list[dict[str, Any]]:
    return [part for part in parts(drawing) if part.get("type") == "button"]


def badly_labelled(drawing: object) -> list[str]:
    """The buttons whose label for screen readers is missing, hides what can be seen, is too long, or is another's."""
    labels = [button.get("accessibility_label", "") for button in buttons(drawing)]
    seen = [button["text"]["text"] for button in buttons(drawing)]
    return [
        text
        for text, label in zip(seen, labels, strict=True)
        if text.lower() not in label.lower() or len(label) > 75 or labels.count(label) > 1
    ]


def pictures_without_words(drawing: object) -> list[dict[str, Any]]:
    pictures = [part for part in parts(drawing) if part.get("type") == "image"]
    return [picture for picture in pictures if not re.search(r"[a-z]", picture.get("alt_text", ""))]


@pytest.mark.parametrize("words", [words_of_views, words_of_errors])
def test_all_words_are_in_one_voice(words: Callable[[], set[str]]) -> None:
    assert {text: found for text in words() if (found := complaints(text))} == {}


def test_the_words_are_found_wherever_they_stand() -> None:
    assert {"Leave", "Done for today", "Share words too", "the account is deactivated"} <= words_of_views()
    assert words_of_views().isdisjoint({"leave", "reply_form", "open_reply"})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("…", "has no word"),
        ("Done ✅", "carries an emoji"),
        ("Done :tada:", "carries an emoji"),
        ("Well done!", "shouts"),
        ("Click here.", "says only that something is here"),
        ("What you practise", "is spelled the British way"),
        ("It can’t be changed.", "has an apostrophe of another kind"),
        ("You haven't answered yet.", "makes somebody feel guilty"),
        ("Invalid text.", "speaks like a machine"),
        ("Your reply is anonymous.", "says anonymous, which nobody can promise"),
    ],
)
def test_each_rule_bites(text: str, complaint: str) -> None:
    assert complaints(text) == [complaint]


@pytest.mark.parametrize("name", DRAWN)
def test_what_can_be_pressed_or_seen_is_told_to_a_screen_reader(name: str) -> None:
    assert badly_labelled(DRAWN[name]) == []
    assert pictures_without_words(DRAWN[name]) == []


@pytest.mark.parametrize("label", [None, "Go on", f"Leave{' now' * 20}", "Leave"])
def test_a_bad_label_is_found(label: str | None) -> None:
    leave = {"type": "button", "text": {"type": "plain_text", "text": "Leave"}}
    labelled = leave if label is None else leave | {"accessibility_label": label}
    twice = [leave | {"accessibility_label": "Leave"}] * (label == "Leave")
    assert "Leave" in badly_labelled([labelled, *twice])
    assert badly_labelled([leave | {"accessibility_label": "Leave: nothing more will come"}]) == []


def test_a_picture_without_words_is_found() -> None:
    picture = {"type": "image", "image_url": "https://example.org/picture.png"}
    assert len(pictures_without_words([picture, picture | {"alt_text": "…"}])) == 2
    assert pictures_without_words([picture | {"alt_text": "Ten of fourteen principles met"}]) == []


def test_a_button_says_what_it_does_in_a_few_words() -> None:
    labels = {button["text"]["text"] for button in buttons(list(DRAWN.values()))}
    assert [label for label in labels if complaints(label) or not re.fullmatch(r"[A-Z][^.]*", label)] == []
    assert max(len(label.split()) for label in labels) <= 6
