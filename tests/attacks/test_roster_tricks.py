"""A preceptor who is also the coordinator moves, adds and renames people around a reply; and a program is loosened."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.curriculum import ThemeSlug
from bot.domain.digest import Digest
from bot.domain.errors import PolicyNotYours, RosterRefused
from bot.domain.people import PersonId, Role, RotationId
from bot.domain.reply import Sharing
from bot.domain.roster import changes_in_words
from bot.domain.rules import Rule
from bot.domain.set_up import CohortDraft, Draft
from bot.flows.apply_roster import Roster, apply_roster, preview_roster
from bot.flows.change_rules import change_rules, open_rules
from bot.flows.confirm_reading import confirm_reading
from bot.flows.delete_everything import delete_everything
from bot.flows.find_people import find_people
from bot.flows.forget_people import forget_people
from bot.flows.note_policy import note_policy
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.set_up.cohort import CohortDone, new_cohort_form, save_cohort
from bot.flows.set_up.rotation import rotation_form, save_rotation, weigh_rotation
from bot.flows.welcome_students import welcome_students
from bot.storage.database import Database
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import SAID, Choice, all_say, digest, kim_confirms, ready, say
from tests.attacks.theft import Copy
from tests.fakes import FakeDirectory, FakeMembership, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    JO,
    MONDAY,
    NEXT_MONDAY,
    asked,
    at,
    everybody_starts,
    place,
    roster,
)

WEDNESDAY, SATURDAY, SUNDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)
DUMMIES = tuple(PersonId(f"U0DUMMY{number}") for number in range(6))
TICKED = ("strong-feelings", "interruptions")
CLEAN_ROOM = "C0CLEANROOM"

ALONE = Attack(
    "One student moved alone among accounts that answer nothing.",
    "Somebody who coordinates and reads digests, and places a student with six accounts of their own.",
    "what the student ticks from then on, and ticked before",
    Table.SYSTEM,
)
ANSWERING = Attack(
    "One student moved alone among accounts that all answer.",
    "The same person; three of the six accounts tick every theme.",
    "what the student ticks from then on",
    Table.SYSTEM,
)
EVENING_BEFORE = Attack(
    "Accounts added the evening before a digest.",
    "Somebody who coordinates and reads digests of five students, and adds accounts to reach seven.",
    "what five of five have given",
    Table.SYSTEM,
)
OWN_VOICE = Attack(
    "A reader's own replies.",
    "A preceptor or coordinator who is also placed as a student, and answers as the fifth voice.",
    "what the other four have given",
    Table.SYSTEM,
)
LOOSENED = Attack(
    "A policy loosened afterwards.",
    "The program's file, after replies were written under a stricter one.",
    "what fewer voices than were promised have given",
    Table.SYSTEM,
)
DELETED = Attack(
    "A student who had everything deleted after a digest.",
    "Every value of the database, decrypted.",
    "anything of the student's",
    Table.SYSTEM,
)
TRIED_OUT = Attack(
    "Who had everything deleted, as a coordinator tries it out.",
    "Somebody who coordinates picks student after student in forms and files, for either role, during the rotation and "
    "afterwards, and compares what is said of each.",
    "who had everything deleted",
    Table.SYSTEM,
)
ASIDE = Attack(
    "A reader who steps aside.",
    "A preceptor who is taken off, answers as the fifth voice or has a rule loosened, and comes back.",
    "what fewer voices than were promised have given",
    Table.SYSTEM,
)
TAKEN_OVER = Attack(
    "A rotation taken over after a digest.",
    "Somebody who coordinates moves a rotation into a cohort whose digest comes on the next day.",
    "two digests of the same students within six days",
    Table.SYSTEM,
)


@pytest.fixture(name="database_url")
def sqlite_only(sqlite_url: str) -> str:
    """These are tricks with rules, which are the same on every database."""
    return sqlite_url


def clean_room(students: Iterable[str]) -> str:
    """A roster file for a cohort of the coordinator's own making, from Wednesday on."""
    file = roster(students, first=WEDNESDAY, weeks=3, rotation="Clean room")
    return file.replace("Medicine,", "Clean room,").replace(DIGEST_CHANNEL, CLEAN_ROOM)


