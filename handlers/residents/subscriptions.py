"""Follow a feed and leave it, and choose when to be reminded."""

from __future__ import annotations

from contextlib import suppress

from telegram import InlineKeyboardMarkup, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.context import Context, action, chat_id, page, pressed, topic
from messages.actions.residents.subscriptions import (
    Resubscribe,
    SetLead,
    ShowLeads,
    ShowReminders,
    Subscribe,
    Unsubscribe,
    codes,
    leads_of,
)
from messages.message import Message
from messages.residents import subscription_texts
from services.residents import subscriptions
from services.residents.subscriptions import FollowedFeed, Leads
from services.results import Done, Refused, Stale


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, await _listing(update, context, page(update, ShowReminders)))


async def _listing(update: Update, context: Context, number: int = 0) -> Message:
    known = await subscriptions.overview(context.environment, chat=chat_id(update), now=context.now)
    followed, silent, every = known.followed, known.silent, known.events
    return subscription_texts.reminders(followed, silent, every, context.voice, context.now, number)


async def subscribe(update: Update, context: Context) -> None:
    await _subscribe(update, context, action(update, Subscribe).feed, None)


async def resubscribe(update: Update, context: Context) -> None:
    """Undo of leaving: the same leads as before, however old the message is."""
    undone = action(update, Resubscribe)
    await _subscribe(update, context, undone.feed, leads_of(undone.leads))


async def _subscribe(update: Update, context: Context, feed: str, leads: Leads | None) -> None:
    chat, thread, now = chat_id(update), topic(update).get("message_thread_id"), context.now
    result = await subscriptions.subscribe(
        context.environment, chat=chat, feed=feed, leads=leads, thread=thread, now=now
    )
    if isinstance(result, Stale):
        known = context.voice.words.plain("already-subscribed", area=context.voice.feed(feed))
        await context.answer(update, known)
        return
    await pressed(update).answer()
    if isinstance(result, Refused):
        await context.reply(update, await _listing(update, context))
        return
    await _turn_button(update, context, feed, None)
    followed, voice = result.value, context.voice
    await context.reply(update, subscription_texts.subscribed(feed, followed.ahead, followed.promise, voice, now))


async def unsubscribe(update: Update, context: Context) -> None:
    feed = action(update, Unsubscribe).feed
    result = await subscriptions.unsubscribe(context.environment, chat=chat_id(update), feed=feed)
    if isinstance(result, Stale):
        await _not_subscribed(update, context, feed)
        return
    await pressed(update).answer()
    undo = Resubscribe(result.value.feed, codes(result.value.leads))
    await _turn_button(update, context, feed, undo)
    await context.reply(update, subscription_texts.unsubscribed(undo, context.voice))


async def stop(update: Update, context: Context) -> None:
    left = await subscriptions.stop(context.environment, chat=chat_id(update))
    await context.reply(update, subscription_texts.stopped(list(left.value), context.voice))


async def leads(update: Update, context: Context) -> None:
    """Show the leads of a feed's reminders."""
    feed, chat, now = action(update, ShowLeads).feed, chat_id(update), context.now
    await _show_leads(
        update, context, feed, await subscriptions.look(context.environment, chat=chat, feed=feed, now=now)
    )


async def set_lead(update: Update, context: Context) -> None:
    button, chat, now = action(update, SetLead), chat_id(update), context.now
    feed, leads, wanted = button.feed, leads_of(button.lead), bool(button.wanted)
    result = await subscriptions.set_leads(
        context.environment, chat=chat, feed=feed, leads=leads, wanted=wanted, now=now
    )
    await _show_leads(update, context, feed, result)


async def _show_leads(update: Update, context: Context, feed: str, result: Done[FollowedFeed] | Stale[None]) -> None:
    if isinstance(result, Stale):
        await _not_subscribed(update, context, feed)
        return
    await pressed(update).answer()
    ahead, promise = result.value.ahead, result.value.promise
    await context.show(update, subscription_texts.leads(feed, ahead, promise, context.voice, context.now))


async def _not_subscribed(update: Update, context: Context, feed: str) -> None:
    words = context.voice.words
    await context.answer(update, words.plain("not-subscribed", area=context.voice.feed(feed)))


async def _turn_button(update: Update, context: Context, feed: str, undo: Resubscribe | None) -> None:
    """Turn the pressed bell to what it would do next. Other buttons of the message stay."""
    message = pressed(update).message
    if not isinstance(message, TelegramMessage) or message.reply_markup is None:
        return
    rows = subscription_texts.turned(message.reply_markup.inline_keyboard, feed, undo, context.voice)
    with suppress(BadRequest):  # too old to edit: the confirmation below says it all the same
        await message.edit_reply_markup(InlineKeyboardMarkup(rows))
