"""Note who comes to a meeting, and how it was."""

from __future__ import annotations

from contextlib import suppress

from telegram import InlineKeyboardMarkup, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from domain.events.events import Event
from handlers.context import Context, action, chat_id, in_group, pressed
from handlers.results import acknowledged, tell
from messages import keyboards
from messages.actions.residents.attendance import AddComment, Come, Rate
from messages.message import Message
from messages.prompts import prompt
from messages.residents import attendance_texts
from services.residents import attendance
from services.residents.attendance import COMMENT
from services.results import Refusal, Stale

_NOT_OFFERED = {Refusal.NOT_OFFERED: "feedback-closed"}


async def come(update: Update, context: Context) -> None:
    """Note "I am coming", or take it back. In a group, where all see one button, a second tap takes it back."""
    button, person = action(update, Come), pressed(update).from_user.id
    event, coming, toggle, now = button.event, bool(button.yes), in_group(update), context.now
    result = await attendance.come(
        context.environment, person=person, event=event, coming=coming, toggle=toggle, now=now
    )
    if isinstance(result, Stale):
        await tell(update, context, "attendance-over")
        return
    choice = result.value
    key = "attendance-coming" if choice.coming else "attendance-not-coming"
    text = context.voice.words.plain(key, **context.voice.event(choice.event))
    await context.answer(update, text, alert=choice.coming)
    if not in_group(update):
        await _turn_button(update, context, choice.event, choice.coming)


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
    button, chat = action(update, Rate), chat_id(update)
    event, rating, now = button.event, button.rating, context.now
    result = await attendance.rate(context.environment, chat=chat, event=event, rating=rating, now=now)
    rated = await acknowledged(update, context, result, stale="feedback-closed", refused=_NOT_OFFERED)
    if rated is not None:
        await context.show(update, attendance_texts.thanks(rated.value, rating, context.voice))


async def ask_comment(update: Update, context: Context) -> None:
    event, chat, now = action(update, AddComment).event, chat_id(update), context.now
    result = await attendance.ask_comment(context.environment, chat=chat, event=event, now=now)
    if await acknowledged(update, context, result, stale="feedback-closed") is not None:
        asked = Message(context.voice.words("feedback-ask-comment"))
        await context.reply(update, prompt(asked, COMMENT, context.voice))


async def take_comment(update: Update, context: Context) -> None:
    text = ((update.message.text if update.message else None) or "").strip()
    if len(text) > attendance_texts.COMMENT_LIMIT:
        slots = {"length": len(text), "limit": attendance_texts.COMMENT_LIMIT}
        await context.reply(update, Message(context.voice.words("feedback-comment-too-long", **slots)))
        return
    event, chat = context.standing.subject or 0, chat_id(update)
    result = await attendance.comment(context.environment, chat=chat, event=event, text=text)
    if await acknowledged(update, context, result, stale="feedback-closed") is not None:
        await context.reply(update, Message(context.voice.words("feedback-comment-kept")))
