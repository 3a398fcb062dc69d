"""Take typed edits of an event: day and hours, a note, a place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from telegram import Update

from domain.events.change_rules import Change
from domain.events.events import Place
from domain.events.timing import OPEN_END, Hours
from domain.spoken.event_times import AskedFor, SpokenHours, SpokenMeeting, understand
from handlers.context import Context
from handlers.events.editing import done, show_next
from handlers.gate import short_text
from handlers.gate.permissions import organisers_only
from messages.message import Message
from services.events import editing

NOTE_LIMIT, PLACE_LIMIT = 300, 100
_USUAL = timedelta(hours=2)
"""How long a new event lasts when only its start was typed."""


@organisers_only
async def take_when(update: Update, context: Context) -> None:
    """Take a day, hours or both, as typed."""
    change = await _awaited(update, context)
    if change is None:
        return
    text = await short_text.short(update, context)
    if text is None:
        return
    asked = AskedFor(context.standing.awaited.removeprefix(editing.EXPECTS))
    spoken = _understood(text, asked, change, context)
    if spoken is None:
        await context.reply(update, short_text.unreadable("edit-unreadable", text, context))
        return
    if (problem := _problem(spoken, asked, change, context)) is not None:
        await context.reply(update, problem)
        return
    await _keep(update, context, change, starts_at=spoken.starts_at, **_until(spoken, change))


def _understood(text: str, asked: AskedFor, change: Change, context: Context) -> SpokenHours | None:
    after, zone = change.after, context.services.programme.zone
    starts_at = after.starts_at if after else change.wanted.starts_at or context.now
    ends_at = after.ends_at if after else change.wanted.ends_at or starts_at + _USUAL
    meeting = SpokenMeeting(starts_at, ends_at, zone)
    return understand(text, context.voice.language, context.now, meeting, asked)


def _until(spoken: SpokenHours, change: Change) -> dict[str, Any]:
    """Return the end, and what is known of the hours now: of an event that took all day, a start alone says no end."""
    if spoken.has_end:
        return {"ends_at": spoken.ends_at, "hours": Hours.FROM_TO}
    if spoken.has_hours and change.after is not None and change.after.hours is Hours.ALL_DAY:
        return {"ends_at": spoken.starts_at + OPEN_END, "hours": Hours.FROM}
    return {"ends_at": spoken.ends_at}


def _problem(spoken: SpokenHours, asked: AskedFor, change: Change, context: Context) -> Message | None:
    """Return the objection to a time that was understood and cannot be; nothing is guessed."""
    words, voice = context.voice.words, context.voice
    if change.before is None and not (spoken.has_day and spoken.has_hours):
        return Message(words("edit-no-hours" if spoken.has_day else "edit-no-day"))
    if spoken.starts_at <= context.now:
        day = voice.near_day(spoken.starts_at, context.now)
        return Message(words("edit-past", day=day, time=voice.clock(spoken.starts_at)))
    if spoken.beyond:
        return Message(words("edit-only-day" if asked is AskedFor.DAY else "edit-only-hours"))
    if spoken.ends_at <= spoken.starts_at:
        slots = {"start": voice.clock(spoken.starts_at), "end": voice.clock(spoken.ends_at)}
        return Message(words("edit-end-first", **slots))
    return None


@organisers_only
async def take_note(update: Update, context: Context) -> None:
    change = await _awaited(update, context)
    if change is None:
        return
    note = " ".join(_text(update).split())
    if len(note) > NOTE_LIMIT:
        await _too_long(update, context, len(note), NOTE_LIMIT)
        return
    await _keep(update, context, change, note=note)


@organisers_only
async def take_place(update: Update, context: Context) -> None:
    """Take a name and an address: of a new venue, or of this one corrected."""
    change = await _awaited(update, context)
    if change is None:
        return
    text = _text(update)
    name, _, address = (part.strip() for part in text.replace("\n", ",", 1).partition(","))
    if not name or not address:
        await context.reply(update, Message(context.voice.words("edit-no-address", text=text[:80])))
        return
    if max(len(name), len(address)) > PLACE_LIMIT:
        await _too_long(update, context, max(len(name), len(address)), PLACE_LIMIT)
        return
    place = Place(" ".join(name.split()), " ".join(address.split()))
    after = change.after
    if context.standing.expects == editing.EXPECTS + "address" and after is not None:
        venue = after.venue
    else:
        venue = f"{(change.area or '')[:20]}-{change.id}"
    await _keep(update, context, change, venue=venue, place=place)


async def _awaited(update: Update, context: Context) -> Change | None:
    """Return the change that the typed words are for."""
    change, now = context.standing.subject or 0, context.now
    result = await editing.awaited(context.environment, who=context.organiser, change=change, now=now)
    opened = await done(update, context, result)
    return opened.value.change if opened is not None else None


async def _keep(update: Update, context: Context, change: Change, **values: Any) -> None:
    """Add what was typed to the change; then show the panel, or ask for what is still missing."""
    who, version, now = context.organiser, change.version, context.now
    result = await editing.edit(
        context.environment, who=who, change=change.id, version=version, now=now, typed=True, **values
    )
    await show_next(update, context, result)


async def _too_long(update: Update, context: Context, length: int, limit: int) -> None:
    await context.reply(update, Message(context.voice.words("edit-too-long", length=length, limit=limit)))


def _text(update: Update) -> str:
    return (update.message.text if update.message else None) or ""
