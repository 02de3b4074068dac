"""Makes an example from a text in which what points at somebody is marked: "I saw [[Maria|NAME]] today."

`python -m tests.screening.example_lines < FILE` prints a line for an example file for each line that it reads. Give
the type of clean ones, `ordinary` or `tricky`, as an argument.
"""

import json
import re
import sys
from collections.abc import Sequence

_MARK = re.compile(r"\[\[(?P<words>[^\[\]|]+)\|(?P<kind>[A-Z_]+)\]\]")


def example_line(marked: str, *, of_type: str = "ordinary") -> str:
    """The example as a file holds it; its spans are what was marked, to the letter."""
    text, spans, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark["words"]), mark["kind"]))
        text, done = text + mark["words"], mark.end()
    entry = {"text": text + marked[done:], "spans": spans, "kind": "phi" if spans else "clean"}
    return json.dumps(entry if spans else {**entry, "type": of_type}, ensure_ascii=False)


def main(types: Sequence[str]) -> None:
    """Convert what comes in, line by line."""
    for line in filter(None, map(str.strip, sys.stdin)):
        sys.stdout.write(f"{example_line(line, of_type=types[0] if types else 'ordinary')}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
