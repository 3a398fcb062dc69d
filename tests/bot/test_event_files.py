"""The programme file beside the database: told apart, taken over only when asked, written back."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.commands import event_files
from bot.settings import WECARE, Settings
from domain import programmes
from tests.world import World, received


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WECARE, tmp_path / "content"))


@pytest.fixture
def settings(content: Path, database_url: str) -> Settings:
    values: dict[str, Any] = {"database_url": database_url, "programme_dir": content, "programme_year": 2027}
    return Settings(**values)


def edit(content: Path, was: str, now: str) -> None:
    file = content / "programme.yaml"
    assert was in file.read_text()
    file.write_text(file.read_text().replace(was, now, 1))


async def test_a_change_in_the_file_counts_only_when_asked_for(settings: Settings, content: Path) -> None:
    assert "not in the database yet" in await event_files.diff(settings)
    assert "3 meetings added, 0 changed" in await event_files.take_over(settings, overwrite=False)
    assert await event_files.diff(settings) == "The database says what the file says."

    edit(content, "date: 10-23", "date: 10-24")
    assert "pinerolo: date is 2027-10-23, in the file 2027-10-24" in await event_files.diff(settings)
    assert "What differs stays" in await event_files.take_over(settings, overwrite=False)
    assert "2027-10-23" in await event_files.diff(settings)
    assert "0 meetings added, 1 changed" in await event_files.take_over(settings, overwrite=True)
    assert await event_files.diff(settings) == "The database says what the file says."


async def test_what_is_exported_can_stand_in_the_file(settings: Settings, content: Path) -> None:
    await event_files.take_over(settings, overwrite=False)
    file = content / "programme.yaml"
    before, rest = file.read_text().split("events:\n")
    after = rest[rest.index("\nbodies:") :]
    file.write_text(f"{before}{await event_files.export(settings)}\n{after}")

    assert len(programmes.load(content).events) == 3
    assert await event_files.diff(settings) == "The database says what the file says."


async def test_what_people_have_on_their_phones_follows_the_file(
    settings: Settings, content: Path, world: World
) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 18:00")
    edit(content, "date: 10-23", "date: 10-24")
    await event_files.take_over(settings, overwrite=True)
    await world.settle()

    assert received(world.anna, "Domani alle") == 0, "the delivered reminder speaks of the new day"
    assert received(world.anna, "Quando: domenica 24 ottobre 2027") == 2, "the card and the reminder"
    await world.travel("2027-10-23 18:00")
    assert received(world.anna, "Domani alle 18:00") == 1
    assert world.telegram.complaints == []


async def test_what_has_left_the_file_is_called_off_when_asked_for(settings: Settings, content: Path) -> None:
    await event_files.take_over(settings, overwrite=False)
    edit(
        content,
        "  - id: pinerolo\n    area: pinerolo\n    venue: centro",
        "  - id: nuovo\n    area: pinerolo\n    venue: centro",
    )
    assert "pinerolo: not in the file any more" in await event_files.diff(settings)
    assert "1 meetings called off" in await event_files.prune(settings)
    assert "0 meetings called off" in await event_files.prune(settings)
    assert "status: cancelled" in await event_files.export(settings)
