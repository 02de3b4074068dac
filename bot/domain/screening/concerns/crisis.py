"""What a writer says who can't go on, is going to pieces, or comes near to it in other words than a wish to die."""

from bot.domain.screening.concerns.speech import Phrase
from bot.domain.screening.word_sets import words_of

_END = (
    r"\b(?=\s*(?:$|[.!?,;:\n)-])| (?:and|but|tbh|lol|any ?more|right now|rn|again|tonight|today|lately|these days"
    r"|at all|because|bc|since|so|that)\b)"
)
_I_AM = r"i(?:'?m| am|'?ve been| have been| feel| feel like i'?m| think i'?m| think that i'?m)"
_SO = (
    r"(?: (?:so|just|really|very|completely|totally|utterly|honestly|literally|slowly|actually|kind of|kinda"
    r"|always|still|severely|deeply)){0,2}"
)
_SKIN = r"(?:arms?|wrists?|legs?|thighs?|skin|stomach|hips?)"
_NO_WAKING = (
    r"(?:never|not|don'?t|do not|won'?t|wouldn'?t|would not|didn'?t|just not|just don'?t) (?:have to )?(?:wake"
    r"|woke)(?:n)?(?: back)? up\b(?! (?:early|late|at|before|so|to|with|for|in time)\b)"
)
# Nobody can go on like this "with the EHR", and that is no more than an annoyance.
_NO_CHORE = (
    r"(?! (?:with|without|in|on) (?:the|this|our|these|all the|my|so many) (?:\w{1,12} )?(?:ehrs?|emrs?|epic|cerner"
    r"|notes?|chart(?:s|ing)?|computers?|parking|schedules?|commute|pagers?|call|shelf|exams?|anki|printers?|software"
    r"|system|badges?|food|coffee|traffic|paperwork|evals?|wifi|elevators?)\b)"
)

