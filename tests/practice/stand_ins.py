"""What the tests of the practice workspace share: a clock to move, an app that answers as told, and blocks."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.practice.wire import Ack, Json, Kind, Retry

MONDAY_NOON = 1_794_848_400.0  # 2026-11-16 12:00 in New York.


TAKEN = Ack(ok=True)


@dataclass
class MovableTime:
    """A clock that a test sets."""

    seconds: float

    def __call__(self) -> float:
        return self.seconds


@dataclass
class RecordingApp:
    """A road that keeps what is delivered and answers with `answer`, which may look at the payload first."""

    answer: Ack | Callable[[Json], Ack] = TAKEN
    delivered: list[tuple[Kind, Json]] = field(default_factory=list)
    retries: list[Retry | None] = field(default_factory=list)
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        self.delivered.append((kind, payload))
        self.retries.append(retry)
        self._came.set()
        return self.answer if isinstance(self.answer, Ack) else self.answer(payload)

    async def until_delivered(self, times: int) -> None:
        while len(self.delivered) < times:
            self._came.clear()
            await self._came.wait()


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.capitalize()), "value": value}


def button(action_id: str, **more: object) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain("Answer"), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": plain(text), **more}


def entry(block_id: str, element: Json, **more: object) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain("Say"), "element": element, **more}


def text_field(**more: object) -> Json:
    return {"type": "plain_text_input", "action_id": "typed", **more}


def modal(*blocks: Json, **more: object) -> Json:
    return {"type": "modal", "title": plain("Reflect"), "submit": plain("Save"), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: object) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}


def answered(payload: dict[str, Any]) -> Ack:
    return Ack(ok=True, payload=payload)
