"""Holidays: each is a date to whoever knows the year, and a few of them are also wreaths, dinners and sweaters."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

# What a festival is called that may also be a season or a mood.
_FESTIVALS: Final = words_of(
    "christmas xmas thanksgiving halloween easter passover hanukkah hannukkah hannukah hanukah chanukah kwanzaa diwali"
    " deepavali holi eid ramadan purim pesach nochebuena pentecost ashura tet songkran epiphany sukkot shavuot vesak"
    " lohri onam pongal janmashtami navratri losar norouz norooz nowrooz chuseok seollal obon mawlid arbaeen hogmanay"
    " superbowl"
)
_SEASON: Final = f"(?:{'|'.join(sorted(_FESTIVALS, reverse=True))}|super bowl)"
# Said of a day and hardly of anything else.
_DAY: Final = LatePattern(
    r"\b(?:(?:x-mas|new year'?s?|noche ?buena)[ -](?:eve|day)|new year'?s(?! resolution)"
    rf"|(?!holi day)(?:(?:orthodox|greek|russian|coptic|armenian) )?{_SEASON}"
    r"[ -](?:eve|day|night|morning|evening|afternoon|weekend)"
    r"(?! (?:feeling|mood|vibes?|magic)\b)|(?:orthodox|greek|russian|coptic|armenian) (?:easter|christmas)"
    r"(?! (?:bread|eggs?|food|soup|tradition)s?\b)"
    r"|(?:the )?(?:fourth|4th) of july"
    r"|july (?:fourth|4th)|cinco de mayo|boxing day|black friday|good friday|palm sunday|ash wednesday|mardi gras"
    r"|maundy thursday"
    r"|easter (?:sunday|monday)|super ?bowl sunday|juneteenth|marathon monday|shrove tuesday|fat tuesday|holy saturday"
    r"|hogmanay|norouz|norooz|nowrooz|chuseok|seollal|simchat torah|tisha b'?av|ganesh chaturthi|raksha bandhan"
    r"|guy fawkes night|bonfire night"
    r"|(?:valentine'?s?|(?:st\.?|saint) (?:patrick|george|david|andrew)'?s|st paddy'?s"
    r"|mother(?:'?s|s')|father(?:'?s|s')|memorial|labou?r|veterans'?|election|inauguration"
    r"|remembrance|victoria|anzac|australia|ascension|three kings'?|april fools?'?|april fool's"
    r"|veteran's|columbus"
    r"|indigenous peoples'?|presidents'?|president's|mlk|martin luther king(?: jr\.?)?|patriots'?|patriot's|groundhog"
    r"|christmas"
    r"|flag|earth|canada|bastille|may|all saints'?|all souls'?|leap|independence|republic|family) day"
    r"|d[ií]a de (?:los )?(?:muertos|reyes)|day of the dead|rosh ha-?shanah?|yom kippur|eid al-(?:fitr|adha)"
    r"|(?:lunar|chinese) new year|vaisakhi|nowruz|winter solstice|summer solstice)(?!\w)"
)
_ON: Final = LatePattern(
    rf"\b(?:on|since|until|till|(?:re)?admitted|died|fell|coded"
    r"|(?:day|night|morning|week|weekend|monday|friday|sunday) (?:of|after|before))"
    rf" (?P<day>{_SEASON}(?: (?:night|eve|morning|day))?)"
    r"(?! (?:tree|card|present|gift|music|movie|song|dinner|cookie|list|spirit|light)s?\b)\b"
)
_NTH_OF: Final = LatePattern(
    r"\b(?P<day>(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|middle"
    r"|\d{1,2}(?:st|nd|rd|th)) (?:day|night|evening|morning|week|weekend|sunday|monday|tuesday|wednesday"
    r"|thursday|friday|saturday)"
    rf" (?:of|in) (?:the )?(?:{_SEASON}|lent|advent|chol hamoed|lunar new year|carnival"
    r"|chinese new year|nowruz|ridv[aá]n|great lent|durga puja))\b"
)
_AROUND: Final = LatePattern(
    rf"\b(?:at|over|around|before|after|by|last|this|even|that|during|through|past|worked|working"
    rf"|home for|here for|in for|alive for|spent|spend|spending|it was|was|it's|today is) (?:the )?(?P<day>{_SEASON})"
    r"(?! (?:tree|card|present|gift|music|movie|song|dinner|cookie|list|spirit|light|sweater|morning feeling|spell"
    r"|ornament|decoration|party|parade|ad|commercial|halftime)s?\b)\b"
    rf"|(?:\A|[.!?\n] ?)(?P<begins>{_SEASON})(?=:| (?:he|she|they|we|when|after|was|on|in|at|night|morning|eve"
    r"|alone|without|shift|call|here)\b)"
)
# "Tết was two days ago": told from today, a feast is a day, wherever its name stands.
_FROM_TODAY: Final = LatePattern(
    rf"(?<!\w)(?P<day>{_SEASON}|tết) (?:is|was) (?:just |only |literally )?"
    r"(?:(?:\w{1,6} ){0,2}(?:days?|nights?) ago"
    r"|yesterday|last (?:night|weekend)|the (?:day|night) before|today\b(?! about)|tomorrow|tonight|in \w{1,6} days)\b"
)
_RELATIVE: Final = words_of("ago yesterday last before today tomorrow tonight days")
_AROUND_IT: Final = LatePattern(r" (?:weekend|week|morning|night|eve)\b")
# "By Labor Day" and "Thanksgiving is hard" may be said of any; "on" it or "since" it something happened.
_ON_THAT: Final = LatePattern(
    r"\b(?:on|since|until|till|til|(?:day|night|morning|evening|week|weekend|eve|shift|call) (?:of|after|before|on)"
    r"|(?:died|born|admitted|stroke|surgery|came in|fell|discharged|transferred|here|worked|working|delivered"
    r"|crashed|coded)(?: on)?"
    r"|it was|today is|this was)(?: the)? $"
)
_THEN: Final = LatePattern(
    r" (?:night|morning|eve|evening|shift|call|in the (?:ed|er|icu|unit|or)|(?:was|is) (?:quiet|busy|slow|slammed"
    r"|long|loud|brutal|awful|calm|chaos|wild)|(?:i|we|he|she|they) (?:met|saw|sat|died"
    r"|came|fell|lost|held|was|were|had))\b"
)
_PLANNED: Final = LatePattern(
    r",? (?:let's|(?:i|we|you|they|all of us)(?:'ll|'d| (?:will|would|hope|plan|want|may|can|could)))\b"
)
_TALKED_OF: Final = LatePattern(
    r"(?:'s)?(?: weekend)? (?:means?|meant|stor(?:y|ies)|parades?|dinners?|traditions?|cards?|sales?|movies?|recipes?"
    r"|songs?|decorations?|traffic|fireworks show|themed?|(?:is|was) (?:for|about|(?:her|his|my"
    r"|their) (?:favorite|thing)|a|hard"
    r"|rough|tough|sad"
    r"|weird|big|special))\b"
)
_TALK: Final = LatePattern(
    r"\b(?:favorite|holidays?)(?: \w{2,10})? (?:is|was|are|being|like)(?: the)? $"
    r"|\b(?:loves?|hates?|talked about|about|celebrates?|stories of|happy|like|likes)(?: the)? $"
)
_TRIGGERS: Final = _FESTIVALS | words_of(
    "mas cinco boxing juneteenth vaisakhi nowruz solstice noche year years july friday sunday wednesday thursday mardi"
    " paddys muertos reyes dead"
    " rosh yom lent advent carnival ridvan durga marathon shrove fat saturday simchat tisha ganesh raksha bonfire"
    " fawkes kings bowl orthodox monday tuesday"
)
_SEASONS: Final = _FESTIVALS | words_of("lent advent chol carnival nowruz ridv ridvan durga lunar chinese bowl")
_BESIDE: Final = {
    "year": words_of("new"),
    "years": words_of("new"),
    "july": words_of("fourth th"),
    "friday": words_of("black good"),
    "sunday": words_of("palm easter bowl superbowl"),
    "monday": words_of("easter marathon"),
    "tuesday": words_of("fat shrove"),
    "saturday": words_of("holy"),
    "kings": words_of("three"),
    "wednesday": words_of("ash"),
    "thursday": words_of("maundy"),
    "dead": words_of("day"),
}
_DAY_ITSELF: Final = frozenset({"day"})
_DAYS: Final = words_of(
    "valentine valentines patrick patricks paddy mother mothers father fathers memorial labor veterans veteran"
    " columbus peoples president presidents mlk king jr patriots patriot groundhog flag earth canada bastille may"
    " george georges david davids andrew andrews patrick labour election inauguration remembrance victoria anzac"
    " australia ascension kings fool fools"
    " saints souls leap independence republic family"
)


def find_holidays(wording: Wording) -> Iterator[Finding]:
    """Every holiday that is said as a day; one that may be only a season or a mood is possible."""
    for match in wording.near(_days(wording), _DAY, reach=(40, 40)):
        if not (_TALKED_OF.match(wording.lower, match.end()) or _TALK.search(wording.before(match.start()))):
            around = _AROUND_IT.match(wording.lower, match.end())
            end = around.end() if around else match.end()
            yield Finding(match.start(), end, IdentifierKind.DATE, _confidence(match, wording))
    if wording.has(_SEASONS) or "tết" in wording.lower:
        yield from _seasons(wording)


def _days(wording: Wording) -> frozenset[str]:
    """The words that may be of a holiday, which most of them are only beside another."""
    days = wording.words & _TRIGGERS
    days -= {day for day in days & _BESIDE.keys() if not wording.has(_BESIDE[day])}
    return days | _DAY_ITSELF if wording.has(_DAYS) and _has_a_day_of_its_own(wording) else days


def _has_a_day_of_its_own(wording: Wording) -> bool:
    """Whether one of those words stands right before a "day", or with an s between them: "mother's day"."""
    ends = (bisect_left(wording.starts, place) for place in wording.places.get("day", ()))
    return any(not _DAYS.isdisjoint(wording.spoken[max(0, end - 2) : end]) for end in ends)


def _seasons(wording: Wording) -> Iterator[Finding]:
    for match in chain(wording.near(_SEASONS, _ON, reach=(60, 40)), wording.near(_SEASONS, _NTH_OF, reach=(60, 40))):
        yield Finding(*match.span("day"), IdentifierKind.DATE)
    for match in wording.near(_RELATIVE, _FROM_TODAY, reach=(56, 16)):
        yield Finding(*match.span("day"), IdentifierKind.DATE)
    for match in wording.near(_SEASONS, _AROUND, reach=(40, 40)):
        group = "day" if match["day"] else "begins"
        yield Finding(*match.span(group), IdentifierKind.DATE, Confidence.POSSIBLE)


def _confidence(match: re.Match[str], wording: Wording) -> Confidence:
    """Sure where something happened on that day; else it may only be spoken of."""
    if _PLANNED.match(wording.lower, match.end()):
        return Confidence.POSSIBLE
    is_told = _ON_THAT.search(wording.before(match.start())) or _THEN.match(wording.lower, match.end())
    return Confidence.DEFINITE if is_told else Confidence.POSSIBLE
