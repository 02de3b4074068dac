"""Words that ask a single student to step forward, or that let one be singled out: "whoever wrote", "come and see me".

Whoever writes them means well. A miss puts a student on the spot, and a false alarm costs a preceptor a few words: so
what can't be told apart counts as found. No list of phrases holds everything that somebody may write, so the form asks
for it in words too.
"""

import re
from collections.abc import Iterator

from bot.domain.screening.characters import in_sentences
from bot.domain.screening.late_patterns import LatePattern

# --- One of the students, by whatever name ---

_STUDENT = r"(?:student|learner|trainee|clerk|classmate|author|writer|critic|individual|soul|reporter|voice)"
_FOLK = r"(?:kid|guy|gentleman|gal|lady|fellow|girl|boy|teammate)"
_PERSON = rf"(?:{_FOLK}|one|person|somebody|someone|colleague|member|messenger)"
_ANYBODY = rf"(?:{_STUDENT}|{_PERSON})"
_STUDENTS = (
    r"(?:you|us|(?:the|our|my|these|those) (?:group|team|students|learners|clerks|trainees|class|cohort|replies))"
)
_AMONG = rf"(?: (?:of|among|amongst|in|on|from) (?:{_STUDENTS}|this (?:group|team|rotation|cohort|service)|\w+)| here)?"
_REPLY = (
    r"(?:quote|quotation|comment|remark|reply|reflection|entry|post|note|line|story|sentence|message|answer|response"
    r"|criticism|complaint|feedback|words)"
)
# What somebody did who gave a reply, or whom a reply is about.
_DID = (
    r"(?:\w{2,}ed|wrote|writes|said|says|shares|mentions|asks|felt|feels?|told|tells|brought|sent|put|spoke|thinks"
    r"|thought|saw|is (?:\w+ing|worried|upset|afraid|unhappy|tired|hurt|alone|lost)|was|were|had|has|froze|left"
    r"|stood|sat|held|took|gave|made|got|went|did|lost|heard|found|broke|needs?|wants?|worries|doubts|wonders"
    r"|it (?:is|was)|this is|that is|you are)"
)
_HOW = r"(?:(?:just|so|ever|really|honestly|bravely|kindly|also|first|actually|even|perhaps|still|never|always|once) )?"
_SINGLED_OUT = (
    rf"\bwho(?:m|so)?ever(?:{_AMONG} {_HOW}{_DID}|'s| i| we)\b",
    r"\bwhichever (?:one )?of you\b",
    rf"\b(?:the|that|this|to my|to our) (?:\w+ )?{_PERSON}{_AMONG},? (?:(?:who|that|whose) {_HOW}{_DID}|i|we"
    rf"|concerned|in question|responsible|affected|behind (?:it|this|that|the {_REPLY}))\b",
    rf"\b(?:that|this) (?:young )?{_FOLK}\b|\b(?:the|our|my|this|that) (?:very )?(?:new|newest|youngest|quietest|shyest"
    r"|smallest|loudest|bravest|latest|kindest|most junior) (?:member|one|person|face|arrival|of (?:you|us))\b",
    rf"\b(?:that|this) (?:somebody|someone)\b|\bthe (?:one|person|somebody|someone) (?:of|among) {_STUDENTS}",
    # But not "as one of you, I felt small".
    rf"(?<!each )(?<!every )\b(?!(?:(?<=as )|(?<=once )|(?<=i am )|(?<=i was ))one of you(?:[,.;]| and| too))"
    rf"(?:any )?one (?:of {_STUDENTS}|(?:student|learner|trainee|clerk)\b|person (?:here|feels|felt|wrote|said)\b)"
    r"(?<!any one of you)",
    rf"\b(?:someone|somebody|a student|another student)(?!'s){_AMONG} {_HOW}{_DID}\b(?![^.\n]*\b(?:years|once|ago"
    rf"|never)\b)",
    r"\b(?:from|by) (?:someone|somebody|one of|a student)\b",
    r"\ba (?:certain|particular|specific) (?:student|someone|somebody|person|reply|comment|one)\b",
    r"\b(?:any(?:one|body)|any of you|those) (?:of you )?who (?:was|were|felt|feels?|is|are|has|have) (?:upset|hurt"
    r"|offended|alone|afraid|bullied|struggling|unhappy|unsafe|mistreated|humiliated)\b",
    r"\bto (?:the|my|our|that|a) (?!whole|entire|group|team|class|cohort|students|patient|bedside)[\w' ]{1,40}:",
    r"\byou,? the one\b|\bto the (?:\w+ ){1,2}one\b|\bthe (?:quiet|brave|honest|angry|sad|shy) one\b",
    r"\byou know who (?:you are|i mean)\b|\byou know i mean you\b|\bi mean you\b",
    r"\b(?:if|that|it|this) (?:that |this |it )?(?:was|is|were) (?:about |from |by )?you(?:rs)?\b(?! all)",
    rf"\b(?:if|since|because|as) you(?: are|'re| were)? (?:the {_ANYBODY}|one of|(?:wrote|said|shared|posted"
    rf"|sent) (?:this|that|it))\b",
    rf"\byou,? (?:the (?:one|student) )?who (?:{_DID})\b|^you,? with the\b",
    rf"\byour {_REPLY}\b(?<!words) (?:about|on|from|last|this|was|is|made|struck|moved|really|hit|touched|worried"
    rf"|that)\b",
    # One of the replies is as good as its author.
    r"\b(?:the|that|this|first|second|third|last) (?:quote|comment|remark|line|reply) ?(?:about\b|that\b|:)",
    r"\b(?:that|this|first|second|third|last) one ?(?:about\b|:)",
    r"\b(?:first|second|third|last|longest|shortest) (?:quote|comment|remark|reply)\b(?! of (?:the|a|each|every)\b)",
    r"\byour (?:quote|comment|remark|entry|post|complaint|criticism)\b",
    r"\b(?:wish|rather|hoped?) (?:that )?you(?:'d| had| would have) (?:told|come|said|asked|talked|spoken|called|let"
    r"|brought)\b",
)

