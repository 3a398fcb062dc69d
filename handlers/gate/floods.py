"""Flood control: warn a sender once, then drop their updates until their allowance refills."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from domain.residents.allowance import FloodVerdict
from handlers.context import Context
from messages.message import Message
from storage.people import residents

log = logging.getLogger(__name__)


async def check(update: Update, context: Context) -> None:
    """Check the allowance before anything is looked up: a flood must not reach the database."""
    sender = update.effective_user or update.effective_chat
    if sender is None:
        return
    verdict = context.services.floods.ask(sender.id, context.now)
    if verdict is FloodVerdict.GRANTED:
        return
    if verdict is FloodVerdict.USED_UP:
        log.warning("%s sends too much at once: unheard for a while", sender.id)
        await _tell(update, context)
    raise ApplicationHandlerStop


async def _tell(update: Update, context: Context) -> None:
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        return
    async with context.services.database.read() as session:
        language = await residents.language(session, chat.id)
    voice = context.services.voice(language or context.services.catalog.default)
    if update.callback_query is not None:
        await context.answer(update, voice.words.plain("flood"), alert=True)
    else:
        await context.reply(update, Message(voice.words("flood")))
