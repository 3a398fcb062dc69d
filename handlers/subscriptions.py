"""Following a town, and leaving it."""

from __future__ import annotations

from contextlib import suppress

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from domain import reminders
from domain.events import next_in
from handlers.context import Context, action, chat_id, pressed
from messages import subscriptions as replies
from messages.actions.subscriptions import Subscribe, Unsubscribe
from storage import events, subscriptions


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    async with context.services.database.read() as session:
        followed = await subscriptions.towns(session, chat_id(update))
        every = await events.every(session)
    await context.show(update, replies.reminders(followed, every, context.voice, context.now))


async def subscribe(update: Update, context: Context) -> None:
    town = action(update, Subscribe).town
    if context.services.programme.town(town) is None:
        await _unknown_town(update, context)
        return
    async with context.services.database.begin() as session:
        new = await subscriptions.subscribe(session, chat_id(update), town, context.now)
        event = next_in(town, await events.every(session), context.now)
    if not new:
        known = context.voice.words.plain("already-subscribed", town=context.voice.town(town))
        await pressed(update).answer(known)
        return
    await pressed(update).answer()
    await _turn_button(update, context, town, followed=True)
    due = reminders.of(event, context.services.quiet) if event else []
    await context.reply(update, replies.subscribed(town, event, due, context.voice, context.now))


async def unsubscribe(update: Update, context: Context) -> None:
    town = action(update, Unsubscribe).town
    async with context.services.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat_id(update), town)
    if not left:
        words = context.voice.words
        await pressed(update).answer(words.plain("not-subscribed", town=context.voice.town(town)))
        return
    await pressed(update).answer()
    await _turn_button(update, context, town, followed=False)
    await context.reply(update, replies.unsubscribed(town, context.voice))


async def stop(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat_id(update))
    await context.reply(update, replies.stopped(left, context.voice))


async def _turn_button(update: Update, context: Context, town: str, *, followed: bool) -> None:
    """The bell that was pressed shows what it would do next. Other buttons of the message stay."""
    message = pressed(update).message
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    rows = replies.turned(message.reply_markup.inline_keyboard, town, followed, context.voice)
    with suppress(BadRequest):  # too old to edit: the confirmation below says it all the same
        await message.edit_reply_markup(InlineKeyboardMarkup(rows))


async def _unknown_town(update: Update, context: Context) -> None:
    await pressed(update).answer()
    async with context.services.database.read() as session:
        followed = await subscriptions.towns(session, chat_id(update))
        every = await events.every(session)
    await context.reply(update, replies.reminders(followed, every, context.voice, context.now))