async def moved_alone(world: World, messenger: FakeMessenger, *, answering: bool) -> Digest:
    """Alice answers on Monday, is moved, and answers on Wednesday. Returns the digest of where she was moved to."""
    await ready(world, messenger)
    await say(world, ALICE, Choice(("saw-the-person",)))
    without_her = Roster(roster(EIGHT[1:]), remove_missing=True)
    for file in (without_her, Roster(clean_room([ALICE, *DUMMIES]))):
        await apply_roster(world, file, at=at(MONDAY, "20:00"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "20:00"))
    await everybody_starts(world, DUMMIES, when=at(MONDAY, "20:01"))
    await asked(world, messenger, on=WEDNESDAY)
    await say(world, ALICE, Choice(TICKED), on=WEDNESDAY)
    if answering:
        every = tuple(theme.slug for theme in world.curriculum.themes)
        for number, account in enumerate(DUMMIES):
            await say(world, account, Choice(every if number < 3 else every[:1]), on=WEDNESDAY)
    await digest(world, messenger)
    return shown_in(messenger, CLEAN_ROOM)


def shown_in(messenger: FakeMessenger, channel: str) -> Digest:
    (found,) = [
        saying.digest
        for message, saying in messenger.accepted
        if message.planned.channel == channel and hasattr(saying, "digest")
    ]
    return found


def is_empty(shown: Digest) -> bool:
    return not shown.themes and not shown.quotes


