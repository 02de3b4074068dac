"""Somebody opens the Home tab."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.home_tab import publish_home
from bot.slack.requests import Body, House, person_in


def register(app: AsyncApp, house: House) -> None:
    """Publish Home for whoever opens it; Slack sends the same event for the Messages tab."""

    async def show(body: Body, client: AsyncWebClient) -> None:
        if body["event"].get("tab") == "home":
            await publish_home(client, house, person_in(body))

    app.event("app_home_opened")(show)
