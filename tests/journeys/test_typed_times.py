"""Times that are typed: what contradicts itself is told plainly, and nothing is guessed."""

from __future__ import annotations

import pytest

from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("venerdì 23 ottobre alle 18", "sabato 23 ottobre 2027"),
        ("il venerdì 23/10 ore 18", "sabato 23 ottobre 2027"),
        ("lunedì 16 alle 9", "sabato 16 ottobre 2027"),
        ("friday 23 october at 6pm", "sabato 23 ottobre 2027"),
        ("domnai alle 18", "Non ho capito «domnai alle 18»"),
        ("31/11 alle 18", "Non ho capito"),
        ("domani alle 25", "Non ho capito"),
    ],
)
async def test_for_an_announcement(world: World, text: str, words: str) -> None:
    await world.announce("Venite", "🕘 Quando", "🕘 Scegli")

    assert words in (await world.say(world.monica, text)).text
    assert "18:00" in (await world.say(world.monica, "sabato 23 ottobre alle 18 per favore")).text


async def test_for_a_meeting(world: World) -> None:
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo", "🕘 Giorno")

    assert "domenica 24 ottobre 2027" in (await world.say(world.monica, "venerdì 24 ottobre")).text


@pytest.mark.parametrize(
    ("text", "day"),
    [("una settimana", "16 ottobre"), ("3 mesi", "9 gennaio"), ("due settimane per favore", "23 ottobre")],
)
async def test_for_a_pause(world: World, text: str, day: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.anna, "/promemoria")
    await world.press(world.anna, "pausa" if any("pausa" in each for each in world.anna.last.labels) else "Pausa")
    await world.press(world.anna, "🕘 Scegli il giorno")

    assert day in (await world.say(world.anna, text)).text
