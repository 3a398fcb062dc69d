"""Events: the list, the cards, and the organisers' word that the dates are right."""

from __future__ import annotations

import logging

from telegram import Update

from domain.events import Event
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import events as cards
from messages.actions.announcements import OpenCard
from messages.actions.events import ShowEvent
from messages.message import Message
from storage import attendance, events, subscriptions
from storage.database import Session

log = logging.getLogger(__name__)


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    async with context.services.database.read() as session:
        every = await events.every(session)
    await context.show(update, cards.listing(every, context.voice, context.now))


async def card(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await context.show(update, await _card(update, context, action(update, ShowEvent).event))


async def open_card(update: Update, context: Context) -> None:
    """From the button below an announcement, which stays."""
    await pressed(update).answer()
    await context.reply(update, await _card(update, context, action(update, OpenCard).event))


async def _card(update: Update, context: Context, event_id: int) -> Message:
    """The list when there is no such event."""
    async with context.services.database.read() as session:
        every = await events.every(session)
        event = next((each for each in every if each.id == event_id), None)
        if event is None:
            return cards.listing(every, context.voice, context.now)
        return await drawn(session, update, context, event)


async def drawn(session: Session, update: Update, context: Context, event: Event) -> Message:
    """The card as this chat sees it."""
    followed = await subscriptions.towns(session, chat_id(update))
    coming = await attendance.coming_to(session, chat_id(update))
    state = {"followed": event.town in followed, "coming": event.id in coming}
    return cards.card(event, voice=context.voice, now=context.now, **state)


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
