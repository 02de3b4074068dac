"""Weeks in which workers are killed at random instants, and Slack misbehaves all the while: every message once.

The least numbers of kills that are asked for below are 200 together.
"""

import signal
from pathlib import Path

import pytest

from tests.campaigns.campaign import BRISK, Campaign, misbehave, open_campaign
from tests.campaigns.school import School
from tests.campaigns.seeds import Tell

pytestmark = pytest.mark.slow

LARGE = School(cohorts=8, each=50, newcomers=2)
MIDDLING = School(cohorts=4, each=50, newcomers=2)
SMALL = School(cohorts=2, each=40)
REPLIES = 10
BEFORE_ITS_START = -signal.SIGTERM
"""What a worker ends with that was asked to go before it could listen."""


async def finish(campaign: Campaign, tell: Tell) -> None:
    """Send everybody home, lay Slack's record beside the outbox, and tell what happened."""
    statuses = await campaign.crew.dismiss()
    verdict = await campaign.verdict()
    faults = campaign.workspace.faults.happened.total()
    tell(f"{campaign.crew.kills} kills, {campaign.crew.gave_up} gave up, {faults} faults, {verdict}")
    assert verdict.wrong == ()
    assert set(statuses) <= {0, BEFORE_ITS_START}


@pytest.mark.timeout(900)
async def test_a_week_of_kills_on_sqlite(tmp_path: Path, sqlite_url: str, campaign_seed: int, tell: Tell) -> None:
    async with open_campaign(tmp_path, sqlite_url, school=MIDDLING, seed=campaign_seed, a_minute=BRISK) as campaign:
        misbehave(campaign.workspace.faults, share=0.05)
        async with campaign.striking(about_every=12, crew=[1]):
            await campaign.week(replies=REPLIES)
        await finish(campaign, tell)
        assert campaign.crew.kills >= 60


@pytest.mark.timeout(900)
async def test_a_week_of_kills_among_many_workers_on_postgresql(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with open_campaign(tmp_path, postgres_url, school=LARGE, seed=campaign_seed, a_minute=BRISK) as campaign:
        misbehave(campaign.workspace.faults, share=0.05)
        async with campaign.striking(about_every=25, crew=[2, 2, 2, 3, 3, 4, 8]):
            await campaign.week(replies=REPLIES)
        await finish(campaign, tell)
        assert campaign.crew.kills >= 80


@pytest.mark.timeout(600)
async def test_killed_between_post_and_record(
    tmp_path: Path, database_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with open_campaign(tmp_path, database_url, school=SMALL, seed=campaign_seed, a_minute=BRISK) as campaign:
        crew = campaign.crew

        async def kill() -> None:
            await crew.kill_all()
            await crew.hire()

        campaign.workspace.faults.add("chat.postMessage", "hold", 45, chance=0.08, until=kill)
        campaign.workspace.faults.add("chat.update", "hold", 5, chance=0.3, until=kill)
        await crew.hire()
        await campaign.week(replies=REPLIES)
        await finish(campaign, tell)
        assert crew.kills >= 25


@pytest.mark.timeout(300)
async def test_two_processes_share_one_sqlite_file(
    tmp_path: Path, sqlite_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with open_campaign(tmp_path, sqlite_url, school=SMALL, seed=campaign_seed, a_minute=BRISK) as campaign:
        async with campaign.striking(about_every=20, crew=[2]):
            await campaign.week(replies=REPLIES)
        await finish(campaign, tell)
        assert campaign.crew.kills >= 10
