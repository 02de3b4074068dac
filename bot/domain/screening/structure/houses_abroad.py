"""Hospitals, homes and schools as other languages call them, before their names: "Hôpital Necker", "escuela Juárez"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.house_words import GENERIC
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_ABROAD: Final = LatePattern(
    r"(?<![\w'])(?:[Hh](?:o|ô)pital|(?:[Pp]oli)?[Cc]l[ií]nic[ao]|[Cc]linique|(?:[A-Z]\w{2,14})?[Kk]linik(?:um)?"
    r"|[Kk]rankenhaus|[Ss]pital|[Oo]spedale|[Ss]zpital|[Nn]emocnice|[Zz]iekenhuis|CHU|Instituto|Institut|[Ss]anatorio"
    r"|Centro (?:M[eé]dico|de Salud)|[Cc]oll?egio|Coll[eè]ge|[Ee]scuela|[EÉ]cole|[Ll]yc[eé]e|[Ll]iceo|[Gg]ymnasium"
    r"|[Uu]niversi(?:dade?|t[àéä]t?|teit)|[Mm]aternit[eé]|[Rr]esidencia|Pflegeheim|Altenheim|[Rr]umah [Ss]akit"
    r"|Hospital(?= (?:General d\w{1,2}|Cl[ií]nico|Universit[aá]rio|Infantil|Nacional|Civil|Militar|San|Santa|Santo"
    r"|Nossa|d[aeo]s?|del|la|El)\b))"
    r"(?: (?:de la|de los|de las|del?|du|des|della|di|d[aoe]s?|im|am|an der|la|le|el))?"
    r" (?P<name>[^\W\d_]['\w-]{2,20})(?:(?: (?:de la|de los|del?|du|des|della|di|d[aoe]s?|y"
    r"|e))? (?:[^\W\d_a-z]['\w-]{2,20}"
    r"|(?<=san )[a-z]{3,15}|(?<=santa )[a-z]{3,15}|(?<=saint )[a-z]{3,15})){0,3}"
)
_HOUSES_ABROAD: Final = words_of(
    "hopital pital clinica nica policlinico policl clinique klinik klinikum krankenhaus spital ospedale szpital"
    " nemocnice"
    " ziekenhuis chu instituto institut sanatorio centro colegio collegio coll escuela ecole cole lycee lyc liceo"
    " gymnasium universidad universidade universit universiteit maternite maternit residencia pflegeheim altenheim"
    " rumah"
    " hospital"
)
_SAINTS_ABROAD: Final = frozenset({"san", "santa", "santo", "saint", "sainte", "st"})


def find_houses_abroad(wording: Wording) -> Iterator[Finding]:
    """A house that is called in another language; in small letters by a word that English has not."""
    for match in wording.near(_HOUSES_ABROAD, _ABROAD, reach=(24, 64), capitals=True):
        name = match["name"]
        is_named = (
            match[0].startswith("Hospital")
            or name.lower() in _SAINTS_ABROAD
            or (name[0].isupper() and name.lower() not in GENERIC)
        )
        if is_named or not lexicon.is_ordinary(name):
            yield Finding(*match.span(), IdentifierKind.FACILITY, Confidence.POSSIBLE)
