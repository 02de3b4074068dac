"""What goes out when in a rotation: a week a page."""

from collections.abc import Iterator
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock, RichTextBlock
from slack_sdk.models.views import View

from bot.domain.people import RotationId
from bot.domain.zones import clock_in_words
from bot.flows.preview_rotation import PreviewDay, PreviewWeek
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong, together

OPEN_ID: Final = "desk_preview"
EARLIER_ID: Final = "preview_earlier"
LATER_ID: Final = "preview_later"

TITLE = "What goes out when"
CLOSE = "Close"
OF_ROTATION = "{rotation}: week {page} of {pages}"
CLOCKS = (
    "Times are those of the rotation, {clock}. Each message comes up to ten minutes later, so that not all of them "
    "come at once; students may have chosen times of their own."
)
NOTHING = "Nothing goes out in this week."
DAY_OFF, NAMED_DAY_OFF = "day off", "day off, {name}"
REMINDER = "{at:%H:%M}, reminder: {text}"
QUESTION = "{at:%H:%M}, question: {text}"
QUESTION_NEXT_MORNING = "{at:%H:%M} the morning after, question: {text}"
DIGEST = "{at:%H:%M}, the digest for the preceptors"
CHANGED = "Another lesson was put on this date."
EARLIER, LATER = "Week before", "Week after"
EARLIER_TO_A_READER = "Week before: week {page} of {pages}"
LATER_TO_A_READER = "Week after: week {page} of {pages}"


def preview_view(found: PreviewWeek) -> View:
    """One week, with its way to the others."""
    heading = OF_ROTATION.format(rotation=found.rotation.name, page=found.page, pages=found.pages)
    days = [block for each in found.days for block in (DividerBlock(), preview_day(each))]
    blocks: list[Block] = [
        paragraph(strong(heading)),
        *(days or [paragraph(NOTHING)]),
        quiet(CLOCKS.format(clock=clock_in_words(found.rotation.zone))),
        *_turning(found),
    ]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def preview_day(found: PreviewDay) -> RichTextBlock:
    """A date with everything that goes out on it, or why nothing does."""
    lines = list(_lines(found))
    title = paragraph(strong(day(found.on)), *_subject(found))
    return together(title, bullets(lines)) if lines else title


def name_of(rotation: RotationId, page: int) -> str:
    """A page, as a button names it."""
    return f"{rotation}:{page}"


def _subject(found: PreviewDay) -> tuple[str, ...]:
    if found.day_off is not None:
        name = found.day_off.name
        return (f": {NAMED_DAY_OFF.format(name=name) if name else DAY_OFF}",)
    return (f": {found.lesson.principle.title}",) if found.lesson else ()


def _lines(found: PreviewDay) -> Iterator[str]:
    if found.digest_at is not None:
        yield DIGEST.format(at=found.digest_at)
    if found.lesson is not None and found.reminder_at is not None and found.question_at is not None:
        yield REMINDER.format(at=found.reminder_at, text=found.lesson.reminder)
        words = QUESTION if found.question_at.date() == found.on else QUESTION_NEXT_MORNING
        yield words.format(at=found.question_at, text=found.lesson.question)
    if found.is_changed:
        yield CHANGED


def _turning(found: PreviewWeek) -> list[Block]:
    ways = ((EARLIER_ID, EARLIER, EARLIER_TO_A_READER, -1), (LATER_ID, LATER, LATER_TO_A_READER, 1))
    buttons = [
        ButtonElement(
            text=plain(label),
            action_id=action_id,
            value=name_of(found.rotation.id, found.page + step),
            accessibility_label=to_a_reader.format(page=found.page + step, pages=found.pages),
        )
        for action_id, label, to_a_reader, step in ways
        if 1 <= found.page + step <= found.pages
    ]
    return [ActionsBlock(elements=buttons)] if buttons else []
