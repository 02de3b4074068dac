"""Patterns that are made when a text first needs them: most texts need few of them, and a start none.

A hundred of them take longer to be made than everything else that screening loads.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Finds = Callable[..., re.Match[str] | None]


class LatePattern:
    """A pattern for `re` that is made at its first use, and is used like any other."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = source
        self._flags = flags

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    # Each is looked up once: from then on a call costs no more than one of the pattern's own.
    @cached_property
    def search(self) -> Finds:
        """As of any pattern."""
        return self.made.search

    @cached_property
    def match(self) -> Finds:
        """As of any pattern."""
        return self.made.match

    @cached_property
    def fullmatch(self) -> Finds:
        """As of any pattern."""
        return self.made.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of any pattern."""
        return self.made.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """As of any pattern with one group at most."""
        return self.made.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As of any pattern without groups."""
        return self.made.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As of any pattern."""
        return self.made.sub
