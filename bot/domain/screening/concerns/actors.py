"""Who did it: somebody on the staff, or a patient or visitor, whose hard moments are none of a school's routes."""

from bot.domain.screening.concerns.speech import late

STAFF = (
    r"(?:attendings?|att[gn]|preceptors?|residents?|fellows?|interns?|seniors?|chiefs?|surgeons?"
    r"|an(?:a?)esthesiologists?"
    r"|doctors?|dr|docs?|nurses?|rns?|nps?|pas?|crnas?|(?:scrub )?techs?|pd|program director|(?:clerkship |course"
    r" )?director"
    r"|coordinator|dean|faculty|consultants?|registrars?|supervisors?|instructors?|professors?|midwife|midwives"
    r"|hospitalists?|evaluators?|physicians?|pharmacists?|staff|team|circulators?|obgyn|boss)"
)
_OTHERS = (
    r"(?:patients?|pts?|visitors?|famil(?:y|ies)|(?:step|grand)?(?:sons?|daughters?|mothers?|fathers?|mom|mum|dad"
    r"|parents?)"
    r"|husbands?|wife|brothers?|sisters?|uncle|aunt|cousin|boyfriend|girlfriend|ex|m[ae]n|wom[ae]n|lady|ladies|guy"
    r"|gentleman"
    r"|kids?|child(?:ren)?|toddler|teen(?:ager)?|veteran|delirium|dementia|mr|mrs|ms|miss|roommate|spouse|neighbor"
    r"|landlord|grandma|grandpa|relatives?|stranger|someone|somebody|people|y/?o|prisoner|driver|orderly"
    r"|withdrawal|detox|psychotic|delirious|confused|demented|sedation|anesthesia"
    r"|s?he'?s (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eighty|ninety))"
)
_SOMEBODY = late(rf"\b(?:(?P<staff>{STAFF})(?!'s\b(?! (?:been|\w{{2,12}}ing)\b))|{_OTHERS})\b")
# "In front of the patient", "about my patient": they only stand by.
_BYSTANDERS = late(
    r"\b(?:in front of|about|with|for|to|of|from|see|saw|present(?:ed|ing)?|let)\s(?:\w{1,12}\s){0,3}?"
    rf"(?:{_OTHERS})\b(?!')",
)
_NAMED_FIRST = late(rf"(?:\s(?!how\b|what\b|patient)\w{{1,12}}){{0,4}}\s{STAFF}\b(?!')")
_PRONOUN_BEFORE = late(
    r"(?:^|[,;:(-]|\b(?:he|she|they|and|then|who|but|so|also|just|even|because)(?:'?s|'?d|'?ve| has| had| was| is)?"
    r"|\b(?:keeps?|kept|always|once|literally|actually|suddenly|again|started|loves to|likes to|would))\s*$",
)
_BY_ME = late(r"\b(?:i|we)(?:'?(?:m|ve|d))?(?: (?!should|only|must|need)\w{1,12})?\s*$")


def is_by_staff(before: str, sentence: str, after: str) -> bool:
    """Whether somebody on the staff does what follows `sentence`, the beginning of its sentence; `before` is what was
    said earlier and `after` what comes later."""
    if _BY_ME.pattern.search(sentence):
        return False
    found = _last(sentence)
    if found is not None or not _PRONOUN_BEFORE.pattern.search(sentence):
        return found is True
    for found in (_last(before), _first(after)):
        if found is not None:
            return found
    # Nobody but staff is called by no more than "he" in what a student tells of a ward.
    return True


def is_staff(text: str) -> bool:
    """Whether somebody on the staff is named in the first words, as after a "by"."""
    return _NAMED_FIRST.pattern.match(text) is not None


def names_another(text: str) -> bool:
    """Whether a patient, a visitor or anybody else who is not of the staff is named, other than as a bystander."""
    people = _SOMEBODY.pattern.finditer(_BYSTANDERS.pattern.sub(" ", text))
    return any(person["staff"] is None for person in people)


def _last(text: str) -> bool | None:
    """Whether the last person named belongs to the staff; None if nobody is named."""
    people = list(_SOMEBODY.pattern.finditer(_BYSTANDERS.pattern.sub(" ", text)))
    return people[-1]["staff"] is not None if people else None


def _first(text: str) -> bool | None:
    person = _SOMEBODY.pattern.search(_BYSTANDERS.pattern.sub(" ", text))
    return person["staff"] is not None if person else None
