"""Updates of one chat come in order; chats do not wait for each other."""

import asyncio
from datetime import UTC, datetime

from telegram import Chat, Message, Update

from bot.updates.processor import ChatOrder


def _update(number: int, chat: int) -> Update:
    message = Message(number, datetime(2027, 10, 9, tzinfo=UTC), Chat(chat, "private"))
    return Update(number, message=message)


async def test_one_chat_at_a_time_and_in_order() -> None:
    order, done = ChatOrder(), []

    async def slow(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(name)

    await asyncio.gather(
        order.process_update(_update(1, 7), slow("first", 0.05)),
        order.process_update(_update(2, 7), slow("second", 0)),
        order.process_update(_update(3, 8), slow("another chat", 0.01)),
    )

    assert done == ["another chat", "first", "second"]


async def test_a_failure_lets_the_next_one_in() -> None:
    order, done = ChatOrder(), []

    async def fail() -> None:
        raise ValueError("no")

    async def succeed() -> None:
        done.append("after")

    await asyncio.gather(
        order.process_update(_update(1, 7), fail()),
        order.process_update(_update(2, 7), succeed()),
        return_exceptions=True,
    )

    assert done == ["after"]


async def test_a_flood_of_one_chat_leaves_room_for_the_others() -> None:
    order, done, gate = ChatOrder(), [], asyncio.Event()

    async def handle(name: str) -> None:
        if name == "flood":
            await gate.wait()
        done.append(name)

    floods = (order.process_update(_update(number, 7), handle("flood")) for number in range(3000))
    flood = [asyncio.create_task(each) for each in floods]
    await asyncio.sleep(0)
    await order.process_update(_update(5000, 8), handle("another chat"))
    assert done == ["another chat"]
    gate.set()
    await asyncio.gather(*flood)

    assert done.count("flood") == 50
