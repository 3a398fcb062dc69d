"""Write reminders, about one event or several that are due together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.events.events import Event
from domain.events.timing import Hours
from domain.reminders import Reminder
from messages import keyboards
from messages.events import event_cards
from messages.localizer import Localizer
from messages.message import Html, Message, Row, shortened
from messages.pages import PAGE

NOTE_LENGTH = 200
TOGETHER = 4
"""Meetings that one reminder tells all of; for more there is the list."""


def reminder(due: Sequence[Reminder], voice: Localizer, now: datetime) -> Message:
    """Name each event once, the nearest first. The first line is all that a notification shows.

    Only days and hours are named, no countdown: on a long way out it would become untrue.
    """
    events = sorted({each.event.id: each.event for each in due}.values(), key=lambda event: event.starts_at)
    parts = [_event(event, voice, now) for event in events[:TOGETHER]]
    if len(events) > TOGETHER:
        parts.append(voice.words("reminder-more", count=len(events) - TOGETHER))
    if any(_late(event, due, now) for event in events):
        parts.append(voice.words("reminder-late"))
    return Message("\n\n".join(parts), _rows(events, voice))


def missed(people: Mapping[Reminder, int], voice: Localizer) -> Message:
    """Tell the organisers how many were not reminded of which meeting."""
    told = [_missed(reminder, count, voice) for reminder, count in people.items()]
    more = [f"… +{len(told) - PAGE}"] if len(told) > PAGE else []
    lines = Html("\n".join([*told[:PAGE], *more]))
    return Message(voice.words("missed", lines=lines))


def _missed(reminder: Reminder, people: int, voice: Localizer) -> str:
    lead = voice.lead(reminder.lead)
    slots: dict[str, str | int] = {**voice.event(reminder.event), "lead": lead, "people": people}
    return voice.words("missed-line", **slots)


def _late(event: Event, due: Sequence[Reminder], now: datetime) -> bool:
    """Return True if it is late, and no other reminder of the same event is on time."""
    return all(reminder.late(now) for reminder in due if reminder.event.id == event.id)


def _event(event: Event, voice: Localizer, now: datetime) -> str:
    whole_day = event.hours is Hours.ALL_DAY
    moment = voice.near_day(event.starts_at, now) if whole_day else voice.moment(event.starts_at, now)
    told = voice.told(event)
    parts = [voice.words("reminder", moment=moment[:1].upper() + moment[1:], **told)]
    if not event.confirmed:
        parts.append(voice.words("card-unconfirmed"))
    elif event.checked_at is not None:
        parts.append(voice.words("reminder-confirmed"))
    if note := told["note"]:
        parts.append(voice.words("fact-note", value=shortened(note, NOTE_LENGTH)))
    return "\n\n".join(parts)


def _rows(events: Sequence[Event], voice: Localizer) -> list[Row]:
    if len(events) == 1:
        come = keyboards.come_button(events[0], False, voice)
        bell = keyboards.named_unsubscribe_button(keyboards.bell(events[0], voice), voice)
        return [[keyboards.map_button(events[0], voice), come], [bell]]
    shown = events[:TOGETHER]
    maps = [[keyboards.map_button(event, voice, named=True)] for event in shown]
    feeds = dict.fromkeys(keyboards.bell(event, voice) for event in shown)
    bells = [[keyboards.named_unsubscribe_button(feed, voice)] for feed in feeds]
    return [*maps, *bells, *(event_cards.ways_to(events, voice)[-1:] if len(events) > TOGETHER else [])]
