"""What travels from Slack to an app, whichever road it takes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

Json: TypeAlias = dict[str, Any]


class Kind(StrEnum):
    """What sort of thing is delivered; the values are the names Socket Mode gives them."""

    EVENT = "events_api"
    INTERACTION = "interactive"
    COMMAND = "slash_commands"


@dataclass(frozen=True, slots=True)
class Ack:
    """How the app took a delivery: `payload` is what it answered, `reason` says why `ok` is False."""

    ok: bool
    payload: Json | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Which repetition of an event this is, and why it is repeated."""

    attempt: int
    reason: str


class Delivery(Protocol):
    """A road from Slack to the app."""

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        """Hand the payload over and return the app's answer, however long it takes."""
        ...
