"""Names that point at nobody on a ward: of authors, characters and whoever else the whole world talks about."""

from typing import Final

from bot.domain.screening.names.eponym_words import EPONYM_PAIRS
from bot.domain.screening.names.figure_words import FAMOUS_PAIRS, FIGURES
from bot.domain.screening.word_sets import phrases_of, words_of

FAMOUS: Final = (
    EPONYM_PAIRS
    | FAMOUS_PAIRS
    | phrases_of(
        """
    happy birthday, happy meal, happy meals, happy hour, happy gilmore, happy feet,
    ballard score, bennett fracture, boston brace, braxton hicks, calgary cambridge, charley horse, charlie horse,
    charley horses, charlie horses, da vinci, denver brace, denver shunt, ivor lewis, jackson pratt, jackson pratts,
    jackson rees, john hopkins, kelly clamps, kocher kelly, kubler ross, miami j, rochester pean, salem sump,
    salem sumps, sara stedy, sara steady, sengstaken blakemore, stevens johnson, swan ganz, van gogh, the pitt,
    bobby pin, bobby pins, billy goat, billy goats, billy club, barbie doll, ken doll, bloody mary, caesar salad,
    dear john, earl grey, eggs benedict, granny smith, jack knife, jerry can, jerry cans, jimmy johns, papa johns,
    johnny cake,
    johnny gown, johnny gowns, johnny coat, johnny shirt, lazy susan, mary janes, peach melba, roger that, roger roger,
    sloppy joe, sloppy joes, teddy bear, teddy bears, tom collins, tommy gun,
    anne shirley, alice howland, arizona robbins, augustus waters, atticus finch, bernard rieux, bertha mason,
    bigger thomas, billy pilgrim, blanche dubois, boo radley, carol hathaway, charles bovary, chief bromden,
    clarissa dalloway, cuckoo nest, dorothea brooke, edward rochester, eleanor oliphant, elliot reid, emma bovary,
    emma woodhouse, esther greenwood, gregor samsa, guy montag, hans castorp, hester prynne, homer wells,
    humbert humbert,
    izzie stevens, alex karev, jean valjean, kerry weaver, leopold bloom, lisa cuddy, lisbeth salander, luka kovac,
    martin arrowsmith, michael robinavitch, miss havisham, mr rochester, mrs dalloway, nick carraway, olive kitteridge,
    owen meany, piscine patel, prince myshkin, randle mcmurphy, scout finch, septimus smith, shaun murphy,
    stephen dedalus, sydney carton, tertius lydgate, tom joad, vivian bearing, wilbur larch, willy loman, yuri zhivago,
    me ishmael, jesus christ, napoleon bonaparte, beyonce knowles, elvis costello,
    sophie choice, hobson choice, pandora box, achilles heel, achilles tendon, achilles tendons, midas touch, noah ark,
    jacob ladder, adam apple, montezuma revenge, schrodinger cat, schrodingers cat, debbie downer, negative nancy,
    chatty cathy, nervous nellie, doubting thomas, peeping tom, average joe, plain jane, bob your, real mccoy,
    rube goldberg, heath robinson, davy jones, jolly roger, peter principle, job patience, moses basket,
    julius caesar, sleeping beauty, typhoid mary, typical karen, total karen,
    paul revere, rosie the, jane q, john q, gerber baby, big bertha,
    little debbie, big pharma, aloe vera, casper test, miles walked, legend says, legend has, jasmine rice,
    jasmine tea, polycythemia vera, auntie flo, doc
    mcstuffins, prince albert,
    tommy john, of guadalupe, of lourdes, of fatima, old murphy, murphy law, lou gehrig, sesame street,
    aaron judge, abraham lincoln, abraham maslow, abraham verghese, adam grant, adam kay, agatha christie, al green,
    albert einstein, albert schweitzer, albus dumbledore, alexander bell, alexander fleming, alexander hamilton,
    alice walker, amazing grace, anderson cooper, andy warhol, angela merkel, anna karenina, anne fadiman,
    anne frank, anne lamott, annie dillard, ansel adams, anthony fauci, anton chekhov, aretha franklin,
    ariana grande, arnold palmer, arthur frank, arthur kleinman, atticus finch, atul gawande, audre lorde,
    audrey hepburn, aunt bee, aunt flo, aunt jemima, babe ruth, baby jesus, baby mozart, baby shark, baby yoda,
    bad bunny, barack obama, barbra streisand, barney rubble, barry manilow, bart simpson, bb king, beauty and,
    bell hooks, ben franklin, ben jerry, benjamin franklin, bernie sanders, betty crocker, betty ford, betty white,
    big bird, bilbo baggins, bill clinton, bill gates, billie eilish, billie holiday, billy joel, bing crosby,
    bj miller, bob dylan, bob marley, bob ross, bob the, brad pitt, brene brown, bruce lee, bruce springsteen,
    bruce wayne, bruno mars, buddy holly, bugs bunny, buster keaton, buzz lightyear, byron katie, captain ahab,
    captain america, captain kirk, captain morgan, carl jung, carl rogers, carrie underwood, celia cruz, celine dion,
    cesar chavez, charles darwin, charles dickens, charlie brown, charlie chaplin, cher sonny, christina yang,
    chuck berry, cicely saunders, clark kent, claude monet, clint eastwood, cookie monster, count basie,
    cristiano ronaldo, cristina yang, daffy duck, dalai lama, dale carnegie, damon tweedy, dana scully, daniel tiger,
    danielle ofri, darth vader, david attenborough, david bowie, david copperfield, days of our lives, dean martin,
    denzel washington, derek shepherd, desmond tutu, diana ross, dick clark, dolly parton, don quixote, donald duck,
    donald schon, donald trump, donna summer, doogie howser, dora the, dorian gray, dr kildare, dr seuss,
    duke ellington, dwight schrute, dylan thomas, ebenezer scrooge, eckhart tolle, ed sheeran, eddie bauer,
    eddie murphy, eleanor roosevelt, elie wiesel, elisabeth kubler, eliza hamilton, elizabeth bennet,
    ella fitzgerald, ellen degeneres, elon musk, elton john, elvis presley, emily dickinson,
    emma stone, emma thompson, emma watson, eric cassell,
    madeleine leininger, jean watson, patricia benner, dorothea orem, callista roy, hildegard peplau, betty
    neuman, virginia henderson, imogene king, martha rogers, chinua achebe, chimamanda adichie, naguib mahfouz,
    steve urkel, munna bhai, tim tam, tim tams, bair hugger, tom yum, tom kha,
    erik erikson, ernest hemingway, father christmas, father time, florence nightingale, florence welch,
    forrest gump, francis peabody, frank sinatra, franklin roosevelt, fred flintstone, fred rogers, freddie mercury,
    frida kahlo, frodo baggins, gabriel garcia, galileo galilei, garcia marquez, garth brooks, george bush,
    george clooney, george engel, george washington, georgia okeeffe, gladys knight, glenn miller, good samaritan,
    gordon ramsay, grandma moses, gregory house, gwendolyn brooks, hail mary, han solo, hank williams, hannah arendt,
    hannibal lecter, harley davidson, harry potter, harry styles, hawkeye pierce, helen keller, hello kitty,
    henrietta lacks, henry marsh, henry v, henry viii, hermione granger, hillary clinton, holden caulfield,
    homer simpson, huck finn, humphrey bogart, indiana jones, ira byock, isaac newton, isabel allende, ivan ilyich,
    jack coulehan, jack daniels, jack frost, jack kerouac, jack sparrow, jackie robinson, jackson pollock,
    james baldwin, james bond, james brown, james dean, jane austen, jane doe, jane eyre, jane fonda, jane kenyon,
    janis joplin, jay gatsby, jay z, jean piaget, jehovah witness, jerome groopman, jim beam, jimi hendrix,
    jimmy carter, jimmy fallon, joan didion, joan of, joe biden, joe schmoe, joey tribbiani, john baptist,
    john berger, john coltrane, john deere, john doe, john donne, john dorian, john f kennedy, john keats,
    john kennedy, john launer, john lennon, john oliver, john snow, john watson, john wayne, johnnie walker,
    johnny appleseed, johnny carson, johnny cash, johnny depp, johns hopkins, jon kabat, jon stewart, juan gabriel,
    judge judy, julia child, julia roberts, justin bieber, kahlil gibran, kamala harris, kate bowler, kate middleton,
    kathryn mannix, katniss everdeen, katy perry, keanu reeves, ken kesey, kendrick lamar, kenny rogers, kermit the,
    king lear, kobe bryant, lady gaga, langston hughes, lebron james, leo tolstoy, leonardo da, leonardo dicaprio,
    leslie knope, lewis thomas, lex luthor, lia lee, lionel messi, lisa sanders, lord prayer, loretta lynn,
    lori gottlieb, louis armstrong, louis pasteur, lucille ball, lucy kalanithi, luke skywalker, luther vandross,
    mahatma gandhi, make a wish, malcolm gladwell, malcolm x, mama mia, mamma mia, marcus welby, marie curie,
    marilyn monroe, mario kart, martha stewart, martin buber, martin luther king, marvin gaye, mary jane, mary kay,
    mary magdalene, mary oliver, mary poppins, mary shelley, matilda wormwood, maya angelou, meredith grey,
    merle haggard, meryl streep, michael balint, michael jackson, michael jordan, michael phelps, michael scott,
    michelle obama, mick jagger, mickey mouse, miles davis, miles morales, minnie mouse, miranda bailey, miss piggy,
    mister magoo, mister rogers, mitch albom, moby dick, monica geller, morgan freeman, morrie schwartz,
    mother goose, mother nature, mother teresa, mr darcy, mr potato, mr spock, muhammad ali, naomi nye,
    naomi shihab,
    nat king, neil armstrong, neil diamond, nelson mandela, nikola tesla, nina simone, norman rockwell,
    nurse jackie show, nurse nightingale, nurse ratched, obi wan, octavio paz, oliver sacks, oliver twist,
    oprah winfrey, oscar the, otis redding, our lady, pablo neruda, papa john, papa roach, papa smurf, parker palmer,
    patch adams, patrick mahomes, patsy cline, paul farmer, paul kalanithi, paul mccartney, paulo coelho,
    paulo freire, paw patrol, pele maradona, pema chodron, pema chödrön, peppa pig, perry cox, peter pan,
    peter parker, peter rabbit, pope francis, press ganey, primo levi, prince charles, prince harry, princess diana,
    princess leia, queen elizabeth, rachael ray, rachel clarke, rachel naomi, rachel remen, rafael nadal,
    ralph lauren, ram dass, rana awdish, randy pausch, ray charles, raymond carver, richard iii, richard pryor,
    richard selzer, rip van, rita charon, robert burns, robert frost, robert wood johnson, robin hood,
    robin williams, roger federer, romeo juliet, ron weasley, ronald mcdonald, ronald reagan, rosa parks,
    roy orbison, rupi kaur, saint francis, sally ride, sam cooke, samuel shem, santa claus, scooby doo, selena gomez,
    serena williams, severus snape, shania twain, sherlock holmes, sherwin nuland, shirley temple,
    siddhartha mukherjee, sigmund freud, simon says, simon sinek, simone biles, simone weil, sister act, snoop dogg,
    st jude, stephen colbert, stephen curry, stephen hawking, stephen king, steve irwin, steve jobs, stevie wonder,
    susan sontag, sylvia plath, tammy wynette, taylor swift, ted lasso, teddy roosevelt, thich nhat, thomas edison,
    thomas the, tiger woods, tim hortons, tina turner, tiny tim, tom brady, tom cruise, tom hanks, tom sawyer,
    toni morrison, tony bennett, tony stark, tracy kidder, trader joe, trevor noah, ts eliot, tucker     carlson,
    tuesdays morrie, tupac shakur, uncle ben, uncle fester, uncle sam, uncle tom, usain bolt, vicente fernandez,
    victor frankenstein, victor frankl, victoria secret, viktor frankl, vincent van, virgin mary, virgin of,
    virginia henderson, virginia woolf, walt whitman, walter cronkite, walter mitty, walter white, wendell berry,
    wh auden, whitney houston, will smith, william carlos williams, william james, william osler,
    william shakespeare, willie nelson, willy wonka, winnie pooh, winnie the, winston churchill, wonder woman,
    zora neale
    """
    )
)
"""First two words of a whole name, in small letters without accents."""
FIRST_OF_FAMOUS: Final = frozenset(phrase.partition(" ")[0] for phrase in FAMOUS)
FAMOUS_ALONE: Final = FIGURES | words_of(
    """
    napoleon caesar cleopatra attila nefertiti tutankhamun stalin lenin mussolini nostradamus rasputin sherlock
    pollyanna methuselah medusa narcissus icarus quixote scheherazade
    occam pavlov sisyphus
    hippocrates hamilton macarena ishmael
    achebe adichie soyinka ngugi leininger peplau
    adele allah angelou aquinas aslan atlas auden austen avicenna bach bambi barbie batman beethoven beyonce biden
    bluey bonhoeffer bono borges brando bronte bts buber buddha camus chaplin chekhov cher chewbacca chopin christ
    cinderella clooney coelho confucius curie darwin dickens disney dora dostoevsky drake dumbledore dumbo eeyore
    einstein eliot elmo elvis emerson eminem enya epictetus fauci foucault frankenstein frankl frodo galileo gandalf
    gandhi garfield gatsby gawande gibran god godzilla grinch groot hafiz hamlet harvey heaney hegel heidegger
    hemingway hercules hermione hogwarts houdini hulk hume jekyll jesus kafka kalanithi kant kanye keats kierkegaard
    krishna lao lebron levinas lizzo loki lord luigi macbeth madonna maimonides mandela marquez marvel marx mcdreamy
    mcsteamy messi moana moby monet morrie moses mozart mukherjee murakami narnia nemo neruda newton nietzsche
    nightingale obama odysseus oprah osler paddington pasteur peabody peppa picasso pikachu pinocchio plath plato
    pokemon prince-song rapunzel ratched rembrandt ricoeur rihanna ronaldo rowling rumi sade santa sartre satan sauron
    scooby scrooge selena semmelweis seneca shakespeare shakira shrek simba sinatra sisyphus skywalker snape snoopy
    socrates sonic sontag spider-man spiderman spongebob sting superman tesla thor thoreau tigger tolkien tolstoy
    trump twain usher vader verghese vesalius voldemort whitman winnie-the-pooh wolverine yeats yoda zelda zeus
    """
)
"""Those who are known by one word, and gods."""
_DOCTORS: Final = words_of(
    """
    burns cox dolittle doolittle doom dre evil feelgood frankenstein google grey house jekyll kildare mcdreamy no oz
    pepper perfect phil quinn hibbert bronner right robot scholl scholls seuss shepherd spock strange strangelove
    watson who zhivago
    """
)
_MEN: Final = words_of(
    """
    bean big bond burns clean darcy hyde incredible jekyll mario perfect potato right robot roboto rogers rogers'
    spock tea krabs whipple pibb heckles snuffleupagus tumnus
    """
)
FICTIONAL: Final = {
    "dr": _DOCTORS,
    "doctor": _DOCTORS,
    "mr": _MEN,
    "mister": _MEN,
    "mrs": words_of("claus doubtfire incredible potato potts butterworth dash fields frizzle"),
    "ms": words_of("frizzle marvel butterworth"),
    "miss": words_of("frizzle trunchbull marple piggy muffet"),
}
"""Behind each title: a drink, a doctor of a series, a search engine."""
THINGS_OF: Final = words_of(
    """
    dissection dissections
    activity agar ale anemia anomaly aphasia area arthritis avenue award bag bandage bars battery bed blade bodies
    body boot boulevard brace brand breathing building cafe cake cardiomyopathy catheter cells center centre chorea
    county cracker crackers hugger
    church clamp class classification clinic coffee cola colic collar college coma commission contracture criteria
    curve cycle cyst deformity dementia diagram disease disorder drain drive duct effect encephalopathy equation
    esophagitis esophagus exam fever forceps formula foundation fracture frame framework gangrene gland grade
    granulomatosis group groups hall hernia hierarchy hospice hospital incision index institute insurance interview
    inventory lane law lecture lesion lesions library lift line lines lymphoma maneuver manoeuvre manual mask
    medical method model murmur nails needle node nodes nodules oath operation palsies palsy paralysis park pentad
    pharmacy phenomenon pie point points position principle principles prize procedure projection protocol psychosis
    pulse pump purpura questionnaire rash reaction reflex respirations retractor ring rings road roll rule
    sarcoidosis sarcoma scale scan scholar scholarship school score scores screen screening scrubs shoe sign signs
    sling solution sounds splint spots stages stain stockings street study syndrome tea technique test tetralogy
    textbook theory thyroiditis traction triad trial tube tumor ulcer unit university view wing
    """
)
"""What is called by somebody's name: "Wilson's disease", "Mayo Clinic"."""
TOOLS_OF: Final = words_of(
    """
    blades casting cath drains entry flap flaps guidelines harness orthosis pins port qbank qbanks repair robot scissors
    splints staging sump switch table tip trocar tubes videos
    """
)
"""What a patient has as well: "Jackson table", but not "Ngozi's drains"."""
WORKS: Final = words_of(
    """
    album albums art article biography book books chapter concert documentary essay essays film films hierarchy
    lecture line lines lyrics memoir model movie movies museum music novel novels painting paintings paper papers
    play plays podcast poem poems point quote quotes record records series show song songs stages story study talk
    theory
    """
)
"""What authors make."""
WRITES: Final = words_of(
    """
    argued argues noted once put reminds said sang says taught writes wrote
    """
)
"""How authors are quoted."""
SHOPS: Final = words_of(
    """
    applebee arby bj campbell carl denny dick domino dunkin hershey jack joann kellogg kohl land lay levi lowe macy
    mcdonald michael popeye reese sam st trader victoria wendy mcdonalds macys hardee culver zaxby braum freddy perkins
    edy dreyer annie amy stouffer smucker mott martinelli hellmann frank snyder nathan claussen dillard boscov
    bloomingdale ralph wegman cabela casey carter buc-ee vick luden peet nando sainsbury bailey tito hendrick gordon
    werther duke chili shoney moe firehouse penney zale menard raley zabar bojangle wetzel totino perdue newman
    """
)
"""What sells something under the name."""
