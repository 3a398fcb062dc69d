"""Answer what cannot be understood: other commands, what is no text, buttons that are there no longer."""

from __future__ import annotations

import logging

from telegram import Update

from domain.residents.allowance import FloodVerdict
from handlers.context import Context, chat_id, pressed
from messages.events import event_cards
from messages.residents import help_texts
from storage.events import events

log = logging.getLogger(__name__)


async def unknown_command(update: Update, context: Context) -> None:
    await context.reply(update, help_texts.unknown_command(context.role, context.voice))


async def not_text(update: Update, context: Context) -> None:
    """Say once in a while that only text is understood: an album is ten messages."""
    if context.services.hints.ask(chat_id(update), context.now) is FloodVerdict.GRANTED:
        message = update.message
        spoken = message is not None and bool(message.voice or message.audio or message.video_note)
        hears = context.services.listener is not None
        await context.reply(update, help_texts.only_text(context.voice, spoken=spoken, hears=hears))


async def old_button(update: Update, context: Context) -> None:
    """Show the current list for a button of an older version, or a forged one."""
    log.info("%s pressed a button that is not there any more, or never was", chat_id(update))
    await pressed(update).answer()
    async with context.services.database.read() as session:
        every = await events.every(session)
    lead_in = context.voice.words("old-button")
    await context.reply(update, event_cards.listing(every, context.voice, context.now, lead_in))
