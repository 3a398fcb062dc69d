"""Handle errors that nobody foresaw: log them first, then apologise to the person."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ApplicationHandlerStop

from delivery.outcome import classify
from handlers.context import Context, in_group, topic
from storage.outbox.deliveries import Unavailable
from storage.people import residents

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Log the error and apologise; nothing else is done with the update: what the gate knows may be missing."""
    await _tell(update, context)
    raise ApplicationHandlerStop


async def _tell(update: object, context: Context) -> None:
    error = context.error
    if isinstance(error, Forbidden):
        return  # blocked while we answered; the my_chat_member update says so too
    update_id = update.update_id if isinstance(update, Update) else None
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        log.warning("update %s could not be answered: %s", update_id, error)
        return
    group = isinstance(update, Update) and in_group(update)
    if group and isinstance(error, BadRequest) and classify(error).muted:
        log.warning("update %s could not be answered there: %s", update_id, error)
        return
    log.error("update %s could not be handled", update_id, exc_info=error)
    if isinstance(update, Update) and update.effective_chat is not None:
        await _apologise(update, update.effective_chat.id, context)


async def _apologise(update: Update, chat_id: int, context: Context) -> None:
    catalog, user = context.services.catalog, update.effective_user
    language = await _language(chat_id, context) or catalog.language(user.language_code if user else None)
    apology = catalog.words(language).plain("something-went-wrong")
    try:
        await context.bot.send_message(chat_id, apology, **topic(update))
    except TelegramError as error:
        log.warning("nor could an apology be sent: %s", error)


async def _language(chat_id: int, context: Context) -> str | None:
    try:
        async with context.services.database.read() as session:
            return await residents.language(session, chat_id)
    except Unavailable:  # perhaps the very error that is apologised for
        return None
