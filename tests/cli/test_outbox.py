"""`bedside outbox`: what an operator reads and types, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.domain.outbox import Kind, MessageId, OutboxMessage, Planned, State
from bot.domain.pace import LaneName, closed, refused
from bot.domain.people import PersonId, Student
from bot.flows.ports import UnitOfWork
from bot.storage.database import open_database
from bot.storage.encryption import Cipher
from bot.wiring.clocks import SystemClock
from tests.cli.conftest import Installation
from tests.databases import KEY, PATIENCE
from tests.fakes import NEW_YORK
from tests.stories import ALICE, DIGEST_CHANNEL, MONDAY

HOUR = timedelta(hours=1)


class Desk:
    """The operator's terminal, and the database behind it."""

    def __init__(self, installation: Installation, url: str) -> None:
        self.terminal, self._url = installation, url
        self.now: datetime = SystemClock().now()

    def run(self, *arguments: str) -> int:
        return self.terminal.run("outbox", *arguments)

    def given(self, state: State, kind: Kind = Kind.REMINDER, *, reason: str = "", late: bool = False) -> MessageId:
        """One more message in a state, due a minute ago."""
        return asyncio.run(self._given(state, kind, reason, self.now + (-1 if late else 1) * HOUR))

    def state_of(self, message: MessageId) -> State:
        return asyncio.run(self._found(message)).state

    def plan(self, number: int, *, due_in: timedelta, lasts: timedelta) -> None:
        """Some reminders that are due together."""
        asyncio.run(self._plan(number, self.now + due_in, lasts))

    def slow_down(self, trouble: str = "") -> None:
        """A lane that Slack has slowed down, or closed."""
        asyncio.run(self._slow_down(trouble))

    def lose(self, person: PersonId, reason: str) -> None:
        """Nothing reaches a student."""
        asyncio.run(self._lose(person, reason))

    def put_off(self, message: MessageId, reason: str) -> None:
        """Slack has refused a message once, and it is to be tried again."""
        asyncio.run(self._put_off(message, reason))

    @asynccontextmanager
    async def _work(self) -> AsyncIterator[UnitOfWork]:
        """A worker of its own each time, so that nothing is left in the operator's hands."""
        database = open_database(self._url, cipher=Cipher([KEY]), wait=PATIENCE)
        async with database.open_work() as work:
            yield work
            await work.commit()
        await database.close()

    async def _given(self, state: State, kind: Kind, reason: str, too_late_at: datetime) -> MessageId:
        async with self._work() as work:
            await work.outbox.add(self._planned(kind, too_late_at))
            (message,) = await work.outbox.listed([State.PENDING], limit=1)
            if state is not State.PENDING:
                await self._bring(work, message, state, reason)
            return message.id

    def _planned(self, kind: Kind, too_late_at: datetime) -> Planned:
        is_digest = kind is Kind.DIGEST
        return Planned(
            kind,
            f"{kind}:{too_late_at}",
            self.now - 2 * HOUR,
            too_late_at,
            student=None if is_digest else ALICE,
            channel=DIGEST_CHANNEL if is_digest else None,
            on=MONDAY,
            body="a digest" if is_digest else None,
        )

    async def _bring(self, work: UnitOfWork, message: OutboxMessage, state: State, reason: str) -> None:
        await work.delivery.claim(at=self.now - 2 * HOUR, limit=1, lease=HOUR)
        if state is not State.LEASED:
            await work.delivery.settle(message.id, state, reason=reason)

    async def _found(self, message: MessageId) -> OutboxMessage:
        async with self._work() as work:
            (found,) = await work.outbox.by_prefix(message)
            return found

    async def _plan(self, number: int, due: datetime, lasts: timedelta) -> None:
        async with self._work() as work:
            for each in range(number):
                await work.outbox.add(Planned(Kind.REMINDER, f"planned:{each}", due, due + lasts, student=ALICE))

    async def _lose(self, person: PersonId, reason: str) -> None:
        async with self._work() as work:
            await work.people.add(Student(person, NEW_YORK).lost(reason))

    async def _put_off(self, message: MessageId, reason: str) -> None:
        async with self._work() as work:
            await work.delivery.hold_back(message, after=HOUR, reason=reason)

    async def _slow_down(self, trouble: str) -> None:
        async with self._work() as work:
            lane, now = await work.lanes.lock(LaneName.POST)
            slowed = refused(lane, timedelta(minutes=5), slot=now, a_minute=240, now=now)
            await work.lanes.save(LaneName.POST, closed(lane, trouble, now=now) if trouble else slowed)


