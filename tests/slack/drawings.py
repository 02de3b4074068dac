"""Every drawing of the Slack room, made of the same few facts, and what tests ask of all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from slack_sdk.models.views import View

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain import calendar
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.calendar import Hours
from bot.domain.command import words_for
from bot.domain.coordinators import Doubts, NewList, Wish
from bot.domain.curriculum import NO_OVERRIDES, Override, ThemeSlug
from bot.domain.desk import Twice, coming_days
from bot.domain.digest import Digest, ThemeLine, compose
from bot.domain.errors import PolicyWrong, QuestionClosed
from bot.domain.group_answer import GroupAnswer
from bot.domain.lesson_changes import LessonWish, repeats_on, wished
from bot.domain.letters import Readers
from bot.domain.notices import NO_CHANNEL, NOT_CONFIRMED, Meanwhile, Notice, Obstacle
from bot.domain.own_pace import OwnSettings
from bot.domain.own_words import OwnWords
from bot.domain.people import Cohort, CohortId, DayOff, Pace, PersonId, Rotation, RotationId, Standing, Student, Times
from bot.domain.permissions import Party
from bot.domain.program import SupportLine
from bot.domain.progress import steps
from bot.domain.reply import Reply, Sharing
from bot.domain.roster import TEMPLATE
from bot.domain.roster.words import NOTHING, STAYS
from bot.domain.rules import Rule, RulesChange, rules_of, typed_lines
from bot.domain.screening import NO_CARE, Care, IdentifierKind, Named, Objections
from bot.domain.screening.review import mark_of
from bot.domain.typed import Answer, Filled, Says, TypedAt
from bot.flows.change_lessons import ChangedLesson, Lessons, NewLesson, WeighedLessons
from bot.flows.open_home.coordinator import CohortAtAGlance, CoordinatorHome, Lack, Missed, PutOff
from bot.flows.open_home.opening import DoubleHome, StrangerHome
from bot.flows.open_home.preceptor import COHORTS_SHOWN, PreceptorHome
from bot.flows.open_home.student import NAMED, Ended, Entry, Journal, Mates, OpenQuestion, StudentHome
from bot.flows.preview_rotation import PreviewDay, PreviewWeek
from bot.flows.read_audit import PAGE, AuditPage, EntryPage
from bot.flows.records.coordination import SeenChannel
from bot.flows.records.digests import PostedDigest
from bot.flows.records.people import Lost
from bot.flows.reply_forms import Form
from bot.flows.rewrite_reply import Rewritten, RewrittenWords
from bot.flows.share_words import Held
from bot.flows.take_reply import Outdated, Refused, Stopped
from bot.slack.views import roster_form
from bot.slack.views.answer_form import answer_form, answered_notice, preview_form, sent_notice
from bot.slack.views.audit_list import MOST_CHANGES, audit_entry, audit_list
from bot.slack.views.briefing import briefing
from bot.slack.views.command import coming_weeks, help_for, what_fits, where_the_journal_is
from bot.slack.views.coordinators_form import changed_notice, confirm_form, coordinators_form
from bot.slack.views.delete_form import delete_form, goodbye
from bot.slack.views.digest_post import digest_post
from bot.slack.views.farewell import farewell
from bot.slack.views.group_answer import group_answer
from bot.slack.views.home.tab import home
from bot.slack.views.how_sharing_works import how_sharing_works
from bot.slack.views.journal_page import journal_page
from bot.slack.views.lessons_form import done_notice as changed_lessons
from bot.slack.views.lessons_form import lessons_form, lessons_preview
from bot.slack.views.live_check import live_check
from bot.slack.views.message import Message
from bot.slack.views.naming import naming
from bot.slack.views.new_rules import new_rules
from bot.slack.views.notice import note, notice
from bot.slack.views.notice_of_trouble import notice_of_trouble
from bot.slack.views.offer import kept, offer, slowed
from bot.slack.views.outdated_form import outdated_form
from bot.slack.views.own_times import times_form
from bot.slack.views.pause import pause_form, paused_note
from bot.slack.views.preview_week import preview_view
from bot.slack.views.question import ask, done
from bot.slack.views.reminder import remind
from bot.slack.views.reply_form import DELETED, DELETED_AFTER_USE, TEXT, WITHDRAWN, late_form, reply_form
from bot.slack.views.rules_form import changed_notice as changed_rules
from bot.slack.views.rules_form import rules_form, rules_preview, wrong_notice
from bot.slack.views.saved_notice import held_notice, refused_notice, saved_notice
from bot.slack.views.share_words_form import Shown, cleaned_form, held_form, share_words_form
from bot.slack.views.share_words_form import rewritten_form as rewritten_words
from bot.slack.views.sharing import sharing_blocks
from bot.slack.views.stopped_form import rewritten_form, stopped_form
from bot.slack.views.today import today
from bot.slack.views.typed_answer import typed_answer
from bot.slack.views.typed_form import GONE, NOT_NOW, typed_form, waiting_form
from bot.slack.views.welcome import answered, welcome
from tests.fakes import NEW_YORK
from tests.slack.set_up_drawings import set_up_views

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
THURSDAY = date(2026, 11, 26)
VERSION = datetime(2026, 11, 23, 23, 0, 0, 1, tzinfo=UTC)
VOICES = 5
HOURS = Hours(time(6), time(21))
SUPPORT = (
    SupportLine("988 Lifeline", "Call or text 988, at any hour."),
    SupportLine("Wellness", "555-0100", school=True),
)
ROUTES = (SupportLine("Learning environment office", "Report online, with your name or without.", school=True),)
HOSTILE = "<!channel> *bold* <https://evil.example|click> `code` & :smile: _so_ <@U0ALICE>"
"""What somebody might type: nothing of it may do anything."""

QUOTES = ("I sat down, and she talked.", HOSTILE, "It got easier.")
BANDS = ("Most", "About half", *8 * ("A few",))

PACK = load_curriculum(Path("config"))
PROGRAM = load_program(Path("config"), PACK)
LESSON = PACK.lesson_on(MONDAY)
TICKED = frozenset({PACK.themes[0].slug, PACK.themes[3].slug})


def form(
    *,
    text: str = "",
    ticked: frozenset[ThemeSlug] = frozenset(),
    sharing: Sharing = Sharing.THEMES,
    used: bool = False,
    shared_words: str | None = None,
    version: datetime | None = None,
) -> Form:
    return Form(LESSON, PACK.themes, ticked, text, sharing, used, shared_words, version)


def digest(*, themes: int = 3, quotes: tuple[str, ...] = QUOTES) -> Digest:
    empty = compose(None, curriculum=PACK, on=MONDAY)
    lines = tuple(ThemeLine(theme.label, band) for theme, band in zip(PACK.themes, BANDS, strict=True))
    return replace(empty, themes=lines[:themes], quotes=quotes)


OWN = OwnSettings(Standing.STARTED, Pace.THREE_A_WEEK, last_day=date(2026, 12, 18), times=Times(time(7), time(17, 30)))
PAUSED = replace(OWN, paused_until=date(2026, 11, 28), back_on=date(2026, 11, 30))
NIGHTS = replace(OWN, times=Times(time(18), time(8, 15)), chosen=True, nights=True)


def student_home(standing: Standing, *questions: OpenQuestion) -> StudentHome:
    student = Student(PersonId("U0ALICE"), NEW_YORK, standing=standing)
    return StudentHome(student, replace(OWN, standing=standing), LESSON, questions, (), Journal((), 1, 0), (), VOICES)


def entry(
    on: date,
    text: str,
    sharing: Sharing = Sharing.JOURNAL,
    *,
    ticked: frozenset[ThemeSlug] = frozenset(),
    digest_on: date | None = None,
    spent: bool = False,
) -> Entry:
    reply = Reply(PersonId("U0ALICE"), CohortId(1), on, ticked, text, sharing, VERSION, spent=spent)
    labels = tuple(theme.label for theme in PACK.themes if theme.slug in ticked)
    return Entry(reply, PACK.lesson_on(on), labels, digest_on)


LONG_TEXT = "I sat down before I asked anything, and she told me what she was afraid of. " * 6
NEXT_DIGEST = date(2026, 11, 30)
ENTRIES = (
    entry(MONDAY, "I sat down first.\nShe talked.", Sharing.WORDS, ticked=TICKED, digest_on=NEXT_DIGEST),
    entry(FRIDAY, "", Sharing.THEMES, ticked=TICKED, digest_on=NEXT_DIGEST),
    entry(date(2026, 11, 18), HOSTILE, spent=True),
    entry(date(2026, 11, 17), "", spent=True),
    entry(date(2025, 12, 1), LONG_TEXT, Sharing.WORDS),
)
MATES = (
    Mates("Medicine", tuple(PersonId(f"U0MATE{number:02}") for number in range(NAMED)), NAMED + 12),
    Mates("Surgery", (PersonId("U0ESI"),), 1),
    Mates("Pediatrics", (), 0),
)


def full_home() -> StudentHome:
    """The Home of a student in the middle of a rotation."""
    found = steps(
        PACK,
        NO_OVERRIDES,
        answered=[each.reply.on for each in ENTRIES],
        met=[MONDAY, FRIDAY, date(2026, 11, 5)],
        ahead=tuple(calendar.days_from(MONDAY, 14)),
    )
    questions = (OpenQuestion(MONDAY, LESSON.question), OpenQuestion(FRIDAY, "How was it?"))
    return replace(
        student_home(Standing.STARTED, *questions), steps=found, journal=Journal(ENTRIES, 2, 13), mates=MATES
    )


def ended_home() -> StudentHome:
    """The Home of a student whose rotation is over."""
    found = steps(PACK, NO_OVERRIDES, answered=[FRIDAY], met=[FRIDAY, date(2026, 11, 5)], ahead=())
    ended = Ended(FRIDAY, date(2026, 12, 20))
    return replace(student_home(Standing.STARTED), steps=found, journal=Journal(ENTRIES[2:], 1, 3), ended=ended)


LOST = tuple(
    Lost(PersonId(person), reason)
    for person, reason in [
        ("U0ALICE", "user_disabled"),
        ("U0BOB", "user_not_found"),
        ("U0CAROL", "channel_not_found"),
        ("U0DEV", "an_error_nobody_has_heard_of"),
    ]
)


def coordinator_home(*, students: int) -> CoordinatorHome:
    cohort = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, 0, time(7))
    rotation = Rotation(
        RotationId(1), cohort.id, "Medicine A", "General", NEW_YORK, MONDAY, date(2026, 12, 18), time(7), time(17, 30)
    )
    elsewhere = replace(rotation, id=RotationId(2), name="Medicine B", site="")
    glance = CohortAtAGlance(cohort, (rotation, elsewhere), students, Readers((DR_KIM,), frozenset({DR_KIM})))
    coming = coming_days(
        [(rotation,)] * students,
        {cohort.id: (cohort, (rotation, elsewhere))},
        days=calendar.days_from(MONDAY, 8),
        program=PROGRAM,
        curriculum=PACK,
    )
    return CoordinatorHome(
        (glance,),
        7,
        PACK.week_of(MONDAY),
        coming=tuple(coming),
        students={rotation.id: students, elsewhere.id: 1},
        preceptors={rotation.id: 2, elsewhere.id: 1},
        today=MONDAY,
    )


def desk_with_much_to_see_to() -> CoordinatorHome:
    """A desk on which everything needs attention that can, beside digests."""
    desk = coordinator_home(students=4)
    (medicine,) = desk.cohorts
    other = replace(medicine.cohort, id=CohortId(2), name="Surgery")
    over = tuple(
        replace(medicine.rotations[0], id=RotationId(9 + block), name=f"Block {block}", last_day=date(2026, 1, 5))
        for block in range(4)
    )
    glances = (
        replace(medicine, pool_with=other, seen=SeenChannel("C0MEDICINE", is_public=False, students=2)),
        replace(
            medicine,
            cohort=other,
            seen=SeenChannel("C0MEDICINE", is_public=True, students=0),
            missed=(Missed(MONDAY, went_directly=True), Missed(FRIDAY, went_directly=False)),
            rotations=tuple(
                replace(each, id=RotationId(each.id + 2), name=f"Theatre {each.id}") for each in medicine.rotations
            ),
            empty=(replace(medicine.rotations[0], id=RotationId(3), name="Theatre 1", first_day=date(2026, 11, 30)),),
        ),
        replace(
            medicine,
            cohort=replace(other, id=CohortId(3), name="Pediatrics"),
            seen=SeenChannel("C0MEDICINE", is_public=False, students=0, has_bedside=False),
            rotations=(),
            students=0,
        ),
        replace(medicine, cohort=replace(other, id=CohortId(4), name="Last year"), rotations=over, students=0),
    )
    twice = Twice(PersonId("U0ALICE"), (medicine.rotations[0], medicine.rotations[1]), MONDAY)
    return replace(desk, cohorts=glances, lacks=tuple(Lack), twice=(twice,), twice_in_all=3)


def troubled_home() -> CoordinatorHome:
    """The Home of a coordinator whose cohorts all have something in the way of their digests."""
    (cohort,) = coordinator_home(students=40).cohorts
    directly = replace(cohort.cohort, id=CohortId(2), name="Surgery", digest_channel="")
    nobody = Readers((), frozenset())
    others = tuple(PersonId(f"U0LEE{number:02}") for number in range(12))
    glances = (
        replace(cohort, readers=Readers((DR_KIM,), frozenset()), put_off=(PutOff(MONDAY, "not_in_channel"),)),
        replace(cohort, readers=Readers((DR_KIM, *others), frozenset({DR_KIM}))),
        replace(cohort, readers=nobody),
        replace(cohort, readers=Readers((DR_KIM, *others[:1]), frozenset({DR_KIM}), {others[0]: "user_not_found"})),
        replace(cohort, readers=Readers((DR_KIM,), frozenset({DR_KIM}), {DR_KIM: "user_disabled"})),
        replace(cohort, cohort=directly, put_off=(PutOff(MONDAY, "user_disabled", DR_KIM),)),
        replace(cohort, cohort=directly, readers=Readers((DR_KIM, *others[:2]), frozenset({DR_KIM}))),
        replace(cohort, cohort=directly, readers=nobody),
    )
    apart = tuple(
        replace(
            glance,
            cohort=replace(glance.cohort, id=CohortId(number), name=f"{glance.cohort.name} {number}"),
            rotations=(replace(glance.rotations[0], id=RotationId(number), name=f"Ward {number}"),),
        )
        for number, glance in enumerate(glances, 1)
    )
    return CoordinatorHome(apart, 7, PACK.week_of(MONDAY), today=MONDAY)


def with_one_rotation(desk: CoordinatorHome) -> CoordinatorHome:
    """The same desk, whose cohorts have one rotation each."""
    return replace(desk, cohorts=tuple(replace(each, rotations=each.rotations[:1]) for each in desk.cohorts))


def many_cohorts(number: int) -> tuple[CohortAtAGlance, ...]:
    """More cohorts than a page holds, each with two rotations."""
    (medicine,) = coordinator_home(students=40).cohorts
    return tuple(
        replace(
            medicine,
            cohort=replace(medicine.cohort, id=CohortId(each), name=f"Cohort {each}"),
            rotations=tuple(
                replace(rotation, id=RotationId(10 * each + place), name=f"Ward {each}{'AB'[place]}")
                for place, rotation in enumerate(medicine.rotations)
            ),
        )
        for each in range(1, number + 1)
    )


DR_KIM = PersonId("U0KIM")
_NOT_POSTED = Notice(
    Obstacle.CHANNEL,
    "Medicine",
    channel="C0MEDICINE",
    on=MONDAY,
    reason="not_in_channel",
    directly_at=datetime.combine(date(2026, 11, 24), time(7), NEW_YORK),
    until=datetime.combine(date(2026, 11, 26), time(7), NEW_YORK),
)
_NOT_REACHED = replace(_NOT_POSTED, obstacle=Obstacle.PRECEPTOR, channel="", person=DR_KIM, reason="user_disabled")
_READABLE = Notice(Obstacle.EVERYBODY, "Medicine", channel="C0MEDICINE")
NOTICES = {
    "notice_of_a_channel": _NOT_POSTED,
    "notice_of_an_archived_channel": replace(_NOT_POSTED, reason="is_archived", meanwhile=Meanwhile.WENT),
    "notice_of_a_hidden_channel": replace(_NOT_POSTED, reason="channel_not_found", meanwhile=Meanwhile.STUCK),
    "notice_of_a_mistake_of_ours": replace(_NOT_POSTED, reason="msg_too_long"),
    "notice_of_no_channel": replace(_NOT_POSTED, reason=NO_CHANNEL, channel="", meanwhile=Meanwhile.STUCK),
    "notice_of_a_preceptor": _NOT_REACHED,
    "notice_of_a_preceptor_nobody_knows": replace(_NOT_REACHED, reason="user_not_found"),
    "notice_of_the_only_reader": replace(_NOT_REACHED, meanwhile=Meanwhile.STUCK),
    "notice_of_nobody_who_may_read": replace(_NOT_POSTED, reason=NOT_CONFIRMED, meanwhile=Meanwhile.STUCK),
    "notice_of_no_reader": Notice(Obstacle.NO_READER, "Medicine", on=MONDAY),
    "notice_of_nobody_confirmed": Notice(Obstacle.NOBODY_CONFIRMED, "Medicine", on=MONDAY),
    "notice_of_a_channel_without_bedside": replace(_READABLE, obstacle=Obstacle.NOT_INVITED),
    "notice_of_no_preceptor": Notice(Obstacle.NO_PRECEPTOR, "Medicine", on=MONDAY),
    "notice_of_a_public_channel": _READABLE,
    "notice_of_one_student_in_the_channel": replace(_READABLE, obstacle=Obstacle.STUDENTS, students=1),
    "notice_of_students_in_the_channel": replace(_READABLE, obstacle=Obstacle.STUDENTS, students=3),
}


MEDICINE, ROTATION = (
    coordinator_home(students=40).cohorts[0].cohort,
    coordinator_home(students=40).cohorts[0].rotations[0],
)
SURGERY = replace(MEDICINE, id=CohortId(2), name="Surgery", digest_channel="", digest_day=2)
URL = "https://clerkship.example/"


def preceptor_home(*cohorts: CohortAtAGlance, is_confirmed: bool = True) -> PreceptorHome:
    """A preceptor's Home with two digests of each cohort."""
    digests = tuple(
        PostedDigest(each.cohort.id, on, "C0MEDICINE", "1764021600.000100")
        for on in (MONDAY, date(2026, 11, 16))
        for each in cohorts
    )
    weeks = PACK.week_of(MONDAY), PACK.week_of(date(2026, 11, 30))
    return PreceptorHome(is_confirmed, VOICES, VOICES + 2, *weeks, cohorts, len(cohorts), digests)


