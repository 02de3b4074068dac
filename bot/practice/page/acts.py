"""What a posted form makes a person do."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from multidict import MultiMapping

from bot.practice.classmates import Classmates
from bot.practice.forms import TEXT_FIELDS, Field, Value, fields, pressable
from bot.practice.hands import NOT_SENT, Hands
from bot.practice.page.answers import value_in, values_in
from bot.practice.page.clock_bar import ClockBar
from bot.practice.page.controls import Stop
from bot.practice.page.office import AskedOfOffice, Office
from bot.practice.page.place import PRESS, Press, field_name, press_of
from bot.practice.page.screen import HOME
from bot.practice.refusals import OutOfReach
from bot.practice.views import OpenView
from bot.practice.wire import Ack, Json

T = TypeVar("T")

GONE = "That is no longer there: the page had moved on."


class UnknownAct(LookupError):
    """No form of this page asks for that."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file chosen for one field of the form."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Posted:
    """Who posted what."""

    user: str
    form: MultiMapping[str]
    files: Sequence[Chosen] = ()

    def said(self, name: str) -> str:
        """A field of the form, empty if it is missing."""
        return self.form.get(name, "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the person is told afterwards, and the tab they come to, where that is another."""

    notice: str = ""
    tab: str | None = None


@dataclass(slots=True)
class Acts:
    """Everything a person can do by posting a form."""

    hands: Hands
    classmates: Classmates
    clock: ClockBar
    dismissed: set[str] = field(default_factory=set)

    async def do(self, act: str, posted: Posted) -> Outcome:
        """Do it with this person's hands; raises UnknownAct for an act that is none."""
        known: Mapping[str, Callable[[Posted], Awaitable[Outcome]]] = {
            "press": self._press,
            "home": self._press_home,
            "open-home": self._open_home,
            "view": self._view,
            "say": self._say,
            "delete": self._delete,
            "clock": self._move_clock,
            "classmates": self._change_classmates,
            "dismiss": self._dismiss,
            "office": self._keep_accounts,
        }
        if act not in known:
            raise UnknownAct(act)
        if act not in ("dismiss", "office"):
            self.classmates.played.add(posted.user)
        try:
            return await known[act](posted)
        except OutOfReach:
            return Outcome(GONE)

    async def _press(self, posted: Posted) -> Outcome:
        press, channel, ts = _understood(press_of, posted.said(PRESS)), posted.said("channel"), posted.said("ts")
        messages = await self.hands.messages(posted.user, channel)
        blocks = next((each.blocks for each in messages if each.ts == ts), [])
        pressed = _pressed(blocks, press)
        value = _value_of(pressed, posted.form, press)
        ack = await self.hands.press(
            posted.user, ts, press.action_id, channel=channel, value=value, block_id=pressed.block_id
        )
        return _outcome(ack)

    async def _press_home(self, posted: Posted) -> Outcome:
        press, home = _understood(press_of, posted.said(PRESS)), await self.hands.home(posted.user)
        if home is None:
            return Outcome(GONE)
        await self._keep_typed(posted, home)
        pressed = _pressed(home.blocks, press)
        value = _value_of(pressed, posted.form, press)
        ack = await self.hands.press_home(posted.user, press.action_id, value=value, block_id=pressed.block_id)
        return _outcome(ack)

    async def _open_home(self, posted: Posted) -> Outcome:
        ack = await self.hands.open_home(posted.user)
        return Outcome(_outcome(ack).notice, HOME)

    async def _view(self, posted: Posted) -> Outcome:
        view = await self._view_in_front(posted)
        if posted.said("do") == "close":
            await self.hands.close(posted.user, view.id)
            return Outcome()
        is_sent = PRESS not in posted.form
        await self._keep_typed(posted, view, also_told=is_sent)
        await self._attach(posted, view)
        if is_sent:
            # What goes wrong with a form stands in the form itself.
            await self.hands.submit(posted.user, view.id)
            return Outcome()
        press = _understood(press_of, posted.said(PRESS))
        pressed = _pressed(view.blocks, press)
        value = _value_of(pressed, posted.form, press)
        ack = await self.hands.press_view(posted.user, view.id, press.action_id, value=value, block_id=pressed.block_id)
        return _outcome(ack)

    async def _view_in_front(self, posted: Posted) -> OpenView:
        stack = await self.hands.open_views(posted.user)
        if not stack or stack[-1].id != posted.said("view_id"):
            raise OutOfReach("Another form is in front by now.")
        return stack[-1]

    async def _attach(self, posted: Posted, view: OpenView) -> None:
        for each in fields(view.blocks):
            for file in (file for file in posted.files if file.field == field_name(each.block_id, each.action_id)):
                await self.hands.attach(posted.user, view.id, each.block_id, name=file.name, content=file.content)

    async def _keep_typed(self, posted: Posted, view: OpenView, *, also_told: bool = False) -> None:
        """Enter what changed. Where entering it tells the app, a field has a button for that; only who sends the whole
        form has chosen there as well."""
        values = values_in(posted.form, view.blocks)
        for each in fields(view.blocks):
            value = values[each.block_id][each.action_id]
            quiet = also_told or not each.dispatches or each.type in TEXT_FIELDS
            if quiet and value != view.values[each.block_id][each.action_id]:
                await self.hands.fill(posted.user, view.id, each.block_id, value)

    async def _say(self, posted: Posted) -> Outcome:
        text = posted.said("text").strip()
        if not text:
            return Outcome()
        if text.startswith("/"):
            name, _, rest = text.partition(" ")
            # What goes wrong with a command is said in the conversation.
            await self.hands.command(posted.user, name, rest.strip(), posted.said("channel") or None)
            return Outcome()
        if posted.said("channel"):
            return Outcome("Only commands can be typed here: /bedside, or /invite @bedside.")
        return _outcome(await self.hands.say(posted.user, text))

    async def _delete(self, posted: Posted) -> Outcome:
        return _outcome(await self.hands.delete(posted.user, posted.said("ts")))

    async def _move_clock(self, posted: Posted) -> Outcome:
        await self.clock.move(_understood(Stop, posted.said("stop")))
        return Outcome()

    async def _change_classmates(self, posted: Posted) -> Outcome:
        # By so many, not to so many: whoever clicks quickly clicks on a page that does not show the last click yet.
        wanted = self.classmates.taking_part + _understood(int, posted.said("more"))
        self.classmates.taking_part = min(max(wanted, 0), self.classmates.most)
        self.hands.workspace.touch()
        await self.classmates.act()
        self.hands.workspace.touch()
        return Outcome()

    async def _dismiss(self, posted: Posted) -> Outcome:
        self.dismissed.add(posted.user)
        self.hands.workspace.touch()
        return Outcome()

    async def _keep_accounts(self, posted: Posted) -> Outcome:
        asked = AskedOfOffice(posted.said("do"), posted.said("whom"), posted.said("name").strip(), posted.said("zone"))
        return Outcome(await Office(self.hands).do(asked))


def _understood(read: Callable[[str], T], said: str) -> T:
    """Read what a form says; what cannot be read is as good as gone."""
    try:
        return read(said)
    except ValueError as nonsense:
        raise OutOfReach(GONE) from nonsense


def _pressed(blocks: list[Json], press: Press) -> Field:
    """What was pressed. Where the app has drawn it anew since, its block has another id: then it is the one button
    that does the same."""
    offered = [each for each in pressable(blocks) if each.action_id == press.action_id]
    there = [each for each in offered if each.block_id == press.block_id]
    alike = [each for each in offered if each.type == "button" and each.element.get("value", "") == press.choice]
    found = there or alike
    if len(found) != 1:
        raise OutOfReach(GONE)
    return found[0]


def _value_of(pressed: Field, form: MultiMapping[str], press: Press) -> Value:
    """What goes with a press: a button's own value, the entry of a menu, or what stands in a field."""
    if pressed.type == "button":
        value: str | None = pressed.element.get("value")
        return value
    return press.choice if pressed.type == "overflow" else value_in(form, pressed)


def _outcome(ack: Ack) -> Outcome:
    if ack.ok or ack.reason == NOT_SENT:
        return Outcome()
    return Outcome(f"Bedside did not answer ({ack.reason or 'no reason given'}). Nothing was lost: try again.")
