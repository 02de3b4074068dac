"""Homes in small letters are found by the words that their names are made of; land and villages may stay."""

from bot.domain.screening.structure.small_houses import find_small_houses
from tests.screening.marked import unlike

FOUND = """\
came from the {?pine st inn} with frostbite
stays near, sent to {?elm street shelter} most nights
transferred from {?maple hollow manor} with no list
she came from {?cedar creek rehab} and had no teeth
{?fox run village} sent her in wearing one shoe
snf called, {?quail creek} says no bed
back to {?stone bridge care center} tonight
{?ridgeview manor} nurse said baseline
she came from {?harmony house} in a housecoat
lives at {?golden meadow estates} with a cat
{?twin lakes nursing} discharged him to us
he came back from {?golden birches} with a wound
"""

HARMLESS = """\
went to the next street clinic, sent from the same st house, from his street church
he walked from the green hills to us, from mountain village to city hospital
she grew up in a quiet village by the sea, at home in the woods with his dog
outpatient rehab and inpatient rehab, from acute rehab to subacute rehab
in the memory care unit, to skilled nursing at last
by the river bend they married, he fell in a creek
go to your happy place, she lives at her sisters house
the morning view is what she likes, from winter to spring gardens she paints
"""


def test_a_home_is_found_by_its_everyday_words() -> None:
    assert unlike(FOUND, find_small_houses) == []


def test_land_and_what_is_everybodys_may_stay() -> None:
    assert unlike(HARMLESS, find_small_houses) == []
