"""Whom nothing reaches, and why, for a coordinator. Nothing here tells who started, answered or left."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.flows.records.people import Lost
from bot.slack.views.rich import bullets, mention, plain, quiet

LOST = "Who could not be reached"
MORE = "and {more:,} more"
WHAT_HAPPENS = (
    "They get no messages for now. Once Slack reaches them again, Bedside goes on by itself. "
    "If somebody is the wrong person, take them off and place the right one."
)
OTHERWISE = "Slack does not let Bedside write to this person"
"""For most other codes it took a message to find out, so the code itself would tell that somebody has started."""
IN_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "user_disabled": "the account is deactivated",
        "user_not_found": "this workspace has no such member",
    }
)
"""Slack's codes for an account, whether or not it was ever written to."""


def lost_people(lost: Sequence[Lost], *, in_all: int) -> list[Block]:
    """The people of a list that may be longer than what is shown of it; nothing when there is nobody."""
    if not lost:
        return []
    people = [(mention(each.person), f": {_why(each.reason)}") for each in lost]
    more = [(MORE.format(more=in_all - len(lost)),)] if in_all > len(lost) else []
    return [HeaderBlock(text=plain(LOST)), bullets([*people, *more]), quiet(WHAT_HAPPENS)]


def _why(reason: str) -> str:
    return IN_WORDS.get(reason, OTHERWISE)
