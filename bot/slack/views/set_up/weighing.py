"""What a change would do, before it is done; and why it can't be done like this."""

from collections.abc import Iterable, Sequence
from typing import Final

from slack_sdk.models.blocks import Block as BlockKit
from slack_sdk.models.blocks import RichTextElement
from slack_sdk.models.views import View

from bot.domain.audit import Change
from bot.domain.errors import SetUpRefused
from bot.domain.people import PersonId, Rotation
from bot.domain.set_up import DIGEST_CHANNEL, Effects, in_full
from bot.flows.set_up.block import Block, WeighedBlock
from bot.flows.set_up.cohort import WeighedCohort
from bot.flows.set_up.leaving import LeftBehind
from bot.flows.set_up.outcomes import Clash, Weighed
from bot.slack.views.notice import notice
from bot.slack.views.rich import bullets, channel, mention, paragraph, plain, quiet, strong
from bot.slack.views.set_up.cohort_form import too_small
from bot.slack.views.set_up.fields import field
from bot.slack.views.set_up.rotation_form import COPIED, COPIED_LABEL, TITLE_COPY, copied_roles

ROTATION_ID: Final = "do_rotation"
COHORT_ID: Final = "do_cohort"

BLOCK_ID: Final = "do_block"

BLOCK_LINE = "{name}: {first} to {last}"
LEFT_OUT = "Left out, since they end a week or more before the last one. Open one to copy it by itself:"
LEFT_OUT_LINE = "{name}, until {last}"
TICK = "Whoever is new is added later, to each rotation or by a table. After another choice you look at it once more."
OTHER_BLOCK = "Somebody has changed a rotation since you looked, and nothing was copied. So the block would be now:"
TITLE, TITLE_NOT_YET = "What changes", "Not like this yet"
DO_IT, BACK = "Do it", "Back"
BECOMES, IS, IS_NO_MORE = "{what}: {before} becomes {after}", "{what}: {after}", "{what}: no longer {before}"
NO_CHANNEL = "Digest channel: none any more. Each preceptor gets the digest as a message."
NEVER_BEGINS = "It is removed: it has not begun, and nothing of it has been sent."
NOTHING_CHANGES = "Nothing would change: everything is like this already."
TO_WHOM = "Then {name} has {students}."
MOVED = "Moves up to {number:,} planned messages to another time."
DROPPED = "Up to {number:,} planned messages are not sent."
ADDED = "Up to {number:,} messages are planned that were not before."
NONE_PLANNED = "No planned message changes."
COUNTED = (
    "These numbers count everybody on the roster as if they got everything. What was sent stays as it is, and nothing "
    "is sent twice."
)
ONE_ABSENT = "1 person of those to take off is not in it."
ABSENT = "{number} people of those to take off are not in it."
NO_HOLIDAY = "No holiday is kept free: messages come on all of its working days, other than your own days off."
SMALL_POOL = "{cohort} has {students} on its roster then. A full digest needs {needed}: pool it with another cohort."
ONE_STUDENT, MANY_STUDENTS = "1 student", "{number} students"
POOL_THEN, POOL_OF_ONE = "It has {number} students on its roster then.", "It has 1 student on its roster then."
FALLS = "{cohort} falls from {before} students on its roster to {after}."
TOO_FEW_STAY = "A full digest needs {needed}: until others join it, its digests only teach."
LEFT = "No rotation is left in {cohort}. What waits there stays in its students' own journals."

IN_THE_WAY = "These people can't be placed like this:"
UNTIL = " is in {rotation} until {day}, so on some of these days in two rotations."
BY_ROLE = " would be both student and preceptor of one cohort, because of their place in {rotation}."
OTHERS_BY_ROLE, ONE_OTHER_BY_ROLE = (
    "{number} people would be both student and preceptor of one cohort, because of their place in {rotation}.",
    "1 person would be both student and preceptor of one cohort, because of their place in {rotation}.",
)
OTHERS, ONE_OTHER = (
    "{number} students are in {rotation} on some of these days.",
    "1 student is in {rotation} on some of these days.",
)
WHAT_NOW = "Nothing was changed. Take them off there first, or go back and pick other days or people."
MOST_NAMED: Final = 20
MORE = "{number} more"


def rotation_weighed(weighed: Weighed, kept: str) -> View:
    """What a rotation's draft would change; the form remembers the draft as `kept`."""
    if not weighed.changes:
        return notice(NOTHING_CHANGES)
    removed = weighed.draft.ends and not any(each.what == "Last day" for each in weighed.changes)
    return _weighed(
        ROTATION_ID,
        kept,
        weighed.name,
        [NEVER_BEGINS] if removed else [],
        weighed.changes,
        [*_counted(weighed), *_behind(weighed.behind, weighed.needed), *effects_in_words(weighed.effects)],
    )


def cohort_weighed(weighed: WeighedCohort, kept: str) -> View:
    """The same for a cohort's draft."""
    if not weighed.changes:
        return notice(NOTHING_CHANGES)
    size = POOL_OF_ONE if weighed.students == 1 else POOL_THEN.format(number=weighed.students)
    after = [
        size,
        too_small(weighed.students, weighed.needed),
        *_behind(weighed.behind, weighed.needed),
    ]
    return _weighed(COHORT_ID, kept, weighed.draft.cohort.name, [], weighed.changes, after)


def _behind(behind: LeftBehind, needed: int) -> list[str]:
    falling = [_falls(*each, needed) for each in behind.smaller]
    return falling + [LEFT.format(cohort=each) for each in behind.left]


