"""Names and initials in short, careless prose: found wherever they stand, and only where somebody is meant."""

import pytest

from bot.domain.screening import Confidence, IdentifierKind
from bot.domain.screening.characters import fold
from bot.domain.screening.names.name_cues import CALLED_BY
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.names.spoken_words import read

SURE, ASKED = Confidence.DEFINITE, Confidence.POSSIBLE


def names(text: str) -> list[str]:
    """The stretches of a text that are found as somebody's."""
    folded = fold(text).text
    return [folded[finding.start : finding.end] for finding in find_person_names(read(folded))]


def confidence(text: str) -> Confidence:
    """How sure the only finding is."""
    (finding,) = find_person_names(read(fold(text).text))
    return finding.confidence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mrs. Nowak asked me the same question three times.", "Mrs. Nowak"),
        ("mr hernandez said that nobody had told him", "mr hernandez"),
        ("Mr. and Mrs. Kowalczyk held hands in the hall.", "Mr. and Mrs. Kowalczyk"),
        ("Drs. Kim and Osei disagreed in front of us.", "Drs. Kim and Osei"),
        ("Mr. Long waited for hours.", "Mr. Long"),
        ("I told dr nguyen that i was lost", "dr nguyen"),
        ("we saw dr young today", "dr young"),
        ("Mr. de la Cruz sings.", "Mr. de la Cruz"),
        ("mrs de la o was crying", "mrs de la o"),
        ("Nurse Patty taught me to knock.", "Nurse Patty"),
        ("Tío Beto is what they call him", "Tío Beto"),
        ("Mr. J. Alvarez never sleeps", "Mr. J. Alvarez"),
    ],
)
def test_a_title_belongs_to_its_name(text: str, name: str) -> None:
    assert names(text) == [name]
    assert confidence(text) is SURE


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("pt K.R. is tired of questions", "K.R."),
        ("The meeting for B. S. lasted ninety minutes", "B. S."),
        ("M.J. told me about the truck", "M.J."),
        ("JT, 45M with CHF, asked for me", "JT"),
        ("pt AM (F, 33) was NPO", "AM"),
        ("DK told me that he'd rather be fishing", "DK"),
        ("Mr O never complains", "Mr O"),
        ("Ms. T. had not slept", "Ms. T."),
        ("patient R has nobody", "R"),
        ("H. is 14 and tired of being brave", "H."),
        ("AB is a 61 yo man who paints", "AB"),
        ("JR told me he was scared", "JR"),
        ("SK and I sat with her", "SK"),
        ("I sat w JR", "JR"),
        ("talked to TK about the scan", "TK"),
        ("KR in 7b has nobody", "KR"),
        ("my pt (initials GN) had no visitors", "GN"),
        ("my pt (b.) cried when the dog left", "b."),
        ("the patient (R) wanted socks", "R"),
        ("The mother, G., sat on the floor", "G."),
        ("N. never once complained", "N."),
        ("W. will be a great-uncle soon", "W."),
    ],
)
def test_letters_that_stand_for_somebody_are_initials(text: str, letters: str) -> None:
    assert names(text) == [letters]
    (finding,) = find_person_names(read(text))
    assert finding.kind is IdentifierKind.INITIALS


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my patient thandeka was crying", "thandeka"),
        ("talked to luz about the scope", "luz"),
        ("so tuấn the boy with the cast waved", "tuấn"),
        ("helped nasreen to the window", "nasreen"),
        ("met kyungsook in clinic", "kyungsook"),
        ("today oyinkansola went home", "oyinkansola"),
        ("a girl named yaretzi drew me", "yaretzi"),
        ("hamzas mom trusts me", "hamzas"),
        ("spent the day with keisha", "keisha"),
        ("it was bob who showed me", "bob"),
        ("her name was song and she wrote poems", "song"),
        ("i promised ulugbek id be back", "ulugbek"),
        ("showed temesgen the scan", "temesgen"),
        ("there was a lady mei-hua who waited", "mei-hua"),
        ("yesterday kit told me about the fire", "kit"),
        ("its drews birthday", "drews"),
        ("um nuri isnt eating", "nuri"),
        ("the nurse joy helped", "joy"),
        ("mi paciente juana cruz estaba triste y no queria hablar con nadie", "juana cruz"),
    ],
)
def test_a_name_in_small_letters_is_found_where_a_name_stands(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We sang for Zbigniew.", "Zbigniew"),
        ("Thandolwethu hums all day", "Thandolwethu"),
        ("Abu Bakr al-Masri prayed first.", "Abu Bakr al-Masri"),
        ("van der Berg was on the chart", "van der Berg"),
        ("Nguyễn Văn Hùng smiled", "Nguyễn Văn Hùng"),
        ("met Nguyễn Văn An today", "Nguyễn Văn An"),
        ("met An Nguyen today", "An Nguyen"),
        ("I talked with प्रिया today", "प्रिया"),
        ("ปิติ told me he was cold", "ปิติ"),
        ("my patient သီရိ cried", "သီရိ"),
        ("I met מִרְיָם today", "מִרְיָם"),
        ("the nurse Joy taught me", "Joy"),
        ("Khadija bint Yusuf asked for a woman", "Khadija bint Yusuf"),
        ("HERNANDEZ, LUIS was on the form", "HERNANDEZ, LUIS"),
        ("The tag said PHAM, VAN TAI today", "PHAM, VAN TAI"),
        ('everyone calls him "Tank" here', "Tank"),
        ("Tanisha W. taught me a lot", "Tanisha W."),
        ("We call him Big Tony, he likes it", "Big Tony"),
        ("he goes by Ace here", "Ace"),
        ("O'Malley's chart was open", "O'Malley"),
        ("*Ifeoma* lives alone", "Ifeoma"),
        ("MARIA TOLD ME SHE WAS AFRAID", "MARIA"),
        ("The Okafor family brought food", "Okafor"),
        ("王芳 smiled when I said hello", "王芳"),
        ("Мария showed me her garden", "Мария"),
        ("Joy Okonkwo prayed for us", "Joy Okonkwo"),
        ("La paciente María me dijo que tenía miedo de la cirugía.", "María"),
    ],
)
def test_a_name_is_found_from_any_language_with_all_its_parts(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Will told me he was scared", "Will try to sit down tomorrow"),
        ("Hope, my neighbor's mom, pumps at night", "Hope is not a plan"),
        ("Dawn said the nights are worst", "Dawn came and he was alive"),
        ("Talked to May about going home", "In May the ward feels different"),
        ("Frank doesn't want the tube", "Frank talk about the tube"),
        ("Drew is nonverbal", "Drew labs on a nervous kid"),
        ("I explained it to Joy with a drawing", "Joy in a tiny thing"),
        ("Austin told me he quit", "She moved here from Austin"),
        ("Wilson told me to wait", "Wilson's disease in the family"),
        ("Mr. Foley was in pain", "The Foley came out"),
        ("Ed was in for the third time", "ED to floor to ICU"),
        ("grace told me a joke", "grace and patience is what i need"),
        ("Dr. Pfeiffer let me close", "Dr. Pepper and crackers"),
        ("Ian wanted to go", "Hurricane Ian took her house"),
        ("Hope lost her job and her hair", "Hope was all she had left"),
        ("grace wasnt ready to go home", "grace under pressure is what i saw"),
        ("summer has cf and shes tired of it", "summer was long on this ward"),
        ("will is 12 and he hates us", "will is what keeps him going"),
        ("told mark his biopsy was fine", "told him to mark the spot"),
        ("River uses they/them", "River of tears in that room"),
        ("Bunny is what everyone calls her", "Bunny slippers under the bed"),
        ("art cant find his words", "art was on every wall"),
        ("Penny and her sister share a room", "Penny for your thoughts"),
        ("he said call me duke so i did", "i will call him back"),
        ("a guy named Moss taught us rummy", "a song called Moss"),
        ("her aunt Tuesday said we sat down", "my aunt Tuesday night on the phone"),
        ("when Joy crashed i held the door", "when joy came back to the ward"),
        ("faith miscarried at 11 wks", "faith kept her going"),
        ("Mercy lost her leg", "Mercy lost out to the schedule"),
        ("talked w/ dawn about her dad, she cried", "sat with patience i did not know i had"),
        ("Iris's line infection is back", "Iris lines the path"),
        ("Olive would rather be cold", "Olive oil on cracked hands"),
        ("sunny came in w chest pain", "sunny came the morning"),
        ("everyone calls him Deacon", "the deacon calls him"),
        ("Rainbow was her given name", "Rainbow over the helipad"),
        ("Dusty broke his hip", "Dusty boxes on his shelf"),
        ("will got his trach out", "will he get it out"),
        ("Precious Moyo wrote her questions down", "Precious few beds were left"),
        ("saw r.k. before discharge", "two tabs b.i.d. with food"),
        ("JP cried when I left", "JP came out and the NF clinic called"),
        ("Rose looked better.", "Spring looked better."),
        ("Hope is what everyone calls her", "Hope is what the brother brought"),
        ("Grace was scared of us", "Grace is how the brother got by"),
        ("Charity asked me for water", "Charity asked nothing of us"),
        ("Bill told us a joke", "Bill told in cents"),
        ("the doctor will told us", "the doctor will let me in"),
        ("Will will not be managed, he said.", "Will would you come back, she asked."),
        ("Jack would rather go home.", "Hope would not fix this. Art can heal. Grant would cover it."),
        ("Will, my patient, ate.", "Will the patient eat? Will our nurse come?"),
    ],
)
def test_a_word_is_a_name_only_where_somebody_is_meant(person: str, thing: str) -> None:
    assert len(names(person)) == 1
    assert names(thing) == []


