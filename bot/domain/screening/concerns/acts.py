"""What staff may do to a student that is plainly no teaching: shouting, insults, blows, touching, discrimination,
threats with grades. A verb is told by its stem, and whoever suffers stands behind it."""

# --- Who suffers, and what for ---

_STUDENT = (
    r"(?:(?:the|an?|one of the|our|my|another|all|both|us|co|those) ?)?(?:(?:other|female|male|new) )?"
    r"(?:med(?:ical)? |nursing |pa )?(?:students?|classmates?|ms[1-4]s?)"
)
_ME = rf"(?:me|us|{_STUDENT})\b"
_MY = rf"(?:my|our|{_STUDENT}'?s)"
_BODY = (
    r"(?:breasts?|boobs?|chest|butt|ass|bottom|backside|(?:inner |upper )?thighs?|waist|legs?|knees?|crotch|groin"
    r"|(?:lower )?back|hips?|neck|hair|stomach|body)"
)
_LIMB = r"(?:hands?|arms?|fingers?|knuckles|wrists?|head|face|shoulders?|back|legs?|foot|feet|shins?)"
_TRAIT = (
    r"(?:race|skin(?: color)?|accent|hijab|turban|headscarf|religion|faith|disability|gender|sexuality|pregnancy|ethnicity"
    r"|body|weight|size|stutter|hair|looks|figure|clothes|english|nationality|country|color|legs|chest|breasts?|boobs|ass"
    r"|butt|appearance|autism|adhd|dyslexia|age)"
)
_GROUP = (
    r"(?:(?:a |an |the only )?(?:black|white|brown|asian|indian|chinese|korean|african|latin[aoex]s?|hispanic|mexican|arab"
    r"|muslim|jewish|hindu|sikh|gay|lesbian|queer|trans(?:gender)?|bi(?:sexual)?|nonbinary|wom[ae]n|female|girl|m[ae]n"
    r"|male|mom|mother|immigrant|foreign(?:er)?|img|pregnant|disabled|deaf|fat|overweight|poc))"
)
_INSULT = (
    r"(?:idiots?|stupid|morons?|useless|worthless|dumb(?:ass)?|retard(?:ed|s)?|sluts?|whores?|bitch(?:es)?|cunts?|pathetic"
    r"|incompetent|lazy|fat|ugly|slurs?|[nfrc]\W(?:word|slur)|waste of (?:space|time|oxygen|air)|disgrace|trash|garbage"
    r"|terrorist|monkey|fag(?:got)?|dyke|losers?|imbecile|piece of (?:shit|crap|garbage)|crybaby|snowflake|airhead|bimbo"
    r"|hopeless|animal|pig|asshole|embarrassment|(?:diversity|dei) (?:hire|admit))"
)
_SUCH_A = (
    r"(?:(?:an?|the|so|such|just|really|too|a bunch of|fucking|damn|little|stupid|dumb|total|complete|absolute|racial"
    r"|racist|homophobic|literally) ){0,3}"
)
_BIGOTED = (
    r"(?:sexual|lewd|crude|racist|racial|sexist|homophobic|transphobic|anti-?semitic|islamophobic|misogynistic|vulgar"
    r"|inappropriate|disgusting|creepy|rape)"
)
_FAIL = r"(?:fail|flunk|tank|ruin|sink|destroy|end|lower|trash|hurt|block)"
_SPEAK_UP = r"(?:report|complain|told|tell|sp[eo]ak|spoke|go|went|say|said|refuse|snitch)(?:ed|ing)?"

# --- What is done, where somebody of the staff does it ---

