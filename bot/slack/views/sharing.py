"""Whether a student shares by default, and the way to stop it, for the Home tab."""

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.slack.views.rich import confirmation, paragraph, plain

STOP_ID = "stop_sharing"

SHARES = "Themes that you tick are shared unless you choose otherwise."
SHARES_NOTHING = "New replies stay in your journal unless you choose otherwise."
STOP = "Stop sharing"
STOP_TO_A_READER = "Stop sharing, and take back what no digest has used"
STOP_TITLE = "Stop sharing?"
STOP_TEXT = (
    "Whatever no digest has used yet goes back into your journal, and new replies stay there unless you choose "
    "otherwise. Digests that were posted stay as they are."
)
NOT_NOW = "Not now"


def sharing_blocks(*, usually_shares: bool) -> list[Block]:
    """What happens to a new reply, and one button that takes everything back; it asks once."""
    button = ButtonElement(
        text=plain(STOP),
        action_id=STOP_ID,
        accessibility_label=STOP_TO_A_READER,
        confirm=confirmation(STOP_TITLE, STOP_TEXT, STOP, NOT_NOW),
    )
    return [paragraph(SHARES if usually_shares else SHARES_NOTHING), ActionsBlock(elements=[button])]
