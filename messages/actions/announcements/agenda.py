"""Buttons of the organisers' diary."""

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
    """In whatever state it is by now."""

    code = "open"
    announcement: Number


class OpenReminder(Action, frozen=True):
    """Of the event with this start: a moved event has other reminders."""

    code = "dremind"
    event: Number
    starts: Wide
    lead: str


class CallOff(Action, frozen=True):
    """This one reminder is not to go out."""

    code = "dcalloff"
    event: Number
    starts: Wide
    lead: str
