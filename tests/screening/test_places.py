"""Places smaller than a state are found where somebody lives or comes from; states and countries may stay."""

from bot.domain.screening.structure.places import find_places
from tests.screening.marked import unlike

FOUND = """\
he farms sorghum outside {?Hays}, so no rest
a ranch near {?Reading}, and his son calves now
he is from {?moose jaw} originally
originally from {?moose jaw} and proud
he sleeps by {mass and cass} most nights
she came all the way from {flower mound} for him
went to {?fort belknap} for the summer
the birth in a camp in {?dadaab} was quick
camping at {?Elk Meadow} when she fell
My patient moved here from {Ponce} after the storm
lady from {Brockton} who drives a school bus
she grew up in {Lagos} and misses the rain
he lives in {dorchester} w his sister
born in {Guadalajara}, proud of it
her kids are in {Framingham} and cant come on weekdays
retired fisherman from {Gloucester} taught me knots
flew in from {Manila} to sit with her mother
farm outside {Hadley}, cows named after nurses
He commutes from {New Bedford} for every infusion.
they drove all night from {bangor} to be there
the only interpreter was in {Cleveland} by phone
She's a {Roxbury} girl, she says, and does not scare easily
came up from {Chelsea}, two buses and a train
a teacher in {Quincy} who kept grading papers in bed
raised in {Wichita}, he missed big skies
from {jamaica plain} originally
lives near {Fenway} and hears the games from her window
in {the Bronx} she had a garden on the roof
He misses {Kabul}, mostly the bread
her village near {Tiruvannamalai} has one doctor
{Essex County} jail sent him without his glasses
grew up on {Nantucket} and hates the city
the lady from {Woonsocket} brought us cookies before her colonoscopy
Her brother drove from {Albuquerque} overnight
Interviewing in Spanish w a man from {Oaxaca City}
The whole family came up from {Tegucigalpa} for the surgery
Sister lives in {East Boston} and works two jobs
He's from {Lowell, MA} and says wicked a lot
I met a fisherman from {New Bedford}
pt lives in {Mattapan}, two hours by bus
grew up near {Fall River}
my patient, a farmer in {Hadley}, wanted to be home by milking
Her house in {Chicopee} flooded
works at the dollar store in {Holyoke}
immigrated from {Cap-Haitien} in 2010
93yo lady from {Fitchburg}
hes from {springfield} and drives 2 hrs for infusions
lives in a trailer near {Athol}
grew up in the {Mission District}
she is from {san juan}
He is from {St. Louis}
born in {Port-au-Prince}
lives in {Queens} with her aunt
his sister flew in from {Warsaw}
She keeps bees in {Amherst}
used to fish off {Gloucester}
came here from {Fort Worth}
patient is the mayor of {Holyoke}
lives in {chelsea} with 5 roommates
she came here from {Mogadishu} in 1999
{Springfield} native, coaches softball
a nurse from {Manila} taught me to tape an IV
family drove in from {Bakersfield}
He talks about {Aleppo} when it rains
was raised in {San Pedro Sula}
moved to {Lynn} last year
her bakery in {Roslindale} closed
in {Medford} she had a garden
He was a cop in {Providence}
outside {Tulsa} he had a ranch
lives over in {?brightmoor} with her gran
lives in {east oakland} and moved to {north tulsa} for the job
he's from {northeast philly}, her people are in {South Fresno}
{?Chinle} is four hours away, the {Fort Belknap reservation} has one ambulance
used to shine shoes in {downtown Gary}, retired to {Sun City}
He fled {Homs} with two kids and a cat
she left {Tegucigalpa} when she was ten
a trucker from {Reading} taught me CB slang
camped under the {?Fremont Bridge}
found down {?behind the walgreens on 8th}
drove up from {Tulsa, Oklahoma} for the wedding
lives {next to the mosque in Dearborn}
he sells papers at the {?harvard st cvs}
came to the ED from {?Dot}, her whole block came w/ her
she lives in {?JP} and grew up in {?eastie}
born in {?bmore}, everyone from {?PDX} laughed
"""

HARMLESS = """\
he drives a Tacoma, she loves her Malibu and calls her walker Cadillac
farming near Christmas, a farmer outside Epic orders
he is from up north originally, from internal medicine originally, from south korea originally
the order was from day one originally, originally from a small town, originally from family medicine
at the Nurse Station, her muscle mass and cass scores
He grew up in Vietnam and drove from Mexico to Maine.
She wanted to die at home, in Texas, and lives in Florida half of the year.
from Peds I take bubbles, from Cardiology I heard at noon
lives in fear, born in a taxi, from the start, in God we trust
In Spanish it sounded kinder. I read about it in Harrison's.
A hug from Lakshmi, a note from Keisha, a tip from Surgery
lives in north carolina, moved from south korea, from west africa by way of west virginia
home is two hours away, Surgery is four hours away, Wednesday is where the week breaks
from the east side of the unit, north of the border, up from north to south of the wound
He drives his Tacoma, she sold the old Malibu, an 88 Pontiac
the fluid from JP was red, output was from JP, he came from Dot Phrase training
the dot phrase from dot, the pain came from hp, lives in slo mo
"""


def test_a_town_is_found_in_capitals_or_not() -> None:
    assert unlike(FOUND, find_places) == []


def test_states_countries_and_what_is_no_town_may_stay() -> None:
    assert unlike(HARMLESS, find_places) == []
