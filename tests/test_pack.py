"""The texts that Bedside sends, held to what they promise. What a program can't judge, a person has read aloud."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
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

TOO_ALIKE = 0.45
"""Of all 35,245 pairs of this pack the likest two have 0.39, and a text that is merely reworded has 0.6 and more."""

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

YES_OR_NO = r"(do|does|did|is|are|am|was|were|have|has|had|can|could|would|will|should|may|might)"
OPEN = r"(?:[^,?]+, )?(in )?(what|when|where|which|how|why)\b"
"""How the sentence that asks begins, after at most one clause that leads up to it."""

PREACHY = (
    r"(you|we) (should|shouldn’t|must|ought|need to remember)|should have|must|always|(?<!’d )never|make sure|"
    r"remember to|don’t forget|every single|fail\w*|shame\w*|guilt\w*|obviously|of course|simply|just be"
)
JARGON = (
    r"rapport|alliance|empath\w*|compliance|noncomplian\w*|adherence|utiliz\w*|debrief\w*|paradigm|holistic|rounding|"
    r"psychosocial|patient-centered|proactive\w*|biopsychosocial|modalit\w*"
)
BRITISH = r"\w*(colour|behaviour|centre|practis|realis|recognis|apologis|organis|favour|whilst|learnt)\w*"
PUSHY = (
    r"insist\w*|press (them|on)|make them|get them to (talk|tell)|keep asking|no matter what|until they (talk|tell)|"
    r"even if it’s urgent|(skip|leave out|drop|forget|never mind) (the|your|a|any|that) [\w ]*"
    r"(question|screening|checklist|form|symptom|red flag)s?|fine to skip|no need to ask|instead of (the )?screening"
)
PROMISES = (
    r"promise (you|them)|keep it between us|secret\w*|won’t tell|nobody will know|will be (fine|all right)|cure\w*"
)
SETS_ASIDE = r"checklist|clinical question|opening minute|first minute|patient’s order|empty hands|say nothing but"
CAVEAT = r"urgent|pressing|stable|if you’re needed|unless something"
TOO_MUCH = r"tomorrow|next week|each patient|every (day|patient|visit|room|time)|all (day|your patients)|from now on"
OTHERS = r"preceptor|attending|resident|nurse|colleague|classmate|team"
POINTING = (
    r"name of|who was|which patient|what was (wrong|the diagnosis)|how old|where did they|which (room|ward|day|bed)"
)
OWN = r"you|your|yours|yourself|you’re|you’d|you’ll|you’ve"
JUDGING = r"evaluat\w*|grade\w*|who wrote|which of you|repl(y|ies)"


def says(pattern: str, text: str) -> bool:
    return re.search(rf"\b({pattern})\b", text, re.IGNORECASE) is not None


def unquoted(text: str) -> str:
    """A text without what somebody in it says aloud."""
    return re.sub("“[^”]*”", "", text)


def asks_openly(question: str) -> bool:
    sentence = re.split(r"[.:”] ", question)[-1]
    second = re.search(rf"\b(and|or) {YES_OR_NO} (you|it|that|they)", sentence, re.IGNORECASE)
    return re.match(OPEN, sentence, re.IGNORECASE) is not None and second is None


def set_like_print(text: str) -> bool:
    begins = text[0].isupper() or text[0] == "“"
    ends = re.search(r"[.?!]”?$", text) is not None
    return begins and ends and text.count("“") == text.count("”") and not re.search(r"[\"'*_`<>&—!]| - |\.\.|  ", text)


Rule = Callable[[str], bool]

EVERY: dict[str, Rule] = {
    "is set unlike print": lambda text: not set_like_print(text),
    "carries an emoji": lambda text: re.search(r"[^\x20-\x7e“”’é—]|:\w+:", text) is not None,
    "preaches": lambda text: says(PREACHY, unquoted(text)),
    "speaks jargon": lambda text: says(JARGON, text),
    "is spelled the British way": lambda text: says(BRITISH, text),
    "pushes": lambda text: says(PUSHY, text),
    "promises too much": lambda text: says(PROMISES, text),
}
TELLS_TO_ACT: dict[str, Rule] = {
    "sets aside what may be urgent": lambda text: says(SETS_ASIDE, text) and not says(CAVEAT, text),
}
REMINDER: dict[str, Rule] = {
    "is too long": lambda text: len(text) > LONGEST_REMINDER,
    "is too much for today": lambda text: says(TOO_MUCH, text),
    "speaks of its writer": lambda text: says("I|I’m|my|me|students", unquoted(text)),
}
QUESTION: dict[str, Rule] = {
    "is too long": lambda text: len(text) > LONGEST_QUESTION or len(text.split()) > 24,
    "has not one question mark at its end": lambda text: text.count("?") != 1 or not text.endswith("?"),
    "can be answered with yes or no": lambda text: not asks_openly(text),
    "is not about the student": lambda text: not says(OWN, text),
    "is about others": lambda text: says(OTHERS, text),
    "points at a patient": lambda text: says(POINTING, text),
}
ACT: dict[str, Rule] = {
    "is too long": lambda text: len(text) > LONGEST_ACT,
    "has no learners": lambda text: not says("learners?|learner’s|team|rounds|together", text),
    "judges or points at somebody": lambda text: says(JUDGING, text),
}
RULES = {
    "reminders": EVERY | TELLS_TO_ACT | REMINDER,
    "questions": EVERY | QUESTION,
    "acts": EVERY | TELLS_TO_ACT | ACT,
}


def complaints(kind: str, text: str) -> list[str]:
    return [complaint for complaint, broken in RULES[kind].items() if broken(text)]


@cache
def content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z’]+", text.lower())) - SMALL_WORDS


@cache
def trigrams(text: str) -> frozenset[str]:
    """Every three letters in a row, so that “soften” is like “softens”."""
    plain = " ".join(re.findall(r"[a-z’]+", text.lower()))
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))


def likeness(one: str, other: str) -> float:
    """How much of two texts is common to both, 0 to 1: by their words or by their letters, whichever is more."""
    measures = ((content(one), content(other)), (trigrams(one), trigrams(other)))
    return max(len(mine & theirs) / len(mine | theirs) for mine, theirs in measures)


def too_soon(texts: list[str], *, days: int) -> Iterator[str]:
    """What comes again before so many days have passed, where each text is of one day."""
    last: dict[str, int] = {}
    for day, text in enumerate(texts):
        if day - last.get(text, -days) < days:
            yield text
        last[text] = day


def test_every_principle_has_eight_reminders_eight_questions_and_three_acts() -> None:
    counts = {(len(p.reminders), len(p.questions), len(p.acts)) for p in PACK.principles}
    assert (len(PACK.principles), counts) == (14, {(8, 8, 3)})


def test_every_principle_rests_on_its_paragraphs() -> None:
    assert {str(p.slug): p.source_paragraphs for p in PACK.principles} == PARAGRAPHS


def test_every_paragraph_of_the_essay_is_taught_and_no_other() -> None:
    assert {number for p in PACK.principles for number in p.source_paragraphs} == set(range(1, 8))


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_breaks_a_rule(kind: str) -> None:
    assert {text: found for text in KINDS[kind] if (found := complaints(kind, text))} == {}


@pytest.mark.parametrize(
    ("kind", "text", "complaint"),
    [
        ("reminders", "Sit down with someone today - it helps.", "is set unlike print"),
        ("reminders", "Smile at someone today 🙂.", "carries an emoji"),
        ("reminders", "You should sit down more often.", "preaches"),
        ("questions", "Why must you sit down?", "preaches"),
        ("acts", "Always sit down as a team.", "preaches"),
        ("reminders", "Build rapport with someone today.", "speaks jargon"),
        ("acts", "Practise one sentence as a team.", "is spelled the British way"),
        ("reminders", "Stay until they tell you what is wrong.", "pushes"),
        ("reminders", "Skip the screening questions once today and listen.", "pushes"),
        ("reminders", "Say why you’re asking, and that it’s fine to skip it.", "pushes"),
        ("reminders", "Say it once today: “I’ll keep it between us.”", "promises too much"),
        ("reminders", "Put your checklist away for one visit today.", "sets aside what may be urgent"),
        ("acts", "Have a learner say nothing but “Tell me more” for two minutes.", "sets aside what may be urgent"),
        ("reminders", f"Sit {'for a moment ' * 20}today.", "is too long"),
        ("reminders", "Sit down with every patient.", "is too much for today"),
        ("reminders", "Do what I do: sit down today.", "speaks of its writer"),
        ("questions", f"What {'in that long moment ' * 6}did you feel?", "is too long"),
        ("questions", "What did you try? What would you try now?", "has not one question mark at its end"),
        ("questions", "What did you try? Say a little.", "has not one question mark at its end"),
        ("questions", "Did you sit down today?", "can be answered with yes or no"),
        ("questions", "If you sat down, did it help you?", "can be answered with yes or no"),
        ("questions", "Think of your last visit. Was it a good one?", "can be answered with yes or no"),
        ("questions", "How was your visit, and did it go well?", "can be answered with yes or no"),
        ("questions", "What makes a good visit?", "is not about the student"),
        ("questions", "How did your attending listen?", "is about others"),
        ("questions", "Which patient taught you most?", "points at a patient"),
        ("acts", f"Let a learner sit {'for a moment ' * 20}today.", "is too long"),
        ("acts", "Sit down by one bed.", "has no learners"),
        ("acts", "Ask the team which of you sat down.", "judges or points at somebody"),
    ],
)
def test_each_rule_bites(kind: str, text: str, complaint: str) -> None:
    assert complaints(kind, text) == [complaint]


def test_the_days_on_which_a_text_comes_again_too_soon_are_found() -> None:
    assert list(too_soon(["one", "other", "one", "third", "one"], days=3)) == ["one", "one"]
    assert list(too_soon(["one", "other", "one"], days=2)) == []


@pytest.mark.parametrize("kind", ["reminder", "question"])
def test_no_text_of_the_pack_is_repeated_within_fourteen_weeks(kind: str) -> None:
    """Over three years, on every day of the week: a student's rotation may have other working days."""
    lessons = [PACK.lesson_on(EPOCH + timedelta(days=n)) for n in range(3 * 366)]
    assert list(too_soon([getattr(lesson, kind) for lesson in lessons], days=7 * 14)) == []


