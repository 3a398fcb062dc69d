"""Free text goes to what the chat is expected to say; otherwise it is a question."""

from __future__ import annotations

from telegram import Update

from handlers import announcements, inbox, invites, questions, start
from handlers.context import Context
from handlers.guards import Handler
from messages.message import Message

_TAKERS: dict[str, Handler] = {
    announcements.TEXT: announcements.take_text,
    announcements.TIME: announcements.take_time,
    inbox.ANSWER: inbox.take_answer,
    invites.NAME: invites.take_name,
}


async def text(update: Update, context: Context) -> None:
    taker = _TAKERS.get(context.standing.expects or "")
    if taker is not None:
        await taker(update, context)
    else:
        await questions.ask(update, context)


async def not_text(update: Update, context: Context) -> None:
    """A photo where the words of an announcement are awaited, or anything else that is not text."""
    if context.standing.expects == announcements.TEXT:
        await context.reply(update, Message(context.voice.words("announce-only-text")))
    else:
        await start.not_text(update, context)
