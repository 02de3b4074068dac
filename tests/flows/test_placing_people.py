"""A roster is looked at, its people are found, and it is applied as a whole; the same file twice changes nothing."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.audit import AuditEntry, Deed
from bot.domain.calendar import Hours
from bot.domain.errors import AppShutOut, BedsideError, PersonRefused, RosterMoved, RosterRefused
from bot.domain.outbox import Kind, State
from bot.domain.people import PersonId, Rotation
from bot.domain.reply import Sharing
from bot.domain.roster import Found, Member, RosterChanges, Trouble, changes_in_words, draft_roster, fingerprint_of
from bot.domain.set_up import Draft, Effects
from bot.flows.apply_roster import Roster, apply_roster, effects_of_roster, preview_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.find_people import find_channels, find_people
from bot.flows.forget_people import forget_people
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.set_up.outcomes import Done
from bot.flows.set_up.rotation import save_rotation
from bot.storage.database import Database
from bot.storage.tables import outbox, placements
from tests.fakes import FakeMembership, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DEV,
    DR_KIM,
    EIGHT,
    ESI,
    JO,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    everybody_starts,
    place,
    roster,
)

MORNING = at(MONDAY, "06:30")
NOON = at(MONDAY, "12:00")
WEEK = timedelta(days=7)


@pytest.fixture(name="world")
def with_jo(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}))


async def apply(world: World, text: str, *, remove_missing: bool = False, seen: str = "") -> RosterChanges:
    return await apply_roster(world, Roster(text, remove_missing=remove_missing, seen=seen), at=NOON, by=JO)


async def placed(database: Database) -> int:
    async with database.connect() as connection:
        return (await connection.execute(select(func.count()).select_from(placements))).scalar_one()


async def audit(world: World) -> tuple[AuditEntry, ...]:
    async with world.open_work() as work:
        return await work.audit.newest(skip=0, limit=10)


async def ward(world: World, name: str = "Medicine A") -> Rotation:
    async with world.open_work() as work:
        found = await work.people.rotation_named(name)
    assert found is not None
    return found


async def planned_for(database: Database, person: PersonId) -> int:
    async with database.connect() as connection:
        theirs = (outbox.c.student == person) & (outbox.c.state == State.PENDING)
        prompts = select(func.count()).where(theirs, outbox.c.kind.in_((Kind.REMINDER, Kind.QUESTION)))
        return (await connection.execute(prompts)).scalar_one()


async def test_a_look_changes_nothing_and_says_what_applying_does(world: World, database: Database) -> None:
    looked = await preview_roster(world, Roster(roster()), at=NOON)
    assert await placed(database) == 0
    applied = await apply(world, roster())
    assert await placed(database) == 9
    assert changes_in_words(applied) == changes_in_words(looked)


async def test_the_same_file_twice_changes_nothing_and_is_noted_once(world: World, database: Database) -> None:
    await apply(world, roster())
    again = await apply(world, roster(), remove_missing=True)
    assert again.is_empty
    assert await placed(database) == 9
    (entry,) = await audit(world)
    assert (entry.by, entry.deed, entry.subject) == (JO, Deed.ROSTER_APPLIED, "Medicine")
    assert [str(change.after) for change in entry.changes] == [
        "made",
        f"{MONDAY} to {MONDAY + 25 * WEEK / 7}",
        "8",
        "1",
    ]
    assert not any(person in str(entry) for person in EIGHT)


async def test_only_what_changes_gets_another_edition(world: World) -> None:
    both = f"{roster()}\n{roster([], rotation='Medicine B', first=NEXT_MONDAY).splitlines()[1]}"
    await apply(world, both)
    await apply(world, both.replace("Medicine B,General", "Medicine B,Riverside"))
    assert (await ward(world)).edition == 1
    assert (await ward(world, "Medicine B")).edition == 2


async def test_a_roster_with_one_mistake_changes_nothing_at_all(world: World, database: Database) -> None:
    with pytest.raises(RosterRefused):
        await apply(world, roster().replace(f"preceptor,{DR_KIM}", "preceptor,Dr. Kim"))
    assert await placed(database) == 0
    assert await audit(world) == ()


async def test_who_is_missing_stays_unless_told_otherwise(world: World, database: Database) -> None:
    await apply(world, roster())
    fewer = roster([ALICE, BOB])
    assert (await apply(world, fewer)).stay == 6
    assert await placed(database) == 9
    await apply(world, fewer, remove_missing=True)
    assert await placed(database) == 3


async def test_nothing_more_is_planned_for_who_was_taken_off(world: World, database: Database) -> None:
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=MORNING)
    assert await planned_for(database, ALICE) > 0
    kept = await planned_for(database, BOB)
    await apply_roster(world, Roster(roster(EIGHT[1:]), remove_missing=True), at=MORNING)
    assert await planned_for(database, ALICE) == 0
    assert await planned_for(database, BOB) == kept


async def test_what_a_student_wrote_stays_in_the_cohort_that_they_are_taken_off(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    await answer(world, ALICE, sharing=Sharing.THEMES)
    cohort = (await ward(world)).cohort_id
    surgery = roster([ALICE], rotation="Theatre", first=NEXT_MONDAY).replace("Medicine,", "Surgery,")
    await apply(world, roster(EIGHT[1:]), remove_missing=True)
    await apply(world, surgery.replace(f",preceptor,{DR_KIM}", ",preceptor,U0LEE"))
    async with world.open_work() as work:
        reply = await work.replies.get(ALICE, MONDAY)
    assert reply is not None
    assert reply.cohort_id == cohort


async def test_a_student_moves_between_rotations_of_one_file(world: World) -> None:
    await apply(world, both_wards([ALICE, BOB], [CAROL]))
    moved = await apply(world, both_wards([BOB], [ALICE, CAROL]), remove_missing=True)
    assert moved.moved == (("Medicine A", "Medicine B", 1),)
    async with world.open_work() as work:
        (theirs,) = await work.people.rotations_of(ALICE)
    assert theirs.name == "Medicine B"


async def test_a_student_in_another_rotation_on_the_same_days_is_refused(world: World) -> None:
    await apply(world, roster())
    with pytest.raises(RosterRefused, match="Line 2: this student is in Medicine A on the same days"):
        await apply(world, roster([ALICE], rotation="Theatre"), remove_missing=True)
    await apply(world, roster([ALICE], rotation="Theatre", first=MONDAY + 4 * WEEK))


def both_wards(first: Iterable[str], second: Iterable[str]) -> str:
    return "\n".join([roster(first), *roster(second, rotation="Medicine B").splitlines()[1:]])


async def test_who_had_everything_deleted_changes_no_number(world: World, database: Database) -> None:
    """A coordinator who applies rosters before and after can't tell that somebody had everything deleted."""
    await place(world)
    files = [roster(), roster([*EIGHT, "U0IDA"]), roster(EIGHT[1:]), both_wards(EIGHT[1:], [ALICE])]

    async def shown() -> list[tuple[str, ...]]:
        rosters = [Roster(text, remove_missing=True) for text in files]
        return [changes_in_words(await preview_roster(world, each, at=NOON)) for each in rosters]

    before = await shown()
    await delete_everything(world, ALICE, at=MORNING)
    assert await shown() == before
    await apply(world, files[3], remove_missing=True)
    assert await placed(database) == 10


