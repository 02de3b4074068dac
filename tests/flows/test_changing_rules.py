"""A coordinator changes the rules while other processes go on with what they learned last."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.calendar import Hours
from bot.domain.errors import NotACoordinator, PolicyNotYours
from bot.domain.outbox import Kind, OutboxMessage, State
from bot.domain.people import Pace, PersonId, RotationId
from bot.domain.policy import TOLD_FIRST
from bot.domain.program import SupportLine
from bot.domain.rules import Rule, rules_of, typed_lines
from bot.domain.set_up import Draft
from bot.flows.apply_roster import apply_roster
from bot.flows.change_rules import Meanwhile, OpenRules, Weighed, Wrong, change_rules, open_rules, weigh_rules
from bot.flows.note_policy import note_policy
from bot.flows.ports import UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from bot.flows.records.rules import NewsOfRules
from bot.flows.set_pace import leave, start
from bot.flows.set_up.outcomes import Done
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.flows.steps import renew_program
from bot.flows.take_break import pause
from bot.flows.tell_of_rules import tell_of_rules
from bot.storage.program_records import ProgramRecords
from bot.wiring.bot import make_ear
from tests.beginnings import remembered
from tests.databases import OpenDatabase
from tests.fakes import FakeClock, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DR_KIM,
    EIGHT,
    HANA,
    JO,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver,
    everybody_starts,
    place,
    roster,
)

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
NOON = at(MONDAY, "12:00")


@pytest.fixture
def desk(world: World) -> World:
    """The process that Jo's clicks reach."""
    return replace(world, coordinators=frozenset({JO}))


@pytest.fixture
def elsewhere(another_database: OpenDatabase, desk: World) -> World:
    """Another process with the same files, which nobody has told of any change."""
    return replace(desk, open_work=another_database().open_work)


@remembered
async def eight(world: World, *, answering: tuple[PersonId, ...], messenger: FakeMessenger) -> None:
    """Bedside starts on Monday morning, eight students do, and some answer Monday's question."""
    async with world.open_work() as work:
        await note_policy(world, work, at=at(MONDAY, "05:00"))
        await work.commit()
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in answering:
        await answer(world, student)


async def set_rule(
    world: World, rule: Rule, text: object, *, when: datetime = NOON, by: PersonId = JO
) -> Weighed | Wrong | Meanwhile:
    """Somebody opens the form, changes one rule and saves it at once."""
    found = await open_rules(world, by, at=when)
    return await change_rules(world, by, {rule: str(text)}, seen=found.rules.edition, at=when)


async def is_used(world: World, student: PersonId = ALICE, *, on: date = MONDAY) -> bool:
    async with world.open_work() as work:
        reply = await work.replies.get(student, on)
    assert reply is not None
    return reply.spent


async def told(world: World) -> list[OutboxMessage]:
    await tell_of_rules(world)
    async with world.open_work() as work:
        messages = await work.outbox.listed(list(State), limit=500)
    return [each for each in messages if each.planned.kind is Kind.RULES]


async def noted(world: World) -> list[AuditEntry]:
    async with world.open_work() as work:
        entries = await work.audit.newest(skip=0, limit=9)
    return [each for each in entries if each.deed is Deed.POLICY_CHANGED]


async def test_a_stricter_rule_holds_at_once_in_a_process_that_has_not_heard_of_it(
    desk: World, elsewhere: World, messenger: FakeMessenger
) -> None:
    await eight(desk, answering=EIGHT[:5], messenger=messenger)
    assert isinstance(await set_rule(desk, Rule.VOICES, 6, when=at(NEXT_MONDAY, "06:59")), Weighed)
    assert elsewhere.program.smallest_group == 5
    assert await publish_digests(elsewhere, at=at(NEXT_MONDAY, "07:00")) == 1
    assert not await is_used(desk)


async def test_a_looser_rule_never_reaches_back_from_any_process(
    desk: World, elsewhere: World, messenger: FakeMessenger
) -> None:
    await set_rule(desk, Rule.VOICES, 6, when=at(MONDAY, "04:00"))
    await eight(desk, answering=EIGHT[:5], messenger=messenger)
    await set_rule(desk, Rule.VOICES, 4, when=at(MONDAY + DAY, "05:00"))
    await renew_program(elsewhere)
    assert elsewhere.program.smallest_group == 4
    await publish_digests(elsewhere, at=at(NEXT_MONDAY, "07:00"))
    assert not await is_used(desk)