@pytest.mark.parametrize(
    "text",
    [
        "As Osler said, listen to the patient.",
        "In the words of Maya Angelou, people remember.",
        "Viktor Frankl wrote that meaning is everywhere.",
        "I read an essay by Rita Charon on the train",
        "Lincoln once said something like it",
        "Everyone wants to be Dr. House",
        "Played Uno and Scrabble, lost both",
        "Started Keppra and explained it",
        "Type II diabetes, CN VII palsy, CKD IIIb",
        "GCS, NIHSS, LFTs and MyChart all day",
        "OT and PT told me he walked",
        "THE PATIENT WANTED TO GO HOME",
        "Three Things I Learned On Wards: Sit, Ask, Wait",
        "The Joint Commission came by",
        "nurse practitioner showed me the trick",
        "Vitamin D, hepatitis B, plan C",
        "I miss sleep. Mr. X on the slide is made up.",
        "We thanked the U.S. Army vet",
        "Take the bus to St. Mary's",
        "sat with GI about the scope, HR in 90s, OT and I walked him",
        "JP in 2 days, MG came back",
        "Hoy lo mejor que pude hacer fue escuchar a mi paciente y esperar.",
        "ฉันนั่งฟังเธอเล่า",
    ],
)
def test_what_is_only_called_by_a_name_is_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "my pateint was kind",
        "talked to thm abt it",
        "Definately better today",
        "with roomates and no car",
        "Recieved help",
    ],
)
def test_a_slip_of_the_pen_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the whole hall laughed and even ikenna did", "ikenna"),
        ("not sure temurlan understood", "temurlan"),
        ("everyone but kanoa got a tray", "kanoa"),
    ],
)
def test_a_word_in_no_dictionary_is_asked_about_wherever_a_person_can_stand(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "started qelbrazine last night",
        "a handprint on the door",
        "the xylometazol helped",
        "he was sooooo tired ughhhh",
        "we used a zoomcart and chairlift",
    ],
)
def test_a_word_in_no_dictionary_that_looks_like_a_thing_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_town_that_is_asked_or_told_something_is_somebody() -> None:
    assert names("the team asked Shaji what he hoped for") == ["Shaji"]
    assert names("she moved here from Shaji") == []


