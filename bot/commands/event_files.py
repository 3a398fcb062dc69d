"""`campanile content diff | import | export`: compare the meetings of the programme file with the database's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.app import wall_clock
from bot.settings import Settings
from domain import programmes
from domain.events.events import Event, PlannedEvent, Status, planned
from domain.programmes import Programme
from storage import ownership
from storage.database import Database, prepare
from storage.events import event_sync, events


async def diff(settings: Settings) -> str:
    """Return the differences between database and file; organisers change meetings in the chat."""
    programme, (known, wanted), database = await _both(settings)
    await database.close()
    lines = [line for event in wanted for line in _differences(event, known, programme)]
    return "\n".join(lines) or "The database says what the file says."


async def take_over(settings: Settings, *, overwrite: bool) -> str:
    """Add the meetings that are missing. With `overwrite`, also replace those that organisers changed."""
    now = wall_clock()
    programme, (known, wanted), database = await _both(settings)
    try:
        async with database.begin() as session:
            added = await events.insert(session, wanted, now)
            changed = await event_sync.overwrite(session, wanted, now) if overwrite else 0
    finally:
        await database.close()
    left = [line for event in wanted for line in _differences(event, known, programme)]
    hint = "" if overwrite or not left else " What differs stays; --overwrite takes the file's word."
    told = " Nobody is told: announce it if people should know." if changed else ""
    return f"{added} meetings added, {changed} changed.{hint}{told}"


async def export(settings: Settings) -> str:
    """Return the meetings of the database in the form of `programme.yaml`."""
    programme, (known, _), database = await _both(settings)
    await database.close()
    return "\n".join(["events:", *(line for event in known for line in _as_yaml(event, programme))])


async def _both(settings: Settings) -> tuple[Programme, tuple[Sequence[Event], list[PlannedEvent]], Database]:
    programme = programmes.load(settings.programme_dir)
    prepare(settings.database_url)
    database = Database(settings.database_url, programme.id)
    await ownership.bring_up(database)
    async with database.begin() as session:
        await events.adopt(session, programme)
        known = await events.every(session)
    wanted = planned(programme, settings.programme_year, wall_clock(), known)
    return programme, (known, wanted), database


def _differences(wanted: PlannedEvent, known: Sequence[Event], programme: Programme) -> list[str]:
    event = next((each for each in known if each.slug == wanted.slug), None)
    if event is None:
        return [f"{wanted.slug}: not in the database yet"]
    there, here = _plain(event, programme), _plain(wanted, programme)
    lines = [
        f"{event.slug}: {field} is {there[field]}, in the file {here[field]}"
        for field in here
        if there[field] != here[field]
    ]
    if event.status is Status.CANCELLED:
        lines.append(f"{event.slug}: cancelled, which the file cannot say")
    return lines


def _plain(event: Event | PlannedEvent, programme: Programme) -> dict[str, str]:
    def local(at: datetime) -> datetime:
        return at.astimezone(programme.zone)

    return {
        "area": event.area,
        "venue": event.venue,
        "date": f"{local(event.starts_at):%Y-%m-%d}",
        "start": f"{local(event.starts_at):%H:%M}",
        "end": f"{local(event.ends_at):%H:%M}",
    }


def _as_yaml(event: Event, programme: Programme) -> list[str]:
    cancelled = ["  # cancelled:"] if event.status is Status.CANCELLED else []
    fields = [f"    {name}: {value}" for name, value in _plain(event, programme).items()]
    return [*cancelled, f"  - id: {event.slug}", *fields]
