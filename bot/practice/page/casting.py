"""Who everybody is in the practice workspace, and what a newcomer is told about being them."""

from dataclasses import dataclass

from bot.practice.cast import COORDINATOR, MALLORY, PRECEPTOR, STUDENTS
from bot.practice.school import CLASS, PRECEPTORS, SECOND_COORDINATOR


@dataclass(frozen=True, slots=True)
class Part:
    """A part one can play: its role, who one is, and what to do first."""

    role: str
    who: str
    first: str


_STUDENT = Part(
    "student",
    "a student on a rotation",
    "Once you have pressed Start in the first message, move the clock: a question comes, and you answer it.",
)
_UNPLACED = Part(
    "student",
    "a student whom a coordinator can place",
    "Bedside writes to you once you are on a rotation.",
)
_PRECEPTOR = Part(
    "preceptor",
    "a preceptor who teaches these students",
    "Press “I have read this”, then move the clock to the next digest: what students said, and never who.",
)
_UNPLACED_PRECEPTOR = Part(
    "preceptor",
    "a preceptor whom a coordinator can name for a rotation",
    "Bedside writes to you once you are.",
)
_PARTS = {
    COORDINATOR: Part(
        "coordinator",
        "the coordinator who looks after the rotations",
        "Open Home: it is your desk, where you place students. You see no reply outside a posted digest.",
    ),
    SECOND_COORDINATOR: Part(
        "member",
        "somebody in the clerkship office, and no coordinator yet",
        "Let Jo name you one, then work at the same desk in a second window.",
    ),
    MALLORY: Part(
        "outsider",
        "somebody in the workspace who is placed in no rotation",
        "Nothing that students write may ever reach you, whatever you press or type.",
    ),
    **dict.fromkeys((*STUDENTS, *(each.id for each in CLASS)), _UNPLACED),
    **dict.fromkeys((PRECEPTOR, *(each.id for each in PRECEPTORS)), _UNPLACED_PRECEPTOR),
}
_WRITTEN_TO = {
    SECOND_COORDINATOR: Part(
        "member",
        "somebody in the clerkship office",
        "Read what Bedside writes to you. If Jo named you a coordinator, Home is your desk, as it is hers.",
    ),
    **dict.fromkeys((*STUDENTS, *(each.id for each in CLASS)), _STUDENT),
    **dict.fromkeys((PRECEPTOR, *(each.id for each in PRECEPTORS)), _PRECEPTOR),
}
_NOBODY = Part("member", "a member of this workspace", "Read what Bedside writes to you, and answer.")


def part_of(user: str, *, is_written_to: bool = False) -> Part:
    """The part that comes with a user id, which is another one once the app has written to them."""
    part = _PARTS.get(user, _NOBODY)
    return _WRITTEN_TO.get(user, part) if is_written_to else part
