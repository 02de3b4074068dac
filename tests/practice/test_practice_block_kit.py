from typing import Any

import pytest
from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    CheckboxesElement,
    ConfirmObject,
    ContextBlock,
    DatePickerElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    RichTextBlock,
    RichTextElementParts,
    RichTextQuoteElement,
    RichTextSectionElement,
    SectionBlock,
    StaticSelectElement,
    UserMultiSelectElement,
)
from slack_sdk.models.views import View

from bot.practice.block_kit import is_too_large, message_problems, view_problems
from bot.practice.wire import Json
from tests.practice.stand_ins import actions, button, entry, home, modal, option, plain, section, text_field


def chart(**more: Any) -> Json:  # noqa: ANN401
    points = [{"label": "a", "value": 2}, {"label": "b", "value": 3.5}]
    bars = {
        "type": "bar",
        "series": [{"name": "voices", "data": points}],
        "axis_config": {"categories": ["a", "b"]},
    }
    return {"type": "data_visualization", "title": "Themes", "chart": {**bars, **more}}


def checkboxes(count: int, **more: object) -> Json:
    options = [option(f"theme{number}") for number in range(count)]
    return {"type": "checkboxes", "action_id": "themes", "options": options, **more}


def menu(count: int, **more: object) -> Json:
    options = [option(f"pace{number}") for number in range(count)]
    return {"type": "static_select", "action_id": "pace", "options": options, **more}


def rich(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(parts)}]}


def test_what_the_models_of_the_sdk_build_is_accepted() -> None:
    options = [Option(value="themes", label="Share themes only"), Option(value="words", label="Share words too")]
    confirm = ConfirmObject(title="Delete?", text=PlainTextObject(text="All of it."), confirm="Yes", deny="No")
    quote = RichTextQuoteElement(elements=[RichTextElementParts.Text(text="I <listened>.")])
    blocks = [
        HeaderBlock(text="Today"),
        SectionBlock(text=MarkdownTextObject(text="*Knock* first."), accessory=ButtonElement(text="Go", action_id="a")),
        SectionBlock(fields=["one", "two"]),
        ContextBlock(elements=[PlainTextObject(text="quiet", emoji=False)]),
        ActionsBlock(
            elements=[
                ButtonElement(text="Delete", action_id="b", value="1", style="danger", confirm=confirm),
                DatePickerElement(action_id="c", initial_date="2026-11-23", placeholder="When"),
                OverflowMenuElement(action_id="d", options=options),
                StaticSelectElement(action_id="e", options=options, initial_option=options[0], placeholder="Pace"),
            ]
        ),
        DividerBlock(),
        InputBlock(label="Themes", element=CheckboxesElement(action_id="f", options=options), optional=True),
        InputBlock(label="Sharing", element=RadioButtonsElement(action_id="g", options=options)),
        InputBlock(label="People", element=UserMultiSelectElement(action_id="h", initial_users=["U0KIM"])),
        InputBlock(label="Words", element=PlainTextInputElement(action_id="i", multiline=True, max_length=3000)),
        RichTextBlock(elements=[quote, RichTextSectionElement(elements=[RichTextElementParts.Text(text="Yes")])]),
    ]
    view = View(type="modal", title="Reflect", submit="Save", close="Not now", callback_id="x", blocks=blocks)

    assert message_problems([each.to_dict() for each in blocks]) == []
    assert view_problems(view.to_dict(), kind="modal") == []
    assert view_problems(View(type="home", blocks=blocks).to_dict(), kind="home") == []


