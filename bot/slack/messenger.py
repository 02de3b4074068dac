"""Carries messages to Slack: outbox message → view → one chat.postMessage → what became of it."""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, Sent, Unknown
from bot.domain.people import PersonId
from bot.flows.ports import Ask, Done, Farewell, LiveCheck, Post, Reminder, Saying, Trace, Welcome
from bot.slack.outcomes import SLACK_FAILURES, nothing_sent, what_now
from bot.slack.views.digest_post import digest_post
from bot.slack.views.farewell import farewell
from bot.slack.views.live_check import live_check
from bot.slack.views.message import Message
from bot.slack.views.question import ask, done
from bot.slack.views.reminder import remind
from bot.slack.views.welcome import welcome

EVENT_TYPE: Final = "bedside_message"
NEWEST: Final = 200
"""How far back a message is looked for. There is no `oldest`, since the clocks of hosts jump."""
REFUSED_BLOCKS: Final = GiveUp("invalid_blocks")
AT_ONCE: Final = RetryLater(timedelta(0))


class SlackMessenger:
    """The real `Messenger`. Its client must not retry by itself: the library's default posts a message twice."""

    def __init__(self, client: AsyncWebClient, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._monotonic = monotonic
        self._conversations: dict[PersonId, str] = {}

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        """Send one message unless the monotonic instant `give_up_at` has passed, and say what became of it."""
        if isinstance(saying, Done):
            return await self._update(saying, give_up_at=give_up_at)
        conversation = await self._conversation(message)
        if not isinstance(conversation, str):
            return conversation
        outcome = await self._post(message, _drawn(saying), conversation, give_up_at=give_up_at)
        if outcome == REFUSED_BLOCKS and isinstance(saying, Post):
            # Slack surely has nothing yet, and some workspaces refuse only the chart.
            plain = digest_post(saying.digest, with_chart=False)
            outcome = await self._post(message, plain, conversation, give_up_at=give_up_at)
        return outcome

    async def find(self, message: OutboxMessage) -> Sent | Trace:
        """Look for a message in the newest part of its conversation by the id in its metadata."""
        conversation = await self._conversation(message)
        if not isinstance(conversation, str):
            return Trace.UNREADABLE
        try:
            history = await self._client.conversations_history(
                channel=conversation, limit=NEWEST, include_all_metadata=True
            )
        except SLACK_FAILURES:
            return Trace.UNREADABLE
        posted: list[dict[str, Any]] = history.get("messages", [])
        ours = [each["ts"] for each in posted if _id_in(each) == message.id]
        return Sent(conversation, ours[0]) if ours else Trace.ABSENT

    async def _conversation(self, message: OutboxMessage) -> str | RetryLater | GiveUp:
        """Where a message belongs: a cohort's channel, or the direct conversation with its student."""
        student = message.planned.student
        if student is None:
            return message.planned.channel or GiveUp("no_channel")
        if student not in self._conversations:
            try:
                answer = await self._client.conversations_open(users=student)
            except SLACK_FAILURES as failure:
                return nothing_sent(what_now(failure))
            self._conversations[student] = answer["channel"]["id"]
        return self._conversations[student]

    async def _post(self, message: OutboxMessage, view: Message, channel: str, *, give_up_at: float) -> Outcome:
        blocks = view.block_dicts
        if self._monotonic() >= give_up_at:
            return AT_ONCE
        try:
            answer = await self._client.chat_postMessage(
                channel=channel,
                text=view.escaped_text,
                blocks=blocks,
                # Stars and underscores in the text are letters, not formatting.
                mrkdwn=False,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"id": message.id}},
                unfurl_links=False,
                unfurl_media=False,
            )
        except SLACK_FAILURES as failure:
            return what_now(failure)
        return _sent(answer)

    async def _update(self, saying: Done, *, give_up_at: float) -> Outcome:
        view = done(saying.lesson)
        if self._monotonic() >= give_up_at:
            return AT_ONCE
        try:
            answer = await self._client.chat_update(
                channel=saying.channel, ts=saying.ts, text=view.escaped_text, blocks=view.block_dicts
            )
        except SLACK_FAILURES as failure:
            return what_now(failure)
        return _sent(answer)


def _drawn(saying: Welcome | Reminder | Ask | Post | Farewell | LiveCheck) -> Message:
    match saying:
        case Welcome(voices=voices):
            return welcome(voices)
        case Reminder(lesson=lesson, open_question=open_question):
            return remind(lesson, open_question=open_question)
        case Ask(lesson=lesson):
            return ask(lesson)
        case Post(digest=digest):
            return digest_post(digest, with_chart=True)
        case Farewell(on=on):
            return farewell(on)
        case LiveCheck():
            return live_check()


def _sent(answer: AsyncSlackResponse) -> Sent | Unknown:
    channel, ts = answer.get("channel"), answer.get("ts")
    return Sent(channel, ts) if isinstance(channel, str) and isinstance(ts, str) else Unknown()


def _id_in(posted: Mapping[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    found = (metadata.get("event_payload") or {}).get("id")
    return found if isinstance(found, str) else None
