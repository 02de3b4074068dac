"""The real gate behind one small adapter, and gates that were broken on purpose: an attack must notice them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from bot.domain.anonymity import Band, PooledReply, Release, ThemeShare, Voice, release
from bot.domain.curriculum import ThemeSlug
from bot.domain.policy import Policy

KEY = b"a key that stays in the house"


@dataclass(frozen=True, slots=True)
class Said:
    """A reply as the simulation keeps it: with its author, whom the gate never meets."""

    by: int
    themes: frozenset[ThemeSlug] = frozenset()
    words: str | None = None


Gate = Callable[[Sequence[Said], int, int, bytes], Release | None]
"""Replies, the size of the roster, the voices needed, the key."""


def gate(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """The gate of the product."""
    pool = [PooledReply(Voice(each.by), each.themes, each.words) for each in said]
    return release(pool, roster_size=roster_size, policy=Policy(smallest_group), key=key)


# ── Broken on purpose ────────────────────────────────────────────────────────────────────────────────────────────


def quotes_of_two(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """Quotes as soon as one student or two share words."""
    outcome = gate(said, roster_size, smallest_group, key)
    own = {each.by: each.words for each in said if each.words}
    return replace(outcome, quotes=tuple(own.values())) if outcome and 0 < len(own) < 3 else outcome


def quotes_by_student(
    said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY
) -> Release | None:
    """Quotes in the order of their authors."""
    outcome = gate(said, roster_size, smallest_group, key)
    author = {each.words: each.by for each in said}
    return outcome and replace(outcome, quotes=tuple(sorted(outcome.quotes, key=lambda words: author[words])))


def quotes_by_time(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """Quotes in the order in which they came in."""
    outcome = gate(said, roster_size, smallest_group, key)
    came = [each.words for each in said]
    return outcome and replace(outcome, quotes=tuple(sorted(outcome.quotes, key=came.index)))


def quotes_by_text(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """Quotes drawn from all that was shared, so that whoever writes more is quoted more."""
    everyone = [replace(each, by=number) for number, each in enumerate(said)]
    return gate(everyone, roster_size, smallest_group, key)


def counts(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """Numbers in place of bands."""
    outcome = gate(said, roster_size, smallest_group, key)
    voices = len({each.by for each in said})
    behind = {share.theme: len({each.by for each in said if share.theme in each.themes}) for share in _themes(outcome)}
    numbers = tuple(ThemeShare(theme, cast("Band", f"{n} of {voices}")) for theme, n in behind.items())
    return outcome and replace(outcome, themes=numbers)


def quotes_by_half(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """As many quotes as half the voices, rounded up."""
    outcome = gate(said, roster_size, smallest_group, key)
    own = {each.by: each.words for each in said if each.words}
    half = (len({each.by for each in said}) + 1) // 2
    return replace(outcome, quotes=tuple(own.values())[:half]) if outcome and outcome.quotes else outcome


def no_spare_students(
    said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY
) -> Release | None:
    """A roster as small as the smallest group will do."""
    return gate(said, roster_size + 2, smallest_group, key)


def cells_of_one(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
    """A theme as soon as one student ticked it."""
    outcome = gate(said, roster_size, smallest_group, key)
    shown = {share.theme for share in _themes(outcome)}
    more = sorted({theme for each in said for theme in each.themes if not theme.startswith("own-")} - shown)
    few = tuple(ThemeShare(theme, Band.A_FEW) for theme in more)
    return outcome and replace(outcome, themes=outcome.themes + few)


def voices_of_three(
    said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY
) -> Release | None:
    """Three voices are enough, since two are added that nobody has."""
    made_up = [Said(-1, frozenset({ThemeSlug("own--1")})), Said(-2, frozenset({ThemeSlug("own--2")}))]
    return gate([*said, *made_up], roster_size, smallest_group, key)


def _themes(outcome: Release | None) -> tuple[ThemeShare, ...]:
    return outcome.themes if outcome else ()


def remembering() -> Gate:
    """A gate that spends nothing: whatever came once comes again."""
    before: list[Said] = []

    def remember(said: Sequence[Said], roster_size: int, smallest_group: int = 5, key: bytes = KEY) -> Release | None:
        outcome = gate([*before, *said], roster_size, smallest_group, key)
        before.extend(said)
        return outcome

    return remember
