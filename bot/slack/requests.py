"""What a person did, read from Slack's payloads into the house's own types."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.coordinators import Wish
from bot.domain.curriculum import PrincipleSlug, ThemeSlug
from bot.domain.errors import AnswerRefused, NotYourQuestion, RotationGone, SettingRefused
from bot.domain.group_answer import GroupAnswer
from bot.domain.lesson_changes import LessonWish
from bot.domain.own_pace import Break
from bot.domain.people import CohortId, PersonId, RotationId, Times
from bot.domain.reply import Draft, Sharing
from bot.domain.rules import Rule
from bot.domain.typed import TypedAt
from bot.flows.hear_typed import Typed
from bot.flows.ports import Clock, Profile, World
from bot.slack.identity import SLACKBOT
from bot.slack.names_around import NamelessAround, NamesAround
from bot.slack.tasks import Tasks
from bot.slack.typed_messages import as_typed, is_own_words
from bot.slack.views import (
    answer_form,
    briefing,
    coordinators_form,
    lessons_form,
    own_times,
    reply_form,
    roster_form,
    rules_form,
    share_words_form,
)
from bot.slack.views.objections import kept_in, offered_in

Body = Mapping[str, Any]
Chosen = TypeVar("Chosen")

_TS = re.compile(r"[0-9]+\.[0-9]+")
_MARK = re.compile(r"[0-9a-f]{1,64}")
LONGEST_PAGE_NUMBER = 4
"""Digits."""
LONGEST_COHORT_NUMBER = 9
"""Digits: what fits into a column."""


@dataclass(frozen=True, slots=True)
class House:
    """What stands behind the listeners. `poke` has the outbox delivered at once, `tasks` do what takes longer than a
    listener may, and `names` knows what the people around a student are called, as far as Slack has told it. `scopes`
    are what the bot may do in Slack; None where Slack did not say."""

    world: World
    clock: Clock
    poke: Callable[[], None]
    tasks: Tasks = field(default_factory=Tasks)
    names: NamesAround = field(default_factory=NamelessAround)
    scopes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a form was opened for: the question of a date, and the version of the reply that it held, if it held one.
    `kept` are the marks of what its writer keeps as it is, before and now."""

    on: date
    version: datetime | None
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """A second form as it stands: what it shows, whether a copy is kept, whether a yes was asked for and `agreed`, and
    the marks of what its writer keeps as it is, before and now."""

    shown: share_words_form.Shown
    keep_copy: bool
    agreed: bool
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PressedOffer:
    """A press on the offer to open the form of the question of a date with what lies in a conversation."""

    on: date
    channel: str
    place: TypedAt


@dataclass(frozen=True, slots=True)
class DigestOf:
    """A cohort's digest of a date."""

    cohort: CohortId
    on: date


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What was typed to answer the students of a digest."""

    digest: DigestOf
    text: str


@dataclass(frozen=True, slots=True)
class SeenRoster:
    """A roster whose changes somebody has seen, and what tells whether they are still the same."""

    sent: roster_form.Sent
    fingerprint: str


@dataclass(frozen=True, slots=True)
class TypedRules:
    """What a form for the rules holds, the edition of those that it was opened with, and the block of its first
    field."""

    typed: dict[Rule, str]
    seen: str
    first_field: str = ""


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
    is_guest = bool(user.get("is_restricted") or user.get("is_ultra_restricted"))
    return Profile(_zone(user.get("tz")), unreachable=_why_unreachable(user), is_guest=is_guest)


def button_in(body: Body) -> str:
    """Which button was pressed, by its id."""
    return str(body["actions"][0]["action_id"])


def form_in(body: Body) -> str:
    """Which form was sent, by its id."""
    return str(body["view"]["callback_id"])


def typed_after_command(body: Body) -> str:
    """What was typed after a command."""
    return str(body.get("text") or "")


def question_of_button(body: Body) -> date:
    """The date of the question that a button belongs to. Raises NotYourQuestion for anything else."""
    return _date(body["actions"][0].get("value"))


def opened_in(body: Body) -> Opened:
    """What a reply form was opened for. Raises NotYourQuestion for anything else."""
    view = body["view"]
    on, version, marks = _three(str(view.get("private_metadata")))
    values = view["state"]["values"]
    # A box that was ticked may have lost its tick.
    kept = (_marks(marks) - offered_in(values)) | kept_in(values)
    return Opened(_date(on), _instant(version) if version else None, kept)


def preview_in(body: Body) -> Preview:
    """What a second form holds. Raises NotYourQuestion for a form that is none of ours."""
    opened, values = opened_in(body), body["view"]["state"]["values"]
    if opened.version is None:
        raise NotYourQuestion
    block_id, words = _excerpt(values)
    asks = share_words_form.AGREED in values
    shown = share_words_form.Shown(words, opened.on, opened.version, tuple(sorted(opened.kept)), block_id, asks)
    return Preview(
        shown,
        keep_copy=not _ticked(values, share_words_form.COPY),
        agreed=_ticked(values, share_words_form.AGREED),
        kept=opened.kept,
    )


def typed_in(body: Body) -> Typed | None:
    """What a person typed to the bot; None for everything else that Slack calls a message."""
    event = body["event"]
    text = as_typed(event.get("text") or "")
    if event.get("channel_type") != "im" or not is_own_words(event) or not text.strip():
        return None
    place = TypedAt(event["ts"], event.get("thread_ts"))
    return Typed(PersonId(event["user"]), event["channel"], place, text)


def offer_in(body: Body) -> PressedOffer:
    """The offer that was pressed. Raises NotYourQuestion for anything else."""
    on, _, place = str(body["actions"][0].get("value")).partition(" ")
    ts, _, thread = place.partition(" ")
    if not _TS.fullmatch(ts):
        raise NotYourQuestion
    return PressedOffer(_date(on), str(body["channel"]["id"]), TypedAt(ts, thread or None))


def draft_in(body: Body) -> Draft:
    """What a sent reply form holds."""
    values = body["view"]["state"]["values"]
    themes = values[reply_form.THEMES][reply_form.THEMES].get("selected_options") or []
    sharing = values[reply_form.SHARING][reply_form.SHARING].get("selected_option") or {}
    return Draft(
        themes=frozenset(ThemeSlug(option["value"]) for option in themes),
        text=values[text_block_in(body)][reply_form.TEXT].get("value") or "",
        sharing=Sharing(sharing.get("value", Sharing.JOURNAL)),
    )


def is_sharing_chosen(body: Body) -> bool:
    """Whether a choice is made in a reply form where a button was pressed; only a form that is sent must have one."""
    return bool(body["view"]["state"]["values"][reply_form.SHARING][reply_form.SHARING].get("selected_option"))


def text_block_in(body: Body) -> str:
    """The block of a sent reply form's text field."""
    return reply_form.text_block(body["view"]["state"]["values"])


