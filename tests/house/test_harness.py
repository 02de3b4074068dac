"""The harness holds: no test leaves this machine, and none is skipped in CI without anybody noticing."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).parents[2]

FILES = {
    "test_skipped.py": """
import pytest

def test_of_a_rainy_day() -> None:
    pytest.skip("it does not rain")
""",
    "test_skipped_file.py": """
import pytest

pytest.skip("it does not snow", allow_module_level=True)
""",
    "test_in_a_browser.py": """
def test_in_a_browser(chromium) -> None:
    raise AssertionError("there is no browser to be found")
""",
    "test_known_fault.py": """
import pytest

@pytest.mark.xfail
def test_of_a_known_fault() -> None:
    raise AssertionError
""",
    "test_measuring.py": """
import pytest

@pytest.mark.bench
def test_that_measures() -> None:
    pytest.skip("nothing to measure against")
""",
}
REASONS = ["it does not rain", "it does not snow", "no Chromium here"]


def test_no_test_reaches_beyond_this_machine() -> None:
    # The guard warns before it raises, and here warnings are errors.
    with (
        socket.socket() as line,
        pytest.raises((SocketConnectBlockedError, UserWarning), match=r"socket\.connect"),
    ):
        line.connect(("192.0.2.1", 80))


def test_a_test_may_talk_to_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_a_skip_fails_in_ci_unless_it_measures_or_was_expected_to_fail(tmp_path: Path) -> None:
    printed = _run(tmp_path, ci="true")

    for reason in REASONS:
        assert f"Nothing may be skipped in CI. Skipped: {reason}" in printed
    assert "1 failed, 1 skipped, 1 xfailed, 2 errors" in printed


def test_elsewhere_a_skip_says_why(tmp_path: Path) -> None:
    printed = _run(tmp_path, ci="")

    for reason in REASONS:
        assert reason in printed
    assert "4 skipped, 1 xfailed" in printed


def _run(folder: Path, *, ci: str) -> str:
    """What pytest prints for FILES under this project's harness, on a machine without any program to find."""
    for name, source in FILES.items():
        (folder / name).write_text(source, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", str(folder), "-rs", "-m", "", "--continue-on-collection-errors"),
            *("-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"),
        ],
        cwd=ROOT,
        env={"CI": ci, "PATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stdout
