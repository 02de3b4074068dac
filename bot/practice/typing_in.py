"""What Slack makes of a line that somebody types: marks are escaped, and a command names people and channels by id."""

import re
from typing import Final

from bot.practice.workspace import Workspace

_NAMED: Final = re.compile(r"(?<![\w@#&])([@#])([\w.-]*\w)")


def escaped(text: str) -> str:
    """Return the text with the three signs escaped that mean something to Slack."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_command(workspace: Workspace, text: str) -> str:
    """Return what follows a command as an app hears it that asked for escaping, as a manifest should."""

    def by_id(found: re.Match[str]) -> str:
        sign, name = found.groups()
        known = workspace.people if sign == "@" else workspace.channels
        named = next((each.id for each in known.values() if each.name == name), None)
        return f"<{sign}{named}|{name}>" if named else found.group()

    return _NAMED.sub(by_id, escaped(text))
