"""A folder with two events and nothing else: what is asked of them is answered, in the programme's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import loaded_content
from domain import programmes
from tests.world import World

pytestmark = pytest.mark.one_database

EVENTS = """
id: bus
name: Bookbus
time_zone: Europe/London
areas: [{id: ilton, name: Ilton}, {id: merriott, name: Merriott}]
venues:
  - {id: inn, area: ilton, name: George Inn, address: High Street}
  - {id: hall, area: merriott, name: Old School, address: Church Road}
events:
  - {id: inn, venue: inn, when: {date: 2027-11-12, start: "10:30", end: "10:50"}}
  - {id: hall, venue: hall, when: {date: 2027-11-13, start: "14:00", end: "15:30"}}
"""
WORDS = {
    "en": "{event: {en: {one: visit, other: visits}}, area: {en: {one: village, other: villages}}}",
    "it": """{event: {it: {one: visita, other: visite, gender: f}},
         area: {it: {one: villaggio, other: villaggi, gender: m}}}""",
}
ASKED = {
    "en": [
        ("which visits are there?", "Merriott: Saturday 13 November 2027"),
        ("when is the next visit in Ilton?", "Friday 12 November 2027, at 10:30"),
        ("where?", "George Inn, High Street"),
        ("what time does it end?", "it ends at 10:50"),
        ("how long is the visit in Merriott?", "the visit lasts an hour and a half"),
        ("what time does the visit start in Merriott?", "it starts at 14:00"),
        ("how do I get to Ilton?", "the address is George Inn, High Street"),
        ("where is the Old School?", "In Merriott we meet here: Old School, Church Road"),
        ("is the visit free?", "The programme doesn't say whether you pay"),
        ("when do you visit Ilton?", "In Ilton the visit is on Friday 12 November 2027"),
        ("where is the meeting in Ilton?", "George Inn"),
    ],
    "it": [
        ("quali visite ci sono?", "Merriott: sabato 13 novembre 2027"),
        ("quando è la visita a Ilton?", "A Ilton la visita è venerdì 12 novembre 2027"),
        ("dove?", "George Inn, High Street"),
        ("a che ora finisce?", "si finisce alle 10:50"),
        ("quanto dura la visita a Merriott?", "la visita dura un'ora e mezza"),
        ("a che ora comincia la visita a Merriott?", "si comincia alle 14:00"),
        ("come arrivo a Ilton?", "l'indirizzo è George Inn, High Street"),
        ("dov'è la Old School?", "A Merriott ci si trova qui: Old School, Church Road"),
        ("la visita è gratis?", "Se si paghi o no, il programma non lo scrive"),
        ("qual è il vostro telefono?", "Un numero di telefono nel programma non c'è"),
        ("dov'è l'incontro a Ilton?", "George Inn"),
    ],
}


@pytest.mark.parametrize("language", WORDS)
async def test_what_is_asked_of_events_is_answered(database_url: str, tmp_path: Path, language: str) -> None:
    written = f"languages: [{language}]\nwords: {WORDS[language]}\n{EVENTS}"
    (tmp_path / programmes.FILE).write_text(written, encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    reader = world.telegram.person(3009, "Zoe", language_code=language)
    told = [(text, (await world.say(reader, text)).text, words) for text, words in ASKED[language]]
    await world.close()

    assert [(text, reply) for text, reply, words in told if words not in reply] == []


GIVEN = """
  - {id: fair, area: ilton, title: Book fair, when: {date: 2027-11-20, start: "9:00"}, price: five pounds,
     people: [Ann Bell], contact: 01460 1234, booking: {link: "https://example.org/book"}}
"""


async def test_what_is_given_is_never_said_to_be_missing(database_url: str, tmp_path: Path) -> None:
    written = f"languages: [en]\nwords: {WORDS['en']}\n{EVENTS.rstrip()}{GIVEN}"
    (tmp_path / programmes.FILE).write_text(written, encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    reader = world.telegram.person(3009, "Zoe", language_code="en")
    asked = {
        "how much does it cost?": "five pounds",
        "who is speaking?": "Ann Bell",
        "do you have a phone number?": "01460 1234",
        "do I have to register?": "https://example.org/book",
    }
    told = {text: (await world.say(reader, text)).text for text in asked}
    await world.close()

    assert {text: reply for text, reply in told.items() if asked[text] not in reply} == {}
    assert "Book fair" in told["how much does it cost?"]


TALKS = """
id: talks
name: Talks
time_zone: Europe/London
languages: [en]
events:
  - {id: bees, title: Bees, when: {date: 2027-11-12, start: "10:30", end: "10:50"}}
  - {id: owls, title: Owls, when: {date: 2027-11-13, start: "14:00", end: "15:30"}}
"""


async def test_without_areas_each_event_is_told_by_its_own_name(database_url: str, tmp_path: Path) -> None:
    (tmp_path / programmes.FILE).write_text(TALKS, encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    reader = world.telegram.person(3010, "Zoe", language_code="en")
    assert (await world.say(reader, "what time does it end?")).text == "Bees: until 10:50\nOwls: until 15:30"
    assert "Bees: Friday 12 November 2027" in (await world.say(reader, "which is the next meeting?")).text
    await world.press(reader, "Owls")
    owls = "Owls: until 15:30\nIt starts at 14:00, on Saturday 13 November 2027."
    assert (await world.say(reader, "what time does it end?")).text == owls
    said = [(await world.say(reader, text)).text for text in ("/start", "how do I get a reminder?", "more dates?")]
    await world.close()

    assert [text for text in said if "town" in text] == []


async def test_the_pages_of_an_area_s_link_are_the_area_s(database_url: str, tmp_path: Path) -> None:
    more = "".join(
        f"\n  - {{id: {area}-{day}, area: {area}, when: {{date: 2027-12-{day}, start: '18:00'}}}}"
        for day in range(10, 22)
        for area in ("ilton", "merriott")
    )
    (tmp_path / programmes.FILE).write_text(f"languages: [en]\n{EVENTS.rstrip()}{more}", encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    reader = world.telegram.person(3011, "Zoe", language_code="en")
    reader.start("ilton")
    await world.settle()
    await world.press(reader, "▶️")
    page = reader.last
    await world.close()

    assert "21 December" in page.text
    assert "Merriott" not in page.text
    assert any("🔔" in label for label in page.labels), "it can still be followed"
