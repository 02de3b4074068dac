"""What Slack accepts as blocks and views: one table entry for each kind; what is in no table is refused."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from bot.practice.block_elements import (
    BUTTON,
    CHOICES,
    FILE_INPUT,
    IMAGE,
    MULTIPLE_CHOICES,
    OVERFLOW,
    TEXT_INPUTS,
    plain,
    text,
    text_kinds,
)
from bot.practice.charts import DATA_VISUALIZATION
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
)
from bot.practice.rich_text import RICH_TEXT
from bot.practice.wire import Json

MOST_MESSAGE_BLOCKS, MOST_VIEW_BLOCKS = 50, 100
MOST_CHARTS = 2
BIGGEST_VIEW = 250 * 1024


def message_problems(blocks: object) -> list[str]:
    """Return what Slack would say against these blocks in a message."""
    found = list(list_of(by_type(MESSAGE_BLOCKS), MOST_MESSAGE_BLOCKS, least=0)(blocks, "/blocks"))
    if not found and isinstance(blocks, list):
        found = [*_repeated_ids(blocks, "/blocks"), *_too_many_charts(blocks)]
    return found


def view_problems(view: object, *, kind: Literal["modal", "home"]) -> list[str]:
    """Return what Slack would say against this view as a modal or as a Home tab."""
    found = list(VIEWS[kind](view, "/view"))
    if not found and isinstance(view, dict):
        found = list(_repeated_ids(view["blocks"], "/view/blocks"))
        if kind == "modal" and "submit" not in view and any(each["type"] == "input" for each in view["blocks"]):
            found.append(problem("missing required field: submit (the modal has inputs)", "/view"))
    return found


def asks_for_files(view: Json) -> bool:
    """Whether a view has a place for files."""
    return any(each["type"] == "input" and each["element"]["type"] == "file_input" for each in view["blocks"])


def is_too_large(view: object) -> bool:
    """Whether a view is bigger than Slack takes at all."""
    return len(json.dumps(view, ensure_ascii=False).encode()) > BIGGEST_VIEW


def _repeated_ids(blocks: list[Json], path: str) -> Iterator[str]:
    for block_id, times in Counter(each["block_id"] for each in blocks if "block_id" in each).items():
        if times > 1:
            yield problem(f"block_id {block_id!r} is there {times} times", path)
    for index, block in enumerate(blocks):
        elements = block["elements"] if block["type"] == "actions" else []
        for action_id, times in Counter(each["action_id"] for each in elements if "action_id" in each).items():
            if times > 1:
                yield problem(f"action_id {action_id!r} is there {times} times", f"{path}/{index}")


def _too_many_charts(blocks: list[Json]) -> Iterator[str]:
    if sum(each["type"] == "data_visualization" for each in blocks) > MOST_CHARTS:
        yield problem(f"no more than {MOST_CHARTS} data_visualization blocks allowed", "/blocks")


def _section_says_something(block: Json, path: str) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield problem("missing required field: text or fields", path)


BLOCK_ID: Mapping[str, Check] = {"block_id": string(255)}
ACCESSORY = by_type({**BUTTON, **OVERFLOW, **IMAGE, **CHOICES, **MULTIPLE_CHOICES})
SECTION = shape(
    {"type": one_of("section")},
    {
        **BLOCK_ID,
        "text": text(3000),
        "fields": list_of(text(2000), 10),
        "accessory": ACCESSORY,
        "expand": flag,
    },
)
FIELDS: Mapping[str, Check] = {**TEXT_INPUTS, **CHOICES, **MULTIPLE_CHOICES}


def _input(elements: Mapping[str, Check]) -> dict[str, Check]:
    return typed(
        "input",
        {"label": plain(2000), "element": by_type(elements)},
        {**BLOCK_ID, "hint": plain(2000), "optional": flag, "dispatch_action": flag},
    )


BLOCKS: Mapping[str, Check] = {
    "section": both(SECTION, _section_says_something),
    **typed("divider", {}, BLOCK_ID),
    **typed("header", {"text": plain(150)}, BLOCK_ID),
    **typed("context", {"elements": list_of(by_type({**text_kinds(3000), **IMAGE}), 10)}, BLOCK_ID),
    **typed("actions", {"elements": list_of(by_type({**BUTTON, **OVERFLOW, **CHOICES}), 25)}, BLOCK_ID),
    **_input(FIELDS),
    **typed("image", {"image_url": string(3000), "alt_text": string(2000)}, {**BLOCK_ID, "title": plain(2000)}),
    **typed("rich_text", {"elements": RICH_TEXT}, BLOCK_ID),
}
MESSAGE_BLOCKS: Mapping[str, Check] = {
    **BLOCKS,
    **typed("data_visualization", DATA_VISUALIZATION, BLOCK_ID),
}

_VIEW_BLOCKS = list_of(by_type(BLOCKS), MOST_VIEW_BLOCKS)
_MODAL_BLOCKS = list_of(by_type({**BLOCKS, **_input({**FIELDS, **FILE_INPUT})}), MOST_VIEW_BLOCKS)
_ANY_VIEW: Mapping[str, Check] = {
    "private_metadata": string(3000, least=0),
    "callback_id": string(255, least=0),
    "external_id": string(255, least=0),
}
VIEWS: Mapping[str, Check] = {
    "home": shape({"type": one_of("home"), "blocks": _VIEW_BLOCKS}, _ANY_VIEW),
    "modal": shape(
        {"type": one_of("modal"), "title": plain(24), "blocks": _MODAL_BLOCKS},
        {
            **_ANY_VIEW,
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
        },
    ),
}
