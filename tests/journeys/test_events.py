"""Stories of meetings: cards that stay true, the calendar file, the organisers' word that all is right."""

import shutil
from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from bot.settings import WECARE
from sandbox.people.people import Person
from tests.world import World, received, rome


async def _change(world: World, label: str, *presses: str, typed: str = "") -> None:
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, label, presses[0])
    if typed:
        await world.say(world.monica, typed)
    await world.press(world.monica, *presses[1:])


def _cards(person: Person, words: str) -> int:
    return sum(words in m.text for m in person.messages if m.from_bot and m.text.startswith("Incontro"))


async def test_cards_in_the_chat_follow_the_event(world: World) -> None:
    for _ in range(4):
        world.anna.start("pinerolo")
        await world.settle()
    await world.follow(world.marco, "pinerolo")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "✅ Salva, senza avvisare", typed="19.10")

    assert _cards(world.anna, "dalle 19:10") == 3, "the last three"
    assert _cards(world.anna, "dalle 18:00") == 1
    marcos = next(m for m in world.marco.messages if m.text.startswith("Incontro"))
    assert "dalle 19:10 alle 21:40" in marcos.text
    assert any("🔕" in label for label in marcos.labels), "the bell is still his"
    assert world.telegram.complaints == []


async def test_a_card_that_became_a_list_stays_a_list(world: World) -> None:
    world.anna.start("pinerolo")
    await world.settle()
    await world.press(world.anna, "↩️ Tutti gli incontri")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "✅ Salva", typed="alle 19")

    assert "Gli incontri We.Ca.Re." in world.anna.last.text


@pytest.mark.one_database
async def test_the_day_on_a_card_carries_its_instant(world: World) -> None:
    world.anna.start("pinerolo")
    await world.settle()

    moments = [e["unix_time"] for e in world.anna.last.raw["entities"] if e["type"] == "date_time"]
    assert moments == [int(rome("2027-10-23 18:00").timestamp())]


@pytest.mark.one_database
async def test_the_calendar_file_grows_with_the_event(world: World) -> None:
    first = await _calendar(world)
    assert first["STATUS"] == "CONFIRMED"
    assert (first["SEQUENCE"], first["DTSTART"].params["TZID"]) == (0, "Europe/Rome")
    assert first.decoded("DTSTART") == rome("2027-10-23 18:00")
    assert first.decoded("DTEND") - first.decoded("DTSTART") == timedelta(hours=2.5)
    assert first["LOCATION"] == "Centro Sociale, via Podgora 22, Pinerolo"
    assert [alarm.decoded("TRIGGER") for alarm in first.walk("VALARM")] == [timedelta(hours=-2)]

    await _change(world, "Pinerolo, 23 ottobre", "❌ Annulla l'incontro", "✅ Salva")
    world.anna.start("pinerolo")
    await world.settle()
    cancelled = await _calendar(world)
    assert (cancelled["UID"], cancelled["SEQUENCE"], cancelled["STATUS"]) == (first["UID"], 1, "CANCELLED")


async def _calendar(world: World) -> icalendar.Event:
    """The file behind 📅 on Pinerolo's card."""
    event = 2
    world.anna.press_data(f"event:{event}", (await world.say(world.anna, "/incontri")).id)
    await world.settle()
    await world.press(world.anna, "📅 Calendario")
    document = world.anna.last.document
    assert document is not None
    assert (document.mime, document.name) == ("text/calendar", "pinerolo.ics")
    calendar = icalendar.Calendar.from_ical(document.content)
    assert len(calendar.walk("VTIMEZONE")) == 1
    return calendar.events[0]


