"""Coordinators change the rules in one process, students write, and another process that heard of nothing makes the
digest: nobody's words come among fewer voices than were promised."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.people import PersonId
from bot.domain.policy import TOLD_FIRST
from bot.domain.rules import Rule
from bot.flows.change_rules import Weighed, change_rules, open_rules
from bot.flows.note_policy import note_policy
from bot.flows.ports import UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from tests.examples import examples
from tests.fakes import FakeMessenger
from tests.stories import EIGHT, JO, MONDAY, NEXT_MONDAY, answer, asked, at, everybody_starts, place

HOUR = timedelta(hours=1)
BEGINNING = at(MONDAY, "18:00")
LAST_HOURS = 144
"""Until Sunday evening: what is written then may still rest for twelve hours before Monday's digest."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody asks for so many voices, so many hours after the question."""

    hours: int
    voices: int


hours = st.integers(0, LAST_HOURS)
decisions = st.lists(st.builds(Decision, hours, st.integers(4, 6)), max_size=5)
answers = st.dictionaries(st.sampled_from(EIGHT), hours, min_size=4)


@pytest.fixture
async def started(world: World, messenger: FakeMessenger) -> World:
    """Eight students are placed and start, and get Monday's question."""
    async with world.open_work() as work:
        await note_policy(world, work, at=at(MONDAY, "05:00"))
        await work.commit()
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    return world


@given(decisions, answers)
@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_words_come_among_fewer_voices_than_promised(
    started: World, made: list[Decision], written: dict[PersonId, int]
) -> None:
    async with _undone(started) as world:
        desk = replace(world, coordinators=frozenset({JO}))
        steps: list[Decision | tuple[PersonId, int]] = [*made, *written.items()]
        decided = [Decision(-1000, world.program.smallest_group)]
        for each in sorted(steps, key=_when):
            if isinstance(each, Decision):
                decided += [each] if await _decide(desk, each) else []
            else:
                await answer(world, each[0], when=BEGINNING + each[1] * HOUR)
        # This process still goes by what its files said when it began.
        await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
        used = [student for student in written if await _is_used(world, student)]
        assert all(len(used) >= _promised(decided, written[student]) for student in used)


def _when(step: Decision | tuple[PersonId, int]) -> int:
    return step.hours if isinstance(step, Decision) else step[1]


async def _decide(desk: World, decision: Decision) -> bool:
    when = BEGINNING + decision.hours * HOUR
    edition = (await open_rules(desk, JO, at=when)).rules.edition
    found = await change_rules(desk, JO, {Rule.VOICES: str(decision.voices)}, seen=edition, at=when)
    return isinstance(found, Weighed)


def _promised(decided: list[Decision], written: int) -> int:
    """The most that anybody said from when a form may have been opened until the digest."""
    opened = written - TOLD_FIRST // HOUR
    earlier = [each.voices for each in decided if each.hours <= opened]
    later = [each.voices for each in decided if each.hours > opened]
    return max([*earlier[-1:], *later])


async def _is_used(world: World, student: PersonId) -> bool:
    async with world.open_work() as work:
        reply = await work.replies.get(student, MONDAY)
    assert reply is not None
    return reply.spent


@asynccontextmanager
async def _undone(world: World) -> AsyncIterator[World]:
    """The same world, in which everything is one transaction that is rolled back: so each example begins anew."""
    async with world.open_work() as work:
        for name in ("commit", "commit_and_erase"):
            setattr(work, name, _keep_open)
        yield replace(world, open_work=partial(_same, work))


@asynccontextmanager
async def _same(work: UnitOfWork) -> AsyncIterator[UnitOfWork]:
    yield work


async def _keep_open() -> None:
    """Where a commit would end the transaction."""
