"""Numbers of records, devices and plates are found; counts, doses, codes and laboratory values may stay."""

from bot.domain.screening.structure.numbers import find_bare_numbers, find_numbers
from tests.screening.marked import unlike

FOUND = """\
a tag that starts with {8FK}, says the boy
the plate ended in {41X}, he swears
The wristband: MRN {00871234}
mrn {88123} if anyone wants to follow up
pts social is {123-45-6789}, it was on the whiteboard!
last four of her social are {4471}
insurance ID {XJH4410982} got rejected twice
Her policy no. {BC-8812-44} was wrong and she cried
medicaid # {4410-229-1} took two hours to fix
claim {44-112309} denied, we sat and called together
her nursing license {RN228811} hung framed at home
accession {S24-10233} came back malignant and I was in the room
account ending in {7741}
pacemaker SN {4452} was on the card he showed me
insulin pump serial number {MM-722-9981X}
ICD device id {PJN448210} on the sticker
implant s/n {A99120}
his plate is {7ABC123}, the valet lost the car
license plate {4KT 921} and still no ride home
her license number is {S55510422}
his ICD serial {AZR220184S} was recalled
pump SN: {88-1204}
plate {MA 3KL 882} on the ride share that never came
the ambulance, plate {AMB-4471}, got lost
insurance card {W2210 44871} expired
pharmacy rx # {7719402} never filled
policy number {GHP 883 2210} was wrong
chart # {44821}
his medical record number, {22-91-04}, on a sticky note
pacemaker serial {PM-55120}
lot # {7731A} of her implant was recalled
Plate {55X 9K2} double parked with him seizing inside
MRN#{7781230}
acct# {44-8812}
ssn ends in {4482}
Medicaid ID {M44812099}
case #{2024-118} with APS
plates {8TRK441} tow truck took it
her hearing aid serial {HX99122}
my badge {4417} would not scan
her wristband says {00349} and she says otherwise
locker number {218}, his shoes are still in it
incident report {88213} is mine
{8841} is the last four of her mrn
his social ends in {6617}
the vent, asset tag {B20931}, kept alarming
stim device ser no. {VNS.106.55821} beeped
s/n: {A.44.9912.B} on the lvad bag
order # {4471} was for the wrong bed
study id {0044} on the consent
"""

BARE = """\
VIN {1HGCM82633A004352} was tattooed on his arm
His MRN ({3349120}) was on the board next to a smiley
HIC number {1EG4-TE5-MK72} on a napkin, she could not read it
DL {S99381234} was in the bag
the label {RX4481920} came off in my hand
"""

HARMLESS = """\
the tag ends with my name, the plate starts with rice
E11.9 is a code, not a man. I10, J45.909, CPT 99213.
case 3 in the workbook, visit 5, group 2, patient number 12 today
The trial NCT01234567 and PMID 12345678 are public.
a plate of fries, plates and screws in both legs, license to cry
the account took 20 minutes and 300 dollars
Platelets 150000, 2400000 units, WBC 12.5
the badge 2024 design, an arm band tight, a safety event 1800 last night
vent day 12, PEEP 5, FiO2 40, on the vent SpO2 94, the pump ran D5W 40
model no. 3.2 is old, asset tag on the vent, police 5000 calls
2020 the last four years, at 1400 the first three patients
"""


def test_a_number_that_is_somebodys_is_found() -> None:
    assert unlike(FOUND, find_numbers) == []


def test_a_number_that_is_nobodys_may_stay() -> None:
    assert unlike(HARMLESS, find_numbers) == []
    assert unlike(HARMLESS, find_bare_numbers) == []


def test_a_long_or_mixed_number_needs_no_word_beside_it() -> None:
    assert unlike(BARE, find_bare_numbers) == []
