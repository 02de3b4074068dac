"""The buttons by which a student starts, changes the pace, declines or leaves, and what each pace is called."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot.domain.people import Pace
from bot.slack.views.rich import plain

START_IDS: Final[Mapping[str, Pace]] = MappingProxyType(
    {
        "start_three_a_week": Pace.THREE_A_WEEK,
        "start_every_day": Pace.EVERY_DAY,
        "start_once_a_week": Pace.ONCE_A_WEEK,
    }
)
DECLINE_ID: Final = "not_now"
LEAVE_ID: Final = "leave"

START: Final = {
    Pace.THREE_A_WEEK: "Start: questions three days a week",
    Pace.EVERY_DAY: "Start: every day",
}
CHANGE: Final = {
    Pace.EVERY_DAY: "Every working day",
    Pace.THREE_A_WEEK: "Three days a week",
    Pace.ONCE_A_WEEK: "Once a week",
}
IN_WORDS: Final = {
    Pace.EVERY_DAY: "questions every working day",
    Pace.THREE_A_WEEK: "questions three days a week",
    Pace.ONCE_A_WEEK: "a question once a week",
}
DECLINE = "Not now"
LEAVE = "Leave"
LEAVE_TO_A_READER = "Leave: nothing more will come, no reason asked"
CHANGE_TO_A_READER = "Change the pace: {pace}"


def start_buttons(*, with_decline: bool) -> ActionsBlock:
    """The suggested pace first; *Not now* only where somebody is asked."""
    buttons = [_button(_id_of(pace), label) for pace, label in START.items()]
    buttons[0].style = "primary"
    return ActionsBlock(elements=[*buttons, _button(DECLINE_ID, DECLINE)] if with_decline else buttons)


def pace_buttons(current: Pace) -> ActionsBlock:
    """The other paces."""
    others = [
        _button(_id_of(pace), label, CHANGE_TO_A_READER.format(pace=IN_WORDS[pace]))
        for pace, label in CHANGE.items()
        if pace is not current
    ]
    return ActionsBlock(elements=others)


def leave_button() -> ButtonElement:
    """One click, no reason asked."""
    return _button(LEAVE_ID, LEAVE, LEAVE_TO_A_READER)


def _id_of(pace: Pace) -> str:
    return next(action_id for action_id, meant in START_IDS.items() if meant is pace)


def _button(action_id: str, label: str, to_a_reader: str | None = None) -> ButtonElement:
    return ButtonElement(text=plain(label), action_id=action_id, accessibility_label=to_a_reader or label)
