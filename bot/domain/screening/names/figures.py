"""Names that stand for a figure everybody knows, or for a thing that got one: "an Elsa sticker", "her pump Frank"."""

from typing import Final

from bot.domain.screening.names import cases
from bot.domain.screening.names.figure_words import LIKENED, OF_FILMS
from bot.domain.screening.names.name_cues import CALL, GIVES, IS, MEETS, OWNERS, SOMEBODY
from bot.domain.screening.names.places_of_names import has_an_age, is_told_of
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_MERCHANDISE: Final = words_of(
    "sticker bandaid band-aid plush plushie doll costume cape tiara pajamas pjs figurine puzzle balloon nightlight"
    " lunchbox backpack pinata toy movie cartoon stickers bandaids band-aids plushies dolls figurines balloons"
)
"""What shows a figure of films or tales, so that a name directly before it is its name."""
_TOYS: Final = words_of("teddy bear doll plush plushie dino dinosaur unicorn dragon puppet toy")
_THINGS: Final = _TOYS | words_of(
    "pole pump iv port stoma walker wheelchair chair cane crutch cart scooter wig mri ct"
    " robot car truck van bike boat tractor plant cactus succulent balloon tumor tumour mass"
    " lump cyst drain tube trach vent ventilator machine ultrasound scanner elevator stethoscope prosthesis prosthetic"
    " pillow blanket mannequin manikin skeleton dummy bag ostomy colostomy catheter foley monitor cpap bipap laptop"
    " printer ipad tablet phone leg gallstone stone transplant kidney it"
)
"""What people call by a name of its own."""
_GOT: Final = frozenset({"got", "get", "bought", "had", "made"})
_IS: Final = frozenset({"is", "was", "he's", "she's", "hes", "shes", "i'm", "im", "am", "be"})
_THAN: Final = frozenset({"more", "less", "than"})
_LIKE: Final = frozenset({"like", "as"})
_DRESSED: Final = words_of("dressed dress dresses dressing costume costumes disguised cosplay cosplayed cosplaying")
_LIKENESS: Final = words_of("""
    feel feels felt look looks looked sound sounds sounded act acts acted talk talks talked walk walks walked sing sings
    sang sung move moves moved run runs ran smile smiles smiled dance dances danced fight fought drive drives drove be
    more less just exactly kinda basically be is was strong brave tough smart hair voice face eyes muscles corners him
    herself himself myself me it style crazy play plays played paint paints painted cook cooks cooked roar
""")
"""What somebody does or has like a figure."""
_NO_LIKENESS: Final = words_of("something anything nothing everything being")
_IS_SOMEBODY: Final = IS | words_of(
    "has had who whom whose wants wanted needs needed in from before when did does would could will"
)
"""What is told of somebody on the ward: "like Elsa in room 4"."""
_OF_A_TALE: Final = frozenset({"in", "from"})
_TALES: Final = words_of(
    "frozen moana encanto scrubs house friends star harry toy lion finding wicked sesame spongebob"
)
"""What titles begin with: "like Olaf from Frozen"."""
_QUOTES: Final = words_of("says sings")
_WOULD: Final = frozenset({"would", "might", "might've", "always"})
_WOULD_SAY: Final = words_of("say sing says sings put")
_TO_US: Final = words_of("me us to that he she his her i")
"""What whoever is here says, and no figure."""
_A: Final = frozenset({"a", "an"})
_I_AM: Final = words_of("i'm im am you're youre he's hes she's shes are")
_SERIES: Final = words_of("""
    rerun reruns sitcom sitcoms episode episodes character characters scrubs seinfeld simpsons binge binged
    bingeing binging hogwarts netflix
""")
"""What tells that a film or a series is spoken of."""
_BELIEVES: Final = words_of("thinks thought believes believed convinced swears claims insists insisted pretends")
_NAMED: Final = CALL | {"named", "name", "nicknamed", "names"}
_AROUND: Final = 6
_CHOSEN: Final = words_of("had have has wanted wants want picked picks chose got get brought only or and")
_SHOWN_BEFORE: Final = 8
_IS_MET: Final = GIVES | MEETS | _GOT
_OWNERS: Final = OWNERS | {"the"}


