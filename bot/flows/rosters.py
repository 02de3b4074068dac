"""The rosters of all cohorts, read with few questions, for the coordinators' desk and for their forms."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.anonymity import still_pooled_since
from bot.domain.desk import Pool, rotations_of_each
from bot.domain.letters import Readers
from bot.domain.marks import is_mark
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import PlacedNow
from bot.flows.steps import known_as


@dataclass(frozen=True, slots=True)
class Rosters:
    """Everybody who is placed now or later, or was until lately, on a date. `insiders` read a cohort's digests or set
    them up, and `knows` is what is known of preceptors: who confirmed, and whom nothing reaches."""

    today: date
    cohorts: tuple[Cohort, ...]
    rotations: Mapping[RotationId, Rotation]
    placements: tuple[PlacedNow, ...]
    insiders: Mapping[CohortId, frozenset[PersonId]]
    confirmed: frozenset[PersonId]
    unreachable: Mapping[PersonId, str]

    def rotations_in(self, cohort: CohortId) -> tuple[Rotation, ...]:
        """All rotations of a cohort, by first day."""
        return tuple(each for each in self.rotations.values() if each.cohort_id == cohort)

    def pools(self) -> dict[CohortId, Pool]:
        """What each cohort's digest counts from today on: whom nothing reaches hides nobody."""
        students: defaultdict[CohortId, set[PersonId]] = defaultdict(set)
        for person, rotation in self._students():
            students[rotation.cohort_id].add(person)
        lost = {each.person for each in self.placements if each.is_lost}
        return {
            cohort.id: Pool(
                cohort,
                tuple(each for each in self.rotations_in(cohort.id) if each.last_day >= self.today),
                frozenset(students[cohort.id] - lost - self.insiders[cohort.id]),
                self.insiders[cohort.id],
            )
            for cohort in self.cohorts
        }

    def sizes(self) -> dict[CohortId, int]:
        """How many students each cohort has, counted so."""
        return {cohort: len(pool.students) for cohort, pool in self.pools().items()}

    def size_with(self, cohort: CohortId, students: Collection[PersonId], *, of: Collection[RotationId]) -> int:
        """How many a cohort would have if these students were in some rotations, and all else stayed."""
        others = {person for person, each in self._students() if each.cohort_id == cohort and each.id not in of}
        lost = {each.person for each in self.placements if each.is_lost}
        return len(others.union(students) - lost - self.insiders.get(cohort, frozenset()))

    def readers(self, *, within: timedelta) -> dict[CohortId, Readers]:
        """Who is to read the digest that each cohort has within a while."""
        found: defaultdict[CohortId, set[PersonId]] = defaultdict(set)
        since, until = still_pooled_since(self.today), self.today + within
        for each in self.placements:
            rotation = self.rotations[each.rotation]
            if each.role is Role.PRECEPTOR and rotation.first_day <= until and rotation.last_day >= since:
                found[rotation.cohort_id].add(each.person)
        return {cohort.id: self._readers(found[cohort.id]) for cohort in self.cohorts}

    def placed_in_each(self, role: Role) -> Counter[RotationId]:
        """How many are placed in each rotation."""
        return Counter(each.rotation for each in self.placements if each.role is role)

    def rotations_of_students(self) -> dict[PersonId, tuple[Rotation, ...]]:
        """The rotations of each student that are not over; also of those whom nothing reaches, as things stand."""
        return rotations_of_each(self._students())

    def _students(self) -> Iterator[tuple[PersonId, Rotation]]:
        for each in self.placements:
            rotation = self.rotations[each.rotation]
            if each.role is Role.STUDENT and rotation.last_day >= self.today:
                yield each.person, rotation

    def _readers(self, people: set[PersonId]) -> Readers:
        lost = {each: self.unreachable[each] for each in people if each in self.unreachable}
        return Readers(tuple(sorted(people)), self.confirmed & people, lost)


async def read_rosters(world: World, work: UnitOfWork, *, today: date, since: date) -> Rosters:
    """The rosters on a date, with everybody in rotations that end on `since` or later. However many cohorts there are,
    it takes the same few statements."""
    cohorts, rotations = await work.people.cohorts(), await work.people.rotations()
    placements = await work.people.placements(since=since)
    preceptors = {each.person for each in placements if each.role is Role.PRECEPTOR}
    return Rosters(
        today,
        cohorts,
        {each.id: each for each in rotations},
        placements,
        await _insiders(world, work, cohorts),
        await work.preceptors.confirmed(preceptors),
        await work.preceptors.unreachable(preceptors),
    )


def named(people: Mapping[PersonId, tuple[Rotation, ...]]) -> dict[PersonId, tuple[Rotation, ...]]:
    """Those of some people who did not have everything deleted: nobody knows who the others are."""
    return {person: rotations for person, rotations in people.items() if not is_mark(person)}


async def _insiders(world: World, work: UnitOfWork, cohorts: tuple[Cohort, ...]) -> dict[CohortId, frozenset[PersonId]]:
    """For each cohort the same that `insiders_of` tells for one."""
    placed, set_up = await work.preceptors.ever(), await work.coordinators.ever(world.coordinators)
    return {cohort.id: frozenset(known_as(world, placed.get(cohort.id, frozenset()) | set_up)) for cohort in cohorts}