ONE_COHORT = preceptor_home(CohortAtAGlance(MEDICINE, (ROTATION,), 8))
TWO_COHORTS = preceptor_home(
    CohortAtAGlance(MEDICINE, (ROTATION, replace(ROTATION, name="Medicine B", site="")), 40),
    CohortAtAGlance(SURGERY, (replace(ROTATION, name="Theatre"),), 1),
)
MOST_TEACHING = replace(
    TWO_COHORTS, is_confirmed=False, cohorts=COHORTS_SHOWN // 2 * TWO_COHORTS.cohorts, cohorts_in_all=200
)
"""As much as a preceptor's part of Home can hold."""

PLACE = TypedAt("1764021600.000100")
IN_A_THREAD = TypedAt("1764021600.000100", thread="1764020700.000200")


def _typed_answer(answer: Answer, on: date | None) -> Message:
    return typed_answer(answer, on, support=SUPPORT, routes=ROUTES)


WITH_LINES = replace(PROGRAM, support_lines=SUPPORT, reporting_routes=ROUTES)


def _typed_form(
    shown: Form, text: str, *, objections: Objections | None = None, care: Care = NO_CARE, is_cut: bool = False
) -> View:
    return typed_form(shown, Filled(text, is_cut, objections, care), MONDAY, WITH_LINES)


