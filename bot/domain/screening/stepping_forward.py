"""Words that ask a single student to step forward, or that let one be singled out: "whoever wrote", "come and see me".

Whoever writes them means well. A miss puts a student on the spot, and a false alarm costs a preceptor a few words: so
what can't be told apart counts as found.
"""

import re
from collections.abc import Iterator

from bot.domain.screening.characters import fold

# What somebody does who gave a reply, or whom a reply is about.
_DID = (
    r"(?:wrote|writes|said|says|shared|shares|mention(?:ed|s)|ask(?:ed|s)|felt|feels?|told|tells|posted|raised"
    r"|brought|"
    r"described|reported|submitted|sent|put|commented|complained|answered|replied|admitted|confessed|voiced|confided|"
    r"spoke|talked|thinks|thought|noticed|saw|struggle[sd]|is (?:struggling|hurting|having|feeling|worried|upset"
    r"|afraid|"
    r"unhappy|tired|going)|was|had|has|cried|froze|left|stayed|needs?|wants?|worr(?:ied|ies)|doubts|wonders|it was|"
    r"this was|that was|this is|it is|you are)"
)
_HOW = r"(?:(?:just|so|ever|really|honestly|bravely|kindly|also|first|actually|even|perhaps|still) )?"
_STUDENT = r"(?:student|learner|trainee|clerk|classmate|author|writer|soul|voice)"
_PERSON = rf"(?:{_STUDENT}|one|person|individual|somebody|someone|colleague|member)"
_AMONG = r"(?: (?:of|among|in|on|from) (?:you|us|the|this|our|my)(?: (?:group|team|rotation|cohort|students))?| here)?"
_REPLY = r"(?:quote|comment|remark|reply|reflection|entry|post|note|line|story|sentence|message|answer|response|words)"
_SINGLED_OUT = (
    rf"\bwho(?:m|so)?ever{_AMONG} {_HOW}{_DID}\b",
    r"\bwhichever of you\b",
    r"\b(?:that|this) (?:student|learner|trainee|clerk)\b",
    rf"\b(?:the|that|this) (?:\w+ )?{_STUDENT}{_AMONG},? (?:who|that|whose|i|we|behind|of (?:the|this|that))\b",
    rf"\bto (?:the|that) (?:\w+ )?{_PERSON}{_AMONG},? (?:who|that|whose|i|behind)\b",
    rf"\b(?:the|that|this) (?:\w+ )?{_PERSON}{_AMONG},? (?:who|that|whose) {_HOW}{_DID}\b",
    rf"\b(?:the|that|this) {_PERSON} (?:of you|among you|here|in (?:this|our|the) (?:group|team)|behind"
    rf"|responsible)\b",
    r"(?<!each )(?<!every )(?<!any )\bone (?:of you|of (?:the|our|my) (?:group|team|students)|student|learner"
    r"|trainee)\b",
    rf"\b(?:someone|somebody|a student)(?: (?:here|of you|among you|in (?:this|our|the) (?:group"
    rf"|team)))? {_HOW}{_DID}\b"
    r"(?![^.\n]*\b(?:years|once|ago)\b)",
    r"\ba (?:certain|particular) (?:student|someone|person|reply|comment|one)\b",
    r"\byou know who (?:you are|i mean)\b",
    r"\b(?:if|that|it|this) (?:that |this |it )?(?:was|is|were) you(?:rs)?\b(?! all)",
    rf"\b(?:if|since|because) you(?: are|'re| were)? (?:the {_PERSON}|(?:wrote|said|shared|posted|sent) (?:this|that"
    rf"|it))\b",
    rf"\byou,? (?:the (?:one|student) )?who {_DID}\b",
    rf"\byour {_REPLY}\b(?<!words) (?:about|on|from|last|this|was|is|made|struck|moved|really|hit|touched|worried"
    rf"|that)\b",
    r"\byour (?:quote|comment|remark|entry|post)\b",
)
_GUESSED = (
    r"\b(?:know|knew|guess(?:ed)?|tell|find out|found out|figure out|work out|wonder(?:ing)?|curious|sure|i remember"
    r"|idea"
    r"|hunch|suspicion|ask|asking|learn|hear)(?: me| us| of| about)? (?:who|whose|which (?:one|student)"
    r"|which of you)\b"
    r"(?! (?:we|they|he|she|you are|(?:wrote|said) what)\b)",
    r"\bwho(?: of you| among you| here)? (?:wrote|said|shared|posted|sent) (?:this|that|it|these|those|about|the)\b",
    r"\bwho (?:of|among) you\b|\bwhich (?:one )?of you\b",
    rf"\brecogni[sz]ed? (?:\w+ )?(?:voice|style|handwriting|tone|words|phrase|story|case|{_PERSON})\b",
    r"\bremember (?:that|the|your) (?:\w+ )?(?:patient|day|case|night|shift|visit) (?:you|with you)\b",
)
_STEPPED_FORWARD = (
    r"\b(?:step|come) forward\b|\b(?:own|fess) up\b|\bidentify yourself\b|\b(?:make|show|reveal) yourself\b"
    r"|\bcome clean\b",
    r"\b(?:raise|put up|lift) (?:your|a) hand\b|\byour hand up\b|\b(?:show of hands|hands up)\b",
    r"\b(?:your|a) name (?:on|to|under|with)\b|\b(?:tell|give|leave|send|sign|add|share)(?: me"
    r"| us)? your (?:own )?names?\b",
    r"\bsign (?:it|your)\b|\byourself to (?:me|us)\b|\b(?:hear from|with|to) you (?:directly|in person|alone)\b",
    r"\b(?:tell|say|bring|take) (?:it |this |that |so |these |me |us |your \w+ )?(?:directly |straight |right )?"
    r"(?:to (?:me|us|my face)|directly|in person|to my face|personally|privately)\b",
    r"\b(?:privately|in private|one[- ]on[- ]one|1:1|just the two of us|face to face|in confidence)\b"
    r"(?=[^.\n]*\b(?:you|me)\b)|\b(?:you|me|let's)\b[^.\n]* (?:privately|in private|one[- ]on[- ]one|1:1"
    r"|in confidence)\b",
)
# Where one goes, or turns, to talk with the preceptor alone.
_TO_ME = (
    r"\b(?:come|stop|drop|swing|pop|walk)(?: (?:right|on|over|by|round|around|up|in|back|straight|and|to|along))* "
    r"(?:(?:see|find|visit|tell|meet|catch|grab|ask) (?:me|us)|(?:to|by|into|past) (?:me|my|our)|my (?:office|room"
    r"|desk))\b",
    r"\b(?:stop|drop|swing|pop|come) (?:by|in|over)\b(?! (?:the|a|and (?:see|sit)|your|his|her|their|my head))",
    r"\b(?:talk|speak|chat|check in|meet|sit down|debrief) (?:to|with) (?:me|us)\b",
    r"\b(?:find|see|catch|grab|pull|approach|contact|e-?mail|text|call|phone|message|dm|ping|page|reach) me\b"
    r"(?! (?:a|an|by|back to|as|through)\b)",
    r"\b(?:send|drop|shoot|write|give) me (?:a|an|your) (?:\w+ )?(?:note|message|line|e-?mail|text|dm|call|ring)\b",
    r"\bwrite (?:to )?me\b|\b(?:reach out|get in touch)\b(?! to (?!me|us))",
    r"\b(?:tell|ask) me (?:about|if|when|what|why|how|more|after|before|in|on|yourself|any ?time)\b",
    r"\blet me know\b",
    r"\bknock (?:on|at) my\b",
    r"\b(?:appointment|time|meeting|slot) with me\b",
    r"\bmy (?:\w+ )?(?:door|office|inbox|phone|line)(?:'s| is| stays| remains| stands)?(?: always| still"
    r"| wide)* open\b"
    r"(?! (?:to|for) (?:all|every|each|any|the whole|the group))",
    r"\bi(?:'d| would| want to| wish to|'m happy to| am happy to| can| could|'ll| will)? (?:like to |love to )?"
    r"(?:talk|speak|meet|chat|sit down|listen|hear from)(?: to| with)? (?:you|that|this|the) ?(?:student|person"
    r"|one)?\b"
    r"(?! (?:all|both|each|as a group|more often|at))",
    r"\b(?:thank|help|support|apologi[sz]e to|congratulate|hug) (?:the|that|this) (?:student|person|one|writer"
    r"|author)\b",
    r"\b(?:thank|help|apologi[sz]e to|congratulate|meet) you (?:personally|in person|myself|directly|alone)\b",
    r"\bhere (?:for you(?! all)|if you)\b",
)
_FOUND = re.compile("|".join((*_SINGLED_OUT, *_STEPPED_FORWARD)), re.IGNORECASE)
_FOUND_UNLESS_DENIED = re.compile("|".join(_GUESSED), re.IGNORECASE)
_DENIED = re.compile(r"\b(?:don't|do not|never|nobody|no one|won't|can't|cannot|not)(?: \w+){0,3} $", re.IGNORECASE)
_FOUND_UNLESS_OF_OTHERS = re.compile("|".join(_TO_ME), re.IGNORECASE)
# What patients and their families do around a preceptor is a story worth telling. Whoever comes later in the sentence
# is meant first: "if a patient upsets you, come and see me" is no story.
_OF_OTHERS = re.compile(
    r"\b(?:patients?|famil(?:y|ies)|they|he|she|people|residents?|nurses?|parents?|sons?|daughters?|wife|husband"
    r"|mothers?"
    r"|fathers?|man|woman|child|children|colleagues?|teacher|attending|used to|let|made|helped|watch|had)\b"
    r"(?!.*(?:\b(?:you|anyone|anybody|someone|somebody|whoever|please|student)\b|[,;:]))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]")


def find_stepping_forward(text: str) -> tuple[str, ...]:
    """The phrases of a text that ask one student to step forward or single one out, as they stand there, in order."""
    folded = fold(text)
    spans = sorted({folded.span(*match.span()) for match in _found_in(folded.text)})
    return tuple(" ".join(text[start:end].split()) for start, end in spans)


def _found_in(text: str) -> Iterator[re.Match[str]]:
    yield from _FOUND.finditer(text)
    for pattern, unless in ((_FOUND_UNLESS_DENIED, _DENIED), (_FOUND_UNLESS_OF_OTHERS, _OF_OTHERS)):
        for match in pattern.finditer(text):
            if not unless.search(_SENTENCE_END.split(text[: match.start()])[-1]):
                yield match