@pytest.mark.parametrize(("saved", "released"), [(TOLD_FIRST - timedelta(seconds=1), False), (TOLD_FIRST, True)])
async def test_a_looser_rule_holds_for_what_is_written_when_everybody_was_told(
    desk: World, elsewhere: World, messenger: FakeMessenger, saved: timedelta, *, released: bool
) -> None:
    """A form that was opened before the change promises what held then, and may be sent hours later."""
    await eight(desk, answering=(), messenger=messenger)
    await set_rule(desk, Rule.VOICES, 4, when=at(MONDAY, "18:00"))
    for student in EIGHT[:4]:
        await answer(elsewhere, student, when=at(MONDAY, "18:00") + saved)
    await publish_digests(elsewhere, at=at(NEXT_MONDAY, "07:00"))
    assert await is_used(desk) is released


async def test_loosening_in_two_steps_around_a_stricter_one_takes_nothing_back(
    desk: World, messenger: FakeMessenger
) -> None:
    """A stricter rule that is decided while a looser one waits to hold is promised to whoever writes under it."""
    await eight(desk, answering=(), messenger=messenger)
    await set_rule(desk, Rule.VOICES, 4, when=at(MONDAY, "10:00"))
    await set_rule(desk, Rule.VOICES, 6, when=at(MONDAY, "11:00"))
    for student in EIGHT[:5]:
        await answer(desk, student, when=at(MONDAY + DAY, "18:00"))
    await set_rule(desk, Rule.VOICES, 4, when=at(MONDAY + DAY, "19:00"))
    await publish_digests(desk, at=at(NEXT_MONDAY, "07:00"))
    assert not await is_used(desk)


async def test_a_change_waits_for_a_digest_that_is_being_made_and_none_begins_before_it_is_done(
    desk: World, elsewhere: World, messenger: FakeMessenger
) -> None:
    """So no digest is made by a rule that was over before anybody could read it."""
    await eight(desk, answering=EIGHT[:5], messenger=messenger)
    begun, go_on = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def slow_to_commit() -> AsyncIterator[UnitOfWork]:
        async with elsewhere.open_work() as work:
            commit = work.commit_and_erase

            async def later() -> None:
                begun.set()
                await go_on.wait()
                await commit()

            work.commit_and_erase = later  # type: ignore[method-assign]
            yield work

    slow = replace(elsewhere, open_work=slow_to_commit)
    publishing = asyncio.create_task(publish_digests(slow, at=at(NEXT_MONDAY, "07:00")))
    await begun.wait()
    changing = asyncio.create_task(set_rule(desk, Rule.VOICES, 6, when=at(NEXT_MONDAY, "07:00")))
    done, _ = await asyncio.wait({changing}, timeout=0.2)
    assert not done
    go_on.set()
    assert isinstance(await changing, Weighed)
    assert await publishing == 1
    assert await is_used(desk)


async def test_loosening_the_hours_to_think_again_lets_no_newcomer_hide_anybody(
    desk: World, messenger: FakeMessenger
) -> None:
    """Six are placed and five answer; two accounts that come in the night before could have written nothing yet that
    a digest may use, whatever the rule says now."""
    await place(desk, EIGHT[:6])
    await everybody_starts(desk, EIGHT[:6])
    await asked(desk, messenger)
    async with desk.open_work() as work:
        await note_policy(desk, work, at=at(MONDAY, "05:00"))
        await work.commit()
    for student in EIGHT[:5]:
        await answer(desk, student)
    sunday = NEXT_MONDAY - DAY
    await set_rule(desk, Rule.SETTLE, 1, when=at(sunday, "21:00"))
    await apply_roster(desk, roster([*EIGHT[:6], HANA, MALLORY]), at=at(sunday, "22:00"))
    await publish_digests(desk, at=at(NEXT_MONDAY, "07:00"))
    assert not await is_used(desk)


