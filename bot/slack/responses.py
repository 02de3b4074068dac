"""Answers a press where it was made, through the address that Slack sends with it."""

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.requests import Body
from bot.slack.views.message import Drawn


async def respond(client: AsyncWebClient, body: Body, drawn: Drawn, *, replace: bool) -> None:
    """Put a message in the place of the one that was pressed, or show it below, to this person only.

    It goes through the client's session: Bolt's own `respond` opens one, and a connection, for each answer.
    """
    webhook = AsyncWebhookClient(
        str(body["response_url"]), session=client.session, logger=client.logger, retry_handlers=[]
    )
    await webhook.send_dict({"text": drawn.text, "blocks": drawn.blocks, "replace_original": replace})
