"""What an organiser changes about an announcement that is repeated."""

from tests.world import World, received, rome


async def _series(world: World, first: str, every: str, until: str) -> None:
    await world.follow(world.anna, "torre-pellice")
    await world.announce("Sportello aperto", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, first)
    await world.press(world.monica, "🕘 Quando", "🔁 Ripetilo", every)
    await world.say(world.monica, until)
    await world.press(world.monica, "✅ Programma")


async def test_a_later_last_day_leaves_the_day_it_began_on(database_url: str) -> None:
    world = World(database_url, at=rome("2027-01-30 10:00"))
    await world.open()
    await _series(world, "31 gennaio alle 9", "○ Ogni mese", "15 maggio 2027")
    await world.travel("2027-01-31 09:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🕘 1", "✏️ Modifica", "🕘 Quando", "🔁 Ripetilo", "● Ogni mese")
    await world.say(world.monica, "15 agosto 2027")
    await world.press(world.monica, "✅ Programma")

    due = ("2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30", "2027-07-31")
    for count, day in enumerate(due, 1):
        await world.travel(f"{day} 08:59")
        assert received(world.anna, "Sportello aperto") == count
        await world.travel(f"{day} 09:00")
        assert received(world.anna, "Sportello aperto") == count + 1
    await world.close()


async def test_another_pace_begins_with_the_next_time(database_url: str) -> None:
    world = World(database_url, at=rome("2027-01-28 10:00"))
    await world.open()
    await _series(world, "29 gennaio alle 9", "○ Ogni settimana", "30 aprile 2027")
    await world.travel("2027-01-29 09:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🕘 1", "✏️ Modifica", "🕘 Quando", "🔁 Ripetilo", "○ Ogni mese")
    await world.say(world.monica, "30 maggio 2027")
    await world.press(world.monica, "✅ Programma")

    for count, day in enumerate(("2027-02-05", "2027-03-05", "2027-04-05"), 1):
        await world.travel(f"{day} 08:59")
        assert received(world.anna, "Sportello aperto") == count
        await world.travel(f"{day} 09:00")
    assert received(world.anna, "Sportello aperto") == 4
    await world.close()


async def test_a_time_behind_the_last_day_is_not_said_to_be_repeated(world: World) -> None:
    await _series(world, "domani alle 9", "○ Ogni giorno", "15 ottobre")
    await world.press(world.monica, "✏️ Modifica", "🕘 Quando", "🕘 Scegli")
    assert "Si ripete: ogni giorno" in (await world.say(world.monica, "13 ottobre alle 9")).text
    await world.press(world.monica, "🕘 Quando", "🕘 Scegli")
    panel = await world.say(world.monica, "15 ottobre alle 9")
    assert "venerdì 15 ottobre 2027 alle 09:00" in panel.text
    assert "Si ripete" not in panel.text
