"""Carries messages to Slack: outbox message → view → one chat.postMessage → what became of it."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from slack_sdk.errors import SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.outbox import (
    AppRefused,
    GiveUp,
    Leftover,
    OutboxMessage,
    Outcome,
    RetryLater,
    Sent,
    SlowDown,
    Thing,
    Unknown,
    Unreachable,
)
from bot.flows.ports import Trace
from bot.flows.sayings import (
    Ask,
    Briefing,
    Done,
    Farewell,
    Journal,
    JournalPage,
    LiveCheck,
    Naming,
    NewRules,
    Offer,
    Post,
    Reminder,
    Remove,
    Saying,
    ToCoordinator,
    ToGroup,
    ToTyped,
    Welcome,
)
from bot.slack.deadline import PastDeadline, deadline
from bot.slack.outcomes import SLACK_FAILURES, Failure, nothing_sent, what_now
from bot.slack.views import journal_file
from bot.slack.views.briefing import briefing
from bot.slack.views.digest_post import digest_post
from bot.slack.views.farewell import farewell
from bot.slack.views.group_answer import group_answer
from bot.slack.views.journal_page import journal_page
from bot.slack.views.live_check import live_check
from bot.slack.views.message import Drawn
from bot.slack.views.naming import naming
from bot.slack.views.new_rules import new_rules
from bot.slack.views.notice_of_trouble import notice_of_trouble
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
LOOK_AGAIN: Final = timedelta(minutes=10)
NO_UPLOAD: Final = RetryLater(timedelta(minutes=1), "upload_refused")
NO_SCOPE: Final = AppRefused("missing_scope")
GONE: Final = frozenset({"message_not_found", "channel_not_found", "file_not_found", "file_deleted"})
"""What Slack says of something that is to be removed and is not there any more."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something of ours lies: the message by its timestamp, and the file that it shows, as far as there are."""

    ts: str | None
    file: str | None = None


def _sent(answer: AsyncSlackResponse) -> Sent | Unknown:
    channel, ts = answer.get("channel"), answer.get("ts")
    return Sent(channel, ts) if isinstance(channel, str) and isinstance(ts, str) else Unknown()


