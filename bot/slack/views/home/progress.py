"""A picture over the principles, drawn in letters: how many are answered, met and coming, and below it which ones."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.domain.progress import Stage, Step
from bot.slack.views.rich import bullets, paragraph, plain, preformatted, quiet, strong, together

PRACTICED = "What you have practiced"
IN_WORDS: Final = {
    Stage.ANSWERED: "Answered",
    Stage.MET: "Met",
    Stage.COMING: "Coming",
    Stage.LATER: "Another time",
}
WHAT_IT_MEANS = (
    "Answered: you replied to a question about it. Met: a message about it reached you. Coming: first taught on the "
    "day beside it. Another time: not in this rotation."
)
BAR = "█"


def progress(steps: Sequence[Step]) -> list[Block]:
    """The picture, then every principle by name; nothing for somebody who has not begun."""
    if not steps:
        return []
    groups = [(IN_WORDS[stage], tuple(some)) for stage, some in groupby(steps, key=lambda step: step.stage)]
    width = max(len(name) for name, _ in groups)
    bars = [f"{name:<{width}} {len(some):>2} {BAR * len(some)}" for name, some in groups]
    named = [part for name, some in groups for part in (paragraph(strong(name)), bullets(map(_named, some)))]
    return [
        HeaderBlock(text=plain(PRACTICED)),
        preformatted("\n".join(bars)),
        together(*named),
        quiet(WHAT_IT_MEANS),
    ]


def _named(step: Step) -> str:
    """Without the weekday, so that most titles keep to one line of a phone."""
    on = step.coming_on
    return f"{step.principle.title} ({on:%B} {on.day})" if on else step.principle.title
