"""What a preceptor may answer to a group: a few words to all of them, which name nobody, ask nobody and single nobody
out."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.errors import (
    AnswerAsksSomething,
    AnswerHasFaults,
    AnswerIsBlank,
    AnswerNamesSomebody,
    AnswerPointsAtSomebody,
    AnswerRefused,
    AnswerSinglesOut,
    AnswerTooLate,
    AnswerTooLong,
)
from bot.domain.group_answer import (
    LONGEST_ANSWER,
    LONGEST_SIGNATURE,
    UNSIGNED,
    answer_text,
    require_answerable,
    signature_of,
)
from bot.domain.screening import Confidence, clean, find_names, find_questions, find_stepping_forward, screen
from tests.domain.answers_by_hand import (
    ASKED,
    EVERYDAY_ROSTER,
    NAMED,
    NAMELESS,
    STATED,
    STEP_FORWARD,
    TO_ALL,
    UNSEEN_HARMLESS,
    UNSEEN_REFUSED,
    UNSEEN_STEP_FORWARD,
    UNSEEN_TO_ALL,
)

WORDS = "I heard you all. Rounds will begin ten minutes later."
MONDAY = date(2026, 11, 30)
ROSTER = (
    "Alice Chen",
    "Robert “Bob” Núñez",
    "Grace O'Brien",
    "Will May",
    "Zoë Søndergaard (she/her)",
    "Li Wu",
    "the.doc",
)
UNSEEN = "\u200b\u202e\u2066\ufeff\x00"


def test_good_words_go_as_they_are() -> None:
    assert answer_text(f"  {WORDS}\n", names=ROSTER) == WORDS


@pytest.mark.parametrize("blank", ["", " \n\t ", UNSEEN])
def test_nothing_that_can_be_read_is_nothing_to_send(blank: str) -> None:
    with pytest.raises(AnswerIsBlank):
        answer_text(blank, names=())


def test_500_characters_fit_and_501_do_not() -> None:
    assert len(answer_text("a" * LONGEST_ANSWER, names=())) == LONGEST_ANSWER == 500
    with pytest.raises(AnswerTooLong, match="501 characters, and up to 500"):
        answer_text("a" * (LONGEST_ANSWER + 1), names=())


@given(st.text(max_size=600))
def test_what_is_sent_is_what_can_be_seen_of_what_was_typed(typed: str) -> None:
    try:
        text = answer_text(typed, names=ROSTER)
    except AnswerRefused:
        return
    assert text == clean(typed).strip()
    assert text == answer_text(text, names=ROSTER)
    assert 0 < len(text) <= LONGEST_ANSWER
    assert "?" not in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thank you all, <!channel>.", "a mention: <!channel>"),
        ("Thank you, <@U0ALICE>.", "a mention"),
        ("@channel thank you all", "a mention: @channel"),
        ("Read https://evil.example/you and learn.", "a link: https://evil.example/you"),
        ("The number 857 555 0123 is on the wall.", "a phone number: 857 555 0123"),
        ("The patient of March 3rd thanked us.", "a date: March 3rd"),
        ("MRN 4471120 is better.", "a record number"),
        ("kim@example.edu reads this.", "an e-mail address"),
        (f"Thank you all, <!{UNSEEN[0]}channel>.", "a mention"),
    ],
)
def test_what_points_at_somebody_or_can_do_something_is_refused_by_its_name(text: str, found: str) -> None:
    with pytest.raises(AnswerPointsAtSomebody) as refused:
        answer_text(text, names=())
    assert found in str(refused.value)


def test_what_only_may_point_at_somebody_goes_no_more_than_what_surely_does_and_general_words_are_offered() -> None:
    text = "I was glad about 3/14 too."
    assert [finding.confidence for finding in screen(text).findings] == [Confidence.POSSIBLE]
    with pytest.raises(AnswerPointsAtSomebody, match=r"a date: 3/14\. Please .* in general words"):
        answer_text(text, names=())


# ── Names ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thank you, Alice.", ["Alice"]),
        ("alice's words and CHEN'S courage", ["alice", "CHEN"]),
        ("I agree with Alice’s point.", ["Alice"]),
        ("bob and Nunez", ["bob", "Nunez"]),
        ("Nu\u0301n\u0303ez wrote well", ["Núñez"]),
        ("zoe sondergaard", ["zoe", "sondergaard"]),
        ("Thanks to Mr. O'Brien and to O’Brien", ["O'Brien"]),
        ("A\u200blice", ["Alice"]),
        ("𝐀𝐥𝐢𝐜𝐞 is here", ["Alice"]),
        ("It was Grace who did it, and Will too, in May.", ["Grace", "Will"]),
        ("Thank you, May.", ["May"]),
        ("I thank Dr. Grace.", ["Grace"]),
        ("With grace you will begin in may.", []),
        ("Grace is what you show. Will it last, it may.", []),
        ("“May all go well”", []),
        ("Malice and schenck are other words.", []),
        ("Li and Wu sat down.", ["Li", "Wu"]),
        ("Thanks, li, for this.", ["li"]),
        ("A li of rice is no word, nor is wu.", []),
        ("She knows the doctor, and her words matter.", []),
        ("Don't robert-ize", ["robert"]),
        ("王芳 did great, 김민수 too", ["王芳", "김민수"]),
        ("谢谢王芳。我们会改进。", ["王芳"]),
        ("谢谢大家。我们会改进。", []),
    ],
)
def test_names_of_the_roster_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert list(find_names(text, [*ROSTER, "王芳"])) == found


@pytest.mark.parametrize("roster", [(), ("Alice Chen", "Jo", "Li", "Ng", "Priya", "Will May", "Sunny", "王芳")])
def test_a_name_is_found_whoever_is_on_the_roster(roster: tuple[str, ...]) -> None:
    """Else the name of a student who had everything deleted would pass, where it was refused before."""
    assert {text: found for text, found in NAMED.items() if list(find_names(text, roster)) != found} == {}


def test_words_without_a_name_pass() -> None:
    everything = [*NAMELESS, *TO_ALL, *UNSEEN_TO_ALL, *STATED]
    assert {text: found for text in everything if (found := find_names(text, EVERYDAY_ROSTER))} == {}


def test_what_a_profile_says_beside_a_name_is_no_name() -> None:
    for profile in ("Esi Boateng (Zorp)", "Esi Boateng | Zorp", "Esi Boateng – Zorp", "Esi Boateng, Zorp"):
        assert find_names("we zorp with boateng", [profile]) == ("boateng",)
    assert find_names("boateng and esi", ["Boateng, Esi"]) == ("boateng", "esi")
    assert find_names("thank you for the zorp", ["(Zorp)"]) == ("zorp",)


def test_preceptors_may_write_their_own_name_where_it_is_no_students() -> None:
    text = "Thank you all. Yours, Dr. Kim"
    assert find_names(text, ROSTER) == ("Kim",)
    assert find_names(text, ROSTER, own=["Dr. Kim"]) == ()
    assert find_names(text, ["Kim Lee"], own=["Dr. Kim"]) == ("Kim",)


def test_a_name_is_refused_and_named() -> None:
    with pytest.raises(AnswerNamesSomebody, match=r"looks like a name: Alice, Chen\. Please write to the whole group"):
        answer_text("Alice Chen and Alice, thank you.", names=ROSTER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I still think of Mr. J. often.", "This looks like a name: Mr. J."),
        ("My patient maria thanked you all.", "This looks like a name: maria."),
        ("I thank Dr. Grace.", "This looks like a name: Grace."),
    ],
)
def test_initials_and_names_that_only_screening_sees_are_told_and_none_twice(text: str, found: str) -> None:
    with pytest.raises(AnswerNamesSomebody) as refused:
        answer_text(text, names=ROSTER)
    assert str(refused.value).startswith(found)


def test_everything_that_stands_in_the_way_is_told_at_once() -> None:
    with pytest.raises(AnswerHasFaults) as refused:
        answer_text("Whoever wrote about Maria in room 412: come and see me. Was it Alice?", names=ROSTER)
    first, *faults = str(refused.value).split("\n• ")
    assert first == "A few things can't go out like this:"
    told = [
        r"could point to somebody, or can't be sent to students: a room or bed: room 412\. Please",
        r"looks like a name: .*Maria.*Alice|looks like a name: .*Alice.*Maria",
        "step forward: “Whoever wrote”, “come and see me”",
        r"a question would put somebody on the spot: “Was it Alice\?”",
    ]
    assert len(faults) == len(told)
    assert all(re.search(pattern, fault) for pattern, fault in zip(told, faults, strict=True)), faults


def test_screening_does_not_know_preceptors_and_lets_their_own_name_pass() -> None:
    text = "Thank you all. I am Dr. Kim."
    assert answer_text(text, names=ROSTER, own=["Dr. Kim"]) == text
    with pytest.raises(AnswerNamesSomebody, match="looks like a name: Kim"):
        answer_text(text, names=["Kim Lee"], own=["Dr. Kim"])


@given(
    st.text(st.characters(categories=["L"]), min_size=3, max_size=12), st.sampled_from(["{}", "{}'s", "{}’s", "({})"])
)
def test_any_name_is_found_inside_a_sentence_whatever_letters_it_has(name: str, shape: str) -> None:
    assume(name.istitle() or not name.isascii())
    assume(len(find_names(f"x {name}", [name])) == 1)
    assert find_names(f"I thank {shape.format(name)} today.", [name, "Somebody Else"])
    assert not find_names("I thank you today.", [name]) or name in "I thank you today."


# ── Stepping forward ──────────────────────────────────────────────────────────────────────────────────────────────


def test_words_that_ask_one_student_to_step_forward_are_found() -> None:
    assert len(STEP_FORWARD) > 140
    assert [text for text in STEP_FORWARD if not find_stepping_forward(text)] == []


def test_words_to_all_of_them_pass() -> None:
    assert len(TO_ALL) > 140
    assert {text: found for text in [*TO_ALL, *UNSEEN_TO_ALL] if (found := find_stepping_forward(text))} == {}


def test_most_of_what_the_rules_were_not_made_for_is_found() -> None:
    missed = [text for text in UNSEEN_STEP_FORWARD if not find_stepping_forward(text)]
    assert missed == [
        "I want to hear it from you in person.",
        "You wrote that you were scared. I was too.",
        "Wait for me after the conference.",
        "Let us talk, just you and me.",
    ]


def test_what_was_found_is_quoted_with_what_to_write_instead() -> None:
    with pytest.raises(AnswerSinglesOut) as refused:
        answer_text("Thank you all. Whoever  wrote about the window: come and\nsee me.", names=())
    assert "“Whoever wrote”, “come and see me”" in str(refused.value)
    assert "“my door is open to all of you”" in str(refused.value)


@given(
    st.sampled_from([text for text in STEP_FORWARD if "\n" not in text]), st.sampled_from([str.upper, str.lower, str])
)
def test_capitals_hide_nothing(text: str, spelled: type[str]) -> None:
    assert find_stepping_forward(spelled(text))


@given(st.sampled_from(STEP_FORWARD), st.sampled_from(TO_ALL), st.sampled_from(list(UNSEEN)))
def test_it_is_found_among_other_words_and_behind_what_cannot_be_seen(text: str, other: str, unseen: str) -> None:
    hidden = text[:2] + unseen + text[2:]
    assert find_stepping_forward(f"{other} {hidden}\n{other}")


# ── Questions ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_asks_for_an_answer_is_found() -> None:
    assert [text for text in ASKED if not find_questions(text)] == []


def test_a_statement_is_no_question() -> None:
    stated = [*STATED, *TO_ALL, *UNSEEN_TO_ALL]
    assert {text: found for text in stated if (found := find_questions(text))} == {}


def test_a_question_is_refused_with_the_reason() -> None:
    with pytest.raises(AnswerAsksSomething, match=r"“Would ten minutes help\?”.* as a statement") as refused:
        answer_text("I heard you all. Would ten minutes help?", names=())
    assert "can't answer here" in str(refused.value)


# ── All of it ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_of_whole_answers_that_no_rule_was_made_for_nearly_all_are_judged_right() -> None:
    assert len(UNSEEN_HARMLESS) == len(UNSEEN_REFUSED) == 30
    assert [text for text in UNSEEN_HARMLESS if is_refused(text)] == [
        "The Kleinman questions still guide me.",
        # A room and a date by its name may point at a patient; the sentence says what to write instead.
        "Room 12 or room 20, every patient gets a greeting.",
        "On Veterans Day we will thank the veterans on our ward.",
        "By Labor Day I hope this feels lighter.",
    ]
    assert [text for text in UNSEEN_REFUSED if not is_refused(text)] == [
        "Hope, you were wonderful.",
        "I figured out which one it was.",
        "Slide into my DMs.",
        "Kommt einfach bei mir vorbei.",
    ]


def is_refused(text: str) -> bool:
    try:
        answer_text(text, names=())
    except AnswerRefused:
        return True
    return False


# ── Signature and time ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Dr. Kim", "Dr. Kim"),
        (" Dr.\n Kim\u202e ", "Dr. Kim"),
        ("", UNSIGNED),
        (UNSEEN, UNSIGNED),
        ("K" * 200, "K" * LONGEST_SIGNATURE),
    ],
)
def test_a_name_becomes_one_line_to_sign_with(name: str, signed: str) -> None:
    assert signature_of(name) == signed


def test_a_digest_can_be_answered_for_fourteen_days() -> None:
    require_answerable(MONDAY, today=MONDAY + timedelta(days=14))
    with pytest.raises(AnswerTooLate):
        require_answerable(MONDAY, today=MONDAY + timedelta(days=15))


def test_a_question_is_told_once_and_in_whole_words() -> None:
    assert find_questions("I wonder. Is that so?") == ("Is that so?",)
    assert find_questions("Is that so;") == ("Is that",)
