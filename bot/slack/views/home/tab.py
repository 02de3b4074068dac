"""The Home tab: a student's own day and journal, a coordinator's cohorts, a preceptor's two weeks, or a kind word."""

from collections.abc import Sequence

from slack_sdk.models.views import View

from bot.domain.errors import NotOnRoster
from bot.domain.program import SupportLine
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import Home, StrangerHome
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.open_home.student import StudentHome
from bot.slack.views.home.coordinator import coordinator_home
from bot.slack.views.home.preceptor import preceptor_home
from bot.slack.views.home.student import student_home
from bot.slack.views.rich import paragraph


def home(found: Home, *, support: Sequence[SupportLine]) -> View:
    """What one person may see."""
    match found:
        case StudentHome():
            blocks = student_home(found, support=support)
        case CoordinatorHome():
            blocks = coordinator_home(found)
        case PreceptorHome():
            blocks = preceptor_home(found)
        case StrangerHome():
            blocks = [paragraph(str(NotOnRoster()))]
    return View(type="home", blocks=blocks)
