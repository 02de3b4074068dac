"""The page of the attacks holds a row for each of them, and no other."""

import importlib
from pathlib import Path

import pytest

from tests.attacks import attack, test_renaming
from tests.attacks.attack import Attack, Odds, Table, name_of, rows

HERE = Path(__file__).parent


def test_every_row_of_the_page_is_measured_and_every_attack_has_its_row() -> None:
    modules = [importlib.import_module(f"tests.attacks.{file.stem}") for file in sorted(HERE.glob("test_*.py"))]
    attacks = [each for module in modules for each in vars(module).values() if isinstance(each, Attack)]
    told = {table: sorted(each.name for each in attacks if each.table is table) for table in Table}
    assert {table: sorted(map(name_of, rows(table))) for table in Table} == told
    assert len({each.name for each in attacks}) == len(attacks)


def test_a_result_other_than_the_page_tells_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attack, "RENEW", False)
    test_renaming.ATTACK.found(Odds(0.5, 0.5))
    with pytest.raises(AssertionError, match="RENEW_ATTACKS"):
        test_renaming.ATTACK.found(Odds(0.5, 0.501))
