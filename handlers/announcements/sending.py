"""The buttons from the confirmation on: stop, pause, go on."""

from __future__ import annotations

from dataclasses import asdict

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements.announcements import Announcement, AnnouncementState
from handlers.announcements import common
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import ConfirmDraft
from messages.actions.announcements.sending import ChangeScheduled, PauseSending, ResumeSending, StopSending
from messages.announcements import approval_texts, sending_texts
from messages.message import Message
from services.announcements import reading, sending
from services.announcements.sending import TooLong
from services.results import Done, NeedsApproval


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    message = pressed(update).message
    progress = message.message_id if isinstance(message, TelegramMessage) else None
    result = await sending.confirm(
        context.environment, **common.versioned(context, action(update, ConfirmDraft)), progress=progress
    )
    match result:
        case Done():
            await common.show_scheduled(update, context, result)
        case NeedsApproval():
            await _show_waiting(update, context, result)
        case TooLong():
            await pressed(update).answer()
            await common.show_content(update, context, result.value)  # which says what is too long
        case _:
            await common.decline(update, context, result)


async def _show_waiting(update: Update, context: Context, result: NeedsApproval[Announcement]) -> None:
    if not result.asked:
        words = context.voice.words.plain("approval-nobody", above=context.services.approval_above)
        await context.answer(update, words, alert=True)
        return
    await pressed(update).answer()
    await context.show(update, approval_texts.waiting(result.value, result.count, context.voice))


@organisers_only
async def stop(update: Update, context: Context) -> None:
    button = action(update, StopSending)
    result = await sending.stop(
        context.environment, who=context.organiser, announcement=button.announcement, now=context.now
    )
    if not isinstance(result, Done):
        await common.decline(update, context, result)
    elif result.value.state is AnnouncementState.DRAFT:
        await _show_taken_back(update, context, result.value)
    else:
        await pressed(update).answer()
        await context.show(update, Message(context.voice.words("announce-stopping", count=result.count)))


@organisers_only
async def change(update: Update, context: Context) -> None:
    result = await sending.take_back(context.environment, **common.versioned(context, action(update, ChangeScheduled)))
    if isinstance(result, Done):
        await _show_taken_back(update, context, result.value)
    else:
        await common.decline(update, context, result)


async def _show_taken_back(update: Update, context: Context, draft: Announcement) -> None:
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-taken-back")))
    await context.reply(update, await common.panel(draft, context))


@organisers_only
async def pause(update: Update, context: Context) -> None:
    button = action(update, PauseSending)
    result = await sending.pause(
        context.environment, who=context.organiser, announcement=button.announcement, now=context.now
    )
    await _show_sending(update, context, result)


@organisers_only
async def resume(update: Update, context: Context) -> None:
    button = action(update, ResumeSending)
    result = await sending.resume(
        context.environment, who=context.organiser, announcement=button.announcement, now=context.now
    )
    await _show_sending(update, context, result)


async def _show_sending(update: Update, context: Context, result: sending.Changed) -> None:
    """Show how it goes, also if a pause came too late, or Telegram did not let us show it when it was done."""
    known = result.value if isinstance(result, Done) else getattr(result, "now", None)
    if known is not None and known.state in (AnnouncementState.SENDING, AnnouncementState.PAUSED):
        await pressed(update).answer()
        await show_progress(update, context, known)
    elif not isinstance(result, Done):
        await common.decline(update, context, result)


async def show_progress(update: Update, context: Context, known: Announcement) -> None:
    now = await reading.progress(context.environment, known, context.now)
    shown = sending_texts.progress(known, asdict(now.counts), now.speed.rate, now.speed.left, context.voice)
    await context.show(update, shown)
