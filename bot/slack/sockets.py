"""Socket Mode: two connections to Slack, so that one is there while the other is renewed."""

import asyncio
import logging
from typing import Final

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.domain.errors import SettingWrong
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, is_the_apps_fault

CONNECTIONS: Final = 2
AT_ONCE: Final = 40
"""Requests that are handled at one time; the others wait in the order in which they came."""
FAREWELL: Final = 3.0
"""Seconds that requests in hand may take to end; Slack waits no longer for an answer."""


class Sockets:
    """Keeps the connections open from `start` to `close`; `ready` is set once the first one stands."""

    def __init__(self, app: AsyncApp, *, app_token: str) -> None:
        self.ready = asyncio.Event()
        self._app = app
        self._app_token = app_token
        self._gate = _Gate()
        self._handlers: list[_Handler] = []
        self._connecting: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Try the token once, then connect in the background. Raises SettingWrong or SlackUnavailable."""
        address = await self._first_address()
        self._handlers = [_Handler(self._app, self._app_token, self._gate) for _ in range(CONNECTIONS)]
        self._handlers[0].client.wss_uri = address
        self._connecting = [asyncio.create_task(self._connect(handler)) for handler in self._handlers]

    async def is_connected(self) -> bool:
        """Whether at least one connection stands."""
        return any([await handler.client.is_connected() for handler in self._handlers])

    async def close(self) -> None:
        """Take nothing new, let requests in hand end, and disconnect."""
        await self._gate.close()
        for task in self._connecting:
            task.cancel()
        await asyncio.gather(*self._connecting, return_exceptions=True)
        for handler in self._handlers:
            await handler.client.close()  # type: ignore[no-untyped-call]
        self._handlers = []

    async def _first_address(self) -> str:
        """The library would try a wrong token for ever."""
        try:
            answer = await self._app.client.apps_connections_open(app_token=self._app_token)
        except SLACK_FAILURES as failure:
            if not is_the_apps_fault(failure):
                raise SlackUnavailable from failure
            raise SettingWrong(
                name="SLACK_APP_TOKEN",
                problem="Slack does not accept it",
                write="Write the token that begins with xapp- and has the scope connections:write",
            ) from None
        return str(answer["url"])

    async def _connect(self, handler: "_Handler") -> None:
        await handler.client.connect()  # type: ignore[no-untyped-call]
        self.ready.set()
        log("socket_connected")


class _Gate:
    """Counts the requests in hand, and lets nobody in once it is closed."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._inside = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self.closed = False

    async def __aenter__(self) -> None:
        await self._places.acquire()
        self._inside += 1
        self._empty.clear()

    async def __aexit__(self, *_: object) -> None:
        self._places.release()
        self._inside -= 1
        if not self._inside:
            self._empty.set()

    async def close(self) -> None:
        """Let nobody in any more and wait a while for those inside."""
        self.closed = True
        try:
            async with asyncio.timeout(FAREWELL):
                await self._empty.wait()
        except TimeoutError:
            log("requests_cut_off", level=logging.WARNING)


class _Handler(AsyncSocketModeHandler):
    """One connection. What it does not take at closing time Slack sends again, elsewhere or later."""

    def __init__(self, app: AsyncApp, app_token: str, gate: _Gate) -> None:
        super().__init__(app, app_token, logger=_wordless_logger())
        self._gate = gate

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        async with self._gate:
            if not self._gate.closed:
                await super().handle(client, req)


def _wordless_logger() -> logging.Logger:
    """Below this level the library prints what it receives."""
    logger = logging.getLogger("bot.slack.sockets")
    logger.setLevel(logging.WARNING)
    return logger
