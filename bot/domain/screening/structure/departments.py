"""Departments, wings and units with a number: "ICU 4", "PACU slot 11", "6 North bed 2", "on 5W", "on Lawrence 8"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import is_behind_numbers, stretches
from bot.domain.screening.structure.room_words import IS_TOLD, NO_COUNT, PERSON, lead_of
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

# "PACU slot 11", "infusion chair 9".
_SEAT: Final = LatePattern(rf"(?:slot|chair|recliner|stretcher|spot|pod|bay) ?#?\d{{1,3}}[a-d]?{NO_COUNT}")
_SEATS: Final = words_of("slot chair recliner stretcher spot pod bay")
_DEPARTMENT: Final = LatePattern(
    # What each of them begins with is asked for first: few words of a text begin so.
    r"\b(?=[MSPNCTIOELRFHBntrfhcspm])(?:(?:M|S|P|N|C|T|CV|CT|NS|Neuro ?|neuro ?)?ICU|OR|ED|ER|EDs?"
    r"|CCU|PACU|CICU|MICU|TCU|PCU|SDU|HDU|BMT|LDR|L&D|L and D|Obs|OBS"
    r"|[Tt]rauma(?: bay)?|[Tt]heat(?:re|er)|[Tt]riage|[Rr]esus|[Ff]ast ?[Tt]rack|[Hh]all(?:way)?(?: bed)?|[Cc]hair"
    r"|[Ff]loor"
    rf"|[Tt]ower|[Ss]lot|[Ss]tep-?[Dd]own|[Mm]ed-?[Ss]urg|[Tt]ele(?:metry)?|[Pp]ost-?op"
    rf"|[Pp]re-?op)(?:[ #]{{1,2}}|(?<=ICU)-?)(?P<number>\d{{1,3}}(?:[A-Da-d]|-\d)?){NO_COUNT}"
)
_RARELY_A_ROOM: Final = (
    "chair",
    "floor",
    "slot",
    "step",
    "med",
    "tele",
    "hall",
    "tower",
    "triage",
    "trauma",
    "or ",
    "obs",
    "post",
    "pre",
)
_DEPARTMENTS: Final = words_of(
    "tcu pcu sdu hdu bmt icu micu sicu picu nicu cicu ticu cvicu ctsicu neuroicu or ed er eds ccu pacu ldr l d obs"
    " trauma triage resus neuro step med cticu nsicu"
    " fast track fasttrack hall hallway chair floor tower slot stepdown down ct mri ir cath endo tele telemetry surg"
    " medsurg op postop"
    " theatre theater preop post pre psych peds recliner recovery seclusion isolation labor nursery observation"
    " infusion dialysis consult"
)
_NO_DEPARTMENT: Final = frozenset({"trauma 101", "or 1"})
_WING: Final = LatePattern(
    r"(?<![\w.,/-])(?P<wing>(?:(?:corner|window|end|last|first|middle|back) (?:room|bed) (?:on|of|at the end of) )?"
    r"\d{1,2} ?(?:North|South|East|West|Central|Main|Tower|Pavilion|NORTH|SOUTH|EAST"
    r"|WEST)(?: (?:Annex|Tower|Pavilion|Wing|Addition)\b)?(?:[ -]?\d{1,2}(?!\w)|[AB]\b)?"
    r"(?:,? (?:bed|room|rm|bay) ?#?\d{1,3}[A-Da-d]?\b)?)(?!\w| (?:African|American|Asian|Indian|Carolina|Dakota|Korea"
    r"|Virginia|End|Side|Coast|St|Ave|[A-Z]\w{1,15} (?:St|Ave|Rd)))"
    r"|(?<![\w.,/-])(?P<small>\d{1,2} (?:north|south|east|west|central|main|pavilion),? (?:bed|room|rm"
    r"|bay) ?#?\d{1,3}[a-d]?|\d{1,2}-(?:north|south|east|west) \d{1,3}[a-d]?)\b"
    r"|\b(?:on|from|to|at|in|up to|up on|over on|over to|off|of|down on) (?P<cued>\d{1,2} ?(?:north|south|east|west"
    r"|central|tower|pavilion))(?! (?:of|african|american|asian|korea|main|st|ave)\b)(?!\w)"
    r"|\b(?:[Oo]n|[Ff]rom|[Tt]o|[Ii]n|[Aa]t|[Oo]f|[Oo]ff|[Uu]p) (?P<short>\d{1,2}-?[NSEW](?:-?\d{1,2})?)\b(?!-)"
    r"|(?<![\w.,/-])(?P<bed>\d{1,2}[NSEW]-\d{1,3}[A-Da-d]?)(?![\w-])"
    r"|(?:\A|[.!?\n] ?|\bthe )(?P<opens>\d{1,2}(?: (?:north|south|east|west|central)|[NSEW]))(?= (?:has|had|is|was"
    r"|nurses?|staff|crew|team"
    r"|taught|never|always|charge|called|got|lost|gave|smells|night|at night|needs|kept)\b)"
    r"|\b(?:on|up to) (?P<tiny>\d{1,2}[nsew])\b(?!-)"
    r"|\b(?:North|South|East|West|Main) (?P<turned>\d{1,2})(?= (?:nurses?|charge|staff|team|bed|room)|[.,!?]|$)"
)
_DIRECTION: Final = LatePattern(
    # A pattern that begins with a digit is looked for at digits only.
    r"\d(?:-?[nsew]\b|[ -]?(?:north|south|east|west|central|main|tower|pavilion)"
    r"|(?<=north \d)|(?<=south \d)|(?<=east \d)|(?<=west \d)|(?<=main \d))"
)
_DIRECTIONS: Final = words_of("north south east west central main tower pavilion")
_SHORT_DIRECTION: Final = LatePattern(r"-?[nsew]\b")
_NAMED_UNIT: Final = LatePattern(
    r"\b(?:[Oo]n|[Ff]rom|[Tt]o|[Ii]n|[Uu]p) (?P<unit>(?P<name>[A-Z][a-z]{3,15}) \d{1,2}[A-D]?)(?![\w%/]|[.,:-]\d)"
)
_MONTHS: Final = words_of("january february march april may june july august september october november december")
_BEFORE_A_UNIT: Final = frozenset({"on", "from", "to", "in", "up"})
# In small letters: "dude in obs 11", "from icu 4 to the floor".
_SMALL_UNIT: Final = (
    r"(?:[mspnc]?icu|ccu|pacu|ed|er|obs|tcu|pcu|sdu|hdu|ldr|resus|triage|trauma|tele|fast ?track|step[ -]?down"
    rf"|psych|peds|hall|hallway|chair|recliner|pod|theatre|theater|preop|pre-op|postop|post-op|ct|mri|ir"
    rf"|cath(?: lab)?|endo|recovery|seclusion"
    rf"|isolation|labor|nursery|observation|infusion|dialysis|consult) #?\d{{1,3}}[a-d]?"
    rf"{NO_COUNT}"
)
_SMALL_DEPARTMENT: Final = LatePattern(
    rf"\b(?:(?:{PERSON} in|(?:moved|transferred|sent|up|down|over|admitted|wheeled|assigned|back) to)"
    rf" (?P<bed>{_SMALL_UNIT})"
    rf"|(?:in|from|to|into|inside|outside|at|by|near|of|for) (?P<told>{_SMALL_UNIT})(?:{IS_TOLD}|(?= s?hes\b)))"
    rf"|(?:\A|(?<=[.!?\n])|(?<=[.!?] ))(?:(?P<opens>(?!pod|chair)"
    rf"(?!(?:labor|infusion|dialysis|observation|isolation|recovery) #?\d{{1,3}} (?:is|was)){_SMALL_UNIT})"
    rf"(?:(?! (?:for|after|to|we|i|he|she)\b)(?= [a-z]){IS_TOLD}|(?= (?:{PERSON}|sister|brother|neighbor)\b)))"
)
_NUMBERED: Final = LatePattern(_SMALL_UNIT)
_SMALL_UNITS: Final = words_of(
    "icu micu sicu picu nicu cicu ccu pacu ed er obs tcu pcu sdu hdu ldr resus triage trauma tele fast fasttrack step"
    " stepdown psych peds hall hallway chair recliner pod theatre theater preop pre postop post ct mri ir cath endo"
    " recovery seclusion isolation labor nursery observation infusion dialysis consult"
)


def find_departments(wording: Wording) -> Iterator[Finding]:
    """Every number of a department, of a wing or of a unit with a name."""
    if wording.has(_DEPARTMENTS):
        yield from _departments(wording)
        yield from _small_departments(wording)
    yield from _wings(wording)


def _departments(wording: Wording) -> Iterator[Finding]:
    for match in wording.before_digits(_SEATS, _SEAT):
        if lead := lead_of(wording.before(match.start(), 40), wording):
            yield Finding(match.start() - lead, match.end(), IdentifierKind.ROOM)
    for match in wording.before_digits(_DEPARTMENTS, _DEPARTMENT, capitals=True):
        said = match[0].lower()
        if said not in _NO_DEPARTMENT:
            confidence = Confidence.POSSIBLE if said.startswith(_RARELY_A_ROOM) else Confidence.DEFINITE
            yield Finding(*match.span(), IdentifierKind.ROOM, confidence)


def _small_departments(wording: Wording) -> Iterator[Finding]:
    units = [unit.start() for unit in wording.before_digits(_SMALL_UNITS, _NUMBERED)]
    for stretch in stretches(units, 24, 64):
        for match in _SMALL_DEPARTMENT.finditer(wording.lower, *stretch):
            yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _wings(wording: Wording) -> Iterator[Finding]:
    if wording.has(_DIRECTIONS) or is_behind_numbers(wording, _SHORT_DIRECTION):
        for match in wording.near_such_digits(_DIRECTION, _WING, capitals=True, reach=(24, 64)):
            yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM)
    for match in wording.before_digits(_BEFORE_A_UNIT, _NAMED_UNIT, capitals=True):
        name = match["name"].lower()
        if not lexicon.is_ordinary(name) and name not in _MONTHS:
            confidence = Confidence.DEFINITE if lexicon.is_family(name) else Confidence.POSSIBLE
            yield Finding(*match.span("unit"), IdentifierKind.ROOM, confidence)
