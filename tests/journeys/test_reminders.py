"""Reminders as residents live with them: chosen, moved, late, together, and gone in one tap."""

import shutil
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.settings import WECARE
from domain.delivery import MessageKind
from domain.reminders import DEFAULT_LEADS, MOMENTS, Lead
from storage.announcements import reports
from storage.models import Delivery, EventRow, Outgoing
from tests.world import World, received, rome, texts

SAME_DAY = {"date: 10-16": "date: 10-23", "date: 10-30": "date: 10-23", "start: 19:00": "start: 18:05"}
"""All three areas meet on the 23rd: at 18:00, at 18:00 and at 18:05."""


def changed(folder: Path, changes: dict[str, str]) -> Path:
    """The programme with some of its words replaced."""
    programme = folder / "programme"
    shutil.copytree(WECARE, programme)
    file = programme / "programme.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return programme


def labels(world: World) -> list[str]:
    return [button["text"] for row in world.anna.last.buttons for button in row]


# --- chosen ---


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("language", "question", "evening", "morning"),
    [
        ("it", "Quando arrivano i promemoria?", "alle 17:30", "alle 7:00"),
        ("en", "When do reminders arrive?", "at 17:30", "at 7:00"),
        ("fr", "Quand arrivent les rappels ?", "à 17:30", "à 7:00"),
    ],
)
async def test_buttons_and_answers_say_the_hours_of_the_code(
    world: World, monkeypatch: pytest.MonkeyPatch, language: str, question: str, evening: str, morning: str
) -> None:
    hours = {time(18): time(17, 30), time(9): time(7)}
    moments = {
        lead: replace(each, clock=hours.get(each.clock) if each.clock else None) for lead, each in MOMENTS.items()
    }
    monkeypatch.setattr("domain.reminders.MOMENTS", moments)
    resident = world.telegram.person(4009, "Luca", language_code=language)
    said = (await world.say(resident, question)).text
    evenings = [lead for lead in (*Lead, *DEFAULT_LEADS) if moments[lead].clock == time(17, 30)]
    assert (said.count(evening), said.count(morning)) == (len(evenings), 1)
    assert "18" not in said
    assert "{" not in said


async def test_a_resident_chooses_when_to_be_reminded(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    listed = await world.say(world.anna, "/promemoria")
    assert "Ti avviso il giorno prima alle 18:00 e due ore prima." in listed.text

    await world.press(world.anna, "🕘 Pinerolo")
    assert labels(world)[:4] == [
        "○ No: una settimana prima alle 18:00",
        "● Sì: il giorno prima alle 18:00",
        "○ No: la mattina stessa alle 9:00",
        "● Sì: due ore prima",
    ]
    await world.press(world.anna, "No: una settimana", "No: la mattina", "Sì: due ore")
    assert "Il prossimo promemoria arriva sabato 16 ottobre alle 18:00." in world.anna.last.text
    listed = await world.press(world.anna, "↩️ I miei promemoria")
    expected = "una settimana prima alle 18:00, il giorno prima alle 18:00 e la mattina stessa alle 9:00"
    assert f"Ti avviso {expected}." in listed.text

    heard = {
        "2027-10-16 17:59": 0, "2027-10-16 18:00": 1, "2027-10-22 17:59": 1, "2027-10-22 18:00": 2,
        "2027-10-23 08:59": 2, "2027-10-23 09:00": 3, "2027-10-23 16:00": 3, "2027-10-31 12:00": 3,
    }  # fmt: skip
    for moment, count in heard.items():
        await world.travel(moment)
        assert received(world.anna, "incontro We.Ca.Re. a Pinerolo\n") == count, moment
    assert received(world.anna, "Sabato 23 ottobre alle 18:00: incontro") == 1
    assert world.telegram.complaints == []


async def test_each_area_has_its_own_choice_and_none_is_one_too(world: World) -> None:
    await world.follow(world.anna, "perosa-argentina")
    await world.follow(world.anna, "pinerolo")
    await world.say(world.anna, "/promemoria")
    await world.press(world.anna, "🕘 Perosa", "Sì: il giorno prima", "Sì: due ore")
    assert "Non hai scelto nessun promemoria" in world.anna.last.text
    listed = await world.press(world.anna, "↩️ I miei promemoria")
    assert "Nessun promemoria: ti arrivano solo gli annunci." in listed.text

    await world.travel("2027-10-15 18:00")
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "incontro We.Ca.Re. a Perosa Argentina") == 0
    assert received(world.anna, "Domani alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1


async def test_a_choice_pressed_twice_or_forged_is_made_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "🕘")
    world.anna.press_data("lead:pinerolo:w:1", world.anna.last.id)
    world.anna.press_data("lead:pinerolo:w:1", world.anna.last.id)
    world.anna.press_data("lead:pinerolo:x:1", world.anna.last.id)
    world.anna.press_data("lead:atlantide:w:1", world.anna.last.id)
    await world.settle()

    assert labels(world)[0] == "● Sì: una settimana prima alle 18:00"
    assert world.anna.alerts == ["Non segui atlantide: non c'è niente da cambiare."]


