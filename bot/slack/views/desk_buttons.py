"""The buttons of the coordinators' desk: each opens a form, wherever it stands."""

from typing import Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot.domain.people import Cohort, Rotation
from bot.slack.views.audit_list import OPEN_ID as AUDIT_ID
from bot.slack.views.coordinators_form import OPEN_ID as COORDINATORS_ID
from bot.slack.views.rich import plain
from bot.slack.views.roster_form import OPEN_ID as ROSTER_ID

NEW_COHORT_ID: Final = "desk_new_cohort"
COHORT_ID: Final = "desk_cohort"
"""Its value is the cohort's id."""
NEW_ROTATION_ID: Final = "desk_new_rotation"
ROTATION_ID: Final = "desk_rotation"
"""Its value is the rotation's id."""
LESSONS_ID: Final = "desk_lessons"
POLICY_ID: Final = "desk_policy"
PAGE_ID: Final = "desk_page"
"""Its value is the page's number."""
PAGE_BEFORE_ID: Final = "desk_page_before"

OPEN_ID: Final = "desk_open"
CLOSE_ID: Final = "desk_close"

OPEN_DESK, OPEN_DESK_TO_A_READER = "Open the desk", "Open the desk: cohorts, rotations and rules"
CLOSE_DESK, CLOSE_DESK_TO_A_READER = "Your own page", "Your own page: today, your questions and your journal"
NEW_ROTATION, NEW_ROTATION_TO_A_READER = "New rotation", "New rotation: place, dates, times and people"
NEW_COHORT, NEW_COHORT_TO_A_READER = "New cohort", "New cohort: whose students share one digest"
ROSTER, ROSTER_TO_A_READER = "Place people from a table", "Place people from a table: paste it or upload a CSV file"
LESSONS, LESSONS_TO_A_READER = "Preview and lessons", "Preview and lessons: what goes out when"
POLICY, POLICY_TO_A_READER = "Rules and support lines", "Rules and support lines: see and change them"
COORDINATORS, COORDINATORS_TO_A_READER = "Coordinators", "Coordinators: who they are, name others"
AUDIT, AUDIT_TO_A_READER = "What was changed", "What was changed, when and by whom"
ADD_ROTATION, ADD_ROTATION_TO_A_READER = "Add a rotation", "Add a rotation to the cohort {name}"
CHANGE = "Change"
CHANGE_COHORT = "Change the cohort {name}"
CHANGE_ROTATION = "Change the rotation {name}"
OPEN = "Open {name}"
COHORT_TO_MEND = "{label}: the cohort, to put this right"
ROTATION_TO_MEND = "{label}: the rotation, to put this right"
TO_POOL_WITH = "{label}: to pool {name} with it"
NEXT, BEFORE = "Next page", "Page before"
TO_PAGE = "{label}: page {page} of {pages}"
LONGEST_SHOWN: Final = 40
"""Characters of a name: a label for screen readers holds 75."""
LONGEST_BESIDE: Final = 24
"""The same where the label says more."""


def main_buttons(*, with_steps: bool = True) -> ActionsBlock:
    """What a coordinator does on most days comes first. Without the steps that stand on an empty desk already."""
    steps = [
        desk_button(NEW_ROTATION, NEW_ROTATION_ID, NEW_ROTATION_TO_A_READER),
        desk_button(ROSTER, ROSTER_ID, ROSTER_TO_A_READER),
        desk_button(LESSONS, LESSONS_ID, LESSONS_TO_A_READER),
        desk_button(POLICY, POLICY_ID, POLICY_TO_A_READER),
    ]
    others = [
        desk_button(NEW_COHORT, NEW_COHORT_ID, NEW_COHORT_TO_A_READER),
        desk_button(COORDINATORS, COORDINATORS_ID, COORDINATORS_TO_A_READER),
        desk_button(AUDIT, AUDIT_ID, AUDIT_TO_A_READER),
    ]
    return ActionsBlock(elements=[*(steps if with_steps else []), *others])


def desk_button(text: str, action_id: str, to_a_reader: str, *, value: int | None = None) -> ButtonElement:
    """One of them."""
    shown = None if value is None else str(value)
    return ButtonElement(text=plain(text), action_id=action_id, accessibility_label=to_a_reader, value=shown)


def open_desk() -> ButtonElement:
    """Shows the desk to a coordinator whose Home is a student's."""
    return desk_button(OPEN_DESK, OPEN_ID, OPEN_DESK_TO_A_READER)


def close_desk() -> ButtonElement:
    """Leads back from it."""
    return desk_button(CLOSE_DESK, CLOSE_ID, CLOSE_DESK_TO_A_READER)


def add_rotation(cohort: Cohort) -> ButtonElement:
    """Begins a rotation in a cohort."""
    to_a_reader = ADD_ROTATION_TO_A_READER.format(name=short(cohort.name))
    return desk_button(ADD_ROTATION, NEW_ROTATION_ID, to_a_reader, value=cohort.id)


def change_cohort(cohort: Cohort) -> ButtonElement:
    """Opens a cohort, from where it is shown."""
    return desk_button(CHANGE, COHORT_ID, CHANGE_COHORT.format(name=short(cohort.name)), value=cohort.id)


def change_rotation(rotation: Rotation) -> ButtonElement:
    """Opens a rotation, from where it is shown."""
    return desk_button(CHANGE, ROTATION_ID, CHANGE_ROTATION.format(name=short(rotation.name)), value=rotation.id)


def mend_cohort(cohort: Cohort) -> ButtonElement:
    """Opens a cohort, from where it is said what is wrong with it."""
    label = _open(cohort.name)
    return desk_button(label, COHORT_ID, COHORT_TO_MEND.format(label=label), value=cohort.id)


def mend_rotation(rotation: Rotation) -> ButtonElement:
    """Opens a rotation, from where it is said what is wrong with it or with its cohort."""
    label = _open(rotation.name)
    return desk_button(label, ROTATION_ID, ROTATION_TO_MEND.format(label=label), value=rotation.id)


def pool_with(other: Cohort, cohort: Cohort) -> ButtonElement:
    """Opens the cohort that a small one could be pooled with."""
    label = _open(other.name)
    to_a_reader = TO_POOL_WITH.format(label=label, name=short(cohort.name, LONGEST_BESIDE))
    return desk_button(label, COHORT_ID, to_a_reader, value=other.id)


def turning(page: int, pages: int) -> list[ActionsBlock]:
    """The ways to the pages beside this one; nothing where it is the only one."""
    before = [_turn(BEFORE, PAGE_BEFORE_ID, page - 1, pages)] if page > 1 else []
    after = [_turn(NEXT, PAGE_ID, page + 1, pages)] if page < pages else []
    return [ActionsBlock(elements=[*before, *after])] if before or after else []


def short(name: str, longest: int = LONGEST_SHOWN) -> str:
    """A name as it fits beside others."""
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


def _open(name: str) -> str:
    return OPEN.format(name=short(name, LONGEST_BESIDE))


def _turn(label: str, action_id: str, page: int, pages: int) -> ButtonElement:
    return desk_button(label, action_id, TO_PAGE.format(label=label, page=page, pages=pages), value=page)
