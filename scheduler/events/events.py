"""Tell followers of an area about a new event, or that none is ahead."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain import feeds
from domain.calendar import at
from domain.delivery import MessageKind
from domain.events.events import Event, Status
from messages.events import notices
from messages.localizer import Localizer
from messages.message import Message
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import events
from storage.outbox import queue

log = logging.getLogger(__name__)

MORNING_AFTER = time(10)
LOOK_BACK = timedelta(days=2)


@dataclass(frozen=True)
class Events:
    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            last = self._last(await events.every(session), now)
            known = await queue.known(session, [_key(event) for event in last])
            new = await events.has_news(session, now)
        ended = [event for event in last if _key(event) not in known]
        if not new and not ended:
            return
        async with self.context.database.begin() as session:
            for event, since in await events.take_news(session, now):
                await self._tell_new(session, event, since, now)
            for event in ended:
                await self._tell_none_ahead(session, event, now)
        self.context.wake()

    def _last(self, every: Iterable[Event], now: datetime) -> list[Event]:
        """Return each area's last event, from the morning after it."""
        by_area: dict[str, Event] = {}
        for event in sorted(every, key=lambda event: event.ends_at):
            if event.status is not Status.CANCELLED:
                by_area |= dict.fromkeys(event.areas, event)
        return [event for event in by_area.values() if now - LOOK_BACK <= self._morning_after(event) <= now]

    def _morning_after(self, event: Event) -> datetime:
        day = event.ends_at.astimezone(self.context.quiet.zone).date() + timedelta(days=1)
        return at(day, MORNING_AFTER, self.context.quiet.zone)

    async def _tell_new(self, session: Session, event: Event, since: datetime, now: datetime) -> None:
        """Tell those who followed the area before there was this event; the others have seen it."""

        def render(voice: Localizer) -> Message:
            return notices.new_event(event, voice)

        await self._tell(session, event, f"new-event:{event.id}", MessageKind.NEW_EVENT, render, since, now)

    async def _tell_none_ahead(self, session: Session, event: Event, now: datetime) -> None:
        def render(voice: Localizer) -> Message:
            return notices.none_ahead(event.area, voice)

        await self._tell(session, event, _key(event), MessageKind.NONE_AHEAD, render, event.ends_at, now)

    async def _tell(
        self,
        session: Session,
        event: Event,
        key: str,
        kind: MessageKind,
        render: Callable[[Localizer], Message],
        subscribed_before: datetime,
        now: datetime,
    ) -> None:
        for language in self.context.catalog.languages:
            payload = render(self.context.voice(language)).payload
            message = queue.OutboxMessage(key, kind, event.id, language, "sendMessage", payload)
            count = await queue.fan_out(
                session,
                await queue.add(session, message, now),
                not_before=self.context.quiet.hold(now),
                feeds=feeds.keys(event, self.context.environment.programme),
                subscribed_before=subscribed_before,
            )
            log.info("%s in %s for %s", key, language, count)


def _key(event: Event) -> str:
    return f"none-ahead:{event.id}:{int(event.starts_at.timestamp())}"
