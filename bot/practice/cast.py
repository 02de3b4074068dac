"""The people of every story: eight students, a preceptor, a coordinator, and Mallory."""

import time
from collections.abc import Callable, Iterable

from bot.practice.scopes import BOT_SCOPES, EVENT_SCOPES
from bot.practice.workspace import BOT_USER_ID, Channel, Person, Workspace

STUDENTS = ("U0ALICE", "U0BOB", "U0CAROL", "U0DEV", "U0ESI", "U0FEMI", "U0GUS", "U0HANA")
PRECEPTOR, COORDINATOR, MALLORY = "U0KIM", "U0JO", "U0MALLORY"
CAST = (*STUDENTS, PRECEPTOR, COORDINATOR, MALLORY)
PRECEPTORS_CHANNEL = "C0MEDICINE"
ZONE = "America/New_York"

_NAMES = {"U0KIM": "Dr. Kim"}


def practice_workspace(
    now: Callable[[], float],
    *,
    scopes: Iterable[str] = BOT_SCOPES,
    events: Iterable[str] = tuple(EVENT_SCOPES),
    monotonic: Callable[[], float] = time.monotonic,
) -> Workspace:
    """Return the workspace in which the stories happen, at its beginning."""
    people = [_person(each) for each in CAST]
    bot = Person(BOT_USER_ID, "bedside", "Bedside", "", "UTC", is_bot=True)
    members = {PRECEPTOR, COORDINATOR, BOT_USER_ID}
    channel = Channel(PRECEPTORS_CHANNEL, "medicine-preceptors", members=members)
    return Workspace([*people, bot], [channel], now=now, scopes=scopes, events=events, monotonic=monotonic)


def _person(user: str) -> Person:
    name = user.removeprefix("U0").lower()
    return Person(user, name, _NAMES.get(user, name.capitalize()), f"{name}@example.edu", ZONE)
