"""What fits only one person is found; the only thing that helped fits anybody."""

from bot.domain.screening.structure.standing_out import find_standing_out
from tests.screening.marked import unlike

FOUND = """\
{I am the only student in the clinic}, so I did all the teaching
{as the only Black woman on the team} I felt it first
he was {the first heart transplant in the state}
{the only deaf student in our class} is me
{As the only man on the OB service} I step back and ask
{I'm the only one on the team who speaks Haitian Creole}
{she is the only pediatric cardiologist in the county}
her disease: {one of three cases in the country}
{Only muslim on my rotation}, so I explained the fast
he's {the youngest person in the country to have this surgery}
{Being the sole MS3 on nights} I got time to listen
{As the only Asian American on the team} I was asked to interpret. I do not speak Mandarin.
{the only male student on L&D} so I always ask twice
Our pt is {the first person in the state with this transplant}
{She's the only patient in the hospital with this syndrome}
{the only Somali family in town} and everybody knew
{I was the only student on service} so they all know who wrote this
{as the only Navajo student} I get asked a lot
{the first woman in the state to have this operation}
She's {one of five people in the world} with it
{the only wheelchair user in our class} (me) noticed the ramp first
{the only Spanish speaker on nights} is a janitor
{as the only parent in my cohort} I left at 5
he is {the last blacksmith in the county}
{The first trans resident our department ever hired} talked with us
he's {the youngest stroke this hospital has seen}, I am {the first deaf student they have ever taken}
{she's the only vet in two counties} so who watches her dogs
we're {the only two guys on the l&d team}, {only person of color in the room} again
{the one Deaf guy in our class} taught me to sign pain
{none of the other students on my team wear hijab}
{i'm the one with the prosthetic leg in our group}
{the only M4 here with a hearing aid}
{only second year on nephrology} so i carry the pager
{I'm the only one in a wheelchair on our service}
{The only visibly Muslim person on rounds} is me
{as the sole Pacific Islander} i felt seen
{only M3 this week} on the burn unit
I use a wheelchair, {the only student here} who does
{the youngest lung transplant they ever did} here has a beard now
this is {?the guy who does the weather on channel 6} and he was so scared
{?she hosts the morning show on the radio} so we all knew the voice
"""

HARMLESS = """\
the only thing that helped, only one question mattered, the only quiet hour
He was the only one who asked how I was. The only doctor who listened retired.
the only family she has is her cat, the only person she trusts
the first patient in the room to laugh, the first case of the day
first in my family to go to college
one of three sisters, one of two nurses in the unit, the youngest of five
the first patient this clinic has had today, the first code this unit has had in weeks
the one kind resident who stayed, the one good thing on our team
the first student they've had all morning, the first resident she has ever trusted
no other student in the room spoke up, the only dentist appointment in three months
the smallest cut we ever did, the man who watches the news on tv, he reads the news on his phone
the only student on call tonight, the only one here who did anything
"""


def test_what_fits_only_one_person_is_found() -> None:
    assert unlike(FOUND, find_standing_out) == []


def test_what_fits_anybody_may_stay() -> None:
    assert unlike(HARMLESS, find_standing_out) == []
