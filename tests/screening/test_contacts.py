"""Whatever somebody can be reached by is found: phones, mail, links, handles, mentions."""

from bot.domain.screening.structure.contacts import find_contacts
from tests.screening.marked import unlike

FOUND = """\
wrong pager, sorry! mine is {55071} anyway
nobody came when i rang, we are on {x4093} tonight
i dialed bleep {3307} five times
her pager ({61120}) rang in the room
call her son at {617-555-0134} he says
Son's cell {(978) 555-0188}, prefers texts
her number is {6175550134}
fax the form to {617.555.0199} she said
the card says {+49 30 901820} for the daughter abroad
page me at {x4471}
nurse station ext {5512} never picks up
his wife wrote her email, {rosalind.k@mailbox.org}, on a napkin
email: {bigdaddy77 at gmail dot com}
she blogs at {mylongroad.blog.com/post/3}
family made {gofundme.com/f/help-our-dad}
his story is at {https://tinyurl.com/abc123}
logged in from {192.168.14.22} he told the IT guy
his insta is {big_tony77} and he wants followers
her tiktok: {@dancing.gran}
on twitter as {mcnursey_22}
find him on snapchat, username {fishguy}
ig {cooking.w.rosa} she made me promise
{@jlo_rn} was right about the pillows
call me back at {781-555-0142}, said the sticky note
my email is {hana.m@ward.example.org}
fb page: {facebook.com/prayforbigjoe}
his YouTube {@trainswithgramps} has 12 viewers, now 13
She wrote {five five five, zero one four two} on my hand
text his daughter {508 555 0177}
pager {33412} goes off in every hard talk
cell is {(413)555-0166}
{413-555-0166} is what he keeps repeating
tel {4135550166}
reached the son, {+1 413 555 0166}, finally
mail {o.nwosu@clinic.org} he said
her blog {www.sallysews.com} made us smile
insta {@lu.paints}
follow {@dr_kim_rounds}
left a vm for daughter {978.555.0119}
pls call {555-0147} if she falls again
his number ({860-555-0122}) was on his arm in marker
fax {860 555 0123}
{1-860-555-0122} is the cab company he trusts
gmail is {fishermanjoe62@gmail.com}
grandson does {twitch.tv/bigsean_plays}
{@nurse_patty} posted about it
his login {jpark3} was still on the screen
spok me at {20877}, paged ortho at {30412}
beeper {4-1188} never stopped
user {tdoyle22} left it open
venmo'd him at {tito-m-12}
gave my pager (pgr {4477}) to the wrong floor
Pager {55-0193} went off in the middle of it
cb# {5-2213}, ask for the son
extn {5521}, or ext{5522} at night
hit me up {5-2291} if her pressure drops
reach the team on {4-7781} after rounds
"""

HARMLESS = """\
my pager died, mine is 2 years old
call 911, or 988, or your mother
her instagram is full of dogs and his tiktok is hilarious
Give one, two, three, lift. I counted seven, eight, nine, ten.
phone at 2% battery, paged 4 times, called at 4
version 2.0 of my opening line works better. e.g. this, i.e. that
ratio 1:1, at 7:30, meds at 0800 1200 1600
paged at 0412 for nothing, page me at 5, text him at 1400, called at 1630
user error. insta reels at 3am. login took 20 min
cb 12 hours later, his CB 22 units
we hit 10000 steps, and hit it up again
"""


def test_a_way_to_reach_somebody_is_found() -> None:
    assert unlike(FOUND, find_contacts) == []


def test_what_only_talks_about_reaching_somebody_may_stay() -> None:
    assert unlike(HARMLESS, find_contacts) == []
