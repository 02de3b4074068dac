"""What the people around a student are called, for whoever screens what the student wrote."""

from datetime import date, datetime
from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import PersonId
from bot.domain.screening import NOBODY, KnownNames


class NamesAround(Protocol):
    """Knows some names. Nothing of it is stored or logged."""

    def learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        """Find out, without anybody waiting, who is around a student who opens the question of a date."""

    def of(self, student: PersonId) -> KnownNames:
        """Whatever is known at this moment; nobody waits for Slack."""


class NamelessAround:
    """Knows nobody."""

    def learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        """Learns nothing."""

    def of(self, student: PersonId) -> KnownNames:  # noqa: ARG002 - it knows no more of one than of another
        """Nobody's."""
        return NOBODY