def test_an_empty_list_of_blocks_is_a_message_without_blocks() -> None:
    assert message_problems([]) == []


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([section("a")] * 50, id="fifty blocks"),
        pytest.param([section("a" * 3000)], id="text of 3000"),
        pytest.param([{"type": "header", "text": plain("a" * 150)}], id="header of 150"),
        pytest.param([actions(button("go", value="v" * 2000))], id="value of 2000"),
        pytest.param([section("a", accessory=checkboxes(10))], id="ten checkboxes"),
        pytest.param([section("a", accessory=menu(100))], id="a hundred options"),
        pytest.param([actions(button("go"), block_id="x"), actions(button("go"), block_id="y")], id="one action twice"),
        pytest.param([chart(), chart()], id="two charts"),
        pytest.param([chart(type="line")], id="a line"),
        pytest.param([rich({"type": "text", "text": "<@U1> & more", "style": {"bold": True}})], id="literal text"),
        pytest.param([rich({"type": "link", "url": "https://example.edu"})], id="a link"),
    ],
)
def test_slacks_limits_can_be_reached(blocks: list[Json]) -> None:
    assert message_problems(blocks) == []


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ("not a list", "must be an array [json-pointer:/blocks]"),
        (["text"], "unsupported type: None [json-pointer:/blocks/0/type]"),
        ([section("a")] * 51, "no more than 50 items allowed"),
        ([section("a" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        ([section("")], "must be more than 0 characters"),
        ([{"type": "section"}], "missing required field: text or fields"),
        ([section("a", colour="red")], "invalid additional property: colour"),
        ([{"type": "section", "text": "a"}], "unsupported type: None"),
        ([{"type": "section", "text": {"type": "mrkdwn", "text": "a", "emoji": True}}], "additional property: emoji"),
        ([{"type": "section", "fields": [plain("a")] * 11}], "no more than 10 items"),
        ([{"type": "section", "fields": [plain("a" * 2001)]}], "less than 2001"),
        ([{"type": "header", "text": plain("a" * 151)}], "less than 151"),
        ([{"type": "header", "text": {"type": "mrkdwn", "text": "a"}}], "unsupported type: mrkdwn"),
        ([{"type": "poem"}], "unsupported type: poem"),
        ([section("a", block_id=7)], "must be a string"),
        ([section("a", expand="yes")], "must be a boolean"),
        ([entry("x", text_field(max_length="many"))], "must be an integer"),
        ([actions({"type": "static_select", "option_groups": ["a"]})], "must be an object"),
        ([actions()], "no fewer than 1 items"),
        ([actions(*[button(f"go{number}") for number in range(26)])], "no more than 25 items"),
        ([actions(button("go"), button("go"))], "action_id 'go' is there 2 times"),
        ([section("a", block_id="x"), section("b", block_id="x")], "block_id 'x' is there 2 times"),
        ([section("a", block_id="x" * 256)], "less than 256"),
        ([actions(button("go", value="v" * 2001))], "less than 2001"),
        ([actions({**button("go"), "text": plain("a" * 76)})], "less than 76"),
        ([actions(button("go", style="loud"))], "must be one of: primary, danger"),
        ([actions(text_field())], "unsupported type: plain_text_input"),
        ([actions(menu(101))], "no more than 100 items"),
        ([actions(menu(2, placeholder=plain("a" * 151)))], "less than 151"),
        ([actions(menu(2, initial_option=option("never")))], "initial option must be one of the options"),
        ([actions({"type": "static_select", "action_id": "a"})], "exactly one of options and option_groups"),
        ([actions({"type": "static_select", "options": [option("a"), option("a")]})], "'a' is there 2 times"),
        ([actions({"type": "static_select", "options": [option("a" * 151)]})], "less than 151"),
        ([actions({"type": "overflow", "options": [option(str(each)) for each in range(6)]})], "no more than 5"),
        ([section("a", accessory=checkboxes(11))], "no more than 10 items"),
        ([section("a", accessory=checkboxes(2, initial_options=[option("x")]))], "one of the options"),
        ([{"type": "context", "elements": [plain("a")] * 11}], "no more than 10 items"),
        ([{"type": "image", "image_url": "https://example.edu/a.png", "alt_text": ""}], "more than 0"),
        ([entry("x", text_field(max_length=3001))], "must be from 1 to 3000"),
        ([entry("x", text_field(min_length=9, max_length=8))], "min_length must not be greater"),
        ([entry("x", text_field(max_length=2, initial_value="abc"))], "must not be longer than max_length"),
        ([{**entry("x", text_field()), "label": plain("a" * 2001)}], "less than 2001"),
        ([entry("x", button("go"))], "unsupported type: button"),
        ([actions({"type": "datepicker", "initial_date": "11/23/2026"})], "must look like 2026-11-23"),
        ([actions({"type": "timepicker", "initial_time": "7:00"})], "must look like 07:30"),
        ([actions({"type": "timepicker", "initial_time": "24:00"})], "must look like 07:30"),
        ([rich({"type": "text", "text": ""})], "more than 0 characters"),
        ([rich({"type": "text", "text": "a", "style": {"loud": True}})], "additional property: loud"),
        ([rich({"type": "button"})], "unsupported type: button"),
        ([{"type": "rich_text", "elements": [{"type": "text", "text": "a"}]}], "unsupported type: text"),
        ([chart(), chart(), chart()], "no more than 2 data_visualization blocks"),
        ([{**chart(), "title": "a" * 51}], "less than 51"),
        ([chart(axis_config={"categories": ["b", "a"]})], "labels must equal the categories"),
        ([chart(axis_config={"categories": ["a" * 21, "b"]})], "less than 21"),
        ([chart(series=[chart()["chart"]["series"][0]] * 2)], "series names must be unique"),
        ([chart(type="pie")], "missing required field: segments"),
        ([{**chart(), "chart": {"type": "pie", "segments": [{"label": "a", "value": "1"}]}}], "must be a number"),
    ],
)
def test_a_message_beyond_slacks_limits_is_complained_of(blocks: Any, complaint: str) -> None:  # noqa: ANN401
    problems = message_problems(blocks)

    assert any(complaint in each for each in problems), problems


@pytest.mark.parametrize(
    ("view", "complaint"),
    [
        (None, "must be an object"),
        (home(section("a")), "must be one of: modal"),
        (modal(), "no fewer than 1 items"),
        (modal(*[section("a")] * 101), "no more than 100 items"),
        ({**modal(section("a")), "title": plain("a" * 25)}, "less than 25"),
        ({**modal(section("a")), "submit": plain("a" * 25)}, "less than 25"),
        ({**modal(section("a")), "close": {"type": "mrkdwn", "text": "a"}}, "unsupported type: mrkdwn"),
        (modal(section("a"), private_metadata="a" * 3001), "less than 3001"),
        (modal(section("a"), callback_id="a" * 256), "less than 256"),
        (modal(section("a"), hash="1"), "additional property: hash"),
        (modal(chart()), "unsupported type: data_visualization"),
        (modal(section("a", block_id="x"), section("b", block_id="x")), "is there 2 times"),
        ({key: each for key, each in modal(entry("x", text_field())).items() if key != "submit"}, "field: submit"),
        ({key: each for key, each in modal(section("a")).items() if key != "title"}, "field: title"),
    ],
)
def test_a_modal_beyond_slacks_limits_is_complained_of(view: Json | None, complaint: str) -> None:
    problems = view_problems(view, kind="modal")

    assert any(complaint in each for each in problems), problems


def test_a_home_tab_is_no_modal_and_needs_no_button_to_send_it() -> None:
    assert view_problems(home(entry("x", text_field())), kind="home") == []
    assert view_problems(modal(section("a")), kind="home") != []


@pytest.mark.parametrize(("letters", "verdict"), [(249 * 1024, False), (251 * 1024, True)])
def test_a_view_may_weigh_250_kilobytes(letters: int, verdict: bool) -> None:
    assert is_too_large(modal(section("a" * letters))) is verdict


def test_letters_beyond_ascii_weigh_what_they_weigh_on_the_wire() -> None:
    assert is_too_large(modal(section("ü" * (126 * 1024))))
