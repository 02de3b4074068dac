"""A release and the week's lessons → a digest, ready to show. Nothing in this room can name a student."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from bot.domain.anonymity import Band, Release
from bot.domain.curriculum import NO_OVERRIDES, WORKWEEK, Curriculum, Override, Principle

NOT_ENOUGH = "Not enough to share safely this week. That says nothing about anyone; please don't ask."
"""Stands wherever something can't be shown, in the same words whatever the reason."""
CLOSING = "Pooled and confidential, and not an evaluation. Please don't guess who wrote what."


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """One of the week's principles, in a line."""

    title: str
    teaching: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme as the form calls it, and roughly how common it was ("Most", "About half", "A few")."""

    label: str
    band: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest in full. Where `themes` or `quotes` is empty, `NOT_ENOUGH` stands in its place."""

    on: date
    act: str
    principles: tuple[PrincipleLine, ...]
    themes: tuple[ThemeLine, ...]
    quotes: tuple[str, ...]
    questions: tuple[str, str]

    @property
    def shows_students(self) -> bool:
        """Whether anything in it comes from students."""
        return bool(self.themes or self.quotes)


def compose(
    release: Release | None,
    *,
    curriculum: Curriculum,
    on: date,
    overrides: Mapping[date, Override] = NO_OVERRIDES,
    days: Collection[int] = WORKWEEK,
) -> Digest:
    """The digest of a date: its week's lessons, and what was released, the most common themes first. `overrides` stand
    in the place of lessons, on the weekdays that count.

    Within a band the themes stand in the form's order; one that the form no longer has is left out.
    """
    return Digest(
        on=on,
        act=curriculum.act_for(on, overrides, days=days),
        principles=tuple(map(_principle_line, curriculum.week_of(on, overrides, days=days))),
        themes=tuple(_theme_lines(release, curriculum)) if release else (),
        quotes=release.quotes if release else (),
        questions=curriculum.round_questions(on, overrides, days=days),
    )


def encode(digest: Digest) -> str:
    """A digest as text, to be kept (encrypted) in the outbox until it is sent."""
    return json.dumps({**asdict(digest), "on": digest.on.isoformat()})


def decode(text: str) -> Digest:
    """The digest that `encode` wrote, to the letter."""
    kept = json.loads(text)
    question, another = kept["questions"]
    return Digest(
        on=date.fromisoformat(kept["on"]),
        act=kept["act"],
        principles=tuple(PrincipleLine(**line) for line in kept["principles"]),
        themes=tuple(ThemeLine(**line) for line in kept["themes"]),
        quotes=tuple(kept["quotes"]),
        questions=(question, another),
    )


def _principle_line(principle: Principle) -> PrincipleLine:
    return PrincipleLine(principle.title, principle.teaching)


def _theme_lines(release: Release, curriculum: Curriculum) -> Iterator[ThemeLine]:
    band_of = {share.theme: share.band for share in release.themes}
    for band in reversed(Band):
        for theme in curriculum.themes:
            if band_of.get(theme.slug) is band:
                yield ThemeLine(theme.label, band.capitalize())
