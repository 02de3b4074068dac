"""What can be filled in and pressed in a set of blocks, and how Slack reports it to the app."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Any, TypeAlias

from bot.practice.wire import Json

# What a hand enters: a text, a date or an option's value; several values; or nothing.
Value: TypeAlias = str | list[str] | None
# block_id → action_id → what stands in the field.
Values: TypeAlias = dict[str, dict[str, Value]]
# The files attached to a form, by id, each as Slack describes it.
Attached: TypeAlias = Mapping[str, Json]
NOTHING_ATTACHED: Attached = {}


class Form(Enum):
    """How a field's value is written down."""

    ONE = "one plain value"
    MANY = "a list of plain values"
    OPTION = "one option object"
    OPTIONS = "a list of option objects"
    FILES = "a list of files, entered by their ids"


@dataclass(frozen=True, slots=True)
class FieldType:
    """Under which key a field's value is reported, under which it begins, and in which form."""

    answer: str
    initial: str
    form: Form


FIELD_TYPES = {
    "plain_text_input": FieldType("value", "initial_value", Form.ONE),
    "email_text_input": FieldType("value", "initial_value", Form.ONE),
    "url_text_input": FieldType("value", "initial_value", Form.ONE),
    "number_input": FieldType("value", "initial_value", Form.ONE),
    "datepicker": FieldType("selected_date", "initial_date", Form.ONE),
    "timepicker": FieldType("selected_time", "initial_time", Form.ONE),
    "users_select": FieldType("selected_user", "initial_user", Form.ONE),
    "channels_select": FieldType("selected_channel", "initial_channel", Form.ONE),
    "conversations_select": FieldType("selected_conversation", "initial_conversation", Form.ONE),
    "multi_users_select": FieldType("selected_users", "initial_users", Form.MANY),
    "multi_channels_select": FieldType("selected_channels", "initial_channels", Form.MANY),
    "multi_conversations_select": FieldType("selected_conversations", "initial_conversations", Form.MANY),
    "static_select": FieldType("selected_option", "initial_option", Form.OPTION),
    "radio_buttons": FieldType("selected_option", "initial_option", Form.OPTION),
    "checkboxes": FieldType("selected_options", "initial_options", Form.OPTIONS),
    "multi_static_select": FieldType("selected_options", "initial_options", Form.OPTIONS),
    "file_input": FieldType("files", "", Form.FILES),
}
LISTS = frozenset({Form.MANY, Form.OPTIONS, Form.FILES})
OVERFLOW = FieldType("selected_option", "", Form.OPTION)
PRESSABLE = frozenset({"button", "overflow", *FIELD_TYPES})
TEXT_FIELDS = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input"})


@dataclass(frozen=True, slots=True)
class Field:
    """One element in its block: something to fill in or to press."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """The id of the block around it."""
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        """The element's own id."""
        return str(self.element["action_id"])

    @property
    def type(self) -> str:
        """The element's type: `button`, `checkboxes`, …"""
        return str(self.element["type"])

    @property
    def is_required(self) -> bool:
        """Whether a form can't be sent without it."""
        return self.block["type"] == "input" and not self.block.get("optional", False)

    @property
    def dispatches(self) -> bool:
        """Whether the app hears of a change at once."""
        return self.block["type"] != "input" or bool(self.block.get("dispatch_action", False))

    @property
    def options(self) -> list[Json]:
        """The options one can choose from, those in groups included."""
        groups = self.element.get("option_groups", [])
        return [*self.element.get("options", []), *(each for group in groups for each in group["options"])]


_ids = count(1)


def with_ids(blocks: list[Json]) -> list[Json]:
    """Return a copy in which every block and element has an id: its own, or else a fresh one, as in Slack."""
    blocks = deepcopy(blocks)
    for block in blocks:
        block["block_id"] = block.get("block_id") or f"made-up-{next(_ids)}"
        for element in _elements(block):
            if element.get("type") in PRESSABLE:
                element["action_id"] = element.get("action_id") or f"made-up-{next(_ids)}"
    return blocks


def pressable(blocks: list[Json]) -> list[Field]:
    """Return everything in these blocks that can be pressed, chosen or filled in."""
    return [Field(block, each) for block in blocks for each in _elements(block) if each["type"] in PRESSABLE]


def fields(blocks: list[Json]) -> list[Field]:
    """Return everything in these blocks that holds a value."""
    return [each for each in pressable(blocks) if each.type in FIELD_TYPES]


def first_values(blocks: list[Json], kept: Values | None = None) -> Values:
    """Return what stands in each field: what was kept for its two ids and is still offered, or else what it begins
    with."""
    values: Values = {}
    for field in fields(blocks):
        held = (kept or {}).get(field.block_id, {})
        stays = field.action_id in held and _is_offered(field, held[field.action_id])
        value = held[field.action_id] if stays else _initial(field)
        values.setdefault(field.block_id, {})[field.action_id] = value
    return values


def state(blocks: list[Json], values: Values, attached: Attached = NOTHING_ATTACHED) -> Json:
    """Return Slack's `state` for these blocks with these values."""
    reported: dict[str, Json] = {}
    for field in fields(blocks):
        value = values.get(field.block_id, {}).get(field.action_id)
        reported.setdefault(field.block_id, {})[field.action_id] = {
            "type": field.type,
            **chosen(field, value, attached),
        }
    return {"values": reported}


def chosen(field: Field, value: Value, attached: Attached = NOTHING_ATTACHED) -> Json:
    """Return the value as Slack reports it for this field; raise ValueError if it offers no such choice."""
    kind = FIELD_TYPES.get(field.type, OVERFLOW)
    if kind.form is Form.ONE:
        return {kind.answer: value or None}
    if kind.form is Form.MANY:
        return {kind.answer: listed(value)}
    if kind.form is Form.FILES:
        return {kind.answer: [_attached(each, attached) for each in listed(value)]}
    if kind.form is Form.OPTION:
        return {kind.answer: _option(field, value) if value or kind is OVERFLOW else None}
    picked = set(listed(value))
    unknown = picked - {each["value"] for each in field.options}
    if unknown:
        raise ValueError(f"{field.action_id} offers no {sorted(unknown)}.")
    return {kind.answer: [each for each in field.options if each["value"] in picked]}


def listed(value: Value) -> list[str]:
    """Return a value as a list: nothing is an empty one."""
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)


def _elements(block: Json) -> Iterator[Json]:
    if block["type"] == "input":
        yield block["element"]
    elif block["type"] == "actions":
        yield from block["elements"]
    elif block["type"] == "section" and "accessory" in block:
        yield block["accessory"]


def _is_offered(field: Field, value: Value) -> bool:
    if FIELD_TYPES[field.type].form not in (Form.OPTION, Form.OPTIONS):
        return True
    return set(listed(value)) <= {each["value"] for each in field.options}


def _initial(field: Field) -> Value:
    kind = FIELD_TYPES[field.type]
    begins: Any = field.element.get(kind.initial)
    if begins is None:
        return [] if kind.form in LISTS else None
    if kind.form is Form.OPTION:
        return str(begins["value"])
    if kind.form is Form.OPTIONS:
        return [str(each["value"]) for each in begins]
    return list(begins) if kind.form is Form.MANY else str(begins)


def _attached(file: str, attached: Attached) -> Json:
    if file not in attached:
        raise ValueError(f"No file {file} is attached to this form.")
    return attached[file]


def _option(field: Field, value: Value) -> Json:
    for option in field.options:
        if option["value"] == value:
            return option
    raise ValueError(f"{field.action_id} offers no {value!r}.")
