"""✏️ Changing an event: choose it, say what is to be different, see old and new, save. Telling people is the
scheduler's work."""

from __future__ import annotations

import logging

from telegram import Update

from domain import reminders
from domain.delivery import MessageKind, SkipReason
from domain.events.change_rules import Change, ChangeState, notice_time
from domain.events.events import Event, Status
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only, responsible
from messages.actions.events.editing import (
    ChangeField,
    DropChange,
    EditEvent,
    ListEvents,
    ListVenues,
    NewEvent,
    NewEventIn,
    PickVenue,
    SaveChange,
)
from messages.events import edit_texts
from messages.message import Message
from messages.prompts import prompt
from storage.database import Session
from storage.events import event_changes, events, venues
from storage.outbox import control, queue
from storage.people import conversations, followers
from storage.people.followers import Followers

log = logging.getLogger(__name__)

Versioned = ChangeField | ListVenues | PickVenue | SaveChange | DropChange

EXPECTS = "event_"
_TYPED = ("day", "hours", "when", "note", "newvenue", "address")
_PRESSED: dict[str, dict[str, object]] = {
    "cancel": {"status": Status.CANCELLED},
    "revive": {"status": Status.PLANNED},
    "nonote": {"note": ""},
}


@organisers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ListEvents).page
    async with context.services.database.read() as session:
        mine = await _mine(session, context)
    await context.show(update, edit_texts.listing(mine, max(0, page), context.voice))


async def _mine(session: Session, context: Context) -> list[Event]:
    """Return the events in the organiser's towns that are not over, cancelled or not."""
    every = await events.every(session)
    return [event for event in every if event.ends_at > context.now and _responsible(context, event.town)]


def _responsible(context: Context, town: str) -> bool:
    return responsible(context, [town])


@organisers_only
async def open_event(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        event = await events.one(session, action(update, EditEvent).event)
        if event is None or event.ends_at <= context.now or not _responsible(context, event.town):
            key = "edit-not-yours" if event and event.ends_at > context.now else "edit-gone"
            await context.answer(update, context.voice.words.plain(key), alert=True)
            return
        change = await event_changes.begin(session, chat_id(update), event, context.now)
    await pressed(update).answer()
    await context.show(update, await _panel(change, context))


@organisers_only
async def new_event(update: Update, context: Context) -> None:
    await pressed(update).answer()
    number = action(update, NewEvent).page
    towns = [town.id for town in context.services.programme.towns if _responsible(context, town.id)]
    await context.show(update, edit_texts.choose_town(towns, context.voice, number))


@organisers_only
async def new_event_in(update: Update, context: Context) -> None:
    town = action(update, NewEventIn).town
    if context.services.programme.town(town) is None or not _responsible(context, town):
        await context.answer(update, context.voice.words.plain("edit-not-yours"), alert=True)
        return
    await pressed(update).answer()
    async with context.services.database.begin() as session:
        begun = await event_changes.begin(session, chat_id(update), None, context.now)
        change = await event_changes.want(session, begun, town=town) or begun
        await conversations.expect(session, chat_id(update), EXPECTS + "when", change.id, context.now)
    await context.show(update, _asked("when", change, context))


@organisers_only
async def field(update: Update, context: Context) -> None:
    """One of the things that can be changed."""
    button = action(update, ChangeField)
    change = await _current(update, context, button)
    if change is None:
        return
    if button.field in _TYPED:
        await pressed(update).answer()
        await expect(update, context, button.field, change)
        await context.reply(update, _asked(button.field, change, context))
    elif button.field in _PRESSED:
        await _want(update, context, change, **_PRESSED[button.field])
    else:
        await pressed(update).answer()
        await context.show(update, await _screen(button.field, change, context))


@organisers_only
async def list_venues(update: Update, context: Context) -> None:
    button = action(update, ListVenues)
    change = await _current(update, context, button)
    if change is not None:
        await pressed(update).answer()
        await context.show(update, await _venues(change, context, button.page))


async def _venues(change: Change, context: Context, number: int = 0) -> Message:
    async with context.services.database.read() as session:
        known = await venues.places(session, change.town or "")
    return edit_texts.choose_venue(change, known, context.voice, number)


async def _screen(name: str, change: Change, context: Context) -> Message:
    if name == "venue":
        return await _venues(change, context)
    return edit_texts.more(change, context.voice) if name == "more" else await _panel(change, context)


@organisers_only
async def pick_venue(update: Update, context: Context) -> None:
    button = action(update, PickVenue)
    change = await _current(update, context, button)
    if change is None:
        return
    async with context.services.database.read() as session:
        known = await venues.places(session, change.town or "")
    venue = context.services.programme.venue(button.venue)
    if button.venue not in known and (venue is None or venue.town != change.town):
        await _stale(update, context)
        return
    await _want(update, context, change, venue=button.venue, place=known.get(button.venue))


@organisers_only
async def save(update: Update, context: Context) -> None:
    button = action(update, SaveChange)
    change = await _current(update, context, button)
    after = change.after if change else None
    if change is None or after is None:
        return
    now = context.now
    told_at = notice_time(change.before, after, now, context.services.quiet) if button.tell else None
    try:
        async with context.services.database.begin() as session:
            count = await followers.count(session, Followers(None, (after.town,))) if button.tell else 0
            event = await event_changes.apply(session, change, now, told_at)
            await _stop_old_reminders(session, change, event)
            await _record(session, context, change, event, count)
            await conversations.release(session, change.id, EXPECTS, chat_id(update))
    except event_changes.ChangeConflict:
        await _conflict(update, context, change)
        return
    log.info("event %s changed by organiser %s, telling %s", event.id, chat_id(update), count)
    context.services.shared.forget()
    context.services.nudge(context.now)
    await pressed(update).answer()
    await context.show(update, edit_texts.saved(change, event, told_at, count, context.voice, now))


async def _stop_old_reminders(session: Session, change: Change, event: Event) -> None:
    """Those for the old start must not go out, not even in the second before the scheduler looks."""
    before = change.before
    if before is None or (before.starts_at == event.starts_at and event.status is Status.PLANNED):
        return
    told = [each for each in await queue.things(session, MessageKind.REMINDER) if reminders.about(each.key, event)]
    alone = [each.id for each in told if len(reminders.parts(each.key)) == 1]
    await control.stop(session, alone, SkipReason.MOVED if event.status is Status.PLANNED else SkipReason.CANCELLED)


async def _record(session: Session, context: Context, change: Change, event: Event, count: int) -> None:
    voice = context.services.voice(context.services.catalog.default)
    before, town = change.before, event.town
    if before is None:
        what = edit_texts.in_short(event, voice)
        await context.record(session, "event-created", event.id, town=town, what=what, count=count)
    elif before.status is Status.PLANNED and event.status is Status.CANCELLED:
        what = edit_texts.in_short(before, voice)
        await context.record(session, "event-cancelled", event.id, town=town, what=what, count=count)
    else:
        what = edit_texts.what_changed(before, event, voice)
        await context.record(session, "event-changed", event.id, town=town, what=what, count=count)


@organisers_only
async def drop(update: Update, context: Context) -> None:
    change = await _current(update, context, action(update, DropChange))
    if change is None:
        return
    async with context.services.database.begin() as session:
        dropped = await event_changes.drop(session, change)
        if dropped is not None:
            await conversations.release(session, change.id, EXPECTS, chat_id(update))
    if dropped is None:
        await _stale(update, context)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("edit-dropped")))


