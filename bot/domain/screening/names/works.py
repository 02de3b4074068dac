"""Who writes and who is told of in the books and series that people in medicine talk about."""

from typing import Final

from bot.domain.screening.word_sets import words_of

AUTHORS: Final = words_of("""
    arnold baile balint bandura beauchamp benner benson bowlby brody buckman bury cassell charon childress conrad
    coulehan covey cruess dewey didion duckworth dweck engel epstein fadiman fletcher flexner foucault frank freire
    gawande gladwell goffman goleman gottlieb grant greenhalgh groopman halpern henderson hojat jauhar kahneman
    kalanithi kleinman knowles kolb launer leininger leopold levinson lown maslow mattingly mezirow montross mukherjee
    neighbour nightingale noddings nuland ofri orem osler pallasch peabody pellegrino peplau piaget pritchard
    prochaska diclemente quill remen rogers rollnick sacks schon selzer shem silverman sontag stewart suchman swanson
    vanier verghese vygotsky watson wear wiesel winnicott yalom
""")
"""Of medicine's own books, by their last names: nobody where they are quoted."""
THINKERS: Final = words_of("""
    virchow paracelsus charcot sydenham rhazes avicenna maimonides hippocrates osler semmelweis kubler-ross balint
    gawande nightingale peabody pasteur vesalius trousseau laennec ehrlich foucault frankl groopman verghese ofri
    pellegrino winnicott illich goffman sontag socrates confucius tolstoy chekhov montaigne voltaire
""")
"""Who is quoted about medicine; hardly a patient is called so."""
THINKERS_ALSO_HERE: Final = words_of("""
    cassell saunders freud jung halsted cushing koch lown mayo galen engel trudeau
""")
"""The same, but patients are called so as well: what they said has to be about medicine."""
EVERY_THINKER: Final = THINKERS | THINKERS_ALSO_HERE
TEXTBOOKS: Final = words_of("""
    abernathy bates bickley blumenthal braunwald campbell cecil costanzo dubin felson fishman fitzpatrick gabbe goldman
    goljan goodman gray grant guyton harriet harrison harrisons janeway kandel kaplan katzung kumar lange lippincott
    marino
    merck miller mosby nelson netter novak pestana robbins rosen sabiston sadock sattar schwartz snell stahl talley
    tintinalli toronto washington williams
""")
"""What a chapter or a page is of."""
SERIES: Final = {
    "the pitt": words_of("""
        abbot abbott collins dana evans garcia javadi langdon mateo mckay mel mohan princess robby robinavitch
        santos shen whitaker
    """),
    "er": words_of("""
        abby benton carter chen clooney corday doug gates greene hathaway kovac lewis malucci morris neela pratt romano
        ross weaver
    """),
    "grey": words_of("""
        alex amelia april arizona avery bailey burke callie cristina derek george grey hunt izzie jackson jo karev
        kepner lexie meredith montgomery o'malley omalley owen shepherd sloan stevens teddy torres webber wilson yang
    """),
    "house": words_of("""
        cameron chase cuddy foreman hadley kutner taub thirteen vogler wilson masters adams
    """),
    "scrubs": words_of("carla cox dorian elliot jd jordan keith kelso laverne reid todd turk"),
    "mash": words_of("bj burns frank hawkeye houlihan klinger mulcahy pierce potter radar winchester"),
    "good doctor": words_of("andrews browne claire glassman lea lim melendez morgan murphy park reznick shaun"),
    "new amsterdam": words_of("bloom frome goodwin iggy kapoor max reynolds sharpe"),
    "chicago med": words_of("april charles choi connor ethan goodwin halstead manning natalie rhodes will"),
    "midwife": words_of("barbara chummy cynthia evangelina jenny julienne monica trixie turner"),
    "cuckoo's nest": words_of("bibbit billy bromden chief cheswick mcmurphy ratched"),
    "the plague": words_of("cottard grand paneloux rambert rieux tarrou"),
    "ivan ilyich": words_of("gerasim ivan praskovya"),
    "bell jar": words_of("buddy doreen esther greenwood joan nolan"),
    "house of god": words_of("basch berry chuck jo potts roy runt"),
    "cutting for stone": words_of("genet ghosh hema marion rosina shiva stone thomas"),
    "still alice": words_of("alice anna howland john lydia"),
    "the fault in our stars": words_of("augustus gus hazel isaac lancaster waters"),
    "magic mountain": words_of("behrens castorp hans joachim naphta settembrini"),
    "middlemarch": words_of("casaubon dorothea lydgate rosamond"),
    "frankenstein": words_of("elizabeth victor walton"),
    "dr death": words_of("duntsch henderson kirby"),
    "moana": words_of("maui tamatoa pua tala heihei"),
    "tamatoa": words_of("maui moana"),
    "sherlock": words_of("watson holmes moriarty adler lestrade mycroft"),
    "spirit catches you": words_of("lia lee foua nao kao"),
    "encanto": words_of("mirabel bruno luisa isabela camilo antonio pepa dolores julieta"),
    "frozen": words_of("elsa anna olaf kristoff sven hans"),
    "lion king": words_of("simba nala mufasa scar timon pumbaa rafiki zazu"),
    "toy story": words_of("woody buzz jessie rex andy sid hamm bonnie forky"),
    "nemo": words_of("dory marlin crush hank coral"),
    "hogwarts": words_of("harry ron hermione ginny fred george neville luna draco albus sirius lupin cedric"),
    "star wars": words_of("luke leia han rey finn lando anakin padme ben"),
    "marvel": words_of("wanda natasha thor loki tony steve bucky shuri bruce clint peter hawkeye falcon vision"),
    "avengers": words_of("wanda natasha thor loki tony steve bucky bruce clint peter hawkeye falcon vision hulk"),
    "paw patrol": words_of("chase skye marshall rubble rocky zuma ryder everest"),
    "sesame street": words_of("elmo ernie bert grover oscar abby zoe"),
    "simpsons": words_of("homer marge bart lisa maggie milhouse"),
    "spongebob": words_of("patrick sandy squidward"),
    "scooby": words_of("fred daphne velma shaggy"),
    "hunger games": words_of("katniss peeta prim rue gale effie"),
    "les mis": words_of("valjean javert cosette fantine marius eponine"),
    "wicked": words_of("elphaba glinda fiyero nessa"),
    "magic school bus": words_of("frizzle arnold ralphie wanda keesha phoebe carlos"),
    "grey anatomy": words_of("""
        alex amelia april arizona avery bailey burke callie cristina derek george izzie jackson jo karev lexie meredith
        owen shepherd teddy webber yang
    """),
    "coco": words_of("miguel hector imelda mama dante ernesto"),
    "inside out": words_of("joy sadness riley bing"),
    "finding dory": words_of("dory marlin hank destiny bailey"),
    "matilda": words_of("matilda bruce lavender miss honey"),
    "friends": words_of("ross rachel monica joey chandler phoebe gunther"),
    "the office": words_of("michael dwight jim pam angela kevin creed toby stanley phyllis"),
    "breaking bad": words_of("walter walt jesse skyler saul hank"),
    "seinfeld": words_of("kramer elaine george jerry newman"),
    "downton abbey": words_of("mary edith sybil matthew carson bates anna thomas violet"),
    "gilmore girls": words_of("rory lorelai luke emily dean jess sookie"),
    "stranger things": words_of("eleven mike dustin lucas will max steve hopper joyce vecna"),
    "bridgerton": words_of("daphne simon penelope colin anthony kate eloise benedict"),
    "lord of the rings": words_of("frodo sam samwise gandalf aragorn legolas gimli boromir arwen"),
    "game of thrones": words_of("arya sansa jon ned bran tyrion jaime cersei hodor brienne"),
    "peanuts": words_of("charlie linus lucy sally snoopy schroeder marcie patty"),
    "my sister keeper": words_of("anna kate sara brian jesse campbell"),
    "tuesdays with morrie": words_of("mitch morrie"),
    "when breath becomes air": words_of("paul lucy cady"),
    "me before you": words_of("lou louisa will clark"),
    "awakenings": words_of("leonard sayer malcolm"),
    "patch adams": words_of("hunter patch carin truman"),
    "ted lasso": words_of("jamie keeley rebecca roy sharon"),
}
"""By what a title is told by: whom it is about."""
MANY_THINGS: Final = frozenset(
    {
        *("er", "grey", "house", "scrubs", "the plague", "frozen", "wicked", "marvel", "friends", "the office"),
        *("inside out", "peanuts", "coco", "matilda", "awakenings"),
    }
)
"""Titles that something else is called as well, so that it must be said that they are watched or read."""
TAKEN_IN: Final = words_of("""
    watch watched watching rewatch rewatched rewatching binge binged binging bingeing rerun reruns episode episodes
    season finale read reread reading rereading finished finishing novel book movie film series
""")
