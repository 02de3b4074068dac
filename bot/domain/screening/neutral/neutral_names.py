"""What stands for a name where it stands: beside a role, in brackets, behind "called", with an article or without."""

import re
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral.neutral_people import Cast
from bot.domain.screening.neutral.neutral_roles import DOES_SOMETHING, PATIENTS, RELATIVES, ROLES
from bot.domain.screening.neutral.swaps import Swap, with_article

LOVED_ONE: Final = "loved one"
UNSAID: Final = "left out"
FAMILY: Final = "family"

_CALLED_BY_IT: Final = LatePattern(
    r"\b(?:(?:is|are|was|were|be|been|being|get|gets|getting) called|call(?:s|ed|ing)? (?:him|her|them|me|you|us))"
    r" \W?\Z",
    re.IGNORECASE,
)
_GOES_BY: Final = LatePattern(r"\b(?:go|goes|going|went) by \W?\Z", re.IGNORECASE)
_NAME_IS: Final = LatePattern(
    r"\b(?:names?(?:(?:'s|’s| is| was|:)? \W?|(?: again)?\? \W?|(?P<apart>, ))"
    r"|in(?:it(?:(?:ia|a|i)?l)?|tial)s?(?:(?: are| were| is|:) \W?|(?P<beside>,? )))\Z",
    re.IGNORECASE,
)
_NAMED_AT_FIRST: Final = LatePattern(r"(?:\A|[.!?\n] ?)(?P<cut>(?:named|called) )\Z", re.IGNORECASE)
_WHO_THEN: Final = LatePattern(r"\A, (?P<who>he|she|they)\b", re.IGNORECASE)
_NAMED: Final = LatePattern(r"(?P<cut>,? ?\b(?P<how>named|called) )\Z", re.IGNORECASE)
_GIVES_A_NAME: Final = LatePattern(
    r"\b(?:name|names|named|naming) (?:(?:the|my|his|her|our|their|its|an?|that|this) \w+|it|him|them) \Z",
    re.IGNORECASE,
)
_A_NOUN: Final = LatePattern(r"\b(?:an?|another|one|this|some) (?:[\w-]{1,20} ){0,2}[\w-]{1,20}\Z", re.IGNORECASE)
_WHO_IS_CALLED: Final = LatePattern(
    r"(?P<first>(?:\A|[.!?,;:\n]|\b(?:and|but|then|when|because|so|that|while|after|before|until|if|as))\s{0,2})?"
    r"\b(?P<some>(?:an?|another|one|some) (?:[\w-]{1,20} )?|some(?=one|body))?"
    r"(?P<whose>(?:the|my|our|this|that|his|her|their) (?:[\w-]{1,20} )?)?"
    rf"(?P<role>{ROLES}|person|one|body)\Z",
    re.IGNORECASE,
)
_RANG: Final = LatePattern(r"\A (?:back|again|to|twice|up)\b", re.IGNORECASE)
_AS_SOMETHING: Final = LatePattern(r"\A (?:as|after|her|his|my|their)\b", re.IGNORECASE)
_FORMAL: Final = LatePattern(r"\A(?:mr|mrs|ms|mx|miss|dr|doctor|nurse|matron|prof|professor)\b", re.IGNORECASE)

_BRACKET: Final = LatePattern(rf"\w[^\w\s]? \(\Z|\b(?P<role>{ROLES})\.? \(\Z", re.IGNORECASE)
_ROLE: Final = LatePattern(rf"\b(?P<role>{ROLES})\.?(?P<cut>,? )\Z", re.IGNORECASE)
_LED_BY_A_ROLE: Final = LatePattern(rf"\A(?P<role>{ROLES})\.? (?=\S)", re.IGNORECASE)
_SOMEBODYS: Final = LatePattern(
    r"(?:['’]s|\b(?:the|an?|this|that|my|our|your|his|her|their|another|some)) (?:[\w-]{1,20} )?\Z", re.IGNORECASE
)
_SET_APART: Final = LatePattern(r"\A,|\A(?=[.;:!?)\n]|\s*\Z)")
_EXPLAINED: Final = LatePattern(
    r"\A(?:, (?P<apart>(?:(?P<mine>my|our)|his|her|their|the other) (?:[\w-]{1,20} ){0,2}"
    rf"(?P<role>{ROLES}))(?:,(?(mine)|(?= (?!and\b|or\b|&)))|(?=[.;:!?\n]|\Z))"
    rf"| (?P<close>(?:the|my|our) (?:[\w-]{{1,20}} )?(?P<role3>{ROLES}|phlebotomist))(?=[.,;:!?\n]|\Z| (?:who|for"
    rf"|from)\b)"
    rf"| \((?P<inside>(?:the|my|our|his|her|their|an?) (?:[\w-]{{1,20}} ){{0,2}}(?P<role2>{ROLES}))\))",
    re.IGNORECASE,
)
_DOES: Final = LatePattern(rf"\A{DOES_SOMETHING}", re.IGNORECASE)
_HAS_SOMETHING: Final = LatePattern(rf"\A['’]s (?!(?:[\w-]{{1,20}} )?(?:{RELATIVES}|family)\b)", re.IGNORECASE)
_WHOM: Final = r" (?:(?:the|an?|my|our|your|his|her|their|this|that|another) )?(?:[\w-]{1,20} )?\Z"
_ASKS: Final = LatePattern(rf"\b(?:tell|told|telling|ask|asked|asking|gave|give|showed|sent){_WHOM}", re.IGNORECASE)
_TELLS: Final = LatePattern(
    r"\b(?:tell|tells|told|telling|text|texted|remind|reminded|warn|warned|assured|informed|promised|showed"
    rf"|(?:heard|learned|know|knew) from){_WHOM}",
    re.IGNORECASE,
)

