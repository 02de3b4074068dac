"""What a writer in acute distress says, for small letters; whose words they are is for `distress` to find out."""

from bot.domain.screening.concerns.speech import Phrase

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
    r"(?:die|dye|be dead|be gone forever|disappear forever|stop (?:existing|living)|give up on life"
    r"|(?:not|never) (?:be alive|exist|wake up)|(?:go to |fall a)?sleep and (?:never|not) wake up)"
)
# "Die laughing", "of embarrassment", "on that hill"; "kill myself over a note"; "cut myself some slack"; and what is
# studied: "suicide prevention".
_NO_FIGURE = (
    r"\b(?! (?:laughing|of|on (?!\w{3,6}day|purpose)|for (?!weeks|months|days|years|real|a (?:while|long)|so long|good)"
    r"|over|from|by|trying|with|in (?:my|a|the|bed)|peacefully|at|like|surrounded|my|some|an?|off|short|lol|haha|lmao"
    r"|inside|risk|prevention|screen|screening|assessments?|watch|notes?|attempts?|rates?|patients?|hotline|precautions"
    r"|among|training|questions?|lectures?|pts?|people|m[ae]n|wom[ae]n|teens?)\b)"
)
_NO_SLIP = r"\b(?! (?:for|over|some|an?|off|out|short|on (?:the|an?)|by|trying|with (?:the|hot)|shaving|tripping)\b)"
# How it is led up to, where nobody but a writer in a hurry leaves out the "I".
_WANT = (
    r"(?:want(?:ing)? to+|(?<=ve\s)wanted to|wan+a|wnat to|wish (?:to|i could|i would)|gon+a|going to|about to|ready to"
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
_SUICIDAL = r"su[iy]?ci?d[ae]l"
_I_WOULD = r"i(?:'?d| would| could|'?ll| will)?(?: just| simply)?"

# Said without an "I" too, since nobody else can be meant.
WITHOUT_AN_I = (
    Phrase(
        "abo att clo dec goi gon nee rea tem tri try wan wis wna",
        rf"{_WANT} (?:(?:{_KILL}|{_DIE}){_NO_FIGURE}|{_HARM}{_NO_SLIP}|(?:end it|be gone){_CLOSED})",
    ),
    Phrase(
        "a clo con dre fan fee goo ima loo obs pic pla res sea thi tho urg way",
        rf"{_THINK} (?:(?:(?!suicide){_KILL}|{_HARM})\b(?! (?:over|some|off|short|an? (?!lot))\b)|jumping{_CLOSED}"
        rf"|(?:not being"
        rf" alive|being dead|giving up on life)\b"
        rf"|ending it{_CLOSED}|ways to die\b|suicide(?= (?:all the time|every|a ?lot|lately|constantly|most|again)\b))",
    ),
    Phrase(
        "alm nea",
        rf"(?:almost|nearly) (?:killed {_MYSELF}|ended (?:my life|it all))\b(?! (?:on the|of|with|at|trying)\b)",
    ),
    Phrase(
        "bur cut har hur wan wou",
        rf"(?:cutting|hurting|harming|burning) {_MYSELF}{_NO_SLIP}|want die{_CLOSED}|wouldn'?t mind (?:dying|being"
        rf" dead)\b",
    ),
    Phrase(
        "bur cut hur",
        rf"(?:cut|hurt|burn(?:ed)?) {_MYSELF} (?:on purpose|again|every (?:day|night)|to (?:feel|cope|get through"
        rf"|sleep))\b",
    ),
    Phrase(
        "cut", r"cut(?:ting)? my (?:own )?(?:arms?|wrists?|legs?|thighs?) (?:again|last night|to feel|open|every)\b"
    ),
    Phrase(
        "bee cut rel",
        rf"been cutting (?:again|to (?:cope|feel|get))|cutting again{_CLOSED}|relapsed (?:on|with|into)"
        rf" (?:self\W?harm|cutting)",
    ),
    Phrase(
        "con day fan",
        r"(?:considering|contemplating) suicide\b|(?:fantasi[sz]|day ?dream)\w{1,4} (?:about|of) (?:dying|not"
        r" existing)\b",
    ),
    Phrase(
        "fee hat hav rea tir",
        rf"(?:tired of|hate) (?:living|being alive){_CLOSED}|ready to give up on (?:life|living)\b|having (?:passive"
        rf" |active )?si\b|feeling (?:(?!not)\w{{2,9}} )?{_SUICIDAL}\b",
    ),
    Phrase(
        "dnt do don nev no not uns",
        rf"(?:{_DONT} feel safe|not safe|unsafe) (?:being |to be )?(?:alone )?(?:with|by|around) {_MYSELF}\b",
    ),
    Phrase(
        "can dnt do don nev no",
        rf"(?:{_CANT}|{_DONT}(?: can)?) (?:keep {_MYSELF} safe|trust {_MYSELF} (?:to be )?(?:alone|not to|right now"
        rf"|tonight))\b",
    ),
    Phrase(
        "afr sca ter wor",
        rf"(?:scared|afraid|terrified|worried)(?: that)? (?:of )?(?:what )?i(?:'?m going to|'?ll| will| might| could"
        rf"|'?d) (?:(?:do(?: something)? to|hurt|harm|kill) {_MYSELF}|end my life)\b",
    ),
    Phrase("los pla", r"planning my own (?:suicide|death|overdose)\b|los(?:t|ing) (?:the|my|all) will to live\b"),
    Phrase(
        "wis",
        r"wish(?:ing)? (?:that )?i (?:(?:was|were|could be) (?:dead|dying)\b(?! of\b)|(?:wasn'?t|weren'?t) (?:alive"
        r"|born)|(?:had never been|was never|were never) born)\b",
    ),
    Phrase(
        "hop pra wis",
        rf"(?:wish|hope|pray)(?:ing)?(?: that)? {_I_WOULD} (?:never|not|don'?t|won'?t|didn'?t) wake up\b"
        r"(?! (?:early|late|at|before|so|to|with|for|in time)\b)",
    ),
    Phrase(
        "dnt do don nev no",
        rf"{_DONT} (?:want to|wan+a|wish to|deserve to) (?:be alive\b|live(?:(?: like this)? any ?more\b| it\b"
        rf"|{_CLOSED})"
        r"|(?:keep|go on) living\b|exist\b|be (?:here|around) any ?more\b|wake up (?:any ?more|tomorrow)\b|be on"
        r" earth\b)",
    ),
    Phrase(
        "can",
        rf"{_CANT} (?:go on|keep|keep on|live) ?(?:living)?(?: like this)?(?: any ?more\b|(?<=living){_CLOSED}"
        rf"|(?<=g\slike\sthis)\b)",
    ),
)
WITH_AN_I = (
    Phrase(
        "han kil may mig sho was wil",
        rf"(?:might|will|may|was (?:going|planning|about) to|'?ll) (?:just |actually |do something to"
        rf" )?(?:{_KILL}{_NO_FIGURE}"
        rf"|{_HARM}{_NO_SLIP})|(?:kill|hang|shoot) {_MYSELF} if i (?:wasn'?t|weren'?t|could|had|knew|didn'?t)\b",
    ),
    Phrase("sho", rf"should (?:just |really |probably )?(?:{_KILL}{_NO_FIGURE}|be dead\b|die{_CLOSED})"),
    Phrase(
        "alm har nea",
        rf"harm(?:ed|ing)? {_MYSELF}{_NO_SLIP}|(?:nearly|almost) overdosed\b(?! on (?:coffee|caffeine|sugar)\b)",
    ),
    Phrase(
        "rat too",
        r"took (?:\w{1,9} )?pills (?:to|so i) (?:not wake|die|wouldn'?t wake|end)\b|rather die than (?:live|keep"
        r"|go on|exist)\b",
    ),
    Phrase(
        "att wan",
        rf"wanted to (?:kill {_MYSELF}|end my life|{_HARM})\b(?! (?:when|because|after|for|over|of)\b)"
        r"|attempted suicide\b",
    ),
    Phrase(
        "thi tho",
        rf"(?:think(?:ing?)?|thought|thoughts) (?:of|about|abt) (?:suicide(?:{_OFTEN}| and i\b)|dying{_OFTEN})",
    ),
    Phrase(
        "sel su suc sui suy tho",
        rf"(?:{_SUICIDAL}|self\W?harm) (?:thoughts?|urges?|ideations?)\b|thoughts of (?:suicide|self\W?harm)\b",
    ),
    Phrase(
        "act pas si su suc sui suy",
        rf"(?:passive |active )?si(?:{_CLOSED}| (?:again|lately|daily)\b)|{_SUICIDAL}\b(?! (?:patients?|people|pts?"
        rf"|m[ae]n|wom[ae]n|teens?)\b)",
    ),
    Phrase(
        "ove sel", r"self\W?harm(?:ing|ed)?\b(?! (?:is|as|in)\b)|overdosed (?:on purpose|last night|again|yesterday)\b"
    ),
    Phrase("a", rf"a (?:danger|threat|risk) to {_MYSELF}\b(?! (?:with|around|in the)\b)|a plan to die\b(?! on\b)"),
    Phrase("a", r"a plan and (?:the|my|enough) (?:pills|means|meds|gun|rope|drugs)\b"),
    Phrase(
        "kno", rf"know (?:exactly )?(?:how|when|where) i(?:'?d| would|'?m going to|'?ll| will) (?:{_KILL}|do it|die)\b"
    ),
    Phrase(
        "lef wri wro",
        r"(?:wrote|writing|written|left) (?:an?|my|the) (?:suicide (?:note|letter)|(?<=my\s)(?:goodbye|farewell)"
        r" (?:notes?|letters?)\b|(?:goodbye|farewell) (?:notes?"
        r"|letters?) (?:to|for) (?:my (?:parents|mom|mum|dad|family|wife|husband|sister|brother|kids|partner|friends)"
        r"|everyone))\b",
    ),
    Phrase(
        "swa tak too",
        r"(?:took|swallowed|taken) (?:a bunch of|a bottle of|all (?:of )?my|too many|a handful of) (?:sleeping"
        r" )?(?:pills|tablets|tylenol|meds|pain ?killers)\b(?! (?:to|from|out|off|into?|for|back|questions?)\b)",
    ),
    Phrase(
        "be rat",
        r"rather (?:be dead|not (?:be alive|exist)|kill myself)\b|be (?:probably |honestly )?better off (?:dead|not"
        r" alive)\b",
    ),
    Phrase("no not", r"(?:nothing|no reason|no will)(?: left)? to (?:live|be alive|keep living)\b"),
)
# Each has its own subject.
COMPLETE = (
    Phrase(
        "eve my our peo the",
        r"(?:every(?:one|body)|the world|they|people|(?:my|our) (?:\w{1,15} )?\w{1,15})(?: (?:here|around me|at home))?"
        r"(?:'?d| would| will|'?ll)(?: all| honestly| probably)? be (?:so much |much )?(?:better|happier)(?: off)?"
        r" (?:without me|if i (?:died|(?:was|were|wasn'?t|weren'?t) (?:dead|gone|not here|alive|around)))\b",
    ),
    Phrase(
        "no nob noo",
        r"(?:nobody|no ?one) (?:would|will|'?d) (?:even |really )?(?:miss me|care|notice|cry) (?:if|when) i"
        r" (?:died|die|(?:was|were|am) (?:dead|gone)|killed myself|disappeared)\b",
    ),
    Phrase(
        "no",
        rf"no (?:point|reason|sense) (?:in |to |for me (?:to|in) )?(?:keep |go on |being |stay )?(?:living|live"
        rf"|alive){_CLOSED}",
    ),
    Phrase(
        "i",
        r"i (?:don'?t|do not|can'?t) see (?:an?y?|the|one) (?:reason|point) (?:to|in|of|for me to) (?:keep |go on"
        r" )?(?:living|live|be alive|being alive)\b",
    ),
    Phrase(
        "see the wha",
        r"(?:what'?s|what is|see|there'?s|there is) (?:even )?(?:the|a|any|no) point (?:in|of|to) (?:living|being alive"
        rf"|staying alive){_CLOSED}",
    ),
    Phrase(
        "lif my",
        r"my life (?:is not|isn'?t|ain'?t|is no longer) worth living\b|life (?:is not|isn'?t) worth living for me\b"
        r"|my life has no (?:point|meaning)\b",
    ),
    Phrase(
        "hur kil una",
        rf"(?:kil+ing|unaliving|hurting) {_MYSELF} (?:sounds|seems|would be|feels) (?:better|easier|good|right)\b",
    ),
    Phrase(
        "my the",
        r"(?:my|the) (?:suicidal thoughts|self\W?harm|urges?) (?:are|is|came|come|has come|have come|got) (?:back"
        r"|again|worse|stronger)\b",
    ),
    Phrase("if", r"if i (?:killed myself|died)(?: tonight| tomorrow)?,? (?:nobody|no ?one)(?: here)? would\b"),
    Phrase(
        "be bee", r"(?:be|been) (?:better|easier|best)(?: for everyone)? if i (?:was|were) (?:dead|gone|never born)\b"
    ),
    Phrase("urg", rf"urges? to (?:kill|hurt|cut|harm) {_MYSELF} (?:is|are|came|keeps?|won'?t|gets?)\b"),
    Phrase(
        "bet eas nic",
        r"(?:easier|better|nicer) (?:to not|not to|if i (?:didn'?t|wasn'?t|weren'?t|did not))(?: be)? (?:alive"
        r"|exist)\b",
    ),
    Phrase(
        "onl",
        rf"only (?:way out|option|answer|solution)(?: left)?(?: for me)? is (?:to )?(?:kil+(?:ing)? {_MYSELF}"
        rf"|suicide|die|dying|end(?:ing)? (?:it|my life))\b",
    ),
    Phrase(
        "kms", r"(?<!\d\s)kms\b(?! (?:away|is|means|was|per|from|to|of|and back|long|run|walk|before|after|every|on)\b)"
    ),
)
# Each phrase has one of these: a sentence without any needs no closer look.
_HINT_WORDS = (
    "self myslef mysefl life live living alive exist die dye dying dead ending suic suyci suid sucid kms overdos wrist"
    " throat jump traffic wake gone disappear harm cutting born si pill tablet meds tylenol killers letter note planet"
    " thigh arm leg without point od"
)
HINTS = (
    *_HINT_WORDS.split(),
    "end it",
    "end every",
    "car ",
    "here any",
    "around any",
    "go on",
    "on earth",
    "a plan",
    "i know",
)
