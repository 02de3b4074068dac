"""What staff say to a student or about one that is plainly no teaching, what they press a student to do, and how a
student tells of it who names nobody."""

from bot.domain.screening.concerns.acts import BODY, GROUP, INSULT, SUCH_A, TRAIT
from bot.domain.screening.concerns.speech import Phrase

_SAID = r"(?:said|says|saying|tells? me|told (?:me|us|everyone|everybody|them|the (?:team|group|class|residents))|joked|jokes|joking|yelled|shouted)(?: to (?:me|everyone|the (?:team|group|class|residents)))?(?: that)?"
_THEM = r"(?:women|girls|females|mothers|moms|(?:black|brown|gay|trans|asian|muslim|foreign|pregnant|disabled|immigrant|female|indian|mexican) (?:people|m[ae]n|wom[ae]n|students?|doctors|girls)|people like (?:me|us)|girls like (?:me|us)|students like (?:me|us)|immigrants|imgs|foreigners)"
_NO_PLACE = r"(?:don'?t belong|do not belong|shouldn'?t|should (?:not|stay|quit|be (?:home|at home|nurses))|can'?t (?:be|do|handle|operate)|aren'?t (?:cut out|fit|made|smart|strong)|are (?:too (?:emotional|weak|soft|slow|hormonal|lazy)|bad|lazy|stupid|only here)|only (?:get|got|are|make)|make (?:bad|terrible|poor|lousy)|have no (?:place|business))"
_WITH_THEM = r"(?:with (?:him|her|them)\b)"
_FAIL_ME = r"(?:fail(?:ed|s)?\b(?! (?:safely|forward|less))|flunk(?:ed)?\b|never (?:match|graduate|become|get (?:in|into|a)|work|honor|pass)\w{0,2}|(?:don'?t|won'?t|didn'?t|do not|wouldn'?t) (?:match|graduate|pass|honor|get (?:honors|into|a))|get (?:a )?(?:bad|failing|low))"
_WHERE = r"(?:on (?:this|my|the|that|our|rounds|call|surgery|every)|in (?:the or|surgery|clinic|front of|my|this)|at (?:work|the hospital|this|my|the)|during|again|every (?:day|single|shift|morning)|daily|all (?:week|day|month)|constantly|today|yesterday|this (?:week|rotation|month)|last (?:week|night))"

