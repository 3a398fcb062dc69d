"""Several programmes in one process: each its own people, words, database and owner."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from shutil import copytree

import aiohttp
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot import service
from bot.app import App
from bot.several.keeper import Common, Keeper
from sandbox.api.telegram import Telegram
from sandbox.people.people import Person
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from storage.ownership import Ownership
from tests.bot.conftest import ROOT, ends, says
from tests.bot.test_stopping import heard, until
from tests.world import received, rome

PROGRAMMES = {
    "wecare": ROOT / "content" / "wecare",
    "bookbus": ROOT / "tests" / "programmes" / "bookbus",
    "zone": ROOT / "tests" / "programmes" / "bins",
}


class Region:
    """A folder of programmes, each with a pretend Telegram of its own, and processes that run them all."""

    def __init__(self, folder: Path, telegrams: dict[str, Telegram], urls: dict[str, str]) -> None:
        self.folder, self.telegrams, self._urls = folder / "region", telegrams, urls
        self._logs = folder
        self.running: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PROGRAMME_YEAR": "2027",
            "TELEGRAM_BOT_TOKEN": "1:common-to-nobody", "DATABASE_URL": "sqlite+aiosqlite:///common.db",
        }  # fmt: skip
        for name, content in PROGRAMMES.items():
            copytree(content, self.folder / name)

    def set(self, name: str, **settings: str) -> None:
        """Write the programme's `.env`."""
        own = {"TELEGRAM_BOT_TOKEN": self.telegrams[name].token, "TELEGRAM_API_URL": self._urls[name]} | settings
        text = "".join(f"{key}={value}\n" for key, value in own.items())
        (self.folder / name / ".env").write_text(text)

    def elsewhere(self) -> Path:
        """Another machine's copy of the folder."""
        return copytree(self.folder, self._logs / "elsewhere")

    def start(self, folder: Path | None = None, **settings: str) -> Path:
        """Begin one more process; its log."""
        log = self._logs / f"log{len(self.running)}"
        with log.open("wb") as out:
            arguments = [sys.executable, "-m", "bot", "run", "--programmes", str(folder or self.folder)]
            environment = self.environment | settings
            self.running.append(subprocess.Popen(arguments, cwd=self._logs, env=environment, stderr=out, stdout=out))
        return log

    async def end(self, process: subprocess.Popen[bytes]) -> float:
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        code = await ends(process)
        assert code == 0, [log.read_text()[-3000:] for log in self._logs.glob("log*")]
        return time.monotonic() - began

    def somebody(self, programme: str, says: str, id: int = 2001) -> Person:
        person = self.telegrams[programme].person(id, "Anna")
        person.say(says)
        return person


@pytest.fixture
async def telegrams() -> AsyncIterator[tuple[dict[str, Telegram], dict[str, str]]]:
    made = {
        name: Telegram(now=Clock(rome("2027-10-09 10:00")), token=f"{number}:own-token-of-{name}")
        for number, name in enumerate(PROGRAMMES, 1)
    }
    async with AsyncExitStack() as stack:
        urls = {}
        for name, telegram in made.items():
            server = Server(create_app(telegram, Clock(), people=()), port=0)
            await server.start()
            stack.push_async_callback(server.stop)
            urls[name] = server.url
        yield made, urls


@pytest.fixture
def region(tmp_path: Path, telegrams: tuple[dict[str, Telegram], dict[str, str]]) -> Iterator[Region]:
    made = Region(tmp_path, *telegrams)
    yield made
    for process in made.running:
        if process.poll() is None:
            process.kill()
        process.wait()


