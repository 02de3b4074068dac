"""The tables and the column types they need. A column that fills a domain object bears its field's name."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
    func,
    text,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeDecorator

from bot.domain.audit import Change, Deed
from bot.domain.calendar import Hours, Weekday
from bot.domain.outbox import Kind, State
from bot.domain.pace import LaneName
from bot.domain.people import DayOff, Pace, Role, Standing
from bot.domain.reply import Sharing

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


class Instant(TypeDecorator[datetime]):
    """An aware datetime in UTC, on databases with and without time zones. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        in_utc = value.astimezone(UTC)
        return in_utc if dialect.name == "postgresql" else in_utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Stored(TypeDecorator[Value]):
    """A value that is written as text and read back."""

    impl = Text
    cache_ok = True

    def __init__(self, *, write: Callable[[Value], str], read: Callable[[str], Value]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: Value | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.write(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Value | None:
        return None if value is None else self.read(value)


def word(choices: type[Choice]) -> Stored[Choice]:
    """A column type for one of an enum's words."""
    return Stored(write=str, read=choices)


def _json_list(slugs: frozenset[str]) -> str:
    return json.dumps(sorted(slugs))


def _from_json_list(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


def _json_weekdays(days: frozenset[Weekday]) -> str:
    return json.dumps(sorted(int(day) for day in days))


def _from_json_weekdays(text: str) -> frozenset[Weekday]:
    return frozenset(map(Weekday, json.loads(text)))


def _json_days_off(days: tuple[DayOff, ...]) -> str:
    return json.dumps([[day.on.isoformat(), day.name] for day in days])


def _from_json_days_off(text: str) -> tuple[DayOff, ...]:
    return tuple(DayOff(date.fromisoformat(on), name) for on, name in json.loads(text))


def _written_hours(hours: Hours) -> str:
    return f"{hours.earliest:%H:%M}-{hours.latest:%H:%M}"


def _read_hours(text: str) -> Hours:
    return Hours(*map(time.fromisoformat, text.split("-")))


def _json_changes(changes: tuple[Change, ...]) -> str:
    return json.dumps([[each.what, each.before, each.after] for each in changes])


def _from_json_changes(text: str) -> tuple[Change, ...]:
    return tuple(Change(*each) for each in json.loads(text))


ZONE = Stored(write=attrgetter("key"), read=ZoneInfo)
SLUGS = Stored(write=_json_list, read=_from_json_list)
WEEKDAYS = Stored(write=_json_weekdays, read=_from_json_weekdays)
DAYS_OFF = Stored(write=_json_days_off, read=_from_json_days_off)
HOURS = Stored(write=_written_hours, read=_read_hours)
CHANGES = Stored(write=_json_changes, read=_from_json_changes)

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_key",
        "uq": "%(table_name)s_once_by_%(column_0_N_name)s",
        "fk": "%(table_name)s_of_%(referred_table_name)s",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "ck": "%(table_name)s_%(constraint_name)s",
    }
)

workspace = Table(
    "workspace",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("team", String(32), nullable=False),
    CheckConstraint("id = 1", name="is_one"),
)

cohorts = Table(
    "cohorts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("digest_channel", String(32), nullable=False),
    Column("zone", ZONE, nullable=False),
    Column("digest_day", Integer, nullable=False),
    Column("digest_at", Time, nullable=False),
    Column("edition", Integer, nullable=False, server_default="1"),
)

rotations = Table(
    "rotations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cohort_id", ForeignKey("cohorts.id"), nullable=False, index=True),
    Column("name", Text, nullable=False, unique=True),
    Column("site", Text, nullable=False),
    Column("zone", ZONE, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("reminder_at", Time, nullable=False),
    Column("question_at", Time, nullable=False),
    # Empty where the program's hold.
    Column("working_days", WEEKDAYS),
    Column("hours", HOURS),
    Column("days_off", DAYS_OFF, nullable=False, server_default="[]"),
    Column("holidays", DAYS_OFF, nullable=False, server_default="[]"),
    Column("calendar", String(40), nullable=False, server_default=text("''")),
    Column("edition", Integer, nullable=False, server_default="1"),
    # Written where the first day may be moved to a later one.
    Column("has_begun", Boolean, nullable=False, server_default=false()),
)

placements = Table(
    "placements",
    metadata,
    Column("rotation_id", ForeignKey("rotations.id"), primary_key=True),
    Column("person", String(32), primary_key=True),
    Column("role", word(Role), primary_key=True),
    # Whether the person has settings: who is new is found without comparing everybody placed with everybody known.
    Column("known", Boolean, nullable=False, server_default=false()),
    # Empty for who was placed before anybody wrote it down.
    Column("placed_at", Instant),
    Index(None, "person", "role"),
    Index(None, "known", "role", "person"),
)

students = Table(
    "students",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("zone", ZONE, nullable=False),
    Column("standing", word(Standing), nullable=False),
    Column("pace", word(Pace), nullable=False),
    Column("active_since", Instant),
    Column("paused_until", Date),
    Column("usually_shares_themes", Boolean, nullable=False),
    Column("conversation", String(32)),
    Column("unreachable", String(64)),
    Column("reminder_at", Time),
    Column("question_at", Time),
    Column("nights", Boolean, nullable=False, server_default=false()),
    Column("warned_of_typing", Boolean, nullable=False, server_default=false()),
    # When this student's prompts are to be planned next; empty means as soon as possible.
    Column("plan_at", Instant),
    # The last day of somebody who was taken off a rotation; empty for who never was.
    Column("placed_until", Date),
    Index(None, "standing", "plan_at"),
    Index(None, "unreachable"),
    Index(None, "placed_until"),
)

# What each person's Home tab showed last: our keyed hash of it, and the hash that Slack gave it.
homes = Table(
    "homes",
    metadata,
    Column("person", String(32), primary_key=True),
    Column("content", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# One row for each of Slack's methods that has a pace. Instants are of the database's clock.
lanes = Table(
    "lanes",
    metadata,
    Column("name", word(LaneName), primary_key=True),
    Column("next_at", Instant, nullable=False),
    Column("share", Float, nullable=False),
    Column("share_at", Instant, nullable=False),
    Column("blocked_until", Instant, nullable=False),
    Column("refused_at", Instant, nullable=False),
    Column("trouble", String(64), nullable=False),
    Column("taken", Integer, nullable=False),
    Column("counted_from", Instant, nullable=False),
)

# `channel` is where a message is to go, `sent_channel` and `sent_ts` where Slack put it. `owner` and `lease_until`
# are set while a worker holds the message, `held_until` keeps it from being claimed, and `looked_at` says when an
# unknown one was last handed out or looked for, and `ended_at` when a message ended. These four are instants of the
# database's clock.
outbox = Table(
    "outbox",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", word(Kind), nullable=False),
    Column("dedupe_key", String(128), nullable=False, unique=True),
    Column("send_at", Instant, nullable=False),
    Column("too_late_at", Instant, nullable=False),
    Column("student", String(32)),
    Column("channel", String(32)),
    Column("cohort_id", ForeignKey("cohorts.id")),
    Column("day", Date),
    Column("body", LargeBinary),
    Column("state", word(State), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("sent_channel", String(32)),
    Column("sent_ts", String(32)),
    Column("reason", Text, nullable=False),
    Column("owner", String(32)),
    Column("lease_until", Instant),
    Column("held_until", Instant),
    Column("looked_at", Instant),
    Column("ended_at", Instant),
    Index(None, "state", "send_at"),
    Index(None, "state", "too_late_at"),
    Index(None, "state", "ended_at"),
    Index(None, "student", "day"),
)

# Once a digest has spent a reply, themes, sharing, excerpt and written_at are NULL: nothing tells any more what was
# shared.
replies = Table(
    "replies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student", String(32), nullable=False),
    Column("cohort_id", ForeignKey("cohorts.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("themes", SLUGS),
    Column("text", LargeBinary, nullable=False),
    Column("sharing", word(Sharing)),
    Column("changed_at", Instant, nullable=False),
    Column("excerpt", LargeBinary),
    Column("spent", Boolean, nullable=False),
    # When it was first saved: nothing looser than was promised then ever holds for it.
    Column("written_at", Instant),
    UniqueConstraint("student", "day"),
    Index(None, "cohort_id", "changed_at"),
)

skips = Table(
    "skips",
    metadata,
    Column("student", String(32), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("skipped_at", Instant, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("cohort_id", ForeignKey("cohorts.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("released_at", Instant),
)

# What was promised since when. Durations are whole seconds.
policies = Table(
    "policies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("smallest_group", Integer, nullable=False),
    Column("settle", Integer, nullable=False),
    Column("carry_over", Integer, nullable=False),
)

# Who was told how a digest is to be read, and when they confirmed that they have read it. `unreachable` is Slack's code
# for why nothing reaches them since the last message.
preceptors = Table(
    "preceptors",
    metadata,
    Column("person", String(32), primary_key=True),
    Column("confirmed_at", Instant),
    Column("unreachable", String(64)),
)

# Who was a preceptor in a cohort and is none any more: they may have read its digests.
past_preceptors = Table(
    "past_preceptors",
    metadata,
    Column("cohort_id", ForeignKey("cohorts.id"), primary_key=True),
    Column("person", String(32), primary_key=True),
    Index(None, "person"),
)

# Which cohorts have ever had a rotation with people, or one that had begun, wherever that is now.
used_cohorts = Table(
    "used_cohorts",
    metadata,
    Column("cohort_id", ForeignKey("cohorts.id"), primary_key=True),
)

# When the students of rotations that a cohort took over were last in a release.
inherited_releases = Table(
    "inherited_releases",
    metadata,
    Column("cohort_id", ForeignKey("cohorts.id"), primary_key=True),
    Column("released_at", Instant, nullable=False),
)

# What preceptors answered to the students of a digest. Text and signature are encrypted.
group_answers = Table(
    "group_answers",
    metadata,
    Column("cohort_id", ForeignKey("cohorts.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("preceptor", String(32), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("answered_at", Instant, nullable=False),
)

# Who was named a coordinator in Slack, and who is none any more, whatever the environment says.
coordinators = Table(
    "coordinators",
    metadata,
    Column("person", String(32), primary_key=True),
    Column("stands", Boolean, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

# What was changed in Slack or on the command line, and by whom; `by` is empty for the command line.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("by", String(32)),
    Column("deed", word(Deed), nullable=False),
    Column("subject", Text, nullable=False),
    Column("changes", CHANGES, nullable=False),
)

# Channels of digests that students could read when somebody last looked, and how many of those on a roster were in it.
channels = Table(
    "channels",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("is_public", Boolean, nullable=False),
    Column("students", Integer, nullable=False),
    Column("has_bedside", Boolean, nullable=False),
)

# What was changed of the program in Slack: a key of program.yaml, and its value as JSON.
program_changes = Table(
    "program_changes",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

# Another lesson on a date, as it was chosen in Slack. Without a principle the date has its own one again, whatever the
# program's file says.
lesson_changes = Table(
    "lesson_changes",
    metadata,
    Column("day", Date, primary_key=True),
    Column("principle", String(64)),
    Column("reminder", Integer),
    Column("question", Integer),
)


def insert_into(connection: AsyncConnection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what happens on a conflict, in the words of this connection's database."""
    return insert_in_words_of(connection.dialect.name, table)


def insert_in_words_of(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """The same by the database's name, for a statement that is drawn up once."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def database_now(connection: AsyncConnection, *, plus: timedelta = timedelta()) -> ColumnElement[Any]:
    """The database's own clock, so that workers on several machines agree on when a lease ends."""
    if connection.dialect.name == "postgresql":
        return type_coerce(func.clock_timestamp() + plus, Instant)
    # SQLite tells milliseconds; an Instant is stored with microseconds.
    return type_coerce(
        func.strftime("%Y-%m-%d %H:%M:%f", "now", f"{plus.total_seconds():+.3f} seconds").concat("000"), Instant
    )
