"""Three programmes of other shapes in small: a bus with stops, bins by street and kind, talks with titles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.content import loaded_content
from tests.world import World, received, rome

pytestmark = pytest.mark.one_database

FOLDER = Path(__file__).parent.parent / "programmes"


@pytest.fixture
async def opened(database_url: str, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    folder = FOLDER / request.param
    at = rome("2027-10-09 10:00")
    world = World(database_url, at=at, said=loaded_content.load(folder), programme_dir=folder, programme_year=None)
    await world.open()
    yield world
    assert world.telegram.complaints == []
    await world.close()


@pytest.mark.parametrize("opened", ["bookbus"], indirect=True)
async def test_a_bus_with_stops(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    assert any("12 October" in label for label in (await world.say(emma, "/start")).labels)
    assert "12 October" in (await world.say(emma, "/events")).text
    assert "10:30" in (await world.say(emma, "When are you at the George Inn?")).text
    assert "Marlow" in (await world.say(emma, "when do you come to the Lower Levels?")).text
    assert "Taunton" in (await world.say(emma, "do you come to Taunton?")).text

    emma.start("levels")
    await world.settle()
    assert any("George Inn" in text or "Marlow" in text for text in (emma.last.text, *emma.last.labels))
    assert "Kilby" not in emma.last.text
    emma.start("kilby")
    await world.settle()
    await world.press(emma, "14 October", "🔔")
    await world.travel("2027-10-13 19:00")
    assert received(emma, "Tomorrow at 19:30") == 1


@pytest.mark.parametrize("opened", ["bins"], indirect=True)
async def test_bins_by_street_and_kind(opened: World) -> None:
    world, anna = opened, opened.anna
    assert "Sono Campanile" in (await world.say(anna, "/start")).text
    assert "11 ottobre" in (await world.say(anna, "/incontri")).text
    reply = await world.say(anna, "quando passate in via Garibaldi 12 per la carta?")
    assert "Zona Nord" in reply.text
    assert "13 ottobre" in reply.text
    assert "14 ottobre" in (await world.say(anna, "carta via Garibaldi 41a")).text

    anna.start("sud")
    await world.settle()
    await world.press(anna, "14 ottobre", "🔔")
    await world.travel("2027-10-13 18:00")
    assert received(anna, "Domani") == 1


@pytest.mark.parametrize("opened", ["talks"], indirect=True)
async def test_talks_with_titles_and_people(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    assert any("23 October" in label for label in (await world.say(emma, "/start")).labels)
    first = await world.say(emma, "/events")
    assert "23 October" in first.text
    assert "Fork bombs" in (await world.say(emma, "talk about fork bombs")).text
    assert "H.2214" in (await world.say(emma, "which room is Pavel Sorel in")).text
    kernel = await world.say(emma, "Kernel talks")
    assert "Schedulers by the sea" in kernel.text
    assert "Wheels" not in kernel.text

    await world.say(emma, "when is the closing keynote?")
    await world.press(emma, "24 October", "🔔")
    await world.travel("2027-10-23 18:00")
    assert received(emma, "17:00") >= 1


@pytest.mark.parametrize("opened", ["talks"], indirect=True)
async def test_many_are_shown_by_the_page(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    first = await world.say(emma, "When are the talks?")
    assert "Opening words" in first.text
    assert "Closing keynote" not in first.text
    second = await world.press(emma, "2/2")
    assert "Closing keynote" in second.text
    assert "Opening words" not in second.text
    await world.press(emma, "1/2")
    assert "Opening words" in emma.last.text

    await world.wait(60)
    await world.say(emma, "is there wifi?")
    await world.press(emma, "2/2")
    assert received(emma, "The network has no password") == 1
    assert received(emma, "Opening words") == 1


@pytest.mark.parametrize("opened", ["talks"], indirect=True)
async def test_an_own_answer_goes_before_what_the_bot_was_not_told(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    assert "on the ground floor" in (await world.say(emma, "is it accessible for disabled people?")).text
    reply = await world.say(emma, "how much does it cost to get in?")
    assert "nobody needs a ticket" in reply.text
    assert "12 euros" in reply.text
    assert "12 euros" in (await world.say(emma, "how much is Soldering for librarians?")).text
    assert "nobody needs" not in emma.last.text


@pytest.mark.parametrize("opened", ["talks"], indirect=True)
async def test_a_room_an_hour_and_a_kind_choose_the_talk(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    way = await world.say(emma, "how do I get to room H.2214?")
    assert "H.2214" in way.text
    assert "K.1.105" not in way.text
    await world.wait(20 * 60)  # another talk
    at_once = await world.say(emma, "is there anything on 23 October at 11:00?")
    assert "Wheels within wheels" in at_once.text
    assert "Anatomy of a panic" in at_once.text
    at_noon = await world.say(emma, "is there anything on 23 October at 12:00?")
    assert "Opening words" in at_noon.text  # all of that day: of what ends at noon nothing is on
    assert "Oona Grieg" in (await world.say(emma, "who's talking about the anatomy of a panic?")).text
    await world.wait(20 * 60)
    some = await world.say(emma, "what can I see on Saturday at 2pm about Kernel?")
    assert "Schedulers by the sea" in some.text


@pytest.mark.parametrize("opened", ["bookbus"], indirect=True)
async def test_the_second_of_a_series_is_the_second_to_come(opened: World) -> None:
    world, emma = opened, opened.telegram.person(3003, "Emma", language_code="en")
    await world.travel("2027-10-20 10:00")
    reply = await world.say(emma, "when is the second visit in Kilby?")
    assert "9 December" in reply.text
    reply = await world.say(emma, "and the second visit in Marlow Fitzroy?")
    assert "7 December" in reply.text


@pytest.mark.parametrize("opened", ["parish"], indirect=True)
async def test_several_in_one_village_are_told_apart_by_their_titles(opened: World) -> None:
    world, anna = opened, opened.anna
    thursday = await world.say(anna, "che cosa c'è giovedì?")
    assert "Prove del coro, Vallemonte" in thursday.text
    assert "Tombola, Vallemonte" in thursday.text
    assert "Messa, Vallemonte" in thursday.text
    assert "Prove del coro" in (await world.say(anna, "quando ci sono le prove del coro?")).text
    assert "Polenta insieme" in (await world.say(anna, "di che si parla sabato 16 ottobre?")).text
    await world.say(anna, "ricordami le prove del coro")
    assert any("🔔" in label for label in anna.last.labels)


@pytest.mark.parametrize("opened", ["parish"], indirect=True)
async def test_a_price_that_many_have_is_told_once(opened: World) -> None:
    world, anna = opened, opened.anna
    reply = await world.say(anna, "quanto costa?")
    assert reply.text.count("5 euro") == 1
    assert "Concerto d'organo" in reply.text
    assert "ingresso libero" in reply.text
    assert "12 euro" in reply.text


@pytest.mark.parametrize("opened", ["parish"], indirect=True)
async def test_titled_events_are_called_by_their_titles(opened: World) -> None:
    world, anna = opened, opened.anna
    welcome = await world.say(anna, "/start")
    assert "Scegli un appuntamento" in welcome.text
    assert "Tocca un appuntamento" in (await world.say(anna, "/incontri")).text
    card = await world.press(anna, "Tombola")
    assert "🔔 Avvisami" not in card.labels
    assert {"🔔 Promemoria per Vallemonte", "🔔 Promemoria per Tombola"} <= {*card.labels}
    await world.press(anna, "🔔 Promemoria per Vallemonte")
    assert "• Tombola: giovedì 14 ottobre" in anna.last.text
    anna.start("rocca")
    await world.settle()
    await world.press(anna, "🔔 Promemoria per Rocca")
    assert "Gita al lago: domenica 17 ottobre" in anna.last.text


@pytest.mark.parametrize("opened", ["parish"], indirect=True)
async def test_what_the_card_says_more_is_told_too(opened: World) -> None:
    """Of an event with an end and of one without: its people and its note, and only those that it has."""
    world, anna = opened, opened.anna
    told = (await world.say(anna, "dimmi tutto delle prove del coro")).text
    assert "dalle 20:45 alle 22:15" in told
    assert "Con Lia Ferro." in told
    assert "Nota: Portare lo spartito" in told
    told = (await world.say(anna, "dimmi tutto della gita al lago")).text
    assert "Nota: Scarpe comode" in told
    assert "Con " not in told
    assert "Nota" not in (await world.say(anna, "dimmi tutto della tombola")).text
    await world.wait(20 * 60)  # another talk
    bring = await world.say(anna, "cosa devo portare?")
    assert "Nota: Portare lo spartito" in bring.text
    assert "non parla" not in bring.text
    assert "✉️ Chiedi agli organizzatori" in bring.labels


@pytest.mark.parametrize("opened", ["talks"], indirect=True)
async def test_a_card_is_shared_by_a_word_of_a_title_or_a_kind(opened: World) -> None:
    """Where there are no areas, too; a query that no name is like finds all."""
    world, anna = opened, opened.anna
    await world.app._publish_profile()
    assert "()" not in world.telegram.profile.text("description", "")
    for query, count in (("", 11), ("sea", 1), ("FORK b", 1), ("kern", 3), ("xyzzy", 11)):
        asked = anna.inline(query)
        await world.settle()
        assert len(asked.results) == count, query
