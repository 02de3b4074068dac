"""Screening: what points at a person is found where it stands, ordinary sentences stay clean, distress is seen."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.screening import (
    Concern,
    ConcernKind,
    Confidence,
    Finding,
    IdentifierKind,
    Verdict,
    clean,
    describe,
    screen,
)

ZERO_WIDTH_SPACE, NO_BREAK_SPACE, NO_BREAK_HYPHEN, RIGHT_TO_LEFT = "\u200b", "\u00a0", "\u2011", "\u202e"


def found(text: str, *, roster: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Kinds and stretches of text, as a form would list them."""
    return [(finding.kind.name, text[finding.start : finding.end]) for finding in screen(text, roster=roster).findings]


# ── Identifiers ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Her daughter wants a call at 857 555 0123 after rounds.", "857 555 0123"),
        ("call (857) 555-0123!", "(857) 555-0123"),
        ("He said 857.555.0123 ext 12 works best", "857.555.0123 ext 12"),
        ("number is +1-857-555-0123", "+1-857-555-0123"),
        ("text 8575550123", "8575550123"),
        ("On the board 857 555 0123 was the only number", "857 555 0123"),
        ("His cell, 555-0123, went straight to voicemail.", "555-0123"),
        ("mother abroad: +44 20 7946 0958", "+44 20 7946 0958"),
        ("mother in England: 0113 496 0999", "0113 496 0999"),
        ("I paged her, pager 90210, twice", "90210"),
        ("８５７ ５５５ ０１２３ was on the card", "８５７ ５５５ ０１２３"),
        (
            f"857{NO_BREAK_SPACE}555{NO_BREAK_HYPHEN}0123 on a sticker",
            f"857{NO_BREAK_SPACE}555{NO_BREAK_HYPHEN}0123",
        ),
        (f"call 857{ZERO_WIDTH_SPACE}5550123 now", f"857{ZERO_WIDTH_SPACE}5550123"),
        ("٨٥٧ ٥٥٥ ٠١٢٣", "٨٥٧ ٥٥٥ ٠١٢٣"),
        (f"call {ZERO_WIDTH_SPACE}857-555-0123{ZERO_WIDTH_SPACE} now", "857-555-0123"),
    ],
)
def test_a_phone_number_is_found_however_it_is_written(text: str, phone: str) -> None:
    assert found(text) == [("PHONE", phone)]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("MRN 4482913 never left my mind", "4482913"),
        ("mrn: 12-34-56", "12-34-56"),
        ("her MRN is A12345, easy to remember", "A12345"),
        ("Account number 5581-77 was denied", "5581-77"),
        ("Acct #558120 had a note", "558120"),
        ("I opened chart 0091823 by mistake", "0091823"),
        ("Nobody read case no. 55120", "55120"),
        ("the sticker said 20114483 and I looked up", "20114483"),
        ("SSN 123-45-6789 read aloud in the hall", "123-45-6789"),
        ("She recited 123-45-6789 from memory", "123-45-6789"),
        ("MRN 4482913777 is not a phone", "4482913777"),
    ],
)
def test_a_record_number_is_found_without_the_words_around_it(text: str, record: str) -> None:
    assert found(text) == [("RECORD", record)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("We met on 2026-03-14 and talked", "2026-03-14"),
        ("Aufnahme 14.03.2026 stood on the letter", "14.03.2026"),
        ("3/14/26 was hard", "3/14/26"),
        ("born 12/31/1961, still dancing", "12/31/1961"),
        ("March 3rd she walked", "March 3rd"),
        ("on 3 March we sang", "3 March"),
        ("left the ward on the 22nd of September", "22nd of September"),
        ("It was Sept. 22 when she rang", "Sept. 22"),
        ("since Nov 5, 2025 nobody came", "Nov 5, 2025"),
        ("May 3 was hot", "May 3"),
        ("she went home may 3rd", "may 3rd"),
        ("March third was her last chemo", "March third"),
        ("diagnosed in March 2024, alone", "March 2024"),
        ("She left on the 4th, smiling.", "on the 4th"),
        ("I saw him on the 12th and again later", "on the 12th"),
        ("Christmas Eve was quiet on the ward", "Christmas Eve"),
        ("admitted 3/9 with fever", "3/9"),
        ("my exam on 3/14 went well", "3/14"),
        ("٢٠٢٦-٠٣-١٤ stood on the form", "٢٠٢٦-٠٣-١٤"),
        ("She has been here since 11/20.", "11/20"),
        (f"the 3rd{NO_BREAK_SPACE}of{NO_BREAK_SPACE}May", f"3rd{NO_BREAK_SPACE}of{NO_BREAK_SPACE}May"),
    ],
)
def test_a_date_is_found_and_surely(text: str, date: str) -> None:
    assert found(text) == [("DATE", date)]
    assert {finding.confidence for finding in screen(text).findings} == {Confidence.DEFINITE}


