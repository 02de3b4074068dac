"""What coordinators set up, who coordinates, and what each of them did."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.audit import AuditEntry
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.flows.records.people import Placement


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
