"""Replies wait under a strict rule, and a coordinator loosens it, so as to read them all the same."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import product

from bot.domain.anonymity import Release, batches
from bot.domain.policy import Policy, PolicyChange, promised
from tests.attacks.attack import Attack
from tests.attacks.chances import COMMON
from tests.attacks.cohorts import FIRST_MONDAY
from tests.attacks.gates import Said, gate

LOOSENED = Attack(
    "A rule loosened afterwards.",
    "A coordinator lowers the voices needed from eight to five while replies wait, in a roster of twelve.",
    "digests that show words with fewer voices than their author was promised",
)

STRICT, LOOSE = Policy(8), Policy(5)
CHANGED = FIRST_MONDAY + timedelta(days=3)
CHANGES = [PolicyChange(FIRST_MONDAY, STRICT), PolicyChange(CHANGED, LOOSE)]


def broken_promises(*, keeps_promises: bool) -> Iterator[bool]:
    """For each number of replies before and after the change: does the digest show old words among too few voices?"""
    for before, after in product(range(9), range(4)):
        old = [Said(number, frozenset({COMMON}), f"old {number}") for number in range(before)]
        new = [Said(20 + number, frozenset({COMMON}), f"new {number}") for number in range(after)]
        outcome = _released(old, new) if keeps_promises else gate([*old, *new], 12, LOOSE.smallest_group)
        quotes = outcome.quotes if outcome else ()
        yield before + after < STRICT.smallest_group and any(quote.startswith("old") for quote in quotes)


def _released(old: list[Said], new: list[Said]) -> Release | None:
    """Offer the batches to the gate as the product does."""
    pool = [(each, _needs(CHANGED - timedelta(days=1))) for each in old] + [(each, _needs(CHANGED)) for each in new]
    for voices in batches((needed for _, needed in pool), smallest_group=LOOSE.smallest_group):
        outcome = gate([each for each, needed in pool if needed <= voices], 12, voices)
        if outcome:
            return outcome
    return None


def _needs(written_at: datetime) -> int:
    return promised(CHANGES, now=LOOSE, written_at=written_at).smallest_group


def test_a_looser_rule_shows_no_reply_that_was_written_under_a_stricter_one() -> None:
    kept, broken = (list(broken_promises(keeps_promises=keeps)) for keeps in (True, False))
    assert not any(kept)
    assert any(broken)
    LOOSENED.told(f"{sum(broken)} of {len(broken)}, without this rule", f"none of {len(kept)}")
