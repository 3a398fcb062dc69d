"""What people read without Telegram."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import Browser
from tests.world import World, rome

pytestmark = pytest.mark.one_database


def read(page: str) -> str:
    """What a page says, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.partition("<main")[2])).split())


async def test_each_event_has_an_address_in_each_language(browser: Browser) -> None:
    _, home = await browser.get("/it/")
    ways = re.findall(r'<h2><a href="(/it/e/\d+)">', home)
    assert len(ways) == 3

    _, page = await browser.get(ways[1])
    assert "<title>Incontro We.Ca.Re. a Pinerolo</title>" in page
    assert '<time datetime="2027-10-23T16:00:00Z">sabato 23 ottobre 2027</time>, dalle 18:00 alle 20:30' in page
    assert "Centro Sociale, via Podgora 22, Pinerolo" in read(page)
    _, page = await browser.get(ways[1].replace("it", "en"))
    assert 'lang="en"' in page
    assert "Saturday 23 October 2027" in page


async def test_an_area_tells_its_own(browser: Browser) -> None:
    _, page = await browser.get("/fr/torre-pellice")

    assert "<h1>Torre Pellice</h1>" in page
    assert page.count("<h2>") == 1


@pytest.mark.parametrize(("wished", "language"), [("en-GB", "en"), ("de,fr;q=0.5", "fr"), ("", "it")])
@pytest.mark.parametrize("path", ["/", "/e/2"])
async def test_without_a_language_the_browsers_is_taken(
    browser: Browser, path: str, wished: str, language: str
) -> None:
    answer, _ = await browser.ask("GET", path, headers={"Accept-Language": wished})

    assert (answer.status, answer.headers["Location"]) == (307, f"/{language}{path}")
    assert answer.headers["Vary"] == "accept-language"


async def test_a_cancelled_meeting_is_told_until_it_would_have_ended(site: World, browser: Browser) -> None:
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Pinerolo, 23 ottobre", "❌ Annulla l'incontro", "✅ Salva")
    _, home = await browser.get("/it/")
    _, page = await browser.get("/it/e/2")
    assert "Annullato. Questo incontro non si farà." in read(home)
    assert "Annullato. Questo incontro non si farà." in read(page)

    await site.travel("2027-10-23 20:31")
    _, home = await browser.get("/it/")
    assert "/it/e/2" not in home
    assert (await browser.get("/it/e/2"))[0] == 200


async def test_what_is_over_says_so_and_leaves_the_list(site: World, browser: Browser) -> None:
    site.clock.at = rome("2027-11-01 10:00")

    assert "C'è già stato" in read((await browser.get("/it/e/3"))[1]).replace("Questo incontro c'", "C'")
    assert "Per ora non ci sono incontri in programma" in read((await browser.get("/it/"))[1])


async def test_whoever_knows_the_page_is_sent_nothing(browser: Browser) -> None:
    answer, _ = await browser.ask("GET", "/it/")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    again, body = await browser.ask("GET", "/it/", headers={"If-None-Match": f'"x", W/{answer.headers["ETag"]}'})
    assert (again.status, body, again.headers["ETag"]) == (304, "", answer.headers["ETag"])


@pytest.mark.parametrize(
    "path",
    [
        "/it/e/99", "/it/e/99999999999999999999", "/it/e/-1", "/it/e/x", "/e/x", "/it/nowhere", "/de/", "/de/pinerolo",
        "/it/e/2/", "/it//", "/it/..%2f..%2fetc", "/it/%00", "/it/e/2%27%3B--", "/it/" + "x" * 5000,
    ],
)  # fmt: skip
async def test_what_is_not_there_gets_a_page(browser: Browser, path: str) -> None:
    status, page = await browser.get(path)

    assert (status, "<h1>" in page) == (404, True)
    assert "Traceback" not in page


@pytest.mark.parametrize("language", ["it", "en", "fr"])
async def test_pages_about_the_page(browser: Browser, language: str) -> None:
    for subject in ("privacy", "accessibility"):
        status, page = await browser.get(f"/{language}/{subject}")
        assert status == 200
        assert "<script" not in page
        assert page.count("<p>") >= 3