def digest_of_button(body: Body) -> DigestOf:
    """The digest that a button stands under. Raises AnswerRefused for anything else."""
    return _digest(str(body["actions"][0].get("value")))


def answer_in(body: Body) -> TypedAnswer:
    """What a sent form for an answer holds. Raises AnswerRefused for a form that is none of ours."""
    typed = body["view"]["state"]["values"][answer_form.TEXT][answer_form.TEXT].get("value") or ""
    return TypedAnswer(_digest(str(body["view"].get("private_metadata"))), typed)


def previewed_answer_in(body: Body, *, at: datetime) -> GroupAnswer:
    """The answer that a sent preview has shown, to the letter. Raises AnswerRefused for a form that is none of ours."""
    place, _, shown = str(body["view"].get("private_metadata")).partition("\n")
    signature, _, text = shown.partition("\n")
    digest = _digest(place)
    return GroupAnswer(digest.cohort, digest.on, person_in(body), text, signature, at)


def roster_in(body: Body) -> roster_form.Sent:
    """The file or the rows that a sent form for a roster holds."""
    values = body["view"]["state"]["values"]
    files = values.get(roster_form.FILE, {}).get(roster_form.FILE, {}).get("files") or []
    file_id = str(files[0]["id"]) if files else ""
    return roster_form.Sent(file_id, _pasted(values), remove_missing=_ticked(values, roster_form.REMOVE))


def seen_roster_in(body: Body) -> SeenRoster:
    """The roster that a sent preview has shown the changes of. Its rows may have been corrected since."""
    fingerprint, _, file_id = str(body["view"].get("private_metadata")).partition(" ")
    values = body["view"]["state"]["values"]
    sent = roster_form.Sent(file_id, _pasted(values), remove_missing=_ticked(values, roster_form.REMOVE))
    return SeenRoster(sent, fingerprint)


def wish_for_coordinators(body: Body) -> Wish:
    """Whom a sent form showed as coordinators, and whom it holds now."""
    chosen = body["view"]["state"]["values"][coordinators_form.PEOPLE][coordinators_form.PEOPLE]
    saw = str(body["view"].get("private_metadata") or "").split(",")
    return Wish(
        saw=frozenset(PersonId(person) for person in saw if person),
        wants=frozenset(PersonId(person) for person in chosen.get("selected_users") or ()),
    )


def confirmed_coordinators_in(body: Body) -> Wish:
    """The wish that somebody was asked about. Raises SettingRefused for a form that is none of ours."""
    try:
        return coordinators_form.kept_in(str(body["view"].get("private_metadata")))
    except (TypeError, ValueError):
        raise SettingRefused from None


