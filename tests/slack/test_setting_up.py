"""A coordinator fills in the forms for cohorts and rotations with their hands; the real app does what they say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.configuration.holiday_calendars import Calendars
from bot.domain.calendar import Hours, Weekday
from bot.domain.errors import (
    CannotBePlaced,
    CohortInUse,
    DaysOffUnreadable,
    DaysReversed,
    NameTaken,
    NotACoordinator,
    RotationGone,
    SetUpRefused,
    TooManyAtOnce,
    TooMuchWritten,
)
from bot.domain.people import CohortId, DayOff, Rotation, RotationId
from bot.domain.set_up import Draft, Field
from bot.flows.ports import World
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.practice.forms import Value
from bot.practice.hands import Hands
from bot.practice.views import OpenView
from bot.practice.wire import Kind
from bot.practice.workspace import BOT_USER_ID, Channel, Workspace
from bot.slack.filled_forms import kept
from bot.slack.tasks import Tasks
from bot.slack.views import preview_week
from bot.slack.views.desk_buttons import COHORT_ID, NEW_COHORT_ID, NEW_ROTATION_ID, ROTATION_ID
from bot.slack.views.home import digest_place
from bot.slack.views.set_up import cohort_form, fields, weighing
from bot.slack.views.set_up import rotation_form as form
from bot.slack.views.set_up.zones import ZONE
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import texts
from tests.slack.set_up_drawings import MEDICINE
from tests.stories import ALICE, BOB, CAROL, DIGEST_CHANNEL, DR_KIM, EIGHT, JO, MONDAY, NEXT_MONDAY, at, place

JO_WANTS, AWAY = "U0JO", "C0AWAY"
LAST_DAY = date(2026, 12, 25)


@pytest.fixture(name="world")
def with_jo(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}), calendars=Calendars())


@pytest.fixture(autouse=True)
def connected(straight: Straight) -> Straight:
    """The app hears what people do."""
    return straight


async def press(
    hands: Hands, workspace: Workspace, action_id: str, value: str | None = None, *, person: str = JO_WANTS
) -> None:
    """Press a button of the desk."""
    text = {"type": "plain_text", "text": "On the desk"}
    button = {"type": "button", "text": text, "action_id": action_id, **({"value": value} if value else {})}
    desk = workspace.post(workspace.open_im(person).id, "Desk", blocks=[{"type": "actions", "elements": [button]}])
    assert (await hands.press(person, desk.ts, action_id, channel=desk.channel)).ok


async def in_front(hands: Hands) -> OpenView:
    return (await hands.open_views(JO_WANTS))[-1]


async def send(hands: Hands, values: Mapping[str, Value] | None = None) -> str:
    """Fill in and send the form in front; what can be read in front of it then, or nothing."""
    await hands.submit(JO_WANTS, (await in_front(hands)).id, values)
    views = await hands.open_views(JO_WANTS)
    return "\n".join(texts(views[-1].blocks)) if views else ""


async def home_of_jo(hands: Hands) -> str:
    home = await hands.home(JO_WANTS)
    assert home is not None
    return "\n".join(texts(home.blocks))


async def standing(world: World, rotation: int = 1) -> Rotation:
    return (await rotation_form(world, RotationId(rotation), at=at(MONDAY, "12:00"))).draft.rotation


async def test_a_cohort_and_a_rotation_are_set_up_from_nothing(
    hands: Hands, workspace: Workspace, world: World, pokes: Pokes
) -> None:
    workspace.channels[DIGEST_CHANNEL].is_private = True
    await press(hands, workspace, NEW_COHORT_ID)
    named = {Field.NAME: "Medicine", cohort_form.CHANNEL: DIGEST_CHANNEL, cohort_form.DIGEST_DAY: "4"}
    assert "Digest: Friday at 07:00" in await send(hands, named)
    assert await send(hands) == ""

    await press(hands, workspace, NEW_ROTATION_ID, "1")
    assert (await hands.fill(JO_WANTS, (await in_front(hands)).id, Field.COUNTRY, "US")) is not None
    filled: dict[str, Value] = {
        Field.NAME: "Medicine A",
        ZONE: "America/Chicago",
        form.FIRST_DAY: f"{MONDAY}",
        Field.LAST_DAY: f"{LAST_DAY}",
        Field.REMINDER: "07:30",
        Field.WORKING_DAYS: ["0", "2", "4"],
        Field.LATEST: "19:00",
        f"{form.STATE}_US": "US-PA",
        Field.DAYS_OFF: "2026-12-09 Retreat",
        Field.STUDENTS: list(EIGHT),
        form.PRECEPTORS: [DR_KIM],
    }
    said = await send(hands, filled)
    assert "Holidays: Nov 26 (Thanksgiving Day), Nov 27 (Day After Thanksgiving), Dec 25 (Christmas Day)" in said
    assert "Up to 184 messages are planned that were not before." in said
    assert pokes.count == 1
    assert await send(hands) == ""
    assert pokes.count == 2
    stands = await standing(world)
    assert (stands.name, stands.zone.key, stands.reminder_at) == ("Medicine A", "America/Chicago", time(7, 30))
    assert stands.working_days == frozenset({Weekday.MON, Weekday.WED, Weekday.FRI})
    assert stands.hours == Hours(world.program.hours.earliest, time(19))
    assert (stands.calendar, stands.days_off) == ("US-PA", (DayOff(date(2026, 12, 9), "Retreat"),))
    async with world.open_work() as work:
        assert {each.person for each in await work.set_up.placed_in([stands.id])} == {*EIGHT, DR_KIM}
        (cohort,) = await work.people.cohorts()
    assert (cohort.digest_channel, cohort.digest_day) == (DIGEST_CHANNEL, Weekday.FRI)


async def test_the_first_rotation_of_all_makes_its_cohort(hands: Hands, workspace: Workspace, world: World) -> None:
    await press(hands, workspace, NEW_ROTATION_ID)
    await hands.fill(JO_WANTS, (await in_front(hands)).id, Field.COUNTRY, "US")
    typed: dict[str, Value] = {Field.NAME: "Medicine A", Field.NEW_COHORT: "Medicine, fall", Field.STUDENTS: [ALICE]}
    said = await send(hands, typed)
    assert "Cohort: Medicine, fall" in said
    assert "Digest: Monday at 07:00" in said
    assert "Medicine, fall has 1 student on its roster then." in said
    assert await send(hands) == ""
    await press(hands, workspace, COHORT_ID, "1")
    assert (await in_front(hands)).values[Field.NAME][Field.NAME] == "Medicine, fall"
    assert (await standing(world)).cohort_id == CohortId(1)


async def test_a_channel_without_bedside_needs_attention_until_bedside_is_invited(
    hands: Hands, workspace: Workspace, world: World, tasks: Tasks
) -> None:
    workspace.channels[AWAY] = Channel(AWAY, "surgeons", is_private=True, members={JO_WANTS})
    await hands.open_home(JO_WANTS)
    await press(hands, workspace, NEW_COHORT_ID)
    await send(hands, {Field.NAME: "Surgery", cohort_form.CHANNEL: AWAY})
    await send(hands)
    await tasks.close()
    assert digest_place.INVITE_IT in await home_of_jo(hands)
    workspace.channels[AWAY].members.add(BOT_USER_ID)
    await hands.open_home(JO_WANTS)
    await tasks.close()
    assert digest_place.INVITE_IT not in await home_of_jo(hands)


async def test_what_is_wrong_is_said_under_its_field_and_nothing_is_lost(
    hands: Hands, workspace: Workspace, world: World
) -> None:
    await place(world)
    await press(hands, workspace, NEW_ROTATION_ID)
    opened = await in_front(hands)
    await send(hands, {Field.NAME: "Medicine A", Field.LAST_DAY: "2026-11-01", Field.DAYS_OFF: "Thanksgiving"})
    assert list(opened.errors) == [Field.DAYS_OFF]
    assert opened.errors[Field.DAYS_OFF].startswith(str(DaysOffUnreadable(line=1, example="x"))[:20])
    await send(hands, {Field.DAYS_OFF: ""})
    assert opened.errors == {
        Field.NAME: str(NameTaken(example="Medicine A, Nov 30")),
        Field.LAST_DAY: str(DaysReversed(first="Monday, November 30, 2026")),
    }
    picked: dict[str, Value] = {Field.NAME: "B", Field.LAST_DAY: "2026-12-18", Field.STUDENTS: [BOT_USER_ID, CAROL]}
    await send(hands, picked)
    assert opened.errors == {Field.STUDENTS: str(CannotBePlaced(number=1))}
    assert "would be" in await send(hands, {Field.STUDENTS: [], form.PRECEPTORS: [ALICE]})
    await hands.close(JO_WANTS, (await in_front(hands)).id)
    assert (await in_front(hands)).values[Field.NAME][Field.NAME] == "B"


async def test_a_second_coordinator_sees_what_the_first_one_did_and_goes_on(
    hands: Hands, workspace: Workspace, world: World
) -> None:
    await place(world)
    with_holidays = Draft(replace(await standing(world), calendar="US"))
    await save_rotation(world, with_holidays, by=JO, at=at(MONDAY, "12:00"))
    await press(hands, workspace, ROTATION_ID, "1")
    await send(hands, {form.SITE: "Annex", Field.QUESTION: "18:00"})
    first = await in_front(hands)
    await press(hands, workspace, ROTATION_ID, "1")
    await hands.fill(JO_WANTS, (await in_front(hands)).id, Field.COUNTRY, "US")
    await send(hands, {Field.LAST_DAY: "2026-12-11", Field.QUESTION: "19:00", Field.STUDENTS: ["U0MALLORY"]})
    second = await in_front(hands)
    workspace.views._stacks[JO_WANTS] = [first]
    assert await send(hands) == ""
    workspace.views._stacks[JO_WANTS] = [second]
    said = await send(hands)
    assert fields.CHANGED_MEANWHILE in said
    assert "Question: it is now 18:00, and you have 19:00." in said
    assert "Last day: it is now Friday, December 18, 2026, and you have Friday, December 11, 2026." in said
    # What she did not touch is as the first one left it, and sending again puts nothing back.
    assert not any(label in said for label in ("Site:", "Holidays:", "Name:"))
    again = await in_front(hands)
    assert again.values[Field.STUDENTS][Field.STUDENTS] == ["U0MALLORY"]
    assert "Students who join: 1" in await send(hands)
    assert await send(hands) == ""
    stands = await standing(world)
    assert (stands.site, stands.question_at, stands.last_day) == ("Annex", time(19), date(2026, 12, 11))
    assert [each.on for each in stands.holidays] == [date(2026, 11, 26)]


async def test_a_second_coordinator_sees_channels_of_a_cohort_by_their_names(
    hands: Hands, workspace: Workspace, world: World
) -> None:
    await place(world)
    for typed in ({Field.NAME: "Medicine, fall"}, {cohort_form.CHANNEL: ""}):
        await press(hands, workspace, COHORT_ID, "1")
        await send(hands, typed)
    second = await in_front(hands)
    async with world.open_work() as work:
        stands = await work.people.cohort(CohortId(1))
        await work.set_up.save_cohort(replace(stands, digest_channel="C0OTHER", digest_at=time(9)))
        await work.commit()
    workspace.views._stacks[JO_WANTS] = [second]
    said = await send(hands)
    assert "Digest channel: it is now" in said
    assert "C0MEDICINE" not in said
    assert "Digest:" not in said


async def test_a_rotation_is_copied_and_ended_from_its_form(hands: Hands, workspace: Workspace, world: World) -> None:
    await place(world)
    await press(hands, workspace, ROTATION_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, preview_week.OPEN_ID)
    week = await in_front(hands)
    assert "Medicine A: week 1 of 6" in "\n".join(texts(week.blocks))
    await hands.close(JO_WANTS, week.id)
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, form.COPY_ID)
    await hands.fill(JO_WANTS, (await in_front(hands)).id, Field.COUNTRY, "US")
    typed: dict[str, Value] = {Field.NAME: "Typed with care", form.FIRST_DAY: f"{MONDAY}", Field.STUDENTS: [ALICE]}
    assert weighing.IN_THE_WAY in await send(hands, typed)
    await hands.close(JO_WANTS, (await in_front(hands)).id)
    assert (await in_front(hands)).values[Field.NAME][Field.NAME] == "Typed with care"
    assert "Preceptors who join: 1" in await send(hands, {form.FIRST_DAY: "2026-12-21", Field.STUDENTS: []})
    assert len(await hands.open_views(JO_WANTS)) == 3
    await hands.close(JO_WANTS, (await in_front(hands)).id)
    assert "Typed with care" in await send(hands)
    assert await send(hands) == ""
    assert (await standing(world, 2)).first_day == date(2026, 12, 21)
    for rotation, said in (("1", weighing.TITLE), ("2", weighing.NEVER_BEGINS)):
        await press(hands, workspace, ROTATION_ID, rotation)
        await hands.press_view(JO_WANTS, (await in_front(hands)).id, form.END_ID)
        if rotation == "1":
            await send(hands, {Field.LAST_DAY: f"{NEXT_MONDAY}"})
        front = await in_front(hands)
        assert said in "\n".join([front.view["title"]["text"], *texts(front.blocks)])
        assert await send(hands) == ""
    assert (await standing(world)).last_day == NEXT_MONDAY
    with pytest.raises(RotationGone):
        await standing(world, 2)
    await press(hands, workspace, COHORT_ID, "1")
    assert "It has 8 students" in "\n".join(texts((await in_front(hands)).blocks))


async def test_more_people_than_a_form_remembers_are_refused_before_anything_is_done(
    hands: Hands, workspace: Workspace, world: World, straight: Straight
) -> None:
    await place(world)
    await press(hands, workspace, ROTATION_ID, "1")
    await send(hands, {form.SITE: "Annex"})
    sent = next(each for each in reversed(straight.delivered) if each["type"] == "view_submission")
    values = sent["view"]["state"]["values"]
    many = [f"U{number * 7919 % 10**9:09d}{number:03d}" for number in range(600)]
    values[Field.STUDENTS][Field.STUDENTS]["selected_users"] = many
    said = (await _sent(straight, sent))["errors"]
    assert said == {Field.STUDENTS: str(TooManyAtOnce(most=fields.MOST_PICKED))}
    for broken in ("", "1", "1 2 x", "1 2 3 4"):
        assert str(SetUpRefused()) in f"{await _sent(straight, _with(sent, broken))}"


def test_what_was_written_is_said_to_be_too_much_where_it_is() -> None:
    names = ["".join(chr(0x4E00 + number * day * 7919 % 20_000) for number in range(1, 61)) for day in range(1, 25)]
    days_off = tuple(DayOff(date(2026, 12, day), name) for day, name in enumerate(names, start=1))
    with pytest.raises(TooMuchWritten):
        kept(Draft(replace(MEDICINE, days_off=days_off), students=frozenset({ALICE})))


async def _sent(straight: Straight, body: dict[str, object]) -> dict[str, object]:
    answer = (await straight.deliver(Kind.INTERACTION, body)).payload
    assert isinstance(answer, dict)
    return answer


def _with(body: dict[str, object], metadata: str) -> dict[str, object]:
    view = body["view"]
    assert isinstance(view, dict)
    return {**body, "view": {**view, "private_metadata": metadata}}


@pytest.mark.parametrize("person", [ALICE, DR_KIM, "U0MALLORY"])
async def test_nobody_else_sets_anything_up(hands: Hands, workspace: Workspace, world: World, person: str) -> None:
    await place(world, [ALICE, BOB])
    for action_id, value in ((ROTATION_ID, "1"), (COHORT_ID, "1"), (NEW_ROTATION_ID, None), (NEW_COHORT_ID, None)):
        await press(hands, workspace, action_id, value, person=person)
        assert await hands.open_views(person) == []
        assert str(NotACoordinator()) in "\n".join(texts((await hands.messages(person))[-1].blocks))


async def test_a_block_is_looked_at_with_the_people_it_is_done_with(
    hands: Hands, workspace: Workspace, world: World, straight: Straight
) -> None:
    await place(world)
    await press(hands, workspace, COHORT_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, cohort_form.NEXT_BLOCK_ID)
    assert "It has 8 students on its roster then." in await send(hands, {form.COPIED: ["student", "preceptor"]})
    assert await send(hands) == ""
    assert (await rotation_form(world, RotationId(2), at=at(MONDAY, "12:00"))).students == 8
    sent = straight.delivered[-1]
    assert await _sent(straight, sent) == {"response_action": "clear"}
    for broken in ("", "1 x student", "1 2", "x 1 "):
        assert str(SetUpRefused()) in f"{await _sent(straight, _with(sent, broken))}"
    later = replace(await standing(world), id=RotationId(0), name="Elsewhere", first_day=date(2027, 1, 18))
    elsewhere = Draft(replace(later, last_day=date(2027, 1, 22)), students=frozenset({ALICE}))
    await save_rotation(world, elsewhere, by=JO, at=at(MONDAY, "18:00"))
    await press(hands, workspace, COHORT_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, cohort_form.NEXT_BLOCK_ID)
    assert "It has 0 students" in "\n".join(texts((await in_front(hands)).blocks))
    assert await send(hands) == ""
    assert (await standing(world, 4)).name == "Elsewhere Jan 25"


async def test_what_stands_in_a_blocks_way_is_said_above_it(hands: Hands, workspace: Workspace, world: World) -> None:
    await place(world)
    later = replace(await standing(world), id=RotationId(0), name="Elsewhere", first_day=date(2026, 12, 21))
    elsewhere = replace(later, cohort_id=CohortId(2), last_day=date(2026, 12, 23))
    async with world.open_work() as work:
        cohort = await work.people.cohort(CohortId(1))
        assert await work.set_up.add_cohort(replace(cohort, name="Surgery")) == elsewhere.cohort_id
        await work.commit()
    await save_rotation(world, Draft(elsewhere, students=frozenset({ALICE})), by=JO, at=at(MONDAY, "18:00"))
    await press(hands, workspace, COHORT_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, cohort_form.NEXT_BLOCK_ID)
    said = await send(hands, {form.COPIED: ["student"]})
    assert "1 student is in Elsewhere on some of these days." in said
    assert len(await hands.open_views(JO_WANTS)) == 3


async def test_an_empty_cohort_is_removed_by_its_form_after_it_was_asked(
    hands: Hands, workspace: Workspace, world: World, straight: Straight
) -> None:
    await press(hands, workspace, NEW_COHORT_ID)
    await send(hands, {Field.NAME: "Medicine"})
    await send(hands)
    await press(hands, workspace, COHORT_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, cohort_form.REMOVE_ID)
    assert "Medicine is removed for good." in "\n".join(texts((await in_front(hands)).blocks))
    assert await send(hands) == ""
    async with world.open_work() as work:
        assert await work.people.cohorts() == ()
    sent = straight.delivered[-1]
    assert await _sent(straight, sent) == {"response_action": "clear"}
    assert str(SetUpRefused()) in f"{await _sent(straight, _with(sent, '1 x'))}"
    await hands.open_home(JO_WANTS)
    assert "Medicine" not in await home_of_jo(hands)


async def test_a_cohort_that_was_used_says_why_it_stays(hands: Hands, workspace: Workspace, world: World) -> None:
    await place(world)
    stands = await standing(world)
    await save_rotation(world, Draft(stands, ends=True), by=JO, at=at(MONDAY - timedelta(days=4), "12:00"))
    await press(hands, workspace, COHORT_ID, "1")
    await hands.press_view(JO_WANTS, (await in_front(hands)).id, cohort_form.REMOVE_ID)
    assert str(CohortInUse(cohort="Medicine")) in "\n".join(texts((await in_front(hands)).blocks))
