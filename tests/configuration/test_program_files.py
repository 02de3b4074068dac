"""The program's files: ours load, and whatever is wrong with one is named with its file, line and key."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.calendar import Weekday
from bot.domain.curriculum import Curriculum, Override, PrincipleSlug
from bot.domain.errors import ProgramFileWrong
from bot.domain.program import SupportLine

SHIPPED = Path(__file__).parents[2] / "config"
PACK_TEXT = (SHIPPED / "principles.yaml").read_text(encoding="utf-8")
PROGRAM_TEXT = (SHIPPED / "program.yaml").read_text(encoding="utf-8")

FIRST_QUESTION = "Where did the relationship itself help someone you looked after this week?"
FIRST_THEME = '{slug: time-pressure, label: "Time pressure"}'

HOURS = 'hours: {earliest: "06:00", latest: "21:00"}'
WORKING_DAYS = "working_days: [mon, tue, wed, thu, fri]"
DIGEST = 'digest: {day: mon, at: "07:00"}'
SCHOOL = 'name: "" # such as "Student wellness office"\n    how: ""'
ROUTE = 'name: "" # such as "Learning environment office"\n    how: ""'
DAY = "lessons.2026-12-23"
LESSON = "{principle: ask-to-know}"

Config = Callable[..., Path]


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    return load_curriculum(SHIPPED)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Write both files, one of them changed."""

    def write(*, pack: str = PACK_TEXT, program: str = PROGRAM_TEXT) -> Path:
        (tmp_path / "principles.yaml").write_text(pack, encoding="utf-8")
        (tmp_path / "program.yaml").write_text(program, encoding="utf-8")
        return tmp_path

    return write


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def marked_line(text: str) -> int:
    """The line that the test has marked."""
    return next(n for n, line in enumerate(text.splitlines(), start=1) if "# HERE" in line)


def lesson(field: str) -> str:
    """A lesson on a date with one more field, marked."""
    return f"lessons: {{2026-12-23: {{principle: ask-to-know, {field}}}}} # HERE"


def assert_refused(folder: Path, curriculum: Curriculum, *, file: str, line: int, key: str, says: str) -> None:
    with pytest.raises(ProgramFileWrong) as refused:
        load_curriculum(folder) if file == "principles.yaml" else load_program(folder, curriculum)
    assert str(refused.value).startswith(f"{folder / file}, line {line}, {key}: ")
    assert says in str(refused.value)


# What is right.


def test_the_shipped_pack_has_fourteen_principles_and_ten_themes(curriculum: Curriculum) -> None:
    assert len(curriculum.principles) == 14
    assert len(curriculum.themes) == 10
    assert curriculum.principles[0].slug == "alliance-matters"
    assert curriculum.principles[13].source_paragraphs == (6, 7)
    assert curriculum.themes[0].label == "Time pressure"


def test_the_shipped_program_says_what_the_product_promises(curriculum: Curriculum) -> None:
    program = load_program(SHIPPED, curriculum)
    assert (program.reminder_at, program.question_at) == (time(7), time(17, 30))
    assert (program.hours.earliest, program.hours.latest) == (time(6), time(21))
    assert program.working_days == {Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI}
    assert (program.digest_day, program.digest_at) == (Weekday.MON, time(7))
    assert program.smallest_group == 5
    assert (program.settle, program.carry_over) == (timedelta(hours=12), timedelta(weeks=4))
    assert (program.retention, program.question_open) == (timedelta(days=30), timedelta(days=7))
    assert (program.days_off, dict(program.overrides)) == (frozenset(), {})


def test_the_shipped_program_leaves_the_schools_own_line_to_be_filled_in(curriculum: Curriculum) -> None:
    (line,) = load_program(SHIPPED, curriculum).support_lines
    assert "988" in line.name
    assert not line.school


def test_a_line_that_the_school_has_filled_in_is_read(config: Config, curriculum: Curriculum) -> None:
    filled = changed(PROGRAM_TEXT, 'name: "" #', 'name: "Student wellness" #')
    filled = changed(filled, 'how: "" #', 'how: "Walk in" #')
    lines = load_program(config(program=filled), curriculum).support_lines
    assert lines[1:] == (SupportLine("Student wellness", "Walk in", school=True),)


def test_the_shipped_program_leaves_the_reporting_routes_to_be_filled_in(curriculum: Curriculum) -> None:
    assert load_program(SHIPPED, curriculum).reporting_routes == ()