async def test_the_same_file_changes_nothing_once_marks_have_faded(world: World) -> None:
    await place(world)
    await delete_everything(world, ALICE, at=MORNING)
    later = NOON + 4 * WEEK
    assert await forget_people(world, at=later) == 1
    for students in (EIGHT, EIGHT[:2], [*EIGHT, "U0IDA"]):
        found = await preview_roster(world, Roster(roster(students), remove_missing=True), at=later)
        assert (found.is_empty, found.over) == (True, ("Medicine A",))
    # Nor is anybody in the way of what comes, by where they were.
    for student in (ALICE, BOB):
        text = roster([student], weeks=9, rotation="Theatre")
        assert (await preview_roster(world, Roster(text), at=later)).rotations_made
        text = text.replace(f"preceptor,{DR_KIM}", f"preceptor,{CAROL}")
        assert (await preview_roster(world, Roster(text), at=later)).rotations_made


@pytest.mark.parametrize("student", [ALICE, BOB])
async def test_a_file_makes_no_student_a_preceptor_of_their_cohort(world: World, student: PersonId) -> None:
    await place(world)
    await delete_everything(world, ALICE, at=MORNING)
    text = roster([], first=MONDAY + 4 * WEEK, rotation="Medicine B").replace(DR_KIM, student)
    with pytest.raises(RosterRefused, match="Line 2: this person is a student in Medicine A, of the same cohort"):
        await preview_roster(world, Roster(text), at=NOON)
    text = roster([DR_KIM], first=MONDAY + 4 * WEEK, rotation="Medicine B").replace(
        f"preceptor,{DR_KIM}", "preceptor,U0LEE"
    )
    with pytest.raises(RosterRefused, match="Line 2: this person is a preceptor in Medicine A, of the same cohort"):
        await preview_roster(world, Roster(text), at=NOON)


