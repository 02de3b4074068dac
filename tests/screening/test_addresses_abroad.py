"""Addresses are found as other countries write them."""

from bot.domain.screening.structure.addresses_abroad import find_addresses_abroad
from tests.screening.marked import unlike

FOUND = """\
she still says {Kastanienallee 14} when we ask for the year
he wants to go home to {Prinsengracht 308} by boat
the son wrote {Via San Rocco 21} on the form
our visit was at {Plot 9 Kololo Road} past the market
knocked at {Flat 12, 40 Mersey Street} for an hour
she is at {Blk 233 Bedok Ave 3 #07-112} alone
a damp flat in {LS8 4QT}, and it is her third asthma
she wrote {?K1N 5W2} on everything
"""

HARMLESS = """\
Via the pump at 20, she slept
the Avenue of trust has 3 lanes
Grade 2 and Stage 4, at 0420
he took B12 5MG, vitamin D3 2000, T4 free
unit 4 of the book, plot 2 of the film
"""


def test_a_street_with_its_number_and_a_postcode_are_found() -> None:
    assert unlike(FOUND, find_addresses_abroad) == []


def test_other_words_with_numbers_stay() -> None:
    assert unlike(HARMLESS, find_addresses_abroad) == []
