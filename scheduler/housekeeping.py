"""Forget old traces, load changed content, empty the database's log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from scheduler.job_context import JobContext
from storage.database import any_of
from storage.events import card_copies
from storage.people import conversations
from storage.team import invites

FORGET_AFTER = timedelta(minutes=15)
"""How long a conversation's topic is kept; the privacy policy promises it."""
CARDS_FORGOTTEN_AFTER = timedelta(days=7)
"""How long after its end an event's cards are looked after."""


@dataclass(frozen=True)
class Housekeeping:
    context: JobContext
    refresh_knowledge: Callable[[], Awaitable[None]]

    async def tick(self, now: datetime) -> None:
        await self.refresh_knowledge()
        left = (
            conversations.stale(now - FORGET_AFTER),
            invites.expired(now),
            card_copies.old(now - CARDS_FORGOTTEN_AFTER),
        )
        async with self.context.database.read() as session:
            anything = await any_of(session, *left)
        if anything:
            async with self.context.database.begin() as session:
                await conversations.forget_stale(session, now - FORGET_AFTER)
                await invites.forget_expired(session, now)
                await card_copies.forget_old(session, now - CARDS_FORGOTTEN_AFTER)
            await self.context.database.scrub()
        await self.context.database.tidy()
