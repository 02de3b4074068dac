"""Today's lesson, to whoever asked and nobody else."""

from slack_sdk.models.blocks import Block

from bot.domain.curriculum import Lesson, Principle
from bot.domain.errors import NotOnRoster
from bot.slack.views.message import Message
from bot.slack.views.rich import paragraph, quiet, strong

THIS_WEEK = "Your students practice this week:"
MORE = "Open questions, your journal, your pace and leaving are on the Home tab."


def today(found: Lesson | tuple[Principle, ...] | None) -> Message:
    """What one person may know of today."""
    match found:
        case Lesson(principle=principle, reminder=act):
            blocks: list[Block] = [paragraph(strong(principle.title)), paragraph(act), quiet(MORE)]
            return Message(f"{principle.title}. {act}\n{MORE}", blocks)
        case (_, *_):
            named = "; ".join(principle.title for principle in found) + "."
            return Message(f"{THIS_WEEK} {named}", [paragraph(strong(THIS_WEEK), f" {named}")])
        case _:
            return Message(str(NotOnRoster()), [paragraph(str(NotOnRoster()))])
