from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from domain.delivery import DeliveryState, MessageKind, SkipReason
from storage.announcements import reports
from storage.database import Database
from storage.models import Outgoing, Resident
from storage.outbox import deliveries, flood_waits, queue
from tests.delivery.people import LONG_AGO, NOON, announce, done, message, rows, settle_in

MINUTE = timedelta(minutes=1)


async def claimed(database: Database, limit: int = 10, **options: Any) -> list[deliveries.Claimed]:
    async with database.begin() as session:
        return await deliveries.claim(session, NOON, limit, **options)


async def test_everyone_gets_a_message_once_in_their_language(database: Database) -> None:
    await settle_in(database, range(1, 4))
    await settle_in(database, range(11, 13), language="en")
    await settle_in(database, [21], feed="wecare/luserna")
    for _ in range(2):
        await announce(database, message(), feeds=["wecare/pinerolo"])
        await announce(database, message(language="en", payload={"text": "moved"}), feeds=["wecare/pinerolo"])
    sent = {(row.chat_id, row.outgoing_id) for row in await rows(database)}
    assert len(await rows(database)) == 5
    assert {chat for chat, _ in sent} == {1, 2, 3, 11, 12}
    assert len({outgoing for _, outgoing in sent}) == 2


async def test_without_areas_everyone_subscribed_is_meant_once(database: Database) -> None:
    await settle_in(database, [1, 2])
    await settle_in(database, [3], language="fr", feed="wecare/luserna")
    async with database.begin() as session:
        session.add(Resident(chat_id=4, language="it", reachable=True, first_seen=NOON))
        await session.execute(update(Resident).where(Resident.chat_id == 2).values(reachable=False))
    await announce(database, message(), languages=["it", "fr"])
    assert {row.chat_id for row in await rows(database)} == {1, 3}


async def test_a_reminder_goes_to_those_who_want_it_and_came_in_time(database: Database) -> None:
    await settle_in(database, [1], leads="day_before")
    await settle_in(database, [2], leads="day_before,two_hours")
    await settle_in(database, [3], leads="two_hours", since=NOON)
    await announce(database, message(), lead="two_hours", subscribed_before=NOON)
    assert {row.chat_id for row in await rows(database)} == {2}


async def test_what_came_too_late_is_recorded_and_never_claimed(database: Database) -> None:
    await settle_in(database, [1])
    await announce(database, message(), state=DeliveryState.SKIPPED, reason=SkipReason.MISSED)
    assert await claimed(database) == []
    async with database.read() as session:
        assert await reports.counts(session, MessageKind.ANNOUNCEMENT, 1) == reports.Counts(targeted=1, skipped=1)


async def test_a_chat_is_claimed_once_at_a_time(database: Database) -> None:
    await settle_in(database, [1, 2])
    await announce(database, message("a"))
    await announce(database, message("b", ref=2))
    first = await claimed(database)
    assert sorted(row.chat_id for row in first) == [1, 2]
    assert await claimed(database) == []
    async with database.begin() as session:
        await deliveries.settle(session, [done(first[0], message_id=5, sent_at=NOON)], NOON)
    second = await claimed(database)
    assert [row.chat_id for row in second] == [first[0].chat_id]


async def test_the_urgent_and_the_oldest_go_first(database: Database) -> None:
    await settle_in(database, [1, 2, 3])
    await announce(database, message("later"), due=NOON - MINUTE)
    await announce(database, message("older", ref=2), due=NOON - 2 * MINUTE)
    urgent = await announce(database, message("urgent", ref=3, urgent=True), due=NOON)
    async with database.read() as session:
        waiting = await deliveries.urgent_waiting(session, NOON)
    assert waiting == [urgent]
    first = await claimed(database, limit=3, urgent=waiting)
    assert [row.outgoing_id for row in first] == [urgent] * 3


async def test_oldest_first(database: Database) -> None:
    await settle_in(database, [1])
    await announce(database, message("later"), due=NOON - MINUTE)
    await announce(database, message("older"), due=NOON - 2 * MINUTE)
    await announce(database, message("tomorrow"), due=NOON + timedelta(days=1))
    assert [row.not_before for row in await claimed(database)] == [NOON - 2 * MINUTE]
    async with database.read() as session:
        assert await deliveries.next_due(session) == NOON - MINUTE


