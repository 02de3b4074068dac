"""A roster file becomes a plan as a whole, or every problem is named with its line and what to write."""

from contextlib import nullcontext
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.errors import RosterRefused
from bot.domain.people import CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.roster import (
    COLUMNS,
    TEMPLATE,
    Found,
    Member,
    RosterPlan,
    Trouble,
    asks_one_by_one,
    decoded,
    draft_roster,
    found_among,
    read_roster,
    reading_in_words,
    renamed_cohorts,
)
from bot.domain.roster.reading import refusal
from bot.domain.roster.table import Problem

PROGRAM = load_program(Path("config"), load_curriculum(Path("config")))
NEW_YORK = ZoneInfo("America/New_York")
HEADER = ",".join(COLUMNS)
GOOD = {
    "cohort": "Medicine",
    "digest_channel": "C0MEDICINE",
    "rotation": "Medicine A",
    "site": "General",
    "timezone": "America/New_York",
    "first_day": "2026-11-23",
    "last_day": "2026-12-18",
    "reminder_at": "06:30",
    "question_at": "18:00",
    "role": "student",
    "person": "U0ALICE",
}


def line(**cells: str) -> str:
    return ",".join({**GOOD, **cells}[column] for column in COLUMNS)


def read(*lines: str, header: str = HEADER) -> RosterPlan:
    return read_roster("\n".join([header, *lines]), program=PROGRAM)


def problems(*lines: str, header: str = HEADER) -> str:
    with pytest.raises(RosterRefused) as refused:
        read(*lines, header=header)
    return str(refused.value)


def test_a_line_places_one_person() -> None:
    plan = read(line(), line(role="preceptor", person="U0KIM"))
    (cohort,), (rotation,) = plan.cohorts, plan.rotations
    assert (cohort.name, cohort.digest_channel, cohort.digest_day, cohort.digest_at) == (
        "Medicine", "C0MEDICINE", 0, time(7)
    )  # fmt: skip
    assert (rotation.name, rotation.cohort, rotation.zone) == ("Medicine A", "Medicine", NEW_YORK)
    assert (rotation.first_day, rotation.last_day) == (date(2026, 11, 23), date(2026, 12, 18))
    assert (rotation.reminder_at, rotation.question_at) == (time(6, 30), time(18))
    assert [(each.person, each.role) for each in plan.placements] == [
        ("U0ALICE", Role.STUDENT),
        ("U0KIM", Role.PRECEPTOR),
    ]


def test_times_left_empty_are_the_programs() -> None:
    (rotation,) = read(line(reminder_at="", question_at="", site="")).rotations
    assert (rotation.reminder_at, rotation.question_at, rotation.site) == (time(7), time(17, 30), "")


@given(st.permutations(COLUMNS))
def test_the_order_of_columns_is_free(order: list[str]) -> None:
    row = ",".join(GOOD[column] for column in order)
    assert read(row, header=",".join(order)) == read(line())


def test_excels_mark_at_the_beginning_and_spaces_do_no_harm() -> None:
    assert read_roster(f"\ufeff{HEADER}\n{line(person=' U0ALICE ')}\n", program=PROGRAM) == read(line())


