"""What became of an announcement: its report, once more for the failed, and the numbers as a file."""

from __future__ import annotations

from dataclasses import asdict, replace

from telegram import Update

from domain.announcements import OVER, State
from handlers import desk
from handlers.announcements import KIND
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import announcements as replies
from messages.actions.announcements import CountsFile, RetryFailed
from messages.message import Message
from storage import announcements, holds, outbox, reports


@organisers_only
async def retry(update: Update, context: Context) -> None:
    """What failed is tried once more, and reported again."""
    button = action(update, RetryFailed)
    over = await desk.found(update, context, button.announcement)
    if over is None:
        return
    if over.state not in OVER or over.version != button.version:
        await desk.refuse(update, context, over)
        return
    not_before = context.now if over.urgent else context.services.quiet.hold(context.now)
    async with context.services.database.begin() as session:
        going = replace(over, state=State.SENDING, started_at=not_before)
        again = await announcements.save(session, going)
        if again is not None:
            originals = await outbox.ids(session, KIND, over.id)
            count = await holds.retry(session, originals, not_before)
            await desk.record(session, context, "announcement-retried", over, count=count)
    if again is None:
        await desk.refuse(update, context, None)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.reply(update, Message(context.voice.words("announce-retrying", count=count)))


@organisers_only
async def counts_file(update: Update, context: Context) -> None:
    over = await desk.found(update, context, action(update, CountsFile).announcement)
    if over is None:
        return
    async with context.services.database.read() as session:
        by_language = await reports.by_language(session, KIND, over.id)
    rows = {language: asdict(counts) for language, counts in by_language.items()}
    await pressed(update).answer()
    name = f"{context.voice.words.plain('counts-file')}-{over.id}.csv"
    document = replies.counts_file(rows, context.voice)
    await context.bot.send_document(chat_id(update), document, filename=name)
