"""Every list of the organisers, after years of use: `python -m benchmarks desk`.

With 100,000 residents (one in ten has blocked the bot, one in fifty asked for silence), 200 announcements
(half of them sent), 5,000 questions and 5,000 audit entries. Measured until the list is there; what follows
it, as a picture does, stands beside it. The slowest statement of a list that takes too long goes to stderr.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta
from itertools import chain
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import event, insert, literal, select, update
from telegram import Update

from benchmarks import people
from benchmarks.people import FIRST, Instant, Shifted, Writing
from benchmarks.table import Row, ms
from benchmarks.updates import LATENCY, RESIDENTS, WORKDAY, Unpaced
from bot.app import App
from bot.settings import Settings
from domain.announcements.announcements import HOLD
from domain.delivery import DeliveryState, MessageKind, thing_of
from messages.commands import COMMANDS
from sandbox.api.telegram import TOKEN
from storage.database import Database
from storage.models import AnnouncementRow, AuditRow, Delivery, InquiryRow, Outgoing, QuestionRow, Resident

OWNER = 1001
ANNOUNCEMENTS = 200
QUESTIONS = 5000
RECIPIENTS = 1000
WANTED = 50.0
SOME = 40
"""Messages after which the announcement is stopped."""


async def fill(address: str, since: datetime) -> None:
    database = Database(address, "wecare")
    async with database.begin() as session:
        await session.execute(update(Resident).where(Resident.chat_id % 10 == 0).values(reachable=False))
        silent = update(Resident).where(Resident.chat_id % 50 == 1)
        await session.execute(silent.values(silent_until=WORKDAY + timedelta(days=7)))
        await session.execute(insert(Resident), [_resident(since)])
        await session.execute(insert(AnnouncementRow), [_announcement(n, since) for n in range(ANNOUNCEMENTS)])
        await session.execute(insert(InquiryRow), [_inquiry(n, since) for n in range(QUESTIONS)])
        await session.execute(insert(QuestionRow), [_question(n, since) for n in range(QUESTIONS)])
        await session.execute(insert(AuditRow), [_act(n, since) for n in range(QUESTIONS)])
        for number in range(0, ANNOUNCEMENTS, 2):
            await _send(session, number + 1, since)
    await database.close()


def _resident(since: datetime) -> dict[str, Any]:
    return {"chat_id": OWNER, "language": "it", "reachable": True, "first_seen": since}


def _announcement(number: int, since: datetime) -> dict[str, Any]:
    """Every other one is over; the rest lie ahead."""
    over = number % 2 == 0
    text: dict[str, Any] = {"html": f"L'avviso numero {number}", "media": [], "place": None}
    due = since + (timedelta(hours=number) if over else timedelta(days=10 + number))
    return {
        "author": OWNER,
        "state": "done" if over else "scheduled",
        "versions": {"it": text},
        "audience": {"areas": [], "readers": "", "target": None},
        "links": [],
        "due_at": due,
        "started_at": due if over else None,
        "created_at": since,
    }


def _question(number: int, since: datetime) -> dict[str, Any]:
    text = f"c'è un posto per la bicicletta numero {number}?"
    asked = {
        "inquiry_id": number + 1,
        "chat_id": FIRST + number,
        "language": "it",
        "text": text,
        "folded": text,
    }
    return asked | {"created_at": since + timedelta(minutes=number)}


def _inquiry(number: int, since: datetime) -> dict[str, Any]:
    state = "open" if number % 2 else "answered"
    gist = {"language": "it", "gap": None, "stems": ["post", "biciclett", f"n{number}"]}
    return {"id": number + 1, "state": state, "names": "", "gist": gist, "created_at": since}


def _act(number: int, since: datetime) -> dict[str, Any]:
    at = since + timedelta(minutes=number)
    return {"at": at, "actor": OWNER, "name": "Monica", "act": "learned", "details": {}}


async def _send(session: Any, announcement: int, since: datetime) -> None:
    key = f"announcement:{announcement}"
    row = {"key": key, "thing": thing_of(key), "kind": MessageKind.ANNOUNCEMENT, "ref": announcement, "language": "it"}
    rest = {"method": "sendMessage", "payload": {"text": "x"}, "urgent": False, "created_at": since}
    outgoing = await session.scalar(insert(Outgoing).values(row | rest).returning(Outgoing.id))
    values = [
        literal(outgoing),
        literal(thing_of(key)),
        Resident.chat_id,
        literal(DeliveryState.SENT, Delivery.state.type),
    ]
    values += [literal(since, Delivery.not_before.type), literal(since, Delivery.sent_at.type)]
    values += [literal(1), literal(False)]
    columns = [
        "outgoing_id",
        "thing",
        "chat_id",
        "state",
        "not_before",
        "sent_at",
        "attempts",
        "perhaps_twice",
    ]
    await session.execute(insert(Delivery).from_select(columns, select(*values).limit(RECIPIENTS)))


class Slowest:
    """The statement that took longest since `clear`, while `watching`, by the driver's own account."""

    watching = True

    def __init__(self, house: App) -> None:
        self.clear()
        engine = house.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", self._before)
        event.listen(engine, "after_cursor_execute", self._after)

    def clear(self) -> None:
        self.milliseconds, self.statement, self._began = 0.0, "", 0.0

    def _before(self, *_: Any) -> None:
        self._began = time.perf_counter()

    def _after(self, _: Any, __: Any, statement: str, *___: Any) -> None:
        spent = (time.perf_counter() - self._began) * 1000
        if self.watching and spent > self.milliseconds:
            self.milliseconds, self.statement = spent, " ".join(statement.split())


