"""What houses are called by everywhere, and what their names are made of: shared by the rules that look for them."""

from typing import Final

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.word_sets import words_of

NO_STAY: Final = words_of(
    "christmas easter thanksgiving passover ramadan diwali hanukkah eid lent halloween yesterday bedside triage noon"
    " midnight"
    " disney disneyland disneyworld legoland epcot universal yosemite coachella comic google apple target ikea"
    " facebook netflix microsoft boeing ford burger stop chick trader bed room icu picu nicu micu sicu pacu ed er"
    " oxford sea war camp work school church mom dad grandma grandpa nana most best times"
)
"""No house, though somebody may stay or go there."""
GENERIC: Final = words_of(
    "uber lyft doordash instacart walmart amazon ups fedex usps costco starbucks mcdonalds dunkin cvs walgreens the a"
    " an my our his her their your its this that these those at in on from to of for and but or no not every"
    " each any some one two first second third new old free local urgent public private mental global primary"
    " community general state county city regional rural big small busy outside outpatient inpatient monday tuesday"
    " wednesday thursday friday saturday sunday morning evening night afternoon today tomorrow pediatric pediatrics"
    " peds medicine surgery surgical cardiology neurology oncology urology derm dermatology psychiatry psych obgyn ob"
    " gyn ortho orthopedics pain family geriatric geriatrics heme renal gi id pulm ent eye women womens women's men's"
    " children children's childrens veterans veteran's va catholic methodist lutheran greek orthodox protestant"
    " christian jewish muslim islamic hindu buddhist american spanish english mexican african chinese korean haitian"
    " vietnamese medicaid medicare covid hiv diabetes wound foot coumadin anticoag prenatal postpartum resident"
    " residents student students med medical nursing high middle elementary school college university teaching"
    " academic level after before during last next when while since she he they we i it if so as is was are were had"
    " has have love loved hate hated good bad great best worst behavioral occupational physical home hospital clinic"
    " church saint trauma stroke heart cancer sleep memory weight travel flu vaccine refugee homeless street cross"
    " all most many more only other another same safe sober call epic step nurse doctor patient patients world full"
    " half opera attorney surgeon major float in-network christmas dr mr mrs ms pt reproductive sexual oral dental"
    " planned"
    " telehealth virtual red blue green white black attending attendings"
)
"""With one of these before it a clinic or a hospital is anybody's."""
LOOKS_LIKE_A_HOME: Final = LatePattern(
    r"\b(?:sun(?:rise|set|ny|shine)|golden|silver|oaks?|maple|willow|pines?|cedar|elm|birch|hill|valley|river|lake"
    r"|garden|meadow|harbor|bay|park|view|mercy|heritage|autumn|evergreen|brook|orchard|rose"
    r"|magnolia|pleasant|providence|trinity|sacred|holy|calvary|bethel|zion)"
)
"""How the everyday words begin that homes are called by."""
HOMELY: Final = (
    *("wood", "brook", "haven", "ridge", "view", "crest", "dale", "hurst", "mont", "lawn", "gate", "grove", "glen"),
    *("bury", "stead", "manor", "meadow", "meadows", "pines", "oaks", "hill", "field", "side"),
)
"""How names of homes and schools end."""
USUAL: Final = words_of(
    "access adult advanced after aging animal anticoagulation apnea assessment assisted autism baby baseline birth"
    " birthing blood board bone boundary breast breastfeeding burn calm campus cardiac care cell child chronic cold"
    " command complex concussion consult continuity cooling counseling crisis day detox disease disorder disorders"
    " domestic drop drug early education emergency epilepsy evening exchange failure fertility fever fibrosis"
    " fitness floor food fracture geriatrics guest halfway handoff harm head headache health hearing help high hot"
    " hours hypertension infant infusion intake intensive interim intervention joint kidney lab lactation learning"
    " legal lipid liver long lung management marrow meal meals medication meds menopause minute mobile mobility"
    " movement needle needs newborn obesity overflow overnight palliative partum pediatric pelvic pill poison post"
    " pre prep pressure prevention procedure public pulmonary rapid recovery reduction referral rehab research"
    " resource respite response risk run screening seasonal senior seniors sensory services sickle sim simulation"
    " skilled skills sober sobering speaking special spine sports stabilization std sti student study suboxone"
    " substance support surge syringe tb team teen term testing therapy thyroid tobacco toddler training transition"
    " transplant treatment triage tumor tutoring urology vaccination violence vision visitor visitors walk warm"
    " warming weather welcome well wellness winter workshop young youth"
)
"""What clinics, shelters and centers everywhere are for, with a capital or without."""
