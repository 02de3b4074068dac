"""Jo sets up a rotation from nothing, by clicks alone; then its students are welcomed."""

import re
from collections.abc import AsyncIterator, Iterable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.demos import demo_in

STUDENTS = ("Ada Lindqvist", "Amir Haddad", "Ben Castillo", "Keiko Mori", "Tomás Vega", "Uma Krishnan", "Yusuf Demir")
PRECEPTOR = "Dr. Alvarez"

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300), pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The desk of a coordinator for whom nothing is set up."""
    async with demo_in(browser, "--empty") as page:
        await page.get_by_role("button", name="Home").click()
        yield page


async def open_form(page: Page, button: str) -> Locator:
    await page.get_by_role("button", name=button).first.click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Name", exact=True).wait_for()
    return form


async def look_and_do(form: Locator) -> None:
    """Look at what changes, and do it."""
    await form.get_by_role("button", name="See what changes").click()
    await form.get_by_role("heading", name="What changes").wait_for()
    await form.locator("footer .primary").click()
    await expect(form).to_have_count(0)


async def pick(form: Locator, field: str, names: Iterable[str]) -> None:
    among = form.get_by_role("group", name=field)
    for name in names:
        await among.get_by_label("Find in this list").fill(name.split()[-1])
        await among.get_by_label(name).check()


async def today(page: Page) -> str:
    """The date on the page's clock."""
    return str(await page.locator("time").first.get_attribute("datetime")).partition("T")[0]


async def test_jo_makes_a_cohort_and_a_rotation_and_its_students_are_welcomed(page: Page) -> None:
    form = await open_form(page, "New cohort")
    await form.get_by_label("Name", exact=True).fill("Surgery")
    await form.get_by_label("Channel for the digest").select_option(label="#surgery-preceptors")
    await look_and_do(form)

    home = page.locator("#home")
    await expect(home.get_by_role("heading", name="Surgery")).to_be_visible()
    form = await open_form(page, "New rotation")
    await form.get_by_label("Name", exact=True).fill("Surgery A")
    await form.get_by_label("First day").fill(await today(page))
    await pick(form, "Add students", STUDENTS)
    await pick(form, "Add preceptors", [PRECEPTOR])
    await look_and_do(form)

    await expect(home.get_by_text(re.compile(r"Surgery A: .*7 students, 1 preceptor"))).to_be_visible()
    await page.get_by_text("Everybody else").click()
    for name, sees in ((STUDENTS[0], "Start: every day"), (PRECEPTOR, "I have read this")):
        await page.get_by_label("Find somebody").fill(name.split()[-1])
        await page.get_by_role("link", name=name).click()
        await expect(page.get_by_role("button", name=sees)).to_be_visible()
