"""From the confirmation on: confirm, take back, stop, pause, go on. What goes out is the scheduler's work."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.announcements.announcements import (
    OVER,
    UNDER_WAY,
    Announcement,
    AnnouncementState,
    Audience,
    Content,
)
from domain.delivery import MessageKind, SkipReason
from domain.programmes import Programme
from domain.team.organisers import Organiser
from messages.announcements import sending_texts
from services.announcements import approvals, notices, rows
from services.environment import Environment
from services.results import Done, NeedsApproval, Refused, Stale
from storage.announcements import announcements, audiences
from storage.database import Database, Session
from storage.outbox import control, queue

log = logging.getLogger(__name__)

NO_RETURN = timedelta(milliseconds=500)
"""So shortly before the first message, stopping means to stop what follows it."""


@dataclass(frozen=True)
class TooLong:
    """Nothing was done: Telegram would not take it before one of its versions is shorter."""

    value: Announcement


Changed = Done[Announcement] | Stale[Announcement] | Refused


async def confirm(
    env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime, progress: int | None = None
) -> Changed | NeedsApproval[Announcement] | TooLong:
    """Schedule a draft; what is for many waits for a colleague's word. `progress`: the message to show it in."""
    result: Done[Announcement] | NeedsApproval[Announcement]
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, announcement, version, AnnouncementState.DRAFT)
        if not isinstance(known, Announcement):
            return known
        if any(sending_texts.too_long(content) for content in known.versions.values()):
            return TooLong(known)
        start = known.start(now, env.quiet)
        count = await audiences.recipients(session, known, env.programme, start)
        confirmed = replace(known, confirmed_by=who.chat_id, approved_by=None, people=count, progress=progress)
        if env.takes_two(count):
            result = await approvals.ask(session, env, who, confirmed, now)
        else:
            result = Done(await _schedule(session, env, who, replace(confirmed, due_at=start), now), count)
    if isinstance(result, NeedsApproval):
        env.wake()
    else:
        announced(env, who, result)
    return result


async def _schedule(
    session: Session, env: Environment, who: Organiser, confirmed: Announcement, now: datetime
) -> Announcement:
    scheduled = await rows.store(session, replace(confirmed, state=AnnouncementState.SCHEDULED))
    await notices.close_prompts(session, env, who, scheduled, now)
    await rows.record(session, env, who, "announcement-confirmed", scheduled, now, count=confirmed.people or 0)
    return scheduled


def announced(env: Environment, who: Organiser, result: Done[Announcement]) -> None:
    """Let the clock look when it is due."""
    log.info(
        "announcement %s confirmed by organiser %s for %s",
        result.value.id,
        who.chat_id,
        result.count,
        extra={"announcement": result.value.id},
    )
    if result.value.due_at is not None:
        env.nudge(result.value.due_at)


async def announce(
    database: Database,
    programme: Programme,
    versions: dict[str, Content],
    audience: Audience,
    due_at: datetime,
    now: datetime,
) -> Done[Announcement]:
    """Schedule an announcement of the one who runs the bot, who needs nobody's word."""
    async with database.begin() as session:
        draft = await announcements.draft(session, None, versions, audience, now)
        scheduled = await rows.store(session, replace(draft, state=AnnouncementState.SCHEDULED, due_at=due_at))
        return Done(scheduled, await audiences.recipients(session, scheduled, programme, due_at))


async def stop(env: Environment, *, who: Organiser, announcement: int, now: datetime) -> Changed:
    """Before the first message: back to a draft. After it: nothing more goes out; `count` are spared it."""
    async with env.database.begin() as session:
        known = await rows.find(session, who, announcement)
        if isinstance(known, Refused):
            return known
        if known.state in (AnnouncementState.SCHEDULED, AnnouncementState.APPROVAL) or _held(known, now):
            return Done(await _take_back(session, env, who, known, now))
        if known.state not in UNDER_WAY:
            return Stale(known)
        result = await _stop_sending(session, env, who, known, now)
    env.wake()
    return result


def _held(known: Announcement, now: datetime) -> bool:
    """Its rows are there, but none may leave yet."""
    began = known.started_at
    going = known.state in (AnnouncementState.SENDING, AnnouncementState.PAUSED)
    return going and began is not None and began - now > NO_RETURN


async def _stop_sending(
    session: Session, env: Environment, who: Organiser, known: Announcement, now: datetime
) -> Done[Announcement]:
    stopped = await rows.store(session, replace(known, state=AnnouncementState.STOPPING))
    spared = await control.stop(
        session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id), SkipReason.STOPPED
    )
    await rows.record(session, env, who, "announcement-stopped", known, now, count=spared)
    return Done(stopped, spared)


async def take_back(env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime) -> Changed:
    """Make a draft again of what is scheduled, to change it."""
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, announcement, version, AnnouncementState.SCHEDULED)
        if not isinstance(known, Announcement):
            return known
        return Done(await _take_back(session, env, who, known, now))


async def _take_back(
    session: Session, env: Environment, who: Organiser, known: Announcement, now: datetime
) -> Announcement:
    draft = await rows.store(session, known.taken_back(now))
    await queue.discard(session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id))
    await rows.record(session, env, who, "announcement-taken-back", known, now)
    return draft


async def pause(env: Environment, *, who: Organiser, announcement: int, now: datetime) -> Changed:
    """Hold what has not left yet."""
    async with env.database.begin() as session:
        known = await rows.find(session, who, announcement)
        if isinstance(known, Refused):
            return known
        if known.state is not AnnouncementState.SENDING:
            return Stale(known)
        paused = await rows.store(session, replace(known, state=AnnouncementState.PAUSED))
        held = await control.pause(session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id))
        await rows.record(session, env, who, "announcement-paused", known, now)
    return Done(paused, held)


async def resume(env: Environment, *, who: Organiser, announcement: int, now: datetime) -> Changed:
    """Let go what was held, not in quiet hours unless it is urgent."""
    async with env.database.begin() as session:
        known = await rows.find(session, who, announcement)
        if isinstance(known, Refused):
            return known
        if known.state is not AnnouncementState.PAUSED:
            return Stale(known)
        at = max(now, known.started_at or now)
        resumed = await rows.store(session, replace(known, state=AnnouncementState.SENDING))
        originals = await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id)
        count = await control.resume(session, originals, at if known.urgent else env.quiet.hold(at))
        await rows.record(session, env, who, "announcement-resumed", known, now)
    env.wake()
    return Done(resumed, count)


async def retry(env: Environment, *, who: Organiser, announcement: int, version: int, now: datetime) -> Changed:
    """Send once more what failed; it is reported again."""
    async with env.database.begin() as session:
        over = await rows.find(session, who, announcement)
        if isinstance(over, Refused):
            return over
        if over.state not in OVER or over.version != version:
            return Stale(over)
        not_before = now if over.urgent else env.quiet.hold(now)
        going = await rows.store(session, replace(over, state=AnnouncementState.SENDING, started_at=not_before))
        count = await control.retry(session, await queue.ids(session, MessageKind.ANNOUNCEMENT, over.id), not_before)
        await rows.record(session, env, who, "announcement-retried", over, now, count=count)
    env.wake()
    return Done(going, count)