_HAILED: Final = LatePattern(
    r"\b(?:hi|hey|hello|thanks|thank you|thx|ty|sorry|bye|goodbye|good (?:morning|night|evening|afternoon)|welcome back"
    r"|happy birthday)(?P<cut>,? )\Z",
    re.IGNORECASE,
)
_HAIL_ENDS: Final = LatePattern(r"\A(?P<comma>,)? ?(?=[.!?;:)\"\n]|\Z|for\b|i\b|if\b|u\b|you\b)|\A,", re.IGNORECASE)
_SIGNED: Final = LatePattern(
    r"(?:\A|\n|[.!?] )[-–—]{1,2} ?\Z|\b(?:love|best|cheers|sincerely|xo{1,3}|yours),?\s\Z", re.IGNORECASE
)
_ENDS: Final = LatePattern(r"\A(?:,? \(?ms ?\d\)?)?[.!]?\s*\Z", re.IGNORECASE)
_MANNER: Final = LatePattern(
    r"\A (?:way|style|method|approach|rule|look|technique|handshake|smile|laugh|face)\b", re.IGNORECASE
)
_KINDLY: Final = LatePattern(r"\b(?:poor|dear|sweet|old|little|young|lovely) \Z", re.IGNORECASE)
_LETTER_TO: Final = LatePattern(r"(?:\A|\n)dear \Z", re.IGNORECASE)
ARTICLE: Final = LatePattern(
    r"\b(?:the|an?|this|(?:with|about|for|from|like|of) that|my|our|your|another|every|some)"
    r" (?P<cut>(?:poor|dear|sweet|old|little|young|lovely) )?\Z",
    re.IGNORECASE,
)
THEIRS: Final = LatePattern(r"\b(?:his|her|their) \Z", re.IGNORECASE)
_HOUSEHOLD: Final = LatePattern(
    r"\A (?:family|families|household|kids?|children|twins|baby|case|house|girls?|boys?|sisters?|brothers?)\b"
)
_THE: Final = LatePattern(r"\bthe \Z", re.IGNORECASE)
_COUNTED: Final = LatePattern(r"\b(?:both|two|three|four|several|many|[2-9])(?: of)? (?:the )?\Z", re.IGNORECASE)
_ALL: Final = LatePattern(r"\b(?:all|few|these|those|other)(?: of)? (?:the )?\Z", re.IGNORECASE)
_ARE: Final = LatePattern(r"\A (?:are|were|have)\b", re.IGNORECASE)
_PLURAL: Final = LatePattern(r"\A[^\W\d_]{2,}s\Z", re.IGNORECASE)


def for_a_name(name: str, before: str, after: str, cast: Cast) -> Swap:
    """Neutral words for a name between what stands before and behind it, as it fits into its sentence."""
    return (
        _talked_about(before)
        or _hailed(before, after)
        or _behind_called(name, before, after)
        or _in_brackets(name, before, after, cast)
        or _beside_a_role(name, before, after, cast)
        or _led_by_a_role(name, before, after, cast)
        or _explained(name, before, after, cast)
        or _plural(name, before, after)
        or _with_an_article(name, before, after, cast)
    )


def _talked_about(before: str) -> Swap | None:
    """Where it is the name that is meant and not its bearer."""
    if _CALLED_BY_IT.search(before):
        return Swap("by a name")
    if _GOES_BY.search(before):
        return Swap("a name")
    if _GIVES_A_NAME.search(before):
        return Swap("", before=1)
    said = _NAME_IS.search(before)
    if said is None:
        return None
    apart = said["apart"] or said["beside"]
    return Swap("", before=len(apart)) if apart else Swap(UNSAID)


def _hailed(before: str, after: str) -> Swap | None:
    """ "Thanks, Tomasz, for coming" is "thanks for coming"; who signs a text is its writer."""
    if _SIGNED.search(before) and _ENDS.match(after):
        return Swap("a student")
    hailed, ends = _HAILED.search(before), _HAIL_ENDS.match(after)
    if hailed is None or ends is None:
        return None
    is_apart = hailed["cut"].startswith(",") and after.startswith(", ")
    return Swap("", before=len(hailed["cut"]), after=int(is_apart))


