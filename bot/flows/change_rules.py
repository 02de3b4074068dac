"""A coordinator changes the rules: voices, times and lines. Whom it concerns is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.audit import AuditEntry, Deed
from bot.domain.errors import PolicyNotYours, PolicyWrong
from bot.domain.people import Cohort, PersonId
from bot.domain.permissions import Action
from bot.domain.policy import holds_from
from bot.domain.rules import (
    BOUNDS,
    Rule,
    Rules,
    RulesChange,
    changes_between,
    differing,
    encode,
    read_rules,
    rules_of,
    under,
    written,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.rules import NewsOfRules
from bot.flows.steps import program_in, roster_size, still_digesting
from bot.flows.who_may import require_in
from bot.logs import log

Typed = dict[Rule, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with which of the rules that somebody typed."""

    problems: dict[Rule, PolicyWrong]


@dataclass(frozen=True, slots=True)
class OpenRules:
    """The rules that hold now, and which of them somebody may change; the others they may only read."""

    rules: Rules
    changeable: frozenset[Rule]


@dataclass(frozen=True, slots=True)
class Meanwhile(OpenRules):
    """Somebody has changed the rules since a form was opened: these hold now."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a change of the rules would mean: `students` is how many the rosters count now or later whom it concerns,
    and `too_small` names the cohorts whose rosters could show nothing under it."""

    change: RulesChange
    students: int
    too_small: tuple[str, ...]


async def open_rules(world: World, person: PersonId, *, at: datetime) -> OpenRules:
    """The rules that hold now. Raises NotACoordinator."""
    async with world.open_work() as work:
        changeable = await _changeable(world, work, person, at=at)
        return OpenRules(rules_of(await program_in(world, work)), changeable)


async def weigh_rules(
    world: World, person: PersonId, typed: Typed, *, seen: str, at: datetime
) -> Weighed | Wrong | Meanwhile:
    """What it would mean to change the rules so, and nothing is changed by asking. `seen` is the edition that a form
    was opened with. Raises NotACoordinator and PolicyNotYours."""
    async with world.open_work() as work:
        return await _weigh(world, work, person, typed, seen=seen, at=at)


async def change_rules(
    world: World, person: PersonId, typed: Typed, *, seen: str, at: datetime
) -> Weighed | Wrong | Meanwhile:
    """Change the rules and note that students are to be told, in one transaction; a second time changes nothing.
    Returns what was changed, or why nothing was. Raises NotACoordinator and PolicyNotYours."""
    async with world.open_work() as work:
        # Digests that are being made end first, and none is made until this is over.
        await work.program.take()
        weighed = await _weigh(world, work, person, typed, seen=seen, at=at)
        if isinstance(weighed, Weighed) and not weighed.change.is_none:
            await _save(world, work, person, weighed.change, at=at)
            program = await program_in(world, work)
            await work.commit()
            world.program = program
            log("rules_changed", number=len(differing(weighed.change.before, weighed.change.after)))
    return weighed


async def _weigh(
    world: World, work: UnitOfWork, person: PersonId, typed: Typed, *, seen: str, at: datetime
) -> Weighed | Wrong | Meanwhile:
    changeable = await _changeable(world, work, person, at=at)
    if not typed.keys() <= changeable:
        raise PolicyNotYours
    program = await program_in(world, work)
    now = rules_of(program)
    after = read_rules(typed, now=now)
    if isinstance(after, Rules) and after == now:
        # What is pressed a second time is done already.
        return Weighed(RulesChange(now, now, at), 0, ())
    if now.edition != seen:
        return Meanwhile(now, changeable)
    if not isinstance(after, Rules):
        return Wrong(after)
    rosters = await _rosters(world, work, at=at)
    if (too_many := _too_many(rosters, now, after)) is not None:
        return Wrong({Rule.VOICES: too_many})
    since = holds_from(await work.policies.changes(), under(after, program).policy, at=at)
    too_small = tuple(cohort.name for cohort, students in rosters if students < after.smallest_group + SPARE_STUDENTS)
    return Weighed(RulesChange(now, after, since), sum(students for _, students in rosters), too_small)


async def _changeable(world: World, work: UnitOfWork, person: PersonId, *, at: datetime) -> frozenset[Rule]:
    """What somebody may change: whoever reads digests may see to the lines, as the desk asks them to."""
    await require_in(world, work, person, Action.CHANGE_LINES, at=at)
    try:
        await require_in(world, work, person, Action.CHANGE_POLICY, at=at)
    except PolicyNotYours:
        return frozenset(set(Rule) - BOUNDS.keys())
    return frozenset(Rule)


async def _rosters(world: World, work: UnitOfWork, *, at: datetime) -> list[tuple[Cohort, int]]:
    """Every cohort that digests, with how many students its roster has now or later."""
    return [
        (cohort, await roster_size(world, work, cohort.id, since=at.astimezone(cohort.zone).date()))
        for cohort in await still_digesting(work, at=at)
    ]


def _too_many(rosters: Sequence[tuple[Cohort, int]], now: Rules, after: Rules) -> PolicyWrong | None:
    """Why so many voices can't be asked for: a cohort that has enough students now would not have any more."""
    if after.smallest_group <= now.smallest_group:
        return None
    enough = [each for each in rosters if each[1] >= now.smallest_group + SPARE_STUDENTS]
    smallest = min(enough, key=lambda each: each[1], default=None)
    if smallest is None or smallest[1] >= after.smallest_group + SPARE_STUDENTS:
        return None
    cohort, students = smallest
    problem = (
        f"{cohort.name} has {students} students on its roster, and a digest needs {SPARE_STUDENTS} more than voices"
    )
    most = students - SPARE_STUDENTS
    write = f"Write {most} or fewer" if most > now.smallest_group else f"Leave it at {most}"
    return PolicyWrong(problem=problem, write=f"{write}, or pool {cohort.name} with another cohort first")


async def _save(world: World, work: UnitOfWork, person: PersonId, change: RulesChange, *, at: datetime) -> None:
    texts = written(change.after)
    await work.program.put_rules({rule: texts[rule] for rule in differing(change.before, change.after)}, at=at)
    before, after = (under(rules, world.written).policy for rules in (change.before, change.after))
    if after != before:
        await work.policies.note(after, at=change.holds_from)
    changes = changes_between(change.before, change.after)
    subject = ", ".join(each.what for each in changes)
    await work.audit.note(AuditEntry(at, person, Deed.POLICY_CHANGED, subject, changes))
    # Thousands may have to be told, and somebody waits for this press.
    await work.program.put_news(NewsOfRules(at, encode(change)))
