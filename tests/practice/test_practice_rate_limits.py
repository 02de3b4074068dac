"""Slack's limits: refused is exactly what is one too many, and the wait that Slack names is enough."""

from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.rate_limits import TIER_OF, Bucket, Limit, Window
from bot.practice.web_api import METHODS
from bot.practice.workspace import Workspace
from tests.practice.stand_ins import MovableTime

GAPS = st.lists(st.floats(min_value=0.0, max_value=20.0, allow_subnormal=False), max_size=60)


async def post(client: AsyncWebClient) -> int | None:
    """Post a message: None when it was taken, or how long Slack asks to wait."""
    try:
        await client.chat_postMessage(channel="U0ALICE", text="a")
    except SlackApiError as refusal:
        answer = refusal.response
    else:
        return None
    assert (answer.status_code, answer["error"]) == (429, "ratelimited")
    return int(answer.headers["Retry-After"])


async def test_without_a_limit_nothing_is_refused(client: AsyncWebClient, workspace: Workspace) -> None:
    assert [await post(client) for _ in range(300)] == [None] * 300
    assert workspace.limits.asked["chat.postMessage"] == 300
    assert workspace.limits.refused.total() == 0


async def test_a_call_too_many_in_a_minute_is_told_when_the_minute_is_over(
    client: AsyncWebClient, workspace: Workspace, monotonic: MovableTime
) -> None:
    workspace.limits.set("chat.postMessage", Window(2))

    assert [await post(client) for _ in range(2)] == [None, None]
    monotonic.seconds += 20.5
    assert await post(client) == 40
    monotonic.seconds += 40
    assert await post(client) is None
    assert len(workspace.accepted) == 3
    assert workspace.limits.refused == {"chat.postMessage": 1}
    assert (await client.auth_test())["ok"], "each method is counted by itself"


async def test_a_bucket_takes_a_burst_and_then_an_even_pace(
    client: AsyncWebClient, workspace: Workspace, monotonic: MovableTime
) -> None:
    workspace.limits.set("chat.postMessage", Bucket(a_minute=20, burst=2))

    assert [await post(client) for _ in range(3)] == [None, None, 3]
    monotonic.seconds += 3
    assert [await post(client) for _ in range(2)] == [None, 3]


def test_the_tiers_name_methods_that_exist(workspace: Workspace) -> None:
    assert set(TIER_OF) <= set(METHODS)
    workspace.limits.set_tiers()
    counted = [workspace.limits.count("conversations.history") for _ in range(51)]
    assert counted == [0] * 50 + [60]


@given(gaps=GAPS, limit=st.builds(Window, st.integers(1, 5)) | st.builds(Bucket, st.floats(1, 60), st.floats(1, 5)))
def test_whoever_waits_as_long_as_asked_is_let_in(gaps: list[float], limit: Limit) -> None:
    now = 1_000.0
    for gap in gaps:
        now += gap
        wait = limit.count(now)
        if wait:
            # A hair more, for what floats lose.
            now += wait + 1e-6
            assert limit.count(now) == 0.0


@given(gaps=GAPS, a_minute=st.integers(1, 5))
def test_no_minute_of_a_window_holds_more_than_twice_its_limit_and_none_of_its_own_more(
    gaps: list[float], a_minute: int
) -> None:
    window, now, taken = Window(a_minute), 0.0, []
    for gap in gaps:
        now += gap
        if not window.count(now):
            taken.append((window.began, now))
    begins = [began for began, _ in taken]
    assert all(begins.count(began) <= a_minute for began in begins)
    assert all(began <= at < began + 60 for began, at in taken)
