"""Jo sends a roster in Slack: she sees what it would change, then it is changed, and nothing she typed is lost."""

from collections.abc import Awaitable, Callable

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import FilesHidden, NothingSent, TwoRosters
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.school import CLASS, PRECEPTORS, populate
from bot.practice.views import OpenView
from bot.practice.workspace import Workspace
from bot.slack.app import make_app
from bot.slack.identity import learn_identity
from bot.slack.roster_files import read_roster_file
from bot.slack.tasks import Tasks
from bot.slack.views.roster_form import FILE, NO_FILES, OPEN_ID, REMOVE, ROWS
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import parts
from tests.slack.test_listeners import in_front, shown
from tests.stories import ALICE, BOB, EIGHT, JO, MONDAY, roster

EIGHT_BY_ADDRESS = roster().replace(",student,U0", ",student,")
BY_ADDRESS = "\n".join(f"{line}@example.edu" if ",student," in line else line for line in EIGHT_BY_ADDRESS.splitlines())

BLOCK = (
    ("Medicine", "Medicine A"),
    ("Medicine", "Medicine B"),
    ("Surgery", "Theatre"),
    ("Surgery", "Surgical ward"),
    ("Surgery", "Trauma"),
)


@pytest.fixture(autouse=True)
async def coordinator(world: World, straight: Straight, clock: FakeClock) -> None:
    async with world.open_work() as work:
        await work.coordinators.put(JO, stands=True, at=clock.now())
        await work.commit()


Look = Callable[..., Awaitable[OpenView]]


@pytest.fixture
def open_form(workspace: Workspace, hands: Hands) -> Callable[..., Awaitable[OpenView]]:
    async def press(person: str = JO) -> OpenView:
        button = {"type": "button", "text": {"type": "plain_text", "text": "Roster"}, "action_id": OPEN_ID}
        message = workspace.post("C0MEDICINE", "A desk", blocks=[{"type": "actions", "elements": [button]}])
        await hands.press(person, message.ts, OPEN_ID, channel=message.channel)
        return await in_front(hands, person)

    return press


@pytest.fixture
def look(hands: Hands, tasks: Tasks, open_form: Look) -> Look:
    """Send pasted rows, or a file, and see what comes of it."""

    async def send(rows: str = "", *, file: bytes = b"", remove: bool = False) -> OpenView:
        form = await open_form()
        if file:
            await hands.attach(JO, form.id, FILE, name="roster.csv", content=file)
        await hands.submit(JO, form.id, {ROWS: rows, **({REMOVE: [REMOVE]} if remove else {})})
        await tasks.close()
        return await in_front(hands, JO)

    return send


@pytest.fixture
def make_changes(hands: Hands, tasks: Tasks) -> Look:
    async def send(rows: str | None = None) -> OpenView:
        form = await in_front(hands, JO)
        await hands.submit(JO, form.id, None if rows is None else {ROWS: rows})
        await tasks.close()
        return await in_front(hands, JO)

    return send


async def students(world: World) -> int:
    async with world.open_work() as work:
        cohorts = await work.people.cohorts()
        return len(await work.people.roster(cohorts[0].id, since=MONDAY, until=MONDAY)) if cohorts else 0


async def test_pasted_rows_are_shown_first_and_then_placed(
    world: World, workspace: Workspace, hands: Hands, look: Look, make_changes: Look, pokes: Pokes
) -> None:
    workspace.channels["C0MEDICINE"].is_private = True
    await hands.open_home(JO)
    preview = await look(BY_ADDRESS)
    assert "in Medicine, with 8 students and 1 preceptor. Reminders at 07:00, questions at 17:30" in shown(preview)
    assert " messages are planned that were not before." in shown(preview)
    assert await students(world) == 0
    done = await make_changes()
    assert shown(done).startswith("Done\nNew cohort: Medicine. Its digest goes to ")
    assert await students(world) == 8
    assert pokes.count == 1
    home = workspace.views.home(JO)
    assert home is not None
    assert "Medicine A" in shown(home)
    async with world.open_work() as work:
        (entry,) = await work.audit.newest(skip=0, limit=2)
    assert entry.by == JO


