"""Names of two short parts that are words or nothing by themselves: "mai see", "hyeon woo", "bobby ray"."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.found_names import POSSIBLE, Found
from bot.domain.screening.names.hand_words import is_everyday
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.names.told_works import is_of_a_told_work
from bot.domain.screening.word_sets import words_of

_KOREAN: Final = words_of("""
    ae bae bin bo bok bom bong bum byeong byung chae chan chang cheol chul dae dan do dong eon eui eun ga gyeong gyu ha
    hae han hee heon hong hoon hun hwa hwan hye hyeon hyo hyuk hyun hyung il in ja jae jang jeong ji jin jong joo
    joon ju jun jung kang ki kook kwan kwang kyeong kyo kyu kyun
    kyung man mi min moon myeong myung na nam ok rae ran ri rim rin
    ryeong sang seo seok seol seon seong seung shik shin si sik so sol soo sook soon su suk sun sung tae uk ung wan won
    woo wook woong yang yeo yeon yeong yo yong yoo yoon young yu yul yun
""")
"""The syllables of which most first names in Korea are made, two by two."""
_HMONG: Final = words_of("""
    ber bao bee blia blong cha chai chang chao cheng chia chong choua choung chour chu chue dao der doua dua fai fong
    foua fue gao ger goua hang her hli houa hue ka kang kao kau kee khang khou kia kong kou koua ku kue lao lee leng lia
    lo long lor lue lyfoung ma maa mai mang mao may mee mo moua moung nao neng ngia nhia nhu nou pa pang pao paj pha
    phia pheng phoua sang saykao see seng shia shoua song soua sua sue teng thai thao thor ting toby tong tou toua touby
    tria tshua tsia tswb tub va vam vang vue vu wa wang xa xai xao xee xeng xia xing xiong xong xou xue ya yang yao yeng
    yer yi ying yia yong youa yue zang zeb zer zong zoua
""")
"""What Hmong names and clans are made of."""
_DOUBLED: Final = words_of("""
    ann anne annie bea belle beth bob boy clyde dale dean dee earl edward ellen fay faye gail gene grace henry jack jane
    jean jim jo joan joe john june kate kay lee lou louise lyn lynn lynne mack mae marie may pat paul rae ray rose roy
    ruth sue wade wayne
""")
"""Second halves of first names in the South: "georgia mae"."""
_NEVER_FIRST: Final = words_of("her in so do may no long man is sue lee song")
_LAST: Final = (_KOREAN | _HMONG | _DOUBLED) - words_of("in so do ma long to")
_PARTS: Final = _KOREAN | _HMONG | _DOUBLED
_ALSO_WORDS: Final = frozenset({"boy"})
"""Of the doubled ones, what is hardly ever a name."""
_MET: Final = frozenset({sorts.UNKNOWN, sorts.NAME, sorts.COMMON})


def named_in_two_parts(reading: Reading) -> Iterator[Found]:
    """Both parts together, where each says little: one is hardly a word at least."""
    for place in _seconds(reading):
        word, last = reading.at[place - 1], reading.at[place]
        if last.plain not in _LAST or not place or last.gap != " ":
            continue
        is_pair = word.case is last.case and not word.owns and (_are_syllables(word, last) or _are_doubled(word, last))
        if is_pair and not is_of_a_told_work(reading, place - 1, place):
            yield Found(place - 1, place, POSSIBLE)


def _seconds(reading: Reading) -> Iterable[int]:
    """Where second parts may stand: at or behind a notable word, unless what is hardly a word stands in dictionaries
    all the same."""
    if not reading.spelled.isdisjoint(_unnoted()):
        return reading.places_of(_LAST)
    words = reading.words
    noted = [place for place in reading.notable if words[place].plain in _PARTS]
    return sorted({*noted, *[place + 1 for place in noted]})


@cache
def _unnoted() -> AbstractSet[str]:
    """Parts that may be usual words in a text, and make a name with a usual word, or with a first name that is none of
    the parts."""
    syllables = _KOREAN | _HMONG
    return {word for word in syllables if is_everyday(word) and not lexicon.is_written_often(word)} | _ALSO_WORDS


def _are_syllables(word: Word, following: Word) -> bool:
    if word.plain in _NEVER_FIRST:
        return False
    is_korean = word.plain in _KOREAN and following.plain in _KOREAN
    of_one_people = is_korean or (word.plain in _HMONG and following.plain in _HMONG)
    return of_one_people and (_is_hardly_a_word(word) or _is_hardly_a_word(following))


def _is_hardly_a_word(word: Word) -> bool:
    return word.sort in _MET or not lexicon.is_written_often(word.plain)


def _are_doubled(word: Word, following: Word) -> bool:
    if following.plain not in _DOUBLED or not word.is_given or word.plain == following.plain:
        return False
    if word.sort is sorts.COMMON:
        return True
    if word.case is cases.CAPITALIZED:
        return word.sort is sorts.PLACE or word.sort is sorts.AMBIGUOUS
    return word.sort is sorts.AMBIGUOUS and following.sort in _MET
