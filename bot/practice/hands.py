"""What a person can do in the Slack client: read, press, fill in, send, close, command, write."""

from collections.abc import Mapping
from dataclasses import replace

from bot.practice import forms, payloads
from bot.practice.block_kit import view_problems
from bot.practice.choices import check_offered
from bot.practice.complaints import complaints
from bot.practice.forms import Field, Value
from bot.practice.refusals import OutOfReach, Refused
from bot.practice.scopes import COMMAND_SCOPE, EVENT_SCOPES
from bot.practice.typing_in import escaped, escaped_command
from bot.practice.views import OpenView
from bot.practice.wire import Ack, Json, Kind
from bot.practice.workspace import SLACKBOT, Channel, Message, Person, Workspace

TROUBLE = "We had some trouble connecting. Try again?"
NOT_SENT = "the client did not send it: the form says what is missing"


class Hands:
    """Everybody's hands. Each method names the person it acts for, and reaches only what that person can see.

    What can't be seen raises OutOfReach. An Ack tells how the app answered; the views show what came of it.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    async def messages(self, user: str, channel: str | None = None) -> list[Message]:
        """Return what the person sees in a conversation, oldest first: by default in the one with the app."""
        place = self._place(user, channel)
        if place is None:
            return []
        return [each for each in self.workspace.messages(place.id) if each.ephemeral_to in (None, user)]

    async def channels_of(self, user: str) -> list[Channel]:
        """Return the conversations the person is in."""
        return [each for each in self.workspace.channels.values() if user in each.members]

    async def press(
        self,
        user: str,
        ts: str,
        action_id: str,
        *,
        channel: str | None = None,
        value: Value = None,
        block_id: str | None = None,
    ) -> Ack:
        """Press a button of a message, or choose `value` in one of its menus or date pickers.

        Where several buttons share an action_id, `value` or `block_id` says which.
        """
        message = next((each for each in await self.messages(user, channel) if each.ts == ts), None)
        if message is None:
            raise OutOfReach(f"{user} sees no message {ts}.")
        field = _find(message.blocks, action_id, value, block_id)
        person = self._person(user)
        check_offered(self.workspace, user, field, value, forms.NOTHING_ATTACHED)
        payload = payloads.pressed_in_message(self.workspace, person, message, field, value)
        return await self.workspace.deliver(Kind.INTERACTION, payload)

    async def press_home(self, user: str, action_id: str, *, value: Value = None, block_id: str | None = None) -> Ack:
        """Press or choose something on the person's Home tab."""
        home = self.workspace.views.home(user)
        if home is None:
            raise OutOfReach(f"{user} has an empty Home tab.")
        return await self._press(home, action_id, value, block_id)

    async def press_view(
        self, user: str, view_id: str, action_id: str, *, value: Value = None, block_id: str | None = None
    ) -> Ack:
        """Press or choose something in the modal in front of the person."""
        return await self._press(self._in_front(user, view_id), action_id, value, block_id)

    async def open_views(self, user: str) -> list[OpenView]:
        """Return the person's open modals; the last one is in front."""
        return self.workspace.views.stack(user)

    async def home(self, user: str) -> OpenView | None:
        """Return the person's Home tab as it stands, without opening it anew."""
        return self.workspace.views.home(user)

    async def fill(self, user: str, view_id: str, block_id: str, value: Value) -> Ack | None:
        """Enter something into a field of the modal in front (or of the Home tab, by its id).

        The app hears of it, and answers with an Ack, only where the block dispatches its changes.
        """
        home = self.workspace.views.home(user)
        opened = home if home and home.id == view_id else self._in_front(user, view_id)
        field = next((each for each in forms.fields(opened.blocks) if each.block_id == block_id), None)
        if field is None:
            raise OutOfReach(f"There is no field {block_id!r}.")
        if field.dispatches and field.type not in forms.TEXT_FIELDS:
            return await self._press(opened, field.action_id, value, block_id)
        self._enter(opened, field, value)
        self.workspace.touch()
        return None

    async def attach(self, user: str, view_id: str, block_id: str, *, name: str, content: bytes) -> None:
        """Upload a file into a field of the modal in front, beside those that are in it already."""
        opened = self._in_front(user, view_id)
        field = next((each for each in forms.fields(opened.blocks) if each.block_id == block_id), None)
        if field is None or field.type != "file_input":
            raise OutOfReach(f"There is no place for files {block_id!r}.")
        file = self.workspace.new_file(name, user=user)
        file.content, file.shared = content, True
        opened.attached[file.id] = payloads.file_json(self.workspace, file)
        held = forms.listed(opened.values[block_id][field.action_id])
        await self.fill(user, view_id, block_id, [*held, file.id])

    async def submit(self, user: str, view_id: str, values: Mapping[str, Value] | None = None) -> Ack:
        """Fill in what is given and send the modal in front; then do what the app answers.

        A form that is not complete is not sent. If the app fails or is late, it stays, with its `trouble`.
        """
        opened = self._in_front(user, view_id)
        if "submit" not in opened.view:
            raise OutOfReach("This modal has no button to send it.")
        for block_id, value in (values or {}).items():
            await self.fill(user, view_id, block_id, value)
        opened.trouble, opened.errors = None, complaints(opened.blocks, opened.values, opened.attached)
        self.workspace.touch()
        if opened.errors:
            return Ack(ok=False, reason=NOT_SENT)
        payload = payloads.submitted(self.workspace, self._person(user), opened)
        ack = await self.workspace.deliver(Kind.INTERACTION, payload)
        self._obey(opened, ack)
        return ack

    async def close(self, user: str, view_id: str) -> None:
        """Close the modal in front (all of them, if it says so); the app hears of it only if it asked to."""
        opened = self._in_front(user, view_id)
        clears = bool(opened.view.get("clear_on_close"))
        gone = self.workspace.views.clear(user) if clears else self.workspace.views.close(opened)
        for each in reversed(gone):
            if each.view.get("notify_on_close"):
                payload = payloads.closed(self._person(user), each, is_cleared=clears)
                await self.workspace.deliver(Kind.INTERACTION, payload)

    async def open_home(self, user: str, tab: str = "home") -> Ack:
        """Open the app's Home tab (or its `messages` tab)."""
        channel = self.workspace.open_im(user)
        payload = payloads.home_opened(self.workspace, self._person(user), channel, tab)
        return await self._tell("app_home_opened", payload)

    async def command(self, user: str, name: str, text: str = "", channel: str | None = None) -> Ack:
        """Type a slash command, in the conversation with the app unless told otherwise. Slack's own `/invite @name`
        brings somebody into a channel."""
        place = self._place(user, channel) or self.workspace.open_im(user)
        if name == "/invite":
            return self._invite(place, text)
        if COMMAND_SCOPE not in self.workspace.scopes:
            raise OutOfReach(f"{name} is not a valid command: the app was not granted the scope `commands`.")
        heard = escaped_command(self.workspace, text)
        payload = payloads.command(self.workspace, self._person(user), place, name=name, text=heard)
        ack = await self.workspace.deliver(Kind.COMMAND, payload)
        if not ack.ok:
            error = "operation_timeout" if ack.reason == "timed_out" else "dispatch_failed"
            self.workspace.post(place.id, f"{name} failed with the error “{error}”.", user=SLACKBOT, ephemeral_to=user)
        elif ack.payload:
            self._answer_command(place, user, ack.payload)
        return ack

    async def say(self, user: str, text: str, *, thread_ts: str | None = None) -> Ack:
        """Write to the app in the person's conversation with it, or in a thread there."""
        person, place = self._person(user), self.workspace.open_im(user).id
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
        blocks = [{"type": "rich_text", "elements": [section]}]
        message = self.workspace.post(place, escaped(text), user=person.id, blocks=blocks, thread_ts=thread_ts)
        return await self._tell("message.im", payloads.said(self.workspace, message))

    async def delete(self, user: str, ts: str) -> Ack:
        """Delete a message that the person wrote to the app, as its menu in Slack does; the app hears of it."""
        message = next((each for each in await self.messages(user) if (each.ts, each.user) == (ts, user)), None)
        if message is None:
            raise OutOfReach(f"{user} wrote no message {ts}.")
        self.workspace.remove(message)
        return await self._tell("message.im", payloads.unsaid(self.workspace, message))

    async def close_account(self, user: str) -> Ack:
        """Deactivate a person's account, as an administrator does; the app hears of it."""
        return await self.change_account(replace(self.workspace.person(user), deleted=True))

    async def open_account(self, user: str) -> Ack:
        """Activate a closed account again; the app hears of it."""
        return await self.change_account(replace(self.workspace.person(user), deleted=False))

    async def change_account(self, person: Person) -> Ack:
        """Give somebody who is there another name, zone or address; the app hears of it."""
        self.workspace.person(person.id)
        return await self._put_account(person, "user_change")

    async def join(self, person: Person) -> Ack:
        """Let somebody new into the workspace; the app hears of it."""
        return await self._put_account(person, "team_join")

    async def _put_account(self, person: Person, told_by: str) -> Ack:
        self.workspace.put_person(person)
        return await self._tell(told_by, payloads.member_told_of(self.workspace, person, told_by))

    async def _tell(self, event: str, payload: Json) -> Ack:
        """Tell the app of an event, if it asked for such events and may hear of them."""
        scope = EVENT_SCOPES[event]
        if event not in self.workspace.events:
            return Ack(ok=False, reason=f"the app did not subscribe to {event}")
        if scope and scope not in self.workspace.scopes:
            return Ack(ok=False, reason=f"the app was not granted {scope} and hears nothing of {event}")
        return await self.workspace.deliver(Kind.EVENT, payload)

    def _invite(self, place: Channel, text: str) -> Ack:
        name = text.strip().removeprefix("@")
        invited = next((each.id for each in self.workspace.people.values() if each.name == name), None)
        if invited is None or place.is_im:
            raise OutOfReach(f"Nobody called {name!r} can be invited here.")
        place.members.add(invited)
        self.workspace.touch()
        return Ack(ok=True)

    async def _press(self, opened: OpenView, action_id: str, value: Value, block_id: str | None) -> Ack:
        field = _find(opened.blocks, action_id, value, block_id)
        if field.type in forms.FIELD_TYPES:
            self._enter(opened, field, value)
            self.workspace.touch()
        check_offered(self.workspace, opened.user, field, value, opened.attached)
        person = self._person(opened.user)
        payload = payloads.pressed_in_view(self.workspace, person, opened, field, value)
        return await self.workspace.deliver(Kind.INTERACTION, payload)

    def _enter(self, opened: OpenView, field: Field, value: Value) -> None:
        check_offered(self.workspace, opened.user, field, value, opened.attached)
        opened.values[field.block_id][field.action_id] = value
        opened.errors.pop(field.block_id, None)

    def _obey(self, opened: OpenView, ack: Ack) -> None:
        if opened not in self.workspace.views.stack(opened.user):
            return
        answer = ack.payload or {}
        obeyed = ack.ok and self._obeyed(opened, answer.get("response_action", "close"), answer)
        if not obeyed:
            opened.trouble = TROUBLE
        self.workspace.touch()

    def _obeyed(self, opened: OpenView, action: str, answer: Json) -> bool:
        views = self.workspace.views
        if action == "close":
            views.close(opened)
        elif action == "clear":
            views.clear(opened.user)
        elif action == "errors":
            return _show_errors(opened, answer.get("errors"))
        elif action in ("update", "push"):
            view = answer.get("view")
            if not isinstance(view, dict) or view_problems(view, kind="modal"):
                return False
            return self._show(opened, action, view)
        else:
            return False
        return True

    def _show(self, opened: OpenView, action: str, view: Json) -> bool:
        try:
            if action == "update":
                self.workspace.views.replace(opened, view)
            else:
                self.workspace.views.push(opened.user, view)
        except Refused:
            return False
        return True

    def _answer_command(self, place: Channel, user: str, answer: Json) -> None:
        whom = None if answer.get("response_type") == "in_channel" else user
        self.workspace.post(place.id, answer.get("text", ""), blocks=answer.get("blocks") or (), ephemeral_to=whom)

    def _person(self, user: str) -> Person:
        person = self.workspace.people.get(user)
        if person is None or person.deleted:
            raise OutOfReach(f"{user} has no account, or a closed one.")
        return person

    def _place(self, user: str, channel: str | None) -> Channel | None:
        self._person(user)
        if channel is None:
            return self.workspace.im_of(user)
        place = self.workspace.channels.get(channel)
        if place is None or user not in place.members:
            raise OutOfReach(f"{user} sees no conversation {channel}.")
        return place

    def _in_front(self, user: str, view_id: str) -> OpenView:
        stack = self.workspace.views.stack(user)
        if not stack or stack[-1].id != view_id:
            raise OutOfReach(f"The modal {view_id} is not in front of {user}.")
        return stack[-1]


def _find(blocks: list[Json], action_id: str, value: Value, block_id: str | None) -> Field:
    found = [
        each for each in forms.pressable(blocks) if each.action_id == action_id and block_id in (None, each.block_id)
    ]
    if len(found) > 1 and value is not None:
        found = [each for each in found if each.type != "button" or each.element.get("value") == value]
    if len(found) != 1:
        known = ", ".join(each.action_id for each in forms.pressable(blocks)) or "nothing"
        raise OutOfReach(f"{len(found)} things here are called {action_id!r}; one can press: {known}.")
    return found[0]


def _show_errors(opened: OpenView, errors: object) -> bool:
    inputs = {each.block_id for each in forms.fields(opened.blocks) if each.block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        return False
    opened.errors = {str(block_id): str(text) for block_id, text in errors.items()}
    return True
