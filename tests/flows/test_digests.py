"""The weekly digest: what passes the gate, once, and nothing that names anybody."""

import hmac
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.anonymity import PooledReply, Voice, release
from bot.domain.calendar import Weekday
from bot.domain.curriculum import ThemeSlug
from bot.domain.digest import Digest
from bot.domain.errors import RosterRefused
from bot.domain.letters import Readers
from bot.domain.notices import Notice, Obstacle
from bot.domain.outbox import GiveUp, State
from bot.domain.people import PersonId
from bot.domain.reply import Reply, Sharing
from bot.flows.apply_roster import apply_roster
from bot.flows.open_home.coordinator import CohortAtAGlance, CoordinatorHome, PutOff
from bot.flows.open_home.opening import open_home
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Post, ToCoordinator
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    JO,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    confirm,
    deliver,
    deliver_all,
    everybody_starts,
    leave_channel,
    place,
    roster,
)

DR_LEE = PersonId("U0LEE")
THURSDAY, FRIDAY = MONDAY + timedelta(days=3), NEXT_MONDAY + timedelta(days=4)
RENAMED = roster().replace("Medicine,", "Internal Medicine,")
WORDS = {
    student: f"What I take with me is the {thing}."
    for student, thing in zip(
        EIGHT, ["chair", "pause", "joke", "window", "silence", "song", "photo", "tea"], strict=True
    )
}


@remembered
async def a_week(world: World, messenger: FakeMessenger, answering: tuple[PersonId, ...]) -> None:
    """Eight students are placed and start; some answer Monday's question and share their words."""
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in answering:
        await answer(world, student, text=WORDS[student], sharing=Sharing.WORDS)


async def digests(world: World, messenger: FakeMessenger, *, weeks: int = 1) -> list[Digest]:
    """Publish and deliver the digests of the coming Mondays and return what the channel got."""
    for week in range(weeks):
        monday = NEXT_MONDAY + timedelta(days=7 * week)
        await publish_digests(world, at=at(monday, "07:00"))
        await deliver_all(world, messenger, when=at(monday, "07:00"))
    posts = [(message, saying) for message, saying in messenger.accepted if isinstance(saying, Post)]
    assert all(message.planned.channel == DIGEST_CHANNEL for message, _ in posts)
    return [saying.digest for _, saying in posts]


async def test_without_a_channel_each_preceptor_gets_the_digest_directly(
    world: World, messenger: FakeMessenger
) -> None:
    both = f"{roster()}\n{roster().splitlines()[-1].replace(DR_KIM, DR_LEE)}"
    await a_week(world, messenger, EIGHT)
    await apply_roster(world, both, at=at(MONDAY, "19:00"))
    await leave_channel(world)
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    (kims,), (lees,) = messenger.said_to(DR_KIM), messenger.said_to(DR_LEE)
    assert isinstance(kims, Post)
    assert isinstance(lees, Post)
    assert (len(kims.digest.quotes), kims.to_confirm) == (3, False)
    assert (lees.digest.shows_students, lees.to_confirm, lees.answerable) == (False, True, "")
    assert sum(isinstance(saying, Post) for _, saying in messenger.accepted) == 2


async def test_two_digests_of_one_minute_say_which_cohort_each_is_of(world: World, messenger: FakeMessenger) -> None:
    medicine = roster(EIGHT[:4]).replace(DIGEST_CHANNEL, "")
    surgery = roster(EIGHT[4:], rotation="Surgery A").replace(f"Medicine,{DIGEST_CHANNEL}", "Surgery,")
    for cohort in (medicine, surgery):
        await apply_roster(world, cohort, at=at(MONDAY, "06:30"))
    await confirm(world, DR_KIM, when=at(MONDAY, "06:30"))
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    said = [saying for saying in messenger.said_to(DR_KIM) if isinstance(saying, Post)]
    assert sorted(post.cohort for post in said) == ["Medicine", "Surgery"]


async def test_the_channel_only_teaches_until_all_its_preceptors_have_confirmed(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, EIGHT)
    await apply_roster(
        world, f"{roster()}\n{roster().splitlines()[-1].replace(DR_KIM, DR_LEE)}", at=at(MONDAY, "19:00")
    )
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    posts = {message.planned.student: saying for message, saying in messenger.accepted if isinstance(saying, Post)}
    assert {reader: post.digest.shows_students for reader, post in posts.items()} == {None: False, DR_KIM: True}


