"""What somebody who has pressed a button waits for, read in one statement, without a transaction and without a lock.

A unit of work costs several round trips, and on SQLite everybody waits for the one writer. Here SQLite is read by a
connection that nobody else uses, and on PostgreSQL everything that is asked for while an answer is on its way is
asked together.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import (
    ARRAY,
    URL,
    Connection,
    Date,
    Engine,
    Row,
    Select,
    String,
    any_,
    bindparam,
    create_engine,
    event,
    exists,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.sql.elements import ColumnElement, Label

from bot.domain.people import PersonId, Student
from bot.domain.reply import Question
from bot.flows.ports import Glance
from bot.storage.encryption import Cipher
from bot.storage.outbox_records import QUESTION, is_question
from bot.storage.people_records import STUDENT
from bot.storage.reply_records import REPLY, reply_of
from bot.storage.tables import homes, outbox, preceptors, replies, students
from bot.storage.trouble import translated

NO_DAY: Final = date.min
"""The day of a glance at somebody's settings alone: no question was ever asked on it."""
PATIENCE: Final = 0.05
"""Seconds. A reader of SQLite waits for nobody, but for the moment in which another process mends the file after a
crash; and whoever waits here keeps the whole process waiting."""


Rows = Sequence[Row[Any]]


class Key(NamedTuple):
    """Whose settings, and the question of which day."""

    person: PersonId
    on: date


ASKED: Final = len(STUDENT)
REPLIED: Final = ASKED + len(QUESTION)
HAS_HOME: Final = REPLIED + len(REPLY)
"""Where the question's columns begin in a row, where the reply's do, and where it says whether Home was shown."""


class Reader(Protocol):
    """Reads the rows of one person."""

    async def rows(self, key: Key) -> Rows:
        """A person's rows, that of the day among them. Raises BedsideError when the database does not answer."""

    async def preceptor(self, person: PersonId) -> Rows:
        """A preceptor's row, if there is one. Raises BedsideError when the database does not answer."""

    async def close(self) -> None:
        """Close every connection."""


class Glances:
    """A look at what is committed at this moment."""

    def __init__(self, reader: Reader, *, cipher: Cipher) -> None:
        self._reader = reader
        self._cipher = cipher

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings; None for anybody else."""
        return (await self.question(person, NO_DAY)).student

    async def may_have_home(self, person: PersonId) -> bool:
        """Whether a Home tab may be shown to a person: of somebody who is no student nothing is known here."""
        theirs = await self._reader.rows(Key(person, NO_DAY))
        return not theirs or bool(theirs[0].has_home)

    async def lost_preceptor(self, person: PersonId) -> str | None:
        """Slack's code for why nothing reaches a preceptor, empty when something does; None for who was never told as
        one."""
        theirs = await self._reader.preceptor(person)
        return (theirs[0].unreachable or "") if theirs else None

    async def question(self, person: PersonId, on: date) -> Glance:
        """A person's settings, the question that has, or may have, reached them on a date, and what they replied."""
        theirs = await self._reader.rows(Key(person, on))
        if not theirs:
            return Glance()
        student = Student(**dict(zip(STUDENT_NAMES, theirs[0][:ASKED], strict=True)))
        asked = next((row for row in theirs if row.question_on == on), None)
        if asked is None:
            return Glance(student)
        question = Question(**dict(zip(QUESTION_NAMES, asked[ASKED:REPLIED], strict=True)))
        if asked.reply_id is None:
            return Glance(student, question)
        reply = dict(zip(REPLY_NAMES, asked[REPLIED:HAS_HOME], strict=True))
        return Glance(student, question, reply_of(reply, self._cipher))

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.close()


class EmbeddedReader:
    """Reads an SQLite file in place: handing the question to a thread would take longer than answering it."""

    def __init__(self, url: URL) -> None:
        self._engine = _read_only(create_engine(url, isolation_level="AUTOCOMMIT", hide_parameters=True))
        self._connection: Connection | None = None

    async def rows(self, key: Key) -> Rows:
        """The rows of exactly this key. Raises BedsideError when the file can't be read."""
        return self._read(ONE, {"person": key.person, "on": key.on})

    async def preceptor(self, person: PersonId) -> Rows:
        """A preceptor's row, if there is one. Raises BedsideError when the file can't be read."""
        return self._read(PRECEPTOR, {"person": person})

    def _read(self, question: Select[Any], asked: Mapping[str, Any]) -> Rows:
        with translated():
            self._connection = self._connection or self._engine.connect()
            try:
                return self._connection.execute(question, asked).all()
            except DBAPIError:
                self._connection.close()
                self._connection = None
                raise

    async def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()


