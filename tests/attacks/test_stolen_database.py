"""Somebody has stolen the database: without the key, with it, and with the bytes of its files."""

import asyncio
import hashlib
import hmac
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest

from bot.domain.digest import Digest
from bot.domain.people import PersonId
from bot.domain.reply import Sharing
from bot.flows.forget_replies import forget_replies
from bot.flows.open_home.opening import open_home
from bot.flows.open_home.student import StudentHome
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.slack.home_tab import publish_home
from bot.slack.requests import House
from bot.slack.views.home.tab import home
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.unit_of_work import Work
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import SAID, Choice, all_say, digest, exchanged, ready, world_on
from tests.attacks.theft import Copy, empty, files_of, opened, outside, with_key
from tests.databases import KEY, folder_in_memory
from tests.fakes import FakeClock, FakeMessenger
from tests.stories import ALICE, BOB, CAROL, DEV, EIGHT, ESI, GUS, MONDAY, NEXT_MONDAY, at

CIPHER = Cipher([KEY])
PIECE = 64
EVENING = at(MONDAY, "18:30")

BEFORE = Attack(
    "A stolen copy, without the key, before a digest.",
    "Every table, column and row of the database.",
    "what students wrote, ticked and shared",
    Table.SYSTEM,
)
AFTER = Attack(
    "A stolen copy, without the key, after the digest.",
    "Every table, column and row of the database, and the posted digest.",
    "which of two students gave which reply",
    Table.SYSTEM,
)
WITH_KEY = Attack(
    "A stolen copy, with the key, after the digest; journals apart.",
    "Every value decrypted but the journals' texts.",
    "which of two students gave which reply",
    Table.SYSTEM,
)
JOURNALS = Attack(
    "A stolen copy, with the key, after the digest; journals too.",
    "Every value decrypted, as whoever runs Bedside can, and the posted digest.",
    "whose words a quote is",
    Table.SYSTEM,
)
HOME = Attack(
    "What a Home tab showed, with the key.",
    "The keyed hash of the Home tab that a student last looked at, and every choice to try on it.",
    "what a student had ticked and shared",
    Table.SYSTEM,
)
LEFTOVERS = Attack(
    "The bytes of an embedded database's files.",
    "Free pages and the log, after the digest.",
    "ticked themes, and encrypted words that a digest has used",
    Table.SYSTEM,
)


@dataclass(frozen=True, slots=True)
class Theft:
    """Copies of a week's database before and after its digest, and the digest."""

    before: Copy
    after: Copy
    digest: Digest


async def steal(database: Database, said: dict[PersonId, Choice]) -> Theft:
    """Live through a week in an empty database."""
    await empty(database)
    world, messenger = world_on(database), FakeMessenger()
    await ready(world, messenger)
    await all_say(world, said)
    await look_at_home(world, ALICE)
    before = await Copy.of(database)
    shown = await digest(world, messenger)
    return Theft(before, await Copy.of(database), shown)


WORLDS = {
    "as it was": SAID,
    "other words and themes": {
        **SAID,
        ALICE: replace(SAID[ALICE], text="Rain." + " And more rain." * 20),
        GUS: replace(SAID[GUS], themes=("time-pressure",)),
    },
    "other sharing": {**SAID, CAROL: replace(SAID[CAROL], sharing=Sharing.THEMES)},
    "authors exchanged": exchanged(exchanged(exchanged(SAID, ALICE, BOB), CAROL, GUS), DEV, ESI),
}


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def thefts(request: pytest.FixtureRequest) -> dict[str, Theft]:
    """The same week in several worlds."""
    if request.param == "postgres":
        return asyncio.run(_steal_all(request.getfixturevalue("postgres_database")))
    with folder_in_memory() as folder:
        copy = shutil.copy(request.getfixturevalue("sqlite_template"), folder / "bedside.sqlite3")
        return asyncio.run(_steal_all(f"sqlite:///{copy}"))


async def _steal_all(url: str) -> dict[str, Theft]:
    async with opened(url, cipher=CIPHER) as database:
        return {name: await steal(database, said) for name, said in WORLDS.items()}


async def look_at_home(world: World, student: PersonId) -> None:
    """A student opens Home, and what it shows is written down as the bot does it."""

    async def views_publish(**_: object) -> dict[str, Any]:
        return {"view": {"hash": "1.slack"}}

    house = House(world, FakeClock(EVENING), poke=lambda: None)
    await publish_home(SimpleNamespace(views_publish=views_publish), house, student)  # type: ignore[arg-type]


def test_without_the_key_there_is_not_a_word_of_anybody(thefts: dict[str, Theft]) -> None:
    words = {word for choice in SAID.values() for word in choice.text.replace(".", " ").split() if len(word) > 4}
    assert len(words) > 10
    for copy in (thefts["as it was"].before, thefts["as it was"].after):
        for column, value in copy.values():
            kept = value.decode("latin-1") if isinstance(value, bytes) else str(value)
            assert not [word for word in words if word in kept], column


def test_without_the_key_and_before_a_digest_themes_and_sharing_are_plain_and_words_are_not(
    thefts: dict[str, Theft],
) -> None:
    seen = {name: theft.before.differs(thefts["as it was"].before, outside) for name, theft in thefts.items()}
    assert seen["other words and themes"] == {"replies.themes"}
    assert seen["other sharing"] == {"replies.sharing", "replies.excerpt", "replies.changed_at"}
    BEFORE.told("nothing", "who replied on which day, ticked themes and the sharing choice; not a word")


