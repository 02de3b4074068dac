"""The table of Slack's answers is whole, and the documentation has the same one."""

import re
from pathlib import Path

import pytest

from bot.slack.outcomes import VERDICTS, Verdict, is_the_apps_fault

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
