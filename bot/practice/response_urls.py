"""`/response/{id}`: the address under which an app answers a press or a command, a few times and for a while."""

import json
from collections.abc import Sequence

from aiohttp import web

from bot.practice.chat_methods import written
from bot.practice.passes import PassTurnedAway, Turned
from bot.practice.refusals import Refused
from bot.practice.wire import Json
from bot.practice.workspace import Accepted, Message, Origin, Workspace


class ResponseUrls:
    """Takes the answers and puts them where they belong."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return where the answers come in."""
        return [web.post("/response/{id}", self._handle)]

    async def _handle(self, request: web.Request) -> web.Response:
        answer: Json = json.loads(await request.text())
        try:
            self._place(self._workspace.responses.redeem(request.match_info["id"]), answer)
        except PassTurnedAway as away:
            error = "used_url" if away.why is Turned.SPENT else "expired_url"
            return web.json_response({"ok": False, "error": error}, status=404)
        except Refused as refusal:
            return web.json_response({"ok": False, "error": refusal.code, **refusal.details}, status=400)
        return web.Response(text="ok")

    def _place(self, origin: Origin, answer: Json) -> None:
        original = self._workspace.message(origin.channel, origin.ts) if origin.ts else None
        if answer.get("delete_original"):
            if original:
                self._workspace.remove(original)
            self._accept(origin, answer, original)
            return
        text, blocks = written(answer)
        if answer.get("replace_original") and original:
            message = self._workspace.edit(original, text=text, blocks=blocks)
        else:
            whom = None if answer.get("response_type") == "in_channel" else origin.user
            message = self._workspace.post(origin.channel, text or "", blocks=blocks or (), ephemeral_to=whom)
        self._accept(origin, answer, message)

    def _accept(self, origin: Origin, answer: Json, message: Message | None) -> None:
        ts = message.ts if message else None
        self._workspace.accepted.append(Accepted("response_url", origin.channel, ts, origin.user, arguments=answer))
        self._workspace.touch()
