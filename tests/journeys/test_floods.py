"""Who floods the bot is told so once; everybody else notices nothing."""

from datetime import timedelta

import pytest

from domain.residents.allowance import Allowance
from tests.world import World, received, texts

pytestmark = pytest.mark.one_database


@pytest.fixture
async def watchful(world: World) -> World:
    """As it runs outside the tests: thirty at once, then one a second."""
    world.floods = Allowance(30, timedelta(seconds=1))
    await world.restart()
    return world


async def test_a_flood_gets_one_notice_and_then_silence_until_it_calms_down(watchful: World) -> None:
    world = watchful
    await world.say(world.anna, "/start")
    for number in range(200):
        world.marco.say(f"ciao {number}")
    await world.settle()
    said = texts(world.marco)
    assert received(world.marco, "Mi hai scritto tante cose tutte insieme") == 1
    assert len(said) == 31
    assert "18:00" in (await world.say(world.anna, "A che ora comincia a Pinerolo?")).text

    world.clock.at += timedelta(minutes=1)
    assert "18:00" in (await world.say(world.marco, "A che ora comincia a Pinerolo?")).text


async def test_pressing_a_button_like_mad_is_a_flood_too(watchful: World) -> None:
    world = watchful
    card = await world.say(world.marco, "/incontri")
    for _ in range(60):
        world.marco.press_data("events", card.id)
    await world.settle()

    assert len([alert for alert in world.marco.alerts if "tutte insieme" in alert]) == 1


async def test_what_is_unheard_does_not_reach_the_database(watchful: World) -> None:
    world = watchful
    for number in range(31):
        world.marco.say(f"ciao {number}")
    await world.settle()
    await world.app.database.close()  # any use of it would now raise a new connection
    connections = world.app.database.engine.pool.checkedin()  # type: ignore[attr-defined]
    for number in range(100):
        world.marco.say(f"ancora {number}")
    await world.answer()

    assert world.app.database.engine.pool.checkedin() == connections == 0  # type: ignore[attr-defined]


async def test_in_a_group_one_member_cannot_silence_the_others(world: World) -> None:
    """Telegram lets a bot say twenty things a minute in a group: fewer are written here."""
    world.floods = Allowance(5, timedelta(seconds=1))
    await world.restart()
    piazza = world.group()
    piazza.add_bot(world.anna)
    await world.settle()
    for _ in range(10):
        piazza.say(world.marco, "/incontri")
    await world.settle()
    before = len(piazza.messages)
    piazza.say(world.anna, "/incontri")
    await world.settle()

    assert len(piazza.messages) == before + 2


@pytest.mark.parametrize("seconds", [40, 3600])
async def test_a_clock_set_back_makes_nobody_a_flood(watchful: World, seconds: int) -> None:
    world = watchful
    await world.say(world.anna, *["/incontri"] * 3)
    world.clock.at -= timedelta(seconds=seconds)
    await world.say(world.anna, *["/lingua"] * 20)

    assert received(world.anna, "lingua") == 20
    assert received(world.anna, "tante cose tutte insieme") == 0
