"""Every digest that a small cohort can get: is there one that only fits if everybody did something?

Counted out over all ways in which a week can go: how many take part, tick the one and the other theme, share words.
"""

from functools import cache
from itertools import product

from tests.attacks.attack import Attack
from tests.attacks.chances import pool
from tests.attacks.cohorts import NOTHING, Seen, shown
from tests.attacks.gates import KEY, Gate, counts, gate, no_spare_students, quotes_by_half

EVERYBODY = Attack(
    "Everybody took part.",
    "Somebody knows the rules and the roster, 6 to 12 students with any smallest group, and sees any digest.",
    "digests that fit only if all took part, all ticked a theme, or all shared words",
)
ALL_BUT_ME = Attack(
    "Everybody but me took part.",
    "The same, but it is one of the students, who gave nothing that week.",
    "digests that fit only if all others took part, ticked a theme, or shared words",
)


def telling(gate: Gate, *, silent: int = 0, largest: int = 12) -> tuple[int, list[tuple[int, int, Seen]]]:
    """How many different digests there are, and those that tell that all did something but for so many silent ones."""
    all_of_them = 0
    found = []
    for size, needed in _rosters(largest):
        fewest: dict[Seen, list[int]] = {}
        for behind, seen in _digests(gate, size, needed):
            if behind[0] <= size - silent:
                fewest[seen] = [min(pair) for pair in zip(fewest.get(seen, behind), behind, strict=True)]
        all_of_them += len(fewest)
        found += [(size, needed, seen) for seen, least in fewest.items() if size - silent in least and seen != NOTHING]
    return all_of_them, found


def _rosters(largest: int) -> list[tuple[int, int]]:
    return [(size, needed) for size in range(6, largest + 1) for needed in range(4, size + 1)]


@cache
def _digests(gate: Gate, size: int, needed: int) -> list[tuple[tuple[int, int, int, int], Seen]]:
    """How many take part, tick the one and the other theme and share words, and what a digest shows of it.

    Both themes where the roster is small; in larger ones the second would only take time.
    """
    found = []
    for voices in range(size + 1):
        behind = range(voices + 1)
        for common, rare, words in product(behind, behind if size < 9 else (0,), behind):
            said = pool(voices, common, rare, words)
            found.append(((voices, common, rare, words), shown(gate(said, size, needed, KEY))))
    return found


def test_no_digest_tells_that_everybody_took_part() -> None:
    number, found = telling(gate)
    assert found == []
    EVERYBODY.told("–", f"none of {number}")


def test_only_bands_in_the_smallest_rosters_tell_a_student_who_gave_nothing_that_all_others_took_part() -> None:
    number, found = telling(gate, silent=1)
    assert {(size, needed) for size, needed, _ in found} <= {(6, 4), (8, 4), (8, 5), (8, 6)}
    where = "with “a few” and eight on the roster, or with “about half”, six on the roster and four voices needed"
    ALL_BUT_ME.told("–", f"{len(found)} of {number} ({where})")


def test_counts_and_too_small_rosters_and_many_quotes_would_tell_it() -> None:
    assert all(telling(broken, largest=7)[1] for broken in (counts, no_spare_students, quotes_by_half))
