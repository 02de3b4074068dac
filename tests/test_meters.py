"""What Prometheus reads: everything that is counted, in its own format, and never a person."""

from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.outbox import Kind, Sent, State, Unknown
from bot.domain.pace import LaneName
from bot.heartbeat import BeatName
from bot.meters import Meters


@pytest.fixture
def meters() -> Meters:
    """One of everything was counted."""
    meters = Meters()
    meters.delivered(Kind.QUESTION, Sent)
    meters.delivered(Kind.QUESTION, Sent)
    meters.delivered(Kind.DIGEST, Unknown)
    meters.ended(Kind.REMINDER, State.EXPIRED, 40)
    meters.looked_for("absent")
    for state in State:
        meters.messages(state, 7)
    for lane in LaneName:
        meters.lane(lane, share=0.9, blocked=timedelta(seconds=30))
    for beat in BeatName:
        meters.beat(beat, timedelta(seconds=2.5))
    meters.connections(2)
    return meters


def read(meters: Meters) -> dict[str, dict[frozenset[str], float]]:
    """Every sample by its name and its labels' values, as Prometheus understands them; when each began is left out."""
    body, content_type = meters.exposition()
    assert content_type.startswith("text/plain")
    samples: dict[str, dict[frozenset[str], float]] = {}
    for family in text_string_to_metric_families(body.decode()):
        for sample in family.samples:
            if not sample.name.endswith("_created"):
                samples.setdefault(sample.name, {})[frozenset(sample.labels.values())] = sample.value
    return samples


def test_prometheus_reads_what_was_counted(meters: Meters) -> None:
    samples = read(meters)
    assert samples["bedside_deliveries_total"] == {
        frozenset({"question", "Sent"}): 2,
        frozenset({"digest", "Unknown"}): 1,
    }
    assert samples["bedside_messages_ended_total"] == {frozenset({"reminder", "expired"}): 40}
    assert samples["bedside_messages"] == {frozenset({state.value}): 7 for state in State}
    assert samples["bedside_lane_share"][frozenset({"chat.postMessage"})] == 0.9
    assert samples["bedside_lane_blocked_seconds"][frozenset({"chat.update"})] == 30
    assert samples["bedside_beat_age_seconds"] == {frozenset({beat.value}): 2.5 for beat in BeatName}
    assert samples["bedside_socket_connections"] == {frozenset(): 2}


def test_every_label_is_a_word_of_the_code(meters: Meters) -> None:
    enums = {each.value for enum in (Kind, State, LaneName, BeatName) for each in enum}
    known = enums | {"Sent", "Unknown", "absent"}
    said = {value for labelled in read(meters).values() for labels in labelled for value in labels}
    assert said <= known


def test_two_processes_in_one_test_count_for_themselves(meters: Meters) -> None:
    assert read(Meters()).get("bedside_deliveries_total") is None
