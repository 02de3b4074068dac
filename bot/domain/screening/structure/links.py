"""Links, e-mail addresses and handles by their shape: dots, at signs, underscores and digits inside of words.

New domains are made every day, so none is looked up: a word with a dot inside is a link unless both sides of the dot
are words of everyday, which only lack a space between two sentences ("was late.then"), or an abbreviation ("a.m.").
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import stretches
from bot.domain.screening.structure.wording import BESIDE_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

_DOTTED: Final = LatePattern(
    r"(?<![\w.@/+-])(?P<host>[a-z0-9][\w-]{1,40}(?:\.[a-z0-9][\w-]{0,40}){0,4})\.(?P<ending>[a-z]{2,20})"
    r"(?P<path>/[^\s<>|]{0,300}[\w/])?(?![\w@]|\.\w)"
)
# "Call the son.he" has no ending of these; "slowboats.studio" has one that is a word too.
_ENDINGS: Final = words_of(
    "com net org edu gov mil uk info io biz health blog studio shop store fm tv nyc example test invalid app dev page"
    " site online website web link club live world life space art care clinic church school farm kitchen cafe garden"
    " photo photos gallery news social design media music band team house boutique coffee pub bar salon fitness yoga"
    " foundation charity support community group family love fun pizza bike boats me co ly gg ca de fr es eu au nz"
    " ie ch nl ru pl br mx jp kr cn za ke ng gh ph vn se dk fi cz pt ai la xyz top pro mobi name works today city land"
)
# As endings they are rather the first word of the next sentence, or what a file is called by.
_FILES: Final = words_of("pdf doc docx xls xlsx ppt pptx jpg jpeg png gif txt csv mp3 mp4 js py exe html zip")
_NEXT_WORDS: Final = words_of(
    "me today news love life live care support family church school team house coffee pt la de"
)
_ON_THE_WEB: Final = LatePattern(
    r"\b(?:site|website|blog|page|web|link|online|visit|url|domain|www|http|shop|store|etsy|sells?|from|at|is)\b"
    r"[^.!?\n]{0,12}$"
)
_ABBREVIATED: Final = words_of("dr mr mrs ms st vs approx dept est prof sr jr rev")

_AT: Final = r"(?: ?[(\[{<] ?at ?[)\]}>] ?|@)"
_DOT: Final = r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?| dot )"
_LOCAL: Final = r"(?<![\w.+-])[\w.+%-]{1,40}(?: dot \w{1,20}){0,2}"
_HOST: Final = rf"[\w-]{{2,40}}(?:{_DOT}[\w-]{{1,40}}){{0,3}}{_DOT}[a-z]{{2,20}}\b"
_VEILED_EMAIL: Final = LatePattern(rf"{_LOCAL}{_AT}{_HOST}")
_VEILED_AT: Final = LatePattern(r"[(\[{<@](?:(?<=@)| ?at ?[)\]}>])")
_LONGEST_LOCAL: Final = 120
_LONGEST_HOST: Final = 320
"""As far as addresses go before and behind their sign."""
_ARTICLES: Final = r"(?!(?:the|an?|this|that|each|every|one|my|his|her|its|no)\b)"
_TOLD_HOST: Final = LatePattern(
    rf" at (?:{_ARTICLES}\w{{2,40}}(?: dot \w{{2,40}}){{0,2}} dot |[\w-]{{2,40}}(?:\.[\w-]{{2,40}}){{0,2}}\.[a-z]{{2}})"
)
"""The part of it that stands in few texts."""
_TOLD_EMAIL: Final = LatePattern(
    rf"(?!(?:me|him|her|us|them|it|you|is|was|are|look|looking|email|write|reach"
    rf"|contact) at\b){_LOCAL} at {_ARTICLES}\w{{2,40}}(?: dot \w{{2,40}}){{0,2}} dot (?!(?:on|in|at|of|to"
    rf"|and)\b)[a-z]{{2,20}}\b"
    rf"|(?<![\w.+-])(?=[\w+-]{{0,30}}[\d._+])[\w.+-]{{2,40}} at [\w-]{{2,40}}(?:\.[\w-]{{2,40}}){{0,2}}"
    r"\.[a-z]{2,20}\b"
)

_JOINED: Final = LatePattern(r"(?<![\w/])u/[\w-]{4,30}|(?<![\w@./-])[a-z0-9]{1,24}(?:_[a-z0-9]{1,24}){1,5}(?![\w/])")
_JOINT: Final = LatePattern("_|u/")
_DIGITS_BEHIND: Final = LatePattern(r"\b(?<![\w@./-])(?P<stem>[a-z]{4,20})\d{2,4}(?![\w/%.-])")
_CAMEL: Final = LatePattern(r"(?<![\w@])[A-Z][a-z]{1,14}(?:[A-Z][a-z]{1,14}){1,4}\d{0,4}(?!\w)")
_ONLINE: Final = LatePattern(
    r"\b(?:dm|dms|dmed|dm'?d|ig|insta|instagram|tiktok|tik tok|snap|snapchat|twitter|reddit|youtube|discord|twitch"
    r"|facebook|fb|venmo|cashapp|zelle|telegram|threads|bluesky|follow(?:s|ed|ing|ers)?|handle|account|channel|profile"
    r"|username|screen name|gamer|gamertag|xbox|psn|steam|posts?|posted|tweets?|streams?|online|called|named)\b"
    r"[^.!?\n]{0,32}$"
)
_ONLINE_TRIGGERS: Final = words_of(
    "dm dms dmed ig insta instagram tiktok tik snap snapchat twitter reddit youtube discord twitch facebook fb venmo"
    " cashapp zelle telegram threads bluesky follow follows followed following followers handle account channel"
    " profile username screen gamer gamertag xbox psn steam post posts posted tweet tweets stream streams"
)
_PARTS_OF_FILES: Final = LatePattern(r"(?:v?\d{0,2}|final|draft|copy|new|old|notes?)$")


_DOT_INSIDE: Final = LatePattern(r"\.[a-z]{2}")
_NETWORKS: Final = frozenset({"TikTok", "YouTube", "FaceTime", "LinkedIn", "WhatsApp", "MyChart", "CashApp"})
_NOT_BEFORE_DIGITS: Final = words_of(
    "covid sars january february march april june july august sept september october november december room bed"
)


def find_links(wording: Wording) -> Iterator[Finding]:
    """Every web address, e-mail address and handle that its shape gives away."""
    dotted = list(wording.unspaced(_DOT_INSIDE))
    for start, end in dotted:
        yield from _dotted(wording, start, end)
    if dotted or "dot" in wording.words:
        yield from _emails(wording)
    if "_" in wording.text or "u/" in wording.text:
        yield from _joined(wording)
    if wording.has(_ONLINE_TRIGGERS):
        yield from _online(wording)


def _dotted(wording: Wording, start: int, end: int) -> Iterator[Finding]:
    for match in _DOTTED.finditer(wording.lower, start, end):
        ending = wording.text[match.start("ending") : match.end("ending")]
        if (ending.islower() or match[0].upper() == wording.text[match.start() : match.end()]) and _is_link(
            match, wording
        ):
            yield Finding(*match.span(), IdentifierKind.LINK)


def _emails(wording: Wording) -> Iterator[Finding]:
    """Each address with a sign of its own between name and host, or with a word that may be anything else too."""
    for signs, pattern in ((_VEILED_AT, _VEILED_EMAIL), (_TOLD_HOST, _TOLD_EMAIL)):
        places = (sign.start() for sign in signs.finditer(wording.lower))
        for stretch in stretches(places, _LONGEST_LOCAL, _LONGEST_HOST):
            for match in pattern.finditer(wording.lower, *stretch):
                yield Finding(*match.span(), IdentifierKind.EMAIL)


def _is_link(match: re.Match[str], wording: Wording) -> bool:
    host, ending = match["host"], match["ending"]
    if host.replace(".", "").isdigit() or ending in _FILES or host in _ABBREVIATED:
        return False
    is_made_up = not all(_is_everyday(part) for part in host.split("."))
    if match["path"]:
        return is_made_up or ending in _ENDINGS
    if ending in _ENDINGS and ending not in _NEXT_WORDS:
        return is_made_up or bool(_ON_THE_WEB.search(wording.before(match.start(), 40)))
    return is_made_up and (not lexicon.is_ordinary(ending) or "." in host or ending in _NEXT_WORDS)


def _is_everyday(part: str) -> bool:
    return len(part) < 3 or lexicon.is_ordinary(part)


def _joined(wording: Wording) -> Iterator[Finding]:
    for match in chain.from_iterable(_JOINED.finditer(wording.lower, *each) for each in wording.unspaced(_JOINT)):
        parts = match[0].split("_")
        is_plain = all(lexicon.is_ordinary(part) or _PARTS_OF_FILES.match(part) for part in parts)
        if not is_plain or _ONLINE.search(wording.before(match.start(), 56)):
            yield Finding(*match.span(), IdentifierKind.MENTION)


def _online(wording: Wording) -> Iterator[Finding]:
    for match in wording.with_digits(_DIGITS_BEHIND, reach=BESIDE_DIGITS):
        if _ONLINE.search(wording.before(match.start(), 56)) and match["stem"] not in _NOT_BEFORE_DIGITS:
            yield Finding(*match.span(), IdentifierKind.MENTION)
    for match in wording.near(_ONLINE_TRIGGERS, _CAMEL, reach=(0, 70), capitals=True):
        if _ONLINE.search(wording.before(match.start(), 56)) and match[0] not in _NETWORKS:
            yield Finding(*match.span(), IdentifierKind.MENTION, Confidence.POSSIBLE)
