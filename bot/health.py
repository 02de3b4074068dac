"""How the process is, told over HTTP: that it lives, whether it is ready and if not why, and what it has counted."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import Final, Protocol
from urllib.parse import urlsplit

from aiohttp import HttpVersion11, web

from bot.domain.errors import BedsideError
from bot.domain.pace import NO_ANSWER, PROBE, Lane, LaneName
from bot.flows.ports import OpenWork
from bot.logs import log

ANSWER_WITHIN: Final = timedelta(seconds=2)
"""How long a check may take: whoever asks has little patience, too."""
LEAVE_WITHIN: Final = 0.5
TURNS_MISSED: Final = 3
BEAT_GRACE: Final = timedelta(seconds=60)
"""A beat is late once it has missed so many turns, and this long besides."""
LONGEST_RUN: Final = timedelta(minutes=10)
"""One that is under way is given as long as it takes to welcome a large roster."""
TROUBLE_LASTS: Final = 2 * PROBE
"""A trouble that no probe met again for so long is over as far as anybody can tell: without messages none is sent."""
A_PROXYS: Final = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
"""Headers by which a proxy says that it asks for somebody else."""
BARE_NAME: Final = re.compile(r"[a-z0-9_-]+", re.IGNORECASE)
"""`localhost`, or a service of the same composition: no name on the Internet is without a dot."""
NOT_NEAR: Final = (
    "The meters can be read from the same network only, past no proxy: ask for them by localhost, by a private address "
    "or by a name without a dot."
)
SLACKS_CODE: Final = re.compile(r"[a-z_]{1,64}")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: whether all is well, and a sentence that says so."""

    well: bool
    says: str


Check = Callable[[], Awaitable[Finding]]


class LastBeat(Protocol):
    """How long ago a beat last ended well, how often it should come, and whether it is under way."""

    @property
    def name(self) -> str: ...
    @property
    def ago(self) -> timedelta: ...
    @property
    def every(self) -> timedelta: ...
    @property
    def is_running(self) -> bool: ...


