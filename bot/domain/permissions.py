"""Who may do what: one table for the whole bot.

What a coordinator or a preceptor does is held against it before the listener hears of it. What a student does to their
own things costs no statement of its own: the one that the flow makes anyhow finds nothing of anybody who is no student,
and the flow raises NotOnRoster or one of its kin. The table holds for both, and tests/slack/test_permissions.py tries
every cell of it through the real app.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Party(StrEnum):
    """What a person is here. Somebody may be several of these at once; whoever is none of them is a stranger."""

    STUDENT = "student"
    ENDED_STUDENT = "ended-student"
    """Somebody whose rotations are all over, as long as anything of theirs is kept."""
    PRECEPTOR = "preceptor"
    READER = "reader"
    """A preceptor in a cohort that a digest is still to come for."""
    COORDINATOR = "coordinator"


class Action(StrEnum):
    """What somebody may want to do. Every button, form, command and event needs one of these."""

    TALK = "talk"
    """Open Home, turn its pages, type to the bot, type /bedside, have own words looked at. Also what Slack tells of its
    members."""
    ANSWER = "answer"
    """Answer own questions, skip them; change, share, withdraw and delete what was answered."""
    KEEP_OWN_DATA = "keep-own-data"
    """Read how sharing works, stop sharing, ask for the journal, leave, have everything deleted."""
    CHOOSE_PACE = "choose-pace"
    """Start, choose a pace and own times, pause and resume."""
    CONFIRM_READING = "confirm-reading"
    ANSWER_GROUP = "answer-group"
    SEE_DESK = "see-desk"
    """See what coordinators see: the desk, the coming weeks, the policy as it is, the audit list."""
    SET_UP = "set-up"
    """Cohorts, rotations and rosters."""
    CHANGE_LESSONS = "change-lessons"
    CHANGE_LINES = "change-lines"
    """Support lines and reporting routes: they show nobody anything of students."""
    CHANGE_POLICY = "change-policy"
    NAME_COORDINATORS = "name-coordinators"


PLACED: Final = frozenset({Party.STUDENT, Party.ENDED_STUDENT})
PRECEPTORS: Final = frozenset({Party.PRECEPTOR, Party.READER})
COORDINATORS: Final = frozenset({Party.COORDINATOR})

MAY: Final[Mapping[Action, frozenset[Party]]] = MappingProxyType(
    {
        Action.ANSWER: PLACED,
        Action.KEEP_OWN_DATA: PLACED,
        Action.CHOOSE_PACE: frozenset({Party.STUDENT}),
        Action.CONFIRM_READING: PRECEPTORS,
        Action.ANSWER_GROUP: PRECEPTORS,
        Action.SEE_DESK: COORDINATORS,
        Action.SET_UP: COORDINATORS,
        Action.CHANGE_LESSONS: COORDINATORS,
        Action.CHANGE_LINES: COORDINATORS,
        Action.CHANGE_POLICY: COORDINATORS,
        Action.NAME_COORDINATORS: COORDINATORS,
    }
)
"""Who may do what not everybody may."""

MAY_NOT: Final[Mapping[Action, frozenset[Party]]] = MappingProxyType(
    # Whoever reads a digest would lower the rule that keeps its writers unknown, and see at once what it hid.
    {Action.CHANGE_POLICY: frozenset({Party.READER})}
)
"""Who may not, whatever else they are."""

BY_THE_FLOW: Final = frozenset({Action.TALK, Action.ANSWER, Action.KEEP_OWN_DATA, Action.CHOOSE_PACE})
"""What is not looked up beforehand: everybody may do it, or only with things of their own."""


def may(parties: Collection[Party], action: Action) -> bool:
    """Whether somebody who is all of these may do something. A stranger is none of them."""
    allowed = MAY.get(action)
    barred = MAY_NOT.get(action, frozenset())
    return (allowed is None or not allowed.isdisjoint(parties)) and barred.isdisjoint(parties)