def test_without_the_key_and_after_a_digest_nothing_ties_a_reply_to_it(thefts: dict[str, Theft]) -> None:
    as_it_was = thefts["as it was"]
    assert as_it_was.digest.themes
    assert as_it_was.digest.quotes
    for name in ("other words and themes", "authors exchanged"):
        assert thefts[name].after.differs(as_it_was.after, outside) == set(), name
    assert thefts["authors exchanged"].digest == as_it_was.digest
    tokens = [value for _, value in as_it_was.after.values() if isinstance(value, bytes)]
    assert {outside(token)[1] for token in tokens} == {0}, "the time that stands in each is none"
    AFTER.told("one of two", "one of two: only that both replies were used")


def test_with_the_key_and_after_a_digest_only_the_journals_differ(thefts: dict[str, Theft]) -> None:
    as_it_was, read = thefts["as it was"].after, with_key(CIPHER)
    for name in ("other words and themes", "authors exchanged"):
        assert thefts[name].after.differs(as_it_was, read) == {"replies.text"}, name
    WITH_KEY.told("one of two", "one of two")


def test_with_the_key_a_quote_is_found_in_its_authors_journal_unless_no_copy_was_kept(
    thefts: dict[str, Theft],
) -> None:
    theft = thefts["as it was"]
    journals = {row["student"]: CIPHER.decrypt(row["text"]) for row in theft.after.tables["replies"]}
    found = {words: [who for who in EIGHT if words.rstrip("…") in journals[who]] for words in theft.digest.quotes}
    for words, authors in found.items():
        (wrote,) = [who for who in EIGHT if SAID[who].text.startswith(words.rstrip("…"))]
        assert authors == ([wrote] if SAID[wrote].keep_copy else [])
    assert journals[DEV] == ""
    JOURNALS.told("one of seven", "every author who kept a copy; nobody who shared and kept none")


def test_every_instant_of_a_used_reply_is_gone(thefts: dict[str, Theft]) -> None:
    """Whoever comes back to share words does so a little later."""
    used = [row for row in thefts["as it was"].after.tables["replies"] if row["spent"]]
    assert len(used) == 7
    told = [{name: value for name, value in row.items() if name not in ("id", "student", "text")} for row in used]
    assert all(each == told[0] for each in told)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_hash_of_a_home_tab_can_be_tried_on_every_choice_until_the_digest(world: World) -> None:
    await ready(world, FakeMessenger())
    await all_say(world)
    await look_at_home(world, ESI)
    assert [guess async for guess in tried_on_home(world)] == [frozenset(SAID[ESI].themes)]
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    assert [guess async for guess in tried_on_home(world)] == []
    HOME.told("nothing", "nothing: the hash goes with the release; before it, all of it")


async def tried_on_home(world: World) -> AsyncIterator[frozenset[str]]:
    """Every choice of two themes with which Esi's Home would have looked as it did."""
    found = await open_home(world, ESI, at=EVENING)
    assert isinstance(found, StudentHome)
    (entry,) = found.journal.entries
    async with world.open_work() as work:
        last = await work.homes.last(ESI)
    for pair in combinations(world.curriculum.themes, 2):
        slugs, labels = frozenset(theme.slug for theme in pair), tuple(theme.label for theme in pair)
        before = replace(entry.reply, themes=slugs, sharing=Sharing.THEMES, spent=False)
        guess = replace(entry, reply=before, themes=labels, digest_on=NEXT_MONDAY)
        looked = replace(found, journal=replace(found.journal, entries=(guess,)))
        view = home(looked, support=world.program.support_lines).to_dict()
        content = hmac.new(world.home_key, json.dumps(view).encode(), hashlib.sha256).hexdigest()
        if last is not None and last.content == content:
            yield slugs


@pytest.mark.parametrize("erases", [True, False])
async def test_no_byte_of_what_was_shared_stays_in_an_embedded_databases_files(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, erases: bool
) -> None:
    """And some would, if the log were left as it is."""
    if not erases:
        monkeypatch.setattr(Work, "commit_and_erase", Work.commit)
    async with opened(sqlite_url, cipher=CIPHER) as database:
        world, messenger = world_on(database), FakeMessenger()
        await ready(world, messenger)
        await all_say(world, {**SAID, ALICE: replace(SAID[ALICE], text="Words that are changed.")})
        shared = _tokens(await Copy.of(database))
        await all_say(world, {ALICE: SAID[ALICE]})
        shared |= _tokens(await Copy.of(database))
        themes = {json.dumps(sorted(choice.themes)).encode() for choice in SAID.values() if len(choice.themes) > 1}
        assert not _missing(shared | themes, files_of(sqlite_url))
        await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
        body = _tokens(await Copy.of(database), "outbox.body")
        assert (_missing(shared | themes, files_of(sqlite_url)) == shared | themes) is erases
        await digest(world, messenger)
        await forget_replies(world, at=at(NEXT_MONDAY, "08:00"))
        assert (_missing(body, files_of(sqlite_url)) == body) is erases
    LEFTOVERS.told("nothing", "nothing")


def _missing(wanted: set[bytes], files: bytes) -> set[bytes]:
    """What no piece of is there: what is long lies in several places."""
    return {each for each in wanted if not any(each[first : first + PIECE] in files for first in _pieces(each))}


def _pieces(token: bytes) -> range:
    # Ciphertexts begin alike: with the time, which is none.
    return range(1) if len(token) < 2 * PIECE else range(PIECE, len(token) - PIECE, PIECE)


def _tokens(copy: Copy, column: str = "replies.excerpt") -> set[bytes]:
    found = {value for name, value in copy.values() if name == column and value is not None}
    assert found
    return found
