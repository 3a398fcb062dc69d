"""Copy a database while the bot runs, look into a copy, and put a copy of an SQLite database back."""

from __future__ import annotations

import os
import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import URL

from storage import ownership, pg_tools, schema, sqlite
from storage.database import DatabaseError, address, prepare

_NAME = re.compile(r"campanile-(\d{4}-\d\d-\d\d)\.(db|dump)")


@dataclass(frozen=True)
class Verified:
    """A copy that was read to its end: its schema, and how many rows each table has."""

    revision: str
    rows: Mapping[str, int]


def save(url: str, target: Path) -> int:
    """Copy the database into a new file, in one consistent state, and return its bytes. Raise `DatabaseError`."""
    parsed = address(url)
    if target.exists():
        raise DatabaseError(f"{target} exists already; a backup never overwrites another file")
    partial = target.with_name(f"{target.name}.partial")
    try:
        _write(parsed, partial)
        partial.rename(target)
    except (OSError, sqlite3.Error, pg_tools.ToolError) as error:
        raise DatabaseError(f"the backup cannot be written to {target}: {error}") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return target.stat().st_size


def _write(parsed: URL, target: Path) -> None:
    if parsed.get_backend_name() != "sqlite":
        sqlite.keep_private(target)
        pg_tools.dump(parsed, target)
        return
    source = Path(str(parsed.database)).resolve()
    if not source.exists():
        raise DatabaseError(f"there is no database at {source} yet")
    _copy(source, target)


def save_daily(url: str, folder: Path, day: date, keep: int) -> Path:
    """Make the day's copy, look into it, and leave the newest `keep` in the folder. Raise `DatabaseError`."""
    target = daily(url, folder, day)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"the folder {folder} cannot be made: {error.strerror}") from error
    save(url, target)
    try:
        verify(target)
    except DatabaseError:
        target.unlink()
        raise
    for old in sorted(_days(folder))[:-keep]:
        for file in folder.glob(f"campanile-{old}.*"):
            file.unlink(missing_ok=True)
    return target


def daily(url: str, folder: Path, day: date) -> Path:
    """Return the name of the day's copy."""
    return folder / f"campanile-{day}.{'db' if address(url).get_backend_name() == 'sqlite' else 'dump'}"


def newest(folder: Path, today: date) -> date | None:
    """Return the day of the newest daily copy; None if there is none, or no folder."""
    return max((day for day in _days(folder) if day <= today), default=None)


def _days(folder: Path) -> set[date]:
    days = set()
    for file in folder.glob("campanile-*"):
        if named := _NAME.fullmatch(file.name):
            with suppress(ValueError):  # no day of a calendar: somebody else's file
                days.add(date.fromisoformat(named[1]))
    return days


def verify(source: Path) -> Verified:
    """Read all of a copy. Raise `DatabaseError` if it is damaged, another program's or a newer version's."""
    if not source.is_file():
        raise DatabaseError(f"there is no file {source}")
    with source.open("rb") as opened:
        dumped = opened.read(len(pg_tools.MAGIC)) == pg_tools.MAGIC
    if not dumped:
        revision = _check(source)
        return Verified(revision, _rows(source))
    try:
        found, rows = pg_tools.rows(source)
    except (OSError, pg_tools.ToolError) as error:
        raise DatabaseError(f"{source} cannot be read: {error}") from error
    if found is None:
        raise DatabaseError(f"{source} is not a backup of this bot: it is empty")
    schema.check_revision(found, str(source))
    return Verified(found, rows)


def _rows(source: Path) -> Mapping[str, int]:
    with closing(_reading(source)) as opened:
        names = [row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return Counter({name: opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names})


def restore(url: str, source: Path) -> Path | None:
    """Put a backup in the database's place. Return the file that keeps what was there before.

    The bot must not be running. Raise `DatabaseError`, with nothing changed, if it cannot be done.
    """
    parsed = address(url)
    if parsed.get_backend_name() != "sqlite":
        own = "pg_restore --no-owner --dbname=EMPTY_DATABASE campanile.dump"
        raise DatabaseError(f"this is for SQLite; with PostgreSQL use its own tool: {own}")
    target = Path(str(parsed.database)).resolve()
    _check(source)
    if target.exists() and target.samefile(source):
        raise DatabaseError(f"{source} is the database itself: name a backup of it")
    prepare(url)
    lock = ownership.lock_file(target)
    try:
        return _replace(target, source)
    finally:
        os.close(lock)


def _replace(target: Path, source: Path) -> Path | None:
    kept, new = None, target.with_name(f"{target.name}.restoring")
    try:
        new.unlink(missing_ok=True)
        _copy(source, new)
        if target.stat().st_size:
            _be_alone(target)
            kept = _free(target)
            for end in ("-wal", "-shm", ""):  # the first two are there only beside a damaged one
                with suppress(FileNotFoundError):
                    target.with_name(target.name + end).rename(kept.with_name(kept.name + end))
        new.rename(target)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"{target} cannot be replaced: {error}") from error
    return kept


def _reading(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)


def _copy(source: Path, target: Path) -> None:
    """Copy by SQLite's online backup, which disturbs nobody who reads or writes the source meanwhile."""
    wait = sqlite.BUSY_TIMEOUT_MS / 1000
    sqlite.keep_private(target)
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=wait)) as given,
        closing(sqlite3.connect(target, timeout=wait)) as taken,
    ):
        given.backup(taken)
        taken.execute("PRAGMA journal_mode=DELETE")  # one file, without a -wal beside it


def _be_alone(target: Path) -> None:
    """Raise `DatabaseError` if the database is in use: only the last one connected can leave WAL mode."""
    try:
        with closing(sqlite3.connect(target, timeout=1)) as taken:
            taken.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise DatabaseError(f"{target} is in use: stop the bot first") from error
    except sqlite3.DatabaseError:
        pass


def _check(source: Path) -> str:
    """Return the revision of a file. Refuse one that is not ours, not whole, or from a newer version."""
    if not source.is_file():
        raise DatabaseError(f"there is no file {source}")
    try:
        with closing(_reading(source)) as given:
            whole = given.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            version = given.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise DatabaseError(f"{source} is not a backup of this bot: {error}") from error
    if not whole:
        raise DatabaseError(f"{source} is damaged")
    if version is None:
        raise DatabaseError(f"{source} is not a backup of this bot: it is empty")
    schema.check_revision(str(version[0]), str(source))
    return str(version[0])


def _free(target: Path) -> Path:
    names = (target.with_name(f"{target.name}.before-restore-{number}") for number in range(1, 1000))
    return next(name for name in names if not name.exists())