def is_a_figure(reading: Reading, first: int, last: int) -> bool:
    """Whether nobody is met: a toy shows it, somebody takes himself for it, or is likened to it."""
    following, before = reading.at[last + 1], reading.at[first - 1].plain
    if following.plain in _MERCHANDISE and following.gap == " " and not reading.at[last].owns:
        return before not in _IS_MET
    if first == last and before in _CHOSEN and reading.words[first].plain in OF_FILMS and _is_chosen(reading, last):
        return True
    if before in _LIKE and reading.words[first].plain in OF_FILMS and _is_quoted(reading, last):
        return True
    if before in _A and reading.at[first - 2].plain in _I_AM:
        return any(word.plain in _SERIES for word in reading.words)
    if before in _LIKE and reading.words[first].plain in LIKENED:
        return _is_like_it(reading, first, last)
    if before in _IS:
        return _is_taken_for(reading, first)
    return before in _THAN and _is_likened(reading, first)


def _is_like_it(reading: Reading, first: int, last: int) -> bool:
    """ "Dressed as Elsa", "felt like Simba", but not "patients like Elsa" or "sounds like Elsa is going home"."""
    second = reading.at[first - 2].plain
    if reading.words[last].owns or has_an_age(reading, last) or _is_somebody_here(reading, last):
        return False
    near = {reading.at[first - step].plain for step in range(2, 5)}
    if not near.isdisjoint(_DRESSED):
        return True
    if reading.at[first - 1].plain == "as" or is_told_of(reading, last):
        return False
    return second in _LIKENESS or (second.endswith("ing") and second not in _NO_LIKENESS)


def _is_chosen(reading: Reading, place: int) -> bool:
    """ "Wanted a Bluey bandaid, we only had Elsa": which of the things in the sentence that show a figure."""
    following = reading.at[place + 1]
    if reading.at[place].owns or not (following.opens or following.gap != " " or following.plain in {"or", "and"}):
        return False
    for step in range(1, _SHOWN_BEFORE):
        if reading.at[place - step].plain in _MERCHANDISE:
            return True
        if reading.at[place - step].opens:
            return False
    return False


def _is_quoted(reading: Reading, place: int) -> bool:
    """ "Like Olaf says", "as Yoda would say", but not "like Elsa says she is in pain"."""
    says, second = reading.at[place + 1], reading.at[place + 2]
    if says.gap != " ":
        return False
    if says.plain in _WOULD:
        return second.plain in _WOULD_SAY
    return says.plain in _QUOTES and second.plain not in _TO_US


def _is_somebody_here(reading: Reading, place: int) -> bool:
    following = reading.at[place + 1].plain
    return following in _IS_SOMEBODY and not (following in _OF_A_TALE and reading.at[place + 2].plain in _TALES)


def _is_taken_for(reading: Reading, place: int) -> bool:
    """ "Thinks she's Cleopatra", "believes he is Napoleon"."""
    near = {reading.at[place - step].plain for step in range(2, 5)}
    return not near.isdisjoint(_BELIEVES) and "it" not in near


def _is_likened(reading: Reading, place: int) -> bool:
    """ "More House than Wilson", "less Meredith"."""
    before = reading.at[place - 1].plain
    if not reading.at[place].is_called:
        return reading.at[place + 1].plain == "than" and before != "than"
    return before != "than" or reading.at[place - 3].plain in {"more", "less"}


def is_a_named_thing(reading: Reading, place: int) -> bool:
    """Whether a thing is called so, and nobody: "named his pump Frank", "her wig is called Dolly"."""
    before = reading.at[place - 1]
    if before.plain in _THINGS:
        if before.plain in _TOYS and before.case is cases.SMALL and reading.at[place].gap in {" ", ", "}:
            return True
        near = [reading.at[place - step].plain for step in range(2, 5)]
        return not _NAMED.isdisjoint(near) and (before.plain == "it" or not _OWNERS.isdisjoint(near))
    if before.plain not in _NAMED:
        return False
    near = [reading.at[place - step].plain for step in range(2, 2 + _AROUND)]
    return not _THINGS.isdisjoint(near[:4]) and SOMEBODY.isdisjoint(near)