# --- Who it was ---

_GUESSED = (
    r"\b(?:know|knew|guess(?:ed)?|tell|find out|found out|figure out|work(?:ed)? out|wonder(?:ing)?|curious|sure"
    r"|i remember|idea|hunch|suspicion|ask|asking|learn|hear|obvious|clear|plain|secret|see|details)(?: me| us| of"
    r"| about| from [\w ]{1,20})? (?:who|whose|which (?:one|student)|which of you)\b(?! (?:we|they|he|she|you are"
    r"|knows|sat|the|(?:wrote|said) what)\b)",
    r"\bwho (?:of you|among you|here)\b|\bwhich (?:one )?of (?:you|my|our)\b|\bwhose (?:was|is) (?:it|this|that)\b",
    r"\bwho(?: of you| among you| here)? (?:wrote|said|shared|posted|sent) (?:this|that|it|these|those|about|the)\b",
    rf"\brecogni[sz]ed? (?:\w+ )?(?:voice|style|handwriting|tone|words|phrase|story|case|{_ANYBODY})\b",
    r"\bremember (?:your (?:\w+ )?(?:patient|case)|(?:that|the|your) (?:\w+ )?(?:patient|day|case|night|shift"
    r"|visit) (?:with )?you)\b",
    r"\bwhose patient\b",
    r"\bit (?:had to|must have|has to|could only) (?:be|been|have been) (?:one|some|you|the \w+est|from|by)\b",
    r"\b(?:my (?:guess|bet|hunch)|i(?:'d| would)? (?:bet|suspect|guess|imagine|assume|presume))\b[^.\n]*"
    r"\b(?:one of (?:you|us|the (?:\w+ )?(?:two|three|four|five|people|ones|students))|someone|somebody"
    r"|(?:it|this|that)(?:'s| was| is| came"
    r"| comes) (?:one|some|from|by|written|you)|(?:wrote|said|shared) (?:it|this|that)|on (?:nights|call))\b",
    r"\b(?:asking|asked|ask) around\b|\bthere (?:is|was) only one\b",
)

# --- Step forward ---

_STEPPED_FORWARD = (
    r"\b(?:step|come) forward\b|\b(?:own|fess) up\b|(?<!i )\bown (?:it|this|that)\b|\bcome clean\b",
    r"\b(?:identify|show|reveal|make) yourself\b|\byourself to (?:me|us)\b",
    r"\b(?:raise|put up|lift) (?:your|a) hand\b|\byour hand up\b|\b(?:show of hands|hands up)\b",
    r"\b(?:your|a) name (?:on|to|under|with)\b|\b(?:know|tell|give|leave|send|sign|add|share)(?: me"
    r"| us)? your (?:own )?names?\b|\byour initials\b",
    r"\bsign (?:it|your)\b|\b(?:hear from|with|to) you (?:directly|in person|alone)\b|\b(?:told|tell) me yourself\b",
    r"\b(?:tell|say|bring|take) (?:it |this |that |so |these |me |us |your \w+ )?(?:directly |straight "
    r"|right )?(?:to (?:me|us|my face)|directly|in person|to my face|personally|privately)\b",
    r"\bspeak up (?:in person|to me|next time)\b|\bbe brave and\b|\be-?mail (?:is|works) best\b",
    r"\bstay (?:after|behind|back)\b(?! (?:the patient|with))|\ba word with (?:me|you)\b",
)

# --- Come and talk with me alone ---

