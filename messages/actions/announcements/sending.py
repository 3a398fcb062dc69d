"""Buttons on an announcement that was confirmed.

Stopping and pausing carry no version: they are always safe, and must work at the very moment at which a
sending begins.
"""

from __future__ import annotations

from messages.actions.action import Action, Number
from messages.actions.announcements.versioned import Versioned


class OpenCard(Action, frozen=True):
    """Open the event's card as a new message; a button of the announcement itself."""

    code = "acard"
    event: Number


class StopSending(Action, frozen=True):
    code = "astop"
    announcement: Number


class PauseSending(Action, frozen=True):
    code = "apause"
    announcement: Number


class ResumeSending(Action, frozen=True):
    code = "aresume"
    announcement: Number


class ChangeScheduled(Versioned, Action, frozen=True):
    """Make it a draft again, which does not go out until it is confirmed."""

    code = "achange"


class RetryFailed(Versioned, Action, frozen=True):
    code = "aretry"


class CountsFile(Action, frozen=True):
    """Send the numbers of the report as a table, without names."""

    code = "acsv"
    announcement: Number
