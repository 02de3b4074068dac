"""What follows a reply that tells of something hard: where to turn, at once and to this student only."""

from slack_sdk.models.blocks import Block, HeaderBlock
from slack_sdk.models.views import View

from bot.domain.program import Program
from bot.domain.screening import Care
from bot.flows.take_reply import Refused
from bot.slack.views.rich import paragraph, plain, quote
from bot.slack.views.support import reporting_routes, support_lines

TITLE = "Before you go"
CLOSE = "Close"
HEADING = "You don't have to carry this alone"
NOT_ALERTED = "Nobody was alerted."
KEPT = "What you wrote is in your journal, and nothing more of it is shared."
HELD = "Nothing more of this reply is shared."
"""True as well of a reply that was used or deleted, or of which no copy was kept."""
TAKEN_BACK = "What you saved before stays in your journal, and nothing more of it is shared."
COPY = "What you have just written is not saved. You can copy it from here before you close this:"

MISTREATED = "Nobody should have to put up with being mistreated"
ASK_YOUR_SCHOOL = "Your school's office for students can tell you where to report it, if you want to."
KEPT_PRIVATE = (
    "What you wrote is in your journal, and nothing of it is shared. Nobody was told, and nothing was reported."
)
KEPT_BUT_THEMES = (
    "What you wrote is in your journal, and only the themes you ticked are shared. Nobody was told, and nothing was "
    "reported."
)

WEAKER = "This doesn't look like English, so Bedside may miss names, dates and places in it."
NO_WORDS_OF_THIS = "Your reply is in your journal, and none of its words are shared."
THEMES_OF_THIS = "Your reply is in your journal. Of it only the themes you ticked are shared, no words."


def saved_notice(care: Care, program: Program, *, shares: bool = False) -> View:
    """What helps first, then what became of the reply, of which themes are shared or nothing is."""
    return _notice(care, program, paragraph(_became(care, shares=shares)))


def held_notice(care: Care, program: Program, *, words: str) -> View:
    """The same where words to share tell of distress. They stand there to be copied, since perhaps they were typed
    nowhere else."""
    return _notice(care, program, paragraph(HELD), paragraph(COPY), quote(words))


def refused_notice(found: Refused, program: Program) -> View:
    """The same where a reply in distress could not be kept: what helps comes before why."""
    return _notice(found.care, program, paragraph(str(found.why)), paragraph(COPY), quote(found.text))


def what_helps(care: Care, program: Program) -> list[Block]:
    """What stands above everything else: support lines and that nobody was alerted, reporting routes, and that the
    check is weaker."""
    support = [HeaderBlock(text=plain(HEADING)), *support_lines(program.support_lines), paragraph(NOT_ALERTED)]
    routes = reporting_routes(program.reporting_routes) or [paragraph(ASK_YOUR_SCHOOL)]
    report = [HeaderBlock(text=plain(MISTREATED)), *routes] if care.mistreatment else []
    return [*(support if care.distress else []), *report, *([paragraph(WEAKER)] if care.weaker else [])]


def _notice(care: Care, program: Program, *became: Block) -> View:
    blocks = [*what_helps(care, program), *became]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def _became(care: Care, *, shares: bool) -> str:
    if care.distress:
        return KEPT
    if care.mistreatment:
        return KEPT_BUT_THEMES if shares else KEPT_PRIVATE
    return THEMES_OF_THIS if shares else NO_WORDS_OF_THIS
