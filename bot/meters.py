"""What is counted while Bedside works, for Prometheus: kinds, outcomes and numbers, never a person or a word."""

from enum import Enum

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest


class Meters:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._deliveries = Counter(
            "bedside_deliveries",
            "Requests that carried a message to Slack, by kind of message and by what became of them.",
            ["kind", "outcome"],
            registry=self.registry,
        )
        self._ended = Counter(
            "bedside_messages_ended",
            "Messages that ended, by kind and state.",
            ["kind", "state"],
            registry=self.registry,
        )
        self._looked_for = Counter(
            "bedside_unknown_looked_for",
            "Looks into Slack's history for a message whose end nobody saw, by what was found.",
            ["found"],
            registry=self.registry,
        )
        self._too_late = Gauge(
            "bedside_foreseen_too_late",
            "Messages of the coming 24 hours that will be too late at the present pace, by kind.",
            ["kind"],
            registry=self.registry,
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

    def exposition(self) -> bytes:
        """Everything, in the text format that Prometheus reads."""
        return generate_latest(self.registry)
