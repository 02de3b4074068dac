"""What a person can choose in a field: what it offers, and what is there."""

from collections.abc import Callable, Mapping
from datetime import date, time

from bot.practice.forms import Attached, Field, Value, chosen, listed
from bot.practice.refusals import OutOfReach
from bot.practice.workspace import Workspace


def check_offered(workspace: Workspace, user: str, field: Field, value: Value, attached: Attached) -> None:
    """Raise OutOfReach for a choice that the client does not offer in this field."""
    if field.type == "button":
        return
    try:
        chosen(field, value, attached)
    except ValueError as unknown:
        raise OutOfReach(str(unknown)) from unknown
    is_there = _THERE.get(field.type.removeprefix("multi_"))
    for each in listed(value):
        if is_there and not is_there(workspace, user, each):
            raise OutOfReach(f"{field.action_id} offers no {each!r}.")


def _is_member(workspace: Workspace, _: str, picked: str) -> bool:
    return picked in workspace.people and not workspace.people[picked].deleted


def _is_seen(workspace: Workspace, user: str, picked: str) -> bool:
    channel = workspace.channels.get(picked)
    return channel is not None and not channel.archived and (channel.kind == "channel" or user in channel.members)


def _is_public(workspace: Workspace, user: str, picked: str) -> bool:
    return _is_seen(workspace, user, picked) and workspace.channels[picked].kind == "channel"


def _is_date(_: Workspace, __: str, said: str) -> bool:
    return _reads(date.fromisoformat, said)


def _is_time(_: Workspace, __: str, said: str) -> bool:
    return len(said) == len("07:30") and _reads(time.fromisoformat, said)


def _reads(read: Callable[[str], object], said: str) -> bool:
    try:
        read(said)
    except ValueError:
        return False
    return True


_THERE: Mapping[str, Callable[[Workspace, str, str], bool]] = {
    "users_select": _is_member,
    "conversations_select": _is_seen,
    "channels_select": _is_public,
    "datepicker": _is_date,
    "timepicker": _is_time,
}
