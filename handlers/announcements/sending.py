"""From the confirmation on: stop, pause, go on. What goes out is the scheduler's work."""

from __future__ import annotations

import logging
from dataclasses import asdict, replace
from datetime import timedelta

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements.announcements import UNDER_WAY, Announcement, AnnouncementState
from domain.delivery import MessageKind, SkipReason
from handlers.announcements import approvals, common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import ConfirmDraft
from messages.actions.announcements.sending import ChangeScheduled, PauseSending, ResumeSending, StopSending
from messages.announcements import sending_texts
from messages.message import Message
from storage.announcements import announcements, audiences, reports
from storage.outbox import control, queue

log = logging.getLogger(__name__)

NO_RETURN = timedelta(milliseconds=500)
"""So shortly before the first message, stopping means to stop what follows it."""


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    known = await common.current(update, context, action(update, ConfirmDraft))
    if known is None:
        return
    if any(sending_texts.too_long(content) for content in known.versions.values()):
        await pressed(update).answer()
        await common.show_content(update, context, known)  # which says what is too long
        return
    start = known.start(context.now, context.services.quiet)
    async with context.services.database.read() as session:
        count = await audiences.recipients(session, known, start)
    message = pressed(update).message
    progress = message.message_id if isinstance(message, TelegramMessage) else None
    confirmed = replace(known, confirmed_by=chat_id(update), approved_by=None, people=count, progress=progress)
    if approvals.needed(count, context):
        await approvals.ask(update, context, replace(confirmed, state=AnnouncementState.APPROVAL), count)
        return
    async with context.services.database.begin() as session:
        scheduled = await announcements.save(
            session, replace(confirmed, state=AnnouncementState.SCHEDULED, due_at=start)
        )
        if scheduled is not None:
            await common.ask_no_more(session, update, context, scheduled)
            await common.record(session, context, "announcement-confirmed", known, count=count)
    if scheduled is None:
        await common.refuse(update, context, None)
    else:
        await common.show_scheduled(update, context, scheduled, count)


@organisers_only
async def stop(update: Update, context: Context) -> None:
    """Before the first message: back to a draft. After it: nothing more goes out."""
    known = await common.found(update, context, action(update, StopSending).announcement)
    if known is None:
        return
    if known.state in (AnnouncementState.SCHEDULED, AnnouncementState.APPROVAL) or _held(known, context):
        await _take_back(update, context, known)
    elif known.state in UNDER_WAY:
        await _stop_sending(update, context, known)
    else:
        await common.refuse(update, context, known)


def _held(known: Announcement, context: Context) -> bool:
    """Its rows are there, but none may leave yet."""
    began = known.started_at
    return known.state in UNDER_WAY and began is not None and began - context.now > NO_RETURN


@organisers_only
async def change(update: Update, context: Context) -> None:
    button = action(update, ChangeScheduled)
    known = await common.found(update, context, button.announcement)
    if known is None:
        return
    if known.version != button.version or known.state is not AnnouncementState.SCHEDULED:
        await common.refuse(update, context, known)
        return
    await _take_back(update, context, known)


async def _take_back(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.begin() as session:
        draft = await announcements.save(session, known.taken_back(context.now))
        if draft is not None:
            await queue.discard(session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id))
            await common.record(session, context, "announcement-taken-back", known)
    if draft is None:  # it began at this very moment
        await stop(update, context)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-taken-back")))
    await context.reply(update, await common.panel(draft, context))


async def _stop_sending(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.begin() as session:
        stopped = await announcements.save(session, replace(known, state=AnnouncementState.STOPPING))
        if stopped is not None:
            spared = await control.stop(
                session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id), SkipReason.STOPPED
            )
            await common.record(session, context, "announcement-stopped", known, count=spared)
    if stopped is None:
        await stop(update, context)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-stopping", count=spared)))


@organisers_only
async def pause(update: Update, context: Context) -> None:
    known = await common.found(update, context, action(update, PauseSending).announcement)
    if known is None:
        return
    if known.state is not AnnouncementState.SENDING:
        await _as_it_is(update, context, known)
        return
    async with context.services.database.begin() as session:
        paused = await announcements.save(session, replace(known, state=AnnouncementState.PAUSED))
        if paused is not None:
            await control.pause(session, await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id))
            await common.record(session, context, "announcement-paused", known)
    if paused is None:
        await pause(update, context)
    else:
        await pressed(update).answer()
        await show_progress(update, context, paused)


@organisers_only
async def resume(update: Update, context: Context) -> None:
    known = await common.found(update, context, action(update, ResumeSending).announcement)
    if known is None:
        return
    if known.state is not AnnouncementState.PAUSED:
        await _as_it_is(update, context, known)
        return
    now = max(context.now, known.started_at or context.now)
    not_before = now if known.urgent else context.services.quiet.hold(now)
    async with context.services.database.begin() as session:
        resumed = await announcements.save(session, replace(known, state=AnnouncementState.SENDING))
        if resumed is not None:
            originals = await queue.ids(session, MessageKind.ANNOUNCEMENT, known.id)
            await control.resume(session, originals, not_before)
            await common.record(session, context, "announcement-resumed", known)
    context.services.wake()
    if resumed is None:
        await resume(update, context)
    else:
        await pressed(update).answer()
        await show_progress(update, context, resumed)


async def _as_it_is(update: Update, context: Context, known: Announcement) -> None:
    """Show the announcement as it is: a pause came too late, or Telegram did not let us show it when it was done."""
    if known.state in (AnnouncementState.SENDING, AnnouncementState.PAUSED):
        await pressed(update).answer()
        await show_progress(update, context, known)
    else:
        await common.refuse(update, context, known)


async def show_progress(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.read() as session:
        counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
        speed = await reports.speed(session, MessageKind.ANNOUNCEMENT, known.id, context.now)
    await context.show(update, sending_texts.progress(known, asdict(counts), speed.rate, speed.left, context.voice))
