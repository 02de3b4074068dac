"""Students who write what Slack could take for something else: nobody is called, nothing becomes a link, and no part of
a digest is pushed aside."""

import json
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.curriculum import ThemeSlug
from bot.domain.reply import Draft, Reply, Sharing
from bot.domain.screening import clean
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.share_words import Held, share_words
from bot.flows.take_reply import Saved, Stopped, take_reply
from bot.practice.workspace import Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.views.digest_post import ASK, QUOTES, SAID, TRY
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import ready
from tests.fakes import FakeMessenger
from tests.slack.conftest import (  # noqa: F401 - a fixture is used by naming it
    client,
    clock,
    server,
    sqlite_only,
    workspace,
    world,
)
from tests.slack.drawings import parts, texts
from tests.stories import ALICE, DIGEST_CHANNEL, EIGHT, MONDAY, NEXT_MONDAY, at, deliver

CALLS = Attack(
    "Words that call, link or disguise.",
    "A student's own words: mentions, links, markup, letters that are unseen or turn others around, very long ones.",
    "somebody notified, a link, a part of the digest that looks otherwise",
    Table.SYSTEM,
)
NAMES = Attack(
    "Words that name their author.",
    "A quote that says “Alice” or what only one person could say.",
    "who wrote it",
    Table.SYSTEM,
)

STOPPED = (
    "<!channel> please",
    "<!here|here> please",
    "<@U0KIM> was kind",
    "<#C0MEDICINE> is where it was",
    "@channel please",
    "＜!channel＞ please",
    "https://evil.example/x",
    "<https://evil.example|Click>",
    "[Click](https://evil.example)",
    "<!chan\u200bnel> please",
)
THROUGH = (
    (
        "<!channel> <!here|here> <@U0KIM> <#C0MEDICINE> @channel <https://evil.example|Click> https://evil.example",
        "*bold* _it_ ~no~ `code` ```\nblock\n``` :wave: :rotating_light: &lt;!channel&gt; > quoted\n>>> all of this",
        "zero\u200bwidth \u202eturned\u202c \u2066isolated\u2069 \ufeffmark \U000e0041tag soft\u00adhyphen שלום",
    ),
    ("x" * 600, "one\n\n\n\ntwo\n> three", "\u0430lice was here, see evil.example"),
)
"""What a quote would hold if nothing were stopped before it is kept."""
WORDLESS = {"user", "usergroup", "channel", "broadcast", "link", "emoji", "mrkdwn", "image", "date", "color"}


async def test_words_that_call_or_link_are_stopped_in_both_forms(world: World) -> None:  # noqa: F811
    await ready(world, FakeMessenger())
    draft, when = Draft(frozenset({ThemeSlug("time-pressure")}), "Nothing.", Sharing.WORDS), at(MONDAY, "18:00")
    saved = await take_reply(world, draft, student=ALICE, on=MONDAY, at=when)
    assert isinstance(saved, Saved)
    version = saved.version
    for words in STOPPED:
        written = replace(draft, text=words)
        taken = await take_reply(world, written, student=ALICE, on=MONDAY, version=version, at=when)
        assert isinstance(taken, Stopped), words
        held = await share_words(world, words, student=ALICE, on=MONDAY, version=version, at=when)
        assert isinstance(held, Held), words


@pytest.mark.parametrize("words", THROUGH)
async def test_words_that_got_through_stay_letters(
    world: World,  # noqa: F811
    workspace: Workspace,  # noqa: F811
    client: AsyncWebClient,  # noqa: F811
    words: tuple[str, ...],
) -> None:
    request = await posted(world, workspace, client, [clean(each) for each in words])
    blocks = request["blocks"] if isinstance(request["blocks"], list) else json.loads(request["blocks"])
    kinds = {part.get("type") for part in parts(blocks)}
    assert kinds & WORDLESS == set()
    quotes = [part["elements"] for part in parts(blocks) if part.get("type") == "rich_text_quote"]
    assert sorted(text for ((only),) in quotes for text in [only["text"]]) == sorted(clean(each) for each in words)
    assert all(only.keys() == {"type", "text"} for ((only),) in quotes)
    assert [text for text in texts(blocks) if text in (TRY, SAID, QUOTES, ASK)] == [TRY, SAID, QUOTES, ASK]
    everything = "".join(texts(blocks)) + request["text"]
    assert not [char for char in everything if unicodedata.category(char) in {"Cf", "Cs"} or char == "\r"]
    assert "<" not in request["text"]
    assert ">" not in request["text"]
    plainly = {name: str(request.get(name)).lower() for name in ("mrkdwn", "unfurl_links", "unfurl_media")}
    assert set(plainly.values()) <= {"false", "0"}
    assert not request.keys() & {"link_names", "parse"}
    CALLS.told("nothing", "nothing: stopped at the form; and what got past it stays letters")


async def test_a_name_in_a_quote_is_shown_as_its_author_saw_it(
    world: World,  # noqa: F811
    workspace: Workspace,  # noqa: F811
    client: AsyncWebClient,  # noqa: F811
) -> None:
    """No list of names is screened yet; the preview shows the author what will be shown."""
    words = ["I am Alice, and I sat down.", "It rained.", "We laughed."]
    request = await posted(world, workspace, client, words)
    assert "Alice" in request["text"]
    NAMES.told("one of eight", "who says so; the forms ask to leave names out, and show what will stand there")


async def posted(
    world: World,  # noqa: F811
    workspace: Workspace,  # noqa: F811
    client: AsyncWebClient,  # noqa: F811
    words: list[str],
) -> dict[str, Any]:
    """What is asked of Slack for a digest that quotes all of these words: they are kept past every form."""
    await ready(world, FakeMessenger())
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        for number, student in enumerate(EIGHT):
            excerpt = words[number] if number < len(words) else None
            sharing = Sharing.THEMES if excerpt is None else Sharing.WORDS
            ticked = frozenset({ThemeSlug("time-pressure")})
            when = at(MONDAY, "18:00")
            await work.replies.save(Reply(student, cohort.id, MONDAY, ticked, "", sharing, when, excerpt=excerpt))
        await work.commit()
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver(world, SlackMessenger(client), when=at(NEXT_MONDAY, "07:00"))
    (request,) = [each for each in workspace.accepted if each.channel == DIGEST_CHANNEL]
    assert request.method == "chat.postMessage"
    return request.arguments
