"""Questions to a group that can't answer: with a question mark, asked without one, or put as a request to tell."""

import re

from bot.domain.screening.characters import fold

_MARK = re.compile(r"[^\s.!?]*(?:\s[^\s.!?]+){0,5}\s*[?؟‽⁇⁈⁉❓❔]")
_WE = r"(?:you|we|i|they|any of you|all of you|anyone|anybody|someone|somebody|everyone|everybody|the group)"
_IT = r"(?:it|this|that|there|rounds|the (?:week|day|rotation|shift))"
_ASKED = re.compile(
    # "What would you", but not "What you wrote"; "How was it", but not "How it was".
    rf"(?:what|who|whom|how|why|when|where|which)(?: \w+){{0,3}}? (?:do|does|did|would|could|should|can|will|are|is"
    rf"|was|were|have|has"
    rf"|had|might) (?:{_WE}|{_IT})\b"
    r"|what (?:made|makes|keeps|kept|stopped|stops|helped|helps) (?:you|any of you)\b"
    r"|what (?:would|could|might|can|will) (?:help|make|be|have|change)\b|(?:how|what) about\b|how come\b|why not\b"
    r"|who (?:wants|needs|would|can|could|thinks|feels|else)\b"
    # "Would you", but not "Should you need", "Were we to" or "May you rest"; "Is it", "Does anyone".
    rf"|(?:do|does|did|can|could|would|will|have|has|are|aren't|don't|didn't|can't|couldn't|won't|wouldn't"
    rf"|haven't) {_WE}\b"
    rf"|(?:is|was|isn't|wasn't|has) (?:{_IT}|any of you|anyone|anybody)\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"(?:^|(?<=[.!;:\n]))[\s\"'*–-]*(?:(?:so|and|but|now|then|also|well|first|please|honestly|or)\b,? )?", re.IGNORECASE
)
_TOLD = re.compile(
    # "Tell us what", but not "Patients tell us what".
    r"(?:(?:^|[.!;:,\n])\s*|\b(?:please|just|then|and|so|do|can|could|can always) )(?:tell|show) (?:me|us)"
    r" (?:what|why|how|when|where|which|whether|if|more|about)\b"
    r"|\b(?:let (?:me|us) know|write (?:back|to (?:me|us)) (?:what|with|and)|(?:please|kindly) (?:answer|respond"
    r"|reply|explain|describe)"
    r"|i(?:'m| am) (?:curious|wondering)|i(?: do|'d| would| still)?(?: like to| love to| want to)? wonder (?:what"
    r"|why|how|if|whether|when)"
    r"|(?:i|we)(?:'d| would)? (?:like|love|want|wish|need) to (?:know|hear|learn|understand|find out) (?:what|why"
    r"|how|when|where|whether"
    r"|if|more about|about|from you))\b",
    re.IGNORECASE | re.MULTILINE,
)


def find_questions(text: str) -> tuple[str, ...]:
    """What in a text asks for an answer, as it stands there."""
    folded = fold(text)
    asked = [match for begin in _BEGINNING.finditer(folded.text) if (match := _ASKED.match(folded.text, begin.end()))]
    found = [*_MARK.finditer(folded.text), *asked, *_TOLD.finditer(folded.text)]
    spans = sorted({folded.span(*match.span()) for match in found})
    return tuple(" ".join(text[start:end].split()) for start, end in spans)
