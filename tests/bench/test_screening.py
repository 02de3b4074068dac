"""How good screening is on the examples, and what it costs: time, memory, loading, and hostile texts."""

import heapq
import subprocess
import sys
from collections.abc import Callable, Iterable
from statistics import median
from time import process_time

import pytest

from bot.domain.screening import screen
from tests.bench.rounds import percentile
from tests.bench.table import Table
from tests.screening.hostile import LENGTH, UNITS, repeated
from tests.screening.scoring import HELD_OUT, TUNING, UNSORTED, Example, Score, read, score

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]
RECALL, ORDINARY, TRICKY = 0.95, 3, 10
"""Of all spans, and per cent of the clean replies of each type."""
KINDS = {
    "NAME": "names of patients, families and classmates",
    "STAFF": "names of staff",
    "INITIALS": "initials",
    "AGE": "ages over 89",
    "DATE": "dates",
    "PHONE": "phone, fax, pager and extension numbers",
    "EMAIL": "e-mail addresses",
    "LINK": "links",
    "MENTION": "mentions and handles",
    "ID": "record and account numbers",
    "ADDRESS": "addresses",
    "LOCATION": "places smaller than a state",
    "FACILITY": "hospitals, clinics and homes",
    "ROOM": "rooms and beds",
    "DEVICE": "devices' numbers",
    "PLATE": "license plates",
    "ONLY_ONE": "what fits only one person",
}
ROUNDS = 5
FEW_ROUNDS, MANY_ROUNDS = 2, 25
WORST = 5
"""How many texts that looked slowest in a few rounds are measured in more of them."""
PIECE = 1000

# In a process of its own: here the word lists are long since loaded.
_LOADING = """
import tracemalloc
from time import process_time
{trace}
began = process_time()
from bot.domain.screening import screen
imported = process_time()
screen("Xiomara sat with me in room 412 on the 4th.")
loaded = process_time()
screen("Xiomara sat with me in room 412 on the 4th.")
again = process_time()
print(imported - began, (loaded - imported) - (again - loaded), *{memory})
"""


# ── How good ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_on_the_examples(screening_table: Table) -> None:
    halves = {"tuned on": score(read(TUNING)), "held out": score(read(HELD_OUT))}
    for half, counted in halves.items():
        _tell_totals(screening_table, counted, half)
    for kind, _ in halves["tuned on"].found:
        shares = (
            f"{share}, {half}" for half, counted in halves.items() for name, share in counted.found if name == kind
        )
        screening_table.note(f"found of {KINDS[kind]}", "; ".join(shares))


def test_on_examples_of_your_own(screening_table: Table, pytestconfig: pytest.Config) -> None:
    file = pytestconfig.getoption("--examples")
    if file is None:
        pytest.skip("no --examples=FILE")
    counted = score(read(file))
    _tell_totals(screening_table, counted, file.name)
    for kind, share in counted.found:
        screening_table.note(f"found of {KINDS.get(kind, kind)}, {file.name}", str(share))


def _tell_totals(table: Table, counted: Score, half: str) -> None:
    table.at_least(f"found of all that was to be found, {half}", counted.recall.value, RECALL, also=str(counted.recall))
    table.note(f"of what was found, only as possible, {half}", str(counted.only_possible))
    for kind, share in sorted(counted.alarms):
        most = ORDINARY if kind == "ordinary" else TRICKY
        measure = f"false alarms on {'clean' if kind == UNSORTED else f'{kind} clean'} texts, {half}"
        table.at_most(measure, 100 * share.value, most, unit="%", also=str(share))
    table.note(f"of the false alarms, only possible, {half}", str(counted.alarms_only_possible))


