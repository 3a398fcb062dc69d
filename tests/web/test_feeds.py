"""What calendars, feed readers and other machines read."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import icalendar
import pytest

from tests.web.conftest import Browser
from tests.world import World, rome

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both


async def cancel(site: World, label: str) -> None:
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, label, "❌ Annulla l'incontro", "✅ Salva")


async def calendar(browser: Browser, path: str) -> icalendar.Calendar:
    answer, text = await browser.ask("GET", path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return icalendar.Calendar.from_ical(text)


async def test_a_calendar_to_follow_has_every_event(site: World, browser: Browser) -> None:
    read = await calendar(browser, "/all.ics")

    assert [str(each["UID"]) for each in read.events] == [
        f"{slug}@wecare.campanile" for slug in ("perosa-argentina", "pinerolo", "torre-pellice")
    ]
    assert read["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert read.walk("VALARM") == []
    assert len(read.walk("VTIMEZONE")) == 1
    pinerolo = (await calendar(browser, "/en/pinerolo.ics")).events
    assert [str(each["SUMMARY"]) for each in pinerolo] == ["We.Ca.Re. meeting in Pinerolo"]
    assert pinerolo[0].decoded("DTSTART") == rome("2027-10-23 18:00")
    assert (await calendar(browser, "/it/e/2.ics")).events[0]["UID"] == pinerolo[0]["UID"]


async def test_what_was_called_off_stays_until_it_would_have_ended(site: World, browser: Browser) -> None:
    await cancel(site, "Pinerolo, 23 ottobre")
    (told,) = (await calendar(browser, "/it/pinerolo.ics")).events
    assert (told["SUMMARY"], told["STATUS"], told["SEQUENCE"]) == (
        "ANNULLATO: Incontro We.Ca.Re. a Pinerolo", "CONFIRMED", 1,
    )  # fmt: skip

    site.clock.at = rome("2027-10-23 20:31")
    assert (await calendar(browser, "/it/pinerolo.ics")).events == []
    assert len((await calendar(browser, "/it/all.ics")).events) == 2, "what took place stays"


async def test_a_calendar_stays_the_same_within_the_hour(site: World, browser: Browser) -> None:
    first, _ = await browser.ask("GET", "/all.ics")
    site.clock.at += timedelta(minutes=40)
    again, text = await browser.ask("GET", "/all.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, text) == (304, "")

    await cancel(site, "Pinerolo, 23 ottobre")
    changed, _ = await browser.ask("GET", "/all.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status == 200


async def test_a_feed_reader_sees_what_has_changed(site: World, browser: Browser) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    site.clock.at += timedelta(minutes=5)
    await cancel(site, "Pinerolo, 23 ottobre")
    answer, text = await browser.ask("GET", "/it/feed.xml")
    feed = ElementTree.fromstring(text)

    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.findtext(f"{atom}updated") == "2027-10-09T08:05:00Z"
    titles = {each.findtext(f"{atom}title") for each in feed.iter(f"{atom}entry")}
    assert "ANNULLATO: Incontro We.Ca.Re. a Pinerolo" in titles
    assert len(titles) == 3


@pytest.mark.one_database
async def test_machines_read_an_honest_status(site: World, browser: Browser) -> None:
    await cancel(site, "Pinerolo, 23 ottobre")
    _, text = await browser.get("/events.json")
    found = json.loads(text)["@graph"]

    assert [each["eventStatus"].rpartition("/")[2] for each in found] == [
        "EventScheduled", "EventCancelled", "EventScheduled",
    ]  # fmt: skip
    assert found[1]["startDate"] == "2027-10-23T18:00:00+02:00"
    assert found[1]["location"] == {
        "@type": "Place", "name": "Centro Sociale", "address": "via Podgora 22, Pinerolo",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/nowhere.ics", "/de/all.ics", "/it/e/99.ics", "/it/e/99999999999.ics", "/it/x.ics"])
async def test_a_feed_of_nothing_is_not_there(browser: Browser, path: str) -> None:
    assert (await browser.get(path))[0] == 404


async def test_who_asks_all_the_time_gets_the_same_and_the_bot_answers(site: World, browser: Browser) -> None:
    asked = [asyncio.create_task(browser.ask("GET", path)) for path in ("/all.ics", "/it/", "/feed.xml") * 100]
    assert "Pinerolo" in (await site.say(site.anna, "/incontri")).text
    answers = await asyncio.gather(*asked)

    assert {answer.status for answer, _ in answers} == {200}
    assert len({text for _, text in answers}) == 3


async def test_a_change_is_read_at_once_however_often_somebody_asked(site: World, browser: Browser) -> None:
    for _ in range(3):
        assert "ANNULLATO" not in (await browser.get("/feed.xml"))[1]
        await browser.get("/it/pinerolo")
    await cancel(site, "Pinerolo, 23 ottobre")
    assert "ANNULLATO" in (await browser.get("/feed.xml"))[1]
    assert "non si farà" in (await browser.get("/it/pinerolo"))[1]


@pytest.mark.one_database
async def test_a_note_with_what_xml_cannot_hold_breaks_nothing(site: World, browser: Browser) -> None:
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Pinerolo, 23 ottobre", "✏️ Nota")
    await site.say(site.monica, "porta\x01 le\x1b[0m \ufffe scarpe\x7f & un <b> 🥾")
    await site.press(site.monica, "✅ Salva")
    said = "porta le[0m  scarpe & un <b> 🥾"

    for path in ("/it/feed.xml", "/it/e/2"):
        _, text = await browser.get(path)
        assert escape(said) in text
    assert said in "".join(ElementTree.fromstring((await browser.get("/feed.xml"))[1]).itertext())
    assert str((await calendar(browser, "/it/e/2.ics")).events[0]["DESCRIPTION"]) == said
    assert json.loads((await browser.get("/events.json"))[1])["@graph"]