def test_a_line_twice_places_once() -> None:
    assert read(line(), line()) == read(line())


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (
            {"person": "Alice Adams"},
            "“Alice Adams” can't be read as person. Write an e-mail address, or a Slack member id such as U012",
        ),
        ({"person": ""}, "person is empty. Write an e-mail address"),
        ({"role": "pupil"}, "“pupil” can't be read as role. Write student or preceptor."),
        ({"timezone": "New York"}, "“New York” can't be read as timezone. Write a zone such as America/New_York."),
        ({"timezone": "../etc"}, "“../etc” can't be read as timezone."),
        ({"timezone": "America"}, "“America” can't be read as timezone. Write a zone such as America/New_York."),
        ({"timezone": "Z" * 300}, f"“{'Z' * 40}…” is too long for timezone. Write a zone such as America/New_York."),
        ({"first_day": "Nov 31 2026"}, "“Nov 31 2026” can't be read as first_day. Write a date such as 2026-11-23."),
        ({"last_day": "2026-11-22"}, "last_day is before first_day."),
        ({"reminder_at": "7"}, "“7” can't be read as reminder_at. Write a time such as 07:00, or leave it empty."),
        (
            {"question_at": "22:30"},
            "question_at is 22:30, in the quiet hours or ten minutes before them. Write a time from 06:00 to 20:50.",
        ),
        (
            {"digest_channel": "#medicine"},
            "digest_channel is #medicine, which is no one channel that Bedside sees. Write the channel's link or its "
            "id, such as C012ABCDEF (in Slack: right-click the channel, Copy, Copy link; the id is the part that "
            "begins with C).",
        ),
        ({"cohort": " "}, "cohort is empty. Write the cohort's name, in at most 75 characters."),
        (
            {"cohort": "M" * 76},
            f"“{'M' * 40}…” is too long for cohort. Write the cohort's name, in at most 75 characters.",
        ),
        (
            {"rotation": "M" * 76},
            f"“{'M' * 40}…” is too long for rotation. Write the rotation's name, in at most 75 characters.",
        ),
        (
            {"site": "M" * 76},
            f"“{'M' * 40}…” is too long for site. Write the site's name, in at most 75 characters, or leave it empty.",
        ),
        ({"cohort": "Med\0icine"}, "“Med icine” can't be read as cohort. Write the cohort's name"),
        ({"site": "General\tWest"}, "“General West” can't be read as site. Write the site's name"),
        (
            {"person": "U" + "0" * 32},
            f"“U{'0' * 32}” is too long for person. Write an e-mail address, or a Slack member id",
        ),
        (
            {"digest_channel": "C" + "0" * 32},
            f"“C{'0' * 32}” is too long for digest_channel. Write the channel's link",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(cells: dict[str, str], says: str) -> None:
    assert f"Line 3: {says}" in problems(line(), line(**cells))


def test_names_and_ids_may_be_as_long_as_that() -> None:
    name, person = "M" * 75, "U" + "0" * 31
    plan = read(line(cohort=name, rotation=name, site=name, person=person))
    assert (plan.cohorts[0].name, plan.rotations[0].name, plan.rotations[0].site) == (name, name, name)
    assert [placement.person for placement in plan.placements] == [person]


@pytest.mark.parametrize("broken", ["M" * 200_000, "Medicine\rSurgery"])
def test_a_line_that_is_no_csv_is_named(broken: str) -> None:
    says = "this can't be read as CSV. Save the file as CSV again, one short line for each person."
    assert f"Line 3: {says}" in problems(line(), line(cohort=broken), line(person="U0BOB"))
    assert f"Line 1: {says}" in problems(line(), header=f"{HEADER},{broken}")


def test_every_mistake_is_named_at_once() -> None:
    said = problems(line(role="pupil", person="alice"), line(last_day="soon"))
    assert said.count("Line 2:") == 2
    assert said.count("Line 3:") == 1
    assert said.startswith("Nothing was changed.")


def test_missing_columns_are_named_together() -> None:
    said = problems("Medicine,U0ALICE", header="cohort,person")
    assert "Line 1: the columns digest_channel, rotation, site" in said


@pytest.mark.parametrize("text", ["", HEADER, f"{HEADER}\n\n"])
def test_an_empty_roster_is_refused(text: str) -> None:
    with pytest.raises(RosterRefused):
        read_roster(text, program=PROGRAM)


def test_one_rotation_described_in_two_ways_is_refused() -> None:
    said = problems(line(), line(person="U0BOB", last_day="2026-12-19"))
    assert "Line 3: last_day differs from line 2, of the same rotation. Write the same on all its lines." in said


def test_a_cohort_without_a_channel_has_its_digests_sent_to_each_preceptor() -> None:
    (cohort,) = read(line(digest_channel=""), line(digest_channel=" ", person="U0BOB")).cohorts
    assert cohort.digest_channel == ""


def test_one_cohort_with_and_without_a_channel_is_refused() -> None:
    said = problems(line(), line(person="U0BOB", digest_channel=""))
    assert "Line 3: digest_channel differs from line 2. A cohort has one digest channel, or none on any" in said


def test_one_cohort_with_two_channels_is_refused() -> None:
    said = problems(line(), line(rotation="Medicine B", person="U0BOB", digest_channel="C0OTHER"))
    assert "Line 3: digest_channel differs from line 2." in said


@given(gap=st.integers(-30, 30))
def test_a_student_is_in_one_rotation_a_day(gap: int) -> None:
    first = date(2026, 12, 18) + timedelta(days=gap)
    later = line(rotation="Medicine B", first_day=first.isoformat(), last_day="2027-02-01")
    if gap > 0:
        assert len(read(line(), later).placements) == 2
    else:
        assert "Line 3: this student is in two rotations on one day (see line 2)." in problems(line(), later)


def test_nobody_is_student_and_preceptor_of_one_cohort() -> None:
    said = problems(line(), line(role="preceptor"))
    assert "Line 3: line 2 has this person in the other role. Keep one of them." in said


def test_a_preceptor_may_teach_in_two_rotations_at_once() -> None:
    plan = read(line(role="preceptor", person="U0KIM"), line(role="preceptor", person="U0KIM", rotation="Medicine B"))
    assert len(plan.placements) == 2


def test_a_name_that_is_written_in_two_ways_is_one_rotation_too_many() -> None:
    said = problems(line(), line(person="U0BOB", rotation="medicine  a", cohort="MEDICINE"))
    assert "Line 3: rotation is “medicine  a”, and “Medicine A” on line 2. Write the same" in said
    assert "Line 3: cohort is “MEDICINE”, and “Medicine” on line 2." in said


def test_what_is_wrong_with_many_lines_alike_is_said_once() -> None:
    said = problems(*(line(timezone="EST", person=f"U{place}") for place in range(10, 18)))
    assert "• Lines 2 to 9: “EST” can't be read as timezone. Write a zone such as America/New_York." in said
    assert said.count("timezone") == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([4], "Line 4"),
        ([2, 3], "Lines 2 and 3"),
        ([*range(2, 7), 9, *range(12, 46)], "Lines 2 to 6, 9 and 12 to 45"),
        ([2, 3, 5], "Lines 2, 3 and 5"),
        ([*range(2, 60, 2)], "Lines 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 17 more"),
    ],
)
def test_lines_are_named_all_as_far_as_they_fit_into_a_sentence(lines: list[int], said: str) -> None:
    (problem,) = refusal(Problem(line, "role is empty.") for line in lines).problems
    assert problem == f"{said}: role is empty."


