"""Whose words a phrase is, and of which time: what is quoted, reported or long past is not the writer's today."""

import re

_QUOTED = re.compile(
    r"(?<!\w)\"[^\"\n]{0,600}(?:\"|\n|$)"
    r"|“[^”\n]{0,600}(?:”|\n|$)"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)"
)
_SENTENCE_END = re.compile(r"(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)[.!?](?=\s|$)|\n", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|decades?) ago|long ago|used to|back then|as an? (?:kid|child|teen|teenager|scribe)"
    r"|when i was (?:an? |in |only |just )?(?:\d|kid|child|teen|young|little|high|middle|college|school|fif|six|sev|eig"
    r"|nine|twelve|thirteen|fourteen|scribe|emt|nurse|cna|undergrad)\w{0,12}"
    r"|(?:in|during|back in|through) (?:my )?(?:high school|middle school|college|undergrad|teens|twenties)"
    r"|(?:old|last|first|previous|former) job|before med(?:ical)? school)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:again|still|now|lately|these days|today|tonight|any ?more|coming back|ever since)\b", re.IGNORECASE
)
AROUND = 200


def phrases(*alternatives: str) -> re.Pattern[str]:
    """A pattern of any of them, in either case; each space in them stands for one or two, or for a line break."""
    return re.compile(re.sub(" (?![?])", r"\\s{1,2}", "|".join(alternatives)), re.IGNORECASE)


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where something is quoted; a quotation that is never closed ends with its line."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def sentence_before(text: str, place: int) -> str:
    """What stands before a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[max(0, place - AROUND) : place])[-1]


def sentence_after(text: str, place: int) -> str:
    """What stands behind a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[place : place + AROUND], maxsplit=1)[0]


def is_long_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence puts a phrase into a time long past, and not also into the present."""
    sentence = sentence_before(text, start) + text[start:end] + sentence_after(text, end)
    return _LONG_AGO.search(sentence) is not None and _GOES_ON.search(sentence) is None
