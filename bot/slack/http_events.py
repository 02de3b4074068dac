"""Takes Slack's signed HTTP requests and hands them to the Bolt app."""

from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.logs import log

PATH: Final = "/slack/events"
LARGEST_BODY: Final = 1024 * 1024
LONGEST_TIMESTAMP: Final = 12
SIGNATURE, TIMESTAMP = "X-Slack-Signature", "X-Slack-Request-Timestamp"


def events_route(app: AsyncApp, *, signing_secret: str) -> web.RouteDef:
    """Where Slack sends everything: requests that it did not sign get 401, and none of their content is logged."""
    verifier = SignatureVerifier(signing_secret)

    async def take(request: web.Request) -> web.Response:
        body = await _read(request)
        if not _is_signed(request, body, verifier):
            log("request_not_signed")
            raise web.HTTPUnauthorized
        return await to_aiohttp_response(await app.async_dispatch(_for_bolt(request, body)))

    return web.post(PATH, take)


def _for_bolt(request: web.Request, body: bytes) -> AsyncBoltRequest:
    """The request as Bolt takes it, or 400 for a body that Bolt can't read: it fails in many ways there."""
    try:
        return AsyncBoltRequest(body=body.decode(), query=request.query_string, headers=dict(request.headers))
    except (ValueError, TypeError, AttributeError, KeyError):
        log("request_unreadable")
        raise web.HTTPBadRequest from None


async def _read(request: web.Request) -> bytes:
    """The body, or 413 as soon as it grows too large."""
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(max_size=LARGEST_BODY, actual_size=len(body))
    return bytes(body)


def _is_signed(request: web.Request, body: bytes, verifier: SignatureVerifier) -> bool:
    """Slack's library fails on headers that no Slack would send, so they are looked at first."""
    signature, timestamp = request.headers.get(SIGNATURE, ""), request.headers.get(TIMESTAMP, "")
    plausible = signature.isascii() and timestamp.isascii() and timestamp.isdigit()
    if not plausible or len(timestamp) > LONGEST_TIMESTAMP or not _is_text(body):
        return False
    return verifier.is_valid(body, timestamp, signature)


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
