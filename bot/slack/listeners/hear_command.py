"""Somebody types /bedside, alone or with a word."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.command import Word
from bot.domain.permissions import Action
from bot.flows.open_home.opening import open_desk, open_home
from bot.flows.preview_rotation import preview_rotation, rotation_to_preview
from bot.flows.set_pace import keep_on
from bot.flows.take_break import pause, read_typed_break, resume
from bot.flows.tell_today import tell_today
from bot.flows.understand_command import Understood, understand_command
from bot.slack.home_tab import refresh_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in, typed_after_command
from bot.slack.switchboard import Switchboard
from bot.slack.views.command import COMMAND, coming_weeks, help_for, what_fits, where_the_journal_is
from bot.slack.views.message import Message
from bot.slack.views.notice import note
from bot.slack.views.pause import NOT_PAUSED, RESUMED, pause_form, paused_note
from bot.slack.views.today import today

WEEKS_SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, and what it takes to answer it."""

    house: House
    client: AsyncWebClient
    body: Body
    understood: Understood


def register(switchboard: Switchboard, house: House) -> None:
    """Answer to this person only, or open the form that was asked for."""

    async def hear(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        understood = await understand_command(house.world, person_in(body), typed_after_command(body))
        typed = _Typed(house, client, body, understood)
        answer = await (ANSWERS[understood.word](typed) if understood.word else _explain(typed))
        if answer is None:
            await ack()
        else:
            await ack(text=answer.escaped_text, blocks=answer.block_dicts, response_type="ephemeral")

    switchboard.command(COMMAND, needs=Action.TALK)(hear)


async def _open(typed: _Typed) -> Message:
    """What is theirs. A command can't open the Home tab, so a message shows as much of it as it can hold."""
    world = typed.house.world
    found = await open_home(world, person_in(typed.body), at=typed.house.clock.now())
    return what_fits(found, workspace_url=world.workspace_url)


async def _open_desk(typed: _Typed) -> Message:
    return what_fits(await open_desk(typed.house.world, at=typed.house.clock.now()))


async def _tell_today(typed: _Typed) -> Message:
    return today(await tell_today(typed.house.world, person_in(typed.body), at=typed.house.clock.now()))


async def _pause(typed: _Typed) -> Message | None:
    """Until the day that was typed, or by a form that asks for one."""
    house, person, now = typed.house, person_in(typed.body), typed.house.clock.now()
    own = await keep_on(house.world, person, at=now)
    until = await read_typed_break(house.world, person, typed.understood.rest, at=now)
    if until is None:
        await open_view(typed.client, typed.body, pause_form(own))
        return None
    own = await pause(house.world, person, until, at=now)
    _refresh_home(typed)
    return paused_note(own)


async def _resume(typed: _Typed) -> Message:
    world, person, now = typed.house.world, person_in(typed.body), typed.house.clock.now()
    if (await keep_on(world, person, at=now)).paused_until is None:
        return note(NOT_PAUSED)
    await resume(world, person, at=now)
    typed.house.poke()
    _refresh_home(typed)
    return note(RESUMED)


async def _tell_of_journal(_typed: _Typed) -> Message:
    return where_the_journal_is()


async def _preview(typed: _Typed) -> Message:
    world, now = typed.house.world, typed.house.clock.now()
    rotation = await rotation_to_preview(world, typed.understood.rest, at=now)
    days = await preview_rotation(world, rotation, weeks=WEEKS_SHOWN, at=now)
    return coming_weeks(rotation, days or ())


async def _explain(typed: _Typed) -> Message:
    return help_for(typed.understood.words, is_known=typed.understood.word is not None)


def _refresh_home(typed: _Typed) -> None:
    """Nobody tells the app that somebody goes back there."""
    work = refresh_home(typed.client, typed.house, person_in(typed.body))
    typed.house.tasks.start("home_refresh", work)


ANSWERS: Final[Mapping[Word, Callable[[_Typed], Awaitable[Message | None]]]] = MappingProxyType(
    {
        Word.OPEN: _open,
        Word.DESK: _open_desk,
        Word.TODAY: _tell_today,
        Word.PAUSE: _pause,
        Word.RESUME: _resume,
        Word.JOURNAL: _tell_of_journal,
        Word.PREVIEW: _preview,
        Word.HELP: _explain,
    }
)
