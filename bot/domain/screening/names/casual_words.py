"""Words that are nobody's name and stand in no dictionary: of chats, of kitchens all over the world, of drug charts."""

from typing import Final

from bot.domain.screening.word_sets import words_of

SLANG: Final = words_of(
    """
    kinda sorta gonna wanna gotta hafta outta dunno lemme gimme finna imma obvi oop umm uhh mhm uhhuh nop yass yas okie
    lolol lmfao wtaf frfr ikr imo tho cos bcz brb ttyl eta icymi irl jkjk thnx tnx plss sry soz sowwy omfg omgg
    geez jeesh sheesh wowza wowzers ughh argh arg aargh gah ehh hah heh hehe lolz awww yayy woohoo brah yinz
    mighta musta needa supposta useta usta whatcha whatchu dontcha doncha goin sayin cryin lil' adorbs presh cray cringy
    vibing vibey periodt periodtt nocap stanning gaslighty shooketh mfw ily ilysm ikyk hbu wbu wyd wdym hmu gtg urself
    wrt sumthin smth smthn sth nuthin nuffin wut wha whaa whaaat theres arent tdy tmw ystd yr appx proly perf
    perfs sesh fav favs rlly reallyyy veryy vvv suuuper hella hecka jank bougie boujee hangriest overthinky awks awk
    awko awkies oofed mmkay aight anywho anyhoo anywayz whatevs whatev dis wif wid nuh nuhuh erm ergh oy oyy oy-vey
    eyy ayy yooo wassup whaddup heyy heyyy hii byee ttfn fml stg ogs hunty chillax chillin yadda etcetera
    legitly litch litchrally tbf tbqh nglll idc idgaf iono iunno dunnoo donno knoe knw wana gunna gunnu boutta bouta
    trynna hadda haveta letcha letsgo lessgo mebbe whoopsie whoopsies oopsie oopsies mybad ikkk yessir nossir
    noooo nahh ahhh oooh ohh ohhh ohmygod ohmygosh omgosh omw tbh idk lowkey highkey prolly srsly
    """
)
"""What begins a sentence, or stands in it, where somebody else would have a name."""
FOODS: Final = words_of(
    """
    aguachile ajvar akasan alcapurrias aloo anjero arroz ashak aush bagoong bakso balut banitsa bariis beshbarmak
    bissap borek bunuelos caldo challah chicharron chicharrones coxinha curtido daal dhal dinuguan dolma dosa elote
    esquites fesenjan ful galbi gefilte gheimeh ghormeh gimbap golubtsi gundruk haluski harira hilib idli kabob
    kaldereta kare-kare kelewele khachapuri khinkali kholodets khoresh kimbap koshari kottu kugel kwanga laab laddoo
    langos laphet leche lobio lugaw malasadas mamaliga manti mantou mantu masala matoke matzah miyeok-guk miyeokguk
    mofongo mohinga molokhia momos msemen mulukhiyah musakhan natto nilaga nopales nshima palak palusami paprikash
    pasteles pernil pide plov poha pondu prahok pulao raita rajma rendang rosca rugelach sabzi sadza saltado sambol
    samgyetang samsa sopes tajine taho tibs udon upma vetkoek kheer zobo
    """
)
"""Dishes that families bring along, but those that somebody may be called like: "shiro", "bao", "che"."""
DRUGS: Final = words_of(
    """
    amlo amik amoxi ampgent ampho antabuse aspart atorva betameth bival bupe cefaz clonaz curosurf cytotec feraheme
    gemzar glyco hemabate hepb hydrocort ibu invanz ipra labet lamo levoflox lispro loraz midaz mirtaz mmf moxi mscontin
    mtx neut nifed nortrip olanz omep oxali pcn pip-tazo posa prava ptu rosuva simva succ tacro terb vec verap vori vpa
    zithro zpak
    """
)
"""As charts and rounds shorten them."""
BRANDS: Final = words_of(
    """
    lamborghini ferrari porsche maserati bugatti rolls-royce baskin-robbins winn-dixie haagen-dazs lindt chicco
    nordstrom stonyfield hannaford breyers claussen satinsky castroviejo pezzer keofeed permcath guedel combitube
    sprotte mapleson albertsons aloka bojangles cadbury chobani cholula dannon evenflo fritos ghirardelli godiva
    gerimed graco greggs gucci hasbro hovermatt meijer menards prada ricola sheetz smuckers tabasco tapatio tensilon
    tonopen tostitos twizzlers vlasic waitrose wawa wegmans jobst floseal synthes adaptic broselow popeyes applebees
    wendys dennys arbys
    """
)
CASUAL: Final = SLANG | FOODS | DRUGS | BRANDS
