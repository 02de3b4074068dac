"""Words around a name: what stands before one, and what only people do or have behind one."""

from typing import Final

from bot.domain.screening.word_sets import words_of

SURE_TITLES: Final = words_of("mr mrs ms mx dr drs prof messrs")
"""What is followed by a name in small letters, too."""
KIN_IN_ENGLISH: Final = words_of(
    "abu abuela abuelita abuelo amma baji bibi bubbe didi haji hajja hajji khala kuya lola lolo mzee nanay nonna"
    " nonno oma opa sheikh tante tatay teta tita tito umm ustad yiayia zayde"
)
"""Kin words of other languages that families say in English, too."""
TITLES: Final = (
    SURE_TITLES
    | KIN_IN_ENGLISH
    | words_of(
        "mister missus miss doctor professor nurse sister father brother mother pastor reverend rev rabbi imam"
        " chaplain deacon fr bishop sir madam madame mme mlle monsieur senor senora senorita sr sra srta don dona"
        " doctora herr frau signor signora gunny sarge cpl corporal sgt sergeant capt captain officer coach colonel"
        " col lieutenant lt judge dra elder padre fray maestro deputy trooper warden sheriff mayor principal chief"
        " ma'am maam aunt auntie aunty uncle grandma grandpa granny nana tia tio papa mama pops baby lil doc"
    )
)
HONORS: Final = words_of("aunty auntie uncle ji bhai didi sahib saheb sensei apa")
"""What stands behind a name out of respect: "Sunita Aunty", "Mehta ji"."""
NICKNAMES: Final = words_of("big little old young lil baby tiny crazy lucky")
"""What a nickname begins with: "Big Tony"."""
BEFORE_A_DOT: Final = SURE_TITLES | words_of(
    "st pt pts rev sgt capt col lt sr jr sra srta dra fr vs approx dept no nr attg esp"
)

PATIENTS: Final = words_of("patient patients pt pts client clients paciente pacientes patiente patientin")
KIN: Final = words_of(
    "wife husband spouse daughter daughters son sons mom mum mommy mother dad daddy father brother brothers sister"
    " sisters aunt uncle grandma grandmother grandpa grandfather granddaughter grandson cousin niece nephew partner"
    " fiance fiancee girlfriend boyfriend twin stepson stepdaughter godmother kid kids toddler newborn baby infant"
    " child boy girl hijo hija hermano hermana esposo esposa marido madre padre"
    " nieto nieta amigo amiga primo prima nino nina"
)
BEDS: Final = frozenset({"bed", "room", "rm", "bay"})
KIN_FOR_SHORT: Final = words_of(
    "sis bro hubby gf bf mama papa stepdad stepmom stepfather stepmother grandkids grandparents granny parents siblings"
)
"""What relatives are called in a hurry, or several at once."""
STAFF: Final = words_of(
    "nurse nurses doctor resident residents intern interns attending attendings attg preceptor preceptors fellow"
    " fellows senior seniors chief hospitalist surgeon student students classmate classmates peer peers teammate"
    " colleague colleagues therapist physio pharmacist interpreter translator chaplain tech aide sitter cna"
    " phlebotomist midwife doula caregiver friend friends roommate neighbor buddy professor instructor coworker"
    " tutor counselor janitor housekeeper volunteer coordinator scribe paramedic dietitian neighbour np rn rep vendor"
    " sub-i sub-intern co-student co-intern co-resident co-worker co-fellow barber driver landlord roomie"
    " transporter porter orderly"
    " medic pa cleaner teacher pastor priest mentor"
)
PEOPLE: Final = words_of("man woman guy gentleman lady gal fella dude person veteran vet widow widower survivor teen")
INTRODUCED_BY: Final = PATIENTS | KIN | STAFF
SOMEBODY: Final = INTRODUCED_BY | PEOPLE
EVERY_ROLE: Final = SOMEBODY | TITLES
"""Directly before a name: "my patient Maria", "her brother, Ahmed"."""
NAMED: Final = words_of("named called nicknamed name's llama llamada llamado heisst s'appelle")
CALLED_BY: Final = words_of("goes go calls call called nicknamed")
"""How it is said what somebody is called: "goes by Bird", "everyone calls him Ace"."""
LEADING: Final = TITLES | NAMED | CALLED_BY
"""Behind them any word may be a name."""
CALL: Final = words_of("call calls called calling")
THEM: Final = words_of("him her them me himself herself themselves myself")
CALLERS: Final = words_of(
    "everyone everybody they we people folks friends buddies family kids grandkids children grandchildren siblings"
    " brothers sisters cousins parents neighbors classmates teammates unit platoon squad crew guys boys girls ward"
    " floor church town all nurses staff mom dad grandma wife husband"
)
"""Who calls somebody by a name of their own: "a guy everyone calls Pickle"."""
WITH_A_NAME: Final = PATIENTS | KIN | PEOPLE | words_of("is was are be being as by like who's")
"""Before "called", where no phone is meant."""
LINKING: Final = words_of("is was are be being as by like")
NAMING: Final = words_of("name names goes go going went known nickname himself herself introduced called")

