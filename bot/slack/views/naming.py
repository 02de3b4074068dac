"""The one message to somebody who coordinates from now on."""

from typing import Final

from bot.slack.views.message import Message
from bot.slack.views.rich import bullets, paragraph, strong

WELCOME: Final = "You coordinate Bedside here from now on."
WHERE: Final = "Everything for it stands on Bedside's Home tab."
WHAT: Final = (
    "Set up cohorts and rotations, and place students and preceptors.",
    "See what goes out in the coming days, and who could not be reached.",
    "Change the program's rules. Each change is listed with who made it, and students are told.",
)
NEVER: Final = (
    "What students write is not among it: replies appear in digests only, and nobody sees who answers, pauses or "
    "leaves."
)


def naming() -> Message:
    """What they can do, and what nobody can."""
    blocks = [paragraph(strong(WELCOME)), paragraph(WHERE), bullets(WHAT), paragraph(NEVER)]
    return Message("\n".join((WELCOME, WHERE, *WHAT, NEVER)), blocks)
