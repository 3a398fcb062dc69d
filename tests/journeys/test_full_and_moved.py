"""Stories of events that are full, moved, all day or in two areas: they take place like any other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.content import loaded_content
from tests.world import World, received, rome

PROGRAMME = """
id: valley
name: Valley
time_zone: Europe/Rome
languages: [it]
areas:
  - {id: alto, name: Alto}
  - {id: basso, name: Basso}
venues:
  - {id: sala, name: Sala Grande, area: alto, address: via Alta 1}
  - {id: piazza, name: Piazza Bassa, area: basso, address: via Bassa 2}
events:
  - id: full
    title: Corso di ballo
    status: full
    area: alto
    venue: sala
    note: Chi ha il posto porti scarpe comode.
    when: {date: 2027-10-23, start: "18:00", end: "20:00"}
  - id: moved
    title: Cinema
    status: moved
    area: basso
    venue: piazza
    when: {date: 2027-10-24, start: "21:00"}
  - id: fair
    title: Fiera
    area: [alto, basso]
    when: {date: 2027-10-30}
"""


@pytest.fixture
async def valley(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    (tmp_path / "programme.yaml").write_text(PROGRAMME)
    at, said = rome("2027-10-09 10:00"), loaded_content.load(tmp_path)
    world = World(database_url, at=at, said=said, programme_dir=tmp_path, programme_year=None)
    await world.open()
    yield world
    assert world.telegram.complaints == []
    await world.close()


async def test_a_full_and_a_moved_one_are_reminded_of(valley: World) -> None:
    for area in ("alto", "basso"):
        await valley.follow(valley.anna, area)
    await valley.travel("2027-10-22 18:00")
    assert received(valley.anna, "Corso di ballo") >= 1
    assert received(valley.anna, "Domani alle 18:00") == 1
    await valley.travel("2027-10-23 18:00")
    assert received(valley.anna, "Domani alle 21:00") == 1


async def test_a_card_says_that_it_is_full_or_moved_and_the_files_note(valley: World) -> None:
    await valley.say(valley.anna, "/incontri")
    card = (await valley.press(valley.anna, "Corso di ballo")).text
    assert "Posti esauriti" in card
    assert "porti scarpe comode" in card
    await valley.say(valley.anna, "/incontri")
    assert "sono cambiati" in (await valley.press(valley.anna, "Cinema")).text


async def test_an_edit_of_a_full_one_keeps_its_reminders(valley: World) -> None:
    await valley.follow(valley.anna, "alto")
    await valley.say(valley.monica, "/modifica")
    await valley.press(valley.monica, "Corso di ballo", "✏️ Nota")
    await valley.say(valley.monica, "Portate le scarpe")
    await valley.press(valley.monica, "senza avvisare")
    await valley.travel("2027-10-22 18:00")
    assert received(valley.anna, "Domani alle 18:00") == 1
    assert received(valley.anna, "Portate le scarpe") == 1
    await valley.travel("2027-10-23 16:00")
    assert received(valley.anna, "Oggi alle 18:00") == 1


@pytest.mark.one_database
async def test_hours_are_given_to_what_took_all_day(valley: World) -> None:
    await valley.say(valley.monica, "/modifica")
    await valley.press(valley.monica, "Fiera", "🕘 Orario")
    await valley.say(valley.monica, "dalle 9 alle 17")
    await valley.press(valley.monica, "✅ Salva")
    await valley.say(valley.anna, "/incontri")
    card = (await valley.press(valley.anna, "Fiera")).text
    assert "dalle 09:00 alle 17:00" in card

    await valley.say(valley.monica, "/modifica")
    await valley.press(valley.monica, "Fiera", "🕘 Orario")
    await valley.say(valley.monica, "dalle 10")
    await valley.press(valley.monica, "✅ Salva")
    assert "dalle 10:00 alle 18:00" in valley.monica.last.text, "a new start keeps the duration"


@pytest.mark.one_database
async def test_a_start_alone_of_what_took_all_day_names_no_end(valley: World) -> None:
    await valley.say(valley.monica, "/modifica")
    await valley.press(valley.monica, "Fiera", "🕘 Orario")
    await valley.say(valley.monica, "alle 10")
    await valley.press(valley.monica, "✅ Salva")
    await valley.say(valley.anna, "/incontri")
    card = (await valley.press(valley.anna, "Fiera")).text
    assert "10:00" in card
    assert "12:00" not in card


async def test_who_answers_for_one_of_two_areas_changes_nothing_of_both(valley: World) -> None:
    await valley.organiser(valley.marco, ["basso"])
    listing = await valley.say(valley.marco, "/modifica")
    assert any("Cinema" in label for label in listing.labels)
    assert not any("Fiera" in label for label in listing.labels)


async def test_an_announcement_to_an_area_reaches_who_follows_one_event_there(valley: World) -> None:
    valley.anna.start("e1")
    await valley.settle()
    await valley.press(valley.anna, "Corso di ballo")
    await valley.announce("La sala è al primo piano.", "👥", "Alto", "↩️ Indietro", "✅")
    await valley.wait()
    assert received(valley.anna, "La sala è al primo piano.") == 1


async def test_undo_follows_again_what_was_followed(valley: World) -> None:
    valley.anna.start("e1")
    await valley.settle()
    await valley.press(valley.anna, "Corso di ballo")
    before = (await valley.say(valley.anna, "/promemoria")).text
    assert "Corso di ballo" in before
    await valley.travel("2027-10-22 18:00")
    left = await valley.press(valley.anna, "🔕 Basta avvisi per Alto")
    assert "«Corso di ballo»" in left.text
    await valley.press(valley.anna, "🔔 Avvisami di nuovo")
    assert (await valley.say(valley.anna, "/promemoria")).text == before