# --- late ---


async def test_who_joins_late_hears_what_is_still_to_come(world: World) -> None:
    await world.travel("2027-10-22 19:00")
    confirmation = await world.follow(world.anna, "pinerolo")
    assert "L'incontro è domani, dalle 18:00" in confirmation.text
    assert "Ti avviserò domani alle 16:00." in confirmation.text

    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Domani alle") == 0
    assert received(world.anna, "Oggi alle 18:00") == 1
    confirmation = await world.follow(world.marco, "pinerolo")
    assert "I promemoria per questo incontro sono già passati" in confirmation.text
    await world.travel("2027-10-23 17:00")
    assert received(world.marco, "Oggi alle 18:00") == 0


async def test_after_an_outage_a_reminder_is_late_and_says_so(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 20:00")

    assert received(world.anna, "Domani alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    assert received(world.anna, "arriva in ritardo") == 1


async def test_a_late_reminder_waits_for_the_morning_and_then_says_today(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 22:00")
    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") == 0
    await world.travel("2027-10-23 08:00")

    assert received(world.anna, "Domani alle") == 0
    assert received(world.anna, "Oggi alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    assert received(world.anna, "arriva in ritardo") == 1


async def test_two_reminders_of_one_meeting_after_an_outage_are_one_on_time(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-23 16:00")

    assert received(world.anna, "Oggi alle 18:00: incontro") == 1
    assert received(world.anna, "arriva in ritardo") == 0


async def test_a_second_reminder_just_after_a_late_one_is_spared(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-23 15:30")
    assert received(world.anna, "arriva in ritardo") == 1
    await world.travel("2027-10-23 16:00")

    assert received(world.anna, "Oggi alle 18:00: incontro") == 1


async def test_morning_and_two_hours_before_at_the_same_moment_are_one(database_url: str, tmp_path: Path) -> None:
    early = changed(tmp_path, {"date: 10-23, start: 18:00": "date: 10-23, start: 11:00"})
    world = World(database_url, programme_dir=early)
    await world.open()
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "🕘", "No: la mattina")
    await world.travel("2027-10-23 08:59")
    await world.travel("2027-10-23 09:00")
    await world.travel("2027-10-23 10:00")

    assert received(world.anna, "Oggi alle 11:00: incontro") == 1
    await world.close()


# --- together ---


@pytest.mark.parametrize("restart", [False, True])
async def test_reminders_due_together_are_one_message_for_each_person(
    database_url: str, tmp_path: Path, restart: bool
) -> None:
    world = World(database_url, programme_dir=changed(tmp_path, SAME_DAY))
    await world.open()
    john = world.telegram.person(3001, "John", language_code="en")
    for area in ("perosa-argentina", "pinerolo", "torre-pellice"):
        await world.follow(world.anna, area)
        await world.follow(john, area)
    await world.follow(world.marco, "pinerolo")
    await world.press(world.anna, "🕘", "Sì: il giorno prima")  # torre-pellice: two hours only

    await world.travel("2027-10-22 18:00")
    if restart:
        await world.restart()
    evening = texts(world.anna)[-1]
    assert evening.startswith("🔔 Domani alle 18:00: incontro We.Ca.Re. a Perosa Argentina")
    assert "🔔 Domani alle 18:00: incontro We.Ca.Re. a Pinerolo" in evening
    assert "Torre Pellice" not in evening
    assert "Tomorrow at 18:05: We.Ca.Re. meeting in Torre Pellice" in texts(john)[-1]
    assert "Perosa" not in texts(world.marco)[-1]

    # the meeting at 18:05 is due five minutes later: the others wait for it
    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle 18") == 0
    await world.travel("2027-10-23 16:05")
    assert received(world.anna, "Oggi alle 18") == 1
    assert texts(world.anna)[-1].count("🔔 Oggi alle 18") == 3
    assert received(world.marco, "Oggi alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1

    async with world.app.database.read() as session:
        counts = [await reports.counts(session, MessageKind.REMINDER, event) for event in (1, 2, 3)]
        things = select(Outgoing.thing).where(Outgoing.key.startswith("reminder:"))
        rows = await session.scalar(select(func.count()).where(Delivery.thing.in_(things)))
    assert rows == sum(count.targeted for count in counts) == 6 + 5 + 2
    assert sum(count.sent for count in counts) == 2 + 2 + 2
    assert sum(count.skipped for count in counts) == 7
    assert all(count.finished for count in counts)
    assert world.telegram.complaints == []
    await world.close()


async def test_one_area_of_a_shared_reminder_can_be_left_and_taken_back(database_url: str, tmp_path: Path) -> None:
    world = World(database_url, programme_dir=changed(tmp_path, SAME_DAY))
    await world.open()
    await world.follow(world.anna, "perosa-argentina")
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 18:00")
    assert labels(world) == [
        "📍 Mappa: Perosa Argentina", "📍 Mappa: Pinerolo",
        "🔕 Basta avvisi per Perosa Argentina", "🔕 Basta avvisi per Pinerolo",
    ]  # fmt: skip
    await world.press(world.anna, "🔕 Basta avvisi per Perosa")
    await world.travel("2027-10-23 16:05")

    assert received(world.anna, "Oggi alle 18:00: incontro We.Ca.Re. a Perosa") == 0
    assert received(world.anna, "Oggi alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    await world.close()


# --- gone in one tap, and back ---


async def test_the_bell_of_an_old_reminder_works_and_undo_brings_back_the_same_choice(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "🕘", "No: la mattina", "Sì: due ore")
    await world.travel("2027-10-22 18:00")
    reminder = world.anna.last
    await world.restart()
    world.anna.press_data("unsub:pinerolo", reminder.id)
    await world.settle()
    assert "Non ti avviserò più" in world.anna.last.text
    await world.travel("2027-10-23 07:00")
    back = await world.press(world.anna, "🔔 Avvisami di nuovo")
    assert "Ti avviserò oggi alle 09:00." in back.text

    listed = await world.say(world.anna, "/promemoria")
    assert "Ti avviso il giorno prima alle 18:00 e la mattina stessa alle 9:00." in listed.text
    await world.travel("2027-10-23 09:00")
    assert received(world.anna, "Oggi alle 18:00: incontro") == 1
    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle 18:00: incontro") == 1


async def test_who_leaves_hears_nothing_and_who_comes_back_does(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    await world.press(world.anna, "🔕")
    await world.press(world.marco, "🔕", "🔔 Avvisami di nuovo")

    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle") == 0
    assert received(world.marco, "Domani alle") == 1


# --- held up ---


async def held_up(world: World, *moments: str) -> None:
    """Reminders are due, but nothing gets out until the last of the moments."""
    await world.app.sender.stop()
    for moment in moments:
        world.clock.at = rome(moment)
        await world.app.clock.tick()
    await world.restart()
    await world.settle()


async def test_what_telegram_held_up_says_so(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await held_up(world, "2027-10-22 18:00", "2027-10-22 19:30")

    assert received(world.anna, "Domani alle 18:00: incontro") == 1
    assert received(world.anna, "arriva in ritardo") == 1


async def test_what_was_held_up_into_the_night_waits_for_the_morning(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await held_up(world, "2027-10-22 18:00", "2027-10-22 22:00")
    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") == 0
    await world.travel("2027-10-23 08:00")

    assert received(world.anna, "Oggi alle 18:00: incontro") == 1
    assert received(world.anna, "Domani alle") == 0


async def test_what_was_held_up_too_long_is_missed_and_told_to_the_organisers_once(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.follow(world.anna, "pinerolo")
    await held_up(world, "2027-10-22 18:00", "2027-10-22 18:01", "2027-10-23 18:00", "2027-10-23 18:01")
    await world.travel("2027-10-23 19:00")

    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") == 0
    assert received(world.monica, "Promemoria non partiti") == 1
    assert "(il giorno prima alle 18:00): 1 persona" in world.monica.last.text
    assert "(due ore prima): 1 persona" in world.monica.last.text


async def test_what_the_bot_slept_through_is_told_to_the_organisers_once(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    await world.travel("2027-10-23 21:00")
    assert received(world.monica, "Promemoria non partiti") == 0  # not at night
    await world.travel("2027-10-24 08:00")
    await world.restart()
    await world.travel("2027-10-24 09:00")

    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") == 0
    assert received(world.monica, "Promemoria non partiti") == 1
    assert world.monica.last.text.count("sabato 23 ottobre 2027") == 2
    assert world.monica.last.text.count("2 persone") == 2
    async with world.app.database.read() as session:
        counts = await reports.counts(session, MessageKind.REMINDER, 2)
    assert (counts.targeted, counts.skipped, counts.finished) == (4, 4, True)


async def test_a_meeting_that_moves_while_its_reminder_waits_calls_it_off(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.app.sender.stop()
    world.clock.at = rome("2027-10-22 18:00")
    await world.app.clock.tick()
    later = {
        "starts_at": rome("2027-10-24 18:00"),
        "ends_at": rome("2027-10-24 20:00"),
        "since": world.clock(),
    }
    async with world.app.database.begin() as session:
        await session.execute(update(EventRow).where(EventRow.area == "pinerolo").values(**later))
    await world.restart()
    await world.travel("2027-10-23 17:59")
    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") == 0
    await world.travel("2027-10-23 18:00")

    assert received(world.anna, "Domani alle 18:00: incontro") == 1
