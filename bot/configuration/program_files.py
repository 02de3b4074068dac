"""config/*.yaml → Curriculum and Program. Whatever is wrong is named with its file, line and key.

In a key the items of a list count from 0, as in `principles[3].reminders[1]`; lines count from 1.
"""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bot.configuration.yaml_places import Place, read_yaml, refuse_repeats
from bot.domain.calendar import Hours, Weekday
from bot.domain.curriculum import Curriculum, Override, Principle, PrincipleSlug, Theme, ThemeSlug
from bot.domain.program import MESSAGES_A_MINUTE, Program, SupportLine
from bot.domain.rules import BOUNDS, LONGEST_CONTACT, LONGEST_NAME, Rule

THEMES: Final = 10
PRINCIPLES: Final = 14
PARAGRAPHS: Final = 7
"""How many paragraphs the teaching essay has."""

LONGEST_REMINDER: Final = 200
LONGEST_QUESTION: Final = 200
LONGEST_ACT: Final = 240
_LONGEST_TEACHING: Final = 300
_LONGEST_LABEL: Final = 75
"""What a checkbox in Slack holds."""
FASTEST_PACE: Final = 100_000
"""Far beyond what Slack takes; a stand-in may take it."""

_WEEKDAYS = tuple(day.name.lower() for day in Weekday)


def load_curriculum(folder: Path) -> Curriculum:
    """The pack in `principles.yaml`."""
    pack = read_yaml(folder / "principles.yaml").fields("themes", "principles")
    themes = [item.fields("slug", "label") for item in pack["themes"].items(exactly=THEMES)]
    principles = [
        item.fields("slug", "title", "source_paragraphs", "teaching", "reminders", "questions", "acts")
        for item in pack["principles"].items(exactly=PRINCIPLES)
    ]
    curriculum = Curriculum(tuple(map(_theme, themes)), tuple(map(_principle, principles)))
    for group, key in ((themes, "slug"), (themes, "label"), (principles, "slug"), (principles, "title")):
        refuse_repeats(fields[key] for fields in group)
    for key in ("reminders", "questions", "acts"):
        refuse_repeats(text for fields in principles for text in fields[key].items())
    return curriculum


def load_program(folder: Path, curriculum: Curriculum) -> Program:
    """The program in `program.yaml`, whose lessons name principles of the curriculum."""
    fields = read_yaml(folder / "program.yaml").fields(
        "program", "reminder_at", "question_at", "hours", "working_days", "digest", "smallest_group", "settle_hours",
        "carry_over_weeks", "retention_days", "question_open_days", "support_lines", "days_off", "lessons",
        optional=("messages_a_minute", "reporting_routes"),
    )  # fmt: skip
    digest = fields["digest"].fields("day", "at")
    hours = _hours(fields["hours"])
    return Program(
        name=fields["program"].text(longest=LONGEST_NAME),
        reminder_at=_time_within(hours, fields["reminder_at"]),
        question_at=_time_within(hours, fields["question_at"]),
        hours=hours,
        working_days=_working_days(fields["working_days"]),
        digest_day=_weekday(digest["day"]),
        digest_at=_time_within(hours, digest["at"]),
        smallest_group=_number(fields, Rule.VOICES),
        settle=timedelta(hours=_number(fields, Rule.SETTLE)),
        carry_over=timedelta(weeks=_number(fields, Rule.CARRY_OVER)),
        retention=timedelta(days=_number(fields, Rule.RETENTION)),
        question_open=timedelta(days=fields["question_open_days"].number(1, 7)),
        support_lines=_support_lines(fields["support_lines"]),
        days_off=_days_off(fields["days_off"]),
        overrides=_overrides(fields["lessons"], curriculum),
        messages_a_minute=_messages_a_minute(fields.get("messages_a_minute")),
        reporting_routes=_reporting_routes(fields.get("reporting_routes")),
    )


def _number(fields: Mapping[str, Place], rule: Rule) -> int:
    return fields[rule].number(BOUNDS[rule].least, BOUNDS[rule].most)


def _messages_a_minute(place: Place | None) -> int:
    return place.number(1, FASTEST_PACE) if place else MESSAGES_A_MINUTE


def _theme(fields: Mapping[str, Place]) -> Theme:
    return Theme(ThemeSlug(_slug(fields["slug"])), fields["label"].text(longest=_LONGEST_LABEL))


