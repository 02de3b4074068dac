"""The table that a bench ends with: what was measured, what was to reach, and whether it was."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

BEGIN, END = "<!-- what `make bench` has measured begins -->", "<!-- and ends -->"
PACKAGES = ("slack_sdk", "slack_bolt", "aiohttp", "SQLAlchemy", "aiosqlite", "psycopg")
HEAD = ("| measure | measured | to reach | |", "| --- | --- | --- | --- |")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure; `reached` is None where there is nothing to reach."""

    measure: str
    measured: str
    to_reach: str
    reached: bool | None


@dataclass
class Table:
    """Gathers rows while the bench runs."""

    rows: list[Row] = field(default_factory=list)

    def at_least(self, measure: str, value: float, least: float, *, also: str = "") -> None:
        """Add a ratio that is to be this large."""
        self._add(measure, f"{value:.2f}", f"≥ {least:g}", also, reached=value >= least)

    def at_most(self, measure: str, value: float, most: float, *, unit: str = "", also: str = "") -> None:
        """Add a ratio, or a number of some unit, that is to be no larger than this."""
        shown = f"{value:.2f} {unit}" if value < 10 else f"{value:.0f} {unit}"
        self._add(measure, shown.strip(), f"≤ {most:g} {unit}".strip(), also, reached=value <= most)

    def note(self, measure: str, measured: str) -> None:
        """Add something that is only to be known."""
        self.rows.append(Row(measure, measured, "", None))

    def markdown(self) -> str:
        """The whole table, in the order of its rows."""
        return "\n".join([*HEAD, *(_line(row) for row in self.rows)])

    def _add(self, measure: str, measured: str, to_reach: str, also: str, *, reached: bool) -> None:
        self.rows.append(Row(measure, f"{measured} ({also})" if also else measured, to_reach, reached))


def write_into(file: Path, table: Table, *, packages: Sequence[str] = PACKAGES) -> None:
    """Put a table, the machine's size and what was used on it between the two marker lines of a page."""
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{file} has lost its marker lines. Write {BEGIN!r} and {END!r} where the table stands.")
    file.write_text(f"{before}{BEGIN}\n\n{machine(packages)}\n\n{table.markdown()}\n\n{end}{after}", encoding="utf-8")


def machine(packages: Sequence[str] = PACKAGES) -> str:
    """What it was measured on, in one sentence."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    used = ", ".join(f"{package} {version(package)}" for package in packages)
    return (
        f"Measured on {os.cpu_count()} cores ({_processor()}) with {gigabytes:.0f} GB, under {platform.system()} "
        f"and Python {platform.python_version()}{'; ' if used else ''}{used}."
    )


def _processor() -> str:
    try:
        lines: Iterable[str] = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = ()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _line(row: Row) -> str:
    verdict = {True: "reached", False: "missed", None: ""}[row.reached]
    return f"| {row.measure} | {row.measured} | {row.to_reach} | {verdict} |"
