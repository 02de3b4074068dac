"""A coordinator removes a cohort in which nobody ever was: it is asked first, and then done."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import AuditEntry, Deed
from bot.domain.errors import CohortHasRotations, CohortInUse, RotationGone, SetUpRefused
from bot.domain.people import Cohort, CohortId, PersonId
from bot.domain.permissions import Action
from bot.domain.set_up import Field
from bot.flows.ports import UnitOfWork, World
from bot.flows.set_up.cohort import CohortRefused
from bot.flows.steps import tried_twice
from bot.flows.who_may import require_in


@dataclass(frozen=True, slots=True)
class CohortRemoval:
    """A cohort that can be removed, as it was looked at."""

    cohort: Cohort


@dataclass(frozen=True, slots=True)
class CohortRemoved:
    """It is not there any more."""


async def weigh_removal(world: World, cohort: CohortId) -> CohortRemoval | CohortRefused:
    """Whether a cohort can be removed, or why not. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        found = await _there(work, cohort)
        if found is None:
            raise RotationGone
        return await _weighed(work, found)


@tried_twice
async def remove_cohort(
    world: World, cohort: CohortId, *, edition: int, by: PersonId, at: datetime
) -> CohortRemoved | CohortRemoval | CohortRefused:
    """Remove a cohort; a second time changes nothing. Where it has changed since it was looked at in that edition, it
    is shown as it is now."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        found = await _there(work, cohort)
        if found is None:
            return CohortRemoved()
        weighed = await _weighed(work, found)
        if isinstance(weighed, CohortRefused) or found.edition != edition:
            return weighed
        await work.set_up.remove_cohort(found.id)
        await work.audit.note(AuditEntry(at, by, Deed.COHORT_REMOVED, found.name))
        await work.commit()
    return CohortRemoved()


async def _there(work: UnitOfWork, cohort: CohortId) -> Cohort | None:
    return (await work.people.cohorts_among([cohort])).get(cohort)


async def _weighed(work: UnitOfWork, cohort: Cohort) -> CohortRemoval | CohortRefused:
    why: SetUpRefused | None = None
    if await work.people.rotations_in(cohort.id):
        why = CohortHasRotations(cohort=cohort.name)
    elif await work.set_up.is_used(cohort.id):
        why = CohortInUse(cohort=cohort.name)
    return CohortRefused({Field.NAME: why}) if why else CohortRemoval(cohort)
