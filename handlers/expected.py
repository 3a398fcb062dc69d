"""Free text goes to what the chat is expected to say; otherwise it is a question."""

from __future__ import annotations

from telegram import Update

from handlers import (
    attendance,
    changes,
    drafts,
    inbox,
    invites,
    links,
    location,
    questions,
    repairs,
    silence,
    start,
    timing,
    wishes,
)
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import Handler
from messages.actions.prompts import StopWaiting
from messages.message import Message
from storage import conversations

_TAKERS: dict[str, Handler] = {
    drafts.CONTENT: drafts.take_content,
    drafts.ALBUM: drafts.take_part,
    timing.TIME: timing.take_time,
    timing.UNTIL: timing.take_until,
    links.LINK: links.take_link,
    repairs.TEXT: repairs.take_text,
    attendance.COMMENT: attendance.take_comment,
    inbox.ANSWER: inbox.take_answer,
    invites.NAME: invites.take_name,
    silence.DAY: silence.take_day,
    **{changes.EXPECTS + name: wishes.take_when for name in ("day", "hours", "when")},
    **{changes.EXPECTS + name: wishes.take_place for name in ("newvenue", "address")},
    changes.EXPECTS + "note": wishes.take_note,
}

_WRITTEN_FOR_OTHERS = {drafts.CONTENT, repairs.TEXT, inbox.ANSWER, changes.EXPECTS + "note"}
"""Organisers' words, which may speak of danger."""


async def text(update: Update, context: Context) -> None:
    if inbox.replied_to(update, context) is not None:
        await inbox.take_answer(update, context)
        return
    awaited = context.standing.awaited
    taker = _TAKERS.get(awaited)
    if taker is None:
        await questions.ask(update, context)
    elif awaited in _WRITTEN_FOR_OTHERS or not await questions.answer_cry(update, context):
        await taker(update, context)


async def stop_waiting(update: Update, context: Context) -> None:
    """The way out of a question that would be answered by typing."""
    if context.standing.awaited == action(update, StopWaiting).expects:
        async with context.services.database.begin() as session:
            await conversations.expect(session, chat_id(update), None, None, context.now)
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("never-mind")))


async def not_text(update: Update, context: Context) -> None:
    """A photo or a place, where what is to be announced is awaited; or anything else that is not text."""
    message = update.message
    if context.standing.awaited in (drafts.CONTENT, drafts.ALBUM):
        await _TAKERS[context.standing.awaited](update, context)
    elif context.organises is not None and message is not None and message.media_group_id is not None:
        await drafts.take_late_part(update, context)
    elif update.message is not None and update.message.location is not None:
        await location.answer(update, context)
    else:
        await start.not_text(update, context)
