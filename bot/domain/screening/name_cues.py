"""Words around a name: what stands before one, and what only people do or have behind one."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SURE_TITLES: Final = _words("mr mrs ms mx dr drs prof messrs")
"""What is followed by a name in small letters, too."""
TITLES: Final = SURE_TITLES | _words(
    "mister missus miss doctor professor nurse sister father brother mother pastor reverend rev rabbi imam chaplain"
    " deacon fr bishop sir madam madame mme mlle monsieur senor senora senorita sr sra srta don dona doctora herr frau"
    " signor signora sgt sergeant capt captain officer coach colonel col lieutenant lt judge"
    " aunt auntie aunty uncle grandma grandpa granny nana abuela abuelo tia tio papa mama pops baby lil"
)
NICKNAMES: Final = _words("big little old young lil baby tiny crazy lucky")
"""What a nickname begins with: "Big Tony"."""
BEFORE_A_DOT: Final = SURE_TITLES | _words(
    "st pt pts rev sgt capt col lt sr jr sra srta fr vs approx dept no nr attg esp"
)

PATIENTS: Final = _words("patient patients pt pts client clients pat.")
KIN: Final = _words(
    "wife husband spouse daughter daughters son sons mom mum mommy mother dad daddy father brother brothers sister"
    " sisters aunt uncle grandma grandmother grandpa grandfather granddaughter grandson cousin niece nephew partner"
    " fiance fiancee girlfriend boyfriend twin stepson stepdaughter godmother kid kids toddler newborn baby infant"
    " child boy girl"
)
STAFF: Final = _words(
    "nurse nurses doctor resident residents intern interns attending attendings attg preceptor preceptors fellow"
    " fellows senior seniors chief hospitalist surgeon student students classmate classmates peer peers teammate"
    " colleague colleagues therapist physio pharmacist interpreter translator chaplain tech aide sitter cna"
    " phlebotomist midwife doula caregiver friend friends roommate neighbor buddy professor instructor coworker"
    " tutor counselor janitor housekeeper volunteer coordinator scribe paramedic dietitian neighbour np rn"
)
PEOPLE: Final = _words("man woman guy gentleman lady gal fella dude person veteran vet widow widower survivor teen")
INTRODUCED_BY: Final = PATIENTS | KIN | STAFF
"""Directly before a name: "my patient Maria", "her brother, Ahmed"."""
NAMED: Final = _words("named called nicknamed name's")
CALL: Final = _words("call calls called calling")
THEM: Final = _words("him her them me himself herself themselves myself")
LINKING: Final = _words("is was are be being as by like")
NAMING: Final = _words("name names goes go going went known nickname himself herself introduced called")

# What only somebody does.
SAYS: Final = _words(
    "told tells said says asked asks smiled smiles laughed laughs cried cries whispered whispers thanked thanks"
    " apologized hugged winked nodded nods sighed wept begged replied shouted yelled joked jokes explained confided"
    " wanted wants felt feels loves loved hates hated likes liked lives prayed prays refused refuses showed shows"
    " taught teaches reminded insisted insists mentioned grabbed squeezed looked looks seemed seems thinks thought"
    " believes knows knew worried worries complained complains snored sat slept hums hummed sings sang sketches"
    " speaks spoke translated hid screamed waved grinned texted called paged drives drove cooked cooks listens"
    " listened helped modeled let introduced admitted agreed declined disagreed interrupted passed died walked"
    " came visited stayed waited remembered remembers calls brought cares cared dislikes misses missed wishes"
    " wished plays played forgot forgets deserves deserved trusts trusted enjoys enjoyed needed kept keeps wore"
    " fell woke gave fainted dances danced hates served bowed beat argued quizzed answered appreciated swears"
)
IS: Final = _words("is was has had isn't wasn't hasn't hadn't didn't doesn't couldn't can't won't wouldn't did does")
"""What may be said of things as well."""
ADVERBS: Final = _words(
    "just also really finally always never still then once only even quietly actually first later often usually"
    " already sometimes almost suddenly politely gently"
)
OF_PEOPLE: Final = _words(
    "scared afraid nervous anxious nonverbal tired exhausted lonely alone angry upset sad happy worried crying awake"
    " asleep deaf blind intubated dying pregnant homeless retired married widowed divorced frustrated grateful"
    " thankful hungry thirsty confused terrified bored sick kind sweet funny quiet admitted discharged dehydrated"
    " my our 9"
)
OWNED: Final = KIN | PATIENTS | _words(
    "hand hands eyes eye face voice smile laugh story room bed bedside chart family parents surgery biopsy pain wound"
    " dog cat house home heart lungs scan mri ct labs cancer diagnosis birthday funeral death fear fears words"
    " question questions tears body skin hair life job visit discharge care case leg legs arm feet foot shoulder"
    " children child kids grandkids grandchildren friends nurse doctor team concern concerns anxiety"
)
RELATIVES_OF: Final = _words("his her their my our")
WITH: Final = _words("with w to for from by about of met saw told asked called hugged thanked visited helped watched")
MEETS: Final = _words(
    "met told asked hugged thanked visited helped paged texted remember called saw thank thanks hi hey hello dear bye"
    " goodbye rip miss love admire"
)
CONJUNCTIONS: Final = _words(
    "and but so when while because that if then until how before after since think thought today as although though"
    " whether where why what or"
)
"""After them a sentence begins, as far as names go: "so tuan told me"."""
AND: Final = _words("and or y")
TALKS: Final = _words("talked talking talk spoke speaking speak listened listening apologized said explained promised")
DETERMINERS: Final = _words("the a an my our your his her their this that these those some any no every each")
IN_A_PLACE: Final = _words("in from near at toward towards leaving visiting")
UNNAMED: Final = _words("x xx xxx blank redacted")
"""What stands for a name that was left out."""
NO_INITIAL_AFTER: Final = _words(
    "vitamin vitamins hepatitis hep plan type grade class group stage section question option step level part model"
    " strep influenza factor protein unit room bed bay block column point exhibit team pod wing zone gate floor"
    " apolipoprotein complement schedule category line box appendix exam b c"
)

PARTICLES: Final = _words("de la las los del da das do dos di van der den ter von zu le du bin bint ibn ben al el ní ni y e st")
SUFFIXES: Final = _words("jr sr ii iii iv")

SMALL: Final = _words(
    "a an the and or but if so as at by for from in into of off on onto out over to up with without about after"
    " before i i'm me my mine we us our you your he him his she her hers it its they them their this that these those"
    " who whom whose what when where why how which there here is am are was were be been being do does did doing done"
    " have has had having can could should would must might shall not no yes nor than then too very just only also"
    " all any both each few more most other some such same own again once let's ok okay see say said get got go"
    " goes went come came make made take took tell told ask asked one two three four five six seven eight nine ten"
    " first last next today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january"
    " february march july september october november december never always every everyone nobody because while"
    " til until till since like even still much many now well good great love well man men see"
)
"""Words that are part of nobody's name where they stand by themselves."""
