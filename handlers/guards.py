"""Who may do what."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update

from domain.organisers import Role
from handlers.context import Context
from messages.message import Message

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def _only(*roles: Role) -> Callable[[Handler], Handler]:
    """Others are told so, kindly; a pressed button is answered in an alert."""

    def guard(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(update: Update, context: Context) -> None:
            if context.organises is not None and context.organises.role in roles:
                await handler(update, context)
            elif update.callback_query is not None:
                words = context.voice.words.plain("not-organiser")
                await update.callback_query.answer(words, show_alert=True)
            else:
                await context.reply(update, Message(context.voice.words("not-organiser")))

        return guarded

    return guard


owners_only = _only(Role.OWNER)
organisers_only = _only(Role.OWNER, Role.ORGANISER)
helpers_only = _only(Role.OWNER, Role.ORGANISER, Role.HELPER)
