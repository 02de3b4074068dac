"""The texts that Bedside sends, held to what they promise. What a program can't judge, a person has read aloud."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from bot.configuration.program_files import LONGEST_ACT, LONGEST_QUESTION, LONGEST_REMINDER, load_curriculum
from bot.domain.curriculum import EPOCH

PACK = load_curriculum(Path(__file__).parents[1] / "config")

REMINDERS = [text for principle in PACK.principles for text in principle.reminders]
QUESTIONS = [text for principle in PACK.principles for text in principle.questions]
ACTS = [text for principle in PACK.principles for text in principle.acts]
KINDS = {"reminders": REMINDERS, "questions": QUESTIONS, "acts": ACTS}

FEW_SHARED_WORDS = 0.34
LITTLE_ALIKE = 0.70
"""The likest two texts of the pack stay below both; a reworded text goes above (see the test that it bites)."""

SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but to of in on at for with it is was be are that this what when how who which do does did "
        "not you your yours i me my one then them they their someone somebody today before after if so as into from up "
        "out by let once have has",
    )
)

PARAGRAPHS = {
    "alliance-matters": (1,),
    "rapport-first": (2,),
    "understood-respected-cared-for": (2, 4),
    "let-the-story-lead": (3,),
    "make-it-safe": (3, 5),
    "sit-and-be-present": (3,),
    "person-before-problem": (3, 5),
    "never-a-burden": (4,),
    "caring-is-a-practice": (4,),
    "trust-over-brilliance": (4, 5),
    "trust-opens-the-story": (5,),
    "diagnosis-needs-trust": (5,),
    "ask-to-know": (6,),
    "make-time-stay-humble": (6, 7),
}

PREACHY = r"(you|we) (should|shouldn’t|must|ought)|fail\w*|shame\w*|guilt\w*|obviously|of course"
JARGON = (
    r"rapport|alliance|empath\w*|compliance|noncomplian\w*|adherence|utiliz\w*|debrief\w*|paradigm|holistic|rounding"
)
BRITISH = r"\w*(colour|behaviour|centre|practis|realis|recognis|apologis|organis|favour|whilst|learnt)\w*"
PUSHY = r"insist\w*|press (them|on)|make them|get them to (talk|tell)|keep asking|no matter what|promise not|secret\w*"


@cache
def content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z’]+", text.lower())) - SMALL_WORDS


def shared_words(one: str, other: str) -> float:
    return len(content(one) & content(other)) / len(content(one) | content(other))


def alike(one: str, other: str) -> bool:
    if shared_words(one, other) >= FEW_SHARED_WORDS:
        return True
    matcher = prepared(one)
    matcher.set_seq1(other.lower())
    # The quick ratio is never below the ratio, and most pairs need no more than that.
    return matcher.quick_ratio() >= LITTLE_ALIKE and matcher.ratio() >= LITTLE_ALIKE


@cache
def prepared(text: str) -> SequenceMatcher[str]:
    """The matcher keeps what it learns about one text while it meets all the others."""
    return SequenceMatcher(None, "", text.lower(), autojunk=False)


def saying(pattern: str, texts: Iterable[str]) -> list[str]:
    return [text for text in texts if re.search(rf"\b({pattern})\b", text, re.IGNORECASE)]


def test_every_principle_has_eight_reminders_eight_questions_and_three_acts() -> None:
    counts = {(len(p.reminders), len(p.questions), len(p.acts)) for p in PACK.principles}
    assert counts == {(8, 8, 3)}


def test_every_principle_rests_on_its_paragraphs() -> None:
    assert {str(p.slug): p.source_paragraphs for p in PACK.principles} == PARAGRAPHS


def test_no_text_of_the_pack_is_repeated_within_fourteen_weeks() -> None:
    days = [EPOCH + timedelta(days=n) for n in range(7 * 14 * 8)]
    for kind in ("reminder", "question"):
        last: dict[str, int] = {}
        for n, on in enumerate(days):
            text = getattr(PACK.lesson_on(on), kind)
            assert n - last.get(text, n - 99) > 98
            last[text] = n


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_texts_of_a_kind_are_alike(kind: str) -> None:
    assert [pair for pair in itertools.combinations(KINDS[kind], 2) if alike(*pair)] == []


@pytest.mark.parametrize(
    ("kind", "reworded"),
    [
        ("questions", "When were you most fully present this week, and what made it possible?"),
        ("questions", "Which habit that builds a connection would you keep?"),
        ("reminders", "Silence your phone during one visit today. If it has to stay on, say so."),
        ("reminders", "Notice your urge to interrupt. Say “go on,” take a breath, and see what comes."),
        ("acts", "Let each learner bring one question to ask a patient. Pick one and ask it together."),
    ],
)
def test_the_measure_of_likeness_bites_on_a_reworded_text(kind: str, reworded: str) -> None:
    assert len([text for text in KINDS[kind] if alike(text, reworded)]) == 1


def test_no_reminder_says_the_same_as_a_question_or_an_act() -> None:
    texts = [*REMINDERS, *QUESTIONS, *ACTS]
    assert len(set(texts)) == len(texts)
    assert max(shared_words(reminder, act) for reminder in REMINDERS for act in ACTS) < 0.5


@pytest.mark.parametrize(("kind", "most"), [("reminders", 4), ("questions", 16), ("acts", 3)])
def test_openings_vary(kind: str, most: int) -> None:
    openings = Counter(" ".join(text.split()[:2]).lower() for text in KINDS[kind])
    assert openings.most_common(1)[0][1] <= most


def test_the_openings_within_one_principle_vary() -> None:
    for principle in PACK.principles:
        assert len({text.split()[0] for text in principle.reminders}) >= 6
        assert Counter(" ".join(text.split()[:2]) for text in principle.questions).most_common(1)[0][1] <= 2


def test_texts_are_short_enough_for_a_phone() -> None:
    assert max(map(len, REMINDERS)) <= LONGEST_REMINDER == 200
    assert max(map(len, QUESTIONS)) <= LONGEST_QUESTION
    assert max(map(len, ACTS)) <= LONGEST_ACT == 240
    assert max(len(text.split()) for text in QUESTIONS) <= 24


def test_a_question_asks_once_at_its_end_and_openly() -> None:
    for question in QUESTIONS:
        assert question.count("?") == 1
        assert question.rstrip("”").endswith("?")
        asked = re.split(r"[.:,] ", question)[-1] if question.split()[0] in {"If", "In", "On"} else question
        assert not re.match(r"(do|did|is|are|was|were|have|has|can|could|would|will)\b", asked, re.IGNORECASE), question


def test_a_question_is_about_the_student() -> None:
    own = re.compile(r"\b(you|your|yours|yourself|you’re|you’d|you’ll)\b", re.IGNORECASE)
    assert [question for question in QUESTIONS if not own.search(question)] == []
    assert saying(r"preceptor|attending|resident|nurse|colleague|classmate|team", QUESTIONS) == []


def test_a_question_asks_for_nothing_that_identifies_a_patient() -> None:
    assert saying(r"name of|who was|which patient|what was the diagnosis|how old|where did they", QUESTIONS) == []


def test_an_act_is_for_the_team_or_its_learners() -> None:
    assert [act for act in ACTS if not re.search(r"\b(learners?|learner’s|team|rounds|together)\b", act)] == []
    assert saying(r"evaluat\w*|grade\w*|who wrote|which of you|repl(y|ies)", ACTS) == []


@pytest.mark.parametrize("pattern", [PREACHY, JARGON, BRITISH, PUSHY])
def test_nothing_preaches_pushes_or_speaks_jargon(pattern: str) -> None:
    assert saying(pattern, [*REMINDERS, *QUESTIONS, *ACTS]) == []


def test_texts_are_set_like_print() -> None:
    for text in [*REMINDERS, *QUESTIONS, *ACTS, *(p.teaching for p in PACK.principles)]:
        assert text[0].isupper() or text[0] == "“"
        assert re.search(r"[.?!]”?$", text), text
        assert not re.search(r"[\"'*_`<>&—]| - |\.\.|  ", text), text
        assert text.count("“") == text.count("”")


def test_no_text_carries_an_emoji() -> None:
    assert [text for text in [*REMINDERS, *QUESTIONS, *ACTS] if re.search(r"[^\x20-\x7e“”’é]|:\w+:", text)] == []


def test_every_theme_fits_a_checkbox() -> None:
    assert len(PACK.themes) == 10
    assert all(len(theme.label) <= 40 for theme in PACK.themes)