def rules_in(body: Body) -> TypedRules:
    """What somebody typed into a sent form for the rules: of a field that was left alone, what holds now counts."""
    seen, *typed_before = str(body["view"].get("private_metadata")).split(" ")
    fields = [block["element"] for block in body["view"]["blocks"] if block["type"] == "input"]
    shown = {field["action_id"]: field.get("initial_value") for field in fields}
    values = {name: value for block in body["view"]["state"]["values"].values() for name, value in block.items()}
    now = {rule: values[rule].get("value") or "" for rule in Rule if rule in values}
    typed = {rule: text for rule, text in now.items() if rule in typed_before or text != (shown[rule] or "")}
    first_field = next(block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input")
    return TypedRules(typed, seen, first_field)


def previewed_rules_in(body: Body) -> TypedRules:
    """What a sent preview of other rules has shown. Raises SettingRefused for a form that is none of ours."""
    try:
        seen, typed = rules_form.kept_in(str(body["view"].get("private_metadata")))
    except (TypeError, ValueError):
        raise SettingRefused from None
    return TypedRules(typed, seen)


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
    """Whether a button was pressed on the Home tab, where there is no message to answer."""
    return (body.get("view") or {}).get("type") == "home"


def is_in_briefing(body: Body) -> bool:
    """Whether a button was pressed in a preceptor's briefing, which may be put in other words then."""
    return bool(body["actions"][0].get("block_id") == briefing.IN_A_BRIEFING)


def home_that_stands(body: Body) -> str | None:
    """The hash of the Home tab that a person opened or pressed on, as Slack shows it; None where it shows none."""
    found = (body.get("view") or body.get("event", {}).get("view") or {}).get("hash")
    return str(found) if found else None


def page_of_button(body: Body) -> int:
    """The page that a button leads to; the first one for anything else."""
    return _page(str(body["actions"][0].get("value")))


def entry_of_button(body: Body) -> tuple[int, int]:
    """The entry of the list of changes, by its number, and the page of it that a button leads to. Raises
    SettingRefused for anything else."""
    number, _, page = str(body["actions"][0].get("value")).partition(":")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_COHORT_NUMBER):
        raise SettingRefused
    return int(number), _page(page)


def week_of_button(body: Body) -> tuple[RotationId, int]:
    """The rotation and the week of it that a button leads to: the first one, where it names none. Raises
    RotationGone for anything else."""
    rotation, _, page = str(body["actions"][0].get("value")).partition(":")
    if not (rotation.isascii() and rotation.isdigit() and len(rotation) <= LONGEST_COHORT_NUMBER):
        raise RotationGone
    return RotationId(int(rotation)), _page(page)


def lesson_wish_in(body: Body) -> LessonWish:
    """What a sent form for lessons asks for. Raises SettingRefused for anything else."""
    values = body["view"]["state"]["values"]
    principle = values[lessons_form.PRINCIPLE][lessons_form.PRINCIPLE].get("selected_option") or {}
    other = values[lessons_form.SWAP][lessons_form.SWAP].get("selected_date")
    return LessonWish(
        date_in(body, lessons_form.ON),
        PrincipleSlug(principle["value"]) if principle else None,
        date_in(body, lessons_form.SWAP) if other else None,
    )


def previewed_lesson_in(body: Body) -> tuple[str, LessonWish]:
    """What a sent preview of a lesson has shown. Raises SettingRefused for a form that is none of ours."""
    try:
        return lessons_form.kept_in(str(body["view"].get("private_metadata")))
    except (TypeError, ValueError):
        raise SettingRefused from None


def lesson_of_button(body: Body) -> date:
    """The date whose lesson a button takes back. Raises SettingRefused for anything else."""
    try:
        return date.fromisoformat(str(body["actions"][0].get("value")))
    except ValueError:
        raise SettingRefused from None


def _page(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_PAGE_NUMBER else 1


def _three(metadata: str) -> tuple[str, str, str]:
    on, _, rest = metadata.partition(" ")
    version, _, marks = rest.partition(" ")
    return on, version, marks


def _marks(text: str) -> frozenset[str]:
    marks = frozenset(text.split(",")) if text else frozenset()
    if not all(map(_MARK.fullmatch, marks)):
        raise NotYourQuestion
    return marks


def _digest(place: str) -> DigestOf:
    cohort, _, on = place.partition(":")
    if not (cohort.isascii() and cohort.isdigit() and len(cohort) <= LONGEST_COHORT_NUMBER):
        raise AnswerRefused
    try:
        return DigestOf(CohortId(int(cohort)), date.fromisoformat(on))
    except ValueError:
        raise AnswerRefused from None


def _excerpt(values: Mapping[str, Any]) -> tuple[str, str]:
    """The id of the block that holds the words of a second form, and the words."""
    block_id = next(block_id for block_id, fields in values.items() if share_words_form.EXCERPT in fields)
    return block_id, values[block_id][share_words_form.EXCERPT].get("value") or ""


def _pasted(values: Mapping[str, Any]) -> str:
    return values.get(roster_form.ROWS, {}).get(roster_form.ROWS, {}).get("value") or ""


def _ticked(values: Mapping[str, Any], field: str) -> bool:
    """Whether a box that stands alone is ticked."""
    return bool(values.get(field, {}).get(field, {}).get("selected_options"))


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
