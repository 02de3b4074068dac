"""What a coordinator filled in, read from Slack's payloads into drafts, and how a form remembers one."""

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, time
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.calendar import Hours, Weekday
from bot.domain.days_off import read_days_off, write_days_off
from bot.domain.errors import SetUpRefused, TooManyAtOnce, TooMuchWritten
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.set_up import NEW, CohortDraft, Draft, Field
from bot.flows.set_up.block import Block
from bot.slack.requests import Body
from bot.slack.views.set_up import cohort_form, rotation_form
from bot.slack.views.set_up.fields import MOST_PICKED
from bot.slack.views.set_up.zones import ZONE

Read = TypeVar("Read")
LONGEST_KEPT: Final = 3000
"""What a form in Slack remembers."""
AS_DRAWN: Final = {
    "value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
}
"""What a field holds, as Slack says it of one that is filled in and of one that is drawn."""
LONGEST_NUMBER: Final = 9
"""Digits: what fits into a column."""


def id_of_button(body: Body) -> int | None:
    """The number that a button carries, if it carries one."""
    value = str(body["actions"][0].get("value"))
    return int(value) if _is_number(value) else None


def rotation_opened_in(body: Body) -> tuple[RotationId, int, RotationId | None]:
    """Which rotation a form is of, in which edition, and of which it is a copy. Raises SetUpRefused for a form that is
    none of ours."""
    rotation, edition, source = _numbers(body, 3)
    return RotationId(rotation), edition, RotationId(source) if source else None


def country_chosen_in(body: Body) -> str:
    """The country that is chosen in a form at present; empty for none."""
    return _country(body["view"]["state"]["values"])


def last_day_in(body: Body) -> date:
    """The last day that was picked. Raises SetUpRefused for anything else."""
    return _read(body["view"]["state"]["values"], Field.LAST_DAY, "selected_date", date.fromisoformat)


def rotation_in(body: Body) -> Draft:
    """The draft that a sent form holds. Raises DaysOffUnreadable or TooManyDaysOff, and SetUpRefused for a form that is
    none of ours."""
    filled, before = (_draft(body, values) for values in (body["view"]["state"]["values"], _as_drawn(body)))
    return replace(filled, touched=_touched(body, filled.rotation, before.rotation, after=3))


def rotation_drawn_in(body: Body) -> Draft:
    """The draft that a form held when it was drawn. Raises SetUpRefused for a form that is none of ours."""
    draft = _draft(body, _as_drawn(body))
    return replace(draft, touched=_touched(body, draft.rotation, draft.rotation, after=3))


def _draft(body: Body, values: Mapping[str, Any]) -> Draft:
    rotation, edition, source = rotation_opened_in(body)
    return Draft(
        rotation=_rotation(values, rotation, edition),
        students=_people(values, Field.STUDENTS),
        preceptors=_people(values, rotation_form.PRECEPTORS),
        taken_off=_people(values, rotation_form.TAKEN_OFF),
        new_cohort=_text(values, Field.NEW_COHORT) if Field.NEW_COHORT in values else "",
        copied_from=source,
        copied=frozenset(Role(each) for each in _many(values, rotation_form.COPIED)),
    )


def cohort_in(body: Body) -> CohortDraft:
    """The draft that a sent form for a cohort holds. Raises SetUpRefused for a form that is none of ours."""
    values = body["view"]["state"]["values"]
    filled, before = (_cohort(body, each) for each in (values, _as_drawn(body)))
    pooled = frozenset(RotationId(int(each)) for each in _many(values, Field.POOLED))
    return CohortDraft(filled, pooled, _touched(body, filled, before, after=2))


def _cohort(body: Body, values: Mapping[str, Any]) -> Cohort:
    cohort, edition = _numbers(body, 2)
    channel = values[cohort_form.CHANNEL][cohort_form.CHANNEL].get("selected_conversation")
    return Cohort(
        id=CohortId(cohort),
        name=_text(values, Field.NAME),
        digest_channel=channel or "",
        zone=ZoneInfo(_one(values, ZONE)),
        digest_day=_read(values, cohort_form.DIGEST_DAY, "selected_option", lambda option: _weekday(option["value"])),
        digest_at=_read(values, Field.DIGEST_AT, "selected_time", time.fromisoformat),
        edition=edition,
    )


def _touched(body: Body, filled: Rotation | Cohort, before: Rotation | Cohort, *, after: int) -> frozenset[str]:
    """The fields that somebody filled in: now, or already when the form was drawn, as it remembers after so many
    numbers. Raises SetUpRefused for a form that is none of ours."""
    names = {field.name for field in fields(filled)} - {"id", "edition"}
    already = set(str(body["view"].get("private_metadata")).split(" ")[after:])
    if not already <= names:
        raise SetUpRefused
    return frozenset(already | {name for name in names if getattr(filled, name) != getattr(before, name)})


