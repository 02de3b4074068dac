"""What staff may do to a student that is plainly no teaching: shouting, insults, blows, touching, discrimination,
threats with grades. A verb is told by its stem, and whoever suffers stands behind it."""

from bot.domain.screening.concerns.actors import STAFF
from bot.domain.screening.concerns.speech import Phrase
from bot.domain.screening.word_sets import words_of

# --- Who suffers, and what for ---

_STUDENT = r"(?:(?!patient|nurse|resident|as\b|like\b|when\b)\w{1,8} ){0,4}(?:students?|classmates?|ms[1-4])"
_ME = rf"(?:me|us|{_STUDENT}(?: (?:next to|beside|with) me)?)\b"
_MY = rf"(?:my|our|{_STUDENT}'?s)"
BODY = (
    r"(?:breasts?|boobs?|chest|butt|ass|bottom|backside|(?:inner |upper )?thighs?|waist|legs?|knees?|crotch|groin"
    r"|lower back|hips?|neck|hair|stomach|body)"
)
_LIMB = r"(?:hands?|arms?|fingers?|knuckles|wrists?|head|face|shoulders?|back|legs?|foot|feet|shins?)"
TRAIT = (
    r"(?:race|skin(?: color)?|accent|hijab|turban|headscarf|religion|faith|disability|gender|sexuality|pregnancy"
    r"|ethnicity"
    r"|body|weight|size|stutter|hair|looks|figure|clothes|english|nationality|country|color|legs|chest|breasts?"
    r"|boobs|ass|butt|appearance|autism|adhd|dyslexia|age)"
)
GROUP = (
    r"(?:(?:a |an |the only )?(?:black|white|brown|asian|indian|chinese|korean|african|latin[aoex]s?|hispanic"
    r"|mexican|arab"
    r"|muslim|jewish|hindu|sikh|gay|lesbian|queer|trans(?:gender)?|bi(?:sexual)?|nonbinary|wom[ae]n|female|girl"
    r"|m[ae]n"
    r"|male|mom|mother|immigrant|foreign(?:er)?|img|pregnant|disabled|deaf|fat|overweight|poc))"
)
INSULT = (
    r"(?:idiots?|stupid|morons?|useless|worthless|dumb(?:ass)?|retard(?:ed|s)?|sluts?|whores?|bitch(?:es)?|cunts?"
    r"|pathetic"
    r"|incompetent|lazy|fat|ugly|slurs?|[nfrcb]\W(?:word|slur)|waste of (?:a )?(?:space|time|oxygen|air|seat"
    r"|spot|skin)|disgrace|trash"
    r"|garbage"
    r"|terrorist|monkey|fag(?:got)?|dyke|losers?|imbecile|piece of (?:shit|crap|garbage)|crybaby|snowflake|airhead"
    r"|bimbo|hopeless|animal|pig|asshole|embarrassment|(?:diversity|dei) (?:hire|admit))"
)
SUCH_A = (
    r"(?:(?:an?|the|so|such|just|really|too|a bunch of|fucking|damn|little|stupid|dumb|total|complete|absolute|racial"
    r"|racist|homophobic|literally) ){0,3}"
)
_BIGOTED = (
    r"(?:sexual|lewd|crude|racist|racial|sexist|homophobic|transphobic|anti-?semitic|islamophobic|misogynistic|vulgar"
    r"|inappropriate|disgusting|creepy|rape)"
)
_FAIL = r"(?:fail|flunk|tank|ruin|sink|destroy|end|lower|trash|hurt|block)"
_SPEAK_UP = r"(?:report|complain|told|tell|sp[eo]ak|spoke|go|went|say|said|refuse|snitch)(?:ed|ing)?"

