"""What single words are known as, and that the packed list is what its manifest says."""

import hashlib
import json
import zlib
from collections import Counter
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.domain.screening import lexicon
from bot.domain.screening.lexicon import (
    Known,
    is_ambiguous,
    is_common_name,
    is_eponym,
    is_family,
    is_given,
    is_ordinary,
    is_place,
    is_state,
    is_written_often,
    plain,
)
from bot.domain.screening.names.harmless_uses import FIRST_OF_STATES
from tests.screening import make_word_lists

PACKAGE = files("bot.domain.screening")
HAND = Path(__file__).parent / "words"

STUDENT_PROSE = """
    pt was a 67 yo with hx of COPD and HTN c/o worsening SOB. Attg said start Lasix IV bid and wean O2. I felt dumb bc I
    didnt know the dose. Totally blanked on rounds, my senior was nice about it tho. We used the interpreter iPad and it
    kept freezing. Palliative came by for the GOC convo. Scrubbed into a lap chole, retracted for hours. She had been on
    Eliquis, metoprolol, Zosyn and vanc; MRCP showed choledocholithiasis. He refused the Pfizer booster. Beat me at Uno.
    Delirious overnight, pulled out the NGT and PICC, Haldol and Seroquel. I should've knocked; y'all weren't there.
    tachycardic diaphoretic hyponatremia thoracentesis preeclampsia auscultated downtrending misgendered unhoused
    definately recieved teh pateint becuase tommorow Monday Christmas Vietnamese Muslim Tagalog well-known samosas
"""
FIRST_NAMES = """
    keisha maria alice deshawn jayden siobhan priya rajesh xiaoming seoyeon hiroshi fatima mohammed parisa mehmet shlomo
    tesfaye abdi oluwaseun chinedu ngozi akosua kwame wanjiku thandiwe siti leilani sione jozef olga dmitri giannis
    zsuzsanna guadalupe xiomara thiago dieudonne lakisha mikayla liam
"""
FAMILY_NAMES = """
    martinez garcia nguyen patel okonkwo adeyemi mensah diallo mwangi dlamini hailu warsame chatterjee subramaniam zhang
    ouyang yamamoto hwang pham vang hosseini yilmaz haddad goldstein kowalski papadopoulos petrov nagy popescu
    kardashian kealoha begay toussaint hernandez
"""
ALSO_NAMES = "will grace hope mark rose may summer drew dawn rich patience art pat joy chase"
EPONYMS = "Parkinson Graves Wilson Babinski Osler Angelou Crohn Foley Ganey Hirschsprung Sjögren Ménière"


def test_practically_every_word_of_a_student_is_ordinary() -> None:
    words = [word.strip(".,;:") for word in STUDENT_PROSE.split()]
    assert [word for word in words if not is_ordinary(word) and not word.isdigit() and word not in {"O2", "c/o"}] == []


def test_first_names_of_many_languages_are_known_and_are_no_ordinary_words() -> None:
    assert [name for name in FIRST_NAMES.split() if is_ordinary(name) or not is_given(name)] == []


def test_family_names_of_many_languages_are_known_and_are_no_ordinary_words() -> None:
    assert [name for name in FAMILY_NAMES.split() if is_ordinary(name) or not is_family(name)] == []


def test_a_common_name_is_one_in_small_letters_and_a_word_that_is_also_something_else_is_none() -> None:
    assert [
        name for name in ("keisha", "maria", "priya", "tyrone", "fatima", "jimmy") if not is_common_name(name)
    ] == []
    assert [word for word in ("will", "may", "ana", "georgia", "allegra", "min", "art") if is_common_name(word)] == []


def test_a_word_that_is_also_a_name_is_both() -> None:
    assert [word for word in ALSO_NAMES.split() if not (is_ambiguous(word) and is_ordinary(word))] == []
    assert [word for word in ("the", "my", "son", "patient", "march", "day") if is_ambiguous(word)] == []


def test_places_are_told_from_states() -> None:
    assert [place for place in ("boston", "St. Louis", "Dorchester", "mumbai") if not is_place(place)] == []
    assert [state for state in ("Texas", "new york state", "Haiti", "Côte d'Ivoire") if is_place(state)] == []
    assert [state for state in ("Texas", "West Virginia", "Haiti", "England", "Viet Nam") if not is_state(state)] == []


def test_diseases_signs_and_devices_are_called_after_eponyms() -> None:
    assert [name for name in EPONYMS.split() if not is_eponym(name)] == []
    assert not is_eponym("keisha")


@pytest.mark.parametrize(
    ("spelled", "compared"),
    [("Nguyễn", "nguyen"), ("Søren", "soren"), ("MÜLLER", "muller"), ("Łukasz", "lukasz"), ("O’Brien", "o'brien")],
)
def test_words_are_compared_in_small_letters_without_accents(spelled: str, compared: str) -> None:
    assert plain(spelled) == compared
    assert is_given(spelled) or is_family(spelled)


def test_a_contraction_a_possessive_and_each_part_of_a_joined_word_are_looked_up_as_what_they_are() -> None:
    assert is_ordinary("don't")
    assert is_ordinary("patient's")
    assert is_given("Keisha's")
    assert is_ordinary("well-known")
    assert is_ordinary("high-fived")
    assert is_given("Eun-ji")
    assert is_given("Mary-Kate")
    assert is_family("Ortiz-Nwosu")
    assert is_place("Winston-Salem")
    assert is_place("winston salem")
    assert not is_ordinary("keisha-like")