SLIGHTS = (
    Phrase("jok sai say sho tel tol yel", rf"{_SAID} (?:i|we)(?: must have| probably| just)? ?(?:only )?(?:got|get|gotten|am|was|were|passed|matched)(?: \w{{1,10}}){{0,5}} (?:because|bc|cuz|through|thanks to)(?: of| i'?m)?(?: the| a| my)? (?:affirmative action|dei|diversity|quotas?|race|skin|looks|gender|{GROUP})\b"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID},? ['\"]?(?:the only reason (?:i|you)(?:'?m|'?re)? (?:passed|got in|am here|here|matched|got here)|it'?s only because) (?:is|was|i'?m|of)?\b"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID} my (?:\w{{1,10}} )?{TRAIT} (?:makes (?:me|it|patients)|made (?:me|it)|scares?|scared|is (?:too|so|unprofessional|distracting|a (?:problem|distraction|joke)|disgusting|annoying|ugly|gross|dirty|hard)|was (?:too|unprofessional|distracting|disgusting|ugly)|sounds|looks|confuses|isn'?t|is not|offends|bothers|will (?:scare|hurt|hold))"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID},? ['\"]?(?:you people|your kind|people like you|girls like you|women like you|you (?:black|brown|asian|muslim|indian|mexican) (?:people|girls|students))\b"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID},? (?:that )?{_THEM} {_NO_PLACE}"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID} i(?:'?d| would) (?:be|look) (?:so much |much |a lot )?(?:prettier|hotter|sexier|cuter|better looking|more attractive|fuckable)\b"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID} (?:i smell(?:ed)?|nobody likes me|no ?one likes me|i should (?:sleep with|quit med|be (?:grateful|a nurse|home)|go back to|smile more|lose weight|kill)|i(?:'?m| am| was) (?:an? )?(?:token|quota|too (?:fat|ugly|dark|old|foreign|pretty)|not (?:really )?american))\b"),
    Phrase("jok sai say sho tel tol yel", rf"{_SAID} (?:an? |even a )(?:monkey|trained monkey|child|toddler|dog|\w{{1,6}} year old) could\b"),
    Phrase("tel tol", rf"(?:told|telling|tells) (?:me|us) to (?:go )?(?:kill (?:my|our)sel(?:f|ves)|die|fuck (?:off|myself)|jump off)\b(?! (?:on|for)\b)"),
    Phrase("ask tel tol wan", rf"(?:told|telling|tells|asked|wants?|wanted) (?:me|us) to (?:take off|remove) my (?:hijab|turban|headscarf|kippah|cross|braids)\b"),
    Phrase("cal", rf"call(?:s|ed|ing)? (?:me|us) (?:by )?['\"]?{SUCH_A}(?:ching chong|diversity|token|dei|affirmative|exotic|sweet ?tits|sexy|hottie|princess and|{INSULT}\b)"),
    Phrase("cal", rf"call(?:s|ed|ing)? (?:me|us) ['\"]?(?:it|boy|girlie|honey|sweetie|baby|babe|darling|little girl|sexy|doll)\b['\"]?(?: and| all| in front| every| instead| on rounds)"),
    Phrase("cal", rf"call(?:s|ed|ing)? (?:me|us) by the name of the other\b"),
    Phrase("ask", rf"ask(?:s|ed|ing)?(?: me)? (?:if|whether) (?:i(?:'?m| am| was|'?ve| have| had|'?d)?) (?:(?:a )?virgin|(?:still )?single|ever (?:had sex|slept|been with|done it)|gay\b|a lesbian|good in bed|seeing any|wear(?:ing)? (?:a bra|panties|underwear)|sleep(?:ing)? with|had sex)\b"),
    Phrase("ask", r"ask(?:s|ed|ing)?(?: me)? (?:what|how) (?:i(?:'?d|'?m| would| am| was)(?: be)? (?:like |good )?in bed|i(?:'?m| am| was) wearing under)\b|ask(?:s|ed|ing)? me (?:about my (?:sex life|underwear|bra|body)|for a (?:kiss|hug every)|to (?:sleep with|kiss|twirl|strip))"),
    Phrase("com jok rem", rf"(?:jokes?|joked|joking|comment(?:s|ed|ing)?|remarks?|remarked) (?:on|about) (?:how (?:['\"]?\w{{1,10}}['\"]? )?(?:i look|my (?:{TRAIT}|{BODY}))|my (?:\w{{1,8}} )?(?:{TRAIT}|{BODY}))\b"),
    Phrase("mad mak", r"(?:makes|made|making|make) fun of (?:how|the way|what) (?:i|we)\b"),
    Phrase("pho pic vid", r"(?:photos?|pictures?|pics?|videos?) of me (?:sleeping|asleep|changing|crying|naked|undress\w{2,4}|without|and (?:post|sent|shar|show))"),
    Phrase("loc", r"lock(?:s|ed|ing)? (?:me|us) (?:in|inside|out of) (?:an?|the|his|her) (?:\w{1,8} )?(?:room|closet|bathroom|stairwell|office|cupboard)\b"),
    Phrase("cor fol", r"(?:corner|follow)(?:s|ed|ing)? me (?:in (?:the|an?|his|her) (?:stairwell|call room|elevator|office|locker|supply|closet|hallway|parking)|alone|against|home\b|to my car|into the (?:bathroom|call room|locker|stairwell|elevator))"),
    Phrase("dra gra pul sha sho yan", r"(?:grab(?:bed|s)?|yank(?:ed|s)?|pull(?:ed|s)?|dragg?(?:ed|s)?|shook|shak(?:es|ing)) me by (?:the|my) (?:arm|wrist|shoulders?|scrubs|coat|lanyard|badge|stethoscope)\b(?! (?:and (?:pulled|said|walked|led|brought)|out of the way|just|before))"),
    Phrase("fli hit jab pok sma str wha", r"(?:hit|hits|struck|smack(?:ed|s)?|whack(?:ed|s)?|poked|poke[ds]?|flick(?:ed|s)?|jab(?:bed|s)?) me (?:on|in|with|across|over) (?:the|my|his|her|an?) (?:\w{1,10} )?(?:head|face|arm|hand|chest|stomach|ribs|back|shin|retractor|clamp|chart|clipboard|instrument|ruler|book|phone|forceps)\b"),
    Phrase("chu fli flu hur thr", r"(?:threw|throws|throwing|flung|hurled|chucked) (?:[\w']{1,15} ){1,4}(?:at|right past) (?:me|my (?:head|face|feet|chest)|us|the wall next to me)\b|flick(?:ed|s)? blood (?:at|on) me\b"),
    Phrase("ran tou", r"touch(?:ed|es|ing)? me (?:again (?:today|after)|under|between|on the (?:thigh|butt|ass|leg|breast|chest|waist)|where|when (?:i (?:said|told)|nobody|no ?one|we'?re alone)|and (?:i froze|won'?t stop|wouldn'?t stop))|ran (?:his|her) (?:hands?|fingers?) (?:up|down|along|over|through) my\b"),
    Phrase("bre lif pul sn sna sni snu unh whi", r"(?:whisper(?:s|ed)|breath(?:es|ed)) (?:[\w']{1,9} ){0,4}(?:in|into|down) my (?:ear|neck)\b(?! (?:the answer|to|that it))|sniff(?:s|ed) my (?:hair|neck)\b|sn[au]p(?:s|ped)? my bra\b|unhook\w{1,3} my bra\b|pull(?:s|ed)? (?:down )?my (?:pants|scrubs down|hair|ponytail|braid|hijab)\b|lift(?:s|ed)? (?:up )?my (?:shirt|skirt|scrub)"),
    Phrase("kic", rf"kick(?:s|ed|ing)? (?:me|us) out (?:of (?:the|his|her) (?:or|room|case|clinic|office|team) )?(?:for (?:crying|being|my|asking|having)|because (?:i(?:'?m| am| was| asked| cried)|of my|he|she))\b"),
    Phrase("tex", r"text(?:s|ed|ing)? me (?:[\w']{1,10} ){0,4}(?:asking (?:for|if i)|saying (?:he|she|they) (?:wants?|loves?|misses|missed|needs?)|that (?:he|she) (?:wants?|loves?|misses))\b(?! (?:updates?|labs?|the|help))"),
    Phrase("ma mad mak", r"ma[dk]es? (?:me|us) (?:fetch|pick up|do|buy|get|run|clean|wash|babysit|walk) (?:his|her|their) (?:\w{1,10} )?(?:lunch|errands|dry cleaning|kids|children|dog|car|laundry|groceries|house|coffee and|dinner|taxes)\b"),
    Phrase("blo sla spa spi", r"spit(?:s)? (?:at|on) me\b|spat (?:at|on) me\b|slam(?:s|med)? (?:[\w']{1,9} ){1,3}(?:next to my|on my|into me)\b|block(?:s|ed|ing)? the door (?:so|and|until|when) (?:i|would|wouldn)"),
    Phrase("lau", r"laugh(?:s|ed|ing)? at (?:me (?:for (?:crying|my|being)|when i cried|until i cried|because (?:i(?:'?m| am)|of my))|my (?:accent|hijab|body|stutter|weight|disability))"),
)
PRESSED = (
    Phrase("tol", r"told (?:me |us )?not to (?:log|report|record|tell|write up|document) (?:[\w']{1,9} ){0,6}(?:or else|or i(?:'?d|'?ll)? (?:fail|regret)|or (?:he|she|they)(?:'?d|'?ll| would| will)|if i (?:want|value|care|hope))\b"),
    Phrase("ask for mad pre tol", r"(?:told|made|forced|asked|pressured) (?:me |us )?(?:to )?(?:lie (?:about|on)|falsify|fudge|under ?report|not log) (?:my |our |the )?(?:duty |work )?hours\b"),
    Phrase("mak", rf"mak(?:e|es|ing) sure(?: that)? (?:i|we) {_FAIL_ME}"),
    Phrase("if", rf"if i (?:didn'?t|don'?t|won'?t|wouldn'?t|refused?|refuse to|said no to) (?:to )?(?:go(?:ing)? (?:out|to dinner|home|on a date|for drinks)|sleep(?:ing)?|hav(?:e|ing) (?:sex|dinner|drinks|a drink)|date|kiss(?:ing)?|get (?:dinner|drinks)) ?{_WITH_THEM}"),
    Phrase("a din go sex sle", r"(?:sleep|slept|sex|go out|dinner|a date) with (?:him|her|them) (?:for|to get|to pass|or (?:i|he|she|else)|if i wanted?) ?(?:an?|my|honors|the|good|fail|to|else|he|she|i)?\b"),
    Phrase("if", r"if i (?:go|went|leave|left|call|called|take|took) (?:home|sick|out|in sick|early|a sick day|a day off|time off|maternity)(?: [\w']{1,7}){0,2},? (?:i(?:'?d| would|'?ll)? fail|(?:he|she|they)(?:'?d| would|'?ll| will) (?:fail|mark|tank|dock))"),
    Phrase("fai mar pen pun ret wri", r"(?:punished|penalized|retaliated against|marked down|written up|failed)(?: with [\w']{1,9}| on my eval| again)? for (?:going to (?:my|the|a) (?:doctor|therap|appoint|ob|dentist|funeral)|being (?:sick|pregnant|black|gay|trans|muslim|disabled|a (?:mom|mother|woman))|my (?:pregnancy|disability|accent|religion|race|hijab|hair)|reporting|speaking up|taking (?:sick|maternity|a sick|time off)|having a (?:disability|baby|seizure)|complaining|praying|pumping)"),
    Phrase("if", r"if i (?:report|reported|tell|told|complain|complained|speak up|spoke up|say|said|go|went)(?: [\w']{1,9}){0,5},?(?: (?:he|she|they) (?:said|says|told me))?,? (?:i(?:'?d| would|'?ll| will| won'?t| wouldn'?t)|my (?:grade|career|eval\w{0,6})(?:'?d| would|'?s| is| will)?) (?:never |not )?(?:fail|match|regret|pass|be (?:over|done|finished|sorry)|graduate)"),
    Phrase("tel tol", rf"(?:told|telling) (?:[\w']{{1,12}} ){{0,3}}(?:she|he|they)(?:'?s| is|'?re| are| was) (?:an? )?['\"]?(?:diversity|dei|token|quota)\b"),
)
# Told without anyone who did it.
SUFFERED_THERE = (
    Phrase("bel ber bul deg dis gro har haz hum mis moc ope phy pub rac ret rid scr sex spa thr ver", rf"(?:(?:sexually|racially|verbally|physically|publicly|openly) (?:harassed|assaulted|abused|humiliated|attacked|profiled)|humiliated|bullied|belittled|groped|degraded|berated|discriminated against|retaliated against|hazed|harassed|screamed at|spat at|mocked|ridiculed|mistreated|threatened)(?: and (?:\w{{1,12}} ?(?:at)?))?(?: again| daily| constantly| repeatedly)? {_WHERE}\b"),
    Phrase("phy rac sex ver", rf"(?:sexually|racially|verbally|physically) (?:harassed|assaulted|abused|attacked)(?=\s*(?:$|[.!,\n])| and\b)"),
    Phrase("tol", rf"told(?: that)? (?:{_THEM} {_NO_PLACE}|i(?:'?m| am| was) (?:too (?:fat|ugly|dumb|stupid|pretty|emotional|dark|soft|foreign|old)|{SUCH_A}(?:{INSULT})\b)|i (?:don'?t|do not|didn'?t) belong\b|i (?:only )?got in because)"),
)
# And those with somebody of the staff named behind.
SUFFERED_FROM = Phrase("cal cat cor cur fol gra hit ins kic lau pin pok pun pus scr sho sla sma swo tex tou yel", rf"(?:touched (?:\w{{1,12}} ){{0,8}}|(?:slapped|hit|smacked|pinched|kicked|shoved|pushed|punched|grabbed|poked|yelled at|screamed at|sworn at|cursed at|cursed out|called [\w' ]{{1,30}}|insulted|laughed at|cornered|followed|texted|catcalled)(?: and \w{{2,10}}(?: at)?)?(?: (?:on|in|with|across|for|over) (?:the|my|an?|his|her|\d)(?: \w{{1,10}}){{1,2}}| (?:again|today|hard|twice|daily|publicly|nonstop))? )by")