async def test_a_change_is_told_once_to_those_who_started_and_not_to_who_left(
    desk: World, elsewhere: World, messenger: FakeMessenger
) -> None:
    await place(desk)
    await everybody_starts(desk, EIGHT[:4])
    await leave(desk, BOB, at=at(MONDAY, "08:00"))
    edition = rules_of(desk.program).edition
    for world in (desk, elsewhere, desk):
        found = await change_rules(world, JO, {Rule.VOICES: "6"}, seen=edition, at=NOON)
        assert isinstance(found, Weighed), "a second press is the same change"
    assert {each.planned.student for each in await told(desk)} == {ALICE, CAROL, EIGHT[3]}
    await deliver(elsewhere, messenger, when=NOON + timedelta(minutes=1))
    texts = [saying for message, saying in messenger.accepted if message.planned.kind is Kind.RULES]
    assert len(texts) == 3
    (entry,) = await noted(desk)
    assert (entry.by, entry.deed) == (JO, Deed.POLICY_CHANGED)
    assert entry.changes == (Change("voices a digest needs", "5", "6"),)


async def test_who_is_on_a_pause_is_told_when_it_ends_and_nobody_is_told_at_night(
    desk: World, messenger: FakeMessenger
) -> None:
    await place(desk)
    await everybody_starts(desk, EIGHT[:2])
    await set_rule(desk, Rule.VOICES, 6, when=at(MONDAY, "22:00"))
    assert len(await told(desk)) == 2
    await pause(desk, ALICE, MONDAY + 3 * DAY, at=at(MONDAY, "22:10"))
    for when in (at(MONDAY, "22:30"), at(MONDAY + DAY, "06:30"), at(MONDAY + 3 * DAY, "06:30")):
        await deliver(desk, messenger, when=when)
    sent = [
        (message.planned.student, message.planned.send_at)
        for message, _ in messenger.accepted
        if message.planned.kind is Kind.RULES
    ]
    assert [student for student, _ in sent] == [BOB, ALICE]
    assert sent[1][1] == at(MONDAY + 3 * DAY, "06:00")


async def test_news_keep_the_hours_of_a_rotation_and_wait_for_the_longest_pause(desk: World) -> None:
    await place(desk)
    await everybody_starts(desk, EIGHT[:2])
    there = (await rotation_form(desk, RotationId(1), at=NOON)).draft.rotation
    late = replace(there, hours=Hours(time(9), time(20)), reminder_at=time(9, 30), last_day=MONDAY + 60 * DAY)
    assert isinstance(await save_rotation(desk, Draft(late), by=JO, at=NOON), Done)
    await pause(desk, ALICE, MONDAY + 40 * DAY, at=NOON)
    await set_rule(desk, Rule.VOICES, 6, when=at(MONDAY, "22:00"))
    planned = {each.planned.student: each.planned for each in await told(desk)}
    assert planned[BOB].send_at == at(MONDAY + DAY, "09:00")
    assert planned[ALICE].send_at < planned[ALICE].too_late_at


async def test_only_coordinators_change_rules_and_none_who_teaches_in_a_cohort_that_has_digests(desk: World) -> None:
    await place(desk)
    both = replace(desk, coordinators=frozenset({JO, DR_KIM}))
    for somebody in (ALICE, MALLORY):
        with pytest.raises(NotACoordinator):
            await open_rules(desk, somebody, at=NOON)
    for when in (NOON, at(MONDAY + 5 * WEEK, "12:00")):
        with pytest.raises(PolicyNotYours):
            await change_rules(both, DR_KIM, {Rule.VOICES: "4"}, seen=rules_of(desk.program).edition, at=when)
    # She reads them, and sees to the lines that the desk asks for: they show nothing of anybody.
    lines = {Rule.SUPPORT, Rule.ROUTES}
    assert await open_rules(both, DR_KIM, at=NOON) == OpenRules(rules_of(desk.program), frozenset(lines))
    assert isinstance(await set_rule(both, Rule.ROUTES, "Dean of students: Call 555-0100", by=DR_KIM), Weighed)
    later = await open_rules(both, DR_KIM, at=at(MONDAY + 7 * WEEK, "12:00"))
    assert later == OpenRules(rules_of(both.program), frozenset(Rule))


@pytest.mark.parametrize(("voices", "fits"), [(6, True), (7, False)])
async def test_no_more_voices_than_the_roster_less_two(desk: World, voices: int, *, fits: bool) -> None:
    await place(desk)
    found = await set_rule(desk, Rule.VOICES, voices)
    if fits:
        assert isinstance(found, Weighed)
        return
    assert isinstance(found, Wrong)
    (problem,) = found.problems.values()
    assert "Medicine has 8 students on its roster" in str(problem)
    assert "Write 6 or fewer" in str(problem)
    assert await told(desk) == []
    assert await noted(desk) == []


