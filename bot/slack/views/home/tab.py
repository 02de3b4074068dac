"""The Home tab: a student's own day and journal, a coordinator's cohorts, a preceptor's, or a kind word."""

from collections.abc import Sequence
from typing import Final

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot.domain.errors import Forgotten, NotOnRoster
from bot.domain.program import SupportLine
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import DoubleHome, Home, StrangerHome
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.open_home.student import StudentHome
from bot.slack.views.home.coordinator import ROOM, coordinator_home
from bot.slack.views.home.preceptor import confirmation, teaching
from bot.slack.views.home.student import student_home
from bot.slack.views.rich import paragraph

ROOM_BESIDE_TEACHING: Final = ROOM - 23
"""A preceptor's part takes up to twenty-two of Home's hundred blocks, and a line stands below it."""


def home(
    found: Home, *, support: Sequence[SupportLine], routes: Sequence[SupportLine] = (), workspace_url: str = ""
) -> View:
    """What one person may see, with links into the workspace where its address is known. The support lines and the
    routes to report mistreatment stand on a student's."""
    match found:
        case StudentHome():
            blocks = student_home(found, support=support, routes=routes)
        case CoordinatorHome():
            blocks = coordinator_home(found)
        case PreceptorHome():
            blocks = [*confirmation(found), *teaching(found, workspace_url=workspace_url)]
        case DoubleHome(own=own, teaching=taught):
            as_preceptor = teaching(taught, workspace_url=workspace_url)
            blocks = [*confirmation(taught), *_in_two_parts(own, as_preceptor, support, routes)]
        case StrangerHome(forgotten=forgotten):
            blocks = [paragraph(str(Forgotten() if forgotten else NotOnRoster()))]
    return View(type="home", blocks=blocks)


def _in_two_parts(
    own: StudentHome | CoordinatorHome,
    as_preceptor: Sequence[Block],
    support: Sequence[SupportLine],
    routes: Sequence[SupportLine],
) -> list[Block]:
    """A student's own day comes first; a coordinator's list is long."""
    if isinstance(own, StudentHome):
        return [*student_home(own, support=support, routes=routes), DividerBlock(), *as_preceptor]
    return [*as_preceptor, DividerBlock(), *coordinator_home(own, room=ROOM_BESIDE_TEACHING)]