_ALL = r"(?:all|every|each|any|the whole|the group)"
_TO_ME = (
    r"\b(?:come|stop|drop|swing|pop|walk)(?: (?:right|on|over|by|round|around|up|in|back|straight|and|to"
    r"|along))* (?:(?:see|find|visit|tell|meet|catch|grab|ask) (?:me|us)|(?:to|by|into|past) (?:me|my|our)"
    r"|my (?:office|room|desk))\b",
    r"\bcome (?:and )?(?:chat|talk|vent|debrief|say (?:hi|hello))\b(?! (?:to|with) (?!me|us))|\bhit me up\b",
    r"\byou know where (?:i am|i sit|i work|my|to find me)\b",
    r"(?:\b(?:you|anyone|anybody)(?: ever| just)? (?:want|need|wish|would like)"
    r"|'d like|^want|[.!?] want) to (?:talk|chat|vent|speak|unload)\b(?! to (?!me|us))",
    rf"\b(?:in|to|at|into|outside) my (?:office|room)\b(?! hours)(?! (?:\w+ ){{1,2}}(?:to|for) {_ALL})",
    r"\b(?:stop|drop|swing|pop|come) (?:by|in|over)\b(?! (?:the|a|and (?:see|sit)|your|his|her|their|my head))",
    r"\b(?:talk|speak|chat|check in|meet|sit down|debrief|coffee|lunch|word|moment|minute|time|slot|appointment"
    r"|meeting|walk) (?:to|with) (?:me|us)\b",
    r"\b(?:find|see|catch|grab|pull|approach|contact|e-?mail|text|call|phone|ring|buzz|message|dm|ping|page|reach"
    r"|join) me\b(?! (?:a|an|by|back to|as|through)\b)",
    r"\b(?:reply|write|report|turn|answer|respond|come)(?: back| it| this| that)? to me\b|\bwrite me\b",
    r"\b(?:send|drop|shoot|write|give) me (?:a|an|your) (?:\w+ )?(?:note|message|line|e-?mail|text|dm|call|ring)\b",
    r"\b(?:reach out|get in touch)\b(?! to (?!me|us))",
    r"\b(?:tell|ask) me (?:about|if|when|what|why|how|more|after|before|in|on|yourself|any ?time)\b|\blet me know\b",
    # Whatever one is to do with me, but for what everybody may.
    r"\b(?:please|you (?:can|could|may|might|should|are welcome to|are free to)|feel free|next time|if it happens"
    r"|if you)\b[^.\n]*(?<!forgive)(?<!excuse)(?<!hold)(?<!remind)(?<!believe)(?<!trust)(?<!bear with) me\b",
    r"\bor (?:to|with) me\b",
    r"\bknock (?:on|at) my\b|\b(?:just|please) knock\b",
    rf"\bmy (?:\w+ )?(?:door|office|inbox|phone|line|e-?mail)(?:'s| is| are| stays| remains"
    rf"| stands)\b(?! (?:\w+ ){{1,2}}(?:to|for) {_ALL})",
    rf"\bmy (?:\w+ )?(?:pager|cell|number|office hours)\b(?! (?:\w+ ){{1,3}}(?:to|for) {_ALL})",
    r"\bi(?:'d| would| want to| wish to|'m happy to|'d be happy to| would be happy to| am happy to| can| could|'ll"
    r"| will)? (?:like to |love to )?(?:talk|speak|meet|chat|sit|sit down|walk|listen|hear from)(?: to"
    r"| with)? (?:you|that|this|the) ?(?:student|person|one)?\b(?! (?:all|both|each|as a group|more often|at))",
    r"\b(?:thank|help|support|apologi[sz]e to|congratulate|hug) (?:the|that|this) (?:person|one)\b",
    r"\b(?:thank|help|apologi[sz]e to|congratulate|meet) you (?:personally|in person|myself|directly|alone)\b",
    r"\bhere (?:for you(?! all)|if you)\b|\bavailable (?:for you(?! all)|if you|to you(?! all))\b",
    r"\b(?:privately|in private|one[- ](?:on|to)[- ]one|1:1|just the two of us|in confidence)\b",
)

# --- The most common of these in Spanish and in German ---

