"""Tells a student which rules are others now: a stricter one honestly, and a looser one just as honestly."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block

from bot.domain.rules import Rule, Rules, differing
from bot.slack.views import promise
from bot.slack.views.message import Message
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, paragraph, quiet, strong
from bot.slack.views.support import line_of

CHANGED: Final = "The rules for what you share here have changed"
LINES_CHANGED: Final = "There is something new about support"
MORE_VOICES = (
    "From now on a digest shows something only when at least {after} students shared something; until now "
    "it was {before}. That holds for what you shared before, too."
)
FEWER_VOICES = (
    "From {day} on a digest may show something when at least {after} students shared something; until now "
    "it was {before}. What you write before that day keeps {before}."
)
LONGER_REST = (
    "From now on a reply rests for {after} after your last change before a digest may use it; until now it was "
    "{before}."
)
SHORTER_REST = (
    "From {day} on a reply rests for {after} after your last change before a digest may use it; until now "
    "it was {before}. What you write before that day keeps {before}."
)
SHORTER_WAIT = "From now on a reply waits for up to {after} for enough voices; until now it was {before}."
LONGER_WAIT = (
    "From {day} on a reply may wait for up to {after} for enough voices; until now it was {before}. What you write "
    "before that day keeps {before}."
)
KEPT_FOR = (
    "What you write here is deleted {after} after your last rotation; until now it was {before}. Whoever was told a "
    "day already keeps that day."
)
TO_TALK = "Whom you can talk to now:"
TO_REPORT = "Where you can report mistreatment now:"
NO_ROUTE = "At present your school names no place here to report mistreatment."
NOTHING_TO_DO = "There is nothing you have to do. “How sharing works” on the Home tab says how all of it works now."


def new_rules(before: Rules, after: Rules, *, looser_on: date) -> Message:
    """Each rule that is another one now in a sentence or two; what is looser names the day from which on it holds."""
    sentences = list(_sentences(before, after, looser_on=looser_on))
    lines = list(_lines(before, after))
    heading = CHANGED if sentences else LINES_CHANGED
    blocks: list[Block] = [paragraph(strong(heading)), *map(paragraph, sentences)]
    for title, listed in lines:
        blocks += [paragraph(strong(title)), bullets(listed)] if listed else [paragraph(title)]
    told = [part for title, listed in lines for part in (title, *listed)]
    closing = [NOTHING_TO_DO] if sentences else []
    blocks += map(quiet, closing)
    return Message("\n".join((heading, *sentences, *told, *closing)), blocks)


def _sentences(before: Rules, after: Rules, *, looser_on: date) -> Iterator[str]:
    for rule in differing(before, after):
        old, new = (_number(rules, rule) for rules in (before, after))
        if rule in _TOLD:
            stricter, looser, unit = _TOLD[rule]
            more = new > old if rule is not Rule.CARRY_OVER else new < old
            words = stricter if more else looser
            yield words.format(after=_counted(new, unit), before=_counted(old, unit), day=day(looser_on))


_TOLD: Final = {
    Rule.VOICES: (MORE_VOICES, FEWER_VOICES, ""),
    Rule.SETTLE: (LONGER_REST, SHORTER_REST, "hour"),
    Rule.CARRY_OVER: (SHORTER_WAIT, LONGER_WAIT, "week"),
    Rule.RETENTION: (KEPT_FOR, KEPT_FOR, "day"),
}


def _lines(before: Rules, after: Rules) -> Iterator[tuple[str, list[str]]]:
    changed = differing(before, after)
    if Rule.SUPPORT in changed:
        yield TO_TALK, list(map(line_of, after.support_lines))
    if Rule.ROUTES in changed:
        yield (TO_REPORT if after.reporting_routes else NO_ROUTE), list(map(line_of, after.reporting_routes))


def _number(rules: Rules, rule: Rule) -> int:
    value = getattr(rules, rule)
    return value if isinstance(value, int) else 0


def _counted(number: int, unit: str) -> str:
    return promise.counted(number, unit) if unit else promise.in_words(number)
