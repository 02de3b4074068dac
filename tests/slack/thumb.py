"""A tired thumb: it finds everything by what is written on it, and counts how often it had to press."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.practice import forms
from bot.practice.forms import Field
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.workspace import Message
from tests.slack.drawings import texts
from tests.stories import ALICE


@dataclass
class Thumb:
    """One person's thumb. Typing counts nothing, the tap into the field that begins it included."""

    hands: Hands
    person: str = ALICE
    taps: int = 0

    async def notification(self) -> None:
        """Tap the notification of the newest message: that opens the conversation."""
        assert (await self.newest()).ephemeral_to is None
        self.taps += 1

    async def newest(self) -> Message:
        """The last thing said in the conversation with the bot."""
        return (await self.hands.messages(self.person))[-1]

    async def form(self) -> OpenView:
        """The form in front, which must be there."""
        return (await self.hands.open_views(self.person))[-1]

    async def reads(self) -> str:
        """Everything written in what is in front, a form or else the newest message."""
        views = await self.hands.open_views(self.person)
        if not views:
            return "\n".join(texts((await self.newest()).blocks))
        view = views[-1]
        return "\n".join([*texts(view.view["title"]), *texts(view.blocks), *view.errors.values(), view.trouble or ""])

    async def typed(self) -> dict[str, Any]:
        """What stands in each field of the form in front."""
        return {block_id: next(iter(each.values())) for block_id, each in (await self.form()).values.items()}

    async def press(self, label: str) -> None:
        """Press the button with this label, in the form in front or in the newest message, and confirm where asked."""
        views = await self.hands.open_views(self.person)
        blocks = views[-1].blocks if views else (await self.newest()).blocks
        (button,) = [each for each in _buttons(blocks) if each.element["text"]["text"] == label]
        self.taps += 2 if "confirm" in button.element else 1
        value = button.element.get("value")
        if views:
            ack = await self.hands.press_view(self.person, views[-1].id, button.action_id, value=value)
        else:
            ack = await self.hands.press(self.person, (await self.newest()).ts, button.action_id, value=value)
        assert ack.ok, ack.reason

    async def pick(self, label: str) -> None:
        """Tick a box, or choose one of several."""
        await self._choose(label, ticks=True)

    async def untick(self, label: str) -> None:
        """Take a tick back."""
        await self._choose(label, ticks=False)

    async def _choose(self, label: str, *, ticks: bool) -> None:
        form = await self.form()
        ((field, value),) = [
            (field, str(option["value"]))
            for field in forms.fields(form.blocks)
            for option in field.options
            if option["text"]["text"] == label
        ]
        before = form.values[field.block_id][field.action_id] or []
        others = [each for each in before if each != value] if field.type == "checkboxes" else []
        ticked = [*others, *([value] if ticks else [])] if field.type == "checkboxes" else value
        await self.hands.fill(self.person, form.id, field.block_id, ticked)
        self.taps += 1

    async def type(self, text: str) -> None:
        """Write into the one field that takes words."""
        form = await self.form()
        (field,) = [each for each in forms.fields(form.blocks) if each.type == "plain_text_input"]
        await self.hands.fill(self.person, form.id, field.block_id, text)

    async def send(self, label: str) -> None:
        """Press the button that sends the form in front, which must be called so."""
        form = await self.form()
        assert form.view["submit"]["text"] == label
        self.taps += 1
        assert (await self.hands.submit(self.person, form.id)).ok

    async def sees_no_form(self) -> bool:
        """Whether nothing is open."""
        return not await self.hands.open_views(self.person)


def _buttons(blocks: list[dict[str, Any]]) -> Iterator[Field]:
    return (field for field in forms.pressable(blocks) if field.type == "button")