def test_reporting_routes_are_the_schools_own_and_those_without_words_are_left_out(
    config: Config, curriculum: Curriculum
) -> None:
    filled = changed(PROGRAM_TEXT, ROUTE, 'name: "Dean"\n    how: "Walk in"\n  - name: ""\n    how: ""')
    program = load_program(config(program=filled), curriculum)
    assert program.reporting_routes == (SupportLine("Dean", "Walk in", school=True),)
    assert [line.name for line in program.support_lines if line.school] == []


@pytest.mark.parametrize("routes", ["", "reporting_routes: []\n"])
def test_a_program_may_name_no_reporting_routes(config: Config, curriculum: Curriculum, routes: str) -> None:
    start, end = PROGRAM_TEXT.index("reporting_routes:"), PROGRAM_TEXT.index("# Dates without")
    program = load_program(config(program=PROGRAM_TEXT[:start] + routes + PROGRAM_TEXT[end:]), curriculum)
    assert program.reporting_routes == ()


def test_lessons_and_days_off_are_read_by_date(config: Config, curriculum: Curriculum) -> None:
    lessons = (
        "lessons:\n  2026-12-23: {principle: make-it-safe, reminder: 6}\n  '2026-12-30': {principle: ask-to-know}\n"
    )
    written = changed(PROGRAM_TEXT, "lessons: {}", lessons)
    written = changed(written, "days_off: []", "days_off: [2026-12-24, 2026-12-25]")
    program = load_program(config(program=written), curriculum)
    assert program.days_off == {date(2026, 12, 24), date(2026, 12, 25)}
    assert program.overrides == {
        date(2026, 12, 23): Override(PrincipleSlug("make-it-safe"), reminder=6),
        date(2026, 12, 30): Override(PrincipleSlug("ask-to-know")),
    }
    with pytest.raises(TypeError):
        program.overrides[date(2027, 1, 1)] = Override(PrincipleSlug("ask-to-know"))  # type: ignore[index]


def test_times_need_no_quotes(config: Config, curriculum: Curriculum) -> None:
    unquoted = changed(PROGRAM_TEXT, '"17:30"', "17:30")
    assert load_program(config(program=unquoted), curriculum).question_at == time(17, 30)


def test_a_text_may_run_over_several_lines(config: Config) -> None:
    folded = changed(PACK_TEXT, f'"{FIRST_QUESTION}"', ">-\n          Where did it help\n          you this week?")
    assert load_curriculum(config(pack=folded)).principles[0].questions[0] == "Where did it help you this week?"


def test_a_byte_order_mark_is_no_part_of_the_first_key(config: Config) -> None:
    assert load_curriculum(config(pack="\ufeff" + PACK_TEXT)) == load_curriculum(SHIPPED)


# What is wrong. In each case the line in question is marked.

