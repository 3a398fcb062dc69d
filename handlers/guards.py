"""Who may do what."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update

from handlers.context import Context
from messages.message import Message

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def organisers_only(handler: Handler) -> Handler:
    """Others are told so, kindly; a pressed button is answered in an alert."""

    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        if context.organiser(update):
            await handler(update, context)
        elif update.callback_query is not None:
            await update.callback_query.answer(context.voice.words.plain("not-organiser"), show_alert=True)
        else:
            await context.reply(update, Message(context.voice.words("not-organiser")))

    return guarded
