"""The beginnings of stories: who is placed where, who has started, and what has been asked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain import calendar
from bot.domain.curriculum import ThemeSlug
from bot.domain.people import Pace, PersonId
from bot.domain.reply import Draft, Sharing
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.flows.confirm_reading import confirm_reading
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import Messenger, Timing, World
from bot.flows.set_pace import start
from bot.flows.share_words import share_words
from bot.flows.take_reply import Saved, take_reply
from bot.flows.welcome_students import welcome_students
from tests.beginnings import remembered
from tests.fakes import NEW_YORK, FakeDirectory, FakeMessenger

ALICE, BOB, CAROL, DEV, ESI, FEMI, GUS, HANA = EIGHT = tuple(
    PersonId(f"U0{name}") for name in ("ALICE", "BOB", "CAROL", "DEV", "ESI", "FEMI", "GUS", "HANA")
)
DR_KIM, JO, MALLORY = PersonId("U0KIM"), PersonId("U0JO"), PersonId("U0MALLORY")
MONDAY = date(2026, 11, 23)
NEXT_MONDAY = MONDAY + timedelta(days=7)
DIGEST_CHANNEL = "C0MEDICINE"


def at(on: date, clock: str) -> datetime:
    """The instant of a time such as "17:30" in New York."""
    return calendar.instant(on, time.fromisoformat(clock), NEW_YORK).astimezone(UTC)


def roster(
    students: Iterable[str] = EIGHT, *, first: date = MONDAY, weeks: int = 4, rotation: str = "Medicine A"
) -> str:
    """A roster file for one rotation of the cohort Medicine with Dr. Kim."""
    last = first + timedelta(days=7 * weeks - 3)
    line = f"Medicine,{DIGEST_CHANNEL},{rotation},General,America/New_York,{first},{last},07:00,17:30"
    people = [(student, "student") for student in students] + [(DR_KIM, "preceptor")]
    return "\n".join([",".join(COLUMNS), *(f"{line},{role},{person}" for person, role in people)])


@remembered
async def place(world: World, students: Iterable[str] = EIGHT, *, on: date = MONDAY, clock: str = "06:30") -> None:
    """Place students in a rotation that begins on a date, and let them be welcomed; Dr. Kim knows how to read a
    digest."""
    await apply_roster(world, roster(students, first=on), at=at(on, clock))
    await confirm_reading(world, DR_KIM, at=at(on, clock))
    await welcome_students(world, FakeDirectory(), at=at(on, clock))


@remembered
async def confirm(world: World, *preceptors: PersonId, when: datetime) -> None:
    """Preceptors confirm that they have read how a digest is to be read."""
    async with world.open_work() as work:
        for preceptor in preceptors:
            await work.preceptors.confirm(preceptor, at=when)
        await work.commit()


@remembered
async def everybody_starts(world: World, students: Iterable[PersonId] = EIGHT, *, when: datetime | None = None) -> None:
    """All students press "Start: every day"."""
    for student in students:
        await start(world, student, Pace.EVERY_DAY, at=when or at(MONDAY, "06:31"))


@remembered
async def deliver_all(world: World, messenger: FakeMessenger, *, when: datetime) -> None:
    """Plan what is to be planned, then deliver everything that is due."""
    await plan_prompts(world, at=when)
    await deliver(world, messenger, when=when)


async def deliver(world: World, messenger: Messenger, *, when: datetime, timing: Timing | None = None) -> None:
    """Deliver everything that is due, with a relay of its own."""
    relay = Relay(world, messenger, timing=timing)
    while await relay.round(at=when):
        pass


@remembered
async def asked(world: World, messenger: FakeMessenger, *, on: date = MONDAY) -> None:
    """Everybody who started has got the reminder and the question of a date."""
    for clock in ("07:15", "17:45"):
        await deliver_all(world, messenger, when=at(on, clock))


@remembered
async def answer(
    world: World,
    student: PersonId,
    *,
    on: date = MONDAY,
    themes: Iterable[str] = ("time-pressure",),
    text: str = "",
    sharing: Sharing = Sharing.THEMES,
    when: datetime | None = None,
) -> None:
    """A student opens and sends the form of a date; with `Sharing.WORDS` the whole text is shared in a second one."""
    draft = Draft(frozenset(ThemeSlug(theme) for theme in themes), text, sharing)
    when = when or at(on, "18:00")
    async with world.open_work() as work:
        held = await work.replies.get(student, on)
    version = held.changed_at if held else None
    saved = await take_reply(world, draft, student=student, on=on, version=version, at=when)
    assert isinstance(saved, Saved)
    if sharing is Sharing.WORDS and saved.offer is not None:
        shared = share_words(world, saved.offer, student=student, on=on, version=saved.version, at=when)
        assert await shared is None


async def leave_channel(world: World, cohort: str = "Medicine") -> None:
    """Have a cohort's digests sent to each preceptor, as its form does: a roster without a channel changes nothing."""
    async with world.open_work() as work:
        (there,) = [each for each in await work.people.cohorts() if each.name == cohort]
        await work.set_up.save_cohort(replace(there, digest_channel=""))
        await work.commit()
