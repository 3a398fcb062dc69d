"""A filled database of every earlier version is brought up to date, and nothing in it is lost."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import JSON, Boolean, Column, Connection, DateTime, MetaData, Table, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from domain.announcements.announcements import AnnouncementState, Audience, Content
from domain.team.tickets import TicketState
from storage import schema
from storage.announcements import announcements
from storage.database import Database
from storage.outbox import queue
from storage.team import learned_answers, tickets
from tests.bot.test_cli import campanile
from tests.conftest import SERVER
from tests.world import ANNA, MONICA, World, received, rome

VERSIONS = Path(schema.__file__).parent / "migrations" / "versions"
REVISIONS = sorted(file.name[:4] for file in VERSIONS.glob("[0-9]*.py"))
STEPS = [
    pytest.param(each, marks=() if int(each) % 4 == 0 or each in REVISIONS[-3:] else pytest.mark.one_database)
    for each in REVISIONS
]
"""Every earlier version on SQLite, some on PostgreSQL: the steps are the same."""
MOVED = {
    ("announcements", "towns"),
    ("announcements", "versions"),
    ("announcements", "started_with"),
    ("deliveries", "key"),
    ("questions", "state"),
    ("questions", "answer"),
    ("learned_answers", "answer_id"),
}
"""Columns that went elsewhere or changed their form; tests of their own look after them."""
RENAMED = {"town": "area", "towns": "areas"}
"""Columns, and keys of values in JSON."""
WORDS: dict[tuple[str, str], list[Any]] = {
    ("announcements", "versions"): [{"it": "Portate <b>una sedia</b>"}, {"fr": "Salut", "it": "Ciao"}],
    ("announcements", "towns"): [["pinerolo"], []],
    ("announcements", "audience"): [{"towns": [], "readers": "", "target": None}] * 2,
    ("announcements", "state"): ["scheduled", "draft"],
    ("questions", "state"): ["answered", "open"],
    ("questions", "answer"): ["Sì: 5 < 6", None],
    ("residents", "kind"): ["private", "group"],
}


@pytest.fixture(scope="module")
def postgres_of_its_own() -> Iterator[str]:
    name = f"campanile_old_{uuid4().hex[:12]}"
    try:
        asyncio.run(_on_server(f"CREATE DATABASE {name}"))
    except (OSError, SQLAlchemyError) as error:
        pytest.skip(f"no PostgreSQL: {type(error).__name__}")
    asyncio.run(_on_server(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without a table."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'old.db'}"
    url = str(request.getfixturevalue("postgres_of_its_own"))
    asyncio.run(_on_server("DROP SCHEMA public CASCADE", url))
    asyncio.run(_on_server("CREATE SCHEMA public", url))
    return url


async def _on_server(statement: str, url: str = SERVER) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _value(table: Table, column: Column[Any], row: int) -> Any:
    """Something that fits and tells this row's from the other's."""
    words = WORDS.get((table.name, column.name))
    if words is not None:
        return words[row]
    if isinstance(column.type, JSON):
        return {"row": row}
    if isinstance(column.type, Boolean):
        return bool(row)
    if isinstance(column.type, DateTime):
        return datetime(2027, 10, 1 + row, 10, 30)  # noqa: DTZ001 - as the tables keep it
    if column.type.python_type is int:
        return row + 1
    return f"{column.name[:5]}{row}"


def _fill(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Two rows in every table; what was written, by table."""
    filled = {}
    for table in _tables(connection):
        rows = [{column.name: _value(table, column, row) for column in table.columns} for row in range(2)]
        connection.execute(table.insert(), rows)
        filled[table.name] = rows
        if connection.dialect.name == "postgresql" and "id" in table.columns:
            whose = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(text(f"SELECT setval({whose}, 2) WHERE {whose} IS NOT NULL"))
    return filled


def _content(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(row) for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()]
        for table in _tables(connection)
    }


async def _old(url: str, revision: str) -> tuple[Database, dict[str, list[dict[str, Any]]]]:
    database = Database(url)
    await schema.upgrade(database, to=revision)
    async with database.engine.begin() as connection:
        return database, await connection.run_sync(_fill)


@pytest.mark.parametrize("revision", STEPS)
async def test_nothing_is_lost_on_the_way_to_the_newest(empty_url: str, revision: str) -> None:
    database, before = await _old(empty_url, revision)
    await schema.upgrade(database)
    async with database.engine.begin() as connection:
        after = await connection.run_sync(_content)
        await connection.run_sync(_one_more)
    await database.close()

    for name, rows in before.items():
        assert len(after[name]) == len(rows), name
        for written, new in zip(rows, after[name], strict=True):
            old = {column if (name, column) in MOVED else _newest(name, column): x for column, x in written.items()}
            missing = {(name, column) for column in old.keys() - new.keys()}
            assert missing <= MOVED
            kept = {column: value for column, value in old.items() if (name, column) not in MOVED}
            changed = {column for column, value in kept.items() if not _contains(new[column], value)}
            assert changed == set(), name


def _one_more(connection: Connection) -> None:
    """The next row of each table gets a number of its own, or it is refused."""
    for table in _tables(connection):
        if "id" in table.columns and table.columns["id"].type.python_type is int:
            new = {
                column.name: 2 if column.foreign_keys else _value(table, column, 1)
                for column in table.columns
                if column.name != "id"
            }
            alone = {"thing", "chat_id", "answer_id"} if table.name != "questions" else set()
            new |= dict.fromkeys(alone & new.keys(), 77)
            new |= {name: "other" for name in ("key", "slug", "prepared", "token_hash") if name in new}
            connection.execute(table.insert().values(new))


def _newest(table: str, column: str) -> str:
    name = RENAMED.get(column, column)
    return "feed" if (table, name) == ("subscriptions", "area") else name


