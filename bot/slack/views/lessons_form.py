"""The form for lessons: another one on a date, what that means, what was changed, and the way back."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DatePickerElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    Option,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.domain.curriculum import Lesson, PrincipleSlug
from bot.domain.errors import LessonRefused, LessonTooEarly, LessonTooLate
from bot.domain.lesson_changes import LessonWish, Repeats
from bot.domain.people import Rotation
from bot.flows.change_lessons import ChangedLesson, Lessons, NewLesson, WeighedLessons
from bot.slack.views import preview_week
from bot.slack.views.notice import notice
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, confirmation, paragraph, plain, quiet, strong, together

OPEN_ID: Final = "desk_lessons"
CALLBACK_ID: Final = "lessons_form"
PREVIEW_ID: Final = "lessons_preview"
UNDO_ID: Final = "undo_lesson"
ON, PRINCIPLE, SWAP = "lesson_on", "lesson_principle", "lesson_swap"
"""Each field's block and the element in it share one id."""

TITLE = "Lessons"
LOOK, SAVE, CLOSE, BACK = "See the change", "Change it", "Close", "Back"
INTRO = "Put another principle on a day, or let two days change places. It holds for the whole program."
ON_LABEL, PRINCIPLE_LABEL, SWAP_LABEL = "Which day?", "Teach this principle", "Or change places with this day"
ON_HINT = "From {first} on: what has begun to go out stays as it is."
PICK = "Pick a principle"
CHANGED_SO_FAR = "Changed so far"
NOTHING_CHANGED = "No coming day is changed."
INSTEAD = "{day}: {principle}, instead of {before}"
OTHER_TEXTS = "{day}: {principle} as before, with {texts}"
OTHER_REMINDER, OTHER_QUESTION = "another reminder", "another question"
UNCHANGED = "{day}: {principle}, with the same reminder and question as before"
LOOK_AHEAD = "See day by day what goes out in a rotation:"
LOOK_AHEAD_TO_A_READER = "{rotation}: see what goes out"
ANOTHER_ROTATION = "For another rotation type /bedside preview and its name."
MOST_ROTATIONS: Final = 10
LONGEST_LABEL: Final = 75
"""Characters that Slack reads aloud of a button."""
UNDO, KEEP = "Undo", "Keep it"
UNDO_TO_A_READER = "Undo the change of {day}"
UNDO_TITLE = "Undo this change?"
UNDO_TEXT = "{day} teaches {before} again, with its usual reminder and question."

PREVIEW_TITLE = "What would change"
REMINDER, QUESTION = "Reminder: {text}", "Question: {text}"
PRINCIPLE_NEAR = (
    "The same principle is taught in the week of {day}. Otherwise a principle never comes in two weeks in a row."
)
REMINDER_NEAR = "The same reminder comes on {day}. Otherwise none comes again within fourteen weeks."
QUESTION_NEAR = "The same question comes on {day}. Otherwise none comes again within fourteen weeks."
NO_REPEATS = (
    "It repeats nothing: the principle comes in no week right before or after, and the reminder and the question at no "
    "other time within fourteen weeks."
)
NOBODY_WORKS = "No rotation works on this day, so nobody gets this lesson as the rosters stand now."
FOLLOWS = "Reminders, questions and the week's principles in digests follow. It stands in the list of changes."
MEANWHILE = "Somebody has changed one of these days since you looked. This is what your change would mean now."
DONE = "The lesson is changed. You can undo it here until its day begins."


def lessons_form(found: Lessons) -> View:
    """A day, what it shall teach, and the coming days that were changed, each with its way back."""
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        title=plain(TITLE),
        submit=plain(LOOK),
        close=plain(CLOSE),
        blocks=[
            paragraph(INTRO),
            *_fields(found),
            HeaderBlock(text=plain(CHANGED_SO_FAR)),
            *_so_far(found.changed),
            *_look_ahead(found.rotations),
        ],
    )


def lessons_preview(wish: LessonWish, found: WeighedLessons, *, meanwhile: bool = False) -> View:
    """What the days would teach, and what would come too often; it remembers what was wished, and what they teach."""
    return View(
        type="modal",
        callback_id=PREVIEW_ID,
        private_metadata=remembered(wish, found.edition),
        title=plain(PREVIEW_TITLE),
        submit=plain(SAVE),
        close=plain(BACK),
        blocks=[
            *([paragraph(strong(MEANWHILE))] if meanwhile else []),
            *(block for each in found.days for block in _day(each)),
            quiet(FOLLOWS),
        ],
    )