# Each has its own subject.
COMPLETE_TOO = (
    Phrase(
        "i:jus,rea,wis",
        r"i (?:really |just )?wish (?:someone|somebody) would (?:just )?(?:shoot|kill|run over|stab) me\b(?!"
        r" (?:lol|haha))",
    ),
    Phrase(
        "ever:d,wil,wou",
        r"every(?:one|body) (?:would|will|'?d) be (?:totally |just |probably )?(?:fine|ok|okay) without"
        r" me(?=\s*(?:$|[.!\n])| (?:here|around|alive)\b)",
    ),
    Phrase(
        "see:no,rea ther:is,no,rea,s what:is,s,the",
        r"(?:there'?s|there is|see) (?:really )?no point (?:in|to) (?:going on|continuing|my life|being here"
        r" any ?more|me being)(?=\s*(?:$|[.!,\n])| (?:and|any ?more|living)\b)|(?:what'?s|what is) the point"
        r" (?:of|in) (?:being alive|living|my life|staying alive)(?=\s*(?:$|[.!?,\n])| (?:if|when|any"
        r" ?more)\b)",
    ),
    Phrase(
        "i:am,fee,hav,m,thi,ve im:a,act,alw,at,bet,bre,com,dee,dep,fal,goi,hon,hop,in,jus,kin,lit,los,rea,sev,slo,so"
        ",spi,sti,sui,tot,unr,utt,ver,wor ive:bee",
        rf"{_I_AM}{_SO} (?:(?:falling|coming) apart{_END}|breaking down{_END}|unravel+ing{_END}|(?:spiral+ing"
        rf"|losing it|going under){_END}(?! (?:over|at|with|laugh))|(?:hopeless|worthless){_END}(?!,? (?:at"
        rf"|with|about)\b)|depressed{_END}|in crisis\b|suicidal\b|a burden (?:to|on) (?:everyone|my)\b|at"
        rf" (?:the end of my rope|(?:my|a) breaking point|rock bottom)\b|better off dead\b)",
    ),
    Phrase(
        "i:am,m im:hon,not,rea,so",
        r"i(?:'?m| am)(?: really| honestly| so)? not (?:ok|okay|alright|safe|coping|well)\b(?=\s*(?:$"
        r"|[.!?,;\n])| (?:and|but|at all|tonight|right now|rn|anymore|alone|at home|lately)\b)(?! and i'?m not"
        r" (?:safe )?to)",
        words_of("alright coping ok okay safe well"),
    ),
    Phrase(
        "i:am,m im:not,rea",
        r"i(?:'?m| am) (?:really )?not doing (?:ok|okay|well|good|so well|alright)\b(?=\s*(?:$|[.!?,;\n])|"
        r" (?:and|but|at all|mentally|lately)\b)",
        frozenset({"doing"}),
    ),
    Phrase(
        "i:als,am,bee,get,got,had,hav,jus,kee,kep,m,now,ve im|ive:als,bee,get,got,had,hav,jus,kee,kep,now",
        r"i(?:'?m|'?ve| am| have)?(?: just| keep| kept| also| been| now)? (?:had|have|having|get|getting|got)"
        r" (?:an?|my (?:first|second|third|\w{1,6}th)|another|daily|constant|more|these|regular|multiple"
        r"|full(?:\Wblown| on))? ?panic attacks?\b(?! (?:pt|patient|over (?:a|the)|lol|haha|about (?:a|the)"
        r"|lecture|kid|case|and (?:thought|the team))\b)",
        words_of("attack attacks"),
    ),
    Phrase(
        "i:am,bee,had,hav,jus,m,ve im|ive:bee,had,hav,jus",
        r"i(?:'?m|'?ve| am| have| just)?(?: just| been)? (?:having|had) an? (?:mental|nervous|complete|total"
        r"|full|emotional)(?: blown| on)? (?:breakdown|crisis)\b(?! (?:over|about|lol))",
        words_of("breakdown crisis"),
    ),
    Phrase(
        "i:hat",
        r"i hate myself(?: so much| for existing| for being alive| most days| every day)?\b(?=\s*(?:$|[.!\n])|"
        r" and\b| so much)",
    ),
    Phrase(
        "my:las,lif,own,sec,sui",
        r"my life (?:isn'?t|is not|ain'?t) worth (?:anything|it|living|a thing|shit)\b|my life is (?:worthless"
        r"|pointless|meaningless|not worth)\b|my (?:second |last |own )?suicide (?:attempt|note|plan)\b",
    ),
    Phrase(
        "if:i",
        r"if i (?:crashed|died|got (?:hit|run over|killed)|never woke up|didn'?t wake up|don'?t wake up|got in"
        r" an? (?:accident|crash|wreck))(?: [\w']{1,12}){0,6},? (?:(?:i|it|that)(?:'?d| would)?(?: honestly|"
        r" probably)? (?:wouldn'?t (?:mind|care|matter)|be (?:ok|okay|fine|relieved|a relief|easier|so bad"
        r"|happy)|would be|not (?:mind|care)))\b",
    ),
    Phrase(
        "ever|pare|they:d,wil,wou my:fam,fri,hus,kid,mom,par,wif the:wor",
        r"(?:everyone|everybody|they|my (?:family|parents|mom|kids?|wife|husband|partner|friends)|the world"
        r"|parents) (?:would|will|'?d) (?:all )?(?:do|be) (?:so much |much )?(?:better|better off|happier"
        r"|relieved)(?: off)? (?:if i (?:just )?(?:died|vanished|diss?app?eared|(?:was|were|wasn'?t|weren'?t)"
        r" (?:dead|gone|not here|alive|around|here))\b|without me|with me gone)\b",
    ),
    Phrase(
        "i:am,m im:a,afr,hon,kin,rea,sca,so,ter",
        r"i(?:'?m| am) (?:really |so |honestly |kind of |a bit )?(?:scared|afraid|terrified) of (?:myself|what"
        r" i(?:'?ll|'?d)? ?(?:might|could|may|would|will|am capable|do))\b",
        words_of("afraid scared terrified"),
    ),
    Phrase(
        "my|the:tho thou:abo,of",
        r"(?:the |my )?thoughts (?:of|about) (?:dying|death|suicide|ending (?:it|things|my life)|killing myself"
        r"|hurting myself) (?:are|is|get|got|keep|won'?t|come|came|don'?t|never|started|have)\b",
    ),
    Phrase(
        "i:can,do,don,no",
        r"i (?:can'?t|don'?t|cannot|do not|no longer) see (?:a|any|my|much) future(?: (?:where|in which|with me"
        r"|for me|for myself|any ?more|at all)\b|\s*(?:$|[.!\n]))",
    ),
    Phrase(
        "no:oth,way",
        r"no (?:other )?way out (?:for me|of this for me|except|but (?:dying|death|to die)|that doesn'?t)\b",
    ),
    Phrase(
        "i:hon,jus,kno,mig,nee,rea,thi",
        r"i (?:just |really |honestly |think i |know i |might )?need (?:some )?help\b(?=\s*(?:$|[.!\n])| (?:and"
        r" (?:i )?don'?t know|but (?:i )?(?:don'?t|can'?t|am)|now\b|please|bad(?:ly)?\b))",
        frozenset({"need"}),
    ),
    Phrase(
        "don:t dont:kno i:don",
        r"(?:i )?don'?t know how to (?:ask for help|keep going|go on|stay alive|live (?:like this|any ?more)"
        r"|cope)\b(?! with)",
    ),
    Phrase(
        "hope|hopi|pray:i,id,tha",
        r"(?:hoping|praying|hoped|prayed)(?: that)? i(?:'?d| would)? (?:never|wouldn'?t|don'?t|didn'?t|won'?t"
        r"|not) wake up\b(?! (?:early|late|at|before))",
    ),
    Phrase(
        "i:can,don,may,mig",
        r"i (?:don'?t (?:think|know)(?: if| that| how)?(?: i can| i'?ll| to)?|can'?t|might not|may not) (?:stay"
        r"|be) alive\b",
    ),
)
# Said without an "I" too, since nobody else can be meant.
WITHOUT_AN_I_TOO = (
    Phrase(
        "been:cut life:is,isn",
        r"been cutting (?:since|to|every|for|at night|my (?:arms?|legs?|thighs?|wrists?))\b|life (?:is not"
        r"|isn'?t) worth (?:it|living)(?: any ?more)?(?=\s*(?:$|[.!,\n])| (?:and|to me)\b)",
    ),
    Phrase(
        "can:t cant:ima,pic,see wish:i,id,tha",
        r"wish(?:ing|ed)? (?:that )?i(?:'?d| had) never (?:been born|existed)\b|can'?t (?:see|imagine|picture)"
        r" myself (?:living|alive|being alive|being here (?:in|next|much)|making it (?:to|past))\b",
    ),
    Phrase(
        "can:not,t cann|cant:cop,eat,get,go,kee,liv,sle,sto",
        r"can(?:'?t|not| not) (?:stop crying|get out of bed|(?:eat|sleep),? (?:can'?t|or|and) (?:sleep|eat)"
        rf"|(?:keep (?:going|doing this|living)|go on|live) like this{_NO_CHORE}|stop thinking about"
        r" (?:dying|death|suicide|killing|ending)|cope(?: any ?more)?\b(?=\s*(?:$|[.!,\n])| any)|keep"
        r" myself (?:alive|safe))",
    ),
    Phrase(
        "cry|cryi|sob|sobb:all,alm,bef,eac,eve,in,mys,nea,on,pre",
        r"(?:cry(?:ing)?|sob(?:bing)?) (?:myself to sleep\b|(?:almost |nearly |pretty much )?(?:every|each)"
        r" (?:single )?(?:day|night|morning|shift)\b|before (?:every|each|work|shifts?|rounds)\b|all (?:day|the"
        r" time)\b|(?:in|on) (?:the|my) (?:\w{1,9} )?(?:every|each)\b)",
    ),
    Phrase(
        "not",
        r"not (?:doing (?:ok|okay|well)|coping|okay|ok)(?: at all| any ?more)?(?=\s*(?:$|[.!\n]))|not safe"
        r" (?:tonight|right now|alone|at home|with myself)\b",
    ),
    Phrase(
        "afra|scar|terr:of",
        r"(?:scared|afraid|terrified) of (?:myself|what i(?:'?ll|'?d)? ?(?:might|could|may|will) do(?: to"
        r" myself)?)(?=\s*(?:$|[.!,\n])| (?:tonight|this|when|if|alone|and)\b)",
    ),
    Phrase(
        "gett|had|have|havi:bad,dar,mor,pre,rea,sca,som,suc,sui,ver",
        r"(?:having|had|have|getting) (?:really |very |such |some |pretty |more )?(?:dark|scary|suicidal|bad)"
        r" thoughts(?: again| lately| about (?:ending|dying|myself|hurting))?(?=\s*(?:$|[.!,\n])| (?:and|but"
        r"|every|at night|all the time|about|on)\b)",
    ),
    Phrase(
        "got|have|made:a",
        r"(?:have|got|made) a plan(?: now)?(?:,? (?:which|that|and|but))?(?: (?:it|that|is|i'?m|it'?s|to|for"
        r"|weirdly|kind of|the|how|a|i|have|scares?)){0,4} (?:calm|scar(?:es?|ed|y|ing)\b|comfort|die\b(?! on)"
        r"|end (?:it|my)\b|kill|date\b|means\b)",
    ),
    Phrase(
        "calc|coun|goog|look|rese|sear:eno,how,let,onl,out,the,up,wha,whi",
        r"(?:look(?:ed|ing)?|googl(?:ed?|ing)|search(?:ed|ing)|calculat(?:ed|ing)|count(?:ed|ing)|research(?:ed"
        r"|ing))(?: up| out| online)? (?:how (?:many|much)|what dose|the dose|the lethal|lethal|which"
        r"|enough)(?: [\w']{1,12}){0,6} (?:it(?:'?d| would) take(?=\s*(?:$|[.!,\n])| to (?:die|kill me|end|not"
        r" wake|stop my)| for me)|(?:would|could) (?:kill me|do it|be enough)|to (?:die|kill me|kill myself"
        r"|overdose|end))\b",
    ),
    Phrase(
        "boug|coll|got|have|hid|hidi|hoar|keep|kept|orde|save|savi|stoc",
        r"(?:bought|have|keep(?:ing)?|kept|sav(?:ed|ing)|stockpil(?:ed|ing)|hoard(?:ed|ing)|hid(?:ing)?|got"
        r"|collect(?:ed|ing)|ordered)(?: up)?(?: [\w']{1,9}){0,5} (?:rope|pills|meds|gun|blades?|razors?"
        r"|insulin|fentanyl|propofol|tylenol)(?: [\w']{1,9}){0,5} (?:in case i (?:decide|want|need|have)|for"
        r" when i(?:'?m| am| decide| want| can'?t)|until i have enough|(?:to|and) (?:end|kill|die|use it on"
        r" myself|do it))",
        words_of("rope pills meds gun blade blades razor razors insulin fentanyl propofol tylenol"),
    ),
    Phrase(
        "draf|left|type|writ|wrot",
        r"(?:writing|wrote|written|left|drafted|typed)(?: [\w']{1,9}){0,3} (?:goodbye|suicide|farewell)"
        r" (?:letters?|notes?|texts?|messages?|e?mails?)\b(?! (?:for|to) (?:the|my (?:team|patient))\b)",
        words_of("farewell goodbye suicide"),
    ),
    Phrase(
        "imag|pict|plan:my",
        r"(?:imagin(?:e|ing)|plann(?:ed|ing)|pictur(?:e|ing)) my own (?:funeral|death|suicide)\b|planning my"
        r" funeral\b",
    ),
    Phrase(
        "hope|hopi|pray|want|wish:a,an,my,som,tha,the,thi",
        r"(?:wish(?:ing)?|hop(?:e|ing)|pray(?:ing)?|want(?:ed)?)(?: that)?(?: sometimes)? (?:an?|the|this|my"
        r"|some) (?:bus|car|truck|train|plane|semi|ambulance|elevator)(?: [\w']{1,9}){0,2} (?:hit|hits|kill"
        r"|kills|crash|crashes|crashed|run over|runs over|take|takes) ?(?:me|into|and i|on (?:the|my)|over)?\b",
    ),
    Phrase(
        "hop|hope|hopi|pray|wish:i,id,ill,tha,to",
        rf"(?:wish|hop|pray)(?:e|ed|ing)?(?: that| to god)? i(?:'?d| would| could| will|'?ll)?(?: just|"
        rf" simply)? {_NO_WAKING}",
    ),
    Phrase(
        "keep:me,mys stay:ali",
        r"(?:stay|staying|keep (?:me|myself)) alive(?=\s*(?:$|[.!,\n])| (?:any ?more|until|till|for (?:my|them)"
        r"|much|tonight|this|right now)\b)",
    ),
    Phrase(
        "day:dre dayd|fant|imag|pict|thin|thou:abo,abt,cli,cra,dea,dri,dyi,go,goi,how,jum,jus,let,my,not,of,ste,swe"
        ",tur,vee,wal,wha",
        r"(?:th(?:ink|inking|ought|oughts)|imagin(?:e|ed|ing)|pictur(?:e|ed|ing)|(?:day ?dream"
        r"|fantasi[sz])\w{0,3})(?: about| of| abt)?(?: just| how easy it(?:'?d| would) be to| what if i)?"
        r" (?:let(?:ting)? (?:the|my) car|let(?:ting)? go of the wheel|(?:go|going|climb|climbing|jump|jumping"
        r"|step|stepping|walk|walking|driv(?:e|ing)|swerv(?:e|ing)|veer(?:ing)?|crash(?:ing)?|steer(?:ing)?)(?:"
        r" my car| the car)? (?:over|off|into|in front of|out of|through) (?:the|a|an|on ?coming|traffic|my)(?!"
        r" (?:or|exam|topic|details|list|case|chart|results|room|plan|notes|conversation)\b)|not (?:waking up"
        r"|existing|being here any ?more|being around any ?more|braking|turning the wheel)|turning the wheel"
        r"|death all|dying (?:all|every|a lot|constantly|again)|my own (?:death|funeral))",
    ),
    Phrase(
        "how:eas,pea,qui,sim",
        r"how (?:easy|simple|peaceful|quick|quiet) it(?:'?d| would) be(?: to (?:just )?(?:end|die|jump|step|let"
        r" go|not wake|stop (?:existing|living|breathing)|drive|fall|overdose|take)\b|\s*(?:$|[.!\n])| if i"
        r" (?:jump|let|died|step|fell))",
    ),
    Phrase(
        "need|wann|want|wish:dis,to",
        r"(?:want(?:ed|ing)?|wish|wanna|need) (?:to )?diss?app?ear (?:for good|for ?ever|and (?:be (?:dead|gone)"
        r"|never|not) (?:come|be|wake)|from (?:this (?:world|earth|planet|life)|everyone'?s|life)|completely"
        r"|permanently)\b",
        words_of("disapear disappear dissapear dissappear"),
    ),
    Phrase(
        "need|want|wish:all,eve,it,thi",
        r"(?:want|need|wish|wanted) (?:it|this|everything|all of it) (?:all )?(?:to be over|to end|to stop|over"
        r"|done|ended),? (?:all of it|life|my life|me included|for good|permanently|forever|i mean)\b",
    ),
    Phrase(
        "rath:not",
        r"rather not (?:be (?:alive|here any ?more|around any ?more|on (?:this|the) (?:earth|planet))|exist"
        r"|live|wake up)\b",
    ),
    Phrase(
        "do:not don:t dont:wan no:lon",
        r"(?:don'?t|do not|no longer) (?:want to|wanna) (?:be here|be around)(?: [\w']{1,9}){0,2},? (?:and|but"
        r"|as in|like)(?: i)?(?: (?:don'?t|do not|dont) mean| on (?:this|earth)| alive| in the world)",
    ),
    Phrase(
        "burn|carv|cut|cutt|scra|slic|stab:at,int,my,up",
        rf"(?:cut(?:ting)?|burn(?:ed|t|ing)?|scratch(?:ed|ing)?|slic(?:ed|ing)|carv(?:ed|ing)|stabb(?:ed"
        rf"|ing))(?: at| into| up)? my (?:own )?{_SKIN}(?: [\w']{{1,9}}){{0,2}} (?:again|till|until|to feel"
        rf"|open|so that (?:no|i)|so no|with (?:a|my) (?:razor|blade|scalpel|knife|lighter)|where|every|when i)\b",
    ),
    Phrase(
        "back:to been|keep|kept|star:bit,bur,cut,hur,scr,sli can:t cant:sto",
        rf"(?:started|back to|keep|kept|can'?t stop|been|start) (?:burning|cutting|scratching|biting|slicing"
        rf"|hurting) (?:myself|my (?:own )?{_SKIN})\b(?! (?:on|with the|short|off|some|by)\b)",
    ),
    Phrase("bega|begu|star:to", r"(?:started|begun|began|starting) to (?:hurt|cut|harm|burn|starve) myself\b"),
    Phrase(
        "cut:mys cuts:all,on,ove,up",
        r"cut myself (?:last night|again|after (?:rounds|work|my (?:eval|shift|exam)|the (?:shift|exam|eval))"
        r"|because i (?:hate|feel|felt|can'?t|deserve|needed)|to)\b|cuts (?:all )?(?:over|up|on) my (?:own"
        r" )?(?:arms?|thighs?|legs?|wrists?),? (?:did|i did|from|that i|by me)\b",
    ),
    Phrase("sh:aga,rel,urg", r"sh urges\b|sh (?:again|relapse)\b"),
    Phrase(
        "sucd|suci|suic|suyc",
        r"su[iy]?ci?d[ae]l(?: (?:again|too|tonight|lately|rn|right now|most days|every day|and))?(?=\s*(?:$"
        r"|[.!,\n])| (?:scared|alone|today|since)\b)",
    ),
    Phrase(
        "atte:sui trie:to",
        r"attempted suicide (?:\d|last|in |two|three|a (?:year|month|week)|this|before|twice|once)|tried to"
        r" (?:kill myself|overdose|end (?:it all|my life)|hang myself|die)\b(?! (?:of|laughing))",
    ),
    Phrase(
        "thin|thou:abo,abt,of",
        r"(?:think(?:ing)?|thought|thoughts) (?:about|abt|of) (?:(?:suicide|ending (?:things|everything|it)|my"
        r" own death) (?:more|again|a lot|lately|every|all|constantly|on the|when i|most)|(?:dying|death)"
        r" (?:all the time|constantly|every (?:day|night|time)))\b|thinking (?:about|of|abt) (?:taking"
        r"|swallowing) (?:them all|all (?:of )?(?:them|my|the)|the whole bottle)\b",
    ),
    Phrase("pass:si", r"passive si\b(?=\s*(?:$|[.!,\n])| (?:most|every|again|all|lately|since|and)\b)"),
    Phrase(
        "can|don:t cant:ima,see dont:wan",
        r"can'?t (?:see|imagine) (?:a|any) future (?:where|in which|with me|for me|for myself)|don'?t want to"
        r" wake up(?=\s*(?:$|[.!,\n])| and\b)",
    ),
)
# The writer must say so.
WITH_AN_I_TOO = (
    Phrase(
        "drin popp|taki|usin:add,ati,ben,cok,fen,opi,oxy,per,pil,xan",
        r"drinking(?: (?:alone|a bottle|half a bottle|vodka|wine|whiskey|so much|heavily|way too much|too much"
        r"|more and more))?(?: (?!coffee|water|tea\b|caffeine|energy|red|juice)[\w']{1,7}){0,2} (?:before"
        r" (?:shifts?|work|rounds|clinic|class)|every (?:single )?(?:night|day|morning) (?:to|just|and|since"
        r"|now)|(?:just )?to (?:sleep|cope|get (?:thr|thru|through)|numb|function|forget|feel nothing))"
        r"|(?:using|taking|popping) (?:pills|xanax|ativan|adderall|opioids|oxy|coke|fentanyl|percocet"
        r"|benzos)(?: [\w']{1,7}){0,2} (?:before|to (?:sleep|cope|get|numb|function|forget|feel))",
    ),
    Phrase(
        "maki|star:mys",
        r"starving myself\b(?! (?:all (?:day|morning)|before (?:lunch|dinner)|till|until))|making myself"
        r" (?:throw up|vomit|puke)\b",
    ),
    Phrase(
        "be:coo,fin,hap,ok,oka,rel cool|fine|happ|ok|okay|reli:if,wit",
        r"(?:be )?(?:ok|okay|fine|cool|happy|relieved) (?:with (?:not waking up|never waking up|dying\b|being"
        r" dead)|if i (?:died|didn'?t wake up|never woke up|don'?t wake up|got hit))",
    ),
    Phrase(
        "woul:car,min,obj,t",
        r"wouldn'?t (?:mind|care|object)(?: at all)? if (?:i (?:died|didn'?t wake|never woke|got hit|crashed"
        r"|don'?t wake)|(?:a|the|my) (?:bus|car|truck|plane) (?:hit|crash))",
    ),
    Phrase("boug:a", r"bought a (?:rope|gun|razor)\b(?! (?:for (?:climb|sail|my dog|the)|to (?:shave|climb)))"),
    Phrase(
        "made:a,an,ano,my",
        r"made (?:an|a second|another|my) (?:suicide )?attempt (?:last|in|\d|two|three|a |this|on)\b",
    ),
    Phrase(
        "cut:aga rela:aga,and,las,tod", r"cut again\b(?! (?:into|the)\b)|relapsed (?:last night|again|today|and cut)\b"
    ),
    Phrase(
        "almo|near:did,jum,od,odd",
        r"(?:almost|nearly) (?:jumped|did it|od'?d)\b(?=\s*(?:$|[.!,\n])| (?:off|last night|tonight|in front)\b)",
    ),
    Phrase("a:har havi:a", r"(?:a |having a )hard time staying alive\b"),
    Phrase(
        "bare:ali,fun,han,hol,mov,sur",
        r"barely (?:functioning|holding (?:on|it together)|surviving|hanging on|alive|move)(?=\s*(?:$|[.!,\n])|"
        r" (?:and|but|any ?more)\b)",
    ),
    Phrase("depr:and,eno,i,tha,to", r"depressed (?:i (?:can|could)|that i|and|to the point|enough|that i can)\b"),
    Phrase(
        "sat|sit|stan|stoo:at,by,on",
        r"(?:stand|stood|sit|sat) (?:on|at|by) (?:the|a|that) (?:[\w']{1,9} ){0,3}(?:roof|bridge|ledge|balcony"
        r"|edge|tracks|rail|railing)(?: [\w']{1,9}){0,2} (?:and (?:think|thought|wonder|almost|nearly|imagin)"
        r"|thinking|wondering|last night and)",
    ),
    Phrase("goin:ove", r"going over the (?:rail|railing|edge|side)\b"),
)
_NO_LESSON = (
    r"(?! (?:screen|assess|risk|prevention|training|talk|lecture|module|hotline|precautions|watch|pt|patient|note"
    r"|rate|teaching|module|ideation screen|question|in (?:the|a|my) (?:patient|pt)|lol|haha))"
)
# Plain in a sentence that tells of nobody but its writer.
ALONE = (
    Phrase(
        "bc|beca|cuz:of if:i scar:for why:am,i,im",
        r"(?:bc|because|cuz) of (?:a|my|another) panic attack\b|scared for myself\b|if i had a gun,? i(?:'?d|"
        r" would)\b|why (?:i'?m|i am|am i) (?:even )?still alive\b",
    ),
    Phrase(
        "burn:mys cut:my",
        r"cut my (?:own )?(?:arms?|wrists?|legs?|thighs?)(?=\s*(?:$|[.!,\n])| (?:after|because|bc|and|last|on"
        r" purpose|today)\b)|burn(?:ed|t)? myself with (?:an?|my) (?:lighter|cigarette|match|iron)\b",
    ),
    Phrase(
        "down|popp|swal|take|took",
        r"(?:took|popped|swallowed|downed|take) (?:\d{2,3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|an?"
        r" (?:whole |entire )?(?:bottle|handful|fistful|bunch) of|all (?:of )?my) (?:of )?(?:my )?(?:[\w']{1,9}"
        r" )?(?:pills|ibuprofen|tylenol|advil|benadryl|xanax|meds|ambien|aspirin"
        r"|trazodone|sleeping)\b(?! (?:questions?|history|list)\b)",
        words_of("advil ambien aspirin benadryl ibuprofen meds pills sleeping trazodone tylenol xanax"),
    ),
    Phrase(
        "blad|gun|razo:aga,at,in,to knif|scal:aga,at,to pill|rope:in",
        r"(?:razor|blade|pills|gun|rope) in my hands? (?:last night|again|tonight|and (?:almost|nearly"
        r"|thought))\b|(?:razor|knife|blade|gun|scalpel) (?:to|at|against) my (?:own )?(?:wrists?|throat|arm"
        r"|neck|head|skin|thigh)\b",
    ),
    Phrase("self|sucd|suci|suic|suyc", rf"su[iy]?ci?d(?:e|al)\b{_NO_LESSON}|self\W?harm(?:ing|ed)?\b{_NO_LESSON}"),
    Phrase(
        "had|havi:a,an,ano,bre,ful,men,ner pani:att",
        r"panic attacks\b(?! (?:pt|patient|lol|haha|are (?:common|so))\b)|(?:having|had) (?:an? |another"
        r" )?(?:full (?:blown|on) |mental |nervous )?break ?down(?=\s*(?:$|[.!,;\n])| (?:and|in|at|right|every"
        r"|again|on)\b)",
    ),
    Phrase(
        "in:a,an",
        r"in an? (?:really |very |pretty |such a |super )?(?:dark|bad|scary) place(?=\s*(?:$|[.!,\n])| (?:and"
        r"|right|lately|mentally|again|rn)\b)",
        words_of("bad dark scary"),
    ),
    Phrase(
        "give:up have:no losi:all,hop,the lost:all,hop,my,the no|zero:des,ene,rea,str,wil out:of",
        r"(?:lost|losing|have no|out of|given up) (?:all )?hope(?=\s*(?:$|[.!,\n])| (?:and|for myself|for my"
        r" life|in (?:life|everything))\b)|(?:no|zero|lost (?:the|my|all)|losing the) (?:energy|will|desire"
        r"|reason|strength) to (?:live|be alive|keep living|exist|go on)\b",
    ),
    Phrase(
        "done|exha|sick|tire:fro,of,wit",
        r"(?:done|tired|sick|exhausted) (?:with|of|from) (?:being alive|living|existing)(?=\s*(?:$|[.!,\n])|"
        r" (?:and|like this|tbh|any)\b)",
    ),
    Phrase(
        "get:out,thr,to make:it",
        r"(?:make it|get) (?:to|through|out of) (?:[\w']{1,12} ){1,3}alive(?=\s*(?:$|[.!,\n]))(?<!out\Walive)"
        r"|make it (?:to|past) (?:(?:my|the) )?(?:graduation|match|birthday|next year|christmas|spring|thirty"
        r"|30|the end of the (?:year|month))\b",
    ),
    Phrase(
        "care|cari:abo,if,whe",
        r"car(?:e|ing) (?:if|whether|about whether) i (?:even )?(?:live|die|died|wake up|lived|survive|exist"
        r"|make it home)\b(?! (?:up to|in (?:a|an)))",
    ),
    Phrase(
        "befo|so|till|unti|when:i don:t dont:wan",
        r"don'?t want to go on(?=\s*(?:$|[.!,\n])| (?:living|any ?more|like this|and)\b)|(?:until|till|before"
        r"|when|so) i can (?:finally )?end (?:it|everything)\b",
        words_of("end go"),
    ),
    Phrase(
        "trie|try|use|used|usin:a,it,one,the",
        r"(?:use|using|used|try|tried) (?:it|one|them|a (?:scalpel|blade|razor|knife)) on (?:myself|my (?:own"
        r" )?(?:arms?|legs?|wrists?|thighs?|skin))\b",
    ),
    Phrase(
        "cras|driv|drov|stee|swer|veer:int,my,off,the,tow",
        r"(?:dr(?:i|o)ve|driving|swerv(?:e|ed|ing)|steer(?:ed|ing)?|crash(?:ed|ing)?|veer(?:ed|ing)?)(?: my car"
        r"| the car)? (?:into|off|toward|towards) (?:the|a|an|on ?coming) ?(?:divider|barrier|guard ?rail|tree"
        r"|median|wall|truck|traffic|pole|bridge|cliff|road|lake|river|oncoming)\b",
    ),
    Phrase(
        "be|feel|felt:a,lik,suc eart|ever|worl:doe,wou keep:me",
        r"keep(?:ing|s)? me alive\b|(?:world|everyone|earth) (?:doesn'?t|does not|would not|wouldn'?t) need"
        r" me\b|(?:be|feel|felt) (?:like )?(?:such )?a burden (?:to|on) (?:everyone|everybody|my (?:family"
        r"|parents|mom)|them all|people)\b",
    ),
    Phrase(
        "bang|hit|hitt|punc|slam|smas:my don:t dont:tru",
        r"don'?t trust myself (?:around|with|near|alone|to (?:be|drive|stay))\b|(?:banging|hitting|bang|hit"
        r"|smashing|slamming|punching) my (?:own )?head (?:on|against|into|in) (?:the|a|my)\b",
    ),
    Phrase(
        "bare|cann|cant:fun can:bar,t have:eat,sle,t losi:my",
        r"(?:can'?t|cannot|can barely|barely) function\b(?! (?:without|before) (?:coffee|caffeine|my|a))|losing"
        r" my (?:mind|grip)(?=\s*(?:$|[.!,\n])| (?:and|here|in here)\b)|haven'?t (?:eaten|slept) (?:in|for)"
        r" (?:\d|two|three|four|five|days)\b",
    ),
    Phrase(
        "reli:if voic:in wish:i,id,tha",
        r"voices? in my head (?:saying|says?|telling|tells?|keeps?)\b|wish(?:ed)? (?:that )?i(?:'?d| would|"
        r" could)? (?:just )?(?:get|had|have) (?:cancer|a terminal|an? (?:accident|aneurysm|stroke|heart"
        r" attack))\b|relieved if i (?:got|had|was|were|died)\b",
    ),
    Phrase(
        "popp|stea|taki|took|usin:add,ati,ben,fen,klo,lef,my,opi,oxy,per,sto,val,xan",
        r"(?:taking|popping|stealing|using|took) (?:my [\w']{1,12} |leftover |stolen )?(?:xanax|ativan|adderall"
        r"|percocet|oxy\w{0,6}|fentanyl|klonopin|valium|benzos|opioids) (?:to|every|before|from|just)\b",
    ),
    Phrase(
        "gave|gavi|give|givi:awa said|wrot:my",
        r"wrote my will\b|g(?:a|i)v(?:e|en|ing) away (?:all )?my (?:books|things|stuff|clothes|dog|cat"
        r"|belongings)\b|said my goodbyes\b",
    ),
    Phrase(
        "cry|cryi|sob|sobb don:t dont:fee each|ever:day,mor,nig,shi,sin",
        r"don'?t feel safe(?=\s*(?:$|[.!,\n])| (?:alone|tonight|right now|with my(?:self| thoughts)|in my"
        r" own)\b)|(?:cry|crying|sob|sobbing)(?: [\w']{1,9}){0,6} every (?:single )?(?:day|morning|night"
        r"|shift)\b|(?:every|each) (?:single )?(?:day|morning|night|shift)(?: [\w']{1,9}){0,8} (?:cry|crying"
        r"|sob|sobbing)\b",
        words_of("cry crying feel sob sobbing"),
    ),
    Phrase(
        "over:in,las,on pani:att",
        r"overdosed(?: on purpose| on (?:pills|my|tylenol|meds|purpose)| in| last)\b|panic attacks? (?:daily"
        r"|every|again|almost|nearly|most)\b",
    ),
)
