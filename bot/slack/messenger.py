"""Carries messages to Slack: outbox message → view → one chat.postMessage → what became of it."""

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, Sent, SlowDown, Unknown, Unreachable
from bot.flows.ports import Ask, Done, Farewell, LiveCheck, Offer, Post, Reminder, Saying, ToTyped, Trace, Welcome
from bot.slack.deadline import PastDeadline, deadline
from bot.slack.outcomes import SLACK_FAILURES, Failure, nothing_sent, what_now
from bot.slack.views.digest_post import digest_post
from bot.slack.views.farewell import farewell
from bot.slack.views.live_check import live_check
from bot.slack.views.message import Drawn
from bot.slack.views.offer import offer
from bot.slack.views.question import ask, done
from bot.slack.views.reminder import remind
from bot.slack.views.typed_answer import typed_answer
from bot.slack.views.welcome import welcome

Request = Awaitable[AsyncSlackResponse]

EVENT_TYPE: Final = "bedside_message"
NEWEST: Final = 200
"""How far back a message is looked for. There is no `oldest`, since the clocks of hosts jump."""
REFUSED_BLOCKS: Final = GiveUp("invalid_blocks")
CLOSED_CONVERSATION: Final = Unreachable("channel_not_found")
AT_ONCE: Final = RetryLater(timedelta(0))


class SlackMessenger:
    """The real `Messenger`. Its client must not retry by itself: the library's default posts a message twice."""

    def __init__(self, client: AsyncWebClient, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._monotonic = monotonic

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        """Send one message unless the monotonic instant `give_up_at` has passed, and say what became of it."""
        if isinstance(saying, Done):
            return await self._update(saying, give_up_at=give_up_at)
        conversation = message.planned.channel or await self._open(message)
        if not isinstance(conversation, str):
            return conversation
        outcome = await self._post(message, _drawn(saying), conversation, give_up_at=give_up_at)
        if outcome == CLOSED_CONVERSATION and message.planned.channel is not None:
            return await self._post_anew(message, saying, give_up_at=give_up_at)
        if outcome == REFUSED_BLOCKS and isinstance(saying, Post):
            # Slack surely has nothing yet, and some workspaces refuse only the chart.
            plain = Drawn.of(digest_post(saying.digest, with_chart=False))
            outcome = await self._post(message, plain, conversation, give_up_at=give_up_at)
        return outcome

    async def find(self, message: OutboxMessage) -> Sent | Trace | SlowDown:
        """Look for a message in the newest part of its conversation by the id in its metadata."""
        conversation = message.planned.channel or await self._open(message)
        if not isinstance(conversation, str):
            return _not_seen(conversation)
        try:
            history = await self._client.conversations_history(
                channel=conversation, limit=NEWEST, include_all_metadata=True
            )
        except SLACK_FAILURES as failure:
            return _not_seen(what_now(failure))
        posted = history.get("messages")
        if not isinstance(posted, list):
            # What has no list of messages is no history, and proves nothing.
            return Trace.UNANSWERED
        ours = [each["ts"] for each in posted if _id_in(each) == message.id]
        return Sent(conversation, ours[0]) if ours else Trace.ABSENT

    async def _open(self, message: OutboxMessage) -> str | Failure:
        """The direct conversation with a message's student."""
        student = message.planned.student
        if student is None:
            return GiveUp("no_channel")
        try:
            answer = await self._client.conversations_open(users=student)
            return str(answer["channel"]["id"])
        except SLACK_FAILURES as failure:
            outcome = nothing_sent(what_now(failure, to_person=True))
        # Slack counts this method by itself: that it is asked too often says nothing about the pace of messages.
        return RetryLater(outcome.pause) if isinstance(outcome, SlowDown) else outcome

    async def _post_anew(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        """Slack does not know the conversation that we remember: there may be another one by now."""
        conversation = await self._open(message)
        if not isinstance(conversation, str):
            return conversation
        return await self._post(message, _drawn(saying), conversation, give_up_at=give_up_at)

    async def _post(self, message: OutboxMessage, drawn: Drawn, channel: str, *, give_up_at: float) -> Outcome:
        def post() -> Request:
            return self._client.chat_postMessage(
                channel=channel,
                text=drawn.text,
                blocks=drawn.blocks,
                # Stars and underscores in the text are letters, not formatting.
                mrkdwn=False,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"id": message.id}},
                unfurl_links=False,
                unfurl_media=False,
            )

        return await self._ask(post, give_up_at=give_up_at, to_person=_is_to_person(message))

    async def _update(self, saying: Done, *, give_up_at: float) -> Outcome:
        drawn = _drawn_once(saying)

        def change() -> Request:
            return self._client.chat_update(channel=saying.channel, ts=saying.ts, text=drawn.text, blocks=drawn.blocks)

        # That the old message is gone says nothing about the person.
        return await self._ask(change, give_up_at=give_up_at, to_person=False)

    async def _ask(self, request: Callable[[], Request], *, give_up_at: float, to_person: bool) -> Outcome:
        if self._monotonic() >= give_up_at:
            return AT_ONCE
        try:
            with deadline(give_up_at):
                answer = await request()
        except PastDeadline:
            return AT_ONCE
        except SLACK_FAILURES as failure:
            return what_now(failure, to_person=to_person)
        return _sent(answer)


def _drawn(saying: Saying) -> Drawn:
    if isinstance(saying, Post):
        return Drawn.of(digest_post(saying.digest, with_chart=True))
    if isinstance(saying, ToTyped):
        return Drawn.of(typed_answer(saying.answer, saying.on, saying.support))
    return _drawn_once(saying)


@lru_cache(maxsize=256)
def _drawn_once(saying: Welcome | Reminder | Ask | Done | Farewell | Offer | LiveCheck) -> Drawn:
    """Hundreds of students get the same words on one day."""
    match saying:
        case Welcome(voices=voices):
            return Drawn.of(welcome(voices))
        case Reminder(lesson=lesson, open_question=open_question):
            return Drawn.of(remind(lesson, open_question=open_question))
        case Ask(lesson=lesson):
            return Drawn.of(ask(lesson))
        case Done(lesson=lesson):
            return Drawn.of(done(lesson))
        case Farewell(on=on):
            return Drawn.of(farewell(on))
        case Offer(pace=pace):
            return Drawn.of(offer(pace))
        case LiveCheck():
            return Drawn.of(live_check())


def _not_seen(failure: Failure) -> Trace | SlowDown:
    """What it means for a look into the history that Slack answered otherwise."""
    match failure:
        case SlowDown():
            return failure
        case RetryLater() | Unknown():
            return Trace.UNANSWERED
        case _:
            return Trace.UNREADABLE


def _is_to_person(message: OutboxMessage) -> bool:
    return message.planned.student is not None


def _sent(answer: AsyncSlackResponse) -> Sent | Unknown:
    channel, ts = answer.get("channel"), answer.get("ts")
    return Sent(channel, ts) if isinstance(channel, str) and isinstance(ts, str) else Unknown()


def _id_in(posted: Mapping[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    found = (metadata.get("event_payload") or {}).get("id")
    return found if isinstance(found, str) else None
