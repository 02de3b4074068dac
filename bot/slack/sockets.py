"""Socket Mode: two connections to Slack, so that one is there while the other is renewed, and an ear for silence."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import aiohttp
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
GOODBYE: Final = 1.0
"""Seconds that Slack may take to answer when a connection is closed."""
SILENCE: Final = timedelta(seconds=90)
"""Slack answers a ping every ten seconds, so nothing for so long means that nothing comes through at all."""
PING: Final = timedelta(seconds=10)
LOOKS: Final = 18
"""How often the silence is looked at while it lasts. Looks are counted and not seconds, so that a process that was
stopped for a while does not take its own absence for Slack's silence."""
FRAMES: Final = (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.PING, aiohttp.WSMsgType.PONG)
HANDSHAKE: Final = aiohttp.ClientTimeout(total=10)


def token_refused() -> SettingWrong:
    """What is wrong when Slack refuses the app's token, at the start or later."""
    return SettingWrong(
        name="SLACK_APP_TOKEN",
        problem="Slack does not accept it",
        write="Write the token that begins with xapp- and has the scope connections:write",
    )


class Sockets:
    """Keeps the connections open from `start` to `close`; `ready` is set once the first one stands."""

    def __init__(self, app: AsyncApp, *, app_token: str, silence: timedelta = SILENCE, ping: timedelta = PING) -> None:
        self.ready = asyncio.Event()
        self._app = app
        self._app_token = app_token
        self._silence = silence
        self._ping = ping
        self._heard = False
        self._refused = asyncio.Event()
        self._gate = _Gate()
        self._handlers: list[_Handler] = []
        self._connecting: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Try the token once, then connect in the background. Raises SettingWrong or SlackUnavailable."""
        address = await self._first_address()
        self._handlers = [
            _Handler(self._app, self._app_token, gate=self._gate, ping=self._ping) for _ in range(CONNECTIONS)
        ]
        for handler in self._handlers:
            await handler.listen(self._note)
            handler.watch_token(self._refused.set)
        self._handlers[0].client.wss_uri = address
        self._connecting = [asyncio.create_task(self._connect(handler)) for handler in self._handlers]

    async def wait_until_ready(self) -> None:
        """Return once the first connection stands. Raises SlackUnavailable when Slack stays silent."""
        try:
            async with asyncio.timeout(self._silence.total_seconds()):
                await self.ready.wait()
        except TimeoutError:
            raise SlackUnavailable from None

    async def connections(self) -> int:
        """How many connections stand."""
        return sum([await handler.client.is_connected() for handler in self._handlers])

    async def fall_silent(self) -> None:
        """Return, having said so loudly, once no connection has stood for a while, or nothing was heard on any."""
        in_vain = 0
        while in_vain < LOOKS:
            self._heard = False
            await asyncio.sleep((self._silence / LOOKS).total_seconds())
            in_vain = 0 if self._heard and await self.connections() else in_vain + 1
        log("slack_silent", level=logging.ERROR, connections=await self.connections())

    async def be_refused(self) -> None:
        """Return, having said so loudly, once Slack refuses the app's token, as one that was revoked: no connection
        will be renewed any more."""
        await self._refused.wait()
        log("app_token_refused", level=logging.ERROR)

    async def close(self) -> None:
        """Take nothing new, let requests in hand end, and disconnect, all in `FAREWELL` and `GOODBYE`."""
        await self._gate.close()
        for task in self._connecting:
            task.cancel()
        await asyncio.gather(*self._connecting, return_exceptions=True)
        await asyncio.gather(*(handler.hang_up() for handler in self._handlers))
        self._handlers = []

    def _note(self) -> None:
        self._heard = True

    async def _first_address(self) -> str:
        """The library would try a wrong token for ever."""
        try:
            answer = await self._app.client.apps_connections_open(app_token=self._app_token)
        except SLACK_FAILURES as failure:
            if not is_the_apps_fault(failure):
                raise SlackUnavailable from failure
            raise token_refused() from None
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

    def __init__(self, app: AsyncApp, app_token: str, *, gate: _Gate, ping: timedelta) -> None:
        super().__init__(app, app_token, logger=_wordless_logger(), ping_interval=ping.total_seconds())
        self._gate = gate

    async def listen(self, heard: Callable[[], None]) -> None:
        """Have `heard` called for whatever arrives, pongs included: the library tells of texts only, and the time
        that it keeps for pongs moves without one, too."""
        await self.client.aiohttp_client_session.close()
        self.client.aiohttp_client_session = aiohttp.ClientSession(timeout=HANDSHAKE, ws_response_class=_ear(heard))

    def watch_token(self, refused: Callable[[], None]) -> None:
        """Have `refused` called when Slack gives no address for a connection because of the token: the library would
        ask for ever."""
        ask = self.client.issue_new_wss_url

        async def ask_and_tell() -> str:
            try:
                return await ask()
            except SLACK_FAILURES as failure:
                if is_the_apps_fault(failure):
                    refused()
                raise

        self.client.issue_new_wss_url = ask_and_tell  # type: ignore[method-assign]

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        async with self._gate:
            if not self._gate.closed:
                await super().handle(client, req)

    async def hang_up(self) -> None:
        """Disconnect, whether or not Slack answers."""
        try:
            async with asyncio.timeout(GOODBYE):
                await self.client.close()  # type: ignore[no-untyped-call]
        except TimeoutError:
            log("socket_cut_off", level=logging.WARNING)
            connection, self.client.current_session = self.client.current_session, None
            await self.client.close()  # type: ignore[no-untyped-call]
            await _drop(connection)


async def _drop(connection: aiohttp.ClientWebSocketResponse | None) -> None:
    """Close a connection on our side only: one that is not let finish its goodbye gives its place back at once."""
    if connection is not None:
        with suppress(TimeoutError):
            async with asyncio.timeout(0):
                await connection.close()


def _ear(heard: Callable[[], None]) -> type[aiohttp.ClientWebSocketResponse[Any]]:
    """A connection that tells when the library has received something of Slack's."""

    class Ear(aiohttp.ClientWebSocketResponse[Any]):
        async def receive(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - its type is aiohttp's own
            message = await super().receive(timeout)
            if message.type in FRAMES:
                heard()
            return message

    return Ear


def _wordless_logger() -> logging.Logger:
    """Below this level the library prints what it receives."""
    logger = logging.getLogger("bot.slack.sockets")
    logger.setLevel(logging.WARNING)
    return logger