def _as_drawn(body: Body) -> dict[str, Any]:
    """What the fields of a form held when it was drawn, in the way in which Slack says what they hold now."""
    drawn = ((block["block_id"], block["element"]) for block in body["view"]["blocks"] if block["type"] == "input")
    return {
        name: {element["action_id"]: {now: element.get(before) for now, before in AS_DRAWN.items()}}
        for name, element in drawn
    }


def kept(draft: Draft | CohortDraft) -> str:
    """A draft as a form remembers it. Raises TooManyAtOnce and TooMuchWritten."""
    written = json.dumps(_cohort_kept(draft) if isinstance(draft, CohortDraft) else _rotation_kept(draft))
    text = base64.b85encode(zlib.compress(written.encode(), 9)).decode()
    if len(text) > LONGEST_KEPT:
        raise _too_much(draft)
    return text


def _too_much(draft: Draft | CohortDraft) -> SetUpRefused:
    """What fills the form: people, or what was written."""
    if isinstance(draft, Draft):
        people = sum(map(len, draft.students | draft.preceptors | draft.taken_off))
        if people < len(write_days_off(draft.rotation.days_off)):
            return TooMuchWritten()
    return TooManyAtOnce(most=MOST_PICKED)


def kept_rotation_in(body: Body) -> Draft:
    """The draft that a sent form remembers. Raises SetUpRefused for a form that is none of ours."""
    kept = _kept(body)
    return Draft(
        rotation=Rotation(
            id=RotationId(kept["id"]),
            cohort_id=CohortId(kept["cohort"]),
            name=kept["name"],
            site=kept["site"],
            zone=ZoneInfo(kept["zone"]),
            first_day=date.fromisoformat(kept["first"]),
            last_day=date.fromisoformat(kept["last"]),
            reminder_at=time.fromisoformat(kept["times"][0]),
            question_at=time.fromisoformat(kept["times"][1]),
            working_days=None if kept["days"] is None else frozenset(map(Weekday, kept["days"])),
            hours=Hours(*map(time.fromisoformat, kept["hours"])) if kept["hours"] else None,
            days_off=read_days_off(kept["off"]),
            calendar=kept["calendar"],
            edition=kept["edition"],
        ),
        students=frozenset(map(PersonId, kept["students"])),
        preceptors=frozenset(map(PersonId, kept["preceptors"])),
        taken_off=frozenset(map(PersonId, kept["taken_off"])),
        copied_from=RotationId(kept["source"]) if kept["source"] else None,
        copied=frozenset(map(Role, kept["copied"])),
        ends=kept["ends"],
        touched=_kept_names(kept),
        new_cohort=kept["new_cohort"],
    )


def cohort_seen_in(body: Body) -> tuple[CohortId, int]:
    """The cohort that a form asks about, and the edition in which it was looked at. Raises SetUpRefused for a form that
    is none of ours."""
    cohort, edition = _numbers(body, 2)
    return CohortId(cohort), edition


def kept_cohort_in(body: Body) -> CohortDraft:
    """The same for a cohort."""
    kept = _kept(body)
    return CohortDraft(
        Cohort(
            id=CohortId(kept["id"]),
            name=kept["name"],
            digest_channel=kept["channel"],
            zone=ZoneInfo(kept["zone"]),
            digest_day=kept["day"],
            digest_at=time.fromisoformat(kept["at"]),
            edition=kept["edition"],
        ),
        frozenset(map(RotationId, kept["pooled"])),
        _kept_names(kept),
    )


def block_in(body: Body) -> tuple[Block, frozenset[Role]]:
    """The block that a sent form shows, and who is to stay together by what is ticked in it now. Raises SetUpRefused
    for a form that is none of ours."""
    words = str(body["view"].get("private_metadata")).split(" ")
    is_ours = len(words) == len(("cohort", "copied", "roles", "editions"))
    copied, editions = (words[1].split(","), words[3].split(",")) if is_ours else ([], [])
    if not copied or len(copied) != len(editions) or not all(map(_is_number, (words[0], *copied, *editions))):
        raise SetUpRefused
    shown = frozenset(Role(role) for role in words[2].split(",") if role)
    ticked = frozenset(Role(role) for role in _many(body["view"]["state"]["values"], rotation_form.COPIED))
    rotations = tuple(RotationId(int(each)) for each in copied)
    return Block(CohortId(int(words[0])), rotations, shown, tuple(map(int, editions))), ticked


def how_to_show_next(body: Body) -> str:
    """How what follows a form is shown: above it, so that nothing filled in is lost; or in its place where it is the
    third one already, since Slack piles up no more."""
    view = body["view"]
    return "push" if view.get("previous_view_id") in (None, view.get("root_view_id")) else "update"


def how_to_show_anew(body: Body) -> str:
    """How a form is shown once more that somebody else was faster with. In its own place Slack would keep what stands
    in each of its fields, touched or not; what lay in between holds none."""
    return how_to_show_next(body) if fields_in(body) else "update"


