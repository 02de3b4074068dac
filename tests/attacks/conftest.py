"""The same world as for journeys: a real database of either kind, with the real pack and program."""

from tests.flows.conftest import curriculum, messenger, program, world

__all__ = ["curriculum", "messenger", "program", "world"]
