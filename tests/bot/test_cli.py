"""The command line as a person uses it: in a process of its own."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.settings import WECARE

ROOT = Path(__file__).parents[2]


def campanile(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=_environment(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _environment(extra: dict[str, str]) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM", "OWNER"))}
    return {**own, "PYTHONPATH": str(ROOT), **extra}


def test_the_process_that_runs_for_months_leaves_the_command_line_out() -> None:
    code = "import sys, bot.__main__, bot.app, bot.service; print('bot.commands.cli' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_check_says_what_is_in_order(tmp_path: Path) -> None:
    done = campanile("check", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "programme: We.Ca.Re., 3 events in 3 areas" in done.stdout
    assert "database: good" in done.stdout


def test_a_backup_is_made_and_looked_into(tmp_path: Path) -> None:
    assert "backups: none by themselves" in campanile("check", folder=tmp_path).stdout
    made = campanile("backup", "copy.db", folder=tmp_path)
    looked = campanile("backup", "--verify", "copy.db", folder=tmp_path)

    assert made.returncode == looked.returncode == 0
    assert "copy.db: whole" in looked.stdout
    assert "residents 0" in looked.stdout
    assert "none yet in copies" in campanile("check", folder=tmp_path, BACKUP_DIR="copies").stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (["run"], {}, "TELEGRAM_BOT_TOKEN is missing"),
        (["run"], {"TELEGRAM_BOT_TOKEN": "nonsense"}, "BotFather"),
        (["check"], {"DATABASE_URL": "sqlite+aiosqlite:////proc/campanile.db"}, "cannot be written"),
        (["check"], {"DATABASE_URL": "mysql://x"}, "use sqlite+aiosqlite"),
        (["check"], {"DATABASE_URL": "postgresql+asyncpg://x@127.0.0.1:1/x"}, "cannot be used"),
        (["check"], {"PROGRAMME_DIR": "nowhere"}, "cannot be read"),
        (["backup", "--verify", "nowhere.db"], {}, "there is no file nowhere.db"),
        (["announce", "--text", "x", "--area", "atlantide"], {}, "not an area"),
        (["announce", "--text", "x", "--at", "2001-01-01T10:00:00"], {}, "past"),
        (["announce", "--text", "x", "--area", ""], {}, "not an area"),
        (["announce", "--text", "<b>aperto"], {}, "<b> is not closed"),
        (["announce", "--text", "<p>"], {}, "no tag <p>"),
        (["announce", "--text", ""], {}, "empty"),
        (["announce", "--text", " \n\u200b"], {}, "empty"),
        (["announce", "--text", "<b> </b>"], {}, "empty"),
        (["announce", "--text", "😀" * 2049], {}, "4098 characters"),
    ],
)
def test_a_mistake_ends_in_one_plain_sentence(
    tmp_path: Path, arguments: list[str], environment: dict[str, str], words: str
) -> None:
    done = campanile(*arguments, folder=tmp_path, **environment)

    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_programme_is_reported_with_its_line(tmp_path: Path) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    file = tmp_path / "content" / "programme.yaml"
    file.write_text(file.read_text().replace("end: 20:30", "end: 27:30", 1))
    done = campanile("check", folder=tmp_path, PROGRAMME_DIR=str(tmp_path / "content"))

    line = next(i for i, text in enumerate(file.read_text().splitlines(), 1) if "27:30" in text)
    assert done.returncode == 2
    assert f"programme.yaml, line {line}: events[1].when.end" in done.stderr


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = campanile("sandbox", "--port", str(taken.getsockname()[1]), folder=tmp_path)

    assert done.returncode == 2
    assert "not free" in done.stderr


def test_ask_answers_as_the_bot_would(tmp_path: Path) -> None:
    done = campanile("ask", "dove si fa l'incontro a Pinerolo?", "--explain", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "via Podgora 22" in done.stdout
    assert "the answer meeting.where (fact)" in done.stdout


def test_an_announcement_is_scheduled(tmp_path: Path) -> None:
    done = campanile("announce", "--text", "Ciao", "--area", "pinerolo", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "0 recipients" in done.stdout


def test_plain_text_and_whole_html_are_scheduled(tmp_path: Path) -> None:
    for arguments in (["Età < 18: gratis"], ["<b>" + "x" * 4096 + "</b>"], ["<p>", "--plain"]):
        done = campanile("announce", "--text", *arguments, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    with sqlite3.connect(tmp_path / "data" / "campanile.db") as database:
        rows = database.execute("SELECT versions FROM announcements ORDER BY id").fetchall()

    kept = [json.loads(versions)["it"]["html"] for (versions,) in rows]
    assert kept == ["Età &lt; 18: gratis", "<b>" + "x" * 4096 + "</b>", "&lt;p&gt;"]


def test_without_telegram_it_keeps_trying_and_stops_when_told(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=_environment({"TELEGRAM_BOT_TOKEN": "1:" + "x" * 20, "TELEGRAM_API_URL": "http://127.0.0.1:1"}),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    lines = [process.stderr.readline()]
    while "cannot be reached" not in lines[-1]:
        lines.append(process.stderr.readline())
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    rest = process.communicate(timeout=10)[1]

    assert process.returncode == 0, rest
    assert time.monotonic() - began < 5
    assert "x" * 20 not in "".join(lines) + rest
