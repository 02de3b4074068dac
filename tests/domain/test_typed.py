"""What is answered to a typed message, and what the form is filled with."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import still_wanted
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT
from bot.domain.typed import (
    Answer,
    Given,
    Heard,
    Says,
    TypedAt,
    answer_to,
    decode,
    encode,
    fill,
    listen,
    planned_answer,
)
from tests.fakes import NEW_YORK

MONDAY = date(2026, 11, 23)
ALICE = Student(PersonId("U0ALICE"), NEW_YORK)
PLACE = TypedAt("1764021600.000100")
TYPED_AT = datetime(2025, 11, 24, 22, 0, 0, 100, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
WORDS = st.text(st.sampled_from("aé ,.\n🙂"), max_size=LONGEST_TEXT + 20)


def test_an_open_question_is_offered_and_the_first_time_says_how_slack_keeps_what_is_typed() -> None:
    first = answer_to(ALICE, PLACE, open_question=MONDAY, heard=Heard())
    assert first == Answer(Says.OFFER, PLACE, warns=True)
    warned = replace(ALICE, warned_of_typing=True)
    assert answer_to(warned, PLACE, open_question=MONDAY, heard=Heard()) == Answer(Says.OFFER, PLACE)


@pytest.mark.parametrize(
    ("student", "says"), [(ALICE, Says.NOTHING_WAITS), (None, Says.NOBODY_READS)], ids=["student", "anybody else"]
)
@pytest.mark.parametrize("heard", [Heard(), Heard(distress=True), Heard(mistreatment=True), Heard(kinds=("a name",))])
def test_without_an_open_question_there_is_a_word_and_no_warning(
    student: Student | None, says: Says, heard: Heard
) -> None:
    answer = answer_to(student, PLACE, open_question=None, heard=heard)
    assert answer == Answer(
        says, PLACE, supports=heard.distress, reports=heard.mistreatment, kinds=heard.kinds, warns=False
    )


def test_what_is_heard_is_told_in_general_words_and_each_of_them_once() -> None:
    heard = listen("Call 857 555 0123 or 857 555 0124 on March 3rd. Honestly I want to die.")
    assert heard == Heard(distress=True, kinds=("a phone number", "a date"))
    assert listen("I sat down, and she talked.") == Heard()


@pytest.mark.parametrize("open_question", [MONDAY, None])
def test_a_line_that_points_at_somebody_soon_after_another_answer_brings_only_that_word(
    open_question: date | None,
) -> None:
    pointing = Heard(kinds=("a name",))
    given = [Given(open_question, TYPED_AT - SECOND)]
    answer = answer_to(ALICE, PLACE, open_question=open_question, heard=pointing, given=given)
    assert answer is not None
    assert (answer.follows, answer.kinds, answer.warns) == (True, ("a name",), False)
    # It offers no form, so that what comes later still gets its own.
    assert planned_answer(answer, ALICE.id, channel="D0ALICE", on=MONDAY, at=TYPED_AT).on is None
    assert answer_to(ALICE, PLACE, open_question=open_question, heard=Heard(), given=given) is None


def test_soon_after_a_word_on_how_to_delete_there_is_no_other_one_unless_somebody_needs_help() -> None:
    given = [Given(MONDAY, TYPED_AT - SECOND), Given(None, TYPED_AT - SECOND)]
    for heard in (Heard(), Heard(kinds=("a name",))):
        assert answer_to(ALICE, PLACE, open_question=MONDAY, heard=heard, given=given) is None
    for heard in (Heard(distress=True), Heard(mistreatment=True)):
        answer = answer_to(ALICE, PLACE, open_question=MONDAY, heard=heard, given=given)
        assert answer is not None
        assert (answer.says, answer.follows) == (Says.OFFER, False)


def test_whoever_points_at_somebody_two_minutes_after_the_last_word_on_it_is_told_again() -> None:
    pointing = Heard(kinds=("a phone number",))
    earlier = Given(MONDAY, TYPED_AT - 5 * MINUTE)
    for ago, is_told in ((MINUTE, False), (2 * MINUTE, True), (4 * MINUTE, True)):
        given = [earlier, Given(None, TYPED_AT - ago)]
        answer = answer_to(ALICE, PLACE, open_question=MONDAY, heard=pointing, given=given)
        assert (answer is not None) is is_told
        assert answer is None or (answer.follows, answer.kinds) == (True, pointing.kinds)


@pytest.mark.parametrize(("student", "open_question"), [(ALICE, MONDAY), (ALICE, None), (None, None)])
def test_answers_with_support_keep_no_word_on_how_to_delete_back(
    student: Student | None, open_question: date | None
) -> None:
    given = [Given(open_question, TYPED_AT - n * SECOND) for n in (1, 2)]
    answer = answer_to(student, PLACE, open_question=open_question, heard=Heard(kinds=("a name",)), given=given)
    assert answer is not None
    assert (answer.follows, answer.kinds) == (True, ("a name",))


@pytest.mark.parametrize(("student", "open_question"), [(ALICE, MONDAY), (None, None)])
def test_of_many_lines_typed_at_once_only_a_few_bring_the_word(
    student: Student | None, open_question: date | None
) -> None:
    given: list[Given] = []
    for n in range(40):
        place = TypedAt(f"{1764021600 + n}.000100")
        answer = answer_to(student, place, open_question=open_question, heard=Heard(kinds=("a name",)), given=given)
        if answer is not None:
            given.append(Given(None if answer.follows else open_question, place.at))
    assert 2 <= len(given) <= 3


def test_whoever_points_at_somebody_an_hour_after_the_last_word_is_told() -> None:
    given = [Given(None, TYPED_AT - timedelta(minutes=minutes)) for minutes in (20, 40, 60)]
    answer = answer_to(None, PLACE, open_question=None, heard=Heard(kinds=("a date",)), given=given)
    assert answer is not None
    assert answer.kinds == ("a date",)


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
    answer = Answer(
        says, TypedAt(PLACE.ts, thread), warns=True, supports=thread is None, reports=True, kinds=("a name", "a date")
    )
    assert decode(encode(answer)) == answer


def test_an_answer_that_an_earlier_release_wrote_is_still_read() -> None:
    old = {"says": "offer", "place": {"ts": PLACE.ts, "thread": None}, "warns": True, "supports": False}
    assert decode(json.dumps(old)) == Answer(Says.OFFER, PLACE, warns=True)


@given(saved=WORDS.map(lambda text: text[:LONGEST_TEXT]), typed=WORDS)
def test_nothing_saved_is_lost_and_nothing_is_too_long(saved: str, typed: str) -> None:
    filled = fill(saved, typed, key=b"key")
    assert len(filled.text) <= LONGEST_TEXT
    assert filled.text.startswith(saved)
    assert filled.is_cut <= (len(saved) + 2 + len(typed) > LONGEST_TEXT)
    assert not filled.is_cut or len(filled.text) == LONGEST_TEXT
    assert saved or filled.is_cut or filled.text == "\n".join(typed.splitlines()).strip()


def test_what_was_typed_stands_below_what_was_saved_and_only_once() -> None:
    assert fill("", "I sat down.\n\nIt helped.", key=b"key").text == "I sat down.\n\nIt helped."
    filled = fill("I sat down.", "It helped.\nI sat down.", key=b"key")
    assert filled.text == "I sat down.\n\nIt helped."
    assert fill(filled.text, "I sat down.\nIt helped.", key=b"key").text == filled.text


def test_what_could_point_to_somebody_is_named_and_left_to_the_student() -> None:
    filled = fill("", "Call 857 555 0123.", key=b"key")
    assert filled.text == "Call 857 555 0123."
    assert filled.objections is not None
    assert [(each.kind, each.words) for each in filled.objections.definite] == [("a phone number", "857 555 0123")]
    assert filled.objections.neutral is not None
    assert fill("", filled.objections.neutral, key=b"key").objections is None
