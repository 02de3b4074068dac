"""What a person did, read from Slack's payloads into the house's own types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import NotYourQuestion, SettingRefused
from bot.domain.own_pace import Break
from bot.domain.people import PersonId, Times
from bot.domain.reply import Draft, Sharing
from bot.flows.ports import Clock, Profile, World
from bot.slack.identity import SLACKBOT
from bot.slack.views import own_times, reply_form, share_words_form

Body = Mapping[str, Any]
Chosen = TypeVar("Chosen")

HOME: Final = "home"
"""What a form keeps that was opened on the Home tab."""


@dataclass(frozen=True, slots=True)
class House:
    """What stands behind the listeners. `poke` has the outbox delivered at once."""

    world: World
    clock: Clock
    poke: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a second form has shown: words of the reply to the question of a date, as that reply stood then."""

    on: date
    version: datetime


class Kind(StrEnum):
    """What sort of request this is, and so how it can be answered."""

    BUTTON = "button"
    FORM = "form"
    COMMAND = "command"
    EVENT = "event"
    OTHER = "other"


def kind_of(body: Body) -> Kind:
    """The kind of a request."""
    if "command" in body:
        return Kind.COMMAND
    kinds = {"block_actions": Kind.BUTTON, "view_submission": Kind.FORM, "event_callback": Kind.EVENT}
    return kinds.get(str(body.get("type")), Kind.OTHER)


def person_in(body: Body) -> PersonId:
    """Who did it."""
    match kind_of(body):
        case Kind.COMMAND:
            return PersonId(body["user_id"])
        case Kind.EVENT:
            # An event about a member carries the whole member.
            user = body["event"]["user"]
            return PersonId(user["id"] if isinstance(user, Mapping) else user)
        case _:
            return PersonId(body["user"]["id"])


def profile_of(user: Body) -> Profile:
    """What Slack says about one of its members, whether it was asked or tells by itself."""
    return Profile(_zone(user.get("tz")), unreachable=_why_unreachable(user))


def button_in(body: Body) -> str:
    """Which button was pressed, by its id."""
    return str(body["actions"][0]["action_id"])


def question_of_button(body: Body) -> date:
    """The date of the question that a button belongs to. Raises NotYourQuestion for anything else."""
    return _date(body["actions"][0].get("value"))


def question_of_form(body: Body) -> date:
    """The date of the question that a reply form belongs to. Raises NotYourQuestion for anything else."""
    return _date(body["view"].get("private_metadata"))


def preview_in(body: Body) -> Preview:
    """The reply, and its version, that a second form belongs to. Raises NotYourQuestion for anything else."""
    on, _, version = str(body["view"].get("private_metadata")).partition(" ")
    return Preview(_date(on), _instant(version))


def draft_in(body: Body) -> Draft:
    """What a sent reply form holds."""
    values = body["view"]["state"]["values"]
    themes = values[reply_form.THEMES][reply_form.THEMES].get("selected_options") or []
    sharing = values[reply_form.SHARING][reply_form.SHARING].get("selected_option") or {}
    return Draft(
        themes=frozenset(ThemeSlug(option["value"]) for option in themes),
        text=values[reply_form.TEXT][reply_form.TEXT].get("value") or "",
        sharing=Sharing(sharing.get("value", Sharing.JOURNAL)),
    )


def excerpt_in(body: Body) -> str:
    """The words that a sent second form holds."""
    values = body["view"]["state"]["values"]
    return values[share_words_form.EXCERPT][share_words_form.EXCERPT].get("value") or ""


def break_in(body: Body) -> Break | None:
    """How long a pause was chosen in the menu; None where it is to be asked for.

    So is a choice that is made again: Slack's menus then say that nothing is chosen any more.
    """
    chosen = (body["actions"][0].get("selected_option") or {}).get("value")
    return Break(chosen) if chosen in set(Break) else None


def date_in(body: Body, field: str) -> date:
    """The date that a sent form holds in a field. Raises SettingRefused for anything else."""
    return _chosen(body, field, "selected_date", date.fromisoformat)


def times_in(body: Body) -> Times:
    """The two times that a sent form holds. Raises SettingRefused for anything else."""
    reminder_at, question_at = (
        _chosen(body, field, "selected_time", time.fromisoformat) for field in (own_times.REMINDER, own_times.QUESTION)
    )
    return Times(reminder_at, question_at)


def is_for_nights(body: Body) -> bool:
    """Whether a sent form for own times was one for nights."""
    return bool(body["view"].get("private_metadata") == own_times.ON_NIGHTS)


def is_on_home(body: Body) -> bool:
    """Whether a button was pressed on the Home tab, where there is no message to answer, or in a form opened there."""
    view = body.get("view") or {}
    return view.get("type") == "home" or view.get("private_metadata") == HOME


def place_of(body: Body) -> str:
    """Where a form is opened, for the form to remember."""
    return HOME if is_on_home(body) else ""


def _chosen(body: Body, field: str, kind: str, read: Callable[[str], Chosen]) -> Chosen:
    try:
        return read(body["view"]["state"]["values"][field][field][kind])
    except (KeyError, TypeError, ValueError):
        raise SettingRefused from None


def _why_unreachable(user: Body) -> str | None:
    """The code with which Slack would refuse to open a conversation."""
    if user.get("deleted"):
        return "user_disabled"
    return "cannot_dm_bot" if user.get("is_bot") or user.get("id") == SLACKBOT else None


def _zone(name: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _date(text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise NotYourQuestion from None


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise NotYourQuestion from None
    if instant.tzinfo is None:
        raise NotYourQuestion
    return instant
