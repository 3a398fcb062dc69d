"""Insert the events of the programme file that the database lacks."""

from __future__ import annotations

import logging
from datetime import datetime

from domain.events.events import planned
from domain.programmes import Programme
from storage.database import Database
from storage.events import events

log = logging.getLogger(__name__)


async def settle(database: Database, programme: Programme, year: int | None, now: datetime) -> None:
    """Insert what is missing; rows that exist belong to the organisers.

    A given `year` also decides those whose year was only assumed so far.
    """
    async with database.begin() as session:
        await events.adopt(session, programme)
        others = await events.other_programmes(session)
        wanted = planned(programme, year, now, await events.every(session))
        added = await events.insert(session, wanted, now)
        # A year that nobody confirmed must yield to one that somebody typed; other rows are never overwritten.
        decided = await events.decide(session, wanted, now) if year else 0
    if others:
        log.warning(
            "the database also holds %s: its meetings and followers are not shown, but announcements and answers that "
            "were learned are not told apart; better name another DATABASE_URL",
            ", ".join(others),
        )
    if added or decided:
        log.info("%s events added, %s decided, for %s", added, decided, year or "the coming days")