_SHOUTED = (
    r"(?:scream|yell|shout|sw[eo]ar|swore|curs|cuss|holler|snarl|spit|spat|lash)(?:e?[ds]|t?ing)?(?: out| right| straight)?"
    rf" at {_ME}(?! to (?:grab|call|push|start|bring|run|hold|hurry|get (?!out))\b)",
    rf"(?:curs|cuss|chew|ream)(?:e?[ds]|es|ing)? (?:{_ME} out|out {_ME})\b",
    rf"(?:told|tells?|telling|yelled at) {_ME} to (?:kill (?:my|our|her|him)self|kms|shut (?:up|the fuck up|my mouth)"
    r"|go to hell|fuck off|die|drop dead)\b",
    rf"(?:said|says|told|snapped)(?: (?:to )?{_ME})? ['\"](?:shut up|idiot|stupid|moron|fuck|you'?re? (?:an? )?{_INSULT})",
)
_INSULTED = (
    r"(?:humiliat|berat|belittl|degrad|demean|insult|ridicul|harass|intimidat|abus|mock|bully|bulli|gaslight|stalk"
    rf"|sexualiz|retaliat|discriminat|mistreat)\w{{0,3}}(?: against)? {_ME}",
    rf"call(?:s|ed|ing)? {_ME} {_SUCH_A}(?:\w{{1,12}} (?:and|or) )?(?:{_INSULT}\b|names\b|['\"](?:it|boy|girl)\b)",
    rf"(?:sa(?:id|ys?|ying)|t[eo]l(?:d|ls?|ling)|shout(?:ed|s)|yell(?:ed|s)|scream(?:ed|s))(?: (?:to |at )?{_ME})?(?: that)?"
    r" (?:(?:i|we|you|she|he|they)(?:'?(?:m|re|s)| am| was| were| are| is| look(?:ed)?| sound(?:ed)?)|i|my \w{1,15} (?:is|was))"
    rf" (?:{_SUCH_A}{_INSULT}|too (?:fat|ugly|dumb|stupid|pretty|emotional|soft|foreign))\b",
    rf"(?:ma[dk]es?|making|pok(?:ed?|es|ing)) fun of (?:{_ME}|{_MY} {_TRAIT}\b)",
    rf"(?:mock|mimick?|imitat|ridicul)(?:e?[ds]|ing)? {_MY} {_TRAIT}\b",
    rf"treat(?:s|ed|ing)? {_ME}(?: \w{{1,10}})? like (?:an? |absolute |complete )?(?:garbage|trash|dirt|shit|crap|dogs?"
    r"|animals?|slaves?|servants?|idiots?|scum)\b",
    rf"(?:is|was|are|were|been|gets)(?: \w{{1,10}})? (?:racist|sexist|homophobic|transphobic|abusive|cruel) (?:to|towards?)"
    rf" {_ME}",
    r"(?:says|said|tells me|told me)(?: that)? (?:i|we)(?:'?d| would|'?ll| will| should| do|'?ve)?(?: no|n'?t| not| never|ve)"
    r"(?: have been| ever)? (?:admitted|deserve|belong|business|be a (?:doctor|surgeon|physician))\b",
    r"made (?:me|us) (?:stand in the corner|kneel|beg|cry (?:and|then) laughed)\b",
    r"made (?:me|us) (?:do|run|pick up|get|walk|wash|babysit|watch|clean) (?:his|her|their) (?:personal |own )?(?:errands"
    r"|dry cleaning|kids|children|dog|car|laundry|groceries|house)\b",
)
_STRUCK = (
    r"(?:slapp?|punch|shov|smack|whack|chok|elbow|pinch|spank|assault|attack)(?:e?[ds]|es|ing)? " + _ME,
    rf"kick(?:s|ed|ing)? {_ME}(?= (?:under|in|hard|twice|again|because|when|every)\b|\s*(?:$|[.!?,;\n]))",
    rf"hit(?:s|ting)? {_ME}(?= (?:with (?:an?|the|his|her) (?:\w{{1,12}} )?(?:retractor|clamp|chart|clipboard|instrument|ruler"
    r"|book|pen|phone)|in|on|across|again|hard|twice|because|when|for|during)\b|\s*(?:$|[.!?,;\n]))",
    rf"push(?:es|ed|ing)? {_ME} (?:against|into (?:the|a) (?:wall|door|table|corner)|away|aside|down|off|out of)\b",
    rf"(?:hit|slapp?|smack|whack|rapp?|kick|struck|twist|punch|stabb?)(?:ed|s|ting|ing)? {_MY} {_LIMB}\b",
    rf"(?:grabb?|yank|jerk|squeez)(?:e?[ds]|ing)? {_MY} {_LIMB} (?:(?:so|really|very) )?(?:hard|and (?:yank|shook|pull|drag"
    r"|twist|threw|jerk)|until)",
    rf"(?:grabb?|yank|dragg?|pull)(?:ed|s|ing)? {_ME} by the (?:hair|neck|arm|collar|throat|ear|ponytail)\b",
    rf"(?:threw|throw(?:s|n|ing)?|hurl(?:s|ed|ing)?|chuck(?:s|ed|ing)?) (?:\w{{1,15}} ){{1,4}}(?:at|right past|past) {_ME}",
)
_TOUCHED = (
    rf"(?:grop|molest|fondl|sexually \w{{4,10}}|cat-?call|leer(?:ed|s|ing) at|hit(?:s|ting)? on)(?:e?[ds]|es|ing)? {_ME}",
    r"(?:touch|squeez|rubb?|strok|grop|grabb?|caress|fondl|kiss|pinch|slapp?|patt?|massag|smack)(?:e?[ds]|es|ing)?"
    rf" {_MY} (?:{_BODY}|shoulders)\b(?! (?:hard|and (?:yank|said (?:good|well))))",
    rf"(?:put|lay|laid|slid|rest|plac|keep|kept|slip)(?:p?e?[ds]|t?ing)? (?:his|her|their|a) (?:hands?|arms?)"
    rf" (?:on|around|up|down|under|across) {_MY} (?:{_BODY}|shirt|skirt|scrubs)\b",
    rf"(?:touch|grabb?|feel|felt)(?:e?[ds]|es|ing)? {_ME}(?: up)? (?:inappropriately|without|sexually|down there|like that|in ways)",
    r"(?:keeps?|kept|won'?t stop|wouldn'?t stop) (?:touching|hugging|grabbing|kissing|poking|staring at) (?:me\b|my \w)",
    r"inappropriately (?:touch|grabb)\w{0,3} me\b|(?:tr(?:y|ied|ies|ying)) to (?:kiss|hug|touch|grope|undress) me\b",
    r"(?:kiss|rap)(?:ed|es|ing)? (?:me|us)\b",
    r"(?:ask|invit|pressur|begg?)(?:e?[ds]|ing)? (?:me|us)(?: for)?(?: \w{1,10}){0,4} (?:on a date|a date|out again|for drinks alone|sex"
    r"|nudes|to (?:his|her) (?:\w{1,8} )?(?:hotel|bed|apartment|bedroom|room|place)\b|if i (?:'?m|am|was|were) (?:still )?(?:a virgin|single)"
    r"|about my (?:sex|love) life)",
    r"asked me out\b|ask(?:s|ed|ing) (?:me )?for (?:nudes|(?:nude|naked|sexy) \w{3,8}|pictures|pics)(?=\s*(?:$|[.!?,;\n])| of (?:me|my)\b)",
    r"(?:show|sen[dt]|text)(?:s|ed|ing|n)? me (?:\w{1,8} )?(?:porn|nudes|dick pics?|naked|sexual)",
    rf"(?:comment|remark)(?:s|ed|ing)?(?: \w{{1,12}}){{0,2}} (?:on|about) {_MY} {_TRAIT}\b",
    rf"(?:ma[dk]es?|making|crack(?:s|ed)?|told|tells) (?:\w{{1,10}} ){{0,2}}{_BIGOTED} (?:comment|remark|joke|advance|gesture)s?"
    rf" (?:about|to|at|towards?|in front of) (?:{_ME}|my |women|black |gay |muslim)",
    r"(?:says|said|told me)(?: that)? i(?:'?ve| have| had)?(?: got)? (?:an? )?(?:nice|great|hot|sexy|tight|good) (?:ass|butt|body"
    r"|legs|tits|boobs|breasts|figure)\b|jok(?:e|es|ed|ing) about (?:raping|groping|sleeping with) me\b",
)
_SET_APART = (
    r"(?:(?:won'?t|doesn'?t|didn'?t|only|never|would not|wouldn'?t) )?(?:let|treat|singl|exclud|refus|grad|ignor|tell|told|hate|dismiss|skip|avoid|pick)(?:e?[ds]|ting|ing|s)?"
    rf" (?:[\w']{{1,15}},? ){{1,12}}(?:because|bc|cuz|due to|since|for)(?: of)?"
    rf" (?:(?:i'?m|i am|being|she'?s|he'?s|they'?re) {_GROUP}|(?:my|i wear (?:a|my)) {_TRAIT})\b",
    rf"(?:sa(?:id|ys?|ying)|t[eo]l(?:d|ls?|ling))(?: (?:to )?{_ME})?(?: that)? (?:he'?d never let an? \w{{3,12}} \w{{3,8}}"
    r"|(?:he|she) would never let an? (?:\w{3,8} )?(?:gay|black|trans|muslim|woman|foreign)"
    r"|(?:\w{1,10} )?(?:women|girls(?: like me)?|females|mothers|(?:black|brown|gay|trans|asian|muslim|foreign|pregnant|disabled)"
    r" (?:people|m[ae]n|wom[ae]n|students?|doctors)|immigrants|foreigners|muslims|jews|people like (?:me|us)|students who get pregnant)"
    r" (?:don'?t|do not|should|shouldn'?t|can'?t|cannot|make (?:bad|terrible|poor|lousy)|are (?:too|not|bad)|aren'?t|belong|have no))\b",
    r"(?:(?:i|you|she|he|they) (?:should|can|could|need to) )?(?:go|went|get) back (?:to )?(?:(?:my|her|his|your|their|our) (?:own )?country|where (?:i|she|he|they|you) (?:came|come)"
    r" from)\b",
    r"(?:(?:i|she|he|they|you) )?(?:only )?got (?:me )?(?:in|into|here)(?: \w{1,10}){0,3} (?:because|bc|cuz|through)(?: of)? (?:affirmative action|dei|diversity|a quota"
    rf"|my (?:race|skin|looks|gender)|i'?m {_GROUP})\b|(?:diversity|dei|affirmative action) (?:hire|admit|case)\b",
    r"(?:refus\w{1,3} to|won'?t) use my pronouns\b|misgender(?:s|ed|ing)? me (?:on purpose|again|constantly|every)\b",
)
_THREATENED = (
    rf"threaten(?:s|ed|ing)? (?:{_ME}|{_MY} (?:grade|eval|evaluation|career|graduation)\b|to (?:{_FAIL}|report|hit|write|kick|get)"
    r" (?:me|us|my|our)\b)",
)
ACTS = (*_SHOUTED, *_INSULTED, *_STRUCK, *_TOUCHED, *_SET_APART, *_THREATENED)

