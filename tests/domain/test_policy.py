"""What is promised to whoever shares something, and that no later change takes it back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import PolicyWrong
from bot.domain.policy import TOLD_FIRST, Policy, PolicyChange, holds_from, promised, strictest

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)

policies = st.builds(
    Policy,
    st.integers(4, 50),
    st.integers(1, 144).map(lambda hours: hours * HOUR),
    st.integers(1, 4).map(lambda n: n * WEEK),
)
instants = st.integers(-100, 100).map(lambda hours: AT + hours * HOUR)
changes = st.lists(st.builds(PolicyChange, instants, policies), max_size=6)


def keeps(policy: Policy, other: Policy) -> bool:
    """Whether whoever was promised the other policy gets no less by this one."""
    return (
        policy.smallest_group >= other.smallest_group
        and policy.settle >= other.settle
        and policy.carry_over <= other.carry_over
    )


@pytest.mark.parametrize("too_small", [3, 2, 1, 0, -5])
def test_no_setting_undercuts_four_voices(too_small: int) -> None:
    with pytest.raises(PolicyWrong, match="smallest_group"):
        Policy(too_small)
    with pytest.raises(PolicyWrong, match="smallest_group"):
        replace(Policy(), smallest_group=too_small)


def test_no_setting_takes_away_the_time_to_think_again_or_lets_replies_wait_for_longer_than_four_weeks() -> None:
    with pytest.raises(PolicyWrong, match="settle_hours"):
        Policy(settle=timedelta())
    with pytest.raises(PolicyWrong, match="carry_over_weeks"):
        Policy(carry_over=4 * WEEK + HOUR)


def test_replies_wait_for_four_weeks_and_settle_for_twelve_hours() -> None:
    policy = Policy()
    assert policy.waiting_since(AT) == datetime(2026, 10, 26, 12, tzinfo=UTC)
    assert policy.settled_before(AT) == datetime(2026, 11, 23, tzinfo=UTC)
    assert policy.lets_join(AT - 12 * HOUR, at=AT)
    assert policy.lets_join(AT - 4 * WEEK, at=AT)
    assert not policy.lets_join(AT - 12 * HOUR + timedelta(seconds=1), at=AT)
    assert not policy.lets_join(AT - 4 * WEEK - timedelta(seconds=1), at=AT)


def test_a_looser_policy_holds_only_for_what_is_written_afterwards() -> None:
    strict, loose = Policy(8, 24 * HOUR, 2 * WEEK), Policy(5, 12 * HOUR, 4 * WEEK)
    history = [PolicyChange(AT - 30 * DAY, strict), PolicyChange(AT, loose)]
    assert promised(history, now=loose, written_at=AT - HOUR) == strict
    assert promised(history, now=loose, written_at=AT) == loose
    assert promised(history, now=loose, written_at=AT + HOUR) == loose


def test_a_stricter_policy_holds_at_once_even_before_it_is_written_down() -> None:
    loose, strict = Policy(5), Policy(8)
    assert promised([PolicyChange(AT - DAY, loose)], now=strict, written_at=AT - HOUR) == strict


def test_a_stricter_policy_that_held_for_a_while_goes_on_to_hold_for_what_was_there() -> None:
    history = [PolicyChange(AT - 9 * DAY, Policy(5)), PolicyChange(AT - DAY, Policy(8)), PolicyChange(AT, Policy(5))]
    assert promised(history, now=Policy(5), written_at=AT - 2 * DAY).smallest_group == 8
    assert promised(history, now=Policy(5), written_at=AT).smallest_group == 5


def test_a_reply_from_before_anything_was_written_down_has_had_all_of_it_promised() -> None:
    history = [PolicyChange(AT - DAY, Policy(9)), PolicyChange(AT, Policy(5))]
    assert promised(history, now=Policy(5), written_at=None).smallest_group == 9
    assert promised([], now=Policy(5), written_at=None) == Policy(5)


@given(changes, policies, instants)
def test_every_policy_in_force_since_a_reply_was_written_is_kept(
    history: list[PolicyChange], now: Policy, written_at: datetime
) -> None:
    holds = promised(history, now=now, written_at=written_at)
    earlier = [change for change in history if change.since <= written_at]
    at_first = max(earlier, key=lambda change: change.since, default=None)
    assert keeps(holds, now)
    assert all(keeps(holds, change.policy) for change in history if change.since > written_at)
    assert at_first is None or any(keeps(holds, change.policy) for change in earlier if change.since == at_first.since)


@given(changes, policies, instants, st.integers(0, 50))
def test_what_is_written_later_is_never_promised_more(
    history: list[PolicyChange], now: Policy, written_at: datetime, hours: int
) -> None:
    earlier = promised(history, now=now, written_at=written_at)
    assert keeps(earlier, promised(history, now=now, written_at=written_at + hours * HOUR))


@given(st.lists(policies, min_size=1))
def test_the_strictest_keeps_them_all_and_asks_for_no_more(several: list[Policy]) -> None:
    one = strictest(several)
    assert all(keeps(one, each) for each in several)
    assert {one.smallest_group} <= {each.smallest_group for each in several}
    assert {one.settle} <= {each.settle for each in several}
    assert {one.carry_over} <= {each.carry_over for each in several}


decisions = st.lists(st.tuples(st.integers(0, 200), policies), min_size=1, max_size=8).map(
    lambda made: [(AT + hours * HOUR, policy) for hours, policy in sorted(made, key=lambda each: each[0])]
)


def noted(made: list[tuple[datetime, Policy]]) -> list[PolicyChange]:
    """What is written down of decisions, each at its instant."""
    history: list[PolicyChange] = []
    for at, policy in made:
        history.append(PolicyChange(holds_from(history, policy, at=at), policy))
    return history


@given(decisions, st.integers(-10, 300), st.integers(0, 300))
def test_no_decision_takes_back_what_was_promised_when_a_reply_was_written(
    made: list[tuple[datetime, Policy]], written: int, later: int
) -> None:
    """Whoever decides what and when: a form that was opened before showed what held then, and every decision that was
    made while the reply waited is kept where it is stricter."""
    written_at = AT + written * HOUR
    asked_at = written_at + later * HOUR
    made_by_then = [each for each in made if each[0] <= asked_at] or made[:1]
    holds = promised(noted(made_by_then), now=made_by_then[-1][1], written_at=written_at)
    opened = [policy for at, policy in made_by_then if at <= written_at - TOLD_FIRST]
    while_it_waited = [policy for at, policy in made_by_then if at > written_at - TOLD_FIRST]
    assert all(keeps(holds, policy) for policy in [*opened[-1:], *while_it_waited])


@given(decisions, st.integers(0, 300))
def test_a_looser_decision_holds_in_the_end(made: list[tuple[datetime, Policy]], hours: int) -> None:
    written_at = max(at for at, _ in made) + TOLD_FIRST + hours * HOUR
    assert promised(noted(made), now=made[-1][1], written_at=written_at) == made[-1][1]


@given(decisions)
def test_decisions_come_into_force_in_the_order_in_which_they_were_made(made: list[tuple[datetime, Policy]]) -> None:
    instants = [change.since for change in noted(made)]
    assert instants == sorted(instants)
    assert all(since >= at for since, (at, _) in zip(instants, made, strict=True))


def test_a_stricter_decision_is_promised_at_once() -> None:
    assert holds_from([PolicyChange(AT, Policy(5))], Policy(6), at=AT + HOUR) == AT + HOUR
    assert holds_from([], Policy(4), at=AT) == AT
