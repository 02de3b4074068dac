"""Dates and holidays are found however they are written; scores, fractions, weekdays and years may stay."""

from bot.domain.screening.structure.dates import find_dates
from tests.screening.marked import unlike

FOUND = """\
{?11-02} was the transplant, his second birthday
{?7-14} is when she died
we moved it from {?the ninth to the fourteenth} for her
the wake was {?18.11.}, and it rained
{Diwali} was last night, and {Tết} was two days ago
since {Eid night} she eats again
she called {on the 4th} and {?3/14}
she fell {the day after Christmas}, alone
i later learned that {?the 17th} is the day her mother left
they moved the ablation, it is pushed back to the {?twenty second} now
we met for {9 de junio} because the family asked
er sagte am {3. Juli} und weinte
the letter said {24 décembre 2019}, in her own hand
her wedding was in winter, {1 lutego}, so cold
She went home {on the 14th} with oxygen and a plan.
surgery was moved to {12/3} and nobody told him
We saw her again {Mar 3}, smiling this time
came in {3rd of May} w/ chest pain, left with a new valve
her dx was in {March 2024} and she remembers the chair she sat in
admitted {Tuesday the 14th}, I met him the morning after
{since the 3rd} she has not eaten
{?Christmas} was lonely for him, nobody came
On {Thanksgiving} we ate pie with a man whose family could not come
the night of {New Year's Eve} I held a hand
discharged {7/14}
he died on {January 9} and I wrote to his sister
Her first seizure was {feb 12th}, her daughter filmed it
dob {04/12/61} was on the board for all to see
{Nov 30} clinic: slow down, sit down
the {21st of june}: I finally asked about sleep
{?Fourth of July} fireworks scared my patient, a veteran
stayed from {June 2} to {June 9}
appointment is for {10-22-2025}
{2025/11/02} note: anxious, tearful
{Halloween night} in the ED a kid in a dinosaur suit needed stitches
by {the 15th} he wants to be home
He fell {the day after Easter} and lay there for hours
on {Eid} she missed her kids most
it was {Valentine's Day} and he asked me to read the card out loud
{12 april} she rang the bell
her baby came on {Aug. 5th}
transplant in {Sept '23} and still thankful
{5/2-5/9} I looked after the same man
last chemo {03/2024}, she thinks in scans now
pt was dc'd {the 19th} and came back two days later
admitted {11/2} with DKA, scared of insulin, we practiced w an orange
{Feb 29} birthday, he joked he is only 12
we met {?10/14}. He asked if I was old enough
chart says next appt {4/22/2025}
seen {April 2nd} and again {April 9th}
the anniversary of her stroke is {May 17}
{12.03.2024} stands on the card
since {Labor Day} he can't swallow
the week of {9/18} was her worst
on {Memorial Day weekend} his wife died
he came in {on the 21st} and left with a walker
{1/6/25}: she cried, i stayed
on the {2nd of feb} he lost his wife
I will never forget {August 14th}
we scheduled it for {the 28th}
mom died {12/25} three years ago
his stroke was {the day before Thanksgiving}
admission {Wed 3/5}, discharge {Fri 3/7}
{Dec 1st} I wrote down what he said
he died {3/2} at dawn
{Sept 3} orientation, lost in the basement
{on the 30th} she gets her stitches out
It was the {fifth of October} and raining when he told me
On {12/24} he asked for his mom
saw him {Jan 12 2025}
{2/14/25} he proposed in the infusion room
{xmas eve} shift, santa hat, code blue
the Saturday before {?Easter} he was baptized in bed
first visit {june 1}, last visit {june 28}
His birthday is {August 8} and we sang early
her bday is {march 3}
his birthday was {may 9} and nobody came
her bday's {march 3}
dob {march 3}
he goes home on {march 3}
since {may 4} she has not walked
her bday is {3/14}
birthday is {the 4th}
{?the 4th} was hard
I slept. {?the 21st} was a long one
her last good day, {?the 17th}, was mine too
we met on my first call, {?the 30th}, and i was so green
it was {the first day of Ramadan} and he would not drink
we lost him on {the second night of Hanukkah}
code was {?the 3rd}, funeral the week after
worked {the 12th and the 13th}, both nights he asked for his brother
{?the 19th} was my first death
we met on {Monday, March 3}, and she was gone by friday
{the evening of June 2} i sat with her
notes from {March 4 and 5} say refused
he was extubated {10-22} and asked for ginger ale
pushed to {the 29th} bc of staffing
{Friday, 9 May}, was her last chemo
dc date is {march 30} and shes counting down
I think {?may 12} works for her daughter
even {?thanksgiving} when the kitchen forgot his tray
admitted {Diwali night} with chest pain
during the {?Super Bowl} he coded
she came back {?orthodox easter}, candles and all
admitted {Passover}, gone by the end of it
{?election day} he asked if he could vote from bed
{?diwali weekend} he wanted lights
"""

HARMLESS = """\
she said Christmas was last year's problem
3-2 was the vote, and 10-12 was the score
3-4 is the day range
on the 4th and 5 others
her lactate was 14.02. We waited
he took the twenty second pause as a joke
for the twenty-first time she asked for water
12 mai tais on a beach, he said, is the plan
3 mars bars a day, then the diet talk
Her favorite holiday is the Fourth of July. Labor Day stories, Halloween recipes.
last Tuesday, this morning, on Sunday night, two weeks ago
In March we had no chaplain. In 2019 he lost his job. Class of 2026.
On the second try, on the 3rd day, by the 5th visit, in third grade, the 1st time
GCS 14/15, pain 7/10, 4/5 strength, 2/2 dehydration, 12/14 on the rubric
I may 2 times out of 3 forget; march 5 flights up with me.
Three sticks missed. The 4th was hard too.
The 2nd was worse, the 4th was his son
Her Christmas cactus, an Easter egg in the note, Merry Christmas sweaters in May
the third floor, the 4th, is always cold
the 3rd, and last, attempt worked
They march 3 by 3, and in may 2 of them quit.
she fasts for Ramadan so I come back after sunset, and a tet spell waits for nobody
the greek easter bread she brought, the Super Bowl party in the lounge
the holi day schedule is thin
"""


def test_a_date_is_found_however_it_is_written() -> None:
    assert unlike(FOUND, find_dates) == []


def test_what_only_looks_like_a_date_may_stay() -> None:
    assert unlike(HARMLESS, find_dates) == []
