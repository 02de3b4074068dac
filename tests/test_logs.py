"""Logs that cannot hold a reply or a name."""

import io
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.outbox import Kind, Sent
from bot.logs import log, set_up_logs


@pytest.fixture
def stream() -> io.StringIO:
    stream = io.StringIO()
    set_up_logs(stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_of_ours_holds_numbers_enums_instants_classes_and_opaque_ids(stream: io.StringIO) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    log("message", kind=Kind.QUESTION, outcome=Sent, count=3, due=at, lease=timedelta(seconds=9), id="0" * 32)
    (line,) = lines(stream)
    del line["at"]
    assert line == {
        "level": "info",
        "event": "message",
        "kind": "question",
        "outcome": "Sent",
        "count": 3,
        "due": "2026-11-23T00:00:00+00:00",
        "lease": 9.0,
        "id": "0" * 32,
    }


@pytest.mark.parametrize("word", ["Alice", "U0ALICE", "I cried.", "question:U0ALICE:2026-11-23", "0" * 31])
def test_a_word_is_refused(stream: io.StringIO, word: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        log("message", text=word)
    with pytest.raises(ValueError, match="snake_case"):
        log(word)
    assert stream.getvalue() == ""


def test_an_error_leaves_its_class_and_place_and_not_its_message(stream: io.StringIO) -> None:
    try:
        raise ValueError("what a student wrote")
    except ValueError as error:
        log("beat_failed", level=logging.ERROR, error=error)
    (line,) = lines(stream)
    assert line["error"] == "ValueError"
    assert line["raised"][0].startswith("test_logs.py:")
    assert "student" not in stream.getvalue()


def test_a_library_keeps_its_place_and_loses_its_words(stream: io.StringIO) -> None:
    try:
        raise RuntimeError("body={'text': 'what a student wrote'}")
    except RuntimeError:
        logging.getLogger("slack_bolt").exception("Unhandled request: %s", "what a student wrote")
    (line,) = lines(stream)
    assert line["library"] == "slack_bolt"
    assert line["place"].startswith("test_logs:")
    assert line["error"] == "RuntimeError"
    assert "student" not in stream.getvalue()


def test_libraries_are_silent_below_warnings(stream: io.StringIO) -> None:
    logging.getLogger("slack_sdk").info("a payload")
    logging.getLogger("aiohttp").debug("a payload")
    assert stream.getvalue() == ""
