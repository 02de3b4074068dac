"""A file as Excel and others save it → lines with named cells. What the cells mean is for others to read."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.errors import RosterRefused
from bot.domain.roster.columns import COLUMNS, MAY_BE_EMPTY

MOST_BYTES: Final = 5_000_000
"""Of a file; ten thousand lines take less than half of it, also in Excel's widest encoding."""
MOST_LINES: Final = 20_000
_MOST_LINES_OF_A_ROW: Final = 20
_SEPARATORS: Final = (",", ";", "\t", "|")
_SAYS_SEPARATOR: Final = re.compile(r'\s*"?sep=(.)"?[ \t,;]*\r?\n', re.IGNORECASE)
_UNSEEN: Final = str.maketrans(dict.fromkeys("\ufeff\u200b\u200e\u200f\u2060"))
"""Letters without a shape, which come along when somebody copies."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WORKBOOK: Final = (
    "This is an Excel workbook or another packed file. In Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”, "
    "and send that file."
)
_NO_TEXT: Final = "This is no text. In Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”, and send that file."
_TOO_LARGE: Final = (
    f"The file is larger than {MOST_BYTES // 1_000_000} MB or has more than {MOST_LINES:,} lines. "
    "Send it in two parts, such as one for each cohort."
)
NO_CSV: Final = "this can't be read as CSV. Save the file as CSV again, one short line for each person."
_OVER_LINES: Final = (
    "a cell goes over several lines. Take out the line break, or the quotation mark that is opened and not closed."
)
STRAY_QUOTE: Final = (
    "a quotation mark stands alone. Take it out, or set one before and one after the whole cell, as Excel does."
)
CUT_SHORT: Final = "this line is cut short: nothing stands for {missing}. Write the whole line."
_TOO_MANY_CELLS: Final = (
    "there are more cells than columns. A name with a comma in it needs quotation marks around it, as Excel writes "
    "them."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line, and what to write instead."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """One person's line: its number in the file, and its cells by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines that can be read, the columns that mean nothing here, and what is wrong with the others."""

    lines: tuple[Line, ...] = ()
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def decoded(content: bytes) -> str:
    """A file's text, in whichever encoding Excel saved it. Raises RosterRefused for what is no text, or too much."""
    if len(content) > MOST_BYTES:
        raise RosterRefused(problems=(_TOO_LARGE,))
    if content.startswith(_WORKBOOKS):
        raise RosterRefused(problems=(_WORKBOOK,))
    try:
        text = content.decode(_encoding_of(content))
    except UnicodeDecodeError:
        raise RosterRefused(problems=(_NO_TEXT,)) from None
    if "\0" in text:
        raise RosterRefused(problems=(_NO_TEXT,))
    return text


def read_table(text: str) -> Table:
    """The lines below a header line; their columns may stand in any order. Raises RosterRefused for a file that is too
    long."""
    text = text.removeprefix("\ufeff")
    if "\n" not in text:
        # Excel for the Mac can end lines as no other program does any more.
        text = text.replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise RosterRefused(problems=(_TOO_LARGE,))
    says = _SAYS_SEPARATOR.match(text)
    body = text[says.end() :] if says else text
    separator = says[1] if says else _separator_of(body)
    return _table(_Reading(body, separator, before=1 if says else 0))


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells that begin on a line, or why they can't be told apart."""

    line: int
    cells: tuple[str, ...] = ()
    wrong: str = ""