# --- What only staff can do, so that nobody has to be named ---

BY_POWER = (
    r"(?:the way|how) (?:my|the|our) (?!patient|pt\b)\w{1,15} treats (?:me|us) is (?:abuse|abusive|harassment|bullying)\b",
    rf"(?:will|would|'?ll|'?d|going to|gonna|threaten\w{{0,3}} to) {_FAIL} (?:me|us|my|our)(?: \w{{1,12}}){{0,3}} (?:if|unless|for)"
    rf" (?:i|we) (?:\w{{1,8}} )?{_SPEAK_UP}\b",
    rf"if i (?:\w{{1,8}} )?{_SPEAK_UP}(?: \w{{1,12}}){{0,7}},? (?:he|she|they)(?:'?d| would| will|'?ll) {_FAIL} (?:me|us|my|our)\b",
    rf"or (?:he|she|they)(?: said (?:he|she|they))?(?:'?d| would| will|'?ll) {_FAIL} (?:me|us|my|our)\b",
    r"(?:honors|an? (?:a|good (?:grade|eval))|pass me) if i (?:went out|slept|go out|sleep|went home|had sex|kiss|dated)",
    rf"(?:grad|mark|evaluat)(?:e?[ds]|ing)? me (?:down|lower|badly|worse) (?:because|bc|since|after|cuz) i (?:said no|\w{{0,6}} ?{_SPEAK_UP})",
    rf"(?:bad|worse|lower|poor) (?:eval|grade|evaluation)s?(?: \w{{1,12}}){{0,8}} (?:because|since|bc|cuz|after) i {_SPEAK_UP}",
    rf"(?:since|after) i {_SPEAK_UP}(?: \w{{1,12}}){{0,8}} (?:punish|retaliat|bad eval|worse eval)",
)

