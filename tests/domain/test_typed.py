"""What is answered to a typed message, and what the form is filled with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import still_wanted
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT
from bot.domain.typed import Answer, Says, TypedAt, answer_to, decode, encode, fill, planned_answer
from tests.fakes import NEW_YORK

MONDAY = date(2026, 11, 23)
ALICE = Student(PersonId("U0ALICE"), NEW_YORK)
PLACE = TypedAt("1764021600.000100")
TYPED_AT = datetime(2025, 11, 24, 22, 0, 0, 100, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WORDS = st.text(st.sampled_from("aé ,.\n🙂"), max_size=LONGEST_TEXT + 20)


def test_an_open_question_is_offered_and_the_first_time_says_how_slack_keeps_what_is_typed() -> None:
    first = answer_to(ALICE, PLACE, open_question=MONDAY, distress=False)
    assert first == Answer(Says.OFFER, PLACE, warns=True)
    warned = replace(ALICE, warned_of_typing=True)
    assert answer_to(warned, PLACE, open_question=MONDAY, distress=False) == Answer(Says.OFFER, PLACE)


@pytest.mark.parametrize(
    ("student", "says"), [(ALICE, Says.NOTHING_WAITS), (None, Says.NOBODY_READS)], ids=["student", "anybody else"]
)
@pytest.mark.parametrize("distress", [False, True])
def test_without_an_open_question_there_is_a_word_and_no_warning(
    student: Student | None, says: Says, distress: bool
) -> None:
    answer = answer_to(student, PLACE, open_question=None, distress=distress)
    assert answer == Answer(says, PLACE, supports=distress)


def test_an_answer_is_due_when_its_message_was_typed_and_never_later_than_now() -> None:
    for now, due in ((TYPED_AT + SECOND, TYPED_AT), (TYPED_AT - SECOND, TYPED_AT - SECOND)):
        planned = planned_answer(Answer(Says.OFFER, PLACE), ALICE.id, channel="D0ALICE", on=MONDAY, at=now)
        assert planned.send_at == due
        assert planned.too_late_at == now + timedelta(hours=1)
        assert planned.dedupe_key == "typed:U0ALICE:1764021600.000100"


def test_whoever_left_is_still_answered() -> None:
    planned = planned_answer(Answer(Says.NOTHING_WAITS, PLACE), ALICE.id, channel="D0ALICE", on=MONDAY, at=TYPED_AT)
    assert planned.on is None
    assert still_wanted(planned, ALICE.left())
    assert still_wanted(planned, None)


@pytest.mark.parametrize("thread", [None, "1764020700.000200"])
@pytest.mark.parametrize("says", Says)
def test_an_answer_comes_back_from_the_outbox_as_it_went_in(says: Says, thread: str | None) -> None:
    answer = Answer(says, TypedAt(PLACE.ts, thread), warns=True, supports=thread is None)
    assert decode(encode(answer)) == answer


@given(saved=WORDS.map(lambda text: text[:LONGEST_TEXT]), typed=WORDS)
def test_nothing_saved_is_lost_and_nothing_is_too_long(saved: str, typed: str) -> None:
    filled = fill(saved, typed)
    assert len(filled.text) <= LONGEST_TEXT
    assert filled.text.startswith(saved)
    assert filled.is_cut <= (len(saved) + 2 + len(typed) > LONGEST_TEXT)
    assert not filled.is_cut or len(filled.text) == LONGEST_TEXT
    assert saved or filled.is_cut or filled.text == "\n".join(typed.splitlines()).strip()


def test_what_was_typed_stands_below_what_was_saved_and_only_once() -> None:
    assert fill("", "I sat down.\n\nIt helped.").text == "I sat down.\n\nIt helped."
    filled = fill("I sat down.", "It helped.\nI sat down.")
    assert filled.text == "I sat down.\n\nIt helped."
    assert fill(filled.text, "I sat down.\nIt helped.").text == filled.text


def test_what_could_point_to_somebody_is_named_and_left_to_the_student() -> None:
    filled = fill("", "Call 857 555 0123.")
    assert filled.text == "Call 857 555 0123."
    assert filled.findings == ("a phone number: 857 555 0123",)