async def test_of_two_coordinators_at_once_the_second_is_told_what_holds_now_and_changes_nothing(
    desk: World, elsewhere: World
) -> None:
    edition = (await open_rules(desk, JO, at=NOON)).rules.edition
    one, other = await asyncio.gather(
        change_rules(desk, JO, {Rule.SETTLE: "24"}, seen=edition, at=NOON),
        change_rules(elsewhere, JO, {Rule.VOICES: "7"}, seen=edition, at=NOON),
    )
    assert {type(one), type(other)} == {Weighed, Meanwhile}
    meanwhile = one if isinstance(one, Meanwhile) else other
    assert isinstance(meanwhile, Meanwhile)
    await renew_program(desk)
    assert meanwhile.rules == rules_of(desk.program)
    assert len(await noted(desk)) == 1


async def test_weighing_changes_nothing_and_says_whom_it_concerns_by_the_roster(desk: World) -> None:
    await place(desk)
    for student in EIGHT[:3]:
        await start(desk, student, Pace.EVERY_DAY, at=NOON)
    edition = (await open_rules(desk, JO, at=NOON)).rules.edition
    weighed = await weigh_rules(desk, JO, {Rule.CARRY_OVER: "2"}, seen=edition, at=NOON)
    assert isinstance(weighed, Weighed)
    assert (weighed.students, weighed.too_small) == (8, ())
    assert rules_of(desk.program) == (await open_rules(desk, JO, at=NOON)).rules


async def test_lines_that_were_typed_stand_in_every_process_and_the_others_stay_as_the_file_has_them(
    desk: World, elsewhere: World
) -> None:
    line = SupportLine("Student wellness office", "Call 555-0100", school=True)
    typed = f"{typed_lines(desk.program.support_lines)}\n{line.name}: {line.contact}\n\n"
    await set_rule(desk, Rule.SUPPORT, typed)
    await renew_program(elsewhere)
    assert elsewhere.program.support_lines == (*desk.written.support_lines, line)
    assert desk.program == elsewhere.program
    assert elsewhere.program.policy == desk.written.policy
    async with desk.open_work() as work:
        assert await work.policies.changes() == ()


async def test_telling_goes_on_where_it_was_cut_off_and_tells_nobody_twice(
    desk: World, elsewhere: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flows.tell_of_rules.PAGE", 3)
    await place(desk)
    await everybody_starts(desk)
    await set_rule(desk, Rule.VOICES, 6)
    await set_rule(desk, Rule.SETTLE, 24, when=NOON + timedelta(minutes=1))
    assert await tell_of_rules(desk, pages=2) == 6
    # A second worker, and one that comes too late.
    assert await tell_of_rules(elsewhere) == 10
    assert await tell_of_rules(desk) == 0
    assert len({each.planned.dedupe_key for each in await told(desk)}) == 16


async def test_each_change_is_told_once_in_whatever_zone_it_was_decided(desk: World, elsewhere: World) -> None:
    await place(desk)
    await everybody_starts(desk, [ALICE])
    new_york = NOON.astimezone(ZoneInfo("America/New_York"))
    for minutes, (rule, text) in enumerate([(Rule.VOICES, 6), (Rule.RETENTION, 60)]):
        await set_rule(desk, rule, text, when=new_york + timedelta(minutes=minutes))
        assert await tell_of_rules(elsewhere) == 1
    async with desk.open_work() as work:
        assert await work.program.news() == ()


async def test_a_beat_ends_and_tells_of_the_next_change_where_the_first_one_stays_on_the_list(
    desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def keep(_records: ProgramRecords, _news: NewsOfRules) -> None:
        """As a database that has lost it in between."""

    await place(desk)
    await everybody_starts(desk, [ALICE])
    await set_rule(desk, Rule.VOICES, 6)
    await set_rule(desk, Rule.RETENTION, 60, when=NOON + timedelta(minutes=1))
    monkeypatch.setattr(ProgramRecords, "drop_news", keep)
    assert await tell_of_rules(desk) == 2
    assert len({each.planned.dedupe_key for each in await told(desk)}) == 2


async def test_a_process_that_only_listens_goes_by_it_too(desk: World, elsewhere: World) -> None:
    await set_rule(desk, Rule.VOICES, 6)
    await make_ear(elsewhere, clock=FakeClock(NOON)).beat_all()
    assert elsewhere.program == desk.program
