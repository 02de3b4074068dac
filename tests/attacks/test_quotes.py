"""Whether there are quotes, and how many, for somebody who knows who likes to write."""

from itertools import product

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Chances, Habits, Truth, chances, counted, pool, shared_words, took_part
from tests.attacks.cohorts import Seen, shown
from tests.attacks.gates import KEY, Gate, gate, quotes_by_half, quotes_of_two

ALONE = Attack(
    "Quotes appear, or not.",
    "A preceptor of eight students knows that one of them always shares words and the others rarely do.",
    "did she take part?",
)
TWO = Attack(
    "Quotes, and two colluders.",
    "The same, and two of the others share words to see whether a third does.",
    "did she take part?",
)
FOUR = Attack(
    "Quotes, and four colluders.",
    "Four of seven students share no words, and there are quotes.",
    "that one of the other three shared words",
)
SOLE = Attack(
    "The only one who shares words.",
    "Everybody knows that one student writes and the others only tick, in rosters of 6 to 12.",
    "who wrote the quote",
)
NUMBER = Attack(
    "The number of quotes.",
    "A preceptor of twelve students counts the quotes, and does not only see that there are some.",
    "how many took part?",
)

WRITER, QUIET = Habits(shares_words=1), Habits(shares_words=0.1)
WRITES = Truth(took_part=True, ticked_common=False, ticked_rare=False, shared_words=True)
TICKS = Truth(took_part=True, ticked_common=True, ticked_rare=False, shared_words=False)


def measured(gate: Gate, *, colluders: int = 0) -> Odds:
    return _counted(gate, colluders).best_guess(took_part)


def _counted(gate: Gate, colluders: int) -> Chances:
    return chances(gate, roster_size=8, target=WRITER, others=QUIET, known=[WRITES] * colluders)


def when_quotes_appear(gate: Gate, known: list[Truth]) -> Odds:
    return chances(gate, roster_size=7, known=known).given(_quotes, shared_words)


def _quotes(seen: Seen) -> bool:
    return seen.quotes > 0


def numbers_shown(gate: Gate, *, sharing: range, needed: int = 5) -> set[int]:
    """The numbers of quotes that any digest has in rosters of 6 to 12, if so many share words."""
    return {
        shown(gate(pool(voices, voices, 0, words), size, needed, KEY)).quotes
        for size in range(6, 13)
        for voices, words in product(range(size + 1), sharing)
        if words <= voices
    }


def how_many_took_part(gate: Gate, *, size: int = 12) -> Odds:
    """The best guess of the voices: among all digests with quotes, and for each number of quotes apart."""
    likely: dict[int, dict[int, float]] = {}
    for (voices, _, _, words), chance in counted(size, Habits(ticks_common=1, ticks_rare=0)):
        quotes = shown(gate(pool(voices, voices, 0, words), size, 5, KEY)).quotes
        of = likely.setdefault(quotes, {}) if quotes else {}
        of[voices] = of.get(voices, 0) + chance
    together = [sum(of.get(voices, 0) for of in likely.values()) for voices in range(size + 1)]
    return Odds(max(together) / sum(together), sum(max(of.values()) for of in likely.values()) / sum(together))


def test_quotes_tell_next_to_nothing_of_one_who_always_writes() -> None:
    odds = measured(gate)
    assert odds.right < odds.without + 0.01
    ALONE.found(odds)


def test_quotes_of_one_or_two_would_tell_when_she_took_part() -> None:
    assert measured(quotes_of_two).right > 0.75


def test_two_colluders_learn_from_quotes_whether_a_third_shared_words() -> None:
    odds = measured(gate, colluders=2)
    assert odds.right < 0.9
    TWO.found(odds, note=f"{measured(gate, colluders=1).right:.3f} with one colluder")


def test_four_colluders_who_write_nothing_learn_that_the_other_three_wrote() -> None:
    """Of seven students only three are left, and quotes need three. The page says it."""
    odds = when_quotes_appear(gate, [TICKS] * 4)
    fewer = when_quotes_appear(gate, [TICKS] * 3)
    assert fewer.right < 0.85
    FOUR.found(odds, note=f"{fewer.right:.3f} with three colluders")


def test_the_only_quote_is_never_shown() -> None:
    assert numbers_shown(gate, sharing=range(3)) == {0}
    assert numbers_shown(quotes_of_two, sharing=range(3)) == {0, 1, 2}
    SOLE.told("1.000, if it were shown", "never shown")


def test_the_number_of_quotes_tells_nothing() -> None:
    for needed, always in ((4, 2), (5, 3), (8, 3)):
        assert numbers_shown(gate, sharing=range(3, 13), needed=needed) == {0, always}
    odds = how_many_took_part(gate)
    assert odds.right == odds.without
    assert how_many_took_part(quotes_by_half).right > odds.right + 0.02
    NUMBER.found(odds)
