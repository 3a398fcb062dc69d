"""The agenda: what will go out, and what has gone out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import feeds, reminders
from domain.announcements import agenda
from domain.announcements.agenda import AgendaItem
from domain.announcements.announcements import Announcement
from domain.reminders import Lead, Reminder
from domain.team.organisers import Organiser
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
        return AgendaPage(shown, await _recipients(session, env, shown), page, len(every))


async def _entries(session: Session, env: Environment, who: Organiser, now: datetime) -> list[AgendaItem]:
    """Return the entries of their areas. A reminder that nobody wants is none."""
    waiting, every = await announcements.ahead(session), await events.every(session)
    keys = [one.key for event in every for one in reminders.of(event, env.quiet)]
    found = agenda.entries(waiting, every, await queue.known(session, keys), now, env.quiet)
    whose = {entry.what.key: _feeds(env, entry.what) for entry in found if isinstance(entry.what, Reminder)}
    leads = {(feed, lead) for feeds_of_one in whose.values() for feed in feeds_of_one for lead in Lead}
    wanted = await subscriptions.chosen(session, leads)
    mine = [entry for entry in found if who.responsible(_areas(entry))]
    return [entry for entry in mine if _wanted(entry, whose, wanted)]


def _feeds(env: Environment, reminder: Reminder) -> tuple[str, ...]:
    return feeds.keys(reminder.event, env.programme)


def _wanted(entry: AgendaItem, whose: Mapping[str, Sequence[str]], wanted: Collection[tuple[str, Lead]]) -> bool:
    what = entry.what
    return not isinstance(what, Reminder) or any((feed, what.lead) in wanted for feed in whose[what.key])


def _areas(entry: AgendaItem) -> tuple[str, ...]:
    what = entry.what
    return what.event.areas if isinstance(what, Reminder) else what.audience.areas


async def _recipients(session: Session, env: Environment, entries: Sequence[AgendaItem]) -> list[int]:
    """Return the number of recipients of each: all people counted at once, a group by itself."""
    people = await followers.counts(session, [_followers(env, entry) for entry in entries])
    return [
        await audiences.recipients(session, what, env.programme, entry.at)
        if isinstance(what := entry.what, Announcement) and what.audience.target is not None
        else people[_followers(env, entry)]
        for entry in entries
    ]


def _followers(env: Environment, entry: AgendaItem) -> Followers:
    what = entry.what
    if isinstance(what, Reminder):
        return Followers(entry.at, _feeds(env, what), lead=what.lead)
    return audiences.whom(what, env.programme, entry.at)


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
