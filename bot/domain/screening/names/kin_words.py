"""What people are called out of respect or as kin, in many languages, before and behind their names.

Spelled as words are compared: in small letters without accents.
"""

from typing import Final

from bot.domain.screening.names.name_cues import KIN_IN_ENGLISH
from bot.domain.screening.word_sets import phrases_of, words_of

KIN_TITLES: Final = KIN_IN_ENGLISH | words_of(
    # West, East and South Africa.
    "baba iya malam mallam alhaji alhaja hajia mazi nze ichie maame opanyin egya wofa bwana babu shangazi mjomba ndugu"
    " gogo mkhulu ntate utata utate umama sisi bhuti malume makazi mma rra ouma oupa boeta tannie oom meneer mevrouw"
    " juffrouw ato weyzero woizero emama abba eezay ayeeyo awoowe eddo abti adeer oga"
    # North Africa and the Middle East.
    " abou sitt sitti jiddo jeddo khalo khalto ammo amu khaleh khale agha agha-ye aqa khanom khanoum khanum"
    " khanoom hanim hanimefendi haci hoca mamosta mam mamo saba savta safta reb rebbe rebbetzin zaide bubby"
    # South Asia.
    " shri sri shrimati smt kumari thiru selvi tmt dadi dada nani chacha chachi mausi masi maasi foi kaka kaki bua"
    " phupho phuppo thatha paati ammamma ammachi appachan ammumma appuppan achchi seeya aachi aama hajur bajai moji"
    " begum sardar sardarni janab maulana mullah ustaz ustadh pandit swami geshe amala dai aaya akka anna"
    # South-East Asia and the Philippines.
    " manang manong ading aling mang inang amang ninong ninang ditse sanse inday apo mbak mbah pak bapak ibu eyang"
    " opung"
    " oppung bli encik puan cik makcik pakcik abang kakak nenek datuk datin khun khunying yeay lok neang bong daw saya"
    " sayama sayadaw thra tharamu naw bac"
    # East Asia.
    " popo gonggong nainai yeye laolao waipo waigong laoshi shifu halmoni halmeoni harabeoji haraboji ajumma ahjumma"
    " ajusshi ahjussi obaasan obachan ojiisan baachan jiichan"
    # The Pacific and the first peoples of America and Australia.
    " koro kuia whaea matua kaumatua kupuna ratu kokum kookum mooshum moshom nokomis unci masani nali cheii athe bub"
    " tutu anaana aana ataata"
    # Europe.
    " kyria kiria kyrios kyrie giagia pappou papou gospodin gospodja gospa tetka baka deda dida djed cika ujko babushka"
    " dedushka tyotya tetya dyadya pani babcia dziadek ciocia wujek neni bacsi doamna domnul nea nenea tanti mamaie"
    " bunica bunicul zonja zoti batono kalbatono babua bebia bidzia tatik papik mormor morfar farmor farfar onkel mummo"
    " nain taid mamgu mijnheer mevr mejuffrouw senhor senhora seu vovo signorina zia zio tonton tantine manman memere"
    " pepere mamie papi tanty boet"
    # A ward's own.
    " matron"
)
"""Before a name, and hardly ever anything else in English: the next word is a name if it is no everyday one."""

DOUBTFUL_TITLES: Final = words_of(
    "om ah ba bu bpk chi co ong anh chu u ni ma pa mai na nong nang ada ama ate apa aka nan sir ma'am maam ko tok mas"
    " bang lao xiao tata ti hr fru pan tant aji aja ana mae pai pi kak rn lpn cna ata sis wee doctor nurse nai grandma"
    " grandpa granny nana papa"
    " mama auntie aunty aunt uncle tia tio"
)
"""The same of words that are also English, short forms or names: the next one must be hardly a word, or have a
capital where the sentence explains none."""

TITLES_OF_TWO: Final = phrases_of(
    "old man, old lady, khun yai, khun ta, po po, ah ma, ah gong, ah kong, ah por, nai nai, ye ye, lao lao,"
    " wai po, gong gong, tai tai, grand mere, grand pere, ong ngoai, ba ngoai, agha ye, lola lolo, big mama, big mom,"
    " mother superior"
)
"""The same, of two words."""

KIN_HONORS: Final = words_of(
    "opa apa aka apai agai eje ejeke teyze amca abla abi hanim hanimefendi bey efendi hoca hocam dede garu gaaru"
    " akka anna amma ayya koka kaka kaki kaku kakima mashi mama mami dada didi dai daju bhabhi bhaiya bhaia ben behn"
    " masi"
    " maasi foi chacha chachi khala nana nani thatha mausi tai bai bapa bapu hajur saab sahab begum khanom khanoum"
    " khanum khanoom agha jan joon la ssi nim san sama kun chan sensei ayi shushu shifu laoshi taitai xiansheng popo"
    " halmeoni halmoni harabeoji haraboji ajumma ahjumma ajusshi unni oppa noona hyung neni bacsi ur chettan chechi"
    " thambi uncle auntie aunty kokum sayadaw batono iya gogo ouma oupa tannie oom tita tito ate kuya"
)
"""Behind a name: "Dilnoza opa", "lakshmamma garu"; joined to one by a hyphen, too: "hatsue-san"."""

NO_NAMES: Final = words_of("ganoush ghanoush ganouj gannoush ghanouj noor yaga boom joon")
"""What follows one of them and is nobody: "baba ganoush"."""