QUESTION = f'"{FIRST_QUESTION}"'
SECOND_THEME = '{slug: hard-to-stay-quiet, label: "Hard to stay quiet and listen"}'
TITLE = '    title: "Rapport before diagnosis"'
SLUG = "  - slug: rapport-first"
PARAGRAPHS = "    source_paragraphs: [2]"
REMINDERS = "    reminders:\n"


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        (TITLE, '    titel: "Rapport" # HERE', "principles[1].titel", "not known here. Write title."),
        ("themes:", "colors: blue # HERE\nthemes:", "colors", "not known here. Write one of themes, principles."),
        (TITLE, f'    title: "Rapport"\n{TITLE} # HERE', "principles[1].title", "says the same. Keep one"),
        (FIRST_THEME, "{slug: a, slug: b, label: c} # HERE", "themes[0].slug", "says the same. Keep one"),
        (FIRST_THEME, "{? [a, b] : c} # HERE", "themes[0].?", "not known here. Write one of slug, label."),
        (FIRST_THEME, "{<<: {slug: a}, label: b} # HERE", "themes[0].<<", "not known here. Write one of slug, label."),
        (FIRST_THEME, "{slug: a} # HERE", "themes[0].label", "it is missing. Write “label: …” here."),
        (SLUG + "\n" + TITLE, SLUG + " # HERE", "principles[1].title", "it is missing. Write “title: …” here."),
        (FIRST_THEME, "hurry # HERE", "themes[0]", "a text, not a group of keys. Write “key: value”, one a line."),
        (
            f"{FIRST_THEME}\n  - {SECOND_THEME}",
            f"{FIRST_THEME} # HERE",
            "themes",
            "there are 9 here. Write exactly 10.",
        ),
        (f"  - {FIRST_THEME}", f"  - {{slug: a, label: b}} # HERE\n  - {FIRST_THEME}", "themes", "there are 11 here."),
        (QUESTION, "Where: here? # HERE", "principles[0].questions[0]", "a group of keys, not a text. Put the whole"),
        (QUESTION, "yes # HERE", "principles[0].questions[0]", "a yes or no, not a text"),
        (QUESTION, "7 # HERE", "principles[0].questions[0]", "a number, not a text"),
        (QUESTION, "2026-11-23 # HERE", "principles[0].questions[0]", "a date, not a text"),
        (QUESTION, "# HERE", "principles[0].questions[0]", "nothing, not a text"),
        (QUESTION, "[why] # HERE", "principles[0].questions[0]", "a list, not a text"),
        (QUESTION, "!me why? # HERE", "principles[0].questions[0]", "something else, not a text"),
        (QUESTION, '" " # HERE', "principles[0].questions[0]", "this text is empty. Write some words."),
        (QUESTION, '"Tell me." # HERE', "principles[0].questions[0]", "has 0 question marks. Write exactly one."),
        (QUESTION, '"What? Why?" # HERE', "principles[0].questions[0]", "has 2 question marks. Write exactly one."),
        (QUESTION, f'"{"why " * 50}why?" # HERE', "principles[0].questions[0]", "204 characters. Write at most 200."),
        (REMINDERS, f'{REMINDERS}      - "{"a" * 201}" # HERE\n', "principles[0].reminders[0]", "201 characters."),
        ("    acts:\n", f'    acts:\n      - "{"a" * 241}" # HERE\n', "principles[0].acts[0]", "Write at most 240."),
        (TITLE, f'    title: "{"a" * 81}" # HERE', "principles[1].title", "81 characters. Write at most 80."),
        (FIRST_THEME, f"{{slug: a, label: {'b' * 76}}} # HERE", "themes[0].label", "Write at most 75."),
        (SLUG, "  - slug: Rapport First # HERE", "principles[1].slug", "“Rapport First” can't be a slug. Write small"),
        (SLUG, "  - slug: alliance-matters # HERE", "principles[1].slug", "says the same. Keep one of the two"),
        (SECOND_THEME, f"{FIRST_THEME} # HERE", "themes[1].slug", "says the same. Keep one of the two"),
        (SECOND_THEME, "{slug: a, label: Time Pressure} # HERE", "themes[1].label", "says the same. Keep one"),
        (PARAGRAPHS, "    source_paragraphs: [2, 8] # HERE", "principles[1].source_paragraphs[1]", "from 1 to 7."),
        (PARAGRAPHS, "    source_paragraphs: [] # HERE", "principles[1].source_paragraphs", "Write at least 1."),
        (PARAGRAPHS, "    source_paragraphs: 2 # HERE", "principles[1].source_paragraphs", "a number, not a list."),
    ],
)
def test_a_mistake_in_the_pack_is_named(
    config: Config, curriculum: Curriculum, old: str, new: str, key: str, says: str
) -> None:
    pack = changed(PACK_TEXT, old, new)
    assert_refused(config(pack=pack), curriculum, file="principles.yaml", line=marked_line(pack), key=key, says=says)


def test_a_text_that_another_principle_has_already_is_named(config: Config, curriculum: Curriculum) -> None:
    pack = PACK_TEXT.replace('"How do you respond when someone holds back?"', f"{QUESTION} # HERE")
    key = "principles[10].questions[2]"
    assert_refused(
        config(pack=pack), curriculum, file="principles.yaml", line=marked_line(pack), key=key, says="says the same"
    )


