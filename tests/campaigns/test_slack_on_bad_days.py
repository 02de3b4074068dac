"""Everything that Slack does on a bad day, one thing after the other."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.domain.outbox import Kind, State
from bot.practice.workspace import Workspace
from tests.campaigns.campaign import DIGEST_AT, open_campaign
from tests.campaigns.oracle import posts
from tests.campaigns.school import School, prompts
from tests.stories import MONDAY, NEXT_MONDAY, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

SCHOOL = School(cohorts=1, each=10)
TIMES = 4
BAD_DAYS: dict[str, tuple[str, dict[str, Any]]] = {
    "Slack cuts the line before it accepts": ("drop_before", {}),
    "Slack accepts and cuts the line": ("drop_after", {}),
    "Slack cuts the line in the middle of its answer": ("half_an_answer", {}),
    "Slack says nothing": ("time_out", {}),
    "Slack accepts and says nothing": ("time_out", {"accepted": True}),
    "Slack answers 500": ("status", {"code": 500}),
    "Slack accepts and answers 500": ("status", {"code": 500, "accepted": True}),
    "Slack accepts and answers 503": ("status", {"code": 503, "accepted": True}),
    "Slack answers with a page": ("html", {}),
    "Slack accepts and answers with a page": ("html", {"accepted": True}),
    "Slack accepts and answers with a page as if all were well": ("html", {"accepted": True, "code": 200}),
    "Slack accepts and answers with a page that it calls JSON": (
        "html", {"accepted": True, "code": 200, "content_type": "application/json"},
    ),
    "Slack is slow": ("slow", {"seconds": 0.5}),
    "Slack accepts when everybody has given up": ("slow", {"seconds": 1.8}),
    "Slack asks for a pause": ("rate_limited", {"retry_after": 1}),
    "Slack is in trouble": ("error", {"code": "internal_error"}),
}  # fmt: skip


@pytest.mark.parametrize("bad_day", BAD_DAYS)
async def test_on_a_bad_day_every_message_comes_once(
    bad_day: str, tmp_path: Path, database_url: str, campaign_seed: int
) -> None:
    kind, details = BAD_DAYS[bad_day]
    async with open_campaign(tmp_path, database_url, school=SCHOOL, seed=campaign_seed) as campaign:
        faults = campaign.workspace.faults
        async with campaign.bot():
            for method in ("chat.postMessage", "chat.update"):
                faults.add(method, kind, TIMES, **details)
            await campaign.day(MONDAY, replies=8)
            await campaign.next_monday()
        verdict = await campaign.verdict()
        assert faults.happened[kind] == 2 * TIMES
        assert verdict.wrong == ()
        assert verdict.states[State.FAILED] == 0, "nothing of this is a word on the message"


async def test_where_history_cannot_be_read_nothing_is_sent_again_and_everything_is_listed(
    tmp_path: Path, database_url: str, campaign_seed: int
) -> None:
    async with open_campaign(tmp_path, database_url, school=SCHOOL, seed=campaign_seed) as campaign:
        workspace = campaign.workspace
        async with campaign.bot():
            workspace.scopes -= {"im:history"}
            workspace.faults.add("chat.postMessage", "drop_after", 2)
            workspace.faults.add("chat.postMessage", "drop_before", 2)
            await campaign.be(at(MONDAY, "07:15"))
            await campaign.listed(State.SENT, SCHOOL.each - 4)
            await campaign.listed(State.UNKNOWN, 4)
            await looks(workspace, 8)
            assert len(await campaign.listed(State.UNKNOWN, 4)) == 4
            assert len(posts(workspace)) == SCHOOL.each - 2, "nothing was sent a second time"

            workspace.scopes |= {"im:history"}
            await campaign.ended(prompts("reminder", SCHOOL.students, MONDAY))
        assert len(posts(workspace)) == SCHOOL.each
        assert (await campaign.verdict()).wrong == ()


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_digest_whose_arrival_cannot_be_read_waits_for_a_person(
    arrived: bool, tmp_path: Path, database_url: str, campaign_seed: int
) -> None:
    async with open_campaign(tmp_path, database_url, school=SCHOOL, seed=campaign_seed) as campaign:
        workspace = campaign.workspace
        async with campaign.bot():
            await campaign.day(MONDAY, replies=8)
            workspace.scopes -= {"channels:history"}
            workspace.faults.add("chat.postMessage", "drop_after" if arrived else "drop_before")
            await campaign.be(at(NEXT_MONDAY, DIGEST_AT))
            await campaign.listed(State.UNKNOWN, 1)
            await looks(workspace, 2)
            (digest,) = await campaign.listed(State.UNKNOWN, 1)
        assert digest.planned.kind is Kind.DIGEST
        assert len(workspace.messages(SCHOOL.channels[0])) == arrived
        assert (await campaign.verdict()).wrong == ()


async def looks(workspace: Workspace, more: int) -> None:
    """Wait until the bot has looked into histories some more times."""
    enough = workspace.limits.asked["conversations.history"] + more
    seen = 0
    while seen < enough:
        await asyncio.sleep(0.1)
        seen = workspace.limits.asked["conversations.history"]
