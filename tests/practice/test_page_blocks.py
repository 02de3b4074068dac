from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.practice.page.blocks import blocks_to_html
from bot.practice.page.mrkdwn import mrkdwn
from bot.practice.page.place import Offered, Place, Press, press_of, press_value

NAMES = {"U1": "Alice", "U2": "Dr. <Kim>", "C1": "monday-digest"}
PLACE = Place("m1", NAMES)
HOSTILE = """<script>alert(1)</script>"'&lt;b&gt;"""


def shown(block: dict[str, Any], place: Place = PLACE) -> str:
    return str(blocks_to_html([{"block_id": "b", **block}], place))


def button(**more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "type": "button",
        "action_id": "go",
        "text": {"type": "plain_text", "text": "Start"},
        "value": "v",
    } | more


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def field(element: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    label = {"type": "plain_text", "text": "Your words"}
    return {"type": "input", "label": label, "element": {"action_id": "typed", **element}} | more


def options(*labels: str) -> list[dict[str, Any]]:
    return [{"text": {"type": "plain_text", "text": label}, "value": label.lower()} for label in labels]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("*bold* and _soft_ and ~gone~", "<strong>bold</strong> and <em>soft</em> and <s>gone</s>"),
        ("*_both_*", "<strong><em>both</em></strong>"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("run `a *b* <c>`", "run <code>a *b* &lt;c&gt;</code>"),
        ("```one\n*two*```", "<pre>one\n*two*</pre>"),
        ("first\nsecond", "first<br>second"),
        ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
        (
            "<@U1> in <#C1|old>",
            '<span class="mention">@Alice</span> in <span class="mention">#monday-digest</span>',
        ),
        ("<@U9|Nine> <!here>", '<span class="mention">@Nine</span> <span class="mention">@here</span>'),
        ("&gt; kind\n&gt; words\nafter", "<blockquote>kind<br>words</blockquote>after"),
        (":seedling: and :no_such:", "🌱 and :no_such:"),
    ],
)
def test_the_marks_of_mrkdwn_are_shown_as_slack_shows_them(said: str, expected: str) -> None:
    assert str(mrkdwn(said, NAMES)) == expected


def test_a_link_opens_apart_with_its_label() -> None:
    assert str(mrkdwn("<https://example.org/?a=1&amp;b=2|the page>", {})) == (
        '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the page</a>'
    )


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "JaVaScript:alert(1)", "//host", "https:", "http://[x"],
)
def test_an_address_that_is_no_web_address_becomes_plain_words(address: str) -> None:
    assert str(mrkdwn(f"<{address}|words>", {})) == "words"
    linked = {"type": "link", "url": address, "text": "words"}
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [linked]}]}
    assert "<a" not in shown(rich)
    assert "href" not in shown(actions(button(url=address)))


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "plain_text", "text": HOSTILE}},
        {"type": "section", "text": {"type": "mrkdwn", "text": HOSTILE}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": HOSTILE}]},
        {"type": "header", "text": {"type": "plain_text", "text": HOSTILE}},
        {"type": "context", "elements": [{"type": "plain_text", "text": HOSTILE}]},
        {"type": "image", "alt_text": HOSTILE, "image_url": "https://example.org/x.png"},
        {"type": "markdown", "text": HOSTILE},
        {"type": HOSTILE},
        actions(button(text={"type": "plain_text", "text": HOSTILE}, accessibility_label=HOSTILE)),
        actions(button(action_id=HOSTILE)),
        field({"type": "multi_static_select", "options": options(HOSTILE)}),
        actions({"type": "overflow", "action_id": "o", "options": options(HOSTILE)}),
        actions({"type": "static_select", "action_id": "s", "options": options(HOSTILE)}),
        field({"type": "plain_text_input", "initial_value": HOSTILE}),
        field({"type": "plain_text_input", "multiline": True, "initial_value": HOSTILE}),
        field({"type": "checkboxes", "options": options(HOSTILE)}),
        field({"type": "plain_text_input"}, hint={"type": "plain_text", "text": HOSTILE}),
        {
            "type": "table",
            "rows": [[{"type": "raw_text", "text": HOSTILE}], [{"type": "raw_text", "text": HOSTILE}]],
        },
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": HOSTILE}]}],
        },
        {
            "type": "data_visualization",
            "title": HOSTILE,
            "chart": {"type": "pie", "segments": [{"label": HOSTILE, "value": 3}]},
        },
    ],
)
def test_typed_markup_never_becomes_markup(block: dict[str, Any]) -> None:
    html = shown(block)
    assert "<script" not in html
    assert "<b>" not in html
    assert "alert" in html