# --- where the change stands ---


async def _current(update: Update, context: Context, button: Versioned) -> Change | None:
    """The change that the button belongs to; None, and the organiser told, when it or the event moved on."""
    async with context.services.database.read() as session:
        change = await event_changes.one(session, button.change)
        event = await events.one(session, change.before.id) if change and change.before else None
    if change is None or change.author != chat_id(update) or not _responsible(context, change.town or ""):
        await _stale(update, context)
        return None
    if change.state is ChangeState.OPEN and change.before and event and event.version != change.before.version:
        await _conflict(update, context, change)
        return None
    if change.state is not ChangeState.OPEN or change.version != button.version:
        await _stale(update, context)
        return None
    return change


async def _want(update: Update, context: Context, change: Change, **values: object) -> None:
    async with context.services.database.begin() as session:
        changed = await event_changes.want(session, change, **values)
    if changed is None:
        await _stale(update, context)
        return
    await pressed(update).answer()
    await context.show(update, await next_screen(context, changed))


async def next_screen(context: Context, change: Change) -> Message:
    """A new event is asked for its venue before it can be shown."""
    if change.after is None and change.wanted.starts_at is not None:
        return await _screen("venue", change, context)
    return await _panel(change, context)


async def _panel(change: Change, context: Context) -> Message:
    async with context.services.database.read() as session:
        count = await followers.count(session, Followers(None, (change.town or "",)))
    return edit_texts.panel(change, count, context.voice, context.now, context.services.quiet)


async def _conflict(update: Update, context: Context, change: Change) -> None:
    """Somebody else was quicker: what is there now, and a new beginning."""
    await context.answer(update, context.voice.words.plain("edit-conflict"), alert=True)
    async with context.services.database.begin() as session:
        event = await events.one(session, change.before.id) if change.before else None
        fresh = await event_changes.begin(session, chat_id(update), event, context.now) if event else None
    if fresh is not None:
        await context.show(update, await _panel(fresh, context))


async def _stale(update: Update, context: Context) -> None:
    await context.answer(update, context.voice.words.plain("edit-stale"), alert=True)


def _asked(name: str, change: Change, context: Context) -> Message:
    return prompt(edit_texts.ask(name, change, context.voice), EXPECTS + name, context.voice)


async def expect(update: Update, context: Context, name: str | None, change: Change | None) -> None:
    """Wait for the words for one of the fields, or for nothing."""
    expects, subject = (EXPECTS + name if name else None), (change.id if change else None)
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), expects, subject, context.now)
