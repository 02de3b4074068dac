"""A coordinator copies a cohort's last block to the next one: all of its rotations, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import (
    RotationGone,
)
from bot.domain.people import CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import (
    Draft,
    Effects,
    beside_last_block,
    copied_block,
    last_block,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.set_up.carrying_out import done_already, effects_of, entry_for, write
from bot.flows.set_up.moves import Plan
from bot.flows.set_up.outcomes import Clash, Done, Refused
from bot.flows.set_up.planning import cohort_names, plan_for, rotation_there
from bot.flows.steps import follow_set_up, lock_students, tried_twice
from bot.flows.who_may import require_in


@dataclass(frozen=True, slots=True)
class Block:
    """The next block of a cohort: copies of some rotations, and who of them stays together. `editions` are those in
    which the rotations were looked at; empty where they were not."""

    cohort: CohortId
    copied: tuple[RotationId, ...]
    roles: frozenset[Role]
    editions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighedBlock:
    """What the next block would be, as many students as it would have, and what is planned for them. `is_other` where
    somebody has changed one of the rotations since it was looked at. `left_out` are those of the cohort that ended
    lately, but before its last week."""

    block: Block
    cohort: str
    rotations: tuple[Rotation, ...]
    students: int
    effects: Effects
    is_other: bool = False
    left_out: tuple[Rotation, ...] = ()


async def next_block(world: World, cohort: CohortId, *, at: datetime) -> WeighedBlock | Clash | Refused:
    """The block after a cohort's last one, with its preceptors. Raises RotationGone where there is none."""
    async with world.open_work() as work:
        last = last_block(await work.people.rotations_in(cohort))
    block = Block(cohort, tuple(each.id for each in last), frozenset({Role.PRECEPTOR}))
    return await weigh_block(world, block, at=at)


async def weigh_block(world: World, block: Block, *, at: datetime) -> WeighedBlock | Clash | Refused:
    """What a block would be, or what stands in its way. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        planned = await _block_plans(world, work, block, at=at)
        return await _weighed_block(world, work, block, planned, at=at) if isinstance(planned, list) else planned


async def _weighed_block(
    world: World, work: UnitOfWork, block: Block, planned: Sequence[tuple[Draft, Plan]], *, at: datetime
) -> WeighedBlock:
    names, plans = await cohort_names(work), [plan for _, plan in planned]
    editions, there = await _editions(work, block), await work.people.rotations_in(block.cohort)
    return WeighedBlock(
        block=replace(block, editions=editions),
        cohort=names[block.cohort],
        rotations=tuple(plan.after for plan in plans if plan.after is not None),
        students=sum(len(plan.people.joining) for plan in plans),
        effects=sum((effects_of(world, plan, at=at) for plan in plans), Effects()),
        is_other=block.editions not in ((), editions),
        left_out=beside_last_block([each for each in there if each.id in block.copied], there),
    )


async def _editions(work: UnitOfWork, block: Block) -> tuple[int, ...]:
    return tuple([(await rotation_there(work, each)).edition for each in block.copied])


@tried_twice
async def save_block(
    world: World, block: Block, *, by: PersonId, at: datetime
) -> Done | WeighedBlock | Clash | Refused:
    """Make all rotations of a block, or none of them; what is there already from a first time stays. Where it would be
    another block than the one that was looked at, that is returned. Raises RotationGone and NotACoordinator."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        await lock_students(work, (), block.copied)
        planned = await _block_plans(world, work, block, at=at)
        if not isinstance(planned, list):
            return planned
        if planned and block.editions not in ((), await _editions(work, block)):
            return await _weighed_block(world, work, block, planned, at=at)
        for draft, plan in planned:
            await write(work, plan, at=at)
            await work.audit.note(await entry_for(world, work, draft, plan, by=by, at=at))
            await follow_set_up(world, work, plan.people.joining, at=at)
        await work.commit()
    return Done(block.copied[0])


async def _block_plans(
    world: World, work: UnitOfWork, block: Block, *, at: datetime
) -> list[tuple[Draft, Plan]] | Clash | Refused:
    """What is to be written of a block. A copy that is there already, as it would be, is left out."""
    found = []
    copies = copied_block([await rotation_there(work, rotation) for rotation in block.copied])
    for rotation, copy in zip(block.copied, copies, strict=True):
        draft = Draft(copy, copied_from=rotation, copied=block.roles)
        plan = None if await done_already(world, work, draft) else await plan_for(world, work, draft, at=at)
        if isinstance(plan, Clash | Refused):
            return plan
        if isinstance(plan, Plan):
            found.append((draft, plan))
    if not block.copied:
        raise RotationGone
    return found