def test_who_stands_twice_in_one_rotation_is_named_and_does_no_harm() -> None:
    found = found_among([ADDRESS], {ADDRESS: Member(PersonId("U0ALICE"), ADDRESS)})
    draft = draft_roster("\n".join([HEADER, line(person=ADDRESS), line(person="U0BOB"), line()]), program=PROGRAM)
    assert reading_in_words(draft, found) == (
        "3 rows were read.",
        "Line 4 places the same person in the same rotation as line 2, and counts once with it.",
    )
    many = draft_roster("\n".join([HEADER, *[line()] * 6]), program=PROGRAM)
    assert reading_in_words(many, found)[-1] == "So do 2 more lines that stand there twice."


def test_of_more_problems_than_anybody_reads_the_first_are_named() -> None:
    said = problems(*(line(person=f"U{place}", role="", rotation="") for place in range(10, 60)))
    assert said.count("•") == 2
    said = problems(*(line(rotation=f"R{place}", last_day=f"2025-01-{place}", person="") for place in range(10, 31)))
    assert said.count("•") == 2
    said = problems(*(line(person=f"{place}@example.edu", role="preceptor") for place in range(10, 60)))
    assert said.count("•") == 26
    assert "10@example.edu" in said
    assert said.endswith("• And 25 more like these.")


# People who are found by their addresses

ADDRESS = "alice@example.edu"


