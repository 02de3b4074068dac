"""What stands for a name: the patient, a colleague, a classmate; the same words for the same person."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.domain.screening.known_names import KnownNames, bears, words_of
from bot.domain.screening.late_patterns import LatePattern

_TITLES: Final = words_of(
    "Mr Mrs Ms Mx Miss Sir Madam Maam Dr Doctor Nurse Prof Professor Sister Brother Father Rabbi Imam Pastor Reverend"
    " Coach Uncle Aunt Auntie Grandma Grandpa Big Little NP PA RN MD DO patient pt the"
)
_STAFF_BEFORE: Final = LatePattern(
    r"\A(?:dr|doctor|nurse|prof|professor|pa|np|rn|chief|sister)\b|\b(?:md|m\.d\.|rn|np|pa-c)\Z", re.IGNORECASE
)
_STAFF_AFTER: Final = LatePattern(
    r"\A,? (?:my|our|the|an?|her|his)? ?(?:\w+ )?(?:attending|resident|intern|fellow|nurse|preceptor|senior|pharmacist"
    r"|therapist|social worker|chaplain|doctor|surgeon|tech|medic|rn|np|md|pa)\b",
    re.IGNORECASE,
)
_CLASSMATE_AFTER: Final = LatePattern(
    r"\A(?: \w+)?, (?:my|our|an?|the|another) (?:\w+ )?(?:classmate|co-student|student|ms\d)\b", re.IGNORECASE
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
_PATIENTS: Final = frozenset({"patient", "pt"})


@dataclass(slots=True)
class Cast:
    """Who has been named so far in a text."""

    known: KnownNames
    named: dict[Person, list[frozenset[str]]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """For each word of a name that stood beside a role, that role: "brother"."""

    def person(self, name: str, after: str) -> Person:
        """Who a name that stands before some words seems to belong to; a patient unless something speaks against it."""
        if _TWO_PEOPLE.search(name):
            return Person.COUPLE
        if bears(name, self.known.own):
            return Person.WRITER
        if bears(name, self.known.preceptors) or _STAFF_BEFORE.search(name) or _STAFF_AFTER.match(after):
            return Person.COLLEAGUE
        if bears(name, self.known.classmates) or _CLASSMATE_AFTER.match(after):
            return Person.CLASSMATE
        return Person.RELATIVE if _RELATIVE_AFTER.match(after) else Person.PATIENT

    def remember(self, name: str, role: str) -> None:
        """Somebody has been called by a role and a name: "my patient Maria"."""
        if role in _PATIENTS:
            self.words(name, Person.PATIENT)
        else:
            self.roles |= dict.fromkeys(words_of(name) - _TITLES, role)

    def words(self, name: str, person: Person) -> str:
        """What stands for a name from now on, with its article."""
        words, before = words_of(name) - _TITLES, self.named.setdefault(person, [])
        if role := next((self.roles[word] for word in sorted(words) if word in self.roles), None):
            return f"the {role}"
        # What is left of some names is only a title, or an initial: then whoever was named last is meant.
        same = next((each for each in before if not words or not each or not words.isdisjoint(each)), None)
        if same is None:
            before.append(words)
            return _first(person) if len(before) == 1 else _ANOTHER.get(person, f"another {person}")
        if before.index(same) > 0:
            return _ANOTHER.get(person, f"the other {person}")
        before[0] = same | words
        return f"the {person}"


def _first(person: Person) -> str:
    return _FIRST.get(person, f"a {person}")