async def test_a_file_from_excel_is_read_and_the_token_shown_to_slack_alone(
    world: World, look: Look, make_changes: Look
) -> None:
    preview = await look(file=("sep=;\r\n" + roster().replace(",", ";").replace("\n", "\r\n")).encode("utf-16"))
    assert "with 8 students" in shown(preview)
    await make_changes()
    assert await students(world) == 8


async def test_a_block_of_forty_in_five_rotations_of_two_cohorts_is_placed_from_one_file(
    world: World, workspace: Workspace, look: Look, make_changes: Look
) -> None:
    populate(workspace)
    preview = await look(file=a_block().encode("cp1252"))
    assert shown(preview).count("with 8 students and 1 preceptor. Reminders at 07:00") == 5
    assert "These columns mean nothing here and are left out: Pager." in shown(preview)
    done = await make_changes()
    assert shown(done).count("New rotation: ") == 5
    assert "submit" not in (await look(file=a_block().encode("utf-16"))).view
    async with world.open_work() as work:
        sizes = [
            len(await work.people.roster(each.id, since=MONDAY, until=MONDAY)) for each in await work.people.cohorts()
        ]
    assert sizes == [16, 24]


def a_block() -> str:
    """As Excel saves it where commas part decimals."""
    lines = [";".join([*COLUMNS, "Pager"])]
    for number, (cohort, name) in enumerate(BLOCK):
        people = [*CLASS[8 * number : 8 * number + 8], PRECEPTORS[number]]
        rotation = f"{cohort};;{name};Hôpital {number};America/New_York;11/23/2026;12/18/2026;7:00 AM;17:30:00"
        roles = ["Student"] * 8 + ["Preceptor"]
        lines += [f"{rotation};{role};{each.email.upper()};555" for role, each in zip(roles, people, strict=True)]
    return "\r\n".join(lines)


async def test_mistakes_are_named_above_the_rows_which_can_be_corrected_there(
    look: Look, hands: Hands, tasks: Tasks
) -> None:
    wrong = roster().replace(",07:00,", ",7 o'clock,").replace(BOB, "bob@example.com")
    form = await look(wrong, remove=True)
    assert "Lines 2 to 10: “7 o'clock” can't be read as reminder_at. Write a time such as 07:00" in shown(form)
    assert form.values[ROWS][ROWS] == wrong
    assert form.values[REMOVE][REMOVE] == [REMOVE]
    await hands.submit(JO, form.id, {ROWS: roster().replace(BOB, "bob@example.com")})
    await tasks.close()
    form = await in_front(hands, JO)
    assert "Line 3: person is bob@example.com, whom Slack does not know" in shown(form)
    await hands.submit(JO, form.id, {ROWS: roster()})
    await tasks.close()
    assert "with 8 students" in shown(await in_front(hands, JO))


async def test_the_same_roster_twice_says_that_nothing_changes(world: World, look: Look, clock: FakeClock) -> None:
    await apply_roster(world, roster(), at=clock.now())
    form = await look(roster())
    assert shown(form) == ("Nothing would change\n9 rows were read.\nEverything in this roster stands there already.")
    assert "submit" not in form.view


async def test_who_is_missing_is_taken_off_only_where_the_box_is_ticked(
    world: World, look: Look, make_changes: Look, clock: FakeClock, hands: Hands
) -> None:
    await apply_roster(world, roster(), at=clock.now())
    nothing = await look(roster([ALICE]))
    assert "7 people are not in the file and stay there: 7 in Medicine A." in shown(nothing)
    assert "send the roster again with “Take off people who are missing” ticked" in shown(nothing)
    assert "submit" not in nothing.view
    preview = await look(roster([ALICE]).replace("General", "Riverside"))
    await hands.fill(JO, preview.id, REMOVE, [REMOVE])
    assert "7 students taken off. Then it has 1 student." in shown(await make_changes())
    assert await students(world) == 8
    await make_changes()
    assert await students(world) == 1


