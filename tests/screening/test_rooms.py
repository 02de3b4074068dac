"""Rooms, beds, bays and units are found in any wording; stages, counts and times may stay."""

import pytest

from bot.domain.screening.structure.rooms import find_rooms
from tests.screening.marked import marked, unlike

FOUND = """\
they said skip {?5117}, he bites
{?619-W and 619-D} play cards through the curtain
{?412-N} wants ice again, and {?412-P}'s daughter called
Went into {?1102} by mistake and stayed an hour
so the man in {?icu 5} does NOT want the peg
going back to {?527} tmrw to finish the crossword
they kept calling him '{2214A}' at sign out
{Hallway spot C} in the ED, again
lady in {hallway chair b} wants water
the lady in bed by the window in {7} hums
tea for {bay C bed 4}
they sent me to {habitación 118} with the tea
the window in {Zimmer 23} was open all night
i sat by {isolation 3} and drew
we took turns to feed {318 window} all week
the cook in {?527} used to run a diner
The woman in {12B} sings at night
{rm 412} wants to talk about her garden not her potassium
I apologized to {room 7}, they accepted
{bed 7} has nobody visiting
{bay 3}: mom asleep on the floor, I got her a chair
the pt in {3-12} hates being called hon
up on {5W} the nurses know everyone's birthday
from {7 South} I learned that quiet is medicine
the guy in {14} only wanted his glasses
{Rm#22} kid drew me a dinosaur
{MICU bed 12} taught me to explain alarms
sat with the family in {rm. 3}
sat with mrs lee in {?412} til she slept
sat with her in {?412} until she slept
she was in {?412} all day
{Unit 6B} has the best charge nurse
pt in {ED 14} waited nine hours
{?trauma 2}: nobody told him what we were doing, so I did
{room number 5512}
moved to {Ellison 12} and lost his hearing aids on the way
the gentleman in {9} asked me if he would die
his {bed A} neighbor snored so we laughed
{Pod C} family meeting ran long, worth it
in {room twelve} i cried with her a little
{?OR 7}: I held his hand until he slept
Met her in {rm 7}. She had a list of questions and nobody had read it.
mom of the kid in {4B} hadn't eaten so i got her a sandwich
{Bed 14} wants the window open
i presented the pt in {bed 22} and forgot to say she is a poet
{CCU 4}: alarms, alarms, then her hand on mine
nurses on {Farr 9} were kind
{9 East} at 4 am is so quiet
I rounded on {10W} all month
the kid in {bay 6} held my stethoscope
{Room B} has the sad chair
pt in {room #14} asked who I was three times
moved from {4A} to {4C} without telling his wife
{412} wants to go home, I wanted to help
visited {rooms 3 and 5} after hours
pt in {8} asked for a priest
{Bed 3B} smells like oranges, her grandson peels them for her
pt in {bed 3} was scared so i stayed past sign out
lady w dementia frm {rm 216} thinks im her grandson and i let her
saw mr in {6b} twice today
from {4 west}: learn the aides first
he was moved to {8E} overnight and nobody told his wife
the isolation room ({room 9A}) is so lonely
{Hallway bed 6}. no curtain. I stood there like a curtain.
{PACU bay 2}, first words were sorry
she's in {L&D 5} with no partner
I keep thinking about {bed twelve}
the lady in {413} thanks you
the guy in {226} squeezed my hand
the patient in {307} prays out loud
{room 3 west} was loud
{rm 12 north}
got moved from {412} to {7b}
from {9c} to {310} in one night
from {12a} to {4c} and back
he moved from {412} to {420}
dude in {?obs 11} knows my name now
moved to {?picu 5} before lunch
outside {five-twelve} there is a chair
knocked on {three-nineteen} and nobody answered
{hallway C} is a person and no spot
{Rooms 14, 16 and 20} are all waiting for the same CT
the family in {?consult 2} asked for five more minutes
she was in {quiet room 1} all day and called it the chapel
in {restraint room 2} w a sitter, he asked for a book
{9A-window} waves at the helipad, {31-door} got all the noise
{?Recovery 9} woke up and asked who won the game
i sat outside {?seclusion 1} for an hour
walked him from {?14} to the bathroom, she was in {?step down 6} for the weekend
covered {beds 4 through 9} alone for ten minutes
the priest in {?6-212} wants no visitors. In the {picu, pod 2}, a clown came by
the lady in {?W-309} braids my hair
{infusion chair 11} told me not to pity her
{?icu 12} daughter wants to know everything twice
{5A-11} is lonely thats all the bell is
two women share {?527} and trade magazines
{pod 3 bed D} wants his pills
got lost looking for {?B-217}
every time {?418-1} rings it is about ice
{cribs 2 and 3} are brothers
{room 11 on the fourth floor} gave me a sticker
{533} called me son
the patient in {?room for twelve a} told me she feels invisible
{?room to oh four} wants water
back to {?room for eleven}, she called
Nobody wants {?14}, the one by the window, since the last patient died there
i always get {?9}, the room next to the elevator
"""

HARMLESS = """\
it happens to 1 in 250 and to about one in 333 who smoke
skip 3000, they said, and check 120, he was fine at that
form 619-W wants a signature, type 412-X kept failing, 150-W bulbs
went into 2019 thinking it would be better
he was in icu 5 days, the man in bed by the window in 7 minutes
Hallway chair A lot of people sat in, going back to 150 tmrw
in isolation 2 days felt long
about 120 window units were stolen, he said
room for improvement, room air, bed rest, one bed, ICU, ED hallway
no room 4 error, Room 4 of life, room 2 breathe
stage 3B, CKD 3a, grade 2A, T3N1, a 3D model, at 3 A.M.
out of bed 3 times, in bed 24 hours, ICU 2 days then floor
one in 4 patients, family of 4, mother of 3, the pt in 2 weeks
on the 4th floor, S1, L4-L5, CN VII, N95, POD 3
Bed A or B made no difference to him.
one woman in 412 knows it, the only man in 310 pages
a kid in 250 words, the first patient in 365 shifts
from stage 3a to 3b, platelets from 412 to 350, from 100 to 50g
moved from 100 to 150, the pt in 120 over 80 range
pod 2 and already walking
in er 4 hrs, obs 2 days, outside six hours a day
walked him from 1 to 3 laps, moved him from 3 to the next dose
bed 2 chair with two assists, sit 2 stand, a bed 2 sleep in, room 2 fail
unit 2 of blood, Units 3 and 4 of the course, a 2-door car
Trauma 2 weeks in a row, chemo 3 was harder, Infusion 4 is done
we made room for twelve people, there is room for twelve. no room for ten a day
we took seat 14, the one by the window, bus 9, the one near the exit, there were 14, the one by the door was mine
in room for twelve minutes, in bed for ten days, a room for two oh well
"""


def test_a_room_or_bed_is_found_in_any_wording() -> None:
    assert unlike(FOUND, find_rooms) == []


@pytest.mark.parametrize(("text", "seen"), [("412", "{?412}"), (" 412. ", " {?412}. "), ("#307b", "#{?307b}")])
def test_a_text_of_nothing_but_a_number_may_be_a_room(text: str, seen: str) -> None:
    assert marked(text, find_rooms) == seen


@pytest.mark.parametrize("text", ["911", "988", "100", "12", "412 mg", "90%", "412 cried"])
def test_other_texts_that_are_nearly_that_are_none(text: str) -> None:
    assert "?" not in marked(text, find_rooms)


def test_what_only_looks_like_a_room_may_stay() -> None:
    assert unlike(HARMLESS, find_rooms) == []
