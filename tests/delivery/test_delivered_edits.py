"""Edits and deletions of what was delivered, and of what is still on its way."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import DeliveryState, MessageKind
from storage.announcements import reports
from storage.announcements.reports import Counts
from storage.database import Database
from storage.outbox import delivered_edits, deliveries, queue
from tests.delivery.people import NOON, announce, done, message, settle_in

WORDS = {"text": "Corretto"}
HOUR = timedelta(hours=1)


async def claimed(database: Database, limit: int = 10) -> list[deliveries.Claimed]:
    async with database.begin() as session:
        return await deliveries.claim(session, NOON, limit)


async def settle(database: Database, *results: deliveries.Settled) -> None:
    async with database.begin() as session:
        await deliveries.settle(session, results, NOON)


async def edit(database: Database, original: int, key: str = "edit:1", text: str = "Corretto") -> int:
    words = {"text": text}
    said = message(key, kind="edit", method="editMessageText", payload=words)
    async with database.begin() as session:
        return await delivered_edits.edit(session, original, said, words, NOON)


async def delete(database: Database, original: int, now: datetime = NOON) -> int:
    gone = message("delete:1", kind="delete", method="deleteMessage", payload={})
    async with database.begin() as session:
        return await delivered_edits.delete(session, original, gone, now)


async def test_an_edit_follows_what_arrived_and_rewords_what_waits(database: Database) -> None:
    await settle_in(database, [1, 2, 3])
    original = await announce(database, message())
    first, second = await claimed(database, limit=2)
    await settle(database, done(first, message_id=41, sent_at=NOON), done(second, DeliveryState.FAILED, error="no"))
    assert await edit(database, original) == 1
    assert await edit(database, original) == 0
    rows = {row.chat_id: row for row in await claimed(database)}
    (third,) = set(rows) - {first.chat_id}
    changed = rows[first.chat_id]
    assert (changed.method, changed.message_id, changed.payload) == ("editMessageText", 41, WORDS)
    assert (rows[third].method, rows[third].payload) == ("sendMessage", WORDS)


async def test_what_was_on_its_way_is_corrected_once_it_has_arrived(database: Database) -> None:
    await settle_in(database, [1, 2])
    original = await announce(database, message())
    (old,) = await claimed(database, limit=1)
    assert await edit(database, original) == 0
    (new,) = await claimed(database, limit=1)
    await settle(database, *(done(row, message_id=row.chat_id, sent_at=NOON) for row in (old, new)))
    (correction,) = await claimed(database)
    assert (correction.method, correction.message_id) == ("editMessageText", old.chat_id)


async def test_a_later_edit_takes_the_place_of_one_that_waits(database: Database) -> None:
    await settle_in(database, [1, 2])
    original = await announce(database, message())
    await settle(database, *(done(row, message_id=7, sent_at=NOON) for row in await claimed(database)))
    assert await edit(database, original, "edit:1", "Prima") == 2
    await claimed(database, limit=1)
    assert await edit(database, original, "edit:2", "Poi") == 2
    async with database.begin() as session:
        await deliveries.return_stale(session, NOON)
    assert {row.payload["text"] for row in await claimed(database)} == {"Poi"}


async def test_a_deletion_spares_the_waiting_and_leaves_what_is_too_old(database: Database) -> None:
    await settle_in(database, [1, 2, 3])
    original = await announce(database, message())
    old, young = await claimed(database, limit=2)
    await settle(
        database,
        done(old, message_id=1, sent_at=NOON - 48 * HOUR),
        done(young, message_id=2, sent_at=NOON - 47 * HOUR),
    )
    assert await delete(database, original) == 1
    assert [(row.method, row.message_id) for row in await claimed(database)] == [("deleteMessage", 2)]
    async with database.read() as session:
        assert await reports.counts(session, MessageKind.ANNOUNCEMENT, 1) == Counts(targeted=3, sent=2, skipped=1)


async def test_what_was_on_its_way_when_it_was_withdrawn_is_deleted(database: Database) -> None:
    await settle_in(database, [1])
    original = await announce(database, message())
    (row,) = await claimed(database)
    assert await delete(database, original) == 0
    await settle(database, done(row, message_id=9, sent_at=NOON))
    assert [(row.method, row.message_id) for row in await claimed(database)] == [("deleteMessage", 9)]


async def test_a_kill_does_not_make_an_edit_doubtful(database: Database) -> None:
    await settle_in(database, [1])
    original = await announce(database, message())
    await settle(database, *(done(row, message_id=7, sent_at=NOON) for row in await claimed(database)))
    await edit(database, original)
    await claimed(database)
    async with database.begin() as session:
        assert await queue.versions(session, MessageKind.ANNOUNCEMENT, 1) == {"it": [original]}
        await deliveries.return_stale(session, NOON)
    assert not (await claimed(database))[0].perhaps_twice
