"""What staff say to a student or about one that is plainly no teaching, what they press a student to do, and how a
student tells of it who names nobody."""

from bot.domain.screening.concerns.acts import BODY, GROUP, INSULT, SUCH_A, TRAIT
from bot.domain.screening.concerns.speech import Phrase
from bot.domain.screening.word_sets import words_of

_SAID = (
    r"(?:said|says|saying|tells? me|told (?:me|us|everyone|everybody|them|the (?:team|group|class|residents))"
    r"|joked|jokes|joking|yelled|shouted)(?: to (?:me|everyone|the (?:team|group|class|residents)))?(?: that)?"
)
_THEM = (
    r"(?:women|girls|females|mothers|moms|(?:black|brown|gay|trans|asian|muslim|foreign|pregnant|disabled"
    r"|immigrant|female|indian|mexican) (?:people|m[ae]n|wom[ae]n|students?|doctors|girls)|people like (?:me|us)"
    r"|girls like (?:me|us)|students like (?:me|us)|immigrants|imgs|foreigners"
    r"|blacks|asians|latin[oa]s|mexicans|jews|gays|muslims|indians|arabs|africans)"
)
_NO_PLACE = (
    r"(?:don'?t belong|do not belong|shouldn'?t|should (?:not|stay|quit|be (?:home|at home|nurses))|can'?t (?:be"
    r"|do|handle|operate)|aren'?t (?:cut out|fit|made|smart|strong)|are (?:too (?:emotional|weak|soft|slow"
    r"|hormonal|lazy)|bad|lazy|stupid|only here)|only (?:get|got|are|make)|make (?:bad|terrible|poor|lousy)|have"
    r" no (?:place|business))"
)
_WITH_THEM = r"(?:with (?:him|her|them)\b)"
_FAIL_ME = (
    r"(?:fail(?:ed|s)?\b(?! (?:safely|forward|less))|flunk(?:ed)?\b|never (?:match|graduate|become|get (?:in|into"
    r"|a)|work|honor|pass)\w{0,2}|(?:don'?t|won'?t|didn'?t|do not|wouldn'?t) (?:match|graduate|pass|honor|get"
    r" (?:honors|into|a))|get (?:a )?(?:bad|failing|low))"
)
_WHERE = (
    r"(?:on (?:this|my|the|that|our|rounds|call|surgery|every)|in (?:the or|surgery|clinic|front of|my|this)|at"
    r" (?:work|the hospital|this|my|the)|during|again|every (?:day|single|shift|morning)|daily|all (?:week|day"
    r"|month)|constantly|today|yesterday|this (?:week|rotation|month)|last (?:week|night))"
)

