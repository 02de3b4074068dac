"""A Slack to measure against: it takes everything, answers after a fixed delay, and presses buttons.

It runs in a process of its own, so that its work is not counted as ours:
`python -m tests.bench.slack_stand_in DELAY`, with the delay in seconds, prints its port and runs until it is ended.
"""

import asyncio
import itertools
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp
from aiohttp import web

from tests.slack.signing import sign

TEAM: Final = "T0PRACTICE"
BOT: Final = {"ok": True, "team_id": TEAM, "user_id": "U0BEDSIDE", "bot_id": "B0BEDSIDE", "url": "https://practice"}
SCOPES: Final = "channels:history,chat:write,commands,groups:history,im:history,im:write,users:read"
LARGEST: Final = 64 * 1024 * 1024

Json = dict[str, Any]
Send = Callable[[Json], Awaitable[None]]


class StandIn:
    """Takes the Web API's methods, holds the sockets of Socket Mode by their app's token, and measures acks."""

    def __init__(self, delay: float) -> None:
        self.port = 0
        self._delay = delay
        self._numbers = itertools.count(1)
        self._sockets: dict[str, list[web.WebSocketResponse]] = {}
        self._waiting: dict[str, asyncio.Future[None]] = {}

    async def listen(self) -> None:
        """Serve on a free port."""
        application = web.Application(client_max_size=LARGEST)
        application.add_routes(
            [
                web.post("/api/{method}", self._answer),
                web.post("/respond", self._responded),
                web.get("/socket/{token}", self._socket),
                web.post("/presses", self._press),
            ]
        )
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]

    async def _answer(self, request: web.Request) -> web.Response:
        answer: Json = {"ok": True}
        match request.match_info["method"]:
            case "chat.postMessage" | "chat.update":
                channel = json.loads(await request.read())["channel"]
                ts = f"{1_800_000_000 + next(self._numbers)}.000100"
                answer |= {"channel": channel.replace("U", "D", 1), "ts": ts}
            case "conversations.open":
                answer |= {"channel": {"id": request.query["users"].replace("U", "D", 1)}}
            case "apps.connections.open":
                token = request.headers["Authorization"].removeprefix("Bearer ")
                answer |= {"url": f"ws://127.0.0.1:{self.port}/socket/{token}"}
            case "auth.test":
                answer |= BOT
        if self._delay:
            await asyncio.sleep(self._delay)
        return web.json_response(answer, headers={"x-oauth-scopes": SCOPES})

    async def _responded(self, request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0"}})
        sockets = self._sockets.setdefault(request.match_info["token"], [])
        sockets.append(socket)
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT and frame.data.startswith("{"):
                acknowledged = self._waiting.pop(json.loads(frame.data)["envelope_id"], None)
                if acknowledged is not None:
                    acknowledged.set_result(None)
        sockets.remove(socket)
        return socket

    async def _press(self, request: web.Request) -> web.Response:
        """Send payloads, so many at once, and tell how many seconds each waited for its ack."""
        order = await request.json()
        if "token" in order:
            return web.json_response(await _waits(order, self._by_socket(order["token"])))
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            return web.json_response(await _waits(order, _by_http(session, order["url"], order["secret"])))

    def _by_socket(self, token: str) -> Send:
        turns = itertools.cycle(self._sockets[token])

        async def send(payload: Json) -> None:
            envelope = uuid4().hex
            acknowledged = self._waiting[envelope] = asyncio.get_running_loop().create_future()
            frame = {"type": "interactive", "envelope_id": envelope, "payload": payload}
            await next(turns).send_json({**frame, "accepts_response_payload": True})
            await acknowledged

        return send


def _by_http(session: aiohttp.ClientSession, url: str, secret: str) -> Send:
    async def send(payload: Json) -> None:
        body = urlencode({"payload": json.dumps(payload)}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", **sign(body, secret=secret)}
        async with session.post(url, data=body, headers=headers) as answer:
            assert answer.status == 200, answer.status
            await answer.read()

    return send


async def _waits(order: Json, send: Send) -> list[float]:
    payloads = itertools.islice(itertools.cycle(order["payloads"]), order["number"])
    waits: list[float] = []

    async def one_after_the_other() -> None:
        for payload in payloads:
            began = time.perf_counter()
            await send(payload)
            waits.append(time.perf_counter() - began)

    await asyncio.gather(*(one_after_the_other() for _ in range(order["at_once"])))
    return waits


async def _run(delay: float) -> None:
    stand_in = StandIn(delay)
    await stand_in.listen()
    print(stand_in.port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_run(float(sys.argv[1])))
