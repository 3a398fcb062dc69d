"""How a real process says that it is well: over HTTP, to systemd and in a file."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.app import App
from bot.health import heartbeat, systemd
from bot.health.pulse import Pulse
from bot.settings import Settings, load
from domain.readiness import WELL, Readiness
from sandbox.api.telegram import TOKEN
from tests.bot.conftest import Bots, ends, says
from tests.world import content

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both


async def answers(port: int, words: str) -> str:
    """What `/readyz` says, once it holds the words."""
    said = ""
    async with aiohttp.ClientSession() as session, asyncio.timeout(180):
        while words not in said:
            try:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    said = f"{answer.status} {await answer.text()}"
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.1)
    return said


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_process_tells_systemd_a_file_and_whoever_asks(bots: Bots, tmp_path: Path) -> None:
    port = free_port()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.setblocking(False)
        bots.environment |= {
            "HTTP_PORT": str(port),
            "NOTIFY_SOCKET": str(tmp_path / "notify"),
            "WATCHDOG_USEC": "600000",
        }
        process, log = bots.start()
        said = await answers(port, "200 ready")
        assert said == "200 ready\n" + "".join(
            f"{part}: well\n" for part in ("database", "answers", "updates", "scheduler", "sender")
        )
        settings = load({"DATABASE_URL": bots.environment["DATABASE_URL"], "HTTP_PORT": str(port)})
        told: list[str] = []
        async with asyncio.timeout(30):
            while "STATUS=ready" not in told or not heartbeat.read(heartbeat.file(settings))[0]:
                told += _heard(listener)
                await asyncio.sleep(0.1)
        assert told[:2] == ["READY=1", "WATCHDOG=1"]
        assert (await bots.does("healthy"))[0] == 0
        os.utime(heartbeat.file(settings), (0, 0))
        assert not heartbeat.read(heartbeat.file(settings))[0]

        _heard(listener)
        process.send_signal(signal.SIGTERM)
        assert await ends(process) == 0
        assert "STOPPING=1" in _heard(listener)
    assert await bots.does("healthy") == (1, "no bot runs here with this database\n")
    assert "Traceback" not in log.read_text()


def _heard(listener: socket.socket) -> list[str]:
    said = []
    while True:
        try:
            said.append(listener.recv(4096).decode())
        except BlockingIOError:
            return said


async def test_who_stands_by_says_so(bots_on_a_server: Bots) -> None:
    first, said = bots_on_a_server.start()
    await says(said, "listening as")
    port = free_port()
    bots_on_a_server.environment["HTTP_PORT"] = str(port)
    bots_on_a_server.start()
    assert await answers(port, "standing by") == (
        "200 standing by: another process is this database's bot\ndatabase: well\n"
    )
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/") as answer:
        assert answer.status == 503
    first.kill()
    await answers(port, "200 ready")


async def test_a_database_that_is_not_there_is_told_of_without_its_address() -> None:
    settings = Settings(telegram_bot_token=TOKEN, database_url="postgresql+asyncpg://someone:secret@127.0.0.1:1/x")
    app = App(settings, content=content())
    how = await app.readiness()
    await app.database.close()

    assert how.summary.startswith("not ready (database: it does not answer; answers: the index is not built yet; ")
    assert not [word for word in ("someone", "secret", "127.0.0.1") if word in str(how)]
    assert Readiness.parse(str(how)) == how


async def test_a_file_that_cannot_be_written_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    beaten = asyncio.Event()

    async def look() -> Readiness:
        beaten.set()
        return Readiness({"database": WELL}, stands_by=True)

    pulse = Pulse(tmp_path / "nowhere" / "file", look)
    pulse.start()
    await beaten.wait()
    await asyncio.sleep(0)
    await pulse.stop()

    assert [record.getMessage().partition(" cannot")[2][:20] for record in caplog.records] == [" be written (No such"]


@pytest.mark.parametrize(
    ("given", "pid", "seconds"),
    [("60000000", "", 60.0), ("60000000", "self", 60.0), ("60000000", "1", float("inf")), ("", "", float("inf"))],
)
def test_the_watchdog_is_another_process_s_or_ours(
    given: str, pid: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", given)
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()) if pid == "self" else pid)

    assert systemd.watchdog_seconds() == seconds
