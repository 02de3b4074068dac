"""What a roster changes, in sentences for whoever sends it. People are counted, never named."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.audit import Change
from bot.domain.people import Role
from bot.domain.roster.changes import Difference, Headcount, RosterChanges
from bot.domain.roster.columns import DATES
from bot.domain.roster.finding import Found
from bot.domain.roster.plan import PlannedRotation
from bot.domain.roster.reading import RosterDraft
from bot.domain.zones import clock_in_words, zone_in_words

NOTHING: Final = "Everything in this roster stands there already."
LINE: Final = "1 row was read."
LINES: Final = "{number:,} rows were read."
REPEATED: Final = "Line {line} places the same person in the same rotation as line {first}, and counts once with it."
REPEATED_MORE: Final = "So do {number:,} more lines that stand there twice."
IGNORED: Final = "These columns mean nothing here and are left out: {names}."
STAYS: Final = "1 person is not in the file and stays there: {where}."
STAY: Final = "{number:,} people are not in the file and stay there: {where}."
KEEPS: Final = "Cohort {name} keeps its digest in {channel}, since the file names no channel for it."
IS_OVER: Final = "{names} is over; its lines are left alone."
ARE_OVER: Final = "{names} are over; their lines are left alone."
_RENAMED: Final = "The cohort {old} is called {new} from now on, and stays the same one."
_COHORT_MADE: Final = "New cohort: {name}. Its digest goes to {channel}."
_TO_EACH: Final = "each preceptor as a direct message"
_COHORT_CHANGED: Final = "Cohort {name}: {what}."
_ROTATION_MADE: Final = (
    "New rotation: {name}, {first:%B} {first.day} to {last:%B} {last.day}, {last:%Y}, in {cohort}, with {people}. "
    "Reminders at {reminder:%H:%M}, questions at {question:%H:%M}, {clock}."
)
_ROTATION_CHANGED: Final = "Rotation {name}: {what}."
_MOVED: Final = "From {old} to {new}: {students}."
_NONE: Final = "none"
_REPEATED_NAMED: Final = 3
_DIFFERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "digest_channel": "its digest goes to {after} instead of {before}",
        "timezone": "its time zone is {after} instead of {before}",
        "cohort": "it belongs to cohort {after} instead of {before}",
        "site": "its site is {after} instead of {before}",
        "first_day": "it begins {after} instead of {before}",
        "last_day": "it ends {after} instead of {before}",
        "reminder_at": "reminders come at {after} instead of {before}",
        "question_at": "questions come at {after} instead of {before}",
    }
)


def changes_in_words(changes: RosterChanges) -> tuple[str, ...]:
    """A sentence for each thing that changes, and one for who stays."""
    if changes.is_empty:
        return (NOTHING, *_as_it_was(changes))
    return (*_places(changes), *_people(changes), *_as_it_was(changes))


def channels_of(changes: RosterChanges) -> frozenset[str]:
    """The ids of channels that the sentences name, so that they can be shown by name."""
    made = {cohort.digest_channel for cohort in changes.plan.cohorts}
    before = {
        each.before for _, differs in changes.cohorts_changed for each in differs if each.column == "digest_channel"
    }
    return frozenset((made | before | {channel for _, channel in changes.kept}) - {""})


def fingerprint_of(changes: RosterChanges) -> str:
    """Tells whether two rosters change the same as far as anybody can see, and nothing else: who had everything deleted
    changes no word of it."""
    return hashlib.sha256("\n".join(changes_in_words(changes)).encode()).hexdigest()


def reading_in_words(draft: RosterDraft, found: Found) -> tuple[str, ...]:
    """How much was read, which lines say the same as others, and which columns are not read."""
    number = len(draft.rows)
    return (LINE if number == 1 else LINES.format(number=number), *_repeated(draft, found), *_ignored(draft.ignored))


def _repeated(draft: RosterDraft, found: Found) -> Iterator[str]:
    """Harmless, and most likely a mistake: somebody else may have been meant."""
    pairs = draft.repeated(found)
    yield from (REPEATED.format(line=line, first=first) for line, first in pairs[:_REPEATED_NAMED])
    if len(pairs) > _REPEATED_NAMED:
        yield REPEATED_MORE.format(number=len(pairs) - _REPEATED_NAMED)


def _ignored(columns: tuple[str, ...]) -> Iterator[str]:
    if columns:
        yield IGNORED.format(names=", ".join(columns))


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
    channels = {cohort.name: cohort.digest_channel for cohort in changes.plan.cohorts}
    for name in changes.cohorts_made:
        yield _COHORT_MADE.format(name=name, channel=channels[name] or _TO_EACH)
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
        clock=clock_in_words(rotation.zone),
    )


def _what_differs(differences: tuple[Difference, ...]) -> str:
    return "; ".join(
        _DIFFERS[each.column].format(after=_said(each.column, each.after), before=_said(each.column, each.before))
        for each in differences
    )


def _said(column: str, value: str) -> str:
    if column in DATES:
        day = date.fromisoformat(value)
        return f"{day:%A, %B} {day.day}, {day.year}"
    if column == "timezone":
        return zone_in_words(ZoneInfo(value))
    return value or (_TO_EACH if column == "digest_channel" else _NONE)


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


def _as_it_was(changes: RosterChanges) -> Iterator[str]:
    yield from (KEEPS.format(name=name, channel=channel) for name, channel in changes.kept)
    if changes.stay:
        where = ", ".join(f"{number:,} in {name}" for name, number in changes.staying)
        yield (STAYS if changes.stay == 1 else STAY).format(number=changes.stay, where=where)
    yield from _over(changes)


def _over(changes: RosterChanges) -> Iterator[str]:
    if changes.over:
        says = IS_OVER if len(changes.over) == 1 else ARE_OVER
        yield says.format(names=", ".join(changes.over))


def _counted(number: int, role: Role) -> str:
    return f"{number:,} {_called(role)}{'' if number == 1 else 's'}"


def _called(role: Role) -> str:
    return role.value
