"""What stands in a digest's way, for a coordinator to put right. Nothing in it comes from what students do."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.people import PersonId

NO_CHANNEL: Final = "no_channel"
"""Why a digest waits that was meant for a channel, in a cohort that has none any more and no reader either."""
NOT_CONFIRMED: Final = "not_confirmed"
"""Why a digest waits that no preceptor who is there may read any more."""
LONGEST_REASON: Final = 40
"""So much of Slack's code tells two reasons apart."""


class Obstacle(StrEnum):
    """What stands in the way."""

    CHANNEL = "channel"
    """The channel does not take the digest."""
    PRECEPTOR = "preceptor"
    """A preceptor does not get the digest."""
    NO_PRECEPTOR = "no-preceptor"
    """Digests go to each preceptor, and there is none."""
    NO_READER = "no-reader"
    """Digests go to a channel, and there is no preceptor."""
    NOBODY_CONFIRMED = "nobody-confirmed"
    """No preceptor has confirmed how a digest is to be read."""
    STUDENTS = "students"
    """Students on a roster are in the channel."""
    EVERYBODY = "everybody"
    """The channel is public."""
    NOT_INVITED = "not-invited"
    """Bedside is not in the channel."""


class Meanwhile(StrEnum):
    """What becomes of a digest that its channel does not take."""

    WAITS = "waits"
    """It waits for the channel, and goes to the preceptors when it has waited long enough."""
    WENT = "went"
    """It has gone to the preceptors."""
    STUCK = "stuck"
    """It waits for the channel, or for its preceptor, since no other preceptor may read it instead."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One obstacle in one cohort: the digest of `on` in `channel`, or to `person`, for Slack's `reason`. `directly_at`
    and `until` are instants in the cohort's zone, at which it goes to preceptors and at which it is too late."""

    obstacle: Obstacle
    cohort: str
    channel: str = ""
    person: PersonId | None = None
    on: date | None = None
    reason: str = ""
    meanwhile: Meanwhile = Meanwhile.WAITS
    directly_at: datetime | None = None
    until: datetime | None = None
    students: int = 0

    @property
    def is_of_the_channel_itself(self) -> bool:
        """Whether it is about a channel, whichever cohorts have their digests there."""
        return self.obstacle in (Obstacle.STUDENTS, Obstacle.EVERYBODY, Obstacle.NOT_INVITED)

    @property
    def is_of_the_cohort(self) -> bool:
        """Whether it is about all digests to come, and so is said once."""
        return self.obstacle in (Obstacle.NO_READER, Obstacle.NOBODY_CONFIRMED)

    @property
    def about(self) -> str:
        """What it is about, in few letters: of one thing a coordinator is told once."""
        if self.obstacle is Obstacle.NOT_INVITED:
            return self.obstacle
        if self.is_of_the_channel_itself:
            return "readers"
        if self.is_of_the_cohort:
            return self.obstacle
        return f"{self.on}:{self.person or self.reason[:LONGEST_REASON] or self.obstacle}"


def encode(notice: Notice) -> str:
    """A notice as text, to be kept (encrypted) in the outbox until it is sent."""
    return json.dumps(asdict(notice), default=_written)


def decode(text: str) -> Notice:
    """The notice that `encode` wrote."""
    kept = json.loads(text)
    return Notice(
        **kept
        | {
            "obstacle": Obstacle(kept["obstacle"]),
            "meanwhile": Meanwhile(kept["meanwhile"]),
            "on": kept["on"] and date.fromisoformat(kept["on"]),
            "directly_at": kept["directly_at"] and datetime.fromisoformat(kept["directly_at"]),
            "until": kept["until"] and datetime.fromisoformat(kept["until"]),
        }
    )


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no part of a notice")
