"""Connects whatever a person does with its listener, by the id of the button or form, and lets in only who may."""

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from inspect import signature

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.slack.requests import Body, Kind, button_in, form_in

Listener = Callable[..., Awaitable[None]]
"""Takes any of `body`, `client` and `ack`, by these names."""


Admit = Callable[[Body, Action], Awaitable[None]]
"""Returns where whoever made a request may do something. Raises what an apology says otherwise."""


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: a button, form, command or event with its name, and what somebody must be allowed for it."""

    kind: Kind
    name: str
    needs: Action


class Switchboard:
    """Collects listeners, and then stands before them all.

    Bolt asks one listener after the other whether it is meant, and each of these questions costs as much as a small
    answer; whoever has pressed a button waits for them. So buttons and forms are looked up here. Every listener says
    what it needs, and hears only of whom `admit` has let in.
    """

    def __init__(self) -> None:
        self._listeners: dict[Door, Listener] = {}

    def action(self, action_id: str, *, needs: Action) -> Callable[[Listener], None]:
        """Listen to a button or menu."""
        return self._into(Door(Kind.BUTTON, action_id, needs))

    def view(self, callback_id: str, *, needs: Action) -> Callable[[Listener], None]:
        """Listen to a form that is sent."""
        return self._into(Door(Kind.FORM, callback_id, needs))

    def event(self, name: str, *, needs: Action) -> Callable[[Listener], None]:
        """Listen to an event of Slack's."""
        return self._into(Door(Kind.EVENT, name, needs))

    def command(self, name: str, *, needs: Action) -> Callable[[Listener], None]:
        """Listen to a slash command."""
        return self._into(Door(Kind.COMMAND, name, needs))

    @property
    def doors(self) -> tuple[Door, ...]:
        """Every way in."""
        return tuple(self._listeners)

    def connect(self, app: AsyncApp, *, admit: Admit, after_form: Callable[[Body, AsyncWebClient], None]) -> None:
        """Let a Bolt app hear everything that was collected; what somebody waits for comes first. `after_form` is
        called when a form was answered: whatever lies below it, most likely Home, comes into view again."""
        presses, forms = self._guarded(Kind.BUTTON, admit), self._guarded(Kind.FORM, admit)

        async def press(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
            await presses[button_in(body)](body, client, ack)

        async def send(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
            await forms[form_in(body)](body, client, ack)
            after_form(body, client)

        app.action(_any_of(presses))(press)
        app.view(_any_of(forms))(send)
        for name, listener in self._guarded(Kind.EVENT, admit).items():
            app.event(name)(listener)
        for name, listener in self._guarded(Kind.COMMAND, admit).items():
            app.command(name)(listener)

    def _into(self, door: Door) -> Callable[[Listener], None]:
        if any((door.kind, door.name) == (each.kind, each.name) for each in self._listeners):
            raise ValueError(f"{door.name} has a listener already")

        def take(listener: Listener) -> None:
            self._listeners[door] = _with_what_it_asks_for(listener)

        return take

    def _guarded(self, kind: Kind, admit: Admit) -> dict[str, Listener]:
        return {
            door.name: _guarded(door, listener, admit)
            for door, listener in self._listeners.items()
            if door.kind is kind
        }


def _guarded(door: Door, listener: Listener, admit: Admit) -> Listener:
    """The middleware that stands between Bolt and a listener."""

    async def hear(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await admit(body, door.needs)
        await listener(body, client, ack)

    return hear


def _with_what_it_asks_for(listener: Listener) -> Listener:
    names = tuple(signature(listener).parameters)

    def hear(body: Body, client: AsyncWebClient, ack: AsyncAck) -> Awaitable[None]:
        given = {"body": body, "client": client, "ack": ack}
        return listener(**{name: given[name] for name in names})

    return hear


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\A(?:{'|'.join(map(re.escape, names))})\Z")
