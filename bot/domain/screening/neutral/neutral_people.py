"""What stands for a name: the patient, a colleague, a classmate; the same words for the same person."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.domain.screening.known_names import KnownNames, bears, parts_of
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral.neutral_roles import PATIENTS

_TITLES: Final = parts_of(
    "Mr Mrs Ms Mx Miss Sir Madam Maam Dr Doctor Nurse Prof Professor Sister Brother Father Rabbi Imam Pastor Reverend"
    " Coach Uncle Aunt Auntie Grandma Grandpa Big Little NP PA RN MD DO patient pt the"
)
_STAFF_BEFORE: Final = LatePattern(
    r"\A(?:dr|doctor|nurse|matron|prof|professor|pa|np|rn|lpn|cna|chief|sister)\b|\b(?:md|m\.d\.|rn|np|pa-c)\Z",
    re.IGNORECASE,
)
_STAFF_AFTER: Final = LatePattern(
    r"\A,? (?:(?:my|our|the|an?|her|his) )?(?:(?!(?:and|or) )\w+ )?(?:attending|(?:co-?)?(?:resident|intern)|fellow"
    r"|nurse|preceptor|senior|pharmacist|therapist|social worker|chaplain|doctor|surgeon|tech|medic|rn|np|md|pa)\b",
    re.IGNORECASE,
)
_HELPER_AFTER: Final = LatePattern(
    r"\A(?:,? (?:my|our|the) (?:\w+ )?(?:aide|cna|(?:\w+ )?clerk|housekeeper|interpreter|secretary|porter|phlebotomist"
    r"|dietitian|nutritionist|case manager|sitter|janitor|paramedic|security guard|transporter|volunteer)"
    r"|,? (?:from|in|at|w/|with) (?:transport|dietary|housekeeping|evs|environmental services|pharmacy|radiology"
    r"|security|registration|the (?:kitchen|cafeteria|lab|pharmacy)))\b",
    re.IGNORECASE,
)
_CLASSMATE_AFTER: Final = LatePattern(
    r"\A(?:(?: \w+)?, (?:my|our|an?|the|another) (?:\w+ )?(?:classmate|co-student|student|ms\d)"
    r"|,? my (?:(?:clinical|lab|study|rotation|school) (?:partner|buddy)|classmate|clasmate|room-?mate|roomate)"
    r"|,? (?:from|in) (?:my|our) (?:(?:clinical|study|rotation|small) )?(?:group|cohort|class|rotation|program))\b",
    re.IGNORECASE,
)
_RELATIVE_AFTER: Final = LatePattern(
    r"\A,? (?:her|his|their|the patient'?s|the pt'?s) (?:\w{1,20} )?(?:wife|husband|partner|son|daughter|mom|mother|dad"
    r"|father|sister|brother|aunt|uncle|cousin|niece|nephew|grand\w{1,12}|friend|neighbor|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
_TWO_PEOPLE: Final = LatePattern(r"\b(?:mr|mrs|ms|dr)s?\b\.? ?(?:and|&|/) ?(?:mr|mrs|ms|dr)\b", re.IGNORECASE)


class Person(StrEnum):
    """Who somebody is; the value is the noun for it."""

    PATIENT = "patient"
    COLLEAGUE = "colleague"
    CLASSMATE = "classmate"
    WRITER = "student"
    COUPLE = "couple"
    RELATIVE = "relative"


_FIRST: Final = {Person.PATIENT: "the patient", Person.COUPLE: "the couple"}
_ANOTHER: Final = {Person.PATIENT: "somebody else"}
_INITIAL: Final = LatePattern(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
_SHORT: Final = LatePattern(r"\A[^\W\d_]{2,3}\Z")
_MAN: Final = LatePattern(r"\A(?:mr|sir)\b", re.IGNORECASE)
_WOMAN: Final = LatePattern(r"\A(?:mrs|ms|miss|madam)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Bearer:
    """What is known of who bears a name: its words, its initials, and whether a title says that it is a woman."""

    words: frozenset[str]
    initials: frozenset[str]
    is_woman: bool | None

    def may_be(self, other: "_Bearer") -> bool:
        """Whether both may be the same person. Of some names only a title is left: then whoever was named is meant."""
        if None not in (self.is_woman, other.is_woman) and self.is_woman is not other.is_woman:
            return False
        if self.words and other.words:
            return not self.words.isdisjoint(other.words)
        return self.initials <= other.initials or other.initials <= self.initials

    def also(self, other: "_Bearer") -> "_Bearer":
        """The same person, known by both names."""
        is_woman = other.is_woman if self.is_woman is None else self.is_woman
        return _Bearer(self.words | other.words, self.initials | other.initials, is_woman)


@dataclass(slots=True)
class Cast:
    """Who has been named so far in a text."""

    known: KnownNames
    named: dict[Person, list[_Bearer]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """For each word of a name that stood beside a role, that role: "brother"."""

    def person(self, name: str, after: str) -> Person:
        """Who a name that stands before some words seems to belong to; a patient unless something speaks against it."""
        if _TWO_PEOPLE.search(name):
            return Person.COUPLE
        if bears(name, self.known.own):
            return Person.WRITER
        if bears(name, self.known.preceptors) or _STAFF_BEFORE.search(name) or _is_staff(after):
            return Person.COLLEAGUE
        if bears(name, self.known.classmates) or _CLASSMATE_AFTER.match(after):
            return Person.CLASSMATE
        return Person.RELATIVE if _RELATIVE_AFTER.match(after) else Person.PATIENT

    def remember(self, name: str, role: str) -> None:
        """Somebody has been called by a role and a name: "my patient Maria"."""
        if role.lower() in PATIENTS:
            self.words(name, Person.PATIENT)
        else:
            self.roles |= dict.fromkeys(parts_of(name) - _TITLES, role)

    def by_role(self, name: str) -> str | None:
        """What stands for a name that stood beside a role before, with its article."""
        words = parts_of(name) - _TITLES
        role = next((self.roles[word] for word in sorted(words) if word in self.roles), None)
        return f"the {role}" if role else None

    def words(self, name: str, person: Person) -> str:
        """What stands for a name from now on, with its article."""
        if role := self.by_role(name):
            return role
        bearer, before = _bearer(name), self.named.setdefault(person, [])
        place = next((place for place, each in enumerate(before) if bearer.may_be(each)), None)
        if place is None:
            before.append(bearer)
            return _first(person) if len(before) == 1 else _another(person, bearer, "another")
        before[place] = before[place].also(bearer)
        return f"the {person}" if place == 0 else _another(person, before[place], "the other")


def _is_staff(after: str) -> bool:
    return bool(_STAFF_AFTER.match(after) or _HELPER_AFTER.match(after))


def _bearer(name: str) -> _Bearer:
    words, initials = parts_of(name) - _TITLES, frozenset(_INITIAL.findall(name.casefold()))
    if name.isupper() and _SHORT.match(name):
        words, initials = frozenset[str](), frozenset(name.casefold())
    is_woman = True if _WOMAN.match(name) else False if _MAN.match(name) else None
    return _Bearer(words, initials | {word[0] for word in words}, is_woman)


def _first(person: Person) -> str:
    return _FIRST.get(person, f"a {person}")


def _another(person: Person, bearer: _Bearer, which: str) -> str:
    """Whoever is called by initials only is hardly anybody but a patient."""
    return _ANOTHER[person] if bearer.words and person in _ANOTHER else f"{which} {person}"