SLIGHTS = (
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:i,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} i (?:should (?:go home|stay home|have babies|feel lucky|find a husband|get married)|was"
        rf" sleeping with (?:the|my|an?) (?:fellow|attending|resident|chief))\b(?! (?:and (?:rest|sleep)|early"
        rf"|to (?:rest|sleep)|now|if|when|because i))",
        words_of("should sleeping"),
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:he,hed,she,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} (?:he|she)(?:'?d| would) never (?:pass|hire|let|teach|trust|rank) (?:a|an|any) (?:\w{{1,8}}"
        rf" )?(?:student with an accent|wom[ae]n|girl|female|{GROUP} (?:student|doctor|person))\b",
        frozenset({"never"}),
    ),
    Phrase(
        "only:cal,hel,let,lik,pic,tal,tea",
        r"only (?:teach(?:es)?|lets?|talks? to|picks?|calls? on|likes?|helps?) (?:the )?(?:pretty|hot|cute"
        r"|attractive|white|male|guys|boys|men|blonde|skinny|straight)\b",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:i,id,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} i(?:'?d| would) make (?:an?|somebody an?|someone an?) (?:\w{{1,9}} )?(?:stripper|model|house"
        rf" ?wife|wife|waitress|maid|hooker|prostitute|secretary|janitor|terrorist|nanny)\b",
        frozenset({"make"}),
    ),
    Phrase(
        "ask|aske|aski|asks:how,if,me,whe",
        r"ask(?:s|ed|ing?)?(?: me)? (?:if|whether|how often) (?:my (?:boyfriend|husband|girlfriend|wife|partner)"
        r" (?:satisf|is good|makes me|can|and i (?:have|do))|i (?:have sex|masturbate|shave|like it|enjoy sex"
        r"|like (?:black|older|white) (?:guys|men)))",
    ),
    Phrase(
        "grin|grou|pres|push|rub|rubb|rube|rubi|rubs:her,him,his",
        r"(?:press|rubb?|grind|ground|push)(?:es|ed|s|ing)? (?:himself|herself|(?:his|her) (?:\w{1,6} )?(?:body"
        r"|crotch|erection|groin|hips|penis|chest|breasts)) (?:up )?(?:against|on|into|onto) (?:me|my)\b",
    ),
    Phrase(
        "made|make:me,us thre:to",
        r"threaten(?:s|ed|ing)? to (?:break|hurt|hit|slap|fail|ruin|kill|stab|throw|punch|cut|beat|smack|report"
        r"|end|destroy) (?:me|us|my|[\w']{1,9} (?:at|on) me)\b|ma[dk]e(?:s)? (?:me|us) (?:get on my knees|beg\b"
        r"|strip|crawl|kneel|cry|apologize on my knees|do push ?ups|bark)",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:i,iam,ige,igo,ima,ion,ipa,iwa,iwe,tha,to,we,wea,weg,wem,weo,wep,wew"
        " tell:me told:eve,me,the,us",
        rf"{_SAID} (?:i|we)(?: must have| probably| just)? ?(?:only )?(?:got|get|gotten|am|was|were|passed"
        rf"|matched)(?: \w{{1,10}}){{0,5}} (?:because|bc|cuz|through|thanks to)(?: of| i'?m)?(?: the| a| my)?"
        rf" (?:affirmative action|dei|diversity|quotas?|race|skin|looks|gender|{GROUP})\b",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:it,its,tha,the,to tell:me told:eve,me,the,us",
        rf"{_SAID},? ['\"]?(?:the only reason (?:i|you)(?:'?m|'?re)? (?:passed|got in|am here|here|matched|got"
        rf" here)|it'?s only because) (?:is|was|i'?m|of)?\b",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:my,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} my (?:\w{{1,10}} )?{TRAIT} (?:makes (?:me|it|patients)|made (?:me|it)|scares?|scared|is"
        rf" (?:too|so|unprofessional|distracting|a (?:problem|distraction|joke)|disgusting|annoying|ugly|gross"
        rf"|dirty|hard)|was (?:too|unprofessional|distracting|disgusting|ugly)|sounds|looks|confuses|isn'?t|is"
        rf" not|offends|bothers|will (?:scare|hurt|hold))",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:are,gir,go,peo,tha,to,wom,you tell:me told:eve,me,the,us",
        rf"{_SAID},? ['\"]?(?:you people|your kind|go back to (?:your|where|mexico|china|africa|india)|(?:are"
        rf" you|you'?re|you are) (?:an? |so |such an? |just |fucking |a fucking |really )?(?:retarded|stupid"
        rf"|dumb|an idiot|idiot|moron|worthless|useless|pathetic)|people like you|girls like you|women like you"
        rf"|you (?:black|brown|asian|muslim|indian|mexican) (?:people|girls|students))\b",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:afr,ara,asi,bla,bro,dis,fem,for,gay,gir,img,imm,ind,jew,lat,mex,mom,mot"
        ",mus,peo,pre,stu,tha,to,tra,wom tell:me told:eve,me,the,us",
        rf"{_SAID},? (?:that )?{_THEM} {_NO_PLACE}",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:i,id,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} i(?:'?d| would) (?:be|look) (?:so much |much |a lot )?(?:prettier|hotter|sexier|cuter|better"
        rf" looking|more attractive|fuckable)\b",
        words_of("attractive cuter fuckable hotter looking prettier sexier"),
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:i,im,no,nob,noo,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} (?:i smell(?:ed)?|nobody likes me|no ?one likes me|i should (?:be (?:raped|slapped|hit"
        rf"|beaten|shot)|sleep with|quit med|be (?:grateful|a nurse|home)|go back to|smile more|lose weight"
        rf"|kill)|i(?:'?m| am| was) (?:an? )?['\"]?(?:token|quota|too (?:fat|ugly|dark|old|foreign|pretty)|not"
        rf" (?:really )?american))\b",
    ),
    Phrase(
        "joke|joki|said|sayi|says|shou|yell:a,an,eve,tha,to tell:me told:eve,me,the,us",
        rf"{_SAID} (?:an? |even a )(?:monkey|trained monkey|child|toddler|dog|\w{{1,6}} year old) could\b",
    ),
    Phrase(
        "tell|told:me,us",
        r"(?:told|telling|tells) (?:me|us) to (?:go )?(?:kill (?:my|our)sel(?:f|ves)|die|fuck (?:off|myself)"
        r"|jump off)\b(?! (?:on|for)\b)",
        words_of("die fuck jump kill"),
    ),
    Phrase(
        "aske|tell|told|want:me,us",
        r"(?:told|telling|tells|asked|wants?|wanted) (?:me|us) to (?:take off|remove) my (?:hijab|turban"
        r"|headscarf|kippah|cross|braids)\b",
        words_of("braids cross headscarf hijab kippah turban"),
    ),
    Phrase(
        "call:me,us",
        rf"call(?:s|ed|ing)? (?:me|us) (?:by )?['\"]?{SUCH_A}(?:ching chong|diversity|token|dei|affirmative"
        rf"|exotic|sweet ?tits|sexy|hottie|princess and|{INSULT}\b)",
    ),
    Phrase(
        "call:me,us",
        r"call(?:s|ed|ing)? (?:me|us) ['\"]?(?:it|boy|girlie|honey|sweetie|baby|babe|darling|little girl|sexy"
        r"|doll)\b['\"]?(?: all| in front| every| instead| on rounds)",
    ),
    Phrase("call:me,us", r"call(?:s|ed|ing)? (?:me|us) by the name of the other\b"),
    Phrase(
        "ask|aske|aski|asks:if,me,whe",
        r"ask(?:s|ed|ing?)?(?: me)? (?:if|whether) (?:i(?:'?m| am| was|'?ve| have| had|'?d)?) (?:(?:a )?virgin"
        r"|(?:still )?single|ever (?:had sex|slept|been with|done it)|gay\b|a lesbian|good in bed|seeing any"
        r"|wear(?:ing)? (?:a bra|panties|underwear)|sleep(?:ing)? with|had sex)\b",
    ),
    Phrase(
        "ask|aske|aski|asks:abo,for,how,me,to,wha",
        r"ask(?:s|ed|ing?)?(?: me)? (?:what|how) (?:i(?:'?d|'?m| would| am| was)(?: be)? (?:like |good )?in bed"
        r"|i(?:'?m| am| was) wearing under)\b|ask(?:s|ed|ing?)?(?: me)? (?:about my (?:sex(?: life|ual \w{1,9})?"
        r"|love life|underwear|bra|body)|for a (?:kiss|hug every)|to (?:sleep with|kiss|twirl|strip))",
    ),
    Phrase(
        "comm|joke|joki|rema:abo,on",
        rf"(?:jokes?|joked|joking|comment(?:s|ed|ing)?|remarks?|remarked) (?:on|about) (?:how"
        rf" (?:['\"]?\w{{1,10}}['\"]? )?(?:i look|my (?:{TRAIT}|{BODY}))|my (?:\w{{1,8}} )?(?:{TRAIT}|{BODY}))\b",
    ),
    Phrase("made|make|maki:fun", r"(?:makes|made|making|make) fun of (?:how|the way|what) (?:i|we)\b"),
    Phrase(
        "phot|pic|pics|pict|vide:of",
        r"(?:photos?|pictures?|pics?|videos?) of me (?:sleeping|asleep|changing|crying|naked|undress\w{2,4}"
        r"|without|and (?:post|sent|shar|show))",
    ),
    Phrase(
        "lock:me,us",
        r"lock(?:s|ed|ing)? (?:me|us) (?:in|inside|out of) (?:an?|the|his|her) (?:\w{1,8} )?(?:room|closet"
        r"|bathroom|stairwell|office|cupboard)\b",
    ),
    Phrase(
        "corn|foll:me",
        r"(?:corner|follow)(?:s|ed|ing)? me (?:in (?:the|an?|his|her) (?:stairwell|call room|elevator|office"
        r"|locker|supply|closet|hallway|parking)|alone|against|home\b|to my car|into the (?:bathroom|call room"
        r"|locker|stairwell|elevator))",
    ),
    Phrase(
        "drag|grab|pull|shak|shoo|yank:me",
        r"(?:grab(?:bed|s)?|yank(?:ed|s)?|pull(?:ed|s)?|dragg?(?:ed|s)?|shook|shak(?:es|ing)) me by (?:the|my)"
        r" (?:arm|wrist|shoulders?|scrubs|coat|lanyard|badge|stethoscope)\b(?! (?:and (?:pulled|said|walked|led"
        r"|brought)|out of the way|just|before))",
    ),
    Phrase(
        "flic|hit|hits|jab|jabb|jabs|poke|smac|stru|whac:me",
        r"(?:hit|hits|struck|smack(?:ed|s)?|whack(?:ed|s)?|poked|poke[ds]?|flick(?:ed|s)?|jab(?:bed|s)?) me"
        r" (?:on|in|with|across|over) (?:the|my|his|her|an?) (?:\w{1,10} )?(?:head|face|arm|hand|chest|stomach"
        r"|ribs|back|shin|retractor|clamp|chart|clipboard|instrument|ruler|book|phone|forceps)\b",
    ),
    Phrase(
        "chuc|flun|hurl|ripp|shov|thre|thro flic:blo",
        r"(?:threw|throws|throwing|flung|hurled|chucked|shoved|ripped)(?: up)? (?:[\w']{1,15} ){1,4}(?:at|right"
        r" past|in|into) (?:my face|me|my (?:head|face|feet|chest)|us|the wall next to me)\b|flick(?:ed|s)?"
        r" blood (?:at|on) me\b",
        words_of("chucked flick flicked flicks flung hurled ripped shoved threw throwing throws"),
    ),
    Phrase(
        "ran:her,his touc:me",
        r"touch(?:ed|es|ing)? me (?:again (?:today|after)|under|between|on the (?:thigh|butt|ass|leg|breast"
        r"|chest|waist)|where|when (?:i (?:said|told)|nobody|no ?one|we'?re alone)|and (?:i froze|won'?t stop"
        r"|wouldn'?t stop))|ran (?:his|her) (?:hands?|fingers?) (?:up|down|along|over|through) my\b",
    ),
    Phrase(
        "brea|whis lift:my,up pull:dow,my snap|snif|snup|unho:my",
        r"(?:whisper(?:s|ed)|breath(?:es|ed)) (?:[\w']{1,9} ){0,4}(?:in|into|down) my (?:ear|neck)\b(?! (?:the"
        r" answer|to|that it))|sniff(?:s|ed) my (?:hair|neck)\b|sn[au]p(?:s|ped)? my bra\b|unhook\w{1,3} my"
        r" bra\b|pull(?:s|ed)? (?:down )?my (?:pants|scrubs down|hair|ponytail|braid|hijab)\b|lift(?:s|ed)?"
        r" (?:up )?my (?:shirt|skirt|scrub)",
    ),
    Phrase(
        "kick:me,us",
        r"kick(?:s|ed|ing)? (?:me|us) out (?:of (?:the|his|her) (?:or|room|case|clinic|office|team) )?(?:for"
        r" (?:crying|being|my|asking|having)|because (?:i(?:'?m| am| was| asked| cried)|of my|he|she))\b",
    ),
    Phrase(
        "text:me",
        r"text(?:s|ed|ing)? me (?:[\w']{1,10} ){0,4}(?:asking (?:for|if i)|saying (?:he|she|they) (?:wants?"
        r"|loves?|misses|missed|needs?)|that (?:he|she) (?:wants?|loves?|misses))\b(?! (?:updates?|labs?|the|help))",
    ),
    Phrase(
        "made|make:me,us",
        r"ma[dk]es? (?:me|us) (?:fetch|pick up|do|buy|get|run|clean|wash|babysit|walk) (?:his|her|their)"
        r" (?:\w{1,10} )?(?:lunch|errands|dry cleaning|kids|children|dog|car|laundry|groceries|house|coffee and"
        r"|dinner|taxes)\b",
    ),
    Phrase(
        "bloc:the slam spat|spit:at,on",
        r"spit(?:s)? (?:at|on) me\b|spat (?:at|on) me\b|slam(?:s|med)? (?:[\w']{1,9} ){1,3}(?:next to my|on my"
        r"|into me)\b|block(?:s|ed|ing)? the door (?:so|and|until|when) (?:i|would|wouldn)",
    ),
    Phrase(
        "laug:at",
        r"laugh(?:s|ed|ing)? at (?:me (?:for (?:crying|my|being)|when i cried|until i cried|because (?:i(?:'?m|"
        r" am)|of my))|my (?:accent|hijab|body|stutter|weight|disability))",
    ),
)
PRESSED = (
    Phrase(
        "gave|get|give|givi:me,us",
        r"(?:give|get|gave|giving) (?:me|us) (?:honors|an? (?:good|better|great|high) (?:eval|grade|review"
        r"|letter)\w{0,6}|a pass) if i (?:let|go|went|sleep|slept|kiss|kissed|date|dated|had|have|wear|wore"
        r"|smile)\b",
    ),
    Phrase(
        "said|says|told:i,id,ill,me,tha tell:me",
        r"(?:told|said|says|telling me)(?: me)?(?: that)? i(?:'?d| would|'?ll| will) (?:fail|be failed|flunk"
        r"|not pass|never match)(?: [\w']{1,9}){0,2} if i (?:left|leave|went|go|ate|eat|sat|sit|complain\w{0,3}"
        r"|said|say|told|tell|report\w{0,3}|took|take|called|call|cried|didn'?t (?:stay|go|let|smile|sleep))\b",
        words_of("fail failed flunk match pass"),
    ),
    Phrase(
        "nick:for refu:to won:t wont:cal,lea,pro,say,use",
        r"(?:refus\w{1,3} to|won'?t) (?:call me by|use|say|pronounce|learn) my (?:real |actual |own )?name\b"
        r"|nickname for me (?:[\w']{1,9} ){0,5}(?:slur|racist|sexist)\b",
    ),
    Phrase(
        "told:me,not,us",
        r"told (?:me |us )?not to (?:log|report|record|tell|write up|document) (?:[\w']{1,9} ){0,6}(?:or else"
        r"|or i(?:'?d|'?ll)? (?:fail|regret)|or (?:he|she|they)(?:'?d|'?ll| would| will)|if i (?:want|value"
        r"|care|hope))\b",
        words_of("document log record report tell write"),
    ),
    Phrase(
        "aske|forc|made|pres|told:fal,fud,lie,me,not,to,und,us",
        r"(?:told|made|forced|asked|pressured) (?:me |us )?(?:to )?(?:lie (?:about|on)|falsify|fudge|under"
        r" ?report|not log) (?:my |our |the )?(?:duty |work )?hours\b",
        frozenset({"hours"}),
    ),
    Phrase("make|maki:sur", rf"mak(?:e|es|ing) sure(?: that)? (?:i|we) {_FAIL_ME}"),
    Phrase(
        "if:i",
        rf"if i (?:didn'?t|don'?t|won'?t|wouldn'?t|refused?|refuse to|said no to) (?:to )?(?:go(?:ing)? (?:out"
        rf"|to dinner|home|on a date|for drinks)|sleep(?:ing)?|hav(?:e|ing) (?:sex|dinner|drinks|a drink)|date"
        rf"|kiss(?:ing)?|get (?:dinner|drinks)) ?{_WITH_THEM}",
    ),
    Phrase(
        "a:dat dinn|sex|slee|slep:wit go:out",
        r"(?:sleep|slept|sex|go out|dinner|a date) with (?:him|her|them) (?:for|to get|to pass|or (?:i|he|she"
        r"|else)|if i wanted?) ?(?:an?|my|honors|the|good|fail|to|else|he|she|i)?\b",
    ),
    Phrase(
        "if:i",
        r"if i (?:go|went|leave|left|call|called|take|took) (?:home|sick|out|in sick|early|a sick day|a day off"
        r"|time off|maternity)(?: [\w']{1,7}){0,2},? (?:i(?:'?d| would|'?ll)? fail|(?:he|she|they)(?:'?d| would"
        r"|'?ll| will) (?:fail|mark|tank|dock))",
    ),
    Phrase(
        "fail|pena|puni:aga,for,on,wit mark:dow reta:aga writ:up",
        r"(?:punished|penalized|retaliated against|marked down|written up|failed)(?: with [\w']{1,9}| on my"
        r" eval| again)? for (?:going to (?:my|the|a) (?:doctor|therap|appoint|ob|dentist|funeral)|being"
        r" (?:sick|pregnant|black|gay|trans|muslim|disabled|a (?:mom|mother|woman))|my (?:pregnancy|disability"
        r"|accent|religion|race|hijab|hair)|reporting|speaking up|taking (?:sick|maternity|a sick|time off)"
        r"|having a (?:disability|baby|seizure)|complaining|praying|pumping)",
    ),
    Phrase(
        "if:i",
        r"if i (?:report|reported|tell|told|complain|complained|speak up|spoke up|say|said|go|went)(?:"
        r" [\w']{1,9}){0,5},?(?: (?:he|she|they) (?:said|says|told me))?,? (?:i(?:'?d| would|'?ll| will| won'?t"
        r"| wouldn'?t)|my (?:grade|career|eval\w{0,6})(?:'?d| would|'?s| is| will)?) (?:never |not )?(?:fail"
        r"|match|regret|pass|be (?:over|done|finished|sorry)|graduate)",
    ),
    Phrase(
        "tell|told",
        r"(?:told|telling) (?:[\w']{1,12} ){0,3}(?:she|he|they)(?:'?s| is|'?re| are| was) (?:an?"
        r" )?['\"]?(?:diversity|dei|token|quota)\b",
        words_of("dei diversity quota token"),
    ),
)
# Told without anyone who did it.
SUFFERED_THERE = (
    Phrase(
        "beli|bera|bull|degr|grop|hara|haze|humi|mist|mock|ridi|thre:aga,all,and,at,con,dai,dur,eve,in,las,on,rep"
        ",thi,tod,yes disc|reta:aga open|phys|publ|raci|sexu|verb:abu,ass,att,har,hum,pro scre|spat:at",
        rf"(?:(?:sexually|racially|verbally|physically|publicly|openly) (?:harassed|assaulted|abused|humiliated"
        rf"|attacked|profiled)|humiliated|bullied|belittled|groped|degraded|berated|discriminated against"
        rf"|retaliated against|hazed|harassed|screamed at|spat at|mocked|ridiculed|mistreated|threatened)(?:"
        rf" and (?:\w{{1,12}} ?(?:at)?))?(?: again| daily| constantly| repeatedly)? {_WHERE}\b",
    ),
    Phrase(
        "phys|raci|sexu|verb:abu,ass,att,har",
        r"(?:sexually|racially|verbally|physically) (?:harassed|assaulted|abused|attacked)(?=\s*(?:$|[.!,\n])|"
        r" and\b)",
    ),
    Phrase(
        "told:afr,ara,asi,bla,bro,dis,fem,for,gay,gir,i,im,img,imm,ind,jew,lat,mex,mom,mot,mus,peo,pre,stu,tha,tra,wom",
        rf"told(?: that)? (?:{_THEM} {_NO_PLACE}|i(?:'?m| am| was) (?:too (?:fat|ugly|dumb|stupid|pretty"
        rf"|emotional|dark|soft|foreign|old)|{SUCH_A}(?:{INSULT})\b)|i (?:don'?t|do not|didn'?t) belong\b|i"
        rf" (?:only )?got in because)",
    ),
)
# And those with somebody of the staff named behind.
SUFFERED_FROM = Phrase(
    "call|catc|corn|foll|grab|hit|insu|kick|pinc|poke|punc|shov|slap|smac|text|touc curs:at,out"
    " laug|scre|swor|yell:at push:aga,asi,awa,dow,int spat:at,on",
    r"(?:touched (?:\w{1,12} ){0,8}|(?:slapped|hit|smacked|pinched|kicked|shoved|pushed (?:into|against|away"
    r"|aside|down)|punched|grabbed|poked|yelled at|screamed at|sworn at|cursed at|cursed out|called [\w' ]{1,30}"
    r"|insulted|laughed at|spat (?:on|at)|cornered|followed|texted|catcalled)(?: and \w{2,10}(?: at)?)?(?:"
    r" [\w']{1,10}){0,6}[ .]{1,2})by",
    frozenset({"by"}),
)
