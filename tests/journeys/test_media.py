"""What is not text: a place, a voice, a flock of stickers."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.events.distance import kilometres
from domain.programmes import Coordinates
from tests.journeys.test_reminders import changed
from tests.world import World, received

pytestmark = pytest.mark.one_database

LUSERNA = {"location": {"latitude": 44.81, "longitude": 7.24}}  # two kilometres from Torre Pellice
VOICE = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}
STICKER = {
    "sticker": {
        "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
        "is_animated": False, "is_video": False,
    }
}  # fmt: skip
PLACES = {
    "address: piazza Europa": "address: piazza Europa\n    coordinates: {latitude: 44.958, longitude: 7.191}",
    "address: via Podgora 22": "address: via Podgora 22\n    coordinates: {latitude: 44.88, longitude: 7.33}",
    "address: via R. D'Azeglio 10": (
        "address: via R. D'Azeglio 10\n    coordinates: {latitude: 44.820, longitude: 7.216}"
    ),
}


async def sent(world: World, content: dict[str, Any]) -> str:
    world.anna.send(**content)
    await world.settle()
    return world.anna.last.text


async def test_without_coordinates_a_location_gets_the_areas_and_the_maps(world: World) -> None:
    assert "non so dirti qual è la più vicina" in await sent(world, LUSERNA)
    assert "La tua posizione non la conservo" in world.anna.last.text
    rows = world.anna.last.buttons
    assert [row[0]["text"].split(",")[0] for row in rows] == ["Perosa Argentina", "Pinerolo", "Torre Pellice"]
    assert all("maps" in row[1]["url"] for row in rows)


async def test_with_coordinates_it_finds_the_nearest_meeting_ahead(database_url: str, tmp_path: Path) -> None:
    world = World(database_url, programme_dir=changed(tmp_path, PLACES))
    await world.open()
    assert "più vicino a te è a Torre Pellice, a circa 2 km" in await sent(world, LUSERNA)
    await world.travel("2027-10-31 10:00")
    assert "non ci sono incontri" in await sent(world, LUSERNA)
    assert world.telegram.complaints == []
    await world.close()


async def test_stickers_get_one_kind_word_in_five_minutes(world: World) -> None:
    for _ in range(10):
        await sent(world, STICKER)
    assert received(world.anna, "Capisco solo i messaggi scritti") == 1
    world.clock.at += timedelta(minutes=5)
    assert "non so ascoltare i messaggi vocali" in await sent(world, VOICE)
    world.anna.edit(world.anna.messages[0].id, "corretto")
    await world.settle()

    assert "vocali" in world.anna.last.text


coordinates = st.builds(Coordinates, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))


@given(coordinates, coordinates, coordinates)
def test_distances_are_distances(a: Coordinates, b: Coordinates, c: Coordinates) -> None:
    assert kilometres(a, a) == 0
    assert 0 <= kilometres(a, b) <= 20_016
    assert abs(kilometres(a, b) - kilometres(b, a)) < 1e-6
    assert kilometres(a, c) <= kilometres(a, b) + kilometres(b, c) + 1e-3


@pytest.mark.parametrize("address", ["", "via Roma 3"])
async def test_a_place_is_announced_with_or_without_an_address(world: World, address: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    place = {"latitude": 44.9, "longitude": 7.3}
    venue = {"location": place, "title": "Bar <b>", "address": address, "foursquare_id": "4sq"}
    world.monica.send(venue=venue, location=place)
    await world.settle()
    await world.press(world.monica, "✅ Manda")
    await world.wait()

    shown = world.anna.last.raw["venue"]
    assert (shown["title"], shown["address"]) == ("Bar <b>", address or "Bar <b>")
