"""What an attack is, how well it did, and its row in docs/anonymity.md.

An attack lies in a file of its own, whose tests measure it and then let `Attack.found` compare the page with what was
measured. `RENEW_ATTACKS=1 python -m pytest -n 0 tests/attacks` writes the page's rows anew; read the difference.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Self

PAGE = Path(__file__).parents[2] / "docs" / "anonymity.md"
RENEW = os.environ.get("RENEW_ATTACKS") == "1"  # noqa: TID251  Only asks whether to write the page's rows anew.


class Table(Enum):
    """The two tables of the page, each by its heading."""

    GATE = "## Attacks on the gate"
    SYSTEM = "## Attacks on the whole system"


@dataclass(frozen=True, slots=True)
class Odds:
    """How often the best guess is right, without any digest and with all the adversary has seen."""

    without: float
    right: float

    @classmethod
    def of(cls, guesses: Iterable[tuple[bool, bool]]) -> Self:
        """Count them: each is whether the guess without, and the guess with digests was right."""
        without, right = zip(*guesses, strict=True)
        return cls(sum(without) / len(without), sum(right) / len(right))


@dataclass(frozen=True, slots=True)
class Attack:
    """Somebody's attempt: what they have, and what they would like to know."""

    name: str
    has: str
    guesses: str
    table: Table = Table.GATE

    def found(self, odds: Odds, *, note: str = "") -> None:
        """Hold the page to what was measured."""
        self.told(f"{odds.without:.3f}", f"{odds.right:.3f}" + (f" ({note})" if note else ""))

    def sampled(self, odds: Odds, *, note: str = "") -> None:
        """The same for what was not counted out but tried with many cohorts: to two digits, as it is not sharper."""
        self.told(f"{odds.without:.2f}", f"{odds.right:.2f}" + (f" ({note})" if note else ""))

    def told(self, without: str, right: str) -> None:
        """Hold the page to a result that is no number."""
        row = f"| **{self.name}** {self.has} | {self.guesses} | {without} | {right} |"
        if RENEW:
            _write(self, row)
        assert row in rows(self.table), f"the page says otherwise; run once with RENEW_ATTACKS=1: {row}"


def rows(table: Table) -> list[str]:
    """The rows of one of the page's tables, as they stand there."""
    return [line for line in _section(PAGE.read_text(), table) if line.startswith("| **")]


def name_of(row: str) -> str:
    """Whose row it is."""
    return row.split("**")[1]


def _section(page: str, table: Table) -> Iterator[str]:
    lines = iter(page.splitlines())
    for line in lines:
        if line == table.value:
            break
    for line in lines:
        if line.startswith("## "):
            return
        yield line


def _write(attack: Attack, row: str) -> None:
    """Put a row into its place, or after the last one where it is new."""
    page = PAGE.read_text()
    old = rows(attack.table)
    mine = [each for each in old if name_of(each) == attack.name]
    if mine:
        page = page.replace(mine[0], row)
    else:
        above = old[-1] if old else _rule_of(page, attack.table)
        head, heading, rest = page.partition(attack.table.value)
        page = head + heading + rest.replace(above, f"{above}\n{row}", 1)
    PAGE.write_text(page)


def _rule_of(page: str, table: Table) -> str:
    return next(line for line in _section(page, table) if line.startswith("| --- "))