# Questions and news hit somebody too, and whoever hits somebody up means no harm.
_THING = (
    r"(?:retractor|clamp|chart|clipboard|instrument|ruler|book|pen|phone|forceps|hand|fist|elbow|stapler|bag|badge"
    r"|stethoscope|hammer|scope|tray|keyboard|stick|cane|shoe)"
)
_NO_FIGURE = (
    rf"(?!(?: (?!and\b|but\b)\w{{1,12}}){{0,3}} (?:with|w)\b(?! (?:an?|the|his|her|their|my) (?:\w{{1,12}}"
    rf" )?{_THING}))(?! (?:up|like|back|how|that|why|what|right|where|later|differently|different|deep|deeply|home"
    r"|about|as (?:an?|the|so|very|really|important)|in (?:the|my) (?:feels|heart|gut|soul))\b)"
)

# Of these one is in every insult that is said, and of those one in all that is said of whole groups.
_INSULTING = words_of(
    "airhead animal asshole bimbo bitch bitches crybaby cunt cunts dei disgrace diversity dumb dumbass dyke"
    " embarrassment emotional fag faggot fat foreign garbage hopeless idiot idiots imbecile incompetent lazy loser"
    " losers monkey moron morons pathetic piece pig pretty retard retarded retards slur slurs slut sluts snowflake"
    " soft stupid terrorist trash ugly useless waste whore whores word worthless"
)
_SCORNED = words_of(
    "asian black brown disabled females foreign foreigners gay girls immigrants jews let mothers muslim muslims people"
    " pregnant students trans women"
)

# --- What is done, where somebody of the staff does it ---

