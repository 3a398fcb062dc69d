"""A short text that was typed for something that reads it: a day, an hour."""

from __future__ import annotations

from telegram import Update

from domain.spoken.grammar import LONGEST
from handlers.context import Context
from messages.message import Message


async def short(update: Update, context: Context) -> str | None:
    """Return what was typed; None, and the person told, when it is too long to be read."""
    text = (update.message.text if update.message else None) or ""
    if len(text) <= LONGEST:
        return text
    slots = {"length": len(text), "limit": LONGEST}
    await context.reply(update, Message(context.voice.words("edit-too-long", **slots)))
    return None
