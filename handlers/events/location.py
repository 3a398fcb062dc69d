"""Answer a shared location with the nearest meeting; the location is not kept."""

from __future__ import annotations

from telegram import Update

from domain.events.distance import nearest
from domain.programmes import Coordinates
from handlers.context import Context
from messages.events import location_texts
from storage.events import events


async def answer(update: Update, context: Context) -> None:
    shared = update.message.location if update.message else None
    if shared is None:
        return
    here = Coordinates(latitude=shared.latitude, longitude=shared.longitude)
    async with context.services.database.read() as session:
        ahead = [event for event in await events.every(session) if event.ahead(context.now)]
    found = nearest(ahead, context.services.programme, here)
    await context.reply(update, location_texts.where(found, ahead, context.voice))
