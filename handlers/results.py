"""Show the results of acts: done is answered in silence, everything else with the reason."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, TypeVar

from telegram import Update

from handlers.context import Context, chat_id, pressed
from messages.message import Message
from services.results import Done, Refusal, Refused, Stale

log = logging.getLogger(__name__)

T = TypeVar("T")
_REASONS = {Refusal.NOT_YOUR_AREA: "not-your-area"}


async def acknowledged(
    update: Update,
    context: Context,
    result: Done[T] | Stale[Any] | Refused,
    *,
    stale: str = "old-button",
    refused: Mapping[Refusal, str] = _REASONS,
) -> Done[T] | None:
    """Return what was done, the pressed button answered; None after telling why nothing was.

    `stale` and `refused` are the ids of the sentences that tell it.
    """
    if isinstance(result, Done):
        if update.callback_query is not None:
            await pressed(update).answer()
        return result
    if isinstance(result, Refused):
        log.warning("refused to %s: %s", chat_id(update), result.why)
    await tell(update, context, stale if isinstance(result, Stale) else _reason(result, refused))
    return None


def _reason(result: Refused, refused: Mapping[Refusal, str]) -> str:
    return refused.get(result.why) or _REASONS.get(result.why) or "not-organiser"


async def tell(update: Update, context: Context, key: str) -> None:
    """Say why nothing was done: in an alert where a button was pressed."""
    if update.callback_query is not None:
        await context.answer(update, context.voice.words.plain(key), alert=True)
    else:
        await context.reply(update, Message(context.voice.words(key)))