class SharedReader:
    """Asks PostgreSQL for everybody at once who came while it was answering the ones before."""

    def __init__(self, engine: AsyncEngine, *, wait: timedelta) -> None:
        self._engine = engine
        self._wait = wait
        self._waiting: dict[Key, asyncio.Future[Rows]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def rows(self, key: Key) -> Rows:
        """A person's rows of the days that are asked for now. Raises BedsideError when the database does not answer in
        time."""
        answer = self._waiting.setdefault(key, _promise())
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        with translated():
            # Whoever comes while others are being answered waits no longer than they do.
            async with asyncio.timeout(self._wait.total_seconds()):
                # Two who ask the same wait for one answer, and one of them may leave.
                return await asyncio.shield(answer)

    async def preceptor(self, person: PersonId) -> Rows:
        """A preceptor's row, if there is one. Raises BedsideError when the database does not answer in time."""
        with translated():
            async with asyncio.timeout(self._wait.total_seconds()):
                return await self._read(PRECEPTOR, {"person": person})

    async def close(self) -> None:
        """Close every connection."""
        if self._asking is not None:
            await self._asking
        await self._engine.dispose()

    async def _ask(self) -> None:
        try:
            while self._waiting:
                asked, self._waiting = self._waiting, {}
                await self._answer(asked)
        finally:
            self._asking = None

    async def _answer(self, asked: Mapping[Key, asyncio.Future[Rows]]) -> None:
        try:
            with translated():
                async with asyncio.timeout(self._wait.total_seconds()):
                    rows = _by_person(await self._read(MANY, _asked(asked)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where somebody waits for the answer
            for answer in asked.values():
                answer.set_exception(error)
        else:
            for key, answer in asked.items():
                answer.set_result(rows.get(key.person, []))

    async def _read(self, question: Select[Any], asked: Mapping[str, Any]) -> Rows:
        try:
            return await self._read_once(question, asked)
        except DBAPIError as problem:
            if not problem.connection_invalidated:
                raise
        # The connection had been cut while nobody used it.
        return await self._read_once(question, asked)

    async def _read_once(self, question: Select[Any], asked: Mapping[str, Any]) -> Rows:
        async with self._engine.connect() as connection:
            rows: Rows = (await connection.execute(question, asked)).all()
            return rows


def _asked(keys: Collection[Key]) -> dict[str, Any]:
    return {"people": sorted({key.person for key in keys}), "days": sorted({key.on for key in keys})}


def _promise() -> asyncio.Future[Rows]:
    """An answer to come; when everybody who waited for it has left, its failure concerns nobody."""
    answer: asyncio.Future[Rows] = asyncio.get_running_loop().create_future()
    answer.add_done_callback(lambda done: done.cancelled() or done.exception())
    return answer


def _read_only(engine: Engine) -> Engine:
    def on_connect(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(1000 * PATIENCE)}")
        cursor.execute("PRAGMA query_only = ON")
        cursor.close()

    event.listen(engine, "connect", on_connect)
    return engine


def _labelled(prefix: str, columns: Sequence[ColumnElement[Any]]) -> list[Label[Any]]:
    return [column.label(f"{prefix}_{column.name}") for column in columns]


def _glance(whose: ColumnElement[bool], asked_on: ColumnElement[bool]) -> Select[Any]:
    asked = is_question() & (outbox.c.student == students.c.id) & asked_on
    shown = exists().where(homes.c.person == students.c.id)
    replied = (replies.c.student == students.c.id) & (replies.c.day == outbox.c.day)
    return (
        select(
            *_labelled("student", STUDENT),
            *_labelled("question", QUESTION),
            *_labelled("reply", REPLY),
            shown.label("has_home"),
        )
        .select_from(students.outerjoin(outbox, asked).outerjoin(replies, replied))
        .where(whose)
    )


# All are drawn up once, since that takes longer than executing them.
ONE: Final = _glance(students.c.id == bindparam("person"), outbox.c.day == bindparam("on"))
MANY: Final = _glance(
    students.c.id == any_(bindparam("people", type_=ARRAY(String))),
    outbox.c.day == any_(bindparam("days", type_=ARRAY(Date))),
)
PRECEPTOR: Final = select(preceptors.c.unreachable).where(preceptors.c.person == bindparam("person"))


def _by_person(rows: Rows) -> dict[PersonId, list[Row[Any]]]:
    found: dict[PersonId, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.student_id, []).append(row)
    return found


def _names(columns: Sequence[ColumnElement[Any]]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


STUDENT_NAMES, QUESTION_NAMES, REPLY_NAMES = _names(STUDENT), _names(QUESTION), _names(REPLY)
