"""A bar for what takes minutes, where somebody looks on. It stands on the error stream, so that what is printed can go
into a file."""

from typing import Final, TextIO

WIDTH: Final = 30


class Progress:
    """Says how far something is, in one line that is written over. Where nobody looks on, it says nothing."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self._what, self._stream = what, stream
        self._said = ""

    def tell(self, done: int, in_all: int) -> None:
        """Show how many of how many are done; with the last one the line ends."""
        if not self._stream.isatty():
            return
        full = WIDTH * done // in_all
        line = f"\r{self._what} [{'#' * full}{'.' * (WIDTH - full)}] {done:,} of {in_all:,}"
        # A shorter line leaves nothing of a longer one.
        self._stream.write(line.ljust(len(self._said)) + ("\n" if done == in_all else ""))
        self._stream.flush()
        self._said = line
