"""Words that stand around the number of a room: who lies there, what it is for, and what a number counts instead."""

from typing import Final

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

COUNTED: Final = (
    r"(?:mg|mcg|ml|l|g|kg|cc|units?|hrs?|hours?|min(?:ute)?s?|secs?|seconds?|days?|weeks?|wks?|months?|mos?|years?"
    r"|yrs?|times?|x|am|pm|a\.m|p\.m"
    r"|o'?clock|people|patients|pts|person|more|beds?(?! [a-d\d])|rooms?(?! \d)|steps|words|sentences|ways|liters?"
    r"|litres|percent|points"
    r"|kids|students|cases"
    r"|visits|questions|tries|studies|different|languages|of us|of them|of those|out of|or (?:\d|more|so|two|three"
    r"|four|five)|-? ?fold"
    r"|nurses|doctors|residents|hospitals|months|nights|shifts|women|men|families|minutes|hundred|thousand|million"
    r"|dollars|bucks)"
)
NO_COUNT: Final = rf"(?![\w%/°]|[.,:]\d|-\d|[ -]?{COUNTED}\b|,? baths?\b)"
IN_WORDS: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty)"
)
SPOKEN: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:oh[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:twenty|thirty|forty"
    r"|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
# What a room is for, or where it lies, belongs to it: "seclusion room 2", "third floor, bed 4".
_PURPOSES: Final = words_of(
    "icu micu sicu picu nicu cicu ticu cvicu ctsicu neuroicu ccu pacu er ed ldr tele obs observation triage trauma"
    " resus rapid family consult dialysis infusion chemo hall hallway exam labor labour delivery birth birthing"
    " postpartum"
    " nursery isolation seclusion quiet calm comfort safe holding restraint sensory group interview meeting"
    " conference recovery stepdown preop postop rehab burn pod tower peds psych procedure treatment operating cath"
    " endo scan ct mri waiting private double corner"
    " pressure side floor"
)
_WHAT_FOR: Final = LatePattern(
    r"(?:\b(?:(?:pod|bay|wing|module) [a-h\d]|tower [a-h\d]|station \d{1,2},?"
    r"|\d{1,2}[ -]?(?:[a-h]|[nsew]|north|south|east|west)\b,?|(?:\d{1,2}(?:st|nd|rd"
    r"|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) floor"
    rf"|{'|'.join(sorted(_PURPOSES - {'floor'}))}|psych hold)(?:(?<=floor), |(?<=icu), |[ -])){{1,2}}\Z"
)
PERSON: Final = (
    r"(?:pts?|patients?|lady|ladies|gentleman|gent|guy|gal|man|woman|kid|kiddo|dude|fella|homie|child|boy|girl|baby"
    r"|grandma|grandpa"
    r"|granny|mom|mother|dad|father|family|families|person"
    r"|teen|teenager|toddler|veteran|couple|newborn|infant|roommate|guys|admit|admission|fall|code|rapid|discharge"
    r"|consult"
    r"|new admit|old man|call light|call bell|light|bell|daughter|son|wife|husband|nurse)"
)
IS_TOLD: Final = (
    r"(?=\s{0,9}(?:[.,;:!?)\"]|-|$|\n)|'s\b| (?:who|w|with|was|is|and|just|only|wants?|wanted|said|says|told|tells"
    r"|asked|asks|had|has|hates?|hated|loves?|loved|likes?|liked|kept|keeps|called"
    r"|calls|cried|cries|smiled|refused|refuses|made|taught|never|needs?|needed|got|gets|to|because|did|didn't"
    r"|doesn't|won't|went|but|about|today|again|that|when|after|for|on|while|he|she|they|i|we|you|can|can't|could"
    r"|does|will|isn't|wasn't|hasn't|looks|looked|seems|seemed|sounds|thinks|thought|finally|really|actually"
    r"|couldn't|sings|keeps|still|thanked|let|gave|said|went|sleeps|slept|would|wouldn't|died|passed|woke|yelled"
    r"|screamed|threw|fell|left|coded|waited|wont|cant|didnt|doesnt|couldnt|wouldnt|hasnt|isnt|wasnt|talks|smells|reads"
    r"|paints|knits|plays|prays|hums|eats|screams|yells|laughs|smokes|turned|turns|until|till?|before|since|so|where|all"
    r"|alone)\b)"
)


def lead_of(before: str, wording: Wording) -> int:
    """How long the words are that tell what a room is for."""
    what_for = _WHAT_FOR.search(before) if wording.has(_PURPOSES) or wording.numeric else None
    return len(what_for[0]) if what_for else 0
