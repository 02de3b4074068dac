"""Who may do what, as one table."""

import pytest

from bot.domain.permissions import BY_THE_FLOW, MAY, MAY_NOT, Action, Party, may

STUDENTS_OWN = {Action.ANSWER, Action.KEEP_OWN_DATA, Action.CHOOSE_PACE}
COORDINATORS = {
    Action.SEE_DESK,
    Action.SET_UP,
    Action.CHANGE_LESSONS,
    Action.CHANGE_LINES,
    Action.CHANGE_POLICY,
    Action.NAME_COORDINATORS,
}
PRECEPTORS = {Action.CONFIRM_READING, Action.ANSWER_GROUP}


@pytest.mark.parametrize(
    ("parties", "allowed"),
    [
        (set(), set()),
        ({Party.STUDENT}, STUDENTS_OWN),
        ({Party.ENDED_STUDENT}, STUDENTS_OWN - {Action.CHOOSE_PACE}),
        ({Party.PRECEPTOR}, PRECEPTORS),
        ({Party.PRECEPTOR, Party.READER}, PRECEPTORS),
        ({Party.COORDINATOR}, COORDINATORS),
        ({Party.COORDINATOR, Party.PRECEPTOR}, COORDINATORS | PRECEPTORS),
        ({Party.COORDINATOR, Party.PRECEPTOR, Party.READER}, (COORDINATORS | PRECEPTORS) - {Action.CHANGE_POLICY}),
        ({Party.COORDINATOR, Party.STUDENT}, COORDINATORS | STUDENTS_OWN),
    ],
)
def test_everybody_may_talk_and_nobody_more_than_their_parties(parties: set[Party], allowed: set[Action]) -> None:
    assert {action for action in Action if may(parties, action)} == allowed | {Action.TALK}


def test_whatever_the_flow_does_not_look_to_is_somebodys() -> None:
    assert set(Action) - BY_THE_FLOW <= set(MAY)
    assert set(MAY_NOT) <= set(MAY)
