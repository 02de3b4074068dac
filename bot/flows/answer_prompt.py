"""A student opens the form of one of their own questions."""

from datetime import date, datetime

from bot.domain.errors import NotYourQuestion, QuestionClosed
from bot.domain.people import PersonId
from bot.domain.reply import Sharing, is_open
from bot.flows.ports import World
from bot.flows.reply_forms import Form, form_of


async def open_form(world: World, student: PersonId, on: date, *, at: datetime) -> Form:
    """The form for the question of a date, holding what was saved. Raises NotYourQuestion or QuestionClosed."""
    seen = await world.glances.question(student, on)
    if seen.question is None or seen.student is None:
        raise NotYourQuestion
    if seen.reply is None and not is_open(seen.question, at=at, open_for=world.program.question_open):
        raise QuestionClosed
    usual = Sharing.THEMES if seen.student.usually_shares_themes else Sharing.JOURNAL
    return form_of(world, on, seen.reply, usual=usual)
