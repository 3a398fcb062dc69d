"""Events: the list, the cards, and the organisers' word that the dates are right."""

from __future__ import annotations

import logging

from telegram import Update

from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import events as cards
from messages.actions.announcements import OpenCard
from messages.actions.events import ShowEvent
from messages.message import Message
from storage import events, subscriptions

log = logging.getLogger(__name__)


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    async with context.services.database.read() as session:
        every = await events.every(session)
    await context.show(update, cards.listing(every, context.voice, context.now))


async def card(update: Update, context: Context) -> None:
    await pressed(update).answer()
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, ShowEvent).event)
        every = await events.every(session)
        followed = await subscriptions.towns(session, chat_id(update))
    if event is None:
        await context.show(update, cards.listing(every, context.voice, context.now))
        return
    await context.show(update, cards.card(event, event.town in followed, context.voice, context.now))


async def open_card(update: Update, context: Context) -> None:
    """From the button below an announcement, which stays."""
    await pressed(update).answer()
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, OpenCard).event)
        every = await events.every(session)
        followed = await subscriptions.towns(session, chat_id(update))
    if event is None:
        await context.reply(update, cards.listing(every, context.voice, context.now))
    else:
        await context.reply(update, cards.card(event, event.town in followed, context.voice, context.now))


@organisers_only
async def confirm_dates(update: Update, context: Context) -> None:
    await pressed(update).answer()
    async with context.services.database.begin() as session:
        confirmed = await events.confirm(session, context.now)
        if confirmed:
            await context.record(session, "dates-confirmed", None, count=confirmed)
    if confirmed:
        log.info("%s dates confirmed by organiser %s", confirmed, chat_id(update))
    key = "dates-confirmed" if confirmed else "dates-nothing"
    await context.show(update, Message(context.voice.words(key)))
