"""The page of the attacks holds a row for each of them, and no other."""

import importlib
from pathlib import Path

from tests.attacks.attack import Attack, Table, name_of, rows

HERE = Path(__file__).parent


def test_every_row_of_the_page_is_measured_and_every_attack_has_its_row() -> None:
    modules = [importlib.import_module(f"tests.attacks.{file.stem}") for file in sorted(HERE.glob("test_*.py"))]
    attacks = [each for module in modules for each in vars(module).values() if isinstance(each, Attack)]
    told = {table: sorted(each.name for each in attacks if each.table is table) for table in Table}
    assert {table: sorted(map(name_of, rows(table))) for table in Table} == told
    assert len({each.name for each in attacks}) == len(attacks)
