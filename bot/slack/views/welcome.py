"""The one message that comes before anything else, and what it becomes once it is answered."""

from slack_sdk.models.blocks import ActionsBlock, Block, HeaderBlock

from bot.domain.people import Pace, Standing
from bot.slack.views import pace, promise
from bot.slack.views.message import Message
from bot.slack.views.rich import bullets, paragraph, plain, strong

TITLE = "A little bedside manner, every day"
WHAT = (
    "Hello, I'm Bedside. Each working morning I bring one small thing to try with a patient, and at the end of some "
    "days one question about how it went. Four taps answer it; a few words are welcome."
)
WHO_SEES = "Who sees what"
LEAVING = "You can leave with one click, at any time. Nobody asks why."
STARTED = "You're in: {pace}, with something small to try in the mornings."
DECLINED = "All right, nothing will come. Should you change your mind, the buttons stay here."
LEFT = "You've left. Nothing more will come. Should you change your mind, the buttons stay here."


def welcome(voices: int) -> Message:
    """What this is, how often, who sees what and when, and a free choice."""
    return _welcome(voices, LEAVING, pace.start_buttons(with_decline=True))


def answered(voices: int, standing: Standing, pace_now: Pace) -> Message:
    """The same message after a press: the promise stays readable, and the way in or out stays open."""
    match standing:
        case Standing.STARTED:
            state = STARTED.format(pace=pace.IN_WORDS[pace_now])
            return _welcome(voices, state, ActionsBlock(elements=[pace.leave_button()]))
        case Standing.LEFT:
            return _welcome(voices, LEFT, pace.start_buttons(with_decline=False))
        case Standing.PLACED:
            return _welcome(voices, DECLINED, pace.start_buttons(with_decline=False))


def _welcome(voices: int, state: str, buttons: ActionsBlock) -> Message:
    rules = (promise.OWN_JOURNAL, promise.pooled(voices), promise.VOLUNTARY, promise.NOT_LIVE)
    risks = f"{promise.residual(voices)} {promise.MORE}"
    blocks: list[Block] = [
        HeaderBlock(text=plain(TITLE)),
        paragraph(WHAT),
        paragraph(strong(WHO_SEES)),
        bullets(rules),
        paragraph(risks),
        paragraph(strong(state)),
        buttons,
    ]
    return Message("\n".join((TITLE, WHAT, WHO_SEES, *rules, risks, state)), blocks)
