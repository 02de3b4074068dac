"""What is to be removed from Slack, and what of a student's messages lies there."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import (
    KEPT_IN_SLACK,
    OUT_OF_HANDS,
    Kind,
    Leftover,
    MessageId,
    OutboxMessage,
    Planned,
    Sent,
    State,
    Thing,
    journal_for,
    journal_page_for,
    left_by,
    leftover_of,
    removal_of,
    removals_of,
)
from bot.domain.people import PersonId

ALICE = PersonId("U0ALICE")
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
ID = MessageId("0" * 32)
LONGEST_KEY = 128
words = st.from_regex(r"\A[A-Za-z0-9.]{1,32}\Z")


def message(kind: Kind, state: State, *, sent: Sent | None = None, channel: str | None = None) -> OutboxMessage:
    planned = Planned(kind, f"{kind}:1", NOON, NOON + timedelta(days=1), student=ALICE, channel=channel)
    there = OutboxMessage(ID, planned, state, attempts=1)
    return replace(there, channel=sent.channel, ts=sent.ts) if sent else there


@given(st.sampled_from(Thing), words, words)
def test_a_removal_says_in_its_key_what_it_removes_and_nothing_of_a_student(
    thing: Thing, channel: str, name: str
) -> None:
    leftover = Leftover(thing, channel, name)
    removal = removal_of(leftover, at=NOON)
    assert leftover_of(removal) == leftover
    assert len(removal.dedupe_key) <= LONGEST_KEY
    assert (removal.student, removal.cohort_id, removal.body) == (None, None, None)


def test_keys_of_journals_fit_where_they_are_kept() -> None:
    journal = journal_for(PersonId("U" * 32), at=NOON + timedelta(microseconds=1))
    page = journal_page_for(journal, since=date.min)
    following = journal_page_for(page, since=NOON.date())
    keys = [each.dedupe_key for each in (journal, page, following)]
    assert len(set(keys)) == 3
    assert max(map(len, keys)) <= LONGEST_KEY
    assert following.too_late_at == journal.too_late_at
    assert following.send_at > page.send_at > journal.send_at
    assert journal_page_for(journal, since=date.min) == page


def test_of_a_journal_the_file_is_removed_and_of_anything_else_the_message() -> None:
    assert left_by(Kind.JOURNAL, Sent("D1", "F1")) == Leftover(Thing.FILE, "D1", "F1")
    assert left_by(Kind.JOURNAL_PAGE, Sent("D1", "1.1")) == Leftover(Thing.MESSAGE, "D1", "1.1")


@pytest.mark.parametrize("state", State)
def test_only_what_is_or_may_be_in_slack_is_removed(state: State) -> None:
    sent = Sent("D1", "1.1") if state is State.SENT else None
    removals = list(removals_of([message(Kind.REMINDER, state, sent=sent)], conversation="D1", at=NOON))
    wanted = {
        State.SENT: [removal_of(Leftover(Thing.MESSAGE, "D1", "1.1"), at=NOON)],
        State.SENDING: [removal_of(Leftover(Thing.UNSEEN, "D1", ID), at=NOON + OUT_OF_HANDS)],
        State.UNKNOWN: [removal_of(Leftover(Thing.UNSEEN, "D1", ID), at=NOON + OUT_OF_HANDS)],
    }
    assert removals == wanted.get(state, [])


def test_where_nobody_knows_the_conversation_nothing_can_be_looked_for() -> None:
    assert list(removals_of([message(Kind.WELCOME, State.SENDING)], conversation=None, at=NOON)) == []
    known = message(Kind.WELCOME, State.SENDING, channel="D2")
    (removal,) = removals_of([known], conversation=None, at=NOON)
    assert leftover_of(removal).channel == "D2"


def test_a_person_who_saw_a_message_says_not_where() -> None:
    seen = replace(message(Kind.REMINDER, State.SENT), reason="seen_by_a_person")
    assert list(removals_of([seen], conversation="D1", at=NOON)) == []


def test_what_preceptors_and_coordinators_get_and_removals_are_not_a_students_own() -> None:
    others = {kind for kind in Kind if not kind.is_for_students}
    assert others == {Kind.DIGEST, Kind.BRIEFING, Kind.NOTICE, Kind.NAMING, Kind.REMOVAL}


def test_only_journals_are_short_lived() -> None:
    assert {kind for kind in Kind if kind.is_short_lived} == {Kind.JOURNAL, Kind.JOURNAL_PAGE}
    assert timedelta(hours=24) == KEPT_IN_SLACK
