"""The form in which coordinators say who coordinates."""

import json
from collections.abc import Sequence
from typing import Final

from slack_sdk.models.blocks import Block, InputBlock, RichTextElement, UserMultiSelectElement
from slack_sdk.models.views import View

from bot.domain.coordinators import MOST_COORDINATORS, Doubts, NewList, Wish
from bot.domain.people import PersonId
from bot.slack.views.notice import notice, notice_of
from bot.slack.views.rich import mention, paragraph, plain, quiet

OPEN_ID: Final = "desk_coordinators"
CALLBACK_ID: Final = "coordinators_form"
CONFIRM_ID: Final = "coordinators_confirm"
PEOPLE: Final = "coordinators"
"""The block and the element in it share this id."""

TITLE = "Who coordinates"
SAVE, CANCEL = "Save", "Cancel"
WHAT_THEY_DO = (
    "These people set up rotations and rosters and change the program's rules. None of them sees what students write."
)
LABEL = "Coordinators"
HINT = "Add or take off whom you like. At least one person has to stay."
WHAT_HAPPENS = (
    "Whom you add is told by a message. Whom you take off loses these pages at once, and no message says so. Both "
    "stand in the list of changes, with your name."
)

CONFIRM_TITLE = "Are you sure?"
AFTER_ALL, BACK = "Save it so", "Back"
NEVER_REPLIES = "A coordinator sees all rosters, and never a reply."
STUDIES, STUDY = " is placed as a student here.", " are placed as students here."
NO_LONGER_COUNTS = (
    "A digest hides who writes among students who see no rosters. So what a student shares who coordinates counts for "
    "no digest any more, also after they stop coordinating. They still get their lessons."
)
IS_A_GUEST, ARE_GUESTS = " is a guest in this workspace.", " are guests in this workspace."
GUESTS_SEE = "A guest who coordinates sees and changes all rosters, as any coordinator does."
YOU_GO = "You take yourself off. You lose these pages at once, and only another coordinator can add you again."

NOTHING_CHANGED = "Nothing has changed: the list was like this already."
ONE_ADDED, MORE_ADDED = (
    " coordinates from now on, too, and gets a message.",
    " coordinate from now on, too, and get a message.",
)
ONE_TAKEN_OFF, MORE_TAKEN_OFF = " no longer coordinates.", " no longer coordinate."
NOT_YOU = "You no longer coordinate here. Thank you for everything you set up."


def coordinators_form(standing: Sequence[PersonId]) -> View:
    """Everybody who coordinates, to be changed; the form remembers whom it showed."""
    people = UserMultiSelectElement(
        action_id=PEOPLE, initial_users=list(standing), max_selected_items=max(MOST_COORDINATORS, len(standing))
    )
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=",".join(standing),
        title=plain(TITLE),
        submit=plain(SAVE),
        close=plain(CANCEL),
        blocks=[
            paragraph(WHAT_THEY_DO),
            InputBlock(block_id=PEOPLE, label=plain(LABEL), element=people, hint=plain(HINT)),
            quiet(WHAT_HAPPENS),
        ],
    )


def confirm_form(wish: Wish, doubts: Doubts) -> View:
    """What a wish would mean for whom, before it is saved; it remembers the wish."""
    said = [
        *_named(doubts.students, STUDIES, STUDY, NO_LONGER_COUNTS),
        *_named(doubts.guests, IS_A_GUEST, ARE_GUESTS, GUESTS_SEE),
    ]
    return View(
        type="modal",
        callback_id=CONFIRM_ID,
        private_metadata=remembered(wish),
        title=plain(CONFIRM_TITLE),
        submit=plain(AFTER_ALL),
        close=plain(BACK),
        blocks=[*said, *([quiet(NEVER_REPLIES)] if said else []), *([paragraph(YOU_GO)] if doubts.oneself else [])],
    )


def remembered(wish: Wish) -> str:
    """What the question before saving keeps, to be read by `kept_in`."""
    return json.dumps([sorted(wish.saw), sorted(wish.wants)])


def kept_in(metadata: str) -> Wish:
    """The wish. Raises TypeError or ValueError for anything else."""
    saw, wants = (frozenset(PersonId(str(person)) for person in people) for people in json.loads(metadata))
    return Wish(saw, wants)


def changed_notice(change: NewList, *, by: PersonId) -> View:
    """What the form has come to, for whoever sent it."""
    if by in change.removed:
        return notice(NOT_YOU)
    said = [*_named(change.named, ONE_ADDED, MORE_ADDED), *_named(change.removed, ONE_TAKEN_OFF, MORE_TAKEN_OFF)]
    return notice_of(said) if said else notice(NOTHING_CHANGED)


def _named(people: Sequence[PersonId], one: str, more: str, *meaning: str) -> list[Block]:
    """What holds for some people, each by name, and what that means; nothing where there are none."""
    if not people:
        return []
    names: list[str | RichTextElement] = []
    for place, person in enumerate(people):
        names += [*([" and " if place == len(people) - 1 else ", "] if place else []), mention(person)]
    return [paragraph(*names, one if len(people) == 1 else more), *map(paragraph, meaning)]