def _form(shown: Form) -> View:
    return reply_form(shown, MONDAY, voices=VOICES, support=SUPPORT)


HELPFUL = replace(PROGRAM, support_lines=SUPPORT, reporting_routes=ROUTES)
DISTRESS, MISTREATMENT, WEAKER = Care(distress=True), Care(mistreatment=True), Care(weaker=True)
TYPED = "Maria in room 412 had Grace with her, and it was 3/14. R.T. came too, the only one."
CALL = "I want to die. Call 857 555 0123."
TO_CALL = Objections((Named(IdentifierKind.PHONE, "857 555 0123", "0"),), (), "I want to die. Call a number.")
OWN_WORDS = (
    OwnWords(FRIDAY, "A principle", "How was it?", "I sat down.\nThen she talked."),
    OwnWords(MONDAY, LESSON.principle.title, LESSON.question, HOSTILE),
)


def _outdated(saved: Form | None, *, care: Care = NO_CARE) -> View:
    typed = form(text="What I typed.", ticked=TICKED, version=saved.version if saved else None)
    return outdated_form(Outdated(typed, saved, care, taken_back=care.distress), MONDAY, HELPFUL, text_block=TEXT)


def named(kind: IdentifierKind, words: str) -> Named:
    return Named(kind, words, mark_of(kind, words, key=b"key"))