class SlackMessenger:
    """The real `Messenger`. Its client must not retry by itself: the library's default posts a message twice."""

    def __init__(self, client: AsyncWebClient, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._monotonic = monotonic

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        """Send one message unless the monotonic instant `give_up_at` has passed, and say what became of it."""
        if isinstance(saying, Done):
            return await self._update(saying, give_up_at=give_up_at)
        if isinstance(saying, Remove):
            return await self._remove(saying.leftover, give_up_at=give_up_at)
        conversation = message.planned.channel or await self._open(message)
        if not isinstance(conversation, str):
            return conversation
        if isinstance(saying, Journal):
            return await self._upload(message, saying, conversation, give_up_at=give_up_at)
        outcome = await self._say(message, saying, conversation, give_up_at=give_up_at)
        if outcome == CLOSED_CONVERSATION and message.planned.channel is not None:
            return await self._post_anew(message, saying, give_up_at=give_up_at)
        return outcome

    async def find(self, message: OutboxMessage) -> Sent | Trace | SlowDown:
        """Look for a message in the newest part of its conversation by the id in its metadata."""
        conversation = message.planned.channel or await self._open(message)
        if not isinstance(conversation, str):
            return _not_seen(conversation)
        posted = await self._newest(conversation)
        if isinstance(posted, Trace | SlowDown):
            return posted
        places = (_place_of(each, message.id) for each in posted)
        ours = [place.file or str(place.ts) for place in places if place is not None]
        return Sent(conversation, ours[0]) if ours else Trace.ABSENT

    async def _newest(self, conversation: str) -> list[Mapping[str, Any]] | Trace | SlowDown:
        """The newest messages of a conversation, with their metadata."""
        try:
            history = await self._client.conversations_history(
                channel=conversation, limit=NEWEST, include_all_metadata=True
            )
        except SLACK_FAILURES as failure:
            return _not_seen(what_now(failure))
        posted = history.get("messages")
        # What has no list of messages is no history, and proves nothing.
        return posted if isinstance(posted, list) else Trace.UNANSWERED

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
        return await self._say(message, saying, conversation, give_up_at=give_up_at)

    async def _say(self, message: OutboxMessage, saying: Saying, channel: str, *, give_up_at: float) -> Outcome:
        """Post a message; a digest once more without its chart where Slack refuses its blocks: it surely has nothing
        yet, and some workspaces refuse only the chart."""
        outcome = await self._post(message, _drawn(saying), channel, give_up_at=give_up_at)
        if outcome == REFUSED_BLOCKS and isinstance(saying, Post) and saying.digest.themes:
            chartless = _drawn_post(saying, with_chart=False)
            outcome = await self._post(message, chartless, channel, give_up_at=give_up_at)
        return outcome

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

    async def _upload(self, message: OutboxMessage, journal: Journal, channel: str, *, give_up_at: float) -> Outcome:
        """Share a journal as a file. Of the three requests that it takes only the last one shows anything; where
        nobody saw how they ended, history tells by the file's name."""

        def share() -> Request:
            return self._client.files_upload_v2(
                channel=channel,
                filename=journal_file.file_name(message.id),
                title=journal_file.TITLE,
                content=journal_file.markdown(journal.entries),
                initial_comment=journal_file.COMMENT,
            )

        def read(answer: AsyncSlackResponse) -> Sent | Unknown:
            return _shared(answer, channel)

        try:
            outcome = await self._ask(share, give_up_at=give_up_at, to_person=_is_to_person(message), read=read)
        except SlackRequestError:
            # The library's own word for an upload that was refused; nothing is shared yet.
            return NO_UPLOAD
        return _without_files(outcome)

    async def _remove(self, leftover: Leftover, *, give_up_at: float) -> Outcome:
        """Take something of ours out of Slack; what is not there any more is done."""
        place = await self._place_now(leftover)
        if not isinstance(place, _Place):
            return place
        done = Sent(leftover.channel, leftover.name)
        outcome: Outcome = done
        if place.ts is not None:
            outcome = await self._delete(done, place.ts, give_up_at=give_up_at)
        if place.file is not None and isinstance(outcome, Sent | GiveUp):
            outcome = await self._delete_file(done, place.file, give_up_at=give_up_at)
        return outcome

    async def _delete(self, done: Sent, ts: str, *, give_up_at: float) -> Outcome:
        def delete() -> Request:
            return self._client.chat_delete(channel=done.channel, ts=ts)

        return _gone(await self._ask(delete, give_up_at=give_up_at, to_person=False, read=lambda _: done), done)

    async def _delete_file(self, done: Sent, file: str, *, give_up_at: float) -> Outcome:
        def delete() -> Request:
            return self._client.files_delete(file=file)

        outcome = await self._ask(delete, give_up_at=give_up_at, to_person=False, read=lambda _: done)
        return _gone(_without_files(outcome), done)

    async def _place_now(self, leftover: Leftover) -> "_Place | RetryLater":
        """Where something of ours lies now. Slack does not tell beforehand which message will show a file."""
        if leftover.thing is Thing.MESSAGE:
            return _Place(leftover.name)
        posted = await self._newest(leftover.channel)
        is_file = leftover.thing is Thing.FILE
        if posted is Trace.UNREADABLE and is_file:
            return _Place(None, leftover.name)
        if isinstance(posted, Trace | SlowDown):
            return RetryLater(posted.pause if isinstance(posted, SlowDown) else LOOK_AGAIN)
        found = (_place_of(each, leftover.name) for each in posted)
        nowhere = _Place(None, leftover.name if is_file else None)
        return next((place for place in found if place is not None), nowhere)

    async def _ask(
        self,
        request: Callable[[], Request],
        *,
        give_up_at: float,
        to_person: bool,
        read: Callable[[AsyncSlackResponse], Sent | Unknown] = _sent,
    ) -> Outcome:
        if self._monotonic() >= give_up_at:
            return AT_ONCE
        try:
            with deadline(give_up_at):
                answer = await request()
        except PastDeadline:
            return AT_ONCE
        except SLACK_FAILURES as failure:
            return what_now(failure, to_person=to_person)
        return read(answer)


def _drawn(saying: Saying) -> Drawn:
    match saying:
        case Post():
            return _drawn_post(saying, with_chart=True)
        case Briefing(cohorts=cohorts, voices=voices, is_confirmed=is_confirmed):
            return Drawn.of(briefing(cohorts, voices, is_confirmed=is_confirmed))
        case ToTyped(answer=answer, on=on, support=support, routes=routes):
            return Drawn.of(typed_answer(answer, on, support=support, routes=routes))
        case JournalPage(entries=entries):
            return Drawn.of(journal_page(entries))
        case ToCoordinator() | ToGroup() | NewRules() | Naming():
            return _drawn_news(saying)
        case Journal() | Remove():
            raise TypeError("no message is drawn for this")
    return _drawn_once(saying)


@lru_cache(maxsize=16)
def _drawn_news(news: ToCoordinator | ToGroup | NewRules | Naming) -> Drawn:
    """What somebody has done or is to do; a whole roster gets the same one."""
    match news:
        case ToCoordinator(notice=notice):
            return Drawn.of(notice_of_trouble(notice))
        case ToGroup(on=on, text=text, signature=signature):
            return Drawn.of(group_answer(on, text, signature))
        case NewRules(before=before, after=after, looser_on=on):
            return Drawn.of(new_rules(before, after, looser_on=on))
        case Naming():
            return Drawn.of(naming())


def _drawn_post(post: Post, *, with_chart: bool) -> Drawn:
    return Drawn.of(
        digest_post(
            post.digest,
            cohort=post.cohort,
            with_chart=with_chart,
            answerable=post.answerable,
            to_confirm=post.to_confirm,
        )
    )


@lru_cache(maxsize=256)
def _drawn_once(saying: Welcome | Reminder | Ask | Done | Farewell | Offer | LiveCheck) -> Drawn:
    """Hundreds of students get the same words on one day."""
    match saying:
        case Welcome(voices=voices):
            return Drawn.of(welcome(voices))
        case Reminder(lesson=lesson, open_question=open_question, nothing_shown=nothing_shown):
            return Drawn.of(remind(lesson, open_question=open_question, nothing_shown=nothing_shown))
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


def _shared(answer: AsyncSlackResponse, channel: str) -> Sent | Unknown:
    """Slack shares a file in its own time, so where it will stand is not known; its id is."""
    files = answer.get("files")
    file = files[0].get("id") if isinstance(files, list) and files else None
    return Sent(channel, file) if isinstance(file, str) else Unknown()


def _without_files(outcome: Outcome) -> Outcome:
    """The scope for files is optional: without it nothing else is broken."""
    return GiveUp(outcome.reason) if outcome == NO_SCOPE else outcome


def _gone(outcome: Outcome, done: Sent) -> Outcome:
    return done if isinstance(outcome, GiveUp) and outcome.reason in GONE else outcome


def _place_of(posted: Mapping[str, Any], name: str) -> _Place | None:
    """Where something lies if this message is it, or shows it: by our own id of a message, or by Slack's of a file."""
    for file in posted.get("files") or []:
        if file.get("id") == name or file.get("name") == journal_file.file_name(name):
            return _Place(posted["ts"], file["id"])
    return _Place(posted["ts"]) if _id_in(posted) == name else None


def _id_in(posted: Mapping[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    found = (metadata.get("event_payload") or {}).get("id")
    return found if isinstance(found, str) else None