async def test_what_stands_in_the_way_of_others_is_told_together_with_people_who_are_unknown(world: World) -> None:
    await place(world)
    text = roster([address(11), ALICE], rotation="Theatre")
    found = Found({}, {address(11): Trouble.UNKNOWN})
    with pytest.raises(RosterRefused) as refused:
        await preview_roster(world, Roster(text, found), at=NOON)
    assert [each.partition(".")[0] for each in refused.value.problems] == [
        "Line 2: person is s11@example",
        "Line 3: this student is in Medicine A on the same days",
    ]


def rows(*people: str, rotation: str = "Theatre", first: date = MONDAY) -> list[str]:
    """A roster's lines for students, without its header."""
    return roster(list(people), rotation=rotation, first=first).splitlines()[1 : len(people) + 1]


async def refused_with(world: World, *lines: str, remove_missing: bool = False) -> list[str]:
    text = "\n".join([roster().splitlines()[0], *lines])
    with pytest.raises(RosterRefused) as refused:
        await preview_roster(world, Roster(text, remove_missing=remove_missing), at=NOON)
    return [each.partition(".")[0] for each in refused.value.problems]


async def test_cells_and_conflicts_are_told_in_one_round_from_above(world: World) -> None:
    """Bob is in Medicine A already, and so is Carol, who stands in the file twice."""
    await place(world)
    alice, bob, carol = rows("U0IDA", BOB, CAROL)
    again = rows(CAROL, rotation="Surgery")[0]
    broken = alice.replace(f"{MONDAY}", "soon")
    assert await refused_with(world, bob, broken, carol, again) == [
        "Line 2: this student is in Medicine A on the same days",
        "Line 3: “soon” can't be read as first_day",
        "Line 5: this student is in two rotations on one day (see line 4)",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        # It moves Medicine A, as far as anybody can tell.
        rows(ALICE, rotation="Medicine A")[0].replace(f"{MONDAY}", "in the new year"),
        rows(ALICE, rotation="medicine  A")[0].replace(f"{MONDAY}", "in the new year"),
        # These may be lines of Medicine A.
        rows(ALICE, rotation="")[0],
        rows(ALICE)[0].rpartition(",")[0].rpartition(",")[0],
    ],
)
async def test_nothing_is_said_that_may_only_hold_because_a_line_is_missing(world: World, broken: str) -> None:
    await place(world)
    assert [each.partition(":")[0] for each in await refused_with(world, *rows(BOB), broken)] == ["Line 3"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # Whichever line is right, nobody knows yet which days Theatre has.
        ([*rows("U0IDA"), *rows(BOB, first=NEXT_MONDAY)], {3}),
        # However the cohort is called, Bob is in Medicine A.
        ([*rows(BOB), rows("U0IDA", rotation="Surgery")[0].replace("Medicine,", "medicine,")], {2, 3}),
        # And whichever of Bob's lines goes, Carol is in Medicine A.
        ([*rows(BOB, CAROL), *rows(BOB, rotation="Surgery")], {3, 4}),
    ],
)
async def test_what_two_lines_say_differently_is_put_right_before_it_is_compared(
    world: World, lines: list[str], told: set[int]
) -> None:
    await place(world)
    said = await refused_with(world, *lines)
    assert {int(each.partition(":")[0].removeprefix("Line ")) for each in said} == told


