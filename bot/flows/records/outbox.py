"""What is to be sent, how far each message got, and the pace of all of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.capacity import Due
from bot.domain.outbox import Kind, MessageId, OutboxMessage, Planned, Sent, State
from bot.domain.pace import Lane, LaneName
from bot.domain.people import PersonId
from bot.domain.reply import Question
from bot.domain.typed import Given


@dataclass(frozen=True, slots=True)
class Arrival:
    """Which attempt at a message Slack has taken, and where it stands."""

    message: MessageId
    attempt: int
    sent: Sent


class Outbox(Protocol):
    """Messages as they are planned, asked for and mended: one row for each dedupe key."""

    async def add(self, planned: Planned) -> bool:
        """Add a message; False (and no change) when one with its dedupe key is there already."""

    async def add_all(self, planned: Sequence[Planned]) -> None:
        """Add messages by one statement; those whose dedupe keys are there already are left as they are."""

    async def replan(self, students: Sequence[PersonId], wanted: Iterable[Planned], *, at: datetime) -> None:
        """Make the pending reminders and questions of some students exactly the wanted ones, as `changes_of_plan`
        says."""

    async def revive(self, planned: Planned) -> bool:
        """Make the message with this dedupe key pending again, for the instants planned now; False (and no change)
        when there is none, or when it ended otherwise than failed or no longer wanted.

        Slack has surely never had such a message.
        """

    async def decided(self, dedupe_keys: Collection[str]) -> frozenset[str]:
        """Those of some dedupe keys for which neither `add` nor `revive` would change anything."""

    async def renew(self, planned: Planned, *, planned_before: datetime) -> bool:
        """Make the message with this dedupe key pending again, as planned now, if it was planned for an instant or
        earlier and failed, expired or was no longer wanted; False (and no change) otherwise."""

    async def stand(self, dedupe_keys: Collection[str], *, planned_before: datetime) -> frozenset[str]:
        """Those of some dedupe keys for which neither `add` nor `renew` would change anything."""

    async def question(self, student: PersonId, on: date) -> Question | None:
        """A question that has, or may have, reached a student on a date."""

    async def open_questions(self, student: PersonId, *, since: datetime) -> tuple[Question, ...]:
        """Questions sent to a student after an instant and neither answered nor skipped, newest first."""

    async def days_reached(self, student: PersonId) -> frozenset[date]:
        """The dates on which a reminder or a question has reached a student."""

    async def newest_open(self, students: Collection[PersonId], *, since: datetime) -> dict[PersonId, date]:
        """Of each student who has any, the date of the newest question sent after an instant and still open."""

    async def unanswered(
        self, students: Collection[PersonId], *, newest: int, at: datetime
    ) -> dict[PersonId, datetime]:
        """Of each student who let the newest so many questions of the last four weeks go by, neither answered nor
        skipped: when the first of these was asked."""

    async def answers_to_typing(self, person: PersonId, *, since: datetime, until: datetime) -> tuple[Given, ...]:
        """The answers that a person got, or is getting, to what was typed after an instant and until another one."""

    async def day_of(self, dedupe_key: str) -> date | None:
        """The date that a message is about, whatever became of it; None when it was never planned."""

    async def is_journal_coming(self, student: PersonId, *, since: datetime) -> bool:
        """Whether a student has asked for the journal after an instant, or still waits for it."""

    async def bring_forward(self, planned: Planned) -> None:
        """Let the pending message with this dedupe key be due as planned now, if it is due later."""

    async def of_student(self, student: PersonId) -> tuple[OutboxMessage, ...]:
        """Every message that a person gets as a student, locked until the unit of work ends."""

    async def forget(self, student: PersonId) -> None:
        """Delete the rows of all messages that a person gets as a student, and nothing else."""

    async def forget_removals(self, *, at: datetime) -> None:
        """Delete the rows of removals that came to nothing and are too late at `at`."""

    async def next_due(self, *, kinds: frozenset[str]) -> datetime | None:
        """When the next pending message of these kinds is due."""

    async def counts(self, states: Iterable[State] = State) -> dict[State, int]:
        """How many messages are in each of some states."""

    async def listed(self, states: Iterable[State], *, limit: int) -> tuple[OutboxMessage, ...]:
        """Messages in some states, newest first, for the operator. Bodies are left out."""

    async def troubled(self, *, limit: int) -> tuple[OutboxMessage, ...]:
        """What needs a person: messages unknown, failed, or put off for a reason, and digests that nobody got."""

    async def put_off_digests(self) -> tuple[OutboxMessage, ...]:
        """Digests that wait because their channel, or the person they are for, did not get them; newest first."""

    async def missed_digests(self, *, since: datetime) -> tuple[OutboxMessage, ...]:
        """Digests due after an instant that their channels never got, newest first."""

    async def due_groups(self, *, at: datetime, until: datetime) -> tuple[Due, ...]:
        """How many pending messages are due together before `until`, of those not too late at `at`."""

    async def ended(self, state: State, *, within: timedelta) -> dict[Kind, int]:
        """How many messages of each kind ended in a state not longer ago than so."""

    async def by_prefix(self, prefix: str) -> tuple[OutboxMessage, ...]:
        """The first two messages whose ids begin so, locked until the unit of work ends."""

    async def reopen(self, messages: Collection[MessageId], *, after: timedelta) -> int:
        """Make failed, expired and unknown messages pending again, not to be claimed before a while has passed.
        Returns how many."""

    async def hurry(self, messages: Collection[MessageId]) -> int:
        """Let pending messages that were put off for a reason be claimed at once. Returns how many."""

    async def withdraw(self, messages: Collection[MessageId]) -> int:
        """Cancel pending, unknown, failed and expired messages for good: no planning revives them. Returns how many."""

    async def vouch_for(self, messages: Collection[MessageId]) -> int:
        """Record unknown messages as sent, because a person has seen them. Returns how many."""


class Delivery(Protocol):
    """Messages on their way: leased, sent, looked for. Lease times come from the database's own clock."""

    async def expire(self, *, at: datetime, limit: int) -> dict[Kind, int]:
        """End pending messages that are too late at `at`. Returns how many of each kind."""

    async def has_due(self, *, at: datetime, kinds: Iterable[Kind]) -> bool:
        """Whether there is anything to claim."""

    async def claim(
        self, *, at: datetime, limit: int, lease: timedelta, kinds: Iterable[Kind] = Kind
    ) -> tuple[OutboxMessage, ...]:
        """Lease pending messages of some kinds that are due at `at` and not held back; no other worker gets them
        meanwhile. Their bodies are left out: see `body`."""

    async def body(self, message: MessageId) -> str | None:
        """A message's own text, decrypted; None when it has none (any more)."""

    async def aim(self, message: MessageId, *, channel: str) -> None:
        """Write down to which channel a message of ours goes, if not to the one it was planned for."""

    async def reword(self, message: MessageId, *, body: str) -> None:
        """Let a message of ours say something else."""

    async def still_held(self, messages: Collection[MessageId]) -> frozenset[MessageId]:
        """Those of some messages that are in our hands, locked until the unit of work ends: others may have taken over
        the rest, and whatever became of that is theirs to tell."""

    async def begin(self, messages: Collection[MessageId], *, lease: timedelta) -> frozenset[MessageId]:
        """Turn our leases into `sending`, renew them and count the attempts. Returns those that are still ours.

        To be called only for what was not handed to Slack yet: then it may be called again when nobody saw whether
        the first call was committed.
        """

    async def give_back(self, messages: Collection[MessageId]) -> None:
        """Make messages of ours pending again that were surely not handed to Slack."""

    async def give_back_all(self, *, but: Collection[MessageId]) -> int:
        """Make everything of ours pending again, but for what is known to be in hand: a commit that nobody saw may
        have left the rest so. Returns how many."""

    async def arrived(self, arrivals: Sequence[Arrival]) -> None:
        """Record where messages stand in Slack that we have sent, that are unknown, or that were put back although the
        attempt had arrived. Their bodies are erased."""

    async def vanish(self, messages: Collection[MessageId]) -> None:
        """Delete the rows of messages of which nothing need be known any more."""

    async def settle(
        self,
        message: MessageId,
        state: State,
        *,
        reason: str = "",
        attempt: int | None = None,
    ) -> bool:
        """Record how a message ended (or that it is unknown). A digest's body is erased unless it is unknown.

        What is known of an attempt says nothing once there was another one: then nothing changes. Returns whether
        anything did.
        """

    async def hold_back(
        self, message: MessageId, *, after: timedelta, reason: str = "", attempt: int | None = None
    ) -> None:
        """Make a leased, sending or unknown message pending again, not to be claimed before a while has passed; unless
        there was another attempt after the one of which it is known that nothing arrived."""

    async def postpone(self, message: MessageId, *, send_at: datetime) -> None:
        """Make a leased message pending again, due at another instant."""

    async def release_expired(self) -> int:
        """Expired leases of others: `leased` becomes pending again, `sending` becomes unknown. Returns how many."""

    async def unknown(self, *, at: datetime, older_than: timedelta, limit: int) -> tuple[OutboxMessage, ...]:
        """Unknown messages that became so at least this long ago, were not looked at for as long, and are at `at` not
        too late by more than a day."""

    async def has_unknown(self, *, at: datetime, older_than: timedelta) -> bool:
        """Whether there is anything to look for."""

    async def looked_at(self, message: MessageId, *, again_after: timedelta) -> None:
        """Note that an unknown message was looked for in vain, and that the next look shall come so much later."""

    async def not_seen(self, message: MessageId, *, attempt: int) -> None:
        """Note that an unknown message was looked for once and was not there; unless it was attempted once more since
        it was handed out."""

    async def erase_late_bodies(self, *, at: datetime) -> None:
        """Erase what unknown messages say that are too late at `at`: nobody will send them any more."""

    async def put_back(self, messages: Collection[MessageId], *, attempt: int | None = None) -> int:
        """Make unknown messages pending again, since they are surely not there; not those that were attempted once
        more since they were looked for. Returns how many."""


class Lanes(Protocol):
    """How fast messages leave, all processes together."""

    async def lock(self, name: LaneName) -> tuple[Lane, datetime]:
        """A lane, held until the unit of work ends, and the present instant of the clock that it goes by."""

    async def save(self, name: LaneName, lane: Lane) -> None:
        """Write down where a locked lane stands."""

    async def all(self) -> dict[LaneName, Lane]:
        """Every lane that was ever used, to look at."""

    async def now(self) -> datetime:
        """The present instant of the clock that lanes go by."""
