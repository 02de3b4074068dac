"""Words whose kind the lists get wrong, or do not know, in the texts that are screened for names. By hand."""

from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names.casual_words import CASUAL
from bot.domain.screening.names.eponym_words import RARE_EPONYMS
from bot.domain.screening.word_sets import words_of

ORDINARY: Final = CASUAL | words_of(
    """
    kubler-ross jelonet jollibee panadol ganoush ghanoush wong-baker ubuntu prem prems imphepho ubulawu muti sangoma
    sangomas inyanga tokoloshe
    french english welsh irish scottish dutch german spanish italian greek turkish polish slack home ctrl oauth
    oscars emmys grammys beyonce bruh nacl pina colada deadass yeet yeeted istg iykyk wildin wilding mubarak cumbia
    bachata merengue carina finna tryna highkey lowkey ngl smh prolly delulu rizz bussin goated sus
    prometheus linux postgresql york jersey orleans angeles vegas francisco tuskegee aamc aaox3 abilify abt abuela
    familia famille familie rodzina ohana whanau
    teached catched buyed thinked feeled goed shaked drived telled runned ctr cntr hlth
    abuelita abuelo abx aca ace acgme acyclovir adderall adidas adios admit admits advair advent advil afib aflutter
    afrin ai aide aint hacer alaris albuterol aldi alexa alhamdulillah allegra allopurinol allyn aloha alot alpha alta
    amazon amboss amen america amiga amigo amish an ancef android anesthesia angelic angle anki annyeong aox3 apache
    appt appts aquaphor arabic arava arby's arigato armenian armour asa ascii astros ativan attg attgs attng augmentin
    aura avatar aymara baby bachelor bacitracin bactrim baha'i band-aid bandaid bandaids basque battleship baxter bbc
    bc bday beatles bee bell benadryl bendiga bengali bentyl berry best bhagavad bible big biktarvy bingo bipap
    birkenstock bitte black blue bluetooth bmp boggle bollywood boniva bonjour boone boost botox bovie boy bp bps
    brain bridgerton bro broncos brown bruins btw buenas bueno buenos buick burmese buspar bx cadillac cajun calm
    candyland cannot cant cards carhartt carry case cases catalan catan cath cbc ccu cebuano cefepime celexa
    cellcept celtics cerner cetaphil chapstick charting chatgpt chechen checkers cheerios cheetos chemo cherokee chevy
    chi chick-fil-a chiefs chin chipotle chrysler cia cialis ciao cinco cipro ciwa claritin clorox clue cnas cnn coban
    cochrane coco coke cola colace colchicine colgate combivent comlex communion como compazine concerta consult
    consults convo convos cook copt coptic corinthians cortana cosentyx costco couldnt coumadin covax covid cowboys
    coy cpap cpr crayola creole crest crestor crit crocs csw cubicin cubs cuz cvs cx cymbalta cyrillic cytomel d/o dad
    danke dansko danskos dari dasani day dayquil deja vu days dc dc'd decadron delta denny's dennys depakote derm
    dermabond descovy desire dexcom dharma dialysis dias didnt diflucan dilantin dilaudid dimple dinamap dine dios
    dispo diwali dmv dnr doc docs doctor doctora dodgers doesnt domino's dont doritos dot dreamworks druze ds dtap
    dude dung dunkin dunno duolingo dupixent dx dynamed eagles early earnest easter ecclesiastes ecg echo effexor eid
    ekg eliquis else emtala enbrel encanto endo eom ensure entresto ephesians epic epogen er era eras espn esta etoh
    eucerin eucharist eval evals eve ever exodus face facetime fairy fall fam fams fanta farsi farxiga fate favor fawn
    fbi febreze field fields fifa figs fishing fitbit flagyl flomax flonase flovent flower foley ford forest fortnite
    fosamax friend frozen fulani fyi gala galatians galician gardasil garifuna garmin gatorade gelfoam genesis genie
    geodon georgian german gi giants girl gita gmail goc gold golden gonna google gorilla gospel gotta gps gpt gracias
    gras gray grazie greek green grey gujarati gut ha habibi hadnt haldol hallelujah hallmark halloween handoff hang
    hanukkah hao harley hasidic hasnt hausa havent hawaiian hazara hbo hd hdmi head headspace heme heparin herb
    herceptin hes hfnc hindu hipaa hmm hmong hogwarts hoka hola holi honda honor hopi hospitalist house hoyer
    hpv hr hs hue hugger hulu humalog humira hung hw icu id idk igbo ihop ikea ill ilocano im imax immuno imo imodium
    in inr insha'allah inshallah instagram interp interps inuit ipad iphone irl irs isnt iv ive ivs jain jama jan
    january januvia jardiance jaws jcaho jehovah jehovahs jell-o jello jenga jeopardy jets jolly jpeg juneteenth
    kahoot kamsahamnida kardex karen karma kazakh keflex keppra keytruda khmer kid kids kinda king kitkat kleenex
    klonopin knicks kohl's koran kreyol kroger kurd kurdish kurds kwanzaa kyrie labor lady lakers lakota lamictal
    lance lancet lantus lao lasix latin latinx law lcsw lean lego legos lemme lent lets levaquin levi's lexapro lfts
    liberty libre lifepak ligasure lipitor listerine little littmann lmao lo loan lol lomotil long lore lovenox lp lps
    lunesta lyft lyrica lysol lytes ma ma'am maam macy's madam mahalo mama man manual many maori mardi marina marine
    marry martti marvel mash mashallah mass matrix mattel maxima maya mayan mayo mcdonald's mcdonalds mdcalc mds
    medicaid medicare medicine medrol medtronic memorial men mennonite merci meropenem merrem metformin methotrexate
    mets mi micu mija mijita mijo min minecraft minor miralax miss mister misty mixtec mlb mmr moderna molst mom
    mongol monopoly moon mormon motrin mounjaro mp3 msnbc much muchas mucinex mum my mychart nad nahuatl namaste
    narcan nasa nascar navajo nba nbd nbme neb nebs nejm neosporin nepali nephro nerf netflix neulasta neupogen neuro
    neurontin nexium nfl ngl ngt nhl ni nicu night nihao nike nintendo nirvana noches nocturnist nollywood norco north
    nowruz npr nps nrmp nsgy numbers nyquil nyt o2 obamacare obrigada obrigado ojibwe ok old olympics omega omg
    omnipod onc opdivo openai opsite oreo oreos ortho orthodox otps ots outlander ozempic pa packers pacu page papa
    park parsi pas pashto pashtun pasty patagonia patriots pats paxil paxlovid paypal pbs pdf pedialyte pediatrics
    peds peg peloton pentecost pepcid pepsi percocet pfizer phenergan phillies picc pictionary picu pikmin pilates
    pixar plaquenil plavix play-doh playdoh playstation pledge pls plz pokemon polst pool popeyes popsicle por post-it
    post-its power powerade powers ppl precharted precharting prednisone prego preround prerounded prerounding prevnar
    price prilosec princess pringles proair procrit prograf prolia proscar protonix proverbs prozac psalm psalms psych
    pt's pts' publix pubmed pulm punjabi purell purim pyxis qigong quaker quakers quechua quran qwerty rads ramadan
    rancher rangers reclast reebok reglan reiki remeron remicade req reqs restoril rheum ringer ringers risk risperdal
    ritalin rituxan ritz rn rns robitussin roblox rocephin rocky rohingya roku rolaids roma roman rosy rts sabbath
    safeway salaam salam salud samaritan samoan sang sari sat sats sayonara scarlet schon scotch scrabble scrubs
    season see seinfeld senna senor senora september seroquel shabbat shalom sharpie shes shia shiite shin shingrix
    short shouldnt shrek shukran si sicu siento signout sikh sikhs silver simpsons singulair sinhalese sioux sir
    siri sicilian
    sis sketchy skittles skyrizi slps small smh snapple snf snfs snickers so sol solo son sons soon sorta sox sparkle
    sparrow spasibo speed spike spiriva spotify sprite starbucks steelers stelara step stepdown steri-strips stew
    stormy story strattera strava strong stryker subaru suboxone subway sudafed sudoku sun sunday sung sunni sunshine
    superbowl surgery surgicel survivor swift sx symbicort synthroid ta tacrolimus tagalog tai tajik tall tamiflu
    tamil tardes target tawny tbh tdap teachback teams teen tegaderm tegretol tele telemetry telenovela telenovelas
    telugu temple tesla tet tetris thats thermos theyll theyre tho thorn thru thu thx tia tiara tibetan tiger tiktok
    timber titanic tivo tmr tmrw tn todah tongan topamax toradol torah tower toyota tpa tpn trace trach trazodone
    tricare trip trout true trulicity truvada tums tupperware turkmen tuskegee twix tylenol ua uber ugh un unity uno
    uptodate uro usb usmle utox uworld uyghur uzbek valentine valentines valtrex vanc vanco vaseline vday velcro
    velvet venmo ventolin venus versed vesak vfib vi viagra vicks victoza viola vtach vyvanse w/d walgreens walker
    walmart wan wanna warfarin wasnt water waters wb wegmans wegovy welch wellbutrin wells welp wendy's wendys wfh
    whats wheel white wifi wimbledon windy wont wordle workup workups wouldnt wouldve xanax xarelto xbox xerox xhosa
    xiexie xmas yahtzee yankauer yankees yday yen yikes yoga yoruba young youre youtube yugioh zantac zelda zepbound
    amion scrunchie scrunchies bartonella bisap cocomelon cullens doximity fibroscan glaucomflecken hovermat
    kerlix mitraclip pleurx
    qgenda tigertext vocera xeroform yerba glidescope impella
    zithromax zofran zoll zoloft zoom zosyn zulu zumba zyprexa zyrtec zyvox
    biosyn caprosyn dexon ethibond ethilon maxon mersilene monocryl novafil nurolon polysorb prolene stratafix surgipro
    tevdek ticron vicryl vloc unhear unsay unsee unseen unsend unwatch rastelli
    alka-seltzer alkaseltzer amrutanjan anbesol aspercreme beano bengay berocca biofreeze blistex bonjela calpol carmex
    cepacol chloraseptic cortizone crocin delsym desitin dettol dimetapp dramamine dulcolax efficascent emetrol excedrin
    gas-x gaviscon hajmola iberet icyhot imodium iodex kaopectate katinko lanacane lemsip lidoderm lubriderm maalox
    mentholatum metamucil midol mylanta nasacort nurofen nytol orajel pepto pepto-bismol polysporin preparation refresh
    robaxin salonpas savlon sinutab strepsils sudocrem systane tecnu theraflu tinactin unisom vaporub vapo-rub visine
    vivaporu vaporu voltaren zam-buk zantac zandu zicam zzzquil alevia biofenac bisolvon buscopan dolex mejoral
    budweiser casio chianti coors havarti kenmore maytag pyrex
    """
)
"""What is written on wards and between friends; brands, shows and drugs; feasts, faiths and greetings."""


