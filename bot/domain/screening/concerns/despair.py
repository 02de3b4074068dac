"""What a writer in acute distress says, for small letters; whose words they are is for `distress` to find out."""

from bot.domain.screening.concerns.speech import Phrase
from bot.domain.screening.word_sets import words_of

_MYSELF = r"(?:my ?self|meself|myslef|mysefl)"
_KILL = (
    rf"(?:(?:kil+|hang|shoot|off|unaliv|drown|poison)(?:e|ing?)? {_MYSELF}|(?:tak|end)(?:e|ing)? my (?:own )?life"
    r"|end(?:ing)? (?:it all|everything)|(?:commit(?:ting|ing)? )?suicide|kms|overdos(?:e|ing)\b(?! on (?!my|pills"
    r"|tylenol|meds|the|insulin))|od(?:'?ing)?"
    r"|slit(?:ting)? my (?:wrists?|throat)|walk(?:ing)? into traffic"
    r"|jump(?:ing)? (?:off|in front of|from|out of) (?:an?|the|this|that|my) (?!deep)"
    r"|(?:driv|crash|steer)(?:e|ing)? (?:my|the) car (?:into|off))"
)
_HARM = rf"(?:hurt|harm|cutt?|burn|injur)(?:e|ing)? {_MYSELF}"
_DIE = (
    r"(?:die|dye|be dead|be gone forever|diss?app?ear forever|stop (?:existing|living)|give up on life"
    r"|(?:not|never) (?:be alive|exist|wake up)|(?:go to |fall a)?sleep and (?:never|not) wake up)"
)
# "Die laughing", "of embarrassment", "on that hill"; "kill myself over a note"; "cut myself some slack"; and what is
# studied: "suicide prevention".
_NO_FIGURE = (
    r"\b(?! (?:laughing|of|on (?!\w{3,6}day|purpose)|for (?!weeks|months|days|years|real|a (?:while|long)|so"
    r" long|good)"
    r"|over|from|by|trying|with|in (?:my|a|the|bed)|peacefully|at|like|surrounded|my|some|an?|off|short|lol|haha|lmao"
    r"|inside|risk|prevention|screen|screening|assessments?|watch|notes?|attempts?|rates?|patients?|hotline"
    r"|precautions"
    r"|among|training|questions?|lectures?|pts?|people|m[ae]n|wom[ae]n|teens?)\b)"
)
_NO_SLIP = r"\b(?! (?:for|over|some|an?|off|out|short|on (?:the|an?)|by|trying|with (?:the|hot)|shaving|tripping)\b)"
# How it is led up to, where nobody but a writer in a hurry leaves out the "I".
_WANT = (
    r"(?:want(?:ing)? to+|(?<=ve\s)wanted to|wan+a|wnat to|wish (?:to|i could|i would)|gon+a|going to|about to"
    r"|ready to"
    r"|tempted to|decided to|need to|(?:tried|attempted|trying|close) to)(?: just| really)?"
)
_THINK = (
    r"(?:(?:think(?:ing?)?|thoughts?|dream(?:ing)?|fantasi[sz](?:e|ing)|obsessing)"
    r"(?: (?:a ?lot|seriously|more|again|only|constantly))? (?:of|about|abt|bout|over)"
    r"|imagining|picturing|considering|contemplating|feel(?:ing)? like|plan(?:ned|ning)?(?: to| on)?"
    r"|urges? (?:to|of)|a plan (?:to|for)|(?:googl|research|look|search)\w{1,3}(?: up)?|close to|ways to)"
    r"(?: (?:how|when|ways|where))?(?: (?:to|of))?"
)
_OFTEN = (
    r"(?: (?:all the time|every|a ?lot|lately|constantly|more|most|again|daily|this week|too|today|since|for the)\b"
    r"|\s*(?:$|[.!;\n]))"
)
_CLOSED = (
    r"\b(?=\s*(?:$|[.!?,;\n])| (?:and|but|tbh|for me|any ?more|honestly|tonight|today|now|soon|tomorrow|tmrw|all)\b)"
)
_DONT = r"(?:don'?t|do not|dnt|no longer|never)(?: even| really| think i)?"
_CANT = r"(?:can'?t|can ?not)"
_SUICIDE = r"(?:su[iy]?ci?de|suiside|suicde)"
_SUICIDAL = r"su[iy]?ci?d[ae]l"
_I_WOULD = r"i(?:'?d| would| could|'?ll| will)?(?: just| simply)?"

