"""The long version of what students are promised: the way into a digest, and what nobody can rule out."""

from datetime import timedelta
from typing import Final

from slack_sdk.models.blocks import ButtonElement
from slack_sdk.models.views import View

from bot.domain.anonymity import SMALLEST_CELL, SPARE_STUDENTS
from bot.domain.program import Program
from bot.slack.views.promise import counted, in_words
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.share_words_form import KEEP_NO_COPY
from bot.slack.views.support import reporting_routes

OPEN_ID: Final = "how_sharing_works"

TITLE, CLOSE = "How sharing works", "Close"
OPEN_TO_A_READER = "How sharing works: the rule, and what remains"
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)

THE_WAY = "The way into a digest"
THE_RULE = (
    "You choose for each reply: keep it in your journal, share its themes, or share words too. Words are shared only "
    "after you have seen exactly what would be shown.",
    "A reply rests {settle} after its last change. Then the next digest may use it, once; until one has, you "
    "can change it or take it back. What waits longer than {carry_over} stays in your journal for good.",
    "A digest shows nothing unless at least {voices} students shared something, of at least {roster} in the group.",
    "A theme shows if at least {cell} shared it, only as “a few”, “about half” or “most”. Words show if at least "
    "{cell} shared some: one quote from each at the most, in an order that says nothing.",
    "Preceptors and coordinators see neither who wrote nor who answered, paused or left.",
)
REMAINS = "What nobody can rule out"
RISKS = (
    "Somebody may know your style, or a thing that only you could know.",
    "Colleagues who put their heads together can work out more than each of them alone.",
    "A digest that shows something tells that at least {voices} of you took part.",
    "Until a digest has used a reply, the database ties it to you. Whoever runs Bedside holds the key and could look.",
    "Afterwards only your own journal has the words. Whoever holds database and key could match them with a quote that "
    "was posted. “{no_copy}” avoids that.",
    "Copies of the database (backups) that were made before a digest still hold the link, until they expire.",
    "Whoever owns this workspace may be able to read your messages with Bedside, and could put another app in its "
    "place. What you write in a form is not among the messages.",
)
WHERE_MORE_STANDS = (
    "Each rule with its reasons, and how it held when it was attacked, stands in the docs folder of Bedside's program. "
    "Whoever runs Bedside can show it to you."
)


def how_sharing_works(program: Program) -> View:
    """The rule with this program's own numbers, then what remains, and where to report what is not to be reported
    here."""
    numbers = {
        "settle": counted(program.settle // HOUR, "hour"),
        "carry_over": counted(program.carry_over // WEEK, "week"),
        "voices": in_words(program.smallest_group),
        "roster": in_words(program.smallest_group + SPARE_STUDENTS),
        "cell": in_words(SMALLEST_CELL),
        "no_copy": KEEP_NO_COPY,
    }
    blocks = [
        paragraph(strong(THE_WAY)),
        bullets(line.format(**numbers) for line in THE_RULE),
        paragraph(strong(REMAINS)),
        bullets(line.format(**numbers) for line in RISKS),
        quiet(WHERE_MORE_STANDS),
        *reporting_routes(program.reporting_routes),
    ]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def open_button() -> ButtonElement:
    """Opens it."""
    return ButtonElement(text=plain(TITLE), action_id=OPEN_ID, accessibility_label=OPEN_TO_A_READER)
