"""Tell followers what is new, or that nothing is ahead: each person one message, whatever is in it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain import feeds
from domain.calendar import at
from domain.delivery import MessageKind, thing_of
from domain.events.events import Event
from messages.events import notices
from messages.localizer import Localizer
from messages.message import Message
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import events
from storage.outbox import batches, queue
from storage.outbox.batches import Due, Parcel

log = logging.getLogger(__name__)

MORNING_AFTER = time(10)
LOOK_BACK = timedelta(days=2)

Render = Callable[[Sequence[Event], Localizer], Message]


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
            await batches.lock(session)
            await self._tell_new(session, await events.take_news(session, now), now)
            await self._tell_none_ahead(session, ended, now)
        self.context.wake()

    def _last(self, every: Iterable[Event], now: datetime) -> list[Event]:
        """Return each area's last event, from the morning after it."""
        by_area: dict[str, Event] = {}
        for event in every:
            for area in event.areas if event.takes_place else ():
                if area not in by_area or by_area[area].ends_at <= event.ends_at:
                    by_area[area] = event
        return [event for event in by_area.values() if now - LOOK_BACK <= self._morning_after(event) <= now]

    def _morning_after(self, event: Event) -> datetime:
        day = event.ends_at.astimezone(self.context.quiet.zone).date() + timedelta(days=1)
        return at(day, MORNING_AFTER, self.context.quiet.zone)

    async def _tell_new(self, session: Session, taken: Sequence[tuple[Event, datetime]], now: datetime) -> None:
        """Tell those who followed before there were these events; the others have seen them."""
        new = dict(sorted(taken, key=lambda each: each[0].starts_at))
        dues = {Due(f"new-event:{event.id}", self._feeds(event), since): event for event, since in new.items()}
        await self._tell(session, dues, MessageKind.NEW_EVENT, notices.new_events, now, {})

    async def _tell_none_ahead(self, session: Session, ended: Sequence[Event], now: datetime) -> None:
        kind, render = MessageKind.NONE_AHEAD, notices.none_ahead
        dues = {Due(_key(event), self._feeds(event), event.ends_at): event for event in ended}
        alone = {}
        for language in self.context.catalog.languages:
            for due, event in dues.items():
                row = self._message((due,), [event], kind, language, render)
                alone[due.key, language] = await queue.add(session, row, now)
        await self._tell(session, dues, kind, render, now, alone)

    def _feeds(self, event: Event) -> tuple[str, ...]:
        return feeds.keys(event, self.context.environment.programme)

    async def _tell(
        self,
        session: Session,
        dues: dict[Due, Event],
        kind: MessageKind,
        render: Render,
        now: datetime,
        alone: Mapping[tuple[str, str], int],
    ) -> None:
        """Queue one message for everybody who is to hear of the same events."""
        if not dues:
            return
        not_before, every, told = self.context.quiet.hold(now), list(dues), {}
        for group in await batches.groups(session, every, not_before):
            row = self._message(group.calls, [dues[due] for due in group.calls], kind, group.language, render)
            told[Parcel(group, group.calls)] = await queue.add(session, row, now)
        count = await batches.fan_out(session, every, told, alone, not_before)
        log.info("%s of %s events for %s", kind, len(dues), count)

    def _message(
        self,
        dues: Sequence[Due],
        about: Sequence[Event],
        kind: MessageKind,
        language: str,
        render: Render,
    ) -> queue.OutboxMessage:
        key = dues[0].key if len(dues) == 1 else f"{dues[0].key}+{thing_of(' '.join(due.key for due in dues)):x}"
        payload = render(about, self.context.voice(language)).payload
        return queue.OutboxMessage(key, kind, about[0].id, language, "sendMessage", payload)


def _key(event: Event) -> str:
    return f"none-ahead:{event.id}:{int(event.starts_at.timestamp())}"
