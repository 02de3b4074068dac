"""A number alone, where somebody is or goes: "the guy in 14", "checked on 412", "moved from 412 to 418"."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.room_words import IS_TOLD, NO_COUNT, PERSON
from bot.domain.screening.structure.wording import FAR_BEFORE, Wording
from bot.domain.screening.word_sets import words_of

_OCCUPIED_BY: Final = LatePattern(
    rf"\b{PERSON}(?: (?:down|over|up|back|out))?(?: in (?:the )?bed)?"
    r"(?: (?:by|near|at|next to|beside) (?:the|his|her) [a-z]{3,10})? \Z"
)
_PEOPLE: Final = words_of(
    "pt pts patient patients lady ladies gentleman gent guy gal man woman kid kiddo dude fella homie child boy girl"
    " baby grandma grandpa granny mom mother dad father family families person teen teenager toddler veteran couple"
    " newborn infant roommate guys admit admission fall code rapid discharge consult new old call light bell daughter"
    " son wife husband nurse"
)
_BEFORE_BARE: Final = words_of("in inside outside into visited tele paged called woke checked rounded sat saw")
_INSIDE: Final = frozenset({"in", "from", "inside"})
_OCCUPANT: Final = LatePattern(
    rf"\b(?:in|from|inside) (?P<number>#?(?!19\d\d|20\d\d)\d{{1,4}}(?:-\d{{1,3}})?[a-h]?|[a-h]-?\d{{1,3}}){NO_COUNT}"
    + IS_TOLD
)
# A number of three digits may be followed by anything but what it counts; "one woman in 412" is a share.
_OF_THREE: Final = LatePattern(
    rf"\b(?<!one )(?<!1 )(?<!every )(?<!each )(?<!only )(?<!first )(?<!per ){PERSON}(?: down| over| up| back)?"
    r"(?: (?:by|near|at|next to|on) (?:the|his|her) [a-z]{3,10})? in"
    rf" (?P<number>(?!\d00|911|988|19\d\d|20\d\d)\d{{3,4}}[a-d]?)(?= [a-z']){NO_COUNT}(?! (?:over|pages|lbs"
    rf"|pounds|shifts|hundred))"
)
# Doses and settings go from round numbers to round numbers.
_MOVED: Final = LatePattern(
    rf"\bfrom (?:(?P<from_three>(?!\d[05]0)\d{{3}}[a-d]?|\d\d[a-d]) to (?P<to_letter>\d{{1,3}}[a-d])"
    rf"|(?P<from_letter>\d{{1,2}}[a-d]) to (?P<to_three>(?!\d[05]0)\d{{3}}[a-d]?)){NO_COUNT}"
)
_MOVED_WITH_WORDS: Final = LatePattern(
    r"\b(?:moved|transferred|wheeled|switched (?:rooms|beds))(?: (?:him|her|them|me|us|(?:the|my|our) pt))?"
    rf" from (?P<out>(?!\d[05]0)\d{{3}}) to (?P<into>(?!\d[05]0)\d{{3}}){NO_COUNT}"
    rf"|\b(?:cover(?:ed|ing)?|assigned|rounded on) (?P<one>\d{{3}}) (?:through|thru|to|and|&)"
    rf" (?P<other>\d{{3}}){NO_COUNT}"
)
# "Skip 5117, he bites": who is in a room is spoken of by its number.
_WARNED_OF: Final = LatePattern(
    r"\b(?:skip|avoid|careful (?:with|in)|watch out for|good luck (?:with|in)|stay away from)"
    rf" (?P<number>(?!19\d\d|20\d\d|911|988|\d{{1,2}}00\b)\d{{3,4}}[a-d]?){NO_COUNT}, (?:he|she)(?:'s)?\b"
)
_WARNS: Final = words_of("skip avoid careful watch good stay")
_NOTHING_ELSE: Final = LatePattern(r"\A\s{0,9}#?(?P<number>(?!911|988|\d00)\d{3}[a-d]?)[.!?]?\s{0,9}\Z")
_WALKED: Final = LatePattern(
    r"\b(?:(?:walk(?:ed|ing)?|ran|run(?:ning)?|snuck|sneak(?:ed|ing)?|slipped|rush(?:ed|ing)|sprint(?:ed|ing)|head(?:ed"
    r"|ing)|hurr(?:ied|ying)|wandered|tiptoed|popped|peek(?:ed|ing)"
    r"|(?:(?<=\bi )|(?<=\bwe )|\A|(?<=[.!?\n] ))(?:went|came|go|keep going) back"
    r"|(?:(?<=\bim )|(?<=\bi'm )|(?<=\bam )|(?<=\bwas )|\A|(?<=[.!?\n] ))(?:going|heading) back)"
    r"(?: (?:back|up|down|over|out|again)){0,2} (?:to|into|in|by|past)|(?:went|going|go) (?:past|by|into)"
    r"|stopp(?:ed|ing) by|knock(?:ed|ing)? (?:on|at)"
    r"|(?:door(?:way)?|bathroom|window|corner|curtain) (?:of|to|in)|next (?:door (?:in|to)|to)|doors? down from"
    r"|down the hall (?:in|from)|across (?:the hall"
    r" )?from|report (?:on|for)"
    r"|(?:moved|wheeled|switched) out of)"
    rf" (?P<number>(?!\d[05]0|911|988|19\d\d|20\d\d|\d\d[05]0)\d{{2,4}}(?:-?[a-d]\b|-\d)?|\d-\d{{2,3}})"
    rf"{NO_COUNT}(?=[.,;:!?)]|$|\n| (?:two|three|four|five|six|ten|several|many|\d\d?) times\b"
    r"| (?:was|is|to|and|after|before|with|for|when|because|where|so|just|at|again|today|tmrw|tomorrow|tonight|later"
    r"|twice|one|i|we"
    r"|w|n|somebody|someone|a|an|his|her|my|by (?:mistake|accident)|on accident|accidentally|thinking|expecting|looking"
    r"|instead|without)\b| & )"
)
_WALKS: Final = words_of(
    "walk walked walking ran run running snuck sneak sneaked sneaking slipped rushed rushing sprinted sprinting headed"
    " heading hurried hurrying wandered tiptoed popped peeked peeking went going came go keep stopped stopping knock"
    " knocked knocking door doorway bathroom window corner curtain next doors down across report moved wheeled switched"
)
_MOVES: Final = words_of("moved transferred wheeled walked switched cover covered covering assigned rounded")
_MOVED_TO: Final = LatePattern(
    r"\b(?:moved|transferred|wheeled|switched) (?:him|her|them|me|(?:the|my|our) (?:pt|patient|guy|lady))"
    rf"(?: (?:back|over|up|down))? (?:in)?to (?P<number>(?!\d{{0,2}}[05]\b)\d{{1,3}}[a-d]?){NO_COUNT}"
    r"(?=[.,;:!?)]|$|\n| (?:and|because|so|after|when|where|bc|since)\b)"
    r"|\b(?:moved|transferred|wheeled|walked) (?:him|her|them|(?:the|my|our) (?:pt|patient|guy|lady))"
    rf" from (?P<out>(?!\d{{0,2}}[05]\b)\d{{1,3}}[a-d]?) to (?:the|his|her|our|a) (?!next|max|full|usual|same|high"
    rf"|goal)"
)
_BARE: Final = LatePattern(
    # "One in 412" is a share.
    r"\b(?:(?<!\b1 )(?<!\bone )in|inside|outside|into|visited|tele|paged (?:about|for|to)|called (?:about|to)"
    r"|woke(?: up)?|checked on|rounded on|sat with|sat w|saw)"
    r" (?P<number>(?:\d{1,2}-\d{3}(?!-)|(?!19\d\d|20\d\d|911|988|\d{1,2}00\b)\d{3,4}"
    r"(?:-\d\b|-?[a-d]\b)?|(?:1[3-9]|[2-9]\d)-[1-4]\b))"
    r"(?=\s{0,9}(?:[.,;!?)]|$|\n)(?!\d)| & | (?:who|was|is|and|just|wants|wanted|said|told|asked|had|has|hates|today"
    r"|again|now|for|i|we|he|she|they|w|n|with|before|after|when|while|because|bc|whose|still|finally|keeps|kept"
    r"|never|needs"
    r"|cried|smiled|laughed|died|coded|used|likes?|liked|loves|loved|taught|gave|sang|sings|plays|played|thinks|thought"
    r"|thanked|fell|calls|lost|got|gets|won't|wouldn't|doesn't|didn't|can't|couldn't|the|there|nobody|someone"
    r"|everyone|until|till|all|about|since|so|where|but|alone|this morning|last night|til)\b)"
)
# "Nobody wants 14, the one by the window."
_BY_THE_WINDOW: Final = LatePattern(
    r"(?<![\w.,/$#:-])(?P<number>\d{1,3}[a-d]?),? (?:the|that|its the|it's the) (?:corner |last |first )?(?:one|room"
    r"|bed) (?:by|near|next to|across from|beside|closest to|opposite) the (?:window|door|elevators?|stairs|(?:nurses'?"
    r" )?station|kitchen|linen|ice machine|exit)\b"
)
_WINDOWS: Final = words_of("window door elevator elevators stairs station kitchen linen machine exit")
_SEAT: Final = LatePattern(
    r"\b(?:seats?|lockers?|questions?|pages?|gates?|bus|tables?|spots?|desks?|chairs?|stations?|slides?|steps?|levels?"
    r"|floors?|exits?|box|row|line|computers?|number|q|age|turned|is|was|are|were) \Z"
)


def find_occupied_rooms(wording: Wording) -> Iterator[Finding]:
    """Every number alone where somebody lies or goes, or from where and to where somebody is moved."""
    yield from _occupied(wording)
    yield from _moves(wording)
    for match in wording.at_digits(_BY_THE_WINDOW) if wording.has(_WINDOWS) else ():
        if not _SEAT.search(wording.before(match.start(), 12)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _occupied(wording: Wording) -> Iterator[Finding]:
    for match in wording.before_digits(_INSIDE, _OCCUPANT):
        if _OCCUPIED_BY.search(wording.before(match.start(), 48)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM)
    for match in wording.before_digits(_PEOPLE, _OF_THREE, within=FAR_BEFORE):
        yield Finding(*match.span("number"), IdentifierKind.ROOM)
    alone = _NOTHING_ELSE.match(wording.lower)
    bare = chain(
        wording.before_digits(_BEFORE_BARE, _BARE),
        wording.before_digits(_WALKS, _WALKED, within=FAR_BEFORE),
        wording.before_digits(_WARNS, _WARNED_OF),
        [alone] if alone else [],
    )
    for match in bare:
        yield Finding(*match.span("number"), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _moves(wording: Wording) -> Iterator[Finding]:
    for words, pattern in ((frozenset({"from"}), _MOVED), (_MOVES, _MOVED_WITH_WORDS)):
        for match in wording.before_digits(words, pattern, within=FAR_BEFORE):
            for name in filter(match.group, match.groupdict()):
                yield Finding(*match.span(name), IdentifierKind.ROOM)
    for match in wording.before_digits(_MOVES, _MOVED_TO, within=FAR_BEFORE):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM, Confidence.POSSIBLE)
