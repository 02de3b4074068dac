"""Who somebody is among those one works with is found by what marks them; anybody may be new, quiet or crying."""

from bot.domain.screening.structure.among_us import find_among_us
from tests.screening.marked import unlike

FOUND = """\
{?the trans guy in our class} came out to a patient today
I'm {?the former chaplain on this service} so they send me in
{?a student in my cohort who grew up} in foster care talked with him
everyone laughed at the {?one of us who fainted}
I'm the {?one with the service dog}, yes
my {?wife is a resident on this service} so i kept quiet
our {?class rep} cried too
Before this I spent nine {?years as a firefighter}
{nobody else on the service speaks Somali}
there {isn't another wheelchair user in the program}
{?first from my tribe in this program}
{?Being autistic} means I rehearse every consult
as a {?deaf student} i lip read rounds
{?the wheelchair user on this rotation} found the ramp
the {?exchange student from Peru} got lost
im the one {?student in a wheelchair}
I'm the sole {?one with hearing aids}, ask me about batteries
as the {?student with the prosthetic arm} I get looks
the med {?student with the service dog, thats me}
the {?guy with the prosthetic leg in our group} raced him
{?No other student here is over fifty} but me
theres just {?one of us with a stutter}, me
there are {?two of us who are deaf} in the whole school
only {?me and one other student are veterans}
just {?me and one other student have kids}
of our group I {?alone wear a hijab}
{?only I wear a hijab} on this rotation
{?nobody else prays here} but me
{?nobody but me signs} on this unit
{?no one in my class but me has kids}
{?nobody else speaks Twi on our team}
{?no other student here grew up} deaf
being the {?oldest at 47} has its moments
at 41 i am {?older than everyone in my cohort}
I'm the {?token guy} on OB
the {?only black face in the room} was mine
"""

HARMLESS = """\
the new student on our team was shy, the quiet resident on my team too
a student in our group who was late, the nurse on our unit who knew everything
the one who was a bit rude apologized, I'm the one who told him
being deaf must be lonely, i thought
Being tired means I miss things. Being blind to my own tone is the problem
my dad is a doctor, her dad is on the unit, my mom is in the hospital too
after two years as a couple they married
no other patient on the unit had visitors, no one else on the team knew
the transfer patient in our unit, the blind spot in my class notes
As an international student, I sometimes miss the jokes
the guy with the cane in our unit, the lady with the walker on our service
I'm the girl with the cold hands, as the student with the most time I stayed
only me and one other student stayed late, me and another resident speak later
I alone have no answer, only I have the badge, only i pray that it helps, only i am tall enough
the two of us were tired, just two of us with a census of 20
nobody on the unit is sober tonight, nobody but me is awake here, no one but me asked about his dog
older than everyone on the floor, I'm the oldest of six
the token resistance on rounds, the only black coat in the room
no other student here is over it, no other nurse here is free
"""


def test_what_marks_somebody_among_us_is_found() -> None:
    assert unlike(FOUND, find_among_us) == []


def test_what_may_be_anybody_may_stay() -> None:
    assert unlike(HARMLESS, find_among_us) == []
