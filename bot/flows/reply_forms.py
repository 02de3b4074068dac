"""The form of a question, as several journeys show it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.curriculum import Lesson, Theme, ThemeSlug
from bot.domain.reply import Draft, Reply, Sharing, own_words
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class Form:
    """What the form shows. `used` means that a digest has used the reply, so that it can only be read; `version` is the
    `changed_at` of the reply that it holds, None where nothing was saved yet. `kept` are the marks of what looks like
    somebody's and may stay, as the student has said in this form; without a `sharing` no choice is made yet."""

    lesson: Lesson
    themes: tuple[Theme, ...]
    ticked: frozenset[ThemeSlug]
    text: str
    sharing: Sharing | None
    used: bool
    shared_words: str | None
    version: datetime | None = None
    kept: tuple[str, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was saved yet."""
        return self.version is None and not (self.ticked or self.text or self.used or self.shared_words)


def form_of(world: World, on: date, reply: Reply | None, *, usual: Sharing) -> Form:
    """The form of a date's question, holding a reply; without one, the student's usual sharing choice."""
    return Form(
        lesson=world.curriculum.lesson_on(on, world.program.overrides),
        themes=world.curriculum.themes,
        ticked=reply.themes if reply else frozenset(),
        text=own_words(reply) if reply else "",
        sharing=reply.sharing if reply else usual,
        used=reply is not None and reply.spent,
        shared_words=reply.excerpt if reply else None,
        version=reply.changed_at if reply else None,
    )


def typed_form(world: World, on: date, draft: Draft, *, version: datetime | None, kept: tuple[str, ...] = ()) -> Form:
    """The form of a date's question once more, holding what was typed into it."""
    form = form_of(world, on, None, usual=draft.sharing)
    return with_typed(replace(form, version=version, kept=kept), draft)


def with_typed(form: Form, draft: Draft) -> Form:
    """A form in whose fields stands what was typed, and nothing of what was saved."""
    return replace(form, ticked=draft.themes, text=draft.text, sharing=draft.sharing, used=False, shared_words=None)
