"""Choose the time of an announcement: now, later, repeated, or even at night."""

from __future__ import annotations

from datetime import time

from telegram import Update

from domain.announcements.announcements import Every
from domain.calendar import at
from domain.spoken.moments import understand, understand_day
from handlers.announcements import common
from handlers.context import Context, action
from handlers.gate import short_text
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import ChooseRepeat, ChooseTime, SendNow, ToggleUrgent
from messages.message import Message
from services.announcements import editing

TIME = "draft-time"
UNTIL = "draft-until"


@organisers_only
async def ask_time(update: Update, context: Context) -> None:
    known = await common.current(update, context, action(update, ChooseTime))
    if known is not None:
        asked = Message(context.voice.words("draft-ask-time-typed"))
        await common.ask(update, context, known, TIME, asked)


@organisers_only
async def take_time(update: Update, context: Context) -> None:
    text = await short_text.short(update, context)
    if text is None:
        return
    voice = context.voice
    spoken = understand(text, voice.language, context.now, context.services.programme.zone)
    if spoken is None:
        await context.reply(update, short_text.unreadable("draft-time-unreadable", text, context))
    elif not spoken.has_hour:
        day = voice.near_day(spoken.moment, context.now)
        await context.reply(update, Message(voice.words("draft-time-no-hour", day=day)))
    elif spoken.moment <= context.now:
        slots = {"day": voice.near_day(spoken.moment, context.now), "time": voice.clock(spoken.moment)}
        await context.reply(update, Message(voice.words("draft-time-past", **slots)))
    else:
        result = await editing.set_time(context.environment, spoken.moment, **common.prompted(context))
        await common.show_typed(update, context, result)


@organisers_only
async def send_now(update: Update, context: Context) -> None:
    result = await editing.send_now(context.environment, **common.versioned(context, action(update, SendNow)))
    await common.show_changed(update, context, result, "time")


@organisers_only
async def toggle_urgent(update: Update, context: Context) -> None:
    result = await editing.toggle_urgent(context.environment, **common.versioned(context, action(update, ToggleUrgent)))
    await common.show_changed(update, context, result, "time")


@organisers_only
async def choose_repeat(update: Update, context: Context) -> None:
    """Repeat it no more, or ask for the last day."""
    button = action(update, ChooseRepeat)
    if not button.every:
        result = await editing.repeat_once(context.environment, **common.versioned(context, button))
        await common.show_changed(update, context, result, "time")
        return
    known = await common.current(update, context, button)
    if known is None:
        return
    if button.every in list(Every) and known.due_at is not None:
        every = context.voice.words.plain("button-every", every=button.every)
        asked = Message(context.voice.words("draft-ask-until", every=every))
        await common.ask(update, context, known, UNTIL, asked, button.every)
    else:
        await common.decline(update, context, editing.NOT_OFFERED)


@organisers_only
async def take_until(update: Update, context: Context) -> None:
    text = await short_text.short(update, context)
    if text is None:
        return
    voice, zone = context.voice, context.services.programme.zone
    until = understand_day(text, voice.language, context.now.astimezone(zone).date())
    if until is None:
        await context.reply(update, short_text.unreadable("draft-until-unreadable", text, context))
        return
    known = await common.awaited(update, context)
    if known is None or known.due_at is None:
        return
    every = Every(context.standing.details[1])
    result = await editing.repeat_until(context.environment, every, until, **common.prompted(context))
    if result == editing.NOT_OFFERED:
        slots = {"day": voice.day(at(until, time(0), zone)), "first": voice.day(known.due_at)}
        await context.reply(update, Message(voice.words("draft-until-odd", **slots)))
    else:
        await common.show_typed(update, context, result)
