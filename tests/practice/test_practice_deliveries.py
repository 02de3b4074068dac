import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.practice.deliveries import Courier, name_of
from bot.practice.faults import Faults
from bot.practice.wire import Ack, Json, Kind, Retry
from tests.practice.stand_ins import RecordingApp

EVENT = {"event": {"type": "message"}}
SUBMISSION = {"type": "view_submission"}


class SlowApp(RecordingApp):
    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        await super().deliver(kind, payload, retry=retry)
        await asyncio.Event().wait()
        raise AssertionError("Nothing sets this event.")


@pytest.fixture
def app() -> RecordingApp:
    return RecordingApp()


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def courier(app: RecordingApp, faults: Faults) -> AsyncIterator[Courier]:
    courier = Courier(app, faults, retry_delays=(0.0, 0.0, 0.0))
    yield courier
    await courier.close()


def test_deliveries_are_known_by_what_happened() -> None:
    assert name_of(Kind.EVENT, EVENT) == "message"
    assert name_of(Kind.INTERACTION, SUBMISSION) == "view_submission"
    assert name_of(Kind.COMMAND, {"command": "/bedside"}) == "/bedside"


async def test_an_event_is_tried_three_times_more_and_says_why(courier: Courier, app: RecordingApp) -> None:
    app.answer = Ack(ok=False, reason="http_error")
    await courier.deliver(Kind.EVENT, EVENT)
    await app.until_delivered(4)
    await asyncio.sleep(0.01)

    assert app.retries == [None, *(Retry(number, "http_error") for number in (1, 2, 3))]


async def test_an_event_is_not_tried_again_once_it_is_acknowledged(courier: Courier, app: RecordingApp) -> None:
    app.answer = lambda _: Ack(ok=len(app.delivered) == 2, reason="http_error")
    await courier.deliver(Kind.EVENT, EVENT)
    await app.until_delivered(2)
    await asyncio.sleep(0.01)

    assert len(app.delivered) == 2


async def test_what_a_person_does_is_never_tried_again(courier: Courier, app: RecordingApp) -> None:
    app.answer = Ack(ok=False, reason="http_error")
    assert not (await courier.deliver(Kind.INTERACTION, SUBMISSION)).ok
    await asyncio.sleep(0.01)

    assert len(app.delivered) == 1


async def test_patience_ends(faults: Faults) -> None:
    courier = Courier(SlowApp(), faults, ack_seconds=0.01)

    assert await courier.deliver(Kind.INTERACTION, SUBMISSION) == Ack(ok=False, reason="timed_out")


async def test_closing_ends_what_still_waits_for_its_next_try(faults: Faults) -> None:
    app = RecordingApp(Ack(ok=False))
    courier = Courier(app, faults, retry_delays=(600.0,))
    await courier.deliver(Kind.EVENT, EVENT)
    await courier.close()

    assert len(app.delivered) == 1


async def test_a_duplicate_comes_twice_with_the_same_payload(
    courier: Courier, app: RecordingApp, faults: Faults
) -> None:
    faults.add("view_submission", "duplicate")
    assert (await courier.deliver(Kind.INTERACTION, SUBMISSION)).ok
    assert [payload for _, payload in app.delivered] == [SUBMISSION, SUBMISSION]

    await courier.deliver(Kind.INTERACTION, SUBMISSION)
    assert len(app.delivered) == 3


async def test_a_late_one_arrives_after_the_person_was_told_of_trouble(
    courier: Courier, app: RecordingApp, faults: Faults
) -> None:
    faults.add("view_submission", "late")
    assert await courier.deliver(Kind.INTERACTION, SUBMISSION) == Ack(ok=False, reason="timed_out")
    assert app.delivered == []

    await app.until_delivered(1)


async def test_an_answer_that_gets_lost_was_still_an_answer(
    courier: Courier, app: RecordingApp, faults: Faults
) -> None:
    faults.add("view_submission", "unheard")

    assert not (await courier.deliver(Kind.INTERACTION, SUBMISSION)).ok
    assert len(app.delivered) == 1


async def test_a_lost_submission_never_arrives_but_a_lost_event_is_tried_again(
    courier: Courier, app: RecordingApp, faults: Faults
) -> None:
    faults.add("*", "lost", times=2)
    assert not (await courier.deliver(Kind.INTERACTION, SUBMISSION)).ok
    assert not (await courier.deliver(Kind.EVENT, EVENT)).ok
    await app.until_delivered(1)

    assert app.delivered == [(Kind.EVENT, EVENT)]


def test_an_unknown_fault_is_refused_with_the_list_of_those_there_are(faults: Faults) -> None:
    with pytest.raises(ValueError, match=r"drop_after.*duplicate"):
        faults.add("chat.postMessage", "gremlins")


def test_a_fault_waits_for_its_own_target_and_happens_as_often_as_ordered(faults: Faults) -> None:
    faults.add("message", "lost", times=2)
    kinds = {"lost": None}

    assert faults.take("app_home_opened", kinds) is None
    assert faults.take("message", {"duplicate": None}) is None
    assert [bool(faults.take("message", kinds)) for _ in range(3)] == [True, True, False]
    assert faults.ordered == []
