"""A folder of its own for every command, with a copy of the program's files and nothing in the environment."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import run_command
from bot.configuration.settings import Settings

CONFIG = Path("config").resolve()


@dataclass
class Installation:
    """A folder in which commands are run, and what the last one said."""

    folder: Path
    setenv: Callable[[str, str], None]
    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def run(self, *arguments: str) -> int:
        """Run one command; its exit status."""
        status = run_command(arguments)
        self.out, self.err = self.capsys.readouterr()
        return status

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a file of the program."""
        path = self.folder / "config" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Installation:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    shutil.copytree(CONFIG, tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    return Installation(tmp_path, monkeypatch.setenv, capsys)
