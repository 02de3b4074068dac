"""Words are kept encrypted, under keys that rotate."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.domain.errors import SettingWrong
from bot.domain.group_answer import GroupAnswer
from bot.domain.outbox import Kind, Planned, State
from bot.domain.reply import Sharing
from bot.domain.roster import RosterPlan
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher, key_beside
from bot.storage.reencrypt import reencrypt
from tests.storage.cast import (
    ALICE,
    BOB,
    DAY,
    DR_KIM,
    MONDAY,
    NO_TIME,
    NOON,
    added,
    apply,
    claimed,
    given_medicine,
    kept,
    medicine,
    reply,
    settled,
)

OLD, NEW = Cipher.new_key(), Cipher.new_key()
SECRETS = ("I sat down first.", "An excerpt to share.", "A digest to post.")


async def raw(database: Database, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Rows exactly as they are stored."""
    async with database.connect() as connection:
        rows = await connection.execute(text(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"))
        return [tuple(row) for row in rows]


async def write_secrets(database: Database) -> None:
    cohort = await given_medicine(database.open_work)
    said, excerpt, digest = SECRETS
    await kept(database.open_work, reply(cohort.id, text=said, sharing=Sharing.WORDS, excerpt=excerpt))
    await kept(database.open_work, reply(cohort.id, BOB, text=""))
    await added(database.open_work, Planned(Kind.DIGEST, "digest:1", NOON, NOON + DAY, body=digest))


@given(words=st.text())
def test_what_is_encrypted_is_decrypted(words: str) -> None:
    cipher = Cipher([NEW])
    token = cipher.encrypt(words)
    assert cipher.decrypt(token) == words
    assert len(words) < 8 or words.encode() not in token


def test_the_newest_key_writes_and_every_key_reads() -> None:
    old, both = Cipher([OLD]), Cipher([NEW, OLD])
    token = old.encrypt("words")
    assert both.decrypt(token) == "words"
    assert Cipher([NEW]).decrypt(both.encrypt("words")) == "words"


def test_rotating_brings_a_token_under_the_newest_key_once() -> None:
    token = Cipher([OLD]).encrypt("words")
    rotated = Cipher([NEW, OLD]).rotate(token)
    assert Cipher([NEW]).decrypt(rotated) == "words"
    assert Cipher([NEW, OLD]).rotate(rotated) == rotated


def test_a_wrong_key_is_named_without_a_word_or_a_key() -> None:
    token = Cipher([OLD]).encrypt("words")
    for use in (Cipher([NEW]).decrypt, Cipher([NEW]).rotate):
        with pytest.raises(SettingWrong, match="BEDSIDE_KEY") as caught:
            use(token)
        for secret in ("words", token.decode(), OLD, NEW):
            assert secret not in str(caught.value)


@pytest.mark.parametrize("keys", [[], ["not a key"], [NEW, "short"], [""], ["ünlesbar"]])
def test_keys_that_are_none_are_refused_without_repeating_them(keys: list[str]) -> None:
    with pytest.raises(SettingWrong, match="BEDSIDE_KEY") as caught:
        Cipher(keys)
    for key in filter(None, keys):
        assert key not in str(caught.value).replace("is not a key", "")


async def test_no_plain_word_is_in_a_table(database: Database) -> None:
    await write_secrets(database)
    stored = await raw(database, "replies", "id", "text", "excerpt") + await raw(database, "outbox", "id", "body")
    tokens = [bytes(value) for row in stored for value in row[1:] if isinstance(value, bytes | memoryview)]
    assert len(tokens) == 4
    assert all(token.startswith(b"gAAAA") for token in tokens)
    for word in SECRETS:
        assert not any(word.encode() in token for token in tokens)


async def test_no_plain_word_is_in_an_embedded_databases_files(database: Database, database_url: str) -> None:
    await write_secrets(database)
    if database_url.startswith("sqlite"):
        files = list(Path(database_url.removeprefix("sqlite:///")).parent.glob("bedside.sqlite3*"))
        contents = b"".join(file.read_bytes() for file in files)
        assert b"time-pressure" in contents
        assert not any(word.encode() in contents for word in SECRETS)


async def test_what_a_digest_spent_or_posted_is_gone_from_the_tables(database: Database) -> None:
    await write_secrets(database)
    async with database.open_work() as work:
        (cohort,) = await work.people.cohorts()
        waiting = await work.replies.waiting(cohort.id, settled_before=NOON, since=NOON - DAY, asked_since=MONDAY)
        await work.replies.spend([reply.id for reply in waiting])
        await work.commit()
    (message,) = await claimed(database.open_work)
    await settled(database.open_work, message, State.FAILED)
    assert await raw(database, "replies", "themes", "sharing", "excerpt", "spent") == [(None, None, None, True)] * 2
    assert await raw(database, "outbox", "body") == [(None,)]


async def test_reencrypting_brings_everything_under_the_newest_key(database_url: str) -> None:
    old = open_database(database_url, cipher=Cipher([OLD]))
    await write_secrets(old)
    await old.close()
    both = open_database(database_url, cipher=Cipher([NEW, OLD]))
    assert await reencrypt(both) == 3
    assert await reencrypt(both) == 0
    await both.close()

    new = open_database(database_url, cipher=Cipher([NEW]))
    async with new.open_work() as work:
        said = await work.replies.get(ALICE, MONDAY)
        empty = await work.replies.get(BOB, MONDAY)
        (digest,) = await work.delivery.claim(at=NOON, limit=1, lease=NO_TIME)
        body = await work.delivery.body(digest.id)
    await new.close()
    assert said is not None
    assert empty is not None
    assert (said.text, said.excerpt, body) == SECRETS
    assert empty.text == ""


async def test_reencrypting_goes_through_every_answer_of_every_cohort(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.reencrypt.BATCH", 2)
    old = open_database(database_url, cipher=Cipher([OLD]))
    await given_medicine(old.open_work)
    await apply(old.open_work, RosterPlan((medicine("Surgery"),), (), ()))
    async with old.open_work() as work:
        cohorts = [each.id for each in await work.people.cohorts()]
        # Later days of an earlier cohort, so that neither half of the key alone gives the order.
        places = [(cohort, MONDAY - number * DAY) for number, cohort in enumerate(cohorts * 3)]
        for cohort, on in places:
            assert await work.group_answers.add(GroupAnswer(cohort, on, DR_KIM, f"{on}", "Dr. Kim", NOON))
        await work.commit()
    await old.close()
    both = open_database(database_url, cipher=Cipher([NEW, OLD]))
    assert await reencrypt(both) == 6
    assert await reencrypt(both) == 0
    await both.close()
    new = open_database(database_url, cipher=Cipher([NEW]))
    async with new.open_work() as work:
        found = await work.group_answers.newest(cohorts, since=MONDAY - 30 * DAY)
    await new.close()
    assert {(each.cohort_id, each.on) for each in found} == set(places)
    assert all((each.text, each.signature) == (f"{each.on}", "Dr. Kim") for each in found)


async def test_reencrypting_leaves_no_length_and_no_time_of_an_earlier_release(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(Cipher, "encrypt", as_it_was_written_before)
        old = open_database(database_url, cipher=Cipher([OLD]))
        await write_secrets(old)
        async with old.open_work() as work:
            (cohort,) = await work.people.cohorts()
            assert await work.group_answers.add(GroupAnswer(cohort.id, MONDAY, DR_KIM, "Thank you.", "Dr. Kim", NOON))
            await work.commit()
        await old.close()
    database = open_database(database_url, cipher=Cipher([OLD]))
    assert {written_at(token) for token in await tokens(database)} != {0}
    assert await reencrypt(database) == 4
    assert {(len(token), written_at(token)) for token in await tokens(database)} == {
        (len(Cipher([NEW]).encrypt("")), 0)
    }
    async with database.open_work() as work:
        said = await work.replies.get(ALICE, MONDAY)
        (answer,) = await work.group_answers.newest([cohort.id], since=MONDAY)
    await database.close()
    assert said is not None
    assert (said.text, said.excerpt, answer.text, answer.signature) == (*SECRETS[:2], "Thank you.", "Dr. Kim")


def as_it_was_written_before(_: Cipher, text: str) -> bytes:
    """A token as long as its text, with the time in it."""
    return Fernet(OLD).encrypt(text.encode())


def written_at(token: bytes) -> int:
    """When a token says that it was written, in seconds."""
    return Fernet(OLD).extract_timestamp(token)


async def tokens(database: Database) -> list[bytes]:
    stored = [("replies", "text", "excerpt"), ("outbox", "body"), ("group_answers", "text", "signature")]
    rows = [row for table, *columns in stored for row in await raw(database, table, *columns)]
    return [bytes(cell) for row in rows for cell in row if isinstance(cell, bytes | memoryview)]


async def test_reencrypting_goes_through_every_batch(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.reencrypt.BATCH", 2)
    old = open_database(database_url, cipher=Cipher([OLD]))
    cohort = await given_medicine(old.open_work)
    await kept(old.open_work, *(reply(cohort.id, on=MONDAY + day * DAY, text=f"day {day}") for day in range(5)))
    await old.close()
    both = open_database(database_url, cipher=Cipher([NEW, OLD]))
    assert await reencrypt(both) == 5
    await both.close()


async def test_a_wrong_key_stops_a_reading_and_not_the_database(database: Database, database_url: str) -> None:
    await write_secrets(database)
    stranger = open_database(database_url, cipher=Cipher([NEW]))
    async with stranger.open_work() as work:
        with pytest.raises(SettingWrong, match="written with another key"):
            await work.replies.get(ALICE, MONDAY)
    with pytest.raises(SettingWrong, match="written with another key"):
        await reencrypt(stranger)
    await stranger.close()
    async with database.open_work() as work:
        assert await work.replies.get(ALICE, MONDAY) is not None


def test_a_key_is_made_once_beside_the_database_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "bedside.sqlite3"
    key = key_beside(path)
    assert Cipher([key]).decrypt(Cipher([key]).encrypt("words")) == "words"
    assert key_beside(path) == key
    (file,) = tmp_path.iterdir()
    assert file.name == "bedside.sqlite3.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_processes_that_start_at_once_get_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(key_beside, [tmp_path / "bedside.sqlite3"] * 64))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["bedside.sqlite3.key"]
