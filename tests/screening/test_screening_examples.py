"""Screening on examples of what students write: how much it finds, and how much it leaves alone.

`tuning.jsonl` may be read, argued with and tuned on. `held_out.jsonl` is there to report with: whoever has read it has
spoiled it, so its tests tell totals only and never a text. Examples are added in pairs, one to each half.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.screening import Finding, IdentifierKind
from tests.screening.example_lines import example_line
from tests.screening.scoring import HELD_OUT, TUNING, Example, Score, Share, Span, is_found, mistakes, read, score


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a half has to reach, as shares between 0 and 1."""

    recall: float
    ordinary: float
    tricky: float


# They are what was measured, rounded to the safe side: raise them with the detector, and never lower them to be green.
ON_TUNING = Bounds(recall=0.99, ordinary=0.0, tricky=0.015)
ON_HELD_OUT = Bounds(recall=0.91, ordinary=0.015, tricky=0.06)

_ABOUT_PEOPLE = {"NAME", "STAFF", "INITIALS", "AGE", "DATE", "MENTION", "ONLY_ONE"}
_ABOUT_PLACES = {"ADDRESS", "LOCATION", "FACILITY", "ROOM"}
_ABOUT_THINGS = {"PHONE", "EMAIL", "LINK", "ID", "DEVICE", "PLATE"}
_KINDS = _ABOUT_PEOPLE | _ABOUT_PLACES | _ABOUT_THINGS
FEWEST = 170


@pytest.fixture(scope="module")
def tuning() -> Score:
    """The half that may be looked at."""
    return score(read(TUNING))


@pytest.fixture(scope="module")
def held_out() -> Score:
    """The half that is only counted."""
    return score(read(HELD_OUT))


# ── How good it is ───────────────────────────────────────────────────────────────────────────────────────────────


def test_what_points_at_somebody_is_found(tuning: Score) -> None:
    assert tuning.recall.value >= ON_TUNING.recall, "\n".join(_mistakes("missed"))


@pytest.mark.parametrize("kind", ["ordinary", "tricky"])
def test_clean_replies_are_left_alone(tuning: Score, kind: str) -> None:
    alarms = tuning.false_alarms(kind)
    assert alarms.value <= getattr(ON_TUNING, kind), "\n".join(_mistakes("in vain"))


def test_what_points_at_somebody_is_found_in_texts_that_nobody_tuned_on(held_out: Score) -> None:
    assert held_out.recall.value >= ON_HELD_OUT.recall


@pytest.mark.parametrize("kind", ["ordinary", "tricky"])
def test_clean_replies_that_nobody_tuned_on_are_left_alone(held_out: Score, kind: str) -> None:
    alarms = held_out.false_alarms(kind)
    assert alarms.value <= getattr(ON_HELD_OUT, kind)


def _mistakes(how: str) -> list[str]:
    lines = (line for example in read(TUNING) for line in mistakes(example))
    return [line for line in lines if line.startswith(how)]


# ── The examples themselves ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", [TUNING, HELD_OUT])
def test_each_half_is_large_and_half_of_it_clean_and_half_of_that_tricky(file: Path) -> None:
    examples = read(file)
    clean = [example for example in examples if example.is_clean]
    tricky = [example for example in clean if example.type == "tricky"]
    assert len(examples) >= FEWEST
    assert 0.45 < len(clean) / len(examples) < 0.55
    assert 0.45 < len(tricky) / len(clean) < 0.55
    assert {span.kind for example in examples for span in example.spans} == _KINDS


