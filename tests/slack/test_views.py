"""What people see. The golden files show every drawing in full; renew them with
`RENEW_GOLDEN=1 python -m pytest tests/slack/test_views.py`, then read the difference before committing it."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.digest import CLOSING, NOT_ENOUGH, Digest
from bot.domain.errors import (
    ExcerptTooLong,
    NothingToSave,
    NotOnRoster,
    NotYourQuestion,
    QuestionClosed,
    ReplyAlreadyUsed,
    ReplyChanged,
    ReplyRefused,
    TextTooLong,
    ThemesNeedATick,
)
from bot.domain.group_answer import LONGEST_ANSWER, LONGEST_SIGNATURE
from bot.domain.people import CohortId, PersonId, Standing
from bot.domain.reply import Sharing
from bot.domain.roster import LONGEST_NAME
from bot.flows.open_home.coordinator import LOST_SHOWN
from bot.flows.open_home.opening import DoubleHome
from bot.flows.open_home.student import NAMED, Journal, Mates
from bot.flows.records.people import Lost
from bot.practice.block_kit import message_problems, view_problems
from bot.slack.outcomes import VERDICTS, Verdict
from bot.slack.views import promise, reply_form, saved_notice, share_words_form
from bot.slack.views.answer_form import preview_form
from bot.slack.views.digest_post import digest_post
from bot.slack.views.group_answer import group_answer
from bot.slack.views.home.digest_place import MOST_NAMED
from bot.slack.views.home.journal import ONLY_HERE, journal
from bot.slack.views.home.pool import NOBODY, pool
from bot.slack.views.home.tab import home
from bot.slack.views.how_sharing_works import how_sharing_works
from bot.slack.views.lost import lost_people
from bot.slack.views.reply_form import WITHDRAW
from bot.slack.views.support import REPORT_HEADING
from tests.slack.drawings import (
    DR_KIM,
    ENTRIES,
    GROUP_ANSWERS,
    HOSTILE,
    JO,
    LESSON,
    LOST,
    MATES,
    MAX,
    MESSAGES,
    MONDAY,
    MOST_TEACHING,
    PACK,
    PROGRAM,
    SUPPORT,
    VERSION,
    VIEWS,
    VOICES,
    coordinator_home,
    digest,
    drawn,
    many_cohorts,
    parts,
    student_home,
    texts,
    words,
)

GOLDEN = Path(__file__).parent / "golden"
RENEW = os.environ.get("RENEW_GOLDEN") == "1"  # noqa: TID251  Only asks whether to write the golden files anew.
DRAWN = drawn()
MENTIONED = {
    "rotation_as_it_stands": {DR_KIM, "U0LEE"},
    "rotation_clash": {"U0ALICE", DR_KIM},
    "audit_list": {JO, MAX},
    "coordinators_confirm": {DR_KIM, MAX},
    "coordinators_added_and_taken_off": {DR_KIM, MAX},
    "coordinators_more_added": {DR_KIM, MAX},
    "coordinators_one_taken_off": {MAX},
    "audit_list_in_the_middle": {JO, MAX},
    "notice_of_a_preceptor": {DR_KIM},
    "notice_of_a_preceptor_nobody_knows": {DR_KIM},
    "notice_of_the_only_reader": {DR_KIM},
    "home_of_a_coordinator_with_digests_in_trouble": {DR_KIM, *(f"U0LEE{number:02}" for number in range(MOST_NAMED))},
    "home_of_a_coordinator_with_lost_people": {each.person for each in LOST},
    "home_of_a_coordinator_with_much_to_see_to": {PersonId("U0ALICE")},
    "command_of_a_coordinator_with_a_long_desk": {each.person for each in LOST},
    "home_in_the_middle": {person for mates in MATES for person in mates.people},
}
LINKED = {
    "home_of_a_preceptor",
    "home_of_a_preceptor_of_two_cohorts",
    "home_of_a_coordinator_who_teaches",
    "command_of_a_preceptor",
    "command_of_a_coordinator_who_teaches",
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_as_it_was_approved(name: str) -> None:
    file = GOLDEN / f"{name}.json"
    shown = json.dumps(DRAWN[name], indent=1, ensure_ascii=False) + "\n"
    if RENEW:
        file.write_text(shown, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == shown


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(DRAWN)


@pytest.mark.parametrize("name", MESSAGES)
def test_slack_accepts_every_message(name: str) -> None:
    assert message_problems(json.loads(json.dumps(DRAWN[name]["blocks"]))) == []


@pytest.mark.parametrize("name", VIEWS)
def test_slack_accepts_every_view(name: str) -> None:
    kind = "home" if name.startswith("home") else "modal"
    assert view_problems(json.loads(json.dumps(DRAWN[name])), kind=kind) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", DRAWN)
def test_there_is_no_mrkdwn_at_all(name: str) -> None:
    assert [part for part in parts(DRAWN[name]) if part.get("type") == "mrkdwn"] == []
    assert [part for part in parts(DRAWN[name]) if part.get("type") in ("broadcast", "emoji")] == []
    assert [part["url"] for part in parts(DRAWN[name]) if part.get("type") == "link" and name not in LINKED] == []
    people = {part["user_id"] for part in parts(DRAWN[name]) if part.get("type") == "user"}
    assert people == MENTIONED.get(name, set())
    assert [part for part in parts(DRAWN[name]) if part.get("type") == "plain_text" and part.get("emoji")] == []


@pytest.mark.parametrize("name", MESSAGES)
def test_a_messages_text_says_what_its_blocks_say_and_mentions_nobody(name: str) -> None:
    text = DRAWN[name]["text"]
    pressed = [part for part in parts(DRAWN[name]["blocks"]) if part.get("type") in ("button", "static_select")]
    said = [each for each in texts(DRAWN[name]["blocks"]) if each not in texts(pressed)]
    readable = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    if not name.startswith("question"):
        assert [each for each in said if each.strip(": ") not in readable] == []
    assert "<" not in text
    assert ">" not in text


def test_a_question_notifies_with_the_question_and_nothing_else() -> None:
    assert MESSAGES["question"].text == LESSON.question


@pytest.mark.parametrize(
    "name",
    ["form_with_what_was_saved", "form_that_was_used", "share_words_form", "digest", "typed_form", "group_answer"],
)
def test_what_people_typed_is_shown_to_the_letter(name: str) -> None:
    assert HOSTILE in json.dumps(DRAWN[name])


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in DRAWN
        if "done" in name or "question" in name or "reminder" in name or (name in MESSAGES and "typed" in name)
    ],
)
def test_no_message_of_the_conversation_holds_what_somebody_wrote(name: str) -> None:
    assert HOSTILE not in json.dumps(DRAWN[name])


@pytest.mark.parametrize("name", DRAWN)
def test_every_button_tells_a_screen_reader_what_it_does(name: str) -> None:
    for part in parts(DRAWN[name]):
        if part.get("type") == "button":
            assert part["accessibility_label"]
            assert set(part.get("value", "2026-11-23")) <= set("0123456789-.: ")


def read_above_save(form: dict[str, Any]) -> list[str]:
    """Everything that a student reads of a form, from its title to its buttons: every label, also the "(optional)"
    that Slack adds to some, every choice, every sentence and every button.

    Not counted are the question, which stands in the message that the form was opened from, the names of the themes,
    among which one picks, the student's own words, and what follows the divider, which need not be read.
    """
    blocks = form["blocks"][: [block["type"] for block in form["blocks"]].index("divider")]
    given = {LESSON.question, HOSTILE, *(theme.label for theme in PACK.themes)}
    read = [form[place]["text"] for place in ("title", "submit", "close")]
    for block in blocks:
        if block["type"] == "input":
            options = block["element"].get("options", [])
            read += [block["label"]["text"], *(option["text"]["text"] for option in options)]
            read += ["(optional)"] if block.get("optional") else []
        elif block["type"] == "actions":
            read += [button["text"]["text"] for button in block["elements"]]
        else:
            read += texts(block)
    return [text for text in read if text not in given]


@pytest.mark.parametrize(
    "name", [name for name in VIEWS if name == "form" or name.startswith(("form_for", "form_with"))]
)
def test_at_most_45_words_of_ours_stand_above_save(name: str) -> None:
    read = read_above_save(DRAWN[name])
    assert "Pooled with at least five students. Leave out names, dates, places." in read
    assert words(read) <= 45, read


def test_four_taps_are_enough() -> None:
    """Answer, a theme, Save: the sharing choice is made already, and the text may stay empty."""
    fields = {block["block_id"]: block for block in DRAWN["form"]["blocks"] if block["type"] == "input"}
    assert list(fields) == [reply_form.THEMES, reply_form.TEXT, reply_form.SHARING]
    assert len(fields[reply_form.THEMES]["element"]["options"]) == 10
    assert fields[reply_form.TEXT]["optional"] is True
    assert fields[reply_form.TEXT]["element"]["max_length"] == 3000
    assert fields[reply_form.SHARING]["element"]["initial_option"]["value"] == "themes"


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("form") and "used" not in name])
def test_words_are_never_preselected(name: str) -> None:
    sharing = next(block for block in DRAWN[name]["blocks"] if block.get("block_id") == reply_form.SHARING)
    assert sharing["element"].get("initial_option", {}).get("value") != "words"


def test_a_form_knows_its_question_by_the_date_and_what_was_saved_by_its_version() -> None:
    assert DRAWN["form"]["private_metadata"] == "2026-11-23"
    assert DRAWN["form_with_what_was_saved"]["private_metadata"] == "2026-11-23 2026-11-23T23:00:00.000001+00:00"
    assert DRAWN["share_words_form"]["private_metadata"] == "2026-11-23 2026-11-23T23:00:00.000001+00:00"


def test_a_preview_is_the_message_to_the_letter_and_sends_nothing_else() -> None:
    text, signature = GROUP_ANSWERS[0].text, GROUP_ANSWERS[0].signature
    message = group_answer(MONDAY, text, signature).block_dicts
    blocks = DRAWN["answer_preview"]["blocks"]
    assert blocks[2:-1] == message
    assert DRAWN["answer_preview"]["private_metadata"] == f"1:2026-11-23\n{signature}\n{text}"
    assert [block for block in blocks if block["type"] == "input"] == []


def test_both_steps_of_an_answer_say_whose_students_get_it() -> None:
    for name in ("answer_form", "answer_preview"):
        assert texts(DRAWN[name]["blocks"])[0] == "To all students of Medicine, on the digest of Monday, November 23"


def test_the_longest_answer_fits_into_its_preview() -> None:
    text, signature = "\U0001fa7a" * LONGEST_ANSWER, "K" * LONGEST_SIGNATURE
    view = json.loads(
        json.dumps(preview_form(CohortId(999_999_999), MONDAY, text, signature, name="M" * LONGEST_NAME).to_dict())
    )
    assert view_problems(view, kind="modal") == []
    assert len(view["private_metadata"].encode("utf-16-le")) // 2 <= 3000


def test_a_used_reply_can_only_be_read() -> None:
    used = DRAWN["form_that_was_used"]
    assert "submit" not in used
    assert [block for block in used["blocks"] if block["type"] == "input"] == []


@pytest.mark.parametrize(
    "name", [name for name in VIEWS if "student" in name or "before" in name or name.startswith("form")]
)
def test_support_lines_stand_on_every_form_and_on_home(name: str) -> None:
    shown = "\n".join(texts(DRAWN[name]))
    assert "988 Lifeline: Call or text 988, at any hour." in shown
    assert "Wellness: 555-0100" in shown


@pytest.mark.parametrize(
    "name", ["home_in_the_middle", "home_of_a_student_who_teaches", "how_sharing_works_and_where_to_report"]
)
def test_where_to_report_mistreatment_stands_where_nothing_can_be_reported(name: str) -> None:
    shown = texts(DRAWN[name])
    at = shown.index(REPORT_HEADING)
    assert shown[at + 1] == "Learning environment office: Report online, with your name or without."


@pytest.mark.parametrize("name", ["home_of_a_student", "home_of_a_preceptor", "how_sharing_works"])
def test_where_there_is_no_route_nothing_is_said_of_one(name: str) -> None:
    assert REPORT_HEADING not in texts(DRAWN[name])


def test_a_program_without_support_lines_draws_no_empty_list() -> None:
    drawing = home(student_home(Standing.STARTED), support=()).to_dict()
    assert view_problems(json.loads(json.dumps(drawing)), kind="home") == []


def test_before_everything_goes_a_journal_is_to_be_saved_somewhere_else() -> None:
    asked = "\n".join(texts(DRAWN["delete_form"]))
    assert "save it elsewhere" in asked
    assert "goes too" in asked


@pytest.mark.parametrize("name", ["form_stopped_in_distress", "typed_form_in_distress"])
def test_in_distress_the_support_lines_come_before_what_has_to_go(name: str) -> None:
    shown = texts(DRAWN[name])
    lifeline, found = (next(shown.index(each) for each in shown if words in each) for words in ("988", "0123"))
    assert lifeline < found


@pytest.mark.parametrize("name", [name for name in VIEWS if saved_notice.HEADING in texts(DRAWN[name])])
def test_whatever_shows_in_distress_says_at_once_that_nobody_was_alerted(name: str) -> None:
    shown = texts(DRAWN[name]["blocks"])
    assert shown[0] == saved_notice.HEADING
    assert shown[len(SUPPORT) + 2] == saved_notice.NOT_ALERTED


@pytest.mark.parametrize(("named", "in_all", "says"), [(3, 4, ""), (0, 1, ""), (NAMED, NAMED + 12, "and 12 more")])
def test_only_a_list_that_was_cut_says_how_many_more(named: int, in_all: int, says: str) -> None:
    people = tuple(PersonId(f"U0MATE{number:02}") for number in range(named))
    drawn = "\n".join(texts([block.to_dict() for block in pool([Mates("Medicine", people, in_all)])]))
    assert says in drawn
    assert ("more" in drawn) == bool(says)
    assert (NOBODY in drawn) == (named == 0)


def test_only_what_may_still_be_shared_can_be_withdrawn() -> None:
    last = Journal(ENTRIES[-1:], 1, 1)
    assert ENTRIES[-1].reply.sharing is Sharing.WORDS
    drawn = "\n".join(texts([block.to_dict() for block in journal(last, today=MONDAY)]))
    assert ONLY_HERE in drawn
    assert WITHDRAW not in drawn


def test_in_distress_the_support_lines_come_first() -> None:
    shown = texts(DRAWN["saved_notice"])
    lifeline, kept = (next(shown.index(each) for each in shown if words in each) for words in ("988", "Nobody was"))
    assert lifeline < kept


MISTREATED = [name for name in VIEWS if "notice_of_mistreatment" in name or "form_that_asks" in name]


@pytest.mark.parametrize("name", MISTREATED)
def test_after_mistreatment_where_to_report_comes_first(name: str) -> None:
    shown = texts(DRAWN[name]["blocks"])
    assert shown[0] == saved_notice.MISTREATED
    assert shown[1] in (REPORT_HEADING, saved_notice.ASK_YOUR_SCHOOL)
    assert "Nobody was told" in "".join(shown) or "nobody was told" in "".join(shown)


def test_a_form_names_what_it_found_in_order_and_asks_only_about_what_is_possible() -> None:
    drawn = "\n".join(texts(DRAWN["form_stopped"]))
    places = [
        drawn.index(words) for words in ("Maria", "a room or bed: \nroom 412", "Use this version", "Is this a name?")
    ]
    assert places == sorted(places)
    assert "No, keep it as it is: Grace" in drawn
    assert "No, keep it as it is: Maria" not in drawn


def test_what_a_form_can_not_name_is_counted() -> None:
    drawn = texts(DRAWN["form_stopped_by_more_than_it_names"])
    assert [text for text in drawn if text.endswith("more.")] == ["And 10 more.", "And 610 more."]


def test_a_form_remembers_no_more_than_slack_gives_back() -> None:
    marks = [f"{number:012x}" for number in range(1000)]
    assert len(reply_form.metadata(MONDAY, VERSION, marks)) <= 3000


@pytest.mark.parametrize(
    ("error", "block"),
    [
        (ThemesNeedATick(), reply_form.THEMES),
        (NothingToSave(), reply_form.TEXT),
        (TextTooLong(limit=3000), reply_form.TEXT),
        (ReplyAlreadyUsed(), reply_form.SHARING),
        (QuestionClosed(), reply_form.SHARING),
        (NotYourQuestion(), reply_form.SHARING),
    ],
)
def test_an_error_stands_under_the_field_where_it_can_be_put_right(error: ReplyRefused, block: str) -> None:
    assert reply_form.errors_for(error) == {block: str(error)}
    assert block in [each.get("block_id") for each in DRAWN["form"]["blocks"]]


def test_the_second_form_has_its_own_words_for_no_words() -> None:
    assert share_words_form.errors_for(NothingToSave(), share_words_form.EXCERPT) == {
        share_words_form.EXCERPT: share_words_form.NO_WORDS
    }
    for error in (ExcerptTooLong(limit=600), ReplyChanged()):
        assert share_words_form.errors_for(error, share_words_form.EXCERPT) == {share_words_form.EXCERPT: str(error)}


def test_the_welcome_tells_what_has_to_be_known_before_a_start() -> None:
    told = MESSAGES["welcome"].text.lower()
    for fact in (
        "working morning",
        "at least five students",
        "once a week",
        "voluntary",
        "never part of an evaluation",
    ):
        assert fact in told
    for fact in ("nobody reads replies as they come in", "no way to report", "one click", "pooled and confidential"):
        assert fact in told
    for risk in ("style", "only you could know", "colleagues", "owns this workspace", "runs bedside", "took part"):
        assert risk in told
    assert "anonym" not in json.dumps(DRAWN).lower()


def test_how_sharing_works_says_the_rule_by_the_programs_numbers_and_every_risk_that_remains() -> None:
    told = " ".join(texts(DRAWN["how_sharing_works"])).lower()
    for rule in (
        "rests twelve hours",
        "longer than four weeks",
        "at least five students",
        "at least seven",
        "at least three",
    ):
        assert rule in told
    for risk in ("style", "only you could know", "heads together", "at least five of you took part"):
        assert risk in told
    for risk in (
        "ties it to you",
        "holds the key",
        "match them with a quote",
        "“keep no copy”",
        "backups",
        "owns this",
    ):
        assert risk in told
    assert "docs folder" in told


def test_the_welcome_suggests_three_days_a_week() -> None:
    buttons = [part for part in parts(DRAWN["welcome"]) if part.get("type") == "button"]
    labels = [button["text"]["text"] for button in buttons]
    assert labels == ["Start: questions three days a week", "Start: every day", "Not now"]
    assert [button.get("style") for button in buttons] == ["primary", None, None]


@pytest.mark.parametrize(
    ("settle", "weeks", "said"),
    [(1, 1, ("rests one hour after", "longer than one week stays")), (36, 2, ("rests 36 hours", "than two weeks"))],
)
def test_how_sharing_works_counts_as_one_would_say_it(settle: int, weeks: int, said: tuple[str, str]) -> None:
    program = replace(PROGRAM, settle=timedelta(hours=settle), carry_over=timedelta(weeks=weeks))
    told = " ".join(texts(how_sharing_works(program).to_dict()))
    assert all(each in told for each in said)


@pytest.mark.parametrize(("number", "word"), [(4, "four"), (5, "five"), (12, "twelve"), (13, "13")])
def test_the_voices_promised_are_the_voices_needed(number: int, word: str) -> None:
    assert f"at least {word} students" in promise.pooled(number)
    assert f"at least {promise.in_words(VOICES)} students" in reply_form.ONE_LINE.format(voices="five")


def test_a_digest_keeps_its_four_parts_whatever_happened() -> None:
    full, nothing = (MESSAGES[name].text for name in ("digest", "digest_with_nothing"))
    headings = ["Try this week", "What students said", "In students' words", "Two questions to ask the whole team"]
    for text in (full, nothing):
        assert [text.index(heading) for heading in headings] == sorted(text.index(heading) for heading in headings)
        assert text.endswith("Please don't guess who wrote what.")
    assert full.count(NOT_ENOUGH) == 0
    assert nothing.count(NOT_ENOUGH) == 2
    assert MESSAGES["digest_without_quotes"].text.count(NOT_ENOUGH) == 1
    assert MESSAGES["digest_without_themes"].text.count(NOT_ENOUGH) == 1


def test_the_digests_chart_has_three_heights_only() -> None:
    (series,) = _chart(digest())["series"]
    assert [point["value"] for point in series["data"]] == [3, 2, 1]
    assert {point["value"] for point in _chart(digest(themes=10))["series"][0]["data"]} == {3, 2, 1}


def test_every_theme_of_the_pack_has_a_short_label_of_its_own_under_its_bar() -> None:
    chart = _chart(digest(themes=10))
    labels = chart["axis_config"]["categories"]
    assert labels == [point["label"] for point in chart["series"][0]["data"]]
    assert len(set(labels)) == 10
    assert max(len(label) for label in labels) <= 20


def test_without_a_chart_every_word_is_the_same() -> None:
    assert MESSAGES["digest"].text == MESSAGES["digest_without_a_chart"].text


def test_a_stranger_learns_nothing_about_the_program() -> None:
    for name in ("home_of_a_stranger", "today_of_a_stranger"):
        shown = " ".join(texts(DRAWN[name]["blocks"]))
        assert shown == str(NotOnRoster())


def test_a_preceptor_sees_principles_and_no_student() -> None:
    shown = " ".join(texts(DRAWN["home_of_a_preceptor"]))
    assert all(principle.title in shown for principle in PACK.week_of(LESSON.on))
    assert "journal" not in shown
    assert "Answer" not in shown


def test_past_digests_are_linked_by_where_they_stand() -> None:
    links = [part["url"] for part in parts(DRAWN["home_of_a_preceptor"]) if part.get("type") == "link"]
    assert links == 2 * ["https://clerkship.example/archives/C0MEDICINE/p1764021600000100"]


def test_a_preceptor_who_has_not_confirmed_reads_how_to_read_before_anything_else() -> None:
    shown = texts(DRAWN["home_of_a_preceptor_to_confirm"])
    assert shown.index(CLOSING) < shown.index("I have read this") < shown.index("Your cohorts")
    assert CLOSING not in texts(DRAWN["home_of_a_preceptor"])


def test_too_small_a_cohort_is_said_to_bring_the_teaching_part_only_and_who_can_change_that() -> None:
    small = texts(DRAWN["home_of_a_preceptor_of_two_cohorts"])
    assert sum("teaching part only; your coordinator can pool" in text for text in small) == 1


def test_a_coordinator_reads_who_could_not_be_reached_and_why_and_nothing_about_answers() -> None:
    shown = texts(DRAWN["home_of_a_coordinator_with_lost_people"])
    assert "Who could not be reached" in shown
    assert ": the account is deactivated" in shown
    assert shown.count(": Slack does not let Bedside write to this person") == 2
    assert "and 19 more" in shown
    heading, last = shown.index("Who could not be reached"), shown.index("New rotation")
    assert not [text for text in shown[heading:last] if "answer" in text or "start" in text or "pause" in text]


def test_where_everybody_can_be_reached_there_is_no_list() -> None:
    assert "Who could not be reached" not in texts(DRAWN["home_of_a_coordinator"])
    assert lost_people((), in_all=0) == []


def test_a_list_that_is_whole_says_nothing_of_more() -> None:
    shown = texts([block.to_dict() for block in lost_people(LOST, in_all=len(LOST))])
    assert not [text for text in shown if "more" in text]


def test_a_coordinator_learns_nothing_that_only_a_message_finds_out() -> None:
    """Whom a message could not be posted to has most likely started."""
    losing = {code for code, each in VERDICTS.items() if each in (Verdict.THIS_PERSON, Verdict.THIS_PLACE)}
    found_by_looking = {"user_disabled", "user_not_found"}
    assert found_by_looking < losing
    for code in losing - found_by_looking:
        (_, whom, _) = [block.to_dict() for block in lost_people([Lost(LOST[0].person, code)], in_all=1)]
        assert texts([whom]) == [": Slack does not let Bedside write to this person"]


@pytest.mark.parametrize("is_double", [False, True])
def test_every_page_of_a_desk_keeps_slacks_limit_and_together_they_show_all(is_double: bool) -> None:
    lost = tuple(Lost(PersonId(f"U{number:010d}"), "user_disabled") for number in range(LOST_SHOWN))
    desk = replace(
        coordinator_home(students=6), cohorts=many_cohorts(60), lost=lost, lost_in_all=20_000, studies=not is_double
    )
    named: list[str] = []
    for page in range(1, 12):
        found = replace(desk, page=page)
        view = json.loads(
            json.dumps(home(DoubleHome(found, MOST_TEACHING) if is_double else found, support=()).to_dict())
        )
        assert view_problems(view, kind="home") == []
        labels = [part["accessibility_label"] for part in parts(view) if part.get("type") == "button"]
        named += [label.removeprefix("Change the rotation ") for label in labels if "Change the rotation" in label]
        if not any("Next page" in label for label in labels):
            break
    assert named == [rotation.name for cohort in desk.cohorts for rotation in cohort.rotations]
    assert 3 <= page < 11


def test_a_page_that_is_gone_is_the_last_one() -> None:
    shown = texts(DRAWN["home_of_a_coordinator_on_the_last_page"])
    assert "Page 2 of 2" in shown
    assert "Page before" in shown
    assert "Next page" not in shown
    assert not [text for text in texts(DRAWN["home_of_a_coordinator"]) if "Page" in text]


def test_what_needs_attention_stands_first_and_each_with_what_to_do() -> None:
    shown = texts(DRAWN["home_of_a_coordinator_with_much_to_see_to"])
    assert shown[0] == "Needs your attention"
    told = " ".join(shown)
    for cohort, remedy in (("Medicine", "Pool it with Surgery"), ("Surgery", "No other cohort fits")):
        assert remedy in told[told.index(cohort) :]
    assert "Nothing needs your attention at present." in texts(DRAWN["home_of_a_coordinator"])
    values = {
        (part["text"]["text"], part["action_id"]): part["value"]
        for part in parts(DRAWN["home_of_a_coordinator_with_much_to_see_to"])
        if part.get("type") == "button" and "value" in part
    }
    assert values["Open Surgery", "desk_cohort"] == "2"
    assert values["Open Medicine A", "desk_rotation"] == "1"
    assert values["Open Theatre 1", "desk_rotation"] == "3"


def test_what_goes_out_is_said_day_by_day_with_lessons_and_digests() -> None:
    told = " ".join(texts(DRAWN["home_of_a_coordinator"]))
    assert "Today, Monday, November 23: " in told
    assert f"“{LESSON.principle.title}”, a reminder and a question for up to 40 students." in told
    assert "Saturday and Sunday:  nothing goes out, no working days." in told
    assert "for up to 40 students. Digest of Medicine at 07:00." in told


def _chart(shown: Digest) -> dict[str, Any]:
    blocks = digest_post(shown, cohort="Medicine", with_chart=True).block_dicts
    charts: list[dict[str, Any]] = [block["chart"] for block in blocks if block["type"] == "data_visualization"]
    (chart,) = charts
    return chart
