"""Buttons of the organisers' diary."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action, Wide


@dataclass(frozen=True)
class ShowDiary(Action):
    code = "diary"
    page: int


@dataclass(frozen=True)
class ShowArchive(Action):
    """What has gone out."""

    code = "archive"
    page: int


@dataclass(frozen=True)
class OpenAnnouncement(Action):
    """In whatever state it is by now."""

    code = "open"
    announcement: int


@dataclass(frozen=True)
class OpenReminder(Action):
    """Of the event with this start: a moved event has other reminders."""

    code = "dremind"
    event: int
    starts: Wide
    lead: str


@dataclass(frozen=True)
class CallOff(Action):
    """This one reminder is not to go out."""

    code = "dcalloff"
    event: int
    starts: Wide
    lead: str
