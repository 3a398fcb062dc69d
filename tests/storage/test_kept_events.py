"""What is kept in memory of the events is what the database holds, whoever has written to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.events.events import Place, PlannedEvent
from storage.database import Database
from storage.events import event_changes, events

NOW = datetime(2027, 10, 9, tzinfo=UTC)
TALKS = [
    PlannedEvent(f"talk-{n}", "weller", "hall", NOW + timedelta(days=n - 2), NOW + timedelta(days=n - 1), sure=n < 3)
    for n in range(5)
]
Act = Callable[[Any], Awaitable[Any]]


async def _cancel(session: Any) -> None:
    assert await events.change(session, (await events.every(session))[1], status="cancelled")


async def _confirm(session: Any) -> None:
    assert await events.confirm(session, (await events.every(session))[2:3], NOW)


async def _confirm_at_the_same_moment(session: Any) -> None:
    assert await events.confirm(session, (await events.every(session))[3:4], NOW)


async def _confirm_by_a_clock_that_was_set_back(session: Any) -> None:
    assert await events.confirm(session, (await events.every(session))[3:4], NOW - timedelta(hours=1))


async def _new_words_of_the_venue(session: Any) -> None:
    begun = await event_changes.begin(session, 1, (await events.every(session))[2], NOW)
    change = await event_changes.want(session, begun, place=Place("The barn", "1 Hill Lane"))
    assert change is not None
    await event_changes.apply(session, change, NOW, None)


async def _add(session: Any) -> None:
    late = NOW + timedelta(days=40)
    assert await events.insert(session, [PlannedEvent("new", "weller", "hall", late, late)], NOW)


async def _decide(session: Any) -> None:
    assert await events.decide(session, [TALKS[4]], NOW)


ACTS = [
    _cancel,
    _confirm,
    _confirm_at_the_same_moment,
    _confirm_by_a_clock_that_was_set_back,
    _new_words_of_the_venue,
    _add,
    _decide,
]


async def _seen(database: Database) -> list[Any]:
    async with database.read() as session:
        return await events.every(session)


async def test_whatever_another_process_writes_is_seen_at_once(database: Database) -> None:
    async with database.begin() as session:
        await events.insert(session, TALKS, NOW - timedelta(days=9))
    other = Database(database.url, "wecare")
    try:
        for act in ACTS:
            before = await _seen(database)
            async with other.begin() as session:
                await act(session)
                wanted = await events.every(session)
            assert await _seen(database) == wanted != before, act.__name__
            assert (await _seen(database))[0] is (await _seen(database))[0], "read again for nothing"
    finally:
        await other.close()


async def test_what_was_rolled_back_is_not_remembered(database: Database) -> None:
    """Another change brings the same versions about."""
    async with database.begin() as session:
        await events.insert(session, TALKS, NOW)
    with suppress(KeyError):
        async with database.begin() as session:
            await _cancel(session)
            assert not (await events.every(session))[1].takes_place
            raise KeyError
    async with database.begin() as session:
        assert await events.change(session, (await events.every(session))[0], note="Bring a chair")
    assert [event.takes_place for event in await _seen(database)] == [True] * 5
