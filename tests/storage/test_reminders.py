"""Reminders due together, more than one message can hold."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import insert

from domain.delivery import DeliveryState, SkipReason
from storage.database import Database
from storage.models import Resident, Subscription
from storage.outbox import batches, queue
from storage.outbox.batches import MOST_TOGETHER, Due
from tests.delivery.people import LONG_AGO, NOON, message, rows

FEEDS = [f"wecare/area-{number}" for number in range(MOST_TOGETHER + 2)]
CALLS = [Due(f"reminder:{number}.1.d", (feed,), NOON, "day_before") for number, feed in enumerate(FEEDS)]
ALL, LAST, ENGLISH, NOTHING = 1, 2, 3, 4


async def _crowd(database: Database) -> None:
    follow = {ALL: FEEDS, LAST: FEEDS[-1:], ENGLISH: FEEDS[1:3], NOTHING: []}
    async with database.begin() as session:
        for chat in follow:
            language = "en" if chat == ENGLISH else "it"
            session.add(Resident(chat_id=chat, language=language, reachable=True, first_seen=LONG_AGO))
        await session.flush()
        wanted = [(chat, feed) for chat, feeds in follow.items() for feed in feeds]
        rest = {"leads": "day_before,two_hours", "created_at": LONG_AGO}
        each = [{"chat_id": chat, "feed": feed} | rest for chat, feed in wanted]
        await session.execute(insert(Subscription), each)


async def _remind(database: Database) -> int:
    async with database.begin() as session:
        groups = await batches.groups(session, CALLS, NOON)
        languages = {group.language for group in groups}
        alone = {
            (call.key, language): await queue.add(session, message(call.key, language=language), NOON)
            for call in CALLS
            for language in languages
        }
        messages = {
            parcel: await queue.add(
                session,
                message("+".join(call.key for call in parcel.calls), language=parcel.group.language),
                NOON,
            )
            for group in groups
            for parcel in group.parcels
        }
        return await batches.fan_out(session, CALLS, messages, alone, NOON)


async def test_more_than_one_message_holds_are_two_and_nothing_comes_twice(database: Database) -> None:
    await _crowd(database)
    assert await _remind(database) == 4
    assert await _remind(database) == 0

    found = await rows(database)
    assert Counter(row.chat_id for row in found) == {ALL: len(FEEDS), LAST: 1, ENGLISH: 2}
    carrying = [row for row in found if row.state == DeliveryState.PENDING]
    assert Counter(row.chat_id for row in carrying) == {ALL: 2, LAST: 1, ENGLISH: 1}
    assert {row.error for row in found if row.state == DeliveryState.SKIPPED} == {SkipReason.TOGETHER}
    assert len({(row.thing, row.chat_id) for row in found}) == len(found)
