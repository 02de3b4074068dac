"""Whatever a digest holds, it fits one message, and nothing that a student wrote can do anything in it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.anonymity import MOST_QUOTES, Band
from bot.domain.digest import Digest, ThemeLine, compose
from bot.domain.reply import LONGEST_EXCERPT
from bot.domain.roster import LONGEST_NAME
from bot.practice.block_kit import message_problems
from bot.slack.views.briefing import CONFIRM_ID
from bot.slack.views.digest_post import CONFIRM, LONGEST_CHART_LABEL, digest_post
from bot.slack.views.message import Drawn
from tests.slack.drawings import HOSTILE, MESSAGES, MONDAY, PACK, digest, parts, texts

MOST_BLOCKS, LONGEST_TEXT, LONGEST_MESSAGE = 50, 3000, 40_000
LITERAL = {"text"}
"""Inside a rich text Slack takes these for what they say, and everything else for something that does something."""
STRUCTURE = {
    "rich_text",
    "rich_text_section",
    "rich_text_quote",
    "rich_text_list",
    "header",
    "divider",
    "context",
    "actions",
    "button",
    "plain_text",
    "data_visualization",
    "bar",
}
BANDS = [band.capitalize() for band in Band]
WIDE = ["&", "<", ">", "\N{GRINNING FACE}", "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}", '"', "\n", "\\"]
COMMANDS = [
    HOSTILE,
    "<!here>",
    "<@U0ALICE>",
    "<#C0MEDICINE>",
    "https://evil.example",
    "a@evil.example",
    "*b*",
    ":pill:",
]

dates = st.dates(min_value=date(2024, 1, 1), max_value=date(2035, 12, 31))
widest = st.builds(lambda char: LONGEST_EXCERPT * char, st.sampled_from(WIDE))
quotes = st.lists(widest | st.sampled_from(COMMANDS) | st.text(min_size=1, max_size=80), max_size=MOST_QUOTES)
bands = st.lists(st.sampled_from(BANDS), max_size=len(PACK.themes)).map(
    lambda some: sorted(some, key=BANDS.index, reverse=True)
)


def of(on: date, said: Sequence[str], common: Sequence[str]) -> Digest:
    lines = tuple(ThemeLine(theme.label, band) for theme, band in zip(PACK.themes, common, strict=False))
    return replace(compose(None, curriculum=PACK, on=on), themes=lines, quotes=tuple(said))


digests = st.builds(of, dates, quotes, bands)


def drawn(shown: Digest, *, with_chart: bool = True) -> Drawn:
    whole = digest_post(
        shown,
        cohort=LONGEST_NAME * "&",
        with_chart=with_chart,
        answerable="1234567890:2026-11-23",
        to_confirm=True,
    )
    return Drawn.of(whole)


@given(digests)
def test_every_digest_of_the_pack_fits_one_message(shown: Digest) -> None:
    message = drawn(shown)
    texts = [part["text"] for part in parts(message.blocks) if isinstance(part.get("text"), str)]
    assert message_problems(json.loads(json.dumps(message.blocks))) == []
    assert len(message.blocks) <= MOST_BLOCKS // 2
    assert max(map(_units, texts)) <= LONGEST_TEXT // 2
    assert _units(message.text) <= 3 * LONGEST_MESSAGE // 4


def test_the_longest_digest_there_can_be_fits_one_message() -> None:
    """Of the weeks until every text has had its turn: every theme, six quotes of 600 letters, and both buttons."""
    weeks = (compose(None, curriculum=PACK, on=MONDAY + number * timedelta(weeks=1)) for number in range(112))
    longest = max(weeks, key=lambda week: len(str(week)))
    for char in WIDE:
        quoted = MOST_QUOTES * (LONGEST_EXCERPT * char,)
        message = drawn(replace(longest, themes=digest(themes=10).themes, quotes=quoted))
        assert message_problems(json.loads(json.dumps(message.blocks))) == []
        assert len(message.blocks) <= MOST_BLOCKS // 2
        assert _units(message.text) <= 3 * LONGEST_MESSAGE // 4


@given(digests, st.booleans())
def test_nothing_that_a_student_wrote_can_become_anything_but_letters(shown: Digest, with_chart: bool) -> None:
    message = drawn(shown, with_chart=with_chart)
    kinds = {part["type"] for part in parts(message.blocks) if "type" in part}
    assert kinds <= STRUCTURE | LITERAL
    inside = [part for block in message.blocks for part in parts(block) if block["type"] == "rich_text"]
    assert {key for part in inside for key in part} <= {"type", "text", "elements", "style", "bold"}
    assert not [part for part in parts(message.blocks) if part.get("type") == "plain_text" and part["emoji"]]
    # What is left of the three characters are entities, so nothing begins or ends one of Slack's sequences.
    assert not set(message.text) & set("<>")
    assert "&" not in message.text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")


@given(digests)
def test_quotes_stand_alone_and_to_the_letter(shown: Digest) -> None:
    message = drawn(shown)
    quoted = [part for part in parts(message.blocks) if part.get("type") == "rich_text_quote"]
    assert [[each["text"] for each in part["elements"]] for part in quoted] == [[words] for words in shown.quotes]
    assert all(_escaped(f"“{words}”") in message.text for words in shown.quotes)


labels = st.lists(st.text("ab c", min_size=1, max_size=75).filter(str.strip), min_size=1, max_size=10, unique=True)


@given(labels)
def test_no_two_bars_are_called_the_same_whatever_the_themes_are_called(some: list[str]) -> None:
    shown = replace(digest(), themes=tuple(ThemeLine(label.strip(), "Most") for label in some))
    chart = _chart(drawn(shown))
    names = chart["chart"]["axis_config"]["categories"]
    assert len(set(names)) == len(some)
    assert all(0 < len(name) <= LONGEST_CHART_LABEL for name in names)
    assert len(chart["title"]) <= 50


@given(digests)
def test_the_chart_draws_what_the_words_say_and_nothing_finer(shown: Digest) -> None:
    if not shown.themes:
        assert "data_visualization" not in json.dumps(drawn(shown).blocks)
        return
    (series,) = _chart(drawn(shown))["chart"]["series"]
    assert [BANDS[point["value"] - 1] for point in series["data"]] == [line.band for line in shown.themes]


def test_themes_stand_behind_their_band_once() -> None:
    shown = of(MONDAY, (), ["Most", "Most", "A few"])
    first, second, third = (theme.label for theme in PACK.themes[:3])
    assert f"\nMost: {first}; {second}\nA few: {third}\n" in drawn(shown).text


def test_a_group_is_answered_only_where_that_is_offered_and_confirmed_only_where_it_is_asked() -> None:
    plain = digest_post(digest(), cohort="Medicine", with_chart=True)
    asked = drawn(digest())
    assert [block for block in plain.block_dicts if block["type"] == "actions"] == []
    pressed = {part["action_id"]: part.get("value") for part in parts(asked.blocks) if part.get("type") == "button"}
    assert pressed == {"answer_group": "1234567890:2026-11-23", "confirm_reading": None}


def test_a_digest_says_first_which_cohort_it_is_of() -> None:
    medicine, surgery = (
        digest_post(digest(), cohort=name, with_chart=True).block_dicts for name in ("Medicine", "Surgery")
    )
    assert [texts(blocks[0]) for blocks in (medicine, surgery)] == [
        ["Medicine: the weekly digest"],
        ["Surgery: the weekly digest"],
    ]
    assert medicine[1:] == surgery[1:]
    assert MESSAGES["digest"].text.splitlines()[0] == "Medicine: the weekly digest"


def test_who_has_not_confirmed_reads_first_what_confirming_brings() -> None:
    message = MESSAGES["digest_to_confirm"]
    told, button = message.block_dicts[1:3]
    assert [CONFIRM] == texts(told) == message.text.splitlines()[1:2]
    assert button["elements"][0]["action_id"] == CONFIRM_ID
    assert message.text.replace(f"{CONFIRM}\n", "") == MESSAGES["digest_with_nothing"].text
    assert [*message.block_dicts[:1], *message.block_dicts[3:]] == MESSAGES["digest_with_nothing"].block_dicts


def _chart(message: Drawn) -> dict[str, Any]:
    (chart,) = (block for block in message.blocks if block["type"] == "data_visualization")
    return chart


def _units(text: str) -> int:
    """How long a text is for JavaScript, which counts a rare character twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