async def test_what_has_changed_meanwhile_is_shown_before_it_is_done(
    world: World, look: Look, make_changes: Look, clock: FakeClock
) -> None:
    await look(roster())
    await apply_roster(world, roster([ALICE]), at=clock.now())
    again = await make_changes()
    assert shown(again).startswith(
        "This is not what you saw any more. Please look at what the roster would change now:"
    )
    assert "7 students added" in shown(again)
    assert await students(world) == 1
    await make_changes()
    assert await students(world) == 8


async def test_rows_corrected_below_a_preview_are_looked_at_anew(world: World, look: Look, make_changes: Look) -> None:
    await look(roster())
    assert "with 7 students" in shown(await make_changes(roster(EIGHT[1:])))
    assert await students(world) == 0


async def test_a_preview_that_remembers_nothing_places_nobody_without_a_look(
    world: World, look: Look, make_changes: Look
) -> None:
    preview = await look(roster())
    preview.view["private_metadata"] = ""
    assert "Nothing is changed yet." in shown(await make_changes())
    assert await students(world) == 0


async def test_neither_nothing_nor_two_rosters_are_sent(open_form: Look, hands: Hands) -> None:
    form = await open_form()
    await hands.submit(JO, form.id)
    assert (await in_front(hands, JO)).errors == {FILE: str(NothingSent())}
    await hands.attach(JO, form.id, FILE, name="roster.csv", content=roster().encode())
    await hands.submit(JO, form.id, {ROWS: roster()})
    assert (await in_front(hands, JO)).errors == {ROWS: str(TwoRosters())}


async def test_a_form_that_was_closed_meanwhile_takes_nothing_back(
    world: World, look: Look, hands: Hands, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.listeners.place_people.SHOWN_TRIES", 1)
    preview = await look(roster())
    await hands.submit(JO, preview.id)
    await hands.close(JO, (await in_front(hands, JO)).id)
    await tasks.close()
    assert await students(world) == 8


async def test_without_the_permission_for_files_the_form_asks_for_rows_alone(
    world: World,
    clock: FakeClock,
    workspace: Workspace,
    client: AsyncWebClient,
    straight: Straight,
    open_form: Look,
    pokes: Pokes,
) -> None:
    workspace.scopes.discard("files:read")
    poorer = await learn_identity(client)
    straight.app = make_app(world, clock=clock, client=client, identity=poorer, signing_secret=None, poke=pokes)
    form = await open_form()
    assert NO_FILES in shown(form)
    assert list(form.values) == [ROWS, REMOVE]
    with pytest.raises(FilesHidden):
        await read_roster_file(client, "F0001PRACTICE")


async def test_without_the_permission_for_addresses_ids_are_asked_for(workspace: Workspace, look: Look) -> None:
    workspace.scopes.discard("users:read.email")
    assert "Write Slack member ids instead" in shown(await look(BY_ADDRESS))


async def test_a_deactivated_member_is_named_and_a_guest_is_not(workspace: Workspace, look: Look) -> None:
    workspace.deactivate(BOB)
    form = await look(roster([ALICE, BOB]))
    assert "Line 3: person is U0BOB, whose Slack account is deactivated." in shown(form)
    assert "Line 2" not in shown(form)


async def test_a_channel_is_known_by_its_name_where_bedside_may_see_channels(workspace: Workspace, look: Look) -> None:
    named = roster().replace("C0MEDICINE", "#medicine-preceptors")
    workspace.scopes.discard("channels:read")
    assert "digest_channel is #medicine-preceptors, which is no one channel that Bedside sees." in shown(
        await look(named)
    )
    workspace.scopes |= {"channels:read"}
    preview = await look(named)
    assert "with 8 students" in shown(preview)
    assert {"type": "channel", "channel_id": "C0MEDICINE"} in list(parts(preview.view))