@pytest.mark.one_database
async def test_a_venue_with_coordinates_is_shown_on_telegrams_map(database_url: str, tmp_path: Path) -> None:
    shutil.copytree(WECARE, tmp_path / "programme")
    file = tmp_path / "programme" / "programme.yaml"
    pin = "    address: via Podgora 22\n    coordinates: {latitude: 44.5, longitude: 7.25}\n"
    file.write_text(file.read_text().replace("    address: via Podgora 22\n", pin))
    world = World(database_url, programme_dir=tmp_path / "programme")
    await world.open()
    world.anna.start("pinerolo")
    await world.settle()
    await world.press(world.anna, "📍 Mappa")

    venue = world.anna.last.raw["venue"]
    assert venue["location"] == {"latitude": 44.5, "longitude": 7.25}
    assert (venue["title"], venue["address"]) == ("Centro Sociale", "via Podgora 22, Pinerolo")
    await world.close()


async def test_three_days_before_the_organisers_are_asked_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/start")
    await world.travel("2027-10-20 09:59")
    assert received(world.monica, "23 ottobre") == 0
    await world.travel("2027-10-20 10:00")
    await world.restart()
    await world.travel("2027-10-20 12:00")
    assert received(world.monica, "È ancora tutto giusto?") == 1

    await world.press(world.monica, "✅ Sì, è tutto giusto")
    assert "Confermato dagli organizzatori il 20 ottobre" in world.monica.last.text
    assert _cards(world.anna, "Confermato dagli organizzatori il 20 ottobre") == 1
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle 18:00") == 1
    assert "Confermato dagli organizzatori." in world.anna.last.text


async def test_a_yes_to_what_has_changed_meanwhile_is_no_yes(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.travel("2027-10-20 10:00")
    question = world.monica.last
    yes = question.buttons[0][0]["callback_data"]
    await _change(world, "Pinerolo, 23 ottobre", "📍 Luogo", typed="")
    await world.press(world.monica, "✏️ Un altro posto")
    await world.say(world.monica, "Sala Rossa, via Roma 1")
    await world.press(world.monica, "✅ Salva")
    world.monica.press_data(yes, question.id)
    await world.settle()

    assert "Nel frattempo l'incontro è cambiato" in world.monica.alerts[-1]


async def test_dates_are_confirmed_one_by_one_or_together(database_url: str) -> None:
    world = World(database_url, programme_year=None)
    await world.open()
    await world.say(world.monica, "/start")
    await world.press(world.monica, "✅ Solo Pinerolo, 23 ottobre")
    cards = await world.say(world.anna, "/incontri")
    assert "ancora da confermare" in cards.text
    await world.say(world.monica, "/modifica")
    assert world.monica.last.labels[:3] == [
        "Perosa Argentina, 16 ottobre?",
        "Pinerolo, 23 ottobre",
        "Torre Pellice, 30 ottobre?",
    ]
    await world.press(world.monica, "✅ Le date sono tutte giuste")
    assert "ancora da confermare" not in (await world.say(world.anna, "/incontri")).text
    await world.close()


async def test_a_wrong_venue_from_the_first_word_to_the_last_reminder(world: World) -> None:
    """Announced wrong, corrected for everyone, the event put right, people told, reminders right."""
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-20 12:00")
    await world.announce("Ci vediamo al Centro Sociale!", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Ci vediamo alla Sala Rossa, in via Roma 1!")
    await world.press(world.monica, "✅ Correggi")
    await world.wait(1)
    assert received(world.anna, "Ci vediamo al Centro Sociale") == 0
    assert received(world.anna, "Ci vediamo alla Sala Rossa") == 1

    await _change(world, "Pinerolo, 23 ottobre", "📍 Luogo", "✏️ Un altro posto")
    await world.say(world.monica, "Sala Rossa, via Roma 1")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert received(world.anna, "Nuovo luogo a Pinerolo: Sala Rossa, via Roma 1. Prima era Centro Sociale") == 1
    assert _cards(world.anna, "Dove: Sala Rossa, via Roma 1, Pinerolo") == 1

    await world.restart()
    for moment, words in (("2027-10-22 18:00", "Domani alle 18:00"), ("2027-10-23 16:00", "Oggi alle 18:00")):
        await world.travel(moment)
        assert received(world.anna, words) == 1
        assert "Dove: Sala Rossa, via Roma 1, Pinerolo" in world.anna.last.text
    assert world.telegram.complaints == []
