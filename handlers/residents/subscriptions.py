"""Following a town and leaving it, and when to be reminded."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from telegram import InlineKeyboardMarkup, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from domain import reminders
from domain.delivery import MessageKind, SkipReason
from domain.events.events import Event, ahead_in
from domain.reminders import DEFAULT_LEADS, Lead
from handlers.context import Context, action, chat_id, page, pressed, topic
from messages.actions.residents.subscriptions import (
    Resubscribe,
    SetLead,
    ShowLeads,
    ShowReminders,
    Subscribe,
    Unsubscribe,
    leads_of,
)
from messages.message import Message
from messages.residents import subscription_texts
from storage.events import events
from storage.outbox import control
from storage.people import mutes, subscriptions

Leads = tuple[Lead, ...]


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, await _listing(update, context, page(update, ShowReminders)))


async def _listing(update: Update, context: Context, number: int = 0) -> Message:
    async with context.services.database.read() as session:
        followed = await subscriptions.followed(session, chat_id(update))
        silent = await mutes.until(session, chat_id(update), context.now)
        every = await events.every(session)
    return subscription_texts.reminders(followed, silent, every, context.voice, context.now, number)


async def subscribe(update: Update, context: Context) -> None:
    await _subscribe(update, context, action(update, Subscribe).town, DEFAULT_LEADS)


async def resubscribe(update: Update, context: Context) -> None:
    """Undo of leaving: the same leads as before, however old the message is."""
    undone = action(update, Resubscribe)
    await _subscribe(update, context, undone.town, leads_of(undone.leads))


async def _subscribe(update: Update, context: Context, town: str, leads: Leads) -> None:
    if context.services.programme.town(town) is None:
        await pressed(update).answer()
        await context.reply(update, await _listing(update, context))
        return
    async with context.services.database.begin() as session:
        thread = topic(update).get("message_thread_id")
        new = await subscriptions.subscribe(session, chat_id(update), town, context.now, leads, thread)
        silent = await mutes.until(session, chat_id(update), context.now)
        ahead = ahead_in(town, await events.every(session), context.now)
    if not new:
        known = context.voice.words.plain("already-subscribed", town=context.voice.town(town))
        await context.answer(update, known)
        return
    await pressed(update).answer()
    await _turn_button(update, context, town, None)
    promise = _promise(ahead, leads, silent, context)
    await context.reply(update, subscription_texts.subscribed(town, ahead, promise, context.voice, context.now))


async def unsubscribe(update: Update, context: Context) -> None:
    town = action(update, Unsubscribe).town
    async with context.services.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat_id(update), town)
        there = [event.id for event in await events.every(session) if event.town == town]
        await control.spare(session, chat_id(update), [MessageKind.REMINDER], SkipReason.LEFT, there)
    if not left:
        await _not_subscribed(update, context, town)
        return
    await pressed(update).answer()
    await _turn_button(update, context, town, left[town])
    await context.reply(update, subscription_texts.unsubscribed(town, left[town], context.voice))


async def stop(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat_id(update))
        await control.spare(session, chat_id(update), [MessageKind.REMINDER, MessageKind.ANNOUNCEMENT], SkipReason.LEFT)
    await context.reply(update, subscription_texts.stopped(list(left), context.voice))


async def leads(update: Update, context: Context) -> None:
    """Show the leads of a town's reminders."""
    town = action(update, ShowLeads).town
    async with context.services.database.read() as session:
        followed = await subscriptions.followed(session, chat_id(update))
    await _show_leads(update, context, town, followed.get(town))


async def set_lead(update: Update, context: Context) -> None:
    asked = action(update, SetLead)
    async with context.services.database.begin() as session:
        for lead in leads_of(asked.lead):
            await subscriptions.choose(session, chat_id(update), asked.town, lead, bool(asked.wanted))
        followed = await subscriptions.followed(session, chat_id(update))
    await _show_leads(update, context, asked.town, followed.get(asked.town))


async def _show_leads(update: Update, context: Context, town: str, chosen: Leads | None) -> None:
    if chosen is None:
        await _not_subscribed(update, context, town)
        return
    await pressed(update).answer()
    async with context.services.database.read() as session:
        silent = await mutes.until(session, chat_id(update), context.now)
        ahead = ahead_in(town, await events.every(session), context.now)
    promise = _promise(ahead, chosen, silent, context)
    await context.show(update, subscription_texts.leads(town, ahead, promise, context.voice, context.now))


def _promise(ahead: list[Event], leads: Leads, silent: datetime | None, context: Context) -> subscription_texts.Promise:
    awake = max(silent or context.now, context.now)
    quiet = context.services.quiet
    to_come = {at for event in ahead for at in reminders.to_come(event, leads, awake, quiet)}
    return subscription_texts.Promise(leads, sorted(to_come), silent)


async def _not_subscribed(update: Update, context: Context, town: str) -> None:
    words = context.voice.words
    await context.answer(update, words.plain("not-subscribed", town=context.voice.town(town)))


async def _turn_button(update: Update, context: Context, town: str, left: Leads | None) -> None:
    """The bell that was pressed shows what it would do next. Other buttons of the message stay."""
    message = pressed(update).message
    if not isinstance(message, TelegramMessage) or message.reply_markup is None:
        return
    rows = subscription_texts.turned(message.reply_markup.inline_keyboard, town, left, context.voice)
    with suppress(BadRequest):  # too old to edit: the confirmation below says it all the same
        await message.edit_reply_markup(InlineKeyboardMarkup(rows))
