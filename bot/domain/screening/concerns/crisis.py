"""What a writer says who can't go on, is going to pieces, or comes near to it in other words than a wish to die."""

from bot.domain.screening.concerns.speech import Phrase

_END = r"\b(?=\s*(?:$|[.!?,;:\n)-])| (?:and|but|tbh|lol|any ?more|right now|rn|again|tonight|today|lately|these days|at all|because|bc|since|so|that)\b)"
_I_AM = r"i(?:'?m| am|'?ve been| have been| feel| feel like i'?m| think i'?m| think that i'?m)"
_SO = r"(?: (?:so|just|really|very|completely|totally|utterly|honestly|literally|slowly|actually|kind of|kinda|always|still|severely|deeply)){0,2}"
_SKIN = r"(?:arms?|wrists?|legs?|thighs?|skin|stomach|hips?)"
_NO_WAKING = r"(?:never|not|don'?t|do not|won'?t|wouldn'?t|would not|didn'?t|just not|just don'?t) (?:have to )?(?:wake|woke)(?:n)?(?: back)? up\b(?! (?:early|late|at|before|so|to|with|for|in time)\b)"

# Each has its own subject.
COMPLETE_TOO = (
    Phrase("i im ive", rf"{_I_AM}{_SO} (?:(?:falling|coming) apart{_END}|breaking down{_END}|unravel+ing{_END}|(?:spiral+ing|losing it|going under){_END}(?! (?:over|at|with|laugh))|(?:hopeless|worthless){_END}(?!,? (?:at|with|about)\b)|depressed{_END}|in crisis\b|suicidal\b|a burden (?:to|on) (?:everyone|my)\b|at (?:the end of my rope|(?:my|a) breaking point|rock bottom)\b|better off dead\b)"),
    Phrase("i im", r"i(?:'?m| am)(?: really| honestly| so)? not (?:ok|okay|alright|safe|coping|well)\b(?=\s*(?:$|[.!?,;\n])| (?:and|but|at all|tonight|right now|rn|anymore|alone|at home|lately)\b)(?! and i'?m not (?:safe )?to)"),
    Phrase("i im", r"i(?:'?m| am) (?:really )?not doing (?:ok|okay|well|good|so well|alright)\b(?=\s*(?:$|[.!?,;\n])| (?:and|but|at all|mentally|lately)\b)"),
    Phrase("i im ive", r"i(?:'?m|'?ve| am| have)?(?: just| keep| kept| also| been| now)? (?:had|have|having|get|getting|got) (?:an?|my (?:first|second|third|\w{1,6}th)|another|daily|constant|more|these|regular|multiple|full(?:\Wblown| on))? ?panic attacks?\b(?! (?:pt|patient|over (?:a|the)|lol|haha|about (?:a|the)|lecture|kid|case|and (?:thought|the team))\b)"),
    Phrase("i im ive", r"i(?:'?m|'?ve| am| have| just)?(?: just| been)? (?:having|had) an? (?:mental|nervous|complete|total|full|emotional)(?: blown| on)? (?:breakdown|crisis)\b(?! (?:over|about|lol))"),
    Phrase("i", rf"i hate myself(?: so much| for existing| for being alive| most days| every day)?\b(?=\s*(?:$|[.!\n])| and\b| so much)"),
    Phrase("my", r"my life (?:isn'?t|is not|ain'?t) worth (?:anything|it|living|a thing|shit)\b|my life is (?:worthless|pointless|meaningless|not worth)\b|my (?:second |last |own )?suicide (?:attempt|note|plan)\b"),
    Phrase("if", r"if i (?:crashed|died|got (?:hit|run over|killed)|never woke up|didn'?t wake up|don'?t wake up|got in an? (?:accident|crash|wreck))(?: [\w']{1,12}){0,6},? (?:(?:i|it|that)(?:'?d| would)?(?: honestly| probably)? (?:wouldn'?t (?:mind|care|matter)|be (?:ok|okay|fine|relieved|a relief|easier|so bad|happy)|would be|not (?:mind|care)))\b"),
    Phrase("eve my par the", r"(?:everyone|everybody|they|my (?:family|parents|mom|kids?|wife|husband|partner|friends)|the world|parents) (?:would|will|'?d) (?:all )?(?:do|be) (?:so much |much )?(?:better|better off|happier|relieved)(?: off)? (?:if i (?:just )?(?:died|vanished|disappeared|(?:was|were|wasn'?t|weren'?t) (?:dead|gone|not here|alive|around|here))\b|without me|with me gone)\b"),
    Phrase("i im", r"i(?:'?m| am) (?:really |so |honestly |kind of |a bit )?(?:scared|afraid|terrified) of (?:myself|what i(?:'?ll|'?d)? ?(?:might|could|may|would|will|am capable|do))\b"),
    Phrase("my the tho", r"(?:the |my )?thoughts (?:of|about) (?:dying|death|suicide|ending (?:it|things|my life)|killing myself|hurting myself) (?:are|is|get|got|keep|won'?t|come|came|don'?t|never|started|have)\b"),
    Phrase("i", r"i (?:can'?t|don'?t|cannot|do not|no longer) see (?:a|any|my|much) future(?: (?:where|in which|with me|for me|for myself|any ?more|at all)\b|\s*(?:$|[.!\n]))"),
    Phrase("no", r"no (?:other )?way out (?:for me|of this for me|except|but (?:dying|death|to die)|that doesn'?t)\b"),
    Phrase("i", r"i (?:just |really |honestly |think i |know i |might )?need (?:some )?help\b(?=\s*(?:$|[.!\n])| (?:and (?:i )?don'?t know|but (?:i )?(?:don'?t|can'?t|am)|now\b|please|bad(?:ly)?\b))"),
    Phrase("don i", r"(?:i )?don'?t know how to (?:ask for help|keep going|go on|stay alive|live (?:like this|any ?more)|cope)\b(?! with)"),
    Phrase("hop pra", r"(?:hoping|praying|hoped|prayed)(?: that)? i(?:'?d| would)? (?:never|wouldn'?t|don'?t|didn'?t|won'?t|not) wake up\b(?! (?:early|late|at|before))"),
    Phrase("i", r"i (?:don'?t (?:think|know)(?: if| that| how)?(?: i can| i'?ll| to)?|can'?t|might not|may not) (?:stay|be) alive\b"),
)
# Said without an "I" too, since nobody else can be meant.
WITHOUT_AN_I_TOO = (
    Phrase("can", rf"can(?:'?t|not| not) (?:stop crying|get out of bed|(?:eat|sleep),? (?:can'?t|or|and) (?:sleep|eat)|(?:keep (?:going|doing this|living)|go on|live) like this|stop thinking about (?:dying|death|suicide|killing|ending)|cope(?: any ?more)?\b(?=\s*(?:$|[.!,\n])| any)|keep myself (?:alive|safe))"),
    Phrase("cry sob", r"(?:cry(?:ing)?|sob(?:bing)?) (?:myself to sleep\b|(?:almost |nearly |pretty much )?(?:every|each) (?:single )?(?:day|night|morning|shift)\b|before (?:every|each|work|shifts?|rounds)\b|all (?:day|the time)\b|(?:in|on) (?:the|my) (?:\w{1,9} )?(?:every|each)\b)"),
    Phrase("not", r"not (?:doing (?:ok|okay|well)|coping|okay|ok)(?: at all| any ?more)?(?=\s*(?:$|[.!\n]))|not safe (?:tonight|right now|alone|at home|with myself)\b"),
    Phrase("afr sca ter", r"(?:scared|afraid|terrified) of (?:myself|what i(?:'?ll|'?d)? ?(?:might|could|may|will) do(?: to myself)?)(?=\s*(?:$|[.!,\n])| (?:tonight|this|when|if|alone|and)\b)"),
    Phrase("get had hav", r"(?:having|had|have|getting) (?:really |very |such |some |pretty |more )?(?:dark|scary|suicidal|bad) thoughts(?: again| lately| about (?:ending|dying|myself|hurting))?(?=\s*(?:$|[.!,\n])| (?:and|but|every|at night|all the time|about|on)\b)"),
    Phrase("got hav mad", r"(?:have|got|made) a plan(?: now)?(?:,? (?:which|that|and|but))?(?: (?:it|that|is|i'?m|it'?s|to|for|weirdly|kind of|the|how|a|i|have|scares?)){0,4} (?:calm|scar(?:es?|ed|y|ing)\b|comfort|die\b(?! on)|end (?:it|my)\b|kill|date\b|means\b)"),
    Phrase("cal cou goo loo res sea", r"(?:look(?:ed|ing)?|googl(?:ed?|ing)|search(?:ed|ing)|calculat(?:ed|ing)|count(?:ed|ing)|research(?:ed|ing))(?: up| out| online)? (?:how (?:many|much)|what dose|the dose|the lethal|lethal|which|enough)(?: [\w']{1,12}){0,6} (?:it(?:'?d| would) take(?=\s*(?:$|[.!,\n])| to (?:die|kill me|end|not wake|stop my)| for me)|(?:would|could) (?:kill me|do it|be enough)|to (?:die|kill me|kill myself|overdose|end))\b"),
    Phrase("bou col got hav hid hoa kee kep ord sav sto", r"(?:bought|have|keep(?:ing)?|kept|sav(?:ed|ing)|stockpil(?:ed|ing)|hoard(?:ed|ing)|hid(?:ing)?|got|collect(?:ed|ing)|ordered)(?: up)?(?: [\w']{1,9}){0,5} (?:rope|pills|meds|gun|blades?|razors?|insulin|fentanyl|propofol|tylenol)(?: [\w']{1,9}){0,5} (?:in case i (?:decide|want|need|have)|for when i(?:'?m| am| decide| want| can'?t)|until i have enough|(?:to|and) (?:end|kill|die|use it on myself|do it))"),
    Phrase("dra lef typ wri wro", r"(?:writing|wrote|written|left|drafted|typed)(?: [\w']{1,9}){0,3} (?:goodbye|suicide|farewell) (?:letters?|notes?|texts?|messages?|e?mails?)\b(?! (?:for|to) (?:the|my (?:team|patient))\b)"),
    Phrase("ima pic pla", r"(?:imagin(?:e|ing)|plann(?:ed|ing)|pictur(?:e|ing)) my own (?:funeral|death|suicide)\b|planning my funeral\b"),
    Phrase("hop pra wan wis", r"(?:wish(?:ing)?|hop(?:e|ing)|pray(?:ing)?|want(?:ed)?)(?: that)?(?: sometimes)? (?:an?|the|this|my|some) (?:bus|car|truck|train|plane|semi|ambulance|elevator)(?: [\w']{1,9}){0,2} (?:hit|hits|kill|kills|crash|crashes|crashed|run over|runs over|take|takes) ?(?:me|into|and i|on (?:the|my)|over)?\b"),
    Phrase("hop pra wis", rf"(?:wish|hop|pray)(?:e|ed|ing)?(?: that| to god)? i(?:'?d| would| could| will|'?ll)?(?: just| simply)? {_NO_WAKING}"),
    Phrase("kee sta", r"(?:stay|staying|keep (?:me|myself)) alive(?=\s*(?:$|[.!,\n])| (?:any ?more|until|till|for (?:my|them)|much|tonight|this|right now)\b)"),
    Phrase("day fan ima pic thi tho", r"(?:th(?:ink|inking|ought|oughts)|imagin(?:e|ed|ing)|pictur(?:e|ed|ing)|(?:day ?dream|fantasi[sz])\w{0,3})(?: about| of| abt)?(?: just| how easy it(?:'?d| would) be to| what if i)? (?:let(?:ting)? (?:the|my) car|let(?:ting)? go of the wheel|(?:go|going|climb|climbing|jump|jumping|step|stepping|walk|walking|driv(?:e|ing)|swerv(?:e|ing)|veer(?:ing)?|crash(?:ing)?|steer(?:ing)?)(?: my car| the car)? (?:over|off|into|in front of|out of|through) (?:the|a|an|on ?coming|traffic|my)(?! (?:or|exam|topic|details|list|case|chart|results|room|plan|notes|conversation)\b)|not (?:waking up|existing|being here any ?more|being around any ?more|braking|turning the wheel)|turning the wheel|death all|dying (?:all|every|a lot|constantly|again)|my own (?:death|funeral))"),
    Phrase("how", r"how (?:easy|simple|peaceful|quick|quiet) it(?:'?d| would) be(?: to (?:just )?(?:end|die|jump|step|let go|not wake|stop (?:existing|living|breathing)|drive|fall|overdose|take)\b|\s*(?:$|[.!\n])| if i (?:jump|let|died|step|fell))"),
    Phrase("nee wan wis", r"(?:want(?:ed|ing)?|wish|wanna|need) (?:to )?disappear (?:for good|for ?ever|and (?:be (?:dead|gone)|never|not) (?:come|be|wake)|from (?:this (?:world|earth|planet|life)|everyone'?s|life)|completely|permanently)\b"),
    Phrase("nee wan wis", r"(?:want|need|wish|wanted) (?:it|this|everything|all of it) (?:all )?(?:to be over|to end|to stop|over|done|ended),? (?:all of it|life|my life|me included|for good|permanently|forever|i mean)\b"),
    Phrase("rat", r"rather not (?:be (?:alive|here any ?more|around any ?more|on (?:this|the) (?:earth|planet))|exist|live|wake up)\b"),
    Phrase("do don no", r"(?:don'?t|do not|no longer) (?:want to|wanna) (?:be here|be around)(?: [\w']{1,9}){0,2},? (?:and|but|as in|like)(?: i)?(?: (?:don'?t|do not|dont) mean| on (?:this|earth)| alive| in the world)"),
    Phrase("bur car cut scr sli sta", rf"(?:cut(?:ting)?|burn(?:ed|t|ing)?|scratch(?:ed|ing)?|slic(?:ed|ing)|carv(?:ed|ing)|stabb(?:ed|ing))(?: at| into| up)? my (?:own )?{_SKIN}(?: [\w']{{1,9}}){{0,2}} (?:again|till|until|to feel|open|so that (?:no|i)|so no|with (?:a|my) (?:razor|blade|scalpel|knife|lighter)|where|every|when i)\b"),
    Phrase("bac bee can kee kep sta", rf"(?:started|back to|keep|kept|can'?t stop|been|start) (?:burning|cutting|scratching|biting|slicing|hurting) (?:myself|my (?:own )?{_SKIN})\b(?! (?:on|with the|short|off|some|by)\b)"),
    Phrase("beg sta", r"(?:started|begun|began|starting) to (?:hurt|cut|harm|burn|starve) myself\b"),
    Phrase("cut", r"cut myself (?:last night|again|after (?:rounds|work|my (?:eval|shift|exam)|the (?:shift|exam|eval))|because i (?:hate|feel|felt|can'?t|deserve|needed)|to)\b|cuts (?:all )?(?:over|up|on) my (?:own )?(?:arms?|thighs?|legs?|wrists?),? (?:did|i did|from|that i|by me)\b"),
    Phrase("sh", r"sh urges\b|sh (?:again|relapse)\b"),
    Phrase("su suc sui suy", r"su[iy]?ci?d[ae]l(?: (?:again|too|tonight|lately|rn|right now|most days|every day|and))?(?=\s*(?:$|[.!,\n])| (?:scared|alone|today|since)\b)"),
    Phrase("att tri", r"attempted suicide (?:\d|last|in |two|three|a (?:year|month|week)|this|before|twice|once)|tried to (?:kill myself|overdose|end (?:it all|my life)|hang myself|die)\b(?! (?:of|laughing))"),
    Phrase("thi tho", r"(?:think(?:ing)?|thought|thoughts) (?:about|abt|of) (?:(?:suicide|ending (?:things|everything|it)|my own death) (?:more|again|a lot|lately|every|all|constantly|on the|when i|most)|(?:dying|death) (?:all the time|constantly|every (?:day|night|time)))\b|thinking (?:about|of|abt) (?:taking|swallowing) (?:them all|all (?:of )?(?:them|my|the)|the whole bottle)\b"),
    Phrase("pas", r"passive si\b(?=\s*(?:$|[.!,\n])| (?:most|every|again|all|lately|since|and)\b)"),
    Phrase("can don", r"can'?t (?:see|imagine) (?:a|any) future (?:where|in which|with me|for me|for myself)|don'?t want to wake up(?=\s*(?:$|[.!,\n])| and\b)"),
)
# The writer must say so.
WITH_AN_I_TOO = (
    Phrase("dri pop tak usi", r"drinking(?: (?:alone|a bottle|half a bottle|vodka|wine|whiskey|so much|heavily|way too much|too much|more and more))?(?: (?!coffee|water|tea\b|caffeine|energy|red|juice)[\w']{1,7}){0,2} (?:before (?:shifts?|work|rounds|clinic|class)|every (?:single )?(?:night|day|morning) (?:to|just|and|since|now)|(?:just )?to (?:sleep|cope|get (?:thr|thru|through)|numb|function|forget|feel nothing))|(?:using|taking|popping) (?:pills|xanax|ativan|adderall|opioids|oxy|coke|fentanyl|percocet|benzos)(?: [\w']{1,7}){0,2} (?:before|to (?:sleep|cope|get|numb|function|forget|feel))"),
    Phrase("mak sta", r"starving myself\b(?! (?:all (?:day|morning)|before (?:lunch|dinner)|till|until))|making myself (?:throw up|vomit|puke)\b"),
    Phrase("be coo fin hap ok oka rel", r"(?:be )?(?:ok|okay|fine|cool|happy|relieved) (?:with (?:not waking up|never waking up|dying\b|being dead)|if i (?:died|didn'?t wake up|never woke up|don'?t wake up|got hit))"),
    Phrase("wou", r"wouldn'?t (?:mind|care|object)(?: at all)? if (?:i (?:died|didn'?t wake|never woke|got hit|crashed|don'?t wake)|(?:a|the|my) (?:bus|car|truck|plane) (?:hit|crash))"),
    Phrase("bou", r"bought a (?:rope|gun|razor)\b(?! (?:for (?:climb|sail|my dog|the)|to (?:shave|climb)))"),
    Phrase("mad", r"made (?:an|a second|another|my) (?:suicide )?attempt (?:last|in|\d|two|three|a |this|on)\b"),
    Phrase("cut rel", r"cut again\b(?! (?:into|the)\b)|relapsed (?:last night|again|today|and cut)\b"),
    Phrase("alm nea", r"(?:almost|nearly) (?:jumped|did it|od'?d)\b(?=\s*(?:$|[.!,\n])| (?:off|last night|tonight|in front)\b)"),
    Phrase("a hav", r"(?:a |having a )hard time staying alive\b"),
    Phrase("bar", r"barely (?:functioning|holding (?:on|it together)|surviving|hanging on|alive|move)(?=\s*(?:$|[.!,\n])| (?:and|but|any ?more)\b)"),
    Phrase("dep", r"depressed (?:i (?:can|could)|that i|and|to the point|enough|that i can)\b"),
    Phrase("sat sit sta sto", r"(?:stand|stood|sit|sat) (?:on|at|by) (?:the|a|that) (?:[\w']{1,9} ){0,3}(?:roof|bridge|ledge|balcony|edge|tracks|rail|railing)(?: [\w']{1,9}){0,2} (?:and (?:think|thought|wonder|almost|nearly|imagin)|thinking|wondering|last night and)"),
    Phrase("goi", r"going over the (?:rail|railing|edge|side)\b"),
)
_NO_LESSON = r"(?! (?:screen|assess|risk|prevention|training|talk|lecture|module|hotline|precautions|watch|pt|patient|note|rate|teaching|module|ideation screen|question|in (?:the|a|my) (?:patient|pt)|lol|haha))"
# Plain in a sentence that tells of nobody but its writer.
ALONE = (
    Phrase("sel su suc sui suy", rf"su[iy]?ci?d(?:e|al)\b{_NO_LESSON}|self\W?harm(?:ing|ed)?\b{_NO_LESSON}"),
    Phrase("had hav pan", r"panic attacks\b(?! (?:pt|patient|lol|haha|are (?:common|so))\b)|(?:having|had) (?:an? |another )?(?:full (?:blown|on) |mental |nervous )?break ?down(?=\s*(?:$|[.!,;\n])| (?:and|in|at|right|every|again|on)\b)"),
    Phrase("in", r"in an? (?:really |very |pretty |such a |super )?(?:dark|bad|scary) place(?=\s*(?:$|[.!,\n])| (?:and|right|lately|mentally|again|rn)\b)"),
    Phrase("giv hav los no out zer", r"(?:lost|losing|have no|out of|given up) (?:all )?hope(?=\s*(?:$|[.!,\n])| (?:and|for myself|for my life|in (?:life|everything))\b)|(?:no|zero|lost (?:the|my|all)|losing the) (?:energy|will|desire|reason|strength) to (?:live|be alive|keep living|exist|go on)\b"),
    Phrase("don exh sic tir", r"(?:done|tired|sick|exhausted) (?:with|of|from) (?:being alive|living|existing)(?=\s*(?:$|[.!,\n])| (?:and|like this|tbh|any)\b)"),
    Phrase("get mak", r"(?:make it|get) (?:to|through|out of) (?:[\w']{1,12} ){1,3}alive(?=\s*(?:$|[.!,\n]))(?<!out\Walive)|make it (?:to|past) (?:(?:my|the) )?(?:graduation|match|birthday|next year|christmas|spring|thirty|30|the end of the (?:year|month))\b"),
    Phrase("car", r"car(?:e|ing) (?:if|whether|about whether) i (?:even )?(?:live|die|died|wake up|lived|survive|exist|make it home)\b(?! (?:up to|in (?:a|an)))"),
    Phrase("bef don so til unt whe", r"don'?t want to go on(?=\s*(?:$|[.!,\n])| (?:living|any ?more|like this|and)\b)|(?:until|till|before|when|so) i can (?:finally )?end (?:it|everything)\b"),
    Phrase("tri try use usi", r"(?:use|using|used|try|tried) (?:it|one|them|a (?:scalpel|blade|razor|knife)) on (?:myself|my (?:own )?(?:arms?|legs?|wrists?|thighs?|skin))\b"),
    Phrase("cra dr dri dro ste swe vee", r"(?:dr(?:i|o)ve|driving|swerv(?:e|ed|ing)|steer(?:ed|ing)?|crash(?:ed|ing)?|veer(?:ed|ing)?)(?: my car| the car)? (?:into|off|toward|towards) (?:the|a|an|on ?coming) ?(?:divider|barrier|guard ?rail|tree|median|wall|truck|traffic|pole|bridge|cliff|road|lake|river|oncoming)\b"),
    Phrase("be ear eve fee fel kee wor", r"keep(?:ing|s)? me alive\b|(?:world|everyone|earth) (?:doesn'?t|does not|would not|wouldn'?t) need me\b|(?:be|feel|felt) (?:like )?(?:such )?a burden (?:to|on) (?:everyone|everybody|my (?:family|parents|mom)|them all|people)\b"),
    Phrase("ban don hit pun sla sma", r"don'?t trust myself (?:around|with|near|alone|to (?:be|drive|stay))\b|(?:banging|hitting|bang|hit|smashing|slamming|punching) my (?:own )?head (?:on|against|into|in) (?:the|a|my)\b"),
    Phrase("bar can hav los", r"(?:can'?t|cannot|can barely|barely) function\b(?! (?:without|before) (?:coffee|caffeine|my|a))|losing my (?:mind|grip)(?=\s*(?:$|[.!,\n])| (?:and|here|in here)\b)|haven'?t (?:eaten|slept) (?:in|for) (?:\d|two|three|four|five|days)\b"),
    Phrase("rel voi wis", r"voices? in my head (?:saying|says?|telling|tells?|keeps?)\b|wish(?:ed)? (?:that )?i(?:'?d| would| could)? (?:just )?(?:get|had|have) (?:cancer|a terminal|an? (?:accident|aneurysm|stroke|heart attack))\b|relieved if i (?:got|had|was|were|died)\b"),
    Phrase("pop ste tak too usi", r"(?:taking|popping|stealing|using|took) (?:my [\w']{1,12} |leftover |stolen )?(?:xanax|ativan|adderall|percocet|oxy\w{0,6}|fentanyl|klonopin|valium|benzos|opioids) (?:to|every|before|from|just)\b"),
    Phrase("g gav giv sai wro", r"wrote my will\b|g(?:a|i)v(?:e|en|ing) away (?:all )?my (?:books|things|stuff|clothes|dog|cat|belongings)\b|said my goodbyes\b"),
    Phrase("cry don eac eve sob", r"don'?t feel safe(?=\s*(?:$|[.!,\n])| (?:alone|tonight|right now|with my(?:self| thoughts)|in my own)\b)|(?:cry|crying|sob|sobbing)(?: [\w']{1,9}){0,6} every (?:single )?(?:day|morning|night|shift)\b|(?:every|each) (?:single )?(?:day|morning|night|shift)(?: [\w']{1,9}){0,8} (?:cry|crying|sob|sobbing)\b"),
    Phrase("ove pan", r"overdosed(?: on purpose| on (?:pills|my|tylenol|meds|purpose)| in| last)\b|panic attacks? (?:daily|every|again|almost|nearly|most)\b"),
)
