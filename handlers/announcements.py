"""Announcements, from the first word to the confirmation. What goes out is the scheduler's work."""

from __future__ import annotations

import logging
from datetime import datetime

from telegram import Update

from domain.announcements import Announcement, State
from domain.spoken_time import understand
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import announcements as replies
from messages.actions.announcements import (
    CancelAnnouncement,
    ChooseTime,
    ConfirmAnnouncement,
    EditText,
    SendNow,
    ToggleTown,
)
from messages.message import Message
from storage import announcements, conversations, subscriptions

log = logging.getLogger(__name__)

TEXT = "announcement_text"
TIME = "announcement_time"

Versioned = ToggleTown | ChooseTime | SendNow | EditText | ConfirmAnnouncement | CancelAnnouncement


@organisers_only
async def begin(update: Update, context: Context) -> None:
    await _expect(update, context, TEXT, None)
    await context.reply(update, Message(context.voice.words("announce-ask-text")))


@organisers_only
async def take_text(update: Update, context: Context) -> None:
    """The text of a new announcement, or a new text for a draft."""
    message = update.message
    if message is None:
        return
    announcement = await _keep_text(update, context, {context.voice.language: message.text_html})
    await context.reply(update, Message(context.voice.words("announce-preview")))
    await context.reply(update, replies.delivered(announcement, context.voice.language))
    await context.reply(update, await _panel(announcement, context))


async def _keep_text(update: Update, context: Context, versions: dict[str, str]) -> Announcement:
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        known = await announcements.one(session, context.standing.subject or 0)
        changed = await announcements.set_text(session, known, versions) if known else None
        return changed or await announcements.draft(session, chat_id(update), versions, (), context.now)


@organisers_only
async def toggle_town(update: Update, context: Context) -> None:
    pressed_button = action(update, ToggleTown)
    known = await _current(update, context, pressed_button)
    if known is None:
        return
    town = pressed_button.town
    towns = [each for each in known.towns if each != town] if town in known.towns else [*known.towns, town]
    async with context.services.database.begin() as session:
        changed = await announcements.set_towns(session, known, towns if town else [])
    await _show(update, context, changed)


@organisers_only
async def ask_time(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, ChooseTime))
    if known is None:
        return
    await pressed(update).answer()
    await _expect(update, context, TIME, known.id)
    await context.reply(update, Message(context.voice.words("announce-ask-time")))


@organisers_only
async def take_time(update: Update, context: Context) -> None:
    text = (update.message.text if update.message else None) or ""
    zone = context.services.programme.zone
    spoken = understand(text, context.voice.language, context.now, zone)
    words, voice = context.voice.words, context.voice
    if spoken is None:
        await context.reply(update, Message(words("announce-time-unreadable", text=text[:80])))
    elif not spoken.has_hour:
        day = voice.near_day(spoken.moment, context.now)
        await context.reply(update, Message(words("announce-time-no-hour", day=day)))
    elif spoken.moment <= context.now:
        slots = {"day": voice.near_day(spoken.moment, context.now), "time": voice.clock(spoken.moment)}
        await context.reply(update, Message(words("announce-time-past", **slots)))
    else:
        await _keep_time(update, context, spoken.moment)


async def _keep_time(update: Update, context: Context, moment: datetime) -> None:
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        known = await announcements.one(session, context.standing.subject or 0)
        changed = await announcements.set_time(session, known, moment) if known else None
    if changed is None:
        await context.reply(update, Message(context.voice.words("announce-already-sent")))
        return
    await context.reply(update, await _panel(changed, context))


@organisers_only
async def send_now(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, SendNow))
    if known is None:
        return
    async with context.services.database.begin() as session:
        changed = await announcements.set_time(session, known, None)
    await _show(update, context, changed)


@organisers_only
async def ask_text(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, EditText))
    if known is None:
        return
    await pressed(update).answer()
    await _expect(update, context, TEXT, known.id)
    await context.reply(update, Message(context.voice.words("announce-ask-text")))


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, ConfirmAnnouncement))
    if known is None:
        return
    async with context.services.database.begin() as session:
        scheduled = await announcements.schedule(session, known, context.now)
        count = await subscriptions.audience(session, known.towns)
    if scheduled is None:
        await _stale(update, context, None)
        return
    log.info("announcement %s confirmed by organiser %s for %s", known.id, chat_id(update), count)
    await pressed(update).answer()
    await context.show(update, replies.confirmed(known, count, context.voice, context.now))


@organisers_only
async def cancel(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, CancelAnnouncement))
    if known is None:
        return
    async with context.services.database.begin() as session:
        await announcements.cancel(session, known)
        await conversations.expect(session, chat_id(update), None, None, context.now)
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-cancelled")))


async def _current(update: Update, context: Context, button: Versioned) -> Announcement | None:
    """The draft that the button belongs to; None, and the organiser told, when it has moved on."""
    async with context.services.database.read() as session:
        known = await announcements.one(session, button.announcement)
    if known is None or known.state is not State.DRAFT or known.version != button.version:
        await _stale(update, context, known)
        return None
    return known


async def _stale(update: Update, context: Context, known: Announcement | None) -> None:
    gone = known is not None and known.state is not State.DRAFT
    key = "announce-already-sent" if gone else "announce-stale"
    await pressed(update).answer(context.voice.words.plain(key), show_alert=True)


async def _expect(update: Update, context: Context, expects: str, subject: int | None) -> None:
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), expects, subject, context.now)


async def _show(update: Update, context: Context, changed: Announcement | None) -> None:
    if changed is None:
        await _stale(update, context, None)
        return
    await pressed(update).answer()
    await context.show(update, await _panel(changed, context))


async def _panel(announcement: Announcement, context: Context) -> Message:
    async with context.services.database.read() as session:
        count = await subscriptions.audience(session, announcement.towns)
    return replies.panel(announcement, count, context.voice, context.now, context.services.quiet)