class Health:
    """Answers `/healthz`, `/readyz` and `/metrics`. `refresh` sets the gauges that `exposition` then shows."""

    def __init__(
        self,
        checks: Mapping[str, Check],
        *,
        refresh: Callable[[], Awaitable[object]],
        exposition: Callable[[], tuple[bytes, str]],
    ) -> None:
        self._checks, self._refresh, self._exposition = checks, refresh, exposition

    def routes(self) -> list[web.RouteDef]:
        """Where the answers are to be found."""
        return [
            web.get("/healthz", self._live),
            web.get("/readyz", self._ready),
            web.get("/metrics", self._metrics),
        ]

    async def _live(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _ready(self, _: web.Request) -> web.Response:
        findings = {name: await check() for name, check in self._checks.items()}
        ready = all(finding.well for finding in findings.values())
        told = {"ready": ready} | {name: asdict(finding) for name, finding in findings.items()}
        return web.json_response(told, status=200 if ready else 503)

    async def _metrics(self, request: web.Request) -> web.Response:
        """Only for machines nearby: in a small cohort it would tell a passer-by how many answered, and when."""
        if not _is_near(request):
            return web.Response(status=403, text=NOT_NEAR)
        await self._refresh()
        body, content_type = self._exposition()
        return web.Response(body=body, headers={"Content-Type": content_type})


class AtMostEvery:
    """A check that is made at most once in a while, whoever asks how often, and that keeps nobody waiting."""

    def __init__(self, check: Check, every: timedelta, *, within: timedelta = ANSWER_WITHIN) -> None:
        self._check, self._every, self._within = check, every.total_seconds(), within.total_seconds()
        self._newest: asyncio.Task[Finding] | None = None
        self._again_at = 0.0

    async def __call__(self) -> Finding:
        """The newest finding. A check that takes too long finds nothing well, and none is begun beside it."""
        now = asyncio.get_running_loop().time()
        if self._newest is None or (self._newest.done() and now >= self._again_at):
            self._again_at = now + self._every
            self._newest = asyncio.create_task(_in_words(self._check))
        # The check goes on when this ends: to cancel it could take as long as the check itself.
        await asyncio.wait({self._newest}, timeout=self._within)
        if not self._newest.done():
            return Finding(well=False, says=f"No answer came in {self._within:g} seconds.")
        return self._newest.result()

    async def close(self) -> None:
        """Leave a check that is under way."""
        if self._newest is not None:
            self._newest.cancel()
            await asyncio.wait({self._newest}, timeout=LEAVE_WITHIN)


class DatabaseCheck:
    """Whether the database answers. `trouble` says why, as the database has it, Slack has taken nothing lately."""

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work
        self.trouble = ""

    async def __call__(self) -> Finding:
        """Read something small."""
        try:
            async with self._open_work() as work:
                lanes, now = await work.lanes.all(), await work.lanes.now()
        except BedsideError:
            return Finding(well=False, says="The database does not answer.")
        post = lanes.get(LaneName.POST, Lane())
        self.trouble = post.trouble if post.blocked_until > now - TROUBLE_LASTS else ""
        return Finding(well=True, says="The database answers.")


class SlackCheck:
    """Whether Slack knows the bot, takes its messages, and is connected where the process connects to it at all."""

    def __init__(
        self,
        asked: Check,
        *,
        trouble: Callable[[], str],
        connections: Callable[[], Awaitable[int]] | None = None,
    ) -> None:
        self._asked, self._trouble, self._connections = asked, trouble, connections

    async def __call__(self) -> Finding:
        """The first thing that is wrong, if any is."""
        asked = await self._asked()
        if not asked.well:
            return asked
        if self._connections is not None and not await self._connections():
            return Finding(well=False, says="No connection to Slack stands.")
        # A Slack that gave messages no answer has just given one.
        if (trouble := self._trouble()) and trouble != NO_ANSWER:
            code = trouble if SLACKS_CODE.fullmatch(trouble) else "an unknown error"
            return Finding(well=False, says=f"Slack takes no message from this app: {code}.")
        return asked


class BeatCheck:
    """Whether every beat came when it should. `beats` has none while the heart does not beat."""

    def __init__(self, beats: Callable[[], Iterable[LastBeat]]) -> None:
        self._beats = beats

    async def __call__(self) -> Finding:
        """The first beat that is late, if any is."""
        beats = tuple(self._beats())
        if not beats:
            return Finding(well=True, says="This process has no heartbeat: `bedside worker` or `bedside run` has.")
        for beat in beats:
            allowed = TURNS_MISSED * beat.every + BEAT_GRACE + beat.is_running * LONGEST_RUN
            if beat.ago > allowed:
                return Finding(
                    well=False,
                    says=f"The beat `{beat.name}` last went well {beat.ago.total_seconds():.0f} seconds ago "
                    f"and should come every {beat.every.total_seconds():.0f}.",
                )
        return Finding(well=True, says="Every beat came when it should.")


async def _in_words(check: Check) -> Finding:
    try:
        return await check()
    except BedsideError as error:
        return Finding(well=False, says=str(error))
    except Exception as error:  # noqa: BLE001 - a check that breaks finds nothing well, and the process works on
        log("check_failed", level=logging.ERROR, error=error)
        return Finding(well=False, says="The check itself broke: the log says where.")


def _is_near(request: web.Request) -> bool:
    """Whether a request comes straight from this machine or a private network, as far as anybody can tell."""
    # A plain nginx sends no such header and asks for its own address, but speaks HTTP as it was before 1.1.
    if any(header in request.headers for header in A_PROXYS) or request.version < HttpVersion11:
        return False
    return _is_private(request.remote or "") and _is_neighbour(request.headers.get("Host", ""))


def _is_neighbour(host: str) -> bool:
    """Whether nobody on the Internet could ask for it by this name."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return BARE_NAME.fullmatch(name) is not None or _is_private(name)


def _is_private(written: str) -> bool:
    try:
        address = ip_address(written)
    except ValueError:
        return False
    # An address of the public Internet looks private to Python when it is written in the newer form.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_private
