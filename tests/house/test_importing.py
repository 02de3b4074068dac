"""Importing a module opens, reads and registers nothing: a start begins in a function, never at an import."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Runs in a process of its own, with no environment at all, where nothing of Bedside is loaded yet.
IMPORT_AND_WATCH = """
import importlib, os, pkgutil, sys, threading

root, package = sys.argv[1:]
sys.path.insert(0, root)
seen = []

def watch(event, args):
    if event in {"socket.__new__", "socket.bind", "socket.connect", "sqlite3.connect", "subprocess.Popen",
                 "os.mkdir", "os.remove", "os.rename", "os.putenv"}:
        seen.append(f"{event} {args[-1]!r}")
    elif event == "open":
        path, flags = str(args[0]), args[2]
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        ours = path.startswith(root + os.sep) and not path.startswith(sys.prefix + os.sep)
        metadata = ".egg-info" + os.sep in path
        if writes or (ours and not metadata and not path.endswith((".py", ".pyc"))):
            seen.append(f"open {path!r}")

def fail(name):
    raise

sys.addaudithook(watch)
for module in pkgutil.walk_packages([os.path.join(root, package)], package + ".", onerror=fail):
    seen.append(f"import {module.name}")
    importlib.import_module(module.name)
seen += [f"thread {thread.name}" for thread in threading.enumerate() if thread is not threading.main_thread()]
print(*seen, sep="\\n")
"""


def test_importing_every_module_needs_nothing_and_opens_nothing() -> None:
    seen = _seen_while_importing(ROOT, "bot")

    assert "import bot.__main__" in seen
    assert [line for line in seen if not line.startswith("import ")] == []


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("import socket; socket.socket().close()", "socket.__new__"),
        ("open('made.txt', 'w').close()", "open"),
        ("open(__file__.replace('.py', '.yaml')).close()", "open"),
        ("import sqlite3; sqlite3.connect(':memory:').close()", "sqlite3.connect"),
        ("import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()", "thread"),
    ],
)
def test_a_module_that_starts_something_is_noticed(line: str, event: str, tmp_path: Path) -> None:
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "__init__.py").touch()
    (tmp_path / "inn" / "keeper.yaml").touch()
    (tmp_path / "inn" / "keeper.py").write_text(line, encoding="utf-8")

    seen = _seen_while_importing(tmp_path, "inn")

    assert [found.split()[0] for found in seen] == ["import", event]


def test_a_module_that_needs_the_environment_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "__init__.py").touch()
    (tmp_path / "inn" / "keeper.py").write_text("import os; os.environ['PATH']", encoding="utf-8")

    with pytest.raises(subprocess.CalledProcessError):
        _seen_while_importing(tmp_path, "inn")


def _seen_while_importing(root: Path, package: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-B", "-c", IMPORT_AND_WATCH, str(root), package],
        cwd=root,
        env={},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()
