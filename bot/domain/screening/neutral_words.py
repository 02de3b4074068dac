"""The same text with neutral words where it points at somebody: "the patient", "a colleague", "that week"."""

import re
from collections.abc import Iterable
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.known_names import NOBODY, KnownNames
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral_people import Cast
from bot.domain.screening.neutral_things import Swap, for_a_thing

NOTHING: Final = "…"
"""What stands where no words fit."""

LOVED_ONE: Final = "loved one"

_SEEN: Final = 80
"""So many characters around a finding tell how it stands in its sentence."""
_NAMES: Final = frozenset({IdentifierKind.NAME, IdentifierKind.INITIALS})
_POSSESSIVE: Final = LatePattern(r"['’]s\Z|(?<=s)['’]\Z", re.IGNORECASE)
_BARE_POSSESSIVE: Final = LatePattern(r"\A['’](?![^\W\d_])")
_OPENED: Final = LatePattern(r"['‘]\Z")

_CALLED: Final = LatePattern(
    r"\b(?:(?:is|are|was|were|be|been|being|get|gets|getting) called|call(?:s|ed|ing)? (?:him|her|them|me|you|us))"
    r" \W?\Z",
    re.IGNORECASE,
)
_GOES_BY: Final = LatePattern(r"\b(?:go|goes|going|went) by \W?\Z", re.IGNORECASE)
_NAME_IS: Final = LatePattern(r"\bnames?(?:'s| is| was|:)? \W?\Z", re.IGNORECASE)
_NAMED: Final = LatePattern(r",? ?\b(?:named|called) \Z", re.IGNORECASE)
_ROLES: Final = (
    r"(?P<role>patient|pt|brother|sister|mom|mother|mum|dad|father|wife|husband|partner|son|daughter|aunt|auntie|uncle"
    r"|cousin|niece|nephew|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|boyfriend|girlfriend|friend"
    r"|neighbor|roommate|caregiver|nurse|doctor|attending|attg|resident|intern|fellow|senior|surgeon|pharmacist"
    r"|therapist|chaplain|tech|medic|preceptor|mentor|colleague|classmate|student|interpreter|manager|volunteer|aide"
    r"|cna|emt|worker|counselor|dietitian|teacher|coordinator|clerk|kid|baby|toddler|boy|girl|lady|gentleman|man|woman"
    r"|guy)"
)
_ROLE: Final = LatePattern(rf"\b{_ROLES}\.?(?P<cut>,? )\Z", re.IGNORECASE)
_LED_BY_A_ROLE: Final = LatePattern(rf"\A{_ROLES}\.? (?=\S)", re.IGNORECASE)
_SOMEBODYS: Final = LatePattern(r"(?:['’]s|\b(?:the|an?|this|that|my|our|your|his|her|their)) \Z", re.IGNORECASE)
_SET_APART: Final = LatePattern(r"\A,|\A(?=[.;:!?)\n]|\s*\Z)")
_KINDLY: Final = LatePattern(r"\b(?:poor|dear|sweet|old|little|young|lovely) \Z", re.IGNORECASE)
_ARTICLE: Final = LatePattern(
    r"\b(?:the|an?|this|that|my|our|your|another|every|some) (?P<cut>(?:poor|dear|sweet|old|little|young|lovely) )?\Z",
    re.IGNORECASE,
)
_THEIRS: Final = LatePattern(r"\b(?:his|her|their) \Z", re.IGNORECASE)
_HOUSEHOLD: Final = LatePattern(
    r"\A (?:family|families|household|kids?|children|twins|baby|case|house|girls?|boys?|sisters?|brothers?)\b"
)
_INSTITUTION: Final = LatePattern(
    r"\A (?:clinic|hospital|center|shelter|school|church|pharmacy|library|hospice|home|team|staff|nurses?|ed|er)\b",
    re.IGNORECASE,
)
_PLACES: Final = frozenset({IdentifierKind.ADDRESS, IdentifierKind.PLACE, IdentifierKind.FACILITY})

_BEGINS_A_SENTENCE: Final = LatePattern(r"(?:\A|[.!?…][\"'”’)\]]{0,2}\s|\n)[\s\"'“‘(\[>*•–-]{0,4}\Z")
_AFTER_A_SHORT_FORM: Final = LatePattern(r"\b(?:pt|pts|dr|mr|mrs|ms|vs|st|hx|dx|rx|e\.g|i\.e)\.\s\Z", re.IGNORECASE)
_AN: Final = LatePattern(r"\b(a)(n)? \Z", re.IGNORECASE)


