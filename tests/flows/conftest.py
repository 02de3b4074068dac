"""A world on a real database (both kinds, one after the other) with the real pack and program."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.curriculum import Curriculum
from bot.domain.program import Program
from bot.flows.ports import World
from bot.storage.database import Database
from tests.fakes import FakeMessenger

CONFIG = Path("config")


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    return load_curriculum(CONFIG)


@pytest.fixture(scope="session")
def program(curriculum: Curriculum) -> Program:
    return load_program(CONFIG, curriculum)


@pytest.fixture
def world(database: Database, curriculum: Curriculum, program: Program) -> World:
    # Nobody waits for a slot where the pace is not what is tried.
    unhurried = replace(program, messages_a_minute=60_000)
    return World(
        open_work=database.open_work,
        glances=database.glances,
        curriculum=curriculum,
        program=unhurried,
        release_key=b"a key for tests",
        mark_keys=(b"a mark's key",),
    )


@pytest.fixture(autouse=True)
def begin_as_others_did(request: pytest.FixtureRequest) -> None:
    """Not where a test changes how something is done, or looks at how: then it is done."""
    asked_for = set(request.fixturenames)
    if "database" in asked_for and not asked_for & {"monkeypatch", "caplog"}:
        request.getfixturevalue("beginnings")


@pytest.fixture
def messenger() -> FakeMessenger:
    return FakeMessenger()