def test_an_address_becomes_the_id_that_it_belongs_to() -> None:
    found = found_among([ADDRESS], {ADDRESS: Member(PersonId("U0ALICE"), ADDRESS)})
    assert read_roster(f"{HEADER}\n{line(person='Alice@Example.edu')}", found, program=PROGRAM) == read(line())


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (None, "person is alice@example.edu, whom Slack does not know, or whose account is deactivated. Write the"),
        (Trouble.DEACTIVATED, "person is alice@example.edu, whose Slack account is deactivated. Take the line out"),
        (Trouble.BOT, "person is alice@example.edu, which is an app's account. Write a person's e-mail address"),
    ],
)
def test_whoever_can_not_be_placed_is_named_with_the_line(trouble: Trouble | None, says: str) -> None:
    known = {ADDRESS: Member(PersonId("U0ALICE"), ADDRESS, trouble)} if trouble else {}
    with pytest.raises(RosterRefused) as refused:
        read_roster(f"{HEADER}\n{line(person=ADDRESS)}", found_among([ADDRESS], known), program=PROGRAM)
    assert f"Line 2: {says}" in str(refused.value)


def test_an_address_and_the_id_of_one_student_are_one_student() -> None:
    later = line(person="U0ALICE", rotation="Medicine B")
    found = found_among([ADDRESS], {ADDRESS: Member(PersonId("U0ALICE"), ADDRESS)})
    with pytest.raises(RosterRefused, match=r"Line 3: this student is in two rotations on one day \(see line 2\)"):
        read_roster(f"{HEADER}\n{line(person=ADDRESS)}\n{later}", found, program=PROGRAM)


def test_the_template_to_copy_is_a_roster_without_mistakes() -> None:
    found = found_among([ADDRESS], {ADDRESS: Member(PersonId("U0ALICE"), ADDRESS)})
    assert len(read_roster(TEMPLATE, found, program=PROGRAM).placements) == 2


@given(addresses=st.integers(0, 5_000), ids=st.integers(0, 5_000), pages=st.integers(1, 500))
def test_finding_people_takes_at_most_twice_as_long_as_the_better_way(addresses: int, ids: int, pages: int) -> None:
    people = [f"{number}@example.edu" for number in range(addresses)] + [f"U{number}" for number in range(ids)]
    asking = addresses / 50 + ids / 100
    read = 0
    while read < pages and not asks_one_by_one(people, pages_read=read):
        read += 1
    taken = read / 20 + (asking if read < pages else 0)
    # One page is the least that reading takes.
    assert taken <= 2 * min(asking, pages / 20) + 1e-9 or taken <= 1 / 20


def test_a_channels_name_becomes_the_id_that_it_belongs_to() -> None:
    found = Found(channels={"#medicine": "C0MEDICINE"})
    text = f"{HEADER}\n{line(digest_channel='#Medicine')}\n{line(person='U0BOB')}"
    assert draft_roster(text, program=PROGRAM).channels == ("#medicine",)
    (cohort,) = read_roster(text, found, program=PROGRAM).cohorts
    assert cohort.digest_channel == "C0MEDICINE"


# Cohorts that get other names

TODAY = date(2026, 11, 30)
BEGUN, TO_COME = "2026-11-23", "2026-12-01"


def there(**cohorts: dict[str, str]) -> dict[str, tuple[Rotation, ...]]:
    """Cohorts with the first days of their rotations, by name."""
    return {
        cohort: tuple(
            Rotation(
                RotationId(1), CohortId(1), name, "", NEW_YORK, date.fromisoformat(first), date.max, time(7), time(17)
            )
            for name, first in rotations.items()
        )
        for cohort, rotations in cohorts.items()
    }


def renamed(said: dict[str, str], there: dict[str, tuple[Rotation, ...]]) -> dict[str, str]:
    """What becomes of cohorts when a file says in which one each rotation is."""
    lines = [
        line(rotation=name, cohort=cohort, person=f"U{place}") for place, (name, cohort) in enumerate(said.items(), 10)
    ]
    students = {each.name: {PersonId(f"U0{each.name}")} for rotations in there.values() for each in rotations}
    return renamed_cohorts(read(*lines), there, students=students, needed=7, on=TODAY)