def test_fourteen_principles_are_demanded(config: Config, curriculum: Curriculum) -> None:
    pack, _, _ = PACK_TEXT.partition("  - slug: make-time-stay-humble")
    line = pack[: pack.index("  - slug: alliance-matters")].count("\n") + 1
    says = "there are 13 here. Write exactly 14."
    assert_refused(config(pack=pack), curriculum, file="principles.yaml", line=line, key="principles", says=says)


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ('program: "Bedside"', "program: [Bedside] # HERE", "program", "a list, not a text"),
        ('reminder_at: "07:00"', 'reminder_at: "05:59" # HERE', "reminder_at", "05:59 lies outside the hours. Write a"),
        ('question_at: "17:30"', 'question_at: "21:01" # HERE', "question_at", "Write a time from 06:00 to 20:50, or"),
        ('question_at: "17:30"', 'question_at: "20:51" # HERE', "question_at", "within ten minutes of the hours' end"),
        (
            'reminder_at: "07:00"',
            "reminder_at: 7am # HERE",
            "reminder_at",
            '“7am” is not a time. Write a time such as "07:00".',
        ),
        ('reminder_at: "07:00"', "reminder_at: 25:00 # HERE", "reminder_at", "“25:00” is not a time."),
        (
            HOURS,
            'hours: {earliest: "21:00", latest: "06:00"} # HERE',
            "hours.latest",
            "end before they begin",
        ),
        (HOURS, "hours: all day # HERE", "hours", "a text, not a group of keys"),
        (
            WORKING_DAYS,
            "working_days: [Monday] # HERE",
            "working_days[0]",
            "“Monday” is not known here. Write one",
        ),
        (
            WORKING_DAYS,
            "working_days: [mon, tues] # HERE",
            "working_days[1]",
            "“tues” is not known here. Write tue.",
        ),
        (WORKING_DAYS, "working_days: [mon, mon] # HERE", "working_days[1]", "says the same"),
        (WORKING_DAYS, "working_days: [] # HERE", "working_days", "too few here. Write at least 1."),
        (DIGEST, 'digest: {day: mon, at: "22:00"} # HERE', "digest.at", "22:00 lies outside the hours"),
        (DIGEST, 'digest: {dya: mon, at: "07:00"} # HERE', "digest.dya", "not known here. Write day."),
        (
            "smallest_group: 5",
            "smallest_group: 3 # HERE",
            "smallest_group",
            "“3” can't be used. Write a whole number from 4",
        ),
        ("smallest_group: 5", "smallest_group: -5 # HERE", "smallest_group", "“-5” can't be used"),
        (
            "smallest_group: 5",
            'smallest_group: "5" # HERE',
            "smallest_group",
            "“5” can't be used. Write a whole number",
        ),
        ("smallest_group: 5", "smallest_grupo: 5 # HERE", "smallest_grupo", "Write smallest_group."),
        (
            "settle_hours: 12",
            "settle_hours: 0 # HERE",
            "settle_hours",
            "“0” can't be used. Write a whole number from 1",
        ),
        ("carry_over_weeks: 4", "carry_over_weeks: 5 # HERE", "carry_over_weeks", "from 1 to 4."),
        ("retention_days: 30", "retention_days: 29 # HERE", "retention_days", "from 30 to 365."),
        ("question_open_days: 7", "question_open_days: 1.5 # HERE", "question_open_days", "from 1 to 7."),
        ("question_open_days: 7", "question_open_days: # HERE", "question_open_days", "from 1 to 7."),
        ('    how: "Call', '    who: me # HERE\n    how: "Call', "support_lines[0].who", "not known here. Write how."),
        ("school: true", "school: perhaps # HERE", "support_lines[1].school", "“perhaps” is neither true nor false."),
        (
            SCHOOL,
            'name: "" # HERE\n    how: "Walk in"',
            "support_lines[1].name",
            "this text is empty. Write some words.",
        ),
        (SCHOOL, 'name: "Dean"\n    how: "" # HERE', "support_lines[1].how", "this text is empty. Write some words."),
        (ROUTE, 'name: "Dean"\n    how: "" # HERE', "reporting_routes[0].how", "this text is empty. Write some words."),
        (
            ROUTE,
            'name: "" # HERE\n    how: "Walk in"',
            "reporting_routes[0].name",
            "this text is empty. Write some words.",
        ),
        (ROUTE, f'name: "{81 * "a"}" # HERE\n    how: b', "reporting_routes[0].name", "Write at most 80."),
        (ROUTE, f'name: a\n    how: "{201 * "b"}" # HERE', "reporting_routes[0].how", "Write at most 200."),
        (
            ROUTE,
            "name: a\n    how: b\n    school: true # HERE",
            "reporting_routes[0].school",
            "not known here. Write one of name, how.",
        ),
        (f"reporting_routes:\n  - {ROUTE}", "reporting_routes: # HERE\n", "reporting_routes", "nothing, not a list"),
        (
            "days_off: []",
            "days_off: [2026-12-32] # HERE",
            "days_off[0]",
            "“2026-12-32” is not a date. Write a date such as",
        ),
        ("days_off: []", "days_off: [2026-12-24, 2026-12-24] # HERE", "days_off[1]", "says the same"),
        ("lessons: {}", "lessons: [] # HERE", "lessons", "a list, not a group of keys"),
        (
            "lessons: {}",
            "lessons: {friday: {principle: ask-to-know}} # HERE",
            "lessons.friday",
            "“friday” is not a date.",
        ),
        (
            "lessons: {}",
            "lessons: {2026-12-23: {principle: ask-to-now}} # HERE",
            DAY + ".principle",
            "Write ask-to-know.",
        ),
        ("lessons: {}", "lessons: {2026-12-23: {reminder: 1}} # HERE", DAY + ".principle", "it is missing."),
        (
            "lessons: {}",
            lesson("reminder: 9"),
            DAY + ".reminder",
            "“9” can't be used. Write a whole number from 1 to 8.",
        ),
        (
            "lessons: {}",
            lesson("question: 0"),
            DAY + ".question",
            "“0” can't be used. Write a whole number from 1 to 8.",
        ),
        ("lessons: {}", lesson("act: 1"), DAY + ".act", "not known here. Write one of principle, reminder, question."),
        ("lessons: {}", f"lessons:\n  2026-12-23: {LESSON}\n  2026-12-23: {LESSON} # HERE", DAY, "says the same"),
    ],
)
def test_a_mistake_in_the_program_is_named(
    config: Config, curriculum: Curriculum, old: str, new: str, key: str, says: str
) -> None:
    program = changed(PROGRAM_TEXT, old, new)
    assert_refused(
        config(program=program), curriculum, file="program.yaml", line=marked_line(program), key=key, says=says
    )


