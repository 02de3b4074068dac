"""Connects whatever a person does with its listener, by the id of the button or form."""

import re
from collections.abc import Awaitable, Callable, Iterable
from inspect import signature

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.requests import Body, button_in, form_in

Listener = Callable[..., Awaitable[None]]
"""Takes any of `body`, `client` and `ack`, by these names."""


class Switchboard:
    """Collects listeners, and then stands before them all.

    Bolt asks one listener after the other whether it is meant, and each of these questions costs as much as a small
    answer; whoever has pressed a button waits for them. So buttons and forms are looked up here.
    """

    def __init__(self) -> None:
        self._presses: dict[str, Listener] = {}
        self._forms: dict[str, Listener] = {}
        self._others: list[Callable[[AsyncApp], object]] = []

    def action(self, action_id: str) -> Callable[[Listener], None]:
        """Listen to a button or menu."""
        return _into(self._presses, action_id)

    def view(self, callback_id: str) -> Callable[[Listener], None]:
        """Listen to a form that is sent."""
        return _into(self._forms, callback_id)

    def event(self, name: str) -> Callable[[Listener], None]:
        """Listen to an event of Slack's."""
        return lambda listener: self._others.append(lambda app: app.event(name)(listener))

    def command(self, name: str) -> Callable[[Listener], None]:
        """Listen to a slash command."""
        return lambda listener: self._others.append(lambda app: app.command(name)(listener))

    def connect(self, app: AsyncApp, *, after_form: Callable[[Body, AsyncWebClient], None]) -> None:
        """Let a Bolt app hear everything that was collected; what somebody waits for comes first. `after_form` is
        called when a form was answered: whatever lies below it, most likely Home, comes into view again."""

        async def press(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
            await self._presses[button_in(body)](body, client, ack)

        async def send(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
            await self._forms[form_in(body)](body, client, ack)
            after_form(body, client)

        app.action(_any_of(self._presses))(press)
        app.view(_any_of(self._forms))(send)
        for register in self._others:
            register(app)


def _into(listeners: dict[str, Listener], name: str) -> Callable[[Listener], None]:
    if name in listeners:
        raise ValueError(f"{name} has a listener already")

    def take(listener: Listener) -> None:
        listeners[name] = _with_what_it_asks_for(listener)

    return take


def _with_what_it_asks_for(listener: Listener) -> Listener:
    names = tuple(signature(listener).parameters)

    def hear(body: Body, client: AsyncWebClient, ack: AsyncAck) -> Awaitable[None]:
        given = {"body": body, "client": client, "ack": ack}
        return listener(**{name: given[name] for name in names})

    return hear


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\A(?:{'|'.join(map(re.escape, names))})\Z")