_SHOUTED = (
    Phrase(
        "curs|cuss|holl|lash|scre|shou|snar|spat|spit|swea|swoa|swor|yell",
        r"(?:scream|yell|shout|sw[eo]ar|swore|curs|cuss|holler|snarl|spit|spat|lash)\w{0,4}(?: out| right|"
        r" straight| ['\"](?!good|great|nice|well|yes)[^'\"\n]{1,60}['\"])?"
        rf" at {_ME}(?! (?:from )?across\b)(?! to (?:grab|call|push|start|bring|run|hold|hurry|get (?!out))\b)",
    ),
    Phrase(
        "chew|curs|cuss|ream",
        rf"(?:curs|cuss|chew|ream)\w{{0,3}} (?:{_ME} out|out {_ME})\b",
    ),
    Phrase(
        "tell|told yell:at",
        rf"(?:told|tells?|telling|yelled at) {_ME} to (?:kill (?:my|our|her|him)self|kms|shut (?:up|the fuck up"
        rf"|my mouth)"
        r"|go to hell|fuck off|die(?! (?:on|for)\b)|drop dead)\b",
        words_of("die drop fuck hell kill kms shut"),
    ),
    Phrase(
        "said|says|snap|told",
        rf"(?:said|says|told|snapped)(?: (?:to )?{_ME})? ['\"](?:shut up|idiot|stupid|moron|fuck|you'?re? (?:an?"
        rf" )?{INSULT})",
    ),
)
_INSULTED = (
    Phrase(
        "abus|assa|atta|beli|bera|bull|catc|chok|degr|deme|disc|elbo|fond|gasl|grop|hara|haze|hazi|humi|insu|inti"
        "|kiss|mist|mock|mole|pinc|punc|puni|rape|rapi|reta|ridi|sexu|sham|shov|slap|smac|span|stal|whac cat:cal",
        r"(?:humiliat|berat|belittl|degrad|demean|insult|ridicul|harass|intimidat|abus|mock|bully|bulli"
        r"|gaslight|stalk"
        rf"|sexualiz|haz[ei]|sham|punish|retaliat|discriminat|mistreat|slap|punch|shov|smack|whack|chok|elbow|pinch|spank"
        rf"|assault|attack|grop|molest|fondl|raped|raping|kissed|kissing|kisses|cat-?call|sexually"
        rf" \w{{4,8}})\w{{0,4}}(?: against)? {_ME}(?! on the back\b)",
    ),
    Phrase(
        "call",
        rf"call(?:s|ed|ing)? {_ME} {SUCH_A}(?:\w{{1,12}} (?:and|or) )?(?:{INSULT}\b|names\b|['\"](?:it|boy|girl"
        rf"|little"
        rf" girl)\b|(?:{GROUP}|little) (?:girl|boy)\b|ching chong)",
    ),
    Phrase(
        "said|say|sayi|says|scre|shou|teld|tell|told|toll|yell",
        rf"(?:sa(?:id|ys?|ying)|t[eo]l(?:d|ls?|ling)|shout(?:ed|s)|yell(?:ed|s|ing)|scream(?:ed|s|ing))(?:(?:"
        rf" (?:to |at"
        rf" )?(?:{_ME}|the (?:whole |entire )?(?:team|group|class|room)|everyone|everybody))?(?: that)?"
        r" (?:(?:i|we|you)(?:'?(?:m|re)| am| was| were| are| look(?:ed)?| sound(?:ed)?)|i)"
        rf"|(?: to| at)? {_STUDENT}(?: that)? (?:she|he|they)(?:'?s|'?re| was| were| is| are))"
        rf" (?:{SUCH_A}{INSULT}|too (?:fat|ugly|dumb|stupid|pretty|emotional|soft|foreign))\b",
        _INSULTING,
    ),
    Phrase("made|make|maki|poke|poki:fun", rf"(?:ma[dk]es?|making|pok(?:ed?|es|ing)) fun of (?:{_ME}|{_MY} {TRAIT}\b)"),
    Phrase(
        "imit|mimi|mock|ridi",
        rf"(?:mock|mimick?|imitat|ridicul)\w{{0,3}} {_MY} {TRAIT}\b",
    ),
    Phrase(
        "trea",
        rf"treat(?:s|ed|ing)? {_ME}(?: \w{{1,10}})? like (?:an? |absolute |complete )?(?:garbage|trash|dirt"
        rf"|shit|crap|dogs?"
        r"|animals?|slaves?|servants?|idiots?|scum)\b",
    ),
    Phrase(
        "abus|crue|homo|raci|sexi|tran:to,tow",
        rf"(?:racist|sexist|homophobic|transphobic|abusive|cruel) (?:to|towards?) {_ME}",
    ),
    Phrase(
        "said|says:i,id,idn,idv,ill,in,int,ive,tha,we,wed,wel,wen,wev tell|told:me",
        r"(?:says|said|tells me|told me)(?: that)? (?:i|we)(?:'?d| would|'?ll| will| should| do|'?ve)?(?: no"
        r"|n'?t| not|"
        r" never|ve)(?: have been| ever)? (?:admitted|deserve|belong|business|be a (?:doctor|surgeon|physician))\b",
        words_of("admitted belong business deserve doctor physician surgeon"),
    ),
    Phrase(
        "said|says:i,im,tha stom:on told:eve,me",
        r"(?:said|says|told (?:me|everyone))(?: that)? i(?:'?m| am| was) the worst (?:student|ms)\b"
        r"|stomp\w{0,3} on my"
        r" (?:foot|feet)\b",
        words_of("feet foot worst"),
    ),
    Phrase(
        "made:me,us", r"made (?:me|us) cry (?:in front of|on rounds|every|by (?:calling|yelling|screaming|saying i))"
    ),
    Phrase("made:me,us", r"made (?:me|us) (?:stand in the corner|kneel|beg|cry (?:and|then) laughed)\b"),
    Phrase(
        "made:me,us",
        r"made (?:me|us) (?:do|run|pick up|get|walk|wash|babysit|watch|clean) (?:his|her|their) (?:personal |own"
        r" )?(?:errands|dry cleaning|kids|children|dog|car|laundry|groceries|house)\b",
    ),
)
# Whoever hits stands right before it: grief, a smell and what was said hit people as well.
HIT = Phrase("hit|hits|hitt", rf"hit(?:s|ting)? {_ME}{_NO_FIGURE}")
_STRUCK = (
    Phrase(
        "kick",
        rf"kick(?:s|ed|ing)? {_ME}(?= (?:under|in|hard|twice|again"
        rf"|because|when|every)\b|\s*(?:$|[.!?,;\n]))",
    ),
    Phrase(
        "push",
        rf"push(?:es|ed|ing)? {_ME} (?:against|into (?:the|a) (?:wall|door|table|corner)|away|aside|down|off|out of"
        rf" (?!the way))\b",
    ),
    Phrase(
        "hit|hite|hiti|hits|hitt|kick|punc|rap|rape|rapi|rapp|raps|rapt|slap|smac|stab|stru|twis|whac",
        rf"(?:hit|slapp?|smack|whack|rapp?|kick|struck|twist|punch|stabb?)(?:ed|s|ting|ing)? {_MY} {_LIMB}\b",
    ),
    Phrase(
        "grab|jerk|sque|yank",
        rf"(?:grabb?|yank|jerk|squeez)\w{{0,3}} {_MY} {_LIMB} (?:(?:so|really|very) )?(?:hard|and (?:yank|shook"
        rf"|pull(?!ed me (?:back|away|aside|out of the way))|drag"
        r"|twist|threw|jerk)|until)",
    ),
    Phrase(
        "drag|grab|pull|yank",
        rf"(?:grabb?|yank|dragg?|pull)(?:ed|s|ing)? {_ME} by the (?:hair|neck|collar|throat|ear|ponytail)\b",
    ),
    Phrase(
        "chuc|hurl|thre|thro",
        rf"(?:threw|throw(?:s|n|ing)?|hurl(?:s|ed|ing)?|chuck(?:s|ed|ing)?) (?:\w{{1,15}} ){{1,4}}(?:at|right"
        rf" past|past)"
        rf" {_ME}",
        words_of("chuck chucked chucking chucks hurl hurled hurling hurls threw throw throwing thrown throws"),
    ),
)
_TOUCHED = (
    Phrase(
        "blew:me leer|look|star:at,dow",
        rf"(?:star|leer|look)\w{{1,3}} (?:at|down) {_MY} (?:breasts?|boobs|chest|ass|butt|legs|body|cleavage|shirt)\b"
        rf"|blew me a kiss\b",
        words_of("ass blew body boobs breast breasts butt chest cleavage legs shirt"),
    ),
    Phrase("want:me", r"want(?:s|ed) me to (?:go out|sleep|come home|go home|have sex) with (?:him|her)\b"),
    Phrase(
        "asia|indi|mexi|we:all blac|you:peo said|says:i,tha told:me",
        r"(?:said|says|told me)(?: that)? i look(?:ed)? (?:so )?(?:hot|sexy)\b|(?:asians|indians|mexicans|we"
        r"|you people"
        r"|black people) all look (?:alike|the same)\b",
        words_of("hot look sexy"),
    ),
    Phrase("hit|hits|hitt:on leer:at", rf"(?:leer(?:ed|s|ing) at|hit(?:s|ting)? on) {_ME}"),
    Phrase(
        "brus:aga care|fond|grab|grop|kiss|mass|pat|pats|patt|pinc|rub|rubb|rubs|slap|smac|sque|stro|touc",
        r"(?:(?:touch|squeez|strok|grop|grabb?|brush\w{0,3} against|caress|fondl|kiss|pinch|slapp?|massag|smack)\w{0,3}"
        r"|rub(?:s|bed|bing?)?|pat(?:s|ted|ting?)?)"
        rf" {_MY} {BODY}\b(?! (?:hard|and (?:yank|said (?:good|well))))",
    ),
    Phrase(
        "hug|hugg|hugs:me mass|rub|rubb|rubs",
        rf"(?:rub(?:s|bed|bing?)?|massag\w{{0,3}}) {_MY} (?:shoulders|back)\b"
        r"|hug(?:s|ged|ging)? me (?:from behind|and would|against|too)\b",
    ),
    Phrase(
        "keep|kept|laid|lay|layd|laye|layi|layp|lays|layt|plac|put|putd|pute|puti|putp|puts|putt|rest|slid|slip:a"
        ",her,his,the",
        rf"(?:put|lay|laid|slid|rest|plac|keep|kept|slip)(?:p?e?[ds]|t?ing)? (?:his|her|their|a) (?:hands?|arms?)"
        rf" (?:on|around|up|down|under|across) {_MY} (?:{BODY}|shirt|skirt|scrubs)\b",
    ),
    Phrase(
        "feel|felt|grab|touc",
        rf"(?:touch|grabb?|feel|felt)\w{{0,3}} {_ME}(?: up)? (?:inappropriately|without|sexually|down there"
        rf"|like that|in (?:a way|ways))",
    ),
    Phrase(
        "keep|kept:gra,hug,kis,pok,sta,tou won:t wont:sto woul:sto,t",
        r"(?:keeps?|kept|won'?t stop|wouldn'?t stop) (?:touching|hugging|grabbing|kissing|poking|staring at)"
        r" (?:me\b|my"
        r" \w)",
    ),
    Phrase(
        "inap:gra,tou trie|try|tryi:to",
        r"inappropriately (?:touch|grabb)\w{0,3} me\b|(?:tr(?:y|ied|ies|ying)) to (?:kiss|hug|touch|grope"
        r"|undress) me\b",
    ),
    Phrase(
        "date|dinn|drin|sex:wit only:pas",
        r"(?:sex|dinner|date|drinks) with (?:him|her)\b(?= (?:for|or|if|to pass|so)\b)|only pass me if i\b",
    ),
    Phrase(
        "ask|aske|aski|asks|beg|begg|begs|invi|pres:me,us",
        r"(?:ask(?:s|ed|ing?)?|(?:invit|pressur)\w{0,3}|beg(?:s|ged|ging?)?) (?:me|us)(?: for)?(?: \w{1,10}){0,4}"
        r" (?:on a date|a date|out again|for drinks alone|sex"
        r"|nudes|to (?:his|her) (?:\w{1,8} )?(?:hotel|bed|apartment|bedroom|room|place)\b|if i (?:'?m|am|was|were)"
        r" (?:still )?(?:a virgin|single)|about my (?:sex|love) life)",
    ),
    Phrase(
        "aske|aski|asks:for,me dres:sex sit:on wear:sex,sho,tig",
        r"ask(?:s|ed|ing) me out\b(?! (?:of|to|in|into|loud)\b)|(?:dress sexier|wear (?:tighter|shorter|sexier)|sit"
        r" on (?:his"
        r"|her) lap)\b|ask(?:s|ed|ing) (?:me )?for (?:nudes|(?:nude|naked|sexy) \w{3,8}|pictures|pics)(?=\s*(?:$"
        r"|[.!?,;\n])| of (?:me|my)\b)",
    ),
    Phrase(
        "send|sent|show|text:me",
        r"(?:show|sen[dt]|text)(?:s|ed|ing|n)? me (?:\w{1,8} )?(?:porn|nudes|dick pics?"
        r"|naked|sexual)",
    ),
    Phrase(
        "comm|rema",
        rf"(?:comment|remark)(?:s|ed|ing)?(?: \w{{1,12}}){{0,2}} (?:on|about) {_MY} {TRAIT}\b",
    ),
    Phrase(
        "crac|made|make|maki|tell|told",
        rf"(?:ma[dk]es?|making|crack(?:s|ed)?|told|tells) (?:\w{{1,10}} ){{0,2}}{_BIGOTED} (?:comment|remark|joke"
        rf"|advance|gesture)s? (?:about|to|at|towards?|in front of) (?:{_ME}|my |women|black |gay |muslim)",
        words_of(
            "anti antisemitic creepy crude disgusting homophobic inappropriate islamophobic lewd"
            " misogynistic racial racist rape sexist sexual transphobic vulgar"
        ),
    ),
    Phrase(
        "joke|joki:abo said|says:i,ive,tha told:me",
        r"(?:says|said|told me)(?: that)? i(?:'?ve| have| had)?(?: got)? (?:an? )?(?:nice|great|hot|sexy|tight|good)"
        r" (?:ass|butt|body"
        r"|legs|tits|boobs|breasts|figure)\b|jok(?:e|es|ed|ing) about (?:raping|groping|sleeping with) me\b",
        words_of("ass body boobs breasts butt figure groping legs raping sleeping tits"),
    ),
)
_SET_APART = (
    Phrase(
        "avoi|dism|excl|grad|hate|igno|refu|sing|skip didn|does:let,t,tea don|won:t dont|neve|wont:let,tea"
        " only:cal,let,pic,tea pick:on tell|told|trea:me woul:let,not,t,tea",
        r"(?:(?:won'?t|doesn'?t|didn'?t|don'?t|never|would not|wouldn'?t) (?:let|teach)|only (?:let|teach|call"
        r"|pick)(?:e?[ds]"
        r"|es|ing)?|(?:singl|exclud|refus|grad|ignor|hate|dismiss|skip|avoid)\w{0,3}|pick(?:s|ed|ing)? on"
        r"|(?:tell|told|tells) me (?:that )?(?:it'?s|it is|it was|this is|i can'?t|i couldn'?t|no)|treat(?:s|ed"
        r"|ing)? me)"
        rf" (?:[\w']{{1,15}},? ){{0,12}}(?:because|bc|cuz|due to|since|for)(?: of)?"
        rf" (?:(?:i'?m|i am|being|she'?s|he'?s|they'?re) {GROUP}|(?:my|i wear (?:a|my)) {TRAIT})\b",
    ),
    Phrase(
        "said|say|sayi|says|teld|tell|told|toll",
        rf"(?:sa(?:id|ys?|ying)|t[eo]l(?:d|ls?|ling))(?: (?:to )?{_ME})?(?: that)? (?:he'?d never let an? \w{{3,12}}"
        rf" \w{{3,8}}"
        r"|(?:he|she) would never let an? (?:\w{3,8} )?(?:gay|black|trans|muslim|woman|foreign)"
        r"|(?:\w{1,10} )?(?:women|girls(?: like me)?|females|mothers|(?:black|brown|gay|trans|asian|muslim|foreign"
        r"|pregnant|disabled)"
        r" (?:people|m[ae]n|wom[ae]n|students?|doctors)|immigrants|foreigners|muslims|jews|(?:people|women|girls"
        r"|students) like (?:me|us|you|him|her|them)|students who get pregnant)"
        r" (?:don'?t (?:belong|make)|do not belong|should (?:not|stay|quit|drop out|go back|be (?:at )?(?:home|making"
        r"|nurses))"
        r"|shouldn'?t|(?:can'?t|cannot) (?:be (?!dismissed|told|ignored)|do|handle|become)|make (?:bad|terrible|poor"
        r"|lousy)|are (?:too (?:emotional|weak|soft|slow|hormonal)|bad|ruining|stealing)"
        r"|aren'?t (?:fit|made|smart)|belong|ruin|destroy|bring|have no (?:place|business)))\b",
        _SCORNED,
    ),
    Phrase(
        "didn:lik,t,tea,wan,wor does:lik,not,t,tea,wan,wor remo:my take:off won:t wont:lik,tea,wan,wor",
        r"(?:doesn'?t|does not|didn'?t|won'?t) (?:want|like|teach|work with) (?:muslims|jews|gays|blacks|women|girls"
        r"|immigrants"
        r"|foreigners|mexicans|black|asian|gay|trans) (?:on|in|near|around|students)\b|(?:take off|remove) my"
        r" (?:hijab"
        r"|turban|headscarf)\b",
        words_of(
            "asian black blacks foreigners gay gays girls headscarf hijab immigrants jews mexicans muslims"
            " trans turban women"
        ),
    ),
    Phrase(
        "tell|told:me",
        r"(?:told|tells) me (?:that )?(?:nobody|no ?one) would (?:ever )?believe me\b",
        frozenset({"believe"}),
    ),
    Phrase(
        "get|go|went:bac",
        r"(?:go|went|get) back (?:to )?(?:mexico|china|india|africa|pakistan|nigeria|iran|russia|korea|vietnam|haiti"
        r"|cuba|iraq|(?:my|her|his|your|their|our) (?:own )?country|where (?:i|she|he|they|you) (?:came|come)"
        r" from)\b",
    ),
    Phrase(
        "affi:act dei|dive:adm,cas,hir got:her,in,int,me,my,thi only:got",
        r"(?:only )?got (?:me )?(?:in|into|here|this|my)(?: \w{1,10}){0,3} (?:because|bc|cuz|through)(?: of)?"
        r" (?:affirmative action|dei|diversity|a quota"
        rf"|my (?:race|skin|looks|gender)|i'?m {GROUP})\b|(?:diversity|dei|affirmative action) (?:hire|admit|case)\b",
    ),
    Phrase(
        "misg:me refu:to won:t wont:use",
        r"(?:refus\w{1,3} to|won'?t) use my pronouns\b|misgender(?:s|ed|ing)? me (?:on purpose|again|constantly"
        r"|every)\b",
    ),
)
_THREATENED = (
    Phrase(
        "thre",
        rf"threaten(?:s|ed|ing)? (?:{_ME}|{_MY} (?:grade|eval|evaluation|career|graduation)\b|to (?:{_FAIL}"
        rf"|report|hit"
        rf"|write|kick|get)"
        r" (?:me|us|my|our)\b|to give me an? (?:bad|failing|low|poor))",
    ),
    Phrase(
        "said|says:he,hed,hel,she,the",
        rf"sa(?:id|ys) (?:he|she|they)(?:'?d| would| will|'?ll) {_FAIL} (?:me|us|my (?:grade|eval|career|chances))\b",
        words_of("block destroy end fail flunk hurt lower ruin sink tank trash"),
    ),
)
ACTS = (*_SHOUTED, *_INSULTED, *_STRUCK, *_TOUCHED, *_SET_APART, *_THREATENED)

