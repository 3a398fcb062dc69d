"""The first word, help, and everything that is not understood."""

from __future__ import annotations

from telegram import Update

from domain.events import next_in
from handlers.context import Context, chat_id, in_group, pressed
from messages import events as cards
from messages import groups
from messages import start as replies
from storage import events, subscriptions


async def start(update: Update, context: Context) -> None:
    """`/start`, also from a link or a poster: `/start pinerolo`, `/start pinerolo_poster`."""
    payload = context.args[0] if context.args else ""
    town = payload.lower().split("_")[0]
    async with context.services.database.read() as session:
        every = await events.every(session)
        followed = await subscriptions.towns(session, chat_id(update))
    event = next_in(town, every, context.now)
    if event is not None:
        await context.reply(update, cards.card(event, town in followed, context.voice, context.now))
    elif payload and context.services.programme.town(town) is None:
        lead_in = context.voice.words("welcome-unknown-town")
        await context.reply(update, cards.listing(every, context.voice, context.now, lead_in))
    elif in_group(update):
        await context.reply(update, groups.introduction(context.bot.username, context.voice))
    else:
        await context.reply(update, cards.welcome(every, context.voice, context.now))


async def help_(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, replies.help_(context.role, context.voice))


async def unknown_command(update: Update, context: Context) -> None:
    await context.reply(update, replies.unknown_command(context.role, context.voice))


async def not_text(update: Update, context: Context) -> None:
    await context.reply(update, replies.only_text(context.voice))


async def old_button(update: Update, context: Context) -> None:
    """A button of an older version, or a forged one: the current list instead."""
    await pressed(update).answer()
    async with context.services.database.read() as session:
        every = await events.every(session)
    lead_in = context.voice.words("old-button")
    await context.reply(update, cards.listing(every, context.voice, context.now, lead_in))