@pytest.fixture
def desk(installation: Installation, database_url: str) -> Desk:
    installation.setenv("DATABASE_URL", database_url)
    installation.setenv("BEDSIDE_KEY", KEY)
    return Desk(installation, database_url)


def test_an_outbox_in_order_needs_nobody(desk: Desk) -> None:
    desk.given(State.SENT)
    desk.plan(3, due_in=HOUR, lasts=HOUR)
    assert desk.run() == 0
    assert "sent       1\n" in desk.terminal.out
    assert f"Coming in 24 hours: 3 reminders, the first due {desk.now + HOUR:%Y-%m-%d %H:%M} UTC." in desk.terminal.out
    assert ALICE not in desk.terminal.out


def test_an_unknown_message_says_where_to_look_and_what_to_type(desk: Desk) -> None:
    unknown = desk.given(State.UNKNOWN)
    assert desk.run() == 1
    assert unknown in desk.terminal.out
    assert f"For {ALICE}." in desk.terminal.out
    assert f"If it is not there: bedside outbox retry --not-there {unknown[:8]}." in desk.terminal.out
    assert f"If it is there: bedside outbox arrived {unknown[:8]}." in desk.terminal.out


def test_a_failed_message_says_why_in_words(desk: Desk) -> None:
    failed = desk.given(State.FAILED, reason="user_disabled")
    assert desk.run() == 1
    assert "The account is deactivated (user_disabled)." in desk.terminal.out
    assert f"To send it again: bedside outbox retry {failed[:8]}." in desk.terminal.out
    assert desk.run("retry", failed[:8]) == 0
    assert desk.terminal.out.startswith("1 message will be sent again")
    assert desk.state_of(failed) is State.PENDING
    assert desk.run() == 0


def test_a_reason_nobody_foresaw_is_shown_as_slack_said_it(desk: Desk) -> None:
    desk.given(State.FAILED, reason="a_code_from_next_year")
    desk.run()
    assert "Slack says a_code_from_next_year." in desk.terminal.out


def test_a_failed_digest_promises_no_retry(desk: Desk) -> None:
    digest = desk.given(State.FAILED, Kind.DIGEST, reason="is_archived")
    assert desk.run() == 1
    assert f"For {DIGEST_CHANNEL}. The channel is archived." in desk.terminal.out
    assert "retry" not in desk.terminal.out
    assert desk.run("retry", digest) == 2
    assert "the replies in it are spent" in desk.terminal.err
    assert desk.run("cancel", digest) == 0
    assert desk.run() == 0


def test_a_digest_that_its_channel_refuses_is_tried_again_and_says_so(desk: Desk) -> None:
    digest = desk.given(State.UNKNOWN, Kind.DIGEST)
    desk.put_off(digest, "not_in_channel")
    assert desk.run() == 1
    assert f"For {DIGEST_CHANNEL}. Bedside is not in the channel. Write /invite @Bedside there" in desk.terminal.out
    assert "It is tried again by itself in 60 minutes, and until " in desk.terminal.out
    assert f"To try it at once: bedside outbox retry {digest[:8]}." in desk.terminal.out


def test_a_digest_whose_channel_was_mended_need_not_wait(desk: Desk) -> None:
    digest = desk.given(State.UNKNOWN, Kind.DIGEST)
    desk.put_off(digest, "not_in_channel")
    assert desk.run("retry", digest) == 0
    assert desk.terminal.out.startswith("1 message will be sent again: what failed or was put off at once")
    assert desk.run() == 1
    assert "It is tried again by itself in less than a minute" in desk.terminal.out


def test_what_waits_for_nothing_but_its_turn_is_not_hurried(desk: Desk) -> None:
    assert desk.run("retry", desk.given(State.PENDING)) == 2
    assert "it is pending, and goes out by itself" in desk.terminal.err


@pytest.mark.parametrize("state", [State.FAILED, State.UNKNOWN])
def test_nothing_is_offered_that_would_be_refused_for_whom_nothing_reaches(desk: Desk, state: State) -> None:
    desk.lose(ALICE, "channel_not_found")
    message = desk.given(state, reason="channel_not_found")
    assert desk.run() == 1
    assert f"For {ALICE}. Slack knows no direct conversation with this person (channel_not_found)." in desk.terminal.out
    assert "othing reaches this person at present" in desk.terminal.out
    assert "retry" not in desk.terminal.out
    assert "/invite" not in desk.terminal.out
    assert desk.run("retry", "--not-there", message) == 2
    assert "Have their account opened again in Slack, or correct their id in the roster file" in desk.terminal.err


