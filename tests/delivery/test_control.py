"""Pausing, resuming, stopping and repeating what one thing has still to say."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import DeliveryState, MessageKind, SkipReason
from storage.announcements import reports
from storage.announcements.reports import Counts, Speed
from storage.database import Database
from storage.outbox import control, deliveries, flood_waits
from storage.people import residents
from tests.delivery.people import NOON, announce, done, message, settle_in

ANNOUNCEMENT = (MessageKind.ANNOUNCEMENT, 1)
SECOND = timedelta(seconds=1)


async def claimed(database: Database, limit: int = 10) -> list[deliveries.Claimed]:
    async with database.begin() as session:
        return await deliveries.claim(session, NOON, limit)


async def settle(database: Database, *results: deliveries.Settled) -> None:
    async with database.begin() as session:
        await deliveries.settle(session, results, NOON)


async def counts(database: Database) -> Counts:
    async with database.read() as session:
        found = await reports.counts(session, *ANNOUNCEMENT)
        assert await reports.finished(session, *ANNOUNCEMENT) == found.finished
    assert found.targeted == found.sent + found.blocked + found.failed + found.skipped + found.pending
    return found


@pytest.fixture
async def three(database: Database) -> int:
    """One announcement for three, and another thing that no hold may touch."""
    await settle_in(database, [1, 2, 3])
    await announce(database, message("later", ref=2), due=NOON + timedelta(days=1))
    return await announce(database, message())


async def test_what_is_paused_waits_and_goes_on(database: Database, three: int) -> None:
    async with database.begin() as session:
        assert await control.pause(session, [three]) == 3
    assert await claimed(database) == []
    assert await counts(database) == Counts(targeted=3, pending=3, paused=3)
    async with database.begin() as session:
        assert await control.resume(session, [three], NOON) == 3
    assert len(await claimed(database)) == 3


async def test_what_is_on_its_way_comes_back_as_was_decided(database: Database, three: int) -> None:
    one, two = await claimed(database, limit=2)
    async with database.begin() as session:
        await control.pause(session, [three])
    await settle(database, done(one, message_id=4, sent_at=NOON), done(two, DeliveryState.PENDING))
    assert await counts(database) == Counts(targeted=3, sent=1, pending=2, paused=2)
    async with database.begin() as session:
        assert await control.stop(session, [three], SkipReason.STOPPED) == 2
    assert await counts(database) == Counts(targeted=3, sent=1, skipped=2)


async def test_what_is_stopped_is_not_sent_again_after_a_failure_or_a_kill(database: Database, three: int) -> None:
    one, _ = await claimed(database, limit=2)
    async with database.begin() as session:
        await control.stop(session, [three], SkipReason.STOPPED)
    await settle(database, done(one, DeliveryState.PENDING))
    async with database.begin() as session:
        await deliveries.return_stale(session, NOON)
    assert await claimed(database) == []
    assert await counts(database) == Counts(targeted=3, skipped=3)


async def test_what_has_arrived_stays_so_whatever_was_decided(database: Database, three: int) -> None:
    one, two, _ = await claimed(database)
    async with database.begin() as session:
        await control.stop(session, [three], SkipReason.STOPPED)
    await settle(database, done(one, message_id=4, sent_at=NOON), done(two, DeliveryState.FAILED, error="no"))
    await settle(database, done(one, DeliveryState.FAILED))
    assert await counts(database) == Counts(targeted=3, sent=1, failed=1, pending=1)


async def test_the_failed_are_tried_again_and_the_blocked_who_came_back(database: Database, three: int) -> None:
    one, two, three_ = await claimed(database)
    blocked = {"unreachable": True, "error": "bot was blocked by the user"}
    await settle(
        database,
        done(one, DeliveryState.FAILED, error="no"),
        done(two, DeliveryState.BLOCKED, **blocked),
        done(three_, DeliveryState.BLOCKED, **blocked),
    )
    async with database.begin() as session:
        await residents.remember(session, two.chat_id, "it", NOON)
    async with database.begin() as session:
        assert await control.retry(session, [three], NOON) == 2
    again = await claimed(database)
    assert {row.chat_id for row in again} == {one.chat_id, two.chat_id}
    assert {row.attempts for row in again} == {0}


async def test_an_erased_person_is_never_waited_for(database: Database, three: int) -> None:
    one, two, three_ = await claimed(database)
    async with database.begin() as session:
        await residents.erase(session, one.chat_id)
    await settle(database, *(done(row, DeliveryState.PENDING) for row in (one, two, three_)))
    assert await counts(database) == Counts(targeted=3, skipped=1, pending=2)


async def test_speed_is_told_from_what_went_out_lately(database: Database) -> None:
    await settle_in(database, range(1, 61))
    await announce(database, message())
    async with database.read() as session:
        assert await reports.speed(session, *ANNOUNCEMENT, NOON) == Speed(0.0, None)
    rows = await claimed(database, limit=30)
    sent = [done(row, message_id=1, sent_at=NOON + n / 3 * SECOND) for n, row in enumerate(rows)]
    await settle(database, *sent)
    async with database.read() as session:
        speed = await reports.speed(session, *ANNOUNCEMENT, NOON + 10 * SECOND)
        stalled = await reports.speed(session, *ANNOUNCEMENT, NOON + 300 * SECOND)
    assert speed == Speed(3.0, 10 * SECOND)
    assert stalled == Speed(0.0, None)


async def test_a_silence_that_telegram_asked_for_is_part_of_the_time_left(database: Database) -> None:
    await settle_in(database, range(1, 21))
    await announce(database, message())
    await settle(database, *(done(row, message_id=1, sent_at=NOON) for row in await claimed(database)))
    async with database.begin() as session:
        await flood_waits.keep(session, flood_waits.BOT, NOON + 61 * SECOND)
        speed = await reports.speed(session, *ANNOUNCEMENT, NOON + SECOND)
    assert speed == Speed(10.0, 61 * SECOND)