# --- What is suffered, where it is by somebody of the staff ---

SUFFERED = (
    r"(?:(?:humiliat|berat|belittl|degrad|demean|insult|ridicul|harass|intimidat|grop|molest|assault|abus|mock|shov|slapp|punch"
    r"|kick|push|threaten|kiss|fondl|mistreat|sham|rap|grabb|stalk|spat at|catcall)(?:ed)?|bullied|hit(?: on)?|made fun of"
    r"|touched(?: inappropriately)?|(?:scream|yell|shout|curs|cuss|sworn?|spat)(?:ed)? (?:at|out)|told to (?:shut up|go back)"
    rf"|(?:retaliat|discriminat)ed against|called {_SUCH_A}(?:names|{_INSULT}))"
    r" (?:(?:again|daily|constantly|repeatedly|inappropriately|publicly|today|yesterday|(?:on|during|in) (?:the )?(?:rounds|or|case|surgery)"
    r"|in front of (?:the )?\w{1,12}|all (?:day|week)) ){0,3}by"
)
FROM = (
    r"feel (?:very |so |really )?(?:unsafe|harassed|bullied|threatened) (?:around|with|by|near|alone with)"
    r"|(?:don'?t|do not|dont) feel safe (?:around|with|near|alone with)"
)
BEING = (
    r"(?:being|been|getting|feel) (?:\w{3,12}ly )?(?:bullied|harassed|discriminated against|retaliated against|mistreated)"
    r"(?! by\b)|being treated (?:\w{1,12} ){0,2}(?:because|bc|cuz) (?:of my \w{3,12}|(?:i'?m|i am) " + _GROUP + r")"
)
