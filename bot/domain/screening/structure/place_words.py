"""Words of towns' names, and what is none: shared by the rules that look for places."""

from typing import Final

from bot.domain.screening.word_sets import words_of

NO_PLACES: Final = words_of(
    "foster faith hope comfort love peace celebration freedom independence progress paradise harmony surprise energy"
    " experiment"
    " effort fate luck opportunity god allah jesus heaven hell english epic peds medicine surgery person i im ive may"
    " march june august january"
    " february april july september october november december monday tuesday wednesday thursday friday saturday"
    " sunday christmas easter lent room bed bay ed er icu or the my her his our a an all this that these those one"
    " two three four step spanish latin earth mars mercury venus america africa asia europe antarctica south north"
    " east west atlantic pacific spring summer autumn winter fall"
)
TOWN_FROM: Final = 5
"""Shorter names of towns are too often something else."""
BEGIN_TOWNS: Final = words_of("east west north south new old upper lower port fort lake mount glen little cape point")
BIG_TOWNS: Final = words_of(
    "anchorage atlanta auburn austin baltimore bologna boston boulder buffalo cambridge charlotte chicago dallas"
    " denver durango glasgow houston jackson lincoln madison miami oakland orlando oxford paris philadelphia phoenix"
    " pittsburgh providence rochester seattle shanghai springfield sydney worcester memphis detroit cleveland"
    " portland salem"
)
"""Towns that are so well known that a dictionary has them."""