@pytest.mark.parametrize(
    ("said", "before", "names"),
    [
        ({"A": "Spring"}, there(Fall={"A": BEGUN}), {"Fall": "Spring"}),
        ({"A": "Spring", "B": "Spring"}, there(Fall={"A": BEGUN, "B": TO_COME}), {"Fall": "Spring"}),
        ({"A": "Spring", "C": "Spring"}, there(Fall={"A": BEGUN}), {"Fall": "Spring"}),
        ({"A": "Spring", "B": "New"}, there(Fall={"A": BEGUN}, Cold={"B": BEGUN}), {"Fall": "Spring", "Cold": "New"}),
        ({"A": "Fall"}, there(Fall={"A": BEGUN}), {}),
        ({"A": "Spring"}, there(), {}),
        ({"A": "Spring"}, there(Fall={"A": BEGUN, "B": BEGUN}), {}),
        ({"A": "Spring", "B": "Fall"}, there(Fall={"A": BEGUN, "B": BEGUN}), {}),
        ({"B": "Spring"}, there(Fall={"A": BEGUN, "B": TO_COME}), {}),
        ({"A": "Winter"}, there(Fall={"A": TO_COME}, Winter={"B": BEGUN}), {}),
        ({"A": "Spring"}, there(Fall={}), {}),
    ],
)  # fmt: skip
def test_a_cohort_is_renamed_when_all_its_rotations_go_to_one_new_name(
    said: dict[str, str], before: dict[str, tuple[Rotation, ...]], names: dict[str, str]
) -> None:
    assert renamed(said, before) == names


@pytest.mark.parametrize(
    ("said", "before", "left"),
    [
        ({"A": "Winter"}, there(Fall={"A": BEGUN}, Winter={"B": BEGUN}), ["Fall"]),
        ({"A": "Winter", "B": "Fall"}, there(Fall={"A": BEGUN}, Winter={"B": BEGUN}), ["Fall", "Winter"]),
        ({"A": "Spring", "B": "Spring"}, there(Fall={"A": BEGUN}, Winter={"B": BEGUN}), ["Fall", "Winter"]),
        ({"A": "Spring", "B": "Summer"}, there(Fall={"A": BEGUN, "B": BEGUN}), ["Fall"]),
        ({"A": "Spring", "C": "Fall"}, there(Fall={"A": BEGUN}), ["Fall"]),
        ({"A": "Spring"}, there(Fall={"A": BEGUN, "B": TO_COME}), ["Fall"]),
    ],
)  # fmt: skip
def test_a_cohort_that_has_begun_is_not_left_without_what_has(
    said: dict[str, str], before: dict[str, tuple[Rotation, ...]], left: list[str]
) -> None:
    with pytest.raises(RosterRefused) as refused:
        renamed(said, before)
    lines = [each for each in str(refused.value).splitlines() if "Cohort " in each]
    assert [each.split("Cohort ")[1].split(":")[0] for each in lines] == left
    assert all("write one new name on the lines of all its rotations" in each for each in lines)


@pytest.mark.parametrize(("stay", "is_left"), [(7, False), (6, True), (0, True)])
def test_a_cohort_that_is_large_enough_is_not_left_without_enough_students(stay: int, *, is_left: bool) -> None:
    there_now = there(Fall={"A": BEGUN, "B": BEGUN}, Winter={})
    many = {PersonId(f"U{number}") for number in range(20)}
    students = {"A": many, "B": set(sorted(many)[:stay])}
    plan = read(line(rotation="A", cohort="Winter"))
    with pytest.raises(RosterRefused, match="Cohort Fall: too little") if is_left else nullcontext():
        assert renamed_cohorts(plan, there_now, students=students, needed=7, on=TODAY) == {}


# A file as the office sends it

