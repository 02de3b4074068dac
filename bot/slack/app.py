"""The Bolt app: who may speak to it, and which listeners hear."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import BY_THE_FLOW, Action
from bot.flows.ports import Clock, World
from bot.flows.who_may import require
from bot.logs import log
from bot.slack.apologies import apologies_of
from bot.slack.home_tab import refresh_home
from bot.slack.identity import SLACKBOT, Identity
from bot.slack.listeners import (
    answer_group,
    answer_offer,
    answer_prompt,
    change_lessons,
    change_rules,
    choose_times,
    confirm_reading,
    copy_blocks,
    delete_everything,
    explain_sharing,
    follow_members,
    hear_command,
    hear_typed,
    name_coordinators,
    open_home,
    open_typed,
    place_people,
    preview_weeks,
    read_audit,
    remove_cohorts,
    save_reply,
    send_journal,
    set_up_cohorts,
    set_up_rotations,
    share_words,
    skip_question,
    start_or_leave,
    stop_sharing,
    take_break,
    turn_page,
    use_neutral_words,
    withdraw_reply,
)
from bot.slack.requests import Body, House, kind_of, person_in
from bot.slack.roster_names import RosterAround
from bot.slack.switchboard import Admit, Switchboard
from bot.slack.tasks import Tasks

LISTENERS: Final = (
    start_or_leave,
    answer_prompt,
    save_reply,
    share_words,
    use_neutral_words,
    withdraw_reply,
    stop_sharing,
    skip_question,
    open_home,
    turn_page,
    send_journal,
    delete_everything,
    explain_sharing,
    follow_members,
    hear_command,
    take_break,
    choose_times,
    answer_offer,
    hear_typed,
    open_typed,
    answer_group,
    confirm_reading,
    place_people,
    name_coordinators,
    read_audit,
    remove_cohorts,
    copy_blocks,
    set_up_cohorts,
    set_up_rotations,
    change_rules,
    preview_weeks,
    change_lessons,
)

Next = Callable[[], Awaitable[BoltResponse]]


def make_app(
    world: World,
    *,
    clock: Clock,
    client: AsyncWebClient,
    identity: Identity,
    signing_secret: str | None,
    poke: Callable[[], None],
    tasks: Tasks | None = None,
) -> AsyncApp:
    """An app that answers the people of one workspace. `poke` has the outbox delivered at once. Whoever gives `tasks`
    closes them.

    It responds only after a listener has ended: what is acknowledged is committed.
    """
    app = AsyncApp(
        name="bot.slack.bolt",
        logger=_wordless_logger(),
        client=client,
        authorize=_authorize_as(identity),
        before_authorize=_only_people_of(identity),
        # None would make Bolt look into the environment.
        signing_secret=signing_secret or "",
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
    )
    tasks = tasks or Tasks()
    house = House(world, clock, poke, tasks, RosterAround(world, tasks), identity.scopes)
    app.error(apologies_of(house))
    make_switchboard(house).connect(app, admit=_admitting(house), after_form=_refreshing_home(house))
    return app


def make_switchboard(house: House) -> Switchboard:
    """Every listener of this house, with what it needs."""
    switchboard = Switchboard()
    for listener in LISTENERS:
        listener.register(switchboard, house)
    return switchboard


def _admitting(house: House) -> Admit:
    """Look up at every request whether its person may still do it: a button stays where it was drawn."""

    async def admit(body: Body, action: Action) -> None:
        # A student's press must not wait for a statement that the flow makes anyhow.
        if action not in BY_THE_FLOW:
            await require(house.world, person_in(body), action, at=house.clock.now())

    return admit


def _refreshing_home(house: House) -> Callable[[Body, AsyncWebClient], None]:
    """Slack says when somebody opens Home, and nothing when a form above it closes."""

    def refresh(body: Body, client: AsyncWebClient) -> None:
        house.tasks.start("home_refresh", refresh_home(client, house, person_in(body)))

    return refresh


def _wordless_logger() -> logging.Logger:
    """Bolt prints whole requests when it wonders about them, so it may report errors only."""
    logger = logging.getLogger("bot.slack.bolt")
    logger.setLevel(logging.ERROR)
    return logger


def _authorize_as(identity: Identity) -> Callable[[], Awaitable[AuthorizeResult]]:
    """What one auth.test at the start has told, for every request; Bolt would ask Slack again."""
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team_id,
        bot_user_id=identity.bot_user_id,
        bot_id=identity.bot_id,
        bot_token=identity.bot_token,
    )

    async def authorize() -> AuthorizeResult:
        return known

    return authorize


def _only_people_of(identity: Identity) -> Callable[[Body, AsyncBoltContext, Next], Awaitable[BoltResponse]]:
    """Let the people of our own workspace in, and news about them; anybody else gets an empty answer."""

    async def check(body: Body, context: AsyncBoltContext, next_: Next) -> BoltResponse:
        setting_up = body.get("type") == "url_verification"
        if setting_up or (_from_here(body, context, identity) and _by_a_person(body, context, identity)):
            return await next_()
        if not _is_about_a_message(body):
            log("request_refused", kind=kind_of(body))
        return BoltResponse(status=200, body="")

    return check


def _is_about_a_message(body: Body) -> bool:
    """Slack tells of the bot's own messages and their changes as well, which is no news."""
    return (body.get("event") or {}).get("type") == "message"


def _from_here(body: Body, context: AsyncBoltContext, identity: Identity) -> bool:
    """Of a form or a Home tab, Bolt tells in which workspace the app is; who presses there may share a channel with it
    and be at home in another one."""
    team = (body.get("team") or {}).get("id")
    return context.team_id == identity.team_id and team in (None, identity.team_id)


def _by_a_person(body: Body, context: AsyncBoltContext, identity: Identity) -> bool:
    event = body.get("event") or {}
    return context.user_id not in (None, identity.bot_user_id, SLACKBOT) and "bot_id" not in event
