"""Two students exchange their whole twelve weeks: whoever could tell it from the digests could tell who wrote what."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.cohorts import Reply, cohort, lived, play
from tests.attacks.gates import Gate, gate, quotes_by_student

ATTACK = Attack(
    "Names exchanged.",
    "Somebody reads all digests of twelve weeks and knows each text, but not which of two students gave which.",
    "which of the two gave what",
)


def exchanged(weeks: list[list[Reply]], one: int, other: int) -> list[list[Reply]]:
    names = {one: other, other: one}
    return [
        [replace(each, said=replace(each.said, by=names.get(each.said.by, each.said.by))) for each in week]
        for week in weeks
    ]


def measured(gate: Gate) -> Odds:
    """Right for sure where a digest differs, and a coin where none does."""
    return Odds.of(guess for seed in range(60) for guess in _guesses(gate, Random(seed)))


def _guesses(gate: Gate, dice: Random) -> Iterator[tuple[bool, bool]]:
    size = dice.randint(7, 12)
    weeks = lived(cohort(dice, size), dice)
    other_way = exchanged(weeks, *dice.sample(range(size), 2))
    seen, seen_other = (
        [repr(week.digest) for week in play(each, gate, roster_size=size)] for each in (weeks, other_way)
    )
    for coin in (False, True):
        yield coin, coin or seen != seen_other


def test_students_can_exchange_names_without_changing_a_letter_of_any_digest() -> None:
    odds = measured(gate)
    assert odds == Odds(0.5, 0.5)
    ATTACK.found(odds)


def test_quotes_in_the_order_of_their_authors_would_tell_them_apart() -> None:
    assert measured(quotes_by_student).right > 0.6
