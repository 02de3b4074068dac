"""Houses that are told by what is said of them: who was transferred, sent, treated or stayed there, or works there.

Their bare name is no sign by itself ("Butler", "Northgate"), so all that is found here is only possible.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.house_words import GENERIC, HOMELY, LOOKS_LIKE_A_HOME, NO_STAY
from bot.domain.screening.structure.neighbors import matches_at, places_followed
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_TRANSFER: Final = LatePattern(
    r"\b(?:transferr?(?:ed)?|xfer(?:red)?|tx'?d|referr?(?:ed|al)|records|films|imaging|ambulance|rotat(?:ion|ing|e"
    r"|ed)|shadow(?:ed|ing)|inpatient|admitted|shift|clerkship|away|residency|trained|interviewed|dialysis|chemo"
    r"|infusions?|appointments?|ED|ER|sent|dropped|[Bb]ounced|[Rr]eturned|[Dd]ischarged|[Rr]eadmit(?:ted)?|[Dd]/?c'?d)"
    r" (?:as an? \w{3,12} )?(?:\w{2,5} )?(?:(?:over|here|in|down|up|back|out) ){0,2}(?:from|to|at"
    r"|by|thru|through|via) (?:the )?(?P<place>[A-Z][\w'&.-]{2,20}(?: [A-Z][\w'&-]{2,20}){0,3}(?: E[DR]\b)?)"
)
# "Northgate transferred her", "staff from Rosewood".
_SENDER: Final = LatePattern(
    r"(?<![\w'.-])(?P<place>[A-Z][\w'-]{3,20}(?: [A-Z][\w'-]{2,20}){0,2}) (?:transferred|transfered|discharged|dumped"
    r"|shipped|sent"
    r"|faxed|flew|lifeflighted) (?:him|her|them|us|over|the (?:pt|patient|records|films|chart|labs)|records|films)\b"
)
_SENDS_SOMEBODY: Final = words_of("transferred transfered discharged dumped shipped sent faxed flew lifeflighted")
_STAFF_FROM: Final = LatePattern(
    r"(?:staff|aides?|nurses?|caregivers?|cnas?|social worker|records|films|notes|report|driver|admin|call|fax"
    r"|ambulance) (?:over )?from"
    r" (?:the )?(?P<place>[A-Z][\w'-]{2,20}(?: [A-Z][\w'-]{1,20}){0,2})"
)
_LAST_OF_A_NAME: Final = words_of("Regional Memorial General Medical Health Methodist Baptist Presbyterian Hospital")
# "The Hillside nurse knew".
_STAFF_OF: Final = LatePattern(
    r"\b[Tt]he (?P<place>[A-Z][a-z]{4,18}(?: [A-Z][a-z]{3,15})?) (?:staff|aides?|nurses?|caregivers?|cna|van|driver)\b"
)
_PAPERS: Final = ("records", "films", "notes", "report")
_STAFFS: Final = words_of(
    "staff aide aides nurse nurses caregiver caregivers cna cnas social records films notes report driver admin call"
    " fax"
    " ambulance"
)
# "The PACU at Stroger", "the ed at stroger".
_UNIT_AT: Final = LatePattern(
    r"(?i:ed|er|[mspnc]?icu|pacu|ccu|or|ors|floors?|wards?|clinics?|labs?|unit|burn unit|cath lab|nursery|l&d|triage"
    r"|delivery|bay|clerkship|rotation|residents|nurses|interns|team|call room|cafeteria|lobby|docs)(?i: at)"
    r" (?P<place>(?!(?:night|noon|home|work|all|once|least|first|my|our|the|a|an|his|her|their|this|that|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|midnight|dawn|lunch)\b)[A-Za-z][\w'&.-]{2,20})(?!\w)"
)
# "At UNM they had two interpreters": a university by its letters.
_UNIVERSITY: Final = LatePattern(
    r"(?:[Aa]t|[Ff]rom|[Tt]o) (?P<own>U(?!TI|SA|SB|PS|SMLE|SPS|SDA|NICEF|NOS?\b|FC|GI|TD|SMC|WORLD"
    r"|ACR)[A-Z]{2,4})(?![\w'-])"
)
_AT: Final = frozenset({"at"})
_TO_AND_FROM: Final = frozenset({"at", "from", "to"})
_UNITS: Final = words_of(
    "ed er icu micu sicu picu nicu cicu pacu ccu or ors floor floors ward wards clinic clinics lab labs unit burn cath"
    " nursery l triage delivery bay clerkship rotation residents nurses interns team call cafeteria lobby docs"
)
# Where somebody lay, was treated or stayed: "two months at Butler", "the biopsy was done at Concord".
_STAYED: Final = LatePattern(
    r"(?P<long>(?i:admits?|visits?|days|nights|weeks?|wks?|months?|mos?|years?|yrs?)|(?i:stays?|stint|admissions?"
    r"|hospitalizations?"
    r"|biops(?:y|ies)|surgery|surgeries|scans?|mri|ct|echo|cath|bypass|valve|transplant|colonoscopy|section|delivery"
    r"|staying|sleeping|radiation|followed|seen|treated|diagnosed|intubated|operated(?: on)?|died|born|delivered|done"
    r"|stabilized"
    r"|worked up"
    r"|evaluated|hospitalized|detox(?:ed)?))(?i:(?: (?:him|her|them|first|once|twice|again|over|up|down|here)){0,2} at)"
    r" (?:the )?(?P<place>[A-Z][^\W\d_][\w&.-]{1,20}(?: [A-Z][\w&-]{2,20}){0,2})(?!'?\w)"
    r"|(?P<was>(?i:was|were|been|stayed)) at (?:the )?(?P<house>[A-Z][^\W\d_][\w&.-]{1,20}(?: [A-Z][\w&-]{2,20}){0,2})"
    r"(?= for (?:rehab|detox|dialysis|chemo|surgery|(?:[\w-]{1,7} ){1,3}(?:days|nights|weeks?|wks?|months?|mos?"
    r"|years?|yrs?))\b)"
    r"|(?:days|nights|weeks?|wks?|months?|mos?|years?|yrs?) at (?P<small>[a-z]{5,16})(?!'?\w)"
)
_STAYS: Final = words_of(
    "admit admits visit visits died days nights week weeks wk wks month months mo mos year years yr yrs stay stays"
    " stint admission admissions"
    " hospitalization hospitalizations biopsy biopsies surgery surgeries scan scans mri ct echo cath bypass valve"
    " staying sleeping transplant colonoscopy section delivery radiation followed seen treated diagnosed intubated"
    " operated born"
    " delivered done stabilized worked evaluated hospitalized detox detoxed was were been stayed"
)
_LETTERS_OF_A_HOUSE: Final = 5
"""Departments have fewer."""
# Where one is trained, an everyday word with a capital is a house's name: "my rotation at Swedish".
_TRAINED_AT: Final = LatePattern(r"(?:rotat|shadow|clerkship|residency|trained|interviewed|away)[^.]{0,12} at ")
_WORKS: Final = LatePattern(
    r"\b(?:works?|worked|working|jobs?|employed|employee|manager|cook|cooks|engineer|driver|drives|retired|position"
    r"|shifts?|years|teaches|taught|teaching|teacher|studies|studied|student|janitor|cashier|clerk|cleans|cleaned"
    r"|coach|coaches|nurse|ms\d|welds|welder|runs|owns|guards?|delivers|bartends|preaches|preacher|pastor|deacon"
    r"|sings|volunteers|volunteered|prays|worships|guarded|janitor)"
    r"(?: (?:nights|days|part time|full time|weekends|here|over|there|[a-z]{4,14}(?= at )))? (?:at|for|by"
    r"|with) (?:the )?(?P<place>[A-Z][\w'&.-]{2,20}(?: [A-Z][\w'&-]{2,20}){0,2})"
)
# Prisons are told by their bare names: "he got out of Coffee Creek".
_SERVED: Final = LatePattern(
    r"(?i:(?:gets?|got|getting) out of|released from|paroled from|out on parole from|locked up (?:in|at|over at)"
    r"|serv(?:ed|ing) (?:time|life|\w{2,7} (?:years|months)) (?:in|at)|did (?:time|\w{1,7} (?:years|months)) (?:in|at)"
    r"|doing (?:time|life|\w{1,7} (?:years|months)) (?:in|at)) (?P<place>[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15}){0,2})"
    r"(?!'?\w)"
)
_SERVES: Final = words_of("get got gets getting released paroled out locked served serving did doing")
_NO_PRISONS: Final = words_of(
    "peace teach americorps army navy marine marines air coast national desert doctors dodge basic boot operation"
)
_TRANSFER_TRIGGERS: Final = words_of(
    "transfer transferr transfered transferred xfer xferred tx txd refered referred referal referral"
    " records films imaging ambulance rotation"
    " rotating rotate rotated shadowed shadowing inpatient admitted shift clerkship away residency trained"
    " interviewed dialysis chemo infusion infusions appointment appointments ed er sent dropped"
    " bounced returned discharged readmit readmitted d dc dcd"
)
_WORKS_TRIGGERS: Final = words_of(
    "work works worked working job jobs employed employee manager cook cooks engineer driver drives retired position"
    " shift shifts years teaches taught teaching teacher studies studied student janitor cashier clerk cleans cleaned"
    " coach coaches nurse ms welds welder runs owns guard guards delivers bartends preaches preacher pastor deacon"
    " sings volunteers volunteered prays worships guarded"
)


def find_told_houses(wording: Wording) -> Iterator[Finding]:
    """Every house that is told by what happened there, or by who came from it."""
    yield from _cued(wording)
    yield from _senders(wording)
    yield from _units(wording)
    yield from _stayed_at(wording)
    yield from _served(wording)


def _served(wording: Wording) -> Iterator[Finding]:
    """Where somebody was locked up; a department that lets somebody go, a land and an army are none."""
    for match in wording.beginning(_SERVES, _SERVED, capitals=True):
        words = match["place"].lower().split()
        is_none = words[0] in GENERIC | NO_STAY | _NO_PRISONS or lexicon.is_state(match["place"])
        if not is_none and (len(words) > 1 or not (lexicon.is_ordinary(words[0]) or lexicon.is_common_name(words[0]))):
            yield Finding(*match.span("place"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _cued(wording: Wording) -> Iterator[Finding]:
    for triggers, pattern in ((_TRANSFER_TRIGGERS, _TRANSFER), (_WORKS_TRIGGERS, _WORKS)):
        for match in wording.beginning(triggers, pattern, capitals=True):
            first = match["place"].split()[0]
            is_house = _is_a_house(first, match[0])
            if is_house or _is_somebodys(first, match["place"], is_at=" at " in match[0]):
                yield Finding(*match.span("place"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _senders(wording: Wording) -> Iterator[Finding]:
    """A house that is told by what it did with somebody, or by whom it has: "Northgate transferred her"."""
    sent = wording.near(_SENDS_SOMEBODY, _SENDER, reach=(60, 40), capitals=True)
    for match in chain(sent, wording.beginning(_STAFFS, _STAFF_FROM, capitals=True)):
        if _is_a_senders_name(match["place"], is_paper=match[0].lower().startswith(_PAPERS)):
            yield Finding(*match.span("place"), IdentifierKind.FACILITY, Confidence.POSSIBLE)
    for match in wording.near(_STAFFS, _STAFF_OF, reach=(44, 10), capitals=True):
        if _is_homely(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _is_homely(said: str) -> bool:
    plain = said.split()[-1].lower()
    return plain not in GENERIC and (plain.endswith(HOMELY) or LOOKS_LIKE_A_HOME.match(plain) is not None)


def _is_a_senders_name(said: str, *, is_paper: bool) -> bool:
    """Whether it is no department, land, person or insurance: rare, or put together from words of homes."""
    words = said.split()
    plain = words[0].lower()
    if plain in GENERIC or plain in NO_STAY or words[0].isupper() or lexicon.is_state(said) or lexicon.is_state(plain):
        return False
    is_person = lexicon.is_given(plain) or lexicon.is_common_name(plain)
    if words[-1] in _LAST_OF_A_NAME:
        return True
    if is_paper or any(LOOKS_LIKE_A_HOME.match(word.lower()) for word in words):
        return len(words) > 1 or not is_person
    is_rare = not is_person and any(not lexicon.is_ordinary(word) for word in words)
    return is_rare or (len(words) > 1 and words[-1].isalpha() and not is_person)


def _units(wording: Wording) -> Iterator[Finding]:
    """Where a unit is that every hospital has, and a university by its letters."""
    for match in wording.beginning(_TO_AND_FROM, _UNIVERSITY, capitals=True) if " U" in wording.text else ():
        yield Finding(*match.span("own"), IdentifierKind.FACILITY, Confidence.POSSIBLE)
    if "at" not in wording.words:
        return
    for match in matches_at(places_followed(wording, _UNITS, _AT, within=2), _UNIT_AT, wording.text):
        said = match["place"]
        if said.lower() not in GENERIC and not lexicon.is_ordinary(said) and not lexicon.is_common_name(said):
            yield Finding(*match.span(), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _stayed_at(wording: Wording) -> Iterator[Finding]:
    """A house that is told by its bare name, where somebody stayed or was treated."""
    if "at" not in wording.words:
        return
    for match in matches_at(places_followed(wording, _STAYS, _AT, within=4), _STAYED, wording.text):
        group = "small" if match["small"] else "place" if match["place"] else "house"
        words = match[group].split()
        is_homely = len(words) > 1 and LOOKS_LIKE_A_HOME.match(words[1].lower()) and words[0].lower() not in GENERIC
        if is_homely or _is_stayed_at(words[0]):
            yield Finding(*match.span(group), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _is_stayed_at(first: str) -> bool:
    plain = first.lower()
    if plain in GENERIC or plain in NO_STAY or lexicon.is_state(plain):
        return False
    if first.isupper():
        return len(first) >= _LETTERS_OF_A_HOUSE and not lexicon.is_ordinary(plain)
    is_called = lexicon.is_family(plain) or lexicon.is_place(plain)
    if first.islower():
        return is_called and not lexicon.is_ordinary(plain)
    return is_called or not lexicon.is_ordinary(plain) or LOOKS_LIKE_A_HOME.match(plain) is not None


def _is_a_house(first: str, said: str) -> bool:
    """Whether an everyday word calls a house here: "transferred from Mercy", "my rotation at Swedish"."""
    if first.lower() in GENERIC or first.isupper():
        return False
    return LOOKS_LIKE_A_HOME.match(first.lower()) is not None or _TRAINED_AT.match(said) is not None


def _is_somebodys(first: str, whole: str, *, is_at: bool) -> bool:
    if first.lower() in GENERIC or lexicon.is_ordinary(first) or lexicon.is_common_name(first):
        return False
    if is_at and not lexicon.is_state(whole):
        return True
    return not any(known(said) for known in (lexicon.is_state, lexicon.is_place) for said in (first, whole))
