"""Whose words a phrase is, and of which time: what is quoted, reported or long past is not the writer's today."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import compress, product, repeat
from operator import itemgetter
from typing import Final

from bot.domain.screening.late_patterns import Finds
from bot.domain.screening.structure.wording import Wording

AROUND = 160
MOST_LOOKED_AT = 30
"""Phrases of each kind in a text: one is enough for an answer, and a text of nothing else is looked at no longer."""

_LETTERS: Final = itemgetter(slice(4))
_INITIALS: Final = slice(3)


class Phrase:
    """A pattern for small letters that is made when a text first needs it, since most texts need none of them.

    `beginnings` are the first four letters of each word that it can begin with, "said|says"; after a colon, where only
    those are possible, the first three letters of the next word: "want:thi,to". Each space in `source` stands for one
    or two, or for a line break. One that takes long, or would often be tried for nothing, `needs` one of these words
    in the text."""

    def __init__(self, beginnings: str, source: str, needs: frozenset[str] = frozenset()) -> None:
        self.beginnings, self.source, self.needs = beginnings, source, needs

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made at the first call."""
        return re.compile(re.sub(" (?![?])", r"\\s{1,2}", self.source))

    @cached_property
    def match(self) -> Finds:
        """As of the pattern."""
        return self.pattern.match


def late(*alternatives: str) -> Phrase:
    """A pattern of any of them that is looked for everywhere."""
    return Phrase("", "|".join(alternatives))


_QUOTED = re.compile(
    r"(?<!\w)\"[^\"\n]{0,600}(?:\"|\n|$)|“[^”\n]{0,600}(?:”|\n|$)|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)"
)
_SENTENCE_END = re.compile(r"[.!?](?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?=\s|$)|\n")
_LONG_AGO = late(
    r"\b(?:(?:years?|decades?) ago|long ago|used to|back then|as an? (?:kid|child|teen|teenager|scribe)"
    r"|when i was (?:an? |in |only |just )?(?:\d|kid|child|teen|young|little|high|middle|college|school|fif|six"
    r"|sev|eig"
    r"|nine|twelve|thirteen|fourteen|scribe|emt|nurse|cna|undergrad)\w{0,12}"
    r"|(?:in|during|back in|through) (?:my )?(?:high school|middle school|college|undergrad|teens|twenties)"
    r"|(?:old|last|first|previous|former) job|before med(?:ical)? school)\b",
)
_GOES_ON = late(r"\b(?:again|still|now|lately|these days|today|tonight|any ?more|coming back|ever since)\b")


class ConcernKind(StrEnum):
    """What a phrase is about: each has its own answer, support lines or the school's reporting routes."""

    DISTRESS = "distress"
    MISTREATMENT = "mistreatment"


Judge = Callable[[re.Match[str], str], tuple[int, int] | None]
"""Says of a phrase in a text where it stands with its subject, or nothing where it isn't meant."""
Group = tuple[Iterable[Phrase], Judge]
Meant = tuple[Phrase, ConcernKind, Judge]
ByInitials = dict[str, list[Meant]]
"""Phrases by the first letters of their second word, "" for any other."""
_NO_PHRASES: Final[ByInitials] = {}


@dataclass(frozen=True, slots=True)
class Lookup:
    """Phrases by the first letters of their first word and then by those of the next."""

    by_letters: dict[str, ByInitials]
    needed: frozenset[str]
    """The words that any of them needs: most texts have few of these, and are asked once."""


def by_beginnings(groups: Mapping[ConcernKind, Iterable[Group]]) -> Lookup:
    """The phrases by the letters that they begin with, each with what it is about and whoever judges it."""
    meant = [(phrase, kind, judge) for kind, those in groups.items() for group, judge in those for phrase in group]
    found: dict[str, ByInitials] = {}
    for each in meant:
        for beginning in each[0].beginnings.split():
            words, _, initials = beginning.partition(":")
            for letters, initial in product(words.split("|"), initials.split(",")):
                found.setdefault(letters, {"": []}).setdefault(initial, []).append(each)
    for by_initials in found.values():
        for initial in filter(None, by_initials):
            by_initials[initial] += by_initials[""]
    return Lookup(found, frozenset().union(*(phrase.needs for phrase, _, _ in meant)))


Said = Mapping[ConcernKind, Sequence[tuple[re.Match[str], Judge]]]


def matches(lookup: Lookup, text: Wording) -> Said:
    """The phrases of each kind in a text, in its order, and no more of a kind than are looked at."""
    found: dict[ConcernKind, list[tuple[re.Match[str], Judge]]] = {kind: [] for kind in ConcernKind}
    lower, words = text.lower, text.spoken
    needed = text.words & lookup.needed
    firsts = list(map(lookup.by_letters.get, map(_LETTERS, words), repeat(_NO_PHRASES)))
    told = compress(zip(firsts, [*words[1:], ""], text.starts, strict=False), firsts)
    for by_initials, following, start in told:
        for phrase, kind, judge in by_initials.get(following[_INITIALS]) or by_initials[""]:
            if phrase.needs and phrase.needs.isdisjoint(needed):
                continue
            match = phrase.match(lower, start)
            if match is not None and len(found[kind]) < MOST_LOOKED_AT:
                found[kind].append((match, judge))
    return found


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where something is quoted; a quotation that is never closed ends with its line."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def is_inside(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= place < end for start, end in spans)


def sentence_before(text: str, place: int) -> str:
    """What stands before a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[max(0, place - AROUND) : place])[-1]


def sentence_after(text: str, place: int) -> str:
    """What stands behind a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[place : place + AROUND], maxsplit=1)[0]


def is_long_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence puts a phrase into a time long past, and not also into the present."""
    sentence = sentence_before(text, start) + text[start:end] + sentence_after(text, end)
    return _LONG_AGO.pattern.search(sentence) is not None and _GOES_ON.pattern.search(sentence) is None
