"""Words behind a "from" or an "in", and what stands before it: who lives there, comes from there or goes there."""

from dataclasses import dataclass
from typing import Final

from bot.domain.screening.late_patterns import LatePattern

HOME: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|grew up|growing up|raised|born|mov(?:es?|ed|ing)|immigrated|emigrated|hails?|native"
    r"|commut(?:es?|ed|ing)|dr[io]ves?|driving|driven|flew|fl(?:ies|y|ying|own)|stay(?:s|ed|ing)?"
    r"|settled|stationed|house|home|apartment|farm|place|back|kids|family|relatives|roots|reside[sd]?|resident|bus"
    r"|train|travel(?:s|ed|ing)?|walked|hometown|came|comes|come|coming|originally|village|town|shelter|alone"
    r"|trailer|homeless|retired|immigrant|refugee|daughter|son|sister|brother|mother|mom|father|dad|wife|husband"
    r"|cousin|aunt|uncle|here|helicopters?|ambulances?|medevac|(?:air)?lifted|life ?flight|flight|bussed|van|ferry|boat"
    r"|chopper|hitchhiked|evacuated|rode|biked)"
    r"(?: (?:up|down|out|in|over|back|here|all|alone|(?:the )?way|originally|just|right|somewhere|again|there"
    r"|by herself"
    r"|by himself|with \w{2,5} \w{3,10}|w \w{2,5} \w{3,10}|in a \w{3,9}|is|are|was)){0,3} $"
)
# Behind these a capitalized word is a town, though it is an everyday one: "cab driver from Queens", "is she from Hope".
_IS_FROM: Final = LatePattern(
    r"\b(?:i'm|im|you're|youre|s?he's|s?hes|they're|theyre|is|was|are|were|you|not|originally|all|driver|farmer|teacher"
    r"|fisherman|logger|miner|rancher|nurse|cook|trucker|welder|roofer|kid|baby|girl|boy|guy|lady|man|woman|pt|patient"
    r"|family|couple|grandma|grandpa|twins|teen|accent|people|folks|somebody|someone|monk|nun|sailor|preacher"
    r"|pastor) \Z"
)
LIVES: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|grew up|raised|commut(?:es?|ed|ing)|born(?: and raised)?|immigrated|hails?"
    r"|moved(?: here)?|reside[sd]?|hometown is)(?: (?:down|up|out|over|back|here|all|alone|just|right"
    r"|somewhere)){0,2} $"
)
_WENT: Final = LatePattern(
    r"\b(?:back|go(?:es|ing)?|went|home|mov(?:es?|ed|ing)|dr[io]ves?|driving|flew|fl(?:y|ies|ying)|bus|train|trips?"
    r"|return(?:s|ed|ing)?|commut(?:es?|ing)|travel(?:s|ed|ing)?|rides?|way|discharged|transferred|sent|relocat(?:ed"
    r"|ing)|(?:moved|came|fled|walked|drove) from \w{3,14}"
    r"|move|get|got|retir(?:ed?|ing))(?: (?:home|back|down|up|over|out|all the way|her|him|them)){0,2} $"
)
_LAND: Final = LatePattern(
    r"\b(?:lakes?|rivers?|bay|beach(?:es)?|falls|mountains?|harbor|pier|docks?|marina|cabins?|cottage|camp|farm|ranch"
    r"|house|creek|canal|dam|bridge|border|fields?|mines?|mill|reservation|fishing|hiking|skiing|surfing|ocean|sea"
    r"|shore"
    r"|coast|trail|land|up|down|out|over|acres|woods|cemetery|buried|beach house|ferry|port|island|springs|cove"
    r"|point|dunes|cliffs|racetrack) $"
)
Spans = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class PlacePhrase:
    """The words behind a cue, and what stands before it."""

    cue: str
    before: str
    begins: int
    """Where it begins, with the part of a town that is meant: "downtown", "east"."""
    words: Spans
    text: str

    @property
    def is_home(self) -> bool:
        """Whether somebody is said to live there, or to come from there."""
        comes = self.cue == "from" and HOME.search(self.before) is not None
        return comes or LIVES.search(self.before) is not None

    @property
    def is_origin(self) -> bool:
        """Whether somebody is from there, whatever else it says."""
        return self.cue == "from" and _IS_FROM.search(self.before) is not None

    @property
    def is_land(self) -> bool:
        """Whether a piece of land is said to be there: "the lake at Saranac"."""
        return _LAND.search(self.before) is not None

    @property
    def is_way(self) -> bool:
        """Whether somebody goes there."""
        return _WENT.search(self.before) is not None

    def said(self, number: int) -> str:
        """The first words, so many of them."""
        return self.text[self.words[0][0] : self.words[number - 1][1]]
