"""Names of works and in works: "in the film Wit … Vivian", "sang Sweet Caroline", "picked Ruth" of a Bible."""

from collections.abc import Iterable, Mapping
from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.name_cues import DETERMINERS, KIN, SAYS
from bot.domain.screening.names.places_of_names import has_an_age, is_introduced, says_something
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import phrases_of, words_of

_KINDS: Final = words_of("film movie book novel show series play musical memoir sitcom documentary cartoon opera")
_LED_BY: Final = words_of("the that this a")
_OUR: Final = words_of("i i'm me my we us our patient patients pt pts today")
"""Where the writer is met behind a title, the ward is told of."""
_FURTHEST: Final = 25
_LONGEST_TITLE: Final = 7
_SONGS: Final = phrases_of(
    """
    sweet caroline, hey jude, come on eileen, billie jean, dear prudence, eleanor rigby, lovely rita, lucy in the sky,
    michelle ma belle, bobby mcgee, mustang sally, peggy sue, johnny b goode, johnny be goode, proud mary, barbara ann,
    wake up little susie, along comes mary, runaround sue, help me rhonda, sloop john b, jack and diane, jessie's girl,
    stacy's mom, hey there delilah, oh susanna, oh susannah, my darling clementine, ave maria, dirty diana, mona lisa,
    bette davis eyes, cracklin rosie, tiny dancer, maggie may, wind cries mary, oh sherrie, carrie anne, jenny jenny,
    bennie and the jets, benny and the jets, frankie and johnny, good golly miss molly, long tall sally, dear john,
    sister christian, sara smile, kathy's song, annie's song, mrs robinson, think of laura, michael row, danny boy,
    tom dooley, john henry, john brown's body, waltzing matilda, molly malone, annie laurie, frere jacques, black betty,
    mary had a little lamb, mary did you know, old macdonald, old mcdonald, jack and jill, georgia on my mind,
    sweet georgia brown, hello dolly, mack the knife, my maria, joshua fit the battle, go down moses, jesus loves me,
    amazing grace, grace kelly, ruby tuesday, suzie q, susie q, mother mary, lady madonna, a boy named sue,
    cathy's clown, corrina corrina, carol of the bells, joy to the world, frosty the snowman, rudolph the red,
    we don't talk about bruno, jolene, roxanne, gloria, angie, layla, rosanna, alejandro, cecilia, lola, fernando,
    chiquitita, valerie, suzanne, elvira, delilah, clementine, iris, mandy, beth, daniel, rosalita, amie, levon, nadine,
    maybellene, donna, vincent, juanita, marie, sherry, ruby
    """
)
"""Songs with somebody's name in them."""
_MUSIC: Final = words_of("""
    sang sing sings singing sung hum hums hummed humming played plays playing play song songs music radio karaoke chorus
    choir lyrics spotify playlist tune dance danced dancing blast blasted blasting whistled whistling guitar piano
    ukulele harmonica hymn hymns carols strummed belted belting
""")
_SUNG: Final = words_of("""
    sang sing sings singing sung hum hums hummed humming played plays playing play blast blasted blasting whistled
    whistling song belted belting strummed to
""")
"""What a title of one word stands right behind."""
_HEARD: Final = words_of("listened listening danced dancing")
_SUNG_TO: Final = DETERMINERS | words_of("to in at happy")
"""Behind somebody to whom is sung: "sang Daniel a lullaby"."""
_AROUND_SONGS: Final = 8
_QUOTATIONS: Final = phrases_of(
    """
    stay gold ponyboy, play it again sam, here's johnny, beam me up scotty, run forrest run, you're a wizard harry,
    alas poor yorick, wherefore art thou romeo, romeo romeo, goodnight john boy, good night john boy, lucy i'm home,
    yo adrian, i'm sorry dave, the pod bay doors hal, in kansas anymore toto, hello newman, my name is inigo montoya,
    call me ishmael, luke i am your father, elementary my dear watson, bye felicia, never let go jack,
    talkin bout willis, marcia marcia marcia, they killed kenny, leeroy jenkins, jesus take the wheel,
    good grief charlie brown, et tu brute, call me shirley, say goodnight gracie,
    to the moon alice, book him danno, danger will robinson,
    i am spartacus,
    i'm spartacus, stella stella, not today satan, for the love of pete, for the love of mike, for pete's sake,
    no way jose, with the joneses, tom dick and harry, rob peter to pay paul, robbing peter to pay paul, jack be nimble,
    even steven
    """
)
"""What everybody quotes, and the name of somebody in it."""
_BOOKS: Final = words_of("""
    ruth job esther john luke mark matthew daniel samuel james timothy titus ezra nehemiah isaiah jeremiah ezekiel hosea
    joel amos obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi joshua judges kings peter jude
    philemon acts romans paul
""")
_SCRIPTURE: Final = words_of("bible bibles scripture scriptures verse verses gospel gospels torah psalm psalms")
_PICKED: Final = words_of("""
    read reads reading reread picked pick chose choose opened open studying study studied quoted quoting recited recites
    through book gospel
""")
_PICKED_FOR: Final = words_of("up for as from out over who today first off")
"""Behind a patient who was picked."""
_PASSAGES: Final = words_of("verse verses passage passages chapter chapters story book page line lines gospel")
_OF: Final = words_of("from in of")
_US: Final = frozenset({"me", "us"})