FOUND = Objections(
    definite=(named(IdentifierKind.NAME, "Maria"), named(IdentifierKind.ROOM, "room 412")),
    possible=(
        named(IdentifierKind.NAME, "Grace"),
        replace(named(IdentifierKind.DATE, "3/14"), is_kept=True),
        named(IdentifierKind.INITIALS, "R.T."),
        named(IdentifierKind.ONLY_ONE, "the only one"),
    ),
    neutral="The patient in a room had somebody else with her, and it was that week. Somebody else came, one of few.",
)
ONLY_ASKED = replace(FOUND, definite=(), neutral=None)
MOST_FOUND = Objections(
    tuple(named(IdentifierKind.NAME, f"Somebody Number {number}" * 3) for number in range(60)),
    tuple(named(kind, f"{kind} {number}" * 9) for number in range(40) for kind in IdentifierKind),
    "x" * 3000,
)
"""More than a form can name."""


def _stopped(
    text: str,
    found: Objections,
    *,
    care: Care = NO_CARE,
    version: datetime | None = None,
    taken_back: bool = False,
) -> View:
    typed = form(text=text, ticked=TICKED, version=version)
    return stopped_form(Stopped(found, typed, care, taken_back), MONDAY, HELPFUL, text_block=TEXT)


def _held(text: str, found: Objections | None, care: Care = NO_CARE, *, shares: bool = False) -> View:
    shown = Shown(text, MONDAY, VERSION, asks=care.mistreatment)
    return held_form(Held(found, care, shares=shares), shown, HELPFUL)


GROUP_ANSWERS = tuple(
    GroupAnswer(CohortId(1), on, PersonId("U0KIM"), text, "Dr. Kim", VERSION)
    for on, text in ((MONDAY, "I heard you all.\nRounds will begin ten minutes later."), (date(2026, 11, 16), HOSTILE))
)

RULES = rules_of(PROGRAM)
STRICTER = replace(RULES, smallest_group=6, settle_hours=24, carry_over_weeks=1, retention_days=45)
TYPED_RULES = {Rule.VOICES: "6", Rule.SUPPORT: typed_lines(SUPPORT), Rule.ROUTES: ""}


_SWAP = LessonWish(MONDAY, swap_with=THURSDAY)
_SWAPPED = wished(_SWAP, PACK, NO_OVERRIDES)
_WITHIN = LessonWish(MONDAY, swap_with=date(2026, 11, 25))
_REPLACED = {MONDAY: Override(PACK.lesson_on(date(2026, 11, 16)).principle.slug, 1, 1)}


def _lessons(overrides: Mapping[date, Override]) -> WeighedLessons:
    """What some dates would teach."""
    return WeighedLessons(
        tuple(
            NewLesson(
                PACK.lesson_on(on),
                PACK.lesson_on(on, overrides),
                repeats_on(on, PACK, overrides),
                is_taught=on != THURSDAY,
            )
            for on in overrides
        )
    )


def _preview_day(on: date, *, nights: bool = False, is_changed: bool = False) -> PreviewDay:
    """A day in New York, with the digest on its Mondays."""
    midnight = datetime(on.year, on.month, on.day, tzinfo=NEW_YORK)
    asked = timedelta(hours=32) if nights else timedelta(hours=17, minutes=30)
    seven = midnight + timedelta(hours=7)
    return PreviewDay(
        on,
        PACK.lesson_on(on),
        seven,
        midnight + asked,
        digest_at=seven if on.weekday() == 0 else None,
        is_changed=is_changed,
    )


_PREVIEWED = PreviewWeek(
    Rotation(
        RotationId(1), CohortId(1), "Medicine A", "General", NEW_YORK, MONDAY, date(2026, 12, 18), time(7), time(17, 30)
    ),
    MEDICINE,
    (
        _preview_day(MONDAY),
        _preview_day(date(2026, 11, 24), is_changed=True),
        _preview_day(date(2026, 11, 25), nights=True),
        PreviewDay(THURSDAY, day_off=DayOff(THURSDAY, "Thanksgiving")),
        PreviewDay(date(2026, 11, 27), day_off=DayOff(date(2026, 11, 27), "")),
    ),
    page=1,
    pages=3,
)