def test_a_bare_month_and_day_without_a_word_beside_it_is_only_possible() -> None:
    [finding] = screen("3/14 stays with me").findings
    assert finding == Finding(0, 4, IdentifierKind.DATE, Confidence.POSSIBLE)


@pytest.mark.parametrize(
    "text",
    [
        "Pain 7/10, then 3/10 by evening. 10/10 for the nurse.",
        "BP 120/80, then 90/60, HR in the 90s, 95% on 2L",
        "Strength 5/5, a 2/6 systolic murmur, GCS 14/15, MoCA 21/30, BiPAP 12/5",
        "PHQ-9 12/27 and nobody had asked her why",
        "We work 24/7 and I took 1/2 tablet of patience; 3/4 of rounding is waiting.",
        "On 2/3 of our visits I forgot to sit.",
        "Gave 500 mg q4h, 5-10 mg, 2.5 mL, 1,000,000 units or 2400000 units",
        "58F with COPD, q4 vitals, A&Ox3, S1/S2, L4/5 disc",
        "at 7:30, 17:30, 0700-1900, meds at 0800 1200 1600",
        "She walked 500-1000 steps, 6000 the next day; 300-1200 is her range.",
        "Rated her pain on 4/10 and then on 2/10.",
        "last Tuesday, tomorrow, next week, in May, this March, in 2019, 2019-2023",
        "I may 3 times a day forget; they march 5 floors up.",
        "In July third years start, in July third-year clerks too.",
        "on the 4th floor, on the 3rd try, on the 2nd day, on the 1st attempt",
        "We decided to march on and she may be the first to go home.",
        "lunch @ noon, sats @90%, e.g. this, i.e. that, vs. those... ok",
        "Visit 3 was better than visit 2; case 1 was the hardest.",
        "Her chart was 40 pages and the account took 20 minutes.",
        "A platelet count of 150000 and a WBC of 12.5, K 3.9-4.2",
        "It took 10-15 minutes, 2-3 chairs and 1 apology.",
        "She scored 8/12 on the quiz and laughed.",
        "<3 that team, -> more of this, #grateful",
    ],
)
def test_ordinary_sentences_stay_clean(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "stretch"),
    [
        ("write to jane.doe+ward@school.edu.", "EMAIL", "jane.doe+ward@school.edu"),
        ("@maria told me to breathe", "MENTION", "@maria"),
        ("thanks <@U0ALICE1> for the chair", "MENTION", "<@U0ALICE1>"),
        ("hey <!channel> look", "MENTION", "<!channel>"),
        ("ask <!subteam^S1|@nurses> first", "MENTION", "<!subteam^S1|@nurses>"),
        ("see https://ward.example/p?id=3.", "LINK", "https://ward.example/p?id=3"),
        ("(www.ward.example)", "LINK", "www.ward.example"),
        ("it is on portal.hospital.org/rooms, sadly", "LINK", "portal.hospital.org/rooms"),
    ],
)
def test_addresses_mentions_and_links_are_found(text: str, kind: str, stretch: str) -> None:
    assert found(text) == [(kind, stretch)]


def test_roster_names_and_ids_are_found_as_whole_words_in_any_case() -> None:
    roster = ("Eun-ji Park", "Dev", "U0GUS", "O'Neill", " ")
    text = "eun-ji  park and DEV's team, not devoted or Development; u0gus saw Mrs. O’Neill"
    assert found(text, roster=roster) == [
        ("NAME", "eun-ji  park"),
        ("NAME", "DEV"),
        ("NAME", "u0gus"),
        ("NAME", "Mrs. O’Neill"),
    ]
    assert found("team near blue, oak\nteam", roster=("Blue Oak Team",)) == []


def test_findings_come_in_the_order_of_the_text() -> None:
    text = "On 3/14 Esi (MRN 4482913) called 857-555-0123."
    assert found(text, roster=("Esi",)) == [
        ("DATE", "3/14"),
        ("NAME", "Esi"),
        ("RECORD", "4482913"),
        ("PHONE", "857-555-0123"),
    ]
    assert found("In room 3 857 555 0123 was on the board") == [("ROOM", "room 3"), ("PHONE", "857 555 0123")]


def test_findings_that_overlap_become_one_so_that_nothing_is_left_over() -> None:
    assert found("https://ward.example/8575550123/2026-03-14 was open") == [
        ("LINK", "https://ward.example/8575550123/2026-03-14")
    ]
    assert found("see esi@ward.example", roster=("esi", "example")) == [("EMAIL", "esi@ward.example")]
    assert found("the 3rd of May Parker said no", roster=("May Parker",)) == [("DATE", "3rd of May Parker")]


