"""Guard handlers by role and area."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Coroutine
from functools import wraps
from typing import Any

from telegram import Update

from domain.team.organisers import Role
from handlers.context import Context, chat_id
from messages.message import Message

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def _only(least: Role) -> Callable[[Handler], Handler]:
    """Return the handler behind a guard: others are told kindly, on a pressed button in an alert."""

    def guard(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(update: Update, context: Context) -> None:
            if context.role is not None and context.role.may(least):
                await handler(update, context)
            else:
                key = "not-owner" if context.role and least is Role.OWNER else "not-organiser"
                await refuse(update, context, handler.__name__, key)

        return guarded

    return guard


owners_only = _only(Role.OWNER)
organisers_only = _only(Role.ORGANISER)
helpers_only = _only(Role.HELPER)


def responsible(context: Context, areas: Collection[str]) -> bool:
    """Return whether the organiser may act for all of `areas`; none stand for everyone."""
    return context.organises is not None and context.organises.responsible(areas)


async def allowed(update: Update, context: Context, areas: Collection[str]) -> bool:
    """Return the same, and tell who may not."""
    if responsible(context, areas):
        return True
    await refuse(update, context, "another area", "not-your-area")
    return False


async def refuse(update: Update, context: Context, what: str, key: str) -> None:
    """Tell why, and log it: nobody comes this far by the buttons in sight."""
    log.warning("refused to %s: %s", chat_id(update), what)
    if update.callback_query is not None:
        await context.answer(update, context.voice.words.plain(key), alert=True)
    else:
        await context.reply(update, Message(context.voice.words(key)))
