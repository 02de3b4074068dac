"""Where the bytes of a file are fetched, by whoever may: everybody else is led to a page to sign in, as in Slack."""

from collections.abc import Sequence
from urllib.parse import quote

from aiohttp import web

from bot.practice.scopes import FILES_SCOPE
from bot.practice.workspace import TEAM_ID, Workspace

SIGN_IN = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to see this.</body></html>"


class Downloads:
    """Hands out what people attached to forms, to the app's own token."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return where the bytes are fetched."""
        begin = f"/files-pri/{TEAM_ID}-{{id}}"
        return [
            web.get(f"{begin}/{{name}}", self._handle),
            web.get(f"{begin}/download/{{name}}", self._handle),
            web.get("/signin", self._sign_in),
        ]

    async def _handle(self, request: web.Request) -> web.Response:
        if not self._may(request):
            return web.Response(status=302, headers={"Location": f"/signin?redir={quote(request.path, safe='')}"})
        file = self._workspace.files.get(request.match_info["id"])
        if file is None or file.content is None:
            return web.Response(status=404, text="file_not_found")
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _sign_in(self, _: web.Request) -> web.Response:
        return web.Response(text=SIGN_IN, content_type="text/html")

    def _may(self, request: web.Request) -> bool:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        has_token = scheme == "Bearer" and token in self._workspace.bot_tokens
        return has_token and FILES_SCOPE in self._workspace.scopes
