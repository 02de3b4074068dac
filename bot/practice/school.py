"""The rest of the school: a class, preceptors and channels, from which a whole block of rotations can be set up."""

from collections.abc import Iterable
from typing import Final

from bot.practice.cast import COORDINATOR, STUDENTS, ZONE
from bot.practice.workspace import BOT_USER_ID, Channel, Person, Workspace

_STUDENTS: Final = """
Ada Lindqvist, Amir Haddad, Anya Petrova, Ben Castillo, Bao Nguyen, Carmen Ortiz, Cyrus Daneshvar, Daniel Mensah,
Dina Abbas, Elena Rossi, Emeka Obi, Farah Siddiqui, Felix Brandt, Grace Kim, Goran Kovač, Hassan Yilmaz, Hugo Martins,
Ida Sørensen, Imani Brooks, Jonas Weber, Julia Nowak, Kofi Asante, Keiko Mori, Lena Fischer, Luis Herrera, Maya Cohen,
Mateo Silva, Nadia Rahman, Noah Bennett, Olga Ivanova, Omar Farouk, Priya Nair, Pablo Reyes, Quinn Murphy, Rosa Delgado,
Ravi Menon, Sofia Conti, Samuel Adeyemi, Tara Walsh, Tomás Vega, Uma Krishnan, Viktor Novak, Wendy Zhao, Yusuf Demir
"""
_PRECEPTORS: Final = "Dr. Alvarez, Dr. Banerjee, Dr. Clarke, Dr. Diallo, Dr. Ekström, Dr. Fontaine"
_ZONES: Final = {"U0BAONGUYEN": "America/Chicago", "U0KEIKOMORI": "America/Los_Angeles"}
_LETTERS: Final = str.maketrans("čøöá", "cooa")

SECOND_COORDINATOR: Final = "U0SAM"
GUEST: Final = "U0LEE"
SURGERY, PEDIATRICS, LOUNGE = "C0SURGERY", "C0PEDIATRICS", "C0LOUNGE"


def _named(names: str) -> Iterable[Person]:
    for name in (each.strip() for each in names.split(",")):
        first, last = name.translate(_LETTERS).replace(".", "").lower().split()
        user = f"U0{first}{last}".upper()
        yield Person(user, f"{first}.{last}", name, f"{first}.{last}@example.edu", _ZONES.get(user, ZONE))


CLASS: Final = tuple(_named(_STUDENTS))
"""Forty-four students; two of them live in other zones."""

PRECEPTORS: Final = tuple(_named(_PRECEPTORS))


def populate(workspace: Workspace) -> None:
    """Let everybody in, with a second coordinator, a guest, another app, and three channels: a private one for
    surgery with Bedside in it, a private one for pediatrics without, and a public one full of students."""
    others = (
        Person(SECOND_COORDINATOR, "sam", "Sam Okafor", "sam.okafor@example.edu", ZONE),
        Person(GUEST, "lee", "Lee Park", "lee.park@elsewhere.example", ZONE, is_guest=True),
        Person("U0CALENDAR", "calendar", "Calendar", "", "UTC", is_bot=True),
    )
    for person in (*CLASS, *PRECEPTORS, *others):
        workspace.put_person(person)
    staff = {COORDINATOR, SECOND_COORDINATOR, *(each.id for each in PRECEPTORS)}
    students = {*STUDENTS, *(each.id for each in CLASS)}
    workspace.put_channel(Channel(SURGERY, "surgery-preceptors", members=staff | {BOT_USER_ID}, is_private=True))
    workspace.put_channel(Channel(PEDIATRICS, "pediatrics-preceptors", members=set(staff), is_private=True))
    workspace.put_channel(Channel(LOUNGE, "lounge", members=staff | students | {BOT_USER_ID}))