async def test_a_coordinator_is_told_when_nobody_gets_a_digest(world: World, messenger: FakeMessenger) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    nobody_teaches = "\n".join(roster().replace(DIGEST_CHANNEL, "").splitlines()[:-1])
    await apply_roster(world, nobody_teaches, at=at(MONDAY, "06:30"))
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    assert messenger.said_to(JO) == [ToCoordinator(Notice(Obstacle.NO_PRECEPTOR, "Medicine", on=NEXT_MONDAY))]
    assert not any(isinstance(saying, Post) for _, saying in messenger.accepted)


@pytest.mark.parametrize(("people", "obstacle"), [(9, Obstacle.NOBODY_CONFIRMED), (8, Obstacle.NO_READER)])
async def test_a_coordinator_is_told_once_that_a_cohorts_digests_only_teach(
    world: World, messenger: FakeMessenger, people: int, obstacle: Obstacle
) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    await apply_roster(world, "\n".join(roster().splitlines()[: people + 1]), at=at(MONDAY, "06:30"))
    assert not any((await digests(world, messenger, weeks=2))[0].themes)
    assert messenger.said_to(JO) == [ToCoordinator(Notice(obstacle, "Medicine", on=NEXT_MONDAY))]


@pytest.mark.parametrize(("weekday", "next_on"), [(Weekday(1), 15), (Weekday(3), 17), (Weekday(6), 13)])
async def test_a_digest_that_moves_to_another_day_comes_next_at_its_own_minute(
    world: World, messenger: FakeMessenger, weekday: Weekday, next_on: int
) -> None:
    await place(world)
    await digests(world, messenger)
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        await work.set_up.save_cohort(replace(cohort, digest_day=weekday))
        await work.commit()
    days = [day for day in range(7, 18) if await publish_digests(world, at=at(MONDAY + timedelta(days=day), "07:30"))]
    assert days == [next_on]


async def test_five_voices_make_a_digest_with_themes_and_words(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT[:5])
    (digest,) = await digests(world, messenger)
    assert [(theme.label, theme.band) for theme in digest.themes] == [("Time pressure", "Most")]
    assert len(digest.quotes) == 3
    assert set(digest.quotes) <= set(WORDS.values())


