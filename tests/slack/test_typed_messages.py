"""Slack's markup becomes the text that somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed import TypedAt
from bot.flows.hear_typed import Typed
from bot.slack.typed_messages import as_typed
from bot.slack.views.message import Message
from tests.stories import ALICE

WORDS = "I sat down & listened <quietly>."


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"),
        ("see <http://example.org|example.org>", "see example.org"),
        ("<mailto:pat@example.org|pat@example.org>", "pat@example.org"),
        ("<tel:8575550123>", "8575550123"),
        ("ask <@U012ABCDEF|pat>", "ask <@U012ABCDEF>"),
        ("in <#C0MEDICINE|medicine>", "in #medicine"),
        ("<!here> and <!subteam^S1|@nurses>", "@here and @nurses"),
    ],
)
def test_slacks_markup_becomes_what_was_typed(sent: str, typed: str) -> None:
    assert as_typed(sent) == typed


@given(st.text(st.sampled_from("a&<>|@#!;lt gmp")))
def test_a_text_without_markup_comes_back_to_the_letter(text: str) -> None:
    assert as_typed(Message(text, []).escaped_text) == text


def test_what_was_typed_does_not_show_when_it_is_printed() -> None:
    assert WORDS not in repr(Typed(ALICE, "D0ALICE", TypedAt("1764021600.000100"), WORDS))
