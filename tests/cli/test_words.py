"""Codes and numbers in words."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.words import REASONS, counted, overload_in_words, reason_in_words, waiting
from bot.domain.capacity import Overload
from bot.domain.notices import NO_CHANNEL
from bot.domain.outbox import NOT_SEEN, NOT_WANTED, SEEN, WENT_DIRECTLY, WITHDRAWN, Kind
from bot.domain.pace import NO_ANSWER
from bot.slack.outcomes import VERDICTS

PASSING = {
    *("ratelimited", "rate_limited", "fatal_error", "internal_error", "request_timeout", "service_unavailable"),
    *("team_added_to_org", "invalid_trigger_id", "expired_trigger_id", "exchanged_trigger_id", "hash_conflict"),
}
"""After these a message is tried again or looked for, or they are about forms: none is the reason of a message."""

OURS = {
    *("too_late", "broken", "incomplete", "upload_refused"),
    *(NOT_WANTED, NOT_SEEN, WITHDRAWN, SEEN, WENT_DIRECTLY, NO_CHANNEL, NO_ANSWER),
}
"""Reasons that are no codes of Slack's."""


@pytest.mark.parametrize("code", sorted({"invalid_blocks", *VERDICTS} - PASSING))
def test_every_code_that_ends_a_message_is_said_in_words(code: str) -> None:
    assert code in reason_in_words(code)
    assert reason_in_words(code) != f"Slack says {code}."


def test_words_are_kept_for_no_other_codes() -> None:
    assert set(REASONS) == (set(VERDICTS) - PASSING) | OURS
    assert set(VERDICTS) > PASSING


@pytest.mark.parametrize("code", sorted(REASONS))
def test_a_reason_is_a_sentence(code: str) -> None:
    said = reason_in_words(code)
    assert said[0].isupper()
    assert said.endswith(f" ({code}).")


def test_a_code_that_nobody_knows_is_said_as_it_is() -> None:
    assert reason_in_words("tomorrows_code") == "Slack says tomorrows_code."


def test_numbers_are_easy_to_read() -> None:
    assert counted(1, Kind.REMINDER) == "1 reminder"
    assert counted(43_200, Kind.REMINDER) == "43,200 reminders"


def test_a_direct_message_needs_no_invitation() -> None:
    assert "/invite" in reason_in_words("channel_not_found")
    assert "/invite" not in reason_in_words("channel_not_found", to_person=True)
    assert reason_in_words("user_disabled", to_person=True) == reason_in_words("user_disabled")


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(), "in less than a minute"),
        (timedelta(seconds=60), "in less than a minute"),
        (timedelta(seconds=61), "in 2 minutes"),
        (timedelta(minutes=119), "in 119 minutes"),
        (timedelta(hours=23, minutes=59), "in 24 hours"),
    ],
)
def test_a_wait_is_said_in_what_it_is_best_counted_in(wait: timedelta, words: str) -> None:
    assert waiting(wait) == words


def test_an_overload_says_what_to_do() -> None:
    overload = Overload(Kind.REMINDER, datetime(2026, 11, 24, 12, tzinfo=UTC), due=50_000, carried=43_200)
    assert overload_in_words(overload, a_minute=240) == (
        "On 24 November 50,000 reminders are due from 12:00 UTC; at 240 a minute 43,200 can leave before they are too "
        "late. Raise messages_a_minute in program.yaml, or spread the rotations' times."
    )
