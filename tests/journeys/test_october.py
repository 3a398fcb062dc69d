"""The story of October 2027: Anna follows all three areas, until the clocks go back on the 31st."""

from tests.world import World, received, rome


async def test_october(database_url: str) -> None:
    world = World(database_url, at=rome("2027-10-08 10:00"))
    await world.open()
    await world.say(world.monica, "/start")

    # Friday the 8th: she follows every area.
    for area in ("perosa-argentina", "pinerolo", "torre-pellice"):
        await world.follow(world.anna, area)

    # Perosa, Saturday the 16th: the evening before, and two hours before.
    await _days(world, "2027-10-15 18:00", "2027-10-16 16:00", "2027-10-17 12:00")
    assert received(world.anna, "Domani alle 18:00: incontro We.Ca.Re. a Perosa Argentina") == 1
    assert received(world.anna, "Oggi alle 18:00: incontro We.Ca.Re. a Perosa Argentina") == 1
    assert received(world.anna, "Per ora a Perosa Argentina non ci sono altri incontri") == 1

    # Pinerolo, Saturday the 23rd, is moved on the 20th to Sunday the 31st at 17, when the clocks go back.
    await world.travel("2027-10-20 12:00")
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo, 23 ottobre", "🕘 Giorno")
    await world.say(world.monica, "31 ottobre")
    await world.press(world.monica, "✏️ Cambia anche altro", "🕘 Orario")
    await world.say(world.monica, "alle 17")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    moved = "Nuova data a Pinerolo: domenica 31 ottobre 2027, dalle 17:00 alle 19:30. Prima era sabato 23"
    assert received(world.anna, moved) == 1
    await _days(world, "2027-10-22 18:00", "2027-10-23 16:00", "2027-10-24 12:00")
    assert received(world.anna, "alle 18:00: incontro We.Ca.Re. a Pinerolo") == 0

    # Torre Pellice, Saturday the 30th, is cancelled on the 29th; Anna has her reminder already.
    await world.travel("2027-10-29 18:00")
    assert received(world.anna, "Domani alle 19:00: incontro We.Ca.Re. a Torre Pellice") == 1
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Torre Pellice, 30 ottobre", "❌ Annulla l'incontro", "✅ Salva e avvisa 1 persona")
    cancelled = "Annullato: l'incontro We.Ca.Re. a Torre Pellice non si farà."
    assert received(world.anna, cancelled) == 2, "a notice, and the reminder that was there"
    assert received(world.anna, "Domani alle 19:00") == 0
    await world.travel("2027-10-30 17:00")

    # Pinerolo: the evening before in summer time, two hours before in winter time, both by the wall clock.
    await world.travel("2027-10-30 17:59")
    assert received(world.anna, "Domani alle 17:00: incontro We.Ca.Re. a Pinerolo") == 0
    await world.travel("2027-10-30 18:00")
    assert received(world.anna, "Domani alle 17:00: incontro We.Ca.Re. a Pinerolo") == 1
    await world.travel("2027-10-31 14:59")
    assert received(world.anna, "Oggi alle 17:00: incontro We.Ca.Re. a Pinerolo") == 0
    await world.travel("2027-10-31 15:00")
    assert received(world.anna, "Oggi alle 17:00: incontro We.Ca.Re. a Pinerolo") == 1

    # November: nothing is ahead, she still follows all three, and nothing was refused or said twice.
    await world.travel("2027-11-01 12:00")
    assert received(world.anna, "Per ora a Pinerolo non ci sono altri incontri") == 1
    followed = await world.say(world.anna, "/promemoria")
    assert followed.text.count("nessun incontro in programma per ora") == 3
    assert world.telegram.complaints == []
    await world.close()


async def _days(world: World, *moments: str) -> None:
    for moment in moments:
        await world.travel(moment)
