from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from telegram.ext import ExtBot

from delivery.attempt import MOST_ATTEMPTS
from delivery.rate_limiter import RateLimiter
from delivery.sender import Sender
from domain.delivery import MessageKind
from sandbox.api.telegram import Telegram
from sandbox.web.clock import Clock
from storage.announcements import reports
from storage.database import Database
from storage.models import Delivery, Resident
from storage.outbox import delivered_edits, deliveries, flood_waits, queue
from tests.delivery.people import NOON, announce, message, rows, settle_in
from tests.world import PretendRequest


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


class Post:
    """A pretend Telegram, a sender before it, and a clock."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = Clock(NOON)
        self.telegram = Telegram(now=self.clock)

    async def residents(self, *chats: int) -> None:
        for chat in chats:
            self.telegram.person(chat, f"Person {chat}", met=True)
        await settle_in(self.database, chats)

    @asynccontextmanager
    async def sending(self, **options: Any) -> AsyncIterator[Sender]:
        pace = RateLimiter(self.clock, quiet=0.0, **options)
        bot = ExtBot(self.telegram.token, request=PretendRequest(self.telegram), rate_limiter=pace)
        await bot.initialize()
        sender = Sender(bot, pace, self.database, self.clock, Random(1))
        await sender.start()
        try:
            yield sender
        finally:
            await sender.stop()
            await bot.shutdown()

    async def killed_after(self, seconds: float) -> None:
        """A sender whose process ends at once: nothing is settled, nothing given back."""
        async with self.sending() as sender:
            sender.wake()
            await asyncio.sleep(seconds)
            assert sender._task is not None
            mine = [sender._task, *sender._in_hand.values()]
            # Between transactions: one given up within this process would keep SQLite locked; no kill does.
            async with self.database._turn:
                for task in mine:
                    task.cancel()
                await asyncio.gather(*mine, return_exceptions=True)

    async def send_all(self) -> None:
        async with self.sending() as sender:
            await asyncio.wait_for(sender.idle(), 20)

    async def later(self, seconds: float = 600) -> None:
        self.clock.travel(self.clock() + timedelta(seconds=seconds))

    async def counts(self) -> reports.Counts:
        async with self.database.read() as session:
            return await reports.counts(session, MessageKind.ANNOUNCEMENT, 1)

    def received(self) -> Counter[int]:
        return Counter(message.raw["chat"]["id"] for message in self.telegram.sent())


@pytest.fixture
def post(database: Database) -> Post:
    return Post(database)


async def test_everyone_gets_it_once_and_the_ledger_says_so(post: Post) -> None:
    await post.residents(*range(1, 11))
    await announce(post.database, message())
    await post.send_all()
    assert post.received() == Counter(range(1, 11))
    assert await post.counts() == reports.Counts(targeted=10, sent=10)
    assert all(row.message_id and row.sent_at for row in await rows(post.database))


async def test_rows_added_while_it_sleeps_go_out_without_delay(post: Post) -> None:
    await post.residents(1)
    async with post.sending() as sender:
        await sender.idle()
        await announce(post.database, message())
        started = asyncio.get_running_loop().time()
        await sender.idle()
        assert asyncio.get_running_loop().time() - started < 1
    assert post.received() == Counter([1])


async def test_what_is_due_later_waits_for_its_time(post: Post) -> None:
    await post.residents(1)
    await announce(post.database, message(), due=NOON + timedelta(hours=9))
    async with post.sending() as sender:
        await sender.idle()
        assert post.received() == Counter()
        await post.later(9 * 3600)
        await sender.idle()
    assert post.received() == Counter([1])


async def test_those_who_blocked_the_bot_are_left_in_peace(post: Post) -> None:
    await post.residents(1, 2, 3)
    post.telegram.faults.blocked.add(2)
    post.telegram.faults.not_found.add(3)
    await announce(post.database, message())
    await post.send_all()
    await announce(post.database, message("next", ref=2))
    await post.send_all()
    assert await post.counts() == reports.Counts(targeted=3, sent=1, blocked=2)
    assert Counter(call.params["chat_id"] for call in sends(post)) == {1: 2, 2: 1, 3: 1}
    async with post.database.read() as session:
        assert not (await session.get_one(Resident, 2)).reachable


def sends(post: Post) -> list[Any]:
    return [call for call in post.telegram.calls if call.method == "sendMessage"]


async def test_a_message_telegram_refuses_fails_alone_in_its_words(post: Post) -> None:
    await post.residents(1)
    await announce(post.database, message(payload={"text": "<b>broken", "parse_mode": "HTML"}))
    await announce(post.database, message("good", ref=2))
    await post.send_all()
    assert post.received() == Counter([1])
    async with post.database.read() as session:
        ((words, times),) = (await reports.failures(session, MessageKind.ANNOUNCEMENT, 1)).items()
    assert "parse entities" in words
    assert times == 1


async def test_server_errors_and_cuts_lose_nobody(post: Post) -> None:
    await post.residents(1, 2, 3, 4)
    faults = post.telegram.faults
    faults.next_error(chat_id=1)
    faults.next_error(chat_id=1, status=502)
    faults.next_cut(accepted=False, chat_id=2)
    faults.next_cut(accepted=True, chat_id=3)
    await announce(post.database, message())
    for _ in range(3):
        await post.send_all()
        await post.later()
    assert post.received() == Counter({1: 1, 2: 1, 3: 2, 4: 1})
    assert await post.counts() == reports.Counts(targeted=4, sent=4, perhaps_twice=1)


async def test_a_message_the_server_always_fails_on_is_given_up(post: Post) -> None:
    await post.residents(1, 2)
    post.telegram.faults.next_error(chat_id=1, times=100)
    await announce(post.database, message())
    async with post.database.begin() as session:
        await session.execute(update(Delivery).values(attempts=MOST_ATTEMPTS - 2))
    async with post.sending() as sender:
        for _ in range(2):
            await sender.idle()
            await post.later()
    assert await post.counts() == reports.Counts(targeted=2, sent=1, failed=1)


async def test_random_faults_lose_nobody_and_double_only_the_accepted_cuts(post: Post) -> None:
    chats = range(1, 26)
    await post.residents(*chats)
    faults = post.telegram.faults
    faults.error_rate, faults.cut_before_rate, faults.cut_after_rate = 0.15, 0.1, 0.1
    faults.blocked |= {7, 8}
    await announce(post.database, message())
    async with post.sending() as sender:
        for _ in range(8):
            await asyncio.wait_for(sender.idle(), 30)
            await post.later()
    received = post.received()
    assert set(received) == set(chats) - {7, 8}
    assert sum(received.values()) - len(received) <= faults.count["cut_after"]
    counts = await post.counts()
    assert (counts.sent, counts.blocked, counts.pending) == (23, 2, 0)


async def test_lines_cut_one_after_the_other_are_an_outage(post: Post) -> None:
    """Tried on and on, each message would use up its tries, and the report would call all doubtful."""
    chats = range(1, 26)
    await post.residents(*chats)
    await announce(post.database, message())
    async with post.sending() as sender:
        post.telegram.faults.cut_after_rate = 1.0
        sender.wake()
        await asyncio.sleep(1.5)
        assert 3 <= post.telegram.faults.count["cut_after"] <= 12
        post.telegram.faults.cut_after_rate = 0.0
        for _ in range(3):
            await asyncio.wait_for(sender.idle(), 20)
            await post.later()
    received = post.received()
    assert set(received) == set(chats)
    assert sum(received.values()) - 25 == post.telegram.faults.count["cut_after"]
    assert (await post.counts()).sent == 25


async def test_a_flood_stops_everything_until_it_is_over_and_a_restart_honours_it(post: Post) -> None:
    await post.residents(1, 2, 3)
    post.telegram.faults.next_flood(2, chat_id=1)
    await announce(post.database, message())
    async with post.sending() as sender:
        sender.wake()
        await asyncio.sleep(0.3)
        refused = sends(post)[-1].at
    async with post.database.begin() as session:
        kept = await flood_waits.load(session, NOON)
    assert set(kept) == {"bot"}
    await post.send_all()
    assert post.received() == Counter([1, 2, 3])
    after = [call.at for call in sends(post) if call.at > refused]
    assert min(after) >= refused + timedelta(seconds=2)


async def test_the_flood_of_one_group_does_not_stop_the_others(post: Post) -> None:
    await post.residents(1)
    groups = [post.telegram.group(chat, f"Group {chat}") for chat in (-5, -6)]
    for group in groups:
        group.add_bot(by=post.telegram.people[1])
    post.telegram.faults.next_flood(300, chat_id=-5)
    async with post.database.begin() as session:
        outgoing_id = await queue.add(session, message(), NOON)
        for chat in (-5, -6, 1):
            await queue.add_one(session, outgoing_id, chat, NOON)
    await post.send_all()
    assert post.received() == Counter([-6, 1])
    assert (await post.counts()).pending == 1


async def test_a_group_that_moved_is_found_again(post: Post) -> None:
    await post.residents(1)
    group = post.telegram.group(-5, "Tavolo", type="group")
    group.add_bot(by=post.telegram.people[1])
    group.migrate(-1005)
    async with post.database.begin() as session:
        await queue.add_one(session, await queue.add(session, message(), NOON), -5, NOON)
    await post.send_all()
    assert post.received() == Counter([-1005])
    assert await post.counts() == reports.Counts(targeted=1, sent=1)


async def test_what_a_kill_left_in_hand_is_sent_again(post: Post) -> None:
    await post.residents(1, 2, 3)
    await announce(post.database, message())
    async with post.database.begin() as session:
        await deliveries.claim(session, NOON, 2)
        # PostgreSQL spares young claims, which may be another process's.
        claims = update(Delivery).where(Delivery.state == "sending")
        await session.execute(claims.values(claimed_at=datetime(2020, 1, 1, tzinfo=UTC)))
    await post.send_all()
    assert post.received() == Counter([1, 2, 3])
    assert await post.counts() == reports.Counts(targeted=3, sent=3, perhaps_twice=2)


async def test_kills_in_the_middle_lose_nobody(post: Post) -> None:
    everyone = range(1, 31)
    await post.residents(*everyone)
    post.telegram.faults.latency = 0.02
    await announce(post.database, message())
    left = 0
    for seconds in (0.12, 0.31, 0.2):
        await post.killed_after(seconds)
        async with post.database.begin() as session:
            # PostgreSQL spares young claims, which may be another process's.
            claims = update(Delivery).where(Delivery.state == "sending")
            old = claims.values(claimed_at=datetime(2020, 1, 1, tzinfo=UTC))
            left += (await session.execute(old)).rowcount  # type: ignore[attr-defined]
    await post.send_all()
    received, counts = post.received(), await post.counts()
    assert set(received) == set(everyone)
    assert sum(received.values()) - len(received) <= counts.perhaps_twice <= left
    assert (counts.targeted, counts.sent) == (30, 30)


async def test_edits_and_deletions_reach_what_was_delivered(post: Post) -> None:
    await post.residents(1, 2)
    original = await announce(post.database, message())
    await post.send_all()
    async with post.database.begin() as session:
        words = message("edit", kind="edit", method="editMessageText", payload={"text": "Corretto"})
        await delivered_edits.edit(session, original, words, words.payload, NOON)
    await post.send_all()
    assert [said.raw["text"] for said in post.telegram.sent()] == ["Corretto"] * 2
    async with post.database.begin() as session:
        gone = message("delete", kind="delete", method="deleteMessage", payload={})
        await delivered_edits.delete(session, original, gone, NOON)
    await post.send_all()
    assert post.telegram.sent() == []


async def test_an_edit_that_changes_nothing_is_done(post: Post) -> None:
    await post.residents(1)
    original = await announce(post.database, message())
    await post.send_all()
    async with post.database.begin() as session:
        same = message("same", kind=MessageKind.ANNOUNCEMENT, method="editMessageText", ref=3)
        await delivered_edits.edit(session, original, same, same.payload, NOON)
    await post.send_all()
    async with post.database.read() as session:
        assert (await reports.counts(session, MessageKind.ANNOUNCEMENT, 3)).sent == 1


async def test_stopping_gives_back_what_has_not_left(post: Post) -> None:
    await post.residents(*range(1, 31))
    post.telegram.faults.latency = 0.05
    await announce(post.database, message())
    async with post.sending():
        await asyncio.sleep(0.3)
    counts = await post.counts()
    assert 0 < counts.sent < 30
    assert not [row for row in await rows(post.database) if row.state == "sending" or row.perhaps_twice]
    post.telegram.faults.latency = 0
    await post.send_all()
    assert post.received() == Counter(range(1, 31))


async def test_a_database_that_fails_for_a_while_is_waited_for(
    post: Post, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await post.residents(*range(1, 11))
    await announce(post.database, message())
    real, turns = deliveries.settle, count()

    async def settle(*args: Any) -> None:
        if next(turns) in (3, 4):
            raise OperationalError("UPDATE", {}, Exception("database is locked"))
        await real(*args)

    monkeypatch.setattr(deliveries, "settle", settle)
    await post.send_all()
    assert post.received() == Counter(range(1, 11))
    assert await post.counts() == reports.Counts(targeted=10, sent=10)
    assert "database is locked" in caplog.text


async def test_two_senders_on_one_database_send_everything_once(post: Post, database_url: str) -> None:
    await post.residents(*range(1, 41))
    second = Post(Database(database_url, "wecare"))
    second.telegram, second.clock = post.telegram, post.clock
    async with post.sending() as one, second.sending() as other:
        await announce(post.database, message())
        await asyncio.wait_for(asyncio.gather(one.idle(), other.idle()), 20)
    await second.database.close()
    assert post.received() == Counter(range(1, 41))


async def test_a_clock_that_jumps_doubles_nothing(post: Post) -> None:
    await post.residents(*range(1, 21))
    post.telegram.faults.latency = 0.02
    await announce(post.database, message())
    async with post.sending() as sender:
        for _ in range(5):
            await asyncio.sleep(0.05)
            await post.later(86_400)
            sender.wake()
        await asyncio.wait_for(sender.idle(), 20)
    assert post.received() == Counter(range(1, 21))
    assert (await post.counts()).perhaps_twice == 0
