"""A firewall's page in Telegram's place: nobody is taken for gone, nothing fails, all goes out afterwards."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from tests.world import World, received

PAGES = [
    (403, b"<html><h1>403 Forbidden</h1>bot was blocked by the user</html>"),
    (404, b"<html>chat not found</html>"),
    (302, b""),
    (407, b"Proxy Authentication Required"),
    (200, b"<html>Welcome to the hotel's network</html>"),
    (400, b'{"error": "Bad Request: chat not found"}'),
    (403, b'{"ok": false, "error_code": 1020, "description": "Forbidden: bot was kicked"}'),
    (401, b"[]"),
]


async def _time(world: World, seconds: float) -> None:
    """Pass, for the bot alone, which tries and tries."""
    world.clock.at += timedelta(seconds=seconds)
    with suppress(TimeoutError):
        await asyncio.wait_for(world.house.settle(), 1)


@pytest.mark.parametrize(("status", "page"), PAGES)
async def test_an_announcement_goes_out_after_it(world: World, status: int, page: bytes) -> None:
    for person in (world.anna, world.marco):
        await world.follow(person, "pinerolo")
    await world.announce("Ciao a tutti", "✅")
    world.telegram.faults.stranger = (status, page)
    await _time(world, 11)
    await _time(world, 700)
    assert received(world.anna, "Ciao a tutti") == 0

    world.telegram.faults.stranger = None
    await world.wait(60)
    assert received(world.anna, "Ciao a tutti") == received(world.marco, "Ciao a tutti") == 1
    assert received(world.monica, "Destinatari: 2\nConsegnati: 2") == 1
    assert received(world.monica, "Telegram non si raggiungeva") == 1
