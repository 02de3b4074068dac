"""The rules that coordinators may change: what they are now, what somebody typed, what would be another one then."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from bot.domain.audit import Change
from bot.domain.errors import PolicyWrong
from bot.domain.policy import Policy
from bot.domain.program import Program, SupportLine

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(weeks=1)
LONGEST_NAME: Final = 80
LONGEST_CONTACT: Final = 200
MOST_LINES: Final = 10
"""They stand below every form, where there is room for no more."""
LONGEST_TYPED: Final = 1_200
"""Characters of all lines together: a form remembers 3,000, and there are two such fields."""
NONE: Final = "none"


class Rule(StrEnum):
    """A rule by its key in program.yaml."""

    VOICES = "smallest_group"
    SETTLE = "settle_hours"
    CARRY_OVER = "carry_over_weeks"
    RETENTION = "retention_days"
    SUPPORT = "support_lines"
    ROUTES = "reporting_routes"


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where to where a number may go, both included."""

    least: int
    most: int


BOUNDS: Final[Mapping[Rule, Bounds]] = {
    Rule.VOICES: Bounds(4, 50),
    Rule.SETTLE: Bounds(1, 144),
    Rule.CARRY_OVER: Bounds(1, 4),
    Rule.RETENTION: Bounds(30, 365),
}
WHAT: Final[Mapping[Rule, str]] = {
    Rule.VOICES: "voices a digest needs",
    Rule.SETTLE: "hours to think again",
    Rule.CARRY_OVER: "weeks that replies wait",
    Rule.RETENTION: "days until replies are deleted",
    Rule.SUPPORT: "support lines",
    Rule.ROUTES: "reporting routes",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a program's rules are; the fields bear the names of the rules."""

    smallest_group: int
    settle_hours: int
    carry_over_weeks: int
    retention_days: int
    support_lines: tuple[SupportLine, ...]
    reporting_routes: tuple[SupportLine, ...]

    @property
    def edition(self) -> str:
        """The same for the same rules and for no others: a form says by it which ones it was opened with."""
        return hashlib.sha256(repr(sorted(written(self).items())).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RulesChange:
    """Rules before and after a change. What is looser in it holds for what is written from an instant on."""

    before: Rules
    after: Rules
    holds_from: datetime

    @property
    def is_none(self) -> bool:
        """Whether nothing is another rule."""
        return self.before == self.after

    @property
    def tightens(self) -> bool:
        """Whether anything in it promises more than before."""
        return _policy(self.before).loosens(_policy(self.after))

    @property
    def loosens(self) -> bool:
        """Whether anything in it promises less than before."""
        return _policy(self.after).loosens(_policy(self.before))


def rules_of(program: Program) -> Rules:
    """The rules of a program."""
    return Rules(
        smallest_group=program.smallest_group,
        settle_hours=program.settle // HOUR,
        carry_over_weeks=program.carry_over // WEEK,
        retention_days=program.retention // DAY,
        support_lines=program.support_lines,
        reporting_routes=program.reporting_routes,
    )


def under(rules: Rules, program: Program) -> Program:
    """The same program under other rules."""
    return replace(
        program,
        smallest_group=rules.smallest_group,
        settle=rules.settle_hours * HOUR,
        carry_over=rules.carry_over_weeks * WEEK,
        retention=rules.retention_days * DAY,
        support_lines=rules.support_lines,
        reporting_routes=rules.reporting_routes,
    )


def written(rules: Rules) -> dict[str, str]:
    """Every rule by its name, as text to be kept."""
    return {rule: json.dumps(_as_json(_value(rules, rule))) for rule in Rule}


def changed(rules: Rules, texts: Mapping[str, str]) -> Rules:
    """The same rules, but for those that were kept as text."""
    values: dict[str, Any] = {rule: _from_json(json.loads(texts[rule])) for rule in Rule if rule in texts}
    return replace(rules, **values)


def differing(before: Rules, after: Rules) -> tuple[Rule, ...]:
    """Which rules are not the same."""
    return tuple(rule for rule in Rule if _value(before, rule) != _value(after, rule))


def changes_between(before: Rules, after: Rules) -> tuple[Change, ...]:
    """What is another rule now, in words."""
    return tuple(Change(WHAT[rule], in_words(before, rule), in_words(after, rule)) for rule in differing(before, after))


def in_words(rules: Rules, rule: Rule) -> str:
    """A rule as one reads it: a number, or lines one after the other."""
    value = _value(rules, rule)
    return str(value) if isinstance(value, int) else "; ".join(typed_lines(value).splitlines()) or NONE


def typed_lines(lines: Iterable[SupportLine]) -> str:
    """Lines as somebody would type them: the name, a colon, and how to reach it."""
    return "\n".join(f"{line.name}: {line.contact}" for line in lines)


def read_rules(typed: Mapping[Rule, str], *, now: Rules) -> Rules | dict[Rule, PolicyWrong]:
    """The rules that somebody typed over those that hold now, or what is wrong with which of them."""
    wrong: dict[Rule, PolicyWrong] = {}
    values: dict[str, Any] = {}
    for rule, text in typed.items():
        try:
            values[rule] = _number(rule, text) if rule in BOUNDS else _lines(rule, text, now=now)
        except PolicyWrong as error:
            wrong[rule] = error
    return wrong or replace(now, **values)


def encode(change: RulesChange) -> str:
    """A change as text, to be kept with the message that tells of it."""
    texts = {"before": written(change.before), "after": written(change.after)}
    return json.dumps({**texts, "holds_from": change.holds_from.isoformat()})


def decode(text: str) -> RulesChange:
    """The change that `encode` wrote."""
    kept = json.loads(text)
    before, after = (_read(kept[key]) for key in ("before", "after"))
    return RulesChange(before, after, datetime.fromisoformat(kept["holds_from"]))


def _policy(rules: Rules) -> Policy:
    return Policy(rules.smallest_group, rules.settle_hours * HOUR, rules.carry_over_weeks * WEEK)


def _read(texts: Mapping[str, str]) -> Rules:
    values: dict[str, Any] = {rule: _from_json(json.loads(texts[rule])) for rule in Rule}
    return Rules(**values)


def _number(rule: Rule, text: str) -> int:
    bounds = BOUNDS[rule]
    write = f"Write a number from {bounds.least} to {bounds.most}"
    # Other digits than these, or a number of a thousand digits, are no numbers that anybody means.
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= len("1000")):
        raise PolicyWrong(problem=f"“{text.strip()[:20]}” is no whole number", write=write)
    number = int(text)
    if number < bounds.least:
        raise PolicyWrong(problem=f"{number} is {_TOO_FEW[rule]}", write=write)
    if number > bounds.most:
        raise PolicyWrong(problem=f"{number} is too many", write=write)
    return number


_TOO_FEW: Final[Mapping[Rule, str]] = {
    Rule.VOICES: "so few that a digest would point at people",
    Rule.SETTLE: "too short for anybody to think again",
    Rule.CARRY_OVER: "too short for replies to reach any digest",
    Rule.RETENTION: "so few that replies would be gone before their last digest",
}


def _lines(rule: Rule, text: str, *, now: Rules) -> tuple[SupportLine, ...]:
    not_the_schools = {line.name for line in now.support_lines if not line.school}
    lines = tuple(_line(line, not_the_schools) for line in text.splitlines() if line.strip())
    if len(text) > LONGEST_TYPED:
        raise PolicyWrong(
            problem="these lines are too long together", write=f"Write up to {LONGEST_TYPED:,} characters"
        )
    if len(lines) > MOST_LINES:
        raise PolicyWrong(problem=f"there are {len(lines)} lines", write=f"Write {MOST_LINES} at the most")
    if not lines and rule is Rule.SUPPORT:
        raise PolicyWrong(problem="students would find nobody to talk to", write="Write at least one line")
    names = [line.name.casefold() for line in lines]
    twice = next((line.name for line in lines if names.count(line.name.casefold()) > 1), None)
    if twice is not None:
        raise PolicyWrong(problem=f"“{twice}” stands there twice", write="Write each name once")
    return lines


def _line(text: str, not_the_schools: set[str]) -> SupportLine:
    name, colon, contact = (part.strip() for part in text.partition(":"))
    if not (name and colon and contact):
        write = "Write the name, a colon, and how to reach it, such as “Student wellness office: Call 555-0100”"
        raise PolicyWrong(problem=f"“{text.strip()[:40]}” does not say who it is and how to reach them", write=write)
    if len(name) > LONGEST_NAME or len(contact) > LONGEST_CONTACT:
        write = f"Write up to {LONGEST_NAME} characters for a name and {LONGEST_CONTACT} for how to reach it"
        raise PolicyWrong(problem=f"“{name[:40]}” is too long", write=write)
    return SupportLine(name, contact, school=name not in not_the_schools)


def _value(rules: Rules, rule: Rule) -> int | tuple[SupportLine, ...]:
    value: int | tuple[SupportLine, ...] = getattr(rules, rule)
    return value


def _as_json(value: int | tuple[SupportLine, ...]) -> object:
    return value if isinstance(value, int) else [asdict(line) for line in value]


def _from_json(value: object) -> int | tuple[SupportLine, ...]:
    return value if isinstance(value, int) else tuple(_kept_lines(value))


def _kept_lines(value: object) -> Iterator[SupportLine]:
    yield from (SupportLine(**line) for line in value if isinstance(line, dict)) if isinstance(value, list) else ()