# --- What only staff can do, so that nobody has to be named ---

BY_POWER = (
    Phrase(
        "anae|anes|atte|attg|attn|boss|chie|circ|cons|coor|crna|dean|dire|doc|docs|doct|dr|eval|facu|fell|hosp|inst"
        "|inte|midw|np|nps|nurs|obgy|pa|pas|pd|phar|phys|prec|prof|regi|resi|rn|rns|seni|staf|supe|surg|team"
        "|tech:are,has,is,was cler|cour|prog:dir scru:tec",
        rf"{STAFF} (?:is|was|are|has been) (?:(?!not)\w{{1,10}} )?(?:abusive|an? (?:bully|racist|sexist|creep"
        rf"|predator)"
        r"|racist|sexist|homophobic)(?=\s*(?:$|[.!,;\n])| and\b| (?:to|towards?) (?:me|us|students|every))",
    ),
    Phrase(
        "how|way:my,our,the",
        r"(?:way|how) (?:my|the|our) (?!patient|pt\b)\w{1,15} treats? (?:me|us|students) is (?:abuse|abusive"
        r"|harassment"
        r"|bullying)\b",
    ),
    Phrase(
        "goin|thre:to gonn|will|woul:blo,des,end,fai,flu,hur,low,rui,sin,tan,tra",
        rf"(?:will|would|going to|gonna|threaten\w{{0,3}} to) {_FAIL} (?:me|us|my|our)(?: \w{{1,12}}){{0,3}} (?:if"
        rf"|unless|for) (?:i|we) (?:\w{{1,8}} )?{_SPEAK_UP}\b",
    ),
    Phrase(
        "if:i",
        rf"if i (?:\w{{1,8}} )?{_SPEAK_UP}(?: \w{{1,12}}){{0,7}},? (?:he|she|they)(?:'?d| would| will|'?ll) {_FAIL}"
        rf" (?:me|us|my|our)\b",
    ),
    Phrase(
        "give:me,us",
        r"give (?:me|us) an? (?:bad|failing|low|poor|terrible) (?:grade|eval\w{0,6}|review) (?:if|unless"
        r"|because|bc)\b",
    ),
    Phrase("make|maki:my,our", r"mak(?:e|es|ing) (?:my|our) (?:life|lives|rotation) (?:hell|miserable)\b"),
    Phrase(
        "bad:eva fail:gra,me", rf"(?:fail(?:ed|s|ing)? me|failing grade|bad eval) (?:for|because i|after i) {_SPEAK_UP}"
    ),
    Phrase(
        "eval|grad:got,was,wer",
        r"(?:evaluations?|evals?|grades?) (?:was|were|got) (?:lowered|marked down|tanked"
        r"|dropped|trashed|ruined|changed) (?:because|bc|after)\b",
    ),
    Phrase(
        "or:he,hed,hel,she,the",
        rf"or (?:he|she|they)(?: said (?:he|she|they))?(?:'?d| would| will|'?ll) {_FAIL} (?:me|us|my|our)\b",
    ),
    Phrase(
        "good:eva,gra hono:if pass:me",
        r"(?:honors|good (?:grade|eval)|pass me) if i (?:went out|slept|go out|sleep|went home|had sex|kiss|dated)",
    ),
    Phrase(
        "eval|grad|mark:me",
        rf"(?:grad|mark|evaluat)\w{{0,3}} me (?:down|lower|badly|worse) (?:because|bc|since|after|cuz) i (?:said"
        rf" no|\w{{0,6}} ?{_SPEAK_UP})",
    ),
    Phrase(
        "bad|lowe|poor|wors:eva,gra",
        rf"(?:bad|worse|lower|poor) (?:eval|grade|evaluation)s?(?: \w{{1,12}}){{0,8}} (?:because|since|bc|cuz"
        rf"|after) i"
        rf" {_SPEAK_UP}",
    ),
    Phrase(
        "afte|sinc:i", rf"(?:since|after) i {_SPEAK_UP}(?: \w{{1,12}}){{0,8}} (?:punish|retaliat|bad eval|worse eval)"
    ),
)

