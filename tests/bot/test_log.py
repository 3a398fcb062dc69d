"""What a failing database brings into the log: the fault, once a minute, and nobody's words."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import event, text

from bot import log
from bot.settings import Settings
from sandbox.api.telegram import TOKEN
from storage.database import Database, outage
from tests.world import World, received

SAID = ("ippopotamo", "marzapane", "rinoceronte", "lavandaia", "Zoebruna")


@pytest.fixture(params=["text", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """As the bot sets its log up; put back afterwards."""
    root, names = logging.getLogger(), list(logging.Logger.manager.loggerDict)
    before = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in names}
    root.handlers.clear()  # else they are closed
    log.set_up(Settings(telegram_bot_token=TOKEN, log_level="DEBUG", log_format=request.param))
    stream = StringIO()
    (handler,) = (each for each in root.handlers if isinstance(each, logging.StreamHandler))
    handler.setStream(stream)
    yield stream
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


class Failing:
    """Lets the n-th statement from now on fail in the database itself, with its parameters."""

    def __init__(self, database: Database) -> None:
        self.left = 0
        event.listen(database.engine.sync_engine, "before_cursor_execute", self._spoil, retval=True)

    def _spoil(self, *call: Any) -> tuple[str, Any]:
        statement, parameters = call[2], call[3]
        self.left -= 1
        return ("SELECT * FROM nowhere " if self.left == 0 else "") + statement, parameters


async def test_no_statement_that_fails_tells_what_people_wrote(written: StringIO, world: World) -> None:
    await world.say(world.monica, "/start")
    failing = Failing(world.app.database)
    failures = 0
    for number in range(1, 60):
        zoe = world.telegram.person(4000 + number, "Zoebruna")
        failing.left = number
        zoe.say(f"posso portare l'ippopotamo {SAID[number % 4]} {number}?")
        await world.answer()
        if zoe.messages[-1].from_bot:
            zoe.press_data("passon", zoe.last.id)
            await world.answer()
        if failing.left > 0:
            break
        failures += 1
    failing.left = 0
    await world.settle()
    logged = written.getvalue()
    assert failures > 12, "each statement of a question that is passed on"
    assert logged.count("could not be handled") > 10
    assert [word for word in (*SAID, TOKEN) if word in logged] == []


async def test_what_the_server_or_the_driver_quotes_stays_out(written: StringIO, database: Database) -> None:
    wrong = [
        ("INSERT INTO residents VALUES (1, :it, NULL, NULL)", "ippopotamo"),
        ("SELECT CAST(:it AS INTEGER) + chat_id FROM residents", "ippopotamo"),
        ("INSERT INTO pauses VALUES ('a', :it), ('a', :it)", "ippopotamo"),
        ("SELECT :it FROM nowhere", "ippopotamo"),
        ("INSERT INTO venues VALUES (:it, :it, :it, NULL)", "ippopotamo"),
    ]
    for statement, word in wrong:
        try:
            async with database.begin() as session:
                await session.execute(text(statement), {"it": word})
        except Exception:
            logging.getLogger("test").exception("could not be done")
    for error in (
        ValueError("ippopotamo"),
        KeyError("ippopotamo"),
        UnicodeEncodeError("x", "ippopotamo", 0, 1, ""),
    ):
        try:
            try:
                raise error
            except Exception as caught:
                raise RuntimeError("of it") from caught
        except RuntimeError:
            logging.getLogger("test").exception("could not be done")
    logged = written.getvalue()
    assert logged.count("could not be done") >= 6
    assert "RuntimeError: of it" in logged
    assert "ippopotamo" not in logged


async def test_a_full_disk_is_a_line_a_minute_and_the_bot_goes_on_by_itself(
    sqlite_url: str, written: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(sqlite_url)
    await world.open()
    await world.follow(world.anna, "pinerolo")
    limit = [0]
    engine = world.app.database.engine.sync_engine
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql(f"PRAGMA max_page_count={limit[0] or 2**30}"))
    limit[0] = 1
    written.truncate(0)
    for number in range(60):
        world.telegram.person(5000 + number, "Zoe").start("pinerolo")
    await world.answer()
    for _ in range(10):
        await world.app.clock.tick()
    lines = [line for line in written.getvalue().splitlines() if "full" in line or "Traceback" in line]
    assert len(lines) == 1, lines[:3]
    assert "database or disk is full" in lines[0]

    monkeypatch.setattr(log, "SAID_AGAIN_AFTER", 0.0)
    world.telegram.person(6000, "Zoe").start("pinerolo")
    await world.answer()
    assert written.getvalue().count("database or disk is full") == 2
    limit[0] = 0
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani") == 1
    await world.follow(world.marco, "pinerolo")
    await world.close()


def test_only_what_passes_is_an_outage() -> None:
    assert outage(OSError(28, "No space left on device"))
    assert outage(ConnectionRefusedError(111, "refused"))
    assert outage(FileNotFoundError(2, "no such file")) is None
    assert outage(ValueError("x")) is None
    assert outage(None) is None


@pytest.mark.parametrize("written", ["json"], indirect=True)
async def test_each_line_carries_the_ids_of_what_it_is_about(written: StringIO, world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao", "✅")
    world.anna.say("/start")
    (update,) = await world.app.poller.ask(0)
    failing = Failing(world.app.database)
    failing.left = 1
    await world.app.intake.take(update)
    failing.left = 0
    await world.wait()

    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    confirmed = next(line for line in lines if " confirmed by organiser" in line["what"])
    assert confirmed["what"].startswith(f"announcement {confirmed['announcement']} confirmed")
    assert next(line for line in lines if "could not be handled" in line["what"])["update_id"] == update.update_id
    assert next(line for line in lines if " goes out to " in line["what"])["job"] == "announcements"