@pytest.mark.parametrize(
    "nothing", ["", " ", "-", "'", "!", "~~~", "\n", "\t", "\f", "qzxvk", "a\tb", "王芳", "\ud800"]
)
def test_what_is_no_word_is_known_as_nothing(nothing: str) -> None:
    assert not any(
        asked(nothing) for asked in (is_ordinary, is_given, is_family, is_common_name, is_place, is_state, is_eponym)
    )


def test_the_packed_list_is_what_its_manifest_says() -> None:
    manifest, words = _manifest(), lexicon._words()
    assert hashlib.sha256(b"".join(_unpacked())).hexdigest() == manifest["sha256"]
    flags = Counter((*_written_often().values(), *words.meanings))
    counts = {str(known.name).lower(): sum(times for each, times in flags.items() if each & known) for known in Known}
    assert flags.total() - flags[0] == manifest["words"]
    assert counts == manifest["counts"]


def test_each_word_is_found_where_it_was_packed_and_is_written_often_or_not() -> None:
    words = _written_often()
    assert [word for word, known in words.items() if lexicon.known_as(word) != known] == []
    assert [word for word, known in words.items() if is_written_often(word) != bool(known & Known.OFTEN)] == []


def test_every_word_has_a_place_for_its_checksums_and_none_beside_a_place_is_known() -> None:
    words = lexicon._words()
    assert len(words.divisors) == lexicon.SMALLER_CHECKSUMS
    assert 0 < min(words.divisors) <= max(words.divisors) <= len(words.numbers) == len(words.meanings)
    assert not any(number for number, known in zip(words.numbers, words.meanings, strict=True) if not known)


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        ("everyday", Known.ORDINARY | Known.OFTEN),
        ("medicine", Known.ORDINARY | Known.OFTEN),
        ("ward", Known.ORDINARY | Known.OFTEN),
        ("calendar", Known.ORDINARY),
        ("peoples", Known.ORDINARY),
        ("typos", Known.ORDINARY),
        ("states", Known.STATE),
        ("places", Known.PLACE),
        ("eponyms", Known.EPONYM),
    ],
)
def test_all_that_is_listed_by_hand_is_known_as_what_it_is_listed_for(listed: str, known: Known) -> None:
    words = filter(make_word_lists.KEPT.match, make_word_lists.by_hand(HAND / f"{listed}.txt"))
    assert [word for word in words if lexicon.known_as(word) & known != known] == []


def test_what_is_packed_is_found_again_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    often = {"the": Known.ORDINARY | Known.OFTEN, "knee": Known.ORDINARY | Known.OFTEN}
    places = {"boston": Known.PLACE, "san jose": Known.PLACE, "los alamos": Known.PLACE, "new york": Known.STATE}
    words = often | places | {"abc": Known.FAMILY, "xiomara": Known.GIVEN, "bo": Known.GIVEN | Known.EPONYM}
    file = tmp_path / "packed"
    file.write_bytes(make_word_lists.packed(make_word_lists.parts_of(words, most_used={"the", "of"})))
    unpacked = lexicon.unpacked(file)
    monkeypatch.setattr(lexicon, "_words", lambda: unpacked)
    assert unpacked.most_used == {"the": often["the"]}
    assert {word: lexicon.known_as(word) for word in words} == words
    assert not any(map(lexicon.known_as, ("patient", "maria", "qzxvk", "san", "jose", "san josé x")))
    assert lexicon.begin_places.__wrapped__() == {"san", "los"}


def test_two_words_with_the_same_checksums_are_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_word_lists, "crc_hqx", lambda *_: 0)
    monkeypatch.setattr(make_word_lists, "crc32", lambda _: 0)
    with pytest.raises(SystemExit, match="cannot be told from another word"):
        make_word_lists.parts_of({"maria": Known.GIVEN, "keisha": Known.GIVEN}, most_used=set())


def test_every_source_is_pinned_and_its_license_carried() -> None:
    pins = (HAND / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(pin.split("==") for pin in pins if "==" in pin)
    makefile = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
    sources = _manifest()["sources"]
    assert f"SCOWL := {sources.pop('scowl')}\n" in makefile
    assert sources == pinned
    carried = PACKAGE.joinpath("words_license.txt").read_text(encoding="utf-8")
    assert [source for source in (*sources, "scowl") if f"\n{source} (" not in carried] == []


def test_states_of_two_words_begin_with_what_is_asked_for_first() -> None:
    states = [words.split(" ") for words in make_word_lists.by_hand(HAND / "states.txt")]
    assert {words[0] for words in states if len(words) == 2} == FIRST_OF_STATES


def test_places_of_several_words_begin_with_what_is_asked_for_first() -> None:
    by_hand = {words.partition(" ")[0] for words in make_word_lists.by_hand(HAND / "places.txt") if " " in words}
    assert by_hand - lexicon.begin_places() == set()
    assert {"san", "st", "los", "new", "fort", "winston"} <= lexicon.begin_places()
    assert lexicon.begin_places().isdisjoint({"", "with", "patient", "him", "qzxvk", "winstonsalem"})


def _manifest() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(PACKAGE.joinpath("lexicon_manifest.json").read_text(encoding="utf-8"))
    return said


def _unpacked() -> list[bytes]:
    packed = PACKAGE.joinpath("lexicon.zlib").read_bytes()
    ends = accumulate(lexicon.LENGTHS.unpack_from(packed), initial=lexicon.LENGTHS.size)
    parts = [packed[start:end] for start, end in pairwise(ends)]
    return [*map(zlib.decompress, parts[:3]), *parts[3:]]


def _written_often() -> dict[str, int]:
    """Each word that the packed list holds as it is written, and what it stands there as."""
    words = lexicon._words()
    return {**words.most_used, **words.often}
