"""`/api/{method}` over HTTP: tokens, scopes and arguments are checked in Slack's order, then the method runs."""

import json
from collections.abc import Mapping, Sequence

from aiohttp import web

from bot.practice import chat_methods, directory_methods, file_methods, view_methods
from bot.practice.faults import CALL_KINDS, Answer, Cut
from bot.practice.method_calls import Methods
from bot.practice.refusals import Refused
from bot.practice.scopes import needed
from bot.practice.wire import Json
from bot.practice.workspace import Workspace

METHODS: Methods = {
    **chat_methods.METHODS,
    **file_methods.METHODS,
    **view_methods.METHODS,
    **directory_methods.METHODS,
}
FOR_APP_TOKEN = frozenset({"apps.connections.open"})


class WebApi:
    """Answers a workspace's Web API, well or, if a fault was ordered, badly."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return where the methods are to be found."""
        return [web.get("/api/{method}", self._handle), web.post("/api/{method}", self._handle)]

    async def _handle(self, request: web.Request) -> web.Response:
        method, arguments = request.match_info["method"], await _arguments(request)

        async def call() -> Answer:
            wait = self._workspace.limits.count(method)
            return _ratelimited(wait) if wait else answer_call(self._workspace, method, arguments)

        fault = self._workspace.faults.take(method, CALL_KINDS)
        try:
            answer = await (CALL_KINDS[fault.kind](fault, call) if fault else call())
        except Cut:
            return _cut(request)
        body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        headers = {"Content-Type": "application/json; charset=utf-8", **answer.headers}
        if not answer.whole:
            return await _half(request, body.encode(), status=answer.status, headers=headers)
        return web.Response(text=body, status=answer.status, headers=headers)


def answer_call(workspace: Workspace, method: str, arguments: Json) -> Answer:
    """Do what the method does and answer as Slack would; the caller's token is among the arguments."""
    headers = {"x-oauth-scopes": ",".join(sorted(workspace.scopes))}
    given = dict(arguments)
    token = given.pop("token", None)
    try:
        _check(workspace, method, token, given)
        return Answer({"ok": True, **METHODS[method].run(workspace, given)}, headers=headers)
    except Refused as refusal:
        return Answer({"ok": False, "error": refusal.code, **refusal.details}, headers=headers)


def _check(workspace: Workspace, method: str, token: str | None, arguments: Json) -> None:
    if method not in METHODS:
        raise Refused("unknown_method", req_method=method)
    _check_token(workspace, method, token)
    channel = workspace.channels.get(str(arguments.get("channel")))
    scope = needed(method, channel.kind) if channel else needed(method)
    if scope and scope not in workspace.scopes:
        raise Refused("missing_scope", needed=scope, provided=",".join(sorted(workspace.scopes)))
    missing = [each for each in METHODS[method].required if not arguments.get(each)]
    if missing:
        messages = [f"[ERROR] missing required field: {each}" for each in missing]
        raise Refused("invalid_arguments", response_metadata={"messages": messages})


def _check_token(workspace: Workspace, method: str, token: str | None) -> None:
    if not token:
        raise Refused("not_authed")
    is_app_token, is_bot_token = token == workspace.app_token, token in workspace.bot_tokens
    if not is_app_token and not is_bot_token:
        raise Refused("invalid_auth")
    if is_app_token != (method in FOR_APP_TOKEN):
        raise Refused("not_allowed_token_type")


def _ratelimited(wait: int) -> Answer:
    return Answer({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(wait)})


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.close()
    return web.Response()


async def _half(request: web.Request, body: bytes, *, status: int, headers: Mapping[str, str]) -> web.Response:
    begun = web.StreamResponse(status=status, headers=headers)
    begun.content_length = len(body)
    await begun.prepare(request)
    await begun.write(body[: len(body) // 2])
    return _cut(request)


async def _arguments(request: web.Request) -> Json:
    arguments: Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.text()
        arguments.update(json.loads(body) if body else {})
    else:
        arguments.update(await request.post())
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return {**arguments, "token": token} if scheme == "Bearer" else arguments
