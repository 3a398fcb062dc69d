from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from delivery.rate_limiter import BULK, RateLimiter
from tests.delivery.clock_loop import run

NOON = datetime(2027, 10, 16, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


class Server:
    """Notes when each call arrives; `travel` gives the seconds there and back of the nth call."""

    def __init__(self, travel: Callable[[int], tuple[float, float]] = lambda _: (0.025, 0.025)) -> None:
        self.travel = travel
        self.arrivals: list[tuple[float, int]] = []
        self.params: list[dict[str, Any]] = []
        self.floods: list[tuple[int | None, float]] = []
        self.in_flight = self.most_in_flight = 0

    async def call(self, endpoint: str, data: dict[str, Any]) -> bool:
        there, back = self.travel(len(self.arrivals))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        await asyncio.sleep(there)
        self.arrivals.append((asyncio.get_running_loop().time(), data["chat_id"]))
        self.params.append(data)
        await asyncio.sleep(back)
        self.in_flight -= 1
        for flood in self.floods:
            if flood[0] in (None, data["chat_id"]):
                self.floods.remove(flood)
                raise RetryAfter(timedelta(seconds=flood[1]))
        return True

    @property
    def times(self) -> list[float]:
        return [at for at, _ in self.arrivals]


async def ask(pace: RateLimiter, server: Server, chat: int, lane: Any = None, endpoint: str = "sendMessage") -> Any:
    data = {"chat_id": chat}
    return await pace.process_request(server.call, (endpoint, data), {}, endpoint, data, lane)


async def made(**options: Any) -> RateLimiter:
    pace = RateLimiter(lambda: NOON, **options)
    await pace.initialize()
    return pace


def most_in_a_second(times: list[float]) -> int:
    times = sorted(times)
    return max(sum(1 for other in times if at <= other < at + 1.0) for at in times)


async def bulk(pace: RateLimiter, server: Server, chats: range, workers: int = 40) -> None:
    waiting = iter(chats)

    async def work() -> None:
        for chat in waiting:
            await ask(pace, server, chat, BULK)

    await asyncio.gather(*(work() for _ in range(workers)))


@settings(max_examples=40, deadline=None)
@given(
    travels=st.lists(st.tuples(st.floats(0, 0.8), st.floats(0, 0.8)), min_size=1, max_size=30),
    answers=st.lists(st.floats(0, 6), max_size=60),
)
def test_never_more_than_thirty_in_any_second(travels: list[tuple[float, float]], answers: list[float]) -> None:
    server = Server(lambda n: travels[n % len(travels)])

    async def scenario() -> None:
        pace = await made()

        async def answer(chat: int, after: float) -> None:
            await asyncio.sleep(after)
            await ask(pace, server, chat)

        people = (answer(10_000 + n, after) for n, after in enumerate(answers))
        await asyncio.gather(bulk(pace, server, range(1, 121)), *people)

    run(scenario())
    assert len(server.arrivals) == 120 + len(answers)
    assert most_in_a_second(server.times) <= 30


def test_bulk_reaches_nine_tenths_of_the_limit_with_two_in_flight() -> None:
    server = Server()

    async def scenario() -> None:
        await bulk(await made(), server, range(1, 601))

    run(scenario())
    assert 599 / (server.times[-1] - server.times[0]) >= 0.9 * 30
    assert server.most_in_flight <= 3


def test_an_answer_does_not_queue_behind_a_broadcast() -> None:
    server = Server()

    async def scenario() -> list[float]:
        pace, waits = await made(), []
        loop = asyncio.get_running_loop()
        broadcast = asyncio.ensure_future(bulk(pace, server, range(1, 301)))
        for chat in range(5000, 5015):
            await asyncio.sleep(0.5)
            asked = loop.time()
            await ask(pace, server, chat)
            waits.append(loop.time() - asked)
        await broadcast
        return waits

    assert max(run(scenario())) < 0.06


def test_the_first_bulk_send_waits_a_second_and_answers_do_not() -> None:
    server = Server(lambda _: (0.0, 0.0))

    async def scenario() -> float:
        pace = await made()
        started = asyncio.get_running_loop().time()
        await asyncio.gather(ask(pace, server, 1, BULK), ask(pace, server, 2))
        return started

    started = run(scenario())
    assert server.arrivals == [(started, 2), (started + 1.0, 1)]


def test_a_chat_gets_one_bulk_message_a_second() -> None:
    server = Server()

    async def scenario() -> None:
        pace = await made()
        await asyncio.gather(*(ask(pace, server, 7, BULK) for _ in range(3)))

    run(scenario())
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(server.times))


def test_a_group_gets_twenty_a_minute_and_bulk_gives_way() -> None:
    server = Server()

    async def scenario() -> float:
        pace = await made()
        for _ in range(20):
            await ask(pace, server, -100)
        with pytest.raises(RetryAfter) as refused:
            await ask(pace, server, -100, BULK)
        await ask(pace, server, -100)
        return refused.value.retry_after.total_seconds()  # type: ignore[union-attr]

    assert run(scenario()) > 50
    assert len(server.times) == 21
    assert server.times[-1] - server.times[0] >= 60


