"""What is called by somebody's name, and who is only likened to somebody: nobody, unless somebody is met."""

import pytest

from bot.domain.screening import screen
from bot.domain.screening.characters import fold
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.names.spoken_words import read


def names(text: str) -> list[str]:
    """The stretches of a text that are found as somebody's."""
    folded = fold(text).text
    return [folded[finding.start : finding.end] for finding in find_person_names(read(folded))]


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("He was my patient, Jackson Pratt, 44.", "The Jackson-Pratt was full, the jackson pratt leaked."),
        ("My patient Mallory Weiss told me her story.", "Mallory-Weiss and Budd Chiari on one list"),
        ("Ladd, William cried.", "Hirschsprung, Meckel, Ladd. Peds surgery is a book of names."),
        ("Murphy, Thomas and Allen are my patients.", "Homans, Murphy, McBurney, Babinski: I remember every sign"),
        ("I met Ross and Glenn, two brothers.", "A Ross and a Glenn in one day"),
        ("The Glenn family came in.", "The Glenn went well"),
        ("I saw Allen's wife and Murphy's son", "Cushing's, Graves', Addison's: three cards"),
        ("Huber told me no", "20G 3/4 inch Huber, first stick"),
        ("Mr. Lewy cried.", "lewy-body dementia took his words"),
        ("His Braden is 6 years old.", "Her Braden was 11 and nobody had turned her."),
        ("My son Norton was 12.", "Her Norton was 12 and we moved the bed."),
        ("My patient Berg told me no.", "His Berg was 40, her Beck is 31, the Barthel was 20"),
        ("Wells, 71, waited.", "Her Wells was 4.5, so she got the scan."),
        ("Child B, our patient, cried", "Child B cirrhosis, Child C liver"),
        ("Stanford B. cried", "Stanford B, not A, so no surgery."),
        ("sat with Mason D for an hour", "Rutherford IIb leg and a Weber C fracture"),
        ("Addison's labs were off", "got the dx anyway (Addison's)"),
        ("The diagnosis scared Addison's mother.", "diagnosis: Addison's"),
    ],
)
def test_a_disease_an_operation_or_a_device_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Patients like Elsa taught me that.", "I dressed as Elsa for the peds floor."),
        ("it sounds like Elsa is going home", "she moved like Elsa, slow and cold"),
        ("She looked at me like Wendy did.", "He felt like Simba."),
        ("I was just like Madeline before her surgery.", "I was just like Madeline."),
        ("As Dory told me, it hurts.", "my memory works kinda like Dory"),
        ("my pt elsa cried today", "acting like elsa all day"),
        ("Ms. Rizzle told me no", "I need to be more like Ms. Frizzle."),
        ("Neville cried", "He felt like Neville Longbottom, I felt like Hagrid."),
        ("I held Maui while his mom cried.", "Maui would fix her IV. Tamatoa wouldnt"),
        ("Tony Soprano, 55, waited", "felt like Tony Soprano"),
        ("Lisa Simpson told me no", "a real Lisa Simpson, that kid"),
        ("We had Elsa in clinic", "kid wanted a Bluey bandaid, we only had Elsa"),
        ("Rose looks like her mother", "Iris looks like a flower, he said. Rose rhymes with nose."),
        ("look like Elsa from bed 4", "he said i look like olaf from frozen"),
        ("Watson had the bedside manner.", "I'm the Watson here, not the Sherlock. Watson had the bedside manner."),
        ("like olaf says he is in pain", "like olaf says some ppl are worth melting for"),
        ("like my pt elsa says", "as Olaf would say, warm hugs"),
        ("I'm a Carla, she said.", "He watches Scrubs and asked which one I am. Apparently I'm a Ted."),
        ("Kleinman's wife", "read some of Kleinman's illness narratives"),
    ],
)
def test_whoever_is_likened_to_a_figure_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Hope is a fighter, my senior said.", "Hope isn't a plan, my senior said, but he did fine."),
        ("Grace is a saint, the nurse says.", "Joy is not a luxury, my attending told us."),
        ("Grace was an intern with me", "Hope isn't nothing, the nurse said. Grace is enough."),
        ("Art is a welder.", "Art is a way of seeing, and so is a chest film."),
        ("Art is long gone to rehab.", "Art is long, life is short, and the form is longer than either."),
        ("I met K. Will at noon.", "I used SPIKES and got stuck at the K. Will and skill are not the same."),
        ("Patience, my grandmother says, is in pain.", "Patience, my grandmother says, is bitter but has sweet fruit."),
        ("Joy is sweet and 84.", "Patience is bitter."),
        ("Faith is not my patient.", "Faith is not my thing but I prayed with her."),
        ("Rusty is my patient.", "Rusty is the word for my Korean, but she lit up."),
        ("Will has nothing to do today and hates it.", "will has nothing to do with it, addiction is a disease"),
        ("the J. Grace family", "We did the S. Grace and patience helped with the P."),
    ],
)
def test_an_idea_is_nobody_where_it_is_spoken_of_in_general(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Aud told me no", "pt w/ AUD, third admission this month"),
        ("my patient Adem cried", "ADEM took her words for a week"),
        ("sat with SAM, quiet", "pt w/ SAM and an EF of 60"),
        ("sat with KR today", "pt with KR told me no"),
        ("SAM told me no", "admitted for SAM, a kid with MAE smiled"),
        ("Sud asked for water", "Patient with SUD asked me if I judged him"),
    ],
)
def test_an_illness_in_capitals_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Simon and Anna were there.", "Simon and Garfunkel got us through it"),
        ("We talked about Mac.", "we listened to Fleetwood Mac"),
        ("Wendy's daughter came.", "he wanted Wendy's for lunch"),
        ("sat with Neil Young", "we sang Neil Young"),
        ("Wendy's not eating.", "He wanted Wendy's, not the tray."),
        ("I went to Wendy's room.", "we ate Arby's after that"),
        ("he asked for Wendy's mom", "he woke up asking for Wendy's"),
        ("she misses Jack's dog", "she misses Jack's, mostly the fries"),
        ("We went to Michael's after he died.", "she bought Reese's and Ben & Jerry's"),
    ],
)
def test_bands_and_shops_are_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    ("person", "thing"),
    [
        ("Kia told me no", "her Kia broke down so she missed dialysis"),
        ("I sat with Lexus today.", "He still drives the white Lexus his son left him."),
        ("my patient Jetta smiled", "she wont sell her Jetta"),
        ("Sienna cried in the car", "they sold the old Sienna for parking money"),
        ("I hugged Audi in the parking lot.", "two Volvos and a Camry in the garage"),
        ("Mack drove here from Ohio", "he hauled hay in a Mack truck"),
    ],
)
def test_a_car_is_nobody(person: str, thing: str) -> None:
    assert names(person)
    assert names(thing) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kinda froze when she asked",
        "my voice shaked, then he drived home and telled his wife",
        "Obvi forgot everything",
        "lowkey cried, ngl. Imma try again",
        "Her mom brought arroz con leche and khachapuri for the whole floor",
        "caldo de pollo is what he misses",
        "atorva was held, midaz was started",
        "Tiger Balm, Salonpas and prayer, then vicks vaporub",
        "We read about Kaplan-Meier and Calgary-Cambridge all night",
    ],
)
def test_chats_dishes_and_drugs_are_nobody(text: str) -> None:
    assert not screen(text).findings


def test_names_that_are_also_chat_are_found() -> None:
    assert names("Soo told me about her son.") == ["Soo"]
    assert names("mica asked me for water") == ["mica"]