# What can't be read at all.


@pytest.mark.parametrize("name", ["principles.yaml", "program.yaml"])
@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", 1, "it is empty. Take the file that comes with Bedside"),
        (b"# only a comment\n", 1, "it is empty. Take the file that comes with Bedside"),
        (b"just a sentence\n", 1, "this is a text, not a group of keys."),
        (b"a: 1\nb: [1, 2\nc: 3\n", 3, "Check this line and the one above it"),
        (b'a: 1\nb: "open\n', 3, "Check this line and the one above it"),
        (b"a: 1\n\tb: 2\n", 2, "Check this line and the one above it"),
        (b"a: 1\n---\nb: 2\n", 2, "Check this line and the one above it"),
        (b"a: *nobody\n", 1, "Check this line and the one above it"),
        (b"a: 1\nb: caf\xe9\n", 2, "this line is not in UTF-8. Save the file as UTF-8."),
        (b"a: 1\nb: 2\nc: \x07\n", 3, "there is a character that no text holds. Delete it."),
        (b"[" * 600, 1, "it is nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    config: Config, curriculum: Curriculum, name: str, content: bytes, line: int, says: str
) -> None:
    folder = config()
    (folder / name).write_bytes(content)
    assert_refused(folder, curriculum, file=name, line=line, key="the whole file", says=says)


@pytest.mark.parametrize("name", ["principles.yaml", "program.yaml"])
def test_a_missing_file_is_named(config: Config, curriculum: Curriculum, name: str) -> None:
    folder = config()
    (folder / name).unlink()
    says = "it can't be read (No such file or directory). Set BEDSIDE_CONFIG to the folder that holds it."
    assert_refused(folder, curriculum, file=name, line=1, key="the whole file", says=says)


def test_a_folder_in_the_place_of_a_file_is_named(config: Config, curriculum: Curriculum) -> None:
    folder = config()
    (folder / "program.yaml").unlink()
    (folder / "program.yaml").mkdir()
    assert_refused(folder, curriculum, file="program.yaml", line=1, key="the whole file", says="Is a directory")


SCRAPS = st.sampled_from(
    ["", "?", ":", "- ", "\n", "  ", '"', "{", "]", "&a", "*a", "!!int", "\t", "0", "null", "<<: ", "\u2028"]
)


@given(at=st.integers(0, len(PROGRAM_TEXT)), length=st.integers(0, 40), scrap=SCRAPS)
def test_however_a_program_is_damaged_it_loads_or_says_where(
    tmp_path_factory: pytest.TempPathFactory, curriculum: Curriculum, at: int, length: int, scrap: str
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "program.yaml").write_text(PROGRAM_TEXT[:at] + scrap + PROGRAM_TEXT[at + length :], encoding="utf-8")
    try:
        load_program(folder, curriculum)
    except ProgramFileWrong as error:
        line = error.fields["line"]
        assert isinstance(line, int)
        assert 1 <= line <= len(PROGRAM_TEXT.splitlines()) + 2
