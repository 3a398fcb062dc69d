"""The agenda: what will go out, and what has gone out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import reminders
from domain.announcements import agenda
from domain.announcements.agenda import AgendaItem
from domain.announcements.announcements import Announcement
from domain.organisers import Organiser
from domain.reminders import Lead, Reminder
from services.environment import Environment
from storage.announcements import announcements, audiences
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import followers, subscriptions
from storage.people.followers import Followers


@dataclass(frozen=True)
class AgendaPage:
    """Some entries with how many each reaches; `total` is of all pages."""

    entries: list[AgendaItem]
    counts: list[int]
    page: int
    total: int


async def ahead(env: Environment, *, who: Organiser, page: int, size: int, now: datetime) -> AgendaPage:
    """Return a page of what will go out. An organiser of some areas sees theirs."""
    async with env.database.read() as session:
        every = await _entries(session, env, who, now)
        page = min(page, max(0, len(every) - 1) // size)
        shown = every[page * size :][:size]
        return AgendaPage(shown, await _recipients(session, shown), page, len(every))


async def _entries(session: Session, env: Environment, who: Organiser, now: datetime) -> list[AgendaItem]:
    """Return the entries of their areas. A reminder that nobody wants is none."""
    waiting, every = await announcements.ahead(session), await events.every(session)
    keys = [one.key for event in every for one in reminders.of(event, env.quiet)]
    found = agenda.entries(waiting, every, await queue.known(session, keys), now, env.quiet)
    every_reminder = [entry.what for entry in found if isinstance(entry.what, Reminder)]
    wanted = await subscriptions.chosen(session, {(one.event.area, one.lead) for one in every_reminder})
    return [entry for entry in found if who.responsible(_areas(entry)) and _wanted(entry, wanted)]


def _wanted(entry: AgendaItem, wanted: set[tuple[str, Lead]]) -> bool:
    what = entry.what
    return not isinstance(what, Reminder) or (what.event.area, what.lead) in wanted


def _areas(entry: AgendaItem) -> tuple[str, ...]:
    what = entry.what
    return (what.event.area,) if isinstance(what, Reminder) else what.audience.areas


async def _recipients(session: Session, entries: Sequence[AgendaItem]) -> list[int]:
    """Return the number of recipients of each: all people counted at once, a group by itself."""
    people = await followers.counts(session, [_followers(entry) for entry in entries])
    return [
        await audiences.recipients(session, what, entry.at)
        if isinstance(what := entry.what, Announcement) and what.audience.target is not None
        else people[_followers(entry)]
        for entry in entries
    ]


def _followers(entry: AgendaItem) -> Followers:
    what = entry.what
    if isinstance(what, Reminder):
        return Followers(entry.at, (what.event.area,), lead=what.lead)
    return audiences.whom(what, entry.at)


@dataclass(frozen=True)
class Past:
    """Some announcements that have gone out; `total` is of all pages."""

    found: list[Announcement]
    page: int
    total: int


async def past(env: Environment, *, who: Organiser, page: int, size: int) -> Past:
    """Return a page of what has gone out. An organiser of some areas sees theirs."""
    async with env.database.read() as session:
        mine = [one for one, audience in await announcements.past(session) if who.responsible(audience.areas)]
        page = min(page, max(0, len(mine) - 1) // size)
        return Past(await announcements.some(session, mine[page * size :][:size]), page, len(mine))