class _Reading:
    """Goes through the lines that hold anything. A line that is wrong keeps none below it from being read."""

    def __init__(self, text: str, separator: str, *, before: int) -> None:
        self._lines, self._separator, self._before = list(io.StringIO(text)), separator, before
        outside = re.escape(separator)
        quoted, bare = r' *"(?:[^"]|"")*" *', rf'(?! *")[^{outside}\n]*'
        self._whole = re.compile(rf"(?:{quoted}|{bare})(?:{outside}(?:{quoted}|{bare}))*\r?\n?")
        self._open = re.compile(rf'(?:(?:{quoted}|{bare}){outside})* *"(?:[^"]|"")*')
        self._bare = re.compile(rf"(?:\A|{outside})(?:{quoted}|({bare}))")

    def __iter__(self) -> Iterator[_Row]:
        at = 0
        while at < len(self._lines):
            height = self._height(at)
            row = self._row(self._before + at + 1, "".join(self._lines[at : at + height]))
            if row.wrong or any(row.cells):
                yield row
            at += height

    def _height(self, at: int) -> int:
        """How many lines a row goes over, where a cell has a line break in it. A quotation mark that is forgotten
        swallows no line that is a whole row."""
        text, height = self._lines[at], 1
        while height < _MOST_LINES_OF_A_ROW and at + height < len(self._lines) and self._is_open(text):
            following = self._lines[at + height]
            if following.count(self._separator) >= len(COLUMNS) - 1:
                return 1
            text, height = text + following, height + 1
        return 1 if self._is_open(text) else height

    def _is_open(self, text: str) -> bool:
        return '"' in text and self._open.fullmatch(text) is not None

    def _row(self, line: int, text: str) -> _Row:
        if self._has_a_stray_quote(text):
            return _Row(line, wrong=STRAY_QUOTE)
        try:
            cells = next(csv.reader(io.StringIO(text), delimiter=self._separator, skipinitialspace=True), [])
        except csv.Error:
            return _Row(line, wrong=NO_CSV)
        return _Row(line, tuple(cell.translate(_UNSEEN).strip() for cell in cells))

    def _has_a_stray_quote(self, text: str) -> bool:
        """Cells as Excel copies them may hold quotation marks of their own, in pairs."""
        if '"' not in text:
            return False
        if not self._whole.fullmatch(text):
            return True
        return any((bare or "").count('"') % 2 for bare in self._bare.findall(text))


def _table(reading: _Reading) -> Table:
    rows = list(reading)
    if not rows:
        return Table()
    header, *below = rows
    names = [_name_of_column(cell) for cell in header.cells]
    wrong = header.wrong or _wrong_in_header(names)
    if wrong:
        return Table(problems=(Problem(header.line, wrong),))
    problems = tuple(Problem(row.line, says) for row in below if (says := row.wrong or _wrong_shape(row.cells, names)))
    unreadable = {problem.line for problem in problems}
    lines = tuple(Line(row.line, _named(row.cells, names)) for row in below if row.line not in unreadable)
    return Table(lines, tuple(_ignored(header.cells, names, [row.cells for row in below])), problems)


def _encoding_of(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    # Text that is mostly ASCII has every second byte empty in this encoding, and in no other.
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if content and content[place::2].count(0) > len(content) // 4:
            return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _separator_of(text: str) -> str:
    """What splits the header line into the most columns that we know."""
    header = next((line for line in text.splitlines() if line.strip()), "")

    def known(separator: str) -> int:
        return sum(_name_of_column(cell) in COLUMNS for cell in header.split(separator))

    return max(_SEPARATORS, key=known)


def _name_of_column(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip(' "').casefold())


def _wrong_in_header(names: Sequence[str]) -> str:
    missing = [column for column in COLUMNS if column not in names]
    if missing:
        is_one = len(missing) == 1
        missed = f"the column {missing[0]} is" if is_one else f"the columns {', '.join(missing)} are"
        return f"{missed} missing. Write: {','.join(COLUMNS)}"
    twice = [column for column in COLUMNS if names.count(column) > 1]
    return f"the column {twice[0]} is there twice. Take one of the two out." if twice else ""


def _wrong_shape(cells: Sequence[str], names: Sequence[str]) -> str:
    if any("\n" in cell for cell in cells):
        return _OVER_LINES
    if any(cells[len(names) :]):
        return _TOO_MANY_CELLS
    missing = [column for column in names[len(cells) :] if column in COLUMNS and column not in MAY_BE_EMPTY]
    return CUT_SHORT.format(missing=" and ".join(missing)) if missing else ""


def _named(cells: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    filled = {name: cell for name, cell in zip(names, cells, strict=False) if name in COLUMNS}
    return {column: filled.get(column, "") for column in COLUMNS}


def _ignored(header: Sequence[str], names: Sequence[str], below: Sequence[Sequence[str]]) -> Iterator[str]:
    """The columns of other names; one without a name only where anything stands in it."""
    for place, (cell, name) in enumerate(zip(header, names, strict=True)):
        if name in COLUMNS:
            continue
        if cell:
            yield cell
        elif any(any(cells[place : place + 1]) for cells in below):
            yield f"column {place + 1}, which has no name"