def _contains(new: Any, old: Any) -> bool:
    """A value in JSON may have learned more."""
    if isinstance(old, dict) and isinstance(new, dict):
        renamed = {RENAMED.get(key, key): value for key, value in old.items()}
        return any(each.items() <= new.items() for each in (old, renamed))
    return bool(new == old)


@pytest.mark.parametrize("revision", ["0001", "0005"])
async def test_drafts_and_what_was_scheduled_before_announcements_changed(empty_url: str, revision: str) -> None:
    database, _ = await _old(empty_url, revision)
    await schema.upgrade(database)
    async with database.read() as session:
        scheduled, draft = [await announcements.one(session, number) for number in (1, 2)]
    await database.close()

    assert scheduled is not None
    assert draft is not None
    assert (scheduled.state, draft.state) == (AnnouncementState.SCHEDULED, AnnouncementState.DRAFT)
    assert scheduled.versions == {"it": Content("Portate <b>una sedia</b>")}
    assert list(draft.versions) == ["fr", "it"], "the first is the organiser's own"
    assert (scheduled.audience, draft.audience) == (Audience(("pinerolo",)), Audience())
    assert (scheduled.author, scheduled.version, scheduled.due_at) == (1, 1, rome("2027-10-01 12:30"))
    assert (scheduled.started_at, scheduled.repeat, scheduled.links) == (None, None, ())


@pytest.mark.parametrize("revision", ["0001", "0011"])
async def test_answers_and_what_was_learned_before_questions_were_gathered(empty_url: str, revision: str) -> None:
    database, _ = await _old(empty_url, revision)
    async with database.begin() as session:
        again = "INSERT INTO questions SELECT 3, chat_id, language, text, folded, state, 'No', created_at"
        await session.execute(text(f"{again} FROM questions WHERE id = 1"))
    await schema.upgrade(database)
    async with database.read() as session:
        answers = [await tickets.sent(session, inquiry) for inquiry in (1, 2, 3)]
        known = await learned_answers.every(session)
        states = [inquiry and inquiry.state for inquiry in [await tickets.one(session, n) for n in (1, 2)]]
    await database.close()

    assert [answer and answer.html for answer in answers] == ["Sì: 5 &lt; 6", None, "No"]
    assert states == [TicketState.ANSWERED, TicketState.OPEN]
    assert [(each.html, each.phrasings) for each in known] == [("answe0", ("row",)), ("answe1", ("row",))]


async def test_what_was_scheduled_on_23_november_goes_out(empty_url: str) -> None:
    await _of_23_november(empty_url)
    world = World(empty_url)
    await world.open()
    for person in (world.anna, world.monica):
        await world.say(person, "/start")
    await world.travel("2027-10-10 12:00")
    async with world.app.database.read() as session:
        assert await queue.told(session, "announcement:1") == {ANNA}
        assert await queue.told(session, "announcement:2") == set()
    assert received(world.anna, "Portate una sedia") == 1
    await world.say(world.monica, "/agenda")
    assert "Domani si balla" in "\n".join(message.text for message in world.monica.messages)
    await world.close()


def _fill_of_23_november(connection: Connection) -> None:
    tables = {table.name: table for table in _tables(connection)}
    early, due = datetime(2027, 10, 1), datetime(2027, 10, 10, 8)  # noqa: DTZ001 - as the tables keep it
    person = {"language": "it", "reachable": True, "first_seen": early}
    made = {"author": MONICA, "towns": ["pinerolo"], "due_at": due, "version": 2, "created_at": early}
    connection.execute(tables["residents"].insert(), [person | {"chat_id": each} for each in (MONICA, ANNA)])
    follows = {"chat_id": ANNA, "town": "pinerolo", "leads": "day_before", "created_at": early}
    connection.execute(tables["subscriptions"].insert(), [follows])
    said = [("scheduled", "Portate una sedia"), ("draft", "Domani si balla")]
    rows = [made | {"state": state, "versions": {"it": words}} for state, words in said]
    connection.execute(tables["announcements"].insert(), rows)


async def test_forward_and_back_as_the_page_says(empty_url: str, tmp_path: Path) -> None:
    """What `docs/upgrade.md` tells whoever runs the bot, with the first version's database."""
    before = await _of_23_november(empty_url)

    def command(*words: str) -> str:
        done = campanile(*words, folder=tmp_path, DATABASE_URL=empty_url)
        assert done.returncode == 0, done.stderr
        return done.stdout

    command("backup", "before")
    assert "schema 0001, " in command("backup", "--verify", "before")
    assert f"schema {schema.newest()}: brought up to date" in command("migrate")
    assert await _present(empty_url) != before
    if empty_url.startswith("sqlite"):
        assert "What was there before is kept" in command("restore", "before")
    else:
        await _on_server("DROP SCHEMA public CASCADE", empty_url)
        await _on_server("CREATE SCHEMA public", empty_url)
        server = make_url(empty_url).set(drivername="postgresql").render_as_string(hide_password=False)
        again = ["pg_restore", "--no-owner", f"--dbname={server}", "before"]
        subprocess.run(again, cwd=tmp_path, check=True)  # noqa: ASYNC221 - nothing else runs
    assert await _present(empty_url) == before


async def _of_23_november(url: str) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    database = Database(url)
    await schema.upgrade(database, to="0001")
    async with database.engine.begin() as connection:
        await connection.run_sync(_fill_of_23_november)
    await database.close()
    return await _present(url)


async def _present(url: str) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    """The schema's revision and every row."""
    database = Database(url)
    async with database.engine.begin() as connection:
        revision = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
        rows = await connection.run_sync(_content)
    await database.close()
    return revision, rows