_IN_SPANISH = (
    r"\b(?:(?:a )?quien(?:quiera que)?|al que|a la que|el que|la que|la persona que|alguien) (?:haya |ha )?"
    r"(?:escri(?:bi[oó]|to)|di(?:jo|cho)|coment(?:[oó]|ado)|comparti(?:[oó]|do)|envi[oó]|se sinti[oó]|se siente)\b",
    r"(?<!cada )\b(?:un[oa]|alguien|algun[oa]) de (?:ustedes|vosotr[oa]s)\b",
    r"(?<!no )\b(?:s[eé]|adivino|imagino|sospecho|supongo) (?:de )?qui[eé]n\b",
    r"\b(?:el|la|al|del|ese|esa|este|esta) (?:estudiante|alumn[oa]|autora?)\b",
    r"\b(?:ven(?:ga)?|pasa|pase|p[aá]sate|ac[eé]rcate)(?: \w+)? (?:a|por) (?:verme|hablar|mi)\b|\b(?:habl(?:a|e|ar)"
    r"|plati(?:ca|car|que)|charlar) conmigo\b|\ben mi (?:oficina|despacho)\b",
    r"\b(?:b[uú]sca|escr[ií]be|ll[aá]ma|d[ií]|cu[eé]nta|av[ií]sa)me\b|\b(?:b[uú]sque|escr[ií]ba|ll[aá]me|d[ií]ga|av[ií]se)me\b",
    r"\bmi (?:puerta|oficina) (?:siempre )?est[aá] (?:siempre )?abierta\b(?! (?:\w+ )?(?:para|a) tod[oa]s)",
)
_IN_GERMAN = (
    r"\b(?:wer(?: auch)?(?: immer)?|derjenige|diejenige|person|jemand),?(?: der| die)? (?:das|dies|diesen?|es|hier)\b"
    r"[^.\n]{0,30}\b(?:geschrieben|gesagt|geschickt|gemeint|schrieb|sagte)\b",
    r"\beine[rm]? (?:von|unter|aus) (?:euch|ihnen|eurer)\b",
    r"\b(?:wei(?:ß|ss)|ahne|vermute|errate|rate),? (?:wer|wessen|von wem)\b",
    r"\b(?:der|die|den|dem|diese[rnm]?) (?:student(?:in|en)?|studierende|famulant(?:in)?|autor(?:in)?)\b"
    r"(?<!die studenten)",
    r"\bkomm(?:t|en sie)?(?: (?:bitte|doch|einfach|gerne?|mal|jederzeit))* (?:zu mir|vorbei|in mein)\b",
    r"\b(?:sprich|sprecht|sprechen sie|schreib|schreibt|ruf|ruft|melde|meldet|red|rede|sag|sagt)(?: dich| euch| sich)?"
    r"(?: (?:bitte|doch|gerne?|mal|einfach))* (?:mich|mir|bei mir|mit mir|es mir)\b",
    r"\bmeine tür (?:ist|steht|bleibt)(?: immer| stets| dir| ihnen)* (?:offen|auf)\b(?! für (?:euch |sie )?alle)",
)
_FOUND = LatePattern(
    "|".join((*_SINGLED_OUT, *_STEPPED_FORWARD, *_IN_SPANISH, *_IN_GERMAN)), re.IGNORECASE | re.MULTILINE
)
_ONE_STUDENT = LatePattern(
    rf"\b(?:the|that|this|our|my|to an?|dear|which|whichever) (?:\w+ )?{_STUDENT}\b(?! (?:of (?:hope|reason)|lounge"
    r"|clinic|health))",
    re.IGNORECASE,
)
# "The only doctor she trusted was the student who sat with her" is a patient's story.
_IN_A_STORY = LatePattern(r"\b(?:she|he|they)\b[^,;:]* (?:was|were) $", re.IGNORECASE)
_GUESSING = LatePattern("|".join(_GUESSED), re.IGNORECASE)
_INVITATION = LatePattern("|".join(_TO_ME), re.IGNORECASE)
_DENIED = LatePattern(r"\b(?:don't|do not|never|nobody|no one|won't|can't|cannot|not)(?: \w+){0,3} $", re.IGNORECASE)
# What patients and their families do around a preceptor is a story worth telling. Whoever comes later in the sentence
# is meant first: "if a patient upsets you, come and see me" is no story.
_OF_OTHERS = LatePattern(
    r"\b(?:patients?|famil(?:y|ies)|they|he|she|people|residents?|nurses?|parents?|sons?|daughters?|wife|husband"
    r"|mothers?|fathers?|man|woman|child|children|colleagues?|teacher|attending|used to|let(?!'s)|made|helped|watch"
    r"|had)\b(?!.*(?:\b(?:you|anyone|anybody|someone|somebody|whoever|please|student)\b|[,;:]))",
    re.IGNORECASE,
)
_SENTENCE_END = LatePattern(r"[.!?\n]")


def find_stepping_forward(text: str) -> tuple[str, ...]:
    """The phrases of a text that ask one student to step forward or single one out, in order."""
    found = sorted(_found_in(in_sentences(text)), key=lambda match: match.span())
    return tuple(dict.fromkeys(match[0].strip() for match in found))


def _found_in(text: str) -> Iterator[re.Match[str]]:
    yield from _FOUND.finditer(text)
    for pattern, unless in ((_ONE_STUDENT, _IN_A_STORY), (_GUESSING, _DENIED), (_INVITATION, _OF_OTHERS)):
        for match in pattern.finditer(text):
            if not unless.search(_SENTENCE_END.split(text[: match.start()])[-1]):
                yield match
