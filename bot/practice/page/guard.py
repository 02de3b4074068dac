"""Keeps other sites out: only this computer's own page may look, and only from itself may it be posted to."""

from collections.abc import Awaitable, Callable
from functools import wraps
from ipaddress import ip_address

from aiohttp import web
from yarl import URL

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def guarded(handler: Handler) -> Handler:
    """The handler, reached by requests that come from this computer's own page only."""

    @wraps(handler)
    async def guard(request: web.Request) -> web.StreamResponse:
        if not _is_loopback(request.host):
            raise web.HTTPForbidden(text="This page answers on this computer only.")
        if request.method == "POST" and not _is_same_origin(request):
            raise web.HTTPForbidden(text="This came from another page.")
        response = await handler(request)
        response.headers.update(_HEADERS)
        return response

    return guard


def _is_loopback(host: str) -> bool:
    try:
        name = URL(f"http://{host}").host or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _is_same_origin(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    return origin in (None, f"http://{request.host}") and site in (None, "same-origin", "none")
