"""The answers to /bedside, to whoever typed it and nobody else: what is theirs, and what else they can type."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from slack_sdk.models.blocks import Block, DividerBlock

from bot.domain.command import Word
from bot.domain.errors import Forgotten, NotOnRoster, RotationOver, TakenOff
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import DoubleHome, Home, StrangerHome
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.open_home.student import StudentHome
from bot.flows.preview_rotation import PreviewDay
from bot.slack.views.home.coordinator import desk_parts
from bot.slack.views.home.preceptor import confirmation, teaching
from bot.slack.views.message import Message
from bot.slack.views.notice import note
from bot.slack.views.own_data import SEND_SENTENCE, send_row
from bot.slack.views.preview_week import preview_day
from bot.slack.views.rich import bullets, paragraph, quiet, strong
from bot.slack.views.spoken import spoken
from bot.slack.views.today import today

COMMAND: Final = "/bedside"

CAN_TYPE = "What you can type:"
NOT_KNOWN = "That is no word that Bedside knows. What you can type:"
EXPLAINED: Final[Mapping[Word, tuple[str, str]]] = MappingProxyType(
    {
        Word.OPEN: ("/bedside", "shows what is yours: today's lesson, your cohorts, or your desk"),
        Word.DESK: ("/bedside desk", "shows the coordinators' desk: what needs attention, what goes out, your cohorts"),
        Word.TODAY: ("/bedside today", "shows what today or this week teaches"),
        Word.PAUSE: ("/bedside pause", "stops messages until a day; add tomorrow, monday or a date, or pick one"),
        Word.RESUME: ("/bedside resume", "ends a pause"),
        Word.JOURNAL: ("/bedside journal", "says where your journal is, and sends it to you if you like"),
        Word.PREVIEW: ("/bedside preview Medicine A", "shows what that rotation gets in the coming two weeks"),
        Word.HELP: ("/bedside help", "shows this list"),
    }
)
ONLY_YOU = "Only you see what Bedside answers here."
YOUR_DESK = "You coordinate here as well: /bedside desk shows your desk."
THE_WHOLE_DESK = "This is the beginning of your desk. All of it is on Bedside's Home tab."
ALL_OF_THE_DESK = "This is your desk, as on Bedside's Home tab."
ON_HOME = "The same stands on Bedside's Home tab."
JOURNAL_IS_ON_HOME = "Your journal is on Bedside's Home tab, newest first, and only you see it."
COMING_WEEKS = "What {rotation} gets in the coming two weeks"
NOTHING_COMES = "Nothing goes out in the coming two weeks: no day of it is a working day of this rotation."
UP_TO_TEN_MINUTES = "Times are the rotation's own; each message comes up to ten minutes later."
ROOM: Final = 44
"""Of the fifty blocks of a message."""


def what_fits(found: Home, *, workspace_url: str = "") -> Message:
    """What one person finds on Home, as far as a message can hold it. A student's own is today's lesson."""
    match found:
        case (StudentHome() as own) | DoubleHome(own=StudentHome() as own):
            return _studied(own)
        case CoordinatorHome():
            return spoken(_desk(found, room=ROOM))
        case PreceptorHome():
            return spoken([*_taught(found, workspace_url), quiet(ON_HOME)])
        case DoubleHome(own=CoordinatorHome() as own, teaching=taught):
            first = [*_taught(taught, workspace_url), DividerBlock()]
            return spoken([*first, *_desk(own, room=ROOM - len(first))])
        case _:
            forgotten = isinstance(found, StrangerHome) and found.forgotten
            return note(str(Forgotten() if forgotten else NotOnRoster()))


def help_for(words: Sequence[Word], *, is_known: bool = True) -> Message:
    """The words that somebody can use, also where they typed another one."""
    explained = [EXPLAINED[word] for word in words]
    blocks: list[Block] = [
        paragraph(CAN_TYPE if is_known else NOT_KNOWN),
        bullets((strong(typed), f": {does}.") for typed, does in explained),
        quiet(ONLY_YOU),
    ]
    return spoken(blocks)


def where_the_journal_is() -> Message:
    """That it is on Home, with the button that sends it."""
    return spoken([paragraph(JOURNAL_IS_ON_HOME), paragraph(SEND_SENTENCE), send_row()])


def coming_weeks(rotation: str, days: Sequence[PreviewDay]) -> Message:
    """What a rotation gets, day by day."""
    heading = paragraph(strong(COMING_WEEKS.format(rotation=rotation)))
    if not days:
        return spoken([heading, paragraph(NOTHING_COMES)])
    return spoken([heading, *map(preview_day, days), quiet(UP_TO_TEN_MINUTES)])


def _studied(found: StudentHome) -> Message:
    said = today(found.lesson)
    if found.ended:
        said = note(str(RotationOver() if found.ended.last_day else TakenOff()))
    if not found.coordinates:
        return said
    return replace(said, text=f"{said.text}\n{YOUR_DESK}", blocks=[*said.blocks, quiet(YOUR_DESK)])


def _taught(found: PreceptorHome, workspace_url: str) -> list[Block]:
    return [*confirmation(found), *teaching(found, workspace_url=workspace_url)]


def _desk(found: CoordinatorHome, *, room: int) -> list[Block]:
    """As many parts of it as there is room for."""
    blocks: list[Block] = []
    parts = desk_parts(found)
    for part in parts:
        if len(blocks) + len(part) > room:
            return [*blocks, quiet(THE_WHOLE_DESK)]
        blocks += part
    return [*blocks, quiet(ALL_OF_THE_DESK)]
