"""A new user clicks through the demo in a real browser: from Start to the digest."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.demos import become, demo_in, move_to

ALICES_WORDS = "I pulled a chair close and the whole visit slowed down."
WITH_A_NUMBER = f"{ALICES_WORDS} Her son's number is 857 555 0123."
NOT_ENOUGH = "Not enough to share safely this week."
A_THEME = re.compile(r"^(Most|About half|A few): ")
pytestmark = [pytest.mark.browser, pytest.mark.timeout(300), pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A demo that nobody has touched."""
    async with demo_in(browser) as page:
        yield page


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def asked(browser: Browser) -> AsyncIterator[Page]:
    """A demo that several tests share, in which Alice has a question that stays open."""
    async with demo_in(browser) as page:
        await start_and_get_a_question(page)
        yield page


async def anew(page: Page) -> Page:
    """The page as somebody finds it who comes back: nothing is open."""
    await page.goto("/")
    close = page.get_by_role("dialog").get_by_role("button", name="Close this form")
    if await close.count():
        await close.click()
        await expect(page.get_by_role("dialog")).to_have_count(0)
    return page


async def read_the_digest_as_dr_kim(page: Page) -> None:
    """Move to the digest and look into the preceptors' channel."""
    await move_to(page, "digest")
    await become(page, "Dr. Kim")
    await page.get_by_role("link", name="medicine-preceptors").click()


async def open_a_past_digest_from_home(page: Page) -> None:
    """A simulated Dr. Kim has confirmed; so Home shows the cohort and links its digests, in a tab of their own."""
    await page.get_by_role("button", name="Home").click()
    await expect(page.get_by_role("heading", name="Past digests")).to_be_visible()
    await expect(page.get_by_role("button", name="I have read this")).to_have_count(0)
    async with page.expect_popup() as opening:
        await page.get_by_role("link", name="Monday, ").first.click()
    opened = await opening.value
    await expect(opened.get_by_text("Try this week").first).to_be_visible()


async def start_and_get_a_question(page: Page) -> None:
    await page.get_by_role("button", name="Start: every day").click()
    await page.get_by_role("button", name="Leave").wait_for()
    await move_to(page, "reminder")
    await move_to(page, "question")
    await expect(page.get_by_role("button", name="Answer")).to_be_visible()


async def test_alice_answers_and_dr_kim_reads_a_digest_that_does_not_point_at_her(page: Page) -> None:
    await start_and_get_a_question(page)
    await page.get_by_role("button", name="Answer").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("A small gesture mattered").check()
    await form.get_by_label("A few words").fill(WITH_A_NUMBER)
    await form.get_by_label("Share words too").check()
    await form.get_by_role("button", name="Save").click()

    await expect(form.get_by_text("a phone number: 857 555 0123")).to_be_visible()
    await expect(form.get_by_label("A few words")).to_have_value(WITH_A_NUMBER)
    await form.get_by_label("A few words").fill(ALICES_WORDS)
    await form.get_by_role("button", name="Save").click()
    await form.get_by_role("button", name="Share this").click()

    await expect(page.get_by_text("Done for today")).to_be_visible()
    await expect(page.get_by_text(ALICES_WORDS)).to_have_count(0)
    await read_the_digest_as_dr_kim(page)
    digest = page.locator("main")
    await expect(digest.get_by_text("Try this week").first).to_be_visible()
    await expect(digest.get_by_text(A_THEME).first).to_be_visible()
    await expect(digest.get_by_text("In students' words").first).to_be_visible()
    await expect(digest.locator("blockquote").first).to_be_visible()
    text = await digest.inner_text()
    assert NOT_ENOUGH not in text
    assert not re.search(r"Alice|Bob|Carol|Hana|U0[A-Z]+|857", text)
    await open_a_past_digest_from_home(page)


@pytest.mark.slow
async def test_with_too_few_voices_the_digest_says_so_and_nothing_else(page: Page) -> None:
    for left in reversed(range(7)):
        await page.get_by_role("button", name="One classmate fewer").click()
        await expect(page.locator("output")).to_have_text(str(left))
    await start_and_get_a_question(page)
    await page.get_by_role("button", name="Answer").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Time pressure").check()
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_have_count(0)
    await read_the_digest_as_dr_kim(page)
    await expect(page.get_by_text(NOT_ENOUGH)).to_have_count(2)
    await expect(page.get_by_text(A_THEME)).to_have_count(0)
    await expect(page.locator("main blockquote")).to_have_count(0)


@pytest.mark.slow
async def test_a_question_can_be_answered_while_the_clock_still_moves(page: Page) -> None:
    await page.get_by_role("button", name="Start: every day").click()
    await page.get_by_role("button", name="Leave").wait_for()
    await page.get_by_role("button", name="Next question").click()
    await page.get_by_role("button", name="Answer").click()
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_alice_types_her_answer_and_finds_it_in_the_form(asked: Page) -> None:
    page = await anew(asked)
    for line in (ALICES_WORDS, "She laughed."):
        await page.get_by_label("Write to Bedside").fill(line)
        await page.get_by_role("button", name="Send").click()
    for line in (ALICES_WORDS, "She laughed."):
        await expect(page.locator("#messages").get_by_text(line)).to_be_visible()
    await page.get_by_role("button", name="Open the form").click()
    form = page.get_by_role("dialog")
    await expect(form.get_by_label("A few words")).to_have_value(f"{ALICES_WORDS}\nShe laughed.")


async def test_what_comes_while_the_clock_moves_is_in_view(asked: Page) -> None:
    page = await anew(asked)
    await page.locator(".scroll").evaluate("scroll => scroll.scrollTo(0, -200)")
    await move_to(page, "reminder")
    await expect(page.locator("#messages > li").last).to_be_in_viewport(ratio=0.9)


async def test_the_home_tab_opens_with_todays_lesson(page: Page) -> None:
    await become(page, "Dr. Kim")
    await page.get_by_role("button", name="I have read this").click()
    await expect(page.get_by_text("Thank you for confirming")).to_be_visible()
    await expect(page.get_by_role("button", name="I have read this")).to_have_count(0)
    await become(page, "Alice")
    await start_and_get_a_question(page)
    await page.get_by_role("button", name="Home").click()
    await expect(page.get_by_role("heading", name="Your settings")).to_be_visible()
    await expect(page.get_by_role("button", name="Answer").first).to_be_visible()
    await become(page, "Mallory")
    await expect(page.get_by_role("button", name="Answer")).to_have_count(0)
