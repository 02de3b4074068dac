"""The narrow gate: replies go in, a release comes out that has no author, no instant and no id.

Everything a preceptor ever learns from students passes `release`. What enters it is already nameless: a voice is a
number dealt out afresh for each release, so that the gate can count people and can't know them.
"""

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import PolicyWrong

Voice = NewType("Voice", int)
"""Tells which replies of one batch one person gave, and nothing else. The next batch is numbered anew."""

SMALLEST_GROUP_EVER = 4
SPARE_STUDENTS = 2
SMALLEST_CELL = 3
MOST_QUOTES = 6
ABOUT_HALF_UP_TO_PERCENT = 65

BETWEEN_RELEASES = timedelta(days=6)
AFTER_LAST_ROTATION = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PooledReply:
    """What one reply brings to the gate: ticked themes, and the words exactly as its author saw them previewed."""

    voice: Voice
    themes: frozenset[ThemeSlug]
    words: str | None


@dataclass(frozen=True, slots=True)
class Policy:
    """How many voices a release needs. Raises PolicyWrong for fewer than four, so no setting can undercut that."""

    smallest_group: int = 5

    def __post_init__(self) -> None:
        if self.smallest_group < SMALLEST_GROUP_EVER:
            raise PolicyWrong(
                problem=f"a digest of {self.smallest_group} voices would point at people",
                write=f"Write {SMALLEST_GROUP_EVER} or more for smallest_group",
            )


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

    Students can be renamed and replies reordered without changing a byte of it.
    """
    pool = [reply for reply in replies if reply.themes or _has_words(reply)]
    # Voices count people. Whoever writes twice is one voice, and a reply that shares nothing is none.
    voices = len({reply.voice for reply in pool})
    # Two spare students at least: nobody who knows the roster can say that everyone on it took part.
    if voices < policy.smallest_group or roster_size < policy.smallest_group + SPARE_STUDENTS:
        return None
    themes = _themes(pool, voices)
    quotes = _quotes(pool, voices, key)
    # A release spends its replies. One that shows nothing would spend them for nothing, and would hold back the next
    # one for six days; to the reader it looks like no release at all, so the replies had better wait.
    return Release(themes, quotes) if themes or quotes else None


def may_release(last_release: datetime | None, *, at: datetime) -> bool:
    """Whether a cohort's last release lies far enough back for another one, whatever was reconfigured since."""
    return last_release is None or at - last_release >= BETWEEN_RELEASES


def pooled_until(last_day: date) -> date:
    """The last date on which a cohort digests, from the last day of its last rotation."""
    return last_day + AFTER_LAST_ROTATION


def still_pooled_since(on: date) -> date:
    """The other way round: the earliest last day of a last rotation whose cohort still digests on a date."""
    return on - AFTER_LAST_ROTATION


def waiting_since(at: datetime, carry_over: timedelta) -> datetime:
    """How far back replies are carried over; what was last changed earlier stays in the journal for good."""
    return at - carry_over


def settled_before(at: datetime, settle: timedelta) -> datetime:
    """The latest last change of a reply that may join a digest at `at`; later ones may still be thought over."""
    return at - settle


def _has_words(reply: PooledReply) -> bool:
    return reply.words is not None and reply.words.strip() != ""


def _themes(pool: list[PooledReply], voices: int) -> tuple[ThemeShare, ...]:
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
    return tuple(sorted(shares, key=lambda share: (most_common_first.index(share.band), share.theme)))


def _band(behind: int, voices: int) -> Band:
    """Whole numbers only, so that a share on an edge falls on the same side everywhere. Unanimity is "most" too."""
    if 2 * behind < voices:
        return Band.A_FEW
    if 100 * behind <= ABOUT_HALF_UP_TO_PERCENT * voices:
        return Band.ABOUT_HALF
    return Band.MOST


def _quotes(pool: list[PooledReply], voices: int, key: bytes) -> tuple[str, ...]:
    """At most one quote a voice, six, and half the voices rounded up; none unless three students share words.

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
    one_each = (min(own, key=_shuffled(key, b"which")) for own in words_of.values())
    return tuple(sorted(one_each, key=_shuffled(key, b"order"))[: min(MOST_QUOTES, (voices + 1) // 2)])


def _shuffled(key: bytes, purpose: bytes) -> Callable[[str], bytes]:
    """A rank for words that nobody without the key can predict, in a series of its own for each purpose."""
    return lambda words: hmac.digest(key, purpose + b"\0" + words.encode("utf-8", "surrogatepass"), "sha256")
