"""The language one is spoken to in."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action, chat_id, pressed
from messages.actions.residents.language import ChooseLanguage
from messages.residents import privacy_texts
from storage.people import residents


async def languages(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, privacy_texts.languages(context.services.catalog, context.voice))


async def choose_language(update: Update, context: Context) -> None:
    await pressed(update).answer()
    language = context.services.catalog.language(action(update, ChooseLanguage).language)
    async with context.services.database.begin() as session:
        await residents.choose_language(session, chat_id(update), language)
    if context.organises is not None:
        await context.services.show_menu(chat_id(update))
    await context.show(update, privacy_texts.language_chosen(context.voice_in(language)))
