"""`bedside check --live`: what the configured bot may do in its workspace, proved by one message that is read back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from bot.cli.findings import Finding, Mark
from bot.cli.manifest import optional_scopes, scopes_asked_for
from bot.cli.words import reason_in_words
from bot.configuration.settings import Settings
from bot.domain.errors import BedsideError, SettingWrong
from bot.domain.outbox import AppRefused, GiveUp, Sent, Unreachable
from bot.domain.people import Cohort, PersonId
from bot.flows.ports import Trace, World
from bot.flows.prove_delivery import PATIENCE, Proof, prove_delivery
from bot.flows.steps import cohorts_with_digests
from bot.slack.live_slack import LiveSlack
from bot.wiring.bot import open_slack
from bot.wiring.clocks import SystemClock

NOBODY = (
    "nobody is named for the one message of this check. Write your own member id: "
    "bedside check --live --as U012ABCDEF, or put it into BEDSIDE_COORDINATORS"
)
SEEN = "one message went to {person} and was recognized by its metadata: what nobody saw arrive can be looked for"
NOT_RECOGNIZED = (
    "the message to {person} is not to be recognized: in {seconds:.0f} seconds its metadata could not be read back. "
    "What nobody saw arrive will wait for you in `bedside outbox`, and is never sent blindly"
)
NOT_READABLE = (
    "the message went to {person}, but the conversation can't be read. The app needs im:history: install it again from "
    "slack_manifest.json. Until then what nobody saw arrive waits for you in `bedside outbox`"
)

LEFT_OUT = (
    "the app was installed without {scopes}, which it can do without: a journal comes as messages where it lacks "
    "files:write; no roster can be attached in Slack where it lacks files:read, and nobody is found by e-mail where it "
    "lacks users:read.email; and nobody is warned that students can read a digest's channel where it lacks "
    "channels:read (public ones) or groups:read (private ones)"
)


async def live_findings(
    settings: Settings, world: World | None, person: str | None, *, patience: timedelta = PATIENCE
) -> AsyncIterator[Finding]:
    """Everything that only Slack can say. Sends one message, to `person` or the first coordinator; deletes nothing."""
    if settings.slack_bot_token is None:
        return
    async with open_slack(settings) as slack:
        try:
            async for finding in _tokens(slack, settings):
                yield finding
            yield await _proof(slack, person or next(iter(settings.bedside_coordinators), None), patience)
            for cohort in await cohorts_with_digests(world, at=SystemClock().now()) if world else ():
                yield await _channel(slack, cohort)
        except BedsideError as error:
            yield Finding(Mark.MISSING, str(error))


async def _tokens(slack: LiveSlack, settings: Settings) -> AsyncIterator[Finding]:
    granted = await slack.scopes()
    yield Finding(Mark.OK, "Slack accepts SLACK_BOT_TOKEN")
    yield _scopes(granted, settings.bedside_config)
    if settings.slack_app_token is not None:
        await slack.try_socket(settings.slack_app_token.get_secret_value())
        yield Finding(Mark.OK, "Slack accepts SLACK_APP_TOKEN")


def _scopes(granted: frozenset[str] | None, config: Path) -> Finding:
    if granted is None:
        return Finding(Mark.NOTE, "Slack does not say what the app may do; the message will show it")
    try:
        asked_for, optional = scopes_asked_for(config), optional_scopes(config)
    except SettingWrong as error:
        return Finding(Mark.NOTE, f"what the app may do is not compared with what it needs. {error}")
    if missing := asked_for - optional - granted:
        return Finding(
            Mark.MISSING,
            f"the app was installed without {', '.join(sorted(missing))}. Install it again from slack_manifest.json, "
            "then write the token that it has then",
        )
    if more := granted - asked_for:
        return Finding(Mark.NOTE, f"the app may do more than Bedside needs: {', '.join(sorted(more))}")
    if left_out := optional - granted:
        return Finding(Mark.NOTE, LEFT_OUT.format(scopes=", ".join(sorted(left_out))))
    return Finding(Mark.OK, "the app may do what the manifest asks for, and nothing else")


async def _proof(slack: LiveSlack, person: str | None, patience: timedelta) -> Finding:
    if person is None:
        return Finding(Mark.MISSING, NOBODY)
    proof = await prove_delivery(slack.messenger, PersonId(person), at=SystemClock().now(), patience=patience)
    return _proof_in_words(proof, person, patience)


def _proof_in_words(proof: Proof, person: str, patience: timedelta) -> Finding:
    match proof:
        case Proof(found=Sent()):
            return Finding(Mark.OK, SEEN.format(person=person))
        case Proof(found=Trace.ABSENT):
            seconds = patience.total_seconds()
            return Finding(Mark.MISSING, NOT_RECOGNIZED.format(person=person, seconds=seconds))
        case Proof(found=Trace.UNREADABLE):
            return Finding(Mark.MISSING, NOT_READABLE.format(person=person))
        case Proof(outcome=GiveUp(reason=reason) | Unreachable(reason=reason) | AppRefused(reason=reason)):
            return Finding(Mark.MISSING, f"no message reaches {person}. {reason_in_words(reason, to_person=True)}")
        case Proof(found=None):
            return Finding(Mark.MISSING, f"Slack takes no message to {person} at the moment. Try again in a minute")
    return Finding(Mark.MISSING, f"Slack does not let the message to {person} be looked for now. Try again in a minute")


async def _channel(slack: LiveSlack, cohort: Cohort) -> Finding:
    if not cohort.digest_channel:
        return Finding(Mark.OK, f"{cohort.name} has no digest channel: each of its preceptors gets the digest directly")
    trouble = await slack.trouble_reading(cohort.digest_channel)
    channel = f"the digest channel {cohort.digest_channel} of {cohort.name}"
    if trouble:
        return Finding(Mark.MISSING, f"{channel} can't be read. {reason_in_words(trouble)}")
    return Finding(Mark.OK, f"Bedside is in {channel} and can read it")
