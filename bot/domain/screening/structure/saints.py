"""Houses that are called after saints and what is holy: "St. Mary's", "st ritas", "Sacred Heart", "our lady of joy"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_HOLY: Final = LatePattern(
    r"\b(?P<holy>(?:[Hh]oly|[Ss]acred|Good|[Bb]lessed|[Ii]mmaculate|[Pp]recious|[Mm]ost [Hh]oly) (?:[Rr]edeemer"
    r"|[Hh]eart|[Cc]ross"
    r"|[Ff]amily|[Nn]ame|[Tt]rinity|[Ss]hepherd|[Ss]acrament|[Cc]onception|[Bb]lood))(?! (?:law|disease|of Jesus))\b"
)
_HOLY_BEGINS: Final = words_of("holy sacred good blessed immaculate precious most")
_SAINT: Final = LatePattern(
    r"(?<![\w'])(?:[Ss]t\.?|[Ss]aint|[Ss]te\.?|[Mm]t\.?|[Mm]ount|[Ss]an|[Ss]anta) (?P<saint>[A-Z][a-z]{2,14}"
    r"|(?<=[Ss]t )[a-z]{3,14}|(?<=[Ss]t\. )[a-z]{3,14}|(?<=[Ss]aint )[a-z]{3,14})(?P<own>'?s)?"
    r"(?: (?:de Paul|Hospital|Medical Center|Med|General|hospital|medical center|school|School|church|Church|Parish"
    r"|parish"
    r"|High|Academy|Health|Home|Manor|Village|House|Place|Residence|Center|Shelter|Clinic|Villa|Hospice|hospice|rehab"
    r"|Rehab|shelter|clinic|house|home|manor|residence|academy|high|prep|elementary|middle|pantry|Pantry|Shelter"
    r"|health center"
    r"|nursing home))?(?![\w'])"
    r"(?!(?:'s)? (?:wort|day|dog|dance|valve|lead|device|pacemaker|segment|depression|elevation|changes"
    r"|and \w{2,10} (?:changes|waves)|wave|bernards?)\b)"
)
_SAINTS: Final = words_of(
    "mary marys joseph josephs joes joe luke lukes john johns vincent vincents elizabeth elizabeths anthony anthonys"
    " francis jude judes mark marks michael michaels peter peters pauls thomas anne annes agnes barnabas catherine"
    " catherines clare clares david davids james george georges rose therese patrick patricks raphael martin martins"
    " margaret margarets ann anns charles bernadette bernard alphonsus camillus"
)
_TOWN_SAINTS: Final = words_of(
    "louis paul petersburg cloud augustine charles albans johnsbury thomas croix lucia kitts diego jose francisco"
    " antonio juan bernardino fe barbara cruz monica ana maria clara"
)
# A mountain or a foreign saint is more often a town or a person; beside a hospital or a school it is that one's name.
_NO_HOUSES: Final = frozenset({"bernard", "elmo", "vitus", "nicholas", "nick", "christopher", "patrick"})
_OF_LANDS: Final = ("san", "mt", "mount")
_SENDS: Final = LatePattern(
    r" (?:sent|turned|called|calls|faxed|faxes|lost|refused|transferred|discharged|said|says|records?|e[dr]|has no"
    r"|would(?:n't| not))\b"
)
_HOUSES: Final = ("hospital", "medical center", "med", "health", "church", "school")
_SAINT_TRIGGERS: Final = words_of("st saint ste mt mount san santa")
_LADY: Final = frozenset({"lady"})
_OUR_LADY: Final = LatePattern(r"lady of (?:the )?[a-z]{3,15}\b")


def find_saints(wording: Wording) -> Iterator[Finding]:
    """Every house that is called after somebody or something holy, and towns that are."""
    for match in wording.beginning(_HOLY_BEGINS, _HOLY, capitals=True):
        yield Finding(*match.span("holy"), IdentifierKind.FACILITY)
    yield from _saints(wording)
    yield from _our_ladies(wording)


def _saints(wording: Wording) -> Iterator[Finding]:
    for match in wording.beginning(_SAINT_TRIGGERS, _SAINT, capitals=True):
        saint, said = match["saint"].lower(), match[0].lower()
        is_land = said.startswith(_OF_LANDS) and not said.endswith(_HOUSES)
        if is_land and not (said[0] == "m" and _SENDS.match(wording.lower, match.end())):
            continue
        if saint in _NO_HOUSES and not match["own"]:
            continue
        if saint in _TOWN_SAINTS and not match["own"] and lexicon.is_place(said.replace(".", "")):
            yield Finding(*match.span(), IdentifierKind.PLACE)
        elif (
            match["saint"][0].isupper()
            or saint in _SAINTS
            or _is_a_saint(saint)
            or (match["own"] and lexicon.is_given(saint))
        ):
            yield Finding(*match.span(), IdentifierKind.FACILITY)


def _our_ladies(wording: Wording) -> Iterator[Finding]:
    """In small letters: "our lady of sorrows"."""
    for match in wording.beginning(_LADY, _OUR_LADY):
        if wording.before(match.start(), 4) == "our ":
            yield Finding(match.start() - 4, match.end(), IdentifierKind.FACILITY)


def _is_a_saint(saint: str) -> bool:
    """Whether a word in small letters is somebody's name, as in "st ritas"; "st elevation" is none."""
    name = saint.removesuffix("s")
    return not lexicon.is_ordinary(saint) and (lexicon.is_given(name) or lexicon.is_given(saint))
