"""Web addresses, e-mail addresses and handles are found by their shape, whatever the domain is called."""

from bot.domain.screening.structure.links import find_links
from tests.screening.marked import unlike

FOUND = """\
his page is {turnipsandtunes.garden}, he says
she sells them on {thimbleworks.example/shop}
posted about us on {wheezyweekly.fm}
write to {o.brandt (at) kiteshop.example}
the card said {gull.lover7 at tidemail.example}
{marnie[at]loomhouse[dot]example} is on the bag
mail {quincy dot park at roadpost dot example} she said
a dm from {soup_of_the_dae} at midnight
he streams as {nana_frags}, ask him
on reddit she is {u/one-kidney-wonder}
his youtube channel {?TugboatTerry}
"""

HARMLESS = """\
I was late.then I sat. She cried.so did I
the doc.said nothing, e.g. at 6 a.m. or i.e. never
my notes.txt and reflection_final_v2 and the half_asleep me
vs.the other team, version 2.0, note.pdf
look at the dot on the chart
"""


def test_what_a_person_is_reached_by_online_is_found_by_its_shape() -> None:
    assert unlike(FOUND, find_links) == []


def test_a_missing_space_between_sentences_makes_no_link() -> None:
    assert unlike(HARMLESS, find_links) == []