def _behind_called(name: str, before: str, after: str) -> Swap | None:
    """ "A guy named Trevor" is "a guy". Who "called Maria" has rung somebody up, and keeps the verb."""
    first, who = _NAMED_AT_FIRST.search(before), _WHO_THEN.match(after)
    if first and who:
        return Swap(who["who"], before=len(first["cut"]), after=len(who[0]))
    named = _NAMED.search(before)
    if named is None or not _tells_who(before[: named.start()], after, named=named["how"].lower() == "named"):
        return None
    return None if _FORMAL.match(name) and named["how"].lower() == "called" else Swap("", before=len(named["cut"]))


def _tells_who(lead: str, after: str, *, named: bool) -> bool:
    """Whether a name behind "named" or "called" only says who the one before it is."""
    who = _WHO_IS_CALLED.search(lead)
    if named:
        return (who is not None or _A_NOUN.search(lead) is not None) and not _AS_SOMETHING.match(after)
    if who is None:
        return False
    is_object = not who["first"] and (who["some"] or who["role"].lower() in PATIENTS)
    return _DOES.match(after) is not None or bool(is_object and not _RANG.match(after) and not after.startswith("'"))


def _in_brackets(name: str, before: str, after: str, cast: Cast) -> Swap | None:
    """ "My patient (Maria)" is "my patient"."""
    bracket = _BRACKET.search(before) if after.startswith(")") else None
    if bracket is None:
        return None
    if role := _ROLE.search(before[:-1]):
        cast.remember(name, role["role"].lower())
    return Swap("", before=2, after=1)


def _beside_a_role(name: str, before: str, after: str, cast: Cast) -> Swap | None:
    """ "My patient Maria" and "my patient, Maria," are "my patient"; "PA Lopez" is "a PA"."""
    role = _ROLE.search(before)
    apart = _SET_APART.match(after)
    if role is None or (role["cut"].startswith(",") and not apart):
        return None
    lead, called = before[: role.start()], role["role"]
    if role["cut"] == " " and (clause := _told(name, called, lead, after, cast)):
        return Swap(clause)
    if called.isupper() and not _SOMEBODYS.search(lead):
        words = cast.by_role(name) or with_article(called)
        cast.remember(name, called)
        return Swap(words, before=len(role[0]))
    cast.remember(name, called.lower())
    return Swap("", before=len(role["cut"]), after=len(apart[0]) if apart and role["cut"].startswith(",") else 0)


def _led_by_a_role(name: str, before: str, after: str, cast: Cast) -> Swap | None:
    """The same where the role was found as a part of the name: "his brother Tom"."""
    role = _LED_BY_A_ROLE.match(name)
    if role is None or not (_SOMEBODYS.search(before) or name[0].islower()):
        return None
    called = role["role"].lower()
    if clause := _told(name[role.end() :], called, before, after, cast):
        return Swap(f"{called} {clause}")
    cast.remember(name[role.end() :], called)
    return Swap(called)


def _told(name: str, role: str, lead: str, after: str, cast: Cast) -> str | None:
    """In "told the nurse Maria was crying" it is not the nurse who cried, nor is "the nurse Maria's pulse" hers."""
    does, has = _DOES.match(after), _HAS_SOMETHING.match(after)
    if not ((does and _TELLS.search(lead)) or (has and _ASKS.search(lead))):
        return None
    words = "somebody else" if role.lower() in PATIENTS else cast.words(name, cast.person(name, after))
    return f"that {words}" if does else words


def _explained(name: str, before: str, after: str, cast: Cast) -> Swap | None:
    """ "Priya, my co-intern, cried" is "my co-intern cried"."""
    said = _EXPLAINED.match(after)
    if said is None or ARTICLE.search(before) or THEIRS.search(before):
        return None
    cast.remember(name, (said["role"] or said["role2"] or said["role3"]).lower())
    return Swap(said["apart"] or said["inside"] or said["close"], after=len(said[0]))


def _plural(name: str, before: str, after: str) -> Swap | None:
    """ "The Johnsons" are a family, and "both Tinas" are patients."""
    if not _PLURAL.match(name) or _HOUSEHOLD.match(after):
        return None
    is_one = not _ARE.match(after) and (lexicon.is_given(name) or lexicon.is_family(name))
    if _COUNTED.search(before) or (_ALL.search(before) and not is_one):
        return Swap("patients")
    return Swap(FAMILY) if _THE.search(before) else None


def _with_an_article(name: str, before: str, after: str, cast: Cast) -> Swap:
    person = cast.person(name, after)
    if article := ARTICLE.search(before):
        if _HOUSEHOLD.match(after):
            return Swap("", before=1)
        if _THE.search(before) and _MANNER.match(after):
            return Swap(f"{with_article(person)}'s", before=len("the "))
        return Swap(person, before=len(article["cut"] or ""))
    if theirs := THEIRS.search(before):
        # In "I told her Maria was late" the name is not hers.
        told = _TELLS.search(before[: theirs.end()]) and _DOES.match(after)
        return Swap(f"that {cast.words(name, person)}" if told else LOVED_ONE)
    if _LETTER_TO.search(before):
        return Swap(person)
    kindly = _KINDLY.search(before)
    return Swap(cast.words(name, person), before=len(kindly[0]) if kindly else 0)
