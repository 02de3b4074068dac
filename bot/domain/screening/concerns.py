"""Explicit phrases of acute distress, said by the writer about the writer. Nothing else is caught or claimed.

A miss costs little, since support lines stand in every form anyway; so what may be a figure of speech, a quotation
or a patient's words is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.screening.characters import fold


class ConcernKind(StrEnum):
    """What a phrase is about: each has its own answer, support lines or the school's reporting routes."""

    DISTRESS = "distress"
    MISTREATMENT = "mistreatment"


@dataclass(frozen=True, slots=True)
class Concern:
    """A stretch of the given text that says explicitly how badly its writer is doing."""

    start: int
    end: int
    kind: ConcernKind


_I = r"\bI(?:'ve|'m| have| am)?"
_HOW = r"(?: (?:just|really|honestly|sometimes|often|still|always|actually|only|even|keep|kind of|been)){0,2}"
_KILL = (
    r"(?:kill(?:ing)? myself|tak(?:e|ing) my (?:own )?life|end(?:ing)? (?:my (?:own )?life|it all)|hang(?:ing)? myself)"
)
_THINK_OF = r"(?:think|thinking|thought|(?:having |had )?thoughts) (?:of|about)"
_HARM = r"(?:hurt|harm|cutt?)(?:ing)? myself"
# "I want to die laughing", "of embarrassment", "on that hill"; "kill myself over a note"; "cut myself some slack".
_NO_FIGURE = (
    r"\b(?! (?:laughing|of|on|for|over|from|by|trying|with|inside|in my sleep|peacefully|at home|some|an?|off|short)\b)"
)
_DISTRESS = re.compile(
    "|".join(
        (
            rf"{_I}{_HOW} (?:want|wish) to (?:die|be dead){_NO_FIGURE}",
            rf"{_I}{_HOW} (?:want(?:ed)?|plan(?:ned|ning)?|going|decided|tried) to (?:{_KILL}|{_HARM}){_NO_FIGURE}",
            rf"{_I}{_HOW} (?:wanna|gonna) (?:die|{_KILL}|{_HARM}){_NO_FIGURE}",
            rf"{_I}{_HOW} (?:feel|feeling|felt) like (?:{_KILL}|{_HARM}){_NO_FIGURE}",
            rf"{_I}{_HOW} {_THINK_OF} (?:{_KILL}|{_HARM}){_NO_FIGURE}",
            rf"{_I}{_HOW} (?:having|had|have) (?:suicidal thoughts|thoughts of suicide)\b",
            rf"{_I}{_HOW}(?: feel| feeling| felt)? suicidal\b",
            rf"{_I}{_HOW} (?:self-harm(?:ing|ed)?|(?:cutting|hurting|harming) myself){_NO_FIGURE}",
            r"\bI wish (?:that )?I (?:was|were) dead\b",
            r"\bI(?:'d| would) (?:rather be|be better off) dead\b",
            r"\b(?:everyone|everybody|the world|my family) would be better off (?:without me|if I (?:was|were) dead)\b",
            r"\bI(?: really| just)? (?:don't|do not|dont|didn't) want to (?:be alive|keep living|go on living)\b",
            r"\bI(?: really| just)? (?:don't|do not|dont|didn't) want to (?:live|exist|wake up) any ?more\b",
            r"\bI have (?:no reason|nothing)(?: left)? to live\b",
            r"\bI (?:can't|cannot|can not|cant) go on living\b",
        )
    ),
    re.IGNORECASE,
)
# "She said I want to die" reports somebody else; "I told my sister I want to die" does not.
_REPORTED = re.compile(
    r"\b(?P<who>\w+)(?: (?:just|then|also|once|keeps?|kept))? (?:said|says|saying|told|tells|asked|whispered|shouted"
    r"|screamed|texted|wrote|repeated|repeating)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)


def find_concerns(text: str) -> tuple[Concern, ...]:
    """The explicit phrases of distress in a text that its writer says in the first person."""
    folded = fold(text)
    return tuple(Concern(*folded.span(*match.span()), ConcernKind.DISTRESS) for match in _first_person(folded.text))


def tells_of(kind: ConcernKind, concerns: Iterable[Concern]) -> bool:
    """Whether a phrase of this kind is among the concerns."""
    return any(concern.kind is kind for concern in concerns)


def _first_person(text: str) -> Iterator[re.Match[str]]:
    for match in _DISTRESS.finditer(text):
        before = text[: match.start()]
        reported = _REPORTED.search(before[-120:])
        if not _inside_quotes(before) and (reported is None or reported["who"].casefold() == "i"):
            yield match


def _inside_quotes(before: str) -> bool:
    """Whether a quotation that was opened in this paragraph is still open."""
    paragraph = before.rpartition("\n")[2]
    if paragraph.endswith("'"):
        return True
    return paragraph.count('"') % 2 == 1 or paragraph.rfind("“") > paragraph.rfind("”")