def test_a_name_is_one_the_second_time_too() -> None:
    assert names("naw paw, ok so her full name is Naw Paw Htoo") == ["naw paw", "Naw Paw Htoo"]
    assert names("Olive told me. Then Olive.") == ["Olive", "Olive"]


def test_somebody_in_a_quoted_book_is_nobody() -> None:
    assert names('In "The Quiet Harbor" only Gerasim helps. I think of Gerasim at night.') == []
    assert names('My patient Gerasim read "The Quiet Harbor" to us.') == ["Gerasim"]


def test_what_can_be_harmless_is_only_asked_about() -> None:
    assert confidence("The room was quiet around Quvenzhan.") is ASKED
    assert confidence("I thought of Grace.") is ASKED
    assert confidence("will is 12 and he hates us") is ASKED
    assert confidence("my patient Quvenzhan left") is SURE
    assert confidence("Maria Quvenzhan left") is SURE


def test_addresses_in_the_net_are_left_to_others() -> None:
    assert names("write to rosalind.achebe@example.org or see rosalind.example.org") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("big rome from transport always knows", "big rome"),
        ("lil tay wouldnt let go of my badge", "lil tay"),
        ("tita baby runs that ward", "tita baby"),
        ("tía yoli held the phone for him", "tía yoli"),
        ("baby girl tran weighed less than my lunch", "baby girl tran"),
        ("young was my patient, shes 6", "young"),
        ("marigold told me her cat is sick too", "marigold"),
        ("baby is what they call her and she hates it", "baby"),
        ("goes by bird, has for 60 years", "bird"),
        ("sunday told me that his country names people for days", "sunday"),
        ("Made said that nobody reads his name right", "Made"),
        ("princess hates the bp cuff", "princess"),
        ("cash fell off his bike", "cash"),
        ("talked baseball with al", "al"),
        ("got a text from yevheniy, hes home", "yevheniy"),
        ("the grandson, abhi, reads her the news", "abhi"),
    ],
)
def test_a_name_in_careless_small_letters_is_asked_about(text: str, name: str) -> None:
    assert names(text) == [name]
    assert confidence(text) is ASKED


