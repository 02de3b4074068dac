"""Institutions are found by their names; anybody's clinic, hospital or school may stay."""

from bot.domain.screening.structure.facilities import find_facilities
from tests.screening.marked import unlike

FOUND = """\
They wouldnt take him at the {Open Door shelter} with his dog
the {?Hope shelter} had one bed
my first patient at {Cedar Ridge Family Clinic} paid with eggs
seen at {Oak Hill Women's Clinic} for years
transferred from {Children's Mercy} with nothing
flown in from {seattle childrens} last week
eats at the {Second Helping soup kitchen} on his days off
my rotation at the {Esperanza free clinic} taught me to wait
the {?Common Ground drop-in center} has his mail
a doctor at {wazir akbar khan hospital} before he drove a cab
saw the resident at {?lynn community} and then us
she sleeps at {st brendans shelter} now
kicked out of {dimock detox} for a cigarette
he got out of {?Coffee Creek} two weeks ago
she came from {Thornbury Rest Home} with one sock
he sleeps at {Kelso House Refuge} these days
Came from {St. Mary's} with no records at all
transferred from {Mass General} at 2 am
back to {the VA on 5th} tomorrow, he dreads it
{Sunrise nursing home} sent her in without her teeth
he teaches at {Lincoln High} and his students made a banner
{BWH} had her old films, took two days
we called {Maplewood Rehab} and nobody picked up
her {Boston Children's} doctors still send cards
goes to {First Baptist Church} and the choir came to sing
{Harborview Medical Center} discharged him to the street
ms3 at {tufts} here, long day
worked thirty years at {?Raytheon} and misses the noise
pt was in {st elizabeths} for a month before
the {Pine Street Inn} is where he sleeps
He graduated from {Howard University} and wants everybody to know
{UCSF} told her there was nothing left to try
Is she going back to {Golden Oaks Assisted Living}? She looked afraid.
{Mount Auburn Hospital} ED, my first night
kid goes to {Roosevelt Elementary} and misses his class
{the Brigham} lost his dentures
{Temple Beth Shalom} sent soup every day
outside hospital ({Lawrence General}) had told her it was nothing
patient from {Bridgewater State Hospital} in cuffs, I asked the guard to loosen them
she's at {Brookdale Senior Living} now and hates it
her son plays at {Wachusett Regional High School}
told her the {Dana-Farber} team agreed
he sleeps behind the {St. Francis House} most nights
transferred from {South Shore Hospital} overnight
{the Worcester VA} lost the referral
he's at {MCI Norfolk} and wears chains at clinic
parents teach at {Newton North High}
goes to {Our Lady of Guadalupe}
We sent him back to {Hillcrest Commons} without his walker
got his records from {?Baystate}
night shift at {Cooley Dickinson Hospital}
she volunteers at {Saint Anthony's Parish}
The kid goes to {P.S. 118}
im at {BMC} this month
{Whittier Street Health Center} faxed the wrong chart
She taught third grade at {Murphy School}
her pastor from {Grace Chapel} sat all night
they go to {St Cecilia's}
{Fairview Rehab} refused him
dialysis at {?DaVita Quincy}
sent from {Lemuel Shattuck Hospital}
He was at {Walter Reed} after Iraq
{?PACU at Stroger} was out of beds
they called from the {?clinic at baywater} again
the meeting at {st bart's} keeps him sober
six weeks at {?mclean}, was at {?Parkwood} for ten days, no visitors
Two months at {?Sheppard Pratt}, his first admission at {?Norwood}
They did the biopsy at {?Concord} and lost the slides, she was seen at {?Emerson} first
records from {?Clínica Las Condes}, born at {?Hôpital Necker}, in {?hopital necker} as a kid
He was in {?Hospital General de México}, a teacher at the {?Lycée Pétion}
{Mt. Sinai} sent her home, {Mt. Carmel} turned them away, {silver pines} called about her teeth
at {?UNM} they had two interpreters, she trained at {?UAMS}
talked at {?carver middle} about vaping, plays for {?east high}, a fair at {?king elementary}, was fun
{?Ferncliff} sent her with a sandwich bag of pills
seen at {?presbyterian} for the same rash
the {?free clinic on harrison} is where i learned
met her at the {?womens shelter on Linden}
{Mountain West Regional} sent the films on a CD
the {?Hillside} nurse knew more than the chart
was at {?Brightwater} for detox
{Saint Kateri's House} took him in
Bounced back from {?Golden Birches} with the same wound
discharged to {?Silver Maples} on a Friday
dialysis chair at {Fairlawn Kidney Ctr} opens at 5
tx to {Brookhaven Rehab Ctr} fell through
new admit from the {pine street inn}, he was a welder
"""

