"""What the client says against a form that it does not send: what is missing, too long, or not what it should be."""

import re
from decimal import Decimal
from typing import Final

from bot.practice.block_elements import MOST_FILES
from bot.practice.forms import NOTHING_ATTACHED, Attached, Field, Value, Values, fields, listed
from bot.practice.wire import Json

LONGEST_TEXT: Final = 3000
BIGGEST_FILE: Final = 10 * 1024 * 1024
_WHOLE: Final = re.compile(r"[+-]?\d+")
_DECIMAL: Final = re.compile(r"[+-]?\d*\.?\d+")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def complaints(blocks: list[Json], values: Values, attached: Attached = NOTHING_ATTACHED) -> dict[str, str]:
    """Return what the client says under which block instead of sending a form that is not complete."""
    found: dict[str, str] = {}
    for field in fields(blocks):
        complaint = _complaint(field, values.get(field.block_id, {}).get(field.action_id), attached)
        if field.block["type"] == "input" and complaint:
            found[field.block_id] = complaint
    return found


def _complaint(field: Field, value: Value, attached: Attached) -> str | None:
    if not value:
        return "Please complete this required field." if field.is_required else None
    if field.type == "plain_text_input":
        return _wrong_length(field.element, str(value))
    if field.type == "number_input":
        return _wrong_number(field.element, str(value))
    if field.type == "email_text_input":
        return None if _EMAIL.fullmatch(str(value)) else "Please enter a valid email address."
    if field.type == "file_input":
        return _wrong_files(field.element, [attached[each] for each in listed(value)])
    most = field.element.get("max_selected_items")
    return f"Please choose at most {most}." if most and len(listed(value)) > most else None


def _wrong_length(element: Json, text: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", LONGEST_TEXT)
    if len(text) < least:
        return f"Please write at least {least} characters."
    return f"Please write at most {most} characters." if len(text) > most else None


def _wrong_number(element: Json, text: str) -> str | None:
    looks = _DECIMAL if element["is_decimal_allowed"] else _WHOLE
    if not looks.fullmatch(text):
        return "Please enter a number." if element["is_decimal_allowed"] else "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and Decimal(text) < Decimal(least):
        return f"Please enter {least} or more."
    return f"Please enter {most} or less." if most is not None and Decimal(text) > Decimal(most) else None


def _wrong_files(element: Json, files: list[Json]) -> str | None:
    most, wanted = element.get("max_files", MOST_FILES), [str(each).lower() for each in element.get("filetypes", [])]
    if len(files) > most:
        return f"Please choose at most {most} files." if most > 1 else "Please choose one file."
    if any(each["size"] > BIGGEST_FILE for each in files):
        return "Please choose a file of at most 10 MB."
    if wanted and any(each["filetype"] not in wanted for each in files):
        return f"Please choose a file of one of these kinds: {', '.join(wanted)}."
    return None
