"""Ordinary and tricky sentences without names, in which no rule of structure may find anything."""

from pathlib import Path

from bot.domain.screening.characters import fold
from bot.domain.screening.identifiers import STRUCTURES
from bot.domain.screening.structure.wording import Wording

HARMLESS = Path(__file__).with_name("harmless.txt").read_text(encoding="utf-8").splitlines()


def test_nothing_is_found_in_sentences_that_only_look_as_if_they_held_numbers_and_places() -> None:
    assert len(HARMLESS) > 500
    wordings = [Wording.of(fold(sentence).text) for sentence in HARMLESS]
    assert [(wording.text, found) for wording in wordings for rule in STRUCTURES for found in rule(wording)] == []
