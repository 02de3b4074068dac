"""A message as Slack takes it: its blocks, and all of it once more as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import Block


@dataclass(frozen=True, slots=True)
class Message:
    """`text` says everything that the blocks say, for notifications and screen readers."""

    text: str
    blocks: Sequence[Block | dict[str, Any]]

    @property
    def escaped_text(self) -> str:
        """The text with entities for the three characters that can begin or end one of Slack's control sequences."""
        return self.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    @property
    def block_dicts(self) -> list[dict[str, Any]]:
        """The blocks as they go over the wire. Raises SlackObjectFormationError for a block that breaks a limit."""
        return [block.to_dict() if isinstance(block, Block) else block for block in self.blocks]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message as it goes over the wire, for those that many people get: drawing one takes longer than sending it."""

    text: str
    blocks: list[dict[str, Any]]

    @classmethod
    def of(cls, message: Message) -> "Drawn":
        """Raises SlackObjectFormationError for a block that breaks a limit."""
        return cls(message.escaped_text, message.block_dicts)
