"""Overwrite events with the programme file's, if whoever runs the bot says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.events.change_rules import Wanted
from domain.events.events import PlannedEvent
from storage.events import event_changes, events


async def overwrite(session: AsyncSession, planned: Iterable[PlannedEvent], now: datetime) -> int:
    """Give these events the file's areas, venue and hours. Return how many changed.

    Nobody is told; the running bot brings cards and reminders up to date. New hours are confirmed if the file
    is sure of them: what organisers confirmed was another day.
    """
    known = {event.slug: event for event in await events.every(session)}
    changed = 0
    for wanted in planned:
        event = known.get(wanted.slug)
        values: dict[str, Any] = {name: getattr(wanted, name) for name in events.PLANNED}
        if event is None or all(getattr(event, name) == value for name, value in values.items()):
            continue
        sure: dict[str, Any] = {}
        if (event.starts_at, event.ends_at) != (wanted.starts_at, wanted.ends_at):
            sure = {"confirmed_at": now if wanted.sure else None, "checked_at": None}
        if event.starts_at != wanted.starts_at:
            sure["since"] = now
        if await events.change(session, event, **values, **sure):
            shown = {name: values[name] for name in ("area", "venue", "starts_at", "ends_at", "hours")}
            await event_changes.note(session, event, None, Wanted(**shown), now)
            changed += 1
    return changed
