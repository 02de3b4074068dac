"""Misbehaviour that is new with the campaigns: by chance, half an answer, slow answers, and a word in between."""

import asyncio

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.cast import PRECEPTORS_CHANNEL
from bot.practice.faults import ALWAYS, CALL_KINDS, Faults
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Workspace


def hits(faults: Faults, calls: int) -> int:
    return sum(faults.take("chat.postMessage", CALL_KINDS) is not None for _ in range(calls))


def test_a_fault_with_a_chance_hits_about_so_often_and_the_same_calls_for_the_same_seed() -> None:
    first, second = Faults(), Faults()
    for faults in (first, second):
        faults.add("chat.postMessage", "drop_after", ALWAYS, chance=0.2)

    assert 150 <= hits(first, 1_000) <= 250
    assert hits(second, 1_000) == first.happened["drop_after"]


def test_a_call_that_one_chance_spares_may_be_hit_by_the_next() -> None:
    faults = Faults()
    faults.add("chat.postMessage", "drop_after", ALWAYS, chance=0.0)
    faults.add("chat.postMessage", "drop_before")

    assert hits(faults, 3) == 1
    assert faults.happened == {"drop_before": 1}


async def test_half_an_answer_is_no_answer_to_a_message_that_was_taken(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.faults.add("chat.postMessage", "half_an_answer")
    with pytest.raises(aiohttp.ClientPayloadError):
        await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert len(workspace.accepted) == 1
    assert (await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest"))["ok"]


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_slow_answer_is_good_all_the_same(
    client: AsyncWebClient, workspace: Workspace, *, accepted: bool
) -> None:
    workspace.faults.add("chat.postMessage", "slow", seconds=0.01, accepted=accepted)

    assert (await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest"))["ok"]
    assert len(workspace.accepted) == 1


async def test_a_slow_answer_may_be_to_a_message_that_is_taken_after_everybody_gave_up(
    server: PracticeServer, workspace: Workspace
) -> None:
    workspace.faults.add("chat.postMessage", "slow", seconds=0.3)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.1)) as session:
        client = AsyncWebClient(BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
        with pytest.raises(asyncio.TimeoutError):
            await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest")

    assert workspace.accepted == []
    assert len(await workspace.until(lambda: workspace.accepted)) == 1


async def test_a_test_can_step_in_between_taking_a_message_and_answering(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    seen = []

    async def step_in() -> None:
        seen.extend(workspace.accepted)

    workspace.faults.add("chat.postMessage", "hold", until=step_in)

    assert (await client.chat_postMessage(channel=PRECEPTORS_CHANNEL, text="Digest"))["ok"]
    assert seen == workspace.accepted
    assert len(seen) == 1
