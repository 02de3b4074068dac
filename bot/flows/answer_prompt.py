"""A student opens the form of one of their own questions."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.curriculum import Lesson, Theme, ThemeSlug
from bot.domain.errors import NotYourQuestion, QuestionClosed
from bot.domain.people import PersonId
from bot.domain.reply import Reply, Sharing, is_open
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class Form:
    """What the form shows. `used` means that a digest has used the reply, so that it can only be read."""

    lesson: Lesson
    themes: tuple[Theme, ...]
    ticked: frozenset[ThemeSlug]
    text: str
    sharing: Sharing
    used: bool
    shared_words: str | None

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was saved yet."""
        return not (self.ticked or self.text or self.used or self.shared_words)


async def open_form(world: World, student: PersonId, on: date, *, at: datetime) -> Form:
    """The form for the question of a date, holding what was saved. Raises NotYourQuestion or QuestionClosed."""
    seen = await world.glances.question(student, on)
    if seen.question is None or seen.student is None:
        raise NotYourQuestion
    if seen.reply is None and not is_open(seen.question, at=at, open_for=world.program.question_open):
        raise QuestionClosed
    usual = Sharing.THEMES if seen.student.usually_shares_themes else Sharing.JOURNAL
    return _form(world, on, seen.reply, usual)


def _form(world: World, on: date, reply: Reply | None, usual: Sharing) -> Form:
    return Form(
        lesson=world.curriculum.lesson_on(on, world.program.overrides),
        themes=world.curriculum.themes,
        ticked=reply.themes if reply else frozenset(),
        text=reply.text if reply else "",
        sharing=reply.sharing if reply else usual,
        used=reply is not None and reply.spent,
        shared_words=reply.excerpt if reply else None,
    )
