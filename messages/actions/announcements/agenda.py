"""Buttons of the organisers' agenda."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide


class ShowDiary(Action, frozen=True):
    code = "diary"
    page: Number


class ShowArchive(Action, frozen=True):
    """Show what has gone out."""

    code = "archive"
    page: Number


class OpenAnnouncement(Action, frozen=True):
    """Open an announcement, in whatever state it is by now."""

    code = "open"
    announcement: Number


class OpenReminder(Action, frozen=True):
    """Open a reminder of the event with this start: a moved event has other reminders."""

    code = "dremind"
    event: Number
    starts: Wide
    lead: str


class CallOff(Action, frozen=True):
    """Call off one reminder."""

    code = "dcalloff"
    event: Number
    starts: Wide
    lead: str
