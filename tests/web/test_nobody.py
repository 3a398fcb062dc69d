"""Nothing of residents is on the site, however much the database knows of them."""

from __future__ import annotations

import re
from collections import deque

from tests.web.conftest import Browser
from tests.world import World

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


async def test_every_address_is_silent_about_residents(site: World, browser: Browser) -> None:
    await fill(site)
    assert "cane parlante" in (await site.say(site.monica, "/domande")).text, "there is something to be silent about"
    waiting, seen = deque(["/", "/it/", "/all.ics", "/feed.xml", "/events.json", "/pinerolo.ics", "/e/1"]), set[str]()
    waiting.extend(["/healthz", "/readyz", "/metrics", "/nothing"])
    while waiting:
        path = waiting.popleft()
        if path in seen:
            continue
        seen.add(path)
        answer, text = await browser.ask("GET", path)
        assert [secret for secret in SECRETS if secret in text + str(answer.headers)] == [], path
        found = [*re.findall(r'href="(/[^"]*)"', text), answer.headers.get("Location", "")]
        waiting.extend(each for each in found if each.startswith("/"))
    assert len(seen) >= 40
    assert {"/fr/e/3", "/en/torre-pellice", "/it/e/2.ics", "/it/privacy"} <= seen
