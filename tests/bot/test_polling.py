"""The bot asks for updates whatever comes back, hands each on once, and keeps what was not handled."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.updates.intake import Intake
from bot.updates.polling import Poller
from delivery.outage import Outage
from delivery.responses import NotSent, Uncertain, checked
from tests.delivery.clock_loop import run


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


Answer = tuple[int, bytes] | Exception


def ok(*updates: Any) -> Answer:
    return 200, json.dumps({"ok": True, "result": list(updates)}).encode()


def no(status: int, **more: Any) -> Answer:
    return status, json.dumps({"ok": False, "error_code": status, "description": "x"} | more).encode()


def text(number: int) -> dict[str, Any]:
    """Each from a chat of its own."""
    message = {"message_id": number, "date": 1, "chat": {"id": number, "type": "private"}, "text": "ciao"}
    return {"update_id": number, "message": message}


class Line(BaseRequest):
    """Answers as scripted, and then with nothing new, after as long as was asked for."""

    def __init__(self, *script: Answer) -> None:
        self.script, self.asked = list(script), list[dict[str, Any]]()

    @property
    def read_timeout(self) -> float | None:
        return 5

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert request_data is not None
        self.asked.append(dict(request_data.parameters))
        if not self.script:
            await asyncio.sleep(self.asked[-1]["timeout"])
            return checked(*ok())  # type: ignore[misc]
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return checked(*answer)


class Server(Line):
    """Gives what has come from the offset on, at once; else waits for the next, as Telegram does."""

    def __init__(self, *moments: float) -> None:
        super().__init__()
        self.moments = moments

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert request_data is not None
        wanted: dict[str, Any] = dict(request_data.parameters)
        self.asked.append(wanted)
        loop = asyncio.get_running_loop()
        first, end = wanted["offset"] or 1, loop.time() + wanted["timeout"]
        while True:
            here = [number for number, at in enumerate(self.moments, 1) if number >= first and at <= loop.time()]
            if here or loop.time() >= end:
                return checked(*ok(*map(text, here)))  # type: ignore[misc]
            await asyncio.sleep(0.001)


def never(_: Update) -> bool:
    return False


@dataclass
class House:
    """A poller and its intake; `taken` are the numbers of what was begun, `written` what was last written down."""

    line: BaseRequest
    busy: Callable[[Update], bool] = never
    known: Sequence[int] = ()
    taken: list[int] = field(default_factory=list)
    written: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.intake = Intake(self.handle, self.write)
        self.intake.remember(self.known)
        bot: ExtBot[Any] = ExtBot("123456789:AA", request=self.line, get_updates_request=self.line)
        self.poller = Poller(bot, ["message"], self.intake, Outage(lambda: datetime.now(UTC)))

    async def handle(self, update: Update) -> None:
        self.taken.append(update.update_id)
        await asyncio.sleep(1e6 if self.busy(update) else 0.002)

    async def write(self, numbers: list[int]) -> None:
        self.written.append(numbers)

    async def listen(self, seconds: float) -> None:
        task = asyncio.create_task(self.poller.listen())
        await asyncio.sleep(seconds)
        self.intake.close()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await self.intake.stop(0.5)
        await self.poller.confirm()


def listened(line: Line, seconds: float, busy: Callable[[Update], bool] = never, known: Sequence[int] = ()) -> House:
    """What came of so many seconds; `busy`: what is not done in time; `known`: what earlier processes handled."""

    async def listen() -> House:
        house = House(line, busy, known)
        await house.listen(seconds)
        return house

    return run(listen())  # type: ignore[no-any-return]


def heard(line: Line, seconds: float, busy: Callable[[Update], bool] = never) -> list[int]:
    return listened(line, seconds, busy).taken


TROUBLES = [
    no(401),
    no(404),
    no(403),
    no(400),
    no(409),
    no(500),
    no(502),
    no(418),
    no(429, parameters={"retry_after": "soon"}),
    no(429, parameters={"retry_after": -5}),
    no(429, parameters={"retry_after": 7}),
    no(429),
    (401, b"<html>log in</html>"),
    (404, b""),
    (200, b""),
    (200, b"<html>"),
    (200, b"null"),
    (200, b"[]"),
    (200, b'{"ok": true, "result": true}'),
    (200, b'{"ok": true, "result": {"update_id": 1}}'),
    ok(5),
    ok(None),
    ok({}),
    ok({"update_id": "1"}),
    ok({"update_id": True}),
    ok({"update_id": 10**30}),
    ok({"update_id": -1}),
    NotSent("no line"),
    Uncertain("cut"),
    RuntimeError("a fault of our own"),
    ValueError("of any kind"),
    RecursionError("too deep"),
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
def test_no_answer_ends_it(trouble: Answer) -> None:
    line = Line(ok(text(1)), *[trouble] * 3, ok(text(2)))
    assert heard(line, 120) == [1, 2]
    assert line.asked[-1]["offset"] == 3


@pytest.mark.parametrize("trouble", [*TROUBLES, ok(), ok(text(1))], ids=repr)
def test_it_does_not_hammer(trouble: Answer) -> None:
    line = Line(ok(text(1)), *[trouble] * 1000)
    heard(line, 60)
    assert len(line.asked) < 15


def test_a_wait_is_kept_up_to_a_day() -> None:
    line = Line(no(429, parameters={"retry_after": 10**12}), ok(text(1)))
    assert heard(line, 86_000) == []
    assert heard(Line(no(429, parameters={"retry_after": 10**12}), ok(text(1))), 86_500) == [1]


@pytest.mark.parametrize(
    "unreadable", [{"update_id": 2, "message": 5}, {"update_id": 2, "message": {}}, text(2) | {"message": []}]
)
def test_what_cannot_be_read_is_passed_over(unreadable: Any) -> None:
    line = Line(ok(text(1), unreadable, text(3)), ok(text(4)))
    assert [number for number in heard(line, 40) if number != 2] == [1, 3, 4]


def test_every_call_has_whole_numbers_and_the_kinds() -> None:
    line = Line(ok(text(1)))
    heard(line, 40)
    for asked in line.asked:
        assert type(asked["timeout"]) is int
        assert type(asked.get("offset", 0)) is int
    assert line.asked[0]["allowed_updates"] == ["message"]


def test_what_comes_again_is_handed_on_once() -> None:
    line = Line(ok(text(1), text(2)), ok(text(1), text(2)), ok(text(2), text(3)))
    assert heard(line, 60) == [1, 2, 3]


def test_what_is_not_handled_is_not_confirmed() -> None:
    every = [text(number) for number in range(1, 30)]
    line = Line(ok(*every), ok(*every[2:]), ok(*every[2:], text(30)))
    assert heard(line, 3, busy=lambda update: update.update_id in (3, 10)) == list(range(1, 31))
    assert line.asked[-1]["offset"] == 3


def test_what_was_handled_behind_it_is_remembered() -> None:
    every = [text(number) for number in range(1, 30)]
    first = listened(Line(ok(*every)), 0.5, busy=lambda update: update.update_id in (3, 10))
    assert first.written == [[number for number in range(1, 30) if number not in (3, 10)]]
    line = Line(ok(*every[2:]), ok(text(30)))
    assert listened(line, 3, known=first.written[-1]).taken == [3, 10, 30]
    assert line.asked[-1]["offset"] == 31


def test_what_is_known_already_does_not_hold_up_what_is_new() -> None:
    line = Line(ok(*map(text, range(1, 101))), ok(text(101)))
    assert listened(line, 0.5, known=range(1, 101)).taken == [101]


def test_it_is_written_down_each_second_while_one_waits_and_else_only_at_the_end() -> None:
    async def writings(busy: Callable[[Update], bool]) -> list[list[int]]:
        now = asyncio.get_running_loop().time()
        house = House(Server(*(now + 0.1 * step for step in range(1, 50))), busy)
        await house.listen(9)
        return house.written

    assert run(writings(never)) == [list(range(1, 50))]
    written = run(writings(lambda update: update.update_id == 1))
    assert 4 <= len(written) <= 7
    assert written[-2] == written[-1] == list(range(2, 50))


def test_a_number_is_forgotten_after_a_thousand() -> None:
    line = Line(*(ok(*map(text, range(start, start + 100))) for start in range(1, 3000, 100)))
    assert listened(line, 30).written == [list(range(2001, 3001))]


def test_what_is_handled_is_confirmed_at_the_end() -> None:
    line = Line(ok(text(1), text(2)))
    heard(line, 5)
    assert (line.asked[-1]["offset"], line.asked[-1]["timeout"]) == (3, 0)


def test_an_outage_that_lasted_is_told_once() -> None:
    told: list[tuple[datetime, datetime]] = []

    async def fail() -> None:
        now = [datetime(2027, 10, 9, tzinfo=UTC)]
        outage = Outage(lambda: now[0])
        outage.on_over = lambda since, until: told.append((since, until))
        for minute in (0, 5, 11, 20):
            now[0] = datetime(2027, 10, 9, 0, minute, tzinfo=UTC)
            outage.failed("listening", "x")
            outage.failed("sending", "x")
        outage.reached("listening")
        outage.reached("sending")
        outage.reached("sending")
        outage.failed("sending", "a moment")
        outage.reached("sending")

    asyncio.run(fail())
    assert told == [(datetime(2027, 10, 9, tzinfo=UTC), datetime(2027, 10, 9, 0, 20, tzinfo=UTC))]


@pytest.mark.parametrize(
    ("batch", "taken"),
    [
        ([text(1), {"update_id": "2"}, text(3)], [1, 3]),
        ([{}, text(1), None, 5, [], text(2)], [1, 2]),
        ([text(1), {"update_id": -1}], [1]),
        ([{"update_id": 2**31}, text(1)], [1]),
        ([{"update_id": 10**30}, text(1)], [1]),
        ([text(3), text(1), text(2)], [1, 2, 3]),
        ([text(1), text(1), text(2), text(1)], [1, 2]),
        ([text(number) for number in range(1, 30_000)], list(range(1, 101))),
    ],
    ids=["a word", "nonsense", "negative", "too large", "huge", "out of order", "twice", "a giant list"],
)
def test_what_is_good_of_a_bad_answer_is_taken_once(batch: list[Any], taken: list[int]) -> None:
    line = Line(ok(*batch))
    assert heard(line, 3) == taken
    assert line.asked[1]["offset"] == taken[-1] + 1


def test_nobody_waits_behind_one_that_is_answered_at_once() -> None:
    """An update is handled a moment after it was handed on; the next one may come right behind it."""
    late: list[float] = []

    async def listen() -> None:
        loop = asyncio.get_running_loop()
        moments = [loop.time() + 0.1 * step for step in range(1, 10)]

        def note(update: Update) -> bool:
            late.append(loop.time() - moments[update.update_id - 1])
            return False

        await House(Server(*moments), note).listen(2)

    run(listen())
    assert len(late) == 9
    assert max(late) < 0.05


def test_nobody_waits_long_while_another_is_being_answered() -> None:
    late: list[float] = []

    async def listen() -> None:
        loop = asyncio.get_running_loop()
        moments = [loop.time() + 0.1, loop.time() + 0.13, *(loop.time() + step for step in range(1, 9))]

        def note(update: Update) -> bool:
            late.append(loop.time() - moments[update.update_id - 1])
            return update.update_id == 1

        server = Server(*moments)
        await House(server, note).listen(9)
        assert len(server.asked) < 10 * 9

    run(listen())
    assert len(late) == 10
    assert max(late) < 0.3
