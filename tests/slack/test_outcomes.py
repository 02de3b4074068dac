"""The table of Slack's answers is whole, and the documentation has the same one."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.outbox import AppRefused, RetryLater, SlowDown, Unknown, Unreachable
from bot.slack.outcomes import VERDICTS, Verdict, is_the_apps_fault, nothing_sent, what_now

DOCUMENTED = Path("docs/delivery.md")
# Where `restricted_action*` stands for every code that begins so.
NAMED_IN_SLACKS_FACTS = """
    account_inactive cannot_dm_bot cannot_dm_self channel_not_found exchanged_trigger_id expired_trigger_id fatal_error
    hash_conflict internal_error invalid_arguments invalid_auth invalid_blocks is_archived message_limit_exceeded
    messages_tab_disabled metadata_too_large msg_too_long no_permission no_text not_in_channel rate_limited ratelimited
    request_timeout restricted_action service_unavailable time_in_past token_revoked user_disabled user_not_found
    view_too_large
"""


def documented(page: str) -> dict[str, str]:
    """What a page's table of error codes says, by code."""
    table = page.partition("| Slack's error code |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (`.+?`) \| \*\*(.+?)\*\*: .+ \| .+ \|$", table, flags=re.MULTILINE)
    return {code: verdict for codes, verdict in rows for code in re.findall(r"`(\w+)`", codes)}


def test_the_documentation_has_the_same_table() -> None:
    assert documented(DOCUMENTED.read_text(encoding="utf-8")) == {code: str(each) for code, each in VERDICTS.items()}


@pytest.mark.parametrize(
    ("written", "instead"),
    [("`user_disabled` ", ""), ("**stop everything**", "**unknown**"), ("`is_archived` ", "`is_archived` `is_new` ")],
)
def test_a_table_that_says_something_else_is_noticed(written: str, instead: str) -> None:
    page = DOCUMENTED.read_text(encoding="utf-8")
    assert documented(page.replace(written, instead, 1)) != documented(page)


def test_no_code_is_documented_twice() -> None:
    codes = re.findall(r"`(\w+)`", DOCUMENTED.read_text(encoding="utf-8").partition("Not every answer")[0])
    rows = [code for code in codes if code in VERDICTS]
    assert len(rows) == len(set(rows)) == len(VERDICTS)


@pytest.mark.parametrize("code", NAMED_IN_SLACKS_FACTS.split())
def test_every_code_that_slack_is_known_to_answer_has_a_row(code: str) -> None:
    assert code in VERDICTS


def test_every_verdict_is_given() -> None:
    assert set(VERDICTS.values()) == set(Verdict)


def test_a_broken_line_is_not_the_apps_fault() -> None:
    assert not is_the_apps_fault(TimeoutError())


codes = st.one_of(st.sampled_from(sorted(VERDICTS)), st.text(), st.none(), st.integers())
statuses = st.sampled_from([200, 400, 404, 429, 500, 502, 503])
pauses = st.one_of(st.text(), st.integers().map(str), st.just(5000 * "9"), st.just("²"))


def refusal(code: object, *, status: int = 200, pause: str | None = None) -> SlackApiError:
    """An answer of Slack's that is no."""
    headers = {} if pause is None else {"Retry-After": pause}
    data = {"ok": False, "error": code}
    answer = AsyncSlackResponse(
        client=AsyncWebClient(),
        http_verb="POST",
        api_url="chat.postMessage",
        req_args={},
        data=data,
        headers=headers,
        status_code=status,
    )
    return SlackApiError("no", answer)  # type: ignore[no-untyped-call]


@given(codes, statuses, st.booleans())
def test_whatever_slack_answers_there_is_something_to_do_and_no_guessing(
    code: object, status: int, to_person: bool
) -> None:
    outcome = what_now(refusal(code, status=status), to_person=to_person)
    assert (status >= 500) <= (outcome == Unknown())
    assert isinstance(outcome, SlowDown) or status != 429
    assert to_person or not isinstance(outcome, Unreachable)


@given(pauses)
def test_a_pause_is_never_shorter_than_a_second_nor_longer_than_ten_minutes(pause: str) -> None:
    outcome = what_now(refusal("ratelimited", status=429, pause=pause))
    assert isinstance(outcome, SlowDown)
    assert timedelta(seconds=1) <= outcome.pause <= timedelta(minutes=10)


@given(codes, statuses)
def test_what_sends_nothing_is_never_unknown(code: object, status: int) -> None:
    failure = what_now(refusal(code, status=status))
    assert nothing_sent(failure) == (RetryLater(timedelta(seconds=10)) if failure == Unknown() else failure)


@given(codes, statuses)
def test_only_a_refused_app_is_the_apps_fault(code: object, status: int) -> None:
    failure = refusal(code, status=status)
    assert is_the_apps_fault(failure) is isinstance(what_now(failure), AppRefused)
