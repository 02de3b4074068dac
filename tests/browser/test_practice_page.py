"""What only a browser shows of the practice page: names are found in long lists, and files travel once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Page, Response, expect

from bot.practice.cast import COORDINATOR, practice_workspace
from bot.practice.classmates import Classmates
from bot.practice.hands import Hands
from bot.practice.page.routes import routes
from bot.practice.school import populate
from bot.practice.server import PracticeServer
from bot.practice.wire import Json
from bot.practice.workspace import Workspace
from tests.practice.page_stand_ins import StandInClock
from tests.practice.stand_ins import (
    MONDAY_NOON,
    RecordingApp,
    actions,
    button,
    entry,
    home,
    modal,
    plain,
    section,
    text_field,
)

TABLE = "cohort,role"

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]


@dataclass(frozen=True)
class Seen:
    """A page that Jo looks at, and what the app hears of it."""

    page: Page
    workspace: Workspace
    app: RecordingApp

    def sent(self) -> Json:
        """What stood in the fields of the form that was sent last."""
        values: Json = self.app.delivered[-1][1]["view"]["state"]["values"]
        return values


@pytest_asyncio.fixture(loop_scope="session")
async def seen(browser: Browser) -> AsyncIterator[Seen]:
    workspace = practice_workspace(lambda: MONDAY_NOON)
    populate(workspace)
    hands = Hands(workspace)
    page_routes = routes(workspace, hands, StandInClock(), Classmates(hands, workspace), longest_wait=0.2)
    server = await PracticeServer.start(workspace, routes=page_routes)
    app = workspace.delivery = RecordingApp()
    page = await browser.new_page(base_url=server.origin)
    await page.goto("/as/jo")
    yield Seen(page, workspace, app)
    await page.close()
    await server.stop()


def roster_form() -> Json:
    people = {"type": "multi_users_select", "action_id": "people", "initial_users": ["U0ALICE"]}
    file = {"type": "file_input", "action_id": "file", "filetypes": ["csv"], "max_files": 1}
    return modal(
        entry("name", text_field(), label=plain("Name")),
        entry("people", people, label=plain("Students")),
        entry("roster", file, label=plain("Roster")),
    )


async def test_jo_finds_names_in_a_long_list_and_sends_a_file_once_though_something_else_is_wrong(seen: Seen) -> None:
    view, page = seen.workspace.views.open(COORDINATOR, roster_form()), seen.page
    form = page.get_by_role("dialog")
    finder = form.get_by_label("Find in this list")
    for name in ("Ada Lindqvist", "Keiko Mori"):
        await finder.fill(name.split()[0].lower())
        await form.get_by_label(name).check()
    await expect(form.get_by_label("Olga Ivanova")).to_be_hidden()
    await expect(form.get_by_label("Alice")).to_be_visible()
    await expect(form.get_by_text("3 chosen")).to_be_visible()
    await finder.press("Enter")
    assert seen.app.delivered == [], "Return in the field that finds sends nothing"

    table = FilePayload(name="Block 3.csv", mimeType="text/csv", buffer=TABLE.encode())
    await form.get_by_label("Roster").set_input_files(table)
    # What comes meanwhile draws the page anew; the chosen file stays.
    seen.workspace.post(seen.workspace.open_im(COORDINATOR).id, "Good morning")
    await expect(page.get_by_text("Good morning")).to_be_visible()
    await form.get_by_role("button", name="Save").click()
    await expect(form.get_by_text("Please complete this required field.")).to_be_visible()
    await expect(form.get_by_label("Block 3.csv")).to_be_checked()

    await form.get_by_label("Name").fill("Block 3")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_have_count(0)
    (file,) = seen.sent()["roster"]["file"]["files"]
    assert (file["name"], seen.workspace.files[file["id"]].content) == ("Block 3.csv", TABLE.encode())
    assert set(seen.sent()["people"]["people"]["selected_users"]) == {"U0ADALINDQVIST", "U0KEIKOMORI", "U0ALICE"}
    assert len(view.attached) == 1


async def test_somebody_new_joins_and_is_found_among_everybody_else(seen: Seen) -> None:
    page = seen.page
    await page.get_by_text("Workspace accounts").click()
    await page.get_by_label("Name").fill("Zoe Quinn")
    await page.get_by_role("button", name="A new person joins").click()
    await expect(page.get_by_text("Zoe Quinn has joined the workspace.")).to_be_visible()
    await page.get_by_text("Everybody else").click()
    await page.get_by_label("Find somebody").fill("quinn")
    await expect(page.get_by_role("link", name="Quinn Murphy")).to_be_visible()
    await expect(page.get_by_role("link", name="Ada Lindqvist")).to_be_hidden()
    await page.get_by_role("link", name="Zoe Quinn").click()
    await expect(page).to_have_title("Zoe Quinn · Bedside practice")
    assert seen.app.delivered[0][1]["event"]["type"] == "team_join"


def desk(*above: Json) -> Json:
    return home(*above, actions(button("new", text=plain("New rotation"))))


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
async def test_a_button_that_is_being_pressed_stays_until_it_is_let_go(seen: Seen, by: str) -> None:
    seen.workspace.views.publish(COORDINATOR, desk())
    page = seen.page
    await page.goto("/as/jo?tab=home")
    await page.get_by_role("button", name="New rotation").hover()
    await page.get_by_role("button", name="New rotation").focus()
    async with page.expect_response(is_the_page):
        await (page.mouse.down() if by == "mouse" else page.keyboard.down("Space"))
        seen.workspace.views.publish(COORDINATOR, desk(section("Surgery has been added."), section("It is new.")))
    await expect(page.get_by_text("Surgery has been added.")).to_have_count(0)
    await (page.mouse.up() if by == "mouse" else page.keyboard.up("Space"))
    await expect(page.get_by_text("Surgery has been added.")).to_be_visible()
    (pressed,) = (payload["actions"][0]["action_id"] for _, payload in seen.app.delivered)
    assert pressed == "new"


def is_the_page(response: Response) -> bool:
    return response.url.endswith("/as/jo?tab=home")
