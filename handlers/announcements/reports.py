"""The report of an announcement, once more for the failed, and the numbers as a file."""

from __future__ import annotations

from dataclasses import asdict

from telegram import Update

from handlers.announcements import common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.sending import CountsFile, RetryFailed
from messages.announcements import sending_texts
from messages.message import Message
from services.announcements import reading, sending
from services.results import Done, Refused


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
    announcement = action(update, CountsFile).announcement
    found = await reading.counts_by_language(context.environment, who=context.organiser, announcement=announcement)
    if isinstance(found, Refused):
        await common.decline(update, context, found)
        return
    rows = {language: asdict(counts) for language, counts in found.items()}
    await pressed(update).answer()
    name = f"{context.voice.words.plain('counts-file')}-{announcement}.csv"
    await context.bot.send_document(chat_id(update), sending_texts.counts_file(rows, context.voice), filename=name)
