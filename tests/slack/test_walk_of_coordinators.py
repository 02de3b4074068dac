"""Everything that a coordinator can see and press, before and after students do something: byte for byte the same.

The walk takes whatever stands on Home, in the forms behind it and in the answers to /bedside, so that what is added
later is walked as well.
"""

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.command import Word
from bot.domain.people import Pace
from bot.domain.reply import Sharing
from bot.flows.delete_everything import delete_everything
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.set_pace import leave, start
from bot.flows.skip_question import skip_question
from bot.flows.stop_sharing import stop_sharing
from bot.flows.take_break import pause, resume
from bot.practice import forms
from bot.practice.forms import Field
from bot.practice.hands import Hands
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from tests.fakes import FakeClock
from tests.slack.conftest import Straight
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DEV,
    EIGHT,
    JO,
    MONDAY,
    NEXT_MONDAY,
    answer,
    at,
    deliver,
    everybody_starts,
    place,
)

HANA: Final = EIGHT[-1]
"""Placed, and has not started."""
DEEPEST: Final = 3
"""Forms above one another: Slack shows no more."""
TYPED: Final = (*Word, "", "preview Medicine A", "pause", "pause tomorrow", "who answered")
CHANGED: Final = {"smallest_group": "6", "last_day": "2026-12-11", "question": "18:00", "digest_at": "08:00"}
"""What is entered into the fields of these names, wherever they are."""
NUMBERED: Final = ("id", "hash", "trigger_id", "root_view_id", "previous_view_id", "external_id", "block_id")
"""What Slack, or its kit, numbers anew each time."""

Deed = Callable[[World], Awaitable[object]]
NOW = at(MONDAY, "18:30")
DEEDS: Final[tuple[tuple[Deed, ...], ...]] = (
    (
        lambda world: start(world, HANA, Pace.EVERY_DAY, at=NOW),
        lambda world: answer(world, ALICE, when=NOW),
        lambda world: answer(world, BOB, text="I sat down.", sharing=Sharing.WORDS, when=NOW),
        lambda world: skip_question(world, CAROL, MONDAY, at=NOW),
    ),
    (
        lambda world: stop_sharing(world, ALICE, at=NOW),
        lambda world: start(world, CAROL, Pace.ONCE_A_WEEK, at=NOW),
        lambda world: pause(world, CAROL, NEXT_MONDAY, at=NOW),
    ),
    (
        lambda world: resume(world, CAROL, at=NOW),
        lambda world: leave(world, DEV, at=NOW),
    ),
)
"""What students do, one thing after the other, between one walk and the next."""


@pytest.fixture
def world(world: World) -> World:
    """Jo coordinates."""
    return replace(world, coordinators=frozenset({JO}))


