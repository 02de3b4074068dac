"""What a unit of work keeps: the records that live in one transaction, and what is read from them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NewType, Protocol
from zoneinfo import ZoneInfo

from bot.domain.audit import AuditEntry
from bot.domain.capacity import Due
from bot.domain.curriculum import Override, ThemeSlug
from bot.domain.group_answer import GroupAnswer
from bot.domain.outbox import (
    Kind,
    MessageId,
    OutboxMessage,
    Planned,
    Sent,
    State,
)
from bot.domain.pace import Lane, LaneName
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId, Student
from bot.domain.policy import Policy, PolicyChange
from bot.domain.reply import Question, Reply
from bot.domain.roster import RosterPlan, There
from bot.domain.typed import Given

ReplyId = NewType("ReplyId", int)


@dataclass(frozen=True, slots=True)
class Finished:
    """A student whose last rotation ended on `last_day`; `wrote` is false for one who only skipped questions."""

    student: Student
    last_day: date
    wrote: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A student whom nothing reaches, and Slack's code for why."""

    person: PersonId
    reason: str


@dataclass(frozen=True, slots=True)
class PlacedNow:
    """A person, or the mark of one, in a rotation. `is_lost` says of a student that nothing reaches them."""

    rotation: RotationId
    person: PersonId
    role: Role
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """A cohort and the last day of its last rotation."""

    cohort: Cohort
    last_day: date


@dataclass(frozen=True, slots=True)
class DigestHour:
    """When some cohorts have their digest: the weekday (Monday is 0) and the local time of a zone."""

    zone: ZoneInfo
    weekday: int
    local_time: time


@dataclass(frozen=True, slots=True)
class PostedDigest:
    """Where a cohort's digest of a date stands in Slack."""

    cohort_id: CohortId
    on: date
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Placement:
    """One person in one rotation."""

    person: PersonId
    role: Role
    rotation: Rotation


