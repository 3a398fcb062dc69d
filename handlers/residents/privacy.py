"""Show, export and erase personal data."""

from __future__ import annotations

import json

from telegram import Update

from handlers.context import Context, chat_id, in_group, pressed, topic
from messages.residents import privacy_texts
from services.residents import privacy


async def policy(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    group, days = in_group(update), context.services.sunset_days
    hears, organiser = context.services.listener is not None, _organises(update, context)
    reply = privacy_texts.privacy(context.voice, days, group=group, organiser=organiser, hears=hears)
    await context.show(update, reply)


async def export(update: Update, context: Context) -> None:
    await pressed(update).answer()
    data = (await privacy.export(context.environment, chat=chat_id(update))).value
    document = json.dumps(data, ensure_ascii=False, indent=2).encode()
    caption = context.voice.words.plain("export-caption")
    rest = {"filename": "campanile.json", "caption": caption} | topic(update)
    await context.bot.send_document(chat_id(update), document, **rest)


async def ask_erase(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await context.show(update, privacy_texts.erase_question(context.voice, organiser=_organises(update, context)))


async def erase(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await privacy.erase(context.environment, chat=chat_id(update))
    await context.show(update, privacy_texts.erased(context.voice, organiser=_organises(update, context)))


def _organises(update: Update, context: Context) -> bool:
    """Return True if an organiser's own data is meant; a group does not organise."""
    return context.organises is not None and not in_group(update)
