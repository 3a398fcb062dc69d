"""A fresh database of each kind, and a small world around the bot.

PostgreSQL is the server at TEST_POSTGRES_URL, by default the one on this machine. Where there is none, its
tests are skipped with a reason; with CI set they fail instead.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import settings
from playwright.async_api import expect
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from storage import schema
from storage.database import Database
from storage.models import Base
from tests.chromium import running
from tests.world import World

# Always the same examples, so that nobody's change fails on another's bad luck. To look for more:
# pytest --hypothesis-profile=search tests/journeys/test_any_input.py
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("quick")

gc.set_threshold(200_000, 50, 100)
"""Looking for circles every 700 objects took a sixth of the suite's time."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""The processes that tests start read what the first of them compiled."""

PATIENCE = 30_000
"""Milliseconds that a browser waits for what a busy machine shows late."""
expect.set_options(timeout=PATIENCE)

SERVER = os.environ.get("TEST_POSTGRES_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres")


async def _on_server(statement: str) -> None:
    engine = create_async_engine(SERVER, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def _create(url: str) -> None:
    database = Database(url)
    await schema.upgrade(database)
    await database.close()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    name = f"campanile_test_{uuid4().hex[:12]}"
    url = make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    try:
        asyncio.run(_on_server(f"CREATE DATABASE {name}"))
    except (OSError, SQLAlchemyError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL at {make_url(SERVER).host}: {type(error).__name__}")
    # Nothing here has to outlive a crash, and waiting for the disk is most of a test's time.
    asyncio.run(_on_server(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    asyncio.run(_create(url))
    yield url
    asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a browser, for `tests.chromium.new_page`."""
    with running(tmp_path_factory.mktemp("chromium")) as address:
        yield address


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A migrated file, so that each test only copies it."""
    file = tmp_path_factory.mktemp("database") / "template.db"
    asyncio.run(_create(f"sqlite+aiosqlite:///{file}"))
    return file.read_bytes()


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: bytes) -> str:
    """For what is only SQLite's."""
    file = tmp_path / "campanile.db"
    file.write_bytes(sqlite_template)
    return f"sqlite+aiosqlite:///{file}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the second database where a test is marked: answers in words, for one, do not depend on it."""
    twice = [item for item in items if item.get_closest_marker("one_database") and "[postgresql" in item.name]
    if twice:
        config.hook.pytest_deselected(items=twice)
        items[:] = [item for item in items if item not in {*twice}]


@pytest.fixture
def database_of_a_server(postgres_url: str) -> Iterator[str]:
    """For what is only PostgreSQL's; empty again afterwards."""
    yield postgres_url
    asyncio.run(_empty(postgres_url))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("database_of_a_server" if request.param == "postgresql" else "sqlite_url"))


async def _empty(url: str) -> None:
    """Deleting takes a tenth of TRUNCATE's time: the tables are small, and no file is made anew."""
    tables = reversed(Base.metadata.sorted_tables)
    statements = [f"DELETE FROM {table.name}" for table in tables] + [
        "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"
    ]
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(False))
    await connection.execute(";".join(statements))
    await connection.close()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url, "wecare")
    yield opened
    await opened.close()


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """The bot with a pretend Telegram and a clock that stands still, a week before the first meeting."""
    world = World(database_url)
    await world.open()
    yield world
    await world.close()