HARMLESS = """\
at the Senior Center, at the Guest House, the Animal shelter, a children's museum, the valley children's choir
the Harm Reduction clinic, the Heart Failure Clinic, the Student Run Free Clinic, the Post Partum clinic
The clinic was full. the Warming Shelter, the Men's Shelter, the Emergency Cold Weather shelter, the Red Cross shelter
he was seen at county, over at general, she spoke to the somali community, he came from etoh detox
I got out of Surgery early, she got out of Iraq, he did two years in Korea, the Blue Team house staff
My clinic had no interpreter. The hospital on a Sunday. Outside hospital records never came.
Children's Hospital smells like crayons, she said.
the VA has good coffee, he gets his meds from the VA
blood sugar at an all-time high, my high school coach
Surgeon General warnings, Public Health, Mental Health first aid
St. John's wort on the med list, ST elevation, st segments, a St. Bernard
the ICU at night, the clinic at lunch, the floor at shift change
two weeks at Christmas, a week at Disney, three days at Mom's, 30 years at sea, two days at most
he climbed Mt. Washington twice, from UTI to USA, went to UWorld instead of bed
seen at Triage and again at Noon, biopsy at Bedside, diagnosed at Thanksgiving
at middle age, caught in the middle again, to junior high and back, to grant high hopes
discharged to Home Health, returned from Spring Break, bounced back from Septic Shock
the Heart Failure Ctr, the Kidney Ctr called, discharged from Peds
admitted from the holiday inn
"""

KINDS = """\
hospital, hospitals, infirmary, polyclinic, care home, rest home, refuge, day centre, health centre, medical center,
med ctr, medical school, clinic, clinics, hospice, rehab, rehabilitation center, nursing home, nursing facility, care
center, snf, assisted living, senior living, skilled nursing, memory care, retirement community, cancer center,
surgery center, birth center, dialysis center, community center, wellness center, treatment center, recovery
institute, eye center, heart institute, trauma center, healthcare system, dialysis, group home, shelter, high school,
middle school, elementary school, primary school, grade school, prep school, charter school, public schools, county
schools, school district, university, community college, church, cathedral, synagogue, mosque, masjid, parish, prison,
jail, penitentiary, correctional facility, detention center, pharmacy, plant, mill, factory, foundry, mine, shipyard,
hotel, motel, diner, bakery, cafe, salon, casino, trailer park, mobile home park, projects, apartments, armory,
library, airport, tabernacle, free clinic, walk-in clinic, homeless shelter, children's hospital, veterans hospital,
memorial hospital, methodist church, area hospital, state prison, city jail, AME, Academy, Apartments, Auto, Bakery,
Baptist, Brewery, Cafe, Cardiology, Casino, Center, Chapel, Cntr, College, Commons, Construction, Ctr, Dairy, Daycare,
Deaconess, Dental, Dermatology, Dialysis, Diner, Elementary, Estates, Farms, Fellowship, Foods, Foundation, Garage,
Gardens, General, Grammar, Grill, Hall, Hardware, High, Homes, Hospitality, Hotel, Houses, Imaging, Inn, Institute,
Labs, Landscaping, Library, Lodge, Logistics, Lutheran, Manor, Market, Medical, Memorial, Methodist, Middle, Mills,
Ministries, Motel, Motors, Nails, Oaks, Oncology, Orthopedics, Pediatrics, Pharmacy, Pines, Pizzeria, Place, Plumbing,
Prep, Presbyterian, Preschool, Primary, Radiology, Regional, Rehabilitation, Restaurant, Roofing, Salon, School,
Secondary, Seminary, State, Station, Steel, Surgical, Tabernacle, Tavern, Tech, Temple, Terrace, Theater, Towers,
Trucking, Village, Zion
"""
"""What a house can be. Each begins with a word that is looked for before any pattern is tried."""


def test_an_institution_with_a_name_is_found() -> None:
    assert unlike(FOUND, find_facilities) == []


def test_an_institution_without_a_name_may_stay() -> None:
    assert unlike(HARMLESS, find_facilities) == []


def test_each_kind_of_house_is_found_behind_a_name_that_no_list_has() -> None:
    kinds = " ".join(KINDS.split()).split(", ")
    assert len(kinds) > 190
    marked = [f"seen at {{Brightwater {kind}}} today" for kind in kinds]
    assert unlike("\n".join(marked), find_facilities) == []