# Said without an "I" too, since nobody else can be meant.
WITHOUT_AN_I = (
    Phrase(
        "abou|atte|clos|deci|goin|need|read|temp|trie|tryi|wnat:to gona|gonn|wana|wann want:to,too wish:i,to",
        rf"{_WANT} (?:(?:{_KILL}|{_DIE}){_NO_FIGURE}|{_HARM}{_NO_SLIP}|(?:end it|be gone){_CLOSED})",
    ),
    Phrase(
        "a:pla clos|ways:to cons|cont|goog|imag|look|pict|plan|rese|sear drea|fant|obse|thin|thou:a,abo,abt,aga,alo"
        ",bou,con,mor,of,onl,ove,ser feel:lik urge:of,to",
        rf"{_THINK} (?:(?:(?!suicide){_KILL}|{_HARM})\b(?! (?:over|some|off|short|an? (?!lot))\b)|jumping{_CLOSED}"
        rf"|(?:not being"
        rf" alive|being dead|giving up on life)\b"
        rf"|ending it{_CLOSED}|ways to die\b|suicide(?= (?:all the time|every|a ?lot|lately|constantly|most"
        rf"|again)\b))",
    ),
    Phrase(
        "almo|near:end,kil",
        rf"(?:almost|nearly) (?:killed {_MYSELF}|ended (?:my life|it all))\b(?! (?:on the|of|with|at|trying)\b)",
    ),
    Phrase(
        "burn|cutt|harm|hurt:mes,my,mys want:die woul:min,t",
        rf"(?:cutting|hurting|harming|burning) {_MYSELF}{_NO_SLIP}|want die{_CLOSED}|wouldn'?t mind (?:dying|being"
        rf" dead)\b",
    ),
    Phrase(
        "burn|cut|hurt:mes,my,mys",
        rf"(?:cut|hurt|burn(?:ed)?) {_MYSELF} (?:on purpose|again|every (?:day|night)|to (?:feel|cope|get through"
        rf"|sleep))\b",
    ),
    Phrase(
        "cut|cutt:my",
        r"cut(?:ting)? my (?:own )?(?:arms?|wrists?|legs?|thighs?) (?:again|last night|to feel|open|every)\b",
    ),
    Phrase(
        "been:cut cutt:aga rela:int,on,wit",
        rf"been cutting (?:again|to (?:cope|feel|get))|cutting again{_CLOSED}|relapsed (?:on|with|into)"
        rf" (?:self\W?harm|cutting)",
    ),
    Phrase(
        "cons|cont:sui day:dre dayd|fant:abo,of",
        r"(?:considering|contemplating) suicide\b|(?:fantasi[sz]|day ?dream)\w{1,4} (?:about|of) (?:dying|not"
        r" existing)\b",
    ),
    Phrase(
        "feel hate:bei,liv havi:act,pas,si read:to tire:of",
        rf"(?:tired of|hate) (?:living|being alive){_CLOSED}|ready to give up on (?:life|living)\b|having (?:passive"
        rf" |active )?si\b|feeling (?:(?!not)\w{{2,9}} )?{_SUICIDAL}\b",
    ),
    Phrase(
        "dnt|dont|neve:eve,fee,rea,thi do:not don:t no:lon not:saf unsa:alo,aro,bei,by,to,wit",
        rf"(?:{_DONT} feel safe|not safe|unsafe) (?:being |to be )?(?:alone )?(?:with|by|around) {_MYSELF}\b",
    ),
    Phrase(
        "can:not,t cann|cant:kee,tru dnt|dont|neve:can,eve,kee,rea,thi,tru do:not don:t no:lon",
        rf"(?:{_CANT}|{_DONT}(?: can)?) (?:keep {_MYSELF} safe|trust {_MYSELF} (?:to be )?(?:alone|not to|right now"
        rf"|tonight))\b",
        words_of("safe trust"),
    ),
    Phrase(
        "afra|scar|terr|worr:i,id,ill,im,of,tha,wha",
        rf"(?:scared|afraid|terrified|worried)(?: that)? (?:of )?(?:what )?i(?:'?m going to|'?ll| will| might| could"
        rf"|'?d) (?:(?:do(?: something)? to|hurt|harm|kill) {_MYSELF}|end my life)\b",
    ),
    Phrase(
        "losi|lost:all,my,the plan:my",
        r"planning my own (?:suicide|death|overdose)\b|los(?:t|ing) (?:the|my|all) will to live\b",
    ),
    Phrase(
        "wish:i,tha",
        r"wish(?:ing)? (?:that )?i (?:(?:was|were|could be) (?:dead|dying)\b(?! of\b)|(?:wasn'?t|weren'?t) (?:alive"
        r"|born)|(?:had never been|was never|were never) born)\b",
    ),
    Phrase(
        "hope|pray|wish:i,id,ill,tha",
        rf"(?:wish|hope|pray)(?:ing)?(?: that)? {_I_WOULD} (?:never|not|don'?t|won'?t|didn'?t) wake up\b"
        r"(?! (?:early|late|at|before|so|to|with|for|in time)\b)",
    ),
    Phrase(
        "dnt|dont|neve:des,eve,rea,thi,wan,wis do:not don:t no:lon",
        rf"{_DONT} (?:want to|wan+a|wish to|deserve to) (?:be alive\b|live(?:(?: like this)? any ?more\b| it\b"
        rf"|{_CLOSED})"
        r"|(?:keep|go on) living\b|exist\b|be (?:here|around) any ?more\b|wake up (?:any ?more|tomorrow)\b|be on"
        r" earth\b)",
    ),
    Phrase(
        "can:not,t cann|cant:go,kee,liv",
        rf"{_CANT} (?:go on|keep|keep on|live) ?(?:living)?(?: like this)?(?: any ?more\b|(?<=living){_CLOSED}"
        rf"|(?<=g\slike\sthis)\b)",
    ),
    Phrase(
        "thin|thou:abo,abt,of",
        rf"(?:think(?:ing?)?|thoughts) (?:of|about|abt) {_SUICIDE}(?=\s*(?:$|[.!;\n]))",
    ),
)
WITH_AN_I = (
    # With anything behind it, it is "rounds" or "vacation" that somebody can't go on.
    Phrase("can:not,t cann|cant:go", rf"{_CANT} go on(?=\s*(?:$|[.!;\n])|,? (?:i'?m|i am|i feel|im) )"),
    Phrase("done:wit", rf"done with (?:(?:this|my|all of) )?(?:life|living|being alive|existing|existence){_CLOSED}"),
    Phrase(
        "hang|kill|shoo:mes,my,mys may|migh|will:act,bur,com,cra,cut,do,dri,dro,end,han,har,hur,inj,jum,jus,kil,kms"
        ",od,odi,off,ove,poi,sho,sli,ste,sui,tak,una,wal was:abo,goi,pla",
        rf"(?:might|will|may|was (?:going|planning|about) to) (?:just |actually |do something to"
        rf" )?(?:{_KILL}{_NO_FIGURE}"
        rf"|{_HARM}{_NO_SLIP})|(?:kill|hang|shoot) {_MYSELF} if i (?:wasn'?t|weren'?t|could|had|knew|didn'?t)\b",
    ),
    Phrase(
        "shou:be,com,cra,die,dri,dro,end,han,jum,jus,kil,kms,od,odi,off,ove,poi,pro,rea,sho,sli,ste,sui,tak,una,wal",
        rf"should (?:just |really |probably )?(?:{_KILL}{_NO_FIGURE}|be dead\b|die{_CLOSED})",
    ),
    Phrase(
        "almo|near:ove harm:mes,my,mys",
        rf"harm(?:ed|ing)? {_MYSELF}{_NO_SLIP}|(?:nearly|almost) overdosed\b(?! on (?:coffee|caffeine|sugar)\b)",
    ),
    Phrase(
        "rath:die took",
        r"took (?:\w{1,9} )?pills (?:to|so i) (?:not wake|die|wouldn'?t wake|end)\b|rather die than (?:live|keep"
        r"|go on|exist)\b",
    ),
    Phrase(
        "atte:sui want:to",
        rf"wanted to (?:kill {_MYSELF}|end my life|{_HARM})\b(?! (?:when|because|after|for|over|of)\b)"
        r"|attempted suicide\b",
        words_of(
            "attempted burn burne burning cut cute cuting cutt cutte cutting harm harme harming hurt hurte"
            " hurting injur injure injuring kill life"
        ),
    ),
    Phrase(
        "thin|thou:abo,abt,of",
        rf"(?:think(?:ing?)?|thought|thoughts) (?:of|about|abt) (?:suicide(?:{_OFTEN}| and i\b)|dying{_OFTEN})",
    ),
    Phrase(
        "self:har,ide,tho,urg sucd|suci|suic|suyc:ide,tho,urg thou:of",
        rf"(?:{_SUICIDAL}|self\W?harm) (?:thoughts?|urges?|ideation(?! screen)s?)\b|thoughts of (?:suicide"
        rf"|self\W?harm)\b",
    ),
    Phrase(
        "acti|pass:si si|sucd|suci|suic|suyc",
        rf"(?:passive |active )?si(?:{_CLOSED}| (?:again|lately|daily)\b)|{_SUICIDAL}\b(?! (?:patients?|people|pts?"
        rf"|m[ae]n|wom[ae]n|teens?)\b)",
    ),
    Phrase(
        "over:aga,las,on,yes self",
        r"self\W?harm(?:ing|ed)?\b(?! (?:is|as|in)\b)|overdosed (?:on purpose|last night|again"
        r"|yesterday)\b",
    ),
    Phrase(
        "a:dan,pla,ris,thr",
        rf"a (?:danger|threat|risk) to {_MYSELF}\b(?! (?:with|around|in the)\b)|a plan to die\b(?! on\b)",
    ),
    Phrase("a:pla", r"a plan and (?:the|my|enough) (?:pills|means|meds|gun|rope|drugs)\b"),
    Phrase(
        "know:exa,how,whe",
        rf"know (?:exactly )?(?:how|when|where) i(?:'?d| would|'?m going to|'?ll| will) (?:{_KILL}"
        rf"|do it|die)\b",
    ),
    Phrase(
        "left|writ|wrot:a,an,my,the",
        r"(?:wrote|writing|written|left) (?:an?|my|the) (?:suicide (?:note|letter)|(?<=my\s)(?:goodbye|farewell)"
        r" (?:notes?|letters?)\b|(?:goodbye|farewell) (?:notes?"
        r"|letters?) (?:to|for) (?:my (?:parents|mom|mum|dad|family|wife|husband|sister|brother|kids|partner|friends)"
        r"|everyone))\b",
    ),
    Phrase(
        "swal|take|took:a,all,too",
        r"(?:took|swallowed|taken) (?:a bunch of|a bottle of|all (?:of )?my|too many|a handful of) (?:sleeping"
        r" )?(?:pills|tablets|tylenol|meds|pain ?killers)\b(?! (?:to|from|out|off|into?|for|back|questions?)\b)",
    ),
    Phrase(
        "be:bet,hon,pro rath:be,kil,not",
        r"rather (?:be dead|not (?:be alive|exist)|kill myself)\b|be (?:probably |honestly )?better off (?:dead|not"
        r" alive)\b",
    ),
    Phrase("no:rea,wil noth:lef,to", r"(?:nothing|no reason|no will)(?: left)? to (?:live|be alive|keep living)\b"),
)
# Each has its own subject.
COMPLETE = (
    Phrase(
        "ever|peop|they:all,aro,at,be,d,her,hon,ll,pro,wil,wou my|our the:wor",
        r"(?:every(?:one|body)|the world|they|people|(?:my|our) (?:\w{1,15} )?\w{1,15})(?: (?:here|around me|at"
        r" home))?"
        r"(?:'?d| would| will|'?ll)(?: all| honestly| probably)? be (?:so much |much )?(?:better|happier)(?: off)?"
        r" (?:without me|if i (?:died|(?:was|were|wasn'?t|weren'?t) (?:dead|gone|not here|alive|around)))\b",
        frozenset({"better", "happier"}),
    ),
    Phrase(
        "no:one nobo|noon:d,wil,wou",
        r"(?:nobody|no ?one) (?:would|will|'?d) (?:even |really )?(?:miss me|care|notice|cry) (?:if|when) i"
        r" (?:died|die|(?:was|were|am) (?:dead|gone)|killed myself|diss?app?eared)\b",
    ),
    Phrase(
        "no:poi,rea,sen",
        rf"no (?:point|reason|sense) (?:in |to |for me (?:to|in) )?(?:keep |go on |being |stay )?(?:living|live"
        rf"|alive){_CLOSED}",
    ),
    Phrase(
        "i:can,do,don",
        r"i (?:don'?t|do not|can'?t) see (?:an?y?|the|one) (?:reason|point) (?:to|in|of|for me to) (?:keep |go on"
        r" )?(?:living|live|be alive|being alive)\b",
    ),
    Phrase(
        "see:a,any,eve,no,the ther|what:a,any,eve,is,no,s,the",
        r"(?:what'?s|what is|see|there'?s|there is) (?:even )?(?:the|a|any|no) point (?:in|of|to) (?:living"
        r"|being alive"
        rf"|staying alive){_CLOSED}",
    ),
    Phrase(
        "life:is,isn my:lif",
        r"my life (?:is not|isn'?t|ain'?t|is no longer) worth living\b|life (?:is not|isn'?t) worth living for me\b"
        r"|my life has no (?:point|meaning)\b",
    ),
    Phrase(
        "hurt|kili|kill|unal:mes,my,mys",
        rf"(?:kil+ing|unaliving|hurting) {_MYSELF} (?:sounds|seems|would be|feels) (?:better|easier|good|right)\b",
    ),
    Phrase(
        "my|the:sel,sui,urg",
        r"(?:my|the) (?:suicidal thoughts|self\W?harm|urges?) (?:are|is|came|come|has come|have come|got) (?:back"
        r"|again|worse|stronger)\b",
    ),
    Phrase("if:i", r"if i (?:killed myself|died)(?: tonight| tomorrow)?,? (?:nobody|no ?one)(?: here)? would\b"),
    Phrase(
        "be|been:bes,bet,eas",
        r"(?:be|been) (?:better|easier|best)(?: for everyone)? if i (?:was|were) (?:dead|gone"
        r"|never born)\b",
    ),
    Phrase("urge:to", rf"urges? to (?:kill|hurt|cut|harm) {_MYSELF} (?:is|are|came|keeps?|won'?t|gets?)\b"),
    Phrase(
        "bett|easi|nice:if,not,to",
        r"(?:easier|better|nicer) (?:to not|not to|if i (?:didn'?t|wasn'?t|weren'?t|did not))(?: be)? (?:alive"
        r"|exist)\b",
    ),
    Phrase(
        "only:ans,opt,sol,way",
        rf"only (?:way out|option|answer|solution)(?: left)?(?: for me)? is (?:to )?(?:kil+(?:ing)? {_MYSELF}"
        rf"|suicide|die|dying|end(?:ing)? (?:it|my life))\b",
    ),
    Phrase(
        "kms",
        r"(?<!\d\s)kms\b(?! (?:away|is|means|was|per|from|to|of|and back|long|run|walk|before|after"
        r"|every|on)\b)",
    ),
)
