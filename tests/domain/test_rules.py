"""The rules as somebody types them, as they are kept, and what is another one then."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.audit import Change
from bot.domain.errors import PolicyWrong
from bot.domain.program import SupportLine
from bot.domain.rules import (
    BOUNDS,
    MOST_LINES,
    Rule,
    Rules,
    RulesChange,
    changed,
    changes_between,
    decode,
    differing,
    encode,
    read_rules,
    typed_lines,
    written,
)

LIFELINE = SupportLine("988 Lifeline", "Call or text 988")
OFFICE = SupportLine("Student wellness office", "Call 555-0100: weekdays", school=True)
NOW = Rules(5, 12, 4, 30, (LIFELINE,), ())

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters=":"), min_size=1)
names = words.map(str.strip).filter(bool).map(lambda text: text[:30].strip()).filter(bool)
lines = st.lists(
    st.builds(SupportLine, names, names, school=st.just(True)), min_size=1, max_size=4, unique_by=lambda one: one.name
)
rules = st.builds(
    Rules,
    st.integers(4, 50),
    st.integers(1, 144),
    st.integers(1, 4),
    st.integers(30, 365),
    lines.map(tuple),
    st.just(()),
)


def problem(typed: dict[Rule, str]) -> str:
    """What is wrong with what somebody typed."""
    found = read_rules(typed, now=NOW)
    assert isinstance(found, dict)
    (error,) = found.values()
    assert isinstance(error, PolicyWrong)
    return str(error)


@given(rules, rules)
def test_what_is_kept_is_read_back_and_what_was_not_changed_stays(one: Rules, other: Rules) -> None:
    change = RulesChange(one, other, datetime(2026, 11, 23, tzinfo=UTC))
    assert decode(encode(change)) == change
    texts = written(other)
    assert changed(one, {rule: texts[rule] for rule in differing(one, other)}) == other
    assert changed(one, {}) == one
    assert (one.edition == other.edition) == (one == other)


@given(rules)
def test_what_the_form_shows_is_read_as_the_same_rules(shown: Rules) -> None:
    typed = {rule: str(getattr(shown, rule)) for rule in BOUNDS}
    typed |= {Rule.SUPPORT: typed_lines(shown.support_lines), Rule.ROUTES: typed_lines(shown.reporting_routes)}
    found = read_rules(typed, now=replace(shown, smallest_group=9))
    # Two names that differ only in the size of their letters are one.
    if len({line.name.casefold() for line in shown.support_lines}) == len(shown.support_lines):
        assert found == shown


@pytest.mark.parametrize("rule", BOUNDS)
@pytest.mark.parametrize("text", ["", "five", "4.5", "-5", "٥", "1e1", "9" * 5000])
def test_what_is_no_whole_number_is_told_with_what_to_write(rule: Rule, text: str) -> None:
    bounds = BOUNDS[rule]
    assert f"Write a number from {bounds.least} to {bounds.most}." in problem({rule: text})


@pytest.mark.parametrize("rule", BOUNDS)
def test_numbers_stay_within_their_bounds(rule: Rule) -> None:
    bounds = BOUNDS[rule]
    for number in (bounds.least, bounds.most):
        assert isinstance(read_rules({rule: f" {number} "}, now=NOW), Rules)
    for number in (bounds.least - 1, bounds.most + 1):
        assert f"{number} is " in problem({rule: str(number)})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "find nobody to talk to"),
        ("Call somebody", "a colon"),
        ("Office: ", "a colon"),
        (": 555-0100", "a colon"),
        ("Office: 1\noffice: 2", "twice"),
        ("x" * 81 + ": 1", "80 characters for a name"),
        ("\n".join(f"{n}: 1" for n in range(MOST_LINES + 1)), "11 lines"),
        ("\n".join(f"Office {n}: {'x' * 190}" for n in range(7)), "too long together"),
    ],
)
def test_lines_that_nobody_could_use_are_told_with_what_to_write(text: str, said: str) -> None:
    assert said in problem({Rule.SUPPORT: text})


def test_a_line_is_the_schools_own_unless_it_stood_there_as_another() -> None:
    typed = f"\n {OFFICE.name} :  {OFFICE.contact} \n{LIFELINE.name}: {LIFELINE.contact}"
    assert read_rules({Rule.SUPPORT: typed, Rule.ROUTES: " "}, now=NOW) == replace(
        NOW, support_lines=(OFFICE, LIFELINE)
    )


def test_changes_are_told_in_words() -> None:
    after = replace(NOW, smallest_group=6, reporting_routes=(OFFICE,))
    assert changes_between(NOW, after) == (
        Change("voices a digest needs", "5", "6"),
        Change("reporting routes", "none", "Student wellness office: Call 555-0100: weekdays"),
    )
    change = RulesChange(NOW, after, datetime(2026, 11, 23, tzinfo=UTC))
    assert (change.tightens, change.loosens) == (True, False)
