"""Names that point at nobody on a ward: of authors, characters and whoever else the whole world talks about."""

from typing import Final


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.split(",") if line.strip())


FAMOUS: Final = _lines(
    """
    maya angelou, atul gawande, paul kalanithi, oliver sacks, viktor frankl, victor frankl, brene brown, mary oliver,
    william osler, rita charon, susan sontag, audre lorde, virginia henderson, florence nightingale, cicely saunders,
    francis peabody, abraham verghese, danielle ofri, siddhartha mukherjee, anne fadiman, lia lee, henrietta lacks,
    frida kahlo, bob ross, taylor swift, bob marley, dolly parton, frank sinatra, johnny cash, stevie wonder, elton john,
    aretha franklin, celine dion, michael jordan, michael jackson, lebron james, serena williams, barack obama,
    donald trump, joe biden, oprah winfrey, anthony fauci, harry potter, meredith grey, derek shepherd, ted lasso,
    sherlock holmes, john watson, darth vader, luke skywalker, peppa pig, mickey mouse, minnie mouse, buzz lightyear,
    carl rogers, carl jung, sigmund freud, abraham maslow, jean piaget, erik erikson, martin luther king, mother teresa,
    gregory house, doogie howser, hannibal lecter, walter white, john snow, louis pasteur, alexander fleming,
    marie curie, albert schweitzer, albert einstein, jane austen, leo tolstoy, ivan ilyich, anton chekhov,
    william carlos williams, john keats, emily dickinson, walt whitman, robert frost, toni morrison, james baldwin,
    william shakespeare, charles dickens, ernest hemingway, agatha christie, stephen king, elvis presley, bruce lee,
    freddie mercury, david bowie, billie eilish, harry styles, ed sheeran, whitney houston, tupac shakur, kate bowler,
    lori gottlieb, elisabeth kubler, byron katie, thich nhat, pema chodron, helen keller, anne frank, nelson mandela,
    rosa parks, mahatma gandhi, dalai lama, abraham lincoln, george washington, john f kennedy, winston churchill,
    forrest gump, mary poppins, james bond, indiana jones, jack sparrow, winnie pooh, charlie brown, tom hanks,
    patch adams, robin williams, morgan freeman, lionel messi, cristiano ronaldo, tom brady, stephen curry,
    bill gates, steve jobs, elon musk, paulo freire, donald schon, malcolm gladwell, adam grant, simon sinek,
    marvin gaye, ray charles, nina simone, billie holiday, ella fitzgerald, miles davis, louis armstrong, bad bunny,
    patsy cline, willie nelson, hank williams, garth brooks, dr seuss, rupi kaur, robert wood johnson, johns hopkins,
    betty ford, make a wish, ronald mcdonald, mary jane, joe schmoe, jane doe, john doe, good samaritan, uncle sam,
    aunt jemima, uncle ben, jack daniels, jim beam, captain morgan, johnnie walker, john deere, tim hortons, ben jerry,
    trader joe, papa john, victoria secret, mary kay, eddie bauer, ralph lauren, harley davidson, hail mary, virgin mary,
    judge judy, days of our lives, bob dylan, virginia woolf, press ganey, doogie howser, peter parker, bruce wayne, clark kent, tony stark,
    lord prayer, henry v, henry viii, richard iii, king lear, romeo juliet, good samaritan, eliza hamilton, alexander hamilton, mary shelley, jack kerouac, ken kesey, sylvia plath,
    """.replace("\n", " ")
)
"""Whole names in small letters without accents."""

FAMOUS_ALONE: Final = frozenset(
    "beyonce oprah rihanna eminem shakira moana hogwarts dumbledore pikachu gandalf voldemort snape hermione bluey"
    " mcdreamy mcsteamy spongebob yoda simba shrek godzilla gatsby hamlet macbeth sisyphus odysseus buddha allah"
    " krishna santa frankenstein jekyll sinatra mozart beethoven bach chopin picasso monet rembrandt shakespeare"
    " tolstoy chekhov kafka camus dostoevsky hemingway plato nietzsche confucius rumi hafiz gandhi mandela obama trump"
    " biden fauci messi ronaldo lebron batman superman spiderman spider-man barbie pokemon elmo disney marvel nemo"
    " dora scooby adele selena elvis drake kanye bts jesus christ moses god lord satan zeus hercules atlas"
    " gawande kalanithi frankl sontag verghese angelou mukherjee nightingale".split()
)
"""Those who are known by one word, and gods."""

FICTIONAL: Final = frozenset(
    "house pepper seuss who strange google phil oz dolittle doolittle jekyll frankenstein evil cox grey shepherd"
    " mcdreamy watson rogers rogers' bean clean potato incredible robot darcy hyde bond spock burns doubtfire claus"
    " right perfect roboto big feelgood doom no dre tea quinn kildare strangelove zhivago mario scholls scholl".split()
)
"""Behind "Dr." or "Mr.": a drink, a doctor of a series, a search engine."""

THINGS_OF: Final = frozenset(
    "disease syndrome sign signs score scores test palsy criteria maneuver manoeuvre scale catheter reflex law stages"
    " model theory hierarchy index rule triad pentad procedure operation incision drain tube line clamp forceps"
    " retractor phenomenon sarcoma lymphoma tumor cyst esophagus contracture fracture ulcer anomaly tetralogy aphasia"
    " area dementia chorea encephalopathy psychosis thyroiditis anemia paralysis lift bed pump bag mask blade method"
    " technique position exam classification grade class stain agar hernia ring rings body bodies cells node nodes"
    " nodules fever rash arthritis cardiomyopathy scan projection view duct gland cycle curve diagram principle"
    " principles framework questionnaire inventory interview battery oath breathing respirations sounds murmur pulse"
    " protocol formula equation effect reaction solution needle screen screening group groups prize award scholar"
    " scholarship lecture hospital clinic center centre medical university college school institute foundation"
    " building hall hospice church street avenue road drive lane boulevard park unit wing library cafe coffee"
    " pharmacy insurance scrubs bars tea ale cola pie cake brand commission manual textbook lines traction frame"
    " boot shoe splint sling collar brace roll bandage stockings activity coma lesion lesions disorder deformity"
    " palsies spots nails sarcoidosis esophagitis gangrene granulomatosis purpura colic point points".split()
)
"""What is called by somebody's name: "Wilson's disease", "Mayo Clinic"."""

WORKS: Final = frozenset(
    "book books poem poems essay essays novel novels song songs album albums movie movies film films podcast talk"
    " article paper papers study chapter quote quotes line lines lyrics painting paintings play plays series show"
    " memoir story concert record records music art museum biography documentary lecture model theory point"
    " hierarchy stages".split()
)
WRITES: Final = frozenset("said says put wrote writes taught noted reminds sang once argues argued".split())
