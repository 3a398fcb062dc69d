"""Nothing of residents is on the site, however much the database knows of them."""

from __future__ import annotations

import re
from collections import deque

import pytest

from messages.team.poster_drawing import Poster
from tests.web.conftest import Browser
from tests.world import World
from web.public import pictures

LINK = re.compile(r'(?:href|content)="(?:http://127\.0\.0\.1:\d+)?(/[^"]*)"')

SECRETS = (
    "Zoraide",
    "Quintavalle",
    "5999000",
    "5999100",
    "1005999",
    "cane parlante",
    "Evaristo",
    "mirtilli",
    "Piazza dei Segreti",
)


async def fill(site: World) -> None:
    """People who follow, come, ask, announce and are many."""
    for number in range(5):
        person = site.telegram.person(5_999_000_000 + number, f"Zoraide{number} Quintavalle")
        await site.follow(person, "pinerolo")
        await site.say(person, "posso portare il mio cane parlante con i mirtilli?")
        if any("✉️" in label for label in person.last.labels):
            await site.press(person, "✉️")
    helper = site.telegram.person(5_999_100_000, "Evaristo")
    await site.organiser(helper)
    group = site.group(-1005999, "Piazza dei Segreti")
    group.add_bot(site.anna)
    await site.announce("Una parola sola", "✅")
    await site.wait()


async def teach(site: World) -> None:
    """What a resident asked becomes an answer for others who ask in the chat."""
    await site.press(site.monica, "1", "✏️ Rispondi")
    await site.say(site.monica, "Sì, anche con i mirtilli.")
    await site.press(site.monica, "✅ Manda", "✅ Usala")
    assert "mirtilli" in (await site.say(site.anna, "posso portare il mio cane parlante con i mirtilli?")).text


async def drawn(_: object, of: Poster) -> bytes:
    """Its words, which no picture shows to a test."""
    return repr(of).encode()


async def test_every_address_is_silent_about_residents(
    site: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "drawn", drawn)
    await site.app.bot.initialize()
    await fill(site)
    assert "cane parlante" in (await site.say(site.monica, "/domande")).text, "there is something to be silent about"
    await teach(site)
    waiting, seen = deque(["/", "/it/", "/all.ics", "/feed.xml", "/events.json", "/pinerolo.ics", "/e/1"]), set[str]()
    waiting.extend(["/healthz", "/readyz", "/metrics", "/nothing", "/pinerolo/poster.pdf"])
    while waiting:
        path = waiting.popleft()
        if path in seen:
            continue
        seen.add(path)
        answer, text = await browser.ask("GET", path)
        assert [secret for secret in SECRETS if secret in text + str(answer.headers)] == [], path
        found = [*LINK.findall(text), answer.headers.get("Location", "")]
        waiting.extend(each.partition("#")[0] for each in found if each.startswith("/"))
    assert len(seen) >= 40
    assert {"/fr/questions/bot", "/it/e/3/poster.pdf", "/en/e/2/picture.png?v=1", "/it/pinerolo/poster.pdf"} <= seen
    assert {"/fr/e/3", "/en/torre-pellice", "/it/e/2.ics", "/it/privacy"} <= seen