def _falls(cohort: str, before: int, after: int, needed: int) -> str:
    said = FALLS.format(cohort=cohort, before=before, after=after)
    return f"{said} {TOO_FEW_STAY.format(needed=needed)}" if after < needed else said


def block_weighed(weighed: WeighedBlock) -> View:
    """The next block as it would be, with the choice of who stays together; the form remembers what it shows."""
    if not weighed.rotations:
        return notice(NOTHING_CHANGES)
    lines = [
        BLOCK_LINE.format(name=each.name, first=in_full(each.first_day), last=in_full(each.last_day))
        for each in weighed.rotations
    ]
    size = POOL_OF_ONE if weighed.students == 1 else POOL_THEN.format(number=weighed.students)
    return View(
        type="modal",
        callback_id=BLOCK_ID,
        private_metadata=block_kept(weighed.block),
        title=plain(TITLE_COPY),
        submit=plain(DO_IT),
        close=plain(BACK),
        blocks=[
            *([paragraph(OTHER_BLOCK)] if weighed.is_other else []),
            paragraph(strong(weighed.cohort)),
            bullets(lines),
            *([paragraph(LEFT_OUT), bullets(map(_left_out, weighed.left_out))] if weighed.left_out else []),
            field(COPIED, COPIED_LABEL, copied_roles(weighed.block.roles), optional=True),
            paragraph(" ".join([size, *effects_in_words(weighed.effects)])),
            quiet(TICK),
        ],
    )


def _left_out(rotation: Rotation) -> str:
    return LEFT_OUT_LINE.format(name=rotation.name, last=in_full(rotation.last_day))


def block_kept(block: Block) -> str:
    """A block as a form remembers it."""
    copied, editions = (",".join(map(str, each)) for each in (block.copied, block.editions))
    return " ".join((f"{block.cohort}", copied, ",".join(sorted(block.roles)), editions))


def clash_notice(clash: Clash) -> View:
    """Who stands in two places."""
    more = len(clash.named) - MOST_NAMED
    lines: list[str | tuple[str | RichTextElement, ...]] = [_named(*each) for each in clash.named[:MOST_NAMED]]
    lines += [MORE.format(number=more)] if more > 0 else []
    lines += [
        ONE_OTHER.format(rotation=name) if number == 1 else OTHERS.format(number=number, rotation=name)
        for name, number in clash.counted
    ]
    lines += [
        ONE_OTHER_BY_ROLE.format(rotation=name) if number == 1 else OTHERS_BY_ROLE.format(number=number, rotation=name)
        for name, number in clash.counted_by_role
    ]
    return _not_yet([paragraph(strong(IN_THE_WAY)), bullets(lines), paragraph(WHAT_NOW)])


def refused_notice(problems: Iterable[SetUpRefused]) -> View:
    """What stands in the way, where there is no field to write it under."""
    return _not_yet([bullets([str(problem) for problem in problems])])


def _not_yet(blocks: Sequence[BlockKit]) -> View:
    return View(type="modal", title=plain(TITLE_NOT_YET), close=plain(BACK), blocks=blocks)


def _weighed(
    callback_id: str,
    kept: str,
    name: str,
    first: Sequence[str],
    changes: Sequence[Change],
    after: Sequence[str],
) -> View:
    said = [text for text in after if text]
    return View(
        type="modal",
        callback_id=callback_id,
        private_metadata=kept,
        title=plain(TITLE),
        submit=plain(DO_IT),
        close=plain(BACK),
        blocks=[
            paragraph(strong(name)),
            *(paragraph(text) for text in first),
            bullets([_change(each) for each in changes]),
            *([paragraph(" ".join(said))] if said else []),
            quiet(COUNTED),
        ],
    )


def _change(change: Change) -> str | tuple[str | RichTextElement, ...]:
    if change.what == DIGEST_CHANNEL and change.after:
        return IS.format(what=change.what, after=""), channel(change.after)
    if change.what == DIGEST_CHANNEL:
        return NO_CHANNEL
    if not change.before:
        return IS.format(what=change.what, after=change.after)
    words = BECOMES if change.after else IS_NO_MORE
    return words.format(what=change.what, before=change.before, after=change.after)


def _counted(weighed: Weighed) -> list[str]:
    said = [] if weighed.draft.ends else [TO_WHOM.format(name=weighed.name, students=_students(weighed.students))]
    if weighed.keeps_no_holiday:
        said.append(NO_HOLIDAY)
    if weighed.absent:
        said.append(ONE_ABSENT if weighed.absent == 1 else ABSENT.format(number=weighed.absent))
    if weighed.pool < weighed.needed and not weighed.draft.ends:
        students = _students(weighed.pool)
        said.append(SMALL_POOL.format(cohort=weighed.cohort, students=students, needed=weighed.needed))
    return said


def _students(number: int) -> str:
    return ONE_STUDENT if number == 1 else MANY_STUDENTS.format(number=number)


def effects_in_words(effects: Effects) -> list[str]:
    """How many planned messages a change moves, drops and adds."""
    counts = ((MOVED, effects.moved), (DROPPED, effects.dropped), (ADDED, effects.added))
    return [words.format(number=number) for words, number in counts if number] or [NONE_PLANNED]


def _named(person: PersonId, rotation: Rotation, by_role: bool) -> tuple[str | RichTextElement, ...]:
    if by_role:
        return mention(person), BY_ROLE.format(rotation=rotation.name)
    return mention(person), UNTIL.format(rotation=rotation.name, day=in_full(rotation.last_day))
