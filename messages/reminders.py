"""The reminder itself."""

from __future__ import annotations

from datetime import datetime

from domain.reminders import Reminder
from messages import dates, keyboards
from messages.message import Message
from messages.voice import Voice


def reminder(due: Reminder, voice: Voice, now: datetime) -> Message:
    """As due; when it comes late, it says so and how long is left."""
    words = voice.words
    slots = voice.event(due.event)
    key = f"reminder-{due.lead}"
    if due.late(now):
        slots["countdown"] = dates.countdown(due.event.starts_at - now, words)
        key += "-late"
    parts = [words(key, **slots)]
    if not due.event.confirmed:
        parts.append(words("card-unconfirmed"))
    if due.event.note:
        parts.append(words("card-note", note=due.event.note))
    rows = [
        [keyboards.map_button(due.event, voice)],
        [keyboards.follow_button(due.event.town, True, voice)],
    ]
    return Message("\n\n".join(parts), rows)