@pytest.mark.parametrize(("rotation", "told"), [("Medicine B", {2, 3}), ("Medicine A", {3})])
async def test_two_roles_in_one_cohort_are_told_as_far_as_its_rotations_are_clear(
    world: World, rotation: str, told: set[int]
) -> None:
    """Dr. Kim teaches in Medicine A, which a line that is wrong may put into another cohort."""
    await place(world)
    lines = rows(DR_KIM, rotation="Medicine B", first=MONDAY + 4 * WEEK)
    broken = rows("U0IDA", rotation=rotation, first=MONDAY + 4 * WEEK)[0].replace("07:00", "early")
    said = await refused_with(world, *lines, broken)
    assert {int(each.partition(":")[0].removeprefix("Line ")) for each in said} == told


async def test_who_is_unknown_is_told_of_a_line_that_is_wrong_elsewhere(world: World) -> None:
    text = roster([address(11)]).replace(f"{MONDAY}", "soon", 1)
    assert draft_roster(text, program=world.program).people == (address(11), DR_KIM)
    with pytest.raises(RosterRefused) as refused:
        await preview_roster(world, Roster(text, Found({}, {address(11): Trouble.UNKNOWN})), at=NOON)
    assert [each.partition(" is ")[0].partition("”")[0] for each in refused.value.problems] == [
        "Line 2: “soon",
        "Line 2: person",
    ]


async def test_own_hours_are_told_of_where_everybody_in_a_rotation_is_unknown(world: World) -> None:
    await place(world)
    late = Draft(replace(await ward(world), hours=Hours(time(7), time(18))))
    assert isinstance(await save_rotation(world, late, by=JO, at=NOON), Done)
    text = roster([address(11)]).replace(DR_KIM, address(12)).replace("17:30", "19:00")
    found = Found({}, {address(11): Trouble.UNKNOWN, address(12): Trouble.UNKNOWN})
    with pytest.raises(RosterRefused, match="Line 2: question_at is not in this rotation's own hours"):
        await preview_roster(world, Roster(text, found), at=NOON)


async def test_what_has_changed_since_it_was_looked_at_is_not_done_blindly(world: World, database: Database) -> None:
    seen = fingerprint_of(await preview_roster(world, Roster(roster()), at=NOON))
    await apply(world, roster([ALICE]))
    with pytest.raises(RosterMoved):
        await apply(world, roster(), seen=seen)
    assert await placed(database) == 2
    seen = fingerprint_of(await preview_roster(world, Roster(roster()), at=NOON))
    assert not (await apply(world, roster(), seen=seen)).is_empty


async def test_two_who_apply_at_once_place_everybody_once(world: World, database: Database) -> None:
    both = await asyncio.gather(apply(world, roster()), apply(world, roster()))
    assert sorted(each.is_empty for each in both) == [False, True]
    assert await placed(database) == 9
    assert len(await audit(world)) == 1


# Finding people


def address(number: int) -> str:
    return f"s{number}@example.edu"


MEMBERS = tuple(Member(PersonId(f"U{number:04}"), address(number)) for number in range(10, 210))


async def test_a_few_people_are_asked_for_one_by_one(world: World) -> None:
    members = FakeMembership(MEMBERS)
    found = await find_people(world, members, [address(11), "U0012", "nobody@example.edu"], at=NOON)
    assert found == Found(
        {address(11): PersonId("U0011"), "U0012": PersonId("U0012")}, {"nobody@example.edu": Trouble.UNKNOWN}
    )
    assert members.asked == [address(11), "U0012", "nobody@example.edu"]