class People(Protocol):
    """Students, and who is placed where."""

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings, locked until the unit of work ends; None for anybody else."""

    async def students(self, people: Collection[PersonId]) -> dict[PersonId, Student]:
        """The settings of those who have any, locked until the unit of work ends."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Lock the settings of those who have any until the unit of work ends, in the same order."""

    async def remember_conversations(self, conversations: Mapping[PersonId, str]) -> None:
        """Write down students' direct conversations in Slack."""

    async def add(self, student: Student) -> bool:
        """Insert one student's settings; False (and no change) when the student has some already."""

    async def save(self, student: Student) -> None:
        """Insert or update one student's settings; prompts are to be planned anew."""

    async def rotations_of(self, student: PersonId) -> tuple[Rotation, ...]:
        """The rotations a student is placed in."""

    async def rotations_of_each(self, people: Sequence[PersonId]) -> dict[PersonId, tuple[Rotation, ...]]:
        """The rotations that each of some people is placed in as a student."""

    async def rotation_named(self, name: str) -> Rotation | None:
        """A rotation by its name."""

    async def rotations_in(self, cohort: CohortId) -> tuple[Rotation, ...]:
        """The rotations of a cohort, by first day."""

    async def rotations(self) -> tuple[Rotation, ...]:
        """All rotations, by first day."""

    async def placements(self, *, since: date) -> tuple[PlacedNow, ...]:
        """Everybody placed in rotations that end on `since` or later, whether or not they started, paused or left."""

    async def cohort(self, cohort: CohortId) -> Cohort:
        """One cohort."""

    async def cohorts(self) -> tuple[Cohort, ...]:
        """All cohorts, by id."""

    async def cohorts_among(self, ids: Collection[CohortId]) -> dict[CohortId, Cohort]:
        """Some cohorts, by their ids."""

    async def spans(self) -> dict[CohortId, tuple[date, date]]:
        """The first day of each cohort's first rotation and the last day of its last, for cohorts that have one."""

    async def roster_size(
        self,
        cohort: CohortId,
        *,
        since: date,
        until: date,
        placed_by: datetime | None = None,
        without: Collection[PersonId] = (),
    ) -> int:
        """How many students are placed in a cohort's rotations that run on any day from `since` to `until`, whether
        or not they started, paused or left. Whom nothing reaches does not count, nor do some people, nor, if
        `placed_by` is given, those who were placed later."""

    async def roster(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The students placed in a cohort's rotations that run on any day from `since` to `until`, by id, whether or
        not they started, paused or left; without those who had everything deleted."""

    async def placed(self, *, since: date, until: date) -> tuple[tuple[Rotation, int], ...]:
        """The rotations that run on any day from `since` to `until` and have students, with how many are placed in
        each, whether or not they started, paused or left."""

    async def pools(self, ids: Collection[CohortId]) -> dict[CohortId, Pool]:
        """Some cohorts, by their ids, as far as they have rotations."""

    async def pooled_with(
        self, student: PersonId, cohort: CohortId, *, since: date, until: date, limit: int
    ) -> tuple[tuple[PersonId, ...], int]:
        """The other students placed in a cohort's rotations that run on any day from `since` to `until`, whether or
        not they started, paused or left: the first ones by id, and how many there are in all."""

    async def students_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed as students in rotations that end on `since` or later."""

    async def known(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have settings as students or were told as preceptors."""

    async def is_preceptor(self, person: PersonId) -> bool:
        """Whether a person is placed anywhere as a preceptor."""

    async def unknown_students(
        self, *, on: date, after: PersonId | None, limit: int
    ) -> tuple[tuple[PersonId, Rotation], ...]:
        """People placed as students in rotations that have not ended before `on` and have no settings yet, ordered by
        id, the next `limit` after one."""

    async def started(self) -> tuple[PersonId, ...]:
        """Every started student, ordered by id."""

    async def to_plan(self, *, at: datetime) -> tuple[PersonId, ...]:
        """Every started student whose plan no longer holds at an instant, ordered by id."""

    async def lock_to_plan(self, people: Sequence[PersonId], *, at: datetime) -> tuple[Student, ...]:
        """Those of some people whose plan no longer holds, locked until the unit of work ends. Whom somebody else
        holds is left out."""

    async def planned(self, people: Sequence[PersonId], *, until: datetime) -> None:
        """Note until when the plans of some people hold."""

    async def plan_anew(self, people: Sequence[PersonId]) -> None:
        """Let the plans of some people hold no longer."""

    async def placed_until(self, student: PersonId) -> date | None:
        """The day on which a student was last taken off a rotation; None where nobody ever did, or wrote it down."""

    async def finished(self, *, by: date, after: PersonId | None, limit: int) -> tuple[Finished, ...]:
        """Students with replies or skips whose last rotation ended by a date, whether or not they left, ordered by
        id, the next `limit` after one."""

    async def count_unreachable(self, *, on: date) -> int:
        """How many students cannot be reached whose rotations have not all ended before a date."""

    async def unreachable(self, *, on: date, skip: int, limit: int) -> tuple[Lost, ...]:
        """The same students, ordered by id: the next `limit` after so many."""

    async def forget(self, student: PersonId, *, mark: PersonId) -> None:
        """Delete a student's settings and what their Home tab showed last, and leave a mark where they were placed as
        a student: it counts for the roster, and nobody else sees that it is them."""

    async def marks(self) -> frozenset[PersonId]:
        """Every mark that has not faded."""

    async def placed_mark(self, marks: Collection[PersonId]) -> PersonId | None:
        """The one of some marks that is placed, if any is."""

    async def spent_marks(self, *, before: date) -> tuple[PersonId, ...]:
        """Marks whose rotations have all ended before a date."""

    async def fade(self, mark: PersonId, into: PersonId) -> None:
        """Put something in the place of a mark."""

    async def cohorts_in(self, plan: RosterPlan, *, since: date) -> dict[str, tuple[Rotation, ...]]:
        """The cohorts that a roster plan names or takes a rotation from, as far as they are there, by name: each with
        its rotations that end on `since` or later."""

    async def rename_cohorts(self, names: Mapping[str, str]) -> None:
        """Give cohorts new names, by their old ones; they keep everything else."""

    async def there(self, plan: RosterPlan, *, on: date) -> There:
        """What is there of a roster plan's cohorts and rotations, by name; who is placed in these rotations, and in
        which others their students are or will be; and who counts in these cohorts on a date: students of rotations
        that are not over, and preceptors for as long as there are digests."""

    async def placed_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed in any role in rotations that end on `since` or later."""

    async def apply(self, plan: RosterPlan, *, at: datetime) -> None:
        """Make a roster plan true at an instant: cohorts, rotations and placements are created or updated by name.
        Everybody in one of its rotations is to be planned anew. Nobody is taken off by it. Of rotations that change the
        same is remembered as when one is saved."""


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


@dataclass(frozen=True, slots=True)
class WaitingReply:
    """What a reply that waits for a digest brings to the gate: what was shared and, so that the promises can be kept,
    by whom and when. `words` is the excerpt, as far as words are shared; `written_at` is when it was first saved."""

    id: ReplyId
    student: PersonId
    themes: frozenset[ThemeSlug]
    changed_at: datetime
    written_at: datetime | None
    words: str | None


class Replies(Protocol):
    """Students' replies; their text and excerpt are encrypted at rest."""

    async def get(self, student: PersonId, on: date) -> Reply | None:
        """A student's own reply to the question of a date, locked until the unit of work ends."""

    async def all_of(self, student: PersonId) -> tuple[Reply, ...]:
        """All of a student's own replies, oldest first."""

    async def save(self, reply: Reply) -> None:
        """Insert or update a reply that is not spent."""

    async def rewrite(self, reply: Reply) -> None:
        """Put another text into the journal of a spent reply, and change nothing else of it."""

    async def delete(self, student: PersonId, on: date) -> None:
        """Delete a reply that is not spent, if there is one."""

    async def shared(self, student: PersonId) -> tuple[Reply, ...]:
        """A student's replies that share something and that no digest has used, locked."""

    async def skip(self, student: PersonId, on: date, *, at: datetime) -> None:
        """Close a question without a reply; a second time changes nothing."""

    async def days(self, student: PersonId) -> tuple[date, ...]:
        """The dates of all of a student's own replies, newest first."""

    async def between(self, student: PersonId, first: date, last: date) -> tuple[Reply, ...]:
        """A student's own replies to the questions of some days, newest first."""

    async def waiting(
        self, cohort: CohortId, *, settled_before: datetime, since: datetime, asked_since: date
    ) -> tuple[WaitingReply, ...]:
        """A cohort's shared replies that no digest has used, last changed in [since, settled_before] and answering a
        question of `asked_since` or later, locked."""

    async def spend(self, replies: Collection[ReplyId]) -> None:
        """Wipe themes, sharing choice, excerpt and instants from replies and leave only that they are spent."""

    async def forget(self, students: Sequence[PersonId]) -> None:
        """Delete the rows of all replies and skips of some students, and nothing else."""


class Policies(Protocol):
    """Which policy was in force since when."""

    async def changes(self) -> tuple[PolicyChange, ...]:
        """Every policy that ever came into force, in the order in which they did."""

    async def note(self, policy: Policy, *, at: datetime) -> None:
        """Note that a policy is in force from an instant on."""


@dataclass(frozen=True, slots=True)
class NewsOfRules:
    """A change of the rules, decided at an instant, that students are still to be told; those up to `after` are."""

    decided_at: datetime
    body: str
    after: str = ""


class ProgramChanges(Protocol):
    """What coordinators changed of the program, whatever its file says."""

    async def keep(self) -> None:
        """Wait until nobody is changing the program, and let nobody change it until the unit of work ends."""

    async def take(self) -> None:
        """The same, to change it oneself: nobody else keeps it meanwhile."""

    async def rules(self) -> Mapping[str, str]:
        """Every rule that was changed, by its name, as it was written."""

    async def lessons(self) -> Mapping[date, Override | None]:
        """Every date whose lesson was changed; None where it has its own one again."""

    async def put_rules(self, rules: Mapping[str, str], *, at: datetime) -> None:
        """Change some rules."""

    async def put_lesson(self, on: date, override: Override | None) -> None:
        """Give a date another lesson, or its own one again whatever the program's file says."""

    async def drop_lesson(self, on: date) -> None:
        """Let the program's file say again what a date teaches."""

    async def news(self) -> tuple[NewsOfRules, ...]:
        """What students are still to be told, the earliest change first."""

    async def put_news(self, news: NewsOfRules) -> None:
        """Write down that students are to be told of a change, and who was told by now."""

    async def drop_news(self, news: NewsOfRules) -> None:
        """Note that everybody was told."""


class Digests(Protocol):
    """Which digests a cohort had, and when it last released replies."""

    async def begin(self, cohort: CohortId, on: date) -> bool:
        """Reserve the digest of a date; False when it was composed already, here or by another worker."""

    async def was_begun(self, cohort: CohortId, on: date) -> bool:
        """Whether a cohort had a digest of a date."""

    async def hours(self) -> tuple[DigestHour, ...]:
        """When there are digests at all: thousands of cohorts share a few hours."""

    async def to_begin(self, hour: DigestHour, on: date, *, ended_since: date) -> tuple[Cohort, ...]:
        """The cohorts with this hour that have no digest of a date or of less than six days before or after it, whose
        first rotation began before it and whose last one ends at `ended_since` or later."""

    async def released(self, cohort: CohortId, on: date, *, at: datetime) -> None:
        """Note that the digest of a date released replies."""

    async def released_anything(self, on: Mapping[CohortId, date]) -> dict[CohortId, bool]:
        """Of those of some cohorts that have their digest of a date, one for each: whether it released replies."""

    async def last_release(self, cohort: CohortId) -> datetime | None:
        """When a cohort last released replies."""

    async def rests_since(self, cohort: CohortId) -> datetime | None:
        """The same; or, if that is later, when another one did whose rotation it then took over."""

    async def posted(self, cohorts: Collection[CohortId], *, to: PersonId, newest: int) -> tuple[PostedDigest, ...]:
        """Where the newest digests of some cohorts stand, of those in a channel or sent to this very person: the
        newest first, and one for each cohort and date, the person's own where there is one."""


class Preceptors(Protocol):
    """Preceptors, and whether they confirmed how a digest is to be read."""

    async def of(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The preceptors placed in a cohort's rotations that run on any day from `since` to `until`, by id."""

    async def ever(self) -> dict[CohortId, frozenset[PersonId]]:
        """Everybody who was ever a preceptor in each cohort, also who was taken off it after it had begun."""

    async def ever_in(self, cohort: CohortId) -> frozenset[PersonId]:
        """The same for one cohort."""

    async def ever_taught(self, preceptor: PersonId) -> frozenset[CohortId]:
        """The cohorts in which somebody was ever a preceptor, in the same way."""

    async def cohorts_of(self, preceptor: PersonId, *, since: date) -> tuple[Cohort, ...]:
        """The cohorts in which a preceptor is placed in a rotation that ends at `since` or later, by name."""

    async def confirmed(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have confirmed that they read how a digest is to be read."""

    async def unreachable(self, people: Collection[PersonId]) -> dict[PersonId, str]:
        """Those of some people whom nothing reaches, each with Slack's code."""

    async def lose(self, preceptor: PersonId, reason: str) -> bool:
        """Note that nothing reaches a preceptor who was told; False (and no change) for anybody else, and when that was
        noted already."""

    async def found(self, preceptor: PersonId) -> bool:
        """Note that a preceptor can be reached again; False (and no change) when nothing else was known."""

    async def tell(self, preceptor: PersonId) -> bool:
        """Note that a preceptor is told; False (and no change) when that was noted already."""

    async def confirm(self, preceptor: PersonId, *, at: datetime) -> bool:
        """Note that a preceptor has confirmed; False (and no change) when that was noted already."""

    async def untold(self, *, on: date, planned_before: datetime, limit: int) -> tuple[tuple[PersonId, CohortId], ...]:
        """Some preceptors who were not told yet, or have not confirmed and whose briefing, planned for an instant or
        earlier, came to nothing; each with one of the cohorts whose rotations have not all ended before a date."""


class GroupAnswers(Protocol):
    """What preceptors answered to the students of a digest; text and signature are encrypted at rest."""

    async def add(self, answer: GroupAnswer) -> bool:
        """Add the one answer to a digest; False (and no change) when it has one already."""

    async def of(self, cohort: CohortId, on: date) -> GroupAnswer | None:
        """The answer to a cohort's digest of a date."""

    async def newest(self, cohorts: Collection[CohortId], *, since: date) -> tuple[GroupAnswer, ...]:
        """The answers to some cohorts' digests of a date or later, the newest first."""

    async def forget(self, *, ended_by: date, dated_by: date) -> tuple[CohortId, ...]:
        """Delete all answers to the cohorts whose last rotation ended by a date, and those to digests dated by another.
        Returns these cohorts."""


class SetUps(Protocol):
    """Cohorts, rotations and placements as coordinators set them up one by one."""

    async def hold(self) -> None:
        """Let nobody else set anything up until the unit of work ends."""

    async def rotation(self, rotation: RotationId) -> Rotation | None:
        """A rotation by its id."""

    async def add_rotation(self, rotation: Rotation) -> RotationId:
        """Add a rotation, whose own id counts for nothing. Nobody may have its name."""

    async def save_rotation(self, rotation: Rotation, *, at: datetime) -> None:
        """Write down a changed rotation as its next edition; whoever is placed in one that moved is placed anew. It is
        remembered that it had begun; and, where it goes to another cohort, who taught in the one it leaves, and when
        that one last released replies."""

    async def remove_rotation(self, rotation: RotationId) -> None:
        """Forget a rotation in which nobody is placed any more."""

    async def add_cohort(self, cohort: Cohort) -> CohortId:
        """Add a cohort, whose own id counts for nothing. Nobody may have its name."""

    async def save_cohort(self, cohort: Cohort) -> None:
        """Write down a changed cohort as its next edition."""

    async def is_used(self, cohort: CohortId) -> bool:
        """Whether a cohort has ever had a rotation with people, or one that had begun: by the roster alone, so that it
        tells nothing of what anybody made of it."""

    async def remove_cohort(self, cohort: CohortId) -> None:
        """Forget a cohort that has no rotation and was never used."""

    async def placed_in(self, rotations: Collection[RotationId]) -> tuple[Placement, ...]:
        """Who is placed in some rotations, and as what, by id."""

    async def placements_of(self, people: Collection[PersonId]) -> tuple[Placement, ...]:
        """Where some people are placed, and as what."""

    async def place(self, rotation: RotationId, people: Collection[PersonId], role: Role, *, at: datetime) -> None:
        """Place people in a rotation; for whoever is there already nothing changes."""

    async def take_off(
        self, rotation: Rotation, people: Collection[PersonId], *, on: date, roles: Collection[Role] = tuple(Role)
    ) -> None:
        """Place people in a rotation no longer, in any role or in some. A student's time there ended on a date, or with
        the rotation: from then on it is counted how long what they wrote is kept. A preceptor may have read digests of
        the cohort, and that is remembered."""


class Coordinators(Protocol):
    """Who coordinates: whom the environment names until somebody is removed in Slack, and others named there."""

    async def standing(self, first: Collection[PersonId]) -> frozenset[PersonId]:
        """Who coordinates now, when these were named to begin with."""

    async def ever(self, first: Collection[PersonId]) -> frozenset[PersonId]:
        """Who coordinates now or has done so."""

    async def lock(self) -> None:
        """Let nobody else change who coordinates until the unit of work ends."""

    async def put(self, person: PersonId, *, stands: bool, at: datetime) -> None:
        """Note that a person coordinates from now on, or no longer."""


class Audit(Protocol):
    """What coordinators changed. It only grows."""

    async def note(self, entry: AuditEntry) -> None:
        """Note a deed in the transaction that does it."""

    async def newest(self, *, skip: int, limit: int) -> tuple[AuditEntry, ...]:
        """The newest deeds first, after so many."""

    async def count(self) -> int:
        """How many there are."""


@dataclass(frozen=True, slots=True)
class SeenChannel:
    """Who could read a channel when somebody last looked: everybody where it is public, and so many `students` on a
    roster; and whether Bedside was in it."""

    id: str
    is_public: bool
    students: int
    has_bedside: bool = True

    @property
    def is_open_to_students(self) -> bool:
        """Whether students could read a digest there."""
        return self.is_public or self.students > 0

    @property
    def is_fit(self) -> bool:
        """Whether a digest gets there, and no student reads it."""
        return self.has_bedside and not self.is_open_to_students


class Channels(Protocol):
    """Who could read the channels of digests."""

    async def unfit(self) -> dict[str, SeenChannel]:
        """The channels that were not fit for digests when somebody last looked, by their ids."""

    async def note(self, seen: SeenChannel) -> None:
        """Note what was seen of a channel just now."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a Home tab showed last: our keyed hash of it, and the hash that Slack gave it."""

    content: str
    hash: str


class Homes(Protocol):
    """What each person's Home tab showed last."""

    async def last(self, person: PersonId) -> Shown | None:
        """What was shown last, as far as anybody wrote it down."""

    async def show(self, person: PersonId, shown: Shown) -> None:
        """Write down what is shown now."""

    async def outdate(self, people: Collection[PersonId]) -> None:
        """Note that what some people's Home tabs show must not stand there any longer."""

    async def outdated(self, *, limit: int) -> tuple[PersonId, ...]:
        """Some of those people, ordered by id."""

    async def forget(self, person: PersonId) -> bool:
        """Know no longer what a Home tab showed. Returns whether anything was known."""


class Workspace(Protocol):
    """The one Slack workspace that a database belongs to."""

    async def bind(self, team: str) -> None:
        """Remember the workspace at the first start. Raises AnotherWorkspace when the database knows another."""
