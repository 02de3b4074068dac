"""Dates as families say them in other languages: "12 de abril", "le 3 mai", "am 3. Juli", "5 maggio"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.months import DAY
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_NAMES: Final = (
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"
    " janeiro fevereiro março maio junho julho setembro outubro novembro dezembro"
    " janvier février fevrier avril mai juin juillet août aout septembre octobre décembre decembre"
    " januar februar märz maerz juni juli oktober dezember januari februari maart augustus"
    " gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
    " stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    " ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
    " yanvarya fevralya aprelya maya iyunya iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya"
)
_MONTHS: Final = "|".join(sorted({*_NAMES.split()}, key=len, reverse=True))
_DAY_FIRST: Final = LatePattern(
    rf"(?<![\w/.,:-]){DAY}(?:\.|º|er)? ?(?:(?:de|d'|di|ng) ?)?(?:{_MONTHS})\b(?! tais?\b)(?:(?: de| del)? (?:19"
    rf"|20)\d\d\b)?"
)
# A month's beginning in English letters says that one is there: words are looked up by those.
_TRIGGERS: Final = words_of(_NAMES) | words_of(
    "mar vrier ao cembre rz wrze dziernika ubat haziran austos ustos eyl kas aral"
)
_MAY: Final = "mayıs"
"""Begins like a word that is in every other text."""


def find_months_abroad(wording: Wording) -> Iterator[Finding]:
    """Every day of a month that is named in another language."""
    if wording.numeric and (wording.has(_TRIGGERS) or _MAY in wording.lower):
        for match in wording.at_digits(_DAY_FIRST):
            yield Finding(*match.span(), IdentifierKind.DATE)
