"""Where a cohort's digest goes and what stands in its way, on the coordinators' desk."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from slack_sdk.models.blocks import RichTextBlock, RichTextElement

from bot.domain.people import Cohort, PersonId
from bot.flows.open_home.coordinator import CohortAtAGlance, Missed, PutOff
from bot.flows.records.coordination import SeenChannel
from bot.slack.views.obstacles import why_not
from bot.slack.views.question import day
from bot.slack.views.rich import channel, mention, paragraph, strong

TO_CHANNEL: Final = "The digest goes to "
DIRECTLY: Final = "The digest goes to each preceptor as a direct message."
NOBODY_IN_CHANNEL: Final = "No preceptor is on the roster, so it only teaches. Place one in a rotation."
NOBODY: Final = "No preceptor is on the roster, so nobody gets it. Place one in a rotation."
UNCONFIRMED: Final = "Not confirmed yet how a digest is to be read: "
WHERE_TO_CONFIRM: Final = "Preceptors confirm it once, on their Home tab."
NOBODY_CONFIRMED: Final = "Until somebody has, digests only teach, and what students share waits."
SOME_CONFIRMED: Final = (
    "Until everybody has, the channel gets the teaching part only, and those who have confirmed get the whole digest "
    "as a direct message."
)
SOME_CONFIRMED_DIRECTLY: Final = "Until they have, they get the teaching part only."
NOBODY_READS: Final = (
    "No preceptor who has confirmed can be reached, so digests only teach, and what students share waits."
)
LOST: Final = "Slack does not reach this preceptor: "
NOT_POSTED: Final = "The digest of {day} can't be posted: {why}. {remedy}"
NOT_REACHED: Final = "The digest of {day} does not reach "
BECAUSE: Final = ": {why}. {remedy}"
WENT_DIRECTLY: Final = (
    "The channel did not take the digest of {day}, so it went to the preceptors directly. Write this in the channel, "
    "so that the next one arrives there: /invite @Bedside. Or choose another channel."
)
NOBODY_GOT_IT: Final = (
    "Nobody got the digest of {day}: its channel did not take it. Write this there, so that the next one arrives: "
    "/invite @Bedside. Or choose another channel."
)
EVERYBODY_READS: Final = "Everybody in this workspace can read its channel, which is public. "
STUDENTS_READ: Final = "Students can read its channel: {students} in it. "
ONE_STUDENT, MORE_STUDENTS = "one student on the roster is", "{number} students on the roster are"
KEEP_THEM_OUT: Final = (
    "A digest is meant for preceptors: choose a private channel without students, or none, and each preceptor gets it "
    "directly."
)
NOT_INVITED: Final = "Bedside is not in its channel, "
SO_NOTHING_COMES: Final = ", so no digest gets there. "
INVITE_IT: Final = "Write this there: /invite @Bedside. If the channel is gone, choose another one, or none."
AND_MORE: Final = " and {more} more"
MOST_NAMED: Final = 10
MOST_PUT_OFF: Final = 3
MOST_LOST: Final = 3


def digest_place(cohort: Cohort) -> RichTextBlock:
    """Where it goes."""
    name = cohort.digest_channel
    return paragraph(TO_CHANNEL, channel(name), ".") if name else paragraph(DIRECTLY)


def in_its_way(found: CohortAtAGlance) -> Iterator[RichTextBlock]:
    """What its place did not take, who reads it who should not, and who does not although they should."""
    yield from (_put_off(each) for each in islice(found.put_off, MOST_PUT_OFF))
    yield from (_missed(each) for each in islice(found.missed, MOST_PUT_OFF))
    if found.seen is not None and found.seen.is_open_to_students:
        yield paragraph(strong(_open_to(found.seen)), KEEP_THEM_OUT)
    # What a digest met there says the same, with its date.
    if found.seen is not None and not found.seen.has_bedside and not found.put_off:
        where = strong(NOT_INVITED), channel(found.seen.id), strong(SO_NOTHING_COMES)
        yield paragraph(*where, INVITE_IT)
    # Where nobody is placed at all, nobody is missing yet.
    if found.rotations:
        yield from _readers(found)


def _readers(found: CohortAtAGlance) -> Iterator[RichTextBlock]:
    readers, to_channel = found.readers, bool(found.cohort.digest_channel)
    waiting = readers.awaited
    if not readers.preceptors:
        yield paragraph(strong(NOBODY_IN_CHANNEL if to_channel else NOBODY))
    elif waiting:
        some = SOME_CONFIRMED if to_channel else SOME_CONFIRMED_DIRECTLY
        meaning = some if readers.is_read else NOBODY_CONFIRMED
        yield paragraph(strong(UNCONFIRMED), *_names(waiting), f". {meaning} {WHERE_TO_CONFIRM}")
    elif not readers.is_read:
        yield paragraph(strong(NOBODY_READS))
    told = {each.preceptor for each in found.put_off}
    lost = [each for each in readers.preceptors if each in readers.unreachable and each not in told]
    for each in lost[:MOST_LOST]:
        why, remedy = why_not(readers.unreachable[each], to_person=True)
        yield paragraph(strong(LOST), mention(each), strong(BECAUSE.format(why=why, remedy=remedy)))


def _names(people: Sequence[PersonId]) -> Iterator[RichTextElement | str]:
    for number, person in enumerate(people[:MOST_NAMED]):
        yield from (", ", mention(person)) if number else (mention(person),)
    if len(people) > MOST_NAMED:
        yield AND_MORE.format(more=len(people) - MOST_NAMED)


def _put_off(found: PutOff) -> RichTextBlock:
    why, remedy = why_not(found.reason, to_person=found.preceptor is not None)
    if found.preceptor is None:
        return paragraph(strong(NOT_POSTED.format(day=day(found.on), why=why, remedy=remedy)))
    said, because = NOT_REACHED.format(day=day(found.on)), BECAUSE.format(why=why, remedy=remedy)
    return paragraph(strong(said), mention(found.preceptor), strong(because))


def _missed(found: Missed) -> RichTextBlock:
    return paragraph(strong((WENT_DIRECTLY if found.went_directly else NOBODY_GOT_IT).format(day=day(found.on))))


def _open_to(channel: SeenChannel) -> str:
    if channel.is_public:
        return EVERYBODY_READS
    one = channel.students == 1
    return STUDENTS_READ.format(students=ONE_STUDENT if one else MORE_STUDENTS.format(number=channel.students))
