"""The order in which a digest says things, and the minute at which it comes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.cohorts import Reply, Week, cohort, lived, play
from tests.attacks.gates import Gate, Said, gate, quotes_by_text, quotes_by_time

QUOTES = Attack(
    "The order of quotes.",
    "Somebody knows who wrote first, and reads all digests of twelve weeks.",
    "is the first of three quotes by whoever wrote first?",
)
CHATTY = Attack(
    "Who writes most.",
    "Somebody knows that one of six students who share words gives three texts and each of the others one.",
    "that a certain quote is hers",
)
TIME = Attack(
    "The order of themes, and the time.",
    "Somebody knows all that was said in two weeks, but not which of it came when.",
    "in which order, at what time it came in",
)


def first_quote(gate: Gate) -> Odds:
    return Odds.of(guess for seed in range(300) for guess in _first_quotes(gate, Random(seed)))


def _first_quotes(gate: Gate, dice: Random) -> Iterator[tuple[bool, bool]]:
    """Without the order any of the quotes may be the first writer's; with it the guess is always the first quote."""
    for week in _weeks(gate, dice):
        quotes = set(week.digest.quotes) if week.digest else set()
        came = [said.words for said in week.pooled if said.words in quotes]
        if week.digest and came:
            yield dice.choice(came) == came[0], week.digest.quotes[0] == came[0]


def _weeks(gate: Gate, dice: Random) -> Iterable[Week]:
    size = dice.randint(7, 12)
    return play(lived(cohort(dice, size), dice), gate, roster_size=size)


def quoted(gate: Gate) -> Odds:
    """She is one of six authors; how many of the quotes are hers?"""
    said = [Said(number, words=f"text {number}") for number in range(1, 6)]
    said += [Said(0, words=f"text 0 {again}") for again in range(3)]
    digests = [gate(said, 8, 5, seed.to_bytes(2, "big")) for seed in range(3000)]
    hers = [quote.startswith("text 0") for digest in digests if digest for quote in digest.quotes]
    return Odds(1 / 6, sum(hers) / len(hers))


def times_exchanged(gate: Gate) -> Odds:
    """Right for sure where a digest differs, and a coin where none does."""
    return Odds.of(guess for seed in range(60) for guess in _times(gate, Random(seed)))


def _times(gate: Gate, dice: Random) -> Iterator[tuple[bool, bool]]:
    size = dice.randint(7, 12)
    weeks = lived(cohort(dice, size), dice)
    other_way = [_shuffled(week, dice) for week in weeks]
    seen, seen_other = (
        [repr(week.digest) for week in play(each, gate, roster_size=size)] for each in (weeks, other_way)
    )
    for coin in (False, True):
        yield coin, coin or seen != seen_other


def _shuffled(week: list[Reply], dice: Random) -> list[Reply]:
    """The same replies at each other's times, among those that settle before the same digest."""
    late = max(week, key=lambda reply: reply.at).at if week else None
    settled = [reply for reply in week if reply.at != late]
    times = dice.sample([reply.at for reply in settled], len(settled))
    return [
        *(reply for reply in week if reply.at == late),
        *(replace(reply, at=at) for reply, at in zip(settled, times, strict=True)),
    ]


def test_the_order_of_quotes_does_not_tell_who_wrote_first() -> None:
    odds = first_quote(gate)
    assert abs(odds.right - odds.without) < 0.03
    QUOTES.sampled(odds)


def test_quotes_in_the_order_of_their_times_would_tell_it() -> None:
    assert first_quote(quotes_by_time).right > 0.99


def test_who_writes_most_is_not_quoted_most() -> None:
    odds = quoted(gate)
    assert abs(odds.right - odds.without) < 0.02
    assert quoted(quotes_by_text).right > 0.3
    CHATTY.sampled(odds)


def test_the_order_and_the_time_at_which_replies_come_in_change_no_letter() -> None:
    odds = times_exchanged(gate)
    assert odds == Odds(0.5, 0.5)
    assert times_exchanged(quotes_by_time).right > 0.6
    TIME.found(odds)
