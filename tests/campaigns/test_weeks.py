"""A week in which everything goes wrong."""

from pathlib import Path

import pytest

from tests.campaigns.campaign import open_campaign
from tests.campaigns.school import School
from tests.campaigns.seeds import Tell

pytestmark = pytest.mark.slow


@pytest.mark.timeout(300)
async def test_a_calm_week(tmp_path: Path, database_url: str, campaign_seed: int, tell: Tell) -> None:
    school = School(cohorts=2, each=20, newcomers=2)
    async with open_campaign(tmp_path, database_url, school=school, seed=campaign_seed) as campaign:
        await campaign.crew.hire()
        await campaign.week(replies=8)
        assert await campaign.crew.dismiss() == [0]
        verdict = await campaign.verdict()
        tell(str(verdict))
        assert verdict.wrong == ()
