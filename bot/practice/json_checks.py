"""Small checks of JSON that together say what Slack accepts; their problems read as Slack's do."""

from collections.abc import Callable, Iterator, Mapping
from re import Pattern
from typing import Any, TypeAlias

Check: TypeAlias = Callable[[object, str], Iterator[str]]


def problem(what: str, path: str) -> str:
    """Word one problem."""
    return f"[ERROR] {what} [json-pointer:{path or '/'}]"


def string(most: int, *, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield problem("must be a string", path)
        elif len(value) < least:
            yield problem(f"must be more than {least - 1} characters", path)
        elif len(value) > most:
            yield problem(f"must be less than {most + 1} characters", path)

    return check


def written(looks: Pattern[str], example: str) -> Check:
    """A string that looks throughout as the pattern says; the problem names the example."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, str) or not looks.fullmatch(value):
            yield problem(f"must look like {example}", path)

    return check


def flag(value: object, path: str) -> Iterator[str]:
    """Accept true or false."""
    if not isinstance(value, bool):
        yield problem("must be a boolean", path)


def whole(least: int, most: int) -> Check:
    """A whole number within bounds."""

    def check(value: object, path: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield problem("must be an integer", path)
        elif not least <= value <= most:
            yield problem(f"must be from {least} to {most}", path)

    return check


def number(value: object, path: str) -> Iterator[str]:
    """Accept any number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield problem("must be a number", path)


def one_of(*values: str) -> Check:
    """One of a few words."""

    def check(value: object, path: str) -> Iterator[str]:
        if value not in values:
            yield problem(f"must be one of: {', '.join(values)}", path)

    return check


def list_of(check_each: Check, most: int, *, least: int = 1) -> Check:
    """A list of `least` to `most` items that each pass."""

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield problem("must be an array", path)
            return
        if len(value) < least:
            yield problem(f"no fewer than {least} items allowed", path)
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", path)
        for index, each in enumerate(value):
            yield from check_each(each, f"{path}/{index}")

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with all of the required keys, some of the optional ones and no others."""
    known = {**required, **(optional or {})}

    def check(value: object, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must be an object", path)
            return
        for key in required.keys() - value.keys():
            yield problem(f"missing required field: {key}", path)
        for key, each in value.items():
            if key in known:
                yield from known[key](each, f"{path}/{key}")
            else:
                yield problem(f"invalid additional property: {key}", path)

    return check


def by_type(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` says which of the checks it has to pass."""

    def check(value: object, path: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            yield problem(f"unsupported type: {kind}", f"{path}/type")
        else:
            yield from kinds[kind](value, path)

    return check


def typed(name: str, required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> dict[str, Check]:
    """Return an entry for `by_type`: objects of this type with these keys."""
    return {name: shape({"type": one_of(name), **required}, optional)}


def both(first: Check, second: Callable[[dict[str, Any], str], Iterator[str]]) -> Check:
    """Pass the first check, and then the second one, which may rely on an object of that shape."""

    def check(value: object, path: str) -> Iterator[str]:
        found = list(first(value, path))
        yield from found
        if not found and isinstance(value, dict):
            yield from second(value, path)

    return check