def is_everyday(plain: str) -> bool:
    """Whether a word is ordinary, by the dictionary or on wards and between friends."""
    return plain in ORDINARY or lexicon.is_ordinary(plain)


def is_eponymous(plain: str) -> bool:
    """Whether signs or maneuvers are called so, with a careless "s" as well: "leopolds"."""
    single = plain.removesuffix("s")
    return plain in EPONYMS or single in EPONYMS or lexicon.is_eponym(plain) or lexicon.is_eponym(single)


AMBIGUOUS: Final = words_of(
    """
    autumn happy summer rain bubba tank candy honey marigold petunia zinnia clementine birdie
    jesus zephyr phoenix ocean wolf bear fox raven hawk falcon
    ash honor praise skye
    al amity aria basil bay beauty blessing bravery clemency clover comfort constance courage diamond dream ed
    essence felicity fortune gift goodluck happiness heaven innocent iris jo journey juniper justice lark legend
    lyric magnolia major marvelous memory messiah ng noble pansy pleasance pleasant poet precious prince promise
    prosper queen reason reign river royal saffron serenity sincere sky song spring stone storm temperance treasure
    ty verity violet willow winter wisdom wren
    """
)
"""Names that are words; what the lexicon calls so counts as well."""
FIRM: Final = words_of(
    """
    jesus zephyr phoenix
    al art barb beau bo bob buck bud carl carol carter chase chip chuck clay cliff cole cooper dale dean dick don
    drew duke earl ed frank gale gary gene glen grant guy harry heath hunter jack jay jerry jimmy jo joey john josh ken
    kit mark mason max mike miles ng nick pat peter phil reed rich rob robin rod roger rusty skip sonny stew sue tad
    tanner taylor ted tom tommy tony trey ty tyler vic wade ward wayne will woody
    """
)
"""Names that are no thing: "Frank is …" can be said of somebody only, unlike "Hope is …"."""
IDEAS: Final = words_of(
    """
    hope faith joy grace patience mercy dawn dusty summer autumn spring winter may april june august rain storm
    justice peace honor trust heaven happiness courage comfort wisdom chance christmas glory harmony love beauty glenn
    guy stew max rod miles will
    """
)
"""Names of what is spoken of without an article on any ward, or what an everyday verb or role is called."""
PEOPLES: Final = words_of(
    """
    ada amber angel archer aria asia basil bart blanch brady brandy brook brooks buddy bunny bubba buster cal candida
    charity chastity cherish christian clement clover constance dakota daisy dan dolly eddy ebony ember emerald fern
    flora foster fox geri gift ginger hazel heather holly honey iris isis ivory ivy jade jewel john journey junior
    juniper marigold petunia zinnia clementine birdie kitty lacy lane laurel lily lola lucky lyric maverick
    maxim melody merry molly moody myrtle noel nova
    olive oma pansy pearl penny pierce poppy porter precious prince prudence queen raven ray river rose rosemary
    royal ruby russ sage sam sandy sawyer sierra sky stan sterling sunny trinity turner van verity victor victory
    violet warren willow wolf wren
    """
)
"""Names of things that seldom do anything themselves."""
EPONYMS: Final = RARE_EPONYMS | words_of(
    """
    barthel braden morse robbins behcet mantoux gibbs kolb driscoll rolfe
    allis babcock kelly kocher debakey deaver
    blakemore broviac frazier groshong hasson hickman ilizarov jatene kaplan mahurkar mayfield bascom limberg karydakis
    norwood ponseti pavlik quinton sengstaken tesio veress weitlaner westley
    adie adson allen alport alvarado apley argyll argyll-robertson asperger austin babinski balint barlow barrett
    bayes beck becker behcet blatchford boerhaave bohr bouchard braxton braxton-hicks broca brodmann brown-sequard
    brugada budd burkitt calgary centor chadwick chagas charcot charon cheyne cheyne-stokes chiari child child-pugh
    chvostek cochrane colles conn corrigan courvoisier creutzfeldt cullen cushing danlos dix-hallpike dressler
    duchenne duke dupuytren eisenmenger epstein-barr erikson ewing fabry fagan fallot fanconi fick finkelstein
    fisher fleischer fleming forrester freud galeazzi galen ganey garden gaucher gilbert glasgow golgi gompertz
    goodpasture grey-turner guillain-barre gustilo haldane halsted hamilton hamman harris hawkins heberden hegar
    hess hicks hippocrates hirschsprung hoffmann horner hunt hurler jakob janeway jarisch-herxheimer jeghers jenner
    jones jung kaposi karpman katz kayser kegel kellie kerley killip kolb krebs kubler-ross laplace lawton legg
    leopold levine lewy lhermitte libman light likert lisfranc lister loffler luschka lynch maddrey magendie mallory
    mayo mcgeer mcroberts meckel meld mini-cog mirizzi mobitz moebius moh mohs monro monroe moro naegele neer niemann
    norton ober ogilvie ortolani osgood osler-weber paget parkinson pavlov perthes peutz peyronie phalen piaget pick
    pompe pott potts press-ganey pugh purkinje quincke ranvier recklinghausen rett rockall rorschach roth sabin sachs
    sacks salk salter schatzker schlatter schwann schwartz semmelweis sever sheehan smith socrates spurling starling
    stevens-johnson still stokes stroop sturge sylvius takayasu takotsubo tay thomas tinel trendelenburg trousseau
    turcot uhthoff virchow wallenberg waterlow weber wegener weiss wenckebach wernicke whipple willis wilms wolff
    zarit zenker zung
    """
)
"""Beside those of the lexicon."""
