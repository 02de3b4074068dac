"""Streets, apartments, boxes and zip codes are found."""

from bot.domain.screening.structure.addresses import find_addresses
from tests.screening.marked import unlike

FOUND = """\
she sleeps under the bridge by {1600 Delmar}
he sleeps behind {418 Market} most nights
home visit to {2206 n. halvorsen ave apt 3} with the dog
he lives at {88 se tolliver rd unit 4b} and walks
meals on wheels wont go to {907 1/2 e. 5th ave} bc of the stairs
met her at {the laundromat on Delancey and 9th}
We drove out to {County Rd 12} with his insulin
his trailer is off {FM 1960}, past the tower
found down at {?Broad and Girard} without shoes
he sleeps in {the ymca on central} on cold nights
she drew me a map to {7/31 Wattle Cres} with a star
five kids at {14-B Narra St} and no work
She walks to {forty one Birch Lane} in her sleep
back at the {Gunnison Street clinic} by noon
he dialyzes at {the davita on route 22} now
sleeps under the {7th st} viaduct
found down on {dumas blvd} at noon
she waits at {3rd and maple}
he lives at {14 Elm Street} with three cats
walks every day from {1200 Commonwealth Ave} to dialysis
her apartment on {Dudley Street} has no elevator
mail goes to {P.O. Box 112}
{77 birch rd}, third floor, no ramp. that is why he misses visits
zip {02118} has no grocery store, she told me
found down at the corner of {5th and Main}
She's in {apt 4B} with a broken lift
they found him on {Blue Hill Ave} at night
lives at {332 Chestnut Street, Apt 4} with no heat
zip code {01610} decides your life span, he said
He rents a room at {18 Pleasant St} above the bar
lives off {Route 9}
MA {01002} is far from any dialysis
he lives on {Tremont St} in a basement
{9 Cedar Ln} is where the ambulance goes every week
Her place at {450 Washington Ave Apt 3} has mold
stays at a motel on {Route 1}
homeless, sleeps near {Harvard Square}
found at {5th and alder} with no shoes
corner of {king and 12th}, she said
he sleeps behind {the dollar tree on fulton}
{the cvs on tremont} won't fill it
under the {tobin bridge} since june
by the {mystic river bridge} in the rain
hit by a bus on {halsted}, walked in by himself
{12 Calle Ocho} is where his shop was, {48 Rue des Lilas} she wrote
their farm is at {RR 2 Box 118}
crashed near {exit 14 on I-90}
"""

HARMLESS = """\
home by 1600 Monday, stayed at 1600 Saturday, home by 1600 Tylenol, found at 412 Epic
by the oral route 20 minutes later, route 20 units, CR 12 months after chemo, on FM 102 I learned
we met near Anna and Ben, he lives near Texas and Mexico, the ladies at Grace and Hope agreed
eighty eight years on the road she said
Sesame Street was on. She called it memory lane. He has street smarts.
we took the long road, 2 roads, one ramp
rue the day, via a trach collar, RR 24, a box of 40
10 years on the road, 24 hours on the floor
Dr. Google, the St. Vincent of jokes
the store on campus, the pharmacy on call, the market on weekends
under the bridge of the nose, at the fire station, near the nursing station
the 5th and sixth ribs, a car on fire, he lives on disability
"""


def test_an_address_is_found_in_whole_or_in_part() -> None:
    assert unlike(FOUND, find_addresses) == []


def test_a_figure_of_speech_is_no_street() -> None:
    assert unlike(HARMLESS, find_addresses) == []
