"""What is called by the names of several doctors, and by names that patients bear as well."""

from typing import Final

from bot.domain.screening.word_sets import phrases_of, words_of

EPONYM_PAIRS: Final = phrases_of(
    """
    adams stokes, ann arbor, argyll robertson, arnold chiari, austin flint, bair hugger, bardet biedl, barre lieou,
    beckwith wiedemann, bence jones, bernard soulier, bezold jarisch, birt hogg, blalock hanlon, blalock taussig,
    bland altman, braxton hicks, breslow clark, brown sequard, budd chiari, calgary cambridge, carey coombs,
    charcot leyden, charcot marie, chediak higashi, cheyne stokes, child pugh, child turcotte, churg strauss,
    clavien dindo, cockcroft gault, coffin lowry, coffin siris, cornelia de, cotard capgras, creutzfeldt jakob,
    crigler najjar, cronkhite canada, damus kaye, dandy walker, dejerine klumpke, dejerine sottas, denys drash,
    diamond blackfan, dix hallpike, dubin johnson, ehlers danlos, ellis van, emery dreifuss, epstein barr, erb duchenne,
    erdheim chester, essex lopresti, ferriman gallwey, fitz hugh, fontan kreutzer, foster kennedy, frank starling,
    freeman sheldon, gianotti crosti, gilles de, glasgow blatchford, glasgow coma, graham steell, grey turner,
    guillain barre, gustilo anderson, hailey hailey, hallervorden spatz, hamman rich, hand schuller, hardy weinberg,
    hashimoto pritzker, hawkins kennedy, heller dor, henderson hasselbalch, henoch schonlein, hering breuer,
    hill rom, hill sachs, hodgkin reed, holmes adie, holt oram, howell jolly, hunt hess, hunter hurler, ivor lewis,
    jackson pratt, jackson rees, jarisch herxheimer, jervell lange, joel cohen, johns hopkins, kabat zinn, kaplan meier,
    kasabach merritt, kayser fleischer, kearns sayre, kellgren lawrence, kimmelstiel wilson, kirby bauer,
    kleihauer betke, klippel feil, klippel trenaunay, kluver bucy, kocher langenbeck, kubler ross, kugelberg welander,
    lambert eaton, landau kleffner, landouzy dejerine, langer giedion, lauge hansen, laurence moon, legg calve,
    lennox gastaut, lesch nyhan, letterer siwe, li fraumeni, lloyd davies, louis bar, lowenstein jensen, lown ganong,
    mallory weiss, mann whitney, may grunwald, may thurner, mayer rokitansky, mccune albright, meckel gruber,
    melkersson rosenthal, michaelis menten, miller abbott, miller dieker, millard gubler, milligan morgan,
    milwaukee brace, minnesota linton, misgav ladach, monro kellie, mueller hinton, muir torre, myers briggs,
    niemann pick, nissen rossetti, norwood hamilton, osgood schlatter, osler weber, paget schroetter,
    parsonage turner, passy muir, paterson kelly, paul bunnell, peutz jeghers, phelan mcdermid, pierre robin,
    plummer vinson, prader willi, press ganey, ramsay hunt, reed sternberg, rendu osler, romano ward, rosai dorfman,
    rose waaler, ross konno, rubinstein taybi, russell silver, saethre chotzen, salter harris, schatzker tscherne,
    sengstaken blakemore, shwachman diamond, shy drager, silverman andersen, simpson golabi, sinding larsen,
    sjogren larsson, smith lemli, smith magenis, smith petersen, stein leventhal, steele richardson, steinmann pin,
    stevens johnson, stokes adams, sturge weber, swan ganz, tanner whitehouse, tay sachs, thayer martin, tolosa hunt,
    treacher collins, vogt koyanagi, von gierke, von hippel, hippel lindau, von recklinghausen, von willebrand,
    walker warburg, waterhouse friderichsen, watson schwartz, weber christian, weber rinne, weil felix, welch allyn,
    werdnig hoffmann, wernicke korsakoff, wiskott aldrich, wolf hirschhorn, wolff parkinson, wong baker,
    ziehl neelsen, zollinger ellison
    """
)
"""The first two names of diseases, signs, scores and devices, with a hyphen or without."""
RARE_EPONYMS: Final = words_of(
    """
    allgower altemeier amyand apert auspitz babkin bassini belsey bentall bezold blumer bochdalek bornholm bouveret
    calot capgras chaddock chiladiti cotard crede delorme dohle dravet dubowitz duhamel ferriman forchheimer foville
    fregoli galant gerota ghon giemsa gigli gimbernat gitelman gradenigo karapandzic kiesselbach konno krabbe krackow
    kraske kustner lamaze lasegue ledderhose leksell lembert lemierre lieberkuhn malgaigne malpighi musset ohtahara
    ommaya pappenheimer pastia patau puestow rickham rigler reissner retzius rosenmuller ruffini santorini scarpa
    schiotz segond semont senning shouldice soave ramstedt mitrofanoff tarui thessaly thiersch tillaux toldt toupet
    traube treitz troisier unna wirsung zavanelli zubrod zuckerkandl
    """
)
"""Whom hardly a patient is called like."""
IN_ROWS: Final = words_of(
    """
    abbe addison alcock alexander allen andersen anton auerbach austin baker balint ballard barr barrett barton batista
    batson bayley beck beger behcet bence benedikt bennett berger bishop blount boas bowen bowman bradley braden
    brunner bryant buck budd bunnell cameron canavan carvallo chance clark cohen collis colles connell conn cooper cori
    cormack corti cox cullen danis denis denver dor donati douglas down dukes dunlop durant edwards evans ewart ewing
    felty ferguson fitzpatrick fowler fox frey garden gardner gartland geneva gierke gilbert gillies glenn goldmann
    gordon gower graham graves hampton hartmann hawkins heinz heller hill hirano homan homans hoyer huber hudson hunter
    jakob janeway jefferson jobe jones kelly kessler knight kohler labbe ladd lansky lawton leigh leopold levin
    lichtenstein lord ludwig malone mallory mayo mcburney mcmurray mcvay meissner menkes millard miles miller milligan
    moberg moro morton mueller mulder murphy mustard neer negri nelson nissen norton norwood o'brien ober oddi osler
    pacini patrick perez petersen pick plummer pott pratt rasmussen reed richardson richter rinne robin rolando romberg
    roos ross roth rubin russell salter sanfilippo schaefer schick seidel sever simmonds sims smith snellen snodgrass
    speed steinert still stokes swenson taylor thal thomas thompson turner vincent wagner wasserman waterston weaver
    weber wells west willis wilson winslow wood woods wright yergason zimmer
    """
)
"""Whom patients are called like, but not in a row of signs or operations, or behind "a": "a Ross and a Glenn"."""
