"""The host's clock jumps forward and back while messages are on their way."""

from pathlib import Path

import pytest

from bot.domain.outbox import State
from tests.campaigns.campaign import open_campaign
from tests.campaigns.oracle import posts
from tests.campaigns.school import School, prompts
from tests.campaigns.seeds import Tell
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(200)]

SCHOOL = School(cohorts=2, each=60)


async def test_a_clock_that_jumps_about_within_the_morning_changes_nothing(
    tmp_path: Path, database_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with open_campaign(tmp_path, database_url, school=SCHOOL, seed=campaign_seed) as campaign:
        campaign.workspace.faults.add("chat.postMessage", "slow", 60, seconds=0.3)
        campaign.workspace.faults.add("chat.postMessage", "drop_after", 10, chance=0.3)
        async with campaign.bot():
            await campaign.be(at(MONDAY, "07:15"))
            for clock in ("05:00", "09:00", "06:00", "08:59", "07:00", "09:30"):
                await campaign.some_more(campaign.dice.randint(1, 15))
                await campaign.be(at(MONDAY, clock))
            await campaign.ended(prompts("reminder", SCHOOL.students, MONDAY))
            await campaign.idle()
        verdict = await campaign.verdict()
        tell(str(verdict))
        assert verdict.wrong == ()
        assert len(posts(campaign.workspace)) == len(SCHOOL.students)


async def test_a_clock_that_jumps_past_the_morning_lets_the_rest_expire_and_sends_nothing_late(
    tmp_path: Path, database_url: str, campaign_seed: int, tell: Tell
) -> None:
    # Far more than the pace carries before the clock jumps.
    school = School(cohorts=5, each=60)
    async with open_campaign(tmp_path, database_url, school=school, seed=campaign_seed) as campaign:
        campaign.workspace.faults.add("chat.postMessage", "slow", 500, seconds=0.5)
        async with campaign.bot():
            await campaign.be(at(MONDAY, "07:15"))
            await campaign.some_more(20)
            await campaign.be(at(MONDAY, "12:00"))
            await campaign.ended(prompts("reminder", school.students, MONDAY))
        verdict = await campaign.verdict()
        tell(str(verdict))
        assert verdict.wrong == ()
        sent, expired = verdict.states[State.SENT], verdict.states[State.EXPIRED]
        assert sent == len(posts(campaign.workspace)) >= 20
        assert sent + expired == len(school.students)
        assert expired > 0
