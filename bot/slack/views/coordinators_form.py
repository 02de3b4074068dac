"""The form in which coordinators say who coordinates."""

from collections.abc import Collection, Sequence
from typing import Final

from slack_sdk.models.blocks import InputBlock, UserMultiSelectElement
from slack_sdk.models.views import View

from bot.domain.coordinators import MOST_COORDINATORS, NewList
from bot.domain.people import PersonId
from bot.slack.views.notice import notice
from bot.slack.views.rich import paragraph, plain, quiet

OPEN_ID: Final = "desk_coordinators"
CALLBACK_ID: Final = "coordinators_form"
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

NOTHING_CHANGED = "Nothing has changed: the list was like this already."
SAVED = "Saved."
ONE_ADDED, MORE_ADDED = (
    "One person coordinates from now on and gets a message.",
    ("{number} people coordinate from now on and get a message."),
)
ONE_TAKEN_OFF, MORE_TAKEN_OFF = "One person no longer coordinates.", "{number} people no longer coordinate."
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


def changed_notice(change: NewList, *, by: PersonId) -> View:
    """What the form has come to, for whoever sent it."""
    if by in change.removed:
        return notice(NOT_YOU)
    said = [_counted(change.named, ONE_ADDED, MORE_ADDED), _counted(change.removed, ONE_TAKEN_OFF, MORE_TAKEN_OFF)]
    if not any(said):
        return notice(NOTHING_CHANGED)
    return notice(" ".join(filter(None, (SAVED, *said))))


def _counted(people: Collection[PersonId], one: str, more: str) -> str:
    if not people:
        return ""
    return one if len(people) == 1 else more.format(number=len(people))
