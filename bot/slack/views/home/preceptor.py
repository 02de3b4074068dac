"""A preceptor's Home: two weeks of principles."""

from collections.abc import Iterable

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.domain.curriculum import Principle
from bot.flows.open_home.preceptor import PreceptorHome
from bot.slack.views.rich import paragraph, plain, strong

THIS_WEEK = "This week your students practice"
NEXT_WEEK = "Next week"


def preceptor_home(found: PreceptorHome) -> list[Block]:
    """This week, then the next one."""
    return [
        HeaderBlock(text=plain(THIS_WEEK)),
        *_principles(found.this_week),
        HeaderBlock(text=plain(NEXT_WEEK)),
        *_principles(found.next_week),
    ]


def _principles(principles: Iterable[Principle]) -> list[Block]:
    return [paragraph(strong(principle.title), f": {principle.teaching}") for principle in principles]
