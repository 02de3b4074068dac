"""The one offer of a slower pace or a pause to a student who let a few questions go by, and what it becomes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot.domain.own_pace import SLOWER
from bot.domain.people import Pace
from bot.slack.views import pace
from bot.slack.views.message import Message
from bot.slack.views.pause import pause_menu
from bot.slack.views.rich import paragraph, plain

SLOWER_IDS: Final[Mapping[str, Pace]] = MappingProxyType(
    {"slower_three_a_week": Pace.THREE_A_WEEK, "slower_once_a_week": Pace.ONCE_A_WEEK}
)
KEEP_ID: Final = "keep_pace"

OFFER = "Busy weeks happen, and a question may go by. Would fewer of them suit you better, or a pause?"
OFFER_A_PAUSE = "Busy weeks happen, and a question may go by. Would a pause suit you?"
ONLY_ONCE = "I ask this once in a rotation; you can change it on the Home tab at any time."
KEEP = "Keep as it is"
KEPT = "It stays as it is: {pace}. You can change it on the Home tab at any time."
SLOWED = "Done: {pace} from now on. You can change it on the Home tab at any time."


def offer(current: Pace) -> Message:
    """The slower paces, a pause, or nothing at all."""
    slower = [_button(_id_of(each), pace.CHANGE[each]) for each in SLOWER[current]]
    said = (OFFER if slower else OFFER_A_PAUSE, ONLY_ONCE)
    buttons = ActionsBlock(elements=[*slower, pause_menu(), _button(KEEP_ID, KEEP)])
    return Message(" ".join(said), [*map(paragraph, said), buttons])


def slowed(current: Pace) -> Message:
    """What the offer becomes once a slower pace is chosen."""
    return _answered(SLOWED, current)


def kept(current: Pace) -> Message:
    """What the offer becomes once all is to stay as it is."""
    return _answered(KEPT, current)


def _answered(words: str, current: Pace) -> Message:
    said = words.format(pace=pace.IN_WORDS[current])
    return Message(said, [paragraph(said)])


def _id_of(slower: Pace) -> str:
    return next(action_id for action_id, meant in SLOWER_IDS.items() if meant is slower)


def _button(action_id: str, label: str) -> ButtonElement:
    return ButtonElement(text=plain(label), action_id=action_id, accessibility_label=label)
