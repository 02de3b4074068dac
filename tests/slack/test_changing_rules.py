"""Jo changes the rules in a form; what she typed is never lost."""

from dataclasses import replace

import pytest

from bot.domain.rules import LONGEST_TYPED, Rule
from bot.flows.apply_roster import apply_roster
from bot.flows.change_rules import change_rules, open_rules
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.workspace import Workspace
from bot.slack.views import rules_form
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes
from tests.slack.drawings import texts
from tests.slack.test_coordinators import opened
from tests.stories import DR_KIM, EIGHT, JO, MONDAY, at, roster

pytestmark = pytest.mark.usefixtures("straight")


@pytest.fixture
async def world(world: World) -> World:
    """Jo coordinates eight students, and so does Dr. Kim, who teaches them."""
    world = replace(world, coordinators=frozenset({JO, DR_KIM}))
    await apply_roster(world, roster(EIGHT), at=at(MONDAY, "06:00"))
    return world


@pytest.fixture
async def form(hands: Hands, workspace: Workspace) -> OpenView:
    found = await opened(hands, workspace, JO, rules_form.OPEN_ID)
    assert found is not None
    return found


def top(workspace: Workspace) -> OpenView:
    return workspace.views.stack(JO)[-1]


def filled(form: OpenView, typed: dict[str, str]) -> dict[str, str]:
    """What is typed into which block: a block bears its field's name and the edition of the rules."""
    blocks = {block["block_id"].split("-")[0]: block["block_id"] for block in form.blocks if block["type"] == "input"}
    return {blocks[field]: text for field, text in typed.items()}


async def test_jo_sees_what_a_change_means_and_makes_it(
    world: World, hands: Hands, workspace: Workspace, form: OpenView, pokes: Pokes
) -> None:
    assert (await hands.submit(JO, form.id, filled(form, {Rule.VOICES: "6"}))).ok
    preview = top(workspace)
    assert preview.id != form.id, "the form stays below"
    said = " ".join(texts(preview.blocks))
    assert "5, then 6" in said
    assert "up to 8 on the rosters" in said
    assert (await hands.submit(JO, preview.id, {})).ok
    assert texts(top(workspace).blocks) == [rules_form.CHANGED]
    assert world.program.smallest_group == 6
    assert pokes.count == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({Rule.VOICES: "7"}, "Write 6 or fewer"),
        ({Rule.SUPPORT: "Call somebody"}, "Write the name, a colon"),
        ({}, rules_form.NOTHING_DIFFERENT),
    ],
)
async def test_what_may_not_be_is_said_under_its_field_and_the_form_stays(
    hands: Hands, workspace: Workspace, form: OpenView, typed: dict[str, str], said: str
) -> None:
    ack = await hands.submit(JO, form.id, filled(form, typed))
    assert ack.payload is not None
    assert ack.payload["response_action"] == "errors"
    assert said in next(iter(ack.payload["errors"].values()))
    assert top(workspace).id == form.id


@pytest.mark.parametrize("late", [False, True])
async def test_who_comes_second_sees_what_holds_now_beside_what_they_typed(
    world: World, hands: Hands, workspace: Workspace, form: OpenView, clock: FakeClock, *, late: bool
) -> None:
    """Whether the other one was there before the preview or after it."""
    if late:
        await hands.submit(JO, form.id, filled(form, {Rule.VOICES: "6"}))
    edition = (await open_rules(world, JO, at=clock.now())).rules.edition
    await change_rules(world, JO, {Rule.SETTLE: "24"}, seen=edition, at=clock.now())
    sent = top(workspace)
    assert (await hands.submit(JO, sent.id, {} if late else filled(sent, {Rule.VOICES: "6"}))).ok
    said = texts(top(workspace).blocks)
    assert rules_form.MEANWHILE in said
    assert any("Now it is: 5" in each for each in said)
    assert world.program.smallest_group == 5
    # The field that she left alone shows what holds now.
    assert (await hands.submit(JO, top(workspace).id, {})).ok
    await hands.submit(JO, top(workspace).id, {})
    assert (world.program.smallest_group, world.program.policy.settle.total_seconds()) == (6, 24 * 3600)


async def test_a_preview_remembers_whatever_fits_into_its_form() -> None:
    typed = {Rule.SUPPORT: '"\n' * (LONGEST_TYPED // 2), Rule.ROUTES: "ü\\" * (LONGEST_TYPED // 2), Rule.VOICES: ""}
    remembered = rules_form.remembered("0123456789abcdef", typed)
    assert len(remembered) < 3000
    assert rules_form.kept_in(remembered) == ("0123456789abcdef", typed)
    for broken in ("", remembered[:-1], remembered + "x", "edition nothing:3\nabc", "edition smallest_group:x\n"):
        with pytest.raises(ValueError, match=r"."):
            rules_form.kept_in(broken)


async def test_who_teaches_reads_the_rules_and_sees_to_the_lines(
    world: World, hands: Hands, workspace: Workspace
) -> None:
    form = await opened(hands, workspace, DR_KIM, rules_form.OPEN_ID)
    assert form is not None
    assert any("How many students a digest needs: 5" in said for said in texts(form.blocks))
    fields = [block["element"]["action_id"] for block in form.blocks if block["type"] == "input"]
    assert fields == [Rule.SUPPORT, Rule.ROUTES]
    ack = await hands.submit(DR_KIM, form.id, {})
    assert ack.payload is not None
    assert list(ack.payload["errors"].values()) == [rules_form.NOTHING_DIFFERENT]
    await hands.submit(DR_KIM, form.id, filled(form, {Rule.ROUTES: "Dean of students: Call 555-0100"}))
    await hands.submit(DR_KIM, workspace.views.stack(DR_KIM)[-1].id, {})
    assert [line.name for line in world.program.reporting_routes] == ["Dean of students"]
