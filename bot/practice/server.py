"""The practice workspace on the network: one small HTTP server on loopback."""

from collections.abc import Iterable
from typing import Self

from aiohttp import web

from bot.practice.deliveries import Courier
from bot.practice.downloads import Downloads
from bot.practice.file_methods import Uploads
from bot.practice.http_events import HttpDelivery
from bot.practice.response_urls import ResponseUrls
from bot.practice.sockets import SocketServer
from bot.practice.web_api import WebApi
from bot.practice.workspace import Workspace

BIGGEST_POST = 32 * 1024 * 1024
"""Bytes: room for files that are too big for a form, so that the form can say so."""


class PracticeServer:
    """Serves a workspace: Web API, Socket Mode, response URLs, and whatever `routes` are added (the page's)."""

    def __init__(self, workspace: Workspace, runner: web.AppRunner, sockets: SocketServer, courier: Courier) -> None:
        self.workspace, self.sockets = workspace, sockets
        self._runner, self._courier = runner, courier
        self._http: HttpDelivery | None = None

    @classmethod
    async def start(
        cls,
        workspace: Workspace,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        routes: Iterable[web.AbstractRouteDef] = (),
        ack_seconds: float = 3.0,
        retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0),
    ) -> Self:
        """Start serving (port 0 picks a free one) and deliver over Socket Mode."""
        sockets = SocketServer(workspace)
        application = web.Application(client_max_size=BIGGEST_POST)
        for place in (WebApi(workspace), Uploads(workspace), Downloads(workspace), ResponseUrls(workspace), sockets):
            application.add_routes(place.routes())
        application.add_routes(routes)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        workspace.origin = f"http://{host}:{runner.addresses[0][1]}"
        courier = Courier(sockets, workspace.faults, ack_seconds=ack_seconds, retry_delays=retry_delays)
        workspace.delivery = courier
        return cls(workspace, runner, sockets, courier)

    @property
    def origin(self) -> str:
        """Where the server is: `http://127.0.0.1:1234`."""
        return self.workspace.origin

    @property
    def base_url(self) -> str:
        """What the Slack clients take as their base URL."""
        return f"{self.origin}/api/"

    async def send_to(self, request_url: str) -> bool:
        """Deliver as signed HTTP requests to this URL from now on; False if it does not pass the verification."""
        delivery = HttpDelivery(request_url, self.workspace.signing_secret)
        if not await delivery.verify():
            await delivery.close()
            return False
        if self._http:
            await self._http.close()
        self._http = self._courier.road = delivery
        return True

    async def stop(self) -> None:
        """Stop serving and leave nothing behind."""
        self.workspace.delivery = None
        await self._courier.close()
        if self._http:
            await self._http.close()
        await self.sockets.close()
        await self._runner.cleanup()
