"""What a preceptor answered to the students of a digest, as each of them gets it."""

from datetime import date

from slack_sdk.models.blocks import Block

from bot.slack.views.message import Message
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, quiet, quote, strong

ANSWERED = "{name} answered the group"
TO_ALL = "This answers what was pooled for the digest of {day}. It goes to all of you, and nobody has to reply."


def group_answer(on: date, text: str, signature: str) -> Message:
    """Who answered, the words to the letter, the signature, and that nobody has to do anything."""
    heading, to_all = ANSWERED.format(name=signature), TO_ALL.format(day=day(on))
    blocks: list[Block] = [paragraph(strong(heading)), quote(text), paragraph(signature), quiet(to_all)]
    return Message("\n".join((heading, text, signature, to_all)), blocks)
