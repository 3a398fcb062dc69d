"""What an organiser does with a draft before it is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.organisers import Organiser
from services.announcements import notices, rows
from services.environment import Environment
from services.results import Done, Refused, Stale


async def cancel(
    env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime
) -> Done[Announcement] | Stale[Announcement] | Refused:
    """Give a draft up; whoever was asked about it is told."""
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, announcement, version, AnnouncementState.DRAFT)
        if not isinstance(known, Announcement):
            return known
        cancelled = await rows.store(session, replace(known, state=AnnouncementState.CANCELLED))
        await notices.close_prompts(session, env, who, cancelled, now)
    env.wake()
    return Done(cancelled)
