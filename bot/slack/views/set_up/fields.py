"""The fields of the forms for cohorts and rotations. Each field's block and the element in it share one id."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from slack_sdk.models.blocks import (
    DatePickerElement,
    InputBlock,
    InputInteractiveElement,
    PlainTextInputElement,
    RichTextBlock,
    RichTextElement,
    TimePickerElement,
    UserMultiSelectElement,
)

from bot.domain.audit import Change
from bot.domain.set_up import DIGEST_CHANNEL
from bot.slack.views.rich import bullets, channel, paragraph, plain, strong

MOST_PICKED = 100
"""More people don't fit into what a form remembers."""
CHANGED_MEANWHILE = (
    "Somebody else has changed this meanwhile. What you filled in is still here, and the rest is as they left it."
)
CHANNEL_NOW, CHANNEL_YOURS, NO_CHANNEL = "Digest channel: it is now ", ", and you have ", "none"
NOW_AND_YOURS = "{what}: it is now {before}, and you have {after}."
NOTHING = "nothing"
LOOK_AGAIN = "Change what you like, then look at what would change once more."


def text_field(
    name: str,
    label: str,
    value: str,
    *,
    longest: int,
    hint: str = "",
    optional: bool = False,
    lines: bool = False,
) -> InputBlock:
    """A field to write in."""
    element = PlainTextInputElement(
        action_id=name, initial_value=value or None, max_length=longest, multiline=True if lines else None
    )
    return field(name, label, element, hint=hint, optional=optional)


def date_field(name: str, label: str, value: date) -> InputBlock:
    """A day to pick."""
    return field(name, label, DatePickerElement(action_id=name, initial_date=value.isoformat()))


def time_field(name: str, label: str, value: time, *, hint: str = "") -> InputBlock:
    """A time of day to pick."""
    return field(name, label, TimePickerElement(action_id=name, initial_time=f"{value:%H:%M}"), hint=hint)


def people_field(name: str, label: str, value: Iterable[str], *, hint: str = "") -> InputBlock:
    """People of the workspace to pick; nobody has to be."""
    picked = sorted(value)
    element = UserMultiSelectElement(action_id=name, initial_users=picked or None, max_selected_items=MOST_PICKED)
    return field(name, label, element, hint=hint, optional=True)


def field(
    name: str, label: str, element: InputInteractiveElement, *, hint: str = "", optional: bool = False
) -> InputBlock:
    """Any field in its block."""
    shown = plain(hint) if hint else None
    return InputBlock(block_id=name, label=plain(label), element=element, hint=shown, optional=optional)


def changed_meanwhile(differs: Sequence[Change] | None) -> list[RichTextBlock]:
    """What stands now beside what was filled in, where somebody else was faster."""
    if differs is None:
        return []
    lines = [bullets([_now_and_yours(each) for each in differs])] if differs else []
    return [paragraph(strong(CHANGED_MEANWHILE)), *lines, paragraph(LOOK_AGAIN)]


def _now_and_yours(change: Change) -> str | tuple[str | RichTextElement, ...]:
    if change.what != DIGEST_CHANNEL:
        return NOW_AND_YOURS.format(what=change.what, before=change.before or NOTHING, after=change.after or NOTHING)
    before, after = (channel(each) if each else NO_CHANNEL for each in (change.before, change.after))
    return CHANNEL_NOW, before, CHANNEL_YOURS, after
