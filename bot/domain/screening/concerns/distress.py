"""The phrases of self-harm and acute distress that are plain enough to be taken at their word.

Their subject is looked for apart, since a careless writer leaves out the "I" ("tired. wanna die") and puts small words
between ("I honestly keep thinking about …").
"""

import re
from collections.abc import Iterator

from bot.domain.screening.concerns.speech import is_long_past, phrases, quotations, sentence_before

# --- What is said ---

_MYSELF = r"(?:my ?self|meself|myslef|mysefl)"
_KILL = (
    rf"(?:kil+(?:ing|in)? {_MYSELF}|tak(?:e|ing) my (?:own )?life|end(?:ing)? (?:my (?:own )?life|it all|everything)"
    rf"|(?:hang|shoot|off)(?:ing)? {_MYSELF}|unaliv(?:e|ing) {_MYSELF}|(?:commit(?:ting|ing)? )?suicide|kms"
    r"|overdos(?:e|ing)|od(?:'?ing)?|slit(?:ting)? my (?:wrists?|throat)"
    r"|jump(?:ing)? (?:off|in front of|from|out of) (?:an?|the|this|that|my) (?!deep end)"
    r"|(?:driv(?:e|ing)|crash(?:ing)?|steer(?:ing)?) (?:my|the) car (?:into|off)|walk(?:ing)? into traffic)"
)
_HARM = rf"(?:hurt|harm|cutt?|burn|injur(?:e|ing))(?:ing)? {_MYSELF}"
_DIE = (
    r"(?:die|dye|be dead|not (?:be alive|exist|wake up)|be gone forever|disappear forever|stop (?:existing|living)"
    r"|(?:go to |fall a)?sleep and (?:never|not) wake up|give up on life|never wake up)"
)
# "I want to die laughing", "of embarrassment", "on that hill"; "kill myself over a note"; "cut myself some slack".
_NO_FIGURE = (
    r"\b(?! (?:laughing|of|on (?!\w{3,6}day|purpose)|for|over|from|by|trying|with|in my sleep|peacefully|at home"
    r"|some|an?|off|short|lol|haha|lmao|inside)\b)"
)
_NOT_ITS_STUDY = (
    r"\b(?! (?:risk|prevention|screen(?:ing)?|assessments?|watch|in|as|notes?|attempts?|rates?|patients?|hotline"
    r"|precautions|among|training|questions?|lectures?|pt|pts|people|m[ae]n|wom[ae]n|teens?)\b)"
)
_WANT = (
    r"(?:want(?:ing)? to+|(?<=ve\s)wanted to|wan+a|wnat to|wish to|wish i could|gon+a|going to|plan(?:ned|ning)? (?:to|on)|about to"
    r"|ready to|tempted to|decided to|need to)(?: just| really)?"
)
_THINK = r"(?:think|thinkin[g']?|thought|thoughts|dream(?:ing)?|fantasi[sz](?:e|ing)) (?:of|about)"
_SUICIDAL = r"su[iy]?ci?d[ae]l"
_DONT = r"(?:don'?t|do not|dnt|no longer|never)(?: even| really| think i)?"
_I_WOULD = r"i(?:'?d| would| could|'?ll| will)?(?: just| simply)?"
_SOON = r"\b(?=\s*(?:$|[.!?,;\n])| (?:tonight|today|now|soon|tomorrow|tmrw|this week|all)\b)"
_CLOSED = r"\b(?=\s*(?:$|[.!?,;\n])| (?:and|but|tbh|for me|any ?more)\b)"

