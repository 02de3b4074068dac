"""How somebody is reached: mentions, handles, e-mail, links, and phone, fax and pager numbers."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import FAR_BEFORE, FROM_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

# To call a whole channel is no way to speak of somebody, and yet nothing that is shared may call anybody.
_MENTION: Final = LatePattern(r"<[@#!][^<>\n]{1,120}>|(?<![\w@.+-])@[^\W\d_](?:[\w.-]{0,78}\w)?")
_NETWORK: Final = (
    r"(?:insta(?:gram)?|ig|tik ?tok|snap(?:chat)?|twitter|x|facebook|fb|venmo|reddit|discord|twitch|youtube|telegram"
    r"|bluesky|threads)"
)
# What a network is said to be ("her instagram is hilarious") is no handle; a handle has a digit or a sign in it.
_SIGNED: Final = r"@?(?!\d{1,2}(?:am|pm|ish)?\b)(?=[\w.]{0,39}[\d_]|[\w]{1,39}\.\w)\w[\w.]{1,38}\w"
_HANDLE: Final = LatePattern(
    rf"\b(?:{_NETWORK}(?: (?:handle|name|account|user ?name))?(?: is|:|'s|,)?(?: as| at| under| from| by"
    rf"| called)? |(?:under|called|as"
    rf"|at) )(?P<handle>{_SIGNED})(?!\w)"
    r"|\b(?:venmo|cash ?app|user ?name|handle|gamer ?tag)(?:'?e?d(?: (?:him|her|them|me))?)?(?: is| was| at| as"
    r"|:|'s)? (?P<hyphened>\w{2,15}(?:-\w{1,15}){1,4})(?![\w-])"
    rf"|\b(?:log-?in|log ?on|user|user ?id|logged in as|logged on as|signed in as|logged in under|account)"
    rf"(?: is| was|:)? (?P<user>{_SIGNED})(?!\w)"
    r"|\b(?:user ?name|screen ?name|handle|gamer ?tag)(?: is| was|:)? (?P<named>@?\w[\w.]{2,39})(?<!\.)(?!\w)"
)
_HANDLE_TRIGGERS: Final = words_of(
    "insta instagram ig tiktok tik snap snapchat twitter facebook fb venmo reddit discord twitch youtube telegram"
    " bluesky threads username screenname screen handle gamertag gamer user login logon log logged signed userid"
    " account"
)
_HANDLE_BEGINS: Final = _HANDLE_TRIGGERS | words_of(
    "x under called as at cash cashapp venmod venmoed cashappd cashapped usernamed usernameed handled handleed"
    " gamertagd gamertaged"
)
_NO_HANDLE: Final = words_of("the and was for his her him with well not all that this")
_EMAIL: Final = LatePattern(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}\b")
_SPOKEN_EMAIL: Final = LatePattern(
    r"(?<![\w.+-])[\w.+-]{2,40}(?: dot \w{1,30}){0,2} ?(?:\bat\b|@|\(at\)|\[at\]) ?"
    r"(?:(?:gmail|yahoo|hotmail|outlook|icloud|aol|proton(?:mail)?|comcast)\b(?: ?(?:dot|\.) ?(?:com|net|org|me)\b)?"
    r"|\w{2,40} (?:dot|\(dot\)) (?:com|net|org|edu)\b)"
)
_LINK: Final = LatePattern(
    r"\b(?:https?://|www\.)[^\s<>|]{0,500}[\w/]"
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:(?:com|net|org|edu|gov|mil|uk|info|io|health"
    r"|blog)\b(?:/[^\s<>|]{0,500}[\w/])?"
    r"|(?:ly|me|ee|gl|gd|co|tv|gg|us|ca|be|to|de|fr|es|it|ie|au|nz|in|ai|app|dev|page|site|link)/[^\s<>|]{0,500}[\w/])",
    re.IGNORECASE,
)
_IP: Final = LatePattern(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\w:])|(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])"
)

# What follows a number that only says how much of something there was.
NO_QUANTITY: Final = (
    r"(?![\w%]|[.,-]?\d|\s?(?:mg|mcg|µg|g|kg|ml|l|cc|units?|iu|meq|mmol|dollars|steps|cells|k?cal(?:ories)?|people"
    r"|patients|times|words|beats|miles|hours|minutes)\b)"
)
_GAP: Final = r"(?: ?[./-] ?| )"
_CLOCK: Final = r"(?:[01]\d|2[0-3])[0-5]\d"
_PHONE: Final = LatePattern(
    r"(?<!\w)(?<!\d[.,/-])(?:"
    # International: a plus and up to fifteen digits.
    r"\+\d(?:[ .()-]{0,2}\d){6,14}"
    # North American, with the area code in parentheses or not.
    rf"|(?:\+?1[ .-]?)?(?:\(\d{{3}}\)[ .-]{{0,2}}|\d{{3}}{_GAP})\d{{3}}{_GAP}?\d{{4}}|[2-9]\d\d[2-9]\d{{6}}"
    # Local, but no range such as 500-1000.
    rf"|[2-9]\d{{2}}-(?!\d\d00)\d{{4}}|(?!{_CLOCK}|911|988)[2-9]\d{{2}}[ .](?!\d\d00|19\d\d|20\d\d)\d{{4}}"
    # With a leading zero and nine to eleven digits, as in Europe, but no list of hours such as 0800 1200 1600.
    rf"|(?!{_CLOCK}[ -]{_CLOCK}\b)0\d{{1,4}}[ /.-](?:\d[ .-]?){{5,8}}\d"
    # One digit after the other.
    r"|\d(?:[ .-]\d){9}"
    rf"){NO_QUANTITY}(?: ?(?:x|ext\.?|extension) ?\d{{1,6}}\b)?",
    re.IGNORECASE,
)
_CALLED: Final = LatePattern(
    r"\b(?:call(?:s|ed)?|cell|phone|number|text(?:ed)?|txt|fax(?:ed)?|tel|mobile|landline|reach|whatsapp|ring|dial"
    r"|vm|voicemail)"
    r"(?: (?:number|no|is|was|at|on|to|him|her|me|his|the|my|wife|son|daughter|niece|nephew|sister|brother|mom|dad"
    r"|aunt|uncle|line|back|bk|it|them)\b){0,4}[ .:#]{1,3}(?P<number>\d{3}[ .]\d{4}"
    r"|\(?\d{3}\)?[ .-]{0,2}\d{7}|\d{5} \d{5,6}"
    r"|(?:\d[ .-]?){7,11}\d)(?!\w)"
)
DIGIT_WORD: Final = r"(?:zero|oh?|one|two|three|four|five|six|seven|eight|nine)"
_SPOKEN_PHONE: Final = LatePattern(rf"\b{DIGIT_WORD}(?:[ ,-]{{1,2}}{DIGIT_WORD}){{6,10}}\b")
_SHORT_EXTENSION: Final = LatePattern(r"(?<![\w.])x\d{4,5}(?!-?\w)")
_X: Final = frozenset({"x"})
_EXTENSION: Final = LatePattern(
    r"\b(?:extn?|extension|pager|pgr|beeper|bpr|bleep|spectra(?:link)?|vocera|ascom|phone|call ?back"
    r"|cb(?=[ :#]{1,2}(?:\d-)?\d{4}))\b(?: (?:number"
    r"|no|is"
    r"|was|today|tonight|for (?:the|this) (?:day|week|night))\b){0,2}[ .,:#(]{1,3}"
    r"(?P<number>\d{3,7}|(?:[2-9]|\d{2})-\d{4})\b"
    r"|\b(?:extn?|pgr)(?P<glued>\d{4,6})\b"
    rf"|\b(?:spok|tigertext|vocera|ping|text|txt|message|reach|page|paged)(?: \w{{2,10}})? (?:at|on)"
    rf" (?P<at>(?!{_CLOCK}\b)\d{{4,6}})(?! ?(?:am|pm|hours?)\b){NO_QUANTITY}"
    r"|\b(?:page|paged|call|called|dial|dialed|reach|ring|rang|hit(?: \w{2,4})? up|buzz)"
    r"(?: \w{2,10}(?: \w{2,10}(?= (?:at|on)\b))?)?(?: at"
    r"| on)? (?P<short>x ?\d{4,6}|\d{5}|[2-9]-\d{4})\b(?! times)"
    # "Wrong pager, mine is 55071": what is "mine" behind a pager.
    r"|\b(?:pager|beeper|extension|ext|phone|number)\b[^.?\n\d]{0,24}[.!?]{0,3} ?[^.?\n\d]{0,16}\bmine(?:'s| is|:)"
    r" (?P<mine>\d{4,7})\b"
    rf"|\bpaged (?P<paged>(?!{_CLOCK}\b|1[05]00\b|[1-9]000\b)\d{{4}})\b(?! ?(?:times|hours?|people)\b)"
)
_REACHED_TRIGGERS: Final = words_of(
    "bleep call called cell phone number text texted fax tel mobile landline reach whatsapp ext extension pager beeper"
    " spok tigertext ping message spectralink spectra dialed dial ascom callback txt calls faxed dial vm voicemail"
    " vocera page paged ring rang extn pgr bpr cb hit buzz"
)
_MAILBOXES: Final = words_of("dot gmail yahoo hotmail outlook icloud aol proton protonmail comcast")
_DIGIT_WORDS: Final = words_of("zero one two three four five six seven eight nine oh")
_SPOKEN_DIGITS: Final = _DIGIT_WORDS | {"o"}
_LEAST_DIGITS: Final = 7
_SIGN: Final = LatePattern("[<@]")
_AT: Final = LatePattern("@")
_DOT: Final = LatePattern(r"\.[a-z]{2}")
_WEB: Final = LatePattern(r"\.[a-z]{2}|://|www\.")
_IP_LIKE: Final = tuple(map(LatePattern, (r"\.\d{1,3}\.\d", r":[0-9a-f]{1,4}:", r"-[0-9a-f]{2}-")))


def find_contacts(wording: Wording) -> Iterator[Finding]:
    """Whatever somebody can be reached by, on Slack and off it."""
    text, lower = wording.text, wording.lower
    if "@" in text or "<" in text:
        yield from _with_signs(wording)
    if wording.has(_MAILBOXES):
        yield from _all(IdentifierKind.EMAIL, _SPOKEN_EMAIL.finditer(lower))
    if "://" in lower or _DOT.search(lower):
        for start, end in wording.unspaced(_WEB):
            yield from _all(IdentifierKind.LINK, _LINK.finditer(text, start, end))
    if wording.has(_HANDLE_TRIGGERS):
        yield from _all(IdentifierKind.MENTION, wording.beginning(_HANDLE_BEGINS, _HANDLE))
    if wording.numeric:
        yield from _numbers(wording)
    if len(wording.words & _DIGIT_WORDS) > 1 and wording.count(_SPOKEN_DIGITS) >= _LEAST_DIGITS:
        yield from _all(IdentifierKind.PHONE, _SPOKEN_PHONE.finditer(lower))


def _with_signs(wording: Wording) -> Iterator[Finding]:
    yield from _all(IdentifierKind.MENTION, wording.at_signs(_SIGN, _MENTION))
    for start, end in wording.unspaced(_AT):
        yield from _all(IdentifierKind.EMAIL, _EMAIL.finditer(wording.text, start, end))


def _numbers(wording: Wording) -> Iterator[Finding]:
    phones = wording.with_digits(_PHONE, least=_LEAST_DIGITS, reach=FROM_DIGITS)
    reached = (
        wording.before_digits(_REACHED_TRIGGERS, pattern, within=FAR_BEFORE) for pattern in (_CALLED, _EXTENSION)
    )
    extensions = wording.before_digits(_X, _SHORT_EXTENSION)
    for match in chain(phones, extensions, *reached):
        yield _finding(IdentifierKind.PHONE, match)
    for start, end in chain.from_iterable(map(wording.unspaced, _IP_LIKE)):
        yield from _all(IdentifierKind.DEVICE, _IP.finditer(wording.lower, start, end))


def _all(kind: IdentifierKind, matches: Iterable[re.Match[str]]) -> Iterator[Finding]:
    for match in matches:
        if match.lastgroup != "named" or match["named"] not in _NO_HANDLE:
            yield _finding(kind, match)


def _finding(kind: IdentifierKind, match: re.Match[str]) -> Finding:
    """What a pattern found: its only named group that took part, or else all of it."""
    return Finding(*match.span(match.lastgroup or 0), kind)
