"""Every night the database is copied, and the owners hear when that has failed for two days."""

from pathlib import Path

import pytest

from storage import backup
from storage.database import address
from tests.world import World, received


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "made" / "backups"


def names(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.iterdir())


def modes(folder: Path) -> dict[str, int]:
    return {file.stem: file.stat().st_mode & 0o777 for file in (folder, *folder.iterdir())}


def followers(folder: Path) -> list[int]:
    return [backup.verify(file).rows["subscriptions"] for file in sorted(folder.iterdir())]


def in_the_way(database_url: str, folder: Path, day: str) -> None:
    """Let a folder stand where the day's copy would be written."""
    ending = "db" if address(database_url).get_backend_name() == "sqlite" else "dump"
    (folder / f"campanile-{day}.{ending}.partial").mkdir()


async def test_a_copy_a_night_and_only_the_newest_stay(database_url: str, folder: Path) -> None:
    world = World(database_url, backup_dir=folder, backup_keep=2)
    await world.open()
    await world.follow(world.anna, "pinerolo")
    assert names(folder) == ["campanile-2027-10-09"]  # the night was missed
    await world.travel("2027-10-10 02:59")
    assert names(folder) == ["campanile-2027-10-09"]
    for moment in ("2027-10-10 03:00", "2027-10-10 03:15", "2027-10-11 09:00"):
        await world.travel(moment)

    assert modes(folder) == {"backups": 0o700, "campanile-2027-10-10": 0o600, "campanile-2027-10-11": 0o600}
    assert followers(folder) == [1, 1]
    assert received(world.monica, "copia di sicurezza") == 0
    await world.close()


async def test_owners_hear_when_there_has_been_no_copy_for_two_days(database_url: str, folder: Path) -> None:
    world = World(database_url, backup_dir=folder)
    await world.open()
    await world.say(world.monica, "/start")
    for day in ("2027-10-10", "2027-10-11", "2027-10-12"):
        in_the_way(database_url, folder, day)
    await world.travel("2027-10-10 09:00")
    assert received(world.monica, "copia di sicurezza") == 0
    await world.travel("2027-10-11 03:00")
    assert received(world.monica, "copia di sicurezza") == 0  # not at night
    await world.travel("2027-10-11 08:00")
    await world.travel("2027-10-11 12:00")
    assert received(world.monica, "La copia di sicurezza più recente del database è di sabato 9 ottobre") == 1
    await world.travel("2027-10-12 09:00")
    assert received(world.monica, "copia di sicurezza") == 2
    await world.travel("2027-10-13 09:00")
    assert received(world.monica, "copia di sicurezza") == 2
    assert received(world.anna, "copia di sicurezza") == 0
    await world.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file where the folder should be."""
    (tmp_path / "file").touch()
    return tmp_path / "file"


async def test_owners_hear_at_once_when_there_can_be_no_copy_at_all(database_url: str, file: Path) -> None:
    world = World(database_url, backup_dir=file)
    await world.open()
    await world.say(world.monica, "/start")

    assert received(world.monica, "finora non ce n'è nessuna") == 1
    await world.close()
