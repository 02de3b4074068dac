"""Who is placed where, and what is to be sent to them, for the tests of storage."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.curriculum import ThemeSlug
from bot.domain.outbox import Kind, OutboxMessage, Planned, Sent, State
from bot.domain.people import Cohort, CohortId, PersonId, Role
from bot.domain.reply import Reply, Sharing
from bot.domain.roster import PlannedCohort, PlannedPlacement, PlannedRotation, RosterPlan
from bot.flows.ports import OpenWork
from bot.flows.records.outbox import Arrival

ALICE, BOB, CAROL, DEV = (PersonId(f"U{name}") for name in ("ALICE", "BOB", "CAROL", "DEV"))
DR_KIM, MALLORY = PersonId("UKIM"), PersonId("UMALLORY")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LEASE = timedelta(minutes=1)
NO_TIME = timedelta()


def medicine(name: str = "Medicine") -> PlannedCohort:
    """A cohort."""
    return PlannedCohort(name, "C0MEDICINE", NEW_YORK, 0, time(7))


def rotation(
    name: str = "Ward A", *, cohort: str = "Medicine", first: date = MONDAY, weeks: int = 4
) -> PlannedRotation:
    """A rotation of some weeks."""
    last = first + timedelta(weeks=weeks) - 3 * DAY
    return PlannedRotation(cohort, name, "General", NEW_YORK, first, last, time(7), time(17, 30))


def placed(name: str, people: Iterable[PersonId], role: Role = Role.STUDENT) -> tuple[PlannedPlacement, ...]:
    """People in one rotation."""
    return tuple(PlannedPlacement(name, person, role) for person in people)


async def apply(open_work: OpenWork, plan: RosterPlan) -> None:
    """Apply a roster plan."""
    async with open_work() as work:
        await work.people.apply(plan, at=NOON)
        await work.commit()


async def given_medicine(open_work: OpenWork, students: Iterable[PersonId] = (ALICE, BOB, CAROL)) -> Cohort:
    """The cohort Medicine with one rotation, its students and Dr. Kim."""
    people = placed("Ward A", students) + placed("Ward A", [DR_KIM], Role.PRECEPTOR)
    await apply(open_work, RosterPlan((medicine(),), (rotation(),), people))
    async with open_work() as work:
        return (await work.people.cohorts())[0]


def prompt(
    kind: Kind = Kind.QUESTION,
    student: PersonId = ALICE,
    on: date = MONDAY,
    *,
    send_at: datetime = NOON,
    cohort: CohortId | None = None,
) -> Planned:
    """A reminder or question that is too late three hours after it is due."""
    key = f"{kind}:{student}:{on}"
    return Planned(kind, key, send_at, send_at + 3 * HOUR, student=student, cohort_id=cohort, on=on)


async def added(open_work: OpenWork, *planned: Planned) -> None:
    """Put messages into the outbox."""
    async with open_work() as work:
        for one in planned:
            assert await work.outbox.add(one)
        await work.commit()


async def claimed(
    open_work: OpenWork, *, at: datetime = NOON, limit: int = 100, lease: timedelta = LEASE
) -> tuple[OutboxMessage, ...]:
    """Claim what is due."""
    async with open_work() as work:
        messages = await work.delivery.claim(at=at, limit=limit, lease=lease)
        await work.commit()
        return messages


async def marked_sending(open_work: OpenWork, message: OutboxMessage, *, lease: timedelta = LEASE) -> bool:
    """Turn a lease into sending."""
    async with open_work() as work:
        ours = await work.delivery.begin([message.id], lease=lease)
        await work.commit()
        return message.id in ours


async def settled(
    open_work: OpenWork, message: OutboxMessage, state: State, *, sent: Sent | None = None, reason: str = ""
) -> None:
    """Record how a message ended."""
    async with open_work() as work:
        if sent is not None:
            await work.delivery.arrived([Arrival(message.id, message.attempts + 1, sent)])
        else:
            await work.delivery.settle(message.id, state, reason=reason)
        await work.commit()


async def sent(open_work: OpenWork, *planned: Planned, at: datetime = NOON + 1000 * DAY) -> None:
    """Put messages into the outbox and send them."""
    await added(open_work, *planned)
    for message in await claimed(open_work, at=at):
        assert await marked_sending(open_work, message)
        await settled(open_work, message, State.SENT, sent=Sent("D1", f"{message.planned.on}"))


async def states(open_work: OpenWork) -> dict[str, State]:
    """Every message's state by its dedupe key."""
    async with open_work() as work:
        return {one.planned.dedupe_key: one.state for one in await work.outbox.listed(list(State), limit=100)}


def reply(
    cohort: CohortId,
    student: PersonId = ALICE,
    on: date = MONDAY,
    *,
    text: str = "I sat down first.",
    sharing: Sharing = Sharing.THEMES,
    changed_at: datetime = NOON,
    excerpt: str | None = None,
) -> Reply:
    """A kept reply with two themes."""
    themes = frozenset({ThemeSlug("time-pressure"), ThemeSlug("someone-opened-up")})
    return Reply(student, cohort, on, themes, text, sharing, changed_at, excerpt)


async def kept(open_work: OpenWork, *some: Reply) -> None:
    """Save replies."""
    async with open_work() as work:
        for one in some:
            await work.replies.save(one)
        await work.commit()
