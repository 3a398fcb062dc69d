"""A calendar on the web is watched: what it says otherwise is proposed to organisers, and nothing changes by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.content import loaded_content
from domain import programmes
from reading.errors import Flaw
from reading.source import Source
from tests.world import World, received, texts

FILE = """
id: vale
name: Vale talks
time_zone: Europe/London
languages: [en]
areas: [{id: ilton, name: Ilton}, {id: kilby, name: Kilby}]
venues:
  - {id: inn, area: ilton, name: George Inn, address: High Street}
  - {id: hall, area: kilby, name: Old School, address: Church Road}
calendars: [{address: "https://vale.example/talks.ics"}]
events:
  - {id: bees, title: Bees, venue: inn, when: {date: 2027-11-12, start: "18:00", end: "19:00"}, uid: bees@vale}
  - {id: owls, title: Owls, venue: hall, when: {date: 2027-11-13, start: "18:00", end: "19:00"}, uid: owls@vale}
  - {id: walk, title: Walk, venue: hall, when: {date: 2027-11-14, start: "09:00", end: "12:00"}}
"""
BEES, OWLS = ("bees", "Bees", "20271112T180000", "George Inn"), ("owls", "Owls", "20271113T180000", "Old School")


def calendar(*talks: tuple[str, str, str, str]) -> str:
    """A calendar of talks of an hour: UID, title, start and place."""
    written = [
        f"BEGIN:VEVENT\r\nUID:{uid}@vale\r\nSUMMARY:{title}\r\nLOCATION:{place}\r\n"
        f"DTSTART;TZID=Europe/London:{start}\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        for uid, title, start, place in talks
    ]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//vale//\r\n{''.join(written)}END:VCALENDAR\r\n"


class Web:
    """What stands at the address."""

    def __init__(self) -> None:
        self.says: str | None = calendar(BEES, OWLS)
        self.asked = 0

    async def fetch(self, address: str) -> Source:
        assert address == "https://vale.example/talks.ics"
        self.asked += 1
        if self.says is None:
            raise Flaw("cannot be fetched: the server answers 503")
        return Source("talks.ics", self.says.encode())


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
async def vale(database_url: str, tmp_path: Path, web: Web) -> AsyncIterator[World]:
    (tmp_path / programmes.FILE).write_text(FILE, encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path, programme_year=None)
    watch = next(job for job in world.jobs if job.name == "calendars").run.__self__  # type: ignore[attr-defined]
    watch.fetch = web.fetch
    await world.open()
    await world.say(world.monica, "/start")
    yield world
    assert world.telegram.complaints == []
    await world.close()


async def test_a_moved_talk_is_proposed_saved_like_an_edit_and_told(vale: World, web: Web) -> None:
    world = vale
    await world.follow(world.anna, "ilton")
    assert received(world.monica, "calendar") == 0, "both say the same"

    web.says = calendar(("bees", "Bees", "20271112T204500", "George Inn"), OWLS)
    await world.travel("2027-10-10 10:00")
    asked = world.monica.last
    assert "The calendar says something else" in asked.text
    assert "Bees" in asked.text
    assert "18:00–19:00" in asked.text
    assert "20:45–21:45" in asked.text
    assert received(world.anna, "20:45") == 0
    assert "18:00" in (await world.say(world.anna, "when is it in Ilton?")).text, "nothing changes by itself"

    await world.press(world.monica, "Accept")
    assert "tell" in " ".join(world.monica.last.labels)
    await world.press(world.monica, "Save and tell")
    assert "20:45" in world.anna.last.text
    assert "changed the meeting" in (await world.say(world.monica, "/audit")).text
    before = len(texts(world.monica))
    await world.travel("2027-10-11 10:00")
    assert len(texts(world.monica)) == before, "now they say the same"


async def test_what_is_ignored_comes_again_only_when_the_calendar_changes_again(vale: World, web: Web) -> None:
    world = vale
    web.says = calendar(BEES)
    await world.travel("2027-10-10 10:00")
    assert "No longer in the calendar" in world.monica.last.text
    assert "Owls" in world.monica.last.text
    assert "Walk" not in world.monica.last.text, "it was never in the calendar"
    await world.press(world.monica, "Ignore")
    assert "you have decided" in world.monica.last.text
    await world.travel("2027-10-11 10:00")
    assert received(world.monica, "The calendar says") == 0

    web.says = calendar(BEES, ("owls", "Owls", "20271113T180000", "Town Hall, Market Square"))
    await world.travel("2027-10-12 10:00")
    assert "Church Road" in world.monica.last.text
    assert "Market Square" in world.monica.last.text
    await world.press(world.monica, "Accept", "Save")
    assert "Town Hall" in (await world.say(world.anna, "where is it in Kilby?")).text


async def test_once_a_day_and_only_those_who_are_responsible(vale: World, web: Web) -> None:
    world = vale
    await world.organiser(world.marco, ["kilby"])
    web.says = calendar(("bees", "Bees", "20271112T190000", "George Inn"), OWLS)
    await world.travel("2027-10-10 10:00")
    assert received(world.monica, "The calendar says") == 1
    assert received(world.marco, "The calendar says") == 0

    web.says = calendar(OWLS, ("frogs", "Frogs", "20271120T180000", "Old School"))
    await world.travel("2027-10-10 16:00")
    assert received(world.monica, "The calendar says") == 1, "one a day"
    await world.travel("2027-10-11 10:00")
    assert received(world.marco, "New: Frogs") == 1
    assert received(world.monica, "New: Frogs") == 1
    assert "Bees" in world.monica.last.text

    await world.press(world.marco, "Accept", "Make the meeting")
    assert "20 November" in (await world.say(world.anna, "/events")).text
    web.says = calendar(BEES, OWLS, ("frogs", "Frogs", "20271121T180000", "Old School"))
    await world.travel("2027-10-12 10:00")
    assert "20 Nov" in world.marco.last.text
    assert "21 Nov" in world.marco.last.text


async def test_a_calendar_that_drops_the_past_of_a_series_proposes_nothing(vale: World, web: Web) -> None:
    """Each evening is an event of its own there, and of the same name."""
    world = vale
    more = [(f"owls-{day}", "Owls", f"202711{day}T180000", "Old School") for day in (20, 27)]
    web.says = calendar(BEES, OWLS, *more)
    await world.travel("2027-10-10 10:00")
    assert "20 November" in world.monica.last.text
    assert "27 November" in world.monica.last.text
    assert "No longer" not in world.monica.last.text
    await world.press(world.monica, *["Accept", "Make the meeting"] * 2)

    web.says = calendar(BEES, *more)
    asked = received(world.monica, "The calendar says")
    await world.travel("2027-11-14 10:00")
    assert received(world.monica, "The calendar says") == asked


async def test_a_calendar_that_cannot_be_read_changes_nothing(vale: World, web: Web) -> None:
    world = vale
    for broken in (None, "<html>Sorry</html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"):
        web.says = broken
        await world.wait(5 * 3600)
        assert received(world.monica, "calendar") == 0
    await world.wait(24 * 3600)
    await world.wait(24 * 3600)
    assert received(world.monica, "not been able to read") == 1
    assert "is no whole calendar" in world.monica.last.text
    asked = web.asked
    await world.wait(60)
    assert web.asked == asked, "not at every tick"
