"""Somebody takes the version with neutral words."""

import asyncio
from dataclasses import replace
from logging import WARNING

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import PressAgain
from bot.domain.permissions import Action
from bot.flows.rewrite_reply import rewrite_excerpt, rewrite_reply
from bot.logs import log
from bot.slack.home_tab import CONFLICT
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import (
    Body,
    House,
    draft_in,
    is_sharing_chosen,
    opened_in,
    person_in,
    preview_in,
    text_block_in,
)
from bot.slack.responses import SHOWN_WITHIN
from bot.slack.switchboard import Switchboard
from bot.slack.views import share_words_form, stopped_form
from bot.slack.views.reply_form import fresh_block


def register(switchboard: Switchboard, house: House) -> None:
    """Fill the field anew from what stands in it now; nothing is kept before the form is sent."""

    async def use_in_reply(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await _show(client, body, _rewritten_reply(body, house))
        await ack()

    async def use_in_excerpt(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await _show(client, body, _rewritten_excerpt(body, house))
        await ack()

    switchboard.action(stopped_form.USE_ID, needs=Action.TALK)(use_in_reply)
    switchboard.action(share_words_form.USE_ID, needs=Action.TALK)(use_in_excerpt)


def _rewritten_reply(body: Body, house: House) -> View:
    opened = opened_in(body)
    rewritten = rewrite_reply(
        house.world,
        draft_in(body),
        on=opened.on,
        version=opened.version,
        is_sharing_chosen=is_sharing_chosen(body),
        kept=opened.kept,
        known=house.names.of(person_in(body)),
    )
    block = fresh_block(text_block_in(body))
    return stopped_form.rewritten_form(rewritten, opened.on, house.world.program, text_block=block)


def _rewritten_excerpt(body: Body, house: House) -> View:
    preview = preview_in(body)
    known = house.names.of(person_in(body))
    rewritten = rewrite_excerpt(house.world, preview.shown.excerpt, kept=preview.kept, known=known)
    shown = preview.shown.with_words(rewritten.words)
    again = replace(shown, asks=shown.asks or rewritten.care.mistreatment)
    return share_words_form.rewritten_form(rewritten, again, house.world.program)


async def _show(client: AsyncWebClient, body: Body, view: View) -> None:
    shown = body["view"]
    try:
        async with asyncio.timeout(SHOWN_WITHIN):
            # With its hash: a second press comes too late for a field that is filled already.
            await client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)
    except SLACK_FAILURES as failure:
        # Nothing was committed, so that a press of which nothing is seen would be lost without a word.
        if what_now(failure) != CONFLICT:
            raise PressAgain from failure
        log("press_not_shown", level=WARNING, error=failure)