async def test_nothing_in_a_digest_points_at_its_authors(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    (digest,) = await digests(world, messenger)
    everything = json.dumps(repr(digest))
    assert not any(student in everything for student in EIGHT)


async def test_four_voices_are_too_few_and_their_replies_wait(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT[:4])
    (first,) = await digests(world, messenger)
    assert (first.themes, first.quotes) == ((), ())

    friday = MONDAY + timedelta(days=11)
    await asked(world, messenger, on=friday)
    await answer(world, EIGHT[4], on=friday, text=WORDS[EIGHT[4]], sharing=Sharing.WORDS)
    _, second = await digests(world, messenger, weeks=2)
    assert [(theme.label, theme.band) for theme in second.themes] == [("Time pressure", "Most")]


async def test_one_reply_is_in_one_digest_only(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    first, second = await digests(world, messenger, weeks=2)
    assert first.quotes
    assert (second.themes, second.quotes) == ((), ())


async def test_after_the_release_only_the_journal_is_left(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    await digests(world, messenger)
    async with world.open_work() as work:
        for student in EIGHT:
            reply = await work.replies.get(student, MONDAY)
            assert reply is not None
            assert (reply.spent, reply.themes, reply.sharing) == (True, frozenset(), Sharing.JOURNAL)
            assert (reply.excerpt, reply.text) == (None, WORDS[student])


async def test_a_reply_changed_less_than_twelve_hours_ago_is_not_used_yet(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, EIGHT[:4])
    await answer(world, EIGHT[4], when=at(NEXT_MONDAY, "07:00") - timedelta(hours=11))
    (digest,) = await digests(world, messenger)
    assert (digest.themes, digest.quotes) == ((), ())


async def test_the_journal_adds_no_voice(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT[:4])
    await answer(world, EIGHT[4], text="Only for me.", sharing=Sharing.JOURNAL)
    (digest,) = await digests(world, messenger)
    assert (digest.themes, digest.quotes) == ((), ())


async def test_next_years_students_do_not_hide_this_years(world: World, messenger: FakeMessenger) -> None:
    """Five of five may not be shown, however many the cohort has had or will have."""
    five = EIGHT[:5]
    await place(world, five)
    next_year = roster(EIGHT[5:], first=MONDAY + timedelta(days=364), rotation="Medicine B")
    await apply_roster(world, next_year, at=at(MONDAY, "06:30"))
    await everybody_starts(world, five)
    await asked(world, messenger)
    for student in five:
        await answer(world, student)
    (digest,) = await digests(world, messenger)
    assert (digest.themes, digest.quotes) == ((), ())


async def test_a_coordinators_home_says_who_has_not_confirmed_and_what_a_channel_refuses(
    world: World, messenger: FakeMessenger
) -> None:
    desk = replace(world, coordinators=frozenset({JO}))
    await apply_roster(
        world, f"{roster()}\n{roster().splitlines()[-1].replace(DR_KIM, DR_LEE)}", at=at(MONDAY, "06:30")
    )
    before = await home_of_jo(desk)
    assert (before.readers, before.put_off) == (Readers((DR_KIM, DR_LEE), frozenset()), ())
    await confirm(world, DR_LEE, when=at(MONDAY, "07:00"))
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    messenger.trouble = [GiveUp("is_archived"), GiveUp("is_archived")]
    await deliver(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    after = await home_of_jo(desk)
    assert after.readers == Readers((DR_KIM, DR_LEE), frozenset({DR_LEE}), {DR_LEE: "is_archived"})
    assert set(after.put_off) == {PutOff(NEXT_MONDAY, "is_archived"), PutOff(NEXT_MONDAY, "is_archived", DR_LEE)}


async def home_of_jo(desk: World) -> CohortAtAGlance:
    home = await open_home(desk, JO, at=at(NEXT_MONDAY, "12:00"))
    assert isinstance(home, CoordinatorHome)
    (cohort,) = home.cohorts
    return cohort


async def test_a_cohort_that_lost_its_rotations_stops_no_other(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    later = roster(["U0IDA"], first=NEXT_MONDAY, rotation="Medicine B")
    for file in (later.replace("Medicine,", "Surgery,"), later):
        await apply_roster(world, file, at=at(MONDAY, "06:30"))
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    desk = await open_home(replace(world, coordinators=frozenset({JO})), JO, at=at(MONDAY, "12:00"))
    assert isinstance(desk, CoordinatorHome)
    assert [(each.cohort.name, len(each.rotations)) for each in desk.cohorts] == [("Medicine", 2), ("Surgery", 0)]


async def replies_of_alice(world: World) -> tuple[Reply, ...]:
    async with world.open_work() as work:
        return await work.replies.all_of(ALICE)


async def test_a_renamed_cohort_has_no_second_digest_of_a_date_and_none_before_six_days(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, EIGHT)
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    fridays = replace(world, program=replace(world.program, digest_day=Weekday.FRI))
    await apply_roster(world, RENAMED, at=at(NEXT_MONDAY, "09:00"))
    assert await publish_digests(world, at=at(NEXT_MONDAY, "09:00")) == 0

    await apply_roster(fridays, RENAMED, at=at(NEXT_MONDAY, "09:00"))
    await asked(world, messenger, on=NEXT_MONDAY)
    for student in EIGHT:
        await answer(world, student, on=NEXT_MONDAY)
    assert await publish_digests(fridays, at=at(FRIDAY, "07:00")) == 0
    assert [each.spent for each in await replies_of_alice(world)] == [True, False]


async def test_what_waits_is_not_lost_when_its_cohort_is_renamed(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    await apply_roster(world, RENAMED, at=at(THURSDAY, "15:00"))
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    assert [each.spent for each in await replies_of_alice(world)] == [True]
    async with world.open_work() as work:
        assert [each.name for each in await work.people.cohorts()] == ["Internal Medicine"]


async def test_a_roster_that_would_leave_what_waits_behind_changes_nothing(world: World) -> None:
    await place(world)
    surgery = roster(["U0IDA"], rotation="Surgery A").replace("Medicine,", "Surgery,")
    await apply_roster(world, surgery, at=at(MONDAY, "06:30"))
    async with world.open_work() as work:
        before = [(each.name, await work.people.rotations_in(each.id)) for each in await work.people.cohorts()]
    with pytest.raises(RosterRefused, match="Cohort Medicine: too little"):
        await apply_roster(world, roster().replace("Medicine,", "Surgery,"), at=at(THURSDAY, "15:00"))
    async with world.open_work() as work:
        after = [(each.name, await work.people.rotations_in(each.id)) for each in await work.people.cohorts()]
    assert before == after


async def test_a_mended_channel_gets_the_digest_that_waited(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await apply_roster(world, roster().replace(DIGEST_CHANNEL, "C0MENDED"), at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "07:01"))
    assert [message.planned.channel for message, saying in messenger.accepted if isinstance(saying, Post)] == [
        "C0MENDED"
    ]


async def test_a_digest_after_an_outage_waits_for_the_morning(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    await publish_digests(world, at=at(NEXT_MONDAY, "23:30"))
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "23:30"))
    assert not any(isinstance(saying, Post) for _, saying in messenger.accepted)
    tuesday = NEXT_MONDAY + timedelta(days=1)
    await deliver_all(world, messenger, when=at(tuesday, "06:00"))
    assert sum(isinstance(saying, Post) for _, saying in messenger.accepted) == 1


async def test_a_small_roster_gets_the_teaching_part_only(world: World, messenger: FakeMessenger) -> None:
    six = EIGHT[:6]
    await place(world, six)
    await everybody_starts(world, six)
    await asked(world, messenger)
    for student in six:
        await answer(world, student)
    (digest,) = await digests(world, messenger)
    assert (digest.themes, digest.quotes) == ((), ())
    assert digest.act


async def test_a_digest_is_composed_once_however_often_the_heart_beats(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:01")) == 0
    assert len(await digests(world, messenger)) == 1


async def test_the_posted_text_is_erased_from_the_outbox(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    await digests(world, messenger)
    async with world.open_work() as work:
        sent = await work.outbox.listed([State.SENT], limit=100)
    assert [message.planned.body for message in sent if message.planned.kind == "digest"] == [None]


async def test_no_digest_on_the_first_morning_and_none_two_weeks_after_the_end(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    assert await publish_digests(world, at=at(MONDAY, "07:00")) == 0
    last_day = MONDAY + timedelta(days=25)
    two_weeks_later = last_day + timedelta(days=10)
    assert await publish_digests(world, at=at(two_weeks_later, "07:00")) == 1
    assert await publish_digests(world, at=at(two_weeks_later + timedelta(days=7), "07:00")) == 0


async def test_a_digest_missed_by_four_days_is_not_composed(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, EIGHT)
    assert await publish_digests(world, at=at(NEXT_MONDAY + timedelta(days=4), "07:00")) == 0
    async with world.open_work() as work:
        reply = await work.replies.get(ALICE, MONDAY)
    assert reply is not None
    assert not reply.spent, "its words wait for the next digest"


@pytest.mark.parametrize("order", [1, -1])
async def test_the_order_of_answering_changes_nothing(world: World, messenger: FakeMessenger, order: int) -> None:
    await a_week(world, messenger, EIGHT[::order])
    (digest,) = await digests(world, messenger)
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
    time_pressure = frozenset({ThemeSlug("time-pressure")})
    released = release(
        [PooledReply(Voice(number), time_pressure, words) for number, words in enumerate(sorted(WORDS.values()))],
        roster_size=8,
        policy=world.program.policy,
        key=hmac.digest(world.release_key, f"{cohort.id}:{NEXT_MONDAY}".encode(), "sha256"),
    )
    assert released is not None
    assert len(digest.quotes) == 3
    assert digest.quotes == released.quotes


async def test_a_digest_that_its_channel_refuses_waits_until_it_is_too_late(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, EIGHT)
    await deliver(world, messenger, when=at(NEXT_MONDAY, "06:59"))
    messenger.trouble = [GiveUp("not_in_channel")]
    assert await digests(world, messenger) == []
    async with world.open_work() as work:
        counts = await work.outbox.counts()
        pending = await work.outbox.listed([State.PENDING], limit=100)
    assert counts[State.FAILED] == 0
    assert "digest" in {message.planned.kind for message in pending}
