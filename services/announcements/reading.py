"""The data that a door shows of announcements; nothing is changed here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Unpack

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.delivery import MessageKind
from domain.events.events import Event
from domain.team.organisers import Organiser
from messages.announcements.draft_panel import PanelContext
from services.announcements import rows
from services.announcements.rows import OnVersion
from services.environment import Environment
from services.results import Refused, Stale
from storage.announcements import announcements, audiences, reports
from storage.announcements.reports import Counts, Speed
from storage.events import events
from storage.people import groups


@dataclass(frozen=True)
class Progress:
    """How far a sending is."""

    counts: Counts
    speed: Speed


@dataclass(frozen=True)
class DeliveryReport:
    """What became of a sending: its counts, and Telegram's reasons for failures."""

    counts: Counts
    why: dict[str, int]


async def look(env: Environment, *, who: Organiser, announcement: int) -> Announcement | Refused:
    """Return an announcement that `who` may act on."""
    async with env.database.read() as session:
        return rows.judged(await announcements.one(session, announcement), who)


async def look_at_draft(env: Environment, **on: Unpack[OnVersion]) -> Announcement | Stale[Announcement] | Refused:
    """Return a draft if it is still as it was shown."""
    known = await look(env, who=on["who"], announcement=on["announcement"])
    if isinstance(known, Announcement) and not (
        known.state is AnnouncementState.DRAFT and known.version == on["version"]
    ):
        return Stale(known)
    return known


async def event_of(env: Environment, known: Announcement) -> Event | None:
    """Return the event whose card it has a button for."""
    if known.event is None:
        return None
    async with env.database.read() as session:
        return await events.one(session, known.event)


async def recipients(env: Environment, known: Announcement, now: datetime) -> int:
    """Return how many would receive it."""
    async with env.database.read() as session:
        return await audiences.recipients(session, known, env.programme, known.start(now, env.quiet))


async def panel(env: Environment, known: Announcement, *, who: Organiser, now: datetime) -> PanelContext:
    """Return everything that the panel of a draft says and offers."""
    async with env.database.read() as session:
        count = await audiences.recipients(session, known, env.programme, known.start(now, env.quiet))
        ahead = [event for event in await events.every(session) if event.ahead(now)]
        linked = await groups.linked(session)
    return PanelContext(count, now, env.quiet, env.catalog.languages, ahead, linked, who.areas)


async def progress(env: Environment, known: Announcement, now: datetime) -> Progress:
    async with env.database.read() as session:
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
        return Progress(counts, await reports.speed(session, MessageKind.ANNOUNCEMENT, known.id, now))


async def report(env: Environment, known: Announcement) -> DeliveryReport:
    async with env.database.read() as session:
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
        return DeliveryReport(counts, await reports.failures(session, MessageKind.ANNOUNCEMENT, known.id))


async def counts_by_language(env: Environment, *, who: Organiser, announcement: int) -> dict[str, Counts] | Refused:
    """Return the numbers of a report, by language."""
    async with env.database.read() as session:
        known = rows.judged(await announcements.one(session, announcement), who)
        if isinstance(known, Refused):
            return known
        return await reports.by_language(session, MessageKind.ANNOUNCEMENT, known.id)
