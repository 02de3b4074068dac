"""What a person can choose in a field: what it offers, and what is there."""

from collections.abc import Callable, Mapping
from datetime import date, time

from bot.practice.forms import Attached, Field, Value, chosen, listed
from bot.practice.refusals import OutOfReach
from bot.practice.workspace import Workspace


def check_offered(workspace: Workspace, field: Field, value: Value, attached: Attached) -> None:
    """Raise OutOfReach for a choice that the client does not offer in this field."""
    if field.type == "button":
        return
    try:
        chosen(field, value, attached)
    except ValueError as unknown:
        raise OutOfReach(str(unknown)) from unknown
    is_there = _THERE.get(field.type.removeprefix("multi_"))
    for each in listed(value):
        if is_there and not is_there(workspace, each):
            raise OutOfReach(f"{field.action_id} offers no {each!r}.")


def _is_member(workspace: Workspace, user: str) -> bool:
    return user in workspace.people and not workspace.people[user].deleted


def _is_place(workspace: Workspace, channel: str) -> bool:
    return channel in workspace.channels and not workspace.channels[channel].archived


def _is_date(_: Workspace, said: str) -> bool:
    return _reads(date.fromisoformat, said)


def _is_time(_: Workspace, said: str) -> bool:
    return len(said) == len("07:30") and _reads(time.fromisoformat, said)


def _reads(read: Callable[[str], object], said: str) -> bool:
    try:
        read(said)
    except ValueError:
        return False
    return True


_THERE: Mapping[str, Callable[[Workspace, str], bool]] = {
    "users_select": _is_member,
    "conversations_select": _is_place,
    "channels_select": _is_place,
    "datepicker": _is_date,
    "timepicker": _is_time,
}
