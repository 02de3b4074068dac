"""Preceptors, whom they teach, and whether they were told and have confirmed."""

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.outbox import NOT_WANTED, Kind, Planned, State
from bot.domain.people import CohortId, PersonId, Role
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from tests.databases import OpenDatabase
from tests.storage.cast import (
    ALICE,
    BOB,
    DAY,
    DR_KIM,
    HOUR,
    MALLORY,
    MONDAY,
    NOON,
    added,
    apply,
    claimed,
    medicine,
    placed,
    rotation,
    settled,
)

DR_LEE = PersonId("ULEE")
LAST_DAY = MONDAY + 25 * DAY


async def given_two_cohorts(open_work: OpenWork) -> dict[str, CohortId]:
    """Dr. Kim teaches Alice in Medicine and, from the fifth week on, in Surgery; Dr. Lee teaches in Medicine."""
    later = rotation("Theatre", cohort="Surgery", first=MONDAY + 28 * DAY)
    people = (
        *placed("Ward A", [ALICE]),
        *placed("Ward A", [DR_KIM, DR_LEE], Role.PRECEPTOR),
        *placed("Theatre", [DR_KIM], Role.PRECEPTOR),
        *placed("Theatre", [DR_LEE, BOB]),
    )
    await apply(open_work, RosterPlan((medicine("Surgery"), medicine()), (rotation(), later), people))
    async with open_work() as work:
        return {cohort.name: cohort.id for cohort in await work.people.cohorts()}


async def told(open_work: OpenWork, *people: PersonId) -> list[bool]:
    async with open_work() as work:
        news = [await work.preceptors.tell(person) for person in people]
        await work.commit()
        return news


async def confirmed(open_work: OpenWork, *people: PersonId) -> list[bool]:
    async with open_work() as work:
        news = [await work.preceptors.confirm(person, at=NOON) for person in people]
        await work.commit()
        return news


async def have_confirmed(open_work: OpenWork, people: Collection[PersonId]) -> frozenset[PersonId]:
    async with open_work() as work:
        return await work.preceptors.confirmed(people)


async def test_a_cohorts_preceptors_are_those_of_rotations_that_run_on_any_of_the_days(open_work: OpenWork) -> None:
    cohorts = await given_two_cohorts(open_work)
    async with open_work() as work:
        of = work.preceptors.of
        assert await of(cohorts["Medicine"], since=MONDAY, until=MONDAY) == (DR_KIM, DR_LEE)
        assert await of(cohorts["Medicine"], since=LAST_DAY, until=LAST_DAY + 7 * DAY) == (DR_KIM, DR_LEE)
        assert await of(cohorts["Medicine"], since=LAST_DAY + DAY, until=LAST_DAY + 7 * DAY) == ()
        assert await of(cohorts["Medicine"], since=MONDAY - 7 * DAY, until=MONDAY - DAY) == ()
        assert await of(cohorts["Surgery"], since=MONDAY, until=MONDAY + 28 * DAY) == (DR_KIM,)


async def test_a_preceptor_teaches_in_cohorts_until_the_last_rotation_ended(open_work: OpenWork) -> None:
    await given_two_cohorts(open_work)
    async with open_work() as work:

        async def names(person: PersonId, days: int) -> list[str]:
            return [each.name for each in await work.preceptors.cohorts_of(person, since=LAST_DAY + days * DAY)]

        assert await names(DR_KIM, 0) == ["Medicine", "Surgery"]
        assert await names(DR_KIM, 1) == ["Surgery"]
        assert await names(DR_KIM, 29) == []
        assert await names(DR_LEE, 0) == ["Medicine"], "where Dr. Lee studies is not where Dr. Lee teaches"
        assert await names(ALICE, 0) == await names(MALLORY, 0) == []


async def test_everybody_is_told_once_and_confirms_once(open_work: OpenWork) -> None:
    await given_two_cohorts(open_work)
    assert await told(open_work, DR_KIM, DR_KIM) == [True, False]
    assert await have_confirmed(open_work, [DR_KIM, DR_LEE]) == frozenset()
    assert await confirmed(open_work, DR_KIM, DR_KIM) == [True, False]
    assert await told(open_work, DR_KIM) == [False]
    assert await have_confirmed(open_work, [DR_KIM, DR_LEE]) == {DR_KIM}
    assert await have_confirmed(open_work, []) == frozenset()


