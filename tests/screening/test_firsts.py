"""Who was the first or is the one of a kind somewhere is asked about; what fits many stays."""

from bot.domain.screening.structure.firsts import find_firsts
from tests.screening.marked import unlike

FOUND = """\
being the {?only one of the interns who stutters} helped me
my pt is the {?only woman judge our county ever had}
I am the {?first student from my village to study} abroad, she said
{?our one deaf resident} taught me to look up
I'm the {?only one over 40} in this year
i am the {?only one in this channel} who signs
as {?only one man in our midwifery class} I knock twice
"""

HARMLESS = """\
the first time we ever had lunch together
our one rule is to knock, our one good hour
the only one in the room who asked, the only thing that helped
the first girl in my family to cook, he joked
sats were the only one over 90 percent
she was the last patient of the day
"""


def test_the_first_and_the_one_of_a_kind_are_asked_about() -> None:
    assert unlike(FOUND, find_firsts) == []


def test_what_fits_many_stays() -> None:
    assert unlike(HARMLESS, find_firsts) == []
