"""Plates of many countries are found by their shape, and what laboratories write in capitals is left alone."""

from bot.domain.screening.structure.plates import find_plates
from tests.screening.marked import unlike

FOUND = """\
the ride never came, we stood looking for {?4TRM-61} in the rain
uber was late, waiting for {?KLT 482} again
the car that hit him was {RT 12 KLO}, she says it asleep
grandad drove {162-G-4471} himself
her son came in {WN19 GHB} and left it on the kerb, car running
He only knows {?B-XK 302} by heart, nothing else
the auto {MH 04 DT 7719} waited all night for her
all he says is {?5521 KJT}, again and again
a taxi, {SGH 4480 Z}, brought them at dawn
he parked {CY 331-908} where the hearse stops
the fiat was {27-PLT-9}, from their wedding
They sold the jeepney ({TXK 9031}) for the surgery
the driver of {KBX 440Q} held her hand in the matatu
looking for a blue van, {?MEDRYD}, in the rain
a gray Toyota with plate {?LUVNRS} blocks the ramp
the tag of his first pickup, {JC 20 417}, he counts it
her son wrote {?GRNDMA1} on the form because that's really his plate
parked by my attending, plate says {?H8 CPR} and it told me something
"""

HARMLESS = """\
the van was late and so was waiting for 20 MIN, looking for COVID-19 signs
his BP 98 SYS was low after the drive, RR 12 MIN
CD34 NEG and CD20 POS, so the smear was right
BNP 1200, TSH 0420 and a PLT 120 after the drive home
the car ride was long, his BP 120 and HR 98, GCS 15
she drove since 0730 AM for a 20-min visit
IL17 BLD was drawn, 2000 RPM in the spinner
he hit 1200 CAL with the van meals
a red car, ASAP please, a white van, CHILDREN on it
his plate says NPO, his plate says DIABETIC 2, the tag says MRI SAFE
HFPEF2 and a low salt diet on her plate
the tag on the line, Fr 12 100, name plate reads MS3 BOSS
"""


def test_a_plate_is_found_by_its_shape() -> None:
    assert unlike(FOUND, find_plates) == []


def test_what_is_measured_is_no_plate() -> None:
    assert unlike(HARMLESS, find_plates) == []
