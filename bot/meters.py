"""What is counted while Bedside works, for Prometheus: kinds, outcomes and numbers, never a person or a word."""

from datetime import timedelta
from enum import Enum

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, generate_latest


class Meters:
    """The counters and gauges of one process, in a registry of their own. Every label is a word of the code's: an
    enum's or a class's, so that none can hold a person."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._count()
        self._gauge()

    def _count(self) -> None:
        self._deliveries = Counter(
            "bedside_deliveries",
            "Requests that carried a message to Slack, by kind of message and by what became of them.",
            ["kind", "outcome"],
            registry=self.registry,
        )
        self._ended = Counter(
            "bedside_messages_ended",
            "Messages that ended without a request, by kind and state.",
            ["kind", "state"],
            registry=self.registry,
        )
        self._looked_for = Counter(
            "bedside_unknown_looked_for",
            "Looks into Slack's history for a message whose end nobody saw, by what was found.",
            ["found"],
            registry=self.registry,
        )

    def _gauge(self) -> None:
        self._too_late = Gauge(
            "bedside_foreseen_too_late",
            "Messages of the coming 24 hours that will be too late at the present pace, by kind.",
            ["kind"],
            registry=self.registry,
        )
        self._messages = Gauge(
            "bedside_messages",
            "Messages that wait, are on their way, are unknown or failed, by state, a moment ago.",
            ["state"],
            registry=self.registry,
        )
        self._lane_share = Gauge(
            "bedside_lane_share", "The share of its full pace that a lane keeps to.", ["lane"], registry=self.registry
        )
        self._lane_blocked = Gauge(
            "bedside_lane_blocked_seconds",
            "How much longer a lane stays closed because Slack asked for a pause or is in trouble.",
            ["lane"],
            registry=self.registry,
        )
        self._beat_age = Gauge(
            "bedside_beat_age_seconds", "How long ago a beat last ended well.", ["beat"], registry=self.registry
        )
        self._connections = Gauge(
            "bedside_socket_connections", "Socket Mode connections that stand.", registry=self.registry
        )

    def delivered(self, kind: Enum, outcome: type) -> None:
        """Count one request and its outcome."""
        self._deliveries.labels(kind.value, outcome.__name__).inc()

    def ended(self, kind: Enum, state: Enum, number: int = 1) -> None:
        """Count messages that ended without, or after, a request."""
        self._ended.labels(kind.value, state.value).inc(number)

    def looked_for(self, found: str) -> None:
        """Count one look into the history."""
        self._looked_for.labels(found).inc()

    def foreseen(self, kind: Enum, too_late: int) -> None:
        """Note how many messages of a kind will be too late."""
        self._too_late.labels(kind.value).set(too_late)

    def messages(self, state: Enum, number: int) -> None:
        """How many messages are in a state."""
        self._messages.labels(state.value).set(number)

    def lane(self, name: Enum, *, share: float, blocked: timedelta) -> None:
        """Where a lane stands."""
        self._lane_share.labels(name.value).set(share)
        self._lane_blocked.labels(name.value).set(blocked.total_seconds())

    def beat(self, name: Enum, ago: timedelta) -> None:
        """How long ago a beat last ended well."""
        self._beat_age.labels(name.value).set(ago.total_seconds())

    def connections(self, number: int) -> None:
        """How many connections to Slack stand."""
        self._connections.set(number)

    def exposition(self) -> tuple[bytes, str]:
        """Everything, in the text format that Prometheus reads, and the name of that format."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST
