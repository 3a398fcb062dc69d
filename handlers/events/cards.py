"""Show events: the list, the cards, the calendar file; and let organisers confirm them."""

from __future__ import annotations

from datetime import date

from telegram import Update

from answers.dialogue.decisions import DialogueState, Slots
from domain import feeds
from domain.events.events import Event, upcoming_in
from handlers.context import Context, action, chat_id, pressed, topic
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages.actions.announcements.sending import OpenCard
from messages.actions.events.cards import (
    CalendarFile,
    ConfirmDay,
    ConfirmEvent,
    ShowDates,
    ShowEvent,
    ShowEvents,
    ShowVenue,
)
from messages.events import edit_texts, event_cards, ics
from messages.message import Message
from messages.residents import help_texts
from services.events import confirming
from services.results import Refusal, Stale
from storage.database import Session
from storage.events import card_copies, events
from storage.people import attendance, conversations, subscriptions

_NOT_YOURS = {Refusal.UNKNOWN: "edit-not-yours", Refusal.NOT_YOUR_AREA: "edit-not-yours"}


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    pressed_button = ShowEvents.unpack(update.callback_query.data) if update.callback_query is not None else None
    asked, programme = pressed_button or ShowEvents(), context.services.programme
    async with context.services.database.read() as session:
        every = await events.every(session)
    if programme.area(asked.area) is None:
        listed = event_cards.listing(every, context.voice, context.now, number=asked.page)
    else:
        there = upcoming_in(programme.within([asked.area]), every, context.now)
        listed = event_cards.listing(there, context.voice, context.now, number=asked.page, area=asked.area)
    await context.show(update, listed)
    await _forget_card(update, context)


async def _forget_card(update: Update, context: Context) -> None:
    """Forget a card whose message has become a list: a change of the event must not turn it back."""
    message = update.callback_query.message if update.callback_query else None
    if message is not None:
        async with context.services.database.begin() as session:
            await card_copies.forget(session, message.chat.id, message.message_id)


async def card(update: Update, context: Context) -> None:
    await pressed(update).answer()
    event, message = await _card(update, context, action(update, ShowEvent).event)
    shown = await context.show(update, message)
    if event is not None:
        await keep_card(update, context, shown, event)


async def open_card(update: Update, context: Context) -> None:
    """Open a card as a new message, from the button below an announcement."""
    await pressed(update).answer()
    event, message = await _card(update, context, action(update, OpenCard).event)
    shown = await context.reply(update, message)
    if event is not None:
        await keep_card(update, context, shown, event)


async def _card(update: Update, context: Context, event_id: int) -> tuple[Event | None, Message]:
    """Return the event and its card; None and the list if there is no such event."""
    async with context.services.database.read() as session:
        every = await events.every(session)
        event = next((each for each in every if each.id == event_id), None)
        if event is None:
            return None, event_cards.listing(every, context.voice, context.now)
        return event, await drawn(session, update, context, event)


async def drawn(session: Session, update: Update, context: Context, event: Event) -> Message:
    """Return the card as this chat sees it."""
    followed = await subscriptions.feeds(session, chat_id(update))
    coming = await attendance.coming_to(session, chat_id(update))
    follows = any(key in followed for key in feeds.keys(event, context.services.programme))
    return event_cards.card(event, follows, context.voice, context.now, coming=event.id in coming)


async def keep_card(update: Update, context: Context, message_id: int, event: Event) -> None:
    """Remember a card, so that a change reaches it, and the next question is about its event."""
    before = DialogueState.from_json(context.standing.topic or {})
    entry = before.entry if before and before.fresh(context.now) else None
    language = context.conversation_voice.language
    topic = DialogueState(context.now, language, entry, Slots(event.area, events=(event.id,)))
    async with context.services.database.begin() as session:
        await card_copies.keep(session, chat_id(update), message_id, event.id)
        await conversations.talk_about(session, chat_id(update), topic.to_json(), context.now)


async def venue(update: Update, context: Context) -> None:
    """Send the place on Telegram's own map 📍, from which a phone can lead the way."""
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, ShowVenue).event)
    point = context.voice.coordinates(event) if event else None
    if event is None or point is None:
        await context.answer(update, context.voice.words.plain("edit-gone"), alert=True)
        return
    await pressed(update).answer()
    name, address = context.voice.venue(event.venue, event.place)
    place = ", ".join(filter(None, (address, context.voice.area(event.area)))) or name
    at = (point.latitude, point.longitude, name, place)
    await context.bot.send_venue(chat_id(update), *at, **topic(update))


async def calendar_file(update: Update, context: Context) -> None:
    """Send the event as a file 📅 that every calendar opens."""
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, CalendarFile).event)
    if event is None:
        await context.answer(update, context.voice.words.plain("edit-gone"), alert=True)
        return
    await pressed(update).answer()
    file = ics.calendar_file(event, context.voice, context.now)
    rest = {"filename": file.name, "caption": file.caption} | topic(update)
    await context.bot.send_document(chat_id(update), file.content, **rest)


@organisers_only
async def dates(update: Update, context: Context) -> None:
    """Show another page of unconfirmed dates, in the organiser's areas."""
    await pressed(update).answer()
    mine = await confirming.unconfirmed(context.environment, who=context.organiser, now=context.now)
    if mine:
        message = help_texts.dates_question(mine, context.voice, action(update, ShowDates).page)
    else:
        message = Message(context.voice.words("dates-nothing"))
    await context.show(update, message)


@organisers_only
async def confirm_dates(update: Update, context: Context) -> None:
    result = await confirming.confirm_dates(context.environment, who=context.organiser, now=context.now)
    confirmed = await acknowledged(update, context, result, stale="dates-nothing")
    if confirmed is not None:
        key = "dates-confirmed" if confirmed.count else "dates-nothing"
        await context.show(update, Message(context.voice.words(key)))


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    button, now = action(update, ConfirmEvent), context.now
    event, version = button.event, button.version
    result = await confirming.confirm(context.environment, who=context.organiser, event=event, version=version, now=now)
    done = await acknowledged(update, context, result, stale="right-stale", refused=_NOT_YOURS)
    shown = result.now if isinstance(result, Stale) else done.value if done is not None else None
    if shown is not None:
        await context.show(update, edit_texts.right(shown, done is not None, context.voice))


@organisers_only
async def confirm_day(update: Update, context: Context) -> None:
    button, now = action(update, ConfirmDay), context.now
    day = date.fromordinal(button.day)
    result = await confirming.confirm_day(
        context.environment, who=context.organiser, day=day, versions=button.versions, now=now
    )
    done = await acknowledged(update, context, result, stale="right-stale", refused=_NOT_YOURS)
    if isinstance(result, Stale) and result.now:
        await context.show(update, edit_texts.right_questions(result.now, context.voice))
    elif done is not None:
        await context.show(update, Message(context.voice.words("right-done-day", count=done.count)))