async def test_who_confirms_before_being_told_need_not_be_told_any_more(open_work: OpenWork) -> None:
    cohorts = await given_two_cohorts(open_work)
    assert await confirmed(open_work, DR_LEE) == [True]
    async with open_work() as work:
        assert await work.preceptors.untold(on=MONDAY, planned_before=NOON, limit=10) == (
            (DR_KIM, cohorts["Medicine"]),
        )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, [(DR_KIM, "Medicine"), (DR_LEE, "Medicine")]),
        (25, [(DR_KIM, "Medicine"), (DR_LEE, "Medicine")]),
        (26, [(DR_KIM, "Surgery")]),
        (80, []),
    ],
)
async def test_whoever_is_to_be_told_comes_with_the_first_cohort_that_has_not_ended(
    open_work: OpenWork, days: int, expected: list[tuple[PersonId, str]]
) -> None:
    cohorts = await given_two_cohorts(open_work)
    async with open_work() as work:
        found = await work.preceptors.untold(on=MONDAY + days * DAY, planned_before=NOON, limit=10)
    assert sorted(found) == [(person, cohorts[name]) for person, name in expected]


async def test_those_to_be_told_come_a_few_at_a_time(open_work: OpenWork) -> None:
    await given_two_cohorts(open_work)
    async with open_work() as work:
        assert [person for person, _ in await work.preceptors.untold(on=MONDAY, planned_before=NOON, limit=1)] == [
            DR_KIM
        ]
    await told(open_work, DR_KIM)
    async with open_work() as work:
        assert [person for person, _ in await work.preceptors.untold(on=MONDAY, planned_before=NOON, limit=1)] == [
            DR_LEE
        ]


async def test_who_was_told_can_be_lost_and_found_again(open_work: OpenWork) -> None:
    await given_two_cohorts(open_work)
    await told(open_work, DR_KIM)
    async with open_work() as work:
        records = work.preceptors
        assert not await records.found(DR_KIM)
        codes = ["user_disabled", "user_disabled", "user_not_found"]
        assert [await records.lose(DR_KIM, code) for code in codes] == [True, False, True]
        assert not await records.lose(MALLORY, "user_disabled"), "of others nothing is noted"
        assert await records.unreachable([DR_KIM, DR_LEE, MALLORY]) == {DR_KIM: "user_not_found"}
        assert [await records.found(DR_KIM) for _ in range(2)] == [True, False]
        assert await records.unreachable([DR_KIM]) == {}


@pytest.mark.parametrize(
    ("ended", "reason", "again"),
    [
        (State.FAILED, "user_disabled", True),
        (State.EXPIRED, "too_late", True),
        (State.CANCELLED, NOT_WANTED, True),
        (State.CANCELLED, "withdrawn", False),
        (State.UNKNOWN, "", False),
    ],
)
async def test_who_was_told_in_vain_is_to_be_told_again_a_while_after(
    open_work: OpenWork, ended: State, reason: str, again: bool
) -> None:
    cohort = (await given_two_cohorts(open_work))["Medicine"]
    await told(open_work, DR_KIM, DR_LEE)
    key = f"{Kind.BRIEFING}:{DR_KIM}"
    briefing = Planned(Kind.BRIEFING, key, NOON, NOON + DAY, student=DR_KIM, cohort_id=cohort, body="once")
    await added(open_work, briefing)

    async def untold(planned_before: datetime = NOON) -> tuple[tuple[PersonId, CohortId], ...]:
        async with open_work() as work:
            return await work.preceptors.untold(on=MONDAY, planned_before=planned_before, limit=10)

    assert await untold() == ()
    (message,) = await claimed(open_work)
    await settled(open_work, message, ended, reason=reason)
    assert await untold() == (((DR_KIM, cohort),) if again else ())
    assert await untold(NOON - HOUR) == ()

    later = replace(briefing, send_at=NOON + DAY, too_late_at=NOON + 2 * DAY, body="again")
    async with open_work() as work:
        assert await work.outbox.stand([key, "briefing:nobody"], planned_before=NOON - HOUR) == {key}
        assert (await work.outbox.stand([key], planned_before=NOON) == frozenset()) is again
        assert not await work.outbox.renew(later, planned_before=NOON - HOUR)
        assert [await work.outbox.renew(later, planned_before=NOON) for _ in range(2)] == [again, False]
        await work.commit()
    if again:
        (message,) = await claimed(open_work, at=NOON + DAY)
        async with open_work() as work:
            await work.delivery.reword(message.id, body="otherwise")
            assert (message.planned, await work.delivery.body(message.id)) == (replace(later, body=None), "otherwise")
    await confirmed(open_work, DR_KIM)
    assert await untold() == ()


async def test_of_two_workers_at_once_one_tells(another_database: OpenDatabase) -> None:
    one, other = another_database(), another_database()
    await given_two_cohorts(one.open_work)
    news = await asyncio.gather(*(told(each.open_work, DR_KIM) for each in (one, other, one, other)))
    assert sorted(news) == [[False], [False], [False], [True]]
