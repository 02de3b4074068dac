"""How stories begin: what one test has lived through since its database was empty, a later one is put into.

Most tests of a journey begin alike: some students are placed, have started and were asked. To live through that took
two thirds of their time. So what a step leaves in a database is kept when it is taken for the second time, and from
the third time on it is put there. Whoever has touched the database between two steps lives through all that follow.
"""

import asyncio
import functools
import inspect
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, Final, Generic, ParamSpec, Protocol, TypeVar
from weakref import WeakKeyDictionary

from bot.flows.ports import World
from bot.storage.database import Database
from tests.fakes import FakeMessenger

Taken = ParamSpec("Taken")
Kept = TypeVar("Kept")
Live = Callable[[], Awaitable[None]]
Step = Callable[Concatenate[World, Taken], Coroutine[Any, Any, None]]

WORTH_KEEPING: Final = 2
"""So many times a step has to be taken: what happens in one test alone need not be kept."""


class Place(Protocol[Kept]):
    """A database, seen from beside the test."""

    def version(self) -> object:
        """Another one after each change that anybody has committed."""

    def keep(self) -> Kept:
        """Everything that it holds."""

    def put(self, kept: Kept) -> None:
        """Make it hold exactly this."""


class SqliteFile:
    """The file of one test."""

    def __init__(self, file: str) -> None:
        self._connection = sqlite3.connect(file)

    def version(self) -> object:
        """Another one after each change that another connection has committed."""
        return self._connection.execute("PRAGMA data_version").fetchone()

    def keep(self) -> sqlite3.Connection:
        """A copy in memory."""
        copy = sqlite3.connect(":memory:")
        self._connection.backup(copy)
        return copy

    def put(self, kept: sqlite3.Connection) -> None:
        """Write the copy over everything."""
        kept.backup(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@dataclass
class Chapter(Generic[Kept]):
    """What is known of the end of a path: how often it was gone, and what it has left."""

    times: int = 0
    kept: Kept | None = None
    accepted: tuple[Any, ...] = ()


@dataclass
class Library(Generic[Kept]):
    """What a test process knows of beginnings on databases of one kind."""

    chapters: dict[tuple[object, ...], Chapter[Kept]] = field(default_factory=dict)
    worlds: list[tuple[object, ...]] = field(default_factory=list)

    def number_of(self, world: World) -> int:
        """Worlds of one number differ in nothing that a step depends on."""
        told = (world.curriculum, world.program, world.coordinators, world.release_key, world.mark_keys)
        if told not in self.worlds:
            self.worlds.append(told)
        return self.worlds.index(told)


class Story(Generic[Kept]):
    """The steps that have been taken on one database, as long as nothing else has happened there."""

    def __init__(self, place: Place[Kept], library: Library[Kept]) -> None:
        self._place, self._library = place, library
        self._path: tuple[object, ...] | None = ()
        self._version = place.version()
        self._messenger: FakeMessenger | None = None
        self._heard = 0

    async def take(self, world: World, name: object, live: Live, messenger: FakeMessenger | None) -> None:
        """Live through a step, or be put where others were after it."""
        if self._goes_on(messenger):
            await self._go_on(world, name, live, messenger)
        else:
            self._path = None
            await live()

    def _goes_on(self, messenger: FakeMessenger | None) -> bool:
        """Whether nothing but the steps of this story can have done anything, or could do it during the next one."""
        return (
            self._path is not None
            and _is_alone()
            and self._version == self._place.version()
            and (messenger is None or self._knows(messenger))
        )

    def _knows(self, messenger: FakeMessenger) -> bool:
        is_new = self._messenger is None and messenger == FakeMessenger()
        is_ours = self._messenger is messenger and replace(messenger, accepted=[]) == FakeMessenger()
        return is_new or (is_ours and len(messenger.accepted) == self._heard)

    async def _go_on(self, world: World, name: object, live: Live, messenger: FakeMessenger | None) -> None:
        number = self._library.number_of(world)
        path = (*(self._path or ()), number, name)
        chapter = self._library.chapters.setdefault(path, Chapter())
        said = [] if messenger is None else messenger.accepted
        if chapter.kept is not None:
            self._place.put(chapter.kept)
            said[:] = chapter.accepted
        else:
            await self._live(live)
            if self._library.number_of(world) != number:
                # What it has changed in this process would not be changed in another.
                return
            chapter.times += 1
            if chapter.times == WORTH_KEEPING:
                chapter.kept, chapter.accepted = self._place.keep(), tuple(said)
        if messenger is not None:
            self._messenger, self._heard = messenger, len(said)
        self._path, self._version = path, self._place.version()

    async def _live(self, live: Live) -> None:
        """A step may consist of others, which go on from here as well."""
        try:
            await live()
        finally:
            # Where it breaks off, nobody knows what it has left.
            self._path = None


STORIES: Final = WeakKeyDictionary[Database, Story[Any]]()
"""Of each handle on a database whose tests want it."""


def remembered(step: Step[Taken], /) -> Step[Taken]:
    """A step of stories: what it does follows from its arguments and from the steps before."""
    takes = inspect.signature(step)

    async def take(world: World, /, *args: Taken.args, **kwargs: Taken.kwargs) -> None:
        taken = takes.bind(world, *args, **kwargs)
        taken.apply_defaults()
        # Somebody's students may be a generator, which can be gone through only once.
        taken.arguments.update({name: _held(each) for name, each in taken.arguments.items()})
        told = {name: each for name, each in taken.arguments.items() if name not in ("world", "messenger")}
        messenger = taken.arguments.get("messenger")
        live = functools.partial(step, *taken.args, **taken.kwargs)
        story = STORIES.get(database) if isinstance(database := _behind(world), Database) else None
        if story is None or not isinstance(messenger, FakeMessenger | None):
            await live()
        else:
            await story.take(world, (step.__module__, step.__name__, *told.items()), live, messenger)

    return functools.update_wrapper(take, step)


def _is_alone() -> bool:
    """Whether nobody else can do anything meanwhile, but for a practice server, which waits to be asked."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    return all(getattr(task.get_coro(), "__qualname__", "") == "RequestHandler.start" for task in tasks)


def _behind(world: World) -> object:
    return getattr(world.open_work, "__self__", None)


def _held(told: object) -> object:
    if isinstance(told, Iterable) and not isinstance(told, str):
        return tuple(told)
    return told
