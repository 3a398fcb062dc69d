"""One row, every channel: what organisers change is the same wherever it is read."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import icalendar

from tests.web.conftest import Browser
from tests.web.test_public import read
from tests.world import World, rome


async def everywhere(site: World, browser: Browser) -> dict[str, str]:
    """What each channel says of the meeting in Pinerolo."""
    site.anna.start("pinerolo")
    await site.settle()
    said = {"card": site.anna.last.text}
    said["answer"] = (await site.say(site.anna, "quando e dove si fa a Pinerolo?")).text
    said["list"] = (await site.say(site.anna, "/incontri")).text
    for name, path in {"page": "/it/e/2", "area": "/it/pinerolo", "home": "/it/"}.items():
        said[name] = read((await browser.get(path))[1])
    _, page = await browser.get("/it/e/2")
    said["head"] = unescape(re.findall(r'og:description" content="([^"]*)"', page)[0])
    said["feed"] = unescape((await browser.get("/it/feed.xml"))[1])
    return said


async def machines(browser: Browser) -> tuple[list[dict[str, Any]], icalendar.Event]:
    """What the page and the list of events tell machines, and the calendar's entry."""
    _, page = await browser.get("/it/e/2")
    inside = json.loads(re.findall(r'ld\+json">(.*?)</script>', page)[0])
    _, text = await browser.get("/events.json")
    listed = next(each for each in json.loads(text)["@graph"] if each["@id"] == inside["@id"])
    _, ics = await browser.get("/it/pinerolo.ics")
    assert {name: value for name, value in inside.items() if name != "@context"} == listed
    return [inside, listed], icalendar.Calendar.from_ical(ics).events[0]


async def change(site: World, label: str, *buttons: str, typed: str = "") -> None:
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, label, *(buttons if not typed else buttons[:-1]))
    if typed:
        await site.say(site.monica, typed)
        await site.press(site.monica, buttons[-1])


async def test_whatever_is_changed_is_the_same_everywhere(site: World, browser: Browser) -> None:
    await change(site, "Pinerolo, 23 ottobre", "🕘 Giorno", "✅ Salva", typed="il 24")
    await change(site, "Pinerolo, 24 ottobre", "🕘 Orario", "✅ Salva", typed="dalle 19 alle 21")
    for channel, text in (await everywhere(site, browser)).items():
        assert "24 ottobre" in text, channel
        assert "19:00" in text, channel
        assert "23 ottobre" not in text, channel
    told, entry = await machines(browser)
    assert {each["startDate"] for each in told} == {"2027-10-24T19:00:00+02:00"}
    assert {each["endDate"] for each in told} == {"2027-10-24T21:00:00+02:00"}
    assert (entry.decoded("DTSTART"), entry["SEQUENCE"]) == (rome("2027-10-24 19:00"), 2)

    correct = ("📍 Luogo", "✏️ Correggi nome o indirizzo", "✅ Salva")
    await change(site, "Pinerolo, 24 ottobre", *correct, typed="Sala <Rossa>, via Roma 11")
    for channel, text in (await everywhere(site, browser)).items():
        assert "Sala <Rossa>" in text, channel
        assert "via Roma 11" in text, channel
        assert "Podgora" not in text, channel
    told, entry = await machines(browser)
    assert [each["location"] for each in told] == [
        {"@type": "Place", "name": "Sala <Rossa>", "address": "via Roma 11, Pinerolo"}
    ] * 2
    assert (entry["LOCATION"], entry["SEQUENCE"]) == ("Sala <Rossa>, via Roma 11, Pinerolo", 3)

    await change(site, "Pinerolo, 24 ottobre", "❌ Annulla l'incontro", "✅ Salva")
    for channel, text in (await everywhere(site, browser)).items():
        assert "annullato" in text.lower() or "non si farà" in text, channel
    told, entry = await machines(browser)
    assert {each["eventStatus"] for each in told} == {"https://schema.org/EventCancelled"}
    assert (entry["SUMMARY"], entry["SEQUENCE"]) == ("ANNULLATO: Incontro We.Ca.Re. a Pinerolo", 4)
