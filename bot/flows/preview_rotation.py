"""What a rotation's people will get, day by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.anonymity import pooled_until
from bot.domain.curriculum import Lesson
from bot.domain.errors import NoSuchRotation, WhichRotation
from bot.domain.outbox import dues_of
from bot.domain.people import Cohort, DayOff, Rotation, RotationId
from bot.domain.working_time import day_off_on, is_working_day, working_days_of
from bot.flows.ports import World

WEEK: Final = 7
MOST_NAMED: Final = 20
MORE: Final = "and {number} more, on the Home tab"
NONE: Final = "none runs at present"


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """One date in a rotation's zone. `reminder_at` and `question_at` are local times before the minutes that spread
    messages, `digest_at` is when the cohort's digest comes. On a day off there is no lesson. `is_changed` marks a
    lesson that stands in another one's place."""

    on: date
    lesson: Lesson | None = None
    reminder_at: datetime | None = None
    question_at: datetime | None = None
    day_off: DayOff | None = None
    digest_at: datetime | None = None
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class PreviewWeek:
    """One week of a rotation, counted from today or its first day; `pages` is at least one."""

    rotation: Rotation
    cohort: Cohort
    days: tuple[PreviewDay, ...]
    page: int
    pages: int


async def rotation_to_preview(world: World, typed: str, *, at: datetime) -> str:
    """The name of the one rotation that somebody typed, capitalized otherwise where no other is called so, or its
    beginning where no other begins so; where nothing was typed, the only one there is. Raises NoSuchRotation, which
    names those that are not over."""
    async with world.open_work() as work:
        rotations = await work.people.rotations()
    wanted = typed.casefold()
    alike = [each.name for each in rotations if each.name.casefold() == wanted]
    exact = [name for name in alike if name == typed] or alike
    running = [each.name for each in rotations if each.last_day >= at.date()]
    begun = [name for name in running if name.casefold().startswith(wanted)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    more = (MORE.format(number=len(running) - MOST_NAMED),) if len(running) > MOST_NAMED else ()
    raise (NoSuchRotation if typed else WhichRotation)(names=(*running[:MOST_NAMED], *more) or (NONE,))


async def preview_rotation(world: World, name: str, *, weeks: int, at: datetime) -> tuple[PreviewDay, ...] | None:
    """The days of a rotation in the coming weeks on which anything goes out or could have, from today or its first
    day; None if nobody knows it. Nothing in it comes from what students do."""
    found = await _find(world, name)
    if found is None:
        return None
    first, _ = found.span(at)
    return tuple(found.days(world, calendar.days_from(first, WEEK * weeks)))


async def preview_week(world: World, which: RotationId | str, *, page: int, at: datetime) -> PreviewWeek | None:
    """One week of them, or the nearest that there is."""
    found = await _find(world, which)
    if found is None:
        return None
    first, last = found.span(at)
    pages = max(1, -(-((last - first).days + 1) // WEEK))
    page = min(max(page, 1), pages)
    days = calendar.days_from(first + timedelta(days=WEEK * (page - 1)), WEEK)
    return PreviewWeek(found.rotation, found.cohort, tuple(found.days(world, days)), page, pages)


@dataclass(frozen=True, slots=True)
class _Found:
    """A rotation, its cohort, and the first and last day of all of the cohort's rotations."""

    rotation: Rotation
    cohort: Cohort
    pooled: tuple[date, date]

    def span(self, at: datetime) -> tuple[date, date]:
        """From today or the first day to the last day on which anything comes of it."""
        first = max(calendar.local_date(at, self.rotation.zone), self.rotation.first_day)
        return first, min(pooled_until(self.pooled[1]), pooled_until(self.rotation.last_day))

    def days(self, world: World, dates: Iterable[date]) -> Iterator[PreviewDay]:
        """Those of some dates on which something goes out, or rests."""
        for on in dates:
            digest_at = self._digest_at(on)
            day = self._day(world, on, digest_at)
            if day.lesson or day.day_off or digest_at:
                yield day

    def _day(self, world: World, on: date, digest_at: datetime | None) -> PreviewDay:
        rotation, program = self.rotation, world.program
        if not rotation.covers(on) or on.weekday() not in working_days_of(rotation, program):
            return PreviewDay(on, digest_at=digest_at)
        if not is_working_day(on, rotation, program):
            return PreviewDay(on, day_off=day_off_on(on, rotation, program), digest_at=digest_at)
        reminder, question = (each.astimezone(rotation.zone) for each in dues_of(on, rotation.zone, rotation.times))
        lesson = world.curriculum.lesson_on(on, program.overrides)
        return PreviewDay(on, lesson, reminder, question, None, digest_at, is_changed=on in program.overrides)

    def _digest_at(self, on: date) -> datetime | None:
        """When a digest comes on a date, as clocks where the rotation is say it."""
        cohort = self.cohort
        # Where the cohort is it may be the day before, or the next one.
        for near in calendar.days_from(on - calendar.DAY, 3):
            comes = near.weekday() == cohort.digest_day and self.pooled[0] < near <= pooled_until(self.pooled[1])
            at = calendar.instant(near, cohort.digest_at, cohort.zone).astimezone(self.rotation.zone)
            if comes and at.date() == on:
                return at
        return None


async def _find(world: World, which: RotationId | str) -> _Found | None:
    async with world.open_work() as work:
        if isinstance(which, str):
            rotation = await work.people.rotation_named(which)
        else:
            rotation = await work.set_up.rotation(which)
        if rotation is None:
            return None
        cohort = await work.people.cohort(rotation.cohort_id)
        return _Found(rotation, cohort, (await work.people.spans())[cohort.id])