MESSAGES: Mapping[str, Message] = {
    "group_answer": group_answer(MONDAY, HOSTILE, "Dr. <Kim> & *Co*"),
    "journal_page": journal_page(OWN_WORDS),
    "journal_page_with_nothing": journal_page(()),
    "welcome": welcome(VOICES),
    "welcome_started": answered(VOICES, Standing.STARTED, Pace.THREE_A_WEEK),
    "welcome_declined": answered(VOICES, Standing.PLACED, Pace.THREE_A_WEEK),
    "welcome_left": answered(VOICES, Standing.LEFT, Pace.THREE_A_WEEK),
    "reminder": remind(LESSON, open_question=None),
    "reminder_with_an_open_question": remind(LESSON, open_question=FRIDAY),
    "reminder_after_a_digest_with_nothing": remind(LESSON, open_question=FRIDAY, nothing_shown=True),
    "question": ask(LESSON),
    "done": done(LESSON),
    "digest": digest_post(digest(), cohort="Medicine", with_chart=True),
    "digest_to_answer": digest_post(digest(), cohort="Medicine", with_chart=True, answerable="1:2026-11-23"),
    "digest_to_confirm": digest_post(digest(themes=0, quotes=()), cohort="Medicine", with_chart=True, to_confirm=True),
    "digest_without_a_chart": digest_post(digest(), cohort="Medicine", with_chart=False),
    "digest_without_quotes": digest_post(digest(quotes=()), cohort="Medicine", with_chart=True),
    "digest_without_themes": digest_post(digest(themes=0), cohort="Medicine", with_chart=True),
    "digest_with_nothing": digest_post(digest(themes=0, quotes=()), cohort="Medicine", with_chart=True),
    "command_help_of_a_student": help_for(words_for({Party.STUDENT})),
    "command_help_of_a_coordinator_who_teaches": help_for(words_for({Party.COORDINATOR, Party.PRECEPTOR})),
    "command_that_is_not_known": help_for(words_for({Party.STUDENT}), is_known=False),
    "command_journal": where_the_journal_is(),
    "command_of_a_student": what_fits(student_home(Standing.STARTED)),
    "command_of_a_student_who_coordinates": what_fits(replace(student_home(Standing.STARTED), coordinates=True)),
    "command_of_a_preceptor": what_fits(ONE_COHORT, workspace_url=URL),
    "command_of_a_coordinator": what_fits(coordinator_home(students=40)),
    "command_of_a_coordinator_with_a_long_desk": what_fits(
        replace(desk_with_much_to_see_to(), cohorts=many_cohorts(30), lost=LOST, lost_in_all=4)
    ),
    "command_of_a_coordinator_who_teaches": what_fits(
        DoubleHome(coordinator_home(students=40), ONE_COHORT), workspace_url=URL
    ),
    "command_preview": coming_weeks("Medicine A", _PREVIEWED.days),
    "command_preview_of_nothing": coming_weeks("Medicine A", ()),
    "today_of_a_student": today(LESSON),
    "today_of_a_preceptor": today(PACK.week_of(MONDAY)),
    "today_of_a_stranger": today(None),
    "farewell": farewell(MONDAY),
    "briefing": briefing((MEDICINE,), VOICES, is_confirmed=False),
    "briefing_for_two_cohorts": briefing((MEDICINE, SURGERY), VOICES, is_confirmed=False),
    "briefing_confirmed": briefing((MEDICINE,), VOICES, is_confirmed=True),
    "typed_offer": _typed_answer(Answer(Says.OFFER, PLACE), MONDAY),
    "typed_offer_for_the_first_time": _typed_answer(Answer(Says.OFFER, IN_A_THREAD, warns=True), MONDAY),
    "typed_offer_with_support": _typed_answer(Answer(Says.OFFER, PLACE, supports=True), MONDAY),
    "typed_offer_with_where_to_report": _typed_answer(Answer(Says.OFFER, PLACE, reports=True), MONDAY),
    "typed_offer_with_all_there_is": _typed_answer(
        Answer(Says.OFFER, PLACE, warns=True, supports=True, reports=True, kinds=("a name",)), MONDAY
    ),
    "typed_offer_of_what_points_at_somebody": _typed_answer(
        Answer(Says.OFFER, PLACE, kinds=("a name", "a room or bed")), MONDAY
    ),
    "typed_line_that_points_at_somebody_too": _typed_answer(
        Answer(Says.OFFER, PLACE, kinds=("a date",), follows=True), None
    ),
    "typed_by_a_stranger_pointing_at_somebody": _typed_answer(
        Answer(Says.NOBODY_READS, PLACE, kinds=("a name",)), None
    ),
    "typed_where_no_route_is_known": typed_answer(
        Answer(Says.NOTHING_WAITS, PLACE, reports=True), None, support=SUPPORT, routes=()
    ),
    "typed_by_a_stranger_who_was_mistreated": _typed_answer(Answer(Says.NOBODY_READS, PLACE, reports=True), None),
    "typed_while_nothing_waits": _typed_answer(Answer(Says.NOTHING_WAITS, PLACE), None),
    "typed_by_a_stranger": _typed_answer(Answer(Says.NOBODY_READS, PLACE), None),
    "typed_by_a_stranger_in_distress": _typed_answer(Answer(Says.NOBODY_READS, PLACE, supports=True), None),
    "offer": offer(Pace.EVERY_DAY),
    "offer_of_one_slower_pace": offer(Pace.THREE_A_WEEK),
    "offer_of_a_pause_only": offer(Pace.ONCE_A_WEEK),
    "offer_taken": slowed(Pace.ONCE_A_WEEK),
    "offer_declined": kept(Pace.EVERY_DAY),
    "paused_note": paused_note(PAUSED),
    "paused_note_until_the_end": paused_note(replace(PAUSED, back_on=None)),
    "naming": naming(),
    "live_check": live_check(),
    "rules_stricter": new_rules(RULES, STRICTER, looser_on=MONDAY),
    "rules_looser": new_rules(STRICTER, RULES, looser_on=MONDAY),
    "rules_with_other_lines": new_rules(
        RULES, replace(RULES, support_lines=SUPPORT, reporting_routes=ROUTES), looser_on=MONDAY
    ),
    "rules_without_a_route": new_rules(replace(RULES, reporting_routes=ROUTES), RULES, looser_on=MONDAY),
    "note": note("Nothing was changed."),
    **{name: notice_of_trouble(notice) for name, notice in NOTICES.items()},
}

