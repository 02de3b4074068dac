"""Texts that are made to take long: whatever begins like something that is looked for, over and over."""

from random import Random

LENGTH = 3000
"""As long as a reply can be."""

_NAMES = [
    *("Mr. ", "Mr. A. ", "Mr.Mr.", "A. ", "A.B.", "A.", "A B ", "AB (", "Dr Dr ", "nurse ", "Señora "),
    *("Mr. and Mrs. ", "my patient ", "pt ", "pt pt. ", "named ", 'called "', "Maria ", "Maria, ", "MARIA, "),
    *("maria ", "Maria's ", "Mariá", "de la ", "van der ", "bin ", "Nguyễn Thị ", "O'", "O'O'", "'s ", "a-"),
    *("A-A-", "Will ", "hope ", "Hope, ", "rose ", "Big ", "the Kowalskis ", "Xq ", "xq ", "Xq, ", "XQ"),
    *("told me ", "with ", "a 9 y/o ", "x, a 9 y/o ", "who ", "王", "王 ", "Parkinson's ", "Foley "),
    *("Dr. House ", "As Osler said, ", "In the words of ", "St. ", "I II III IV "),
]  # fmt: skip
_AGES = [
    *("90", "98 ", "98F ", "ninety ", "ninety-", "ninety-two-", "a hundred and ", "turned ", "in her "),
    *("year old ", "aged "),
]  # fmt: skip
_DATES = [
    *("on the ", "the 4th ", "4th of ", "on the 4th o", "March ", "mar. ", "March 3", "3/", "3/14 ", "3-14-"),
    *("2024-", "12.", "the day after ", "Christmas ", "Christmas Eve", "twenty-", "twenty-first of ", "DOB "),
    *("gcs 3/14 ", "may ", "May 3, "),
]  # fmt: skip
_NUMBERS = [
    *("1", "1 ", "1-", "1.", "1,", "0 ", "+1", "+1 (", "(857) ", "857-", "ext ", "ext. # ", "pager ", "#"),
    *("#1", "mrn ", "mrn:# ", "mrn:# no no ", "case no. ", "acct A1", "a1", "A1-", "serial ", "s/n ", "lot "),
    *("plate ", "4RT K19 ", "license ", "fax: "),
]  # fmt: skip
_PLACES = [
    *("room ", "rm 1 ", "bed ", "bed bed 1", "6 North ", "12A ", "bay ", "unit ", "12 ", "12 N. ", "12 Main "),
    *("Street ", "Main St. ", "P.O. Box ", "apt ", "zip ", "from ", "lives in ", "lives in New ", "New York "),
    *("Worcester ", "near ", "outside of ", "St. Mary's ", "Hospital ", "Memorial ", "University of "),
    *("the VA on ", "Center for the ", "at the ", "Clinic, ", "MGH "),
]  # fmt: skip
_LINKS = [
    *("a@", "a.", "@", "@a", "@a.", "<@", "<@U", "<!", "a.a@", "a@a.", "https://", "https://!", "https://x "),
    *("www.", "www.!", "a.com", "a.com/", "/", "-", "--", "_", "a_", "%", "a+"),
]  # fmt: skip
_PEOPLE = ["as the only ", "the only ", "only one ", "the only student ", "the one ", "I'm the first ", "in our "]
_CONCERNS = [
    *("I ", "I'm ", "I want to ", "I want to die ", 'I want to die "', "she said ", "not ", "never "),
    *("I don't want to ", "my attending ", "yelled at ", "yelled at me ", "he called me ", "called me a "),
    *("in front of ", "don't don't "),
]  # fmt: skip
_SIGNS = [
    *(" ", "\n", " \n", "\t", "\r", "\xa0", "\u200b", "1\u200b", "\u202e", "\u0301", "e\u0301", "é ", "😀"),
    *("\ud83d", "\x00", '"', "“", "(", "((", ")", "[", "<", ".", ". ", "...", "!", ",", ", ", ";", ":", "'"),
    *("*", "`", "a", "A", "aA", "a ", "A ", "der die das ", "el la los ", "я ", "अ", "ا ", "५", "５"),
]  # fmt: skip
UNITS = [*_NAMES, *_AGES, *_DATES, *_NUMBERS, *_PLACES, *_LINKS, *_PEOPLE, *_CONCERNS, *_SIGNS]
MIXED = 30
"""How many texts of all of them there are."""


def repeated(unit: str, length: int) -> str:
    """A unit over and over, cut to a length, and at the end what makes a long match fail."""
    return (unit * length)[: length - 1] + "!"


def mixed(number: int, length: int) -> str:
    """Units in an order drawn by a number, always the same one for the same number."""
    dice = Random(number)
    return "".join(dice.choice(UNITS) for _ in range(length))[:length]