def fields_in(body: Body) -> list[str]:
    """The fields of a form, in their order."""
    return [block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input"]


def _rotation(values: Mapping[str, Any], rotation: RotationId, edition: int) -> Rotation:
    return Rotation(
        id=rotation,
        cohort_id=CohortId(int(_one(values, Field.COHORT)) if Field.COHORT in values else NEW),
        name=_text(values, Field.NAME),
        site=_text(values, rotation_form.SITE),
        zone=ZoneInfo(_one(values, ZONE)),
        first_day=_read(values, rotation_form.FIRST_DAY, "selected_date", date.fromisoformat),
        last_day=_read(values, Field.LAST_DAY, "selected_date", date.fromisoformat),
        reminder_at=_read(values, Field.REMINDER, "selected_time", time.fromisoformat),
        question_at=_read(values, Field.QUESTION, "selected_time", time.fromisoformat),
        working_days=frozenset(map(_weekday, _many(values, Field.WORKING_DAYS))),
        hours=Hours(
            _read(values, Field.EARLIEST, "selected_time", time.fromisoformat),
            _read(values, Field.LATEST, "selected_time", time.fromisoformat),
        ),
        days_off=read_days_off(values[Field.DAYS_OFF][Field.DAYS_OFF].get("value") or ""),
        calendar=_calendar(values),
        edition=edition,
    )


def _rotation_kept(draft: Draft) -> dict[str, object]:
    rotation = draft.rotation
    hours = rotation.hours
    return {
        "id": rotation.id,
        "cohort": rotation.cohort_id,
        "name": rotation.name,
        "site": rotation.site,
        "zone": rotation.zone.key,
        "first": f"{rotation.first_day}",
        "last": f"{rotation.last_day}",
        "times": [f"{rotation.reminder_at:%H:%M}", f"{rotation.question_at:%H:%M}"],
        "days": None if rotation.working_days is None else sorted(rotation.working_days),
        "hours": [f"{hours.earliest:%H:%M}", f"{hours.latest:%H:%M}"] if hours else None,
        "off": write_days_off(rotation.days_off),
        "calendar": rotation.calendar,
        "edition": rotation.edition,
        "students": sorted(draft.students),
        "preceptors": sorted(draft.preceptors),
        "taken_off": sorted(draft.taken_off),
        "source": draft.copied_from or 0,
        "copied": sorted(draft.copied),
        "ends": draft.ends,
        "new_cohort": draft.new_cohort,
        "touched": None if draft.touched is None else sorted(draft.touched),
    }


def _cohort_kept(draft: CohortDraft) -> dict[str, object]:
    cohort = draft.cohort
    return {
        "id": cohort.id,
        "name": cohort.name,
        "channel": cohort.digest_channel,
        "zone": cohort.zone.key,
        "day": int(cohort.digest_day),
        "at": f"{cohort.digest_at:%H:%M}",
        "edition": cohort.edition,
        "pooled": sorted(draft.pooled),
        "touched": None if draft.touched is None else sorted(draft.touched),
    }


def _kept(body: Body) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(zlib.decompress(base64.b85decode(body["view"]["private_metadata"])))
    except (ValueError, zlib.error):
        raise SetUpRefused from None
    return found


def _kept_names(kept: Mapping[str, Any]) -> frozenset[str] | None:
    return None if kept["touched"] is None else frozenset(map(str, kept["touched"]))


def _numbers(body: Body, count: int) -> list[int]:
    """The numbers with which a form's memory begins."""
    words = str(body["view"].get("private_metadata")).split(" ")[:count]
    if len(words) != count or not all(map(_is_number, words)):
        raise SetUpRefused
    return [int(word) for word in words]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def _text(values: Mapping[str, Any], field: str) -> str:
    return (values[field][field].get("value") or "").strip()


def _people(values: Mapping[str, Any], field: str) -> frozenset[PersonId]:
    return frozenset(PersonId(each) for each in values.get(field, {}).get(field, {}).get("selected_users") or ())


def _many(values: Mapping[str, Any], field: str) -> Iterable[str]:
    chosen = values.get(field, {}).get(field, {}).get("selected_options") or ()
    return [str(option["value"]) for option in chosen]


def _country(values: Mapping[str, Any]) -> str:
    chosen = (values.get(Field.COUNTRY, {}).get(Field.COUNTRY, {}).get("selected_option") or {}).get("value")
    return "" if chosen in (None, rotation_form.NO_HOLIDAYS) else str(chosen)


def _calendar(values: Mapping[str, Any]) -> str:
    """The calendar of the state that is chosen in a form, or else of the country."""
    country = _country(values)
    state = values.get(f"{rotation_form.STATE}_{country}", {}).get(rotation_form.STATE, {}).get("selected_option") or {}
    return str(state.get("value") or country)


def _weekday(value: str) -> Weekday:
    return Weekday(int(value))


def _one(values: Mapping[str, Any], field: str) -> str:
    return _read(values, field, "selected_option", lambda option: str(option["value"]))


def _read(values: Mapping[str, Any], field: str, kind: str, read: Callable[[Any], Read]) -> Read:
    try:
        return read(values[field][field][kind])
    except (KeyError, TypeError, ValueError):
        raise SetUpRefused from None
