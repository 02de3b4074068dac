"""A week before a student's replies are deleted: which day, and what can be done until then."""

from datetime import date

from bot.slack.views.message import Message
from bot.slack.views.own_data import send_row
from bot.slack.views.question import OPEN, day
from bot.slack.views.rich import paragraph, strong

DAY = "On {day}, everything you wrote here is deleted for good."
UNTIL_THEN = "Until then you can read it under each question: press “{open}”. Or have all of it sent as a file to keep."
NO_COPY = "Bedside keeps no copy. Words you chose to share stay in the digests that showed them."
THANKS = "Thank you for the time you gave to this."


def farewell(on: date) -> Message:
    """The day, the way to what was written, and a thank-you; it asks for nothing."""
    told = DAY.format(day=day(on))
    rest = (UNTIL_THEN.format(open=OPEN), NO_COPY, THANKS)
    return Message("\n".join((told, *rest)), [paragraph(strong(told)), *map(paragraph, rest), send_row()])
