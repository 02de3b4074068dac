"""What people type to the bot, as Slack hands it over: which messages are theirs, and their text as it was typed."""

import re
from collections.abc import Mapping
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import PersonId
from bot.domain.typed import TOGETHER, TypedAt

Message = Mapping[str, Any]

OWN_WORDS: Final = (None, "file_share", "me_message", "thread_broadcast")
"""The subtypes under which Slack files what a person wrote; all others are changes and news."""
MOST: Final = 200
"""Nobody types more messages in a quarter of an hour."""
_CONTROL = re.compile(r"<(?P<sign>[@#!]?)(?P<what>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_SCHEMES = ("mailto:", "tel:")


def is_own_words(message: Message) -> bool:
    """Whether a message is what a person typed: no change of one, no news, and nothing by a bot."""
    return message.get("subtype") in OWN_WORDS and "bot_id" not in message and bool(message.get("user"))


def as_typed(text: str) -> str:
    """The text of a message without Slack's markup. A mention stays what it is, since it points at somebody."""
    plain = _CONTROL.sub(_as_typed, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


async def read_typed(client: AsyncWebClient, person: PersonId, *, channel: str, place: TypedAt) -> str | None:
    """What a person typed in a conversation from one message on and soon after it, a message a paragraph; None when
    nothing of it is there any more. Raises one of SLACK_FAILURES."""
    stretch: dict[str, Any] = {"oldest": place.ts, "latest": _later(place.ts), "inclusive": True, "limit": MOST}
    if place.thread is None:
        answer = await client.conversations_history(channel=channel, **stretch)
    else:
        answer = await client.conversations_replies(channel=channel, ts=place.thread, **stretch)
    theirs = [each for each in answer["messages"] if each.get("user") == person and is_own_words(each)]
    # With a thread Slack always sends the message that it began with.
    lines = [as_typed(each.get("text") or "") for each in sorted(theirs, key=_when) if _when(each) >= float(place.ts)]
    return "\n".join(line for line in lines if line.strip()) or None


def _as_typed(control: re.Match[str]) -> str:
    sign, what, label = control.group("sign", "what", "label")
    match sign:
        case "@":
            return f"<@{what}>"
        case "#":
            return f"#{label or what}"
        case "!":
            return label or f"@{what}"
        case _:
            return label or _without_scheme(what)


def _without_scheme(address: str) -> str:
    for scheme in _SCHEMES:
        address = address.removeprefix(scheme)
    return address


def _later(ts: str) -> str:
    seconds, _, rest = ts.partition(".")
    return f"{int(seconds) + int(TOGETHER.total_seconds())}.{rest}"


def _when(message: Message) -> float:
    return float(message["ts"])
