"""Whether files of tests can lie in memory, where no commit waits for the disk: nobody cuts the power of a test."""

import shutil
from pathlib import Path

IN_MEMORY = Path("/dev/shm")
ROOM = 2 * 2**30
"""Bytes. In a container's /dev/shm there is often room for nothing but what PostgreSQL puts there anyway."""


def memory() -> Path | None:
    """A folder in memory with room for servers and for every test's files; None where there is none."""
    return IN_MEMORY if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM else None