async def test_many_people_are_read_from_the_list_and_the_last_ones_asked_for(world: World) -> None:
    wanted = [address(number) for number in range(10, 210)]
    members = FakeMembership(MEMBERS)
    told: list[tuple[int, int]] = []
    found = await find_people(world, members, wanted, at=NOON, tell=lambda done, in_all: told.append((done, in_all)))
    assert len(found.people) == 200
    assert 0 < members.asked.count("page") < 100
    assert told == sorted(told)
    assert told[-1] == (200, 200)


async def test_whoever_is_not_in_a_list_that_was_read_to_its_end_is_nobody(world: World) -> None:
    members = FakeMembership(MEMBERS[:4])
    told: list[tuple[int, int]] = []
    nobody = [f"nobody{number}@example.edu" for number in range(60)]
    found = await find_people(world, members, nobody, at=NOON, tell=lambda done, in_all: told.append((done, in_all)))
    assert told == [(0, 60), (60, 60)]
    assert set(found.trouble.values()) == {Trouble.UNKNOWN}
    assert members.asked == ["page", "page"]


@pytest.mark.parametrize("refused", [AppShutOut(code="missing_scope"), PersonRefused(code="unknown_method")])
async def test_where_slack_refuses_the_list_everybody_is_asked_for_one_by_one(
    world: World, refused: BedsideError
) -> None:
    wanted = [address(number) for number in range(10, 70)]
    members = FakeMembership(MEMBERS, refuses=refused)
    assert len((await find_people(world, members, wanted, at=NOON)).people) == 60
    assert members.asked == ["page", *wanted]


async def test_slack_is_not_asked_about_who_is_placed_whatever_they_deleted(world: World) -> None:
    """Of one who had everything deleted it would ask, and so tell."""
    await place(world)
    await delete_everything(world, ALICE, at=MORNING)
    for at_, asked_about in ((NOON, []), (NOON + 4 * WEEK, [ALICE, BOB])):
        await forget_people(world, at=at_)
        members = FakeMembership(())
        await find_people(world, members, [ALICE, BOB], at=at_)
        assert members.asked == asked_about


async def test_a_list_without_addresses_is_not_read_on(world: World) -> None:
    members = FakeMembership(MEMBERS, shows_addresses=False)
    await find_people(world, members, [address(number) for number in range(10, 60)], at=NOON)
    assert members.asked.count("page") == 1
    nobody = [f"U9{number:03}" for number in range(100)]
    assert (
        len((await find_people(world, FakeMembership(MEMBERS[:4], shows_addresses=False), nobody, at=NOON)).trouble)
        == 100
    )


async def test_of_an_id_that_is_placed_already_nothing_is_asked(world: World) -> None:
    await apply(world, roster([DEV, ESI]))
    members = FakeMembership(())
    assert await find_people(world, members, [DEV, ESI, DR_KIM], at=NOON) == Found()
    assert members.asked == []


async def test_a_channel_is_found_by_a_name_that_one_has_and_asked_for_only_where_one_is_named() -> None:
    public = (("medicine", "C0MEDICINE"), ("general", "C0GENERAL"), ("surgery", "C0SURGERY"))
    members = FakeMembership((), public_channels=public, private_channels=(("general", "C0OTHER"), ("ward", "C0WARD")))
    found = await find_channels(members, ["#surgery", "#ward", "#general", "#nowhere"])
    assert found == {"#surgery": "C0SURGERY", "#ward": "C0WARD"}
    assert members.asked == ["channels"] * 3
    assert await find_channels(members, []) == {}
    assert members.asked == ["channels"] * 3


async def test_messages_that_would_move_are_counted_on_the_roster(world: World) -> None:
    """Four weeks of five days, with a reminder and a question each."""
    first = await preview_roster(world, Roster(roster(first=NEXT_MONDAY)), at=NOON)
    assert effects_of_roster(world, first, at=NOON) == Effects(added=8 * 40)
    await apply(world, roster(first=NEXT_MONDAY))
    later = Roster(roster(EIGHT[1:], first=NEXT_MONDAY).replace(",07:00,", ",07:30,"), remove_missing=True)
    changes = await preview_roster(world, later, at=NOON)
    assert effects_of_roster(world, changes, at=NOON) == Effects(moved=7 * 20, dropped=40)
