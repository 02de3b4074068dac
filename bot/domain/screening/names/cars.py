"""Makes of cars that look like names: "drives a Kia", "the white Camry his son left him"."""

from typing import Final

from bot.domain.screening.names.name_cues import DETERMINERS
from bot.domain.screening.names.places_of_names import is_addressed, is_introduced, is_named, is_told_of
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_HARDLY_NAMES: Final = words_of(
    "acura altima audi bugatti camaro camry corvette datsun ducati elantra ferrari hyundai infiniti jetta kenworth"
    " lamborghini lexus maserati mazda oldsmobile passat peterbilt peugeot prius sentra silverado skoda sorento"
    " sportage vauxhall vespa volvo"
)
_NAMES_TOO: Final = words_of(
    "bentley citroen fiat kia kubota mack mercedes nissan renault saab saturn sienna suzuki tahoe yamaha"
)
_CARS: Final = _HARDLY_NAMES | _NAMES_TOO | {f"{car}s" for car in _HARDLY_NAMES}
COLORS: Final = words_of("red blue white black gray grey silver green gold tan beige brown yellow orange maroon purple")
_LOOKS: Final = COLORS | words_of("old new rusty used beat-up")
_DRIVEN: Final = words_of(
    "drive drives drove driving driven car cars truck van suv parked park parking dealership keys garage mechanic"
    " mechanics engine motorcycle motorcycles motorbike crashed totaled sold sells fixed fixes fix rebuilt restored"
    " wheel miles plate plates ride rides backseat sedan minivan tractor rig hauled dashboard"
)
_AROUND: Final = 6


def is_a_car(reading: Reading, first: int, last: int) -> bool:
    """Whether a car and nobody is called so: behind an article or a color, or where driving is spoken of."""
    plain, before = reading.words[first].plain, reading.at[first - 1].plain
    if plain not in _CARS or last > first or _is_somebody(reading, first):
        return False
    is_hardly_a_name = plain not in _NAMES_TOO
    is_a_thing = before in DETERMINERS or before in _LOOKS
    if is_hardly_a_name and is_a_thing:
        return True
    near = (reading.at[first + step].plain for step in range(-_AROUND, 1 + _AROUND) if step)
    return (is_a_thing or is_hardly_a_name) and not _DRIVEN.isdisjoint(near)


def _is_somebody(reading: Reading, place: int) -> bool:
    if is_introduced(reading, place) or is_named(reading, place) or is_told_of(reading, place):
        return True
    return reading.at[place - 1].plain not in DETERMINERS and is_addressed(reading, place)
