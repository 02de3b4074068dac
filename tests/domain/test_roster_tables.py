"""Whatever Excel makes of a roster is read as the same lines, or refused with what to do."""

import codecs
import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import RosterRefused
from bot.domain.roster.columns import COLUMNS, MAY_BE_EMPTY
from bot.domain.roster.table import MOST_BYTES, MOST_LINES, NO_CSV, STRAY_QUOTE, Problem, decoded, read_table

CELLS = {column: column.upper() for column in COLUMNS} | {"site": "St. Zoë"}
HEADER, ROW = ",".join(COLUMNS), ",".join(CELLS[column] for column in COLUMNS)
QUOTED = '"St.\nZoë"'
TEXT = f"{HEADER}\n{ROW}\n"


def lines(text: str) -> list[tuple[int, dict[str, str]]]:
    table = read_table(text)
    assert table.problems == ()
    return [(line.number, dict(line.cells)) for line in table.lines]


def problems(text: str) -> list[Problem]:
    return list(read_table(text).problems)


@pytest.mark.parametrize(
    "encoded",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16 be", "utf-16 bare", "utf-16 be bare", "windows"],
)
def test_every_encoding_that_excel_saves_is_understood(encoded: bytes) -> None:
    assert lines(decoded(encoded)) == [(2, CELLS)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 and so on", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0 and so on", "Excel workbook"),
        (b"%PDF\x00\x01", "no text"),
        (b"caf\x81", "no text"),
        (b"a" * (MOST_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_save(content: bytes, says: str) -> None:
    with pytest.raises(RosterRefused, match=says):
        decoded(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: text.replace(",", "|"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(HEADER, HEADER.upper().replace("_", " ")),
        lambda text: text.replace(HEADER, HEADER.replace(",", " , ").replace("_", "-")),
        lambda text: text.replace("\n", ",,,\n"),
        lambda text: f"{text},,,,,,,,,,\n\n ,\n",
        lambda text: text.replace("St. Zoë", '"St. Zoë"'),
        lambda text: text.replace("COHORT", "\u200bCOHORT\xa0"),
    ],
    ids=[
        *("semicolons", "tabs", "bars", "windows line ends", "old line ends", "a mark", "a loud header"),
        *("a spaced header", "empty columns", "empty rows", "quotation marks", "unseen letters"),
    ],
)
def test_separators_line_ends_and_empty_cells_make_no_difference(change: Callable[[str], str]) -> None:
    assert lines(change(TEXT)) == [(2, CELLS)]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_line_for_excel_alone_says_the_separator_and_is_counted(first: str) -> None:
    semicolons = TEXT.replace(",", ";").replace("St. Zoë", "General, West")
    assert lines(f"{first}\r\n{semicolons}") == [(3, CELLS | {"site": "General, West"})]


def test_a_comma_inside_quotation_marks_parts_nothing() -> None:
    assert lines(TEXT.replace("St. Zoë", '"General, ""West"""')) == [(2, CELLS | {"site": 'General, "West"'})]


def test_lines_have_the_numbers_that_excel_shows() -> None:
    assert [number for number, _ in lines(f"\n{HEADER}\n\n{ROW}\n,,\n{ROW}\n")] == [4, 6]


def test_other_columns_are_named_and_left_out() -> None:
    text = f"{HEADER},Phone,,Notes\n{ROW},555,left over,\n"
    assert read_table(text).ignored == ("Phone", "column 13, which has no name", "Notes")
    assert lines(text) == [(2, CELLS)]


def test_a_line_may_end_before_cells_that_may_be_empty() -> None:
    header = ",".join([*sorted(COLUMNS, key=lambda column: column in MAY_BE_EMPTY), "Notes"])
    ((_, cells),) = lines(f"{header}\n{','.join(['x'] * (len(COLUMNS) - len(MAY_BE_EMPTY)))}\n")
    assert (cells["person"], cells["digest_channel"]) == ("x", "")


def test_a_line_that_is_cut_short_is_named_with_what_is_missing() -> None:
    (problem,) = problems(f"{TEXT}{ROW.rsplit(',', 2)[0]}\n{ROW}\n")
    assert problem == Problem(3, "this line is cut short: nothing stands for role and person. Write the whole line.")


@pytest.mark.parametrize("cell", ['General"', '"General', '"General" West', 'St. "Zoë', '"St." "Zoë"'])
def test_a_stray_quotation_mark_is_named_where_it_stands_and_swallows_no_line(cell: str) -> None:
    table = read_table(f"{TEXT}{ROW.replace('St. Zoë', cell)}\n{ROW}\n{ROW}\n")
    assert table.problems == (Problem(3, STRAY_QUOTE),)
    assert [line.number for line in table.lines] == [2, 4, 5]


def test_quotation_marks_in_pairs_are_part_of_a_name() -> None:
    assert lines(TEXT.replace("St. Zoë", 'General "West"')) == [(2, CELLS | {"site": 'General "West"'})]


def test_below_a_cell_that_goes_over_several_lines_reading_goes_on() -> None:
    table = read_table(f"{TEXT}{ROW.replace('St. Zoë', QUOTED)}\n{ROW}\n")
    (problem,) = table.problems
    assert (problem.line, problem.says[:32]) == (3, "a cell goes over several lines. ")
    assert [line.number for line in table.lines] == [2, 5]


@given(
    st.lists(st.lists(st.text(alphabet="ab\"' ,;", max_size=6).map(str.strip), min_size=11, max_size=11), max_size=6)
)
def test_whatever_is_written_as_csv_is_read_as_it_was(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([COLUMNS, *rows])
    table = read_table(written.getvalue())
    assert table.problems == ()
    assert [list(line.cells.values()) for line in table.lines] == [row for row in rows if any(row)]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (HEADER.replace("person", "who"), 1, "the column person is missing. Write: cohort,"),
        ("cohort;person", 1, "the columns digest_channel, rotation, site"),
        (f"{HEADER},Person\n", 1, "the column person is there twice"),
        (f"{TEXT}{ROW},one more\n", 3, "there are more cells than columns"),
        (f'{TEXT}"Medicine{ROW}\n', 3, STRAY_QUOTE),
        (f"{TEXT}{'M' * 200_000}\n", 3, NO_CSV),
    ],
)
def test_a_line_of_another_shape_is_named(text: str, line: int, says: str) -> None:
    (problem,) = problems(text)
    assert problem.line == line
    assert problem.says.startswith(says)


def test_a_file_with_too_many_lines_is_refused() -> None:
    with pytest.raises(RosterRefused, match="20,000 lines"):
        read_table(f"{HEADER}\n" * (MOST_LINES + 1))