@dataclass
class Walk:
    """Jo goes everywhere, and notes what stands there."""

    hands: Hands
    tasks: Tasks
    seen: list[tuple[str, str]] = field(default_factory=list)

    async def everywhere(self) -> list[tuple[str, str]]:
        await self._home()
        for typed in TYPED:
            assert (await self.hands.command(JO, "/bedside", typed)).ok
            await self._settled()
            said = (await self.hands.messages(JO))[-1]
            self._note(f"/bedside {typed}", [said.text, said.blocks])
            await self._forms(f"/bedside {typed}")
        return self.seen

    async def _home(self) -> None:
        """Every page, and behind every button on it."""
        assert (await self.hands.open_home(JO)).ok
        page = 1
        while True:
            blocks = await self._blocks()
            self._note(f"Home, page {page}", blocks)
            for button in buttons(blocks):
                if not button.action_id.startswith("desk_page"):
                    await self._press_home(button)
                    await self._forms(named(button))
            if not any(button.action_id == "desk_page" for button in buttons(blocks)):
                return
            assert (await self.hands.press_home(JO, "desk_page")).ok
            page += 1

    async def _blocks(self) -> list[Any]:
        home = await self.hands.home(JO)
        assert home is not None
        return home.blocks

    async def _press_home(self, button: Field) -> None:
        pressed = self.hands.press_home(
            JO, button.action_id, value=button.element.get("value"), block_id=button.block_id
        )
        assert (await pressed).ok
        await self._settled()

    async def _forms(self, where: str, *, depth: int = 1) -> None:
        """The form in front, and those behind its buttons; then it is closed."""
        stack = await self.hands.open_views(JO)
        if len(stack) < depth:
            return
        form = stack[-1]
        self._note(where, form.view)
        for button in buttons(form.blocks) if depth < DEEPEST else ():
            front = (await self.hands.open_views(JO))[-1]
            if button.action_id in {each.action_id for each in buttons(front.blocks)}:
                await self._press_form(front.id, button)
                await self._forms(f"{where} > {named(button)}", depth=depth + 1)
        if depth == 1 and form.view.get("submit"):
            await self._send(form.id, where)
        while len(stack := await self.hands.open_views(JO)) >= depth:
            await self.hands.close(JO, stack[-1].id)

    async def _press_form(self, view_id: str, button: Field) -> None:
        value, block_id = button.element.get("value"), button.block_id
        assert (await self.hands.press_view(JO, view_id, button.action_id, value=value, block_id=block_id)).ok
        await self._settled()

    async def _send(self, view_id: str, where: str) -> None:
        """A form with something changed: what follows from it is said in a second one, or what is missing in itself."""
        front = (await self.hands.open_views(JO))[-1]
        if front.id != view_id:
            return
        fields = forms.fields(front.blocks)
        changed = {each.block_id: CHANGED[each.action_id] for each in fields if each.action_id in CHANGED}
        await self.hands.submit(JO, view_id, changed)
        await self._settled()
        for each in await self.hands.open_views(JO):
            self._note(f"{where}, sent", [each.view, each.errors])

    async def _settled(self) -> None:
        """What goes on after a press has been shown."""
        await self.tasks.close()

    def _note(self, where: str, what: object) -> None:
        self.seen.append((where, json.dumps(without_numbers(what))))


def buttons(blocks: list[Any]) -> Iterator[Field]:
    return (each for each in forms.pressable(blocks) if each.type == "button")


def named(button: Field) -> str:
    return f"{button.action_id} {button.element.get('value', '')}"


def without_numbers(part: Any) -> Any:  # noqa: ANN401 - Block Kit is JSON of any shape
    if isinstance(part, dict):
        return {name: without_numbers(value) for name, value in part.items() if name not in NUMBERED}
    return [without_numbers(each) for each in part] if isinstance(part, list) else part


@pytest.fixture
async def monday_evening(world: World, clock: FakeClock, straight: Straight, client: AsyncWebClient) -> None:
    """Seven of eight have started, and have Monday's question."""
    clock.at = at(MONDAY, "06:30")
    await place(world)
    await everybody_starts(world, EIGHT[:-1])
    messenger = SlackMessenger(client)
    for hour in ("07:15", "17:45"):
        clock.at = at(MONDAY, hour)
        await plan_prompts(world, at=clock.now())
        await deliver(world, messenger, when=clock.now())
    clock.at = NOW


@pytest.mark.usefixtures("monday_evening")
async def test_whatever_students_do_a_coordinator_sees_the_same_everywhere(
    world: World, hands: Hands, tasks: Tasks
) -> None:
    before = await Walk(hands, tasks).everywhere()
    places = {where for where, _ in before}
    assert {"Home, page 1", "desk_coordinators ", "desk_audit ", "/bedside desk", "desk_policy , sent"} <= places
    assert [what for where, what in before if where == "desk_rotation 1, sent" and "up to" in what]
    for deeds in DEEDS:
        for does in deeds:
            await does(world)
        after = await Walk(hands, tasks).everywhere()
        assert [where for (where, then), (_, now) in zip(before, after, strict=True) if then != now] == []


@pytest.mark.usefixtures("monday_evening")
async def test_who_had_everything_deleted_is_still_counted(world: World, hands: Hands, tasks: Tasks) -> None:
    before = dict(await Walk(hands, tasks).everywhere())
    await delete_everything(world, ALICE, at=NOW)
    after = dict(await Walk(hands, tasks).everywhere())
    assert before["Home, page 1"] == after["Home, page 1"]
