"""Route typed text to the pending prompt; without one it is a question."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from handlers.announcements import amendments, drafts, links, schedule
from handlers.context import Context, action, chat_id, pressed
from handlers.events import edit_input, location
from handlers.gate import finding, not_understood
from handlers.gate.permissions import Handler
from handlers.residents import attendance, mute, questions, spoken
from handlers.team import inbox, invites
from messages.actions.prompts import StopWaiting
from messages.message import Message
from services.events.editing import EXPECTS
from services.residents.attendance import COMMENT
from services.residents.mute import DAY
from services.team.inbox import ANSWER
from services.team.invites import NAME
from storage.people import conversations
from storage.people.conversations import HeardMessage

_TAKERS: dict[str, Handler] = {
    drafts.CONTENT: drafts.take_content,
    drafts.ALBUM: drafts.take_part,
    schedule.TIME: schedule.take_time,
    schedule.UNTIL: schedule.take_until,
    links.LINK: links.take_link,
    amendments.TEXT: amendments.take_text,
    COMMENT: attendance.take_comment,
    ANSWER: inbox.take_answer,
    NAME: invites.take_name,
    DAY: mute.take_day,
    finding.FIND: finding.take,
    **{EXPECTS + name: edit_input.take_when for name in ("day", "hours", "when")},
    **{EXPECTS + name: edit_input.take_place for name in ("newvenue", "address")},
    EXPECTS + "note": edit_input.take_note,
}

_WRITTEN_FOR_OTHERS = {drafts.CONTENT, drafts.ALBUM, amendments.TEXT, ANSWER, EXPECTS + "note"}
"""Organisers' words, which may speak of danger."""


async def text(update: Update, context: Context) -> None:
    inquiry = inbox.replied_to(update, context)
    if inquiry is not None:
        context.standing = replace(context.standing, expects=ANSWER, subject=inquiry)
    awaited = context.standing.awaited
    if awaited not in _TAKERS:
        await questions.ask(update, context)
    elif awaited in _WRITTEN_FOR_OTHERS or not await questions.answer_cry(update, context):
        await take(update, context)


async def take(update: Update, context: Context) -> None:
    """Take what was asked for, and remember of which message it is: its edit counts too."""
    message, standing = update.message, context.standing
    await _TAKERS[standing.awaited](update, context)
    if message is None:
        return
    digest = conversations.digest(message.text or message.caption or "")
    heard = HeardMessage(message.message_id, digest, standing.expects, standing.subject)
    async with context.services.database.begin() as session:
        known = conversations.with_heard(standing.heard, heard)
        await conversations.hear(session, chat_id(update), known, context.now)


async def stop_waiting(update: Update, context: Context) -> None:
    """Drop the pending prompt."""
    if context.standing.awaited == action(update, StopWaiting).expects:
        async with context.services.database.begin() as session:
            await conversations.expect(session, chat_id(update), None, None, context.now)
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("never-mind")))


async def not_text(update: Update, context: Context) -> None:
    """Take a message that is not text: content of a draft, a location, a caption, a voice, or else a kind word."""
    message = update.message
    if context.standing.awaited in (drafts.CONTENT, drafts.ALBUM):
        await take(update, context)
    elif context.organises is not None and message is not None and message.media_group_id is not None:
        await drafts.take_late_part(update, context)
    elif message is not None and message.location is not None:
        await location.answer(update, context)
    elif message is not None and context.said(message):
        await questions.ask(update, context)  # below a photo
    elif spoken.heard_here(update, context) and context.standing.awaited not in _WRITTEN_FOR_OTHERS:
        await _spoken(update, context)
    else:
        await not_understood.not_text(update, context)


async def _spoken(update: Update, context: Context) -> None:
    """Answer a voice message; where something is to be typed, only a cry for help."""
    if not await spoken.listen(update, context):
        return
    if context.standing.awaited not in _TAKERS:
        await questions.ask(update, context)
    elif not await questions.answer_cry(update, context):
        await not_understood.not_text(update, context)
