"""A mistake of whoever runs it: one sentence that says what to do, exit code 2, never a traceback."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import SettingsError, load, require_proxy
from tests.bot.test_cli import ROOT, campanile


@pytest.fixture
def folder(tmp_path: Path, sqlite_template: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files that somebody may take for the database, and a command line that works in their folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "OWNER_IDS"):
        monkeypatch.delenv(name, raising=False)
    Path("data").mkdir()
    Path("data/campanile.db").write_bytes(sqlite_template)
    Path("text.db").write_text("this is a text\n" * 500)
    Path("short.db").write_text("x")
    Path("empty.db").touch()
    Path("good.db").write_bytes(sqlite_template)
    Path("damaged.db").write_bytes(_damaged(sqlite_template))
    Path("link.db").symlink_to("data/campanile.db")
    for name, statements in {
        "other.db": ["CREATE TABLE songs (title)"],
        "alembic.db": [
            "CREATE TABLE alembic_version (version_num)",
            "INSERT INTO alembic_version VALUES ('ab1')",
        ],
    }.items():
        _run(Path(name), *statements)
    for name, version in {"newer.db": "9999", "strange.db": "ab12cd"}.items():
        shutil.copy("good.db", name)
        _run(Path(name), f"UPDATE alembic_version SET version_num = '{version}'")
    return tmp_path


def _damaged(content: bytes) -> bytes:
    """One page of a table is overwritten, as a failing card does."""
    size = 4096
    page = next(n for n in range(5, 200) if content[n * size] == 13)
    return content[: page * size] + b"\xab" * size + content[(page + 1) * size :]


def _run(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _ends(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """What the command line says in the end, with exit code 2."""
    monkeypatch.setattr(sys, "argv", ["campanile", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err.strip()
    assert ended.value.code == 2
    assert len(said.splitlines()) == 1, said
    return said


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite+aiosqlite:///text.db", "file is not a database"),
        ("sqlite+aiosqlite:///short.db", "file is not a database"),
        ("sqlite+aiosqlite:///damaged.db", "damaged"),
        ("sqlite+aiosqlite:///other.db", "another program"),
        ("sqlite+aiosqlite:///alembic.db", "another program"),
        ("sqlite+aiosqlite:///strange.db", "another program"),
        ("sqlite+aiosqlite:///newer.db", "newer version"),
        ("sqlite+aiosqlite:///data", "cannot be written"),
        ("sqlite+aiosqlite:///text.db/campanile.db", "cannot be written"),
        ("sqlite+aiosqlite:////proc/campanile.db", "cannot be written"),
        ("sqlite+aiosqlite:///a%00b.db", ""),
        ("sqlite+aiosqlite:///good.db?mode=ro", "a file and nothing else"),
        ("sqlite+aiosqlite://", "a file and nothing else"),
        ("sqlite+aiosqlite:///:memory:", "a file and nothing else"),
        ("sqlite+aiosqlite://host/good.db", "a file and nothing else"),
        ("sqlite:///good.db", "use sqlite+aiosqlite"),
        ("postgres://x@127.0.0.1/x", "use sqlite+aiosqlite"),
        ("mysql+aiomysql://x", "use sqlite+aiosqlite"),
        ("good.db", "not a database address"),
        ("://", "not a database address"),
        ("postgresql+asyncpg://x@127.0.0.1:54x2/x", "not a database address"),
        ("postgresql+asyncpg://x@127.0.0.1:99999/x", "from 1 to 65535"),
        ("postgresql+asyncpg://x@127.0.0.1:0/x", "from 1 to 65535"),
        ("postgresql+asyncpg://x@127.0.0.1:1/x", "cannot be used"),
        ("postgresql+asyncpg://x@127.0.0.1/x?sslmode=require", "sslmode"),
    ],
)
def test_a_database_that_cannot_be_ours(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, url: str, words: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    before = {file.name: file.read_bytes() for file in folder.glob("*.db") if file.is_file()}

    assert words in _ends(capsys, monkeypatch, "migrate")
    assert {name: (folder / name).read_bytes() for name in before} == before, "nothing of others' is touched"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("text.db", "not a backup"),
        ("short.db", "not a backup"),
        ("empty.db", "not a backup"),
        ("other.db", "not a backup"),
        ("alembic.db", "another program"),
        ("strange.db", "another program"),
        ("newer.db", "newer version"),
        ("damaged.db", "damaged"),
        ("nowhere.db", "there is no file"),
        ("data", "there is no file"),
        ("data/campanile.db", "the database itself"),
        ("data/../data/campanile.db", "the database itself"),
        ("link.db", "the database itself"),
    ],
)
def test_a_file_that_is_no_backup(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: str, words: str
) -> None:
    before = (folder / "data" / "campanile.db").read_bytes()

    assert words in _ends(capsys, monkeypatch, "restore", file)
    assert (folder / "data" / "campanile.db").read_bytes() == before


def test_a_backup_takes_the_place_of_a_damaged_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = (folder / "damaged.db").read_bytes()
    (folder / "data" / "campanile.db").write_bytes(damaged)
    for arguments in (["restore", "good.db"], ["migrate"]):
        monkeypatch.setattr(sys, "argv", ["campanile", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
    kept = (folder / "data" / "campanile.db.before-restore-1").read_bytes()
    assert kept[100:] == damaged[100:], "all but the head, which says how it is written"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("OWNER_IDS=1\n".encode("utf-16"), "not UTF-8"),
        ("OWNER_IDS=1\n".encode("utf-16-le"), "line 1"),
        ("# è così\nOWNER_IDS=1\n".encode("cp1252"), "not UTF-8"),
        (b"OWNER_IDS=1\nOWNER_IDS: 1\n", "line 2"),
        (b'OWNER_IDS="1\n', "line 1"),
        (b"OWNER_IDS=one\n", "OWNER_IDS must be"),
    ],
)
def test_a_file_of_settings_that_cannot_be_read(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    words: str,
) -> None:
    (folder / ".env").write_bytes(content)

    assert words in _ends(capsys, monkeypatch, "check")


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffOWNER_IDS=12,34\n".encode(),
        b"OWNER_IDS = 12 , 34 \r\n",
        b"OWNER_IDS='12,34'\n",
        b'export OWNER_IDS="12, 34"\n',
        b"OWNER_IDS=\"' 12,34 '\"\n",
    ],
)
def test_a_byte_order_mark_quotes_and_blanks_are_no_part_of_a_value(folder: Path, content: bytes) -> None:
    (folder / ".env").write_bytes(content)

    assert load().owner_ids == {12, 34}


@pytest.mark.parametrize("around", ['"{}"', "'{}'", "  {} ", '" {} "', "\t{}"])
def test_what_a_container_passes_on_as_it_is_written(around: str) -> None:
    settings = load({"DATABASE_URL": around.format("sqlite+aiosqlite:///a.db"), "SUNSET_DAYS": around.format(7)})

    assert (settings.database_url, settings.sunset_days) == ("sqlite+aiosqlite:///a.db", 7)


NONSENSE = (
    "nonsense",
    "-1",
    "1e9",
    "٣",
    "'",
    '"',
    "%s",
    "🔔",
    "x" * 5000,
    "a\0b",
    "None",
    "1;2",
    "[",
    "{}",
    "\\",
)
TAKEN_AS_THEY_ARE = ("PROGRAMME_DIR", "DATABASE_URL", "BACKUP_DIR")


@pytest.mark.parametrize(
    "name",
    "TELEGRAM_BOT_TOKEN TELEGRAM_API_URL OWNER_IDS PROGRAMME_YEAR QUIET_HOURS APPROVAL_ABOVE FEEDBACK "
    "SUNSET_DAYS PAID_BROADCAST BACKUP_KEEP LOG_FORMAT LOG_LEVEL".split(),
)
@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_is_refused_with_the_setting_s_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load({name: value})

    assert str(caught.value).startswith(f"{name} must") or "does not look like a token" in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        "http://",
        "http://[::1",
        "http://host:port",
        "https://host:99999",
        "https://host:0",
        "http://a b",
        "http://host/?x",
        "//host",
        "host:8080",
        "socks5://host",
    ],
)
def test_an_address_that_is_none(value: str) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_API_URL must be an address"):
        load({"TELEGRAM_API_URL": value})


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "socks4://x", "proxy:8080", "http://proxy:x", "ftp://x"])
def test_a_proxy_that_does_not_speak_http(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(SettingsError, match="HTTPS_PROXY must be an address"):
        require_proxy(load({}))
    monkeypatch.setenv("NO_PROXY", "api.telegram.org")
    require_proxy(load({}))
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("HTTPS_PROXY", "http://user:password@proxy:8080")
    require_proxy(load({}))


def test_the_bot_itself_refuses_another_proxy(tmp_path: Path) -> None:
    token = {"TELEGRAM_BOT_TOKEN": "1:" + "x" * 20, "HTTPS_PROXY": "socks5://127.0.0.1:1", "NO_PROXY": ""}
    done = campanile("run", folder=tmp_path, **token)

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "SOCKS" in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_that_knows_few_letters(tmp_path: Path, encoding: str) -> None:
    command = [sys.executable, "-m", "bot", "ask", "Ci saranno i 🔔 a Pinerolo → č ł?", "--explain"]
    small = str(ROOT / "tests" / "programmes" / "bins")
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PATH": "", "PROGRAMME_DIR": small}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