async def test_a_student_moved_alone_gives_nothing_away_and_the_old_reply_stays_where_it_was(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    assert is_empty(await moved_alone(world, messenger, answering=False))
    rows = {row["day"]: row["cohort_id"] for row in (await Copy.of(database)).tables["replies"]}
    assert rows[MONDAY] != rows[WEDNESDAY]
    ALONE.told("nothing", "nothing")


async def test_accounts_that_answer_take_the_students_place_among_others(
    world: World, messenger: FakeMessenger
) -> None:
    """Nobody can tell an account of somebody's from a student: only that its name stands on everybody's Home."""
    shown = await moved_alone(world, messenger, answering=True)
    labels = {theme.slug: theme.label for theme in world.curriculum.themes}
    common = labels[world.curriculum.themes[0].slug]
    assert {line.label for line in shown.themes} - {common} == {labels[ThemeSlug(slug)] for slug in TICKED}
    ANSWERING.told("nothing", "every theme, if nobody asks who these six are: their names stand on the student's Home")


@pytest.mark.parametrize(("when", "shows"), [(at(SUNDAY, "20:00"), False), (at(SATURDAY, "20:00"), True)])
async def test_accounts_added_the_evening_before_a_digest_do_not_count(
    world: World, messenger: FakeMessenger, when: datetime, shows: bool
) -> None:
    five = EIGHT[:5]
    await place(world, five)
    await kim_confirms(world)
    await everybody_starts(world, five)
    await asked(world, messenger)
    for student in five:
        await say(world, student, Choice())
    await apply_roster(world, roster([*five, *DUMMIES]), at=when)
    assert is_empty(await digest(world, messenger)) is not shows
    EVENING_BEFORE.told("nothing", "nothing; added earlier, they count, and stand on everybody's Home")


@pytest.mark.parametrize("reader", [DR_KIM, JO])
async def test_who_reads_digests_is_no_voice_in_them(world: World, messenger: FakeMessenger, reader: PersonId) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    everybody = (*EIGHT[:7], reader)
    await place(world, EIGHT[:7])
    other_ward = roster([], rotation="Medicine B").replace(f"preceptor,{DR_KIM}", f"preceptor,{JO}X")
    await apply_roster(world, other_ward, at=at(MONDAY, "06:30"))
    async with world.open_work() as work:
        # As forms and files refuse to do it.
        await work.set_up.place(RotationId(2), [reader], Role.STUDENT, at=at(MONDAY, "06:30"))
        await work.commit()
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:30"))
    await kim_confirms(world)
    await everybody_starts(world, everybody)
    await asked(world, messenger)
    for student in (*EIGHT[:4], reader):
        await say(world, student, Choice())
    assert is_empty(await digest(world, messenger))
    OWN_VOICE.told("nothing", "nothing")


async def test_a_looser_policy_shows_nothing_that_was_written_under_a_stricter_one(
    world: World, messenger: FakeMessenger
) -> None:
    strict = with_voices(world, 6)
    await noted(strict)
    await ready(strict, messenger)
    for student in EIGHT[:5]:
        await say(strict, student, Choice())
    # The process is started again with another file, more than once.
    await noted(world, on=WEDNESDAY)
    await noted(with_voices(world, 4), on=WEDNESDAY + timedelta(days=1))
    assert is_empty(await digest(with_voices(world, 4), messenger))
    # As many as had been promised do.
    tuesday = NEXT_MONDAY + timedelta(days=1)
    await asked(world, messenger, on=tuesday)
    await say(world, EIGHT[5], Choice(), on=tuesday)
    assert not is_empty(await digest(world, messenger, on=NEXT_MONDAY + timedelta(days=7)))
    LOOSENED.told("nothing", "nothing")


def with_voices(world: World, voices: int) -> World:
    return replace(world, program=replace(world.program, smallest_group=voices))


async def noted(world: World, *, on: date = MONDAY) -> None:
    """A worker starts with this program."""
    async with world.open_work() as work:
        await note_policy(world, work, at=at(on, "06:00"))
        await work.commit()


async def test_a_student_who_had_everything_deleted_is_in_no_value_and_still_counts(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await ready(world, messenger)
    await all_say(world)
    assert (await digest(world, messenger)).quotes
    await delete_everything(world, ALICE, at=at(NEXT_MONDAY, "09:00"))
    copy = await Copy.of(database)
    read = [database.cipher.decrypt(value) if isinstance(value, bytes) else str(value) for _, value in copy.values()]
    # The fake Slack makes up a conversation's id from the person's.
    assert not [value for value in read if ALICE in value.replace(f"D{ALICE}", "") or SAID[ALICE].text in value]
    assert len([row for row in copy.tables["placements"] if row["role"] == "student"]) == len(EIGHT)
    DELETED.told(
        "nothing", "nothing; with the key, that it was they who had everything deleted, until their rotation ends"
    )


async def test_a_student_deleted_before_a_digest_takes_the_reply_along(world: World, messenger: FakeMessenger) -> None:
    await ready(world, messenger)
    for student in EIGHT[:5]:
        await say(world, student, Choice(text="We laughed.", sharing=Sharing.WORDS))
    await delete_everything(world, BOB, at=at(MONDAY, "21:00"))
    assert is_empty(await digest(world, messenger))


async def answers_about(world: World, student: PersonId, *, on: date) -> list[str]:
    """Everything that forms and files say of one student, who is called somebody in it."""
    when = at(on, "12:00")
    there = (await rotation_form(world, RotationId(1), at=at(MONDAY, "12:00"))).draft.rotation
    beside = replace(there, id=RotationId(0), name="Beside", last_day=there.last_day + timedelta(weeks=4))
    some = frozenset({student})
    drafts = [Draft(there, taken_off=some)]
    for rotation in (there, replace(there, last_day=there.last_day + timedelta(weeks=1)), beside):
        drafts += [Draft(rotation, students=some), Draft(rotation, preceptors=some)]
    said: list[object] = [await weigh_rotation(world, draft, at=when) for draft in drafts]
    for text in (
        roster([student]),
        roster([student, "U0NEW"], rotation="Theatre", weeks=9),
        roster([], rotation="Theatre", first=MONDAY + timedelta(weeks=9)).replace(DR_KIM, student),
    ):
        try:
            said += changes_in_words(await preview_roster(world, Roster(text, remove_missing=True), at=when))
        except RosterRefused as refused:
            said.append(refused.problems)
    members = FakeMembership(())
    await find_people(world, members, [student], at=when)
    return [repr(each).replace(student, "somebody") for each in (*said, members.asked)]


async def test_no_form_and_no_file_tells_who_had_everything_deleted(world: World) -> None:
    await place(world)
    await delete_everything(world, ALICE, at=at(WEDNESDAY, "11:00"))
    for weeks in (0, 4):
        on = WEDNESDAY + timedelta(weeks=weeks)
        await forget_people(world, at=at(on, "11:30"))
        assert await answers_about(world, ALICE, on=on) == await answers_about(world, BOB, on=on)
    TRIED_OUT.told(
        "nothing",
        "nothing; but a student whose account is deactivated later is not among those whom nothing reaches",
    )


async def test_a_reader_who_steps_aside_is_still_a_reader(world: World, messenger: FakeMessenger) -> None:
    await place(world, EIGHT[:7])
    world = replace(world, coordinators=frozenset({JO, DR_KIM}))
    there = (await rotation_form(world, RotationId(1), at=at(MONDAY, "12:00"))).draft.rotation
    leaves = Draft(there, taken_off=frozenset({DR_KIM}), preceptors=frozenset({PersonId("U0LEE")}))
    await save_rotation(world, leaves, by=DR_KIM, at=at(MONDAY, "06:30"))
    seen = (await open_rules(world, DR_KIM, at=at(MONDAY, "06:31"))).rules.edition
    with pytest.raises(PolicyNotYours):
        await change_rules(world, DR_KIM, {Rule.VOICES: "4"}, seen=seen, at=at(MONDAY, "06:31"))
    world = replace(world, coordinators=frozenset({JO}))
    await apply_roster(world, roster([*EIGHT[:7], DR_KIM]).replace(f"preceptor,{DR_KIM}", "preceptor,U0LEE"),
                       at=at(MONDAY, "06:31"))  # fmt: skip
    await confirm_reading(world, PersonId("U0LEE"), at=at(MONDAY, "06:31"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:31"))
    await everybody_starts(world, [*EIGHT[:7], DR_KIM], when=at(MONDAY, "06:32"))
    await asked(world, messenger)
    for student in (*EIGHT[:4], DR_KIM):
        await say(world, student, Choice())
    assert is_empty(await digest(world, messenger))
    ASIDE.told("nothing", "nothing")


async def test_who_was_in_a_digest_is_in_no_other_one_within_six_days_wherever_the_rotation_goes(
    world: World, messenger: FakeMessenger
) -> None:
    await apply_roster(world, roster(["U0OTHER", *DUMMIES], rotation="Medicine B"), at=at(MONDAY, "06:00"))
    await ready(world, messenger)
    await all_say(world)
    assert (await digest(world, messenger)).quotes
    tuesday = NEXT_MONDAY + timedelta(days=1)
    form = await new_cohort_form(world, at=at(NEXT_MONDAY, "09:00"))
    other = replace(form.draft.cohort, name="Clean room", digest_channel=CLEAN_ROOM, digest_day=tuesday.weekday())
    async with world.open_work() as work:
        moved = await work.people.rotation_named("Medicine A")
    assert moved is not None
    draft = CohortDraft(other, frozenset({moved.id}))
    desk = replace(world, coordinators=frozenset({JO}))
    assert isinstance(await save_cohort(desk, draft, by=JO, at=at(NEXT_MONDAY, "09:00")), CohortDone)
    await asked(world, messenger, on=NEXT_MONDAY)
    for student in EIGHT:
        await say(world, student, Choice(), on=NEXT_MONDAY)
    await publish_digests(world, at=at(tuesday, "07:00"))
    async with world.open_work() as work:
        reply = await work.replies.get(ALICE, NEXT_MONDAY)
    assert reply is not None
    assert not reply.spent
    TAKEN_OVER.told("none", "none")
