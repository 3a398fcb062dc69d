"""Repairs that every chat has been reached by are reported, once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from domain.repairs import Repair, Stage
from messages import repairs as replies
from messages.voice import Voice
from scheduler.announcements import KIND as ANNOUNCEMENT
from storage import announcements, outbox, repairs, reports, residents
from storage.database import Database, Session

log = logging.getLogger(__name__)

KIND = "repair"


@dataclass(frozen=True)
class Repairs:
    database: Database
    voice: Callable[[str], Voice]
    wake: Callable[[], None]

    async def tick(self, now: datetime) -> None:
        async with self.database.read() as session:
            ended = [each for each in await repairs.running(session) if await self._ended(session, each)]
        if not ended:
            return
        async with self.database.begin() as session:
            for repair in ended:
                await self._report(session, repair, now)
        self.wake()

    async def _ended(self, session: Session, repair: Repair) -> bool:
        """What was on its way when it was confirmed is corrected once it has arrived."""
        on_its_way = await reports.on_its_way(session, ANNOUNCEMENT, repair.announcement)
        return not on_its_way and await reports.finished(session, KIND, repair.id)

    async def _report(self, session: Session, repair: Repair, now: datetime) -> None:
        done = await repairs.save(session, replace(repair, stage=Stage.DONE))
        announcement = await announcements.one(session, repair.announcement)
        chat = repair.author
        language = None if chat is None else await residents.language(session, chat)
        if done is None or announcement is None or chat is None or language is None:
            return
        counts = await reports.counts(session, KIND, repair.id)
        why = await reports.failures(session, KIND, repair.id)
        log.info("repair %s of announcement %s done: %s", repair.id, repair.announcement, counts)
        text = replies.report(done, announcement, asdict(counts), why, self.voice(language))
        key = f"report:repair:{repair.id}"
        message = outbox.Message(key, "report", repair.id, language, "sendMessage", text.payload, urgent=True)
        await outbox.add_one(session, await outbox.add(session, message, now), chat, now)