PASTED = roster_form.Sent(rows=TEMPLATE, remove_missing=True)
ROSTER_CHANGES = (
    "25 rows were read.",
    "Line 6 places the same person in the same rotation as line 5, and counts once with it.",
    "New cohort: Medicine. Its digest goes to C0MEDICINE.",
    "New rotation: Medicine A, November 23 to December 18, 2026, in Medicine, with 8 students and 1 preceptor. "
    "Reminders at 07:00, questions at 17:30, America/New_York.",
    "Rotation Theatre: it begins Monday, December 7, 2026 instead of Monday, December 14, 2026.",
    "Theatre: 1 student added, 2 students taken off. Then it has 7 students.",
)
ROSTER_CHANNELS = frozenset({"C0MEDICINE"})
ROSTER_PROBLEMS = (
    "Line 2: first_day is 03/04/2026, which may mean March 4 or April 3. Write 2026-03-04 or 2026-04-03.",
    f"Line 3: cohort is “{HOSTILE}”, and “Medicine” on line 2. Write the same, or names that differ more.",
)
WAITING = "0123456789abcdef0123456789abcdef"

JO, MAX = PersonId("U0JO"), PersonId("U0MAX")
DEEDS = (
    AuditEntry(VERSION, JO, Deed.COORDINATOR_NAMED, MAX),
    AuditEntry(
        VERSION,
        MAX,
        Deed.ROTATION_CHANGED,
        "Medicine <A> & *B*",
        (
            Change("Last day", "Friday, December 18", "Friday, December 25"),
            Change("Day off", "", "Friday, November 27 (Thanksgiving)"),
            Change("Site", HOSTILE, ""),
        ),
    ),
    AuditEntry(
        VERSION,
        JO,
        Deed.LESSON_CHANGED,
        "2026-11-25",
        (Change("principle", "Wash your hands", "Sit down"),),
    ),
    AuditEntry(
        VERSION,
        None,
        Deed.ROSTER_APPLIED,
        "R" * 300,
        tuple(Change(f"Rotation {number}", f"{number} students", "w" * 300) for number in range(MOST_CHANGES + 5)),
    ),
)
LONG_DEED = replace(DEEDS[-1], subject="Medicine, Surgery", changes=DEEDS[-1].changes * 3)
TWO_MORE = Wish(frozenset({JO}), frozenset({DR_KIM, JO, MAX}))
NO_CHANGE = NewList((), (), frozenset({JO}))