# Said without an "I" too, since nobody else can be meant.
_OF_MYSELF = (
    rf"{_WANT} (?:{_KILL}{_NOT_ITS_STUDY}|{_HARM}|{_DIE}){_NO_FIGURE}",
    rf"wanted to (?:{_KILL}|{_HARM})\b(?= (?:last night|yesterday|today|this (?:week|morning))\b)",
    rf"{_WANT} end it{_SOON}",
    rf"(?:tried|attempted|trying) to (?:{_KILL}|{_HARM}){_NO_FIGURE}",
    rf"(?:almost|nearly) (?:killed {_MYSELF}|ended (?:my life|it all))\b(?! (?:on the|of|with|at|trying)\b)",
    rf"feel(?:ing)? like (?:{_KILL}|{_HARM}){_NO_FIGURE}",
    rf"{_THINK} (?:{_KILL}|{_HARM}|not being alive|being dead){_NOT_ITS_STUDY}(?! (?:for|over|some|an?|off|short)\b)",
    rf"wouldn'?t mind (?:dying|being dead|not waking up){_NO_FIGURE}|having (?:passive |active )?si\b",
    rf"feeling {_SUICIDAL}\b",
    rf"(?:cutting|hurting|harming|burning) {_MYSELF}{_NO_FIGURE}",
    rf"(?:cut|hurt|burn(?:ed)?) {_MYSELF} (?:on purpose|again|every (?:day|night)|to (?:feel|cope|get through|sleep))\b",
    rf"relapsed (?:on|with|into) (?:self\W?harm(?:ing)?|cutting)\b|cutting again{_CLOSED}",
    rf"(?:{_DONT} feel safe|not safe|unsafe) (?:being |to be )?(?:alone )?(?:with|by|around) {_MYSELF}\b",
    rf"(?:scared|afraid|terrified|worried)(?: that)? (?:of )?(?:what )?i(?:'?m going to|'?ll| will| might| could|'?d)"
    rf" (?:(?:do(?: something)? to|hurt|harm|kill) {_MYSELF}|end my life)\b",
    r"planning my own (?:suicide|death|overdose)\b",
    r"wish(?:ing)? (?:that )?i (?:was|were|wasn'?t|weren'?t|had never been|was never|could be)"
    r" (?:dead|alive|born|dying)\b",
    rf"(?:wish|hope|pray)(?:ing)?(?: that)? {_I_WOULD} (?:never|not|don'?t|won'?t|didn'?t) wake up\b"
    r"(?! (?:early|late|at|before|so|to|with|for|in time)\b)",
    rf"{_DONT} (?:want to|wan+a|wish to) (?:be alive|live(?: any ?more\b|{_CLOSED})|(?:keep|go on) living|exist"
    r"|be (?:here|around) any ?more|wake up (?:any ?more|tomorrow)|be on (?:this )?(?:earth|planet))\b",
    rf"(?:can'?t|can ?not) (?:(?:go on|keep(?: on)?) living\b|(?:live|go on) any ?more{_CLOSED})",
)
_WITH_AN_I = (
    rf"(?:might|will|may|'?ll) (?:just |actually )?(?:{_KILL}{_NOT_ITS_STUDY}|{_HARM}){_NO_FIGURE}",
    r"attempted suicide\b",
    r"think(?:ing)? about dying(?= (?:all the time|every|a lot|constantly|most|again)\b|\s*(?:$|[.!;\n]))",
    rf"(?:{_SUICIDAL}|self\W?harm) (?:thoughts?|urges?|ideations?)\b",
    rf"thoughts of (?:suicide|self\W?harm|{_KILL}|{_HARM})\b|urges? to (?:{_KILL}|{_HARM}|die)\b",
    rf"(?:passive |active )?si(?:{_CLOSED}| (?:again|lately|daily)\b)|{_SUICIDAL}{_NOT_ITS_STUDY}|self\W?harm(?:ing|ed)?\b(?! (?:is|as|in)\b)",
    rf"a (?:danger|threat|risk) to {_MYSELF}\b|a plan (?:to|for) (?:{_KILL}|{_HARM}|die)\b",
    r"a plan and (?:the|my|enough) (?:pills|means|meds|gun|rope|drugs)\b",
    rf"know (?:exactly )?(?:how|when|where) i(?:'?d| would|'?m going to|'?ll| will) (?:{_KILL}|do it|die)\b",
    r"(?:wrote|writing|written|left) (?:a|my|the) (?:goodbye|suicide|farewell) (?:notes?|letters?)\b",
    r"(?:took|swallowed|taken) (?:a bunch of|a bottle of|all (?:of )?my|too many|a handful of)"
    r" (?:sleeping )?(?:pills|tablets|tylenol|meds|pain ?killers)\b",
    r"overdosed (?:on purpose|last night|again|yesterday)\b",
    r"rather (?:be dead|not (?:be alive|exist)|kill myself)\b",
    r"be (?:probably |honestly )?better off (?:dead|not alive)\b",
    r"(?:nothing|no reason|no will)(?: left)? to (?:live|be alive|keep living)\b",
)
# Each has its own subject.
_WHOLE = (
    r"\b(?:every(?:one|body)|the world|they|people|(?:my|our) (?:\w{1,15} )?\w{1,15})(?: here| around me)?"
    r"(?:'?d| would| will|'?ll)(?: all| honestly| probably)? be (?:so much |much )?(?:better|happier)(?: off)?"
    r" (?:without me|if i (?:was|were|wasn'?t|weren'?t|died)(?: (?:dead|gone|not here|alive|around))?)\b",
    r"\b(?:nobody|no ?one) (?:would|will|'?d) (?:even |really )?(?:miss me|care|notice|cry) (?:if|when) i"
    r" (?:died|die|(?:was|were|am) (?:dead|gone)|killed myself|disappeared)\b",
    rf"\bno (?:point|reason|sense) (?:in |to |for me (?:to|in) )?(?:keep |go on |being |stay )?(?:living|live|alive){_CLOSED}",
    r"\bi (?:don'?t|do not|can'?t) see (?:an?y?|the|one) (?:reason|point) (?:to|in|for me to)"
    r" (?:keep |go on )?(?:living|live|be alive|being alive)\b",
    r"\bmy life (?:is not|isn'?t|ain'?t|is no longer) worth living\b|\blife (?:is not|isn'?t) worth living for me\b",
    rf"\b(?:kil+ing|unaliving|hurting) {_MYSELF} (?:sounds|seems|would be|feels) (?:better|easier|good|right)\b",
    rf"\burges? to (?:kill|hurt|cut|harm) {_MYSELF} (?:is|are|came|keeps?|won'?t|gets?)\b",
    r"\bkms\b(?! (?:away|per|from|to|of|and back|long|run|walk)\b)",
)

