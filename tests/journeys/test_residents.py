"""Stories of residents, from the first word to the reminder."""

import json

from tests.world import World, received, texts


async def test_a_resident_subscribes_and_hears_twice_exactly(world: World) -> None:
    confirmation = await world.follow(world.anna, "pinerolo")
    assert "sabato 23 ottobre 2027" in confirmation.text

    await world.travel("2027-10-22 17:59")
    assert received(world.anna, "Domani") == 0
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    await world.travel("2027-10-23 15:59")
    assert received(world.anna, "Oggi alle 18:00") == 0
    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    await world.travel("2027-10-31 12:00")

    assert received(world.anna, "Domani alle") == 1
    assert received(world.anna, "Oggi alle") == 1
    assert world.telegram.complaints == []


async def test_the_evening_before_stays_at_six_across_the_clock_change(database_url: str) -> None:
    # In 2028 the clocks go back on Sunday 29 October, between the meeting's eve and nothing else.
    world = World(database_url, at=None, programme_year=2028)
    await world.open()
    await world.follow(world.anna, "torre-pellice")

    await world.travel("2028-10-29 17:59")
    assert received(world.anna, "Domani") == 0
    await world.travel("2028-10-29 18:00")
    assert received(world.anna, "Domani alle 19:00: incontro We.Ca.Re. a Torre Pellice") == 1
    await world.close()


async def test_a_restart_neither_forgets_nor_repeats(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.restart()
    await world.travel("2027-10-22 18:00")
    await world.restart()
    await world.travel("2027-10-22 18:05")

    assert received(world.anna, "Domani alle 18:00: incontro") == 1


async def test_stop_leaves_every_area(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.anna, "torre-pellice")
    stopped = await world.say(world.anna, "/stop")

    assert "Non ti manderò più" in stopped.text
    await world.travel("2027-10-29 18:00")
    assert received(world.anna, "Domani") == 0


async def test_who_blocks_the_bot_is_left_alone_until_the_return(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    world.anna.block()
    await world.settle()
    calls = len(world.telegram.calls)
    await world.travel("2027-10-22 18:00")
    assert len(world.telegram.calls) == calls

    world.anna.unblock()
    await world.settle()
    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle 18:00") == 1


async def test_the_card_says_where_when_and_leads_to_the_map(world: World) -> None:
    world.anna.start("torre-pellice_poster")
    await world.settle()

    card = world.anna.last
    assert "Torre Pellice" in card.text
    assert "dalle 19:00 alle 21:30" in card.text
    assert "via R. D'Azeglio 10" in card.text
    urls = [button.get("url", "") for row in card.buttons for button in row]
    assert any("D%27Azeglio+10" in url for url in urls)


async def test_every_language_speaks_for_itself(world: World) -> None:
    john = world.telegram.person(3001, "John", language_code="en")
    claire = world.telegram.person(3002, "Claire", language_code="fr-CA")
    assert "Saturday 16 October 2027" in (await world.say(john, "/events")).text
    assert "samedi 16 octobre 2027" in (await world.say(claire, "/rencontres")).text

    chosen = await world.say(john, "/lingua")
    assert [row[0]["text"] for row in chosen.buttons] == ["Italiano", "English", "Français"]
    await world.press(john, "Italiano")
    assert "sabato 16 ottobre 2027" in (await world.say(john, "/events")).text


async def test_a_person_takes_the_data_away_and_erases_it(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.anna, "/privacy")
    await world.press(world.anna, "Dammi i miei dati")
    document = world.anna.last.document
    assert document is not None
    exported = json.loads(document.content)
    assert exported["subscriptions"][0]["feed"] == "wecare/pinerolo"

    await world.say(world.anna, "/privacy")
    await world.press(world.anna, "🗑", "✅")
    assert "Ho cancellato tutto" in world.anna.last.text
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani") == 0


async def test_an_unknown_area_in_a_link_shows_the_meetings(world: World) -> None:
    world.anna.start("atlantide")
    await world.settle()

    assert "non conosco" in world.anna.last.text
    assert "Perosa Argentina" in world.anna.last.text


async def test_dates_are_doubted_until_an_organiser_confirms(database_url: str) -> None:
    world = World(database_url, programme_year=None)
    await world.open()
    assert "ancora da confermare" in (await world.say(world.anna, "/incontri")).text
    assert "ancora da confermare" in (await world.say(world.anna, "quando è a Pinerolo?")).text

    await world.say(world.monica, "/start")
    assert "Le date sono giuste?" in world.monica.last.text
    await world.press(world.monica, "✅")
    assert "ancora da confermare" not in (await world.say(world.anna, "/incontri")).text
    assert sum("Le date sono giuste" in text for text in texts(world.monica)) <= 1
    await world.close()
