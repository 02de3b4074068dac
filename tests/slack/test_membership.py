"""Members are asked for at Slack's pace, and what Slack refuses is said."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import AppShutOut, EmailsHidden, SlackUnavailable
from bot.practice.workspace import Workspace
from bot.slack.membership import A_MINUTE, CALLS_A_MINUTE, TRIES, Call, MembershipPace, SlackMembership


class Waiting:
    """A clock that moves only while somebody waits."""

    def __init__(self) -> None:
        self.at = 0.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds


@given(asked=st.lists(st.floats(0, 20), min_size=1, max_size=60), call=st.sampled_from(Call))
async def test_no_minute_holds_more_requests_than_slack_takes(asked: list[float], call: Call) -> None:
    clock, sent = Waiting(), []
    pace = MembershipPace(monotonic=clock.now, sleep=clock.sleep)
    for since in asked:
        clock.at += since
        await pace.turn(call)
        sent.append(clock.at)
    most = CALLS_A_MINUTE[call]
    assert all(later - first >= A_MINUTE - 1e-6 for first, later in zip(sent, sent[most:], strict=False))
    assert all(one <= other for one, other in pairwise(sent))


async def test_when_slack_asks_for_a_pause_it_gets_one(workspace: Workspace, client: AsyncWebClient) -> None:
    clock = Waiting()
    members = SlackMembership(client, MembershipPace(monotonic=clock.now, sleep=clock.sleep))
    workspace.faults.add("users.list", "rate_limited", times=2, retry_after=30)
    assert (await members.page("")).members
    assert clock.waits == [30, 30]
    workspace.faults.add("users.list", "rate_limited", times=TRIES, retry_after=1)
    with pytest.raises(SlackUnavailable):
        await members.page("")


async def test_without_the_permission_addresses_find_nobody(workspace: Workspace, client: AsyncWebClient) -> None:
    workspace.scopes.discard("users:read.email")
    members = SlackMembership(client, MembershipPace())
    assert {each.address for each in (await members.page("")).members} == {""}
    with pytest.raises(EmailsHidden):
        await members.member("alice@example.edu")
    workspace.scopes.discard("users:read")
    with pytest.raises(AppShutOut):
        await members.member("U0ALICE")
