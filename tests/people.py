"""Acting as the people of a running demo, by what they read on the screen and not by the bot's own ids."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.cli.demo import Demo
from bot.practice import forms
from bot.practice.forms import Field
from bot.practice.workspace import BOT_USER_ID, Message, OpenView


async def said_by_bot(demo: Demo, person: str, channel: str | None = None) -> list[Message]:
    """What the bot has said to a person and did not take back, oldest first."""
    return [message for message in await demo.hands.messages(person, channel) if message.user == BOT_USER_ID]


async def press(demo: Demo, person: str, label: str) -> None:
    """Press the newest button with a label in a person's conversation with the bot."""
    for message in reversed(await said_by_bot(demo, person)):
        for button in _buttons(message.blocks):
            if button.element["text"]["text"] == label:
                ack = await demo.hands.press(
                    person,
                    message.ts,
                    button.action_id,
                    channel=message.channel,
                    value=button.element.get("value"),
                    block_id=button.block_id,
                )
                assert ack.ok, ack.reason
                return
    raise AssertionError(f"{person} sees no button {label!r}")


async def form_in_front(demo: Demo, person: str) -> OpenView:
    """The form that a person looks at, once it has come."""
    return (await demo.workspace.until(lambda: demo.workspace.views.stack(person)))[-1]


async def fill_reply(demo: Demo, person: str, *, themes: Iterable[str], text: str, sharing: str) -> OpenView:
    """Fill in and send the form in front: tick the themes whose labels begin so, write, choose. Returns the form."""
    form = await form_in_front(demo, person)
    values: dict[str, str | list[str] | None] = {}
    for field in forms.fields(form.blocks):
        if field.type == "checkboxes":
            values[field.block_id] = [option for theme in themes for option in _options(field, theme)]
        elif field.type == "radio_buttons":
            values[field.block_id] = next(iter(_options(field, sharing)))
        elif field.type == "plain_text_input":
            values[field.block_id] = text or None
    await demo.hands.submit(person, form.id, values)
    return form


async def save_reply(demo: Demo, person: str, *, themes: Iterable[str], text: str, sharing: str) -> None:
    """Answer the newest question, going through the second form where there is one."""
    await press(demo, person, "Answer")
    form = await fill_reply(demo, person, themes=themes, text=text, sharing=sharing)
    assert not form.errors, form.errors
    for preview in demo.workspace.views.stack(person):
        assert (await demo.hands.submit(person, preview.id)).ok
    assert demo.workspace.views.stack(person) == []


def words_of(message: Message) -> str:
    """Everything that can be read in a message's blocks."""
    return "\n".join(_texts(message.blocks))


def _texts(node: Any) -> Iterator[str]:  # noqa: ANN401 - Block Kit is JSON of any shape
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        yield from (text for value in node.values() for text in _texts(value))
    elif isinstance(node, list):
        yield from (text for value in node for text in _texts(value))


def _buttons(blocks: list[dict[str, Any]]) -> list[Field]:
    return [field for field in forms.pressable(blocks) if field.type == "button"]


def _options(field: Field, beginning: str) -> list[str]:
    """The values of the options whose labels hold some words."""
    return [option["value"] for option in field.options if beginning.lower() in option["text"]["text"].lower()]
