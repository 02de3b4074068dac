"""What a person is here at present, and whether they may do something."""

from datetime import date, datetime

from bot.domain.anonymity import pooled_until
from bot.domain.errors import NotACoordinator, NotAPreceptor, PolicyNotYours
from bot.domain.people import PersonId
from bot.domain.permissions import MAY, MAY_NOT, Action, Party, may
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import coordinators_of


async def require(world: World, person: PersonId, action: Action, *, at: datetime) -> None:
    """Return where a person may do something that the flow does not look to by itself, as the database knows them at
    this moment. Raises NotAPreceptor, NotACoordinator or PolicyNotYours."""
    async with world.open_work() as work:
        await require_in(world, work, person, action, at=at)


async def require_in(world: World, work: UnitOfWork, person: PersonId, action: Action, *, at: datetime) -> None:
    """The same within the transaction that does it."""
    parties = await _parties(world, work, person, action, at=at)
    if may(parties, action):
        return
    if Party.COORDINATOR not in MAY[action]:
        raise NotAPreceptor
    raise PolicyNotYours if Party.COORDINATOR in parties else NotACoordinator


async def _parties(
    world: World, work: UnitOfWork, person: PersonId, action: Action, *, at: datetime
) -> frozenset[Party]:
    """What a person is, as far as it matters for this action."""
    asked = MAY[action] | MAY_NOT.get(action, frozenset())
    found = set[Party]()
    if Party.COORDINATOR in asked and person in await coordinators_of(world, work):
        found.add(Party.COORDINATOR)
    if Party.PRECEPTOR in asked and await work.people.is_preceptor(person):
        found.add(Party.PRECEPTOR)
    if Party.READER in asked and await _reads_digests(work, person, on=at.date()):
        found.add(Party.READER)
    return frozenset(found)


async def _reads_digests(work: UnitOfWork, person: PersonId, *, on: date) -> bool:
    """Whether somebody was ever a preceptor in a cohort that a digest is still to come for: whoever was is still in its
    channel, also who was taken off, or took themselves off to come back later."""
    taught = await work.preceptors.ever_taught(person)
    pools = await work.people.pools(taught) if taught else {}
    return any(pooled_until(pool.last_day) >= on for pool in pools.values())
