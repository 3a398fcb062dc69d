"""From the confirmation on: stop, pause, go on. What goes out is the scheduler's work."""

from __future__ import annotations

import logging
from dataclasses import asdict, replace

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements import UNDER_WAY, Announcement, State
from handlers import drafts, guards
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import announcements as replies
from messages.actions.announcements import ChangeScheduled, PauseSending, ResumeSending, StopSending
from messages.actions.drafts import ConfirmDraft
from messages.message import Message
from storage import announcements, audit, holds, outbox, reports
from storage.database import Session

log = logging.getLogger(__name__)

KIND = "announcement"


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    known = await drafts.current(update, context, action(update, ConfirmDraft))
    if known is None:
        return
    start = known.start(context.now, context.services.quiet)
    message = pressed(update).message
    confirmed = replace(
        known,
        state=State.SCHEDULED,
        due_at=start,
        confirmed_by=chat_id(update),
        progress=message.message_id if isinstance(message, TelegramMessage) else None,
    )
    async with context.services.database.begin() as session:
        count = await drafts.recipients(session, known, start)
        scheduled = await announcements.save(session, confirmed)
        if scheduled is not None:
            await record(session, context, "announcement-confirmed", known.id, count=count)
    if scheduled is None:
        await drafts.refuse(update, context, None)
        return
    log.info("announcement %s confirmed by organiser %s for %s", known.id, chat_id(update), count)
    context.services.nudge(start)
    await pressed(update).answer()
    shown = replies.confirmed(scheduled, count, context.voice, context.now, context.services.quiet)
    await context.show(update, shown)


async def record(session: Session, context: Context, act: str, ref: int, **details: str | int) -> None:
    organiser = context.organises
    actor, name = (organiser.chat_id, organiser.name) if organiser else (None, "")
    await audit.record(session, actor, act, ref, context.now, name=name, **details)


@organisers_only
async def stop(update: Update, context: Context) -> None:
    """Before the first message: back to a draft. After it: nothing more goes out."""
    known = await _known(update, context, action(update, StopSending).announcement)
    if known is None:
        return
    if known.state in (State.SCHEDULED, State.APPROVAL):
        await _take_back(update, context, known)
    elif known.state in UNDER_WAY:
        await _stop_sending(update, context, known)
    else:
        await drafts.refuse(update, context, known)


@organisers_only
async def change(update: Update, context: Context) -> None:
    button = action(update, ChangeScheduled)
    known = await _known(update, context, button.announcement)
    if known is None:
        return
    if known.version != button.version or known.state is not State.SCHEDULED:
        await drafts.refuse(update, context, known)
        return
    await _take_back(update, context, known)


async def _take_back(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.begin() as session:
        draft = await announcements.save(session, replace(known, state=State.DRAFT, progress=None))
        if draft is not None:
            await record(session, context, "announcement-taken-back", known.id)
    if draft is None:  # it began at this very moment
        await stop(update, context)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-taken-back")))
    await context.reply(update, await drafts.panel(draft, context))


async def _stop_sending(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.begin() as session:
        stopped = await announcements.save(session, replace(known, state=State.STOPPING))
        if stopped is not None:
            spared = await holds.stop(session, await outbox.ids(session, KIND, known.id), "stopped")
            await record(session, context, "announcement-stopped", known.id, count=spared)
    if stopped is None:
        await stop(update, context)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-stopping", count=spared)))


@organisers_only
async def pause(update: Update, context: Context) -> None:
    known = await _known(update, context, action(update, PauseSending).announcement)
    if known is None:
        return
    if known.state is not State.SENDING:
        await drafts.refuse(update, context, known)
        return
    async with context.services.database.begin() as session:
        paused = await announcements.save(session, replace(known, state=State.PAUSED))
        if paused is not None:
            await holds.pause(session, await outbox.ids(session, KIND, known.id))
            await record(session, context, "announcement-paused", known.id)
    if paused is None:
        await pause(update, context)
    else:
        await _show_progress(update, context, paused)


@organisers_only
async def resume(update: Update, context: Context) -> None:
    known = await _known(update, context, action(update, ResumeSending).announcement)
    if known is None:
        return
    if known.state is not State.PAUSED:
        await drafts.refuse(update, context, known)
        return
    not_before = context.now if known.urgent else context.services.quiet.hold(context.now)
    async with context.services.database.begin() as session:
        counts = await reports.counts(session, KIND, known.id)
        done = counts.targeted - counts.pending
        going = replace(known, state=State.SENDING, started_at=not_before, started_with=done)
        resumed = await announcements.save(session, going)
        if resumed is not None:
            originals = await outbox.ids(session, KIND, known.id)
            await holds.resume(session, originals, not_before)
            await record(session, context, "announcement-resumed", known.id)
    context.services.wake()
    if resumed is None:
        await resume(update, context)
    else:
        await _show_progress(update, context, resumed)


async def _show_progress(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.read() as session:
        counts = asdict(await reports.counts(session, KIND, known.id))
    await pressed(update).answer()
    paused = known.state is State.PAUSED
    await context.show(update, replies.progress(known, counts, context.voice, context.now, paused=paused))


async def _known(update: Update, context: Context, announcement_id: int) -> Announcement | None:
    async with context.services.database.read() as session:
        known = await announcements.one(session, announcement_id)
    if known is None:
        await guards.refuse(update, context, f"announcement {announcement_id}", "announce-stale")
        return None
    return known if await guards.responsible(update, context, known.audience.towns) else None
