"""What fits only one person: "the only student in the clinic", "as the only woman on the team", "the first … in the state".

It gives away its author or a patient without a name, so it counts where it says who and among whom. "The only thing
that helped" and "the only one who asked" fit anybody.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.wording import Wording

_ONLY: Final = r"(?:only|sole|lone|single|one and only|1st and only|first and only)"
_BETWEEN: Final = r"(?:[\w'/+-]{1,16} ){0,4}?"
_PERSON: Final = (
    r"(?:students?|m\.?d\.? student|ms ?-?\d|ms ?i{1,3}v?|med student|clerk|sub-?i|intern|resident|fellow|attending|doctor|physician|surgeon|nurse|np|pa|md|provider|specialist"
    r"|[a-z]{3,14}(?:ologist|iatrist|iatrician|urgeon)|interpreter|speaker|chaplain|pharmacist|therapist|midwife|social worker|translator"
    r"|man|woman|guy|girl|male|female|dude|person|patient|pt|kid|child|teen(?:ager)?|adult|parent|mother|mom|father|dad|veteran|immigrant|refugee|member|survivor|recipient"
    r"|muslim|jew|christian|hindu|sikh|buddhist|catholic|mormon|asian|black|latin[ao]|latinx|hispanic|white|african|minority|foreigner|non-native|native|hijabi|one|trans|lesbian|gay|athlete|dancer"
    r"|lawyer|judge|priest|imam|rabbi|teacher|dentist|pilot|case|survivors)"
)
_AMONG: Final = (
    r"(?: (?:in|on|at|of|from|with|for|within|among) (?:(?:the|our|my|this|that|all|his|her|their|an?|whole|entire|of) ){0,3}(?:[\w'-]{1,16} ){0,2}?"
    r"(?:team|class|cohort|program|rotation|group|hospital|service|unit|ward|floor|clinic|state|county|country|town|city|village|school|year|nights?|region|department|family"
    r"|site|campus|district|island|world|nation|usa?|area|practice|shift|days|ob|obgyn|surgery|medicine|peds|psych|neuro|icu|course|block|clerkship|room|rounds|university|college|congregation|church|reservation|household|staff|crew|us|wing)\b)"
)
_IN_A_GROUP: Final = re.compile(rf"\b(?:(?:as|being|i'm|im|i am|i was|am) )?(?:the |my |our )?{_ONLY} (?!thing|question|time|way|reason){_BETWEEN}{_PERSON}{_AMONG}")
_AS_THE_ONLY: Final = re.compile(
    rf"\b(?:as|being|i'm|im|i am|i was|(?:he|she|who|they)(?:'s| is| was| are)) the {_ONLY} (?!thing|question|time|way|reason|family|one\b(?! (?:on|in|at|of) )){_BETWEEN}(?P<who>{_PERSON})\b"
    r"(?! (?:who|that|to) (?:asked|listened|noticed|cared|stayed|sat|came|called|knew|knows|listens|saw|looked|heard|thought|laughed|smiled|could make|made|got|ever|visited|visits))"
    r"(?! (?:she|he|they|i|we|you)\b)"
)
_AS_ONLY: Final = re.compile(rf"\bas the {_ONLY} (?P<who>[\w'-]{{2,20}}(?: [\w'-]{{2,20}})?)")
_SPEAKS: Final = re.compile(
    rf"\b(?:the )?{_ONLY} (?:one|person|student|nurse|doctor|resident){_AMONG}? (?:who|that) (?:speaks?|spoke|wears?|wore|prays|grew up|is (?:black|trans|deaf|muslim|gay|asian|pregnant)|uses a wheelchair|has (?:kids|a child))(?: (?:[\w'-]{{1,20}})){{0,2}}"
)
_SINGULAR: Final = re.compile(
    r"\b(?:the|our) (?:(?:very )?first|second|third|last|youngest|oldest|tallest|heaviest|smallest|longest|fastest|most famous|biggest) (?:[\w'/-]{1,18} ){0,5}?"
    r"(?:person|patient|pt|case|man|woman|child|baby|kid|girl|boy|student|transplants?|recipient|surgery|procedure|implant|survivor|doctor|nurse|surgeon|mayor|one|resident|survivors?|preemie|to \w{3,12})"
    r"(?: (?:[\w'/-]{1,18} ){0,5}?)??(?: ?(?:in|of|at|on|from) (?:the (?:whole )?(?:history of (?:the )?)?(?:entire )?|our |this )(?:state|county|country|city|region|world|town|nation|u\.?s\.?a?|hospital|program|school|area|island|province)\b"
    r"| ever (?:in|at|to|treated|seen|done|performed|transplanted|discharged|born) (?:here|this|in|at|our)\b)"
)
_FEW: Final = re.compile(
    r"\b(?:one of (?:only |just |about |maybe )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a dozen|a handful(?: of)?|the few)(?: (?:known|reported|[a-z]{3,12}))? (?:cases|people|patients|kids|children|families|women|men|students|residents|doctors|survivors)?"
    r"|(?:only|just|fewer than|less than) (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a dozen) (?:known |reported |other )?(?:cases|people|patients|kids|children|families))"
    r" ?(?:like (?:it|this|hers|his) )?(?:(?:have|has|with) (?:it|this|her disease|his disease) )?(?:known |reported )?(?:in|on) (?:the |this |our )(?:state|county|country|city|region|world|town|nation|us|hospital|program|school|literature)\b"
)
_TRIGGERS: Final = frozenset(
    "only sole lone single first second third last youngest oldest tallest heaviest smallest longest fastest famous biggest one fewer less just".split()
)


def find_standing_out(wording: Wording) -> Iterator[Finding]:
    """Every phrase that says of somebody that there is no other, among people one could count."""
    if not wording.has(_TRIGGERS):
        return
    for pattern in (_IN_A_GROUP, _SPEAKS, _SINGULAR, _FEW):
        for match in pattern.finditer(wording.lower):
            yield Finding(*match.span(), IdentifierKind.ONLY_ONE)
    for pattern in (_AS_THE_ONLY,):
        for match in pattern.finditer(wording.lower):
            yield Finding(*match.span(), IdentifierKind.ONLY_ONE, Confidence.DEFINITE if match[0].startswith(("as", "being", "i")) else Confidence.POSSIBLE)
