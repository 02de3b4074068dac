"""Where a cohort's digest goes and what stands in its way, on a coordinator's Home."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from slack_sdk.models.blocks import RichTextBlock, RichTextElement

from bot.domain.people import PersonId
from bot.flows.open_home.coordinator import CohortAtAGlance, PutOff
from bot.slack.views.obstacles import why_not
from bot.slack.views.question import day
from bot.slack.views.rich import channel, mention, paragraph, strong

TO_CHANNEL: Final = "The digest goes to "
DIRECTLY: Final = "The digest goes to each preceptor as a direct message."
NOBODY_IN_CHANNEL: Final = "No preceptor is on the roster, so it only teaches. Place one with a roster file."
NOBODY: Final = "No preceptor is on the roster, so nobody gets it. Place one with a roster file."
UNCONFIRMED: Final = "Not confirmed yet how a digest is to be read: "
WHERE_TO_CONFIRM: Final = "Preceptors confirm it once, on their Home tab."
NOBODY_CONFIRMED: Final = "Until somebody has, digests only teach, and what students share waits."
SOME_CONFIRMED: Final = (
    "Until everybody has, the channel gets the teaching part only, and those who have confirmed get the whole digest "
    "as a direct message."
)
SOME_CONFIRMED_DIRECTLY: Final = "Until they have, they get the teaching part only."
NOT_POSTED: Final = "The digest of {day} can't be posted: {why}. {remedy}"
NOT_REACHED: Final = "The digest of {day} does not reach "
BECAUSE: Final = ": {why}. {remedy}"
AND_MORE: Final = " and {more} more"
MOST_NAMED: Final = 10
MOST_PUT_OFF: Final = 3


def digest_place(found: CohortAtAGlance) -> Iterator[RichTextBlock]:
    """Where it goes, who has not confirmed yet and what that means, and what is not taken."""
    name = found.cohort.digest_channel
    yield paragraph(TO_CHANNEL, channel(name), ".") if name else paragraph(DIRECTLY)
    yield from _readers(found)
    for each in islice(found.put_off, MOST_PUT_OFF):
        yield _put_off(each)


def _readers(found: CohortAtAGlance) -> Iterator[RichTextBlock]:
    readers, to_channel = found.readers, bool(found.cohort.digest_channel)
    waiting = [each for each in readers.preceptors if each not in readers.confirmed]
    if not readers.preceptors:
        yield paragraph(strong(NOBODY_IN_CHANNEL if to_channel else NOBODY))
    elif waiting:
        some = SOME_CONFIRMED if to_channel else SOME_CONFIRMED_DIRECTLY
        meaning = some if readers.confirmed else NOBODY_CONFIRMED
        yield paragraph(strong(UNCONFIRMED), *_names(waiting), f". {meaning} {WHERE_TO_CONFIRM}")


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
