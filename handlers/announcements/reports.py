"""The report of an announcement, once more for the failed, and the numbers as a file."""

from __future__ import annotations

from dataclasses import asdict

from telegram import Update

from domain.delivery import MessageKind
from handlers.announcements import common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.sending import CountsFile, RetryFailed
from messages.announcements import sending_texts
from messages.message import Message
from services.announcements import sending
from services.results import Done
from storage.announcements import reports


@organisers_only
async def retry(update: Update, context: Context) -> None:
    result = await sending.retry(context.environment, **common.versioned(context, action(update, RetryFailed)))
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.reply(update, Message(context.voice.words("announce-retrying", count=result.count)))
    else:
        await common.decline(update, context, result)


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
