"""Figures and the famous whom everybody is likened to, the bands everybody hears, and the shops of their names."""

from typing import Final

from bot.domain.screening.word_sets import phrases_of, words_of

FIGURES: Final = words_of(
    """
    gollum popeye tamatoa mufasa pumbaa cogsworth mushu pocahontas geppetto cruella tinkerbell baloo bagheera baymax
    sulley linguini malfoy hagrid bellatrix mcgonagall umbridge chewie grogu mandalorian obi-wan palpatine jabba padme
    smaug gimli bilbo peeta catwoman thanos gamora deadpool fozzie teletubbies caillou trunchbull pippi elphaba ichabod
    lorax squidward tweety bluto bowser naruto goku totoro ponyo macgyver columbo poirot worf fonzie urkel rambo
    ghostbusters beetlejuice morticia dracula quasimodo pennywise doogie daedalus eurydice hades oedipus minotaur
    polonius mercutio tybalt goneril caliban falstaff shylock yorick rosencrantz guildenstern ahab queequeg javert
    raskolnikov bartleby heathcliff cersei hodor goliath judas smurfette cujo catboy gumby swiper pavarotti bocelli
    botticelli basquiat banksy rachmaninoff tchaikovsky puccini klimt renoir vermeer caravaggio mbappe djokovic shaq
    wemby mahomes schwarzenegger zuckerberg bezos dicaprio bieber tupac hitler putin bolsonaro zelensky warhol liszt
    ozzy radiohead metallica hozier blackpink skynyrd lynyrd styx outkast creedence wonderwall
    """
)
"""Whom hardly anybody on a ward is called like."""
LIKENED: Final = (
    words_of(
        """
    anakin mulan katniss aragorn legolas samwise galadriel mowgli daenerys tyrion t'challa desdemona aphrodite poseidon
    kristoff rafiki maradona ohtani stallone waldo kermit iago timon zidane smithers frasier gilligan fagin mcqueen
    smee lumiere crusoe attenborough springsteen feynman neymar elsa anna olaf sven nala ariel ursula sebastian belle
    gaston aladdin jafar abu jasmine rapunzel maximus tiana merida mirabel bruno luisa isabela moana maui dory marlin
    nemo woody buzz jessie rex remy mater russell joy sadness luca hiro lilo thumper sneezy wendy pluto mickey minnie
    draco lockhart sirius ginny hedwig leia rey finn lando arwen robin alfred batman wanda hawkeye natasha drax shuri
    okoye xavier storm cyclops gru fiona diego grover ernie bert barney arthur clifford franklin madeline matilda heidi
    alice dorothy toto glinda horton linus lucy homer bart marge wilma velma daphne sylvester mario yoshi kirby ash
    matlock kirk scotty picard mccoy mulder scully buffy dexter dwight chandler joey monica ross phoebe kramer elaine
    niles sheldon morpheus gomez igor esmeralda hannibal chucky carrie wilson cuddy meredith derek cristina bailey
    izzie turk elliot klinger watson sherlock penelope cassandra orpheus persephone achilles hector hera athena apollo
    artemis hermes pandora midas electra medea jason theseus ariadne ophelia horatio othello romeo juliet cordelia puck
    oberon titania prospero miranda portia rosalind atticus scout holden huck gulliver cosette hester hyde rochester
    arya lazarus noah jonah samson delilah job ken rudolph skye chase marshall ryder schumacher senna hamilton
    verstappen jordan kobe brady jeter serena venus federer nadal bolt phelps biles ali tyson beckham pele messi lebron
    marley hendrix bowie prince aretha whitney callas verdi mozart kendrick coltrane cobain santana sinatra elvis adele
    shakira selena michelangelo leonardo dali matisse rodin edison oppenheimer hawking houdini ellen conan letterman
    colbert kimmel fallon ramsay kondo malala keanu denzel lincoln churchill thatcher reagan nixon jung fleming osler
    sacks kleinman engel cassell didion arendt charon gawande verghese kalanithi groopman fadiman ofri remen
    """
    )
    | FIGURES
)
"""Of those, and of whom patients are called like, only where somebody is likened to them: "felt like Elsa"."""
OF_FILMS: Final = FIGURES | words_of(
    """
    olaf elsa dory nemo moana mulan simba rafiki timon merida mirabel bruno kristoff lumiere aladdin rapunzel jafar
    yoda gandalf dumbledore hagrid samwise aragorn legolas galadriel spock picard mowgli baloo eeyore tigger piglet
    pooh shrek elmo snoopy batman gru lilo thumper katniss ariel mater buzz woody
    """
)
"""Of those, whom somebody quotes as one says a proverb: "like Olaf says"."""
FAMOUS_PAIRS: Final = phrases_of(
    """
    neville longbottom, flynn rider, bo peep, mike wazowski, lightning mcqueen, carl fredricksen, bing bong, judy
    hopps, nick wilde, jiminy cricket, tinker bell, shere khan, christopher robin, daisy duck, draco malfoy, luna
    lovegood, moaning myrtle, kylo ren, boba fett, lois lane, bruce banner, captain marvel, abby cadabby, tinky winky,
    curious george, charlie bucket, augustus gloop, veruca salt, violet beauregarde, oompa loompa, pippi longstocking,
    cheshire cat, nanny mcphee, paul bunyan, cindy lou, lisa simpson, marge simpson, ned flanders, dr hibbert, patrick
    star, squidward tentacles, elmer fudd, yosemite sam, olive oyl, betty boop, ash ketchum, bill nye, carmen sandiego,
    miss marple, nancy drew, jessica fletcher, tony soprano, ron swanson, george costanza, lucy ricardo, rocky balboa,
    ethan hunt, john wick, ferris bueller, marty mcfly, edward scissorhands, wednesday addams, norman bates, freddy
    krueger, jack torrance, annie wilkes, doug ross, max goodwin, daisy buchanan, robinson crusoe, sancho panza, lucy
    pevensie, bella swan, edward cullen, jon snow, pontius pilate, gi joe, michelin man, pillsbury doughboy, jack
    skellington, lizzie mcguire, hannah montana, victoria sweet, haider warraich, sandeep jauhar, suzanne koven,
    michele harper, uche blackstock, pauline chen, christie watson, nina riggs, ursula le, anatole broyard, jon
    kabat-zinn, elisabeth kubler-ross, fidel castro, che guevara, marie antoinette, carl sagan, neil degrasse, jane
    goodall, andrea bocelli, itzhak perlman, olivia rodrigo, keith richards, bon jovi, ozzy osbourne, kurt cobain, dave
    grohl, frank zappa, mariah carey, barry white, thelonious monk, sabrina carpenter, chappell roan, dua lipa, post
    malone, steph curry, magic johnson, larry bird, peyton manning, derek jeter, mike tyson, ocean vuong, roald dahl,
    maurice sendak, conan o'brien, warren buffett, jackie chan, dwayne johnson, jim carrey, bear grylls, guy fieri, ina
    garten, marie kondo, judi dench, helen mirren, greta thunberg, lao tzu, marcus aurelius, michael schumacher,
    fleetwood mac, pink floyd, lynyrd skynyrd, steely dan, jethro tull, van halen, def leppard, pearl jam, depeche
    mode, duran duran, joy division, allman brothers, doobie brothers, crosby stills, emerson lake, hall oates, simon
    garfunkel, tom petty, bruce hornsby, huey lewis, dave matthews, alanis morissette, norah jones, tracy chapman,
    carole king, joni mitchell, judy collins, joan baez, cat stevens, jim croce, john denver, neil young, gordon
    lightfoot, don mclean, eric clapton, stevie nicks, bonnie raitt, linda ronstadt, emmylou harris, reba mcentire,
    faith hill, luke combs, morgan wallen, zach bryan, chris stapleton, kacey musgraves, luke bryan, blake shelton,
    george strait, conway twitty, waylon jennings, patti labelle, smokey robinson, teddy pendergrass, destiny child,
    rocio durcal, peso pluma, karol g, julio iglesias, gloria estefan, umm kulthum, fela kuti, miriam makeba, lata
    mangeshkar, nusrat fateh, teresa teng, perry como, doris day, judy garland, frankie valli, ritchie valens, kenny g,
    rod stewart, phil collins, peter gabriel, amy winehouse, lana del, phoebe bridgers, bon iver, sufjan stevens, noah
    kahan, lewis capaldi, frank ocean, kid cudi, lil nas, cardi b, nicki minaj, doja cat, megan thee, missy elliott,
    lauryn hill, erykah badu, weird al, judas priest, motley crue, jimmy buffett, bob seger, reo speedwagon, beastie
    boys, wu-tang clan, burna boy, los tigres, j balvin, jimmy john, jersey mike, carl jr, papa murphy, little caesars,
    ruby tuesday, dairy queen, auntie anne, ben jerry, marie callender, russell stover, rold gold, grey poupon, orville
    redenbacher, oscar mayer, harris teeter, fred meyer, burt bees, tim horton, don julio, jack daniel, samuel adams,
    tommy hilfiger, calvin klein, kate spade, vera bradley, michael kors, steve madden, tory burch, vera wang, louis
    vuitton, warby parker, tommee tippee, piggly wiggly, famous amos, newman own, sam club, mrs butterworth, mrs dash,
    mr pibb, mrs fields, dr bronner, mrs meyer, j fox, khan academy, stanley cup, stanley cups, siu mai, har gow, lok
    lak, som tam, sai krok, lau lau, saka saka, pan dulce, salsa verde, ropa vieja, gallo pinto, dulce de, caldo de,
    aji de, pao de, arroz con, gulab jamun, cha gio, soto ayam, chana masala, bao bun, bao buns, shiro wat, doro wat,
    soup joumou, yada yada
    """
)
"""The first two words of what they are called."""
JOINED: Final = phrases_of(
    """
    simon garfunkel, hall oates, sonny cher, tom jerry, ben jerry, mike ike, melissa doug, johnson johnson,
    marks spencer, brooks dunn, romeo juliet, bonnie clyde, hansel gretel, david goliath, bert ernie, adam eve,
    cain abel, lewis clark, thelma louise, batman robin, holmes watson, sherlock watson, samson delilah, mario luigi,
    barbie ken, lilo stitch, timon pumbaa, phineas ferb, rick morty, laurel hardy, abbott costello, penn teller,
    antony cleopatra, tristan isolde, orpheus eurydice, mumford sons, wallace gromit, frog toad, tweedledum tweedledee,
    miller rollnick, crosby stills, stills nash
    """
)
"""Who is known together, with an "and" between."""
