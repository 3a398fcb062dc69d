"""Take a short text, such as a day or an hour, and refuse a long one."""

from __future__ import annotations

from datetime import time

from telegram import Update

from domain.calendar import at
from domain.spoken.grammar import LONGEST
from domain.spoken.moments import day_of_another_weekday
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


def unreadable(key: str, text: str, context: Context) -> Message:
    """Tell that a time was not understood, or which part of it contradicts another: "Friday 23", a Saturday."""
    voice, zone = context.voice, context.services.programme.zone
    day = day_of_another_weekday(text, voice.language, context.now.astimezone(zone).date())
    if day is not None:
        return Message(voice.words("weekday-contradicts", text=text[:80], day=voice.day(at(day, time(0), zone))))
    return Message(voice.words(key, text=text[:80]))
