"""The report of an announcement, once more for the failed, and the numbers as a file."""

from __future__ import annotations

from dataclasses import asdict, replace

from telegram import Update

from domain.announcements.announcements import OVER, AnnouncementState
from domain.delivery import MessageKind
from handlers.announcements import common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.sending import CountsFile, RetryFailed
from messages.announcements import sending_texts
from messages.message import Message
from storage.announcements import announcements, reports
from storage.outbox import control, queue


@organisers_only
async def retry(update: Update, context: Context) -> None:
    """Try the failed messages once more; they are reported again."""
    button = action(update, RetryFailed)
    over = await common.found(update, context, button.announcement)
    if over is None:
        return
    if over.state not in OVER or over.version != button.version:
        await common.refuse(update, context, over)
        return
    not_before = context.now if over.urgent else context.services.quiet.hold(context.now)
    async with context.services.database.begin() as session:
        going = replace(over, state=AnnouncementState.SENDING, started_at=not_before)
        again = await announcements.save(session, going)
        if again is not None:
            originals = await queue.ids(session, MessageKind.ANNOUNCEMENT, over.id)
            count = await control.retry(session, originals, not_before)
            await common.record(session, context, "announcement-retried", over, count=count)
    if again is None:
        await common.refuse(update, context, None)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.reply(update, Message(context.voice.words("announce-retrying", count=count)))


@organisers_only
async def counts_file(update: Update, context: Context) -> None:
    over = await common.found(update, context, action(update, CountsFile).announcement)
    if over is None:
        return
    async with context.services.database.read() as session:
        by_language = await reports.by_language(session, MessageKind.ANNOUNCEMENT, over.id)
    rows = {language: asdict(counts) for language, counts in by_language.items()}
    await pressed(update).answer()
    name = f"{context.voice.words.plain('counts-file')}-{over.id}.csv"
    document = sending_texts.counts_file(rows, context.voice)
    await context.bot.send_document(chat_id(update), document, filename=name)