async def open_each(address: str, rounds: int) -> list[Row]:
    clock, shown = Shifted(WORKDAY), [0.0]

    def sent(method: str, _: dict[str, Any]) -> None:
        if method == "sendMessage":
            shown.append(time.perf_counter())
            slowest.watching = False

    settings = Settings(
        telegram_bot_token=TOKEN, database_url=address, programme_year=2027, owner_ids=frozenset({OWNER})
    )
    house = App(settings, clock, Instant(sent=sent), Unpaced(clock))
    await house.open()
    await house.application.initialize()
    await house.loader.fill(await house.loader.read())
    slowest, writing, rows = Slowest(house), Writing(), list[Row]()
    for command in (each for each in COMMANDS if each.least is not None):
        times, whole, name = [], [], command.name("it")
        slowest.clear()
        for _ in range(rounds):
            clock.pass_by(60)
            while active_children():  # noqa: ASYNC110 - what drew a picture would end in this list's time
                await asyncio.sleep(0.01)
            update = writing.says(OWNER, f"/{name}")
            shown.clear()
            slowest.watching = True
            began = time.perf_counter()
            await house.application.process_update(Update.de_json(update, house.bot))
            whole.append((time.perf_counter() - began) * 1000)
            times.append((shown[0] - began) * 1000)
        median, end = statistics.median(times), statistics.median(whole)
        rest = f" (until its end {end:.0f})" if end - median > WANTED else ""
        rows.append(Row(f"organisers' /{name}, ms", f"at most {WANTED:.0f}", f"{median:.1f}{rest}", median <= WANTED))
        if median > WANTED:
            print(f"/{name}: {slowest.milliseconds:.0f} ms in: {slowest.statement[:400]}", file=sys.stderr)
    await house.stop()
    return rows


async def announce(address: str) -> tuple[float, float]:
    """Seconds from the end of the hold to the first message to anybody, and from ⏹ to the last."""
    clock, writing = Shifted(WORKDAY), Writing()
    left: list[float] = []
    buttons: dict[str, str] = {}

    def sent(method: str, params: dict[str, Any]) -> None:
        if method == "sendMessage" and params["chat_id"] != OWNER:
            left.append(time.perf_counter())
        for one in chain(*params.get("reply_markup", {}).get("inline_keyboard", [])):
            buttons[one["text"][0]] = one.get("callback_data", "")

    settings = Settings(
        telegram_bot_token=TOKEN, database_url=address, programme_year=2027, owner_ids=frozenset({OWNER})
    )
    house = App(settings, clock, Instant(LATENCY, sent))
    await house.open()
    await house.start()

    async def do(what: dict[str, Any]) -> float:
        began = time.perf_counter()
        await house.application.process_update(Update.de_json(what, house.bot))
        return began

    await asyncio.sleep(3)
    await do(writing.says(OWNER, "/annuncia"))
    await do(writing.says(OWNER, "La sala apre alle 17.30"))
    confirmed = await do(writing.presses(OWNER, buttons["✅"]))
    while len(left) < SOME:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    first = left[0] - confirmed - HOLD.total_seconds()
    stopped = await do(writing.presses(OWNER, buttons["⏹"]))
    await asyncio.sleep(2)
    await house.stop()
    return first, max(0.0, left[-1] - stopped)


def measure(quick: bool) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        address = people.url(Path(name))
        since = WORKDAY - timedelta(days=30)
        uvloop.run(people.fill(address, RESIDENTS, since))
        uvloop.run(fill(address, since))
        rows = uvloop.run(open_each(address, 7 if quick else 31))
    with tempfile.TemporaryDirectory() as name:
        address = people.url(Path(name))
        uvloop.run(people.fill(address, RESIDENTS, since))
        first, last = uvloop.run(announce(address))
    return [
        *rows,
        Row("confirmed to the first message, hold excluded", "at most 300 ms", ms(first), first <= 0.3),
        Row("stopped to the last message", "at most 1000 ms", ms(last), last <= 1),
    ]
