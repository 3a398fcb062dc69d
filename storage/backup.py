"""Copy an SQLite database while the bot runs, and put a copy back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from storage import ownership, schema, sqlite
from storage.database import DatabaseError, address, prepare


def save(url: str, target: Path) -> int:
    """Copy the database into a new file, in one consistent state, and return its bytes. Raise `DatabaseError`."""
    source = _file(url, "pg_dump --format=custom --file=campanile.dump DATABASE")
    if not source.exists():
        raise DatabaseError(f"there is no database at {source} yet")
    if target.exists():
        raise DatabaseError(f"{target} exists already; a backup never overwrites another file")
    partial = target.with_name(f"{target.name}.partial")
    try:
        _copy(source, partial)
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"the backup cannot be written to {target}: {error}") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return target.stat().st_size


def restore(url: str, source: Path) -> Path | None:
    """Put a backup in the database's place. Return the file that keeps what was there before.

    The bot must not be running. Raise `DatabaseError`, with nothing changed, if it cannot be done.
    """
    target = _file(url, "pg_restore --clean --dbname=DATABASE campanile.dump")
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


def _file(url: str, instead: str) -> Path:
    parsed = address(url)
    if parsed.get_backend_name() != "sqlite":
        raise DatabaseError(f"this is for SQLite; with PostgreSQL use its own tool: {instead}")
    return Path(str(parsed.database)).resolve()


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


def _check(source: Path) -> None:
    """Refuse a file that is not one of ours, not whole, or from a newer version."""
    if not source.is_file():
        raise DatabaseError(f"there is no file {source}")
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as given:
            whole = given.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            version = given.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise DatabaseError(f"{source} is not a backup of this bot: {error}") from error
    if not whole:
        raise DatabaseError(f"{source} is damaged")
    if version is None:
        raise DatabaseError(f"{source} is not a backup of this bot: it is empty")
    schema.check_revision(str(version[0]), str(source))


def _free(target: Path) -> Path:
    names = (target.with_name(f"{target.name}.before-restore-{number}") for number in range(1, 1000))
    return next(name for name in names if not name.exists())
