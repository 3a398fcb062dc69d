"""A change of one event makes one piece anew, and making a thousand lets others have their turns."""

import asyncio
import time
from dataclasses import replace

from domain.events.events import Event
from storage.events import events
from tests.world import World
from web.public import pieces


async def test_only_what_has_changed_is_made_anew(world: World) -> None:
    shown, made = await _events(world), list[int]()
    kept = pieces.Pieces()

    def make(event: Event) -> str:
        made.append(event.id)
        return event.slug

    async def pieces_of(asked: list[Event], more: object = "") -> list[str]:
        made.clear()
        return await kept.of("here", asked, make, lambda _: more)

    first = await pieces_of(shown)
    assert (first, made) == ([event.slug for event in shown], [event.id for event in shown])
    assert (await pieces_of(shown), made) == (first, [])
    shown[1] = replace(shown[1], slug="another")
    assert (await pieces_of(shown), made) == ([first[0], "another", first[2]], [shown[1].id])
    await pieces_of(shown, "the bot has another name")
    assert len(made) == 3
    assert await kept.of("there", shown, lambda event: str(event.id), lambda _: "") == [str(each.id) for each in shown]


async def test_others_have_their_turns_while_many_are_made(world: World) -> None:
    (event, *_), turns = await _events(world), 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    waiting = asyncio.create_task(others())
    many = [replace(event, id=number) for number in range(40)]
    await pieces.Pieces().of("here", many, lambda _: time.sleep(pieces.HELD), lambda _: "")
    waiting.cancel()
    assert turns >= 30


async def test_what_was_made_long_ago_goes_first(world: World) -> None:
    (event, *_), kept, made = await _events(world), pieces.Pieces(), list[int]()
    many = [replace(event, id=number) for number in range(pieces.MOST + 1)]
    for shown in (many, many[1:], many[:1]):
        made.clear()
        await kept.of("here", shown, lambda event: made.append(event.id), lambda _: "")
    assert made == [0]


async def _events(world: World) -> list[Event]:
    async with world.app.database.read() as session:
        return await events.every(session)
