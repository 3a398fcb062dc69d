"""Updates of one chat come in order; chats do not wait for each other; each is handled once."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from telegram import Chat, Message, Update

from bot.updates.intake import Intake


def _update(number: int, chat: int) -> Update:
    message = Message(number, datetime(2027, 10, 9, tzinfo=UTC), Chat(chat, "private"))
    return Update(number, message=message)


def _intake(
    handle: Callable[[int], Awaitable[None]],
    written: list[list[int]] | None = None,
    may_handle: Callable[[], bool] = lambda: True,
) -> Intake:
    async def handle_update(update: Update) -> None:
        await handle(update.update_id)

    async def write(numbers: list[int]) -> None:
        if written is not None:
            written.append(numbers)

    return Intake(handle_update, write, may_handle)


async def test_one_chat_at_a_time_and_in_order() -> None:
    done = []

    async def handle(number: int) -> None:
        await asyncio.sleep({1: 0.05, 2: 0, 3: 0.01}[number])
        done.append(number)

    intake = _intake(handle)
    await asyncio.gather(*(intake.take(_update(number, chat)) for number, chat in ((1, 7), (2, 7), (3, 8))))

    assert done == [3, 1, 2]


async def test_a_failure_lets_the_next_one_in_and_does_not_come_again() -> None:
    done = []

    async def handle(number: int) -> None:
        if number == 1:
            raise ValueError("no")
        if number == 2:
            raise asyncio.CancelledError
        done.append(number)

    intake = _intake(handle)
    await asyncio.gather(*(intake.take(_update(number, 7)) for number in (1, 2, 3)))

    assert done == [3]
    assert intake.knows(1)
    assert not intake.busy


async def test_nothing_begins_while_another_process_may_be_the_bot() -> None:
    done, sure, written = [], [False], list[list[int]]()

    async def handle(number: int) -> None:
        done.append(number)

    intake = _intake(handle, written, lambda: sure[0])
    waits = intake.take(_update(1, 7))
    await asyncio.sleep(0.15)
    assert (done, intake.oldest) == ([], 1)  # which is not confirmed, so that the other one gets it
    sure[0] = True
    await waits
    assert (done, intake.oldest) == ([1], None)

    sure[0] = False
    never = intake.take(_update(2, 7))
    await asyncio.sleep(0)
    await intake.stop(1)
    await never
    assert (done, intake.oldest, written) == ([1], 2, [[1]])


async def test_a_flood_of_one_chat_leaves_room_for_the_others() -> None:
    done, gate = [], asyncio.Event()

    async def handle(number: int) -> None:
        if number < 5000:
            await gate.wait()
        done.append(number)

    intake = _intake(handle)
    flood = [intake.take(_update(number, 7)) for number in range(3000)]
    await asyncio.sleep(0)
    await intake.take(_update(5000, 8))
    assert done == [5000]
    gate.set()
    await asyncio.gather(*flood)

    assert len(done) == 51


async def test_with_too_much_in_hand_telegram_is_not_asked_for_more() -> None:
    gate = asyncio.Event()

    async def handle(_: int) -> None:
        await gate.wait()

    intake = _intake(handle)
    for number in range(1024):
        intake.take(_update(number, number + 1))
    rest = asyncio.create_task(intake.rest(0))
    await asyncio.sleep(0.05)
    assert not rest.done()
    gate.set()
    await rest


async def test_what_was_not_handled_when_it_stops_is_not_known_to_the_next() -> None:
    begun, written = [], list[list[int]]()

    async def handle(number: int) -> None:
        begun.append(number)
        if number == 2:
            await asyncio.sleep(60)

    intake = _intake(handle, written)
    for number, chat in ((1, 7), (2, 8), (3, 8), (4, 9)):
        intake.take(_update(number, chat))
    await asyncio.sleep(0.05)
    await intake.stop(0.05)

    assert begun == [1, 2, 4]
    assert written == [[1, 4]]
    assert intake.oldest == 2
