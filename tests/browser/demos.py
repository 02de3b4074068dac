"""A demo in its own process, as `make demo` starts it, and what everybody does on its page."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Page, expect

from tests.databases import folder_in_memory

PATIENCE = 60_000
"""Milliseconds: living through a week takes a while on two busy cores."""


@asynccontextmanager
async def demo_in(browser: Browser, *options: str) -> AsyncIterator[Page]:
    """A page of a fresh demo, at the address that it tells."""
    with folder_in_memory() as folder:
        demo = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "demo", "--port", "0", *options,
            # Its database need not wait for the disk.
            env={**os.environ, "TMPDIR": str(folder)},  # noqa: TID251 - whatever else a process needs
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert demo.stdout is not None
        said = (await demo.stdout.readline()).decode()
        found = re.search(r"http://\S+", said)
        assert found is not None, said
        page = await browser.new_page(base_url=found.group())
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        await page.goto(found.group())
        yield page
        await page.close()
        demo.terminate()
        assert await demo.wait() == 0


async def become(page: Page, name: str) -> None:
    await page.get_by_role("link", name=name).first.click()


async def move_to(page: Page, stop: str) -> None:
    """Press one of the clock's buttons and wait until the clock stands again."""
    before = await page.locator("time").first.inner_text()
    await page.get_by_role("button", name=f"Next {stop}").click()
    await expect(page.locator("time").first).not_to_have_text(before)
    await expect(page.locator("header[aria-busy]")).to_have_count(0)
