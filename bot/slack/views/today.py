"""The answer to /bedside: today's lesson, to whoever asked and nobody else."""

from slack_sdk.models.blocks import Block

from bot.domain.errors import NotOnRoster
from bot.flows.open_home import CoordinatorHome, Home, PreceptorHome, StrangerHome, StudentHome
from bot.slack.views.message import Message
from bot.slack.views.rich import paragraph, quiet, strong

COMMAND = "/bedside"
THIS_WEEK = "Your students practice this week:"
MORE = "Open questions, your pace and the way out are on the Home tab."


def today(found: Home) -> Message:
    """What one person may know of today."""
    match found:
        case StudentHome(lesson=lesson):
            title, act = lesson.principle.title, lesson.reminder
            blocks: list[Block] = [paragraph(strong(title)), paragraph(act), quiet(MORE)]
            return Message(f"{title}. {act}\n{MORE}", blocks)
        case PreceptorHome(this_week=(first, second)) | CoordinatorHome(this_week=(first, second)):
            named = f"{first.title}; {second.title}."
            return Message(f"{THIS_WEEK} {named}", [paragraph(strong(THIS_WEEK), f" {named}")])
        case StrangerHome():
            return Message(str(NotOnRoster()), [paragraph(str(NotOnRoster()))])
