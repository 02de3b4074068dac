"""Weeks that are lived through the real flows, in which everybody's choice is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.curriculum import ThemeSlug
from bot.domain.digest import Digest
from bot.domain.people import PersonId
from bot.domain.reply import Draft, Sharing
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Post
from bot.flows.share_words import share_words
from bot.flows.take_reply import Saved, take_reply
from bot.storage.database import Database
from tests.fakes import FakeMessenger
from tests.stories import DR_KIM, EIGHT, MONDAY, NEXT_MONDAY, asked, at, deliver_all, everybody_starts, place

CONFIG = Path("config")
THINKS = timedelta(seconds=40)
"""So long a student reads the second form before the words are shared."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a student gives to a question."""

    themes: tuple[str, ...] = ("time-pressure",)
    text: str = ""
    sharing: Sharing = Sharing.THEMES
    keep_copy: bool = True


SAID = dict(
    zip(
        EIGHT,
        (
            Choice(("time-pressure", "strong-feelings"), "The window was open all night.", Sharing.WORDS),
            Choice(("time-pressure",), "I would rather keep this: a long day. " * 60),
            Choice(("saw-the-person",), "She asked whether her garden was watered. " * 9, Sharing.WORDS),
            Choice(
                ("time-pressure", "saw-the-person"), "We both laughed at the spoon.", Sharing.WORDS, keep_copy=False
            ),
            Choice(("saw-the-person", "interruptions")),
            Choice(("time-pressure", "interruptions"), "Sitting down took a minute of courage.", Sharing.WORDS),
            Choice(("saw-the-person",)),
            Choice(("unsure-what-to-say",), "Nobody is to read this one.", Sharing.JOURNAL),
        ),
        strict=True,
    )
)
"""A week in which four share words, one of them without a copy, three only themes, and one nothing."""


def exchanged(said: Mapping[PersonId, Choice], one: PersonId, other: PersonId) -> dict[PersonId, Choice]:
    """The same week, in which two students have given what the other one gave."""
    return {**said, one: said[other], other: said[one]}


def world_on(database: Database) -> World:
    """A world on a database that is not a test's own."""
    curriculum = load_curriculum(CONFIG)
    program = replace(load_program(CONFIG, curriculum), messages_a_minute=60_000)
    return World(
        database.open_work,
        database.glances,
        curriculum,
        program,
        release_key=b"a key for tests",
        mark_keys=(b"a mark's key",),
        home_key=b"a Home's key",
    )


async def ready(world: World, messenger: FakeMessenger) -> None:
    """Eight students have started and have Monday's question, and Dr. Kim knows how a digest is to be read."""
    await place(world)
    await kim_confirms(world)
    await everybody_starts(world)
    await asked(world, messenger)


async def kim_confirms(world: World) -> None:
    """Dr. Kim has read how a digest is to be read."""
    async with world.open_work() as work:
        await work.preceptors.confirm(DR_KIM, at=at(MONDAY, "06:45"))
        await work.commit()


async def all_say(world: World, said: Mapping[PersonId, Choice] = SAID, *, on: date = MONDAY) -> None:
    """Everybody answers, one in every minute from 18:00 on."""
    for minute, student in enumerate(EIGHT):
        if student in said:
            await say(world, student, said[student], on=on, when=at(on, "18:00") + timedelta(minutes=minute))


async def say(
    world: World, student: PersonId, choice: Choice, *, on: date = MONDAY, when: datetime | None = None
) -> None:
    """A student sends the form, and a little later the second one where there is one."""
    when = when or at(on, "18:00")
    themes = frozenset(map(ThemeSlug, choice.themes))
    async with world.open_work() as work:
        held = await work.replies.get(student, on)
    version = held.changed_at if held else None
    draft = Draft(themes, choice.text, choice.sharing)
    saved = await take_reply(world, draft, student=student, on=on, version=version, at=when)
    assert isinstance(saved, Saved)
    if saved.offer is not None:
        assert (
            await share_words(
                world,
                saved.offer,
                student=student,
                on=on,
                version=saved.version,
                keep_copy=choice.keep_copy,
                at=when + THINKS,
            )
            is None
        )


async def digest(world: World, messenger: FakeMessenger, *, on: date = NEXT_MONDAY) -> Digest:
    """A Monday's digest is published and delivered. Returns what the channel got."""
    await publish_digests(world, at=at(on, "07:00"))
    await deliver_all(world, messenger, when=at(on, "07:00"))
    return posted(messenger)[-1]


def posted(messenger: FakeMessenger) -> list[Digest]:
    """Every digest that was posted, oldest first."""
    return [saying.digest for _, saying in messenger.accepted if isinstance(saying, Post)]