async def got(port: int, path: str, host: str = "") -> tuple[int, str]:
    async with (
        aiohttp.ClientSession(headers={"Host": host or f"127.0.0.1:{port}", "Accept-Language": "en"}) as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def ready(port: int, *names: str) -> None:
    async with asyncio.timeout(30):
        while not {f"{name}: well" for name in names} <= {*(await got(port, "/readyz"))[1].splitlines()}:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def test_each_has_its_own_words_and_one_that_is_broken_stops_no_other(region: Region) -> None:
    site = "bookbus.localhost"
    region.set("wecare")
    region.set("bookbus", PUBLIC_URL=f"http://{site}")
    region.set("zone", TELEGRAM_BOT_TOKEN=region.telegrams["wecare"].token)
    log = region.start(HTTP_PORT="0", LOG_LEVEL="DEBUG")
    await says(log, "answering over HTTP at port ")
    port = int(log.read_text().partition("answering over HTTP at port ")[2].split()[0])
    anna, john = region.somebody("wecare", "/incontri"), region.somebody("bookbus", "when do you come to Kilby?")
    await heard(anna, "Pinerolo")
    await heard(john, "Kilby")
    assert received(anna, "Kilby") == received(john, "Pinerolo") == 0
    assert (
        "ERROR   [zone] bot.several.keeper: it does not run: TELEGRAM_BOT_TOKEN is that of wecare, too; trying again"
        in log.read_text()
    )
    await until(lambda: "[wecare] bot.several.keeper: listening" in log.read_text())

    await ready(port, "wecare", "bookbus")
    status, said = await got(port, "/readyz")
    assert (status, said.splitlines()[0]) == (
        503,
        "not ready (zone: programme: it does not run: the log says why)",
    )
    assert (await got(port, "/readyz", site))[0] == 200
    assert "Kilby" in (await got(port, "/en/", site))[1]
    assert (await got(port, "/en/"))[0] == 404
    figures = (await got(port, "/metrics"))[1]
    for figure in ('owner{programme="wecare"} 1.0', 'owner{programme="zone"} 0.0'):
        assert f"campanile_{figure}" in figures

    region.set("zone")
    marco = region.somebody("zone", "/start")
    await heard(marco, "Raccolta rifiuti")
    await ready(port, "zone")
    assert (await got(port, "/readyz"))[0] == 200
    (region.folder / "zone" / ".env").unlink()
    await says(log, "zone has no .env any more")
    for name in ("wecare", "bookbus"):
        region.telegrams[name].faults.latency = 60
    assert await region.end(region.running[0]) < 10
    said = log.read_text()
    assert [wrong for wrong in ("Traceback", "never awaited", "own-token") if wrong in said] == []
    assert all((region.folder / name / "data" / "campanile.db").exists() for name in PROGRAMMES)
    assert not (log.parent / "common.db").exists()


@pytest.fixture
async def schemas(postgres_url: str) -> AsyncIterator[dict[str, str]]:
    """The addresses of two schemas, which are gone afterwards: others count what is in the database."""
    names = {name: f"several_{name}" for name in ("wecare", "bookbus")}
    yield {name: f"{postgres_url}?schema={schema}" for name, schema in names.items()}
    engine = create_async_engine(postgres_url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for schema in names.values():
            await connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
    await engine.dispose()


async def test_another_process_stands_by_for_each_by_itself(region: Region, schemas: dict[str, str]) -> None:
    for name, address in schemas.items():
        region.set(name, DATABASE_URL=address)
    first = region.start()
    for name in ("wecare", "bookbus"):
        await says(first, f"[{name}] bot.several.keeper: listening")
    second = region.start(region.elsewhere())
    for name in ("wecare", "bookbus"):
        await says(second, f"[{name}] storage.ownership: another process")

    (region.folder / "bookbus" / ".env").unlink()
    await says(second, "[bookbus] bot.several.keeper: listening")
    assert "[wecare] bot.several.keeper: listening" not in second.read_text()
    await heard(region.somebody("bookbus", "when do you come to Kilby?"), "Kilby")
    await heard(region.somebody("wecare", "/incontri"), "Pinerolo")

    region.running[0].kill()
    await says(second, "[wecare] bot.several.keeper: listening")
    for name, words in (("wecare", "We.Ca.Re."), ("bookbus", "Bookbus")):
        await heard(region.somebody(name, "/start", 2002), words)
    assert await region.end(region.running[1]) < 10
    assert "Traceback" not in first.read_text() + second.read_text()


async def test_a_programme_that_would_not_end_leaves_its_database_to_the_next_one(
    region: Region, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.set("bookbus", DATABASE_URL=database_url)
    keeper = Keeper(region.folder / "bookbus", Common({}))
    keeper.start()
    await heard(region.somebody("bookbus", "/start"), "Bookbus")
    left, stop = list[App](), App.stop

    async def never(app: App) -> None:
        left.append(app)
        await asyncio.sleep(3600)

    monkeypatch.setattr(App, "stop", never)
    monkeypatch.setattr(service, "END_WITHIN", 0.1)
    await keeper.end()

    next_one = Ownership(database_url, patient=True)
    taken = await next_one.take()
    await next_one.release()
    await stop(left[0])
    assert taken
    assert not left[0].may_call()
