"""The server's end of Socket Mode: envelopes out, acknowledgements in, each envelope over one of the connections."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from aiohttp import WSMsgType, web

from bot.practice.faults import LINK, LINK_KINDS, Fault
from bot.practice.passes import PassTurnedAway
from bot.practice.wire import Ack, Json, Kind, Retry
from bot.practice.workspace import APP_ID, Workspace

MOST_CONNECTIONS = 10


@dataclass(slots=True, eq=False)
class _Line:
    """One live connection and the envelopes it still owes an answer."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    owed: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    was_told_to_leave: bool = False


class SocketServer:
    """Lets an app connect with a ticket and delivers over its connections in turn."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lines: list[_Line] = []
        self._turns, self._numbers = count(1), count(1)
        self.connected_so_far = 0

    @property
    def connections(self) -> int:
        """How many connections of the app are live."""
        return len(self._lines)

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return where the app connects."""
        return [web.get("/link", self._connect)]

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        """Send one envelope and wait for its acknowledgement for as long as it takes."""
        fault = self._workspace.faults.take(LINK, LINK_KINDS)
        if fault and fault.kind == "disconnect" and self._lines:
            await self._tell_to_leave(self._lines[0], str(fault.details.get("reason", "refresh_requested")))
        line = self._next_line()
        if line is None:
            return Ack(ok=False, reason="connection_failed")
        return await self._deliver_over(line, _envelope(self._new_id(), kind, payload, retry), fault)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to be renewed, as Slack does every few hours."""
        for line in list(self._lines):
            await self._tell_to_leave(line, reason)

    async def close(self) -> None:
        """Close all connections."""
        await asyncio.gather(*(line.socket.close() for line in self._lines))

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        try:
            self._workspace.tickets.redeem(request.query.get("ticket", ""))
        except PassTurnedAway:
            return web.Response(status=403, text="This ticket lets nobody in.")
        # A client that does not take part in closing is not waited for longer than this.
        socket = web.WebSocketResponse(timeout=1.0)
        await socket.prepare(request)
        if len(self._lines) >= MOST_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        await self._serve(_Line(socket, request.transport))
        return socket

    async def _serve(self, line: _Line) -> None:
        self._lines.append(line)
        self.connected_so_far += 1
        try:
            await line.socket.send_json(self._hello())
            self._workspace.touch()
            async for message in line.socket:
                if message.type is WSMsgType.TEXT:
                    _settle(line, json.loads(message.data))
        finally:
            self._lines.remove(line)
            for owed in line.owed.values():
                if not owed.done():
                    owed.set_result(Ack(ok=False, reason="connection_failed"))
            self._workspace.touch()

    async def _deliver_over(self, line: _Line, envelope: Json, fault: Fault | None) -> Ack:
        owed: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        line.owed[envelope["envelope_id"]] = owed
        try:
            await line.socket.send_json(envelope)
            if fault and fault.kind == "hang_up" and line.transport:
                line.transport.close()
            return await owed
        except ConnectionError:
            return Ack(ok=False, reason="connection_failed")
        finally:
            line.owed.pop(envelope["envelope_id"], None)

    async def _tell_to_leave(self, line: _Line, reason: str) -> None:
        line.was_told_to_leave = True
        await line.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "practice"}})

    def _next_line(self) -> _Line | None:
        if not self._lines:
            return None
        staying = [each for each in self._lines if not each.was_told_to_leave] or self._lines
        return staying[next(self._turns) % len(staying)]

    def _new_id(self) -> str:
        return f"envelope-{next(self._numbers):06d}"

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._lines),
            "connection_info": {"app_id": APP_ID},
            "debug_info": {"host": "practice", "approximate_connection_time": 18060},
        }


def _envelope(name: str, kind: Kind, payload: Json, retry: Retry | None) -> Json:
    envelope = {
        "envelope_id": name,
        "type": kind.value,
        "payload": payload,
        "accepts_response_payload": kind is not Kind.EVENT,
    }
    if kind is not Kind.EVENT:
        return envelope
    return {**envelope, "retry_attempt": retry.attempt if retry else 0, "retry_reason": retry.reason if retry else ""}


def _settle(line: _Line, answer: Json) -> None:
    owed = line.owed.get(str(answer.get("envelope_id")))
    # An answer that comes after Slack lost its patience is for nobody.
    if owed and not owed.done():
        payload = answer.get("payload")
        owed.set_result(Ack(ok=True, payload={"text": payload} if isinstance(payload, str) else payload))
