"""Words whose kind the lists get wrong, or do not know, in the texts that are screened for names. By hand."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORDINARY: Final = _words(
    # What is written on wards and between friends.
    "attg attgs attng abx snf snfs req reqs nsgy rts slps otps csw lcsw rns cnas nps pas mds ots bx cx sx dx hfnc aox3 aaox3 nad ciwa etoh dispo goc fam fams interp interps convo convos wb hs lp lps ds d/o w/d nbd"
    " vtach vfib afib aflutter doc docs abt bc cuz tho thru ppl pls plz thx tmrw tmr yday tn rn lol lmao omg btw imo"
    " idk ngl tbh smh fyi irl wfh covid xmas vday bday hw appt appts eval evals consult consults dispo dc'd pt's"
    " pts' gonna wanna gotta kinda sorta lemme dunno cannot alot aint dont didnt doesnt wasnt isnt cant wont couldnt"
    " wouldnt shouldnt havent hasnt hadnt im ive id ill youre theyre thats whats lets hes shes theyll wouldve gi"
    " preround prerounding prerounded precharted charting admit admits handoff signout workup workups teachback"
    " nocturnist hospitalist peds neuro ortho psych derm rads onc heme cards pulm nephro endo rheum uro anesthesia"
    " icu nicu picu micu sicu ccu pacu stepdown tele telemetry dnr polst molst er cpr ngt foley picc trach"
    " iv ivs bp bps hr o2 sat sats neb nebs cpap bipap ekg ecg echo cath lytes crit bmp cbc lfts inr ua utox"
    " chemo rads immuno dialysis hd tpn tpa heparin lovenox keppra zosyn vanc vanco lasix toradol haldol ativan"
    " versed norco percocet dilaudid tylenol motrin advil benadryl zofran miralax colace senna lantus humalog"
    " metformin ozempic narcan suboxone eliquis xarelto plavix lipitor crestor zoloft lexapro prozac seroquel"
    # Brands, games and shows.
    " uno scrabble yahtzee jenga monopoly jello jell-o pepsi sprite gatorade pedialyte boost ensure cheerios doritos"
    " popsicle chapstick kleenex velcro zoom facetime netflix hulu youtube tiktok instagram spotify google uber lyft"
    " costco walmart target walgreens cvs ikea amazon ipad iphone android xbox playstation nintendo minecraft roblox"
    " fortnite lego legos beatles frozen hogwarts pokemon epic cerner mychart pyxis kardex martti hoyer yankauer"
    " duolingo dunkin sox pats knicks lakers celtics yankees mets bruins dodgers jeopardy bingo tdap mmr hpv dtap prevnar shingrix gardasil welp yikes ngl ugh hmm aide ai alpha alta america angelic angle asa aura bee bell berry brain carry chin coy delta desire dimple dung earnest easter else era fairy fawn gala genesis genie german ha hang herb hue hung in jan january lance lean loan lore ma manual many marina marine marry marvel maxima mi min misty moon my numbers ok omega pa pansy pasty peg roman rosy sang sari scarlet season see september shin so sol soon stormy sun sunday sung sunshine ta tawny thu tia tiara un valentine vi viola walker wan willow windy yen boone case cook day days field fields fishing head house law park pool power powers rain water waters wells dot forest flower page trip trace true unity honor liberty swift strong speed spike stew tall temple thorn tower trout short silver gold golden solo sparkle sparrow tiger timber venus velvet short ace fall green white black gray grey blue brown princess king doctor echo ever fate happy honey candy anki uworld amboss sketchy uptodate pubmed dynamed mdcalc jama nejm lancet cochrane"
    " botox tetris sudoku kahoot pfizer moderna obamacare covax tai chi qigong reiki yoga zumba pilates peloton fitbit"
    " garmin strava headspace calm venmo paypal paxlovid humira enbrel keytruda opdivo herceptin rituxan remicade"
    " stelara skyrizi cosentyx dupixent trulicity victoza wegovy mounjaro zepbound januvia jardiance farxiga"
    " entresto coumadin warfarin neurontin lyrica cymbalta effexor wellbutrin celexa paxil abilify zyprexa risperdal"
    " geodon depakote lamictal tegretol dilantin topamax klonopin xanax restoril lunesta trazodone remeron buspar"
    " ritalin adderall vyvanse concerta strattera flomax proscar viagra cialis synthroid armour cytomel prednisone"
    " medrol decadron singulair flovent advair symbicort spiriva combivent albuterol ventolin proair mucinex"
    " robitussin nyquil dayquil claritin zyrtec allegra flonase afrin sudafed pepcid zantac nexium prilosec protonix"
    " reglan compazine phenergan imodium lomotil bentyl rocephin ancef keflex augmentin bactrim cipro levaquin zithromax"
    " flagyl cefepime meropenem merrem cubicin zyvox tamiflu valtrex acyclovir diflucan truvada descovy biktarvy"
    " procrit epogen neupogen neulasta cellcept prograf tacrolimus methotrexate plaquenil arava colchicine allopurinol"
    " fosamax prolia reclast boniva ringer ringers gelfoam surgicel dermabond steri-strips tegaderm coban opsite"
    " stryker baxter alaris zoll lifepak dinamap welch allyn littmann bovie ligasure medtronic dexcom omnipod libre"
    " lysol purell clorox febreze vaseline aquaphor eucerin cetaphil neosporin bacitracin vicks tums rolaids"
    " listerine colgate crest oreo oreos skittles twix snickers kitkat cheetos pringles ritz jolly rancher"
    " coke cola fanta dasani powerade snapple starbucks dunkin chipotle subway domino's popeyes chick-fil-a ihop"
    " mcdonald's mcdonalds wendy's wendys denny's dennys arby's walmart macy's kohl's safeway kroger publix wegmans aldi"
    " mattel playdoh play-doh nerf pictionary boggle catan checkers risk clue battleship candyland yugioh pikmin zelda"
    " wordle nyt npr cnn espn msnbc bbc pbs hbo imax tivo roku alexa siri cortana chatgpt gpt openai gmail teams"
    " marvel dc pixar dreamworks bollywood nollywood telenovela telenovelas encanto frozen coco shrek avatar matrix"
    " jaws titanic rocky seinfeld simpsons bridgerton outlander survivor jeopardy wheel bachelor scrubs er mash"
    " jets giants eagles packers steelers cowboys patriots broncos chiefs cubs astros rangers phillies nba nfl mlb nhl"
    " fifa olympics superbowl wimbledon nascar harley toyota honda ford chevy tesla subaru buick cadillac chrysler"
    " levi's nike adidas reebok crocs birkenstock hoka danskos dansko figs carhartt north face patagonia tupperware"
    " hallmark ikea xerox crayola sharpie post-it post-its scotch band-aid bandaid bandaids gorilla thermos"
    " medicaid medicare tricare obamacare aca hipaa emtala jcaho aamc acgme usmle comlex step nbme eras nrmp"
    " pledge lent advent pentecost sabbath shabbat mass eucharist communion quran koran torah bible gospel psalm psalms"
    " proverbs genesis exodus ecclesiastes corinthians galatians ephesians bhagavad gita dharma karma nirvana"
    " valentine valentines mardi gras cinco mayo halloween easter labor memorial"
    # Letters' names and short forms with capitals.
    " roman latin greek arabic cyrillic ascii qwerty pdf jpeg mp3 usb hdmi wifi bluetooth gps nasa fbi cia irs dmv"
    # Feasts and what is said in other tongues.
    " eve xmas diwali eid ramadan hanukkah kwanzaa nowruz tet holi purim vesak juneteenth"
    " gracias hola senor senora adios mija mijo mijita dios bendiga amigo amiga doctora doctor bueno buenos buenas"
    " dias tardes noches abuela abuelita abuelo merci bonjour danke ciao grazie prego namaste salaam salam"
    " inshallah alhamdulillah mashallah shukran habibi arigato sayonara xiexie aloha mahalo shalom todah spasibo"
    " insha'allah por favor lo siento como esta si muchas amen hallelujah kyrie nihao ni hao obrigado obrigada"
    " salud gut danke schon bitte kamsahamnida annyeong"
    # Peoples and faiths.
    " jehovah jehovahs mormon amish sikh sikhs hmong karen roma latinx samaritan hopi navajo dine cherokee lakota sioux apache ojibwe inuit maori samoan"
    " tongan hawaiian yoruba igbo hausa zulu xhosa fulani tamil telugu punjabi gujarati bengali sinhalese kurd kurds kurdish"
    " rohingya uyghur pashtun hazara dari pashto farsi tagalog ilocano cebuano khmer lao burmese nepali tibetan mongol uzbek kazakh"
    " tajik turkmen georgian armenian chechen basque catalan galician quechua aymara mixtec nahuatl maya mayan garifuna"
    " creole kreyol cajun quaker quakers mennonite hasidic orthodox sunni shia shiite hindu jain parsi baha'i druze copt coptic"
    # First words of a greeting, a list or a heading that are somebody's name somewhere.
    " son sons mom mum dad mama papa baby sis bro dude lady sir maam ma'am miss mister madam friend kid kids teen"
    " an so my see man men boy girl days early minor case cases best long much many young old short small"
    " little big price story page day night summer autumn fall medicine surgery pediatrics"
)
AMBIGUOUS: Final = _words(
    "ng ty ed al jo river sky storm stone winter spring aria bay reign justice song queen prince major temperance verity felicity constance amity clemency blessing precious comfort gift wisdom innocent beauty memory"
    " happiness goodluck fortune prosper marvelous treasure diamond essence promise legend journey messiah"
    " heaven serenity lyric poet royal reason bravery courage dream diamond sincere noble"
    " pleasant pleasance pansy iris violet saffron basil clover juniper willow magnolia lark wren"
)
FIRM: Final = _words(
    "ed al jo ng bo ty will drew frank rich rob sue chase mark grant nick jack max bob tom peter dick mike josh harry barb vic"
    " trey tad reed wade gale roger woody rusty beau heath glen jimmy jerry tony tommy sonny joey kit ken"
    " don pat jay guy gene carol robin dean duke earl miles mason carter hunter tanner taylor tyler cooper"
    " wayne ward carl phil ted skip buck bud chuck chip dale cliff clay cole gary rod stew art"
)
"""Names that are no thing: "Frank is …" can be said of somebody only, unlike "Hope is …"."""
EPONYMS: Final = _words(
    "whipple chagas apley danlos ganey bayes cheyne stokes cheyne-stokes trousseau chvostek fallot takotsubo kayser fleischer"
    " hoffmann lewy creutzfeldt jakob alport fanconi gilbert goodpasture wegener behcet takayasu still kaposi burkitt"
    " ewing wilms barrett mallory weiss zenker hirschsprung meckel peyronie dupuytren colles smith lisfranc"
    " asperger rett tay sachs gaucher pompe fabry hurler niemann pick turcot lynch peutz jeghers osler-weber"
    " conn sheehan paget perthes legg schlatter osgood sever lhermitte uhthoff horner adie argyll argyll-robertson"
    " brown-sequard wallenberg duchenne becker moebius sturge recklinghausen eisenmenger brugada wolff parkinson"
    " wenckebach mobitz kerley beck virchow courvoisier grey-turner cullen janeway roth austin corrigan quincke"
    " levine cushing chadwick hegar braxton hicks braxton-hicks leopold mcroberts naegele"
    " balint calgary charon karpman kolb schwartz socrates hippocrates galen freud jung piaget erikson pavlov"
    " kegel semmelweis lister fleming jenner salk sabin halsted cochrane fagan gompertz"
    " starling laplace fick bohr haldane krebs golgi purkinje schwann ranvier broca wernicke brodmann sylvius"
    " willis galen monro monroe kellie luschka magendie pott potts charcot dressler libman sacks loffler hamman"
    " boerhaave ogilvie mirizzi budd chiari child pugh child-pugh maddrey meld mayo glasgow blatchford rockall"
    " light hunt hess fisher killip forrester duke mcgeer jones centor alvarado"
    " kubler-ross press-ganey guillain-barre stevens-johnson epstein-barr jarisch-herxheimer dix-hallpike"
    " mini-cog katz lawton zarit waterlow norton zung hamilton beck rorschach stroop likert"
    " salter harris garden weber schatzker gustilo bouchard heberden finkelstein hawkins neer spurling"
    " thomas ober trendelenburg ortolani barlow galeazzi moro babinski tinel phalen allen adson"
)
"""Beside those of the lexicon."""
