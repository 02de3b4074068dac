"""What a roster changes, in sentences for whoever sends it. People are counted, never named."""

import hashlib
from collections.abc import Iterator
from typing import Final

from bot.domain.audit import Change
from bot.domain.people import Role
from bot.domain.roster.changes import Difference, Headcount, RosterChanges
from bot.domain.roster.plan import PlannedRotation

NOTHING: Final = "Nothing changes: everything in this roster stands there already."
IGNORED: Final = "These columns mean nothing here and are left out: {names}."
STAYS: Final = "1 person of these rotations is not in the file and stays there."
STAY: Final = "{number:,} people of these rotations are not in the file and stay there."
_RENAMED: Final = "The cohort {old} is called {new} from now on, and stays the same one."
_COHORT_MADE: Final = "New cohort: {name}."
_COHORT_CHANGED: Final = "Cohort {name}: {what}."
_ROTATION_MADE: Final = (
    "New rotation: {name}, {first:%B} {first.day} to {last:%B} {last.day}, {last:%Y}, in {cohort}, with {people}. "
    "Reminders at {reminder:%H:%M}, questions at {question:%H:%M}, {zone}."
)
_ROTATION_CHANGED: Final = "Rotation {name}: {what}."
_MOVED: Final = "From {old} to {new}: {students}."
_NONE: Final = "none"


def changes_in_words(changes: RosterChanges) -> tuple[str, ...]:
    """A sentence for each thing that changes, and one for who stays."""
    if changes.is_empty:
        return (NOTHING, *_staying(changes))
    return (*_places(changes), *_people(changes), *_staying(changes))


def fingerprint_of(changes: RosterChanges) -> str:
    """Tells whether two rosters change the same as far as anybody can see, and nothing else: who had everything deleted
    changes no word of it."""
    return hashlib.sha256("\n".join(changes_in_words(changes)).encode()).hexdigest()


def ignored_in_words(columns: tuple[str, ...]) -> tuple[str, ...]:
    """That some columns are not read."""
    return (IGNORED.format(names=", ".join(columns)),) if columns else ()


def changes_to_note(changes: RosterChanges) -> tuple[Change, ...]:
    """The same for the list of what was changed."""
    return (
        *(Change("cohort", old, new) for old, new in changes.renamed),
        *(Change(f"cohort {name}", "", "made") for name in changes.cohorts_made),
        *(_noted(f"cohort {name}", each) for name, differences in changes.cohorts_changed for each in differences),
        *(Change(f"rotation {each.name}", "", _days(each)) for each in changes.rotations_made),
        *(_noted(name, each) for name, differences in changes.rotations_changed for each in differences),
        *(
            Change(f"{name}: {_called(count.role)}s", str(count.before), str(count.after))
            for name, counts in changes.people
            for count in counts
        ),
    )


def _noted(name: str, difference: Difference) -> Change:
    return Change(f"{name}: {difference.column}", difference.before, difference.after)


def _days(rotation: PlannedRotation) -> str:
    return f"{rotation.first_day} to {rotation.last_day}"


def _places(changes: RosterChanges) -> Iterator[str]:
    yield from (_RENAMED.format(old=old, new=new) for old, new in changes.renamed)
    yield from (_COHORT_MADE.format(name=name) for name in changes.cohorts_made)
    for name, differences in changes.cohorts_changed:
        yield _COHORT_CHANGED.format(name=name, what=_what_differs(differences))
    people = dict(changes.people)
    yield from (_made(rotation, people[rotation.name]) for rotation in changes.rotations_made)
    for name, differences in changes.rotations_changed:
        yield _ROTATION_CHANGED.format(name=name, what=_what_differs(differences))


def _made(rotation: PlannedRotation, counts: tuple[Headcount, ...]) -> str:
    return _ROTATION_MADE.format(
        name=rotation.name,
        first=rotation.first_day,
        last=rotation.last_day,
        cohort=rotation.cohort,
        people=_all_in_all(counts),
        reminder=rotation.reminder_at,
        question=rotation.question_at,
        zone=rotation.zone.key,
    )


def _what_differs(differences: tuple[Difference, ...]) -> str:
    return "; ".join(f"{each.column} {each.after or _NONE} instead of {each.before or _NONE}" for each in differences)


def _people(changes: RosterChanges) -> Iterator[str]:
    made = {rotation.name for rotation in changes.rotations_made}
    for name, counts in changes.people:
        if name not in made:
            come_and_go = ", ".join(part for count in counts for part in _come_and_go(count))
            yield f"{name}: {come_and_go}. Then it has {_all_in_all(counts)}."
    for old, new, number in changes.moved:
        yield _MOVED.format(old=old, new=new, students=_counted(number, Role.STUDENT))


def _come_and_go(count: Headcount) -> Iterator[str]:
    if count.come:
        yield f"{_counted(count.come, count.role)} added"
    if count.go:
        yield f"{_counted(count.go, count.role)} taken off"


def _all_in_all(counts: tuple[Headcount, ...]) -> str:
    return " and ".join(_counted(count.after, count.role) for count in counts)


def _staying(changes: RosterChanges) -> Iterator[str]:
    if changes.stay:
        yield STAYS if changes.stay == 1 else STAY.format(number=changes.stay)


def _counted(number: int, role: Role) -> str:
    return f"{number:,} {_called(role)}{'' if number == 1 else 's'}"


def _called(role: Role) -> str:
    return role.value
