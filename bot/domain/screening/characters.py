"""Letters as they look: what a text is freed from before it is kept, and how it is read when it is screened."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_LINE_BREAKS = str.maketrans({"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})
# Controls, invisible formatting (zero-width, bidirectional, tags), halves of surrogate pairs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_ALIKE = str.maketrans({"−": "-", "’": "'", "‘": "'", "＇": "'"})

_ODD = re.compile(r"[^\r\n\t -~]")
_FEW: Final = 12
_EMPHASIS = re.compile(r"[*_~`]")
_BREAK = re.compile(r"(?<![.!?:;\s])\s*\n\s*")
_GAP = re.compile(r"[^\S\n]+")

# Accents, and the vowels of scripts that write them around a consonant (Hebrew to Thai, Khmer, Javanese): no letters.
MARKS: Final = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    r"\u06df-\u06ed\u0711\u0730-\u07f3\u0816-\u082d\u0859-\u0963\u0981-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece"
    r"\u0f71-\u0f84\u0f86-\u0fbc\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u1a17-\u1a1b"
    r"\u1b00-\u1b44\u1b80-\u1bf3\u1dc0-\u1dff\u302a-\u302f\u3099\u309a\ua980-\ua9c0"
)


@dataclass(slots=True)
class Folded:
    """A text in plain characters, and where each of them stood in the original."""

    text: str
    dropped: tuple[int, ...]
    """For each character that was left out, the place in `text` before which it stood."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty stretch of `text` lies in the original."""
        return start + bisect_right(self.dropped, start), end + bisect_right(self.dropped, end - 1)


def clean(text: str) -> str:
    """The text without anything that can't be seen, with line breaks of one kind. Cleaning twice changes nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_BREAKS)
    return "".join(char for char in lines if char == "\n" or not _is_unseen(char))


def fold(text: str) -> Folded:
    """The text as a reader takes it: unseen characters gone, wide digits, odd spaces and dashes made plain ones."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return Folded(_with_plain_signs(text), ())
    odd = {char: _plain_or_nothing(char) for char in set(_ODD.findall(text))}
    dropped = () if all(odd.values()) else _dropped(text, odd)
    return Folded(_with_plain_signs(_exchanged(text, odd)), dropped)


def _exchanged(text: str, odd: Mapping[str, str]) -> str:
    # A table is asked for every character: for a few of them that takes longer than to look for each.
    if len(odd) > _FEW:
        return text.translate({ord(char): plain for char, plain in odd.items()})
    for char, plain in odd.items():
        text = text.replace(char, plain)
    return text


def _plain_or_nothing(char: str) -> str:
    return "" if _is_unseen(char) else _plain(char).translate(_ALIKE)


def _dropped(text: str, odd: Mapping[str, str]) -> tuple[int, ...]:
    places = (match.start() for match in _ODD.finditer(text) if not odd[match[0]])
    return tuple(place - before for before, place in enumerate(places))


def in_sentences(text: str) -> str:
    """The text as it is read aloud: folded, without signs of emphasis, and a line that breaks off goes on."""
    return _GAP.sub(" ", _BREAK.sub(" ", _EMPHASIS.sub("", fold(text).text)))


def _with_plain_signs(text: str) -> str:
    # A table for all of them would be asked for every character.
    return text.replace("`", "'").replace("\t", " ")


def _is_unseen(char: str) -> bool:
    if " " <= char <= "~":
        return False
    # Variation selectors beyond the sixteen that emoji use change no letter, and can carry a hidden message.
    return unicodedata.category(char) in _UNSEEN or "\U000e0100" <= char <= "\U000e01ef"


def _plain(char: str) -> str:
    """One character for one, so that places stay what they were."""
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in {"Zs", "Pd"}:
        return " " if category == "Zs" else "-"
    compatible = unicodedata.normalize("NFKC", char)
    return compatible if len(compatible) == 1 else char
