"""Posters and the pictures of links: drawn for strangers, within bounds."""

from __future__ import annotations

import asyncio
import re
import struct
import sys
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from messages.team.poster_drawing import Poster
from tests.web.conftest import Browser
from tests.web.test_public import read
from tests.world import World, rome
from web.public import pictures

pytestmark = pytest.mark.one_database


@pytest.fixture
async def site(site: World) -> World:
    await site.app.bot.initialize()  # whose name is on what is drawn
    return site


async def bytes_of(browser: Browser, path: str) -> tuple[aiohttp.ClientResponse, bytes]:
    url = f"http://127.0.0.1:{browser.port}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer, await answer.read()


async def test_an_event_has_a_poster_and_its_link_a_picture(site: World, browser: Browser) -> None:
    _, page = await browser.get("/it/e/2")
    assert 'href="/it/e/2/poster.pdf">Locandina da stampare (PDF)' in page
    answer, pdf = await bytes_of(browser, "/it/e/2/poster.pdf")
    assert (answer.status, answer.content_type, pdf[:5]) == (200, "application/pdf", b"%PDF-")
    assert (await bytes_of(browser, "/it/pinerolo/poster.pdf"))[1] == pdf, "the area's next"
    again, _ = await browser.ask("GET", "/it/e/2/poster.pdf", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status == 304

    found = re.findall(r'property="og:image" content="http://127.0.0.1:\d+(/it/e/2/picture.png\?v=1)"', page)
    answer, png = await bytes_of(browser, found[0])
    assert (answer.content_type, struct.unpack(">II", png[16:24])) == ("image/png", (1200, 630))
    assert 'og:title" content="Incontro We.Ca.Re. a Pinerolo"' in page
    assert "Centro Sociale" in re.findall(r'og:description" content="([^"]*)"', page)[0]


Drawn = Callable[[object, Poster], Awaitable[bytes]]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Nothing is drawn before it is set; then each picture is its words."""
    may = asyncio.Event()

    async def drawn(_: object, of: Poster) -> bytes:
        await may.wait()
        return repr(of).encode()

    monkeypatch.setattr(pictures, "drawn", drawn)
    return may


async def test_a_few_are_drawn_at_a_time_and_each_once(site: World, browser: Browser, slow: asyncio.Event) -> None:
    paths = ["/it/e/2/poster.pdf"] * 20 + ["/it/pinerolo/poster.pdf", "/it/e/3/picture.png"]
    waiting = [asyncio.create_task(browser.get(path)) for path in paths]
    await asyncio.sleep(0.3)
    answer, page = await browser.ask("GET", "/it/e/1/poster.pdf")
    assert (answer.status, answer.headers["Retry-After"], "Torna fra un momento" in page) == (503, "5", True)
    assert "Pinerolo" in (await site.say(site.anna, "/incontri")).text

    slow.set()
    texts = [text for _, text in await asyncio.gather(*waiting)]
    assert len(set(texts)) == 2
    assert (await browser.get("/it/e/1/poster.pdf"))[0] == 200


async def test_what_changed_is_drawn_anew(site: World, browser: Browser, slow: asyncio.Event) -> None:
    slow.set()
    assert "23 ottobre" in (await browser.get("/it/e/2/poster.pdf"))[1]
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Pinerolo, 23 ottobre", "🕘 Giorno")
    await site.say(site.monica, "il 24")
    await site.press(site.monica, "✅ Salva")
    assert "24 ottobre" in (await browser.get("/it/e/2/poster.pdf"))[1]
    assert "24 October" in (await browser.get("/en/pinerolo/poster.pdf"))[1]


async def test_where_there_is_no_poster_it_is_said(
    site: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(path: str) -> bool:
        status, page = await browser.get(path)
        return (status, "Qui non c’è una locandina" in read(page)) == (404, True)

    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Pinerolo, 23 ottobre", "❌ Annulla l'incontro", "✅ Salva")
    assert await refused("/it/e/2/poster.pdf")
    assert await refused("/it/pinerolo/poster.pdf")
    assert "poster.pdf" not in (await browser.get("/it/e/2"))[1]
    assert (await browser.get("/pinerolo/poster.pdf"))[0] == 307
    assert (await browser.get("/it/e/99/poster.pdf"))[0] == 404

    monkeypatch.setitem(sys.modules, "matplotlib", None)  # as where the extra is not installed
    assert await refused("/it/e/3/poster.pdf")
    assert await refused("/it/e/3/picture.png")
    site.clock.at = rome("2027-11-01 10:00")
    assert await refused("/it/torre-pellice/poster.pdf")


async def test_what_is_not_sure_is_not_printed(database_url: str) -> None:
    world = World(database_url, programme_year=None, http_port=0)
    await world.app.serve()
    await world.open()
    async with aiohttp.ClientSession() as session:
        browser = Browser(world, session)
        assert (await browser.get("/it/e/2/poster.pdf"))[0] == 404
        assert "og:image" not in (await browser.get("/it/e/2"))[1]
    await world.close()
