"""Thirty dates of one library's bus: whatever comes at once is one message, to followers and to organisers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.content import loaded_content
from domain import programmes
from domain.announcements.announcements import AnnouncementState
from domain.events.events import PlannedEvent
from storage.announcements import announcements
from storage.events import events
from tests.world import World, received, rome, texts

AREAS = ("ilton", "barton", "curry")
FIRST = date(2027, 11, 2)
NEW = "🔔 Nuov"


@pytest.fixture
async def bus(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    lines = ["id: bookbus", "name: Bookbus", "time_zone: Europe/Rome", "languages: [it, en]", "areas:"]
    lines += [f"  - {{id: {area}, name: {area.title()}}}" for area in (*AREAS, "hatch")]
    lines += ["venues:"] + [
        f"  - {{id: {area}-inn, area: {area}, name: Inn, address: Road 1}}" for area in (*AREAS, "hatch")
    ]
    lines += ["events:"]
    for number in range(30):
        area, day = AREAS[number % len(AREAS)], FIRST + timedelta(days=number // 10)
        when = f'{{date: "{day}", start: "{10 + number % 10 // 5}:00", end: "13:00"}}'
        lines.append(f"  - {{id: visit-{number}, area: {area}, venue: {area}-inn, when: {when}}}")
    lines.append(
        "  - {id: tour, area: hatch, venue: hatch-inn, when: {date: 2027-12-01, start: '10:00', "
        "repeat: 'FREQ=WEEKLY', until: 2027-12-31}}"
    )
    (tmp_path / programmes.FILE).write_text("\n".join(lines), encoding="utf-8")
    soon = "- {id: soon, days: -5, at: '10:00', text: {it: 'Il {date} a {area}', en: 'On {date} in {area}'}}"
    (tmp_path / "announcements.yaml").write_text(soon, encoding="utf-8")
    (tmp_path / "answers").mkdir()
    for language in ("it", "en"):
        (tmp_path / "answers" / f"{language}.yaml").write_text("[]", encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    yield world
    await world.close()
    assert world.telegram.complaints == []


async def _add(world: World, area: str, count: int, first: datetime) -> None:
    """As a file brings them that has grown."""
    async with world.app.database.begin() as session:
        for number in range(count):
            start = first + timedelta(days=number)
            planned = PlannedEvent(f"{area}-new-{number}", area, f"{area}-inn", start, start + timedelta(hours=1))
            await events.create(session, planned, "", world.clock(), tell=True)


async def _follow(world: World, *areas: str) -> None:
    for person, wanted in ((world.anna, areas), (world.marco, areas[:1])):
        for area in wanted:
            await world.follow(person, area)


async def test_many_new_dates_are_one_message_to_each(bus: World) -> None:
    await _follow(bus, "ilton", "barton")
    await bus.wait(60)
    await _add(bus, "ilton", 25, rome("2027-12-01 10:00"))
    await _add(bus, "barton", 1, rome("2027-11-20 10:00"))
    await _add(bus, "curry", 2, rome("2027-12-02 10:00"))
    await bus.settle()

    assert received(bus.anna, NEW) == 1
    assert "Barton" in bus.anna.last.text
    assert "altri 21" in bus.anna.last.text
    assert received(bus.marco, NEW) == 1
    assert "altri 20" in bus.marco.last.text
    assert "Barton" not in bus.marco.last.text
    assert "Tutti gli incontri" in " ".join(bus.marco.last.labels)
    await bus.wait(60)
    assert received(bus.anna, NEW) == 1


async def test_what_is_due_together_is_one_reminder(bus: World) -> None:
    await _follow(bus, *AREAS)
    before = len(texts(bus.anna))
    await bus.travel("2027-11-01 18:00")
    assert len(texts(bus.anna)) == before + 1
    assert "altri" in bus.anna.last.text


async def test_that_nothing_is_ahead_is_said_once(bus: World) -> None:
    await _follow(bus, *AREAS)
    await bus.travel("2027-11-05 10:00")
    assert received(bus.anna, "non ci sono altri") == 1
    assert received(bus.anna, "Barton, Curry, Ilton") + received(bus.anna, "Ilton, Barton, Curry") == 1
    assert received(bus.marco, "Per ora a Ilton non ci sono altri") == 1
    await bus.travel("2027-11-05 12:00")
    assert received(bus.anna, "non ci sono altri") == 1


async def test_organisers_are_asked_once_a_day_and_confirm_all_with_one_tap(bus: World) -> None:
    await bus.organiser(bus.marco, ["ilton"])
    await bus.say(bus.monica, "/start")
    await bus.travel("2027-10-30 10:00")
    assert received(bus.monica, "ancora tutto giusto") == 1
    assert received(bus.marco, "ancora tutto giusto") == 1
    assert "Barton" not in bus.marco.last.text
    await bus.press(bus.marco, "✅ Sì, tutto è giusto")
    assert "Grazie" in bus.marco.last.text
    await bus.travel("2027-10-30 12:00")
    assert received(bus.marco, "ancora tutto giusto") == 0
    async with bus.app.database.read() as session:
        checked = [event.area for event in await events.every(session) if event.checked_at]
    assert set(checked) == {"ilton"}

    async with bus.app.database.begin() as session:
        changed = next(event for event in await events.every(session) if event.area == "barton")
        await events.change(session, changed, note="anders")
    await bus.press(bus.monica, "✅ Sì, tutto è giusto")
    assert received(bus.monica, "Grazie") == 0
    await bus.press(bus.monica, "✅ Sì, tutto è giusto")
    assert received(bus.monica, "Grazie") == 1


async def test_of_a_series_there_is_one_draft_to_approve(bus: World) -> None:
    await bus.say(bus.monica, "/start")
    await bus.travel("2027-11-10 10:00")
    assert await _drafts(bus) == ["soon:tour-20271201"]
    await bus.travel("2027-11-26 10:01")
    assert await _drafts(bus) == ["soon:tour-20271201", "soon:tour-20271208"]
    await bus.travel("2027-11-28 10:02")
    assert await _drafts(bus) == ["soon:tour-20271208"]


async def _drafts(world: World) -> list[str]:
    async with world.app.database.read() as session:
        kept = await announcements.prepared(session)
    return sorted(key for key, each in kept.items() if each.state is AnnouncementState.DRAFT and "tour" in key)
