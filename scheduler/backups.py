"""Copy the database every night, and tell the owners when that has failed for two days."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from domain.calendar import at
from domain.delivery import MessageKind
from domain.team.organisers import Role
from messages.message import Message
from scheduler.job_context import JobContext
from storage import backup
from storage.database import DatabaseError
from storage.outbox import queue
from storage.team import organisers

log = logging.getLogger(__name__)

NIGHT = time(3)
"""When the day's copy is due, by the programme's wall clock: what was missed is made up for later in the day."""
OLD = timedelta(days=2)


@dataclass(frozen=True)
class Backups:
    """Makes one copy a day in `folder`, named by the day, and leaves the newest `keep`. None: no copies."""

    context: JobContext
    folder: Path | None
    keep: int

    async def tick(self, now: datetime) -> None:
        here, url = now.astimezone(self.context.quiet.zone), self.context.database.url
        if self.folder is None or here.time() < NIGHT or backup.daily(url, self.folder, here.date()).exists():
            return
        try:
            made = await asyncio.to_thread(backup.save_daily, url, self.folder, here.date(), self.keep)
        except DatabaseError as error:
            log.error("no backup: %s", error)
            newest = backup.newest(self.folder, here.date())
            if newest is None or here.date() - newest >= OLD:
                await self._tell(newest, here.date(), now)
        else:
            log.info("backup made: %s", made)

    async def _tell(self, newest: date | None, today: date, now: datetime) -> None:
        """Tell the owners, once a day."""
        key = f"backup:{today}"

        def message(language: str) -> queue.OutboxMessage:
            voice = self.context.voice(language)
            day = "" if newest is None else voice.weekday_and_day(at(newest, NIGHT, self.context.quiet.zone))
            payload = Message(voice.words("backup-old", day=day) if day else voice.words("backup-none")).payload
            return queue.OutboxMessage(key, MessageKind.BACKUP, None, language, "sendMessage", payload)

        async with self.context.database.read() as session:
            if await queue.known(session, [key]):
                return
        async with self.context.database.begin() as session:
            owners = await organisers.addressees(session, self.context.owners, Role.OWNER)
            await queue.tell(session, owners, message, now, self.context.quiet.hold(now))
        self.context.wake()
