"""Silence until a day or for good, and its end."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from domain import mute
from domain.delivery import MessageKind, SkipReason
from domain.spoken.moments import understand_day
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import short_text
from handlers.residents import subscriptions
from messages.actions.residents.mute import BeSilent
from messages.message import Message, shortened
from messages.residents import mute_texts
from storage.outbox import control
from storage.people import conversations, mutes

DAY = "silence_day"


async def question(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await _expect(update, context, None)
    await context.show(update, mute_texts.question(context.voice))


async def begin(update: Update, context: Context) -> None:
    await pressed(update).answer()
    days = action(update, BeSilent).days
    until = mute.for_days(min(days, 366), context.now, context.services.programme.zone)
    await context.show(update, await _begin(update, context, until))


async def ask_day(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await _expect(update, context, DAY)
    await context.show(update, mute_texts.which_day(context.voice))


async def take_day(update: Update, context: Context) -> None:
    text = await short_text.short(update, context)
    if text is None:
        return
    zone = context.services.programme.zone
    day = understand_day(text, context.voice.language, context.now.astimezone(zone).date(), lasting=True)
    until = mute.through(day, zone) if day is not None else context.now
    if until <= context.now:
        await context.reply(update, mute_texts.which_day(context.voice, shortened(text, 80)))
    else:
        await context.reply(update, await _begin(update, context, until))


async def _begin(update: Update, context: Context, until: datetime) -> Message:
    async with context.services.database.begin() as session:
        await mutes.keep(session, chat_id(update), until)
        await control.spare(
            session, chat_id(update), (MessageKind.REMINDER, MessageKind.ANNOUNCEMENT), SkipReason.SILENCE
        )
        await conversations.expect(session, chat_id(update), None, None, context.now)
    return mute_texts.begun(until, context.voice)


async def end(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        await mutes.keep(session, chat_id(update), None)
        if context.standing.awaited == DAY:
            await conversations.expect(session, chat_id(update), None, None, context.now)
    await subscriptions.listing(update, context)


async def _expect(update: Update, context: Context, expects: str | None) -> None:
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), expects, None, context.now)