# --- By whom ---

_SMALL_WORD = (
    r"(?:just|really|rly|honestly|sometimes|often|still|always|actually|only|even|keep|kept|kind of|kinda|been|lately"
    r"|also|again|now|truly|seriously|literally|constantly|genuinely|fucking|so|very|pretty|a bit|a little|do|am"
    r"|secretly|started|can'?t stop|having|have|hav|had|getting|get|feel|feeling|felt|feelin|already|almost|probably)"
)
_I = phrases(rf"\bi(?:'?(?:m|ve|d|ll)| am| have| hav| had| would| will)?(?: {_SMALL_WORD}){{0,4}} ?$")
# Nobody but a writer in a hurry begins with "want to …".
_BEGINS = phrases(
    rf"(?:^|[,;(-]|\b(?:ngl|tbh|idk|honestly|lately|and|but|then|like)\b)\s*(?:{_SMALL_WORD} ){{0,3}}$",
)
_PERSON = phrases(
    r"\b(?P<i>i(?:'?m|'?ve|'?d)?|me|my)\b|\b(?:he|she|they|we|you|who|pts?|patients?|people|someone|somebody|anyone"
    r"|everyone|many|some|most|others|m[ae]n|wom[ae]n|kids?|teens?|veterans?|famil(?:y|ies))\b"
)

# --- And whose words ---

# "She said I want to die" reports somebody else; "I told my sister I want to die" does not.
_REPORTED = phrases(
    r"(?P<who>\b\w{1,20})(?: (?:just|then|also|once|keeps?|kept|even|only|has|had|have|was|were|to))? (?:said|says?|saying"
    r"|told|tells?|telling|asks?|asked|asking|whisper(?:s|ed)|shouted|screamed|text(?:s|ed)|writes?|wrote|repeat(?:s|ed|ing)"
    r"|reads?|mumbled|cried|goes|went|kept|admitted|confided)\b[^.!?\n]{0,90}$",
    r"\b(?P<words>words)\b[^.!?\n]{0,30}\b(?:were|was|are)\b[^.!?\n]{0,20}$",
)
_DENIED = phrases(
    r"\b(?:not (?:that|like|saying|because)|doesn'?t mean|didn'?t mean|isn'?t that|never (?:said|thought|meant)|if|whether"
    r"|what would i|pretend(?:ed|ing)?|imagin(?:e|ed|ing)|joke[ds]?(?: that)?|without)[^.!?\n,]{0,25}$"
)
_ASKED = phrases(r"\bask(?:s|ed|ing)?\b[^.!?\n]{0,60}$")


def find_distress(text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text says explicitly, of its writer and in the writer's own words, that there is distress."""
    quoted = quotations(text)
    for start, end in _said_of_oneself(text):
        apart = any(begin <= start < close for begin, close in quoted)
        if not apart and _is_the_writers(sentence_before(text, start)) and not is_long_past(text, start, end):
            yield start, end


def _said_of_oneself(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHRASE.finditer(text):
        start = match.start()
        subject = _subject(sentence_before(text, start), bare=match["bare"] is not None)
        if match["whole"] is not None:
            yield match.span()
        elif subject is not None:
            yield start - subject, match.end()


def _subject(before: str, *, bare: bool) -> int | None:
    """How far before a phrase its subject begins, if the writer is its subject."""
    found = _I.search(before)
    if found is not None:
        return len(before) - found.start()
    if not bare or not _BEGINS.search(before):
        return None
    people = list(_PERSON.finditer(before))
    return 0 if not people or people[-1]["i"] is not None else None


def _is_the_writers(before: str) -> bool:
    if _DENIED.search(before):
        return False
    reported = _REPORTED.search(before)
    return reported is None or reported["who"] is not None and reported["who"].casefold() == "i"


def _grouped(name: str, alternatives: tuple[str, ...]) -> str:
    return rf"(?P<{name}>{'|'.join(alternatives)})"


_PHRASE = phrases(
    _grouped("whole", _WHOLE), rf"(?<!\w)(?:{_grouped('bare', _OF_MYSELF)}|{_grouped('own', _WITH_AN_I)})"
)