def errors_for(error: LessonRefused) -> dict[str, str]:
    """An error in its own words, under the field that it is about."""
    return {ON if isinstance(error, LessonTooEarly | LessonTooLate) else PRINCIPLE: str(error)}


def done_notice() -> View:
    """That it is done."""
    return notice(DONE)


def remembered(wish: LessonWish, edition: str) -> str:
    """What a preview keeps, to be read by `kept_in`."""
    return json.dumps([edition, wish.on.isoformat(), wish.principle, wish.swap_with and wish.swap_with.isoformat()])


def kept_in(metadata: str) -> tuple[str, LessonWish]:
    """The edition and the wish. Raises ValueError for anything else."""
    edition, on, principle, swap_with = json.loads(metadata)
    chosen = PrincipleSlug(str(principle)) if principle else None
    other = date.fromisoformat(str(swap_with)) if swap_with else None
    return str(edition), LessonWish(date.fromisoformat(str(on)), chosen, other)


def _fields(found: Lessons) -> list[Block]:
    options = [Option(text=plain(each.title), value=each.slug) for each in found.principles]
    on = DatePickerElement(action_id=ON, initial_date=found.first.isoformat())
    select = StaticSelectElement(action_id=PRINCIPLE, options=options, placeholder=plain(PICK))
    hint = plain(ON_HINT.format(first=day(found.first)))
    return [
        InputBlock(block_id=ON, label=plain(ON_LABEL), element=on, hint=hint),
        InputBlock(block_id=PRINCIPLE, label=plain(PRINCIPLE_LABEL), element=select, optional=True),
        InputBlock(block_id=SWAP, label=plain(SWAP_LABEL), element=DatePickerElement(action_id=SWAP), optional=True),
    ]


def _so_far(changed: Sequence[ChangedLesson]) -> Iterator[Block]:
    if not changed:
        yield paragraph(NOTHING_CHANGED)
    for each in changed:
        on, before = day(each.lesson.on), each.instead_of.principle.title
        yield paragraph(_what_changes(each.instead_of, each.lesson))
        undo = ButtonElement(
            text=plain(UNDO),
            action_id=UNDO_ID,
            value=each.lesson.on.isoformat(),
            accessibility_label=UNDO_TO_A_READER.format(day=on),
            confirm=confirmation(UNDO_TITLE, UNDO_TEXT.format(day=on, before=before), UNDO, KEEP),
        )
        yield ActionsBlock(elements=[undo])


def _look_ahead(rotations: Sequence[Rotation]) -> list[Block]:
    if not rotations:
        return []
    buttons = [
        ButtonElement(
            text=plain(each.name),
            action_id=preview_week.OPEN_ID,
            value=str(each.id),
            accessibility_label=LOOK_AHEAD_TO_A_READER.format(rotation=each.name)[:LONGEST_LABEL],
        )
        for each in rotations[:MOST_ROTATIONS]
    ]
    others = [quiet(ANOTHER_ROTATION)] if len(rotations) > MOST_ROTATIONS else []
    # Each in a block of its own, since no block may hold an action twice.
    rows = [ActionsBlock(elements=[button]) for button in buttons]
    return [DividerBlock(), paragraph(LOOK_AHEAD), *rows, *others]


def _day(found: NewLesson) -> Iterator[Block]:
    after, title = found.after, _what_changes(found.before, found.after)
    texts = [REMINDER.format(text=after.reminder), QUESTION.format(text=after.question)]
    yield together(paragraph(strong(title)), bullets(texts))
    warnings = [*([] if found.is_taught else [NOBODY_WORKS]), *_warnings(found.repeats)]
    yield together(*map(paragraph, warnings))


def _what_changes(before: Lesson, after: Lesson) -> str:
    on, title = day(after.on), after.principle.title
    if before.principle != after.principle:
        return INSTEAD.format(day=on, principle=title, before=before.principle.title)
    others = ((before.reminder != after.reminder, OTHER_REMINDER), (before.question != after.question, OTHER_QUESTION))
    texts = " and ".join(words for differs, words in others if differs)
    return (OTHER_TEXTS if texts else UNCHANGED).format(day=on, principle=title, texts=texts)


def _warnings(repeats: Repeats) -> Iterator[str]:
    for words, on in (
        (PRINCIPLE_NEAR, repeats.principle),
        (REMINDER_NEAR, repeats.reminder),
        (QUESTION_NEAR, repeats.question),
    ):
        if on is not None:
            yield words.format(day=day(on))
    if not repeats.any:
        yield NO_REPEATS