def test_a_finding_is_described_in_plain_words() -> None:
    text = "call 857 555\u00a00123 or see https://ward.example/" + "a" * 200
    first, second = screen(text).findings
    assert describe(first, text) == "a phone number: 857 555 0123"
    assert describe(second, text).startswith("a link: https://ward.example/aaa")
    assert describe(second, text).endswith("…")
    assert len(describe(second, text)) < 80


numbers = st.sampled_from(["857-555-0123", "3/14", "on the 4th", "MRN 4482913", "2400000 units", "7/10"])
addresses = st.sampled_from(["@maria", "a@b.org", "www.x.org", "Carol Diaz", "<!channel>", "I want to die"])
between = st.sampled_from([" ", ", ", "\n", ZERO_WIDTH_SPACE, NO_BREAK_SPACE, "５", "é", "😀", '"', "\r", "\0", "\t"])
messy = st.lists(numbers | addresses | between | st.text(max_size=3), max_size=12).map("".join)


@given(messy)
@example("")
@example(ZERO_WIDTH_SPACE)
@example("\ud83d857-555-0123")
def test_findings_lie_inside_the_text_apart_and_in_order(text: str) -> None:
    verdict = screen(text, roster=("Carol Diaz", "Dev"))
    places = [0, *(edge for finding in verdict.findings for edge in (finding.start, finding.end)), len(text)]
    assert places == sorted(places)
    assert all(finding.start < finding.end for finding in verdict.findings)
    assert all(0 <= concern.start < concern.end <= len(text) for concern in verdict.concerns)


HOSTILE_NUMBERS = ["1", "1 ", "1-", "1.", "0 ", "+1", "3/14 ", "gcs 3/14 ", "(857) ", "mrn ", "mrn:# no no ", "1st of "]
HOSTILE_MARKS = ["a", "a.", "a@", "@", "<@", "é ", "/", "-", '"', "https://", "https://x ", ZERO_WIDTH_SPACE + "1"]
HOSTILE_WORDS = ["May ", "on the 4th o", "I ", "I want to ", "I want to die ", "she said ", 'I want to die "', "Carol "]


@pytest.mark.parametrize("hostile", [*HOSTILE_NUMBERS, *HOSTILE_MARKS, *HOSTILE_WORDS])
def test_a_hostile_text_of_three_thousand_characters_is_screened(hostile: str) -> None:
    text = (hostile * 3000)[:3000]
    verdict = screen(text, roster=("Carol Diaz",))
    assert all(finding.end <= len(text) for finding in verdict.findings)


# ── Concerns ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "Long day. I want to die.",
        "i just wanna die",
        "Honestly I want to kill myself",
        "I don’t want to be alive",
        "I don't want to live anymore",
        "I've been thinking of ending my life",
        "I keep thinking about killing myself",
        "I have been having suicidal thoughts.",
        "I am suicidal and nobody knows",
        "I feel like hurting myself again",
        "I’ve been cutting myself",
        "Some nights I wish I were dead",
        "I told my sister that I want to die",
        "Everyone would be better off without me",
        "He said thanks. I want to end it all.",
        "She said “stay”.\nI want to die.",
        f"I want to {ZERO_WIDTH_SPACE}die",
        "i cant go on",
        "I can't go on, I'm so tired",
        "thinking about suicide",
        "been thinking abt suicide",
        "I was thinking of sucide.",
        "i want to dissapear forever",
        "im done with life",
        "honestly im so done with living",
        "i have a plan to end it",
        "i cant go on like this with this pain",
    ],
)
def test_an_explicit_phrase_of_distress_is_seen(text: str) -> None:
    [concern] = screen(text).concerns
    assert concern.kind is ConcernKind.DISTRESS


@pytest.mark.parametrize(
    "text",
    [
        "This cough is killing me and the pager is worse.",
        "I wanted to die of embarrassment.",
        "I want to die laughing whenever she tells it.",
        "I could kill myself for forgetting the chair.",
        "I'm dying to know how she is.",
        "I don't want to die, I want to sleep.",
        "I want to cut myself some slack.",
        "My patient wants to die at home.",
        "My patient is suicidal and I sat with her.",
        "I asked about suicidal thoughts, gently.",
        "I thought about how he tried to kill himself.",
        'She said "I want to die" and I put the pen down.',
        "She whispered “most days I want to die” and I stayed.",
        "He told me 'I want to die'.",
        'On the napkin: "Some days I want to die". I sat down.',
        "On the napkin: “Some days I want to die”. I sat down.",
        "Words on a napkin: 'I want to die'.",
        "The patient kept saying I want to die, I want to die.",
        "I am not suicidal, just tired.",
        "That shift was murder. Dead on my feet.",
        "i cant go on rounds",
        "I can't go on vacation, I'm post call",
        "i cant go on like this with the EHR",
        "I'm done with life support training",
        "The module left me thinking about suicide prevention",
        "My patient said she can't go on",
        "Everybody else sees the trip, but I can't go on it",
    ],
)
def test_figures_of_speech_and_a_patients_words_are_no_concern(text: str) -> None:
    assert screen(text).concerns == ()


