"""Choose the language in which the bot speaks to a chat."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action, chat_id, pressed
from messages.actions.residents.language import ChooseLanguage
from messages.residents import privacy_texts
from services.residents import privacy


async def languages(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, privacy_texts.languages(context.services.catalog, context.voice))


async def choose_language(update: Update, context: Context) -> None:
    language, chat = action(update, ChooseLanguage).language, chat_id(update)
    result = await privacy.choose_language(context.environment, chat=chat, language=language)
    await pressed(update).answer()
    if context.organises is not None:
        await context.services.show_menu(chat)
    await context.show(update, privacy_texts.language_chosen(context.voice_in(result.value)))
