"""The narrow gate: replies go in, a release comes out that has no author, no instant and no id.

Everything a preceptor ever learns from students passes `release`. What enters it is already nameless: a voice is a
number dealt out afresh for each release, so that the gate can count people and can't know them. docs/anonymity.md gives
the reasons, and what an adversary still makes of it.
"""

import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from bot.domain.curriculum import ThemeSlug
from bot.domain.policy import Policy

Voice = NewType("Voice", int)
"""Tells which replies of one batch one person gave, and nothing else. The next batch is numbered anew."""

SPARE_STUDENTS: Final = 2
SMALLEST_CELL: Final = 3
FEW_QUOTES: Final = 3
MOST_QUOTES: Final = 6
MOST_QUOTES_FROM_ROSTER: Final = 20
ABOUT_HALF_UP_TO_PERCENT: Final = 65

BETWEEN_RELEASES: Final = timedelta(days=6)
AFTER_LAST_ROTATION: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PooledReply:
    """What one reply brings to the gate: ticked themes, and the words exactly as its author saw them previewed."""

    voice: Voice
    themes: frozenset[ThemeSlug]
    words: str | None


class Band(StrEnum):
    """How many of the voices share a theme, in words: a number would let somebody subtract."""

    A_FEW = "a few"
    ABOUT_HALF = "about half"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class ThemeShare:
    """A theme and roughly how common it was."""

    theme: ThemeSlug
    band: Band


@dataclass(frozen=True, slots=True)
class Release:
    """All that leaves the gate: themes, most common first, and quotes in an order that says nothing."""

    themes: tuple[ThemeShare, ...]
    quotes: tuple[str, ...]


def release(replies: Iterable[PooledReply], *, roster_size: int, policy: Policy, key: bytes) -> Release | None:
    """What a batch of replies may tell preceptors, or None: then nothing appears, and the replies wait.

    `roster_size` counts the students who could have written the batch, and the policy is the strictest that any of its
    replies was promised. Students can be renamed and replies reordered without changing a byte of what comes out.
    """
    pool = [reply for reply in replies if reply.themes or _has_words(reply)]
    # Voices. They count people: whoever writes twice is one voice, and a reply that shares nothing is none. Two spare
    # students at least: a full digest must not say that everybody took part.
    voices = len({reply.voice for reply in pool})
    if voices < policy.smallest_group or roster_size < policy.smallest_group + SPARE_STUDENTS:
        return None
    # Themes and quotes each keep their own promises.
    themes = _themes(pool, voices, roster_size)
    quotes = _quotes(pool, _how_many_quotes(voices, roster_size, policy), key)
    # Once. A release spends its replies. One that shows nothing would spend them for nothing, and would hold back the
    # next one for six days; to the reader it looks like no release at all, so the replies had better wait.
    return Release(themes, quotes) if themes or quotes else None


def batches(promised: Iterable[int], *, smallest_group: int) -> Iterator[int]:
    """The batches to offer to the gate, by the voices they need, until one is released: first all that waits, which
    needs as many voices as any reply was promised, then without those that were promised the most, and so on.

    A looser policy holds for later replies only: they need not wait for the others, and the others do not come along.
    """
    yield from sorted({max(voices, smallest_group) for voices in promised}, reverse=True)


def may_release(last_release: datetime | None, *, at: datetime) -> bool:
    """Whether a cohort's last release lies far enough back for another one, whatever was reconfigured since."""
    return last_release is None or at - last_release >= BETWEEN_RELEASES


def pooled_until(last_day: date) -> date:
    """The last date on which a cohort digests, from the last day of its last rotation."""
    return last_day + AFTER_LAST_ROTATION


def still_pooled_since(on: date) -> date:
    """The other way round: the earliest last day of a last rotation whose cohort still digests on a date."""
    return on - AFTER_LAST_ROTATION


def _has_words(reply: PooledReply) -> bool:
    return reply.words is not None and reply.words.strip() != ""


def _themes(pool: list[PooledReply], voices: int, roster_size: int) -> tuple[ThemeShare, ...]:
    """The themes with enough students behind them, sorted by what is shown and nothing else."""
    ticked_by: dict[ThemeSlug, set[Voice]] = {}
    for reply in pool:
        for theme in reply.themes:
            ticked_by.setdefault(theme, set()).add(reply.voice)
    shares = (
        ThemeShare(theme, _band(len(behind), voices))
        for theme, behind in ticked_by.items()
        if len(behind) >= SMALLEST_CELL
    )
    most_common_first = list(reversed(Band))
    return tuple(
        sorted(
            (share for share in shares if not _tells_that_all_took_part(share.band, roster_size)),
            key=lambda share: (most_common_first.index(share.band), share.theme),
        )
    )


def _tells_that_all_took_part(band: Band, roster_size: int) -> bool:
    """Three students are under half of seven voices at least. With seven on the roster that would be everybody."""
    return band is Band.A_FEW and roster_size <= 2 * SMALLEST_CELL + 1


def _band(behind: int, voices: int) -> Band:
    """Whole numbers only, so that a share on an edge falls on the same side everywhere. Unanimity is "most" too."""
    if 2 * behind < voices:
        return Band.A_FEW
    if 100 * behind <= ABOUT_HALF_UP_TO_PERCENT * voices:
        return Band.ABOUT_HALF
    return Band.MOST


def _how_many_quotes(voices: int, roster_size: int, policy: Policy) -> int:
    """Half of the fewest voices that a digest may have, so that the number of quotes says nothing about how many took
    part. Only where a cohort is so large that it says next to nothing, and half of the voices are enough, there are
    six."""
    if roster_size >= MOST_QUOTES_FROM_ROSTER and voices >= 2 * MOST_QUOTES - 1:
        return MOST_QUOTES
    return min(FEW_QUOTES, (policy.smallest_group + 1) // 2)


def _quotes(pool: list[PooledReply], most: int, key: bytes) -> tuple[str, ...]:
    """One quote a voice and as many as there may be, or as three if there are not so many; none unless three students
    share words.

    Two independent shuffles: the first picks each voice's quote, the second which voices are quoted and in which
    order. With a single one, who shares more often would be quoted more often. Both look at the words alone, so
    equal words by several voices are interchangeable.
    """
    words_of: dict[Voice, set[str]] = {}
    for reply in pool:
        if reply.words is not None and _has_words(reply):
            words_of.setdefault(reply.voice, set()).add(reply.words)
    if len(words_of) < SMALLEST_CELL:
        return ()
    shown = most if len(words_of) >= most else FEW_QUOTES
    one_each = (min(own, key=_shuffled(key, b"which")) for own in words_of.values())
    return tuple(sorted(one_each, key=_shuffled(key, b"order"))[:shown])


def _shuffled(key: bytes, purpose: bytes) -> Callable[[str], bytes]:
    """A rank for words that nobody without the key can predict, in a series of its own for each purpose."""
    return lambda words: hmac.digest(key, purpose + b"\0" + words.encode("utf-8", "surrogatepass"), "sha256")
