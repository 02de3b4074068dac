"""A minute of the real thing against Slack's limits; tests/domain/test_pace.py plays the long hours."""

import asyncio
from pathlib import Path

import pytest

from bot.practice.rate_limits import Window
from bot.practice.workspace import Workspace
from tests.campaigns.campaign import open_campaign
from tests.campaigns.oracle import posts
from tests.campaigns.school import School
from tests.campaigns.seeds import Tell
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(200)]

POST = "chat.postMessage"
SCHOOL = School(cohorts=4, each=80)
PACE = 240
MINUTE = 60.0


def most_in_a_minute(workspace: Workspace) -> int:
    """The most posts that Slack accepted within any one minute."""
    times = [float(each.ts or 0) for each in posts(workspace)]
    return max(sum(first <= time < first + MINUTE for time in times) for first in times)


async def test_two_workers_together_keep_the_pace_and_use_it(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with open_campaign(tmp_path, postgres_url, school=SCHOOL, seed=campaign_seed, a_minute=PACE) as campaign:
        workspace = campaign.workspace
        workspace.limits.set(POST, Window(PACE))
        await campaign.crew.hire(2)
        await campaign.be(at(MONDAY, "07:15"))
        await campaign.some_more(1)
        await asyncio.sleep(MINUTE + 5)
        await campaign.crew.dismiss()
        most = most_in_a_minute(workspace)
        tell(f"{most} in a minute, {workspace.limits.refused[POST]} refused")
        assert workspace.limits.refused[POST] == 0
        # What a busy machine may cost is not asked here.
        assert 0.9 * PACE <= most <= PACE
        assert (await campaign.verdict()).wrong == ()


async def test_a_refusal_holds_everybody_back_for_as_long_as_slack_asks(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    limit = 60
    async with open_campaign(tmp_path, postgres_url, school=SCHOOL, seed=campaign_seed, a_minute=PACE) as campaign:
        workspace = campaign.workspace
        workspace.limits.set(POST, Window(limit))
        await campaign.crew.hire(2)
        await campaign.be(at(MONDAY, "07:15"))
        await campaign.some_more(1)
        await asyncio.sleep(MINUTE + 5)
        await campaign.crew.dismiss()
        refused = workspace.limits.refused[POST]
        tell(f"{len(posts(workspace))} accepted, {refused} refused")
        # Each of the two may hold what it took of the second ahead.
        assert 1 <= refused <= PACE / 60 + 2
        assert len(posts(workspace)) >= limit
        assert (await campaign.verdict()).wrong == ()
