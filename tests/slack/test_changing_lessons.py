"""Jo changes a lesson in a form, undoes it, and looks at the coming weeks."""

from dataclasses import replace

import pytest

from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.preview_rotation import preview_week
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.workspace import Workspace
from bot.slack.views import lessons_form
from bot.slack.views import preview_week as previews
from tests.slack.drawings import texts
from tests.slack.test_coordinators import opened
from tests.stories import EIGHT, JO, MONDAY, at, roster

pytestmark = pytest.mark.usefixtures("straight")
FRIDAY = "2026-11-27"


@pytest.fixture
async def world(world: World) -> World:
    world = replace(world, coordinators=frozenset({JO}))
    await apply_roster(world, roster(EIGHT), at=at(MONDAY, "06:00"))
    return world


def top(workspace: Workspace) -> OpenView:
    return workspace.views.stack(JO)[-1]


async def test_jo_puts_another_lesson_on_a_day_and_undoes_it(world: World, hands: Hands, workspace: Workspace) -> None:
    other = world.curriculum.principles[0]
    form = await opened(hands, workspace, JO, lessons_form.OPEN_ID)
    assert form is not None
    wish = {lessons_form.ON: FRIDAY, lessons_form.PRINCIPLE: other.slug}
    assert (await hands.submit(JO, form.id, wish)).ok
    assert f"Friday, November 27: {other.title}" in " ".join(texts(top(workspace).blocks))
    assert (await hands.submit(JO, top(workspace).id, {})).ok
    assert texts(top(workspace).blocks) == [lessons_form.DONE]
    assert len(world.program.overrides) == 1
    workspace.views.clear(JO)
    again = await opened(hands, workspace, JO, lessons_form.OPEN_ID)
    assert again is not None
    assert (await hands.press_view(JO, again.id, lessons_form.UNDO_ID, value=FRIDAY)).ok
    assert lessons_form.NOTHING_CHANGED in texts(top(workspace).blocks)
    assert world.program.overrides == {}


async def test_who_chooses_nothing_is_told_under_the_field(hands: Hands, workspace: Workspace) -> None:
    form = await opened(hands, workspace, JO, lessons_form.OPEN_ID)
    assert form is not None
    ack = await hands.submit(JO, form.id, {lessons_form.ON: "2026-11-24"})
    assert ack.payload == {
        "response_action": "errors",
        "errors": {lessons_form.PRINCIPLE: "Choose a principle, or a day to change places with."},
    }


async def test_jo_turns_the_weeks_of_a_rotation(world: World, hands: Hands, workspace: Workspace) -> None:
    week = await preview_week(world, "Medicine A", page=1, at=at(MONDAY, "12:00"))
    assert week is not None
    button = {
        "type": "button",
        "action_id": previews.OPEN_ID,
        "value": str(week.rotation.id),
        "text": {"type": "plain_text", "text": "Look"},
    }
    workspace.views.publish(JO, {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]})
    assert (await hands.press_home(JO, previews.OPEN_ID)).ok
    assert f"Medicine A: week 1 of {week.pages}" in texts(top(workspace).blocks)
    assert (await hands.press_view(JO, top(workspace).id, previews.LATER_ID)).ok
    assert f"Medicine A: week 2 of {week.pages}" in texts(top(workspace).blocks)


async def test_jo_looks_at_a_rotation_from_the_lessons_and_comes_back(hands: Hands, workspace: Workspace) -> None:
    form = await opened(hands, workspace, JO, lessons_form.OPEN_ID)
    assert form is not None
    await hands.fill(JO, form.id, lessons_form.ON, FRIDAY)
    assert (await hands.press_view(JO, form.id, previews.OPEN_ID)).ok
    assert top(workspace).id != form.id
    await hands.close(JO, top(workspace).id)
    assert top(workspace).values[lessons_form.ON][lessons_form.ON] == FRIDAY
