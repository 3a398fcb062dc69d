"""Change an event ✏️: choose it, say what is to be different, see old and new, save. The scheduler tells people."""

from __future__ import annotations

from typing import Any, TypeVar

from telegram import Update

from domain.events.change_rules import Change
from domain.events.events import Status
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only, responsible
from handlers.results import acknowledged
from messages import pages
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
from services.events import editing
from services.events.editing import EXPECTS, OpenChange, Opened
from services.results import Done, Refusal, Refused, Stale

T = TypeVar("T")

_TYPED = ("day", "hours", "when", "note", "newvenue", "address")
_PRESSED: dict[str, dict[str, Any]] = {
    "cancel": {"status": Status.CANCELLED},
    "revive": {"status": Status.PLANNED},
    "nonote": {"note": ""},
}
_NOT_BEGUN = {Refusal.UNKNOWN: "edit-not-yours", Refusal.NOT_YOUR_AREA: "edit-not-yours"}
_NOT_MINE = {Refusal.NOT_YOURS: "edit-stale", Refusal.NOT_YOUR_AREA: "edit-stale"}


@organisers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ListEvents).page
    mine = await editing.mine(context.environment, who=context.organiser, now=context.now)
    await context.show(update, edit_texts.listing(mine, max(0, page), context.voice))


@organisers_only
async def open_event(update: Update, context: Context) -> None:
    event, now = action(update, EditEvent).event, context.now
    result = await editing.begin(context.environment, who=context.organiser, event=event, now=now)
    opened = await acknowledged(update, context, result, stale="edit-gone", refused=_NOT_BEGUN)
    if opened is not None:
        await context.show(update, panel(opened.value, context))


@organisers_only
async def new_event(update: Update, context: Context) -> None:
    await pressed(update).answer()
    number = action(update, NewEvent).page
    await context.show(update, edit_texts.choose_area(_own_areas(context), context.voice, number))


def _own_areas(context: Context) -> list[str]:
    return [area.id for area in context.services.programme.areas if responsible(context, [area.id])]


async def find_event(typed: str, update: Update, context: Context) -> bool:
    """Show the page of the list where an event of that name or day stands."""
    mine = await editing.mine(context.environment, who=context.organiser, now=context.now)
    names = [f"{context.voice.name(event)}, {context.voice.short_day(event)}" for event in mine]
    page = pages.with_name(names, typed)
    if page is not None:
        await context.reply(update, edit_texts.listing(mine, page, context.voice))
    return page is not None


async def find_area(typed: str, update: Update, context: Context) -> bool:
    """Show the page where an area of that name stands, for a new event."""
    areas = _own_areas(context)
    page = pages.with_name([context.voice.area(area) for area in areas], typed)
    if page is not None:
        await context.reply(update, edit_texts.choose_area(areas, context.voice, page))
    return page is not None


@organisers_only
async def new_event_in(update: Update, context: Context) -> None:
    area, now = action(update, NewEventIn).area, context.now
    result = await editing.begin_new(context.environment, who=context.organiser, area=area, now=now)
    begun = await acknowledged(update, context, result, stale="edit-stale", refused=_NOT_BEGUN)
    if begun is not None:
        await context.show(update, _asked("when", begun.value.change, context))


@organisers_only
async def field(update: Update, context: Context) -> None:
    """Choose one of the fields that can be changed."""
    button, who, now = action(update, ChangeField), context.organiser, context.now
    change, version, name = button.change, button.version, button.field
    if name in _PRESSED:
        values = _PRESSED[name]
        result = await editing.edit(context.environment, who=who, change=change, version=version, now=now, **values)
        await show_next(update, context, result)
        return
    ask = name if name in _TYPED else None
    result = await editing.look(context.environment, who=who, change=change, version=version, now=now, ask=ask)
    opened = await done(update, context, result)
    if opened is not None and ask is not None:
        await context.reply(update, _asked(name, opened.value.change, context))
    elif opened is not None:
        await context.show(update, await _screen(name, opened.value, context))


@organisers_only
async def list_venues(update: Update, context: Context) -> None:
    button, now = action(update, ListVenues), context.now
    change, version = button.change, button.version
    result = await editing.look(context.environment, who=context.organiser, change=change, version=version, now=now)
    opened = await done(update, context, result)
    if opened is not None:
        await context.show(update, await _venues(opened.value.change, context, button.page))


async def _venues(change: Change, context: Context, number: int = 0) -> Message:
    known = await editing.places(context.environment, area=change.area or "")
    return edit_texts.choose_venue(change, known, context.voice, number)


async def _screen(name: str, opened: OpenChange, context: Context) -> Message:
    if name == "venue":
        return await _venues(opened.change, context)
    return edit_texts.more(opened.change, context.voice) if name == "more" else panel(opened, context)


@organisers_only
async def pick_venue(update: Update, context: Context) -> None:
    button, who = action(update, PickVenue), context.organiser
    known = {"change": button.change, "version": button.version}
    result = await editing.choose_venue(context.environment, who=who, venue=button.venue, now=context.now, **known)
    await show_next(update, context, result)


@organisers_only
async def save(update: Update, context: Context) -> None:
    button, who, now = action(update, SaveChange), context.organiser, context.now
    known = {"change": button.change, "version": button.version}
    result = await editing.save(context.environment, who=who, tell=bool(button.tell), now=now, **known)
    saved = await done(update, context, result)
    if saved is not None:
        context.services.shared.forget()
        what, count = saved.value, saved.count
        text = edit_texts.saved(what.change, what.event, what.told_at, count, context.voice, now)
        await context.show(update, text)


@organisers_only
async def drop(update: Update, context: Context) -> None:
    button, now = action(update, DropChange), context.now
    change, version = button.change, button.version
    result = await editing.drop(context.environment, who=context.organiser, change=change, version=version, now=now)
    if await done(update, context, result) is not None:
        await context.show(update, Message(context.voice.words("edit-dropped")))


# --- where the change stands ---


async def done(update: Update, context: Context, result: Done[T] | Stale[OpenChange] | Refused) -> Done[T] | None:
    """Return what was done; None after telling why not. Who was overtaken sees what is there, and begins anew."""
    fresh = result.now if isinstance(result, Stale) else None
    key = "edit-stale" if fresh is None else "edit-conflict"
    found = await acknowledged(update, context, result, stale=key, refused=_NOT_MINE)
    if fresh is not None:
        await context.show(update, panel(fresh, context))
    return found


async def show_next(update: Update, context: Context, result: Opened) -> None:
    """Show the change as it is now; a new event is asked for its venue before it can be shown."""
    opened = await done(update, context, result)
    if opened is None:
        return
    await context.show(update, await begun(opened.value, context))


async def begun(opened: OpenChange, context: Context) -> Message:
    """Return the change as it is now, or the question for what a new event lacks."""
    lacks_venue = opened.change.after is None and opened.change.wanted.starts_at is not None
    return await _screen("venue" if lacks_venue else "panel", opened, context)


def panel(opened: OpenChange, context: Context) -> Message:
    return edit_texts.panel(opened.change, opened.followers, context.voice, context.now, context.services.quiet)


def _asked(name: str, change: Change, context: Context) -> Message:
    return prompt(edit_texts.ask(name, change, context.voice), EXPECTS + name, context.voice)
