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
{nobody else on the service speaks} Somali
there {isn't another wheelchair user in the program}
{?first from my tribe in this program}
{?Being autistic} means I rehearse every consult
as a {?deaf student} i lip read rounds
{?the wheelchair user on this rotation} found the ramp
the {?exchange student from Peru} got lost
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
"""


def test_what_marks_somebody_among_us_is_found() -> None:
    assert unlike(FOUND, find_among_us) == []


def test_what_may_be_anybody_may_stay() -> None:
    assert unlike(HARMLESS, find_among_us) == []
