"""Announcements: what is due goes into the outbox, how it goes is shown, what is delivered is reported."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from domain.announcements import Announcement, State
from domain.calendar import QuietHours
from messages import announcements as replies
from messages.catalog import Catalog
from messages.message import Message
from messages.voice import Voice
from storage import announcements, events, outbox, reports, residents
from storage.database import Database, Session

log = logging.getLogger(__name__)

KIND = "announcement"
SHOW_EVERY = timedelta(seconds=3)
"""Between two edits of the message that shows the progress: Telegram allows about one a second."""
_WORTH_SHOWING = 100
_AFTER = {State.SENDING: State.DONE, State.STOPPING: State.STOPPED}


@dataclass(frozen=True)
class Announcements:
    database: Database
    catalog: Catalog
    voice: Callable[[str], Voice]
    quiet: QuietHours
    wake: Callable[[], None]

    async def tick(self, now: datetime) -> None:
        async with self.database.read() as session:
            due = [each for each in await announcements.due(session, now) if self._may_start(each, now)]
            under_way = await announcements.under_way(session)
        if not due and not under_way:
            return
        async with self.database.begin() as session:
            for announcement in due:
                await self._start(session, announcement, now)
            moved = [await self._follow(session, each, now) for each in under_way]
        if due or any(moved):
            self.wake()

    def _may_start(self, announcement: Announcement, now: datetime) -> bool:
        return announcement.urgent or self.quiet.hold(now) == now

    async def _start(self, session: Session, known: Announcement, now: datetime) -> None:
        """One process only: the other finds the version changed."""
        started = await announcements.save(session, replace(known, state=State.SENDING, started_at=now))
        if started is None:
            return
        count = 0
        event = await events.one(session, started.event) if started.event is not None else None
        for language in self.catalog.languages:
            if started.audience.readers in ("", language):
                call = replies.delivered(started, self.voice(language), event)
                message = outbox.Message(
                    started.key, KIND, started.id, language, call.method, call.payload, started.urgent
                )
                outgoing = await outbox.add(session, message, now)
                count += await outbox.fan_out(
                    session, outgoing, not_before=now, towns=started.audience.towns, people_only=True
                )
        log.info("%s goes out to %s", started.key, count)
        if started.progress is not None or count > _WORTH_SHOWING:
            await self._show_first(session, started, now)

    async def _show_first(self, session: Session, started: Announcement, now: datetime) -> None:
        chat, voice = await self._reader(session, started)
        if chat is None or voice is None:
            return
        counts = await reports.counts(session, KIND, started.id)
        text = replies.progress(started, asdict(counts), voice, now)
        method = "sendMessage" if started.progress is None else "editMessageText"
        key = _progress(started)
        message = outbox.Message(key, "progress", started.id, voice.language, method, text.payload, True)
        await outbox.add_one(
            session, await outbox.add(session, message, now), chat, now, message_id=started.progress
        )

    async def _follow(self, session: Session, known: Announcement, now: datetime) -> bool:
        """Whether something new is to be sent."""
        if known.state is State.PAUSED:
            return False
        if not await reports.finished(session, KIND, known.id):
            return await self._show_progress(session, known, now)
        return await self._finish(session, known, now)

    async def _show_progress(self, session: Session, known: Announcement, now: datetime) -> bool:
        shown = await outbox.sent_at(session, _progress(known))
        if shown is None or now - shown < SHOW_EVERY or known.state is not State.SENDING:
            return False
        counts = await reports.counts(session, KIND, known.id)
        _, voice = await self._reader(session, known)
        if voice is None:
            return False
        text = replies.progress(known, asdict(counts), voice, now)
        return await outbox.renew(session, _progress(known), text.payload, now)

    async def _finish(self, session: Session, known: Announcement, now: datetime) -> bool:
        """Report once, when every row is settled; whether it is."""
        chat, voice = await self._reader(session, known)
        counts = await reports.counts(session, KIND, known.id)
        if voice is not None:
            last = replies.ended(known, asdict(counts), voice, stopped=known.state is State.STOPPING)
            if not await outbox.renew(session, _progress(known), last.payload, now):
                return False  # an edit is on its way: these words must come after it
        done = await announcements.save(session, replace(known, state=_AFTER[known.state]))
        if done is None:
            return False
        log.info("%s done: %s", known.key, counts)
        if chat is not None and voice is not None:
            why = await reports.failures(session, KIND, known.id)
            text = replies.report(done, asdict(counts), why, voice)
            await _tell(session, f"report:{done.key}:{done.version}", done.id, chat, voice, text, now)
        return True

    async def _reader(self, session: Session, known: Announcement) -> tuple[int | None, Voice | None]:
        """Who confirmed it, else its author: the report is theirs. Nobody, when it came from elsewhere."""
        chat = known.confirmed_by or known.author
        language = await residents.language(session, chat) if chat is not None else None
        return chat, self.voice(language) if language is not None else None


async def _tell(
    session: Session, key: str, ref: int, chat: int, voice: Voice, text: Message, now: datetime
) -> None:
    message = outbox.Message(key, "report", ref, voice.language, "sendMessage", text.payload, True)
    await outbox.add_one(session, await outbox.add(session, message, now), chat, now)


def _progress(announcement: Announcement) -> str:
    return f"progress:{announcement.key}"
