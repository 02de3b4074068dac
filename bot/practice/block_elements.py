"""The elements that stand in blocks, and the small objects they are made of: one table entry a kind."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from bot.practice.json_checks import (
    Check,
    both,
    by_type,
    flag,
    list_of,
    one_of,
    problem,
    shape,
    string,
    typed,
    whole,
    written,
)
from bot.practice.wire import Json


def plain(most: int) -> Check:
    """A plain_text object of at most `most` characters."""
    return by_type(_plain(most))


def text(most: int) -> Check:
    """A plain_text or mrkdwn object of at most `most` characters."""
    return by_type(text_kinds(most))


def text_kinds(most: int) -> dict[str, Check]:
    """Return the two kinds of text object, as entries for `by_type`."""
    return {**_plain(most), **typed("mrkdwn", {"text": string(most)}, {"verbatim": flag})}


def _plain(most: int) -> dict[str, Check]:
    return typed("plain_text", {"text": string(most)}, {"emoji": flag})


def _begins_among_options(element: Json, path: str) -> Iterator[str]:
    groups = element.get("option_groups", [])
    if ("options" in element) == ("option_groups" in element):
        yield problem("exactly one of options and option_groups is needed", path)
    known = [*element.get("options", []), *(each for group in groups for each in group["options"])]
    one = element.get("initial_option")
    for begins in [*([one] if one else []), *element.get("initial_options", [])]:
        if begins not in known:
            yield problem("initial option must be one of the options", path)
    for value, times in Counter(each["value"] for each in known).items():
        if times > 1:
            yield problem(f"option value {value!r} is there {times} times", path)


def _lengths_fit(element: Json, path: str) -> Iterator[str]:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if least > most:
        yield problem("min_length must not be greater than max_length", path)
    if not len(element.get("initial_value", "")) <= most:
        yield problem("initial_value must not be longer than max_length", path)


MOST_FILES = 10
DATE = written(re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "2026-11-23")
TIME = written(re.compile(r"([01]\d|2[0-3]):[0-5]\d"), "07:30")
ACTION_ID = {"action_id": string(255)}
CONFIRM = shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75)})
MARKED_OPTION = shape({"text": text(75), "value": string(150)}, {"description": text(75)})
LINK_OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75), "url": string(3000)})
OPTION_GROUPS = list_of(shape({"label": plain(75), "options": list_of(OPTION, 100)}), 100)
MENU: Mapping[str, Check] = {
    **ACTION_ID,
    "placeholder": plain(150),
    "confirm": CONFIRM,
    "focus_on_load": flag,
}
MANY: Mapping[str, Check] = {**MENU, "max_selected_items": whole(1, 100)}
ID, IDS = string(255), list_of(string(255), 100, least=0)
STATIC: Mapping[str, Check] = {"options": list_of(OPTION, 100), "option_groups": OPTION_GROUPS}
FEW_OPTIONS: Mapping[str, Check] = {"options": list_of(MARKED_OPTION, 10)}
TICKS: Mapping[str, Check] = {**ACTION_ID, "confirm": CONFIRM, "focus_on_load": flag}
TYPING: Mapping[str, Check] = {
    **ACTION_ID,
    "placeholder": plain(150),
    "initial_value": string(3000, least=0),
    "focus_on_load": flag,
    "dispatch_action_config": shape(
        {"trigger_actions_on": list_of(one_of("on_enter_pressed", "on_character_entered"), 2)}
    ),
}

BUTTON = typed(
    "button",
    {"text": plain(75)},
    {
        **ACTION_ID,
        "url": string(3000),
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)
OVERFLOW = typed("overflow", {"options": list_of(LINK_OPTION, 5)}, {**ACTION_ID, "confirm": CONFIRM})
IMAGE = typed("image", {"image_url": string(3000), "alt_text": string(2000)})


def _choosing(name: str, required: Mapping[str, Check], optional: Mapping[str, Check]) -> dict[str, Check]:
    return {name: both(typed(name, required, optional)[name], _begins_among_options)}


_EXCLUDED: Mapping[str, Check] = dict.fromkeys(("exclude_external_shared_channels", "exclude_bot_users"), flag)
CHOICES = {
    **_choosing("static_select", {}, {**MENU, **STATIC, "initial_option": OPTION}),
    **_choosing("radio_buttons", FEW_OPTIONS, {**TICKS, "initial_option": MARKED_OPTION}),
    **_choosing("checkboxes", FEW_OPTIONS, {**TICKS, "initial_options": list_of(MARKED_OPTION, 10)}),
    **typed("datepicker", {}, {**MENU, "initial_date": DATE}),
    **typed("timepicker", {}, {**MENU, "initial_time": TIME, "timezone": string(100)}),
    **typed("users_select", {}, {**MENU, "initial_user": ID}),
    **typed("channels_select", {}, {**MENU, "initial_channel": ID, "response_url_enabled": flag}),
    **typed(
        "conversations_select",
        {},
        {
            **MENU,
            "initial_conversation": ID,
            "default_to_current_conversation": flag,
            "response_url_enabled": flag,
            "filter": shape({}, {"include": list_of(one_of("im", "mpim", "private", "public"), 4), **_EXCLUDED}),
        },
    ),
}
MULTIPLE_CHOICES = {
    **_choosing("multi_static_select", {}, {**MANY, **STATIC, "initial_options": list_of(OPTION, 100)}),
    **typed("multi_users_select", {}, {**MANY, "initial_users": IDS}),
    **typed("multi_channels_select", {}, {**MANY, "initial_channels": IDS}),
    **typed("multi_conversations_select", {}, {**MANY, "initial_conversations": IDS}),
}
_PLAIN_TEXT_INPUT = typed(
    "plain_text_input",
    {},
    {**TYPING, "multiline": flag, "min_length": whole(0, 3000), "max_length": whole(1, 3000)},
)
TEXT_INPUTS = {
    "plain_text_input": both(_PLAIN_TEXT_INPUT["plain_text_input"], _lengths_fit),
    **typed("email_text_input", {}, TYPING),
    **typed("url_text_input", {}, TYPING),
    **typed(
        "number_input",
        {"is_decimal_allowed": flag},
        {**TYPING, "min_value": string(50), "max_value": string(50)},
    ),
}

# Slack offers a place for files in modals only, and only to an app that may read them.
FILE_INPUT = typed(
    "file_input", {}, {**ACTION_ID, "filetypes": list_of(string(255), 100), "max_files": whole(1, MOST_FILES)}
)