# ── What it costs ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_time_for_a_thousand_characters(screening_table: Table) -> None:
    """What students mostly write holds little or nothing that is to be found, and the examples hold nine such things in
    a thousand characters: how long it takes depends on that."""
    for of_what, examples in (("clean replies", _examples(clean=True)), ("all examples", _examples())):
        pieces = _pieces(PIECE, examples)
        took = [1000 * seconds for _ in range(ROUNDS) for seconds in map(_seconds, pieces)]
        also = f"the slowest 1 % from {percentile(took, 0.99):.2f} ms on"
        screening_table.at_most(f"1,000 characters of {of_what}, median", median(took), 2, unit="ms", also=also)


def test_loading_and_memory(screening_table: Table) -> None:
    imports, loads, _ = zip(*(_loaded(trace="", memory="[0]") for _ in range(ROUNDS)), strict=True)
    also = f"importing the code before it: {1000 * median(imports):.0f} ms"
    screening_table.at_most("loading the word lists", 1000 * median(loads), 100, unit="ms", also=also)
    *_, kept, peak = _loaded(trace="tracemalloc.start()", memory="tracemalloc.get_traced_memory()")
    also = f"{peak / 1e6:.1f} MB while they are loaded"
    screening_table.at_most("memory of code and word lists", kept / 1e6, 20, unit="MB", also=also)


def test_a_hostile_text_beside_an_ordinary_one(screening_table: Table) -> None:
    ordinary = sorted(_pieces(LENGTH, _examples()), key=lambda text: _quickest(text, rounds=ROUNDS))
    usual = ordinary[len(ordinary) // 2]
    unit, slowest = _worst(lambda unit, rounds: _beside(usual, repeated(unit, LENGTH), rounds=rounds))
    measure = "the slowest hostile text of 3,000 characters beside an ordinary one"
    screening_table.at_most(measure, slowest, 1, also=f"{unit!r} again and again")


def test_hostile_texts_that_grow(screening_table: Table) -> None:
    unit, growth = _worst(_growth)
    measure = "a hostile text of 12,000 characters beside twice one of 6,000, at worst"
    screening_table.at_most(measure, growth, 1.3, also=f"{unit!r} again and again")


def _worst(measure: Callable[[str, int], float]) -> tuple[str, float]:
    """The unit for which a measure is greatest, and the measure. What slows the machine down only now and then is
    left out, since the greatest few are measured again, in many more rounds."""
    candidates = heapq.nlargest(WORST, UNITS, key=lambda unit: measure(unit, FEW_ROUNDS))
    measured = {unit: measure(unit, MANY_ROUNDS) for unit in candidates}
    return max(measured.items(), key=lambda item: item[1])


def _growth(unit: str, rounds: int) -> float:
    return _beside(repeated(unit, 2 * LENGTH), repeated(unit, 4 * LENGTH), rounds=rounds) / 2


def _beside(usual: str, text: str, *, rounds: int) -> float:
    """How many times as long a text takes as the usual one. They are read by turns, so that a machine that is slow for
    a while is slow for both."""
    took = [(_seconds(usual), _seconds(text)) for _ in range(rounds)]
    return min(second for _, second in took) / min(first for first, _ in took)


def _examples(*, clean: bool = False) -> list[Example]:
    """Those of both files, or only the clean ones."""
    return [example for file in (TUNING, HELD_OUT) for example in read(file) if not (clean and example.spans)]


def _pieces(length: int, examples: Iterable[Example]) -> list[str]:
    """Examples one behind the other, in pieces of a length."""
    text = " ".join(example.text for example in examples)
    return [text[start : start + length] for start in range(0, len(text) - length, length)]


def _seconds(text: str) -> float:
    """Of the processor, so that whatever else the machine does is not counted."""
    began = process_time()
    screen(text)
    return process_time() - began


def _quickest(text: str, *, rounds: int) -> float:
    return min(_seconds(text) for _ in range(rounds))


def _loaded(*, trace: str, memory: str) -> list[float]:
    """Seconds to import, seconds to load, and memory, in a process that has done neither."""
    code = _LOADING.format(trace=trace, memory=memory)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [float(number) for number in run.stdout.split()]