def test_a_name_that_looks_like_markup_is_shown_as_a_name() -> None:
    assert "@Dr. &lt;Kim&gt;" in mrkdwn("<@U2>", NAMES)


def test_plain_text_is_literal() -> None:
    text = {"type": "plain_text", "text": "*not bold* <https://example.org|no>", "emoji": False}
    assert "*not bold* &lt;https://example.org|no&gt;" in shown({"type": "section", "text": text})


def test_text_that_pretends_to_be_kept_markup_is_only_text() -> None:
    assert str(mrkdwn("\ue0000\ue001 `code`", {})) == "0 <code>code</code>"


def test_rich_text_shows_quotes_lists_and_styles() -> None:
    word = {"type": "text", "text": "slowly", "style": {"bold": True, "italic": True}}
    section = {"type": "rich_text_section", "elements": [word, {"type": "user", "user_id": "U1"}]}
    html = shown(
        {
            "type": "rich_text",
            "elements": [
                section,
                {"type": "rich_text_list", "style": "ordered", "elements": [section]},
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a\nb"}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "x < y"}]},
            ],
        }
    )
    assert "<strong><em>slowly</em></strong>" in html
    assert "@Alice" in html
    assert '<ol class="indent-0"><li>' in html
    assert "<blockquote>a<br>b</blockquote>" in html
    assert "<pre>x &lt; y</pre>" in html


def test_a_button_says_which_block_and_action_it_belongs_to() -> None:
    html = shown(actions(button(style="primary")) | {"block_id": "a/b c"})
    assert 'class="button primary" name="press" value="a%2Fb%20c/go/v"' in html
    assert press_of("a%2Fb%20c/go/v") == Press("a/b c", "go", "v")


@pytest.mark.parametrize("said", ["", "one", "one/two", "one/two/three/four"])
def test_a_press_that_no_button_says_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        press_of(said)


def test_every_press_comes_back_as_it_was_said() -> None:
    press = Press("block/1", "äction &?", "choice=%2F")
    assert press_of(press_value(press)) == press


def test_a_button_with_a_confirmation_asks_first() -> None:
    confirm = {
        "title": {"type": "plain_text", "text": "Leave?"},
        "text": {"type": "plain_text", "text": "For good."},
    }
    html = shown(actions(button(confirm=confirm)))
    opener = html[: html.index("</button>")]
    assert 'type="button"' in opener
    assert "name=" not in opener
    assert "Leave?" in html
    assert html.count('name="press"') == 1


def test_a_web_button_is_a_link() -> None:
    html = shown(actions(button(url="https://example.org/")))
    assert '<a class="button" href="https://example.org/"' in html


def test_a_menu_has_one_button_for_each_choice() -> None:
    html = shown(actions({"type": "overflow", "action_id": "o", "options": options("Tomorrow", "Next Monday")}))
    assert 'value="b/o/tomorrow"' in html
    assert 'value="b/o/next%20monday"' in html
    assert "More choices" in html


def test_a_list_outside_a_form_is_set_by_a_button() -> None:
    listed = {
        "type": "static_select",
        "action_id": "pace",
        "placeholder": {"type": "plain_text", "text": "How often"},
        "options": options("Daily", "Weekly"),
        "initial_option": options("Weekly")[0],
    }
    html = shown({"type": "section", "text": {"type": "mrkdwn", "text": "Pace"}, "accessory": listed})
    assert 'name="field/b/pace"' in html
    assert '<option value="weekly" selected>Weekly</option>' in html
    assert 'value="b/pace/"' in html
    assert 'aria-label="Set: How often"' in html


def test_an_input_has_a_label_a_hint_and_its_error() -> None:
    place = Place("v", {}, errors={"b": "Please leave out the phone number."})
    html = shown(
        field({"type": "plain_text_input", "multiline": True}, hint={"type": "plain_text", "text": "To 600"}),
        place,
    )
    assert '<label for="v-b-typed">Your words' in html
    assert 'aria-describedby="v-b-error v-b-hint"' in html
    assert 'aria-invalid="true"' in html
    assert "Please leave out the phone number." in html


