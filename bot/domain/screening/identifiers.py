"""The plainest identifiers, found by their structure: mentions, addresses, links, numbers, dates and roster names.

Every pattern is bounded and unambiguous, so that a hostile text takes no longer than an ordinary one.
"""

import re
from collections.abc import Iterable, Iterator

from bot.domain.screening.characters import fold
from bot.domain.screening.dates import find_dates
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.person_names import find_person_names

_MENTION = re.compile(r"<[@#!][^<>\n]{1,120}>|(?<![\w@.+-])@[^\W\d_](?:[\w.-]{0,78}\w)?")
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}\b")
_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s<>|]{0,500}[\w/]"
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|edu|gov|mil|uk)\b(?:/[^\s<>|]{0,500}[\w/])?",
    re.IGNORECASE,
)

# What follows a number that only says how much of something there was.
_NO_QUANTITY = (
    r"(?![\w%]|[.,-]?\d|\s?(?:mg|mcg|µg|g|kg|ml|l|cc|units?|iu|meq|mmol|dollars|steps|cells|k?cal(?:ories)?|people"
    r"|patients)\b)"
)
_GAP = r"(?: ?[./-] ?| )"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
_PHONE = re.compile(
    r"(?<!\w)(?<!\d[.,/-])(?:"
    # International: a plus and up to fifteen digits.
    r"\+\d(?:[ .()-]{0,2}\d){6,14}"
    # North American, with the area code in parentheses or not.
    rf"|(?:\+?1[ .-]?)?(?:\(\d{{3}}\) ?|\d{{3}}{_GAP})\d{{3}}{_GAP}?\d{{4}}|[2-9]\d\d[2-9]\d{{6}}"
    # Local, but no range such as 500-1000.
    r"|[2-9]\d{2}-(?!\d\d00)\d{4}"
    # With a leading zero and nine to eleven digits, as in Europe, but no list of hours such as 0800 1200 1600.
    rf"|(?!{_CLOCK}[ -]{_CLOCK}\b)0\d{{1,4}}[ /.-](?:\d[ .-]?){{5,8}}\d"
    rf"){_NO_QUANTITY}(?: ?(?:x|ext\.?|extension) ?\d{{1,6}}\b)?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"\b(?:ext|extension|pager|beeper)\b(?: (?:number|no|is|was)\b)?[ .:#]{1,3}(?P<number>\d{3,7})\b", re.IGNORECASE
)

_LINK_WORDS = r"[ :#.=-]{0,3}(?:(?:numbers?|num|nr|no|is|was|ends in|ending in)\b[ :#.=-]{0,3}){0,3}"
# After a word that always has a number of somebody's, three digits are enough, among letters too.
_SURE_RECORD = re.compile(
    rf"\b(?:mrn|mr(?=#)|acct|account|ssn|csn)(?![a-z]){_LINK_WORDS}"
    r"(?P<number>(?=[a-z-]{0,6}\d(?:[a-z -]{0,2}\d){2})[a-z0-9](?:[a-z0-9]|-[a-z0-9]| \d){2,19})" + _NO_QUANTITY,
    re.IGNORECASE,
)
_LIKELY_RECORD = re.compile(
    r"\b(?:chart|record|case|claim|member|policy|encounter|visit|id|badge|licen[cs]e|medicare|medicaid|passport)"
    rf"(?![a-z]){_LINK_WORDS}(?P<number>[a-z]{{0,3}}-?\d(?:-?\d){{4,14}})" + _NO_QUANTITY,
    re.IGNORECASE,
)
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])\d{3}[ -]\d{2}[ -]\d{4}(?![\w-])")
_LONG_RUN = re.compile(rf"(?<![\w.,-])[a-z]{{0,3}}-?\d{{7,}}{_NO_QUANTITY}", re.IGNORECASE)

# Where two begin at the same place, the first of this list names the finding.
_STRUCTURES = (
    (IdentifierKind.MENTION, _MENTION),
    (IdentifierKind.EMAIL, _EMAIL),
    (IdentifierKind.LINK, _LINK),
    (IdentifierKind.RECORD, _SURE_RECORD),
    (IdentifierKind.PHONE, _PHONE),
    (IdentifierKind.PHONE, _EXTENSION),
    (IdentifierKind.RECORD, _LIKELY_RECORD),
    (IdentifierKind.RECORD, _SOCIAL_SECURITY),
    (IdentifierKind.RECORD, _LONG_RUN),
)
_WORD = re.compile(r"\w+")


def find_identifiers(text: str, *, roster: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything in a text that points at somebody, in order and without overlaps. Places count in the given text."""
    folded = fold(text)
    found = [
        *_structured(folded.text),
        *find_dates(folded.text),
        *_on_roster(folded.text, roster),
        *find_person_names(folded.text),
    ]
    return tuple(
        Finding(*folded.span(finding.start, finding.end), finding.kind, finding.confidence)
        for finding in _without_overlaps(found)
    )


def _structured(text: str) -> Iterator[Finding]:
    for kind, pattern in _STRUCTURES:
        group = "number" if "number" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            yield Finding(*match.span(group), kind)


def _on_roster(text: str, roster: Iterable[str]) -> Iterator[Finding]:
    """Names and ids of the roster as whole words, in capitals or not; looked up by their first word."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for entry in roster:
        words = tuple(_WORD.findall(fold(entry).text.casefold()))
        if words:
            names.setdefault(words[0], set()).add(words)
    spoken = [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for place, (word, start, _) in enumerate(spoken):
        for name in names.get(word, ()):
            said = spoken[place : place + len(name)]
            if tuple(each for each, _, _ in said) == name and "\n" not in text[start : said[-1][2]]:
                yield Finding(start, said[-1][2], IdentifierKind.NAME)


def _without_overlaps(found: Iterable[Finding]) -> list[Finding]:
    """Findings that overlap become one, as long as all of them and of the first one's kind, so that nothing is left."""
    apart: list[Finding] = []
    for finding in sorted(found, key=lambda each: each.start):
        if not apart or finding.start >= apart[-1].end:
            apart.append(finding)
            continue
        last = apart.pop()
        sure = Confidence.DEFINITE in (last.confidence, finding.confidence)
        confidence = Confidence.DEFINITE if sure else Confidence.POSSIBLE
        apart.append(Finding(last.start, max(last.end, finding.end), last.kind, confidence))
    return apart