def test_no_text_stands_in_both_halves_or_twice() -> None:
    texts = [example.text.casefold() for file in (TUNING, HELD_OUT) for example in read(file)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("file", [TUNING, HELD_OUT])
def test_every_span_begins_and_ends_with_a_word_and_none_overlap(file: Path) -> None:
    for number, example in enumerate(read(file), start=1):
        edges = [edge for span in example.spans for edge in (span.start, span.end)]
        # By its line only: a held-out text is not to be shown.
        assert edges == sorted(edges), f"line {number} of {file.name}"
        assert all(_is_whole(span, example.text) for span in example.spans), f"line {number} of {file.name}"


def _is_whole(span: Span, text: str) -> bool:
    inside, before, after = text[span.start : span.end], text[: span.start][-1:], text[span.end :][:1]
    return inside == inside.strip() != "" and not before.isalnum() and not after.isalnum()


def test_a_marked_text_becomes_an_example() -> None:
    line = example_line("I saw [[Rose Adeyemi|NAME]] in [[rm 4|ROOM]].")
    entry = {"text": "I saw Rose Adeyemi in rm 4.", "spans": [[6, 18, "NAME"], [22, 26, "ROOM"]], "kind": "phi"}
    assert json.loads(line) == entry
    clean = {"text": "We sat.", "spans": [], "kind": "clean", "type": "tricky"}
    assert json.loads(example_line("We sat.", of_type="tricky")) == clean


# ── The score ────────────────────────────────────────────────────────────────────────────────────────────────────


def _span(text: str, words: str, kind: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words), kind)


def _finding(text: str, words: str) -> Finding:
    return Finding(text.index(words), text.index(words) + len(words), IdentifierKind.NAME)


@pytest.mark.parametrize(
    ("words", "kind", "enough"),
    [
        ("Mr. and Mrs. Aguinaldo", "NAME", "Aguinaldo"),
        ("Castillo, Ana M.", "NAME", "Castillo, Ana"),
        ("Mr. J.", "INITIALS", "J"),
        ("Mr. Y", "INITIALS", "Y"),
        ("97yo", "AGE", "97"),
        ("in her nineties", "AGE", "nineties"),
        ("on the 9th", "DATE", "9th"),
        ("Nov. 30th, 2024", "DATE", "Nov. 30th"),
        ("March 2024", "DATE", "March"),
        ("room 412", "ROOM", "412"),
        ("the Quincy Street clinic", "FACILITY", "Quincy Street"),
        ("the only student with a stutter", "ONLY_ONE", "only"),
    ],
)
def test_a_span_is_found_with_its_identifying_part(words: str, kind: str, enough: str) -> None:
    text = f"I saw {words}, and sat down."
    assert is_found(_span(text, words, kind), text, [_finding(text, enough)])


@pytest.mark.parametrize(
    ("words", "kind", "too_little"),
    [
        ("Rose Adeyemi", "NAME", "Adeyemi"),
        ("Mr. Aguinaldo", "NAME", "Mr."),
        ("Mr. R.D.", "INITIALS", "R"),
        ("8575550123", "PHONE", "857555"),
        ("ninety-three year old", "AGE", "ninety"),
        ("March 3rd", "DATE", "March"),
        ("48 Chestnut Ave, apt 3", "ADDRESS", "48 Chestnut Ave"),
    ],
)
def test_a_span_of_which_something_is_left_is_not_found(words: str, kind: str, too_little: str) -> None:
    text = f"I saw {words}, and sat down."
    assert not is_found(_span(text, words, kind), text, [_finding(text, too_little)])
    assert not is_found(_span(text, words, kind), text, [])


def test_two_findings_may_share_a_span() -> None:
    text = "Rose Adeyemi sang."
    assert is_found(_span(text, "Rose Adeyemi", "NAME"), text, [_finding(text, "Rose"), _finding(text, "Adeyemi")])


def test_a_score_counts_spans_by_kind_and_false_alarms_by_type() -> None:
    sung, sat = "Rose sang to Bo.", "We sat."
    spans = (_span(sung, "Rose", "NAME"), _span(sung, "Bo", "NAME"))
    examples = [Example(sung, spans, "clean"), Example(sat, (), "ordinary"), Example("We stood.", (), "ordinary")]
    findings = {sung: [_finding(sung, "Rose")], sat: [_finding(sat, "sat")]}
    counted = score(examples, find=lambda text: findings.get(text, []))
    assert counted.found == (("NAME", Share(1, 2)),)
    assert counted.recall == Share(1, 2)
    assert counted.false_alarms("ordinary") == Share(1, 2)
    assert counted.false_alarms("tricky") == Share(0, 0)
    assert counted.only_possible == Share(0, 1)
    assert counted.alarms_only_possible == Share(0, 1)