def test_a_verdict_tells_each_kind_of_concern_apart() -> None:
    both = Verdict((), (Concern(0, 1, ConcernKind.DISTRESS), Concern(2, 3, ConcernKind.MISTREATMENT)))
    assert (both.distress, both.mistreatment) == (True, True)
    mistreated = Verdict((), both.concerns[1:])
    assert (mistreated.distress, mistreated.mistreatment) == (False, True)
    assert not screen("I sat down.").distress


@pytest.mark.parametrize(
    "text",
    [
        "My attending screamed at me in front of everyone.",
        "he groped me in the elevator. he is the attending",
        "Been bullied by the residents all rotation",
        "She said if I went to the dean she would ruin my career.",
        "The scrub nurse called the other student a slur.",
        "THE RESIDENT CALLED ME STUPID",
        "My attending hit me and left",
        "My attending hit me and I said nothing",
        "the resident hit me today",
        "My attending turned around and hit me because I dropped it",
        "The surgeon hit me so hard with a clamp",
        "my boss groped me",
        "he touched my breast",
    ],
)
def test_mistreatment_of_a_student_by_staff_is_seen(text: str) -> None:
    verdict = screen(text)
    assert (verdict.mistreatment, verdict.distress) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "The patient screamed at me and threw his tray.",
        "Rounded with my attending. Then her husband screamed at me.",
        "My attending pimped me hard but fair.",
        "My attending never screamed at me, not once.",
        "I was afraid the surgeon would yell at me.",
        "She told me that her stepfather hit her.",
        "Patient said the nurse yelled at me too.",
        "At my old job a doctor screamed at me every week.",
        'My resident: "The attending screamed at me in my day."',
        "I called myself an idiot in front of the attending.",
        "My attending hit me with a question",
        "The resident hit me today with great news",
        "Her attending's words hit me like a truck",
        "My attending hit me up for coffee",
        "What my attending said hit me and stayed with me",
        "The story the nurse told hit me right in the feels",
        "My resident hit me back about the schedule",
        "When the nurse told me he died, the guilt hit me and I sat down",
        "After my attending left it all hit me and I cried",
    ],
)
def test_what_patients_do_what_did_not_happen_and_what_teaches_is_no_mistreatment(text: str) -> None:
    assert screen(text).concerns == ()


def test_what_is_going_on_again_is_not_long_past() -> None:
    assert not screen("I tried to kill myself when I was sixteen.").distress
    assert screen("I tried to kill myself when I was sixteen, and now I want to kill myself again.").distress


def test_distress_and_mistreatment_in_one_text_come_in_its_order() -> None:
    text = "My attending screamed at me. I want to die."
    assert [concern.kind for concern in screen(text).concerns] == [ConcernKind.MISTREATMENT, ConcernKind.DISTRESS]


def test_a_letter_that_grows_when_it_is_made_small_moves_nothing() -> None:
    text = "İİİ i want to die"
    [concern] = screen(text).concerns
    assert text[concern.start : concern.end] == "i want to die"


# ── Cleaning ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_cannot_be_seen_is_not_kept() -> None:
    hidden = f"I{ZERO_WIDTH_SPACE} sat\0 d{RIGHT_TO_LEFT}own\u2066\u2069\ufeff\u00ad\x1b\U000e0041\U000e0101\ud83d."
    assert clean(hidden) == "I sat down."


def test_line_breaks_become_of_one_kind_and_tabs_spaces() -> None:
    assert (
        clean("one\r\ntwo\rthree\u2028four\vfive\x85six\n\nseven\teight")
        == "one\ntwo\nthree\nfour\nfive\nsix\n\nseven eight"
    )


def test_letters_accents_emoji_and_punctuation_are_kept() -> None:
    text = "“Señora Nguyễn” smiled 🩺 … naïve, 我坐下了, ❤️ שלום"
    assert clean(text) == text


@given(messy | st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Ll", "Zs", "Mn"])))
def test_cleaning_twice_changes_nothing_and_leaves_text_that_can_be_stored(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.encode().decode() == once
    assert json.loads(json.dumps(once)) == once
    assert not any(ord(character) < 32 and character != "\n" for character in once)
