"""What is written at a door or a bed: "into T-1104", "the pt in 12A", "12-window", "12A wants water"."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import is_behind_numbers
from bot.domain.screening.structure.room_words import NO_COUNT
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_STAGED: Final = LatePattern(
    r"\b(?:stages?|staged|grades?|types?|class|category|cat|ckd|group|phase|step|level|factor|option|plan|section"
    r"|chapter|figure|fig|table|part|version|case|cin|nyha"
    r"|protein|score|form|hep|hepatitis|influenza|flu|vitamin|serotype|model|question|lesson|gold|protocol|article"
    r"|rule|code|size|cup|bra|unit|seat|gate|row|year|grade"
    r"|burns?|t|n|g|view|print(?:er|ed)?|movie|form)\b[^.!?\n]{0,6}$"
)
_LETTER_BEHIND: Final = LatePattern(r"[- ]?[a-hnsw](?![a-z\d])|(?<=\d\d\d\d)-[1-4]")
_LETTER_AFTER: Final = LatePattern(
    r"(?<![\w.,/$#+-])#?(?P<number>\d{1,3}|(?!19|20|0)\d{4}(?=[A-D]))[- ]?"
    r"(?P<letter>[A-Da-d])(?![\w%]|'\w|[.-]\d|-[a-z])"
)
_PLACED: Final = LatePattern(
    r"\b(?:in|from|to|into|for|outside|by|of|at|near|next to|leaving|left|saw|see|seeing|with|visit(?:ed)?|met|and|is"
    r"|was|over in|rounded on|sat with|called) (?:bed |room |pt |the )?$"
)
_BEGINS: Final = r"(?:\A|(?<=[.!?\n\"])|(?<=[.!?\n] ))"
_OPENS: Final = LatePattern(
    rf"{_BEGINS}(?P<number>\d{{1,3}}[A-Da-d]|(?!\d00|\d50)\d{{3}}|#(?:[4-9]|\d{{2,3}}))(?= (?:is|was|wants|wanted"
    rf"|asked|told"
    r"|said|kept|keeps|hates|refused|cried|needs|needed|finally|just|still|got|coded|called|died|never|won't|wouldn't"
    r"|doesn't|loves|has|had)\b)"
    r"|(?<![\w.,/$#-])(?P<three>(?!\d00|911|988)\d{3}[a-d]?)(?= (?:asks?|asked|told|cried|cries|refuse[sd]|says"
    r"|said|smiled"
    r"|laughed|whispered|begged|thanked|hates|loves)\b)"
    rf"|{_BEGINS}(?<!\")(?P<both>\d{{1,3}}[A-Da-d]? (?:and|&) \d{{1,3}}[A-Da-d]?)(?= (?:are (?:both )?(?:mine|ours|my"
    r"|asleep|awake"
    r"|neighbors|fighting)|share|both (?:want|need|sleep|snore)|argue|snore)\b)"
    r"|(?<!the )(?<![\w.,/$-])(?P<owner>\d{1,3}[A-Da-d]?)(?='s (?:family|wife|husband|daughter|son|mom|mother|dad"
    r"|father"
    r"|sister|brother|nurse|call|light|bed|chart|face|hands?|labs|vitals|tray|meds|story|roommate|visitors?)\b)"
)
# "12-window" is a bed; "4-door" is a car.
_BESIDE: Final = LatePattern(
    r"(?<![\w.,/$-])(?:\d{2,4}|\d{1,3}[a-d])-(?:window|door|wall|aisle|bathroom|hall|corner)(?:[ -]?side)?\b"
    r"|(?<![\w.,/$-])(?!\d00|911|988)\d{3}[a-d]? (?:window|door)(?=[.,;:!?)]|$|\n| (?:bed|side|bc|because|was|is|has"
    r"|had|and|but|who|by|for|to|all|this|every|today|tonight|again|still|when|while|after|before|so|i|we|he|she"
    r"|needs?|needed|wants?|wanted|keeps?|kept|asked|asks|said|says|told)\b)"
)
# What a door says: "T-1104", "4C-06", "10-114", "W309"; vitamins, vertebrae and pills are written like that too.
_DOES: Final = (
    r"wants?|wanted|needs?|needed|refuse[sd]|asks?|asked|told|tells|said|says|cried|cries|hates?|loves?|hits?"
    r"|rings|rang"
    r"|calls|called|keeps|kept|won'?t|wouldn'?t|doesn'?t|didn'?t|fell|coded|died|brought|sings|sang|smiled|laughed"
    r"|thanked"
    r"|ate|slept|threw|pulled|yelled|screamed|apologized|agreed|taught|gave|showed|grabbed|held|hugged|waved|winked"
    r"|sent"
)
_ACTS: Final = (
    rf"(?:{_DOES}|(?:is|was) (?:lonely|asleep|awake|scared|crying|upset|mad|alone|angry|mine|asking|calling"
    r"|yelling|gone|empty)|finally [a-z]{3,10}ed)\b"
)
_DOOR: Final = (
    r"(?!(?:U-[15]00|P-?450|B-12|[CTLS]-?\d{1,2}|A-?1|H-?1|F-\d\d|M\d|Q\d+|Y-?90|I-?1[23]\d|G-?6|J-\d|K-\d|O-\d"
    r"|COVID)\b)"
    r"(?:[A-Z]-\d{2,4}[A-D]?|[A-Z]\d{3}[A-D]?|\d{1,2}[A-Z]-\d{1,3}[A-D]?|(?!\d{1,2}-(?:[36]25"
    r"|[1-9][05]0)\b)\d{1,2}-\d{3}"
    r"|(?!\d[05]0)\d{3}-[1-4])(?![\w%/-]|[.,:]\d)"
)
_AT_A_DOOR: Final = LatePattern(
    r"(?i:for|find|finding|found|in|into|inside|outside|from|past|passed|enter|entered|entering|leaving|shared?|shares"
    r"|on|near|way to|back to|ran to|went to|walked to|moved to|with|w|by|called|of)(?i: room| rm)? "
    rf"(?P<number>{_DOOR})"
)
_DOOR_CUES: Final = words_of(
    "for find finding found in into inside outside from past passed enter entered entering leaving share shared"
    " shares on"
    " near way back ran went walked moved with w by called of"
)
_SAYS_DOOR: Final = LatePattern(
    rf"(?<!\d)\d{{1,4}}(?:[A-Z]?-\d{{1,3}})?[A-D]?(?=,? {_ACTS}|'s (?:family|wife|husband|daughter|son|mom|mother|dad"
    rf"|father"
    rf"|light"
    r"|call)\b| (?:family|wife|daughter|mom|window bed|door bed)\b)"
)
# Few numbers stand right before what somebody does or has.
_OF_SOMEBODY: Final = LatePattern(
    rf"[a-d]?(?:'s |,? (?:{_DOES}|is|was|has|had|finally|just|still|got|never|whispered|begged|family|wife|daughter"
    r"|mom|window|door)\b| (?:and|&) \d)"
)
_A_DOOR: Final = LatePattern(
    rf"{_DOOR}|(?!\d[05]0|911|988)\d{{3}}(?= (?:[a-z]{{3,12}}|won'?t|wouldn'?t|doesn'?t"
    rf"|didn'?t)\b)"
)
_LETTER_OF_A_DOOR: Final = LatePattern(r"[A-Z]-?\Z")
_BEFORE_A_DOOR: Final = LatePattern(
    r"(?:\A|[.!?\n\"] ?|\b(?:time|when|if|and|but|because|bc|that|then|so|today|tonight|says) )\Z"
)
# Hardly anything else is written like that; but oil is "10W-30".
_UNMISTAKABLE: Final = LatePattern(
    r"(?<![\w.,/$#-])(?:(?P<sure>\d{1,2}[A-H]-\d{2,3})|(?!\d{1,2}[wW]-[2-5]0\b|\de-)\d{1,2}[NSWa-hnsw]-\d{2,3}"
    r"|(?!\d[05]0)\d{3}-[A-D]|(?!\d\d[05]0|19|20)\d{4}-[1-4])(?![\w/%-]|[.,:]\d)"
)
# "619-W and 619-D play cards", "619-W wants ice": a side of a room that is called by any letter.
_BY_SIDES: Final = LatePattern(
    r"(?<![\w.,/$#-])(?P<room>(?!\d[05]0|911|988)\d{3})-[A-Z] (?:and|&|n) (?P=room)-[A-Z]"
    r"(?![\w/%-])"
    rf"|(?<![\w.,/$#-])(?!\d[05]0|911|988)\d{{3}}-[NSEWPLRXY](?=,? {_ACTS}|'s (?:family|wife|husband"
    r"|daughter|son|mom|dad|light|call)\b)"
)
_BESIDE_A_DASH: Final = LatePattern(r"\d{3}-[a-z](?![a-z\d])")
# "Two men share 914", "the door bed in 227 gets".
_SHARED: Final = LatePattern(
    rf"(?:shar(?:es?|ed|ing)|(?:window|door|hall) (?:bed|side) (?:in|of)|bed in|call light in|light in|tv in"
    rf"|window in|family (?:of|in)|wife of|son of|daughter of|mom of|w/|visit(?:ed|ing)?|(?:(?:look|peek|walk)(?:ed"
    rf"|ing)?"
    rf"|(?:pop|drop|stop)(?:ped|ping)?) in on|note on|notes on"
    rf"|story of) (?P<number>(?!\d[05]0|911|988|1st)"
    rf"(?:\d{{3}}[a-d]?|\d{{1,2}}[b-d](?= (?:going|about|and|to|for|while|who)\b)))(?!-){NO_COUNT}"
    r"(?! (?!(?:is|was|has|this|his|always|us|yes|gets|wants|needs|says|keeps|asks|hates|loves|likes"
    r"|calls)\b)[a-z]{2,14}s\b)"
)
_SHARERS: Final = words_of(
    "look looked looking peek peeked peeking pop popped popping drop dropped dropping stop stopped stopping walk walked"
    " walking share shares shared sharing window door hall bed call light tv family wife son daughter mom w visited"
    " visit visiting note notes story"
)
_SIDES: Final = words_of("window door wall aisle bathroom hall corner windowside doorside")


def find_doors(wording: Wording) -> Iterator[Finding]:
    """Every number that says by its letter, by its side or by what goes on there that it is a door's or a bed's."""
    if is_behind_numbers(wording, _LETTER_BEHIND):
        yield from _lettered(wording)
    yield from _doors(wording)
    yield from _by_sides(wording)
    if is_behind_numbers(wording, _OF_SOMEBODY):
        yield from _opening(wording)
    if wording.has(_SIDES):
        for match in wording.at_digits(_BESIDE):
            yield Finding(*match.span(), IdentifierKind.ROOM)


def _by_sides(wording: Wording) -> Iterator[Finding]:
    """Both beds of a room, or one where somebody does something."""
    for match in wording.at_digits(_BY_SIDES, capitals=True) if wording.has_digits(_BESIDE_A_DASH) else ():
        if not _STAGED.search(wording.before(match.start(), 24)):
            yield Finding(*match.span(), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _doors(wording: Wording) -> Iterator[Finding]:
    """What is written at a door, where somebody goes or lies, or where somebody who is called so does something."""
    found = chain(
        wording.before_digits(_DOOR_CUES, _AT_A_DOOR, capitals=True),
        wording.before_digits(_SHARERS, _SHARED),
    )
    for match in found:
        yield Finding(*match.span("number"), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _opening(wording: Wording) -> Iterator[Finding]:
    """What a sentence about somebody begins with: "12A wants", "412's daughter", "309 is asleep"."""
    for match in wording.at_digits(_OPENS, capitals=True, sign="#"):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM)
    for match in wording.at_digits(_SAYS_DOOR, capitals=True):
        letter = _LETTER_OF_A_DOOR.search(wording.text, max(0, match.start() - 2), match.start())
        start = letter.start() if letter else match.start()
        if _A_DOOR.match(wording.text, start) and _BEFORE_A_DOOR.search(wording.before(start, 12)):
            yield Finding(start, match.end(), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _lettered(wording: Wording) -> Iterator[Finding]:
    for match in wording.at_digits(_UNMISTAKABLE, capitals=True):
        if match["sure"]:
            yield Finding(*match.span(), IdentifierKind.ROOM)
        elif not _STAGED.search(wording.before(match.start(), 24)):
            yield Finding(*match.span(), IdentifierKind.ROOM, Confidence.POSSIBLE)
    for match in wording.at_digits(_LETTER_AFTER, capitals=True, sign="#"):
        if _is_a_room(match, wording.before(match.start(), 24)):
            yield Finding(*match.span(), IdentifierKind.ROOM)


def _is_a_room(match: re.Match[str], before: str) -> bool:
    """Whether "12A" is where somebody lies; "3B" of a stage, "3D" and "at 3a" are not."""
    number, letter = match["number"], match["letter"]
    is_apart = not match[0][-2].isdigit()
    if (number in {"2", "3", "4"} and letter in "dD") or _STAGED.search(before) or is_apart:
        return False
    if letter.isupper() and len(number) > 1:
        return True
    # In small letters "3a" is early in the morning too.
    unmistakable = letter.isupper() or (len(number) > 1 and letter != "a") or before.endswith((" in ", "from "))
    return unmistakable and _PLACED.search(before) is not None
