"""No request is sent on to another address: what was taken at the first one would be sent twice."""

from types import SimpleNamespace

from aiohttp import ClientError, ClientSession, TraceConfig, TraceRequestRedirectParams


class Redirected(ClientError):
    """The answer pointed elsewhere. Whether the request was taken before, nobody can tell."""


def refuses_redirects() -> TraceConfig:
    """What makes a session end a request where it was sent to. Such a request raises Redirected."""

    async def refuse(_session: ClientSession, _context: SimpleNamespace, _params: TraceRequestRedirectParams) -> None:
        raise Redirected

    config = TraceConfig()
    config.on_request_redirect.append(refuse)
    return config
