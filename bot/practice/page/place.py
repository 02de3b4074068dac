"""Where blocks stand on the page, and how their fields and buttons are named in a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from urllib.parse import quote, unquote

from bot.practice.forms import Attached, Value, Values, listed
from bot.practice.page.mrkdwn import Names

PRESS = "press"
"""The form field in which a pressed button says what it is."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A person or a channel that can be picked; `kind` is `person`, `public` or `private`."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """One message, view or Home tab: its prefix keeps ids apart, values, errors and files belong to its fields. Whoever
    looks can pick what is `offered`, and reads times in their `zone`."""

    prefix: str
    names: Names
    values: Values = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    offered: Sequence[Offered] = ()
    attached: Attached = field(default_factory=dict)
    zone: tzinfo = UTC

    def id_of(self, *parts: str) -> str:
        """An id that no other part of the page has and that stays the same from one look to the next."""
        return "-".join((self.prefix, *(quote(part, safe="") for part in parts)))

    def value_of(self, block_id: str, action_id: str) -> Value:
        """What stands in a field now."""
        return self.values.get(block_id, {}).get(action_id)

    def list_of(self, block_id: str, action_id: str) -> list[str]:
        """What stands in a field now, as a list."""
        return listed(self.value_of(block_id, action_id))


@dataclass(frozen=True, slots=True)
class Press:
    """A press of one element; `choice` is the value of a button, or of the entry of an overflow menu."""

    block_id: str
    action_id: str
    choice: str = ""


def field_name(block_id: str, action_id: str) -> str:
    """The form field that carries one element's value."""
    return "/".join(("field", quote(block_id, safe=""), quote(action_id, safe="")))


def press_value(press: Press) -> str:
    """What a button says in the form when it is pressed."""
    return "/".join(quote(part, safe="") for part in (press.block_id, press.action_id, press.choice))


def press_of(said: str) -> Press:
    """The press that a button said; raises ValueError for anything that no button of ours says."""
    block_id, action_id, choice = (unquote(part) for part in said.split("/"))
    return Press(block_id, action_id, choice)