def is_of_a_told_work(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is a title's, is told of in a work that was named before, or is quoted from everybody's mouth."""
    if not _is_told(reading, first, last) or is_introduced(reading, first) or has_an_age(reading, last):
        return False
    return not (says_something(reading, last, SAYS) and reading.at[last + 2].plain in _US)


def _is_told(reading: Reading, first: int, last: int) -> bool:
    """Whether a work or a saying is near; each question but the last asks for the word itself first."""
    word = reading.words[first]
    plain = word.plain
    if plain in _QUOTED and _is_in_a_phrase(reading, first, _QUOTED):
        return True
    if plain in _SUNG_OF and _is_sung(reading, first):
        return True
    if plain in _BOOKS and _is_of_the_bible(reading, first, last):
        return True
    return not reading.spelled.isdisjoint(_KINDS) and _is_in_a_work(reading, first)


def _by_word(phrases: Iterable[str]) -> Mapping[str, list[tuple[int, list[str]]]]:
    """Phrases by each of their words, with the word's place in them."""
    by_word: dict[str, list[tuple[int, list[str]]]] = {}
    for phrase in phrases:
        words = phrase.split()
        for place, word in enumerate(words):
            by_word.setdefault(word.removesuffix("'s"), []).append((place, words))
    return by_word


_QUOTED: Final = _by_word(_QUOTATIONS)
_SUNG_OF: Final = _by_word(_SONGS)


def _is_in_a_phrase(reading: Reading, place: int, phrases: Mapping[str, list[tuple[int, list[str]]]]) -> bool:
    for before, words in phrases.get(reading.words[place].plain, ()):
        begin = place - before
        if begin >= 0 and len(words) > 1 and _is_said(reading.words[begin : begin + len(words)], words):
            return True
    return False


def _is_said(spoken: tuple[Word, ...], words: list[str]) -> bool:
    return [f"{word.plain}'s" if word.owns else word.plain for word in spoken] == words


def _is_sung(reading: Reading, place: int) -> bool:
    """ "We sang Sweet Caroline"; titles of one word only right behind what is done with a song."""
    word = reading.words[place]
    if says_something(reading, place, SAYS):
        return False
    near = {reading.at[place + step].plain for step in range(-_AROUND_SONGS, 1 + _AROUND_SONGS)}
    if near.isdisjoint(_MUSIC):
        return False
    if _is_in_a_phrase(reading, place, _SUNG_OF):
        return True
    is_title = any(len(words) == 1 for _, words in _SUNG_OF[word.plain])
    before = reading.at[place - 1].plain
    is_behind = before in _SUNG and (before != "to" or reading.at[place - 2].plain in _HEARD)
    is_sung_to = reading.at[place + 1].plain in _SUNG_TO
    return is_title and word.case is cases.CAPITALIZED and is_behind and not (word.owns or is_sung_to)


def _is_of_the_bible(reading: Reading, first: int, last: int) -> bool:
    """ "Picked Ruth bc it was short" where scripture is spoken of; "read Ruth a psalm" is read to somebody."""
    if first != last or reading.words[first].owns:
        return False
    before, following = reading.at[first - 1].plain, reading.at[first + 1]
    is_picked = (before in _PICKED and following.plain not in _PICKED_FOR) or (
        before in _OF and reading.at[first - 2].plain in _PASSAGES
    )
    is_picked |= before == "and" and reading.at[first - 2].plain in _BOOKS
    if following.sort is sorts.NUMBER and following.gap == " ":
        # "John 3:16" needs no Bible beside it.
        is_picked |= not is_introduced(reading, first)
        if reading.at[first + 2].gap == ":" and reading.at[first + 2].sort is sorts.NUMBER:
            return is_picked
    is_picked |= before == "then" and any(reading.at[first - step].plain in _SCRIPTURE for step in (2, 3, 4))
    if not is_picked or following.plain in DETERMINERS or says_something(reading, first, SAYS):
        return False
    return not _SCRIPTURE.isdisjoint(word.plain for word in reading.words)


def _is_in_a_work(reading: Reading, first: int) -> bool:
    """Whether "in the film" and a title stand before in the sentence, and nobody of ours in between."""
    for place in range(first - 1, max(-1, first - _FURTHEST), -1):
        word = reading.words[place]
        if word.plain in _OUR:
            return False
        if word.plain in _KINDS and reading.at[place - 1].plain in _LED_BY and _has_a_title(reading, place + 1):
            return reading.at[place - 2].plain in _OF or first == place + 1
        if word.opens and word.gap.strip() != '"':
            return False
    return False


def _has_a_title(reading: Reading, place: int) -> bool:
    """Whether words in capitals follow that end with a comma or a quotation mark, or are nobody's first name."""
    word = reading.at[place]
    if word.case is not cases.CAPITALIZED or word.owns:
        return False
    end = place + 1
    while end < place + _LONGEST_TITLE and reading.at[end].case is cases.CAPITALIZED and reading.at[end].gap == " ":
        end += 1
    following = reading.at[end]
    if following.plain in {"my", "our", "his", "her", "a", "who"} or following.plain in KIN:
        return False
    return following.gap != " " or word.sort not in sorts.NAMES