def test_an_optional_input_says_so_and_a_required_one_is_required() -> None:
    assert "(optional)" in shown(field({"type": "datepicker"}, optional=True))
    assert " required" not in shown(field({"type": "datepicker"}, optional=True))
    assert " required" in shown(field({"type": "datepicker"}))


def test_what_stands_in_a_field_wins_over_what_it_began_with() -> None:
    ticks = {"type": "checkboxes", "options": options("One", "Two"), "initial_options": options("One")}
    place = Place("v", {}, values={"b": {"typed": ["two"]}})
    assert 'value="one" checked' in shown(field(ticks))
    assert 'value="two" checked' not in shown(field(ticks))
    assert 'value="two" checked' in shown(field(ticks), place)
    assert 'value="one" checked' not in shown(field(ticks), place)


def test_a_field_that_was_emptied_stays_empty() -> None:
    place = Place("v", {}, values={"b": {"typed": None}})
    written = field({"type": "plain_text_input", "initial_value": "before"})
    assert 'value="before"' in shown(written)
    assert 'value=""' in shown(written, place)


def test_ticks_and_radio_buttons_stand_under_one_legend() -> None:
    described = options("Share words too")
    described[0]["description"] = {"type": "plain_text", "text": "You see them first."}
    html = shown(field({"type": "radio_buttons", "options": described}))
    assert "<fieldset" in html
    assert "<legend>Your words" in html
    assert 'type="radio"' in html
    assert 'aria-describedby="m1-b-typed-0-more"' in html


def test_people_can_be_picked_by_name() -> None:
    people = [Offered("U1", "Alice", "person"), Offered("U2", "Bob", "person"), Offered("C1", "#digest", "public")]
    html = shown(field({"type": "multi_users_select", "initial_users": ["U2"]}), Place("m1", NAMES, offered=people))
    assert 'value="U2" checked><span>Bob</span>' in html
    assert 'value="U1"><span>Alice</span>' in html
    assert html.index("Bob") < html.index("Alice"), "what is picked stands first"
    assert "digest" not in html
    assert "<output>1</output> chosen" in html


def test_a_channel_is_offered_where_its_kind_is_wanted() -> None:
    place = Place("m1", {}, offered=[Offered("C1", "#lounge", "public"), Offered("C2", "#staff", "private")])
    private = {"type": "conversations_select", "filter": {"include": ["private"]}}
    kinds = {"lounge": "public", "staff": "private"}
    for element, seen in (
        ({"type": "conversations_select"}, {"lounge", "staff"}),
        ({"type": "channels_select"}, {"lounge"}),
        (private, {"staff"}),
    ):
        html = shown(field(element), place)
        assert {each for each in kinds if each in html} == seen


def test_whoever_was_picked_and_has_gone_is_still_to_be_taken_off() -> None:
    html = shown(field({"type": "multi_users_select", "initial_users": ["U1"]}))
    assert 'value="U1" checked><span>Alice</span>' in html


def test_a_long_list_has_a_field_to_find_a_name_and_a_short_one_has_none() -> None:
    many = options(*(f"Option {number}" for number in range(9)))
    assert "data-finds" in shown(field({"type": "multi_static_select", "options": many}))
    assert "data-finds" not in shown(field({"type": "multi_static_select", "options": many[:8]}))


def test_several_choices_keep_their_headings() -> None:
    groups = [
        {"label": {"type": "plain_text", "text": "Medicine"}, "options": options("A", "B")},
        {"label": {"type": "plain_text", "text": "Surgery"}, "options": options("C")},
    ]
    html = shown(field({"type": "multi_static_select", "option_groups": groups, "max_selected_items": 2}))
    assert html.index("Medicine") < html.index("<span>B") < html.index("Surgery") < html.index("<span>C")
    assert "chosen of at most 2" in html


