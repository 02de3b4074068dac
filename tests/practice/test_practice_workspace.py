import asyncio

import pytest

from bot.practice.cast import MALLORY, PRECEPTORS_CHANNEL, STUDENTS, practice_workspace
from bot.practice.refusals import Refused
from bot.practice.school import (
    CLASS,
    GUEST,
    LOUNGE,
    PEDIATRICS,
    PRECEPTORS,
    SECOND_COORDINATOR,
    SURGERY,
    populate,
)
from bot.practice.workspace import BOT_USER_ID, Workspace
from tests.practice.stand_ins import MONDAY_NOON, MovableTime, section


def test_the_cast_is_eight_students_a_preceptor_a_coordinator_mallory_and_the_app(workspace: Workspace) -> None:
    assert len(STUDENTS) == 8
    assert {*STUDENTS, "U0KIM", "U0JO", MALLORY, BOT_USER_ID} == set(workspace.people)
    assert workspace.channels[PRECEPTORS_CHANNEL].members == {"U0KIM", "U0JO", BOT_USER_ID}
    assert workspace.person("U0KIM").real_name == "Dr. Kim"


def test_the_rest_of_the_school_is_enough_for_five_rotations_of_two_cohorts(workspace: Workspace) -> None:
    populate(workspace)

    assert len(CLASS) == 44
    assert len({each.email for each in (*CLASS, *PRECEPTORS)}) == len({each.id for each in (*CLASS, *PRECEPTORS)}) == 50
    assert set(workspace.people) >= {GUEST, SECOND_COORDINATOR, *(each.id for each in CLASS)}
    with_us = {each.id for each in workspace.channels.values() if BOT_USER_ID in each.members}
    assert {SURGERY, LOUNGE} <= with_us
    assert PEDIATRICS not in with_us
    assert workspace.messages(SURGERY) == []


def test_the_first_message_of_a_moment_bears_that_moment(workspace: Workspace) -> None:
    message = workspace.post(PRECEPTORS_CHANNEL, "Good morning")

    assert message.ts == "1794848400.000000"


def test_no_two_messages_share_a_ts_and_order_survives_a_clock_moved_back(
    workspace: Workspace, time: MovableTime
) -> None:
    first = workspace.post(PRECEPTORS_CHANNEL, "one")
    second = workspace.post(PRECEPTORS_CHANNEL, "two")
    time.seconds = MONDAY_NOON - 3600
    third = workspace.post(PRECEPTORS_CHANNEL, "three")

    assert float(first.ts) < float(second.ts) < float(third.ts)


def test_a_trigger_opens_once(workspace: Workspace) -> None:
    trigger = workspace.trigger("U0ALICE")

    assert workspace.redeem_trigger(trigger).user == "U0ALICE"
    with pytest.raises(Refused, match="exchanged_trigger_id"):
        workspace.redeem_trigger(trigger)


def test_a_trigger_dies_after_three_seconds_of_real_time_however_the_demo_moves_its_clock(
    workspace: Workspace, time: MovableTime, monotonic: MovableTime
) -> None:
    kept, forgotten = workspace.trigger("U0ALICE"), workspace.trigger("U0ALICE")
    time.seconds += 7 * 86400
    monotonic.seconds += 3.0
    assert workspace.redeem_trigger(kept).user == "U0ALICE"
    monotonic.seconds += 0.1
    with pytest.raises(Refused, match="expired_trigger_id"):
        workspace.redeem_trigger(forgotten)


def test_a_made_up_trigger_opens_nothing(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="invalid_trigger_id"):
        workspace.redeem_trigger("trigger.000001")


def test_everybody_has_one_conversation_with_the_app(workspace: Workspace) -> None:
    assert workspace.im_of("U0ALICE") is None
    assert workspace.open_im("U0ALICE") is workspace.open_im("U0ALICE")
    assert workspace.open_im("U0BOB").id != workspace.open_im("U0ALICE").id


def test_every_block_has_an_id_and_those_made_up_change_with_each_edit(workspace: Workspace) -> None:
    message = workspace.post(PRECEPTORS_CHANNEL, "one", blocks=[section("one"), section("two", block_id="mine")])
    edited = workspace.edit(message, blocks=[section("one"), section("two", block_id="mine")])

    assert edited.blocks[0]["block_id"] != message.blocks[0]["block_id"]
    assert edited.blocks[1]["block_id"] == message.blocks[1]["block_id"] == "mine"


async def test_whoever_waits_hears_of_the_change_that_matters(workspace: Workspace) -> None:
    async def waiter() -> int:
        return await workspace.until(lambda: len(workspace.messages(PRECEPTORS_CHANNEL)))

    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(waiter())
        await asyncio.sleep(0)
        workspace.touch()
        workspace.post(PRECEPTORS_CHANNEL, "one")

    assert waiting.result() == 1


async def test_whoever_waits_in_vain_is_told_so(workspace: Workspace) -> None:
    with pytest.raises(TimeoutError):
        await workspace.changed(since=workspace.version, within=0.01)


def test_scopes_are_granted_as_asked() -> None:
    assert practice_workspace(MovableTime(0.0), scopes={"chat:write"}).scopes == {"chat:write"}