def test_no_two_texts_are_alike() -> None:
    pairs = itertools.combinations([*REMINDERS, *QUESTIONS, *ACTS], 2)
    assert [pair for pair in pairs if likeness(*pair) >= TOO_ALIKE] == []


@pytest.mark.parametrize(
    "reworded",
    [
        "When were you most fully present this week, and what made it possible?",
        "Which habit that builds a connection would you keep?",
        "How does hurry show on you and what can soften it?",
        "Silence your phone during one visit today. If it has to stay on, say so.",
        "Notice your urge to interrupt. Take a breath, say “go on,” and see what comes.",
        "Let each learner bring one question to ask a patient. Pick one and ask it together.",
    ],
)
def test_the_measure_of_likeness_bites_on_a_reworded_text(reworded: str) -> None:
    assert len([text for texts in KINDS.values() for text in texts if likeness(text, reworded) >= TOO_ALIKE]) == 1


@pytest.mark.parametrize(("kind", "most"), [("reminders", 4), ("questions", 16), ("acts", 3)])
def test_openings_vary(kind: str, most: int) -> None:
    openings = Counter(" ".join(text.split()[:2]).lower() for text in KINDS[kind])
    assert openings.most_common(1)[0][1] <= most


def test_the_openings_within_one_principle_vary() -> None:
    for principle in PACK.principles:
        assert len({text.split()[0] for text in principle.reminders}) >= 6
        assert Counter(" ".join(text.split()[:2]) for text in principle.questions).most_common(1)[0][1] <= 2


def test_the_lengths_are_those_that_were_promised() -> None:
    assert (LONGEST_REMINDER, LONGEST_ACT) == (200, 240)


def test_what_a_principle_teaches_is_set_like_print() -> None:
    assert [p.teaching for p in PACK.principles if not set_like_print(p.teaching)] == []


def test_every_theme_fits_a_checkbox() -> None:
    assert len(PACK.themes) == 10
    assert all(len(theme.label) <= 40 for theme in PACK.themes)
