"""Classmates who answer by themselves, and a preceptor who reads them, so that a person who tries things out alone sees
a whole digest."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from bot.practice import forms
from bot.practice.cast import PRECEPTOR, STUDENTS
from bot.practice.forms import Field, Value
from bot.practice.hands import Hands
from bot.practice.reflections import REFLECTIONS
from bot.practice.refusals import OutOfReach
from bot.practice.views import OpenView
from bot.practice.workspace import Message, Workspace

OPEN_QUESTIONS = 3
"""How many open questions a classmate answers in one go, newest first."""

LONGEST_CONVERSATION = 4
"""How many forms in a row a classmate sends before giving up on an app that always shows another."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a message, as a person finds it: by what it says."""

    message: Message
    field: Field

    @property
    def words(self) -> str:
        """What stands on the button."""
        return str(self.field.element["text"]["text"]).strip()

    @property
    def value(self) -> str | None:
        """What the app wrote on its back."""
        return self.field.element.get("value")

    @property
    def key(self) -> str:
        """What it is about: two messages about one question carry the same value."""
        return f"{self.field.action_id}/{self.value or self.message.ts}"


class Classmates:
    """The simulated students: they start, answer and share as people do, by what they read on the screen.

    Whoever is in `played` belongs to a human and is never simulated; but for `preceptors`, who confirm what they have
    to read whoever plays them, or a human would move the clock in vain. `others` are placed by a coordinator, if at
    all; those whom the app has written to take part as long as any classmate does, and answer about every second
    question. A form may take `patience` seconds to open.
    """

    def __init__(
        self,
        hands: Hands,
        workspace: Workspace,
        *,
        seed: int = 7,
        students: Sequence[str] = STUDENTS,
        preceptors: Sequence[str] = (PRECEPTOR,),
        others: Sequence[str] = (),
        patience: float = 3.0,
    ) -> None:
        self.played: set[str] = set()
        self._hands, self._workspace, self._students = hands, workspace, tuple(students)
        self._preceptors, self._others = tuple(preceptors), tuple(others)
        self._taking_part = self.most
        self._random, self._patience = Random(seed), patience
        self._deck: list[str] = []
        self._handled: set[tuple[str, str]] = set()
        self._turn = asyncio.Lock()

    @property
    def most(self) -> int:
        """How many classmates there can be: somebody is always left for the human."""
        return len(self._students) - 1

    @property
    def taking_part(self) -> int:
        """How many classmates shall take part."""
        return self._taking_part

    @taking_part.setter
    def taking_part(self, wanted: int) -> None:
        if not 0 <= wanted <= self.most:
            raise ValueError(f"Between 0 and {self.most} classmates can take part, not {wanted}.")
        self._taking_part = wanted

    @property
    def simulated(self) -> Sequence[str]:
        """Who takes part now; the first student comes last, as it is the one a human begins with."""
        first, *others = self._students
        left = (each for each in (*others, first) if each not in self.played)
        return [each for each in left if not self._workspace.people[each].deleted][: self.taking_part]

    @property
    def placed(self) -> Sequence[str]:
        """Those of them whom the app has written to: they are on a rotation."""
        return [each for each in self.simulated if self._workspace.has_written_to(each)]

    @property
    def is_anybody_placed(self) -> bool:
        """Whether the app has written to any student, played or not."""
        return any(map(self._workspace.has_written_to, (*self._students, *self._others)))

    @property
    def others_placed(self) -> Sequence[str]:
        """Of the others, those whom the app has written to and nobody plays."""
        left = (each for each in self._others if each not in self.played and self._workspace.has_written_to(each))
        return [each for each in left if not self._workspace.people[each].deleted] if self.taking_part else []

    @property
    def played_students(self) -> int:
        """How many of the students a human has acted as."""
        return len(self.played.intersection(self._students))

    async def act(self) -> int:
        """Let everyone who takes part do what waits for them; return how many presses and forms that took."""
        async with self._turn:
            confirmed = sum([await self._confirm(user) for user in self._preceptors])
            taken = sum([await self._take_turn(user) for user in self.simulated])
            return confirmed + taken + sum([await self._take_turn(user, keen=0.5) for user in self.others_placed])

    async def _confirm(self, user: str) -> int:
        actions = 0
        with suppress(OutOfReach):
            for button in await self._waiting(user, "I have read"):
                actions += await self._press(user, button)
        return actions

    async def _take_turn(self, user: str, *, keen: float = 1.0) -> int:
        """Start what can be started, and answer so many of the open questions; the others are let go for good."""
        actions = 0
        # What leaves the screen while somebody reaches for it ends their turn, not everybody's.
        with suppress(OutOfReach):
            for button in await self._waiting(user, "Start"):
                actions += await self._press(user, button)
            for button in (await self._waiting(user, "Answer"))[:OPEN_QUESTIONS]:
                if keen == 1.0 or self._random.random() < keen:
                    actions += await self._answer(user, button)
                else:
                    self._handled.add((user, button.key))
        return actions

    async def _waiting(self, user: str, beginning: str) -> list[Button]:
        """The first such button of each message, newest message first, unless it has been dealt with."""
        found: dict[str, Button] = {}
        for message in reversed(await self._hands.messages(user)):
            buttons = [button for button in _buttons(message) if button.words.startswith(beginning)]
            if buttons and (user, buttons[0].key) not in self._handled:
                found.setdefault(buttons[0].key, buttons[0])
        return list(found.values())

    async def _press(self, user: str, button: Button) -> int:
        field, message = button.field, button.message
        ack = await self._hands.press(
            user,
            message.ts,
            field.action_id,
            channel=message.channel,
            value=button.value,
            block_id=field.block_id,
        )
        if ack.ok:
            self._handled.add((user, button.key))
        return 1

    async def _answer(self, user: str, button: Button) -> int:
        actions = await self._press(user, button)
        if (user, button.key) not in self._handled:
            return actions
        try:
            await self._workspace.until(lambda: self._workspace.views.stack(user), within=self._patience)
        except TimeoutError:
            return actions
        return actions + await self._go_through_forms(user)

    async def _go_through_forms(self, user: str) -> int:
        """Fill and send what is in front until nothing is left to send, then close what is still open."""
        sent = 0
        for _ in range(LONGEST_CONVERSATION):
            view = await self._in_front(user)
            if view is None or not await self._send(user, view, self._filled(view)):
                break
            sent += 1
        while view := await self._in_front(user):
            await self._hands.close(user, view.id)
        return sent

    async def _in_front(self, user: str) -> OpenView | None:
        stack = await self._hands.open_views(user)
        return stack[-1] if stack else None

    async def _send(self, user: str, view: OpenView, values: dict[str, Value]) -> bool:
        """Send a form, and again without its words if they were refused; False if it could not be sent."""
        if "submit" not in view.view:
            return await self._share(user, view)
        if (await self._hands.submit(user, view.id, values)).ok and not view.errors:
            return True
        values = {**values, **_without_words(view)}
        return (await self._hands.submit(user, view.id, values)).ok and not view.errors

    async def _share(self, user: str, view: OpenView) -> bool:
        """Press the button that shares, where a form has one instead of being sent."""
        for field in forms.pressable(view.blocks):
            if field.type == "button" and "share" in str(field.element["text"]["text"]).lower():
                value = field.element.get("value")
                await self._hands.press_view(user, view.id, field.action_id, value=value, block_id=field.block_id)
                return True
        return False

    def _filled(self, view: OpenView) -> dict[str, Value]:
        """What this person enters; a field that already says something, like a preview, is left as it is."""
        fields = [field for field in forms.fields(view.blocks) if field.block["type"] == "input"]
        sharing = self._random.choices(("themes", "words", "journal"), (47, 47, 6))[0]
        writes = sharing != "themes" or self._random.random() < 0.4
        values: dict[str, Value] = {}
        for field in fields:
            is_open = _is_sharing(field) or not view.values[field.block_id][field.action_id]
            if is_open and (value := self._entered(field, sharing, writes)):
                values[field.block_id] = value
        return values

    def _entered(self, field: Field, sharing: str, writes: bool) -> Value:
        if field.type == "checkboxes":
            # A box that stands alone asks for a decision, which nobody makes in passing.
            return self._ticks(field) if len(field.options) > 1 or field.is_required else None
        if field.type in ("radio_buttons", "static_select"):
            return _option_about(field, sharing) or (_first_option(field) if field.is_required else None)
        if field.type == "plain_text_input" and (writes or field.is_required):
            return self._reflection()
        return None

    def _ticks(self, field: Field) -> list[str]:
        most = min(3, len(field.options), int(field.element.get("max_selected_items", 3)))
        picked = self._random.sample(field.options, self._random.randint(1, most))
        return [str(option["value"]) for option in picked]

    def _reflection(self) -> str:
        """The next reflection; none comes again before all have been written."""
        if not self._deck:
            self._deck = list(REFLECTIONS)
            self._random.shuffle(self._deck)
        return self._deck.pop()


def _buttons(message: Message) -> list[Button]:
    return [Button(message, field) for field in forms.pressable(message.blocks) if field.type == "button"]


def _option_about(field: Field, word: str) -> str | None:
    """The option whose label holds the word."""
    return next((str(option["value"]) for option in field.options if word in _label(option)), None)


def _is_sharing(field: Field) -> bool:
    """Whether a field asks how the reply shall be shared."""
    return any(word in _label(option) for option in field.options for word in ("themes", "words", "journal"))


def _first_option(field: Field) -> str:
    return str(field.options[0]["value"])


def _label(option: dict[str, dict[str, str]]) -> str:
    return option["text"]["text"].lower()


def _without_words(view: OpenView) -> dict[str, Value]:
    """The form with nothing written and only themes shared."""
    fields = [field for field in forms.fields(view.blocks) if field.block["type"] == "input"]
    silent: dict[str, Value] = {field.block_id: None for field in fields if field.type == "plain_text_input"}
    chosen = {field.block_id: _option_about(field, "themes") for field in fields if _is_sharing(field)}
    return {**silent, **{block_id: value for block_id, value in chosen.items() if value}}