def test_a_late_unknown_message_is_not_offered_for_sending(desk: Desk) -> None:
    unknown = desk.given(State.UNKNOWN, late=True)
    assert desk.run() == 1
    assert "--not-there" not in desk.terminal.out
    assert desk.run("retry", "--not-there", unknown) == 2
    assert "nobody gets yesterday's message" in desk.terminal.err
    assert desk.run("arrived", unknown) == 0
    assert desk.state_of(unknown) is State.SENT


def test_who_answered_is_not_told_by_what_failed(desk: Desk) -> None:
    """ "Done for today" exists only for those who answered or skipped, and an offer only for those who did not."""
    desk.given(State.FAILED, Kind.UPDATE, reason="message_not_found")
    desk.given(State.FAILED, Kind.FAREWELL, reason="user_disabled", late=True)
    desk.given(State.FAILED, Kind.OFFER, reason="user_disabled", late=True)
    assert desk.run() == 1
    assert ALICE not in desk.terminal.out


def test_one_state_is_listed_without_whom_it_is_for(desk: Desk) -> None:
    unknown, failed = desk.given(State.UNKNOWN), desk.given(State.FAILED, late=True, reason="user_disabled")
    assert desk.run("--state", "failed") == 0
    assert failed in desk.terminal.out
    assert "user_disabled" in desk.terminal.out
    assert unknown not in desk.terminal.out
    assert ALICE not in desk.terminal.out
    assert desk.terminal.out.endswith("1 of 1 failed.\n")


def test_a_list_is_as_long_as_was_asked(desk: Desk) -> None:
    desk.plan(3, due_in=HOUR, lasts=HOUR)
    assert desk.run("--state", "pending", "--most", "2") == 0
    assert desk.terminal.out.endswith("2 of 3 pending.\n")
    with pytest.raises(SystemExit):
        desk.run("--most", "0")


def test_nothing_is_changed_when_one_of_several_ids_is_wrong(desk: Desk) -> None:
    failed = desk.given(State.FAILED)
    assert desk.run("cancel", failed, "ffffffffff") == 2
    assert desk.terminal.err == (
        "Nothing was changed.\n• ffffffffff: no message has an id that begins so. `bedside outbox` shows the ids.\n"
    )
    assert desk.state_of(failed) is State.FAILED


def test_what_a_worker_holds_is_left_alone(desk: Desk) -> None:
    held = desk.given(State.LEASED)
    assert desk.run("cancel", held) == 2
    assert "Look again in a minute." in desk.terminal.err
    assert desk.state_of(held) is State.LEASED


def test_what_waits_and_what_came_too_late_is_counted(desk: Desk) -> None:
    desk.given(State.EXPIRED, reason="too_late", late=True)
    desk.given(State.PENDING)
    assert desk.run() == 0
    assert (
        f"Waiting to be taken: 1 reminder, the first due {desk.now - 2 * HOUR:%Y-%m-%d %H:%M} UTC." in desk.terminal.out
    )
    assert "Too late in the last 24 hours, and not sent: 1 reminder." in desk.terminal.out


def test_a_slowed_lane_is_named_and_needs_nobody(desk: Desk) -> None:
    desk.slow_down()
    assert desk.run() == 0
    assert "chat.postMessage: Slack asked for a pause of " in desk.terminal.out
    assert "at 90% of its pace, which recovers by itself." in desk.terminal.out


def test_a_closed_lane_needs_a_person_and_says_why(desk: Desk) -> None:
    desk.slow_down("invalid_auth")
    assert desk.run() == 1
    assert "chat.postMessage is closed: Slack does not accept the bot's token." in desk.terminal.out


def test_what_the_pace_cannot_carry_is_said_beforehand(desk: Desk) -> None:
    desk.terminal.replace("program.yaml", "messages_a_minute: 240", "messages_a_minute: 1")
    desk.plan(5, due_in=HOUR, lasts=timedelta(minutes=2))
    assert desk.run() == 1
    due = desk.now + HOUR
    assert (
        f"On {due.day} {due:%B} 5 reminders are due from {due:%H:%M} UTC; at 1 a minute 2 can leave before they are "
        "too late. Raise messages_a_minute in program.yaml, or spread the rotations' times."
    ) in desk.terminal.out