MESSY = """\
sep=;
Cohort;Digest Channel;Rotation;Site;Time zone;TimeZone;First day;Last-Day;Reminder_at;QUESTION_AT;Role;Person;Phone
Medicine;;Medicine A;St. Zoë;;America/New_York;03/04/2026;23.05.2026;7:00 AM;5:30 PM;Student;alice@example.edu;555
Medicine;;Medicine A;St. Zoë;;America/New_York;46085;23.05.2026;7:00;17:30;student;bob@example.edu;
Medicine;;Medicine B;St. Zoë;;EST;2026-03-09;2026-04-03;7:00;17:30;student;carol@example.edu;
Medicine;medicine;Medicine C;St. Zoë;;America/New_York;2026-03-09;2026-04-03;0.25;22:30;student;dev@example.edu;
Medicine;;Medicine D;St. Zoë;;America/New_York;2026-03-09;2026-03-08;7:00;17:30;resident;Esi Mensah;
Medicine;;Medicine E;St. Zoë;;America/New_York;2026-03-09;2026-04-03;7:00;17:30;student;nobody@example.edu;
Medicine;;medicine e;St. Zoë;;America/New_York;2026-03-09;2026-04-03;7:00;17:30;preceptor;app@example.edu;
Medicine;;Medicine E;Riverside;;America/New_York;2026-03-09;2026-04-03;7:00;17:30;student;femi@example.edu;
Medicine;C0MED;Medicine F;;;America/New_York;2026-03-16;2026-04-03;7:00;17:30;student;femi@example.edu;
Medicine;;Medicine G;;;America/New_York;2026-05-04;2026-05-29;7:00;17:30;preceptor;femi@example.edu;
;;;;;;;;;;;;
Medicine;;;;;America/New_York;2026-05-04;2026-05-29;7:00;17:30;student;gone@example.edu;
Medicine;;Medicine G, H;;;America/New_York;2026-05-04;2026-05-29;7:00;17:30;student;hana@example.edu;;;left over
"""
SAID = (
    "Line 3: first_day is 03/04/2026, which may mean March 4 or April 3. Write 2026-03-04 or 2026-04-03.",
    "Line 4: first_day is the number 46085, which Excel shows for a date in a cell without a format. In Excel, format "
    "the column as a date. Write a date such as 2026-11-23.",
    "Line 5: “EST” can't be read as timezone. Write a zone such as America/New_York.",
    "Line 6: “medicine” can't be read as digest_channel. Write the channel's link or its id, such as C012ABCDEF "
    "(in Slack: right-click the channel, Copy, Copy link; the id is the part that begins with C). Or leave it empty: "
    "then each preceptor gets the digest as a direct message, or in the channel that the cohort has already.",
    "Line 6: reminder_at is the number 0.25, which Excel shows for a time in a cell without a format. In Excel, format "
    "the column as a time. Write a time such as 07:00, or leave it empty.",
    "Line 6: question_at is 22:30, in the quiet hours or ten minutes before them. Write a time from 06:00 to 20:50.",
    "Line 7: “resident” can't be read as role. Write student or preceptor.",
    "Line 7: “Esi Mensah” can't be read as person. Write an e-mail address, or a Slack member id such as U012ABCDEF "
    "(in Slack: the profile, ⋮, Copy member ID).",
    "Line 7: last_day is before first_day. Write the later date as last_day.",
    "Line 8: person is nobody@example.edu, whom Slack does not know, or whose account is deactivated. Write the e-mail "
    "address of their Slack account, or their member id.",
    "Line 9: person is app@example.edu, which is an app's account. Write a person's e-mail address or member id.",
    "Line 9: rotation is “medicine e”, and “Medicine E” on line 8. Write the same, or names that differ more.",
    "Line 10: site differs from line 8, of the same rotation. Write the same on all its lines.",
    "Line 11: digest_channel differs from line 8. A cohort has one digest channel, or none on any of its lines.",
    "Line 11: this student is in two rotations on one day (see line 10). Keep one.",
    "Line 12: line 10 has this person in the other role. Keep one of them.",
    "Line 14: rotation is empty. Write the rotation's name, in at most 75 characters.",
    "Line 15: there are more cells than columns. A name with a comma in it needs quotation marks around it, as Excel "
    "writes them.",
)


def test_everything_that_is_wrong_with_a_messy_file_is_said_at_once() -> None:
    """In Windows's letters, with Excel's own first line, other names for columns and an empty row."""
    text = decoded(MESSY.encode("cp1252"))
    draft = draft_roster(text, program=PROGRAM)
    assert draft.ignored == ("Time zone", "Phone")
    members = {each: Member(PersonId(f"U0{place}"), each) for place, each in enumerate(draft.people)}
    members["app@example.edu"] = Member(PersonId("U0APP"), "app@example.edu", Trouble.BOT)
    del members["nobody@example.edu"]
    with pytest.raises(RosterRefused) as refused:
        read_roster(text, found_among(draft.people, members), program=PROGRAM)
    assert refused.value.problems == SAID
