"""Buttons about events."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowEvents(Action, frozen=True):
    """Show a page of the events: of an area and of what lies within it, or of all."""

    code = "events"
    page: Number = 0
    area: str = ""


class ShowEvent(Action, frozen=True):
    code = "event"
    event: Number


class ShowDates(Action, frozen=True):
    """Show the dates that nobody has confirmed yet."""

    code = "dates"
    page: Number


class ConfirmDates(Action, frozen=True):
    code = "dates!"


class ConfirmEvent(Action, frozen=True):
    """Confirm that the event is right as it is."""

    code = "right"
    event: Number
    version: Number


class ConfirmDay(Action, frozen=True):
    """Confirm that every event of a day is right, if none has changed: `versions` is the sum of theirs."""

    code = "rights"
    day: Number
    versions: Number


class CalendarFile(Action, frozen=True):
    code = "ics"
    event: Number


class ShowVenue(Action, frozen=True):
    """Show the venue on Telegram's own map."""

    code = "venue"
    event: Number
