"""Turn templates into drafts in the agenda, one of a series, which follow their event until somebody changes them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.announcements.announcements import Announcement, AnnouncementState, Audience
from domain.announcements.templates import Prepared
from domain.events.events import Event
from messages.announcements import template_texts
from scheduler.job_context import JobContext
from storage.announcements import announcements
from storage.database import Session
from storage.events import events

log = logging.getLogger(__name__)

KEPT = timedelta(days=2)
"""How long after its time one that nobody approved may still be sent."""


@dataclass(frozen=True)
class Templates:
    context: JobContext
    entries: Sequence[Prepared]

    async def tick(self, now: datetime) -> None:
        if not self.entries:
            return
        async with self.context.database.read() as session:
            kept = await announcements.prepared(session)
            wanted = self._wanted(await events.every(session), kept, now)
        if wanted:
            async with self.context.database.begin() as session:
                for each in wanted:
                    await self._keep(session, each, now)

    def _wanted(self, every: list[Event], kept: dict[str, Announcement], now: datetime) -> list[Announcement]:
        """Return the drafts that are missing, or no longer say what their event says."""
        wanted: list[Announcement | None] = []
        for entry in self.entries:
            turns = self._turns(entry, every, now)
            wanted += [self._draft(entry, event, turns, kept, now) for event in every]
        return [each for each in wanted if each is not None and each != kept.get(each.prepared or "")]

    def _turns(self, entry: Prepared, every: list[Event], now: datetime) -> set[int]:
        """Return the events whose turn it is: of a series the next one, so that there is one draft to approve."""
        programme = self.context.voice("").programme
        ahead = [each for each in every if each.takes_place and entry.due(each, programme) > now]
        by_series = {each.plan or each.slug: each.id for each in sorted(ahead, key=lambda each: each.starts_at)[::-1]}
        return set(by_series.values())

    def _draft(
        self, entry: Prepared, event: Event, turns: set[int], kept: dict[str, Announcement], now: datetime
    ) -> Announcement | None:
        known, due = kept.get(entry.key(event)), entry.due(event, self.context.voice("").programme)
        later = due > now and event.id not in turns
        untouched = known is None or (known.state is AnnouncementState.DRAFT and known.author is None)
        if not untouched:
            return None
        if not event.takes_place or later or due < now - KEPT:
            return replace(known, state=AnnouncementState.CANCELLED) if known is not None else None
        if known is None and due <= now:
            return None  # its time was over before it could be prepared
        base = known or Announcement(0, 1, None, AnnouncementState.DRAFT, {}, prepared=entry.key(event))
        programme = self.context.voice("").programme
        return replace(
            base,
            versions=template_texts.versions(entry, event, programme.languages, self.context.voice),
            audience=Audience(event.areas),
            event=event.id if entry.card else None,
            due_at=due,
        )

    async def _keep(self, session: Session, draft: Announcement, now: datetime) -> None:
        if draft.id:
            await announcements.save(session, draft)
        else:
            await announcements.add(session, draft, now)
            log.info("prepared %s for %s", draft.prepared, draft.due_at)
