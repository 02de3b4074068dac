"""Workers that are frozen past their lease, at any instant, and thawed when others have taken over."""

import asyncio
from pathlib import Path

import pytest

from tests.campaigns.campaign import BRISK, Campaign, open_campaign
from tests.campaigns.school import School
from tests.campaigns.seeds import Tell
from tests.campaigns.worker import QUICK
from tests.stories import MONDAY, NEXT_MONDAY, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

PAST_EVERYTHING = (QUICK.lease + QUICK.settle_after).total_seconds() + 2.0
ROUNDS = 6
WORKERS = 4


async def freeze_some(campaign: Campaign) -> int:
    """Freeze all but one of the crew, each at a random instant of a busy moment, and thaw them past their leases."""
    frozen = campaign.dice.sample(campaign.crew.at_work, len(campaign.crew.at_work) - 1)
    for worker in frozen:
        await campaign.some_more(campaign.dice.randint(1, 12))
        await asyncio.sleep(campaign.dice.uniform(0.0, 0.05))
        campaign.crew.freeze(worker)
    await asyncio.sleep(PAST_EVERYTHING)
    for worker in frozen:
        campaign.crew.thaw(worker)
    return len(frozen)


async def test_frozen_past_their_lease_workers_double_nothing(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    school = School(cohorts=4, each=75)
    async with open_campaign(tmp_path, postgres_url, school=school, seed=campaign_seed, a_minute=2 * BRISK) as campaign:
        await a_week_with_frost(campaign, tell, workers=WORKERS, rounds=ROUNDS)


async def test_of_two_processes_on_one_sqlite_file_a_frozen_one_doubles_nothing(
    tmp_path: Path, sqlite_url: str, campaign_seed: int, tell: Tell
) -> None:
    """Where it freezes in the middle of a transaction, everybody waits for it."""
    school = School(cohorts=2, each=50)
    async with open_campaign(tmp_path, sqlite_url, school=school, seed=campaign_seed, a_minute=BRISK) as campaign:
        await a_week_with_frost(campaign, tell, workers=2, rounds=ROUNDS // 2)


async def a_week_with_frost(campaign: Campaign, tell: Tell, *, workers: int, rounds: int) -> None:
    """A week in which workers are frozen again and again; every message came once all the same."""
    # Slow enough that many messages are on their way whenever somebody freezes.
    campaign.workspace.faults.add("chat.postMessage", "slow", 100_000, chance=0.5, seconds=0.3)
    campaign.workspace.faults.add("chat.postMessage", "slow", 100_000, chance=0.2, seconds=0.3, accepted=True)
    campaign.workspace.faults.add("chat.postMessage", "drop_after", 100_000, chance=0.05)
    await campaign.crew.hire(workers)
    await campaign.crew.ready(workers)
    mornings = asyncio.create_task(campaign.week(replies=8))
    freezes = 0
    for _ in range(rounds):
        freezes += await freeze_some(campaign)
    await mornings
    await campaign.crew.dismiss()
    verdict = await campaign.verdict()
    tell(f"{freezes} freezes, {verdict}")
    assert verdict.wrong == ()


async def test_a_worker_frozen_with_its_message_accepted_finds_it_settled(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    school = School(cohorts=1, each=20)
    async with open_campaign(tmp_path, postgres_url, school=school, seed=campaign_seed) as campaign:
        crew = campaign.crew

        async def freeze() -> None:
            (worker,) = crew.at_work
            crew.freeze(worker)
            await crew.hire()
            await asyncio.sleep(PAST_EVERYTHING)
            crew.thaw(worker)

        campaign.workspace.faults.add("chat.postMessage", "hold", until=freeze)
        await crew.hire()
        await campaign.day(MONDAY, replies=8)
        await campaign.be(at(NEXT_MONDAY, "07:15"))
        await campaign.idle()
        await crew.dismiss()
        verdict = await campaign.verdict()
        tell(str(verdict))
        assert verdict.wrong == ()
