"""Two acts on one announcement, correction or event at the same moment: one of them counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from sandbox.people.people import Person
from tests.journeys.at_once import at_once, count, deeds, press
from tests.world import World, received, rome, texts

pytestmark = pytest.mark.usefixtures("no_errors")


async def test_an_announcement_is_confirmed_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao")
    confirm = press(world.monica, "✅")
    await at_once(world, confirm, confirm)
    await world.wait()

    assert received(world.anna, "Ciao") == await deeds(world, "announcement-confirmed") == 1


@pytest.mark.parametrize("other", ["✅ Approva", "❌ Non così"])
async def test_an_approval_is_given_once(database_url: str, other: str) -> None:
    world = World(database_url, approval_above=1)
    await world.open()
    rosa = world.telegram.person(5_000_002_005, "Rosa")
    for colleague in (world.anna, rosa):
        await world.organiser(colleague)
    for person in (world.marco, world.anna):
        await world.follow(person, "pinerolo")
    await world.announce("Ciao", "✅")
    for colleague in (world.anna, rosa):
        await world.press(colleague, "👀")
    await at_once(world, press(world.anna, "✅ Approva"), press(rosa, other))
    await world.wait()

    assert await deeds(world, "announcement-approved") + await deeds(world, "announcement-sent-back") == 1
    assert received(world.marco, "Ciao") == await deeds(world, "announcement-approved")
    await world.close()


async def test_an_announcement_is_taken_back_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao", "✅")
    stop = press(world.monica, "❌ Ferma")
    await at_once(world, stop, stop)

    assert await deeds(world, "announcement-taken-back") == 1
    await world.wait(60)
    assert received(world.anna, "Ciao") == 0


@pytest.mark.parametrize("other", ["✅ Correggi", "❌"])
async def test_a_correction_is_confirmed_or_dropped_once(world: World, other: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Alle 18")
    await at_once(world, press(world.monica, "✅ Correggi"), press(world.monica, other))

    assert received(world.anna, "Alle 18") == await deeds(world, "announcement-edited")
    assert await count(world, "repairs", "stage = 'running'") == 0
    assert "Alle 18" in texts(world.anna) or await count(world, "repairs", "stage = 'dropped'") == 1


async def test_two_corrections_of_one_announcement(world: World) -> None:
    """The one that comes second changes nothing, and is not reported as done either."""
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    proposed = []
    for person, words in ((world.monica, "Alle 18"), (world.marco, "Alle 19")):
        await world.say(person, "/agenda")
        await world.press(person, "📜", "📊 1", "✏️ Correggi per tutti")
        await world.say(person, words)
        proposed.append(press(person, "✅ Correggi"))
    await at_once(world, *proposed)

    done = await deeds(world, "announcement-edited")
    assert done == await count(world, "repairs", "stage = 'done'") >= 1
    assert done == await count(world, "outgoing", "kind = 'report' AND key LIKE 'report:repair%'")


@pytest.mark.parametrize("buttons", [("✅", "❌"), ("✅", "🕘"), ("❌", "🕘"), ("✅", "✏️")])
async def test_a_draft_s_buttons_pressed_at_once(world: World, buttons: tuple[str, str]) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao")
    await at_once(world, *(press(world.monica, label) for label in buttons))
    await world.wait(30)

    assert received(world.anna, "Ciao") == await deeds(world, "announcement-confirmed")


# --- events ---


async def _wanted(world: World, person: Person, typed: str) -> Callable[[], object]:
    await world.say(person, "/modifica")
    await world.press(person, "Pinerolo, 23 ottobre", "🕘 Orario")
    await world.say(person, typed)
    return press(person, "✅ Salva")


async def test_two_changes_of_one_event(world: World) -> None:
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    saves = [await _wanted(world, world.monica, "alle 19"), await _wanted(world, world.marco, "alle 20")]
    await at_once(world, *saves)

    assert await deeds(world, "event-changed") == 1
    assert await count(world, "event_changes", "state = 'applied'") == 1
    assert received(world.anna, "Nuovo orario") == 1


async def test_a_change_saved_while_it_is_dropped(world: World) -> None:
    save = await _wanted(world, world.monica, "alle 19")
    await at_once(world, save, press(world.monica, "❌"))

    dropped = await count(world, "event_changes", "state = 'dropped'")
    assert dropped + await deeds(world, "event-changed") == 1


async def test_two_new_events_on_one_day_in_one_area(world: World) -> None:
    await world.organiser(world.marco)
    saves = []
    for person in (world.monica, world.marco):
        await world.say(person, "/modifica")
        await world.press(person, "Nuovo incontro", "Pinerolo")
        await world.say(person, "25 ottobre dalle 18 alle 20")
        await world.press(person, person.last.labels[0])
        saves.append(press(person, "✅ Crea"))
    await at_once(world, *saves)

    assert await deeds(world, "event-created") == 2


async def test_an_event_is_confirmed_once_at_a_time(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.travel("2027-10-13 10:00")
    confirm = press(world.monica, "✅ Sì, è tutto giusto")
    world.clock.at = rome("2027-10-13 11:00")
    await at_once(world, confirm, confirm)

    assert await deeds(world, "event-confirmed") >= 1


async def test_a_reminder_is_called_off_once(world: World) -> None:
    await world.follow(world.anna, "perosa-argentina")
    await world.travel("2027-10-15 12:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🔔 1")
    call_off = press(world.monica, "❌ Non mandarlo")
    await at_once(world, call_off, call_off)

    assert await deeds(world, "reminder-called-off") == 1


async def test_a_reminder_called_off_as_it_leaves(world: World) -> None:
    """It is not said to stay here when it has gone out."""
    await world.follow(world.anna, "perosa-argentina")
    await world.travel("2027-10-15 12:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🔔 1")
    world.clock.at = world.clock.at.replace(hour=15, minute=59, second=59)
    press(world.monica, "❌ Non mandarlo")()
    updates = await world.app.poller.ask(0)
    handled = world.app.application.process_update(updates[0])
    before = len(texts(world.anna))

    await asyncio.gather(world.app._reminders.tick(world.clock.at + timedelta(seconds=1)), handled)
    await world.wait(2)
    went_out = len(texts(world.anna)) - before
    assert went_out + received(world.monica, "questo promemoria non parte") == 1