async def test_settling_writes_the_ledger(database: Database) -> None:
    await settle_in(database, range(1, 5))
    await announce(database, message())
    one, two, three, four = await claimed(database)
    results = [
        done(one, message_id=77, sent_at=NOON),
        done(two, DeliveryState.BLOCKED, error="bot was blocked by the user", unreachable=True),
        done(three, DeliveryState.FAILED, error="message is too long"),
        done(four, DeliveryState.PENDING, not_before=NOON + MINUTE, perhaps_twice=True),
    ]
    async with database.begin() as session:
        await deliveries.settle(session, results, NOON)
    async with database.read() as session:
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, 1)
        failures = await reports.failures(session, MessageKind.ANNOUNCEMENT, 1)
        gone = await session.get(Resident, two.chat_id)
    assert counts == reports.Counts(targeted=4, sent=1, blocked=1, failed=1, pending=1)
    assert failures == {"bot was blocked by the user": 1, "message is too long": 1}
    assert gone is not None
    assert not gone.reachable
    assert not counts.finished


async def test_what_a_kill_left_is_sent_again_and_counted(database: Database) -> None:
    await settle_in(database, [1, 2])
    await announce(database, message())
    await claimed(database, limit=1)
    async with database.begin() as session:
        assert await deliveries.return_stale(session, NOON, timedelta(minutes=1)) == 0
        assert await deliveries.return_stale(session, NOON) == 1
    again = await claimed(database)
    assert sorted(row.perhaps_twice for row in again) == [False, True]
    async with database.begin() as session:
        await deliveries.settle(session, [done(row, message_id=1, sent_at=NOON) for row in again], NOON)
        assert (await reports.counts(session, MessageKind.ANNOUNCEMENT, 1)).perhaps_twice == 1


async def test_a_group_that_became_a_supergroup_keeps_what_waits(database: Database) -> None:
    async with database.begin() as session:
        outgoing_id = await queue.add(session, message(), NOON)
        assert await queue.add_one(session, outgoing_id, -5, NOON)
        assert not await queue.add_one(session, outgoing_id, -5, NOON)
    (row,) = await claimed(database)
    async with database.begin() as session:
        await deliveries.settle(session, [done(row, DeliveryState.PENDING, new_chat_id=-1005)], NOON)
    assert [again.chat_id for again in await claimed(database)] == [-1005]


async def test_adding_a_message_again_finds_its_row(database: Database) -> None:
    async with database.begin() as session:
        first = await queue.add(session, message(), NOON)
        assert await queue.add(session, message(), NOON) == first
        assert list(await session.scalars(select(Outgoing.payload))) == [message().payload]


async def test_pauses_are_kept_until_they_are_over(database: Database) -> None:
    async with database.begin() as session:
        await flood_waits.keep(session, "bot", NOON + MINUTE)
        await flood_waits.keep(session, "bot", NOON + 2 * MINUTE)
        await flood_waits.keep(session, "chat:-5", LONG_AGO)
    async with database.begin() as session:
        assert await flood_waits.load(session, NOON) == {"bot": NOON + 2 * MINUTE}


async def test_two_processes_never_claim_one_row(database: Database, database_url: str) -> None:
    await settle_in(database, range(1, 41))
    await announce(database, message())
    other = Database(database_url, "wecare")
    mine = [row for _ in range(4) for row in await claimed(database, limit=5)]
    theirs = [row for _ in range(4) for row in await claimed(other, limit=5)]
    await other.close()
    assert len({row.id for row in mine + theirs}) == 40


async def test_a_pause_is_kept_for_a_day_at_most(database: Database) -> None:
    """Whatever an earlier run wrote down, or however far the clock has been set back since."""
    async with database.begin() as session:
        await flood_waits.keep(session, "bot", NOON + timedelta(days=4000))
        await flood_waits.keep(session, "chat:7", NOON + timedelta(hours=3))
    async with database.begin() as session:
        kept = await flood_waits.load(session, NOON)
        assert await flood_waits.left(session, NOON) == timedelta(days=1)

    assert kept == {"bot": NOON + timedelta(days=1), "chat:7": NOON + timedelta(hours=3)}
