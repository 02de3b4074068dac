"""Questions to a group that can't answer: with a question mark, asked without one, or put as a request to tell."""

import re
from collections.abc import Iterator

from bot.domain.screening.characters import in_sentences
from bot.domain.screening.late_patterns import LatePattern

_WE = r"(?:you|we|i|they|any|anyone|anybody|someone|somebody|everyone|everybody|the group)"
# "What was that", but not "What matters is that you are safe".
_IT = r"(?:it|this|there|that(?= (?:like|for|true|right|so|fair|why)\b|\s*(?:[.,;]|\Z)))"
_DO = r"(?:do|does|did|would|could|should|can|will|are|is|was|were|have|has|had|might)"

_MARK = LatePattern(r"[^\s.!?]*(?:\s[^\s.!?]+){0,5}\s*[?؟‽⁇⁈⁉❓❔]")
_BEGINNING = LatePattern(
    r"(?:^|(?<=[.!;:\n]))[\s\"'*-]*(?:(?:so|and|but|now|then|also|well|first|please|honestly|or)\b,? )?", re.IGNORECASE
)
_ASKED = LatePattern(
    # "What would you", but not "What you wrote"; "How was it", but not "How it was".
    rf"(?:what|who|whom|how|why|when|where|which)(?: \w+){{0,3}}? {_DO} (?:{_WE}|{_IT})\b|which \w+ {_DO}\b"
    rf"|what (?:made|makes|keeps|kept|stopped|stops|helped|helps) (?:you|any)\b"
    r"|what (?:would|could|might|can|will) (?:help|make|be|have|change)\b|what else\b|(?:how|what) about\b"
    r"|how come\b|why not\b|how (?:was|is|are|were) \w|who (?:wants|needs|would|can|could|thinks|feels|else)\b"
    # "Could rounds", "Is it", "Have you"; but not "Should you need", "Were we to", "May you rest" or "Have courage".
    r"|(?:can|could|would|did|does|is|was|isn't|doesn't|wasn't|aren't|don't you|didn't|can't|couldn't|won't"
    r"|wouldn't) \w"
    rf"|(?:do|will|have|has|are|haven't) {_WE}\b|any (?:ideas?|thoughts?|suggestions?|questions?|volunteers?)\b",
    re.IGNORECASE,
)
_TOLD = LatePattern(
    # "Tell us what", but not "Patients tell us what".
    r"(?:(?:^|[.!;:,\n])\s*|\b(?:please|just|then|and|so|do|can|could|always) )(?:let (?:me|us) know|(?:tell"
    r"|show) (?:me|us) (?:what|why|how|when|where|which|whether|if|more|about))\b|\b(?:write (?:back|to (?:me"
    r"|us)) (?:what|with|and)|i(?:'m| am) (?:curious|wondering)|(?:please|kindly) (?:answer|respond|reply|explain"
    r"|describe)|i(?: do|'d| would| still)?(?: like to| love to| want to)? wonder (?:what|why|how|if|whether|when)"
    r"|(?:i|we)(?:'d| would)? (?:like|love|want|wish|need) to (?:know|hear|learn|understand|find out) (?:what|why"
    r"|how|when|where|whether|if|more about|about|from you))\b",
    re.IGNORECASE | re.MULTILINE,
)

# What students may say to a patient: 'ask "What worries you most?" and wait', but not 'I ask you: "…"'.
_SAY = r"(?:ask|asked|asking|say|said|saying|try|tried|trying)"
_THE_PATIENT = (
    r"(?: to)? (?:(?:your|the|each|every|a|one|all|their) )?(?:patients?|famil(?:y|ies)|them|him|her|nurses?)"
)
_TO_BE_SAID = LatePattern(
    rf"(?P<verb>\b(?:{_SAY}{_THE_PATIENT}|(?<!\bi )(?<!\bi'll )(?<!\bwe )(?<!\bto ){_SAY}"
    r"(?: (?:just|simply|first|\w+ with))?)[:,]? )(?:\"[^\"\n]+\"|“[^”\n]+”|'[^'\n]+[?.!]')",
    re.IGNORECASE,
)
_AGREED = LatePattern(
    r"\b(?:so|neither|nor) (?:do|did|am|was|have|had|would|will|can|could|are|were|does|is) (?:i|we|they|he"
    r"|she|many|most|all|some|others|everybody|everyone)\b(?= of us\b| of you\b|\s*(?:[.,;!]|\Z)| too\b| and\b)",
    re.IGNORECASE,
)
_REST_OF_WORD = LatePattern(r"[\w'’-]*")
_NOTHING_ASKED = "that"
"""Stands where nothing is asked of those who read it."""


def find_questions(text: str) -> tuple[str, ...]:
    """What in a text asks for an answer, in order."""
    spoken = _TO_BE_SAID.sub(lambda said: said["verb"] + _NOTHING_ASKED, in_sentences(text))
    text = _AGREED.sub(_NOTHING_ASKED, spoken)
    found: list[tuple[int, int]] = []
    # What begins like a question mostly ends with its mark as well: it is told once.
    for begin, end in sorted((match.start(), _end_of_word(text, match.end())) for match in _asked_in(text)):
        if found and begin < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(dict.fromkeys(text[begin:end].strip() for begin, end in found))


def _end_of_word(text: str, place: int) -> int:
    """Where the word ends in which, or behind which, a place is."""
    rest = _REST_OF_WORD.match(text, place)
    return rest.end() if rest else place


def _asked_in(text: str) -> Iterator[re.Match[str]]:
    yield from _MARK.finditer(text)
    yield from _TOLD.finditer(text)
    for beginning in _BEGINNING.finditer(text):
        asked = _ASKED.match(text, beginning.end())
        if asked:
            yield asked
