"""Codes are found when a word nearby says whose they are; doses, stages, genes and vital signs may stay."""

from bot.domain.screening.findings import IdentifierKind
from bot.domain.screening.structure.codes import find_codes
from bot.domain.screening.structure.spoken_codes import find_spoken_codes
from bot.domain.screening.structure.wording import Wording
from tests.screening.marked import unlike

FOUND = """\
the serial of his new knee ({X0098-TR-551}) he wanted on paper
the paper in her hand said nothing else: {?PT-2031-77410}
he drives the corolla, {NJ 4KT L19}, that blocks the ramp
the number plate of his son, {KV07 HMD}, on a napkin
his pacer number was on the letter, {QRX 550917}, folded twice
the sticker on her pump says {TLB-2290K}
he gave his tag number, {4-JDL-118}, for parking
a blue van, {7QRB220}, parked across two spots
the claim they denied was {RT-88-2041}
her file is {A 411 208 960} and she knows it
{?KZ4471902} was all the form said
sample {24-118820} hemolyzed again
trial subject {03-0117} withdrew
the hit and run car was {RZD 55}-something
The cochlear processor was lost. All night we looked and looked for the {?CP-88J-20417} in linens
"""

HARMLESS = """\
the lot of us (12 people) went home
the car took 45-something minutes, a sixty-something driver, room for 20-something people
flow showed CD20 pos and CD34 neg on the card
they use icd-10 and dsm-5 in the note
the monitor said 98 97 95 94 all night, then 88 on room air
his pump ran at 125 and the lot of us watched
a catch-22 with insurance, covid19 rules, brca2 in the chart
the model was 3 of 4, the case 2 of 9, the order 1 of 1
the tablet died at 20 percent, 4x4 gauze on the port
The pump ran. COVID-19 is over and icd-10-cm is a book
"""


SPELLED = """\
they read it to me, {7 kilo tango 204}, and again
his tag is {bravo zulu 55}, easy
medicare number {five five two c nine one}, she sings it
the claim number is {eight oh oh four one two}
"""

NOT_SPELLED = """\
alpha blockers, delta waves and an echo of 55
mike and charlie played golf, papa watched
case one two three and we are done
november was a hotel, he says, and the victor of room 2
"""


def test_a_code_is_found_by_the_word_that_says_whose_it_is() -> None:
    assert unlike(FOUND, find_codes) == []


def test_what_only_counts_or_measures_is_no_code() -> None:
    assert unlike(HARMLESS, find_codes) == []


def test_two_codes_in_one_sentence_are_judged_apart() -> None:
    wording = Wording.of("plate 4-jdl-118, pump tlb-2290k")
    assert [found.kind for found in find_codes(wording)] == [IdentifierKind.PLATE, IdentifierKind.DEVICE]


def test_a_code_is_found_where_somebody_spells_it() -> None:
    assert unlike(SPELLED, find_spoken_codes) == []
    assert unlike(NOT_SPELLED, find_spoken_codes) == []