# --- What is suffered, where it is by somebody of the staff ---

SUFFERED = Phrase(
    "abus|assa|beli|bera|bull|call|catc|degr|deme|fond|grab|grop|hara|hit|humi|insu|kick|kiss|mist|mock|mole|punc"
    "|rap|rape|ridi|sham|shov|slap|stal|thre curs|cuss|scre|shou|swor|yell:at,out disc|reta:aga made:fun"
    " spat:at,ate,out told:i,tha,to touc:ina",
    r"(?:(?:humiliat|berat|belittl|degrad|demean|insult|ridicul|harass|grop|molest|assault|abus|mock|shov|slapp|punch"
    r"|kick|threaten|kiss|fondl|mistreat|sham|rap|grabb|stalk|spat at|catcall)(?:ed)?|bullied|hit(?: on)?|made fun of"
    r"|touched inappropriately|(?:scream|yell|shout|curs|cuss|sworn?|spat)(?:ed)? (?:at|out)|told (?:that )?i don'?t"
    r" belong(?: in \w{1,12})?|told to (?:shut up|go back)"
    rf"|(?:retaliat|discriminat)ed against|called {SUCH_A}(?:names|{INSULT}))"
    r" (?:(?:again|daily|constantly|repeatedly|inappropriately|publicly|today|yesterday|(?:on|during|in) (?:the"
    r" )?(?:rounds|or|case|surgery)|in front of (?:the )?\w{1,12}|all (?:day|week)) ){0,3}by",
)
FROM = Phrase(
    "do:not don:t dont:fee expe|face|faci|repo feel:bul,har,rea,so,thr,uns,ver",
    r"feel (?:very |so |really )?(?:unsafe|harassed|bullied|threatened) (?:around|with|by|near|alone with)"
    r"|(?:fac(?:e[ds]?|ing)|(?:experienc|report)\w{1,4}) (?:\w{1,12} )?(?:harassment|bullying|discrimination"
    r"|abuse) (?:from|by)|(?:don'?t|do not|dont) feel safe (?:around|with|near|alone with)",
    words_of("abuse bullied bullying discrimination harassed harassment safe threatened unsafe"),
)
BEING = Phrase(
    "been|bein|feel|gett",
    r"(?:being|been|getting|feel) (?:\w{3,12}ly )?(?:bullied|harassed|discriminated against|retaliated against"
    r"|mistreated)"
    r"(?! by\b)|being treated (?:\w{1,12} ){0,2}(?:because|bc|cuz) (?:of my \w{3,12}|(?:i'?m|i am) " + GROUP + r")",
)
