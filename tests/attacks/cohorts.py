"""Simulated cohorts: students with habits, weeks of replies, and what the digests show, by the product's own rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations
from random import Random
from typing import NamedTuple, TypeVar

from bot.domain.anonymity import Release, may_release
from bot.domain.curriculum import ThemeSlug
from bot.domain.policy import Policy
from tests.attacks.gates import KEY, Gate, Said

T = TypeVar("T")

WEEKS = 12
POLICY = Policy()
FIRST_MONDAY = datetime(2026, 9, 7, 7, tzinfo=UTC)
ASKED = (timedelta(hours=10.5), timedelta(days=2, hours=10.5), timedelta(days=4, hours=10.5))
"""Three questions a week: Monday, Wednesday and Friday at 17:30, counted from the minute of a digest."""
ANSWERED = (*((asked,) for asked in ASKED), *combinations(ASKED, 2), ASKED)
"""Which of them somebody answers who takes part."""
LATER = tuple(timedelta(hours=hours) for hours in (0.5, 1, 3, 12, 24, 51))
"""Most answer on the same evening, some two days later: of Friday's question that is too late to settle."""

THEMES = tuple(
    ThemeSlug(slug)
    for slug in (
        "time-pressure",
        "hard-to-stay-quiet",
        "someone-opened-up",
        "small-gesture-mattered",
        "saw-the-person",
        "trust-took-work",
        "unsure-what-to-say",
        "strong-feelings",
        "interruptions",
        "tried-something-new",
    )
)
RARE = ThemeSlug("strong-feelings")


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody's habits. Who takes part in a week answers one to three of its questions, and ticks something each time.

    `first` and `last` are the weeks in which the student is there: who leaves or opts out stays on the roster.
    """

    number: int
    takes_part: float = 0.7
    ticks: dict[ThemeSlug, float] = field(default_factory=dict)
    shares_words: float = 0.3
    first: int = 0
    last: int = WEEKS


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply and the instant of its last change."""

    said: Said
    at: datetime


@dataclass(frozen=True, slots=True)
class Week:
    """The truth of a week, and the digest that ends it. `pooled` is what its release used up."""

    took_part: frozenset[int]
    pooled: tuple[Said, ...]
    digest: Release | None


class Seen(NamedTuple):
    """Bands by theme, and how many quotes."""

    themes: tuple[tuple[ThemeSlug, str], ...]
    quotes: int

    def has(self, theme: ThemeSlug) -> bool:
        """Whether a theme is shown."""
        return theme in dict(self.themes)


NOTHING = Seen((), 0)
"""The fixed sentence alone."""


@cache
def own_theme(number: int) -> ThemeSlug:
    """A theme that nobody else ticks and so is never shown: it keeps everybody who answers a voice."""
    return ThemeSlug(f"own-{number}")


def cohort(dice: Random, size: int) -> list[Student]:
    """Students of the usual kind: favorite themes of their own, and words shared often, sometimes or never."""
    return [
        Student(
            number,
            ticks={theme: dice.choice((0.1, 0.3, 0.6)) for theme in dice.sample(THEMES, 4) if theme != RARE},
            shares_words=dice.choice((0.0, 0.3, 0.7)),
        )
        for number in range(size)
    ]


def replies_of(student: Student, week: int, dice: Random) -> list[Reply]:
    """What a student gives in a week: nothing, or one to three replies, some of them too late to settle."""
    if not student.first <= week < student.last or dice.random() >= student.takes_part:
        return []
    monday = FIRST_MONDAY + timedelta(weeks=week)
    words = dice.random() < student.shares_words
    return [
        Reply(_said(student, dice, words=words and place == 0), monday + asked + _one_of(LATER, dice))
        for place, asked in enumerate(_one_of(ANSWERED, dice))
    ]


def play(weeks: Iterable[Sequence[Reply]], gate: Gate, *, roster_size: int) -> Iterator[Week]:
    """Run weeks of replies through a gate: settled, carried over, spent once, releases six days apart."""
    waiting: list[Reply] = []
    last_release = None
    for number, replies in enumerate(weeks):
        at = FIRST_MONDAY + timedelta(weeks=number + 1)
        waiting += sorted(replies, key=lambda reply: reply.at)
        ready = [reply for reply in waiting if POLICY.lets_join(reply.at, at=at)]
        pooled = tuple(reply.said for reply in ready)
        key = KEY + number.to_bytes(2, "big")
        digest = gate(pooled, roster_size, POLICY.smallest_group, key) if may_release(last_release, at=at) else None
        if digest:
            last_release = at
            waiting = [reply for reply in waiting if reply.at > POLICY.settled_before(at)]
        yield Week(frozenset(reply.said.by for reply in replies), pooled if digest else (), digest)


def lived(students: Sequence[Student], dice: Random, *, weeks: int = WEEKS) -> list[list[Reply]]:
    """The replies of a whole cohort, week by week."""
    return [[reply for student in students for reply in replies_of(student, week, dice)] for week in range(weeks)]


def shown(digest: Release | None) -> Seen:
    """All that a digest shows but for the wording of its quotes."""
    return (
        Seen(tuple((share.theme, str(share.band)) for share in digest.themes), len(digest.quotes))
        if digest
        else NOTHING
    )


def _said(student: Student, dice: Random, *, words: bool) -> Said:
    themes = {theme for theme, likely in student.ticks.items() if dice.random() < likely}
    themes.add(own_theme(student.number))
    return Said(student.number, frozenset(themes), f"text {dice.random()}" if words else None)


def _one_of(choices: Sequence[T], dice: Random) -> T:
    """The same as `dice.choice` in a third of its time, and so are these tests."""
    return choices[int(dice.random() * len(choices))]
