"""Events: the list, the cards, the calendar file, and the organisers' word that all is right."""

from __future__ import annotations

import logging

from telegram import Update

from answers.dialogue.decisions import DialogueState, Slots
from domain.events.change_rules import Wanted
from domain.events.events import Event
from handlers.context import Context, action, chat_id, page, pressed, topic
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.sending import OpenCard
from messages.actions.events.cards import CalendarFile, ConfirmEvent, ShowDates, ShowEvent, ShowEvents, ShowVenue
from messages.events import edit_texts, event_cards, ics
from messages.message import Message
from messages.residents import help_texts
from storage.database import Session
from storage.events import card_copies, event_changes, events
from storage.people import attendance, conversations, subscriptions

log = logging.getLogger(__name__)


async def listing(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    number = page(update, ShowEvents)
    async with context.services.database.read() as session:
        every = await events.every(session)
    await context.show(update, event_cards.listing(every, context.voice, context.now, number=number))
    await _forget_card(update, context)


async def _forget_card(update: Update, context: Context) -> None:
    """The message that was pressed has become a list: a change of the event must not turn it back."""
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
    """From the button below an announcement, which stays."""
    await pressed(update).answer()
    event, message = await _card(update, context, action(update, OpenCard).event)
    shown = await context.reply(update, message)
    if event is not None:
        await keep_card(update, context, shown, event)


async def _card(update: Update, context: Context, event_id: int) -> tuple[Event | None, Message]:
    """The list when there is no such event."""
    async with context.services.database.read() as session:
        every = await events.every(session)
        event = next((each for each in every if each.id == event_id), None)
        if event is None:
            return None, event_cards.listing(every, context.voice, context.now)
        return event, await drawn(session, update, context, event)


async def drawn(session: Session, update: Update, context: Context, event: Event) -> Message:
    """The card as this chat sees it."""
    followed = await subscriptions.towns(session, chat_id(update))
    coming = await attendance.coming_to(session, chat_id(update))
    state = {"followed": event.town in followed, "coming": event.id in coming}
    return event_cards.card(event, voice=context.voice, now=context.now, **state)


async def keep_card(update: Update, context: Context, message_id: int, event: Event) -> None:
    """So that a change of the event reaches the card in the chat, and what is asked next is about it."""
    before = DialogueState.from_json(context.standing.topic or {})
    entry = before.entry if before and before.fresh(context.now) else None
    language = context.conversation_voice.language
    topic = DialogueState(context.now, language, entry, Slots(event.town, events=(event.id,)))
    async with context.services.database.begin() as session:
        await card_copies.keep(session, chat_id(update), message_id, event.id)
        await conversations.talk_about(session, chat_id(update), topic.to_json(), context.now)


async def venue(update: Update, context: Context) -> None:
    """📍 The place on Telegram's own map, from which a phone can lead the way."""
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, ShowVenue).event)
    point = context.voice.coordinates(event) if event else None
    if event is None or point is None:
        await context.answer(update, context.voice.words.plain("edit-gone"), alert=True)
        return
    await pressed(update).answer()
    name, address = context.voice.venue(event.venue, event.place)
    place = f"{address}, {context.voice.town(event.town)}"
    at = (point.latitude, point.longitude, name, place)
    await context.bot.send_venue(chat_id(update), *at, **topic(update))


async def calendar_file(update: Update, context: Context) -> None:
    """📅 The event as a file that every calendar opens."""
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
    """Another page of those that nobody has confirmed yet, of the organiser's towns."""
    await pressed(update).answer()
    async with context.services.database.read() as session:
        unsure = await events.unconfirmed(session, context.now)
    mine = [event for event in unsure if _mine(event, context)]
    if mine:
        message = help_texts.dates_question(mine, context.voice, action(update, ShowDates).page)
    else:
        message = Message(context.voice.words("dates-nothing"))
    await context.show(update, message)


@organisers_only
async def confirm_dates(update: Update, context: Context) -> None:
    """Every date that nobody confirmed yet, of the organiser's towns."""
    await pressed(update).answer()
    async with context.services.database.begin() as session:
        unsure = await events.unconfirmed(session, context.now)
        confirmed = await _confirm(session, context, [event for event in unsure if _mine(event, context)])
    key = "dates-confirmed" if confirmed else "dates-nothing"
    context.services.nudge(context.now)
    await context.show(update, Message(context.voice.words(key)))


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    """One event is right as it is: its cards and reminders will say so."""
    button = action(update, ConfirmEvent)
    async with context.services.database.begin() as session:
        event = await events.one(session, button.event)
        mine = event is not None and event.version == button.version and _mine(event, context)
        done = bool(event and mine and await _confirm(session, context, [event]))
        now = await events.one(session, button.event)
    if event is None or now is None or not _mine(event, context):
        await context.answer(update, context.voice.words.plain("edit-not-yours"), alert=True)
        return
    if not done:
        await context.answer(update, context.voice.words.plain("right-stale"), alert=True)
    else:
        await pressed(update).answer()
        context.services.nudge(context.now)
    await context.show(update, edit_texts.right(now, done, context.voice))


def _mine(event: Event, context: Context) -> bool:
    return context.organises is not None and context.organises.responsible([event.town])


async def _confirm(session: Session, context: Context, wanted: list[Event]) -> int:
    right = set(await events.confirm(session, wanted, context.now))
    voice = context.services.voice(context.services.catalog.default)
    for event in wanted:
        if event.id in right and context.organises is not None:
            await event_changes.note(session, event, context.organises.chat_id, Wanted(), context.now)
            what = edit_texts.in_short(event, voice)
            await context.record(session, "event-confirmed", event.id, town=event.town, what=what)
            log.info("event %s confirmed by organiser %s", event.id, context.organises.chat_id)
    return len(right)
