"""`campanile content diff | import | export | prune`: what the file says, and what the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import yaml

from bot.app import wall_clock
from bot.settings import Settings
from domain import programmes
from domain.events.change_rules import Wanted
from domain.events.events import Event, PlannedEvent, Status, planned
from domain.events.timing import Hours
from domain.programmes import Programme
from storage import ownership
from storage.database import Database, prepare
from storage.events import event_changes, event_sync, events


async def diff(settings: Settings) -> str:
    """Return the differences between database and file; organisers change meetings in the chat."""
    programme, (known, wanted), database = await _both(settings)
    await database.close()
    lines = [line for event in wanted for line in _differences(event, known, programme)]
    lines += [f"{event.slug}: not in the file any more" for event in _gone(known, wanted, wall_clock())]
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
    of_plan: dict[str, list[Event]] = {}
    for event in known:
        of_plan.setdefault(event.plan or event.slug, []).append(event)
    blocks = [_block(name, events, programme) for name, events in of_plan.items()]
    return yaml.safe_dump({"events": blocks}, sort_keys=False, allow_unicode=True, width=120).rstrip()


async def prune(settings: Settings) -> str:
    """Call off the meetings to come that have left the file. Nobody is told; cards and reminders follow."""
    now = wall_clock()
    _, (known, wanted), database = await _both(settings)
    try:
        async with database.begin() as session:
            gone = _gone(known, wanted, now)
            for event in gone:
                if await events.change(session, event, status=Status.CANCELLED):
                    await event_changes.note(session, event, None, Wanted(status=Status.CANCELLED), now)
    finally:
        await database.close()
    listed = "".join(f"\n- {event.slug}" for event in gone)
    return f"{len(gone)} meetings called off, which have left the file.{listed}"


def _gone(known: Iterable[Event], wanted: Iterable[PlannedEvent], now: datetime) -> list[Event]:
    """Return the events ahead that came from the file and are in it no longer."""
    there = {each.slug for each in wanted}
    return [event for event in known if event.plan and event.slug not in there and event.ahead(now)]


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
    names = dict.fromkeys([*here, *there])
    return [
        f"{event.slug}: {name} is {there.get(name, 'not given')}, in the file {here.get(name, 'not given')}"
        for name in names
        if there.get(name) != here.get(name)
    ]


def _plain(event: Event | PlannedEvent, programme: Programme) -> dict[str, str]:
    """Return what an author would compare, by the programme's clock."""
    starts, ends = (moment.astimezone(programme.zone) for moment in (event.starts_at, event.ends_at))
    found = {"area": ", ".join(filter(None, (event.area, *event.also_in))), "venue": event.venue}
    found |= {"kinds": ", ".join(event.kinds), "status": event.status if event.status is not Status.PLANNED else ""}
    found["date"] = f"{starts:%Y-%m-%d}"
    if event.hours is not Hours.ALL_DAY:
        found["start"] = f"{starts:%H:%M}"
    if event.hours is Hours.FROM_TO:
        found["end"] = f"{ends:%H:%M}"
    return {name: value for name, value in found.items() if value}


def _block(name: str, events: Sequence[Event], programme: Programme) -> dict[str, Any]:
    """Return an event as the file would have it: what only the file says as it is there, the rest from the rows."""
    plan, first = programme.event(name), events[0]
    block = msgspec.to_builtins(plan, enc_hook=str) if plan else {"id": name}
    whens = [_when(event, programme) for event in events]
    block["when"] = whens[0] if len(whens) == 1 else whens
    placed = {"area": list(first.areas) if first.also_in else first.area, "venue": first.venue}
    block |= placed | {"kinds": list(first.kinds), "status": str(first.status)}
    return {key: value for key, value in block.items() if value and (key, value) != ("status", "planned")}


def _when(event: Event, programme: Programme) -> dict[str, str]:
    found = _plain(event, programme)
    last = (event.ends_at.astimezone(programme.zone) - timedelta(seconds=1)).date().isoformat()
    days = {"date": found["date"]}
    if event.hours is not Hours.FROM_TO and last != found["date"]:
        days = {"from": found["date"], "to": last}
    return days | {name: found[name] for name in ("start", "end") if name in found}
