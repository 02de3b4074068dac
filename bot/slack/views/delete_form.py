"""The one question before everything about a student is deleted, and the last word after it."""

from slack_sdk.models.views import View

from bot.slack.views.own_data import SEND
from bot.slack.views.rich import bullets, paragraph, plain, strong

CALLBACK_ID = "delete_form"

TITLE = "Delete everything?"
DELETE, KEEP = "Delete everything", "Keep it"
GOES = "This goes, at once and for good"
WHAT_GOES = (
    "Everything you wrote, and whatever of it still waits for a digest.",
    "Your settings, and everything that is planned for you.",
    "Bedside's messages to you, wherever Slack lets Bedside take them away, within some minutes.",
)
STAYS = "This can't be taken back"
WHAT_STAYS = (
    "Digests that are out: they show no name, so nothing in them can be found again.",
    "What you typed into the conversation yourself: Slack keeps it, and you can delete it there.",
    "What this workspace keeps by its own rules, and backups of whoever runs Bedside, until they expire.",
)
MARK = (
    "Until your rotation ends, a mark that names nobody stays, so that the next roster does not enroll you again. "
    "Nobody is told, and nobody asks why."
)
FIRST = (
    "To keep a copy, close this, press “{send}”, wait until it has come, and save it elsewhere: what lies in this "
    "conversation goes too."
)
GONE_TITLE, CLOSE = "Goodbye", "Close"
GONE = "Everything about you is deleted. Nothing more will come."
GOING = "Bedside's messages disappear from the conversation over the next minutes."
THANKS = "Thank you for the time you gave to this. Take good care of yourself."


def delete_form() -> View:
    """What goes, what can't, and one button."""
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        title=plain(TITLE),
        submit=plain(DELETE),
        close=plain(KEEP),
        blocks=[
            paragraph(strong(GOES)),
            bullets(WHAT_GOES),
            paragraph(strong(STAYS)),
            bullets(WHAT_STAYS),
            paragraph(MARK),
            paragraph(FIRST.format(send=SEND)),
        ],
    )


def goodbye() -> View:
    """That it is done. It comes in the same form, so that nothing new lies in the conversation."""
    blocks = [paragraph(strong(GONE)), paragraph(GOING), paragraph(THANKS)]
    return View(type="modal", title=plain(GONE_TITLE), close=plain(CLOSE), blocks=blocks)
