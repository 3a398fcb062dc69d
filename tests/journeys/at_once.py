"""Two acts at the same moment, and what came of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sqlalchemy import text

from sandbox.people.people import Person
from tests.world import World


async def at_once(world: World, *acts: Callable[[], object]) -> None:
    """Hand what these acts bring to the bot all at the same time, and let it finish."""
    await world.settle()
    for act in acts:
        act()
    updates = await world.app.poller.ask(0)
    assert len(updates) == len(acts)
    await asyncio.gather(*(world.app.application.process_update(update) for update in updates))
    await world.settle()


async def count(world: World, table: str, where: str = "1 = 1") -> int:
    async with world.app.database.read() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table} WHERE {where}")) or 0


async def deeds(world: World, act: str) -> int:
    return await count(world, "audit", f"act = '{act}'")


def press(person: Person, label: str) -> Callable[[], object]:
    """The button as it is now, whatever the chat shows by then."""
    for message in reversed(person.messages):
        for button in (one for row in message.buttons for one in row):
            if label in button["text"] and "callback_data" in button:
                return lambda: person.press_data(button["callback_data"], message.id)
    raise LookupError(f"no button {label!r}")


async def invitation(world: World, *buttons: str) -> str:
    await world.say(world.monica, "/invita", "Paola")
    await world.press(world.monica, *buttons, "✅ Crea il link")
    return world.monica.last.text.split("?start=")[1]


async def helper(world: World, person: Person) -> None:
    payload = await invitation(world, "○ Aiutante")
    person.start(payload)
    await world.settle()
