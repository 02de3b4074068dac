"""The people whose replies are pooled with a student's: names only, never who started or answered."""

from collections.abc import Iterable, Sequence
from itertools import chain

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextElement

from bot.flows.open_home.student import NAMED, Mates
from bot.slack.views.rich import mention, paragraph, plain, quiet, strong

POOLED_WITH = "Whose replies are pooled with yours"
COHORT = "{name}: "
MORE = " and {number} more"
NOBODY = "nobody else to name here yet"
PLACED = "Everyone placed with you is counted here, whether or not they take part."


def pool(mates: Sequence[Mates]) -> list[Block]:
    """The names of each pool; nothing for somebody whose replies are pooled no more."""
    if not mates:
        return []
    return [HeaderBlock(text=plain(POOLED_WITH)), quiet(PLACED), *(paragraph(*_names(each)) for each in mates)]


def _names(mates: Mates) -> Iterable[str | RichTextElement]:
    # Who had everything deleted is in no shorter list: "and 1 more" would point at them.
    more = mates.in_all - len(mates.people) if len(mates.people) == NAMED else 0
    named = chain.from_iterable((", ", mention(person)) for person in mates.people)
    next(named, None)
    return [
        strong(COHORT.format(name=mates.cohort)),
        *(named if mates.people else [NOBODY]),
        *([MORE.format(number=more)] if more else []),
    ]
