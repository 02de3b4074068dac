"""What a single word says for English, or against it."""

import re
from functools import cache
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.lexicon import Known, known_as
from bot.domain.screening.word_sets import words_of

# Small words that say which language is written; without accents, and without what English writes alike and often.
_SMALL_WORDS = {
    "Spanish": (
        "el la los las una unos del al que qué y con por para pero como cuando donde porque muy mas más ya hoy yo mi"
        " mis su sus le les lo se nos te tu usted ella ellos nada todo todos mucho muchas gracias es esta está este"
        " estaba era fue soy estoy tengo tenía tuve había hay ser estar me no sin sobre entre hasta desde también"
        " aunque"
    ),
    "French": (
        "le la les un une des du de et est en je tu il elle nous vous ils elles ne pas que qui pour dans avec sur ce"
        " cette ces mon ma mes son sa ses au aux mais ou où donc j'ai ai était c'est très plus sans comme quand quoi"
        " rien sais suis avait fait été moi lui leur"
    ),
    "German": (
        "der die das den dem des ein eine einen einer einem und ist nicht ich du er sie es wir ihr mich mir mit auf"
        " für von zu zum zur im am bei aber auch dass daß wie wenn weil noch nur schon sehr war hat habe haben bin"
        " sind wurde als nach so sich heute kein keine mehr oder dann"
    ),
    "Portuguese": (
        "o os as um uma do da dos das no na nos nas em e que não nao com para por mas mais como quando eu ele ela"
        " você me meu minha seu sua foi era está estava estou muito muita hoje obrigada obrigado sem ao à só fiquei"
        " ter isso"
    ),
    "Italian": (
        "il lo la i gli le un una di del della dei che e è non con per ma come quando mi ti si ci ho ha hai hanno"
        " sono era sei suo sua mio mia più anche oggi molto niente questo questa dal dalla nel nella al alla ed io lui"
        " lei"
    ),
    "Vietnamese": (
        "tôi toi là la và va của cua không khong có co được duoc một mot người nguoi bệnh benh nhân nhan với voi cho"
        " này nay đã da rất rat gì gi nói noi ngồi ngoi bà ba ông ong ấy ay hôm hom thì thi mà ma nhưng nhung phải"
        " phai biết biet"
    ),
    "Tagalog": (
        "ang ng mga sa na ako ko siya niya ka mo kami namin kanya hindi ay at pero kasi lang po opo ito iyon yung"
        " para may wala naman din rin kaya akin salamat kung ngayon"
    ),
    "Haitian Creole": (
        "mwen m ou li nou yo yon sa ki pa te ap se nan ak pou men anpil jodi epi konnen gen fè fe di lè kote mesi"
        " malad tout sou avek"
    ),
    "Dutch": (
        "de het een en van ik je hij zij wij niet met voor maar ook dat die is op aan te bij naar heb heeft was zijn"
        " haar geen nog wel er om alleen dan"
    ),
    "Polish": (
        "i w na z że ze nie się sie do to jest był była jak ale o po co mnie mi bo przy tylko dla czy ja jej jego"
    ),
    "Hindi": (
        "hai hain tha thi the ka ki ke ko se mein main maine mujhe kya nahi nahin aur bhi bahut unko unki uska unka"
        " unse wo woh yeh ye ho raha rahi rahe kuch isliye lekin aaj din ek saath baat par hum log kar gaya"
    ),
    "Turkish": "bir ve bu çok ama için ile de da ben sen o ne değil gibi daha sonra kadar var yok sadece",
    "Malay": "saya dan yang di itu ini dengan untuk tidak tak ke dari ada pada dia akan sudah kami",
    "Swahili": "na ya wa kwa ni la katika hii huyo lakini sana yangu yake leo mimi tu",
    "Romanian": "și si să sa nu cu din pe la un o este sunt am a fost care mai pentru dar ce mi",
}
# What careless English writes as often as they do.
_WORDS_IN_BOTH = (
    "a am ap as at be care co come d do dr e en era et ex for had has he her him his i in is it la m ma main man me men"
    " met mi mo my no nos o of on or os pa par per plus po pt so son the to us w was we y"
)
# Words of other languages that the dictionary has since English speakers know them.
_BORROWED = words_of(
    "adios amigo bonjour buenas buenos ciao danke dios gracias hola kumusta merci mijo namaste salaam salam triste"
    " vaya vida"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2}\b)?")
_ORDINARY = Known.ORDINARY.value
_ANY_NAME = Known.GIVEN.value | Known.FAMILY.value

SMALL, UNKNOWN, ALIKE, NAME, KNOWN = -10, -6, -5, -2, 10
"""A small word of another language, a word in no list, one that both languages have, a name, an English word."""
_ALONE: Final = {weight: (weight,) for weight in (SMALL, UNKNOWN, ALIKE, NAME, 0, KNOWN)}
ENGLISH: Final = _ALONE[KNOWN]
"""What most words say."""


def weights(spelled: str, plain: str, known: int) -> tuple[int, ...]:
    """What a word says for English as it is spelled. One with a hyphen is two here, and digits are none."""
    if known & _ORDINARY and spelled == plain and plain not in _words_of_others() and plain.isalpha():
        return ENGLISH if plain.isascii() else _ALONE[0]
    if spelled.isalpha():
        return _ALONE[_weight(plain, known, is_plain=spelled.isascii())]
    return tuple(
        _weight(lexicon.plain(word), known_as(word), is_plain=word.isascii()) for word in _WORD.findall(spelled)
    )


def _weight(plain: str, known: int, *, is_plain: bool) -> int:
    """What a word says for English, or against it; what both languages have says nothing."""
    ordinary = known & _ORDINARY
    if plain not in _words_of_others():
        if ordinary:
            return KNOWN if is_plain else 0
        return NAME if known & _ANY_NAME else UNKNOWN
    if plain not in _small_words():
        return UNKNOWN
    return SMALL if not ordinary else 0 if plain in _words_in_both() else ALIKE


@cache
def _words_of_others() -> frozenset[str]:
    return _small_words() | _BORROWED


@cache
def _small_words() -> frozenset[str]:
    return frozenset(lexicon.plain(word) for words in _SMALL_WORDS.values() for word in words.split())


@cache
def _words_in_both() -> frozenset[str]:
    return frozenset(_WORDS_IN_BOTH.split())
