"""Houses that many know by name or by letters: "Mass General", "UCSF", "the VA", "Mercy"."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.house_words import GENERIC
from bot.domain.screening.structure.neighbors import stretches
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_SURE: Final = LatePattern(
    r"\b(?:mgh|bwh|bidmc|bmc|dfci|meei|ucsf|ucla|ucsd|usc|upmc|chop|mskcc|nyu|nyp|hup|ohsu|uva|vumc|jhh|zsfg|sfgh"
    r"|hcmc|musc|urmc|umass(?: memorial)?|washu|utsw|yale[- ]new haven|ynhh|lij|mit|mdacc|uic|uab|umc|vcu|uw|osu"
    r"|bchs?"
    r"|mass(?:achusetts)? gen(?:eral)?(?: hospital)?|mass eye(?: and ear)?|the brigham|brigham and women'?s"
    r"|good sam|hebrew rehab(?:ilitation)?|beth israel(?: deaconess)?|dana[- ]farber|mount sinai|mt\.? sinai"
    r"|mount auburn|cedars[- ]sinai|bellevue"
    r"|montefiore|maimonides|hennepin|harborview|grady"
    r"|parkland|lahey|tufts(?: medical)?|spaulding|walter reed|mclean hospital|cambridge health alliance"
    r"|boston (?:children'?s"
    r"|medical|university|college)|boston med|kaiser(?: permanente)?|intermountain|geisinger|sloan[- ]kettering"
    r"|md anderson|mayo clinic|cleveland clinic|johns hopkins|lenox hill|jefferson health|aiims|rikers(?: island)?"
    r"|sing sing|attica|san quentin|pelican bay|folsom|leavenworth|parchman|guantanamo"
    r"|rush university|cook county|county general|city general|jackson memorial|cedars|northwell|scripps"
    r"|(?:texas|cincinnati|nationwide|seattle|denver|phoenix|riley|lurie|rady|primary|nemours|arkansas|atlanta|dayton"
    r"|akron|dell|driscoll|valley|arnold palmer|connecticut) children'?s(?! (?:bibles?|museum|books?|songs?|clothes"
    r"|toys?|choir))"
    r"|children'?s (?:mercy|national|healthcare of)|le ?bonheur|st\.? jude'?s?|shriners?|planned parenthood on \w{2,10}"
    r"|harvard(?: med(?:ical)?(?: school)?)?|stanford|princeton|dartmouth|vanderbilt|georgetown|northeastern|emory"
    r"|cornell)\b"
    r"(?! (?:type|criteria|scores?|scale|activity|classification|method|study|trial|a\b|b\b|step|sign|protocol"
    r"|classifieds|binet|health stroke|formula|dissection|sleepiness|prison experiment|wrote|taught|prayed))"
)
_KNOWN_AT: Final = LatePattern(
    r"\b(?:at|from|to|attend(?:s|ed|ing)?|went to|over at|of) (?P<known>hopkins|duke|yale|mayo|brown|columbia|penn"
    r"|rush|baylor|drexel|temple|howard|tulane|creighton|loyola|bu|bc|uconn|brandeis|fenway health|barnes)\b"
    r"(?! (?:type|criteria|scores?|scale|activity|classification|method|study|trial|rash|color|sputum|jar|sandwich"
    r"|bag|website|street|st\b|ave|paper))"
)
_KNOWN_SMALL: Final = LatePattern(
    r"\b(?:(?:at|from|attend(?:s|ed|ing)?|(?:transferr?(?:ed)?|went|go|goes|going|sent|off|headed|referred|flew|over"
    r"|moved|drove|back|records|second opinion) (?:to|from|at))"
    r" (?P<known>hopkins|yale|mayo|columbia|baylor|drexel|tulane|creighton|loyola|uconn|brandeis|penn|duke)\b"
    r"(?! (?:sandwich|packet|on\b|and mustard|jar|rash|it\b))"
    r"|(?P<bound>mayo|hopkins|mgh|duke|yale|stanford|va)(?=[ -]bound\b))"
)
_MERCY: Final = LatePattern(
    r"(?:seen|went|go|goes|going|back|over|transferred|transfered|sent|admitted|born|er|ed|icu|tests|scan|mri|surgery"
    r"|was|works|worked|up"
    r"|records|delivered)(?: (?:here|over|him|her|them|down))? (?:at|to|from) (?P<own>(?:[a-z]{4,14} )?(?:mercy"
    r"|methodist"
    r"|baptist|presbyterian|lutheran|memorial|sacred heart|good sam|adventist))"
    r"(?=[.,;:!?)]|$|\n| (?:last|for|and|with|in|on|yesterday|today|twice|who|they|because|bc|after|before|where|when"
    r"|but|says"
    r"|er|ed|again|first|now|tomorrow|this|next|so|w|since)\b)"
)
_MERCY_BEGINS: Final = words_of(
    "seen went go goes going back over transferred transfered sent admitted born er ed icu tests scan mri surgery was"
    " works"
    " worked up records delivered"
)
_MERCIES: Final = words_of("mercy methodist baptist presbyterian lutheran memorial sacred sam adventist")
_UPPER_SURE: Final = words_of("chop mit usc uw bmc bch uva hup umc bu bc nyp lij uic cedars grady cornell princeton")
_VA: Final = LatePattern(
    r"\b(?:[Tt]he )?(?P<va>VA|V\.A\.|va) (?:on (?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,15})"
    r"|in (?P<town>[A-Z][a-z]{2,15})|near [A-Z][a-z]{2,15}|(?:hospital|clinic) (?:on|in) [A-Z0-9]\w{1,15})\b(?: (?:St"
    r"|Street|Ave|Avenue|Rd|Road|Blvd)\b\.?)?"
    r"|\b(?:the )?(?P<own>[A-Z][a-z]{3,15}(?: [A-Z][a-z]{3,15})?) VA\b(?! (?:benefits|insurance|coverage|card))"
    r"|\b(?:at|to|from) (?:the )?(?P<small>(?!(?:the|his|her|my|our|a|their|local|nearest|big|old|new|other|same"
    r"|that|this)\b)"
    r"[a-z]{3,12}(?: [a-z]{3,12})? (?:VA|va)(?! (?:benefits|insurance|coverage|card)))\b"
)
_SURE_TRIGGERS: Final = words_of(
    "walter mt cambridge mgh bwh bidmc bmc dfci meei ucsf ucla ucsd usc upmc chop mskcc nyu nyp hup ohsu uva vumc jhh"
    " zsfg sfgh hcmc musc"
    " good hebrew urmc umass washu utsw yale ynhh lij mit mdacc uic uab umc vcu uw osu bch bchs mass massachusetts"
    " brigham"
    " beth"
    " dana sinai auburn cedars bellevue montefiore maimonides hennepin harborview grady parkland lahey tufts"
    " spaulding mclean alliance boston kaiser intermountain geisinger sloan md mayo cleveland hopkins lenox jefferson"
    " rush cook county city jackson northwell scripps texas cincinnati nationwide shriners shriner planned harvard"
    " stanford princeton dartmouth vanderbilt georgetown northeastern emory cornell aiims rikers sing attica quentin"
    " pelican"
    " folsom leavenworth parchman guantanamo seattle denver phoenix riley lurie rady primary nemours arkansas atlanta"
    " dayton akron dell driscoll valley arnold connecticut children childrens bonheur lebonheur jude judes"
)
_KNOWN_TRIGGERS: Final = words_of(
    "mgh stanford va hopkins duke yale mayo brown columbia penn rush baylor drexel temple howard tulane creighton"
    " loyola bu bc uconn brandeis fenway barnes"
)


def find_known_houses(wording: Wording) -> Iterator[Finding]:
    """Every house that needs no word beside it to be known."""
    for match in wording.beginning_before(_SURE_TRIGGERS, _SURE):
        if match[0] not in _UPPER_SURE or wording.text[match.start()].isupper():
            yield Finding(*match.span(), IdentifierKind.FACILITY)
    for match in wording.near(_KNOWN_TRIGGERS, _KNOWN_AT, reach=(40, 40)):
        if wording.text[match.start("known")].isupper():
            yield Finding(*match.span("known"), IdentifierKind.FACILITY)
    for match in wording.near(_KNOWN_TRIGGERS, _KNOWN_SMALL, reach=(40, 40)):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.FACILITY)
    for match in wording.beginning(_MERCY_BEGINS, _MERCY) if wording.has(_MERCIES) else ():
        yield Finding(*match.span("own"), IdentifierKind.FACILITY, Confidence.POSSIBLE)
    if "va" in wording.words:
        yield from _veterans(wording)


def _veterans(wording: Wording) -> Iterator[Finding]:
    near = [(0, len(wording.text))] if "V.A." in wording.text else stretches(wording.places["va"], 60, 80)
    for match in chain.from_iterable(_VA.finditer(wording.text, *each) for each in near):
        own = (match["own"] or "").split()
        if not own or (own[-1].lower() not in GENERIC and not lexicon.is_ordinary(own[-1])):
            yield Finding(*match.span("small" if match["small"] else 0), IdentifierKind.FACILITY)
