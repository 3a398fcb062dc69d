"""Mute the bot until a day or for good, and end it."""

from __future__ import annotations

from telegram import Update

from domain.residents.mute import for_days, through
from domain.spoken.moments import understand_day
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import short_text
from handlers.residents import subscriptions
from messages.actions.residents.mute import BeSilent
from messages.message import shortened
from messages.residents import mute_texts
from services.residents import mute
from services.results import Done


async def question(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await mute.ask_nothing(context.environment, chat=chat_id(update))
    await context.show(update, mute_texts.question(context.voice))


async def begin(update: Update, context: Context) -> None:
    await pressed(update).answer()
    chat, now, days = chat_id(update), context.now, action(update, BeSilent).days
    until = for_days(min(days, 366), now, context.services.programme.zone)
    begun = await mute.begin(context.environment, chat=chat, until=until, now=now)
    done = isinstance(begun, Done)
    await context.show(update, mute_texts.begun(until, context.voice) if done else mute_texts.question(context.voice))


async def ask_day(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await mute.ask_day(context.environment, chat=chat_id(update), now=context.now)
    await context.show(update, mute_texts.which_day(context.voice))


async def take_day(update: Update, context: Context) -> None:
    text = await short_text.short(update, context)
    if text is None:
        return
    zone, chat, now = context.services.programme.zone, chat_id(update), context.now
    day = understand_day(text, context.voice.language, now.astimezone(zone).date(), lasting=True)
    until = through(day, zone) if day is not None else now
    begun = await mute.begin(context.environment, chat=chat, until=until, now=now)
    if isinstance(begun, Done):
        await context.reply(update, mute_texts.begun(until, context.voice))
    else:
        await context.reply(update, mute_texts.which_day(context.voice, shortened(text, 80)))


async def end(update: Update, context: Context) -> None:
    await mute.end(context.environment, chat=chat_id(update))
    await subscriptions.listing(update, context)
