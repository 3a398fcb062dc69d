"""An edited message counts while what came of it is open; else whoever edits is told that it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements.amendments import Stage
from domain.announcements.announcements import AnnouncementState
from domain.events.change_rules import ChangeState
from domain.team.tickets import TicketState
from handlers.announcements import amendments, drafts, links, schedule
from handlers.context import Context, chat_id, in_group
from handlers.gate import typed_text
from handlers.residents import escalation
from messages.announcements import draft_panel
from messages.message import Message
from services.announcements import amendments as proposals
from services.events import editing
from services.residents import attendance, mute
from services.team import inbox, invites
from storage.announcements import announcements
from storage.database import Session
from storage.events import event_changes
from storage.people import conversations, mutes
from storage.people.conversations import ChatState, HeardMessage
from storage.team import invites as invitations
from storage.team import tickets

YOUNG = timedelta(minutes=10)
"""A message in a group may call the bot only in its edit; much later that is no question any more."""
_DRAFT = (schedule.TIME, schedule.UNTIL, links.LINK)


async def hear(update: Update, context: Context) -> None:
    message = update.edited_message
    if message is None or (context.role is not None and await drafts.take_edit(update, context, message)):
        return
    text = message.text or message.caption or ""
    entry = next((each for each in context.standing.heard if each.message == message.message_id), None)
    if entry is None:
        if in_group(update) and context.now - message.date < YOUNG:
            await typed_text.text(_as_new(update, message), context)
        return
    if entry.digest == conversations.digest(text):
        return  # Telegram also tells of changes that nobody sees
    if text.startswith("/"):
        await context.reply(update, Message(context.voice.words("edit-is-command")))
    elif entry.expects is None or entry.expects == escalation.PASSED_ON:
        await _answer_again(update, context, message, entry)
    else:
        await _take_again(update, context, message, entry)


def _as_new(update: Update, message: TelegramMessage) -> Update:
    return Update(update.update_id, message=message)


async def _answer_again(update: Update, context: Context, message: TelegramMessage, entry: HeardMessage) -> None:
    context.standing = replace(context.standing, expects=None, subject=None)
    await typed_text.text(_as_new(update, message), context)
    if entry.expects == escalation.PASSED_ON:
        await context.reply(update, Message(context.voice.words("edit-passed-on")))


async def _take_again(update: Update, context: Context, message: TelegramMessage, entry: HeardMessage) -> None:
    """As if it had been typed so at first, where that can still be."""
    async with context.services.database.begin() as session:
        expects, told = await _still(session, context, chat_id(update), entry)
    if told is not None:
        await context.reply(update, told)
    elif expects is not None:
        context.standing = ChatState(expects, entry.subject, context.standing.topic, context.standing.heard)
        again = typed_text.text if message.text else typed_text.take
        await again(_as_new(update, message), context)


async def _still(
    session: Session, context: Context, chat: int, entry: HeardMessage
) -> tuple[str | None, Message | None]:
    """Return what is to be expected again, or what is to be told; neither, where nothing depends on it."""
    kind, standing = (entry.expects or "").split(":")[0], context.standing
    too_late = Message(context.voice.words("edit-too-late"))
    if standing.expects == entry.expects and standing.subject == entry.subject:
        return entry.expects, None
    if kind in _DRAFT or kind == amendments.TEXT:
        return await _of_announcement(session, context, chat, entry, kind)
    if kind == drafts.ALBUM:
        return None, Message(context.voice.words("edit-not-taken"))
    if kind.startswith(editing.EXPECTS):
        change = await event_changes.one(session, entry.subject or 0)
        if change is None or change.state is ChangeState.DROPPED:
            return None, None
        return (entry.expects, None) if change.state is ChangeState.OPEN else (None, too_late)
    if kind == inbox.ANSWER:
        inquiry = await tickets.one(session, entry.subject or 0)
        if inquiry is None or inquiry.state is TicketState.DISMISSED:
            return None, None
        return (entry.expects, None) if inquiry.state is TicketState.OPEN else (None, too_late)
    if kind == invites.NAME:
        invite = await invitations.one(session, entry.subject or 0)
        if invite is None:
            return None, None
        return (None, too_late) if invite.issued else (entry.expects, None)
    if kind == mute.DAY:
        return (entry.expects if await mutes.until(session, chat, context.now) else None), None
    return (entry.expects if kind == attendance.COMMENT else None), None


async def _of_announcement(
    session: Session, context: Context, chat: int, entry: HeardMessage, kind: str
) -> tuple[str | None, Message | None]:
    known = await announcements.one(session, entry.subject or 0)
    if known is None or known.state in (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN):
        return None, None
    again = conversations.at_version(entry.expects or "", known.version)
    if kind != amendments.TEXT:
        return (
            (again, None)
            if known.state is AnnouncementState.DRAFT
            else (None, draft_panel.edited_too_late(known, context.voice))
        )
    repair = await proposals.supersede(session, author=chat, announcement=known.id)
    if repair is None or repair.stage is Stage.DROPPED:
        return None, None
    if repair.stage is not Stage.PROPOSED:
        return None, draft_panel.edited_too_late(known, context.voice)
    return again, None
