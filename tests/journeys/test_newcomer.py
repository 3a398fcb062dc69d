"""The whole story as a newcomer plays it: one command, one page, a real browser."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from tests.chromium import needs_chromium, new_page

pytestmark = needs_chromium
PATIENCE = 60_000
"""Milliseconds for a step of the story, on however busy a machine."""


@pytest.fixture
async def page(chromium: str) -> AsyncIterator[Page]:
    sandbox = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert sandbox.stdout is not None
    async with asyncio.timeout(180):
        said = (await sandbox.stdout.readline()).decode()
    url = re.search(r"http://\S+", said)
    assert url is not None, said
    async with new_page(chromium, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as page:
        page.set_default_timeout(PATIENCE)
        await page.goto(url[0])
        yield page
    sandbox.terminate()
    assert await sandbox.wait() == 0


async def test_subscribe_announce_and_be_reminded(page: Page) -> None:
    await _press(page, "Avvia")
    await page.get_by_role("button", name="Perosa Argentina, 16 ottobre", exact=True).last.click()
    await _press(page, "🔔 Avvisami")
    await expect(_chat(page).get_by_text("Ora segui gli incontri a Perosa Argentina")).to_be_visible()

    await page.locator("#groups").get_by_role("button", name=re.compile("Piazza")).click()
    await _press(page, "Aggiungi il bot")
    await _press(page, "🔔 Promemoria per Perosa Argentina")
    await expect(_chat(page).get_by_text("Ora questo gruppo segue gli incontri")).to_be_visible()

    await page.get_by_role("button", name=re.compile("Monica")).click()
    await _press(page, "Avvia")
    await _say(page, "/annuncia")
    await expect(_chat(page).get_by_text("Un nuovo annuncio")).to_be_visible()
    await _say(page, "La sala apre alle 17.30.")
    await _press(page, "✅ Manda a 1 persona")
    await expect(_chat(page).get_by_text("Parte fra 10 secondi")).to_be_visible()
    await _press(page, "+1 ora")  # instead of ten seconds in which it can still be stopped
    await expect(_chat(page).get_by_text("Annuncio consegnato")).to_be_visible(timeout=PATIENCE)

    await page.get_by_role("button", name=re.compile("Anna")).click()
    await expect(_chat(page).get_by_text("La sala apre alle 17.30.")).to_have_count(1)
    await page.get_by_role("button", name=re.compile("La sera prima di Perosa Argentina")).click()
    reminder = _chat(page).get_by_text("Domani alle 18:00: incontro We.Ca.Re. a Perosa Argentina")
    await expect(reminder.first).to_be_visible(timeout=PATIENCE)
    await page.locator("#groups").get_by_role("button", name=re.compile("Piazza")).click()
    await expect(reminder.first).to_be_visible()


async def _press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label).last.click()


async def _say(page: Page, text: str) -> None:
    await page.get_by_placeholder("Scrivi un messaggio").fill(text)
    await page.keyboard.press("Enter")


def _chat(page: Page) -> Locator:
    return page.get_by_role("log")
