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

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

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
  - {id: fair, title: Fair, venue: hall, when: {date: 2027-11-20}, uid: fair@vale}
  - id: choir
    title: Choir
    venue: inn
    uid: choir@vale
    when: {date: 2027-11-01, start: "19:30", end: "21:00", repeat: "FREQ=WEEKLY;BYDAY=MO", until: 2027-12-13}
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


def series(*days: str, title: str = "Choir", place: str = "George Inn", fair: str = "20271121", more: str = "") -> str:
    """The choir and the fair, as calendars write them: a rule, and a day of it that is otherwise."""
    rule = "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20271213T193000Z\r\n"
    evenings = [("20271101", rule, "Choir", "George Inn"), *((day, "", title, place) for day in days)]
    choir = "".join(
        f"BEGIN:VEVENT\r\nUID:choir@vale\r\nSUMMARY:{said}\r\nLOCATION:{where}\r\n"
        + ("" if repeats else f"RECURRENCE-ID;TZID=Europe/London:{day}T193000\r\n")
        + f"DTSTART;TZID=Europe/London:{day}T193000\r\nDTEND;TZID=Europe/London:{day}T210000\r\n{repeats}END:VEVENT\r\n"
        for day, repeats, said, where in evenings
    )
    of_fair = f"DTSTART;VALUE=DATE:20271120\r\nDTEND;VALUE=DATE:{fair}\r\nLOCATION:Old School\r\n{more}"
    return f"{choir}BEGIN:VEVENT\r\nUID:fair@vale\r\nSUMMARY:Fair\r\n{of_fair}END:VEVENT\r\n"


class Web:
    """What stands at the address."""

    def __init__(self) -> None:
        self.says: str | None = calendar(BEES, OWLS)
        self.rest = series()
        self.before: Source | None = None
        self.asked = 0

    async def fetch(self, address: str, before: Source | None) -> Source:
        assert address == "https://vale.example/talks.ics"
        self.asked += 1
        self.before = before
        if self.says is None:
            raise Flaw("cannot be fetched: the server answers 503")
        whole = self.says.replace("END:VCALENDAR", f"{self.rest}END:VCALENDAR")
        return Source("talks.ics", whole.encode(), f"v{self.asked}")


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
    assert "vale.example/…/talks.ics is no whole calendar" in world.monica.last.text
    asked = web.asked
    await world.wait(60)
    assert web.asked == asked, "not at every tick"


async def test_an_evening_of_a_series_elsewhere_is_one_change(vale: World, web: Web) -> None:
    world = vale
    web.rest = series("20271115", place="Old School")
    await world.travel("2027-10-10 10:00")
    assert "In one case" in world.monica.last.text
    assert "George Inn, High Street → 15 November 19:30–21:00, Old School, Church Road" in world.monica.last.text
    await world.press(world.monica, "Accept", "Save")
    asked = received(world.monica, "The calendar says")
    await world.travel("2027-10-11 10:00")
    assert received(world.monica, "The calendar says") == asked, "now they say the same"

    web.rest = series("20271115", "20271122", title="Choir: carols", place="Old School")
    await world.travel("2027-10-12 10:00")
    assert "No longer" not in world.monica.last.text
    assert "Choir: carols" in world.monica.last.text
    assert "New:" not in world.monica.last.text


async def test_a_fair_that_takes_longer_is_told_by_its_last_day(vale: World, web: Web) -> None:
    world = vale
    web.rest = series(fair="20271123")
    await world.travel("2027-10-10 10:00")
    assert "20 November, Church Road → 20 November–22 November, Church Road" in world.monica.last.text
    await world.follow(world.anna, "kilby")
    await world.press(world.monica, "Accept", "Save and tell")
    assert "22 November" in world.anna.last.text


async def test_title_and_link_are_asked_about_once_and_change_only_in_the_file(vale: World, web: Web) -> None:
    world = vale
    link = "URL:https://vale.example/fair\r\n"
    web.rest = series(more=link).replace("SUMMARY:Choir", "SUMMARY:Singing")
    await world.travel("2027-10-10 10:00")
    asked = world.monica.last
    assert "title “Choir” → “Singing”" in asked.text
    assert "link – → https://vale.example/fair" in asked.text
    assert "In 2 cases" in asked.text
    assert not any("Accept" in label for label in asked.labels)
    await world.press(world.monica, "Ignore", "Ignore")
    for day in ("2027-10-11", "2027-11-09"):  # some evenings are over
        await world.travel(f"{day} 10:00")
        assert received(world.monica, "title “Choir”") == 0, "ignored is ignored"

    web.rest = series(more=link).replace("SUMMARY:Choir", "SUMMARY:Songs")
    await world.travel("2027-11-10 10:00")
    assert received(world.monica, "title “Choir” → “Songs”") == 1


async def test_a_calendar_that_lost_most_of_it_is_said_to_have(vale: World, web: Web) -> None:
    world = vale
    web.rest = ""
    await world.travel("2027-10-10 10:00")
    assert "8 of them are no longer in the calendar" in world.monica.last.text
    assert "emptied by mistake" in world.monica.last.text


async def test_the_server_is_asked_only_for_what_is_new(vale: World, web: Web) -> None:
    await vale.travel("2027-10-10 10:00")
    first = web.before
    await vale.travel("2027-10-11 10:00")
    assert web.before is not None
    assert web.before.version.startswith("v")
    assert web.before != first