def test_a_flood_stops_the_bot_until_its_time_is_over() -> None:
    server = Server()
    heard: list[tuple[str, datetime]] = []

    async def scenario() -> float:
        pace = await made(on_pause=lambda scope, until: heard.append((scope, until)))
        server.floods.append((None, 5))
        with pytest.raises(RetryAfter):
            await ask(pace, server, 1, BULK)
        refused_at = asyncio.get_running_loop().time()
        with pytest.raises(RetryAfter):
            await ask(pace, server, 2, BULK)
        await ask(pace, server, 3)
        return refused_at

    refused_at = run(scenario())
    assert [chat for _, chat in server.arrivals] == [1, 3]
    assert server.times[-1] >= refused_at + 5
    assert [scope for scope, _ in heard] == ["bot"]
    assert heard[0][1] >= NOON + timedelta(seconds=5)


def test_an_answer_is_sent_after_a_short_flood_and_refused_on_a_long_one() -> None:
    server = Server()

    async def scenario() -> None:
        pace = await made()
        server.floods.append((None, 3))
        assert await ask(pace, server, 1)
        server.floods.append((None, 43_000))
        with pytest.raises(RetryAfter):
            await ask(pace, server, 2)

    run(scenario())
    assert [chat for _, chat in server.arrivals] == [1, 1, 2]


def test_the_flood_of_a_group_stops_that_group_alone() -> None:
    server = Server()
    heard: list[str] = []

    async def scenario() -> None:
        pace = await made(on_pause=lambda scope, _: heard.append(scope))
        server.floods.append((-5, 40))
        with pytest.raises(RetryAfter):
            await ask(pace, server, -5, BULK)
        await ask(pace, server, -6, BULK)
        with pytest.raises(RetryAfter):
            await ask(pace, server, -5, BULK)

    run(scenario())
    assert [chat for _, chat in server.arrivals] == [-5, -6]
    assert heard == ["chat:-5"]


def test_a_flood_right_after_a_message_to_the_same_person_is_that_chats_own() -> None:
    server = Server()
    heard: list[str] = []

    async def scenario() -> None:
        pace = await made(on_pause=lambda scope, _: heard.append(scope))
        await ask(pace, server, 4)
        server.floods.append((4, 1))
        await ask(pace, server, 4)

    run(scenario())
    assert heard == ["chat:4"]
    assert len(server.arrivals) == 3


def test_restored_pauses_are_honoured() -> None:
    server = Server()

    async def scenario() -> tuple[float, float]:
        pace = await made()
        pace.restore({"bot": NOON + timedelta(seconds=4), "chat:9": NOON - timedelta(hours=1)})
        started = asyncio.get_running_loop().time()
        with pytest.raises(RetryAfter):
            await ask(pace, server, 9, BULK)
        await ask(pace, server, 9)
        return started, pace.paused()

    started, left = run(scenario())
    assert server.times[0] >= started + 4
    assert left == 0


def test_the_rate_falls_at_a_flood_and_comes_back() -> None:
    server = Server()

    async def scenario() -> tuple[int, int]:
        pace = await made()
        window = pace._free.window
        server.floods.append((None, 1))
        await ask(pace, server, 1)
        fallen = window.slots
        await bulk(pace, server, range(2, 700))
        return fallen, window.slots

    assert run(scenario()) == (27, 30)


def test_a_paid_broadcast_has_its_own_window_and_says_so() -> None:
    server = Server()

    async def scenario() -> None:
        pace = await made(paid=1000)
        await asyncio.gather(bulk(pace, server, range(1, 3001), workers=120), ask(pace, server, 9999))

    run(scenario())
    paid = [params for params in server.params if params.get("allow_paid_broadcast")]
    assert len(paid) == 3000
    assert 2999 / (server.times[-1] - server.times[1]) > 900
    assert most_in_a_second(server.times) <= 1012


def test_calls_that_are_no_messages_pass_untouched() -> None:
    server = Server(lambda _: (0.0, 0.0))

    async def scenario() -> float:
        pace = await made()
        pace.restore({"bot": NOON + timedelta(hours=1)})
        started = asyncio.get_running_loop().time()
        await ask(pace, server, 1, endpoint="sendChatAction")
        await ask(pace, server, 1, BULK, endpoint="getChat")
        return asyncio.get_running_loop().time() - started

    assert run(scenario()) == 0


def test_answers_to_one_person_leave_the_slots_to_others() -> None:
    server = Server()

    async def scenario() -> None:
        pace = await made()
        flood = [asyncio.create_task(ask(pace, server, 1)) for _ in range(60)]
        await asyncio.sleep(0.5)
        others = [asyncio.create_task(ask(pace, server, chat)) for chat in range(2, 22)]
        await asyncio.gather(*others)
        for task in flood:
            task.cancel()
        await asyncio.gather(*flood, return_exceptions=True)

    run(scenario())
    flooded = [at for at, chat in server.arrivals if chat == 1]
    others = [at for at, chat in server.arrivals if chat != 1]
    assert len([at for at in flooded if at < flooded[0] + 0.5]) == 8
    assert max(others) - min(others) < 0.1


def test_a_paid_broadcast_grows_to_its_rate_and_not_above() -> None:
    server = Server()

    async def scenario() -> None:
        await bulk(await made(paid=200), server, range(1, 4001), workers=60)

    run(scenario())
    seconds = Counter(int(at - server.times[0]) for at in server.times)
    assert seconds[2] <= 200
    assert [seconds[second] for second in range(8, 14)] == pytest.approx([200] * 6, abs=1)
    assert max(seconds.values()) <= 202, "what ten milliseconds of delay may be made up for"
