"""Buttons on an announcement that was confirmed.

Stopping and pausing carry no version: they are always safe, and must work at the very moment at which a
sending begins.
"""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class OpenCard(Action):
    """Below the announcement itself: the event's card, as a new message."""

    code = "acard"
    event: int


@dataclass(frozen=True)
class StopSending(Action):
    code = "astop"
    announcement: int


@dataclass(frozen=True)
class PauseSending(Action):
    code = "apause"
    announcement: int


@dataclass(frozen=True)
class ResumeSending(Action):
    code = "aresume"
    announcement: int


@dataclass(frozen=True)
class ChangeScheduled(Action):
    """Back to a draft: it does not go out until it is confirmed again."""

    code = "achange"
    announcement: int
    version: int


@dataclass(frozen=True)
class RetryFailed(Action):
    code = "aretry"
    announcement: int
    version: int


@dataclass(frozen=True)
class CountsFile(Action):
    """The numbers of the report as a table, without names."""

    code = "acsv"
    announcement: int
