"""Handle errors that nobody foresaw: log them first, then apologise to the person."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from delivery.outcome import classify
from handlers.context import Context

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    error = context.error
    if isinstance(error, Forbidden):
        return  # blocked while we answered; the my_chat_member update says so too
    update_id = update.update_id if isinstance(update, Update) else None
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        log.warning("update %s could not be answered: %s", update_id, error)
        return
    if isinstance(error, BadRequest) and classify(error).muted:
        log.warning("update %s could not be answered there: %s", update_id, error)
        return
    log.error("update %s could not be handled", update_id, exc_info=error)
    if isinstance(update, Update) and update.effective_chat is not None:
        await _apologise(update.effective_chat.id, context)


async def _apologise(chat_id: int, context: Context) -> None:
    catalog = context.services.catalog
    voice = getattr(context, "voice", None)
    words = voice.words if voice else catalog.words(catalog.default)
    try:
        await context.bot.send_message(chat_id, words.plain("something-went-wrong"))
    except TelegramError as error:
        log.warning("nor could an apology be sent: %s", error)