@pytest.mark.parametrize("letters", ["v.d.B.", "M.v.d.L.", "doc V"])
def test_particles_and_a_short_title_belong_to_initials(letters: str) -> None:
    assert names(f"{letters} signed with the wrong hand") == [letters]


@pytest.mark.parametrize(
    "text",
    [
        "big tech promised notes, big mood, old man strength",
        "lil babies have so many wires, lil reminder to eat",
        "doc said no and thats that",
        "baby steps. baby girl gained 20 g",
        "time goes by so slow, he goes by bus, they call her lazy",
        "patience is not my strength. mercy is no billing code",
        "cards said no, ortho said maybe",
        "aloe vera on the burn",
        "we saw the carina",
    ],
)
def test_everyday_words_where_names_could_stand_stay(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the senior (yerlan) bought everyone soup", "yerlan"),
        ('"zanyiwe stop pulling that" x 100', "zanyiwe"),
        ("by chiedza's bed there was a row of tiny shoes", "chiedza"),
        ("held fetuaos feet during the heel stick", "fetuaos"),
        ("sat w the ofori sisters for an hour", "ofori"),
        ("checked on ngozika twice, asleep both times", "ngozika"),
        ("helped aneirin with the phone", "aneirin"),
        ("its always tanvir who finds the vein", "tanvir"),
        ("whenever katell hears the cart she pretends to sleep", "katell"),
    ],
)
def test_a_name_in_no_list_is_found_whatever_it_resembles(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("a guy everyone calls Cricket", "a game everyone calls Cricket"),
        ("his buddies called him bones", "the chart called him obese"),
        ('"Pudge" was the name on his board', '"Pudge" was a bit much'),
        ("Pearl, Leticia and I did the skit", "Pearl, ivory and silver did the skit"),
        ("Xuan is the middle name", "Xanax is the middle of the list"),
        ("Elsa's sticker made her laugh", "an Elsa sticker made her laugh"),
        ("told Meredith more than George", "a bit more Meredith than George"),
        ("thinks Napoleon Reyes is his son", "thinks he's Napoleon"),
        ("the guy with the walker is called Rosie", "her walker is called Rosie"),
        ("my patient Moses told me he was scared", "Moses would have walked out, too"),
        ("met Selena Gutierrez in clinic", "we sang Selena in clinic"),
        ("Drake's mom was there", "we talked about Drake"),
    ],
)
def test_a_name_counts_where_somebody_has_it(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mai see interpreted for her mom all morning", "mai see"),
        ("hyeon woo spilled the tray and laughed", "hyeon woo"),
        ("bobby ray doesnt like the lift", "bobby ray"),
        ("This morning Georgia Mae had gone to hospice.", "Georgia Mae"),
        ("to the neighbors she was Big Mama Odette", "Big Mama Odette"),
        ("Thandekas blanket was made by her sister", "Thandekas"),
        ("neuro consult on becker, he said the left side felt borrowed", "becker"),
        ("cricket (not a nickname) wanted the big chair", "cricket"),
        ("pickle (what his grandkids call him) got home today", "pickle"),
        ("shes bea, 5, and she drew me a fish", "bea"),
        ("cant believe how brave mercy was today", "mercy"),
        ("i used the wrong pronouns for river and they let it go", "river"),
        ("hung out with dawn in pacu, she asked for gum", "dawn"),
        ("On the vent since monday. Odalys 31. Two kids.", "Odalys"),
        ("Murphy, negative for flu, went home", "Murphy"),
        ("Lucas, 6, watched the compressions on tv", "Lucas"),
        ("According to Ngozi the pain is worse at night", "Ngozi"),
        ("Grant never complained about the drains", "Grant"),
        ("my cousin Izzie watched Grey's with me", "Izzie"),
    ],
)
def test_a_name_is_found_where_little_else_tells(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "i may see derm next, the pa saw him first",
        "how cold spring was, and how dark winter got",
        "shes tiny, 5, and fierce",
        "pulse ox (real name: oximeter) fell off",
        "the port (thats what she calls it) itches",
        "palliative consult for dyspnea, he asked for ice cream",
        "hospitals name badges, and two moms blankets got mixed up",
        "negative phalen, positive tinel, murphy negative",
        "Miller blade or Mac, i asked",
        "put the lucas on, lucas doing compressions",
        "Wells 6, so to the scanner. Westley 2.",
        "two jackson pratts, a salem sump and 4-0 vicryl",
        "As Kleinman and Benson write, explanatory models matter.",
        "according to Groopman, doctors interrupt at 18 seconds",
        "chapter 9 of Harrison says nothing about crying",
        "Rewatched Scrubs and Turk still dances better than me",
        "bobby pins everywhere",
    ],
)
def test_words_that_only_look_like_such_names_are_left_alone(text: str) -> None:
    assert names(text) == []


def test_most_words_inside_a_sentence_are_none_that_a_name_begins_with() -> None:
    reading = read("He sat with the team and didn't say why, all 12 of us; two were named Robin.")
    assert [reading.words[place].shown for place in reading.notable] == ["He", "named", "Robin"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("we sat with il hwan for hours", "il hwan"), ("then maria boy laughed", "maria boy")],
)
def test_two_parts_make_a_name_though_dictionaries_have_them(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize("says", sorted(CALLED_BY))
def test_words_that_say_how_somebody_is_called_are_noted_where_they_stand(says: str) -> None:
    assert 1 in read(f"someone {says} him").notable


@pytest.mark.parametrize(
    "text",
    [
        "hoy me senté con la paciente y no dije nada, solo escuché su historia y aprendí mucho de ella",
        "Ik heb geleerd om één vraag te stellen en dan te wachten op het antwoord.",
        "hindi ko alam ang sasabihin ko kaya tumahimik na lang ako",
    ],
)
def test_small_words_of_another_language_are_no_names_in_it(text: str) -> None:
    assert names(text) == []
