"""What somebody who typed /bedside wants, and whether it is for them."""

from dataclasses import dataclass

from bot.domain.command import FOR, Word, read_command, words_for
from bot.domain.errors import NotACoordinator, NotAStudent, NotOnRoster
from bot.domain.people import PersonId
from bot.domain.permissions import Party
from bot.flows.ports import World
from bot.flows.steps import coordinators_of


@dataclass(frozen=True, slots=True)
class Understood:
    """The word that was typed, None for one that nobody knows, and what follows it; and the `words` that whoever typed
    it can use."""

    word: Word | None
    rest: str
    words: tuple[Word, ...]


async def understand_command(world: World, person: PersonId, text: str) -> Understood:
    """What was typed. It changes nothing. Raises NotOnRoster for a stranger, and NotAStudent or NotACoordinator for a
    word that is not for this person."""
    command, parties = read_command(text), await _parties(world, person)
    if not parties:
        raise NotOnRoster
    if command.word is not None and FOR[command.word].isdisjoint(parties):
        raise NotAStudent if Party.STUDENT in FOR[command.word] else NotACoordinator
    return Understood(command.word, command.rest, words_for(parties))


async def _parties(world: World, person: PersonId) -> frozenset[Party]:
    found = set[Party]()
    if await world.glances.student(person) is not None:
        found.add(Party.STUDENT)
    async with world.open_work() as work:
        if person in await coordinators_of(world, work):
            found.add(Party.COORDINATOR)
        if await work.people.is_preceptor(person):
            found.add(Party.PRECEPTOR)
    return frozenset(found)
