"""Buttons about events."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowEvents(Action):
    code = "events"


@dataclass(frozen=True)
class ShowEvent(Action):
    code = "event"
    event: int


@dataclass(frozen=True)
class ConfirmDates(Action):
    code = "dates!"


@dataclass(frozen=True)
class ConfirmEvent(Action):
    """An organiser says that the event is right as it is."""

    code = "right"
    event: int
    version: int


@dataclass(frozen=True)
class CalendarFile(Action):
    code = "ics"
    event: int


@dataclass(frozen=True)
class ShowVenue(Action):
    """On Telegram's own map."""

    code = "venue"
    event: int