def _principle(fields: Mapping[str, Place]) -> Principle:
    return Principle(
        slug=PrincipleSlug(_slug(fields["slug"])),
        title=fields["title"].text(longest=LONGEST_NAME),
        source_paragraphs=tuple(item.number(1, PARAGRAPHS) for item in fields["source_paragraphs"].items(least=1)),
        teaching=fields["teaching"].text(longest=_LONGEST_TEACHING),
        reminders=tuple(item.text(longest=LONGEST_REMINDER) for item in fields["reminders"].items(least=1)),
        questions=tuple(map(_question, fields["questions"].items(least=1))),
        acts=tuple(item.text(longest=LONGEST_ACT) for item in fields["acts"].items(least=1)),
    )


def _slug(place: Place) -> str:
    slug = place.text(longest=LONGEST_NAME)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise place.wrong(f"“{slug}” can't be a slug", write="Write small letters and hyphens, such as make-it-safe")
    return slug


def _question(place: Place) -> str:
    question = place.text(longest=LONGEST_QUESTION)
    if (marks := question.count("?")) != 1:
        raise place.wrong(f"this question has {marks} question marks", write="Write exactly one")
    return question


def _hours(place: Place) -> Hours:
    fields = place.fields("earliest", "latest")
    hours = Hours(earliest=fields["earliest"].clock(), latest=fields["latest"].clock())
    if hours.earliest >= hours.latest:
        raise fields["latest"].wrong(
            "the hours end before they begin", write=f"Write a time after {hours.earliest:%H:%M}"
        )
    return hours


def _time_within(hours: Hours, place: Place) -> time:
    at = place.clock()
    if not hours.offer(at):
        outside = "lies within ten minutes of the hours' end" if hours.allow(at) else "lies outside the hours"
        bounds = f"{hours.earliest:%H:%M} to {hours.last_choice:%H:%M}"
        raise place.wrong(f"{at:%H:%M} {outside}", write=f"Write a time from {bounds}, or widen the hours")
    return at


def _working_days(place: Place) -> frozenset[Weekday]:
    items = place.items(least=1)
    days = frozenset(map(_weekday, items))
    refuse_repeats(items)
    return days


def _weekday(place: Place) -> Weekday:
    return Weekday(_WEEKDAYS.index(place.one_of(_WEEKDAYS)))


def _support_lines(place: Place) -> tuple[SupportLine, ...]:
    """The lines that somebody has filled in; the school's place may still be empty."""
    lines = map(_support_line, place.items(least=1))
    return tuple(line for line in lines if line.name)


def _support_line(place: Place) -> SupportLine:
    fields = place.fields("name", "how", optional=("school",))
    return _line(fields, school=fields["school"].yes_or_no() if "school" in fields else False)


def _reporting_routes(place: Place | None) -> tuple[SupportLine, ...]:
    """The routes that somebody has filled in. A file from before there were any names none."""
    routes = (_line(item.fields("name", "how"), school=True) for item in (place.items() if place else ()))
    return tuple(route for route in routes if route.name)


def _line(fields: Mapping[str, Place], *, school: bool) -> SupportLine:
    """Only what the school is to fill in may be empty, and then altogether."""
    unfilled = school and not fields["name"].raw and not fields["how"].raw
    return SupportLine(
        name=fields["name"].text(longest=LONGEST_NAME, empty=unfilled),
        contact=fields["how"].text(longest=LONGEST_CONTACT, empty=unfilled),
        school=school,
    )


def _days_off(place: Place) -> frozenset[date]:
    items = place.items()
    days = frozenset(item.day() for item in items)
    refuse_repeats(items)
    return days


def _overrides(place: Place, curriculum: Curriculum) -> Mapping[date, Override]:
    return MappingProxyType({name.day(): _override(value, curriculum) for name, value in place.entries()})


def _override(place: Place, curriculum: Curriculum) -> Override:
    fields = place.fields("principle", optional=("reminder", "question"))
    slug = PrincipleSlug(fields["principle"].one_of(principle.slug for principle in curriculum.principles))
    principle = curriculum.principle(slug)
    return Override(
        principle=slug,
        reminder=_text_number(fields.get("reminder"), principle.reminders),
        question=_text_number(fields.get("question"), principle.questions),
    )


def _text_number(place: Place | None, texts: tuple[str, ...]) -> int | None:
    return place.number(1, len(texts)) if place else None
