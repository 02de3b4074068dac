"""The harness every test runs in: Hypothesis profiles, the browser, and CI, where nothing may be skipped.

That no test reaches beyond this machine is said in pyproject.toml, where pytest-socket is configured.
"""

import gc
import logging
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.logs import OURS
from tests.memory import memory

pytest_plugins = ["tests.databases", "tests.campaigns.seeds"]

IN_CI = os.environ.get("CI") == "true"  # noqa: TID251  The harness asks where it runs; no test and no code of ours does.

# Both profiles draw the same examples on every run, so that a change and not luck turns a test red.
# `pytest --hypothesis-profile=hunt` looks further, with new examples each time.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True, max_examples=50)
settings.register_profile("ci", settings.get_profile("house"), max_examples=150)
settings.register_profile("hunt", deadline=None, print_blob=True, max_examples=5_000)
settings.load_profile("ci" if IN_CI else "house")


def pytest_configure() -> None:
    """Put the tests' folders into memory where there is room: databases, installations and copies of the house lie in
    them."""
    if (folder := memory()) is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))  # noqa: TID251 - pytest asks for it nowhere else


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium of this machine; where there is none, the test is skipped, and in CI it fails."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no Chromium here: install Debian's package `chromium` to run the browser tests")
    return Path(found)


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """A command that runs within a test sets up the logs of the whole process, and the next test listens to them."""
    root = logging.getLogger()
    handlers, level, ours = list(root.handlers), root.level, OURS.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    OURS.setLevel(ours)


def pytest_collection_finish() -> None:
    """What is collected stays until the end: looking through thousands of tests for garbage takes a fifteenth of the
    whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let no test pass CI by being skipped, but for a measurement."""
    report = yield
    if item.get_closest_marker("bench") is None:
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let no file of tests pass CI by being skipped as a whole."""
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    expected_to_fail = hasattr(report, "wasxfail")
    if IN_CI and report.skipped and not expected_to_fail:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped in CI. {reason}"
