"""Queue announcements that are due, show their progress, report what was delivered."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from domain import feeds
from domain.announcements import repeats
from domain.announcements.announcements import HOLD, UNDER_WAY, Announcement, AnnouncementState, Repeat
from domain.delivery import MessageKind
from domain.events.events import Event
from domain.team.organisers import Role
from messages.announcements import sending_texts
from messages.announcements.approval_texts import LEFT
from messages.localizer import Localizer
from messages.message import Message
from scheduler.job_context import JobContext
from services.announcements import doubts
from storage.announcements import announcements, reports
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import groups, residents
from storage.team import organisers

log = logging.getLogger(__name__)

SHOW_EVERY = timedelta(seconds=3)
"""Between two edits of the message that shows the progress: Telegram allows about one a second."""
TOO_LATE = timedelta(days=2)
"""After a longer outage than this, a repetition is passed over."""
_WORTH_SHOWING = 100
_AFTER = {AnnouncementState.SENDING: AnnouncementState.DONE, AnnouncementState.STOPPING: AnnouncementState.STOPPED}


@dataclass(frozen=True)
class Announcements:
    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            at_hand = await announcements.at_hand(session, now + HOLD)
        under_way = [each for each in at_hand if each.state in UNDER_WAY]
        due = [each for each in at_hand if each.state is AnnouncementState.SCHEDULED and self._may_start(each, now)]
        if not due and not under_way:
            return
        async with self.context.database.begin() as session:
            for announcement in due:
                await self._start(session, announcement, now)
            moved = [await self._follow(session, each, now) for each in under_way]
        if due or any(moved):
            self.context.wake()

    def _may_start(self, announcement: Announcement, now: datetime) -> bool:
        """Return True unless the quiet hours hold it back at the moment it is due."""
        at = max(announcement.due_at or now, now)
        return announcement.urgent or self.context.quiet.hold(at) == at

    async def _start(self, session: Session, known: Announcement, now: datetime) -> None:
        """Start it in one process only: another one finds the version changed."""
        if known.repeat is not None:
            await self._start_occurrence(session, known, known.repeat, now)
            return
        at = max(known.due_at or now, now)
        if await self._held_back(session, known, at, now):
            return
        started = await announcements.save(session, replace(known, state=AnnouncementState.SENDING, started_at=at))
        if started is not None:
            await self._insert(session, started, now)

    async def _held_back(self, session: Session, known: Announcement, at: datetime, now: datetime) -> bool:
        """Return True if it has to wait for an organiser's approval; those who can give it are asked."""
        doubt = await doubts.doubt(session, self.context.environment, known, at)
        if doubt is None:
            return False
        held = await announcements.save(session, doubts.waiting(known, doubt))
        if held is not None:
            await doubts.ask(session, self.context.environment, held, doubt, now)
        return True

    async def _start_occurrence(self, session: Session, series: Announcement, repeat: Repeat, now: datetime) -> None:
        """Start one occurrence as an announcement with its own report, and move the series on to the next."""
        due = series.due_at or now
        doubt = await doubts.doubt(session, self.context.environment, series, max(due, now))
        if doubt is not None and doubt.why == LEFT:
            await self._held_back(session, series, max(due, now), now)
            return
        following = repeats.following(repeat, due, now, self.context.quiet.zone)
        state = AnnouncementState.DONE if following is None else AnnouncementState.SCHEDULED
        kept = replace(repeat, first=repeat.first or due)
        onward = replace(series, state=state, due_at=following or due, repeat=kept)
        moved = await announcements.save(session, onward)
        if moved is None or now - due > TOO_LATE:
            return
        once = replace(series, state=AnnouncementState.SENDING, repeat=None, series=series.id, prepared=None)
        once = replace(once, progress=None, started_at=max(due, now))
        if doubt is not None:  # this one waits, the series goes on
            held = await announcements.add(session, doubts.waiting(once, doubt), now)
            await doubts.ask(session, self.context.environment, held, doubt, now)
            return
        await self._insert(session, await announcements.add(session, once, now), now)

    async def _insert(self, session: Session, started: Announcement, now: datetime) -> None:
        event = await events.one(session, started.event) if started.event is not None else None
        if started.audience.target is not None:
            count = await self._to_group(session, started, event, started.audience.target, now)
        else:
            languages = [x for x in self.context.catalog.languages if started.audience.readers in ("", x)]
            counts = [await self._to_readers(session, started, event, x, now) for x in languages]
            count = sum(counts)
        log.info("%s goes out to %s", started.key, count)

    async def _to_readers(
        self, session: Session, started: Announcement, event: Event | None, language: str, now: datetime
    ) -> int:
        outgoing = await self._outgoing(session, started, event, language, now)
        whose = feeds.keys_of_areas(started.audience.areas, self.context.environment.programme)
        at = started.started_at or now
        return await queue.fan_out(session, outgoing, not_before=at, feeds=whose, people_only=True)

    async def _to_group(
        self, session: Session, started: Announcement, event: Event | None, target: int, now: datetime
    ) -> int:
        group = await groups.one(session, target)
        if group is None or not group.reachable:
            return 0
        outgoing = await self._outgoing(session, started, event, group.language, now)
        return int(await queue.add_one(session, outgoing, target, started.started_at or now))

    async def _outgoing(
        self, session: Session, started: Announcement, event: Event | None, language: str, now: datetime
    ) -> int:
        call = sending_texts.delivered(started, self.context.voice(language), event, self.context.username())
        message = queue.OutboxMessage(
            started.key, MessageKind.ANNOUNCEMENT, started.id, language, call.method, call.payload, started.urgent
        )
        return await queue.add(session, message, now)

    async def _follow(self, session: Session, known: Announcement, now: datetime) -> bool:
        """Queue progress and report; return True if something new is to be sent."""
        if known.state is AnnouncementState.PAUSED or (known.started_at is not None and now < known.started_at):
            return False
        if not await reports.finished(session, MessageKind.ANNOUNCEMENT, known.id):
            return await self._show_progress(session, known, now)
        return await self._finish(session, known, now)

    async def _show_progress(self, session: Session, known: Announcement, now: datetime) -> bool:
        shown = await queue.sent_at(session, _progress(known))
        if known.state is not AnnouncementState.SENDING or (shown is not None and now - shown < SHOW_EVERY):
            return False
        _, voice = await self._reader(session, known)
        if voice is None:
            return False
        return await self._show(session, known, voice, await self._progress(session, known, voice, now), now)

    async def _show(
        self, session: Session, known: Announcement, voice: Localizer, text: Message, now: datetime
    ) -> bool:
        """Show progress in the panel that was confirmed; without one, in a new message if it is for many."""
        key, chat = _progress(known), known.confirmed_by or known.author
        if await queue.known(session, [key]):
            return await queue.renew(session, key, text.payload, now)
        many = (await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)).pending > _WORTH_SHOWING
        if chat is None or (known.progress is None and not many):
            return False
        method = "sendMessage" if known.progress is None else "editMessageText"
        message = queue.OutboxMessage(key, MessageKind.PROGRESS, known.id, voice.language, method, text.payload, True)
        outgoing = await queue.add(session, message, now)
        return await queue.add_one(session, outgoing, chat, now, message_id=known.progress)

    async def _progress(self, session: Session, known: Announcement, voice: Localizer, now: datetime) -> Message:
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
        speed = await reports.speed(session, MessageKind.ANNOUNCEMENT, known.id, now)
        return sending_texts.progress(known, asdict(counts), speed.rate, speed.left, voice)

    async def _finish(self, session: Session, known: Announcement, now: datetime) -> bool:
        """Report once, when every row is settled. Return True if it is."""
        chat, voice = await self._reader(session, known)
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
        if await queue.on_its_way(session, _progress(known)):
            return False  # the last words must come after that edit
        if voice is not None:
            last = sending_texts.ended(known, asdict(counts), voice, stopped=known.state is AnnouncementState.STOPPING)
            await self._show(session, known, voice, last, now)
        done = await announcements.save(session, replace(known, state=_AFTER[known.state]))
        if done is None:
            return False
        log.info("%s done: %s", known.key, counts)
        why = await reports.failures(session, MessageKind.ANNOUNCEMENT, known.id)
        told = {chat: voice} if chat is not None and voice is not None else {}
        if sending_texts.failed(asdict(counts)):
            told |= await self._colleagues(session, done)
        for each, speaks in told.items():
            text = sending_texts.report(done, asdict(counts), why, speaks)
            await _tell(session, f"report:{done.key}:{done.version}", done.id, each, speaks, text, now)
        return True

    async def _colleagues(self, session: Session, known: Announcement) -> dict[int, Localizer]:
        owners, areas = self.context.owners, known.audience.areas
        found = await organisers.addressees(session, owners, Role.ORGANISER, areas)
        return {chat: self.context.voice(language) for chat, language in found.items()}

    async def _reader(self, session: Session, known: Announcement) -> tuple[int | None, Localizer | None]:
        """Return whoever confirmed it, else its author, to whom the report goes; None if it came from elsewhere."""
        chat = known.confirmed_by or known.author
        language = await residents.language(session, chat) if chat is not None else None
        return chat, self.context.voice(language) if language is not None else None


async def _tell(
    session: Session, key: str, ref: int, chat: int, voice: Localizer, text: Message, now: datetime
) -> None:
    message = queue.OutboxMessage(key, MessageKind.REPORT, ref, voice.language, "sendMessage", text.payload, True)
    await queue.add_one(session, await queue.add(session, message, now), chat, now)


def _progress(announcement: Announcement) -> str:
    return f"progress:{announcement.key}"