def test_a_place_for_files_says_what_it_takes_and_what_it_holds() -> None:
    element = {"type": "file_input", "filetypes": ["csv"], "max_files": 1}
    place = Place("v", {}, values={"b": {"typed": ["F1"]}}, attached={"F1": {"name": "<Block>.csv"}})
    html = shown(field(element), place)
    assert 'type="file" accept=".csv"' in html
    assert 'value="F1" checked><span>&lt;Block&gt;.csv</span>' in html
    assert " multiple" not in html
    assert " multiple" in shown(field({"type": "file_input"}))


def test_a_chart_has_its_values_in_words() -> None:
    chart = {
        "type": "bar",
        "series": [
            {
                "name": "Voices",
                "data": [{"label": "Time pressure", "value": 4}, {"label": "Trust", "value": 2}],
            }
        ],
        "axis_config": {"categories": ["Time pressure", "Trust"], "y_label": "Students"},
    }
    html = shown({"type": "data_visualization", "title": "Themes", "chart": chart})
    assert '<caption>Themes<span class="hint">Students</span></caption>' in html
    assert '<th scope="row">Time pressure</th>' in html
    assert '<rect width="50"' in html
    assert '<td class="value">4</td>' in html


def test_a_table_has_column_headings() -> None:
    html = shown(
        {
            "type": "table",
            "rows": [[{"type": "raw_text", "text": "Day"}], [{"type": "raw_text", "text": "Mon"}]],
        }
    )
    assert '<th scope="col">Day</th>' in html
    assert "<td>Mon</td>" in html


def test_an_unknown_block_is_said_to_be_there() -> None:
    assert "“card”" in shown({"type": "card"})
    assert "“feedback_buttons”" in shown(actions({"type": "feedback_buttons"}))


def test_blocks_without_ids_do_not_share_ids() -> None:
    html = str(blocks_to_html([field({"type": "datepicker", "action_id": "day"})] * 2, PLACE))
    assert 'id="m1-block0-day"' in html
    assert 'id="m1-block1-day"' in html


def test_a_divider_a_markdown_block_and_a_picture_in_a_context_are_shown() -> None:
    assert shown({"type": "divider"}) == "<hr>"
    assert "<strong>So</strong>" in shown({"type": "markdown", "text": "*So*"})
    context: dict[str, Any] = {
        "type": "context",
        "elements": [{"type": "image", "image_url": "x", "alt_text": "A leaf"}],
    }
    assert "A leaf" in shown(context)
    assert "href" not in shown(context)
    assert "A leaf" in shown({"type": "section", "accessory": context["elements"][0]})


def test_an_input_that_is_heard_at_once_has_its_own_button() -> None:
    assert 'value="b/typed/"' in shown(field({"type": "plain_text_input"}, dispatch_action=True))
    assert "<button" not in shown(field({"type": "plain_text_input"}))


def test_radio_buttons_outside_a_form_are_set_by_a_button() -> None:
    html = shown(actions({"type": "radio_buttons", "action_id": "pace", "options": options("Daily", "Weekly")}))
    assert '<fieldset class="set"><legend class="unseen">Your choice</legend>' in html
    assert 'value="b/pace/"' in html


def test_a_list_keeps_its_groups() -> None:
    groups = [{"label": {"type": "plain_text", "text": "Slow"}, "options": options("Weekly")}]
    html = shown(field({"type": "static_select", "option_groups": groups}))
    assert '<optgroup label="Slow"><option value="weekly">Weekly</option></optgroup>' in html


def test_text_without_emoji_is_left_as_it_was_typed() -> None:
    with_emoji: dict[str, Any] = {"type": "section", "text": {"type": "plain_text", "text": ":wave:"}}
    assert "👋" in shown(with_emoji)
    assert ":wave:" in shown({"type": "section", "text": {**with_emoji["text"], "emoji": False}})


@pytest.mark.parametrize(
    ("zone", "said"), [("America/New_York", "Nov 22, 2026 at 7:05 PM"), ("UTC", "Nov 23, 2026 at 12:05 AM")]
)
def test_a_moment_is_told_by_the_readers_own_clock(zone: str, said: str) -> None:
    moment = {"type": "date", "timestamp": 1795392300, "format": "{date_short_pretty} at {time}", "fallback": "then"}
    block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [moment]}]}
    assert said in shown(block, Place("m1", {}, zone=ZoneInfo(zone)))
    assert "then" in shown(
        {**block, "elements": [{"type": "rich_text_section", "elements": [{**moment, "format": "{ago}"}]}]}
    )