def with_neutral_words(text: str, findings: Iterable[Finding], *, known: KnownNames = NOBODY) -> str:
    """A text in which nothing that was found is left, as one would write it without: the same person is called by the
    same words, articles stand once, and sentences begin as they did."""
    cast, written, read = Cast(known), "", 0
    inside = sorted(findings, key=lambda each: each.start)
    ends = [*(each.start for each in inside[1:]), len(text)]
    for finding, end in zip(inside, ends, strict=False):
        said, before = text[finding.start : finding.end], text[max(read, finding.start - _SEEN) : finding.start]
        swap = _swap(finding.kind, said, before, text[finding.end : min(end, finding.end + _SEEN)], cast)
        start = finding.start - swap.before
        written = _joined(written + text[read:start], swap.words, small=text[start].islower())
        read = finding.end + swap.after
    return written + text[read:]


def without_words(text: str, findings: Iterable[Finding]) -> str:
    """A text in which nothing that was found is left, and nothing is longer than it was."""
    for finding in sorted(findings, key=lambda each: each.start, reverse=True):
        text = f"{text[: finding.start]}{NOTHING}{text[finding.end :]}"
    return text


def _swap(kind: IdentifierKind, said: str, before: str, after: str, cast: Cast) -> Swap:
    if kind in _PLACES and _INSTITUTION.match(after) and _ARTICLE.search(before):
        return Swap("", before=1)
    if kind not in _NAMES:
        return _without_its_article(for_a_thing(kind, said, before, after), before)
    owner = _POSSESSIVE.search(said)
    name = said[: owner.start()] if owner else said
    whose = "'s" if owner else ""
    late = 0
    if not owner and name[-1:] in "sS" and _BARE_POSSESSIVE.match(after) and not _OPENED.search(before):
        # What was "James' room" is "the patient's room".
        whose, late = "'s", 1
    swap = _name(name, before, after, cast)
    return Swap(swap.words + whose, swap.before, swap.after if not whose else late)


def _name(name: str, before: str, after: str, cast: Cast) -> Swap:
    if _CALLED.search(before):
        return Swap("by a name")
    if _GOES_BY.search(before):
        return Swap("a name")
    if _NAME_IS.search(before):
        return Swap("left out")
    if named := _NAMED.search(before):
        return Swap("", before=len(named[0]))
    return (
        _beside_a_role(name, before, after, cast)
        or _led_by_a_role(name, before, cast)
        or _with_an_article(name, before, after, cast)
    )


def _beside_a_role(name: str, before: str, after: str, cast: Cast) -> Swap | None:
    """ "My patient Maria" and "my patient, Maria," are "my patient"."""
    role = _ROLE.search(before)
    apart = _SET_APART.match(after)
    if role is None or (role["cut"].startswith(",") and not apart):
        return None
    cast.remember(name, role["role"].lower())
    return Swap("", before=len(role["cut"]), after=len(apart[0]) if apart and role["cut"].startswith(",") else 0)


def _led_by_a_role(name: str, before: str, cast: Cast) -> Swap | None:
    """The same where the role was found as a part of the name: "his brother Tom"."""
    role = _LED_BY_A_ROLE.match(name)
    if role is None or not (_SOMEBODYS.search(before) or name[0].islower()):
        return None
    cast.remember(name[role.end() :], role["role"].lower())
    return Swap(role["role"].lower())


def _with_an_article(name: str, before: str, after: str, cast: Cast) -> Swap:
    person = cast.person(name, after)
    if article := _ARTICLE.search(before):
        if _HOUSEHOLD.match(after):
            return Swap("", before=1)
        return Swap(person, before=len(article["cut"] or ""))
    if _THEIRS.search(before):
        return Swap(LOVED_ONE)
    if kindly := _KINDLY.search(before):
        return Swap(cast.words(name, person), before=len(kindly[0]))
    return Swap(cast.words(name, person))


def _without_its_article(swap: Swap, before: str) -> Swap:
    """ "The MGH" is "a hospital", and "my room 412" is "my room"."""
    bare = swap.words.removeprefix("an ").removeprefix("a ").removeprefix("the ")
    if swap.before or bare == swap.words or not (_ARTICLE.search(before) or _THEIRS.search(before)):
        return swap
    return Swap(bare, swap.before, swap.after)


def _joined(written: str, words: str, *, small: bool) -> str:
    """What is written so far and the words that come next, with a capital where a sentence begins, unless its writer
    began it with a small letter."""
    begins = _BEGINS_A_SENTENCE.search(written[-8:]) and not _AFTER_A_SHORT_FORM.search(written[-8:])
    if words and begins and not small:
        words = words[0].upper() + words[1:]
    article = _AN.search(written[-4:])
    if words and article:
        n = ("N" if article[1].isupper() and (article[2] or "").isupper() else "n") if words[0] in "aeiouAEIOU" else ""
        written = f"{written[: len(written) - len(article[0])]}{article[1]}{n} "
    return written + words
