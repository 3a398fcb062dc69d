"""A second organiser's word: asked for, given or refused."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.team.organisers import Organiser
from messages.announcements import approval_texts
from services.announcements import notices, rows
from services.environment import Environment
from services.results import Done, NeedsApproval, Refusal, Refused, Stale
from storage.announcements import announcements, audiences
from storage.database import Session

log = logging.getLogger(__name__)

WAITING = AnnouncementState.APPROVAL


@dataclass(frozen=True)
class Grown:
    """Nothing was approved: it would reach more people by now than the colleague was asked about."""

    value: Announcement


async def ask(
    session: Session, env: Environment, who: Organiser, confirmed: Announcement, now: datetime
) -> NeedsApproval[Announcement]:
    """Put it before every colleague who may approve it; without one it stays a draft."""
    count = confirmed.people or 0
    asked = await notices.colleagues(session, env, confirmed, besides=who.chat_id)
    if not asked:
        return NeedsApproval(confirmed, count, 0)
    waiting = await rows.store(session, replace(confirmed, state=WAITING))
    await notices.close_prompts(session, env, who, waiting, now)
    await rows.record(session, env, who, "approval-asked", waiting, now, count=count)
    key = f"approval:{waiting.id}:{waiting.version}"
    await notices.tell(
        session, env, key, waiting.id, asked, lambda voice: approval_texts.asked(waiting, who.name, count, voice), now
    )
    return NeedsApproval(waiting, count, len(asked))


async def approve(
    env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime
) -> Done[Announcement] | Grown | Stale[Announcement] | Refused:
    """Schedule what a colleague confirmed, for as many as it reaches now."""
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, announcement, version, WAITING)
        if not isinstance(known, Announcement):
            return known
        if known.confirmed_by == who.chat_id:
            return Refused(Refusal.OWN_REQUEST)
        start = known.start(now, env.quiet)
        count = await audiences.recipients(session, known, env.programme, start)
        if known.people is not None and count > max(known.people, env.approval_above):
            return Grown(await rows.store(session, replace(known, people=count)))
        result = Done(await _schedule(session, env, who, _approved(known, who, count, start), now), count)
    log.info(
        "announcement %s approved by organiser %s for %s",
        known.id,
        who.chat_id,
        count,
        extra={"announcement": known.id},
    )
    env.nudge(result.value.due_at or now)
    return result


def _approved(known: Announcement, who: Organiser, count: int, start: datetime) -> Announcement:
    """Return it as scheduled for so many people. A repeated one keeps its hour, though it was held up."""
    due_at = known.due_at if known.repeat is not None and known.due_at is not None else start
    return replace(
        known,
        state=AnnouncementState.SCHEDULED,
        due_at=due_at,
        approved_by=who.chat_id,
        people=count,
        confirmed_by=known.confirmed_by or who.chat_id,
    )


async def _schedule(
    session: Session, env: Environment, who: Organiser, approved: Announcement, now: datetime
) -> Announcement:
    scheduled = await rows.store(session, approved)
    if scheduled.series is not None:
        await announcements.approve_series(session, scheduled)
    await rows.record(session, env, who, "announcement-approved", scheduled, now, count=scheduled.people or 0)
    row = (scheduled.id, scheduled.version)
    await notices.tell_decision(session, env, who, scheduled.confirmed_by, "approval-given", row, now)
    return scheduled


async def send_back(
    env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime
) -> Done[Announcement] | Stale[Announcement] | Refused:
    """Make it a draft again, not like this; its author is told."""
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, announcement, version, WAITING)
        if not isinstance(known, Announcement):
            return known
        orphan = known.confirmed_by is None  # of somebody who organises no more
        back = known.taken_back(now)
        draft = await rows.store(session, replace(back, author=who.chat_id) if orphan else back)
        await rows.record(session, env, who, "announcement-sent-back", known, now)
        row = (draft.id, draft.version)
        await notices.tell_decision(session, env, who, draft.confirmed_by, "approval-refused", row, now)
    env.wake()
    return Done(draft)
