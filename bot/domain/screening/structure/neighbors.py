"""What stands beside a word, asked before a pattern is tried there, since most have nothing to find at most words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import repeat

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording


def matches_at(starts: Iterable[int], pattern: LatePattern, text: str) -> Iterator[re.Match[str]]:
    """Each match of a pattern at one of these places, which are in order, and not inside of the match before."""
    reached = 0
    for match in filter(None, map(pattern.match, repeat(text), starts)):
        if match.start() >= reached:
            reached = match.end()
            yield match


def places_followed(wording: Wording, words: frozenset[str], others: frozenset[str], *, within: int) -> list[int]:
    """Where one of these words stands that has another among the next so many words, in order."""
    starts, spoken = wording.starts, wording.spoken
    found = []
    for word in wording.words & words:
        for place in wording.places[word]:
            behind = bisect_right(starts, place)
            if not others.isdisjoint(spoken[behind : behind + within]):
                found.append(place)
    return sorted(found)


def places_before_capitals(wording: Wording, words: frozenset[str]) -> list[int]:
    """Where one of these words stands with a blank and a capital right behind it, in order."""
    text, found = wording.text, []
    for word in wording.words & words:
        behind = len(word) + 1
        found += [place for place in wording.places[word] if text[place + behind : place + behind + 1].isupper()]
    return sorted(found)


def places_behind_capitals(wording: Wording, words: frozenset[str]) -> list[int]:
    """Where one of these words stands behind a blank, and a capital in what is between the blanks before."""
    text, lower, found = wording.text, wording.lower, []
    for word in wording.words & words:
        for place in wording.places[word]:
            before = text.rfind(" ", 0, max(0, place - 1)) + 1
            if text[place - 1 : place] == " " and text[before:place] != lower[before:place]:
                found.append(place)
    return sorted(found)


def is_behind_numbers(wording: Wording, pattern: LatePattern) -> bool:
    """Whether a pattern matches right behind any number, where it takes less to look than all around."""
    return any(map(pattern.match, repeat(wording.lower), [end for _, end in wording.numeric]))


def stretches(places: Iterable[int], before: int, behind: int) -> Iterator[tuple[int, int]]:
    """From so far before to so far behind each of these places, which are in order; those that meet are one."""
    start = end = -1
    for place in places:
        if place - before > end:
            if end >= 0:
                yield start, end
            start = max(0, place - before)
        end = place + behind
    if end >= 0:
        yield start, end