VIEWS: Mapping[str, View] = {
    "lessons_form": lessons_form(Lessons(PACK.principles, (), MONDAY)),
    "lessons_form_with_changes": lessons_form(
        Lessons(
            PACK.principles,
            tuple(ChangedLesson(PACK.lesson_on(on, _SWAPPED), PACK.lesson_on(on)) for on in (MONDAY, THURSDAY)),
            MONDAY,
        )
    ),
    "lessons_form_with_one_change": lessons_form(
        Lessons(
            PACK.principles,
            (ChangedLesson(PACK.lesson_on(MONDAY, _SWAPPED), PACK.lesson_on(MONDAY)),),
            MONDAY,
            tuple(replace(_PREVIEWED.rotation, name=f"Medicine {each}") for each in "ABCDEFGHIJK"),
        )
    ),
    "lessons_preview": lessons_preview(_SWAP, _lessons(_SWAPPED)),
    "lessons_preview_outdated": lessons_preview(
        LessonWish(MONDAY, _REPLACED[MONDAY].principle), _lessons(_REPLACED), meanwhile=True
    ),
    "lessons_preview_of_one_principle": lessons_preview(_WITHIN, _lessons(wished(_WITHIN, PACK, NO_OVERRIDES))),
    "lessons_changed": changed_lessons(),
    "preview_week": preview_view(_PREVIEWED),
    "preview_week_in_the_middle": preview_view(replace(_PREVIEWED, page=2)),
    "preview_week_with_nothing": preview_view(replace(_PREVIEWED, days=(), page=1, pages=1)),
    **set_up_views(PROGRAM),
    "rules_form": rules_form(RULES),
    "rules_form_of_a_reader": rules_form(RULES, changeable=[Rule.SUPPORT, Rule.ROUTES]),
    "rules_form_outdated": rules_form(replace(STRICTER, support_lines=()), typed=TYPED_RULES),
    "rules_preview_of_lines": rules_preview(
        RulesChange(RULES, replace(RULES, reporting_routes=ROUTES), VERSION),
        {Rule.ROUTES: typed_lines(ROUTES)},
        students=8,
        too_small=(),
    ),
    "rules_preview": rules_preview(RulesChange(RULES, STRICTER, VERSION), TYPED_RULES, students=17, too_small=()),
    "rules_preview_of_looser_ones": rules_preview(
        RulesChange(STRICTER, RULES, VERSION), TYPED_RULES, students=40, too_small=("Medicine",) * 12
    ),
    "rules_preview_of_deletion": rules_preview(
        RulesChange(RULES, replace(RULES, retention_days=60), VERSION),
        {Rule.RETENTION: "60"},
        students=17,
        too_small=(),
    ),
    "rules_changed": changed_rules(),
    "rules_wrong": wrong_notice({Rule.VOICES: PolicyWrong(problem="7 is too many", write="Write 6 or fewer")}),
    **set_up_views(PROGRAM),
    "coordinators_form": coordinators_form((JO, MAX)),
    "coordinators_confirm": confirm_form(TWO_MORE, Doubts((MAX,), (DR_KIM, MAX))),
    "coordinators_confirm_oneself": confirm_form(Wish(frozenset({JO, MAX}), frozenset({MAX})), Doubts(oneself=True)),
    "coordinators_added_and_taken_off": changed_notice(replace(NO_CHANGE, named=(MAX,), removed=(DR_KIM, MAX)), by=JO),
    "coordinators_more_added": changed_notice(replace(NO_CHANGE, named=(DR_KIM, MAX)), by=JO),
    "coordinators_one_taken_off": changed_notice(replace(NO_CHANGE, removed=(MAX,)), by=JO),
    "coordinators_unchanged": changed_notice(NO_CHANGE, by=JO),
    "coordinators_without_oneself": changed_notice(replace(NO_CHANGE, removed=(JO,)), by=JO),
    "audit_list": audit_list(AuditPage(DEEDS, 1, 1, len(DEEDS))),
    "audit_list_in_the_middle": audit_list(AuditPage(DEEDS[:1] * PAGE, 2, 3, 2 * PAGE + 1)),
    "audit_entry": audit_entry(EntryPage(LONG_DEED, 2, 1, 2)),
    "audit_entry_at_its_end": audit_entry(EntryPage(LONG_DEED, 2, 2, 2)),
    "audit_list_with_nothing": audit_list(AuditPage((), 1, 1, 0)),
    "roster_form": roster_form.roster_form(takes_files=True),
    "roster_form_without_files": roster_form.roster_form(takes_files=False),
    "roster_form_with_mistakes": roster_form.roster_form(PASTED, takes_files=True, problems=ROSTER_PROBLEMS),
    "roster_that_is_read": roster_form.waiting_form(WAITING),
    "roster_that_is_applied": roster_form.waiting_form(WAITING, placing=True),
    "roster_preview": roster_form.preview_form(
        PASTED, ROSTER_CHANGES, "0" * 64, ROSTER_CHANNELS, some_are_missing=True
    ),
    "roster_preview_of_a_file": roster_form.preview_form(
        roster_form.Sent(file_id="F012ABCDEF"), ROSTER_CHANGES * 20, "0" * 64, some_are_missing=False, is_news=True
    ),
    "roster_that_changes_nothing": roster_form.nothing_form(
        ("8 rows were read.", NOTHING, STAYS.format(where="1 in Theatre")), some_are_missing=True
    ),
    "roster_applied": roster_form.placed_form(ROSTER_CHANGES, ROSTER_CHANNELS),
    "answer_form": answer_form(CohortId(1), MONDAY, name="Medicine"),
    "answer_preview": preview_form(CohortId(1), MONDAY, GROUP_ANSWERS[0].text, "Dr. Kim", name="Medicine"),
    "answer_sent": sent_notice(),
    "answer_that_stands": answered_notice(GROUP_ANSWERS[0], is_own=True),
    "answer_of_a_colleague": answered_notice(GROUP_ANSWERS[1], is_own=False),
    "home_with_answers": home(replace(student_home(Standing.STARTED), answers=GROUP_ANSWERS), support=SUPPORT),
    "delete_form": delete_form(),
    "goodbye": goodbye(),
    "how_sharing_works": how_sharing_works(PROGRAM),
    "how_sharing_works_and_where_to_report": how_sharing_works(replace(PROGRAM, reporting_routes=ROUTES)),
    "home_of_somebody_forgotten": home(StrangerHome(forgotten=True), support=SUPPORT),
    "form": _form(form()),
    "form_for_the_journal": _form(form(sharing=Sharing.JOURNAL)),
    "form_with_what_was_saved": _form(form(text=HOSTILE, ticked=TICKED, version=VERSION)),
    "form_with_a_journal_entry": _form(form(text=HOSTILE, sharing=Sharing.JOURNAL, version=VERSION)),
    "form_with_shared_words": _form(
        form(text="I sat down.", ticked=TICKED, sharing=Sharing.WORDS, shared_words=HOSTILE, version=VERSION)
    ),
    "form_that_was_used": _form(form(text=HOSTILE, used=True, version=VERSION)),
    "form_that_was_used_without_text": _form(form(used=True, version=VERSION)),
    "form_that_was_used_before_it_was_sent": late_form(form(text=HOSTILE, used=True, version=VERSION), MONDAY, HELPFUL),
    "form_outdated": _outdated(form(text=HOSTILE, ticked=TICKED, version=VERSION)),
    "form_outdated_by_shared_words": _outdated(
        form(text=HOSTILE, sharing=Sharing.WORDS, shared_words="I sat down.", version=VERSION)
    ),
    "form_outdated_by_a_digest": _outdated(form(text=HOSTILE, used=True, version=VERSION)),
    "form_outdated_by_a_deletion": _outdated(None),
    "form_outdated_in_distress": _outdated(
        form(ticked=TICKED, sharing=Sharing.JOURNAL, version=VERSION), care=DISTRESS
    ),
    "form_stopped": _stopped(TYPED, FOUND),
    "form_stopped_that_only_asks": _stopped(TYPED, ONLY_ASKED, version=VERSION),
    "form_stopped_by_more_than_it_names": _stopped("x" * 3000, MOST_FOUND, care=Care(True, True, True)),
    "form_stopped_in_distress_that_takes_back": _stopped(
        CALL, TO_CALL, care=DISTRESS, version=VERSION, taken_back=True
    ),
    "form_stopped_in_distress": _stopped(CALL, TO_CALL, care=DISTRESS, version=VERSION),
    "form_with_neutral_words": rewritten_form(
        Rewritten(form(text="The patient had Grace with her.", ticked=TICKED), NO_CARE),
        MONDAY,
        HELPFUL,
        text_block="text-2",
    ),
    "form_that_needs_no_other_words": rewritten_form(
        Rewritten(form(text=CALL, version=VERSION), DISTRESS, is_changed=False), MONDAY, HELPFUL, text_block="text-2"
    ),
    "typed_form_that_waits": waiting_form(),
    "typed_form": _typed_form(form(), HOSTILE),
    "typed_form_with_findings": _typed_form(form(), CALL, objections=FOUND, is_cut=True),
    "typed_form_in_distress": _typed_form(form(), CALL, objections=TO_CALL, care=Care(distress=True)),
    "typed_form_of_mistreatment": _typed_form(form(), "I was mocked.", care=Care(mistreatment=True)),
    "typed_form_of_a_reply": _typed_form(
        form(text="I sat down.", ticked=TICKED, version=VERSION), "I sat down.\n\nAnd more."
    ),
    "typed_form_of_a_used_reply": _typed_form(
        form(text="I sat down.", used=True, version=VERSION), "I sat down.\n\nAnd more."
    ),
    "typed_text_that_is_gone": notice(GONE),
    "typed_text_not_now": notice(NOT_NOW),
    "share_words_form": share_words_form(Shown(HOSTILE, MONDAY, VERSION), HELPFUL),
    "share_words_form_cleaned": cleaned_form(Shown(HOSTILE, MONDAY, VERSION).with_words(HOSTILE)),
    "share_words_form_stopped": _held(TYPED, FOUND),
    "share_words_form_stopped_while_words_are_shared": _held(TYPED, FOUND, shares=True),
    "share_words_form_of_shared_words": share_words_form(
        Shown("I sat down.", MONDAY, VERSION, is_shared=True), HELPFUL
    ),
    "share_words_form_of_shared_words_that_asks": share_words_form(
        Shown("He mocked me.", MONDAY, VERSION, asks=True, is_shared=True), HELPFUL, care=MISTREATMENT
    ),
    "share_words_form_that_asks": share_words_form(
        Shown("He mocked me.", MONDAY, VERSION, asks=True), HELPFUL, care=MISTREATMENT
    ),
    "share_words_form_that_asks_again": _held("He mocked me.", None, MISTREATMENT),
    "share_words_form_in_another_language": _held("Me senté a su lado.", None, WEAKER),
    "share_words_form_with_neutral_words": rewritten_words(
        RewrittenWords("She spoke.", NO_CARE), Shown("She spoke.", MONDAY, VERSION), HELPFUL
    ),
    "share_words_form_that_needs_no_other_words": rewritten_words(
        RewrittenWords("She spoke.", DISTRESS, is_changed=False), Shown("She spoke.", MONDAY, VERSION), HELPFUL
    ),
    "notice_of_a_withdrawal": notice(WITHDRAWN),
    "notice_of_a_deletion": notice(DELETED),
    "notice_of_a_deletion_after_use": notice(DELETED_AFTER_USE),
    "home_part_sharing": View(type="home", blocks=sharing_blocks(usually_shares=True)),
    "home_part_sharing_nothing": View(type="home", blocks=sharing_blocks(usually_shares=False)),
    "saved_notice": saved_notice(DISTRESS, HELPFUL),
    "saved_notice_of_held_words": held_notice(DISTRESS, HELPFUL, words=CALL),
    "saved_notice_sent_too_late": refused_notice(Refused(QuestionClosed(), HOSTILE, DISTRESS), HELPFUL),
    "saved_notice_of_mistreatment": saved_notice(MISTREATMENT, HELPFUL),
    "saved_notice_of_mistreatment_with_themes": saved_notice(
        MISTREATMENT, replace(HELPFUL, reporting_routes=()), shares=True
    ),
    "saved_notice_in_another_language": saved_notice(WEAKER, HELPFUL),
    "saved_notice_in_another_language_with_themes": saved_notice(WEAKER, HELPFUL, shares=True),
    "home_on_nights": home(replace(student_home(Standing.STARTED), settings=NIGHTS), support=SUPPORT),
    "pause_form": pause_form(OWN),
    "pause_form_during_a_pause": pause_form(PAUSED),
    "times_form": times_form(Times(time(7), time(17, 30)), HOURS),
    "times_form_for_nights": times_form(Times(time(18), time(8, 15)), HOURS),
    "notice": notice("Nothing was changed."),
    "home_of_a_student": home(
        student_home(Standing.STARTED, OpenQuestion(MONDAY, LESSON.question), OpenQuestion(FRIDAY, "How was it?")),
        support=SUPPORT,
    ),
    "home_in_the_middle": home(full_home(), support=SUPPORT, routes=ROUTES),
    "home_of_a_paused_student": home(
        replace(
            student_home(Standing.STARTED),
            settings=replace(PAUSED, back_on=date(2026, 12, 7), begins=date(2026, 12, 1)),
        ),
        support=SUPPORT,
    ),
    "home_after_the_end": home(ended_home(), support=SUPPORT),
    "home_after_being_taken_off": home(
        replace(
            ended_home(),
            ended=Ended(None, date(2026, 12, 20)),
            open_questions=(OpenQuestion(FRIDAY, "How was it?"),),
        ),
        support=SUPPORT,
    ),
    "home_after_being_taken_off_long_ago": home(
        replace(student_home(Standing.PLACED), ended=Ended(None, None)), support=SUPPORT
    ),
    "home_before_a_start": home(student_home(Standing.PLACED), support=SUPPORT),
    "home_of_a_preceptor": home(ONE_COHORT, support=SUPPORT, workspace_url=URL),
    "home_of_a_preceptor_to_confirm": home(
        replace(ONE_COHORT, is_confirmed=False, digests=()), support=SUPPORT, workspace_url=URL
    ),
    "home_of_a_preceptor_of_two_cohorts": home(
        replace(TWO_COHORTS, cohorts_in_all=5), support=SUPPORT, workspace_url=URL
    ),
    "home_of_a_preceptor_of_no_cohort": home(preceptor_home(), support=SUPPORT),
    "home_of_a_preceptor_where_nothing_is_linked": home(ONE_COHORT, support=SUPPORT),
    "home_of_a_student_who_coordinates": home(
        replace(student_home(Standing.STARTED), coordinates=True), support=SUPPORT
    ),
    "home_of_a_coordinator_who_studies": home(replace(coordinator_home(students=40), studies=True), support=SUPPORT),
    "home_of_a_student_who_teaches": home(
        DoubleHome(student_home(Standing.STARTED), replace(ONE_COHORT, is_confirmed=False)),
        support=SUPPORT,
        routes=ROUTES,
    ),
    "home_of_a_coordinator_who_teaches": home(
        DoubleHome(coordinator_home(students=40), ONE_COHORT), support=SUPPORT, workspace_url=URL
    ),
    "home_of_a_coordinator": home(coordinator_home(students=40), support=SUPPORT),
    "home_of_a_coordinator_with_digests_in_trouble": home(troubled_home(), support=SUPPORT),
    "home_of_a_coordinator_with_a_small_cohort": home(coordinator_home(students=6), support=SUPPORT),
    "home_of_a_coordinator_with_no_cohort": home(
        CoordinatorHome((), 7, PACK.week_of(MONDAY), lacks=tuple(Lack)), support=SUPPORT
    ),
    "home_of_a_coordinator_with_much_to_see_to": home(desk_with_much_to_see_to(), support=SUPPORT),
    "home_of_a_coordinator_on_the_first_page": home(
        replace(coordinator_home(students=40), cohorts=many_cohorts(30)), support=SUPPORT
    ),
    "home_of_a_coordinator_on_the_last_page": home(
        replace(coordinator_home(students=40), cohorts=many_cohorts(30), page=9), support=SUPPORT
    ),
    "home_of_a_coordinator_with_lost_people": home(
        replace(with_one_rotation(coordinator_home(students=40)), lost=LOST, lost_in_all=23), support=SUPPORT
    ),
    "home_of_a_stranger": home(StrangerHome(), support=SUPPORT),
}


def drawn() -> dict[str, dict[str, Any]]:
    """Every drawing as it goes over the wire."""
    messages = {name: {"text": each.escaped_text, "blocks": each.block_dicts} for name, each in MESSAGES.items()}
    return {**messages, **{name: view.to_dict() for name, view in VIEWS.items()}}


def parts(drawing: object) -> Iterator[dict[str, Any]]:
    """Every object in a drawing, outermost first."""
    if isinstance(drawing, dict):
        yield drawing
        for value in drawing.values():
            yield from parts(value)
    elif isinstance(drawing, list):
        for value in drawing:
            yield from parts(value)


def texts(drawing: object) -> list[str]:
    """Every piece of text that a person reads in a drawing, in order."""
    return [part["text"] for part in parts(drawing) if isinstance(part.get("text"), str)]


def words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)
