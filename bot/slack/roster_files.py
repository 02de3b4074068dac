"""A file that somebody attached to a form is fetched from Slack, and the token is shown to Slack alone."""

from typing import Final
from urllib.parse import SplitResult, urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import FileGone, FilesHidden
from bot.domain.outbox import AppRefused, GiveUp
from bot.domain.roster import MOST_BYTES, decoded
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, what_now
from bot.slack.redirects import Redirected

FILES_OF_SLACK: Final = ("https", "files.slack.com")
"""Where files lie, besides wherever Slack's methods are called."""
_CHUNK: Final = 65_536


async def read_roster_file(client: AsyncWebClient, file_id: str) -> str:
    """The text of a file, by its id. Raises FilesHidden, FileGone, SlackUnavailable, and RosterRefused for what is no
    text or too large."""
    url = await _address_of(client, file_id)
    if not is_slacks_own(url, client.base_url):
        log("file_elsewhere_refused")
        raise FileGone
    try:
        return decoded(await _content(client, url))
    except Redirected as failure:
        # Slack leads whoever may not read a file to the page for signing in.
        raise FilesHidden from failure
    except SLACK_FAILURES as failure:
        raise SlackUnavailable from failure


def is_slacks_own(url: str, base_url: str) -> bool:
    """Whether the token may be sent to an address: to Slack's files, or where Slack's methods are called."""
    try:
        return _origin(urlsplit(url)) in (FILES_OF_SLACK, _origin(urlsplit(base_url)))
    except ValueError:
        return False


def _origin(parts: SplitResult) -> tuple[str, str]:
    return parts.scheme, parts.netloc


async def _address_of(client: AsyncWebClient, file_id: str) -> str:
    try:
        answer = await client.files_info(file=file_id)
    except SLACK_FAILURES as failure:
        match what_now(failure):
            case AppRefused():
                raise FilesHidden from failure
            case GiveUp():
                raise FileGone from failure
            case _:
                raise SlackUnavailable from failure
    return str(answer["file"].get("url_private_download") or "")


async def _content(client: AsyncWebClient, url: str) -> bytes:
    """No more than a roster may have, and one byte that shows that there is more."""
    if client.session is None:
        raise TypeError("the client has no session to fetch files with")
    headers = {"Authorization": f"Bearer {client.token}"}
    async with client.session.get(url, headers=headers, allow_redirects=False) as answer:
        if answer.status in (301, 302, 303, 307, 308) or answer.content_type == "text/html":
            raise FilesHidden
        if answer.status != 200:
            raise FileGone
        content = bytearray()
        async for chunk in answer.content.iter_chunked(_CHUNK):
            content += chunk
            if len(content) > MOST_BYTES:
                break
        return bytes(content)
