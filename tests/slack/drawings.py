"""Every drawing of the Slack room, made of the same few facts, and what tests ask of all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from slack_sdk.models.views import View

from bot.configuration.program_files import load_curriculum
from bot.domain.calendar import Hours
from bot.domain.curriculum import ThemeSlug
from bot.domain.digest import Digest, ThemeLine, compose
from bot.domain.own_pace import OwnSettings
from bot.domain.people import Cohort, CohortId, Pace, PersonId, Rotation, RotationId, Standing, Times
from bot.domain.program import SupportLine
from bot.domain.reply import Sharing
from bot.flows.answer_prompt import Form
from bot.flows.open_home import CohortAtAGlance, CoordinatorHome, OpenQuestion, PreceptorHome, StrangerHome, StudentHome
from bot.flows.ports import Lost
from bot.slack.views.digest_post import digest_post
from bot.slack.views.farewell import farewell
from bot.slack.views.home import home
from bot.slack.views.live_check import live_check
from bot.slack.views.message import Message
from bot.slack.views.notice import note, notice
from bot.slack.views.offer import kept, offer, slowed
from bot.slack.views.own_times import times_form
from bot.slack.views.pause import pause_form, paused_note
from bot.slack.views.question import ask, done
from bot.slack.views.reminder import remind
from bot.slack.views.reply_form import reply_form
from bot.slack.views.saved_notice import saved_notice
from bot.slack.views.share_words_form import share_words_form
from bot.slack.views.today import today
from bot.slack.views.welcome import answered, welcome
from tests.fakes import NEW_YORK

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
VERSION = datetime(2026, 11, 23, 23, 0, 0, 1, tzinfo=UTC)
VOICES = 5
HOURS = Hours(time(6), time(21))
SUPPORT = (
    SupportLine("988 Lifeline", "Call or text 988, at any hour."),
    SupportLine("Wellness", "555-0100", school=True),
)
HOSTILE = "<!channel> *bold* <https://evil.example|click> `code` & :smile: _so_ <@U0ALICE>"
"""What somebody might type: nothing of it may do anything."""

QUOTES = ("I sat down, and she talked.", HOSTILE, "It got easier.")
BANDS = ("Most", "About half", *8 * ("A few",))

PACK = load_curriculum(Path("config"))
LESSON = PACK.lesson_on(MONDAY)
TICKED = frozenset({PACK.themes[0].slug, PACK.themes[3].slug})


def form(
    *,
    text: str = "",
    ticked: frozenset[ThemeSlug] = frozenset(),
    sharing: Sharing = Sharing.THEMES,
    used: bool = False,
    shared_words: str | None = None,
) -> Form:
    return Form(LESSON, PACK.themes, ticked, text, sharing, used, shared_words)


def digest(*, themes: int = 3, quotes: tuple[str, ...] = QUOTES) -> Digest:
    empty = compose(None, curriculum=PACK, on=MONDAY)
    lines = tuple(ThemeLine(theme.label, band) for theme, band in zip(PACK.themes, BANDS, strict=True))
    return replace(empty, themes=lines[:themes], quotes=quotes)


OWN = OwnSettings(Standing.STARTED, Pace.THREE_A_WEEK, last_day=date(2026, 12, 18), times=Times(time(7), time(17, 30)))
PAUSED = replace(OWN, paused_until=date(2026, 11, 28), back_on=date(2026, 11, 30))
NIGHTS = replace(OWN, times=Times(time(18), time(8, 15)), chosen=True, nights=True)


def student_home(standing: Standing, *questions: OpenQuestion) -> StudentHome:
    return StudentHome(replace(OWN, standing=standing), LESSON, questions, VOICES)


def _home(own: OwnSettings) -> StudentHome:
    return replace(student_home(Standing.STARTED), settings=own)


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
    return CoordinatorHome((CohortAtAGlance(cohort, (rotation, elsewhere), students),), 7, PACK.week_of(MONDAY))


def _form(shown: Form) -> View:
    return reply_form(shown, MONDAY, voices=VOICES, support=SUPPORT)


MESSAGES: Mapping[str, Message] = {
    "welcome": welcome(VOICES),
    "welcome_started": answered(VOICES, Standing.STARTED, Pace.THREE_A_WEEK),
    "welcome_declined": answered(VOICES, Standing.PLACED, Pace.THREE_A_WEEK),
    "welcome_left": answered(VOICES, Standing.LEFT, Pace.THREE_A_WEEK),
    "reminder": remind(LESSON, open_question=None),
    "reminder_with_an_open_question": remind(LESSON, open_question=FRIDAY),
    "question": ask(LESSON),
    "done": done(LESSON),
    "digest": digest_post(digest(), with_chart=True),
    "digest_without_a_chart": digest_post(digest(), with_chart=False),
    "digest_without_quotes": digest_post(digest(quotes=()), with_chart=True),
    "digest_without_themes": digest_post(digest(themes=0), with_chart=True),
    "digest_with_nothing": digest_post(digest(themes=0, quotes=()), with_chart=True),
    "today_of_a_student": today(student_home(Standing.STARTED)),
    "today_of_a_preceptor": today(PreceptorHome(PACK.week_of(MONDAY), PACK.week_of(date(2026, 11, 30)))),
    "today_of_a_stranger": today(StrangerHome()),
    "farewell": farewell(MONDAY),
    "offer": offer(Pace.EVERY_DAY),
    "offer_of_one_slower_pace": offer(Pace.THREE_A_WEEK),
    "offer_of_a_pause_only": offer(Pace.ONCE_A_WEEK),
    "offer_taken": slowed(Pace.ONCE_A_WEEK),
    "offer_declined": kept(Pace.EVERY_DAY),
    "paused_note": paused_note(PAUSED),
    "paused_note_until_the_end": paused_note(replace(PAUSED, back_on=None)),
    "live_check": live_check(),
    "note": note("Nothing was changed."),
}

VIEWS: Mapping[str, View] = {
    "form": _form(form()),
    "form_for_the_journal": _form(form(sharing=Sharing.JOURNAL)),
    "form_with_what_was_saved": _form(form(text=HOSTILE, ticked=TICKED)),
    "form_with_shared_words": _form(
        form(text="I sat down.", ticked=TICKED, sharing=Sharing.WORDS, shared_words=HOSTILE)
    ),
    "form_that_was_used": _form(form(text=HOSTILE, used=True)),
    "form_that_was_used_without_text": _form(form(used=True)),
    "share_words_form": share_words_form(HOSTILE, MONDAY, VERSION),
    "saved_notice": saved_notice(SUPPORT),
    "pause_form": pause_form(OWN, place=""),
    "pause_form_during_a_pause": pause_form(PAUSED, place="home"),
    "times_form": times_form(Times(time(7), time(17, 30)), HOURS),
    "times_form_for_nights": times_form(Times(time(18), time(8, 15)), HOURS),
    "home_on_a_pause": home(_home(PAUSED), support=SUPPORT),
    "home_on_nights": home(_home(NIGHTS), support=SUPPORT),
    "home_after_the_rotation": home(_home(replace(OWN, times=None)), support=SUPPORT),
    "notice": notice("Nothing was changed."),
    "home_of_a_student": home(
        student_home(Standing.STARTED, OpenQuestion(MONDAY, LESSON.question), OpenQuestion(FRIDAY, "How was it?")),
        support=SUPPORT,
    ),
    "home_before_a_start": home(student_home(Standing.PLACED), support=SUPPORT),
    "home_of_a_preceptor": home(PreceptorHome(PACK.week_of(MONDAY), PACK.week_of(date(2026, 11, 30))), support=SUPPORT),
    "home_of_a_coordinator": home(coordinator_home(students=40), support=SUPPORT),
    "home_of_a_coordinator_with_a_small_cohort": home(coordinator_home(students=6), support=SUPPORT),
    "home_of_a_coordinator_with_no_cohort": home(CoordinatorHome((), 7, PACK.week_of(MONDAY)), support=SUPPORT),
    "home_of_a_coordinator_with_lost_people": home(
        replace(coordinator_home(students=40), lost=LOST, lost_in_all=23), support=SUPPORT
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
