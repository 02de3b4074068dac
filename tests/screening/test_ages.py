"""Ages over 89 are found in any wording; saturations, temperatures and weights are none."""

from bot.domain.screening.structure.ages import find_ages
from tests.screening.marked import unlike

FOUND = """\
he hits {the big one-oh-oh} next month
she turned {the big 9-0} on the ward
{ninety three} and she still beat me at chess
he turned {101} last week and asked for whiskey
My pt is {93}, blind, and tells better jokes than me.
a {ninety-two year old} who still bakes bread for the nurses
{97yo} F, hard of hearing, nobody had put her aids in
she's in her {nineties} and wanted lipstick before rounds
He is a {94-year-old} veteran who hates jello.
Her mom is {91} and takes two buses to visit.
at {96} she still corrects my grammar
turns {100} tomorrow, we made a card
the {centenarian} in the corner taught me patience
a man in his {early 90s} cried about his dog
pt ({92M}) kept asking for his wife, who died years ago
{92 y/o} lady, {92}!! she did leg lifts
Lady of {ninety five} told me she was done being brave
he was born in {1931} and remembers polio wards
She celebrated her {95th birthday} on the unit with pudding.
Age {98}. Sharp as a tack. Wanted the truth.
{90 yr old} w hip fx, scared of falling again
I met a woman aged {94} who had never been asked what she wanted
he's {102 years young} and flirts with everyone
my oldest so far is {99} lol she calls me kiddo
We discussed code status with a {nonagenarian} who was clearer than all of us
pt was {over 100} and did not want another line
grandma was {ninety} when she learned to swim, she said
hes a {91 yr old} retired mailman and he walks faster than me
a {ninety four year old} nun taught me about silence
turned {ninety-nine} with a cupcake and no teeth
"I'm {96}, dear, I know what dying is" she told me
She is {94 and a half}, she corrected me
he's a spry {93}
she hit {93} in may and we sang
his wife, {90}, waited in the hall
his wife {91} still drives
sat w a lady {96} and her cat
Mrs. Thibodeaux ({93F}, hip fx) wouldn't do PT
Ewa in rm 318 is {94} n told me my shoes are ugly
man of {97} told me that he is done
{Ninety-eight years old} and still mad at the Yankees
she just turned {one hundred}
Tried to explain a biopsy to a {ninety-one-year-old} with no hearing aids
{92} and still driving! my pt is {92}
pt is a {96F} w/ UTI
grandpa's {94} and wants to go home to his cats
a widow of {90} taught me to cut mangoes
{98-yo} who reads the paper to her roommate
{one hundred year old} hands
hx from daughter, pt {101 y/o}, bedbound
She turns {ninety} on Sunday
hes {94} lives alone w two cats
shes {91} likes jazz more than us
he is only {97} blind and funny
she told me in two minutes how she made it to {ninety}
Tatay, {one year shy of a century}, wants a haircut
94 on room air, {95 years in this world}, 96 kg
which makes him {ninety-six}, older than the hospital
At {ninety-seven} - she said it like a dare - nobody tells her what to eat.
not bad for {ninety-eight} she says
"im {ninety-one} not dead" she told us
K., {91}, wanted to race me
both of them {92}, holding hands
he'd be {91} this spring
she says at {93} you stop fasting
Her husband turned {ninety-five} at her bedside, she turned {101} on the vent
both {over 90} and holding hands, two weeks shy of {one hundred}
celebrated her {97th} with applesauce. He missed his {90th} because of us.
{97m} w copd, a {93f} who runs a bakery in her head, my {90-something} patient
my oldest pt ever ({102}!!) asked me if i eat enough
my grandparents are {91} and 88, the sisters were {93} and widowed
He made it to {97} on bacon and spite.
At {98} you don't wait for results, you plant tulips.
Ngozi is {96} and she danced w the walker
my pt is {92} lives alone with two parrots
old guy {97 yrs} shaves himself w a straight razor
F {97}, no family, cat named Bob
the lady in the corner is {96} and still argues
mrs abara is {91} refuses pureed food
she's seen {ninety-three birthdays}
{Two months short of 101}, he said
he lied, the chart says {95}
He is {pushing a hundred} and swears
mrs. k {93f} asked me twice
Mr Osei {91m} with CHF told me
a lady, {95} next week, who thinks I am her nephew
in her {ninety-second year} she took up chess
he is in his {93rd year} and has opinions
she is {four months off a hundred}
hes got {95 years on him} and no patience
{98 trips around the sun}, he says
{101 candles} on the cake
born the year of the crash, {1929}
old enough to remember {1938}
he remembers the flood of {1937}
the big {9-0} is on saturday
turning {nine oh} and proud
pt {93f} tripped over the cat
her {ninetieth year} on this earth
she was class of {1947} and still sings the song
married in {1948}, widowed last week
he told me im {95} sweetheart i dont buy green bananas
she is {ninty two} and still mad, shes {ninety-tow} and dances
my grandma is {nienty}
"""

HARMLESS = """\
I interrupted after ten seconds. Today I timed myself and made it to ninety.
he walked ten steps, today he made it to 90!
turned in the big 90 question quiz, hits the big one, the big 4-0 birthday, the big 100 mg with cake
the man 95 and stable on ra, gave the lady 97 mg, this guy 94 on 2 L, pt sat 96 and lady fine
An 89 year old and a 72 year old share a room and a newspaper.
She was 96% on 2L, then 94 on room air.
HR in the 90s, BP 92 over 60, temp 101F overnight.
he's 95 lbs, 100 percent awake and 98% better
music from the 90s; the nineties were loud
I got a 97 on the shelf and 100 steps before lunch.
born in 1958, married in 1981
Patients over 90 fall more often.
hes 94 sats ok on ra, shes 98 lbs, he's 92 drops to 88 walking, hes 100 miles from home
she is 92 sometimes, he is 92 looks blue, hes 93 needs oxygen
ninety minutes in the OR, at ninety percent I start to worry
sats of ninety-two, fine for him. his rate was ninety-six and regular
I made it to ninety-four out of a hundred on the shelf
he turned 90 degrees, we turned 95 patients away, her sat turned 92 on 2 L, hr turned 101 after the bolus
sats just shy of 92, oxygen closing in on 90 and dropping, sat (91) was low
101f at triage, temp 101f, chills, walked 94m without stopping, sats of 90-something
made it to 95 on the pulse ox, turned 92 on 2 L
his 95th percentile head, on the 98th day, her 100th question
mrs k 101f this morning, so cultures
her 95th year of teaching residents how to round
we were two weeks off 100 percent oxygen, two points off a hundred
the big 9 to 5, and the score was 9-0 in the third
100 candles in the chapel, and I remember 1920 beds
im 97 percent sure, sats 95 sweetheart, she is ninty percent sure, his sat was ninty two and stable
a class of 20, married in 1988, graduated in 2019, class in 1950s style
"""


def test_an_age_over_89_is_found_in_any_wording() -> None:
    assert unlike(FOUND, find_ages) == []


def test_no_other_number_and_no_younger_age_is_found() -> None:
    assert unlike(HARMLESS, find_ages) == []
