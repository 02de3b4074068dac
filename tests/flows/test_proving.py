"""The one message of a live check: sent once, looked for with patience."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, Sent, Unknown
from bot.flows.ports import Trace
from bot.flows.prove_delivery import Proof, prove_delivery
from bot.flows.sayings import LiveCheck
from tests.fakes import FakeMessenger
from tests.stories import JO, MONDAY, at

NOW = at(MONDAY, "12:00")
TICK = timedelta(milliseconds=1)


@dataclass
class LateHistory(FakeMessenger):
    """A Slack whose history is some looks behind."""

    behind: int = 0
    looks: int = 0

    async def find(self, message: OutboxMessage) -> Sent | Trace:
        self.looks += 1
        return await super().find(message) if self.looks > self.behind else Trace.ABSENT


async def prove(messenger: FakeMessenger) -> Proof:
    return await prove_delivery(messenger, JO, at=NOW, patience=3 * TICK, again_after=TICK)


async def test_a_message_that_is_found_at_once_proves_it() -> None:
    messenger = LateHistory()
    assert isinstance((await prove(messenger)).found, Sent)
    assert messenger.looks == 1
    assert messenger.said_to(JO) == [LiveCheck()]


@pytest.mark.parametrize(("behind", "recognized", "looks"), [(3, True, 4), (4, False, 4)])
async def test_a_late_history_is_given_some_time(behind: int, recognized: bool, looks: int) -> None:
    messenger = LateHistory(behind=behind)
    found = (await prove(messenger)).found
    assert isinstance(found, Sent) if recognized else found is Trace.ABSENT
    assert messenger.looks == looks
    assert len(messenger.accepted) == 1


async def test_a_history_that_cannot_be_read_is_not_asked_again() -> None:
    messenger = LateHistory(readable=False)
    assert (await prove(messenger)).found is Trace.UNREADABLE
    assert messenger.looks == 1


async def test_a_message_that_nobody_saw_arrive_is_looked_for() -> None:
    messenger = LateHistory(trouble=["cut"])
    proof = await prove(messenger)
    assert proof.outcome == Unknown()
    assert isinstance(proof.found, Sent)


@pytest.mark.parametrize("refusal", [GiveUp("user_not_found"), RetryLater(timedelta(seconds=9))])
async def test_what_surely_is_not_there_is_not_looked_for(refusal: Outcome) -> None:
    messenger = LateHistory(trouble=[refusal])
    assert await prove(messenger) == Proof(refusal)
    assert messenger.looks == 0
