"""Announcements: what is due goes into the outbox, what is delivered is reported."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from domain.announcements import Announcement
from domain.calendar import QuietHours
from messages import announcements as replies
from messages.catalog import Catalog
from messages.voice import Voice
from storage import announcements, outbox, residents
from storage.database import Database, Session

log = logging.getLogger(__name__)

KIND = "announcement"


@dataclass(frozen=True)
class Announcements:
    database: Database
    catalog: Catalog
    voice: Callable[[str], Voice]
    quiet: QuietHours
    wake: Callable[[], None]

    async def tick(self, now: datetime) -> None:
        async with self.database.read() as session:
            if not await announcements.waiting(session, now):
                return
        async with self.database.begin() as session:
            due = await announcements.start_due(session, now)
            for announcement in due:
                await self._insert(session, announcement, now)
            sending = await announcements.sending(session)
            reported = [await self._report(session, announcement, now) for announcement in sending]
        if due or any(reported):
            self.wake()

    async def _insert(self, session: Session, announcement: Announcement, now: datetime) -> None:
        for language in self.catalog.languages:
            payload = replies.delivered(announcement, language).payload
            message = outbox.Message(
                announcement.key, KIND, announcement.id, language, "sendMessage", payload
            )
            count = await outbox.fan_out(
                session,
                await outbox.add(session, message, now),
                not_before=self.quiet.hold(now),
                towns=announcement.towns,
                people_only=True,
            )
            log.info("%s in %s for %s", announcement.key, language, count)

    async def _report(self, session: Session, announcement: Announcement, now: datetime) -> bool:
        """Once, when every row is settled; whether it is."""
        counts = await outbox.counts(session, KIND, announcement.id)
        if not counts.finished or not await announcements.finish(session, announcement):
            return False
        log.info("%s done: %s", announcement.key, counts)
        author = announcement.author
        language = await residents.language(session, author) if author is not None else None
        if author is None or language is None:
            return True
        numbers = asdict(counts)
        numbers["twice"] = numbers.pop("perhaps_twice")
        text = replies.report(announcement, numbers, self.voice(language))
        key = f"report:{announcement.key}"
        message = outbox.Message(key, "report", announcement.id, language, "sendMessage", text.payload)
        await outbox.add_one(session, await outbox.add(session, message, now), author, now)
        return True
