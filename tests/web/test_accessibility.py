"""The pages in a real browser, for those who enlarge them, do not see them, or have no mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, ViewportSize

from tests.chromium import needs_chromium, new_page
from tests.world import World

pytestmark = [needs_chromium, pytest.mark.one_database]

NARROW: ViewportSize = {"width": 320, "height": 640}
KINDS = {
    "front": "/",
    "area": "/pinerolo",
    "event": "/e/2",
    "cancelled": "/e/1",
    "questions": "/questions",
    "answers": "/questions/meeting",
    "of the bot": "/questions/bot",
    "privacy": "/privacy",
    "accessibility": "/accessibility",
    "no poster": "/e/1/poster.pdf",
    "not there": "/nowhere",
}
FOCUSED = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at)
    const seen = box.width > 1 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
    const outlined = style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2
    return at == document.body ? null : {text: at.innerText, shown: seen && outlined}
}"""
LINKS = 'links => links.filter(link => !link.closest("[hidden]")).map(link => link.innerText)'


@pytest.fixture
async def pages(site: World, chromium: str) -> AsyncIterator[Page]:
    """A narrow browser at the site, on which a meeting is cancelled."""
    await site.app.bot.initialize()  # so that there are links to it
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Perosa Argentina, 16 ottobre", "❌ Annulla l'incontro", "✅ Salva")
    assert site.app.web is not None
    base = f"http://127.0.0.1:{site.app.web.port}"
    async with new_page(chromium, base_url=base, viewport=NARROW, bypass_csp=True) as page:  # for axe, not for the page
        yield page


async def wrong(page: Page) -> list[str]:
    """What axe finds, and what does not fit the width."""
    found: dict[str, Any] = (await Axe().run(page)).response
    told = [f"{each['id']}: {node['html'][:120]}" for each in found["violations"] for node in each["nodes"]]
    wide = await page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    return [*told, *(["is wider than the screen"] if wide else [])]


async def test_no_page_keeps_anybody_out(pages: Page) -> None:
    for language in ("it", "en", "fr"):
        for kind, path in KINDS.items():
            await pages.goto(f"/{language}{path}")
            assert await wrong(pages) == [], f"{kind}, {language}"
    await pages.emulate_media(color_scheme="dark")
    for kind in ("front", "cancelled", "answers"):
        await pages.goto(f"/it{KINDS[kind]}")
        assert await wrong(pages) == [], f"{kind}, in the dark"


@pytest.mark.parametrize("kind", ["front", "event", "answers"])
async def test_the_keyboard_reaches_every_link_and_shows_where_it_is(pages: Page, kind: str) -> None:
    await pages.goto(f"/it{KINDS[kind]}")
    reached = []
    await pages.keyboard.press("Tab")
    while (focused := await pages.evaluate(FOCUSED)) is not None:
        assert focused["shown"], focused["text"]
        reached.append(focused["text"])
        assert len(reached) < 100, "it goes round"
        await pages.keyboard.press("Tab")
    assert reached == await pages.eval_on_selector_all("a[href]", LINKS)

    await pages.goto(f"/it{KINDS[kind]}")
    for key in ("Tab", "Enter", "Tab"):
        await pages.keyboard.press(key)
    first = await pages.eval_on_selector("main a[href]", "link => link.innerText")
    assert (await pages.evaluate(FOCUSED))["text"] == first