# What only somebody does.
SAYS: Final = words_of(
    "told tells said says asked asks smiled smiles laughed laughs cried cries whispered whispers thanked thanks"
    " apologized hugged winked nodded nods sighed wept begged replied shouted yelled joked jokes explained confided"
    " wanted wants felt feels loves loved hates hated likes liked lives prayed prays refused refuses showed shows"
    " taught teaches reminded insisted insists mentioned grabbed squeezed looked looks seemed seems thinks thought"
    " believes knows knew worried worries complained complains snored sat slept hums hummed sings sang sketches"
    " speaks spoke translated hid screamed waved grinned texted called paged drives drove cooked cooks listens"
    " listened helped modeled let introduced admitted agreed declined disagreed interrupted passed died walked"
    " came visited stayed waited remembered remembers calls brought cares cared dislikes misses missed wishes"
    " wished plays played forgot forgets deserves deserved trusts trusted enjoys enjoyed needed kept keeps wore"
    " fell needs woke gave fainted dances danced hates served bowed beat argued quizzed answered appreciated swears"
)
MOVES: Final = words_of(
    "came helped stayed kept keeps gave needed needs brought passed walked let died hid fell beat served visited"
    " waited lived"
    " lives snored looks seems looked seemed drives drove wore woke plays played deserves deserved kept shows showed"
)
"""What ideas and seasons do, too: "dawn came", "hope helped"."""
IDEAS_SAY: Final = SAYS - MOVES
TOWNS_DO_NOT: Final = IDEAS_SAY - {"called", "paged", "knows", "says"}
"""What is said of somebody, and of no hospital that is called by its town."""
ALSO_THINGS: Final = words_of("came comes broke breaks ran runs rang rose held")
"""What is said of dawns, labs and hope, whoever is spoken of next."""
GOES: Final = words_of("went goes came comes got gets took takes made makes did does gave gives")
IRREGULAR: Final = words_of(
    "ate became began bent bit bled blew broke built bought caught chose cut dealt drew drank fed fought found flew"
    " forgave froze grew hung heard held hurt laid led left lent lit lost meant met paid put quit read rode rang ran"
    " saw sold sent shook shot shut slept spent stood stole struck swore swam tore threw understood won wept wrote"
    " burst fled"
)
BEHIND: Final = words_of(
    "may might will home again here there alone back today tomorrow yesterday tonight later better ready twice"
    " abt bout post s/p w/ w & bc cuz tho plz n"
)
"""What may follow a name, and no thing called by one."""
IS: Final = words_of(
    "is was has had isn't wasn't hasn't hadn't didn't doesn't couldn't can't won't wouldn't did does"
    " isnt wasnt hasnt hadnt didnt doesnt couldnt cant wont wouldnt aint"
)
"""What may be said of things as well."""
ADVERBS: Final = words_of(
    "just also really finally always never still then once only even quietly actually first later often usually"
    " already sometimes almost suddenly politely gently"
)
OF_PEOPLE: Final = words_of(
    "scared afraid nervous anxious nonverbal tired exhausted lonely alone angry upset sad happy worried crying awake"
    " asleep deaf blind intubated dying pregnant homeless retired married widowed divorced frustrated grateful"
    " thankful hungry thirsty confused terrified bored sick kind sweet funny quiet admitted discharged dehydrated"
    " mad tearful joking sobbing shaking shy polite furious jealous ashamed embarrassed sleepy deaf drunk suicidal"
    " ready clean sober homesick diagnosed born teary pissed stoic septic nauseous stubborn lying sitting smiling"
    " brave chatty cheerful cranky excited gentle grumpy"
    " relieved laughing praying non-binary nonbinary trans autistic diabetic quadriplegic paraplegic"
    " my our 9"
)
OWNED: Final = (
    KIN
    | PATIENTS
    | words_of(
        "hand hands eyes eye face voice smile laugh story room bed bedside chart family parents surgery biopsy pain"
        " wound dog cat house home heart lungs scan mri ct labs cancer diagnosis birthday funeral death fear fears"
        " words question questions tears body skin hair life job visit discharge care case leg legs arm feet crib"
        " blood sugars veins vein nose mouth chin cheek cheeks teeth foot shoulder children child kids grandkids"
        " grandchildren"
        " friends nurse doctor team concern concerns anxiety"
    )
)
RELATED: Final = words_of(
    "family household kids twins triplets siblings sisters brothers boys girls cousins parents baby"
)
"""What follows a family's name: "the Okafor twins"."""
OF_BODIES: Final = words_of(
    "surgery stroke strokes seizure seizures cancer chemo biopsy cf leukemia lymphoma copd chf hiv diabetes fever kids"
    " children grandkids twins transplant dialysis cirrhosis dementia asthma lupus als ms tumor pneumonia"
)
OF_PATIENTS: Final = words_of(
    "line sepsis infection infections drain picc catheter vent vents trach trache feeds feed feeding insulin vitals"
    " sats sugars a1c fracture hip knee ankle stoma ostomy graft relapse code extubation intubation incision dressing"
    " iv vision hearing spine spleen liver kidney kidneys bowel breast prostate pregnancy meds rash cough breathing"
)
"""What only a patient has, beside what anybody has: "Lily's line infection"."""
ILLNESSES: Final = OF_PATIENTS | OF_BODIES
"""What a patient has, and no work or place."""
BELONGINGS: Final = OWNED | OF_PATIENTS
"""What somebody has, or a patient."""
RELATIVES_OF: Final = words_of("his her their my our")
WITH: Final = words_of(
    "with w to for from by about of abt met saw told asked called hugged thanked visited helped watched"
)
MEETS: Final = words_of(
    "met told asked hugged thanked visited helped paged texted remember called saw thank thanks hi hey hello dear bye"
    " goodbye rip miss love admire walked wheeled fed bathed examined interviewed transferred taught comforted"
    " reassured discharged consented followed checked lost assisted woke promised"
    " believed trusted ignored interrupted judged failed owe owed owes"
    " examining visiting meeting seeing helping hugging feeding bathing interviewing wheeling comforting thanking"
)
DONE_TO_PEOPLE: Final = words_of(
    "met told asked hugged thanked visited helped paged texted promised believed interrupted"
)
"""And to nothing else."""
GIVES: Final = words_of(
    "owe owes owed gave give giving showed handed brought offered taught told asked promised bought sent"
)
"""What somebody is given, shown or told something by: "gave … the good news"."""
CONJUNCTIONS: Final = words_of(
    "and but so when while because that if then until how before after since think thought today as although though"
    " whether where why what or out found learned heard know knew realized noticed saw finally n bc cuz um lol ok"
    " yesterday tonight morning afternoon"
)
"""After them a sentence begins, as far as names go: "so tuan told me"."""
NO_SUBJECTS: Final = words_of(
    "his her their the a an for to like every my me us at with w that how outside inside alone here there everything"
    " everyone nobody back home it all"
)
"""After them no verb follows whose subject the word before is: "smokes outside", but not "labs are"."""
AND: Final = words_of("and or y")
TALKS: Final = words_of(
    "hi hello hey bye goodbye talked talking talk spoke speaking speak listened listening apologized said"
    " explained promised"
)
OWNERS: Final = words_of("my his her our")
DETERMINERS: Final = words_of("the a an my our your his her their this that these those some any no every each")
NOT_OWNERS: Final = DETERMINERS - OWNERS
IN_A_PLACE: Final = words_of("in from near at toward towards leaving visiting")
CALLED_LIKE_PEOPLE: Final = words_of("hurricane hurricanes storm lake mount mt fort camp port cape tropical point")
"""What has names like people: "Hurricane Ian"."""
UNNAMED: Final = words_of("x xx xxx blank redacted")
"""What stands for a name that was left out."""
NO_INITIAL_AFTER: Final = words_of(
    "vitamin vitamins hepatitis hep plan type grade class group stage section question option step level part model"
    " strep influenza factor protein unit room bed bay block column point exhibit team pod wing zone gate floor"
    " apolipoprotein complement schedule category line box appendix exam b c"
)

PARTICLES: Final = words_of(
    "de la las los del da das do dos di van der den ter von zu le du bin bint ibn ben al el ní ni y e st"
)
SUFFIXES: Final = words_of("jr sr ii iii iv")

SMALL: Final = words_of(
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
AFTER_A_NAME: Final = SMALL | SAYS | IS | IRREGULAR | BEHIND | OF_PEOPLE | ADVERBS
"""What follows a name; a noun there means that something is called by it."""
DOES: Final = IS | SAYS | GOES | IRREGULAR
"""What somebody may do or be told to."""
GOES_ON: Final = IS | IRREGULAR | BEHIND | GOES
