"""`bedside outbox`: what is planned, stuck, unknown and failed; and what a person can do about it."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.cli.words import counted, moment, overload_in_words, reason_in_words, waiting
from bot.configuration.settings import read_settings
from bot.domain.outbox import Kind, OutboxMessage, State
from bot.domain.pace import PROBE
from bot.flows.mend_outbox import LOOK_FIRST, NOBODY_THERE, arrived, cancel, retry, short
from bot.flows.ports import World
from bot.flows.watch_outbox import Coming, OutboxView, SlowLane, look_at_outbox
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world

DONE = {
    "retry": "{number} will be sent again: what failed or was put off at once, what was unknown in a minute.",
    "cancel": "{number} cancelled, for good.",
    "arrived": "{number} recorded as sent.",
}

TELLING = (Kind.FAREWELL, Kind.TYPED, Kind.OFFER, Kind.JOURNAL, Kind.JOURNAL_PAGE, Kind.REMOVAL)
HISTORY = (
    "Where Slack's history can be read, unknown messages settle themselves within minutes; "
    "`bedside check --live` says whether it can."
)


async def run(chosen: argparse.Namespace) -> int:
    """Show the outbox, or retry, cancel or record messages by id. Raises OutboxRefused when nothing can be changed.

    Exit status 1 when what is shown needs a person, else 0.
    """
    async with open_world(read_settings()) as world:
        at = SystemClock().now()
        if chosen.act:
            messages = await _mend(world, chosen, at=at)
            print(DONE[chosen.act].format(number=counted(len(messages), "message")))
            return 0
        if chosen.state:
            return await _list(world, State(chosen.state), most=chosen.most)
        view = await look_at_outbox(world, at=at, most=chosen.most)
        print("\n".join(_overview(view, a_minute=world.program.messages_a_minute, at=at)))
    return 1 if view.needs_a_person else 0


async def _mend(world: World, chosen: argparse.Namespace, *, at: datetime) -> Sequence[OutboxMessage]:
    match chosen.act:
        case "retry":
            return await retry(world, chosen.ids, not_there=chosen.not_there, at=at)
        case "cancel":
            return await cancel(world, chosen.ids)
        case _:
            return await arrived(world, chosen.ids)


async def _list(world: World, state: State, *, most: int) -> int:
    """The messages in one state. Whom they are for is nobody's business here."""
    async with world.open_work() as work:
        number = (await work.outbox.counts([state]))[state]
        messages = await work.outbox.listed([state], limit=most)
    for message in messages:
        print(_headline(message) + (f"  {message.reason}" if message.reason else ""))
    print(f"{len(messages):,} of {number:,} {state}.")
    return 0


def _overview(view: OutboxView, *, a_minute: int, at: datetime) -> Iterator[str]:
    for state in State:
        yield f"{state:<10} {view.counts[state]}"
    yield ""
    yield from _plan(view)
    yield from (_lane_line(lane) for lane in view.lanes)
    yield from (overload_in_words(overload, a_minute=a_minute) for overload in view.overloads)
    if view.troubled:
        yield from ("", "These need a person:")
    for message in view.troubled:
        yield from _trouble(message, view, at=at)
    if any(message.state is State.UNKNOWN for message in view.troubled):
        yield HISTORY


def _plan(view: OutboxView) -> Iterator[str]:
    yield from (f"Coming in 24 hours: {_coming(group)}" for group in view.coming)
    if not view.coming:
        yield "Nothing is planned for the coming 24 hours."
    yield from (f"Waiting to be taken: {_coming(group)}" for group in view.overdue)
    if view.expired:
        lost = ", ".join(counted(number, kind) for kind, number in sorted(view.expired.items()))
        yield f"Too late in the last 24 hours, and not sent: {lost}."


def _coming(group: Coming) -> str:
    return f"{counted(group.number, group.kind)}, the first due {moment(group.first_at)}."


def _lane_line(lane: SlowLane) -> str:
    if lane.is_closed:
        return (
            f"{lane.name} is closed: {reason_in_words(lane.trouble)} "
            f"One message every {PROBE.seconds} seconds finds out whether it is mended."
        )
    pause = f"Slack asked for a pause of {lane.pause.seconds:,} more seconds; " if lane.pause else ""
    return f"{lane.name}: {pause}at {lane.share:.0%} of its pace, which recovers by itself."


def _headline(message: OutboxMessage) -> str:
    planned = message.planned
    return (
        f"{message.state:<10} {planned.kind:<12} due {moment(planned.send_at)}, "
        f"too late {moment(planned.too_late_at)}, attempts {message.attempts}  {message.id}"
    )


def _trouble(message: OutboxMessage, view: OutboxView, *, at: datetime) -> Iterator[str]:
    yield _headline(message)
    why = reason_in_words(message.reason, to_person=message.planned.student is not None) if message.reason else ""
    yield " ".join(part for part in ("   ", _place(message), why, _what_to_do(message, view, at=at)) if part)


def _place(message: OutboxMessage) -> str:
    """Where to look. Some messages exist only because somebody wrote something, or wants nothing of it to stay: for
    whom is not said unless somebody has to look there."""
    planned = message.planned
    if planned.kind is Kind.UPDATE or (planned.kind in TELLING and message.state is not State.UNKNOWN):
        return ""
    return f"For {planned.student or planned.channel}."


def _what_to_do(message: OutboxMessage, view: OutboxView, *, at: datetime) -> str:
    is_late, id_ = at > message.planned.too_late_at, short(message.id)
    is_lost = message.planned.student in view.unreachable
    off_the_list = f"To take it off this list: bedside outbox cancel {id_}."
    match message.state:
        case State.UNKNOWN if is_late or is_lost:
            why = "It is too late" if is_late else "Nothing reaches this person at present, so it is no use"
            return f"{why} to send it again. If you see it there: bedside outbox arrived {id_}. {off_the_list}"
        case State.UNKNOWN:
            return _sentence(LOOK_FIRST, id_)
        case State.PENDING:
            hurry = "" if is_lost else f"To try it at once: bedside outbox retry {id_}. "
            return f"{_next_try(message, view.now)} {hurry}To give it up: bedside outbox cancel {id_}."
        case State.FAILED if message.planned.kind not in (Kind.DIGEST, Kind.TYPED, Kind.NOTICE) and not is_late:
            return (
                _sentence(NOBODY_THERE, id_)
                if is_lost
                else f"To send it again: bedside outbox retry {id_}. {off_the_list}"
            )
        case _:
            return f"It can't be sent any more. {off_the_list}"


def _sentence(reason: str, id_: str) -> str:
    return reason[0].upper() + reason[1:].format(id=id_)


def _next_try(message: OutboxMessage, now: datetime) -> str:
    wait = max(timedelta(0), (message.held_until or now) - now)
    return f"It is tried again by itself {waiting(wait)}, and until {moment(message.planned.too_late_at)}."
