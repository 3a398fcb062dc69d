"""Coming to a meeting, and how it was."""

from __future__ import annotations

from contextlib import suppress

from telegram import InlineKeyboardMarkup, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from domain.events import headcount
from domain.events.events import Event
from handlers.context import Context, action, chat_id, in_group, pressed
from messages import keyboards
from messages.actions.residents.attendance import AddComment, Come, Rate
from messages.message import Message
from messages.prompts import prompt
from messages.residents import attendance_texts
from storage.events import events
from storage.people import attendance, conversations

COMMENT = "comment"


async def come(update: Update, context: Context) -> None:
    """One tap, to be taken back with another. In a group, where all see one button, it takes back itself."""
    asked, person = action(update, Come), pressed(update).from_user.id
    async with context.services.database.begin() as session:
        event = await events.one(session, asked.event)
        if event is None or not event.ahead(context.now):
            await context.answer(update, context.voice.words.plain("attendance-over"), alert=True)
            return
        coming = bool(asked.yes)
        changed = await attendance.choose(session, event.id, person, coming, context.now)
        if not changed and in_group(update):
            coming = not coming
            await attendance.choose(session, event.id, person, coming, context.now)
    key = "attendance-coming" if coming else "attendance-not-coming"
    text = context.voice.words.plain(key, town=context.voice.town(event.town))
    await context.answer(update, text, alert=coming)
    if not in_group(update):
        await _turn_button(update, context, event, coming)


async def _turn_button(update: Update, context: Context, event: Event, coming: bool) -> None:
    message = pressed(update).message
    if not isinstance(message, TelegramMessage) or message.reply_markup is None:
        return
    before = Come(event.id, int(coming)).pack()
    if before != pressed(update).data:
        return
    after = keyboards.come_button(event, coming, context.voice)
    rows = [
        [after if button.callback_data == before else button for button in row]
        for row in message.reply_markup.inline_keyboard
    ]
    with suppress(BadRequest):  # too old to edit: the alert says it all the same
        await message.edit_reply_markup(InlineKeyboardMarkup(rows))


async def rate(update: Update, context: Context) -> None:
    asked = action(update, Rate)
    event = await _open(update, context, asked.event)
    if event is None or asked.rating not in (headcount.NOT_THERE, *headcount.RATINGS):
        await _closed(update, context)
        return
    async with context.services.database.begin() as session:
        await attendance.rate(session, event.id, chat_id(update), asked.rating, context.now)
    await pressed(update).answer()
    await context.show(update, attendance_texts.thanks(event, asked.rating, context.voice))


async def ask_comment(update: Update, context: Context) -> None:
    event = await _open(update, context, action(update, AddComment).event)
    if event is None:
        await _closed(update, context)
        return
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), COMMENT, event.id, context.now)
    await pressed(update).answer()
    asked = Message(context.voice.words("feedback-ask-comment"))
    await context.reply(update, prompt(asked, COMMENT, context.voice))


async def take_comment(update: Update, context: Context) -> None:
    text = ((update.message.text if update.message else None) or "").strip()
    if len(text) > attendance_texts.COMMENT_LIMIT:
        slots = {"length": len(text), "limit": attendance_texts.COMMENT_LIMIT}
        await context.reply(update, Message(context.voice.words("feedback-comment-too-long", **slots)))
        return
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        kept = await attendance.comment(session, context.standing.subject or 0, chat_id(update), text)
    key = "feedback-comment-kept" if kept else "feedback-closed"
    await context.reply(update, Message(context.voice.words(key)))


async def _open(update: Update, context: Context, event_id: int) -> Event | None:
    """The event, if this person was asked about it and may still answer."""
    async with context.services.database.read() as session:
        event = await events.one(session, event_id)
        if event is None or context.now >= headcount.closes_at(event, context.services.programme.zone):
            return None
        return event if await attendance.asked(session, headcount.key(event), chat_id(update)) else None


async def _closed(update: Update, context: Context) -> None:
    await context.answer(update, context.voice.words.plain("feedback-closed"), alert=True)
