"""A message on its way through the relay, and what became of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.outbox import MessageId, OutboxMessage, Outcome
from bot.domain.pace import LaneName


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed message. `slot` is its instant in the lane, by the database's clock, and `due` the same instant on our
    own monotonic clock. `probes` a lane that was closed: it finds out whether Slack takes messages again."""

    message: OutboxMessage
    slot: datetime
    due: float
    probes: bool = False

    @property
    def id(self) -> MessageId:
        """The message's id."""
        return self.message.id

    @property
    def lane(self) -> LaneName:
        """The lane that it leaves by."""
        return self.message.planned.kind.lane

    def put_off(self, until: float) -> "Parcel":
        """The same, to leave at another instant of the monotonic clock."""
        return replace(self, due=until)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A parcel and the outcome of its request."""

    parcel: Parcel
    outcome: Outcome
